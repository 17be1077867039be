use std::time::Duration;

use jiff::SignedDuration;

use super::account::day;
use crate::cli::args::duration;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::config::{Origin, Setting};
use crate::graph::GraphError;
use crate::graph::error::ErrorClass;
use crate::ops::OpsError;
use crate::ops::refresh::{self, RefreshOutcome, RefreshPolicy, RefreshReport, RefreshResult};

/// Give tokens that end soon another 60 days; made for cron
///
/// Looks at every active account and refreshes the tokens with less than a third of their life left.
/// One line or JSON object per account. With --quiet it is silent when all is well. Exit 0: nothing
/// was due, or all of it was done; 4: an account needs a login; 8: some failed; 5 or 7: all that was
/// due failed for a rate limit or an outage.
#[derive(Debug, clap::Args)]
pub(crate) struct RefreshArgs {
    /// Only these accounts: alias, username or id
    accounts: Vec<String>,

    /// Refresh what ends within this time (20d) instead of in its last third
    #[arg(long, value_name = "TIME", value_parser = duration)]
    within: Option<Duration>,

    /// Refresh every token, due or not
    #[arg(long)]
    force: bool,

    /// Show what would be done and ask Instagram nothing
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(crate) async fn run(args: RefreshArgs, context: Context) -> Result<(), CommandError> {
    let services = context.services(context.timeout)?;
    let mut named = args.accounts;
    // Only a flag narrows the run: the usual account of a shell must not let the others' tokens die.
    if let Some((Some(name), Origin::Flag)) = context.settings.origin(Setting::Account) {
        named.push(name.to_owned());
    }
    let mut accounts = Vec::new();
    for name in &named {
        accounts.push(context.account(&services.store, Some(name)).await?);
    }
    if named.is_empty() {
        accounts = services.store.accounts().await?;
        accounts.retain(|account| account.active);
    }
    accounts.sort_by(|one, other| one.alias.cmp(&other.alias));
    accounts.dedup_by(|one, other| one.account_id == other.account_id);
    let policy = RefreshPolicy {
        within: args.within.and_then(|it| SignedDuration::try_from(it).ok()),
        force: args.force,
        dry_run: args.dry_run,
    };
    if accounts.is_empty() {
        context.ui.say("No account is linked yet. Run `igbot login`.");
    }
    let bar = context.ui.bar(accounts.len() as u64);
    let mut outcomes = Vec::with_capacity(accounts.len());
    for account in &accounts {
        bar.set_message(account.alias.to_string());
        let outcome = refresh::refresh(&services, account, policy).await;
        bar.inc(1);
        bar.suspend(|| show(&context, &outcome))?;
        outcomes.push(outcome);
    }
    bar.finish_and_clear();
    match verdict(&outcomes) {
        Exit::Done => Ok(()),
        exit => Err(CommandError::ended(exit)),
    }
}

fn show(
    context: &Context,
    RefreshOutcome { report, error }: &RefreshOutcome,
) -> Result<(), CommandError> {
    if context.ui.json || !context.ui.is_quiet() || error.is_some() {
        context.ui.element(report, line)?;
    }
    Ok(())
}

fn line(report: &RefreshReport) -> String {
    let reason = report.reason.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
    let next = match report.result {
        RefreshResult::LoginNeeded => format!("; run `igbot login --alias {}`", report.alias),
        _ => format!("; expires {}", day(report.expires_at)),
    };
    crate::cli::visible::visible(&format!("{}: {}{reason}{next}", report.alias, report.result))
        .into_owned()
}

/// The exit code of the whole run: 4 over 8 over 5 and 7.
fn verdict(outcomes: &[RefreshOutcome]) -> Exit {
    let failures: Vec<_> = outcomes.iter().filter_map(|outcome| outcome.error.as_ref()).collect();
    let done = outcomes.iter().any(|outcome| outcome.report.result == RefreshResult::Refreshed);
    if outcomes.iter().any(|outcome| outcome.report.result == RefreshResult::LoginNeeded) {
        return Exit::LoginNeeded;
    }
    let all = |class: fn(&OpsError) -> bool| failures.iter().all(|error| class(error));
    match failures.as_slice() {
        [] => Exit::Done,
        _ if done => Exit::PartlyDone,
        _ if all(is_rate_limit) => Exit::RateLimited,
        _ if all(is_outage) => Exit::Unavailable,
        _ => Exit::PartlyDone,
    }
}

fn is_rate_limit(error: &OpsError) -> bool {
    matches!(error, OpsError::Account { source, .. } if source.class() == Some(ErrorClass::RateLimited))
}

fn is_outage(error: &OpsError) -> bool {
    let OpsError::Account { source, .. } = error else {
        return false;
    };
    match source {
        GraphError::Api(api) => api.class == ErrorClass::Temporary,
        GraphError::OAuth(_) | GraphError::Client(_) | GraphError::NoReceipt => false,
        GraphError::Unreachable { .. }
        | GraphError::Interrupted { .. }
        | GraphError::Unreadable { .. } => true,
    }
}
