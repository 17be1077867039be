//! Errors of the settings and of the store.

use super::CommandError;
use crate::cli::exit::Exit;
use crate::config::{ConfigError, EditError, SecretError, Setting};
use crate::ops::doctor::close;
use crate::store::{KeyError, StoreError};

impl From<KeyError> for CommandError {
    fn from(error: KeyError) -> Self {
        Self::of(Exit::Configuration, "invalid_key", &error).hints([
            "give the key exactly as it was made: 44 characters, URL-safe base64, with the final `=`",
            "run `igbot init` to make a key if this machine has none yet",
        ])
    }
}

impl From<ConfigError> for CommandError {
    fn from(error: ConfigError) -> Self {
        let it = Self::of(Exit::Configuration, "configuration", &error);
        match &error {
            ConfigError::Missing { setting, unread_env_file } => {
                let name = setting.name();
                let it = it.hint(match setting.is_secret() {
                    true if *setting == Setting::ForwardSecret => format!(
                        "make one, and give it to the bot too: export {name}=whsec_$(openssl rand -base64 32)"
                    ),
                    true => format!(
                        "run `igbot init`, set {name} in the environment, or name a file with {name}_FILE"
                    ),
                    false => format!("run `igbot init`, or set {name} in the environment"),
                });
                match unread_env_file {
                    true => it.hint("there is a .env here; igbot reads it with `--env-file .env`"),
                    false => it,
                }
            }
            ConfigError::Secret(error) => it.hint(match error {
                SecretError::OpenToOthers { path, .. } => close(path),
                SecretError::File { .. } => {
                    "check the path, and that the user igbot runs as may read the file".to_owned()
                }
                SecretError::Command { .. } => {
                    "run the command by hand to see why; it must print the secret and exit 0".to_owned()
                }
                SecretError::Empty { .. } => {
                    "give it a value, or remove it; `igbot config show --origins` shows where it is set"
                        .to_owned()
                }
            }),
            ConfigError::ConfigFile(_) | ConfigError::EnvFile(_) => {
                it.hint("correct the file, or name another one with --config or --env-file")
            }
            ConfigError::NoBot(name) => it.hint(format!(
                "add to config.toml: [bots.{name}] and exec = [\"program\", \"argument\"]"
            )),
            _ => it,
        }
    }
}

impl From<EditError> for CommandError {
    fn from(error: EditError) -> Self {
        Self::of(Exit::Configuration, "configuration", &error)
            .hint("check the path and its permissions, or name another file with --config")
    }
}

impl From<StoreError> for CommandError {
    fn from(error: StoreError) -> Self {
        let configuration = |kind| Self::of(Exit::Configuration, kind, &error);
        match &error {
            StoreError::WrongKey { .. } => configuration("wrong_key").hints([
                "INSTAGRAM_ENCRYPTION_KEY, or the key file, must be the one the store was made with",
                "after changing the key, give both: the new one, a comma, the old one",
            ]),
            StoreError::NewerSchema { .. } => configuration("newer_schema")
                .hint("update igbot, and restart a `serve` of the old version; nothing was changed in the store"),
            StoreError::NotAStore { .. } => configuration("not_a_store")
                .hint("name the right file with --store or IGBOT_STORE; this one was left alone"),
            StoreError::Damaged(_) | StoreError::Unsound { .. } => configuration("damaged")
                .hint("restore a backup with `igbot store restore FILE`; the damaged file was left as it is"),
            StoreError::Gone { .. } => configuration("store_gone")
                .hint("stop the processes using the store, put its files back and restart them; nothing was stored"),
            StoreError::InUse { .. } => configuration("in_use")
                .hint("stop `igbot serve` and everything else that uses the store first"),
            StoreError::File { .. } => configuration("file")
                .hint("check the path, its permissions and the free disk space; the store was not changed"),
            StoreError::Undecryptable { .. } => configuration("undecryptable")
                .hint("the row was written with another key, or is damaged; it was not changed"),
            StoreError::Unavailable { .. } => configuration("store_unavailable")
                .hint("check the path, its permissions and the free disk space, or name another store with --store"),
            StoreError::Full => configuration("disk_full")
                .hint_to_repeat("free disk space, then try again"),
            StoreError::Locked => {
                configuration("locked").hint_to_repeat("another process is using the store; try again")
            }
            StoreError::RateLimited { .. } => Self::of(Exit::RateLimited, "rate_limited", &error)
                .hint("nothing was sent; `igbot limits` shows when calls are possible again"),
            StoreError::BatchHeld { .. } => Self::of(Exit::Usage, "batch_held", &error)
                .hint("wait until it ends, or stop it with Ctrl-C there"),
            StoreError::NoBatch { open, .. } => {
                let it = Self::of(Exit::Usage, "no_batch", &error);
                match &open[..] {
                    [] => it.hint("no batch can be resumed; start one with `igbot send batch FILE`"),
                    open => {
                        let open: Vec<_> = open.iter().map(i64::to_string).collect();
                        it.hint(format!("batches that can be resumed: {}", open.join(", ")))
                    }
                }
            }
            StoreError::KeyWaits { batch_id, .. } => Self::of(Exit::Refused, "key_waits", &error)
                .hint(format!("send it with `igbot send batch --resume {batch_id}`"))
                .hint(format!("or drop it with `igbot send batch --cancel {batch_id}`")),
            StoreError::KeyUsed => Self::of(Exit::Usage, "key_used", &error)
                .hint("a --dedupe-key belongs to one message to one person; use another key"),
            StoreError::Unlinked => Self::of(Exit::LoginNeeded, "unlinked", &error)
                .hint("nothing more was sent; link it again with `igbot login`"),
            StoreError::AliasTaken(_) => {
                Self::of(Exit::Usage, "alias_taken", &error).hint("choose another one")
            }
            StoreError::Busy
            | StoreError::LeaseLost
            | StoreError::Withdrawn
            | StoreError::Sqlite(_)
            | StoreError::Encode(_)
            | StoreError::Closed => configuration("store"),
        }
    }
}
