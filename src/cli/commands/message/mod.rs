mod find;
mod purge;

use clap::{Args, Subcommand, ValueEnum};

use crate::cli::args::ListArgs;
use crate::cli::commands::results::JsonResult;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::listing::Listing;
use crate::cli::ui::{said, stamp};
use crate::domain::event::Direction;
use crate::domain::message::To;
use crate::ops::messages::{self, History, Message};
use crate::ops::record::{self, Record};
use crate::store::Store;
use crate::store::history::{HistoryFilter, Order};
use crate::store::purge::PersonPurged;
use find::{ExportArgs, SearchArgs};
use purge::PurgeArgs;

/// Show, search, export and purge received and sent messages
#[derive(Debug, clap::Args)]
pub(crate) struct MessageArgs {
    #[command(subcommand)]
    command: MessageCommand,
}

#[derive(Debug, Subcommand)]
enum MessageCommand {
    /// List messages, oldest first
    List {
        #[command(flatten)]
        list: ListArgs,
        #[command(flatten)]
        choice: ChoiceArgs,
    },
    /// Show everything about one message
    Show {
        /// Number from `message list` (r12, s5), or Instagram's id of the message
        #[arg(value_name = "ID")]
        message: String,

        /// Include the JSON as received or sent
        #[arg(long)]
        raw: bool,
    },
    /// List messages whose text contains these words, oldest first; with --all as they are found,
    /// newest first
    Search(SearchArgs),
    /// Export messages as NDJSON or CSV, oldest first
    Export(ExportArgs),
    /// Permanently delete everything about one person
    ///
    /// Deletes events, sent messages, the person's name and anything queued for them. Later
    /// deliveries or `reconcile` do not bring them back; new messages are stored as usual. Exit 8:
    /// another process was reading, and the write-ahead log still holds some of the data; run it
    /// again.
    Purge(PurgeArgs),
}

/// Which messages.
#[derive(Debug, Args)]
pub(super) struct ChoiceArgs {
    /// Only messages from and to this person: an id or @username
    #[arg(long, value_name = "PERSON")]
    with: Option<To>,

    /// Only messages of this kind: what came is a `message` or `postback`, what was sent a `text`, `image`,
    /// `template` …
    #[arg(long, value_name = "KIND", value_parser = KINDS, hide_possible_values = true)]
    kind: Option<String>,

    /// Only received, or only sent
    #[arg(long, value_enum)]
    direction: Option<DirectionArg>,

    /// Only messages in this state
    #[arg(long, value_name = "STATE", value_parser = STATES)]
    state: Option<String>,
}

/// What messages are called that came in, and that went out.
const KINDS: [&str; 12] = [
    "message", "postback", "text", "image", "video", "audio", "file", "sticker", "post",
    "template", "reaction", "raw",
];

const STATES: [&str; 7] =
    ["received", "imported", "deleted", "sending", "sent", "refused", "unknown"];

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DirectionArg {
    /// By the person
    Received,
    /// By the account
    Sent,
}

impl From<DirectionArg> for Direction {
    fn from(arg: DirectionArg) -> Self {
        match arg {
            DirectionArg::Received => Self::Received,
            DirectionArg::Sent => Self::Sent,
        }
    }
}

impl ChoiceArgs {
    async fn filter(
        self,
        context: &Context,
        store: &Store,
        since: Option<jiff::Timestamp>,
    ) -> Result<HistoryFilter, CommandError> {
        Ok(HistoryFilter {
            account_ids: context.account_ids(store).await?,
            peer_id: match &self.with {
                Some(person) => Some(context.person(store, person).await?.to_string()),
                None => None,
            },
            since,
            kind: self.kind,
            direction: self.direction.map(Direction::from),
            state: self.state,
            limit: None,
        })
    }
}

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] = &[
    JsonResult::document::<Vec<Message>>("message list"),
    JsonResult::document::<Vec<Message>>("message search"),
    JsonResult::document::<Record>("message show"),
    JsonResult::lines::<Message>("message export"),
    JsonResult::document::<find::Exported<'_>>("message export output"),
    JsonResult::document::<PersonPurged>("message purge"),
];

pub(crate) async fn run(args: MessageArgs, context: Context) -> Result<(), CommandError> {
    match args.command {
        MessageCommand::List { list: which, choice } => list(which, choice, &context).await,
        MessageCommand::Show { message, raw } => show(&message, raw, &context).await,
        MessageCommand::Search(args) => find::search(args, &context).await,
        MessageCommand::Export(args) => find::export(args, &context).await,
        MessageCommand::Purge(args) => purge::run(args, &context).await,
    }
}

async fn list(list: ListArgs, choice: ChoiceArgs, context: &Context) -> Result<(), CommandError> {
    let store = context.store()?;
    let filter = choice.filter(context, &store, list.since(context.now())).await?;
    let mut listing = listing(context);
    show_history(&mut listing, &store, filter, list.limit()).await?;
    if listing.end()? == 0 {
        context.ui.say("No matching messages.");
    }
    Ok(())
}

/// Puts the newest of a history into a list, the oldest of them first; all without a limit, and then
/// as they are read.
pub(super) async fn show_history(
    listing: &mut Listing<7>,
    store: &Store,
    filter: HistoryFilter,
    limit: Option<u32>,
) -> Result<(), CommandError> {
    if limit.is_some() {
        for message in messages::history(store, HistoryFilter { limit, ..filter }).await? {
            listing.push(&message, row)?;
        }
        return Ok(());
    }
    let mut history = History::of(store, filter, Order::Oldest).await?;
    while let Some(message) = history.next().await? {
        if !listing.push(&message, row)? {
            break;
        }
    }
    Ok(())
}

async fn show(message: &str, raw: bool, context: &Context) -> Result<(), CommandError> {
    let store = context.store()?;
    let Some(record) = record::find(&store, message, raw).await? else {
        return Err(CommandError::usage("there is no such message")
            .hint("take a number like r1 or s1 from `igbot message list`"));
    };
    context.ui.document(&record)
}

pub(super) const HEADERS: [&str; 7] = ["ID", "TIME", "", "PERSON", "KIND", "STATE", "TEXT"];

fn listing(context: &Context) -> Listing<7> {
    Listing::new(context.ui, HEADERS)
}

fn row(message: &Message) -> [String; 7] {
    let arrow = match message.direction {
        Direction::Received => "from",
        Direction::Sent => "to",
    };
    [
        message.id.clone(),
        stamp(message.time),
        arrow.to_owned(),
        message.conversation_id.clone().unwrap_or_default(),
        message.kind.clone(),
        match message.edited {
            true => format!("{}, edited", message.state),
            false => message.state.clone(),
        },
        said(message.text.as_deref(), &message.attachments),
    ]
}
