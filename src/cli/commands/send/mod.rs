mod batch;
mod message;

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Subcommand, ValueEnum};

use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::visible::visible;
use crate::domain::media::MediaKind;
use crate::domain::message::{Content, Outcome, OutgoingMessage, Recipient, SenderAction, To};
use crate::graph::messages::Preview;
use crate::ops::people;
use crate::ops::send::{self, Order, SendReport, Sent, WindowPolicy};
use batch::BatchArgs;
use message::{FileArgs, ImageArgs, ReactionArgs, TemplateArgs, TextArgs};

/// How long a command waits for its turn at Instagram's limits.
const PATIENCE: Duration = Duration::from_secs(30);

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
        #[command(flatten)]
        message: TextArgs,
        #[command(flatten)]
        how: HowArgs,
    },
    /// Send a picture, or up to 10 in one message
    Image {
        #[command(flatten)]
        message: ImageArgs,
        #[command(flatten)]
        how: HowArgs,
    },
    /// Send a film
    Video {
        #[command(flatten)]
        message: FileArgs,
        #[command(flatten)]
        how: HowArgs,
    },
    /// Send a sound
    Audio {
        #[command(flatten)]
        message: FileArgs,
        #[command(flatten)]
        how: HowArgs,
    },
    /// Send a PDF
    File {
        #[command(flatten)]
        message: FileArgs,
        #[command(flatten)]
        how: HowArgs,
    },
    /// Send the heart
    Sticker {
        #[command(flatten)]
        how: HowArgs,
    },
    /// Send a post of the account
    Post {
        /// The post, by its media id
        #[arg(value_name = "MEDIA_ID")]
        post: crate::domain::id::MediaId,
        #[command(flatten)]
        how: HowArgs,
    },
    /// Send a generic or button template
    Template {
        #[command(flatten)]
        message: TemplateArgs,
        #[command(flatten)]
        how: HowArgs,
    },
    /// Send a message in the words of the Send API, for what igbot does not know; also as --raw FILE
    #[command(long_flag = "raw")]
    Raw {
        /// The `message` as JSON; `-` reads it from standard input
        file: PathBuf,
        #[command(flatten)]
        how: HowArgs,
    },
    /// Send a file of messages, each once, and go on where it was stopped
    ///
    /// A row says to whom (`to`) and what: `text`, or the members that `igbot schema action` lists, as
    /// columns of CSV with a header or as one JSON object a line; `dedupe_key` sends it once under that
    /// key. The whole file is looked at before the first message goes out. Each row is written down
    /// before it is sent, so that a stop or a kill never sends one twice.
    ///
    /// Exit 0: all sent. 8: some refused, or waiting. 6: all refused. 9: some unknown; look before
    /// repeating them. 4, 5, 7: it could not begin. 130, 143: stopped.
    Batch(BatchArgs),
    /// React to a message, or take the reaction back
    Reaction {
        #[command(flatten)]
        message: ReactionArgs,
        #[command(flatten)]
        to: ToArgs,
    },
    /// Show that an answer is being written
    Typing {
        /// Show it no longer
        #[arg(long)]
        off: bool,
        #[command(flatten)]
        to: ToArgs,
    },
    /// Show the person's messages as seen
    Seen {
        #[command(flatten)]
        to: ToArgs,
    },
}

/// To whom, and whether in earnest.
#[derive(Debug, Args)]
struct ToArgs {
    /// The person: an Instagram-scoped id, @username, or comment:ID for a private reply
    #[arg(long, value_name = "PERSON")]
    to: To,

    /// Show the request instead of making it
    #[arg(short = 'n', long)]
    dry_run: bool,
}

/// How a message goes out.
#[derive(Debug, Args)]
struct HowArgs {
    #[command(flatten)]
    to: ToArgs,

    /// Show it as an answer to this message
    #[arg(long, value_name = "MESSAGE_ID")]
    reply_to: Option<crate::domain::id::MessageId>,

    /// Say that a person wrote it: allowed for 7 days, if Meta has reviewed the app for it
    #[arg(long)]
    human_agent: bool,

    /// What to do when the person has not written for 24 hours
    #[arg(long, value_enum, default_value_t, value_name = "POLICY")]
    window: WindowArg,

    /// Send it once under this key; asked again, tell how that ended
    #[arg(long, value_name = "KEY")]
    dedupe_key: Option<String>,
}

/// What to do where the messaging window is closed.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum WindowArg {
    /// Do not send; as far as the store knows when they wrote
    #[default]
    Enforce,
    /// Send, and say so
    Warn,
    /// Send
    Off,
}

