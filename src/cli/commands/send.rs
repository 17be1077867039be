use clap::Subcommand;

use crate::cli::context::{Context, read_stdin};
use crate::cli::error::CommandError;
use crate::cli::visible::visible;
use crate::domain::id::IgScopedId;
use crate::domain::message::{MessageText, Outcome, OutgoingMessage};
use crate::ops::send::{self, SendReport};

/// Send a direct message to a person who wrote to the account
///
/// Exit 0: sent. 6 (or 4, 5, 7): refused, for certain. 9: nobody knows; look before repeating.
#[derive(Debug, clap::Args)]
pub(crate) struct SendArgs {
    #[command(subcommand)]
    command: SendCommand,
}

#[derive(Debug, Subcommand)]
enum SendCommand {
    /// Send a text of at most 1000 bytes
    Text {
        /// The person, by their Instagram-scoped id
        #[arg(long, value_name = "PERSON")]
        to: IgScopedId,

        /// The text; `-` or nothing reads it from standard input
        text: Option<String>,

        /// Show the request instead of making it
        #[arg(short = 'n', long)]
        dry_run: bool,
    },
}

pub(crate) async fn run(args: SendArgs, context: Context) -> Result<(), CommandError> {
    let SendCommand::Text { to, text, dry_run } = args.command;
    let text = match text.filter(|text| text != "-") {
        Some(text) => text,
        None => read_stdin()?,
    };
    let message = OutgoingMessage::Text(MessageText::new(text)?);
    let services = context.services(context.timeout)?;
    let account = context.account(&services.store, None).await?;
    if dry_run {
        return context.ui.result(&services.graph.preview(&to, &message), |request| {
            format!("{} {}\n{}", request.method, request.url, request.body)
        });
    }
    let sent = send::send(&services, &account, &to, &message, None).await?;
    context.ui.result(&sent.report, |report| line(report, &to))?;
    if sent.unrecorded {
        context.ui.warn("the outcome above could not be written into the history");
    }
    match (sent.report.outcome, sent.error) {
        (_, None) => Ok(()),
        (Outcome::Unknown, Some(error)) => Err(CommandError::from(error).of_unknown_send()),
        (_, Some(error)) => Err(CommandError::from(error)),
    }
}

fn line(report: &SendReport, to: &IgScopedId) -> String {
    match (report.outcome, &report.message_id) {
        (Outcome::Sent, Some(mid)) => format!("sent to {to}: {}", visible(mid)),
        (Outcome::Sent, None) => format!("sent to {to}"),
        (Outcome::Refused, _) => format!("refused: nothing was sent to {to}"),
        (Outcome::Unknown, _) => format!("unknown: it may or may not have reached {to}"),
    }
}
