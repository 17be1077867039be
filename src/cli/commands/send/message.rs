//! What a message says, as flags.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::Value;
use url::Url;

use crate::cli::context::{read_json, read_stdin};
use crate::cli::error::CommandError;
use crate::domain::id::{AttachmentId, MessageId};
use crate::domain::media::MediaKind;
use crate::domain::message::{Content, InvalidMessage, Media, MessageText, QuickReply, Template};

#[derive(Debug, Args)]
pub(super) struct TextArgs {
    /// The text; `-` or nothing reads it from standard input
    text: Option<String>,

    /// Offer this answer under the text; up to 13, each of at most 20 characters
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
    /// Public addresses from which Instagram fetches the pictures: png or jpeg, up to 8 MB each
    #[arg(value_name = "URL", required_unless_present = "attachment_ids")]
    urls: Vec<Url>,

    /// Send a picture that was uploaded before
    #[arg(long = "attachment-id", value_name = "ID")]
    attachment_ids: Vec<AttachmentId>,
}

impl ImageArgs {
    pub(super) fn content(self) -> Result<Content, CommandError> {
        let urls = self.urls.into_iter().map(Media::Url);
        let media = urls.chain(self.attachment_ids.into_iter().map(Media::Uploaded)).collect();
        Ok(Content::media(MediaKind::Image, media)?)
    }
}

#[derive(Debug, Args)]
pub(super) struct FileArgs {
    /// Public address from which Instagram fetches the file, up to 25 MB
    #[arg(value_name = "URL", required_unless_present = "attachment_id")]
    url: Option<Url>,

    /// Send a file that was uploaded before
    #[arg(long, value_name = "ID", conflicts_with = "url")]
    attachment_id: Option<AttachmentId>,
}

impl FileArgs {
    pub(super) fn content(self, kind: MediaKind) -> Result<Content, CommandError> {
        let media = self.url.map(Media::Url).or(self.attachment_id.map(Media::Uploaded));
        Ok(Content::media(kind, media.into_iter().collect())?)
    }
}

#[derive(Debug, Args)]
pub(super) struct TemplateArgs {
    /// The `payload` of the template as JSON; `-` reads it from standard input
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

    /// The message to react to
    #[arg(long, value_name = "MESSAGE_ID")]
    message: MessageId,

    /// Take the reaction back
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
