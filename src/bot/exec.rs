//! Runs the owner's programs: a bot for one event, a hook of cron.
//!
//! No shell; an event goes in on standard input, nothing of it on the command line or in the
//! environment, which is cut down to what a program needs to run (security, 14 and 15). At the time
//! limit the whole process group is ended.

use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStderr, Command};
use tokio::sync::{Semaphore, oneshot};
use tokio::time::{sleep, timeout};

use super::HandlerError;
use crate::domain::visible::visible;

/// Most bytes read of an answer.
const MAX_OUTPUT: usize = 64 * 1024;

/// How long the last of an answer may take once the program has ended.
const LAST_WORDS: Duration = Duration::from_millis(500);

/// How many bots are listened to after their end, for what they left running. Each takes a file
/// descriptor, of which those of the receiver must not run out.
static LEFT_RUNNING: Semaphore = Semaphore::const_new(64);

/// Longest line of a bot's standard error that goes into one record of the log, and how many of them do.
const MAX_LINE: u64 = 1024;
const MAX_LINES: usize = 200;

/// Variables a handler keeps. No secret of ours is among them.
const KEPT: [&str; 8] = ["PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR", "SHELL"];

/// A program and how long it may take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// The program.
    pub program: String,
    /// Its arguments.
    pub arguments: Vec<String>,
    /// Variables of our environment that it gets beside the usual ones.
    pub passed: Vec<String>,
    /// After this it is ended.
    pub limit: Duration,
}

/// Why a program cannot be run.
#[derive(Debug, thiserror::Error)]
pub enum Missing {
    /// It is not there.
    #[error("program `{0}` not found")]
    Nowhere(String),
    /// Its interpreter is there, and the file that it should run is not.
    #[error("file `{}` not found", .0.display())]
    Script(PathBuf),
    /// It is a file and no program.
    #[error("{} is not executable", .0.display())]
    NotExecutable(PathBuf),
}

/// Interpreters, by their names without a version, and how the files end that they run. A shell looks for its
/// own in other places, too.
const INTERPRETERS: [(&str, &[&str]); 5] = [
    ("node", &["js", "mjs", "cjs", "ts"]),
    ("perl", &["pl"]),
    ("php", &["php"]),
    ("python", &["py"]),
    ("ruby", &["rb"]),
];

/// The file that an interpreter should run, where its name says that it is one.
fn script<'a>(program: &str, arguments: &'a [String]) -> Option<&'a Path> {
    let name = Path::new(program).file_name()?.to_str()?;
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let (_, endings) = INTERPRETERS.iter().find(|(interpreter, _)| *interpreter == name)?;
    let first = Path::new(arguments.first()?);
    endings.contains(&first.extension()?.to_str()?).then_some(first)
}

/// Looks whether the file is there that an interpreter should run, as seen from the working directory.
pub fn find_script(program: &str, arguments: &[String]) -> Result<(), Missing> {
    match script(program, arguments) {
        Some(script) if !script.exists() => Err(Missing::Script(script.to_owned())),
        _ => Ok(()),
    }
}

/// Looks whether a program is where it would be run from.
pub fn find(program: &str) -> Result<(), Missing> {
    let places = match program.contains('/') {
        true => vec![PathBuf::from(program)],
        false => std::env::var_os("PATH")
            .map(|path| std::env::split_paths(&path).map(|dir| dir.join(program)).collect())
            .unwrap_or_default(),
    };
    let is_executable =
        |file: &PathBuf| file.metadata().is_ok_and(|it| it.permissions().mode() & 0o111 != 0);
    let mut files = places.into_iter().filter(|place| place.is_file()).peekable();
    match files.peek().cloned() {
        None => Err(Missing::Nowhere(program.to_owned())),
        Some(file) if !files.any(|file| is_executable(&file)) => Err(Missing::NotExecutable(file)),
        Some(_) => Ok(()),
    }
}

impl Program {
    /// Runs a bot with `input` on its standard input, and gives what it printed. What it says on its
    /// standard error is logged with the number of its event.
    ///
    /// # Errors
    /// It cannot be run, fails, prints too much or takes too long.
    pub async fn answer(&self, event: i64, input: &[u8]) -> Result<Vec<u8>, HandlerError> {
        let mut child = self.start(&[], Stdio::piped())?;
        let (running, ended) = oneshot::channel::<()>();
        if let Some(stderr) = child.stderr.take() {
            LISTENING.fetch_add(1, Ordering::Relaxed);
            tokio::spawn(async move {
                listen(event, stderr, ended).await;
                LISTENING.fetch_sub(1, Ordering::Relaxed);
            });
        }
        let answer = self.finish(child, input).await;
        drop(running);
        match answer {
            // As while it is being replaced: what its interpreter makes of that is no answer of the bot's.
            Err(HandlerError::Exit(_)) if self.script_is_gone() => Err(HandlerError::Gone),
            answer => answer,
        }
    }

