use clap::Subcommand;

use crate::cli::args::ListArgs;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::ui::table;
use crate::domain::event::Direction;
use crate::domain::id::IgScopedId;
use crate::ops::messages::{self, Message};
use crate::store::history::HistoryFilter;

/// Read the history of received and sent messages
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

        /// Only messages from and to this person
        #[arg(long, value_name = "PERSON")]
        with: Option<IgScopedId>,
    },
}

pub(crate) async fn run(args: MessageArgs, context: Context) -> Result<(), CommandError> {
    let MessageCommand::List { list, with } = args.command;
    let store = context.store()?;
    let filter = HistoryFilter {
        account_ids: context.account_ids(&store).await?,
        peer_id: with.map(|person| person.to_string()),
        since: list.since(context.now()),
        limit: list.limit(),
    };
    let messages = messages::history(&store, filter).await?;
    if messages.is_empty() {
        context.ui.say("No message fits.");
    }
    context.ui.result(&messages, |messages| match messages.as_slice() {
        [] => String::new(),
        messages => table(
            ["TIME", "", "PERSON", "KIND", "STATE", "TEXT"],
            messages.iter().map(row).collect(),
        ),
    })
}

fn row(message: &Message) -> [String; 6] {
    let arrow = match message.direction {
        Direction::Received => "from",
        Direction::Sent => "to",
    };
    [
        message.time.strftime("%Y-%m-%d %H:%M:%S").to_string(),
        arrow.to_owned(),
        message.conversation_id.clone().unwrap_or_default(),
        message.kind.clone(),
        message.state.clone(),
        message.text.clone().unwrap_or_default(),
    ]
}
