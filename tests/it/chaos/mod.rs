//! `refresh-tokens` against an Instagram that breaks, and `serve` under everything that befalls a
//! machine: no token is lost, no message, and nobody is answered twice.
//!
//! Written from the contract and the reference, with a fake that shares nothing with igbot's own
//! client. `CHAOS_SEED=N` repeats the random part of a failed run.

#![allow(clippy::print_stderr, reason = "a failed run tells its seed")]

mod batch_kills;
mod batches;
mod clocks;
mod every_fault;
mod exits;
mod fake_itself;
mod full_disk;
mod hooks;
mod kills;
mod many;
mod races;
mod serve_crowds;
mod serve_disk;
mod serve_kills;
mod serve_locked;
mod serve_pairs;
mod serve_stops;
mod serving;
mod signals;
mod two_runs;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use igbot::domain::account::Account;
use igbot::domain::id::AccountId;
use igbot::domain::token::{LongLivedToken, TokenLife};
use igbot::sandbox;
use igbot::store::accounts::LinkedAccount;
use igbot::store::{Store, StoreKeys};
use jiff::{SignedDuration, Timestamp};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;
use tempfile::TempDir;
use tokio::process::{Child, Command};
use tokio::time::timeout;

use crate::fake::{Fake, Fault, LIFETIME, Rules, TOKEN_PREFIX};

const KEY: &str = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";
const PATIENCE: Duration = Duration::from_secs(90);
const DAY: Duration = crate::fake::A_DAY;

/// What happens to one account, and how old its token is.
#[derive(Debug, Clone)]
struct Planned {
    fault: Fault,
    times: Option<u32>,
    age: Duration,
}

impl Planned {
    /// A token with a fifth of its life left.
    fn due(fault: Fault, times: Option<u32>) -> Self {
        Self { fault, times, age: 48 * DAY }
    }

    fn fine() -> Self {
        Self::due(Fault::Ok, None)
    }

    fn aged(age: Duration) -> Self {
        Self { age, ..Self::fine() }
    }
}

/// A store full of accounts, and the Instagram that knows them.
struct Chaos {
    fake: Fake,
    home: TempDir,
    store: PathBuf,
    accounts: Vec<Known>,
}

/// An account as it was before anything happened.
#[derive(Debug, Clone)]
struct Known {
    id: String,
    alias: String,
    token: String,
}

/// An account as it stands in the store.
#[derive(Debug, Clone, PartialEq)]
struct Stored {
    token: String,
    life: TokenLife,
    login_needed: bool,
}

/// What a run said about one account.
#[derive(Debug, Clone, Deserialize)]
struct Report {
    account_id: String,
    alias: String,
    result: String,
    reason: Option<String>,
    expires_at: Timestamp,
}

/// A run that has ended.
#[derive(Debug)]
struct Ended {
    code: i32,
    stdout: String,
    stderr: String,
}

impl Ended {
    /// The report on every account, by id.
    #[track_caller]
    fn reports(&self) -> BTreeMap<String, Report> {
        let mut reports = BTreeMap::new();
        for line in self.stdout.lines() {
            let report: Report =
                serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
            let twice = reports.insert(report.account_id.clone(), report);
            assert!(twice.is_none(), "reported twice: {twice:?}");
        }
        reports
    }

    /// How many accounts had each result.
    #[track_caller]
    fn tally(&self) -> BTreeMap<String, usize> {
        let mut tally = BTreeMap::new();
        for report in self.reports().into_values() {
            *tally.entry(report.result).or_default() += 1;
        }
        tally
    }

    #[track_caller]
    fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}", self.short());
        self
    }

    fn short(&self) -> String {
        let cut = |text: &str| text.chars().take(3000).collect::<String>();
        format!("exit {}\n{}\n{}", self.code, cut(&self.stdout), cut(&self.stderr))
    }
}

impl Chaos {
    async fn new(plan: &[Planned]) -> Self {
        Self::with(Rules::default(), plan).await
    }

    async fn with(rules: Rules, plan: &[Planned]) -> Self {
        let home = tempfile::tempdir().unwrap();
        let store = home.path().join("data").join("store.db");
        Self::at(rules, plan, home, store).await
    }

