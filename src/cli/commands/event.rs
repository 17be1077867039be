use std::collections::BTreeSet;
use std::time::Duration;

use clap::builder::PossibleValuesParser;
use clap::{Subcommand, ValueEnum};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use tokio::time::{Instant, sleep};

use super::stop_signal;
use crate::cli::args::ListArgs;
use crate::cli::commands::results::JsonResult;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::listing::Listing;
use crate::cli::ui::{is_read, listing, said, stamp};
use crate::domain::event::{Direction, EventKind, EventState};
use crate::domain::message::To;
use crate::domain::visible::visible;
use crate::ops::messages::{self, Answer, EventView};
use crate::ops::stopped;
use crate::store::Store;
use crate::store::events::{EventFilter, Moved, Replay};

/// Pause between two looks of `tail`.
const TAIL_PAUSE: Duration = Duration::from_millis(250);

/// Events shown at a look.
const TAIL_LIMIT: u32 = 5_000;

/// Show and manage the inbox of `serve`
#[derive(Debug, clap::Args)]
pub(crate) struct EventArgs {
    #[command(subcommand)]
    command: EventCommand,
}

#[derive(Debug, Subcommand)]
enum EventCommand {
    /// List received events, oldest first
    List {
        #[command(flatten)]
        list: ListArgs,

        #[command(flatten)]
        only: Only,
    },
    /// Show one event: as received, what was sent for it, and what is left to send
    Show {
        /// Number from `event list`
        #[arg(value_parser = number)]
        id: i64,
    },
    /// Show events as they arrive, until Ctrl-C or --timeout
    Tail {
        /// Only events that enter this state
        #[arg(long, value_enum)]
        state: Option<State>,
    },
    /// Send events to the bot again as if they had just arrived
    ///
    /// A running `igbot serve` picks them up within seconds. If a reply was sent, or perhaps was,
    /// --again is needed: the customer gets a second reply. If an answer was given up halfway, or
    /// the outcome of one of its messages is unknown, --rest sends what is left, as `igbot event
    /// show` lists.
    Replay {
        #[command(flatten)]
        choice: Choice,

        /// Include events to which a reply was sent, or perhaps was
        #[arg(long)]
        again: bool,

        /// Send only what is left of an answer, without the message that was perhaps sent
        #[arg(long, conflicts_with = "again")]
        rest: bool,
    },
    /// Remove events from the queue or the failure list; they stay stored
    Drop {
        #[command(flatten)]
        choice: Choice,
    },
}

/// Which events to list.
#[derive(Debug, clap::Args)]
struct Only {
    /// Only events in this state
    #[arg(long, value_enum)]
    state: Option<State>,

    /// Only events of this kind
    #[arg(long, value_name = "KIND", value_parser = kinds(), hide_possible_values = true)]
    kind: Option<String>,

    /// Only events caused by this person: an id or @username
    #[arg(long, value_name = "PERSON")]
    from: Option<To>,
}

/// Reads the number of an event.
fn number(text: &str) -> Result<i64, String> {
    text.parse().map_err(|_| "an event is a number from `igbot event list`".to_owned())
}

fn kinds() -> PossibleValuesParser {
    EventKind::ALL.map(EventKind::as_str).into()
}

/// Which events to move.
#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
struct Choice {
    /// Numbers from `event list`
    #[arg(value_name = "ID", value_parser = number)]
    ids: Vec<i64>,

    /// All in this state; with --account, only those of the account
    #[arg(long, value_enum)]
    state: Option<State>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum State {
    /// Waiting for a bot
    Pending,
    /// Being handled
    Running,
    /// Handled
    Done,
    /// Stored only
    Ignored,
    /// Given up
    Failed,
    /// A reply may or may not have been sent
    Unknown,
}

impl From<State> for EventState {
    fn from(state: State) -> Self {
        match state {
            State::Pending => Self::Pending,
            State::Running => Self::Running,
            State::Done => Self::Done,
            State::Ignored => Self::Ignored,
            State::Failed => Self::Failed,
            State::Unknown => Self::Unknown,
        }
    }
}

const HEADERS: [&str; 8] = ["ID", "RECEIVED", "STATE", "KIND", "TEXT", "REASON", "FROM", "ACCOUNT"];
const ACCOUNT: usize = HEADERS.len() - 1;

const NONE: &str = "No matching events.";

/// Events read at a time where all are listed.
const PAGE: u32 = 500;

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] = &[
    JsonResult::document::<Vec<EventView>>("event list"),
    JsonResult::document::<Whole>("event show"),
    JsonResult::lines::<EventView>("event tail"),
    JsonResult::lines::<Row>("event replay"),
    JsonResult::lines::<Row>("event drop"),
];

