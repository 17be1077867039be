//! The one place where an error becomes a text, a chain of causes, hints and an exit code.

use std::error::Error;
use std::io;

use dialoguer::console::Style;
use serde::Serialize;

use super::advice;
use super::exit::Exit;
use super::ui;
use super::visible::visible;
use crate::callback::BindError;
use crate::config::{ConfigError, EditError, SecretError};
use crate::domain::message::{InvalidMessage, InvalidText, Outcome};
use crate::graph::GraphError;
use crate::graph::class::ErrorClass;
use crate::graph::error::OAuthClass;
use crate::graph::subscriptions;
use crate::ops::OpsError;
use crate::ops::refresh::NotTried;
use crate::store::{KeyError, StoreError};

/// An error ready to be shown.
#[derive(Debug)]
pub(crate) struct CommandError {
    /// A word for scripts.
    kind: &'static str,
    message: String,
    causes: Vec<String>,
    pub(super) hints: Vec<String>,
    pub(super) exit: Exit,
    /// Reported already, row by row.
    silent: bool,
}

impl CommandError {
    pub(crate) fn new(exit: Exit, kind: &'static str, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            causes: Vec::new(),
            hints: Vec::new(),
            exit,
            silent: false,
        }
    }

    /// A prompt was needed and not possible, or an argument is wrong.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, "usage", message)
    }

    /// An end that has been reported already, row by row.
    pub(crate) fn ended(exit: Exit) -> Self {
        Self { silent: true, ..Self::new(exit, "reported", "") }
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// The same failure of a send whose outcome nobody knows: trying again is the wrong advice.
    pub(crate) fn of_unknown_send(self) -> Self {
        let hints = vec!["look into the conversation before sending it again".to_owned()];
        Self { exit: Exit::OutcomeUnknown, kind: "outcome_unknown", hints, ..self }
    }

    /// The same failure of a call that may have been carried out.
    pub(crate) fn of_unknown_call(self) -> Self {
        let hints = vec!["it may have been done: look before repeating it".to_owned()];
        Self { exit: Exit::OutcomeUnknown, kind: "outcome_unknown", hints, ..self }
    }

    /// The same failure where the path came from a person and not from igbot.
    pub(crate) fn of_unknown_path(self) -> Self {
        let hints = vec!["Instagram has no such path; a version is put in front of it".to_owned()];
        Self { exit: Exit::Usage, hints, ..self }
    }

    /// The same failure after something was done all the same; a refusal stays a refusal.
    pub(crate) fn partly_done(self) -> Self {
        match self.exit {
            Exit::Unavailable => Self { exit: Exit::PartlyDone, ..self },
            _ => self,
        }
    }

    /// The same failure with another exit code.
    pub(crate) fn ending(self, exit: Exit) -> Self {
        Self { exit, ..self }
    }

    /// The same failure as the cause of another message.
    pub(crate) fn about(mut self, message: String) -> Self {
        self.causes.insert(0, std::mem::replace(&mut self.message, message));
        self
    }

    pub(super) fn hints<const N: usize>(mut self, hints: [&str; N]) -> Self {
        self.hints.extend(hints.map(str::to_owned));
        self
    }

    /// The result could not be written.
    pub(super) fn of_output(error: &io::Error) -> Self {
        Self::of(Exit::Failure, "output", error)
            .about("cannot write to standard output".to_owned())
            .hint("check the room on the disk that the output goes to; look before repeating a command that changes something")
    }

    /// Takes message and causes from an error.
    pub(super) fn of(exit: Exit, kind: &'static str, error: &dyn Error) -> Self {
        let mut it = Self::new(exit, kind, error.to_string());
        let mut source = error.source();
        while let Some(cause) = source {
            let text = cause.to_string();
            if !it.message.contains(&text) && it.causes.last() != Some(&text) {
                it.causes.push(text);
            }
            source = cause.source();
        }
        it
    }

    /// Message and causes on one line, for the log.
    pub(crate) fn line(&self) -> String {
        let all: Vec<_> =
            [&self.message].into_iter().chain(&self.causes).map(|it| visible(it)).collect();
        all.join(": ")
    }

    pub(crate) fn exit(&self) -> Exit {
        self.exit
    }

    /// Shows the error on standard error, as text or as one JSON object.
    pub(crate) fn show(&self, json: bool) {
        if self.silent {
            return;
        }
        if json {
            #[derive(Serialize)]
            struct Json<'a> {
                kind: &'a str,
                message: &'a str,
                causes: &'a [String],
                hints: &'a [String],
                exit: u8,
            }
            let json = Json {
                kind: self.kind,
                message: &self.message,
                causes: &self.causes,
                hints: &self.hints,
                exit: self.exit.code(),
            };
            if let Ok(json) = serde_json::to_string(&json) {
                ui::tell(&ui::escaped(&json));
            }
            return;
        }
        let style = Style::new().for_stderr().bold();
        ui::tell(&format!("{} {}", style.clone().red().apply_to("error:"), visible(&self.message)));
        for cause in &self.causes {
            ui::tell(&format!("  caused by: {}", visible(cause)));
        }
        for hint in &self.hints {
            ui::tell(&format!("{} {}", style.clone().cyan().apply_to("hint:"), visible(hint)));
        }
    }
}

