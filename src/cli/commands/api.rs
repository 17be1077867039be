use std::path::PathBuf;
use std::time::Duration;

use clap::ValueEnum;
use serde_json::Value;
use tokio::time::Instant;

use super::preview;
use crate::cli::context::{Context, read_json};
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::escaped;
use crate::domain::account::Account;
use crate::graph::class::ErrorClass;
use crate::graph::raw::{InvalidCall, RawCall, Verb};
use crate::ops::api::{self, ApiAnswer, ApiError};
use crate::ops::followed::Followed;
use crate::ops::{OpsError, Services};

/// How long a page waits for its turn at Instagram's limits.
const PATIENCE: Duration = Duration::from_secs(60);

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
    let services = context.services(context.timeout)?;
    let account = context.account(&services.store, None).await?;
    let call = services.graph.raw_call(verb, &args.path, args.fields, body).map_err(invalid)?;
    if args.dry_run {
        return preview(&services.graph.preview_raw(&call), &context);
    }
    if args.paginate {
        return pages(&call, &services, &account, &context).await;
    }
    let answer = api::call(&services, &account, &call, None, None).await?;
    if let Some(body) = &answer.body {
        context.ui.result(body, pretty)?;
    }
    answer.error.map_or(Ok(()), |error| Err(refused(error)))
}

/// Prints the elements of a list as they come, one page at a time.
async fn pages(
    call: &RawCall,
    services: &Services,
    account: &Account,
    context: &Context,
) -> Result<(), CommandError> {
    let (mut after, mut followed, mut told) = (None::<String>, Followed::default(), false);
    loop {
        let start = api::turn(services, account, PATIENCE).await?;
        if !told && start.duration_since(Instant::now()) >= LONG {
            told = true;
            context.ui.say("Instagram's rate limit is nearly reached: fetching pages slowly.");
        }
        let answer = api::call(services, account, call, after.as_deref(), Some(start)).await?;
        let ApiAnswer { body, error, after: next } = answer;
        match body {
            Some(Value::Object(mut page)) if error.is_none() => match page.remove("data") {
                Some(Value::Array(elements)) => {
                    for element in elements {
                        context.ui.element(&element, line)?;
                    }
                }
                _ => {
                    return Err(CommandError::usage("the answer is not a list")
                        .hint("leave out --paginate to see it"));
                }
            },
            Some(body) => context.ui.element(&body, line)?,
            None => {}
        }
        if let Some(error) = error {
            return Err(refused(error));
        }
        if next.as_deref().is_some_and(|next| !followed.add(next)) {
            let text = "Instagram returned a page that was already read";
            return Err(CommandError::new(Exit::Unavailable, "same_page", text)
                .hint("the printed list is incomplete; try again later"));
        }
        after = next;
        if after.is_none() {
            return Ok(());
        }
    }
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).map(|json| escaped(&json).into_owned()).unwrap_or_default()
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
