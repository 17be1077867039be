use std::future::pending;
use std::time::Instant;

use clap::builder::PossibleValuesParser;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use tokio::time::sleep;

use super::bots::{self, BotArgs};
use super::stop_signal;
use super::trigger::{ACCOUNT, PERSON};
use crate::bot::{Bot, Handler, exec};
use crate::cli::commands::results::JsonResult;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::config::Setting;
use crate::domain::account::Account;
use crate::domain::message::WrittenMessage;
use crate::domain::visible::visible;
use crate::ops::trigger::{self, Change};
use crate::ops::{stopped, trial};
use crate::store::Store;
use crate::store::events::EventFilter;
use crate::store::inbox::StoredEvent;
use crate::webhook::payload;
use crate::webhook::synthetic::{KINDS, Scene, SyntheticKind};

/// Ask a bot what it would answer, and send nothing
///
/// Checks the answer as `igbot serve` does before it sends one. Nothing is stored, and Instagram is not
/// asked. The bot is the one named here, or that of the account in the config file. What it prints on
/// standard error is shown.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("what").required(true))]
#[command(after_long_help = "\
Examples:
  igbot try 'Are you open?' --exec python3 bot.py
  igbot try --kind postback --set postback.payload=HOURS --exec python3 bot.py
  igbot try --event 7
  igbot try --event 7 --input | python3 bot.py")]
pub(crate) struct TryArgs {
    /// What a customer writes
    #[arg(group = "what")]
    text: Option<String>,

    /// Ask about this event of the inbox, a number from `event list`
    #[arg(long, group = "what", value_name = "ID")]
    event: Option<i64>,

    /// Ask about a synthetic event of this kind, as `igbot trigger` delivers it
    #[arg(long, group = "what", value_name = "KIND", value_parser = kinds(), hide_possible_values = true)]
    kind: Option<String>,

    /// Set a value in a synthetic event, like postback.payload=HOURS
    #[arg(long, value_name = "PATH=VALUE", conflicts_with = "event", value_parser = super::trigger::change)]
    set: Vec<Change>,

    /// Print what the bot reads on standard input, and ask nobody
    #[arg(long)]
    input: bool,

    #[command(flatten)]
    bot: BotArgs,
}

/// What a bot would answer.
#[derive(Serialize, JsonSchema)]
struct Tried {
    /// What the bot was told has happened.
    kind: String,
    /// How long it took.
    seconds: f64,
    /// The messages that `serve` would send, as `igbot schema action` describes them.
    messages: Vec<WrittenMessage>,
}

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] =
    &[JsonResult::document::<Tried>("try"), JsonResult::document::<Value>("try input")];