impl From<WindowArg> for WindowPolicy {
    fn from(arg: WindowArg) -> Self {
        match arg {
            WindowArg::Enforce => Self::Enforce,
            WindowArg::Warn => Self::Warn,
            WindowArg::Off => Self::Off,
        }
    }
}

pub(crate) async fn run(args: SendArgs, context: Context) -> Result<(), CommandError> {
    match args.command {
        SendCommand::Text { message, how } => deliver(message.content()?, how, &context).await,
        SendCommand::Image { message, how } => deliver(message.content()?, how, &context).await,
        SendCommand::Video { message, how } => {
            deliver(message.content(MediaKind::Video)?, how, &context).await
        }
        SendCommand::Audio { message, how } => {
            deliver(message.content(MediaKind::Audio)?, how, &context).await
        }
        SendCommand::File { message, how } => {
            deliver(message.content(MediaKind::File)?, how, &context).await
        }
        SendCommand::Sticker { how } => deliver(Content::Sticker, how, &context).await,
        SendCommand::Post { post, how } => deliver(Content::Post(post), how, &context).await,
        SendCommand::Template { message, how } => deliver(message.content()?, how, &context).await,
        SendCommand::Raw { file, how } => deliver(message::raw(&file)?, how, &context).await,
        SendCommand::Batch(args) => batch::run(args, &context).await,
        SendCommand::Reaction { message, to } => {
            let how = HowArgs {
                to,
                reply_to: None,
                human_agent: false,
                window: WindowArg::default(),
                dedupe_key: None,
            };
            deliver(message.content()?, how, &context).await
        }
        SendCommand::Typing { off, to } => {
            let action = if off { SenderAction::TypingOff } else { SenderAction::TypingOn };
            show(action, &to, &context).await
        }
        SendCommand::Seen { to } => show(SenderAction::MarkSeen, &to, &context).await,
    }
}

/// Sends a message and tells how that ended.
async fn deliver(content: Content, how: HowArgs, context: &Context) -> Result<(), CommandError> {
    let HowArgs { to: ToArgs { to, dry_run }, reply_to, human_agent, window, dedupe_key } = how;
    let message = OutgoingMessage { content, reply_to, human_agent };
    let services = context.services(context.timeout)?;
    let account = context.account(&services.store, None).await?;
    let recipient = people::resolve(&services.store, &account, &to).await?;
    if dry_run {
        return preview(&services.graph.preview(&recipient, &message), context);
    }
    let order = Order {
        recipient: &recipient,
        message: &message,
        reply: None,
        dedupe_key: dedupe_key.as_deref(),
        window: window.into(),
        patience: PATIENCE,
    };
    tell(send::send(&services, &account, order).await?, context)
}

/// Shows something beside a message.
async fn show(action: SenderAction, to: &ToArgs, context: &Context) -> Result<(), CommandError> {
    let services = context.services(context.timeout)?;
    let account = context.account(&services.store, None).await?;
    let Recipient::Person(person) = people::resolve(&services.store, &account, &to.to).await?
    else {
        return Err(CommandError::usage("a comment has nobody to show this to")
            .hint("name the person: an id or @username"));
    };
    if to.dry_run {
        return preview(&services.graph.preview_action(&person, action), context);
    }
    tell(send::show(&services, &account, &person, action).await?, context)
}

fn preview(request: &Preview, context: &Context) -> Result<(), CommandError> {
    context.ui.result(request, |request| {
        let body = visible(&request.body.to_string()).into_owned();
        format!("{} {}\n{body}", request.method, request.url)
    })
}

/// Gives the outcome, and an exit code that says it too.
fn tell(sent: Sent, context: &Context) -> Result<(), CommandError> {
    if let Some(since) = sent.closed.and_then(|window| window.closes_at) {
        context.ui.warn(format!("the messaging window is closed since {since}"));
    }
    context.ui.result(&sent.report, line)?;
    if sent.unrecorded {
        context.ui.warn("the outcome above could not be written into the history");
    }
    match (sent.report.outcome, sent.error) {
        (_, None) => Ok(()),
        (Outcome::Unknown, Some(error)) => Err(CommandError::from(error).of_unknown_send()),
        (_, Some(error)) => Err(CommandError::from(error)),
    }
}

fn line(report: &SendReport) -> String {
    let to = visible(&report.recipient_id);
    match (report.outcome, &report.message_id) {
        (Outcome::Sent, Some(mid)) => format!("sent to {to}: {}", visible(mid)),
        (Outcome::Sent, None) => format!("sent to {to}"),
        (Outcome::Skipped, _) => format!("skipped: nothing was sent to {to}"),
        (Outcome::Refused, _) => format!("refused: nothing was sent to {to}"),
        (Outcome::Unknown, _) => format!("unknown: it may or may not have reached {to}"),
    }
}