pub(crate) async fn run(args: EventArgs, context: Context) -> Result<(), CommandError> {
    let store = context.store()?;
    match args.command {
        EventCommand::List { list, only } => list_events(&context, &store, &list, only).await,
        EventCommand::Show { id } => show(&context, &store, id).await,
        EventCommand::Tail { state } => tail(&context, &store, state).await,
        EventCommand::Replay { choice, again, rest } => {
            let how = match (again, rest) {
                (true, _) => Replay::Again,
                (_, true) => Replay::Rest,
                _ => Replay::Unanswered,
            };
            let ids = choice.ids(&context, &store).await?;
            moved(&context, store.replay(ids, how).await?, how == Replay::Rest)
        }
        EventCommand::Drop { choice } => {
            let ids = choice.ids(&context, &store).await?;
            moved(&context, store.drop_events(ids).await?, false)
        }
    }
}

impl Choice {
    async fn ids(self, context: &Context, store: &Store) -> Result<Vec<i64>, CommandError> {
        let Some(state) = self.state else {
            return Ok(self.ids);
        };
        let ids = store.event_ids(context.account_ids(store).await?, state.into()).await?;
        if ids.is_empty() {
            context.ui.say(NONE);
        }
        Ok(ids)
    }
}

async fn list_events(
    context: &Context,
    store: &Store,
    list: &ListArgs,
    only: Only,
) -> Result<(), CommandError> {
    let filter = EventFilter {
        account_ids: context.account_ids(store).await?,
        state: only.state.map(EventState::from),
        kind: only.kind.as_deref().map(EventKind::from_word),
        sender_id: match &only.from {
            Some(person) => Some(context.person(store, person).await?.to_string()),
            None => None,
        },
        since: list.since(context.now()),
        limit: list.limit(),
        ..EventFilter::default()
    };
    if filter.limit.is_none() {
        return list_all(context, store, &filter).await;
    }
    let events = messages::events(store, filter).await?;
    if events.is_empty() {
        context.ui.say(NONE);
    }
    context.ui.result(&events, |events| match events.as_slice() {
        [] => String::new(),
        events => listing(HEADERS, events.iter().map(row).collect(), Some(ACCOUNT)),
    })
}

/// Shows any number of events, as they are read.
async fn list_all(
    context: &Context,
    store: &Store,
    filter: &EventFilter,
) -> Result<(), CommandError> {
    let mut listing = Listing::new(context.ui, HEADERS);
    let mut after = i64::MIN;
    loop {
        let page = EventFilter { after: Some(after), limit: Some(PAGE), ..filter.clone() };
        let events = messages::events(store, page).await?;
        let Some(last) = events.last() else { break };
        after = last.id;
        for event in &events {
            if !listing.push(event, row)? {
                return Ok(());
            }
        }
    }
    if listing.end()? == 0 {
        context.ui.say(NONE);
    }
    Ok(())
}

/// An event with all that is known of it.
#[derive(Serialize, JsonSchema)]
struct Whole {
    #[serde(flatten)]
    view: EventView,
    #[serde(flatten)]
    answer: Answer,
    /// The element as it came; null if it does not decrypt, or the person has deleted it.
    raw: Option<Value>,
}

async fn show(context: &Context, store: &Store, id: i64) -> Result<(), CommandError> {
    let filter = EventFilter { ids: vec![id], ..EventFilter::default() };
    let Some(event) = store.events(filter).await?.pop() else {
        return Err(
            CommandError::usage(format!("there is no event {id}")).hint("see `igbot event list`")
        );
    };
    let (raw, answer) = (messages::raw(&event), messages::answer(store, id).await?);
    context.ui.document(&Whole { view: event.into(), answer, raw })
}

