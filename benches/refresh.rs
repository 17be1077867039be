//! `igbot refresh-tokens` over 10,000 due accounts, against a bare loop of the same calls.
//!
//! Both meet the same fake Instagram in this process, eight calls at a time. The loop parses every
//! answer and keeps nothing; igbot decrypts, asks, encrypts and commits each token. The ratio of the
//! two, taken in one run, says what that costs; it means more than the numbers of any one machine.
//! An answer here takes no time at all, which no Instagram can match: `BENCH_LATENCY_MS=N` makes each
//! take that long, and `BENCH_ACCOUNTS=N` changes the number of accounts.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark has nobody to recover for"
)]

#[path = "../tests/fake/mod.rs"]
mod fake;

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use igbot::domain::account::Account;
use igbot::domain::id::AccountId;
use igbot::domain::token::{LongLivedToken, TokenLife};
use igbot::sandbox;
use igbot::store::accounts::LinkedAccount;
use igbot::store::{Store, StoreKeys};
use jiff::{SignedDuration, Timestamp};
use secrecy::SecretString;
use tokio::runtime::Runtime;

use fake::{A_DAY, Fake, LIFETIME, Rules};

const KEY: &str = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";
const JOBS: usize = 8;
const ROUNDS: usize = 3;

/// Old enough to be due.
const AGE: Duration = Duration::from_secs(48 * 24 * 3600);

/// What igbot took for one round.
struct Taken {
    time: Duration,
    peak_kib: u64,
}

fn main() {
    // `cargo test --benches` runs it too, and then only wants to see it work.
    let testing = !std::env::args().any(|it| it == "--bench");
    let wanted = |name| std::env::var(name).ok().map(|it| it.parse::<usize>().unwrap());
    let count = wanted("BENCH_ACCOUNTS").unwrap_or(if testing { 100 } else { 10_000 });
    let latency = Duration::from_millis(wanted("BENCH_LATENCY_MS").unwrap_or(0) as u64);
    let rounds = if testing { 1 } else { ROUNDS };
    let runtime = Runtime::new().unwrap();
    let home = tempfile::tempdir().unwrap();
    let store = home.path().join("data").join("store.db");
    let fake = runtime.block_on(Fake::start(Rules { latency, ..Rules::default() })).unwrap();
    let tokens = runtime.block_on(fill(&store, &fake, count));

    println!("{count} accounts, {JOBS} calls at a time; accounts a second");
    let mut ratios = Vec::new();
    for round in 1..=rounds {
        let bare = runtime.block_on(bare(&fake, &tokens));
        let connections = fake.connections();
        let calls = fake.call_count();
        let igbot = igbot(home.path(), &store, &fake);
        let (calls, connections) = (fake.call_count() - calls, fake.connections() - connections);
        assert_eq!(calls, count, "one call for each account");
        let rate = |time: Duration| count as f64 / time.as_secs_f64();
        let ratio = rate(igbot.time) / rate(bare);
        println!(
            "round {round}: bare {:>6.0}/s   igbot {:>6.0}/s   ratio {ratio:.2}   peak RSS {:.1} MiB   \
             {connections} connections",
            rate(bare),
            rate(igbot.time),
            igbot.peak_kib as f64 / 1024.0,
        );
        ratios.push(ratio);
        fake.time_passes(AGE);
        make_older(&store);
    }
    ratios.sort_by(f64::total_cmp);
    println!("median ratio {:.2}", ratios[ratios.len() / 2]);
}

/// Asks for every token and keeps none.
async fn bare(fake: &Fake, tokens: &[String]) -> Duration {
    // Fails only if a provider was installed before, which serves as well.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .build()
        .unwrap();
    let url = format!("http://{}/refresh_access_token", fake.addr);
    let tokens: Arc<[String]> = tokens.into();
    let next = Arc::new(AtomicUsize::new(0));
    let start = Instant::now();
    let workers: Vec<_> = (0..JOBS)
        .map(|_| {
            let (client, url, tokens, next) =
                (client.clone(), url.clone(), Arc::clone(&tokens), Arc::clone(&next));
            tokio::spawn(async move {
                while let Some(token) = tokens.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let query = [("grant_type", "ig_refresh_token"), ("access_token", token)];
                    let answer = client.get(&url).query(&query).send().await.unwrap();
                    let answer: serde_json::Value = answer.json().await.unwrap();
                    assert!(answer["access_token"].is_string(), "{answer}");
                }
            })
        })
        .collect();
    for worker in workers {
        worker.await.unwrap();
    }
    start.elapsed()
}

/// Runs igbot as cron would, watching its memory.
fn igbot(home: &Path, store: &Path, fake: &Fake) -> Taken {
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_igbot"))
        .args(["refresh-tokens", "--jobs", &JOBS.to_string(), "-q"])
        .env_clear()
        .env("HOME", home)
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
    Taken { time, peak_kib }
}

/// The most memory a process has held, in KiB; nothing where there is no `/proc`.
fn high_water(pid: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

async fn fill(path: &Path, fake: &Fake, count: usize) -> Vec<String> {
    let keys = StoreKeys::parse(&SecretString::from(KEY)).unwrap();
    let store = Store::open(path, keys, Duration::from_secs(5)).unwrap();
    let mut tokens = Vec::with_capacity(count);
    for some in (0..count).collect::<Vec<_>>().chunks(256) {
        let links = some.iter().map(|number| {
            let id: AccountId = format!("1784140{number:010}").parse().unwrap();
            tokens.push(fake.add(id.as_str(), AGE + A_DAY));
            store.link(linked(id, number, tokens.last().unwrap()))
        });
        for done in futures_util::future::join_all(links.collect::<Vec<_>>()).await {
            done.unwrap();
        }
    }
    tokens
}

fn linked(id: AccountId, number: &usize, token: &str) -> LinkedAccount {
    let alias = format!("shop{number:05}");
    let lifetime = SignedDuration::try_from(LIFETIME).unwrap();
    LinkedAccount {
        account: Account {
            app_scoped_id: format!("9{id}").parse().unwrap(),
            account_id: id,
            alias: alias.parse().unwrap(),
            username: alias,
            account_type: None,
            bot: None,
            active: true,
            permissions: vec!["instagram_business_basic".to_owned()],
            subscribed_fields: Vec::new(),
            life: TokenLife::starting(Timestamp::now() - AGE, lifetime),
            login_needed_since: None,
        },
        token: LongLivedToken(SecretString::from(token)),
    }
}

/// Makes every stored token due again.
fn make_older(store: &Path) {
    let store = rusqlite::Connection::open(store).unwrap();
    let sql = "UPDATE account SET issued_at = issued_at - ?1, refreshed_at = refreshed_at - ?1, \
               expires_at = expires_at - ?1";
    store.execute(sql, [i64::try_from(AGE.as_millis()).unwrap()]).unwrap();
}