    fn script_is_gone(&self) -> bool {
        script(&self.program, &self.arguments).is_some_and(|script| !script.exists())
    }

    /// Runs a hook with `told` beside the few variables it keeps of ours, and gives what it printed.
    pub async fn run(&self, told: &[(&str, String)]) -> Result<Vec<u8>, HandlerError> {
        let child = self.start(told, Stdio::inherit())?;
        self.finish(child, b"").await
    }

    /// What it should get of our environment, and is not there.
    pub fn unset(&self) -> impl Iterator<Item = &str> {
        self.passed.iter().map(String::as_str).filter(|name| std::env::var_os(name).is_none())
    }

    fn start(&self, told: &[(&str, String)], stderr: Stdio) -> Result<Child, HandlerError> {
        let kept = KEPT.into_iter().chain(self.passed.iter().map(String::as_str));
        let kept = kept.filter_map(|name| Some((name, std::env::var_os(name)?)));
        Command::new(&self.program)
            .args(&self.arguments)
            .env_clear()
            .envs(kept)
            .envs(told.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(stderr)
            .process_group(0)
            .kill_on_drop(true)
            .spawn()
            .map_err(HandlerError::Spawn)
    }

    async fn finish(&self, mut child: Child, input: &[u8]) -> Result<Vec<u8>, HandlerError> {
        let mut group = Group::of(&child);
        match timeout(self.limit, talk(&mut child, &mut group, input)).await {
            Ok(answer) => answer,
            Err(_) => Err(HandlerError::TimedOut(self.limit)),
        }
    }
}

async fn talk(child: &mut Child, group: &mut Group, input: &[u8]) -> Result<Vec<u8>, HandlerError> {
    let mut output = Vec::new();
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let write = async {
        if let Some(mut stdin) = stdin {
            // A program that answers without reading its input is free to do so.
            let _ = stdin.write_all(input).await;
        }
    };
    let read = async {
        match stdout {
            Some(stdout) => stdout.take(MAX_OUTPUT as u64 + 1).read_to_end(&mut output).await,
            None => Ok(0),
        }
    };
    // The program's own end counts. What it left running in the background may hold its output open
    // for ever, so after that end only what is there is read.
    let status = {
        let (mut read, mut write) = (pin!(read), pin!(write));
        let (mut reading, mut writing) = (true, true);
        loop {
            tokio::select! {
                status = child.wait() => {
                    let status = status.map_err(HandlerError::Lost)?;
                    group.has_ended();
                    if reading {
                        let _ = timeout(LAST_WORDS, read).await;
                    }
                    break status;
                }
                result = &mut read, if reading => {
                    reading = false;
                    if result.map_err(HandlerError::Lost)? > MAX_OUTPUT {
                        return Err(HandlerError::TooLong(MAX_OUTPUT));
                    }
                }
                () = &mut write, if writing => writing = false,
            }
        }
    };
    match status.success() {
        _ if output.len() > MAX_OUTPUT => Err(HandlerError::TooLong(MAX_OUTPUT)),
        true => Ok(output),
        false => Err(HandlerError::Exit(status)),
    }
}

/// Bots whose standard error is being read.
static LISTENING: AtomicUsize = AtomicUsize::new(0);

/// Waits until all that bots have said is logged, but not for what they left running.
pub async fn last_words() {
    let heard = async {
        while LISTENING.load(Ordering::Relaxed) > 0 {
            sleep(Duration::from_millis(5)).await;
        }
    };
    // Nobody said it in time.
    let _ = timeout(LAST_WORDS, heard).await;
}

/// Logs what a bot says until its end, and what it left running says, for as long as there is room for
/// that: it may fail for want of a listener.
async fn listen(event: i64, stderr: ChildStderr, ended: oneshot::Receiver<()>) {
    let mut said = pin!(log(event, stderr));
    tokio::select! {
        () = &mut said => return,
        _ = ended => {}
    }
    if timeout(LAST_WORDS, &mut said).await.is_err()
        && let Ok(_room) = LEFT_RUNNING.try_acquire()
    {
        said.await;
    }
}

/// Logs what a bot says, line by line, with nothing in it that drives a terminal.
async fn log(event: i64, stderr: ChildStderr) {
    let mut said = BufReader::new(stderr);
    let mut line = Vec::new();
    for number in 0_usize.. {
        line.clear();
        match (&mut said).take(MAX_LINE).read_until(b'\n', &mut line).await {
            Ok(1..) if number < MAX_LINES => {
                let says = String::from_utf8_lossy(line.trim_ascii_end());
                tracing::info!(event, says = %visible(&says), "the bot");
            }
            Ok(1..) if number == MAX_LINES => {
                tracing::warn!(
                    event,
                    "the bot's output on standard error is too long to log in full"
                );
            }
            Ok(1..) => {}
            Ok(0) | Err(_) => return,
        }
    }
}

/// The process groups of programs that run.
static RUNNING: Mutex<BTreeSet<i32>> = Mutex::new(BTreeSet::new());

fn running() -> MutexGuard<'static, BTreeSet<i32>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Ends all programs that run: this process is about to end where nothing is dropped.
pub fn end_all() {
    running().iter().for_each(|&group| end(group));
}

fn end(group: i32) {
    if let Some(group) = Pid::from_raw(group) {
        // All of it may have ended this very moment.
        let _ = kill_process_group(group, Signal::KILL);
    }
}

/// Ends a handler's process group when its run is given up or dropped.
struct Group(Option<i32>);

impl Group {
    fn of(child: &Child) -> Self {
        let group = child.id().map(u32::cast_signed);
        running().extend(group);
        Self(group)
    }

