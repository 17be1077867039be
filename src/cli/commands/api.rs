use std::path::PathBuf;
use std::time::Duration;

use clap::ValueEnum;
use serde_json::Value;
use tokio::time::Instant;

use super::preview;
use crate::cli::context::{Context, read_json};
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::{Ui, escaped};
use crate::graph::class::ErrorClass;
use crate::graph::raw::{InvalidCall, Verb};
use crate::ops::OpsError;
use crate::ops::api::{self, ApiError, ApiPages, BrokenOff};

/// A wait of this length is told, once; without need there are two pages a second.
const LONG: Duration = Duration::from_secs(2);

/// Call Instagram's API as the account, for anything igbot has no command for
///
/// Prints the answer as JSON, errors included, with every token replaced by ***; the exit code
/// gives the kind of error. Messages sent this way are not recorded in the history: use `igbot send
/// raw`.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "\
Examples:
  igbot api GET me -f fields=id,username
  igbot api GET me/conversations -f platform=instagram --paginate
  igbot api POST me/messenger_profile --input menu.json --dry-run")]
pub(crate) struct ApiArgs {
    /// HTTP method
    #[arg(value_enum, ignore_case = true)]
    method: Method,

    /// Path, or full address on the same host; the API version is added if missing
    path: String,

    /// Parameter: in the address, or in the form body of a POST without --input
    #[arg(short = 'f', long = "field", value_name = "NAME=VALUE", value_parser = field)]
    fields: Vec<(String, String)>,

    /// JSON file to send as the body; `-` reads standard input
    #[arg(long, value_name = "FILE")]
    input: Option<PathBuf>,

    /// Fetch all pages of a list and print one element per line
    #[arg(long, conflicts_with = "input")]
    paginate: bool,

    /// Show the request instead of sending it
    #[arg(short = 'n', long)]
    dry_run: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "UPPER")]
enum Method {
    /// Read
    Get,
    /// Create or change
    Post,
    /// Remove
    Delete,
}

impl From<Method> for Verb {
    fn from(method: Method) -> Self {
        match method {
            Method::Get => Self::Get,
            Method::Post => Self::Post,
            Method::Delete => Self::Delete,
        }
    }
}

fn field(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("write it as NAME=VALUE".to_owned()),
    }
}

pub(crate) async fn run(args: ApiArgs, context: Context) -> Result<(), CommandError> {
    let verb = Verb::from(args.method);
    if args.paginate && verb != Verb::Get {
        return Err(
            CommandError::usage("--paginate works only with GET").hint("leave out --paginate")
        );
    }
    if args.input.is_some() && verb != Verb::Post {
        return Err(CommandError::usage("--input works only with POST")
            .hint("pass parameters with -f NAME=VALUE"));
    }
    let body = args.input.as_deref().map(read_json).transpose()?;
    let (services, account) = context.for_account().await?;
    let call = services.graph.raw_call(verb, &args.path, args.fields, body).map_err(invalid)?;
    if args.dry_run {
        return preview(&services.graph.preview_raw(&call), &context);
    }
    if args.paginate {
        return print_pages(ApiPages::new(&services, &account, &call), context.ui).await;
    }
    let answer = api::call(&services, &account, &call).await?;
    if let Some(body) = &answer.body {
        context.ui.document(body)?;
    }
    answer.error.map_or(Ok(()), |error| Err(refused(error)))
}

/// Prints the elements of a list as they come, one page at a time.
async fn print_pages(mut pages: ApiPages<'_>, ui: Ui) -> Result<(), CommandError> {
    let mut told = false;
    while let Some(start) = pages.turn().await? {
        if !told && start.duration_since(Instant::now()) >= LONG {
            told = true;
            ui.say("Instagram's rate limit is nearly reached: fetching pages slowly.");
        }
        let page = pages.next(start).await?;
        for element in &page.elements {
            ui.element(element, line)?;
        }
        if let Some(why) = page.broken_off {
            return Err(broken_off(why));
        }
    }
    Ok(())
}

fn broken_off(why: BrokenOff) -> CommandError {
    match why {
        BrokenOff::Refused(error) => refused(error),
        BrokenOff::NoList => {
            CommandError::usage("the answer is not a list").hint("leave out --paginate to see it")
        }
        BrokenOff::SamePage => {
            let text = "Instagram returned a page that was already read";
            CommandError::new(Exit::Unavailable, "same_page", text)
                .hint("the printed list is incomplete; try again later")
        }
    }
}

fn line(value: &Value) -> String {
    escaped(&value.to_string()).into_owned()
}

fn invalid(error: InvalidCall) -> CommandError {
    let it = CommandError::usage(error.to_string());
    match error {
        InvalidCall::OtherHost { .. } => {
            it.hint("the account's token is never sent to another host")
        }
        InvalidCall::NoPath => it.hint("write it like me/conversations"),
        InvalidCall::Token => it.hint("igbot adds the account's token; choose the account with -A"),
    }
}

fn refused(ApiError { error, open }: ApiError) -> CommandError {
    let no_path = matches!(&error, OpsError::Account { source, .. }
        if source.class() == Some(ErrorClass::UnknownPath));
    match CommandError::from(error) {
        it if open => it.of_unknown_call(),
        it if no_path => it.of_unknown_path(),
        it => it,
    }
}