    async fn at(rules: Rules, plan: &[Planned], home: TempDir, path: PathBuf) -> Self {
        let fake = Fake::start(rules).await.unwrap();
        let now = Timestamp::now();
        let store = open(&path);
        let mut accounts = Vec::with_capacity(plan.len());
        let mut links = Vec::with_capacity(plan.len());
        for (number, planned) in plan.iter().enumerate() {
            let id = format!("1784140{number:010}");
            let alias = format!("shop{number:05}");
            let token = fake.add(&id, planned.age);
            fake.breaks(&id, planned.fault.clone(), planned.times);
            links.push(linked(&id, &alias, &token, now, planned.age));
            accounts.push(Known { id, alias, token });
        }
        let mut links = links.into_iter();
        loop {
            let some: Vec<_> = links.by_ref().take(256).map(|it| store.link(it)).collect();
            if some.is_empty() {
                break;
            }
            for done in futures_util::future::join_all(some).await {
                done.unwrap();
            }
        }
        drop(store);
        Self { fake, home, store: path, accounts }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_igbot"));
        command.args(arguments);
        self.surround(&mut command);
        command
    }

    /// A command that cannot write a file past a size, in blocks of 512 bytes; its writes then fail
    /// with EFBIG until somebody raises that limit.
    fn limited(&self, blocks: &str, arguments: &[&str]) -> Command {
        let script = "ulimit -S -f \"$1\"; shift; exec \"$@\"";
        let mut command = Command::new("/bin/sh");
        command.args(["-c", script, "sh", blocks, env!("CARGO_BIN_EXE_igbot")]).args(arguments);
        self.surround(&mut command);
        command
    }

    /// Gives a command the environment of a machine that talks to the fake, and nothing else.
    fn surround(&self, command: &mut Command) {
        command
            .env_clear()
            .env("HOME", self.home.path())
            .env("PATH", std::env::var_os("PATH").unwrap())
            .envs(sandbox::environment(self.fake.addr))
            .env("IGBOT_STORE", &self.store)
            .env("INSTAGRAM_ENCRYPTION_KEY", KEY)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
    }

    /// Runs `refresh-tokens --json` with more arguments, to its end.
    async fn refresh(&self, arguments: &[&str]) -> Ended {
        let child = self.start(arguments);
        self.end(child).await
    }

    /// Starts `refresh-tokens --json` with more arguments.
    fn start(&self, arguments: &[&str]) -> Child {
        let mut all = vec!["refresh-tokens", "--json"];
        all.extend(arguments);
        self.command(&all).spawn().unwrap()
    }

    /// Waits for the end of a run, and looks whether it gave a secret away.
    async fn end(&self, child: Child) -> Ended {
        let output = timeout(PATIENCE, child.wait_with_output()).await.expect("it ends").unwrap();
        self.fake.settles().await;
        let ended = Ended {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        };
        self.nothing_leaked(&ended);
        ended
    }

    /// What the store holds of every account, each token decrypted, in the order of the plan.
    async fn stored(&self) -> Vec<Stored> {
        let store = open(&self.store);
        let rows = store.accounts().await.unwrap();
        assert_eq!(rows.len(), self.accounts.len(), "every account is still there");
        let mut all = Vec::with_capacity(rows.len());
        for (row, known) in rows.iter().zip(&self.accounts) {
            assert_eq!(row.account_id.as_str(), known.id);
            assert!(row.active, "{known:?} was switched off");
            let token = store.token(&row.account_id).await.unwrap().expect("a token");
            all.push(Stored {
                token: token.0.expose_secret().to_owned(),
                life: row.life,
                login_needed: row.login_needed_since.is_some(),
            });
        }
        all
    }

    /// Every account has its old token, or the one of the last good answer; which of them, the run
    /// must have said, and the platform still takes it. Nobody was asked again after a good answer.
    async fn nothing_is_lost(&self, before: &[Stored], ended: &Ended) {
        let reports = ended.reports();
        for ((known, before), after) in self.accounts.iter().zip(before).zip(self.stored().await) {
            let report = reports.get(&known.id).unwrap_or_else(|| panic!("silent on {known:?}"));
            assert_eq!(report.alias, known.alias);
            assert_eq!(report.expires_at, after.life.expires_at, "{report:?}");
            let given = self.fake.last_good(&known.id);
            match report.result.as_str() {
                "refreshed" => {
                    assert_eq!(Some(&after.token), given.as_ref(), "{report:?}");
                    assert!(after.life.expires_at > before.life.expires_at, "{report:?}");
                    assert!(!after.login_needed, "{report:?}");
                    let lifetime = SignedDuration::try_from(LIFETIME).unwrap();
                    let off = after.life.expires_at.duration_since(Timestamp::now()) - lifetime;
                    assert!(off.abs() < SignedDuration::from_mins(3), "{report:?}");
                }
                result => {
                    assert_eq!(given, None, "a good answer was thrown away: {report:?}");
                    assert_eq!(after.token, before.token, "{report:?}");
                    assert_eq!(after.life, before.life, "{report:?}");
                    assert_eq!(after.login_needed, result == "login_needed", "{report:?}");
                }
            }
            assert!(self.fake.takes(&known.id, &after.token), "a dead token is kept: {report:?}");
            self.not_asked_after_a_good_answer(known);
        }
        assert_eq!(reports.len(), self.accounts.len());
        assert_eq!(self.fake.strangers(), 0, "every call carried a token that was given out");
        assert_eq!(self.fake.elsewhere(), 0, "no redirect was followed");
    }

