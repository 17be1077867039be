mod batch;
mod message;

use std::path::PathBuf;
use std::time::Duration;

use clap::builder::NonEmptyStringValueParser;
use clap::{Args, Subcommand, ValueEnum};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use super::{preview, preview_text, stop_signal};
use crate::cli::commands::results::JsonResult;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::domain::account::Account;
use crate::domain::id::{AttachmentId, MessageId};
use crate::domain::media::MediaKind;
use crate::domain::message::{
    Content, Media, NO_PERSON, Outcome, OutgoingMessage, Recipient, SenderAction, To,
};
use crate::domain::visible::visible;
use crate::domain::window::Window;
use crate::ops::batch::Checked;
use crate::ops::send::{self, Order, SendReport, Sent, WindowPolicy};
use crate::ops::upload::Uploaded;
use crate::ops::{OpsError, Services, people, record, upload};
use crate::store::batches::BatchStatus;
use batch::BatchArgs;
use message::{FileArgs, Files, ImageArgs, ReactionArgs, TemplateArgs, TextArgs, UploadArgs};

/// What a dry run shows in the place of an id that only an upload would bring.
const YET_UNKNOWN: &str = "ID_OF_THE_UPLOAD";

/// How long a command waits for its turn at Instagram's limits.
const PATIENCE: Duration = Duration::from_secs(30);

/// Send a direct message to a person who wrote to the account
///
/// Exit 0: sent. 6 (or 4, 5, 7): not sent. 9: outcome unknown; check before repeating.
#[derive(Debug, clap::Args)]
pub(crate) struct SendArgs {
    #[command(subcommand)]
    command: SendCommand,
}

impl SendArgs {
    pub(super) fn is_batch(&self) -> bool {
        matches!(self.command, SendCommand::Batch(_))
    }
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
    /// Send an image, or up to 10 in one message
    Image {
        #[command(flatten)]
        message: ImageArgs,
        #[command(flatten)]
        how: HowArgs,
    },
    /// Send a video
    Video {
        #[command(flatten)]
        message: FileArgs,
        #[command(flatten)]
        how: HowArgs,
    },
    /// Send an audio file
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
    /// Upload a file without sending it; send it any number of times with --attachment-id
    Upload {
        #[command(flatten)]
        upload: UploadArgs,
    },
    /// Send the heart sticker
    Sticker {
        #[command(flatten)]
        how: HowArgs,
    },
    /// Send a post of the account
    Post {
        /// Media id of the post
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
    /// Send a message as Send API JSON, for what igbot does not support; also as --raw FILE
    #[command(long_flag = "raw")]
    Raw {
        /// JSON file with the `message`; `-` reads standard input
        file: PathBuf,
        #[command(flatten)]
        how: HowArgs,
    },
    /// Send a file of messages, each once; can be stopped and resumed
    ///
    /// A row has a recipient (`to`) and a message: `text`, or the fields that `igbot schema action`
    /// lists, as CSV columns with a header or as one JSON object per line; `dedupe_key` sends it at
    /// most once under that key. In CSV, lists are separated by `|` or written as JSON; `template`
    /// and `message` are JSON. The whole file is validated before anything is sent. Each row is
    /// recorded first, so stopping or killing igbot never sends one twice.
    ///
    /// Exit 0: all sent. 8: some refused, cancelled, or waiting. 6: all refused. 9: some unknown; check before
    /// repeating them. 1: sent, but the report could not be written. 4, 5, 7: could not start. 130,
    /// 143: stopped.
    Batch(BatchArgs),
    /// React to a message, or remove the reaction
    Reaction {
        #[command(flatten)]
        message: ReactionArgs,
        #[command(flatten)]
        to: ToArgs,

        /// What to do if the person has not written for 24 hours; a reaction is removed at any time
        #[arg(long, value_enum, default_value_t, value_name = "POLICY")]
        window: WindowArg,
    },
    /// Show the typing indicator
    Typing {
        /// Hide it
        #[arg(long)]
        off: bool,
        #[command(flatten)]
        to: ToArgs,
    },
    /// Mark the person's messages as seen
    Seen {
        #[command(flatten)]
        to: ToArgs,
    },
}

/// To whom, and whether in earnest.
#[derive(Debug, Args)]
struct ToArgs {
    /// Person: an Instagram-scoped id, @username, or comment:ID for a private reply
    #[arg(long, value_name = "PERSON")]
    to: To,

    /// Show the request instead of sending it
    #[arg(short = 'n', long)]
    dry_run: bool,
}

/// How a message goes out.
#[derive(Debug, Args)]
struct HowArgs {
    #[command(flatten)]
    to: ToArgs,

    /// Send it as a reply to this message: its id, or its number in `message list`
    #[arg(long, value_name = "MESSAGE")]
    reply_to: Option<MessageId>,

    /// Mark as written by a human agent: allowed for 7 days, if Meta has reviewed the app for it
    #[arg(long)]
    human_agent: bool,

    /// What to do if the person has not written for 24 hours
    #[arg(long, value_enum, default_value_t, value_name = "POLICY")]
    window: WindowArg,

