//! A file of messages.

mod files;
mod rate;
mod status;
mod teller;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum as _};
use schemars::JsonSchema;
use serde::Serialize;

use super::{WindowArg, line};
use crate::cli::commands::{StopSignal, stop_signal};
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::count;
use crate::config::{Origin, Setting};
use crate::domain::account::Account;
use crate::domain::message::SendState;
use crate::domain::rate::Pace;
use crate::domain::shell;
use crate::domain::visible::visible;
use crate::ops::batch::{self, BatchError, Held, Input, Ran, Rules, Stop};
use crate::ops::send::{SendReport, WindowPolicy};
use crate::ops::{OpsError, Services, accounts};
use crate::store::StoreError;
use crate::store::batches::Repeat;
use rate::Rate;
use status::{exit, list, show_status, summary};
use teller::Teller;

/// Parallel calls unless a number is given.
const JOBS: u16 = 16;

#[derive(Debug, Args)]
pub(super) struct BatchArgs {
    /// CSV with a header, or one JSON object per line; `-` reads standard input
    #[arg(value_name = "FILE", required_unless_present_any = ["resume", "cancel", "list"])]
    file: Option<PathBuf>,

    /// Resume a batch that was stopped or killed; rows that were in flight are not repeated
    #[arg(long, value_name = "ID", conflicts_with_all = ["file", "template"])]
    resume: Option<i64>,

    /// Cancel the waiting rows of a batch that was stopped or killed, and free their keys
    #[arg(long, value_name = "ID", conflicts_with_all = ["file", "resume", "template", "again", "report"])]
    cancel: Option<i64>,

    /// List the unfinished batches of all accounts, also those that are being sent
    #[arg(long, conflicts_with_all = ["file", "resume", "cancel", "template", "again", "report", "dry_run"])]
    list: bool,

    /// Template for the text of each message, with the fields of the row as {{ name }};
    /// `quick_replies`, `reply_to` and `human_agent` still apply
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,

    /// Maximum rate: 20/s, 300/m, 700/h. Never faster than Instagram allows, except in a sandbox
    #[arg(long, value_name = "RATE")]
    rate: Option<Rate>,

    /// Parallel calls; if igbot is killed, about this many rows end up unknown
    #[arg(long, value_name = "N", default_value_t = JOBS, value_parser = clap::value_parser!(u16).range(1..=100))]
    jobs: u16,

    /// Stop once this many rows were not sent
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    max_failures: Option<u64>,

    /// Write the result of every row to this file (.csv or .ndjson)
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,

    /// Send even if a batch of the same file or rows is unfinished or running, and ask nothing
    #[arg(long, conflicts_with = "resume")]
    again: bool,

    /// What to do if a person has not written for 24 hours
    #[arg(long, value_enum, default_value_t, value_name = "POLICY")]
    window: WindowArg,

    /// Check every row, but for what was sent under its `dedupe_key`, and show the first request; store and
    /// send nothing
    #[arg(short = 'n', long)]
    dry_run: bool,
}

