//! `igbot send batch` over a file, against a bare loop of the same calls, and its memory.
//!
//! Both meet the same fake Instagram in this process, sixteen calls at a time. The loop knows every
//! message and keeps nothing; igbot reads the file, checks and encrypts each row, commits it before and
//! after its call, and sums up: its whole run is what counts. The ratio of the two, taken in one run,
//! says what that costs; it means more than the numbers of any one machine.
//!
//! Instagram allows a hundred messages a second, at which any program would do. That limit is igbot's
//! own for this machine too; `--rate` raises it, which igbot takes only toward a box on loopback.
//! An answer here takes no time at all, which no Instagram can match: `BENCH_LATENCY_MS=N` makes each
//! take that long. `BENCH_ROWS=N` changes the number of rows, `BENCH_MILLION=1` adds a million to the
//! files whose memory is looked at.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark has nobody to recover for"
)]

#[path = "../tests/fake/mod.rs"]
mod fake;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use igbot::domain::account::Account;
use igbot::domain::token::{LongLivedToken, TokenLife};
use igbot::sandbox;
use igbot::store::accounts::LinkedAccount;
use igbot::store::{Store, StoreKeys};
use jiff::{SignedDuration, Timestamp};
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use fake::{A_DAY, Fake, LIFETIME, Rules};

const KEY: &str = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";
const ACCOUNT: &str = "17841400000000001";
const JOBS: usize = 16;
const ROUNDS: usize = 3;

/// What igbot took for one file.
struct Taken {
    time: Duration,
    peak_mib: f64,
}

fn main() {
    // `cargo test --benches` runs it too, and then only wants to see it work.
    let testing = !std::env::args().any(|it| it == "--bench");
    let wanted = |name| std::env::var(name).ok().map(|it| it.parse::<usize>().unwrap());
    let rows = wanted("BENCH_ROWS").unwrap_or(if testing { 100 } else { 10_000 });
    let latency = Duration::from_millis(wanted("BENCH_LATENCY_MS").unwrap_or(0) as u64);
    let runtime = Runtime::new().unwrap();
    let home = tempfile::tempdir().unwrap();
    let bench = Bench {
        runtime: &runtime,
        home: home.path(),
        rules: Rules { latency, ..Rules::default() },
    };

    println!("{rows} rows, {JOBS} calls at a time, {} ms each; rows a second", latency.as_millis());
    let mut ratios = Vec::new();
    for round in 1..=if testing { 1 } else { ROUNDS } {
        let bare = bench.bare(rows);
        let igbot = bench.igbot(rows);
        let rate = |time: Duration| rows as f64 / time.as_secs_f64();
        let ratio = rate(igbot.time) / rate(bare);
        println!(
            "round {round}: bare {:>6.0}/s   igbot {:>6.0}/s   ratio {ratio:.2}",
            rate(bare),
            rate(igbot.time),
        );
        ratios.push(ratio);
    }
    ratios.sort_by(f64::total_cmp);
    println!("median ratio {:.2}", ratios[ratios.len() / 2]);

    let mut files = vec![100];
    if !testing {
        files = vec![1_000, 100_000];
    }
    if wanted("BENCH_MILLION").is_some() {
        files.push(1_000_000);
    }
    for rows in files {
        let Taken { time, peak_mib } = bench.igbot(rows);
        let rate = rows as f64 / time.as_secs_f64();
        println!("{rows:>9} rows: peak RSS {peak_mib:.1} MiB   {rate:.0}/s");
    }
}

struct Bench<'a> {
    runtime: &'a Runtime,
    home: &'a Path,
    rules: Rules,
}