    /// Send at most once under this key; repeating the command reports the first outcome
    #[arg(long, value_name = "KEY", value_parser = NonEmptyStringValueParser::new())]
    dedupe_key: Option<String>,
}

/// What to do where the messaging window is closed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum WindowArg {
    /// Do not send, going by the messages in the store
    #[default]
    Enforce,
    /// Send, with a warning
    Warn,
    /// Do not check
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

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] = &[
    JsonResult::document::<Told<'_>>("send"),
    JsonResult::document::<Uploaded>("send upload"),
    JsonResult::lines::<batch::Row<'_>>("send batch"),
    JsonResult::document::<Checked>("send batch dry-run"),
    JsonResult::document::<BatchStatus>("send batch cancel"),
    JsonResult::document::<Vec<BatchStatus>>("send batch list"),
];

pub(crate) async fn run(args: SendArgs, context: Context) -> Result<(), CommandError> {
    let ended = run_kind(args, &context).await;
    if let Err(error) = &ended
        && error.is_of_message()
        && context.ui.json
    {
        // A script finds an outcome, whatever refused the message.
        let refused = json!({
            "outcome": Outcome::Refused, "recipient_id": null, "message_id": null,
            "reason": error.line(),
        });
        context.ui.result(&refused, Value::to_string)?;
    }
    ended
}

async fn run_kind(args: SendArgs, context: &Context) -> Result<(), CommandError> {
    match args.command {
        SendCommand::Text { message, how } => deliver(message.content()?, how, context).await,
        SendCommand::Image { message, how } => deliver_files(message.files(), how, context).await,
        SendCommand::Video { message, how } => {
            deliver_files(message.files(MediaKind::Video), how, context).await
        }
        SendCommand::Audio { message, how } => {
            deliver_files(message.files(MediaKind::Audio), how, context).await
        }
        SendCommand::File { message, how } => {
            deliver_files(message.files(MediaKind::File), how, context).await
        }
        SendCommand::Upload { upload } => only_upload(&upload, context).await,
        SendCommand::Sticker { how } => deliver(Content::Sticker, how, context).await,
        SendCommand::Post { post, how } => deliver(Content::Post(post), how, context).await,
        SendCommand::Template { message, how } => deliver(message.content()?, how, context).await,
        SendCommand::Raw { file, how } => deliver(message::raw(&file)?, how, context).await,
        SendCommand::Batch(args) => batch::run(args, context).await,
        SendCommand::Reaction { message, to, window } => {
            let how = HowArgs { to, reply_to: None, human_agent: false, window, dedupe_key: None };
            deliver(message.content()?, how, context).await
        }
        SendCommand::Typing { off, to } => {
            let action = if off { SenderAction::TypingOff } else { SenderAction::TypingOn };
            show(action, &to, context).await
        }
        SendCommand::Seen { to } => show(SenderAction::MarkSeen, &to, context).await,
    }
}

/// Uploads a file and tells under which id it can be sent.
async fn only_upload(args: &UploadArgs, context: &Context) -> Result<(), CommandError> {
    let file = upload::open(&args.file, args.kind()).await?;
    let (services, account) = context.for_account().await?;
    if args.dry_run {
        return preview(&services.graph.preview_upload(&file), context);
    }
    let uploaded = upload::upload(&services, &account, file).await?;
    context.ui.result(&uploaded, |it| it.attachment_id.to_string())
}

/// Uploads what has to be, then sends the message.
async fn deliver_files(files: Files, how: HowArgs, context: &Context) -> Result<(), CommandError> {
    let Files { kind, media, uploads } = files;
    if uploads.is_empty() {
        return deliver(Content::media(kind, media)?, how, context).await;
    }
    let mut opened = Vec::new();
    for path in &uploads {
        opened.push(upload::open(path, Some(kind)).await?);
    }
    // Whatever else is wrong is found before the first upload.
    let place = vec![Media::Uploaded(yet_unknown()?); opened.len()];
    let sketch = Content::media(kind, [&media[..], &place].concat())?;
    let (services, account) = context.for_account().await?;
    let recipient = people::resolve(&services.store, &account, &how.to.to).await?;
    let HowArgs { ref reply_to, human_agent, .. } = how;
    let message = OutgoingMessage { content: sketch, reply_to: reply_to.clone(), human_agent };
    let message = record::with_mids(&services.store, message).await?;
    let order = Order {
        recipient: &recipient,
        message: &message,
        reply: None,
        dedupe_key: None,
        window: how.window.into(),
        patience: PATIENCE,
        stop: None,
    };
    let closed = send::closed_window(&services, &account, &order).await;
    if how.to.dry_run {
        warn_of(closed?, context);
        let mut requests: Vec<_> =
            opened.iter().map(|file| services.graph.preview_upload(file)).collect();
        requests.push(services.graph.preview(&recipient, &message));
        return context.ui.result(&requests, |requests| {
            requests.iter().map(preview_text).collect::<Vec<_>>().join("\n")
        });
    }
    if let Err(error @ OpsError::WindowClosed { .. }) = closed {
        return tell(Sent::refused(&recipient, error), &[], context);
    }
    let mut ids = Vec::new();
    for file in opened {
        let id = match upload::upload(&services, &account, file).await {
            Ok(uploaded) => uploaded.attachment_id,
            Err(error) => return tell(Sent::refused(&recipient, error), &ids, context),
        };
        if !context.ui.json {
            context.ui.say(format!("Uploaded; to send it again, use --attachment-id {id}"));
        }
        ids.push(id);
    }
    let uploaded = ids.iter().cloned().map(Media::Uploaded);
    let content = Content::media(kind, media.into_iter().chain(uploaded).collect())?;
    deliver_from(&services, &account, content, &ids, how, context).await
}

