use std::time::Duration;

use clap::Subcommand;

use super::account::day;
use crate::cli::args::duration;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::table;
use crate::domain::token::TokenState;
use crate::ops::tokens::{self, TokenStatus};

/// Show how tokens stand
#[derive(Debug, clap::Args)]
pub(crate) struct TokenArgs {
    #[command(subcommand)]
    command: TokenCommand,
}

#[derive(Debug, Subcommand)]
enum TokenCommand {
    /// Show age and expiry of tokens; exit 4 if a login is needed
    Status {
        /// Alias, username or id; all accounts if left out
        account: Option<String>,

        /// Exit 10 if a token ends within this time (7d)
        #[arg(long, value_name = "TIME", value_parser = duration)]
        expires_within: Option<Duration>,
    },
}

pub(crate) async fn run(args: TokenArgs, context: Context) -> Result<(), CommandError> {
    let TokenCommand::Status {
        account,
        expires_within,
    } = args.command;
    let store = context.store()?;
    let accounts = match account
        .as_deref()
        .or(context.settings.get(crate::config::Setting::Account))
    {
        Some(name) => vec![context.account(&store, Some(name)).await?],
        None => store.accounts().await?,
    };
    let now = context.now();
    let statuses: Vec<_> = accounts
        .iter()
        .map(|account| tokens::status(account, now))
        .collect();
    if statuses.is_empty() {
        context
            .ui
            .say("No account is linked yet. Run `igbot login`.");
    }
    context
        .ui
        .result(&statuses, |statuses| match statuses.as_slice() {
            [] => String::new(),
            statuses => table(
                ["ALIAS", "TOKEN", "EXPIRES", "LEFT", "AGE"],
                statuses.iter().map(row).collect(),
            ),
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
fn span(seconds: i64) -> String {
    match seconds {
        ..0 => "over".to_owned(),
        0..7_200 => format!("{} min", seconds / 60),
        7_200..172_800 => format!("{} h", seconds / 3_600),
        _ => format!("{} days", seconds / 86_400),
    }
}
