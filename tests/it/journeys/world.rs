//! A machine with igbot on it, an Instagram beside it, and a person.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use igbot::clock::SystemClock;
use igbot::random::SystemRandom;
use igbot::sandbox::person::Person;
use igbot::sandbox::{self, Sandbox, SandboxConfig};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStdin, Command};
use tokio::time::timeout;
use url::Url;

use super::results;

pub const KEY: &str = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";

/// Part of every text a test sends or receives; it must stand in no file, log or error.
pub const CANARY: &str = "canary-7f3a";

/// How long anything may take before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(30);

pub struct World {
    pub sandbox: Sandbox,
    pub person: Person,
    pub home: TempDir,
    pub redirect_uri: String,
    /// Everything igbot said, but for the output of commands that show messages.
    said: Arc<Mutex<String>>,
}

/// A command that has ended.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ended {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    #[track_caller]
    pub fn ok(self) -> Self {
        assert_eq!(self.code, 0, "{self:?}");
        self
    }
}

impl World {
    pub async fn new() -> Self {
        let sandbox = Sandbox::start(SandboxConfig {
            bind: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            allow_http: true,
            callback_url: None,
            clock: Arc::new(SystemClock),
            random: Arc::new(SystemRandom),
            fast_retries: true,
        })
        .await
        .unwrap();
        let person = Person::new(&sandbox.base_url()).unwrap();
        Self {
            sandbox,
            person,
            home: tempfile::tempdir().unwrap(),
            redirect_uri: format!("http://127.0.0.1:{}/callback", free_port()),
            said: Arc::default(),
        }
    }

    /// A world in which the sandbox's shop is linked.
    pub async fn linked() -> Self {
        let world = Self::new().await;
        world.log_in(&["login", "--no-browser"]).await.ok();
        world
    }

    /// The same, whose customer has just written; and the id of that message.
    pub async fn in_conversation() -> (Self, String) {
        let world = Self::linked().await;
        let path = format!("customers/{}/messages", sandbox::DEFAULT_CUSTOMER);
        let written = world.control(&path, json!({ "text": "hello" })).await;
        let mid = written["mid"].as_str().unwrap().to_owned();
        (world, mid)
    }

    /// What Instagram was asked to do with messages.
    pub async fn asked(&self) -> Vec<String> {
        let calls = self.person.see("sandbox/requests").await.unwrap();
        let messages = |call: &&Value| call["path"] == "/v25.0/me/messages";
        let calls = calls.as_array().unwrap().iter().filter(messages);
        calls.map(|call| call["action"].as_str().unwrap().to_owned()).collect()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        for secret in self.secrets() {
            assert!(!arguments.iter().any(|it| it.contains(&secret)), "a secret in argv");
        }
        let mut command = Command::new(env!("CARGO_BIN_EXE_igbot"));
        command
            .args(arguments)
            .env_clear()
            .env("HOME", self.home.path())
            .env("PATH", std::env::var_os("PATH").unwrap())
            .envs(sandbox::environment(self.sandbox.addr()))
            .env("IGBOT_REDIRECT_URI", &self.redirect_uri)
            .env("INSTAGRAM_ENCRYPTION_KEY", KEY)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        command
    }

    /// A command that a line of shell starts, with `exec "$@"`.
    pub fn through_shell(&self, line: &str, arguments: &[&str]) -> Command {
        let command = self.command(arguments);
        let command = command.as_std();
        let mut shell = Command::new("sh");
        shell.args(["-c", line, "sh"]).arg(command.get_program()).args(command.get_args());
        let set = command.get_envs().filter_map(|(name, value)| Some((name, value?)));
        shell
            .env_clear()
            .envs(set)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        shell
    }

    pub async fn run(&self, arguments: &[&str]) -> Ended {
        self.run_command(self.command(arguments)).await
    }

    pub async fn run_command(&self, mut command: Command) -> Ended {
        // These are asked to show texts, or the verify token that has to be pasted elsewhere.
        let shows_messages = |argument: &&std::ffi::OsStr| {
            matches!(argument.to_str(), Some("message" | "event" | "try" | "--dry-run" | "init"))
        };
        let shows_messages = command.as_std().get_args().any(|it| shows_messages(&it));
        let output = timeout(PATIENCE, command.output()).await.expect("it ends").unwrap();
        let ended = Ended {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        };
        if !shows_messages {
            self.heard(&ended.stdout);
        }
        self.heard(&ended.stderr);
        let arguments: Vec<_> = command.as_std().get_args().filter_map(|it| it.to_str()).collect();
        results::check(&arguments, &ended.stdout);
        ended
    }