pub(super) async fn run(args: BatchArgs, context: &Context) -> Result<(), CommandError> {
    let taken = [&args.file, &args.template].into_iter().flatten();
    let report = args.report.as_deref().map(|path| files::report_form(path, taken)).transpose()?;
    let services = context.services()?;
    if let Some(path) = &args.report {
        context.refuse_own(&services.store, path)?;
    }
    if args.list {
        return list(&services.store.open_batches().await?, context);
    }
    if args.dry_run {
        return match (args.resume.or(args.cancel), args.file.as_deref()) {
            (Some(id), _) => show_status(&batch::status(&services, id).await?, context),
            (None, file) => check(&args, file, &services, context).await,
        };
    }
    if let Some(id) = args.cancel {
        return show_status(&batch::cancel(&services, id).await?, context);
    }
    if let Some(path) = &args.report {
        batch::try_report(&services, path).map_err(|error| {
            files::unreported(path, error)
                .ending(Exit::Usage)
                .hint("nothing was sent; name another file")
        })?;
    }
    let (held, account) = match (args.resume, args.file.as_deref()) {
        (Some(id), _) => take_up(id, &services, context).await?,
        (None, file) => read(&args, file, &services, context).await?,
    };
    // Until here Ctrl-C ends the process at once: nothing was sent.
    let stop = stop_signal(true)?;
    let sending = Sending { args: &args, services: &services, context, id: held.id };
    let (ended, heard) = sending.run(&held, &account, &stop).await;
    let unreported = match args.report.as_deref().zip(report) {
        Some((path, form)) => batch::write_report(&services, held.id, form, path)
            .await
            .err()
            .map(|error| files::unreported(path, error)),
        // Of a script whose output is full nobody has learned what became of the rows.
        None if context.ui.json && !heard => Some(CommandError::new(
            Exit::Failure,
            "output",
            "not all rows could be written to standard output",
        )),
        None => None,
    };
    // It stays open, so that the same command cannot send all of it again.
    if let Some(error) = unreported {
        return sending.unreported(error, ended);
    }
    if let Err(error) = batch::close(&services, &held).await {
        let error = CommandError::from(error).line();
        context.ui.warn(format!("the batch could not be marked as finished: {error}"));
    }
    ended
}

/// Looks at a file and shows what the first row would ask of Instagram.
async fn check(
    args: &BatchArgs,
    file: Option<&Path>,
    services: &Services,
    context: &Context,
) -> Result<(), CommandError> {
    let account = context.account(&services.store, None).await?;
    let template = files::template(args.template.as_deref())?;
    let input = files::input(file, template.as_deref())?;
    let window = WindowPolicy::from(args.window);
    let refuses = window == WindowPolicy::Enforce;
    let checked = batch::check(services, &account, input, window).await?;
    context.ui.result(&checked, |checked| {
        let rows = count(checked.rows - if refuses { checked.late } else { 0 }, "row");
        let sample = checked.sample.as_ref().map(|request| {
            let body = visible(&request.body.to_string()).into_owned();
            format!("\n{} {}\n{body}", request.method, request.url)
        });
        let late = match (checked.late, refuses) {
            (0, _) => String::new(),
            (late, true) => format!(", and {late} not: the messaging window is closed"),
            (late, false) => format!(", {late} of them outside the messaging window"),
        };
        let first = sample.map(|sample| format!("; the first:{sample}")).unwrap_or_default();
        format!("{rows} can be sent{late}{first}")
    })
}

/// Reads a file into the store.
async fn read(
    args: &BatchArgs,
    file: Option<&Path>,
    services: &Services,
    context: &Context,
) -> Result<(Held, Account), CommandError> {
    let account = context.account(&services.store, None).await?;
    let template = files::template(args.template.as_deref())?;
    // Without a person to ask, the same rows on another day are meant; and a pipe cannot be read again.
    let asks = file.is_some_and(Path::is_file) && context.ui.is_interactive();
    let mut repeat = match (args.again, asks) {
        (true, _) => Repeat::Always,
        (_, true) => Repeat::Never,
        (_, false) => Repeat::AfterEnd,
    };
    let held = loop {
        let input = Input { repeat, ..files::input(file, template.as_deref())? };
        let reading = context.ui.spinner("Reading the file");
        let held = batch::load(services, &account, input).await;
        reading.finish_and_clear();
        let (stands, anyway) = match held {
            Err(OpsError::Batch(error @ BatchError::Unfinished { id })) => {
                let resume = format!("resume it with {}", resumption(id, args));
                if !asks {
                    return Err(CommandError::from(error).hint(resume));
                }
                (
                    format!("batch {id} of the same file or rows was stopped; {resume}"),
                    Repeat::Always,
                )
            }
            Err(OpsError::Batch(BatchError::Ended { id })) if asks => {
                (format!("batch {id} has sent the same rows before"), Repeat::AfterEnd)
            }
            held => break held?,
        };
        context.ui.warn(stands);
        if !context.ui.confirms("Send all of them anyway?")? {
            return Err(CommandError::usage("nothing was sent"));
        }
        repeat = anyway;
    };
    // What became of rows whose key was used before. On a terminal a long list of those that arrived
    // then would hide the others.
    for state in [SendState::Skipped, SendState::Refused, SendState::Unknown] {
        if context.ui.json || state != SendState::Skipped {
            show_ended(held.id, state, services, context).await?;
        }
    }
    Ok((held, account))
}

