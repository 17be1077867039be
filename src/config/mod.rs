//! Settings: flag, environment, env file, config file, default, in this order.
//!
//! What was given ([`Given`]) and what was resolved ([`Settings`]) are two types. A source that is
//! there but cannot be used is an error; nothing falls back in silence.

mod addresses;
mod create;
mod env;
mod error;
mod file;
mod given;
mod secret;
mod setting;
mod settings;
mod sources;
mod tls;

pub use create::{EditError, complete_config, conflicts, edit_config, write_config, write_key};
pub use env::EnvFileError;
pub use error::ConfigError;
pub use file::{BotConfig, BotHandler, ConfigFileError, HandlerCommand, on_request, passed_name};
pub use given::{Given, Origin};
pub use secret::{SecretError, command_words};
pub use setting::{Setting, is_own_variable};
pub use settings::{LEVELS, MAX_VERIFY_TOKEN, Settings, is_app_secret};
pub use tls::{Identity, TlsError, TlsFiles, Wanted, authorities};