    fn not_asked_after_a_good_answer(&self, known: &Known) {
        use crate::fake::Outcome;
        let calls = self.fake.calls(&known.id);
        let good = calls.iter().position(|call| matches!(call.outcome, Outcome::Answered(_)));
        if let Some(good) = good {
            assert_eq!(good + 1, calls.len(), "{known:?} was asked again: {calls:?}");
        }
    }

    /// No token, secret or key stands in what was said, nor in the files of the store.
    fn nothing_leaked(&self, ended: &Ended) {
        let mut files = Vec::new();
        collect(self.home.path(), &mut files);
        let app = [sandbox::INSTAGRAM_APP_SECRET, sandbox::META_APP_SECRET];
        let secrets = [TOKEN_PREFIX, KEY, "access_token=", app[0], app[1]];
        for secret in secrets {
            assert!(!ended.stdout.contains(secret), "`{secret}` on stdout: {}", ended.short());
            assert!(!ended.stderr.contains(secret), "`{secret}` on stderr: {}", ended.short());
        }
        for path in files {
            // A log goes with the last process that has the store open.
            let Ok(bytes) = fs::read(&path) else { continue };
            let wanted = TOKEN_PREFIX.as_bytes();
            let leaked = bytes.windows(wanted.len()).any(|it| it == wanted);
            assert!(!leaked, "a token in {}", path.display());
        }
    }

    /// Makes every stored token older, as if the machine's clock had gone forward (or back).
    fn clock_jumps(&self, by: SignedDuration) {
        let store = rusqlite::Connection::open(&self.store).unwrap();
        let sql = "UPDATE account SET issued_at = issued_at - ?1, refreshed_at = refreshed_at - ?1, \
                   expires_at = expires_at - ?1";
        store.execute(sql, [i64::try_from(by.as_millis()).unwrap()]).unwrap();
    }
}

fn open(path: &Path) -> Store {
    let keys = StoreKeys::parse(&SecretString::from(KEY)).unwrap();
    Store::open(path, keys, Duration::from_secs(5)).unwrap()
}

fn linked(id: &str, alias: &str, token: &str, now: Timestamp, age: Duration) -> LinkedAccount {
    let id: AccountId = id.parse().unwrap();
    let made = now - age;
    LinkedAccount {
        account: Account {
            app_scoped_id: format!("9{id}").parse().unwrap(),
            account_id: id,
            alias: alias.parse().unwrap(),
            username: alias.to_owned(),
            account_type: None,
            bot: None,
            active: true,
            permissions: vec!["instagram_business_basic".to_owned()],
            subscribed_fields: Vec::new(),
            life: TokenLife::starting(made, SignedDuration::try_from(LIFETIME).unwrap()),
            login_needed_since: None,
        },
        token: LongLivedToken(SecretString::from(token)),
    }
}

fn collect(dir: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).into_iter().flatten() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => collect(&path, files),
            false => files.push(path),
        }
    }
}

/// Waits until something is so.
async fn until(what: &str, mut so: impl FnMut() -> bool) {
    let waited = async {
        while !so() {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    timeout(Duration::from_secs(30), waited).await.unwrap_or_else(|_| panic!("never: {what}"));
}

fn send_signal(child: &Child, signal: &str) {
    let pid = child.id().expect("it still runs").to_string();
    assert!(std::process::Command::new("kill").args([signal, &pid]).status().unwrap().success());
}

/// Tells how to repeat a failed run.
struct Seed(u64);

impl Drop for Seed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("repeat with CHAOS_SEED={}", self.0);
        }
    }
}

/// Chance that can be repeated.
pub struct Chance(pub u64);

impl Chance {
    fn new() -> Self {
        let given = std::env::var("CHAOS_SEED").ok().map(|it| it.parse().unwrap());
        let seed = given.unwrap_or_else(|| Timestamp::now().as_microsecond().unsigned_abs());
        Self(seed)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}
