//! What may say something about settings, and where a value came from.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use super::setting::Setting;

/// Everything that may say something about settings, unread.
#[derive(Debug, Default)]
pub struct Given {
    /// Values of flags.
    pub flags: BTreeMap<Setting, String>,
    /// The process environment.
    pub environment: BTreeMap<String, String>,
    /// `--env-file`.
    pub env_file: Option<PathBuf>,
    /// `--config`.
    pub config_file: Option<PathBuf>,
    /// The command makes a config file that is not there.
    pub makes_config: bool,
    /// Where the user's configuration lies (`$XDG_CONFIG_HOME/igbot`), if there is a home.
    pub config_dir: Option<PathBuf>,
    /// Where the user's data lies (`$XDG_DATA_HOME/igbot`), if there is a home.
    pub data_dir: Option<PathBuf>,
}

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The command line.
    Flag,
    /// The environment variable of this name.
    Environment(String),
    /// A file: env file, config file, key file or credential.
    File(PathBuf),
    /// Built in.
    Default,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag => f.write_str("command line"),
            Self::Environment(name) => write!(f, "environment {name}"),
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Default => f.write_str("default"),
        }
    }
}