    /// Runs a login while a person agrees with the sandbox's shop.
    pub async fn log_in(&self, arguments: &[&str]) -> Ended {
        self.log_in_as(arguments, sandbox::BUSINESS_USERNAME).await
    }

    pub async fn log_in_as(&self, arguments: &[&str], username: &str) -> Ended {
        let mut login = self.start(arguments).await;
        let url = login.consent_page().await;
        let landed = self.person.agrees(&url, username).await.unwrap();
        let (status, _) = self.person.follows(&landed).await.unwrap();
        assert_eq!(status, 200);
        login.end().await
    }

    /// Starts a command that goes on.
    pub async fn start(&self, arguments: &[&str]) -> Running {
        self.start_command(self.command(arguments)).await
    }

    pub async fn start_command(&self, mut command: Command) -> Running {
        command.stdin(Stdio::piped());
        self.start_as_it_is(command)
    }

    /// Starts a command that goes on, with the standard input that it has been given.
    pub fn start_as_it_is(&self, mut command: Command) -> Running {
        let mut child = command.spawn().unwrap();
        Running {
            stdin: child.stdin.take(),
            stdout: BufReader::new(child.stdout.take().unwrap()),
            stderr: BufReader::new(child.stderr.take().unwrap()),
            child,
            heard: Ended { code: -1, stdout: String::new(), stderr: String::new() },
            said: Arc::clone(&self.said),
        }
    }

    /// Starts `serve`, gives Instagram its address and subscribes the shop.
    pub async fn serve(&self, arguments: &[&str]) -> Running {
        let mut all = vec!["serve", "--json", "--bind", "127.0.0.1:0"];
        all.extend(arguments);
        let mut serve = self.start(&all).await;
        let url = format!("{}/webhook", serve.base().await);
        self.person.connect_webhook(&url, sandbox::VERIFY_TOKEN).await.unwrap();
        self.run(&["webhook", "subscribe"]).await.ok();
        serve
    }

    /// Lets a day and an hour pass at Instagram, and makes every stored token as old.
    pub async fn a_day_passes(&self) {
        let seconds = 25 * 3600;
        self.control("clock", serde_json::json!({ "advance_seconds": seconds })).await;
        let store = rusqlite::Connection::open(self.path(".local/share/igbot/store.db")).unwrap();
        let sql = "UPDATE account SET issued_at = issued_at - ?1, refreshed_at = refreshed_at - ?1, \
                   expires_at = expires_at - ?1";
        store.execute(sql, [seconds * 1000]).unwrap();
    }

    pub async fn control(&self, path: &str, body: Value) -> Value {
        let answer = self.person.control(&format!("sandbox/{path}"), &body).await.unwrap();
        answer.json().await.unwrap()
    }