async fn deliver(content: Content, how: HowArgs, context: &Context) -> Result<(), CommandError> {
    let (services, account) = context.for_account().await?;
    deliver_from(&services, &account, content, &[], how, context).await
}

/// Sends a message of an account, which carries what was just uploaded, and tells how that ended.
async fn deliver_from(
    services: &Services,
    account: &Account,
    content: Content,
    uploaded: &[AttachmentId],
    how: HowArgs,
    context: &Context,
) -> Result<(), CommandError> {
    let HowArgs { to: ToArgs { to, dry_run }, reply_to, human_agent, window, dedupe_key } = how;
    let message = OutgoingMessage { content, reply_to, human_agent };
    let message = record::with_mids(&services.store, message).await?;
    let recipient = people::resolve(&services.store, account, &to).await?;
    if let (Content::Reaction { .. }, Recipient::Comment(_)) = (&message.content, &recipient) {
        return Err(nobody_there());
    }
    let order = Order {
        recipient: &recipient,
        message: &message,
        reply: None,
        dedupe_key: dedupe_key.as_deref(),
        window: window.into(),
        patience: PATIENCE,
        stop: None,
    };
    if dry_run {
        warn_of(send::closed_window(services, account, &order).await?, context);
        return preview(&services.graph.preview(&recipient, &message), context);
    }
    // Until here Ctrl-C ends the process at once: nothing was sent.
    let stop = stop_signal(true)?;
    let order = Order { stop: Some(&stop.asked), ..order };
    let sent = send::send(services, account, order).await?;
    let elsewhere =
        people::elsewhere(&services.store, account, &recipient, sent.error.as_ref()).await?;
    tell(sent, uploaded, context).map_err(|error| match (error.exit(), stop.exit(), elsewhere) {
        (Exit::Interrupted, Some(exit), _) => error.ending(exit),
        (_, _, Some(other)) => {
            error.hint(format!("this person wrote to `{0}`: add -A {0}", other.alias))
        }
        _ => error,
    })
}

/// Reactions and typing marks go only to a person (reference 6).
fn nobody_there() -> CommandError {
    CommandError::usage(format!("{NO_PERSON}, to whom alone this can be sent"))
        .hint("give an id or @username; `igbot conversation list` shows them")
}

/// Shows something beside a message.
async fn show(action: SenderAction, to: &ToArgs, context: &Context) -> Result<(), CommandError> {
    let (services, account) = context.for_account().await?;
    let Recipient::Person(person) = people::resolve(&services.store, &account, &to.to).await?
    else {
        return Err(nobody_there());
    };
    if to.dry_run {
        return preview(&services.graph.preview_action(&person, action), context);
    }
    tell(send::show(&services, &account, &person, action).await?, &[], context)
}

fn yet_unknown() -> Result<AttachmentId, CommandError> {
    YET_UNKNOWN.parse().map_err(|error| CommandError::usage(format!("{error}")))
}

/// What became of a message.
#[derive(Serialize, JsonSchema)]
struct Told<'a> {
    #[serde(flatten)]
    report: &'a SendReport,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    attachment_ids: &'a [AttachmentId],
}

/// Gives the outcome, and an exit code that says it too.
fn tell(sent: Sent, uploaded: &[AttachmentId], context: &Context) -> Result<(), CommandError> {
    warn_of(sent.closed, context);
    let told = Told { report: &sent.report, attachment_ids: uploaded };
    if context.ui.result(&told, |told| line(told.report)).is_err() {
        // What became of the message must not be hidden by a full disk.
        let line = line(&sent.report);
        context.ui.warn(format!("{line} (cannot write to standard output)"));
    }
    if sent.repeated {
        context.ui.say("It was sent before under its --dedupe-key, and not again.");
    }
    if sent.unrecorded {
        context.ui.warn("the outcome above could not be recorded in the history");
    }
    match (sent.report.outcome, sent.error) {
        (_, None) => Ok(()),
        (Outcome::Unknown, Some(error)) => Err(CommandError::from(error).of_unknown_send()),
        (outcome, Some(error)) => match (outcome, CommandError::from(error)) {
            (Outcome::Refused, error) if error.exit() == Exit::Failure => {
                Err(error.ending(Exit::Refused))
            }
            (_, error) => Err(error),
        },
    }
}

/// Says that the messaging window is closed and a message goes out all the same.
fn warn_of(closed: Option<Window>, context: &Context) {
    if let Some(since) = closed.and_then(|window| window.closes_at) {
        context.ui.warn(format!("the messaging window closed at {since}"));
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
