use std::error::Error as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use indicatif::ProgressBar;
use jiff::SignedDuration;
use tokio::sync::mpsc;

use super::account::NO_ACCOUNT;
use super::{StopSignal, stop_signal};
use crate::bot::exec::Program;
use crate::cli::args::{duration, long_span};
use crate::cli::commands::results::JsonResult;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::day;
use crate::config::{Origin, Setting, command_words};
use crate::domain::account::Account;
use crate::domain::visible::visible;
use crate::ops::refresh::{
    self, Metrics, RefreshOutcome, RefreshPolicy, RefreshReport, RefreshResult, run_hook,
};
use crate::ops::{Services, stopped};
use crate::store::FileLock;

/// After this a hook is ended.
const HOOK_LIMIT: Duration = Duration::from_secs(60);

/// Refresh tokens that expire soon, for another 60 days; meant for cron
///
/// Checks every account and refreshes tokens with less than a third of their life left, once
/// they are a day old. Prints one line or JSON object per account; with --quiet only those that
/// need attention. Only one run at a time: a second one says so and exits 0.
///
/// Exit 0: success; 4: an account needs a login; 8: some failed; if all that was due failed: 5 for
/// a rate limit, 7 for an outage, 3 for the store, 6 for a refusal. Accounts that failed keep their
/// old token; the next run retries them.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "\
Hooks run without a shell, one at a time, for at most a minute. They get the account and its
result in IGBOT_ACCOUNT (the alias), IGBOT_ACCOUNT_ID, IGBOT_RESULT, IGBOT_REASON and
IGBOT_EXPIRES_AT, never a token. A failing hook turns exit code 0 into 8.

For cron:
  17 5 * * * igbot refresh-tokens --quiet --jitter 30m --metrics-file /var/lib/node_exporter/igbot.prom")]
pub(crate) struct RefreshArgs {
    /// Only these accounts: alias, username or id
    accounts: Vec<String>,

    /// Refresh tokens that expire within this time (20d) instead of in the last third of their life
    #[arg(long, value_name = "TIME", value_parser = long_span)]
    within: Option<Duration>,

    /// Refresh every token, due or not
    #[arg(long)]
    force: bool,

    /// Show what would be done, without calling Instagram
    #[arg(short = 'n', long)]
    dry_run: bool,

    /// Accounts to process in parallel
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u16).range(1..=100))]
    jobs: u16,

    /// First wait a random part of this time (30m), so that not all machines run at once
    #[arg(long, value_name = "TIME", value_parser = duration)]
    jitter: Option<Duration>,

    /// Wait up to this long for another run to finish (5m) instead of exiting
    #[arg(long, value_name = "TIME", value_parser = duration)]
    lock_wait: Option<Duration>,

    /// Write metrics of the run for node_exporter's textfile collector
    #[arg(long, value_name = "FILE")]
    metrics_file: Option<PathBuf>,

    /// Run this command for each account with a new token
    #[arg(long, value_name = "COMMAND", value_parser = hook)]
    on_refresh: Option<Program>,

    /// Run this command for each account that needs a login
    #[arg(long, value_name = "COMMAND", value_parser = hook)]
    on_login_needed: Option<Program>,
}

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] = &[JsonResult::lines::<RefreshReport>("refresh-tokens")];

pub(crate) async fn run(args: RefreshArgs, context: Context) -> Result<(), CommandError> {
    let stop = stop_signal(true)?;
    let services = context.services()?;
    if let Some(path) = &args.metrics_file {
        context.refuse_own(&services.store, path)?;
    }
    // A name that fits no account is told at once, and not after the jitter.
    let named = named(&args, &context, &services).await?;
    let began = async {
        if let Some(jitter) = args.jitter {
            tokio::time::sleep(context.random.part_of(jitter)).await;
        }
        refresh::lock(&services.store, args.lock_wait.unwrap_or_default()).await
    };
    let mut asked = stop.asked.clone();
    let lock = tokio::select! {
        lock = began => lock?,
        () = stopped(&mut asked) => return ended(stop.exit().unwrap_or(Exit::Interrupted)),
    };
    if lock.is_none() && !args.dry_run {
        context.ui.say("Another `igbot refresh-tokens` is already running; nothing was done here.");
        return Ok(());
    }
    let accounts = as_they_are_now(&services, named).await?;
    if accounts.is_empty() {
        context.ui.say(NO_ACCOUNT);
    }
    let run = Run { args: &args, context: &context, stop: &stop };
    ended(run.all(&services, accounts, lock).await?)
}

