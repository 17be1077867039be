//! The command line. Doc comments are the help texts.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use clap::{Args, Parser, Subcommand};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use url::Url;

use super::commands::{
    account, api, config, conversation, demo, doctor, event, generate, init, limits, link, login,
    message, profile, profile_menu, reconcile, refresh, sandbox, send, serve, store, token,
    trigger, try_bot, unlink, webhook,
};
use super::ui::ColorChoice;
use crate::domain::account::{Alias, InvalidAlias};
use crate::domain::shell;

/// Run Instagram messaging bots: log in accounts, keep their tokens fresh, receive and send direct
/// messages
///
/// New here? `igbot demo` shows everything on this machine, without a Meta app.
#[derive(Debug, Parser)]
#[command(name = "igbot", version, propagate_version = true, max_term_width = 100)]
#[command(subcommand_required = true, arg_required_else_help = true)]
#[command(after_long_help = "\
Settings come from flags, the environment, --env-file and the config file, in this order:
  INSTAGRAM_APP_ID, INSTAGRAM_APP_SECRET     the Instagram app
  INSTAGRAM_VERIFY_TOKEN                     for the webhook handshake
  INSTAGRAM_ENCRYPTION_KEY                   Fernet keys of the store, comma separated
  INSTAGRAM_API_VERSION                      default v25.0
  META_APP_ID, META_APP_SECRET               the Meta app
  IGBOT_INSTAGRAM_APP_SECRET_PREVIOUS, IGBOT_META_APP_SECRET_PREVIOUS
                                             secrets from before a reset
  BACKEND_URL                                public https address of `igbot serve`
  IGBOT_FORWARD_SECRET                       signs events for a bot behind a URL
  IGBOT_REDIRECT_URI, IGBOT_STORE, IGBOT_CONFIG, IGBOT_ACCOUNT, IGBOT_LOG, IGBOT_NO_INPUT
Secrets also as NAME_FILE or NAME_COMMAND. `igbot config show --origins` shows the values in effect.

Exit codes: 0 done, 1 other failure, 2 usage, 3 configuration, key or store, 4 login needed,
5 rate limited, 6 refused, 7 unavailable, 8 partly done, 9 outcome unknown, 10 threshold crossed,
130 and 143 stopped by Ctrl-C and SIGTERM")]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: GlobalArgs,

    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Flags of every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "Global options")]
pub(crate) struct GlobalArgs {
    /// Account to use: alias, username or id
    #[arg(short = 'A', long, global = true, value_name = "ACCOUNT")]
    pub(crate) account: Option<String>,

    /// Read settings from this file instead of ~/.config/igbot/config.toml
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,

    /// Use this store instead of ~/.local/share/igbot/store.db
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) store: Option<PathBuf>,

    /// Also read settings from this file of NAME=value lines
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) env_file: Option<PathBuf>,

    /// Print results and errors as JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,

    /// Print only results and errors
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,

    /// Log more; -vv logs everything
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub(crate) verbose: u8,

    /// When to use colors
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub(crate) color: ColorChoice,

    /// Never prompt; fail if input is needed
    #[arg(long, global = true)]
    pub(crate) no_input: bool,

    /// Stop waiting after this time (30s, 5m); for `login`, waiting for the person
    #[arg(long, global = true, value_name = "TIME", value_parser = patience)]
    pub(crate) timeout: Option<Duration>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Demo(demo::DemoArgs),
    Sandbox(sandbox::SandboxArgs),
    Init(init::InitArgs),
    Login(login::LoginArgs),
    Link(link::LinkArgs),
    Unlink(unlink::UnlinkArgs),
    Account(account::AccountArgs),
    Token(token::TokenArgs),
    RefreshTokens(refresh::RefreshArgs),
    Webhook(webhook::WebhookArgs),
    Serve(serve::ServeArgs),
    Trigger(trigger::TriggerArgs),
    Try(try_bot::TryArgs),
    Event(event::EventArgs),
    Send(send::SendArgs),
    Message(message::MessageArgs),
    Conversation(conversation::ConversationArgs),
    Reconcile(reconcile::ReconcileArgs),
    Profile(profile::ProfileArgs),
    ProfileMenu(profile_menu::ProfileMenuArgs),
    Api(api::ApiArgs),
    Limits(limits::LimitsArgs),
    Doctor(doctor::DoctorArgs),
    Store(store::StoreArgs),
    Config(config::ConfigArgs),
    Completions(generate::CompletionsArgs),
    Man(generate::ManArgs),
    Schema(generate::SchemaArgs),
}

/// Flags of commands that list something.
#[derive(Debug, Args)]
pub(crate) struct ListArgs {
    /// Show only the newest N entries
    #[arg(long, default_value_t = 50, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    limit: u32,

    /// Show all entries
    #[arg(long, conflicts_with = "limit")]
    all: bool,

    /// Show only entries newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)
    #[arg(long, value_name = "TIME")]
    since: Option<Since>,
}

impl GlobalArgs {
    /// The flags that name files, as they would be typed again.
    pub(crate) fn places(&self) -> String {
        let places =
            [("--config", &self.config), ("--store", &self.store), ("--env-file", &self.env_file)];
        let typed = places
            .into_iter()
            .filter_map(|(flag, path)| Some(format!("{flag} {}", shell::word(path.as_ref()?))));
        typed.collect::<Vec<_>>().join(" ")
    }
}

