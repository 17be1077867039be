//! `config.toml`: settings by their names, and a `[bots.NAME]` table for each bot.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};

use serde::Deserialize;
use serde::de::{self, Deserializer};
use url::Url;

use super::setting::{Setting, is_own_variable};
use crate::domain::event::EventKind;

/// What a config file says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ConfigFile {
    /// Bots by name.
    #[serde(default)]
    pub(super) bots: BTreeMap<String, BotConfig>,
    /// Settings by name.
    #[serde(flatten)]
    pub(super) values: BTreeMap<String, toml::Value>,
}

/// A bot: what answers for the accounts linked with `--bot NAME`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "BotTable")]
pub struct BotConfig {
    /// Who it is.
    pub handler: BotHandler,
    /// How long it may take.
    pub timeout: Option<Duration>,
    /// Variables of our environment that its program gets.
    pub pass_env: Vec<String>,
    /// What it is asked about besides messages and taps.
    pub also: Vec<EventKind>,
}

/// Who answers as a bot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BotHandler {
    /// A program and its arguments.
    Exec(HandlerCommand),
    /// A program behind a URL.
    Url(Url),
}

/// A `[bots.NAME]` table as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BotTable {
    exec: Option<HandlerCommand>,
    url: Option<Url>,
    #[serde(default, rename = "timeout_seconds", deserialize_with = "seconds")]
    timeout: Option<Duration>,
    #[serde(default)]
    pass_env: Vec<String>,
    #[serde(default)]
    also: Vec<String>,
}

impl TryFrom<BotTable> for BotConfig {
    type Error = String;

    fn try_from(table: BotTable) -> Result<Self, Self::Error> {
        let BotTable { exec, url, timeout, pass_env, also } = table;
        if url.is_some() && !pass_env.is_empty() {
            return Err("`pass_env` works only with `exec`, not with `url`".to_owned());
        }
        let handler = match (exec, url) {
            (Some(command), None) => BotHandler::Exec(command),
            (None, Some(url)) if matches!(url.scheme(), "http" | "https") => BotHandler::Url(url),
            (None, Some(_)) => {
                return Err("the url of a bot must begin with http:// or https://".to_owned());
            }
            _ => return Err("a bot needs either `exec` or `url`".to_owned()),
        };
        let pass_env = pass_env.iter().map(|name| passed_name(name)).collect::<Result<_, _>>()?;
        let also = also.iter().map(|kind| on_request(kind)).collect::<Result<_, _>>()?;
        Ok(Self { handler, timeout, pass_env, also })
    }
}

/// A kind of event that a bot may ask for.
///
/// # Errors
/// It is none of [`EventKind::ON_REQUEST`]; they are listed.
pub fn on_request(text: &str) -> Result<EventKind, String> {
    let known = EventKind::ON_REQUEST;
    known.into_iter().find(|kind| kind.as_str() == text).ok_or_else(|| {
        format!("a bot can also be asked about: {}", known.map(EventKind::as_str).join(", "))
    })
}

/// The name of a variable that a bot may get of our environment.
///
/// # Errors
/// It is no name, or one of ours: a bot has none of our secrets (security, 15).
pub fn passed_name(text: &str) -> Result<String, String> {
    let plain = |c: u8| c.is_ascii_alphanumeric() || c == b'_';
    if text.is_empty() || !text.bytes().all(plain) || text.as_bytes()[0].is_ascii_digit() {
        Err("use the name of a variable, like OPENAI_API_KEY".to_owned())
    } else if is_own_variable(text) {
        Err(format!("{text} is an igbot setting and cannot be passed to bots"))
    } else {
        Ok(text.to_owned())
    }
}

/// A program and its arguments; never a line for a shell.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Vec<String>")]
pub struct HandlerCommand {
    /// The program.
    pub program: String,
    /// Its arguments.
    pub arguments: Vec<String>,
}

impl TryFrom<Vec<String>> for HandlerCommand {
    type Error = &'static str;