fn ended(exit: Exit) -> Result<(), CommandError> {
    match exit {
        Exit::Done => Ok(()),
        exit => Err(CommandError::ended(exit)),
    }
}

/// The accounts that were asked for; `None` means all.
async fn named(
    args: &RefreshArgs,
    context: &Context,
    services: &Services,
) -> Result<Option<Vec<Account>>, CommandError> {
    let mut names = args.accounts.clone();
    // Only a flag narrows the run: the usual account of a shell must not let the others' tokens die.
    if let Some((Some(name), Origin::Flag)) = context.settings.origin(Setting::Account) {
        names.push(name.to_owned());
    }
    let mut accounts = Vec::new();
    for name in &names {
        accounts.push(context.account(&services.store, Some(name)).await?);
    }
    Ok((!names.is_empty()).then_some(accounts))
}

/// The accounts of a run as they are now, each once, by alias.
async fn as_they_are_now(
    services: &Services,
    named: Option<Vec<Account>>,
) -> Result<Vec<Account>, CommandError> {
    let mut accounts = services.store.accounts().await?;
    if let Some(named) = named {
        accounts.retain(|account| named.iter().any(|it| it.account_id == account.account_id));
    }
    Ok(accounts)
}

/// What the accounts of one run have in common.
struct Run<'a> {
    args: &'a RefreshArgs,
    context: &'a Context,
    stop: &'a StopSignal,
}

/// What a run has come to.
#[derive(Default)]
struct Tally {
    reports: Vec<RefreshReport>,
    /// The exit code that each failure would have by itself.
    failures: Vec<Exit>,
    hook_failed: bool,
    /// Why not everything could be shown.
    unsaid: Option<CommandError>,
}

impl Run<'_> {
    async fn all(
        &self,
        services: &Services,
        accounts: Vec<Account>,
        lock: Option<FileLock>,
    ) -> Result<Exit, CommandError> {
        let args = self.args;
        let policy = RefreshPolicy {
            within: args.within.and_then(|it| SignedDuration::try_from(it).ok()),
            force: args.force,
            dry_run: args.dry_run,
            jobs: args.jobs.into(),
        };
        let began = self.context.now();
        let bar = self.context.ui.bar(accounts.len() as u64);
        let (tell, mut told) = mpsc::unbounded_channel();
        let work = async {
            refresh::run(services, accounts, policy, self.stop.asked.clone(), tell).await;
            // Hooks that are still to run must not keep another run from its work.
            drop(lock);
        };
        let show = async {
            let mut tally = Tally::default();
            while let Some(outcome) = told.recv().await {
                self.take(outcome, &mut tally, &bar).await;
            }
            tally
        };
        let ((), tally) = tokio::join!(work, show);
        bar.finish_and_clear();
        let exit = match self.stop.exit().unwrap_or_else(|| tally.exit()) {
            Exit::Done if tally.unsaid.is_some() => Exit::Failure,
            exit => exit,
        };
        if let Some(path) = args.metrics_file.as_deref().filter(|_| !args.dry_run) {
            let ended_at = self.context.now();
            let took = ended_at.duration_since(began);
            let metrics = Metrics { reports: &tally.reports, ended_at, took, exit: exit.code() };
            self.write(&metrics, path, exit)?;
        }
        match tally.unsaid {
            Some(error) if exit == Exit::Failure => Err(error),
            _ => Ok(exit),
        }
    }

    /// Shows what became of an account and runs the hook for it. Output that cannot be written stops
    /// nothing: the exit code, the hooks and the metrics still tell.
    async fn take(
        &self,
        RefreshOutcome { report, error }: RefreshOutcome,
        tally: &mut Tally,
        bar: &ProgressBar,
    ) {
        bar.inc(1);
        let ui = self.context.ui;
        let well = !matches!(report.result, RefreshResult::Failed | RefreshResult::LoginNeeded);
        if !(ui.is_quiet() && well)
            && let Err(error) = bar.suspend(|| ui.element(&report, line))
        {
            tally.unsaid = Some(error);
        }
        let (name, hook) = match report.result {
            RefreshResult::Refreshed => ("--on-refresh", &self.args.on_refresh),
            RefreshResult::LoginNeeded => ("--on-login-needed", &self.args.on_login_needed),
            _ => ("", &None),
        };
        if let Some(program) = hook.as_ref().filter(|_| !self.args.dry_run) {
            let (mut asked, places) = (self.stop.asked.clone(), self.context.places());
            let ended = tokio::select! {
                () = stopped(&mut asked) => Err("killed, because the run was stopped".to_owned()),
                ended = run_hook(program, &places, &report) => {
                    ended.map_err(|error| {
                        let cause = error.source().map(|it| format!(": {it}")).unwrap_or_default();
                        format!("`{}`: {error}{cause}", program.program)
                    })
                }
            };
            match ended {
                Ok(printed) => {
                    let printed = String::from_utf8_lossy(&printed);
                    bar.suspend(|| printed.lines().for_each(|line| ui.say(visible(line))));
                }
                Err(problem) => {
                    tally.hook_failed = true;
                    let warning = format!("{name} for `{}`: {problem}", report.alias);
                    bar.suspend(|| ui.warn(visible(&warning)));
                }
            }
        }
        tally.failures.extend(error.map(|error| CommandError::from(error).exit()));
        tally.reports.push(report);
    }

    /// Monitoring that is not told must not pass for a run that went well.
    fn write(&self, metrics: &Metrics<'_>, path: &Path, exit: Exit) -> Result<(), CommandError> {
        let Err(error) = metrics.write(path, &*self.context.random) else {
            return Ok(());
        };
        let message = format!("cannot write the metrics file {}: {error}", path.display());
        if exit == Exit::Done {
            return Err(CommandError::new(Exit::Failure, "metrics_file", message)
                .hint("the tokens are fine; the directory must exist and be writable"));
        }
        self.context.ui.warn(visible(&message));
        Ok(())
    }
}

