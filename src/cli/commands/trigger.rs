use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::builder::PossibleValue;
use clap::builder::PossibleValuesParser;
use schemars::JsonSchema;
use serde::Serialize;
use tokio::time::{Instant, sleep_until};
use url::Url;

use super::webhook;
use crate::cli::args::web_address;
use crate::cli::commands::results::JsonResult;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::escaped;
use crate::config::Setting;
use crate::domain::visible::visible;
use crate::graph::GraphError;
use crate::ops::OpsError;
use crate::ops::trigger::{self, Change};
use crate::webhook::synthetic::{KINDS, Scene, SyntheticKind};

/// A person that is in nobody's store.
pub(super) const PERSON: &str = "1270000000000001";

/// An account that is linked nowhere.
pub(super) const ACCOUNT: &str = "17841499990000001";

/// Longest body taken from a file; ten times what a receiver accepts.
const MAX_FILE: u64 = 10 << 20;

/// Deliver a synthetic event to a receiver, signed as Instagram would
///
/// The event is for --account, for the default account or, if none is linked here, for one that
/// does not exist. A bot that answers will try to send to a person who does not exist.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "\
Examples:
  igbot trigger text --set message.text='Are you open?' --set sender.id=1270000000000009
  igbot trigger reaction --count 100 --rate 20
  igbot trigger --file captured.json --bad-signature
  igbot trigger comment --print")]
pub(crate) struct TriggerArgs {
    /// Kind of event
    #[arg(required_unless_present = "file", conflicts_with = "file", value_parser = kinds())]
    kind: Option<String>,

    /// Deliver this file byte for byte; `-` reads standard input
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,

    /// Receiver to deliver to
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080/webhook", value_parser = web_address)]
    to: Url,

    /// Set a value in the event, like message.text=Hello
    #[arg(long, value_name = "PATH=VALUE", conflicts_with = "file", value_parser = change)]
    set: Vec<Change>,

    /// Deliver this many, each with its own message id
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    count: u32,

    /// Deliver at most this many per second
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    rate: Option<u32>,

    /// Deliver each twice, as Instagram sometimes does
    #[arg(long)]
    duplicate: bool,

    /// Send a signature that does not match the body
    #[arg(long)]
    bad_signature: bool,

    /// Print the body instead of delivering it
    #[arg(long)]
    print: bool,
}

/// How one delivery was answered.
#[derive(Debug, Serialize, JsonSchema)]
struct Answered {
    number: u32,
    bytes: usize,
    status: u16,
}

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] = &[JsonResult::lines::<Answered>("trigger")];

pub(crate) async fn run(args: TriggerArgs, context: Context) -> Result<(), CommandError> {
    let scene = Scene {
        account: match &args.file {
            // It names its account itself.
            Some(_) => ACCOUNT.to_owned(),
            None => account(&context).await?,
        },
        person: PERSON.to_owned(),
        mid: String::new(),
        now: context.now(),
    };
    let file = args.file.as_deref().map(read).transpose()?;
    let body = |context: &Context| match (&file, args.kind.as_deref().and_then(SyntheticKind::find))
    {
        (Some(bytes), _) => bytes.clone(),
        (None, Some(kind)) => {
            let mid = format!("aWdfZAG1f{}", context.random.token());
            trigger::body(kind, &Scene { mid, now: context.now(), ..scene.clone() }, &args.set)
        }
        (None, None) => Vec::new(),
    };
    if args.print {
        return context.ui.line(&escaped(&String::from_utf8_lossy(&body(&context))));
    }
    let secret = context.settings.need_secret(Setting::AppSecret)?;
    let graph = context.graph(context.timeout)?;
    let to = webhook::on_host(args.to);
    let pause = args.rate.map(|rate| Duration::from_secs(1) / rate);
    let (mut next, mut worst) = (Instant::now(), 200);
    for number in 1..=args.count {
        sleep_until(next).await;
        next += pause.unwrap_or_default();
        let body = body(&context);
        for _ in 0..=u8::from(args.duplicate) {
            let answer = trigger::deliver(&graph, &to, body.clone(), &secret, args.bad_signature)
                .await
                .map_err(|error| {
                    match &error {
                OpsError::Graph(GraphError::Unreachable { .. }) => CommandError::from(error).hint(
                    "check that `igbot serve` is running there, or name another address with --to",
                ),
                _ => error.into(),
            }
                })?;
            worst = worst.max(answer.status);
            let answered = Answered { number, bytes: body.len(), status: answer.status };
            context.ui.element(&answered, |it| format!("{}: HTTP {}", it.number, it.status))?;
        }
    }
    match worst {
        200 => Ok(()),
        500.. => Err(refused(Exit::Unavailable, worst).hint("see the receiver's log")),
        401 => Err(refused(Exit::Refused, worst)
            .hint("the receiver has another INSTAGRAM_APP_SECRET, or --bad-signature was given")),
        _ => Err(refused(Exit::Refused, worst).hint("check that this is the path of a webhook")),
    }
}

fn refused(exit: Exit, status: u16) -> CommandError {
    CommandError::new(exit, "not_taken", format!("a delivery was answered with HTTP {status}"))
}

/// The account that is meant, or a made-up one where no store says more.
async fn account(context: &Context) -> Result<String, CommandError> {
    let named = context.settings.get(Setting::Account).is_some();
    let stored = context.settings.store_path().is_ok_and(|path| path.exists());
    if !named && !stored {
        return Ok(ACCOUNT.to_owned());
    }
    match context.account(&context.store()?, None).await {
        Ok(account) => Ok(account.account_id.to_string()),
        Err(error) if named || error.exit() == Exit::Usage => Err(error),
        Err(_) => Ok(ACCOUNT.to_owned()),
    }
}

/// Reads a file, or standard input if that is `-`.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, CommandError> {
    let unreadable = |error| {
        let message = format!("cannot read {}: {error}", path.display());
        CommandError::usage(visible(&message))
    };
    let mut bytes = Vec::new();
    let read = match path.to_str() {
        Some("-") => std::io::stdin().take(MAX_FILE + 1).read_to_end(&mut bytes),
        _ => File::open(path).and_then(|file| file.take(MAX_FILE + 1).read_to_end(&mut bytes)),
    };
    read.map_err(unreadable)?;
    if bytes.len() as u64 > MAX_FILE {
        let message = format!("{} is longer than {MAX_FILE} bytes", path.display());
        return Err(CommandError::usage(visible(&message)).hint("Instagram delivers 1 MiB at most"));
    }
    Ok(bytes)
}

fn kinds() -> PossibleValuesParser {
    KINDS.map(|kind| PossibleValue::new(kind.name).help(kind.about)).into()
}

pub(super) fn change(text: &str) -> Result<Change, String> {
    Change::parse(text).ok_or_else(|| "use PATH=VALUE, like message.text=Hello".to_owned())
}