impl From<io::Error> for CommandError {
    fn from(error: io::Error) -> Self {
        Self::of(Exit::Failure, "io", &error)
    }
}

impl From<serde_json::Error> for CommandError {
    fn from(error: serde_json::Error) -> Self {
        Self::of(Exit::Failure, "json", &error)
    }
}

impl From<dialoguer::Error> for CommandError {
    fn from(error: dialoguer::Error) -> Self {
        Self::of(Exit::Usage, "prompt", &error)
    }
}

impl From<InvalidMessage> for CommandError {
    fn from(error: InvalidMessage) -> Self {
        match error {
            InvalidMessage::Text(InvalidText::Empty) => {
                Self::of(Exit::Usage, "invalid_text", &error)
                    .hint("give the text as an argument or on standard input")
            }
            InvalidMessage::Text(InvalidText::TooLong { .. }) => Self::of(
                Exit::Usage,
                "invalid_text",
                &error,
            )
            .hint("shorten the text or send it in parts; accents and emoji take 2 to 4 bytes each"),
            InvalidMessage::Field { .. } => Self::of(Exit::Usage, "invalid_message", &error)
                .hint("nothing was sent; `igbot schema action` describes every kind of message"),
        }
    }
}

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
            ConfigError::Secret(SecretError::OpenToOthers { path, .. }) => {
                it.hint(advice::close(path))
            }
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
                "after a change of key, give both: the new one, a comma, the old one",
            ]),
            StoreError::NewerSchema { .. } => configuration("newer_schema")
                .hint("update igbot; nothing was changed in the store"),
            StoreError::NotAStore { .. } => configuration("not_a_store")
                .hint("name the right file with --store or IGBOT_STORE; this one was left alone"),
            StoreError::Damaged(_) | StoreError::Unsound { .. } => configuration("damaged")
                .hint("restore a backup with `igbot store restore FILE`; the damaged file was left as it is"),
            StoreError::InUse { .. } => configuration("in_use")
                .hint("stop `igbot serve`, and whatever else works with the store, first"),
            StoreError::File { .. } => configuration("file")
                .hint("check the path, its permissions and the room on the disk; the store was left as it is"),
            StoreError::Undecryptable { .. } => configuration("undecryptable")
                .hint("the row was made with another key, or is damaged; it was left as it is"),
            StoreError::Unavailable { .. } => configuration("store_unavailable")
                .hint("check the path and its permissions, or name another one with --store"),
            StoreError::Full => configuration("disk_full")
                .hint("make room on the disk; nothing was half-written"),
            StoreError::Locked => {
                configuration("locked").hint("another process holds the store; try again")
            }
            StoreError::RateLimited { .. } => Self::of(Exit::RateLimited, "rate_limited", &error)
                .hint("nothing was sent; `igbot limits` shows when there is room again"),
            StoreError::BatchHeld { .. } => Self::of(Exit::Failure, "batch_held", &error)
                .hint("wait until it ends, or stop it with Ctrl-C there"),
            StoreError::NoBatch { open, .. } => {
                let it = Self::of(Exit::Usage, "no_batch", &error);
                match &open[..] {
                    [] => it.hint("no batch waits to be resumed; start one with `igbot send batch FILE`"),
                    open => {
                        let open: Vec<_> = open.iter().map(i64::to_string).collect();
                        it.hint(format!("these wait to be resumed: {}", open.join(", ")))
                    }
                }
            }
            StoreError::KeyUsed => Self::of(Exit::Usage, "key_used", &error)
                .hint("a --dedupe-key is for one message to one person; take another one"),
            StoreError::AliasTaken(_) => {
                Self::of(Exit::Usage, "alias_taken", &error).hint("choose another one with --alias")
            }
            StoreError::Busy
            | StoreError::LeaseLost
            | StoreError::Withdrawn
            | StoreError::Sqlite(_)
            | StoreError::Closed => configuration("store"),
        }
    }
}