pub(crate) async fn run(args: TryArgs, context: Context) -> Result<(), CommandError> {
    args.bot.warn_of_swallowed("try");
    let there = context.settings.store_path().is_ok_and(|path| path.exists());
    let store = there.then(|| context.store()).transpose()?;
    let (event, account) = match args.event {
        Some(id) => stored(&context, store.as_ref(), id).await?,
        None => made_up(&args, &context, store.as_ref()).await?,
    };
    let input = trial::input(&event, &account).map_err(|_| {
        let text = format!("event {} has no content any more", event.id);
        CommandError::usage(text).hint("what was deleted or purged cannot be handed to a bot")
    })?;
    if args.input {
        return context.ui.document(&input);
    }
    let bot = chosen(&args.bot, &account, &context)?;
    if let Some(why) = trial::why_not_asked(&event, &account, &bot) {
        context.ui.warn(format!("`igbot serve` does not ask this bot about such an event: {why}"));
    }
    let mut stop = stop_signal(true)?;
    let began = Instant::now();
    let limit = async {
        match context.timeout {
            Some(limit) => sleep(limit).await,
            None => pending().await,
        }
    };
    // The bot ends as well.
    let answered = tokio::select! {
        answered = trial::answer(&bot.handler, &event, &account) => answered,
        () = limit => Err(trial::NoAnswer("--timeout is over".to_owned())),
        () = stopped(&mut stop.asked) => return Err(stop.ended()),
    };
    exec::last_words().await;
    let messages = answered.map_err(|error| {
        CommandError::of(Exit::Failure, "no_answer", &error)
            .hint("nothing was sent; `igbot try … --input` prints what the bot reads")
    })?;
    let tried = Tried {
        kind: input["kind"].as_str().unwrap_or_default().to_owned(),
        seconds: began.elapsed().as_secs_f64(),
        messages: messages.iter().map(WrittenMessage::from).collect(),
    };
    if tried.messages.is_empty() {
        context.ui.say("The bot answers nothing.");
    }
    context
        .ui
        .result(&tried, |tried| tried.messages.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// A message as a bot would write it.
fn line(message: &WrittenMessage) -> String {
    visible(&serde_json::to_string(message).unwrap_or_default()).into_owned()
}

/// An event of the inbox and its account, which may not be linked any more.
async fn stored(
    context: &Context,
    store: Option<&Store>,
    id: i64,
) -> Result<(StoredEvent, Account), CommandError> {
    let none =
        || CommandError::usage(format!("there is no event {id}")).hint("see `igbot event list`");
    let store = store.ok_or_else(none)?;
    let filter = EventFilter { ids: vec![id], ..EventFilter::default() };
    let event = store.events(filter).await?.pop().ok_or_else(none)?;
    let account = match store.account_by_id(&event.account_id).await? {
        Some(account) => account,
        None => nobodys(&event.account_id, context)?,
    };
    Ok((StoredEvent { attempts: event.attempts.max(1), ..event }, account))
}

/// A synthetic event, for the account that is meant, or for one that is linked nowhere.
async fn made_up(
    args: &TryArgs,
    context: &Context,
    store: Option<&Store>,
) -> Result<(StoredEvent, Account), CommandError> {
    let named = context.settings.get(Setting::Account).is_some();
    let account = match store {
        Some(store) => match context.account(store, None).await {
            // None is linked yet.
            Err(error) if !named && error.exit() == Exit::LoginNeeded => nobodys(ACCOUNT, context)?,
            account => account?,
        },
        None => nobodys(ACCOUNT, context)?,
    };
    let scene = Scene {
        account: account.account_id.to_string(),
        person: PERSON.to_owned(),
        mid: format!("aWdfZAG1f{}", context.random.token()),
        now: context.now(),
    };
    let kind = args.kind.as_deref().unwrap_or("text");
    let text = args.text.as_deref().and_then(|text| Change::parse(&format!("message.text={text}")));
    let changes: Vec<_> = text.into_iter().chain(args.set.iter().cloned()).collect();
    let body = SyntheticKind::find(kind).map(|kind| trigger::body(kind, &scene, &changes));
    let events = payload::parse(&body.unwrap_or_default()).unwrap_or_default();
    let event = events.into_iter().next().ok_or_else(|| {
        CommandError::usage("the changed event is none that Instagram delivers")
            .hint("`igbot trigger KIND --print` shows what --set can change")
    })?;
    Ok((trial::made_up(event, context.now()), account))
}

fn nobodys(account_id: &str, context: &Context) -> Result<Account, CommandError> {
    let odd = || CommandError::usage(format!("{account_id} is no id of an account"));
    let account_id = account_id.parse().map_err(|_| odd())?;
    let alias = "shop".parse().map_err(|_| odd())?;
    Ok(trial::nobodys_account(account_id, alias, context.now()))
}

/// The bot of the command line, or that of the account.
fn chosen(args: &BotArgs, account: &Account, context: &Context) -> Result<Bot, CommandError> {
    let named = bots::named(args, context)?;
    match &account.bot {
        _ if named.handler != Handler::None => Ok(named),
        Some(name) => bots::configured(name, context.settings.bot(name)?, context),
        None => Err(CommandError::usage("no bot is named")
            .hint("name it at the end, like: igbot try 'Are you open?' --exec python3 bot.py")
            .hint("or give the account one of the config file: `igbot account bot --help`")),
    }
}

fn kinds() -> PossibleValuesParser {
    KINDS.map(|kind| kind.name).into()
}