impl ListArgs {
    pub(crate) fn limit(&self) -> Option<u32> {
        (!self.all).then_some(self.limit)
    }

    /// The moment from which on to show.
    pub(crate) fn since(&self, now: Timestamp) -> Option<Timestamp> {
        self.since.map(|since| since.moment(now))
    }
}

/// The beginning of a span of time that reaches to the present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Since {
    /// So long ago.
    Ago(Duration),
    /// At this moment.
    At(Timestamp),
}

impl Since {
    pub(crate) fn moment(self, now: Timestamp) -> Timestamp {
        match self {
            Self::Ago(span) => now.checked_sub(span).unwrap_or(Timestamp::MIN),
            Self::At(time) => time,
        }
    }
}

impl FromStr for Since {
    type Err = String;

    /// Reads a span of time, a time as igbot prints it, or a day; without an offset it is in UTC.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let in_utc = |time: DateTime| Offset::UTC.to_timestamp(time).ok();
        let time = text.parse().ok().or_else(|| text.parse().ok().and_then(in_utc));
        match (long_span(text), time) {
            (Ok(span), _) => Ok(Self::Ago(span)),
            (_, Some(time)) => Ok(Self::At(time)),
            _ => Err("use a span like 2h or 7d, or a time like 2026-11-28T10:00:00Z".to_owned()),
        }
    }
}

/// Reads the address to listen at.
pub(crate) fn socket_address(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| "use IP:PORT, like 127.0.0.1:8080 or [::1]:8080".to_owned())
}

/// Reads the address of a web server.
pub(crate) fn web_address(text: &str) -> Result<Url, String> {
    match Url::parse(text) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => Ok(url),
        _ => Err("the address must begin with http:// or https://".to_owned()),
    }
}

/// Reads a time span: a whole number with s, m, h or d; seconds without one.
pub(crate) fn duration(text: &str) -> Result<Duration, String> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = match text.get(digits.len()..) {
        Some("" | "s") => 1,
        Some("m") => 60,
        Some("h") => 3_600,
        Some("d") => 86_400,
        _ => 0,
    };
    let seconds = digits.parse::<u32>().ok().map(|count| u64::from(count) * unit);
    match seconds {
        Some(seconds) if unit > 0 => Ok(Duration::from_secs(seconds)),
        _ => Err("use a number with s, m, h or d, like 30s or 7d".to_owned()),
    }
}

/// Reads a span of days rather than seconds: a number that has lost its unit would mean nearly nothing.
pub(crate) fn long_span(text: &str) -> Result<Duration, String> {
    match text.ends_with(|c: char| c.is_ascii_digit()) {
        true => Err("say of what: use a number with d, h, m or s, like 7d".to_owned()),
        false => duration(text),
    }
}

/// Reads how long to wait. Who does not wait at all never learns what became of a call.
pub(crate) fn patience(text: &str) -> Result<Duration, String> {
    match duration(text)? {
        Duration::ZERO => Err("must be at least 1s".to_owned()),
        time => Ok(time),
    }
}

/// Reads a new alias. One that begins with a dash would be taken for a flag.
pub(crate) fn alias(text: &str) -> Result<Alias, String> {
    match text.starts_with('-') {
        true => Err("an alias does not begin with `-`".to_owned()),
        false => text.parse().map_err(|error: InvalidAlias| error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_listing_begins_a_span_ago_or_at_a_time_that_was_printed() {
        let time = |text: &str| text.parse::<Timestamp>().unwrap();
        let now = time("2026-11-28T12:00:00Z");
        for (text, expected) in [
            ("2h", "2026-11-28T10:00:00Z"),
            ("2026-11-28", "2026-11-28T00:00:00Z"),
            ("2026-11-28 10:30", "2026-11-28T10:30:00Z"),
            ("2026-11-27T10:00:00Z", "2026-11-27T10:00:00Z"),
            ("2026-11-27T10:00:00+02:00", "2026-11-27T08:00:00Z"),
        ] {
            let since: Since = text.parse().unwrap();
            assert_eq!(since.moment(now), time(expected), "{text}");
        }
        assert_eq!("4000000000d".parse::<Since>().unwrap().moment(now), Timestamp::MIN);
        for text in ["", "7", "yesterday", "2026-13-01", "10:00", "2026-11-28x"] {
            assert!(text.parse::<Since>().is_err(), "{text}");
        }
    }

    #[test]
    fn time_spans_are_read_with_their_unit() {
        for (text, seconds) in
            [("30", 30), ("30s", 30), ("5m", 300), ("2h", 7200), ("7d", 604_800), ("0s", 0)]
        {
            assert_eq!(duration(text), Ok(Duration::from_secs(seconds)));
        }
        for text in ["", "s", "-1s", "1.5h", "5 m", "5w", "99999999999"] {
            assert!(duration(text).is_err(), "{text}");
        }
        assert_eq!(long_span("7d"), duration("7d"));
        assert!(long_span("7").is_err(), "seven of what?");
    }
}