impl From<GraphError> for CommandError {
    fn from(error: GraphError) -> Self {
        Self::from_graph(&error, None)
    }
}

impl CommandError {
    /// Decodes what Instagram said (reference 2 and 9).
    pub(super) fn from_graph(error: &GraphError, alias: Option<&str>) -> Self {
        match error {
            GraphError::Api(api) => {
                let it = Self::of(advice::exit_of(api.class), "instagram", error);
                let it = match &api.user_message {
                    Some(text) => it.hint(format!("Instagram says: {text}")),
                    None => it,
                };
                match (api.class, api.accepted_values()) {
                    (ErrorClass::Permission, _) if advice::asks_for_review(&api.message) => {
                        advice::review(it)
                    }
                    (ErrorClass::InvalidParameter, Some(names)) => {
                        it.hint(format!("Instagram accepts: {}", names.join(", ")))
                    }
                    (class, _) => advice::advise(it, class, alias),
                }
            }
            GraphError::OAuth(oauth) => {
                let (exit, hint) = match oauth.class {
                    OAuthClass::CodeSpent => (
                        Exit::LoginNeeded,
                        "the code is used or older than an hour: run `igbot login` again",
                    ),
                    OAuthClass::WrongAppId => (
                        Exit::Configuration,
                        "INSTAGRAM_APP_ID must be the one under \"Instagram > API setup with Instagram login\", not the Meta app's",
                    ),
                    OAuthClass::WrongSecret => (
                        Exit::Configuration,
                        "INSTAGRAM_APP_SECRET must belong to INSTAGRAM_APP_ID: take both from \"API setup with Instagram login\"",
                    ),
                    OAuthClass::WrongRedirect => (
                        Exit::Configuration,
                        "copy the redirect URI back from \"Business login settings\" into IGBOT_REDIRECT_URI: it is compared character by character, a final / counts",
                    ),
                    OAuthClass::InvalidScope => {
                        (Exit::Configuration, "use the names that begin with instagram_business_")
                    }
                    OAuthClass::Other => (Exit::Refused, "run `igbot login` again"),
                };
                Self::of(exit, "login_refused", error).hint(hint)
            }
            GraphError::Unreachable { .. } => Self::of(Exit::Unavailable, "unreachable", error)
                .hint("check the network; nothing was done"),
            GraphError::Interrupted { .. }
            | GraphError::Unreadable { .. }
            | GraphError::NoReceipt => Self::of(Exit::Unavailable, "unavailable", error)
                .hint("Instagram or the way to it is disturbed; try again later"),
            GraphError::Client(_) => Self::of(Exit::Configuration, "https", error)
                .hint("install the system's root certificates (the package ca-certificates)"),
        }
    }
}