    /// It ended by itself; what it left running in the background is its own affair.
    fn has_ended(&mut self) {
        if let Some(group) = self.0.take() {
            running().remove(&group);
        }
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        if let Some(group) = self.0 {
            end(group);
            running().remove(&group);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    #[test]
    fn only_what_is_surely_a_file_is_looked_for_behind_an_interpreter() {
        for (line, found) in [
            ("python3 gone.py", false),
            ("/usr/bin/python3.11 ./gone.py --fast", false),
            ("node dist/gone.mjs", false),
            ("python3 -m bot", true),
            ("python3 -c print(1)", true),
            ("node dist/bot", true),
            ("bun run bot.ts", true),
            ("bash bot.sh", true),
            ("./bot gone.py", true),
            ("python3", true),
        ] {
            let words: Vec<_> = line.split(' ').map(str::to_owned).collect();
            assert_eq!(find_script(&words[0], &words[1..]).is_ok(), found, "{line}");
        }
    }

    fn shell(script: &str, limit: Duration) -> Program {
        Program {
            program: "sh".to_owned(),
            arguments: vec!["-c".to_owned(), script.to_owned()],
            passed: Vec::new(),
            limit,
        }
    }

    const LONG: Duration = Duration::from_secs(20);

    #[tokio::test]
    async fn a_program_gets_what_is_passed_to_it_of_the_environment_and_no_more() {
        let passed = vec!["CARGO_PKG_NAME".to_owned(), "NOT_SET_ANYWHERE".to_owned()];
        let show = r#"printf %s "$CARGO_PKG_NAME $CARGO_PKG_VERSION${NOT_SET_ANYWHERE-unset}""#;
        let program = Program { passed, ..shell(show, LONG) };
        assert_eq!(program.unset().collect::<Vec<_>>(), ["NOT_SET_ANYWHERE"]);
        assert_eq!(program.answer(1, b"").await.unwrap(), b"igbot unset");
    }

    #[tokio::test]
    async fn the_event_goes_in_and_the_answer_comes_out() {
        let answer = shell("tr a-z A-Z", LONG).answer(1, b"hello").await.unwrap();
        assert_eq!(answer, b"HELLO");
        assert_eq!(shell("echo deaf", LONG).answer(1, &[b'x'; 300_000]).await.unwrap(), b"deaf\n");
    }

    #[tokio::test]
    async fn a_handler_may_leave_something_running() {
        let answer = shell("echo an answer; sleep 5 &", LONG).answer(1, b"").await.unwrap();
        assert_eq!(answer, b"an answer\n");
    }

    #[tokio::test]
    async fn what_bots_leave_running_takes_no_more_than_so_many_files() {
        let open = || std::fs::read_dir("/proc/self/fd").unwrap().count();
        let before = open();
        for _ in 0..100 {
            shell("sleep 30 >/dev/null &", LONG).answer(1, b"").await.unwrap();
        }
        tokio::time::sleep(2 * LAST_WORDS).await;
        let more = open().saturating_sub(before);
        assert!((50..80).contains(&more), "{more}");
    }

    #[tokio::test]
    async fn a_handler_inherits_no_secret() {
        let environment = shell("env", LONG).answer(1, b"").await.unwrap();
        let environment = String::from_utf8(environment).unwrap();
        let names = environment.lines().filter_map(|line| line.split_once('=')).map(|it| it.0);
        for name in names {
            let by_shell = ["PWD", "SHLVL", "_", "OLDPWD"].contains(&name);
            assert!(by_shell || KEPT.contains(&name), "{name} was handed on");
        }
    }

    #[tokio::test]
    async fn a_handler_that_fails_hangs_or_floods_is_an_error() {
        let failed = shell("exit 3", LONG).answer(1, b"").await;
        assert!(matches!(failed, Err(HandlerError::Exit(_))));
        let flooded = shell("yes", LONG).answer(1, b"").await;
        assert!(matches!(flooded, Err(HandlerError::TooLong(_))));
        let started = Instant::now();
        let hung = shell("sleep 600 & sleep 600", Duration::from_millis(100)).answer(1, b"").await;
        assert!(matches!(hung, Err(HandlerError::TimedOut(_))));
        assert!(started.elapsed() < LONG, "its children did not keep us");
    }
}