/// Shows each event when it is stored, or comes into a state, until Ctrl-C.
async fn tail(context: &Context, store: &Store, state: Option<State>) -> Result<(), CommandError> {
    let newest = EventFilter { limit: Some(1), ..EventFilter::default() };
    let mut last = store.events(newest).await?.pop().map_or(0, |event| event.id);
    let account_ids = context.account_ids(store).await?;
    let stop = stop_signal(false)?;
    let mut asked = stop.asked.clone();
    let until = context.timeout.map(|limit| Instant::now() + limit);
    let mut told = BTreeSet::new();
    loop {
        // Before looking: what comes or ends meanwhile is looked at once more.
        let ended = store.ended_up_to(last).await?;
        let filter = EventFilter {
            account_ids: account_ids.clone(),
            state: state.map(EventState::from),
            after: Some(last),
            limit: Some(TAIL_LIMIT),
            ..EventFilter::default()
        };
        let events = messages::events(store, filter).await?;
        let there = (events.len() == TAIL_LIMIT as usize).then(|| events.last().map(|it| it.id));
        let there = there.flatten().unwrap_or(i64::MAX);
        for event in events {
            let text = |event: &EventView| visible(&row(event).join("  ")).into_owned();
            if told.insert(event.id) && !context.ui.told(&event, text)? {
                return Ok(());
            }
        }
        // Whatever its state, an event is shown as soon as it is there.
        let seen = told.last().copied().filter(|_| state.is_none());
        last = last.max(seen.unwrap_or(ended)).min(there);
        told = told.split_off(&(last + 1));
        tokio::select! {
            () = stopped(&mut asked) => return Err(stop.ended()),
            () = sleep(TAIL_PAUSE) => {}
        }
        if !is_read() || until.is_some_and(|until| Instant::now() >= until) {
            return Ok(());
        }
    }
}

/// What became of an event.
#[derive(Serialize, JsonSchema)]
struct Row {
    id: i64,
    result: Moved,
}

/// Tells what became of each event; those that could not be moved make the exit code.
fn moved(context: &Context, moved: Vec<(i64, Moved)>, rest: bool) -> Result<(), CommandError> {
    for &(id, result) in &moved {
        context.ui.element(&Row { id, result }, |row| {
            format!("{}: {}", row.id, words(row.result, rest))
        })?;
    }
    let done = |it: &&(i64, Moved)| matches!(it.1, Moved::Queued | Moved::Dropped);
    match moved.iter().filter(done).count() {
        count if count == moved.len() => Ok(()),
        0 if moved.iter().all(|it| it.1 == Moved::NotFound) => {
            Err(CommandError::ended(Exit::Usage))
        }
        0 => Err(CommandError::ended(Exit::Refused)),
        _ => Err(CommandError::ended(Exit::PartlyDone)),
    }
}

fn words(moved: Moved, rest: bool) -> &'static str {
    match moved {
        Moved::Queued if rest => "queued; the rest of its answer will be sent",
        Moved::Queued => "queued for the bot",
        Moved::Dropped => "dropped",
        Moved::NotFound => "no such event; see `igbot event list`",
        Moved::Open => "still queued or being handled",
        Moved::NotForBots => "is not a message to the bot",
        Moved::Deleted => "deleted by the person; gets no answer",
        Moved::Answered => {
            "a reply was sent, or perhaps was; --again asks the bot again, --rest sends only what is left"
        }
        Moved::NothingLeft => "no part of its answer is left to send",
        Moved::Ended => "already finished",
    }
}

fn row(event: &EventView) -> [String; 8] {
    [
        event.id.to_string(),
        stamp(event.received_at),
        event.state.as_str().to_owned(),
        match event.direction {
            Direction::Sent => format!("{} (own)", event.kind),
            Direction::Received => event.kind.to_string(),
        },
        said(event.text.as_deref(), &event.attachments),
        event.reason.clone().unwrap_or_default(),
        match event.direction {
            Direction::Sent => String::new(),
            Direction::Received => event.sender_id.clone().unwrap_or_default(),
        },
        event.account_id.clone(),
    ]
}