impl From<OpsError> for CommandError {
    fn from(error: OpsError) -> Self {
        match error {
            OpsError::Store(error) => error.into(),
            OpsError::Graph(error) => error.into(),
            OpsError::Account { alias, ref source } => {
                let inner = Self::from_graph(source, Some(alias.as_str()));
                let mut causes = vec![inner.message];
                causes.extend(inner.causes);
                let message = format!("Instagram did not do it for `{alias}`");
                Self { message, causes, ..inner }
            }
            OpsError::NotRegistered => Self::of(Exit::Refused, "not_registered", &error)
                .hint("look under \"Webhooks\" in the App Dashboard, and try again in a minute"),
            OpsError::NotLonger { .. } => Self::of(Exit::Unavailable, "not_longer", &error)
                .hint("the old token was kept; try again later"),
            OpsError::NotTried { why, .. } => {
                let exit = match why {
                    NotTried::Unreachable => Exit::Unavailable,
                    NotTried::RateLimited => Exit::RateLimited,
                    NotTried::StoreFails => Exit::Configuration,
                    NotTried::Stopped => Exit::Interrupted,
                };
                Self::of(exit, "not_tried", &error).hint("run `igbot refresh-tokens` again later")
            }
            OpsError::EndedBefore { outcome, .. } => match outcome {
                Outcome::Unknown => Self::of(Exit::OutcomeUnknown, "outcome_unknown", &error)
                    .hint("look into the conversation before sending it again"),
                _ => Self::of(Exit::Refused, "refused_before", &error)
                    .hint("change the message and take another --dedupe-key"),
            },
            OpsError::WindowClosed { human_agent, .. } => {
                let it = Self::of(Exit::Refused, "window_closed", &error)
                    .hint("wait until the person writes again; only they can open it")
                    .hint("if igbot was not running when they last wrote: --window warn asks Instagram");
                match human_agent.is_positive() {
                    true => it.hint("a person's own answer may still go out with --human-agent"),
                    false => it,
                }
            }
            OpsError::Rows(ref refused) => {
                let it = Self::of(Exit::Usage, "invalid_rows", &error);
                let more = refused.count - refused.rows.len() as u64;
                let named = refused.rows.iter().map(|row| format!("line {}: {}", row.line, row.problem));
                let more = (more > 0).then(|| format!("and {more} more"));
                let causes = named.chain(more).collect();
                Self { causes, ..it }.hint("nothing was sent; correct these rows and run it again")
            }
            OpsError::Template(_) => Self::of(Exit::Usage, "template", &error)
                .hint("write a field of the row as {{ name }}; nothing was sent"),
            OpsError::NotLoaded { .. } => Self::of(Exit::Usage, "not_loaded", &error)
                .hint("run `igbot send batch FILE` again"),
            OpsError::NotUploadable(_) => Self::of(Exit::Usage, "not_uploadable", &error).hint(
                "images may be png, jpeg or gif of 8 MB; sound, films and PDFs may have 25 MB; nothing was sent",
            ),
            OpsError::FileChanged => Self::of(Exit::Failure, "file_changed", &error)
                .hint("nothing was sent; run it again when nothing writes to the file any more"),
            OpsError::NoUploadId { .. } => Self::of(Exit::Unavailable, "no_upload_id", &error)
                .hint("nothing was sent, and nobody sees a file that was only uploaded: try again later"),
            OpsError::Unread(_) | OpsError::Unwritten(_) => Self::of(Exit::Usage, "file", &error)
                .hint("check the path, its permissions and the room on the disk"),
            OpsError::NobodyCalled { .. } => Self::of(Exit::Usage, "unknown_person", &error)
                .hint("`igbot conversation list --remote` learns who is called what; or give the id"),
            OpsError::SeveralCalled { ref ids, .. } => {
                let ids = ids.join(", ");
                Self::of(Exit::Usage, "which_person", &error)
                    .hint(format!("give the id of the one you mean: {ids}"))
            }
            OpsError::NoProfile { .. } => Self::of(Exit::Refused, "no_profile", &error)
                .hint("profiles can be read once the person has written to the account"),
            OpsError::MenuNotChanged { .. } => Self::of(Exit::Refused, "not_changed", &error)
                .hint("run `igbot profile-menu show` in a minute, and set it again if it is not there"),
            OpsError::NoAccount => Self::of(Exit::LoginNeeded, "no_account", &error)
                .hint("run `igbot login` to link one"),
            OpsError::UnknownAccount { ref known, .. } => {
                let known = known.join(", ");
                Self::of(Exit::Usage, "unknown_account", &error)
                    .hint(format!("linked accounts: {known}; see `igbot account list`"))
            }
            OpsError::WhichAccount { ref known } => {
                let known = known.join(", ");
                Self::of(Exit::Usage, "which_account", &error)
                    .hint(format!("name one with --account: {known}"))
            }
            OpsError::Bind(ref bind) => {
                let it = Self::of(Exit::Configuration, "listener", &error);
                match bind {
                    BindError::InUse { port } => it.hint(format!(
                        "end what listens on port {port} (another `igbot login`?), or choose another port in IGBOT_REDIRECT_URI"
                    )),
                    BindError::NotLoopback => it.hints([
                        "Instagram takes https redirect URIs only; with one of those, paste the address you land on",
                        "an http redirect URI works with `igbot sandbox`, as http://127.0.0.1:PORT/callback",
                    ]),
                    BindError::Tls(_) | BindError::Io { .. } => it,
                }
            }
            OpsError::Denied(_) => Self::of(Exit::Refused, "denied", &error)
                .hint("run `igbot login` again and agree on Instagram's page"),
            OpsError::LoginTimedOut(_) => Self::of(Exit::Unavailable, "login_timed_out", &error).hints([
                "if Instagram showed \"Invalid platform app\": INSTAGRAM_APP_ID is not the id under \"API setup with Instagram login\"",
                "if it showed \"Invalid redirect_uri\": register IGBOT_REDIRECT_URI, character by character, under \"Business login settings\"",
                "if it showed \"Insufficient Developer Role\": add the account as Instagram tester and accept the invitation",
                "with more time: `igbot login --timeout 15m`",
            ]),
            OpsError::NoWayBack => Self::of(Exit::Usage, "no_way_back", &error).hints([
                "run `igbot login --print-url`, open the address on any device, then run `igbot login --complete ADDRESS` with the one it lands on",
                "to wait for a running `igbot serve` to see the browser, say how long: `igbot login --timeout 10m`",
            ]),
            OpsError::Redirected(_) => Self::of(Exit::Usage, "not_a_callback", &error)
                .hint("give the whole address the browser landed on, from https:// to its end"),
            OpsError::NotAToken => Self::of(Exit::Usage, "not_a_token", &error)
                .hint("pipe the token itself, like: igbot link --token-stdin < token.txt"),
            OpsError::NoSuchLogin => Self::of(Exit::Usage, "no_such_login", &error)
                .hint("run `igbot login --print-url` again and end that login with `igbot login --complete`"),
            OpsError::NotProfessional { .. } => Self::of(Exit::Refused, "personal_account", &error).hint(
                "switch it to a professional account in the Instagram app (Settings > Account type and tools), then run `igbot login` again",
            ),
            OpsError::NeedsAlias { .. } => {
                Self::of(Exit::Usage, "needs_alias", &error).hint("give one with --alias")
            }
            OpsError::UnknownField { .. } => Self::of(Exit::Usage, "unknown_field", &error)
                .hint(format!("fields are: {}", subscriptions::FIELDS.join(", "))),
            OpsError::NotSubscribed { .. } => Self::of(Exit::Refused, "not_subscribed", &error)
                .hint("run `igbot webhook status` in a minute; tick the fields in the App Dashboard too"),
        }
    }
}
