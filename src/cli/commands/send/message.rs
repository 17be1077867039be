//! What a message says, as flags.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::Value;
use url::Url;

use crate::cli::context::{read_json, read_stdin};
use crate::cli::error::CommandError;
use crate::domain::id::{AttachmentId, MessageId};
use crate::domain::media::MediaKind;
use crate::domain::message::{Content, InvalidMessage, Media, MessageText, QuickReply, Template};

#[derive(Debug, Args)]
pub(super) struct TextArgs {
    /// Text to send; `-` or nothing reads standard input. Put `--` before a text that begins with a
    /// hyphen, or pipe it in
    text: Option<String>,

    /// Offer this quick reply under the text; up to 13, each of at most 20 characters
    #[arg(long = "quick-reply", value_name = "TITLE")]
    quick_replies: Vec<String>,
}

impl TextArgs {
    pub(super) fn content(self) -> Result<Content, CommandError> {
        let text = match self.text.filter(|text| text != "-") {
            Some(text) => text,
            None => read_stdin()?,
        };
        let replies = self.quick_replies.into_iter().map(Value::String).collect();
        Ok(Content::Text {
            text: MessageText::new(text).map_err(InvalidMessage::from)?,
            quick_replies: QuickReply::all(replies)?,
        })
    }
}

#[derive(Debug, Args)]
pub(super) struct ImageArgs {
    /// Public addresses from which Instagram fetches the images: png or jpeg, up to 8 MB each
    #[arg(value_name = "URL", value_parser = public, required_unless_present_any = ["attachment_ids", "uploads"])]
    urls: Vec<Url>,

    /// Send an image that was uploaded before
    #[arg(long = "attachment-id", value_name = "ID")]
    attachment_ids: Vec<AttachmentId>,

    /// Upload a local image and send it: png, jpeg or gif, up to 8 MB
    #[arg(long = "upload", value_name = "FILE", conflicts_with = "dedupe_key")]
    uploads: Vec<PathBuf>,
}

impl ImageArgs {
    pub(super) fn files(self) -> Files {
        let urls = self.urls.into_iter().map(Media::Url);
        let media = urls.chain(self.attachment_ids.into_iter().map(Media::Uploaded)).collect();
        Files { kind: MediaKind::Image, media, uploads: self.uploads }
    }
}

/// An address, which a file of this machine has not.
fn public(text: &str) -> Result<Url, String> {
    Url::parse(text).map_err(|_| "not an address; for a local file use --upload FILE".to_owned())
}

/// What a message carries.
pub(super) struct Files {
    pub(super) kind: MediaKind,
    /// What Instagram has, or can fetch.
    pub(super) media: Vec<Media>,
    /// What has to be uploaded first.
    pub(super) uploads: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct FileArgs {
    /// Public address from which Instagram fetches the file, up to 25 MB
    #[arg(value_name = "URL", value_parser = public, required_unless_present_any = ["attachment_id", "upload"])]
    url: Option<Url>,

    /// Send a file that was uploaded before
    #[arg(long, value_name = "ID", conflicts_with = "url")]
    attachment_id: Option<AttachmentId>,

    /// Upload a local file and send it, up to 25 MB
    #[arg(long, value_name = "FILE", conflicts_with_all = ["url", "attachment_id", "dedupe_key"])]
    upload: Option<PathBuf>,
}

impl FileArgs {
    pub(super) fn files(self, kind: MediaKind) -> Files {
        let media = self.url.map(Media::Url).or(self.attachment_id.map(Media::Uploaded));
        let media = media.into_iter().collect();
        Files { kind, media, uploads: self.upload.into_iter().collect() }
    }
}

#[derive(Debug, Args)]
pub(super) struct UploadArgs {
    /// File to upload; its type is detected from its content, not its name
    pub(super) file: PathBuf,

    /// Media kind, if the file is ambiguous (an mp4 can be video or audio)
    #[arg(long = "as", value_enum, value_name = "KIND")]
    kind: Option<KindArg>,

    /// Show the request instead of sending it
    #[arg(short = 'n', long)]
    pub(super) dry_run: bool,
}

impl UploadArgs {
    pub(super) fn kind(&self) -> Option<MediaKind> {
        self.kind.map(|kind| match kind {
            KindArg::Image => MediaKind::Image,
            KindArg::Video => MediaKind::Video,
            KindArg::Audio => MediaKind::Audio,
            KindArg::File => MediaKind::File,
        })
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum KindArg {
    /// An image
    Image,
    /// A video
    Video,
    /// An audio file
    Audio,
    /// A PDF
    File,
}

#[derive(Debug, Args)]
pub(super) struct TemplateArgs {
    /// JSON file with the `payload` of the template; `-` reads standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl TemplateArgs {
    pub(super) fn content(&self) -> Result<Content, CommandError> {
        Ok(Content::Template(Template::new(read_json(&self.file)?)?))
    }
}

#[derive(Debug, Args)]
pub(super) struct ReactionArgs {
    /// `love` or an emoji
    #[arg(default_value = "love")]
    reaction: String,

    /// Message to react to: its id, or its number in `message list`
    #[arg(long, value_name = "MESSAGE")]
    message: MessageId,

    /// Remove the reaction
    #[arg(long, conflicts_with = "reaction")]
    remove: bool,
}

impl ReactionArgs {
    pub(super) fn content(self) -> Result<Content, CommandError> {
        let reaction = (!self.remove).then_some(self.reaction);
        Ok(Content::reaction(self.message, reaction)?)
    }
}

/// A message in the words of the Send API.
pub(super) fn raw(file: &Path) -> Result<Content, CommandError> {
    Ok(Content::raw(read_json(file)?)?)
}
