//! Why settings cannot be resolved or used.

use super::env::EnvFileError;
use super::file::ConfigFileError;
use super::given::Origin;
use super::secret::SecretError;
use super::setting::Setting;

/// Why settings cannot be resolved or used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The env file.
    #[error(transparent)]
    EnvFile(#[from] EnvFileError),
    /// The config file.
    #[error(transparent)]
    ConfigFile(#[from] ConfigFileError),
    /// A secret.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// A setting that the command needs is not there.
    #[error("{} is not set", setting.name())]
    Missing {
        setting: Setting,
        /// An env file lies in the working directory and was not named.
        unread_env_file: bool,
    },
    /// A value that cannot be right.
    #[error("{} ({origin}) {problem}", setting.name())]
    Invalid {
        setting: Setting,
        /// Where it came from.
        origin: Origin,
        /// What is wrong with it; never the value of a secret.
        problem: String,
    },
    /// The account's bot has no table in the config file.
    #[error("the config file has no table [bots.{0}]")]
    NoBot(String),
}