impl Bench<'_> {
    fn fake(&self) -> (Fake, String) {
        let fake = self.runtime.block_on(Fake::start(self.rules.clone())).unwrap();
        let token = fake.add(ACCOUNT, A_DAY);
        (fake, token)
    }

    /// Sends every message and keeps nothing.
    fn bare(&self, rows: usize) -> Duration {
        let (fake, token) = self.fake();
        // Fails only if a provider was installed before, which serves as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()
            .unwrap();
        let url = format!("http://{}/v25.0/me/messages", fake.addr);
        let next = Arc::new(AtomicUsize::new(0));
        let start = Instant::now();
        let worker = |_| {
            let (client, url, token, next) =
                (client.clone(), url.clone(), token.clone(), Arc::clone(&next));
            self.runtime.spawn(async move {
                loop {
                    let row = next.fetch_add(1, Ordering::Relaxed);
                    if row >= rows {
                        return;
                    }
                    let body = json!({ "recipient": { "id": person(row) },
                        "message": { "text": text(row) } });
                    let answer = client.post(&url).bearer_auth(&token).json(&body).send().await;
                    let answer: Value = answer.unwrap().json().await.unwrap();
                    assert!(answer["message_id"].is_string(), "{answer}");
                }
            })
        };
        for worker in (0..JOBS).map(worker).collect::<Vec<_>>() {
            self.runtime.block_on(worker).unwrap();
        }
        let time = start.elapsed();
        assert_eq!(fake.message_count(), rows);
        time
    }

    /// Runs igbot on a store of its own, watching its memory.
    fn igbot(&self, rows: usize) -> Taken {
        let (fake, token) = self.fake();
        let dir = tempfile::tempdir_in(self.home).unwrap();
        let store = dir.path().join("data").join("store.db");
        self.runtime.block_on(fill(&store, &token));
        let file = file(dir.path(), rows);
        let start = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_igbot"))
            .args(["send", "batch", "-q", "--rate", "1000000/s", "--jobs", &JOBS.to_string()])
            .arg(file)
            .env_clear()
            .env("HOME", self.home)
            .envs(sandbox::environment(fake.addr))
            .env("IGBOT_STORE", store)
            .env("INSTAGRAM_ENCRYPTION_KEY", KEY)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut peak_kib = 0;
        let status = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break status;
            }
            peak_kib = peak_kib.max(high_water(child.id()).unwrap_or_default());
            std::thread::sleep(Duration::from_millis(2));
        };
        let time = start.elapsed();
        assert!(status.success(), "{status}");
        assert_eq!(fake.message_count(), rows, "one message for each row");
        Taken { time, peak_mib: peak_kib as f64 / 1024.0 }
    }
}

fn person(row: usize) -> String {
    format!("12700000000{:05}", row % 5_000)
}

fn text(row: usize) -> String {
    format!("Your order {row} is on its way, and will be with you within two days.")
}

fn file(dir: &Path, rows: usize) -> PathBuf {
    let path = dir.join("rows.csv");
    let mut file = std::io::BufWriter::new(std::fs::File::create(&path).unwrap());
    writeln!(file, "to,text").unwrap();
    for row in 0..rows {
        writeln!(file, "{},\"{}\"", person(row), text(row)).unwrap();
    }
    file.flush().unwrap();
    path
}

/// The most memory a process has held, in KiB; nothing where there is no `/proc`.
fn high_water(pid: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Makes a store with one account.
async fn fill(path: &Path, token: &str) {
    let keys = StoreKeys::parse(&SecretString::from(KEY)).unwrap();
    let store = Store::open(path, keys, Duration::from_secs(5)).unwrap();
    let lifetime = SignedDuration::try_from(LIFETIME).unwrap();
    let account = Account {
        account_id: ACCOUNT.parse().unwrap(),
        app_scoped_id: "27841400000000001".parse().unwrap(),
        alias: "shop".parse().unwrap(),
        username: "shop".to_owned(),
        account_type: None,
        bot: None,
        active: true,
        permissions: vec!["instagram_business_basic".to_owned()],
        subscribed_fields: Vec::new(),
        life: TokenLife::starting(Timestamp::now(), lifetime),
        login_needed_since: None,
    };
    let token = LongLivedToken(SecretString::from(token));
    store.link(LinkedAccount { account, token }).await.unwrap();
}
