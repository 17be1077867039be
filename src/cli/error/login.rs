//! Errors of logins.

use super::CommandError;
use crate::callback::BindError;
use crate::cli::exit::Exit;
use crate::ops::login::LoginError;

impl From<LoginError> for CommandError {
    fn from(error: LoginError) -> Self {
        match error {
            LoginError::Bind(ref bind) => {
                let it = Self::of(Exit::Configuration, "listener", &error);
                match bind {
                    BindError::InUse { port } => it.hint(format!(
                        "stop what listens on port {port} (another `igbot login`?), or choose another port in IGBOT_REDIRECT_URI"
                    )),
                    BindError::NotLoopback => it.hints([
                        "Instagram takes https redirect URIs only; with one of those, paste the address you land on",
                        "an http redirect URI works with `igbot sandbox`, as http://127.0.0.1:PORT/callback",
                    ]),
                    BindError::Temporary { .. } => {
                        it.hint("set TMPDIR to a directory that is there and has a short path")
                    }
                    BindError::Tls(_) | BindError::Io { .. } => it,
                }
            }
            LoginError::Denied(_) => Self::of(Exit::Refused, "denied", &error)
                .hint("run `igbot login` again and agree on Instagram's page"),
            LoginError::TimedOut(_) => Self::of(Exit::Unavailable, "login_timed_out", &error).hints([
                "if Instagram showed \"Invalid platform app\": INSTAGRAM_APP_ID is not the id under \"API setup with Instagram login\"",
                "if it showed \"Invalid redirect_uri\": register IGBOT_REDIRECT_URI, character by character, under \"Business login settings\"",
                "if it showed \"Insufficient Developer Role\": add the account as Instagram tester and accept the invitation",
                "with more time: `igbot login --timeout 15m`",
                "where no browser can come back: `igbot login --print-url` and `igbot login --complete`, or `igbot link --token-stdin`",
            ]),
            LoginError::NoWayBack => Self::of(Exit::Usage, "no_way_back", &error).hints([
                "run `igbot login --print-url`, open the address on any device, then run `igbot login --complete ADDRESS` with the one it lands on",
                "to wait for a running `igbot serve` to see the browser, say how long: `igbot login --timeout 10m`",
            ]),
            LoginError::Redirected(_) => Self::of(Exit::Usage, "not_a_callback", &error)
                .hint("give the whole address the browser landed on, from https:// to its end"),
            LoginError::NotAToken => Self::of(Exit::Usage, "not_a_token", &error)
                .hint("pipe the token itself, like: igbot link --token-stdin < token.txt"),
            LoginError::NotReached(error) => Self::from(*error),
            LoginError::Spent(ref why) if why.is_rate_limit() => {
                Self::of(Exit::RateLimited, "login_rate_limited", &error)
                    .hint("run `igbot login` again in an hour: the code has been used, and no account was stored")
            }
            LoginError::Spent(_) => Self::of(Exit::Unavailable, "login_cut_short", &error)
                .hint("run `igbot login` again: the code has been used, and no account was stored"),
            LoginError::Taken => Self::of(Exit::Usage, "login_taken", &error)
                .hint("check `igbot account list` in a moment; if the account is missing, try again in two minutes"),
            LoginError::NotOpen => Self::of(Exit::Usage, "no_such_login", &error)
                .hint("run `igbot login --print-url` again and end that login with `igbot login --complete`"),
        }
    }
}