    /// Waits until the shop has answered on the customer's phone with `count` messages.
    pub async fn replies(&self, count: usize) -> Vec<String> {
        let (account, customer) = (sandbox::BUSINESS_ACCOUNT, sandbox::DEFAULT_CUSTOMER);
        let replies = async {
            loop {
                let phone = self.person.reads(account, customer).await.unwrap();
                let replies: Vec<_> =
                    phone.into_iter().filter(|it| it.from_account).map(|it| it.text).collect();
                if replies.len() >= count {
                    return replies;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        timeout(PATIENCE, replies).await.expect("the replies arrive")
    }

    /// Runs a listing until it shows `count` rows.
    pub async fn until(&self, arguments: &[&str], count: usize) -> Vec<Value> {
        let listed = async {
            loop {
                let rows = self.run(arguments).await.ok().json();
                if let Some(rows) = rows.as_array().filter(|rows| rows.len() >= count) {
                    return rows.clone();
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        timeout(PATIENCE, listed).await.expect("the rows appear")
    }

    /// Faults that still wait for a call.
    pub async fn faults(&self) -> Vec<Value> {
        self.person.see("sandbox/faults").await.unwrap().as_array().unwrap().clone()
    }

    /// Waits until every fault has met its call.
    pub async fn until_faults_are_met(&self) {
        eventually(async || self.faults().await.is_empty()).await;
    }

    fn heard(&self, text: &str) {
        self.said.lock().unwrap().push_str(text);
    }

    fn secrets(&self) -> Vec<String> {
        let mut secrets: Vec<_> = [
            sandbox::INSTAGRAM_APP_SECRET,
            sandbox::META_APP_SECRET,
            sandbox::VERIFY_TOKEN,
            KEY,
            CANARY,
            // Every token of the sandbox begins so. Fewer letters would stand in a ciphertext by chance.
            "IGAAsandbox",
        ]
        .map(str::to_owned)
        .into();
        secrets.dedup();
        secrets
    }

    /// No secret and no message text stands in the store's files, nor in anything that was said.
    fn assert_nothing_leaked(&self) {
        let said = self.said.lock().unwrap();
        let mut files = Vec::new();
        collect(&self.path(".local"), &mut files);
        for secret in self.secrets() {
            assert!(!said.contains(&secret), "`{secret}` was said:\n{said}");
            for path in &files {
                let bytes = fs::read(path).unwrap();
                let leaked = bytes.windows(secret.len()).any(|it| it == secret.as_bytes());
                assert!(!leaked, "`{secret}` stands in {}", path.display());
            }
        }
    }
}

/// The canary is looked for after every journey, so that none can forget to.
impl Drop for World {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.assert_nothing_leaked();
        }
    }
}

/// A command that goes on.
pub struct Running {
    pub child: Child,
    stdin: Option<ChildStdin>,
    stdout: BufReader<tokio::process::ChildStdout>,
    stderr: BufReader<tokio::process::ChildStderr>,
    heard: Ended,
    said: Arc<Mutex<String>>,
}

impl Running {
    /// The next line of its standard output.
    pub async fn line(&mut self) -> String {
        let mut line = String::new();
        timeout(PATIENCE, self.stdout.read_line(&mut line)).await.expect("a line").unwrap();
        self.heard.stdout.push_str(&line);
        line
    }

    /// The address in the first line of a `serve --json` or `sandbox --json`.
    pub async fn base(&mut self) -> String {
        let ready: Value = serde_json::from_str(&self.line().await).unwrap();
        assert_eq!(ready["event"], "ready");
        format!("http://{}", ready["bind"].as_str().unwrap())
    }

    /// The address that a login shows.
    pub async fn consent_page(&mut self) -> Url {
        loop {
            let mut line = String::new();
            let read = timeout(PATIENCE, self.stderr.read_line(&mut line)).await;
            assert!(read.expect("a line").unwrap() > 0, "no address: {}", self.heard.stderr);
            self.heard.stderr.push_str(&line);
            if line.trim().starts_with("http") {
                return line.trim().parse().unwrap();
            }
        }
    }

    pub async fn paste(&mut self, line: &str) {
        let stdin = self.stdin.as_mut().unwrap();
        stdin.write_all(format!("{line}\n").as_bytes()).await.unwrap();
    }

    /// Closes its standard input.
    pub fn hang_up(&mut self) {
        self.stdin = None;
    }

    /// Asks it to stop, as a service manager does, and waits.
    pub async fn stop(self) -> Ended {
        self.signal("-TERM").await;
        self.end().await
    }

    pub async fn signal(&self, signal: &str) {
        let pid = self.child.id().unwrap().to_string();
        let kill = Command::new("kill").args([signal, &pid]).status().await.unwrap();
        assert!(kill.success());
    }

    /// Reads what it says on standard error until a part of it is there.
    pub async fn says(&mut self, part: &str) {
        loop {
            let mut line = String::new();
            let read = timeout(PATIENCE, self.stderr.read_line(&mut line)).await;
            let heard = &mut self.heard.stderr;
            assert!(read.expect("a line").unwrap() > 0, "never said `{part}`: {heard}");
            heard.push_str(&line);
            if line.contains(part) {
                return;
            }
        }
    }

    /// Waits for its end.
    pub async fn end(mut self) -> Ended {
        let rest = async {
            tokio::try_join!(
                self.stdout.read_to_string(&mut self.heard.stdout),
                self.stderr.read_to_string(&mut self.heard.stderr),
                self.child.wait(),
            )
        };
        let (_, _, status) = timeout(PATIENCE, rest).await.expect("it ends").unwrap();
        self.heard.code = status.code().unwrap_or(-1);
        let mut said = self.said.lock().unwrap();
        said.push_str(&self.heard.stdout);
        said.push_str(&self.heard.stderr);
        drop(said);
        self.heard
    }
}

pub fn free_port() -> u16 {
    // Not one of those that Linux gives to connections, which may have it before it is bound.
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let next =
        || 20_000 + (std::process::id() * 97 + NEXT.fetch_add(1, Ordering::Relaxed)) % 12_000;
    let ports = std::iter::repeat_with(next).map(|port| port as u16);
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    ports.take(1_000).find(is_free).unwrap()
}

/// Every file below a directory; none if it is not there.
fn collect(dir: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).into_iter().flatten() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => collect(&path, files),
            false => files.push(path),
        }
    }
}

/// Waits until something holds, and fails if it does not before long.
pub async fn eventually(holds: impl AsyncFn() -> bool) {
    let held = async {
        while !holds().await {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(PATIENCE, held).await.expect("it comes to hold");
}