/// Takes a batch up again and shows which of its rows are unknown. All of them: what took it up before
/// may have been killed before it could tell.
async fn take_up(
    id: i64,
    services: &Services,
    context: &Context,
) -> Result<(Held, Account), CommandError> {
    let account = batch::account(services, id).await?;
    if let Some((Some(name), Origin::Flag)) = context.settings.origin(Setting::Account)
        && accounts::find(&services.store, Some(name)).await?.account_id != account.account_id
    {
        let text = format!("batch {id} belongs to the account `{}`", account.alias);
        return Err(CommandError::usage(text).hint("leave out --account; the batch has its own"));
    }
    let held = batch::resume(services, id).await?;
    let unknown = show_ended(id, SendState::Unknown, services, context).await?;
    if unknown > 0 {
        let rows = count(unknown, "row");
        context.ui.warn(format!("{rows} may or may not have arrived; they are not sent again"));
    }
    Ok((held, account))
}

/// Shows the rows of a batch that ended in some way before it is run; tells how many.
async fn show_ended(
    id: i64,
    state: SendState,
    services: &Services,
    context: &Context,
) -> Result<u64, CommandError> {
    let mut unsaid = None;
    let mut rows = 0;
    let observe = |line, report: &SendReport| {
        rows += 1;
        if unsaid.is_none() {
            unsaid = context.ui.element(&Row { batch: id, line, report }, Row::text).err();
        }
    };
    batch::ended_rows(services, id, state, observe).await?;
    warn_unsaid(unsaid, context);
    Ok(rows)
}

/// Tells that rows could not be shown: how the batch ends is not changed by it.
fn warn_unsaid(unsaid: Option<CommandError>, context: &Context) {
    if unsaid.is_some() {
        let text = "cannot write to standard output; not all rows are shown (--report writes them to a file)";
        context.ui.warn(text);
    }
}

/// A batch on its way.
struct Sending<'a> {
    args: &'a BatchArgs,
    services: &'a Services,
    context: &'a Context,
    id: i64,
}