    fn try_from(words: Vec<String>) -> Result<Self, Self::Error> {
        let mut words = words.into_iter();
        match words.next() {
            Some(program) if !program.is_empty() => {
                Ok(Self { program, arguments: words.collect() })
            }
            _ => Err("a command needs at least the name of a program"),
        }
    }
}

fn seconds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Duration>, D::Error> {
    match u32::deserialize(deserializer)? {
        0 => Err(de::Error::custom("the time limit must be at least one second")),
        seconds => Ok(Some(Duration::from_secs(seconds.into()))),
    }
}

/// Why a config file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigFileError {
    /// It cannot be read.
    #[error("cannot read the config file {}", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    /// It is no TOML of the expected shape. The text is not quoted: it may hold a secret.
    #[error("the config file {} is malformed: {problem}", path.display())]
    Malformed {
        path: PathBuf,
        /// What is wrong, without the line's text.
        problem: String,
    },
    /// A name that is no setting.
    #[error("the config file {} has an unknown setting `{name}`", path.display())]
    Unknown {
        path: PathBuf,
        /// The name.
        name: String,
    },
}

/// Reads a config file; a missing one says nothing unless it was named.
pub(super) fn read(path: &Path, must_exist: bool) -> Result<ConfigFile, ConfigFileError> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound && !must_exist => {
            return Ok(ConfigFile::default());
        }
        Err(source) => {
            return Err(ConfigFileError::Unreadable { path: path.to_owned(), source });
        }
    };
    let file: ConfigFile = toml::from_str(&text).map_err(|error| ConfigFileError::Malformed {
        path: path.to_owned(),
        problem: match error.span().and_then(|span| text.get(..span.start)) {
            Some(before) => {
                format!("{} (line {})", unquoted(error.message()), before.matches('\n').count() + 1)
            }
            None => unquoted(error.message()),
        },
    })?;
    let known = |name: &String| Setting::ALL.iter().any(|setting| setting.name() == name);
    if let Some(name) = file.values.keys().find(|name| !known(name)) {
        return Err(ConfigFileError::Unknown { path: path.to_owned(), name: name.clone() });
    }
    let compound = |value: &toml::Value| value.is_array() || value.is_table();
    if let Some((name, _)) = file.values.iter().find(|(_, value)| compound(value)) {
        let problem = format!("{name} must be a single value: correct or remove it there");
        return Err(ConfigFileError::Malformed { path: path.to_owned(), problem });
    }
    Ok(file)
}

/// A message without the value that it quotes: that may be a secret under a wrong name.
fn unquoted(message: &str) -> String {
    match (message.find('"'), message.rfind('"')) {
        (Some(from), Some(to)) if from < to => {
            format!("{}…{}", &message[..=from], &message[to..])
        }
        _ => message.to_owned(),
    }
}

impl ConfigFile {
    /// The text of a setting, however TOML typed it.
    pub(super) fn text(&self, setting: Setting) -> Option<String> {
        Some(match self.values.get(setting.name())? {
            toml::Value::String(text) => text.clone(),
            other => other.to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_file_is_said_without_its_values() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("config.toml");
        for text in [
            "[bots.x]\nurl = \"https://bot:SEKRIT@bad host/?key=SEKRIT\"",
            "[bots.x]\nexec = \"SEKRIT \\\" quoted\"",
            "[bots.x]\nexec = [\"a\"]\ntimeout_seconds = \"SEKRIT\"",
            "[bots]\nINSTAGRAM_APP_SECRET = \"SEKRIT\"",
            "bots = \"SEKRIT\"",
            "INSTAGRAM_APP_SECRET = SEKRIT",
            "INSTAGRAM_APP_SECRET = [\"SEKRIT\"]",
            "[IGBOT_STORE]\npath = \"SEKRIT\"",
        ] {
            fs::write(&path, text).unwrap();
            let error = read(&path, true).unwrap_err().to_string();
            assert!(error.contains("line ") || error.contains("single value"), "{error}");
            assert!(!error.contains("SEKRIT"), "{error}");
        }
    }
}
