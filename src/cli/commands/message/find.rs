//! Looking for messages, and taking them elsewhere.

use std::io::{self, BufWriter, IsTerminal as _};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use schemars::JsonSchema;
use serde::Serialize;

use super::{ChoiceArgs, listing, row};
use crate::cli::args::{ListArgs, Since};
use crate::cli::commands::stop_signal;
use crate::cli::context::{Context, read_stdin};
use crate::cli::error::CommandError;
use crate::cli::ui::escaped;
use crate::domain::visible::visible;
use crate::ops::export;
use crate::ops::messages::History;
use crate::ops::output::Form;
use crate::ops::search::{self, Words};
use crate::ops::{OpsError, stopped};
use crate::store::history::Order;

#[derive(Debug, Args)]
pub(super) struct SearchArgs {
    /// Words the text must contain, all of them, in any case; `-` reads standard input
    #[arg(required = true)]
    words: Vec<String>,
    #[command(flatten)]
    list: ListArgs,
    #[command(flatten)]
    choice: ChoiceArgs,
}

pub(super) async fn search(args: SearchArgs, context: &Context) -> Result<(), CommandError> {
    let SearchArgs { words, list, choice } = args;
    let words = match words.as_slice() {
        [word] if word == "-" => {
            let typed = read_stdin()?;
            Words::new(typed.split_whitespace())
        }
        words => Words::new(words.iter().map(String::as_str)),
    };
    let words = words.ok_or_else(|| CommandError::usage("there are no words to search for"))?;
    let store = context.store()?;
    let filter = choice.filter(context, &store, list.since(context.now())).await?;
    let mut history = History::of(&store, filter, Order::Newest).await?;
    let mut listing = listing(context);
    let bar = context.ui.spinner("searching");
    let limit = list.limit().map(|limit| limit as usize);
    let mut found = Vec::new();
    while limit.is_none_or(|limit| found.len() < limit)
        && let Some(message) = search::next(&mut history, &words).await?
    {
        match limit {
            Some(_) => found.push(message),
            None if !listing.push(&message, row)? => break,
            None => {}
        }
        bar.set_message(format!("searched {} messages", history.looked()));
    }
    bar.finish_and_clear();
    for message in found.iter().rev() {
        listing.push(message, row)?;
    }
    let found = listing.end()?;
    context.ui.say(format!("Searched {} messages; found {found}.", history.looked()));
    Ok(())
}

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    /// Format; by default from the file extension, otherwise ndjson
    #[arg(long, value_enum)]
    format: Option<FormatArg>,

    /// Write to this file (mode 0600) instead of standard output (`-`); the file appears once it is
    /// complete
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Only messages newer than this (2h, 7d, 2026-11-28, 2026-11-28T10:00:00Z)
    #[arg(long, value_name = "TIME")]
    since: Option<Since>,

    #[command(flatten)]
    choice: ChoiceArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    /// One JSON object per line
    Ndjson,
    /// CSV for spreadsheets, with formulas escaped
    Csv,
}

/// What was exported to a file.
#[derive(Serialize, JsonSchema)]
pub(super) struct Exported<'a> {
    file: &'a Path,
    messages: u64,
}

pub(super) async fn export(args: ExportArgs, context: &Context) -> Result<(), CommandError> {
    let ExportArgs { format, output, since, choice } = args;
    let store = context.store()?;
    let since = since.map(|since| since.moment(context.now()));
    let filter = choice.filter(context, &store, since).await?;
    let history = History::of(&store, filter, Order::Oldest).await?;
    let output = output.filter(|path| path != Path::new("-"));
    let form = match format {
        Some(FormatArg::Csv) => Form::Csv,
        Some(FormatArg::Ndjson) => Form::Json,
        None => output.as_deref().and_then(Form::of).unwrap_or(Form::Json),
    };
    let written = match &output {
        Some(path) => {
            context.refuse_own(&store, path)?;
            // What is written beside it holds what people wrote, and must not stay behind.
            let stop = stop_signal(true)?;
            let mut asked = stop.asked.clone();
            tokio::select! {
                written = export::to_file(history, form, path, context.random.as_ref()) => written?,
                () = stopped(&mut asked) => return Err(stop.ended()),
            }
        }
        None => {
            let terminal = io::stdout().is_terminal();
            let shown = |text: String| match form {
                // The same to whoever reads it as JSON, and harmless behind a pager.
                Form::Json => escaped(&text).into_owned(),
                Form::Csv if terminal => visible(&text).into_owned(),
                Form::Csv => text,
            };
            let stdout = BufWriter::new(io::stdout());
            match export::export(history, form, shown, stdout).await {
                // A reader that has gone away, as `head` does, has enough.
                Err(OpsError::Unwritten(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
                    return Ok(());
                }
                written => written?,
            }
        }
    };
    let text = format!("Wrote {written} messages.");
    match output {
        Some(file) => context.ui.done(&Exported { file: &file, messages: written }, text),
        None => {
            context.ui.say(text);
            Ok(())
        }
    }
}
