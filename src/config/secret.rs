//! Where a secret comes from: the value itself, a file, the service manager's credentials, or a
//! command. Never an option on the command line, where every user of the machine can read it.

use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};
use std::{fs, io, thread};

use secrecy::SecretString;

use super::setting::Setting;

/// How long a `_COMMAND` may take.
const COMMAND_LIMIT: Duration = Duration::from_secs(10);

/// Longest secret read from a file or a command.
const MAX_BYTES: u64 = 64 * 1024;

/// Where a secret lies.
#[derive(Debug, Clone)]
pub(super) enum SecretSource {
    /// From the environment.
    Value(SecretString),
    /// A line of an env file or config file.
    Line(SecretString, PathBuf),
    /// A file of its own.
    File(PathBuf),
    /// Handed over by the service manager, which sees to its mode.
    Credential(PathBuf),
    /// What a command prints.
    Command(String),
}

/// Why a secret cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// The file cannot be read.
    #[error("cannot read {} from {}", setting.name(), path.display())]
    File {
        /// Which secret.
        setting: Setting,
        /// Where it should be.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// Others may read the file.
    #[error("the file {} with {} can be read by others", path.display(), setting.name())]
    OpenToOthers {
        /// Which secret.
        setting: Setting,
        path: PathBuf,
    },
    /// The command cannot be run, fails, or takes too long.
    #[error("the command for {} {problem}", setting.name())]
    Command {
        /// Which secret.
        setting: Setting,
        /// What happened.
        problem: String,
    },
    /// It is there, and blank.
    #[error("{} is empty", setting.name())]
    Empty {
        /// Which secret.
        setting: Setting,
    },
}

impl SecretSource {
    /// Fetches the secret, without the blanks around it.
    pub(super) fn fetch(&self, setting: Setting) -> Result<SecretString, SecretError> {
        use secrecy::ExposeSecret;
        let text = match self {
            Self::Value(value) => value.clone(),
            Self::Line(value, path) => {
                open_private(path).map_err(|problem| problem.of(setting, path))?;
                value.clone()
            }
            Self::File(path) => read(setting, path, open_private(path))?,
            Self::Credential(path) => {
                read(setting, path, fs::File::open(path).map_err(NotPrivate::Unreadable))?
            }
            Self::Command(line) => run(setting, line)?,
        };
        // A trailing newline in a secret is a classic cause of failing signatures (reference 13).
        let trimmed = text.expose_secret().trim();
        if trimmed.is_empty() {
            return Err(SecretError::Empty { setting });
        }
        Ok(SecretString::from(trimmed))
    }
}

/// Why a file with a secret is not opened.
pub(super) enum NotPrivate {
    /// The operating system refuses.
    Unreadable(io::Error),
    /// Others may read it too.
    OpenToOthers,
}

impl NotPrivate {
    fn of(self, setting: Setting, path: &Path) -> SecretError {
        let path = path.to_owned();
        match self {
            Self::Unreadable(source) => SecretError::File { setting, path, source },
            Self::OpenToOthers => SecretError::OpenToOthers { setting, path },
        }
    }
}

/// Opens a file that nobody else may read.
pub(super) fn open_private(path: &Path) -> Result<fs::File, NotPrivate> {
    // A pipe is one, too, as of a shell's `<(…)`; a directory must not be closed to others.
    if path.is_dir() {
        return Err(NotPrivate::Unreadable(io::ErrorKind::IsADirectory.into()));
    }
    let file = fs::File::open(path).map_err(NotPrivate::Unreadable)?;
    match file.metadata().map(|data| data.permissions().mode()) {
        Ok(mode) if mode & 0o077 == 0 => Ok(file),
        _ => Err(NotPrivate::OpenToOthers),
    }
}

fn read(
    setting: Setting,
    path: &Path,
    file: Result<fs::File, NotPrivate>,
) -> Result<SecretString, SecretError> {
    let file = file.map_err(|problem| problem.of(setting, path))?;
    let mut text = String::new();
    match file.take(MAX_BYTES).read_to_string(&mut text) {
        Ok(_) => Ok(SecretString::from(text)),
        Err(source) => Err(SecretError::File { setting, path: path.to_owned(), source }),
    }
}

/// Splits a command line into its program and arguments the way a shell would, without being one.
pub fn command_words(line: &str) -> Option<(String, Vec<String>)> {
    let mut words = shlex::split(line)?.into_iter();
    Some((words.next()?, words.collect()))
}

/// Runs a command without a shell and takes its standard output.
fn run(setting: Setting, line: &str) -> Result<SecretString, SecretError> {
    let failed = |problem: String| SecretError::Command { setting, problem };
    let Some((program, arguments)) = command_words(line) else {
        return Err(failed("is not a valid command line".to_owned()));
    };
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| failed(format!("cannot be run: {error}")))?;
    let output = child.stdout.take();
    let (printed, text) = mpsc::channel();
    thread::spawn(move || {
        let mut text = String::new();
        let read = output.map(|output| output.take(MAX_BYTES).read_to_string(&mut text));
        // Nobody waits any more if the command took too long.
        let _ = printed.send(read.is_some_and(|read| read.is_ok()).then_some(text));
    });
    let started = Instant::now();
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) if started.elapsed() < COMMAND_LIMIT => {
                thread::sleep(Duration::from_millis(10));
            }
            Ok(None) => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(failed(format!("took longer than {} s", COMMAND_LIMIT.as_secs())));
            }
            Err(error) => return Err(failed(format!("cannot be waited for: {error}"))),
        }
    };
    if !status.success() {
        return Err(failed(format!("failed ({status})")));
    }
    match text.recv_timeout(COMMAND_LIMIT.saturating_sub(started.elapsed())) {
        Ok(Some(text)) => Ok(SecretString::from(text)),
        Ok(None) => Err(failed("did not print text".to_owned())),
        Err(_) => Err(failed("left a process running that keeps its output open".to_owned())),
    }
}