impl Sending<'_> {
    /// Sends what waits; tells how that ended, and whether all rows could be told of.
    async fn run(
        &self,
        held: &Held,
        account: &Account,
        stop: &StopSignal,
    ) -> (Result<(), CommandError>, bool) {
        let (ui, id) = (self.context.ui, self.id);
        let status = match self.services.store.batch(id).await {
            Ok(status) => status,
            Err(error) => return (Err(error.into()), true),
        };
        ui.say(match status.count(SendState::Waiting).unsigned_abs() {
            0 => format!("Batch {id}: nothing is left to send."),
            waiting => format!(
                "Batch {id}: {} to send. To resume it if stopped: {}",
                count(waiting, "message"),
                resumption(id, self.args)
            ),
        });
        let rules = Rules {
            jobs: self.args.jobs.into(),
            pace: self.args.rate.as_ref().map(|rate| rate.pace),
            max_failures: self.args.max_failures,
            window: self.args.window.into(),
        };
        let bar = ui.pace_bar(status.total() as u64, rules.pace.map(Pace::rate));
        bar.set_position((status.total() - status.count(SendState::Waiting)) as u64);
        bar.reset_eta();
        let teller = Teller::start(ui, id, bar);
        let asked = stop.asked.clone();
        let observe = |progress| teller.tell(progress);
        let behind = || teller.is_behind();
        let ran = batch::run(self.services, account, held, rules, asked, observe, behind).await;
        let unsaid = teller.end(stop.asked.clone()).await;
        let heard = unsaid.is_none();
        let ended = match ran {
            Ok(ran) => {
                warn_unsaid(unsaid, self.context);
                self.tell(ran, stop, heard)
            }
            Err(error @ OpsError::Store(StoreError::Unlinked)) => Err(error.into()),
            Err(error) => Err(CommandError::from(error).hint(self.hint())),
        };
        (ended, heard)
    }

    /// Sums a run up where somebody `heard` its rows, and gives the exit code that says it too.
    fn tell(&self, ran: Ran, stop: &StopSignal, heard: bool) -> Result<(), CommandError> {
        let ui = self.context.ui;
        let Ran { stop: why, status, unrecorded, late, purged } = ran;
        if purged > 0 {
            let rows = count(purged, "message");
            ui.warn(format!(
                "{rows} of this batch were purged while it ran, sent or not, and are in no count"
            ));
        }
        if late > 0 {
            let rows = count(late, "message");
            ui.warn(format!("{rows} went to people whose messaging window is closed"));
        }
        if unrecorded > 0 {
            let rows = count(unrecorded, "outcome");
            ui.warn(format!(
                "{rows} could not be recorded; resuming the batch reports them as unknown"
            ));
        }
        if ui.json {
            ui.say(summary(&status));
        } else if !heard || ui.line(&summary(&status)).is_err() {
            // How it ended must not be hidden by a full disk, nor by who reads nothing.
            ui.warn(summary(&status));
        }
        let exit = match exit(&status) {
            Exit::Done if purged > 0 => Exit::PartlyDone,
            exit => exit,
        };
        let error = match why {
            Stop::Done if exit == Exit::Done => return Ok(()),
            Stop::Done => return Err(CommandError::ended(exit)),
            Stop::Asked => {
                ui.say(format!(
                    "Stopped. To resume: {}; to cancel the rest: `igbot send batch --cancel {}`",
                    resumption(self.id, self.args),
                    self.id
                ));
                return Err(stop.ended());
            }
            Stop::Failures => {
                let text = "the batch stopped: --max-failures was reached";
                CommandError::new(exit, "max_failures", text)
            }
            Stop::Unknowns => {
                let text = "the batch stopped: several outcomes in a row are unknown";
                CommandError::new(exit, "outcome_unknown", text).hint(
                    "Instagram or the network has problems; check a conversation or two before resuming",
                )
            }
            Stop::Error(error) => {
                let error = CommandError::from(error);
                match (error.exit(), status.total() == status.count(SendState::Waiting)) {
                    (Exit::LoginNeeded, _) | (_, true) => error,
                    _ => error.ending(exit),
                }
            }
        };
        Err(error.hint(self.hint()))
    }

    /// How a run ended whose report could not be written, which hides no other failure.
    fn unreported(
        &self,
        error: CommandError,
        ended: Result<(), CommandError>,
    ) -> Result<(), CommandError> {
        ended.inspect_err(|_| self.context.ui.warn(error.line()))?;
        Err(error.ending(Exit::Failure).hint(format!(
            "the messages were sent; write the report with `igbot send batch --resume {} --report FILE`",
            self.id
        )))
    }

    fn hint(&self) -> String {
        format!("resume it with {}", resumption(self.id, self.args))
    }
}

/// A row that ended.
#[derive(Serialize, JsonSchema)]
pub(super) struct Row<'a> {
    batch: i64,
    line: i64,
    #[serde(flatten)]
    report: &'a SendReport,
}

impl Row<'_> {
    fn text(&self) -> String {
        let reason = self.report.reason.as_deref().map(|it| format!(" ({})", visible(it)));
        format!("line {}: {}{}", self.line, line(self.report), reason.unwrap_or_default())
    }
}

/// The command that goes on with a batch as this one would have.
fn resumption(id: i64, args: &BatchArgs) -> String {
    let mut command = format!("igbot send batch --resume {id}");
    let mut add = |flag: &str, value: &str| command += &format!(" --{flag} {value}");
    if let Some(rate) = &args.rate {
        add("rate", &rate.typed);
    }
    if args.jobs != JOBS {
        add("jobs", &args.jobs.to_string());
    }
    if let Some(failures) = args.max_failures {
        add("max-failures", &failures.to_string());
    }
    if let Some(policy) =
        args.window.to_possible_value().filter(|_| args.window != WindowArg::default())
    {
        add("window", policy.get_name());
    }
    if let Some(file) = &args.report {
        add("report", &shell::word(file));
    }
    format!("`{command}`")
}
