use std::time::Duration;

use clap::Subcommand;
use schemars::JsonSchema;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;

use super::account::NO_ACCOUNT;
use crate::cli::args::long_span;
use crate::cli::commands::results::JsonResult;
use crate::cli::context::{Context, read_stdin};
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::{day, table};
use crate::config::Setting;
use crate::domain::token::{ShortLivedToken, TokenState};
use crate::domain::visible::visible;
use crate::ops::tokens::{self, TokenStatus};
use crate::ops::{self, link};
use crate::store::StoreError;

/// Show token status, print a token, or exchange one
#[derive(Debug, clap::Args)]
pub(crate) struct TokenArgs {
    #[command(subcommand)]
    command: TokenCommand,
}

#[derive(Debug, Subcommand)]
enum TokenCommand {
    /// Show age and expiry of tokens; exit 4 if a login is needed
    Status {
        /// Alias, username or id [default: all accounts]
        #[arg(id = "target", value_name = "ACCOUNT")]
        account: Option<String>,

        /// Exit 10 if a token expires within this time (7d)
        #[arg(long, value_name = "TIME", value_parser = long_span)]
        expires_within: Option<Duration>,

        /// Ask Instagram whether it still accepts them
        #[arg(long)]
        online: bool,
    },
    /// Print the token of an account, for scripts
    Show {
        /// Alias, username or id
        #[arg(id = "target", value_name = "ACCOUNT")]
        account: Option<String>,
    },
    /// Exchange a short-lived token from standard input for a long-lived one on standard output
    Exchange,
}

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] = &[
    JsonResult::document::<Vec<TokenStatus>>("token status"),
    JsonResult::document::<Shown<'_>>("token show"),
    JsonResult::document::<Shown<'_>>("token exchange"),
];

pub(crate) async fn run(args: TokenArgs, context: Context) -> Result<(), CommandError> {
    match args.command {
        TokenCommand::Status { account, expires_within, online } => {
            status(&context, account, expires_within, online).await
        }
        TokenCommand::Show { account } => {
            let store = context.store()?;
            let account = context.account(&store, account.as_deref()).await?;
            match store.token(&account.account_id).await? {
                Some(token) => shown(&context, token.0.expose_secret()),
                None => Err(StoreError::Unlinked.into()),
            }
        }
        TokenCommand::Exchange => {
            let app = context.app()?;
            let token = ops::link::sound(&SecretString::from(read_stdin()?))?;
            let graph = context.graph(context.timeout)?;
            let lease = graph.exchange_token(&app, &ShortLivedToken(token)).await?;
            shown(&context, lease.token.0.expose_secret())
        }
    }
}

/// A token that somebody asked for.
#[derive(Serialize, JsonSchema)]
struct Shown<'a> {
    access_token: &'a str,
}

/// Prints a token, alone or as JSON.
fn shown(context: &Context, token: &str) -> Result<(), CommandError> {
    context.ui.result(&Shown { access_token: token }, |it| it.access_token.to_owned())
}

async fn status(
    context: &Context,
    account: Option<String>,
    expires_within: Option<Duration>,
    online: bool,
) -> Result<(), CommandError> {
    let store = context.store()?;
    let named = account.as_deref().or(context.settings.get(Setting::Account));
    let named = match named {
        Some(name) => Some(context.account(&store, Some(name)).await?),
        None => None,
    };
    let chosen = async || match &named {
        Some(account) => Ok::<_, CommandError>(vec![
            ops::accounts::find(&store, Some(account.app_scoped_id.as_str())).await?,
        ]),
        None => Ok(store.accounts().await?),
    };
    let mut unasked = None;
    if online {
        let services = context.services()?;
        for account in chosen().await? {
            let refused = link::verify(&services, &account).await.err();
            if let Some(error) = refused {
                let dead = error.needs_login();
                let (said, cause) = (error.to_string(), error.cause());
                let cause = if said == cause { String::new() } else { format!(": {cause}") };
                context.ui.warn(visible(&(said + &cause)));
                unasked = unasked.or((!dead).then_some(error));
            }
        }
    }
    let now = context.now();
    let accounts = chosen().await?;
    let statuses: Vec<_> = accounts.iter().map(|account| tokens::status(account, now)).collect();
    if statuses.is_empty() {
        context.ui.say(NO_ACCOUNT);
    }
    context.ui.result(&statuses, |statuses| match statuses.as_slice() {
        [] => String::new(),
        statuses => {
            table(["ALIAS", "TOKEN", "EXPIRES", "LEFT", "AGE"], statuses.iter().map(row).collect())
        }
    })?;
    let dead = |status: &TokenStatus| {
        matches!(status.state, TokenState::Expired | TokenState::LoginNeeded)
    };
    let soon = |status: &TokenStatus| {
        expires_within.is_some_and(|within| {
            status.left_seconds < i64::try_from(within.as_secs()).unwrap_or(i64::MAX)
        })
    };
    if statuses.iter().any(dead) {
        Err(CommandError::ended(Exit::LoginNeeded))
    } else if let Some(error) = unasked {
        Err(error.into())
    } else if statuses.iter().any(soon) {
        Err(CommandError::ended(Exit::Threshold))
    } else {
        Ok(())
    }
}

fn row(status: &TokenStatus) -> [String; 5] {
    [
        status.alias.clone(),
        status.state.to_string(),
        day(status.expires_at),
        span(status.left_seconds),
        span(status.age_seconds),
    ]
}

/// A span of time in its largest sensible unit.
pub(super) fn span(seconds: i64) -> String {
    match seconds {
        ..0 => "over".to_owned(),
        0..120 => format!("{seconds} s"),
        120..7_200 => format!("{} min", seconds / 60),
        7_200..172_800 => format!("{} h", seconds / 3_600),
        _ => format!("{} days", seconds / 86_400),
    }
}
