use clap::{Subcommand, ValueEnum};

use crate::cli::args::ListArgs;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::ui::table;
use crate::domain::event::EventState;
use crate::ops::messages::{self, EventView};
use crate::store::inbox::EventFilter;

/// Look into the inbox of `serve`
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

        /// Only events of this state
        #[arg(long, value_enum)]
        state: Option<State>,
    },
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

pub(crate) async fn run(args: EventArgs, context: Context) -> Result<(), CommandError> {
    let EventCommand::List { list, state } = args.command;
    let store = context.store()?;
    let filter = EventFilter {
        account_ids: context.account_ids(&store).await?,
        state: state.map(EventState::from),
        since: list.since(context.now()),
        limit: list.limit(),
    };
    let events = messages::events(&store, filter).await?;
    if events.is_empty() {
        context.ui.say("No event fits.");
    }
    context.ui.result(&events, |events| match events.as_slice() {
        [] => String::new(),
        events => table(
            ["ID", "RECEIVED", "ACCOUNT", "KIND", "FROM", "STATE", "TEXT"],
            events.iter().map(row).collect(),
        ),
    })
}

fn row(event: &EventView) -> [String; 7] {
    let state = match &event.reason {
        Some(reason) => format!("{} ({reason})", event.state),
        None => event.state.clone(),
    };
    [
        event.id.to_string(),
        event.received_at.strftime("%Y-%m-%d %H:%M:%S").to_string(),
        event.account_id.clone(),
        match event.direction.as_str() {
            "sent" => format!("{} (own)", event.kind),
            _ => event.kind.to_string(),
        },
        event.sender_id.clone().unwrap_or_default(),
        state,
        event.text.clone().unwrap_or_default(),
    ]
}