impl Tally {
    /// The exit code of the whole run: 4 over 8 over the one that all failures share.
    fn exit(&self) -> Exit {
        let any = |result| self.reports.iter().any(|report| report.result == result);
        if any(RefreshResult::LoginNeeded) {
            return Exit::LoginNeeded;
        }
        match self.failures.as_slice() {
            [] if self.hook_failed => Exit::PartlyDone,
            [] => Exit::Done,
            [first, others @ ..]
                if !any(RefreshResult::Refreshed) && others.iter().all(|exit| exit == first) =>
            {
                *first
            }
            _ => Exit::PartlyDone,
        }
    }
}

fn line(report: &RefreshReport) -> String {
    let reason = report.reason.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
    let next = match report.result {
        RefreshResult::LoginNeeded => format!("; run `igbot login --alias {}`", report.alias),
        _ => format!("; expires {}", day(report.expires_at)),
    };
    visible(&format!("{}: {}{reason}{next}", report.alias, report.result)).into_owned()
}

fn hook(line: &str) -> Result<Program, String> {
    match command_words(line) {
        Some((program, arguments)) => {
            Ok(Program { program, arguments, passed: Vec::new(), limit: HOOK_LIMIT })
        }
        None => Err("not a valid command line".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    #[test]
    fn the_exit_code_tells_the_worst_that_somebody_has_to_act_on() {
        use Exit::{
            Configuration, Done, LoginNeeded, PartlyDone, RateLimited, Refused, Unavailable,
        };
        use RefreshResult as R;
        for (results, failures, hook_failed, expected) in [
            (&[][..], &[][..], false, Done),
            (&[R::Fresh, R::TooYoung, R::Refreshed], &[], false, Done),
            (&[R::Refreshed], &[], true, PartlyDone),
            (&[R::Fresh, R::Failed, R::Failed], &[RateLimited; 2], false, RateLimited),
            (&[R::Fresh, R::Failed], &[Unavailable], true, Unavailable),
            (&[R::Failed, R::Failed], &[Unavailable, RateLimited], false, PartlyDone),
            (&[R::Failed], &[Configuration], false, Configuration),
            (&[R::Failed], &[Refused], false, Refused),
            (&[R::Refreshed, R::Failed], &[Unavailable], false, PartlyDone),
            (
                &[R::Refreshed, R::Failed, R::LoginNeeded],
                &[Unavailable, LoginNeeded],
                true,
                LoginNeeded,
            ),
            (&[R::LoginNeeded], &[], false, LoginNeeded),
        ] {
            let report = |result: &RefreshResult| RefreshReport {
                account_id: String::new(),
                alias: String::new(),
                result: *result,
                reason: None,
                expires_at: Timestamp::UNIX_EPOCH,
            };
            let tally = Tally {
                reports: results.iter().map(report).collect(),
                failures: failures.to_vec(),
                hook_failed,
                unsaid: None,
            };
            assert_eq!(tally.exit(), expected, "{results:?}");
        }
    }
}
