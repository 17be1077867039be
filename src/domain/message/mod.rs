//! What igbot sends, and how a send can end.

mod invalid;
mod menu;
mod recipient;
mod template;
mod text;
mod written;

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::Url;

use super::id::{AttachmentId, MediaId, MessageId};
use super::media::MediaKind;
use super::window::Window;
use invalid::invalid;
pub use invalid::{InvalidMessage, Problem};
pub use menu::{MenuPart, ProfileMenu};
pub use recipient::{COMMENT, InvalidTo, NO_PERSON, Recipient, To};
pub use template::{QuickReply, Template};
pub use text::{InvalidText, MAX_TEXT_BYTES, MessageText};
pub use written::{MessageKind, WrittenMessage};

/// Most images of one message (reference 6).
const MAX_IMAGES: usize = 10;

/// A file that a message carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Media {
    /// Instagram fetches it from there.
    Url(Url),
    /// It was uploaded before.
    Uploaded(AttachmentId),
}

/// What a message says.
#[derive(Clone, PartialEq, Eq)]
pub enum Content {
    /// Plain text, perhaps with buttons under it.
    Text {
        /// What to read.
        text: MessageText,
        /// What to tap.
        quick_replies: Vec<QuickReply>,
    },
    /// A file, or several images.
    Media {
        /// What kind of file.
        kind: MediaKind,
        /// One, or 2 to 10 images.
        media: Vec<Media>,
    },
    /// The heart, the only sticker there is.
    Sticker,
    /// A post of the account.
    Post(MediaId),
    /// Elements or buttons.
    Template(Template),
    /// A reaction to a message; none takes it back.
    Reaction {
        /// The message.
        message_id: MessageId,
        /// `love` or an emoji.
        reaction: Option<String>,
    },
    /// The `message` of the Send API, as somebody wrote it.
    Raw(Value),
}

impl Content {
    /// A file, or several images.
    ///
    /// # Errors
    /// There are none or too many, or Instagram cannot fetch from an address.
    pub fn media(kind: MediaKind, media: Vec<Media>) -> Result<Self, InvalidMessage> {
        let (field, most) = match kind {
            MediaKind::Image => ("urls", MAX_IMAGES),
            _ => ("url", 1),
        };
        if media.is_empty() {
            return Err(invalid("url", Problem::Missing));
        }
        if media.len() > most {
            let problem = Problem::TooLong { has: media.len(), unit: "entries", most };
            return Err(invalid(field, problem));
        }
        let fetched = |media: &Media| match media {
            Media::Url(url) => matches!(url.scheme(), "http" | "https"),
            Media::Uploaded(_) => true,
        };
        match media.iter().all(fetched) {
            true => Ok(Self::Media { kind, media }),
            false => Err(invalid("url", Problem::MustBe("a full http or https address"))),
        }
    }

    /// A reaction to a message, or its taking back.
    ///
    /// # Errors
    /// What is neither `love` nor an emoji; for the platform that is any word beyond ASCII.
    pub fn reaction(
        message_id: MessageId,
        reaction: Option<String>,
    ) -> Result<Self, InvalidMessage> {
        let known = |text: &String| text == "love" || (!text.is_empty() && !text.is_ascii());
        match reaction.as_ref().is_none_or(known) {
            true => Ok(Self::Reaction { message_id, reaction }),
            false => Err(invalid("reaction", Problem::MustBe("`love` or an emoji"))),
        }
    }

    /// A message in the words of the Send API.
    ///
    /// # Errors
    /// JSON that is no object, or a whole request; a text that is too long.
    pub fn raw(message: Value) -> Result<Self, InvalidMessage> {
        let Some(members) = message.as_object() else {
            return Err(invalid("message", Problem::MustBe("an object")));
        };
        if members.contains_key("message") || members.contains_key("recipient") {
            return Err(invalid(
                "message",
                Problem::MustBe("the message alone and no whole request"),
            ));
        }
        if let Some(Value::String(text)) = members.get("text") {
            MessageText::new(text.as_str())?;
        }
        Ok(Self::Raw(message))
    }

    /// What kind of message it is, also where somebody wrote it in the words of the Send API: what it
    /// carries decides which limit it counts against.
    pub fn kind(&self) -> MessageKind {
        match self {
            Self::Text { .. } => MessageKind::Text,
            Self::Media { kind, .. } => match kind {
                MediaKind::Image => MessageKind::Image,
                MediaKind::Video => MessageKind::Video,
                MediaKind::Audio => MessageKind::Audio,
                MediaKind::File => MessageKind::File,
            },
            Self::Sticker => MessageKind::Sticker,
            Self::Post(_) => MessageKind::Post,
            Self::Template(_) => MessageKind::Template,
            Self::Reaction { .. } => MessageKind::Reaction,
            Self::Raw(message) => {
                let several = message["attachments"].as_array().into_iter().flatten();
                let mut all = several.chain([&message["attachment"], &message["attachments"]]);
                let slow = all.find_map(|attachment| match attachment["type"].as_str()? {
                    "audio" => Some(MessageKind::Audio),
                    "video" => Some(MessageKind::Video),
                    _ => None,
                });
                slow.unwrap_or(MessageKind::Raw)
            }
        }
    }
}

/// A message on its way to somebody.
#[derive(Clone, PartialEq, Eq)]
pub struct OutgoingMessage {
    /// What it says.
    pub content: Content,
    /// The message that it answers.
    pub reply_to: Option<MessageId>,
    /// A person wrote it: it may be sent for 7 days, by apps whose use of that Meta has reviewed.
    pub human_agent: bool,
}

impl OutgoingMessage {
    /// Whether it comes too late for a messaging window. To take a reaction back is to say nothing.
    pub fn misses(&self, window: &Window) -> bool {
        let says = !matches!(self.content, Content::Reaction { reaction: None, .. });
        says && window.is_closed_for(self.human_agent)
    }
}

impl From<Content> for OutgoingMessage {
    fn from(content: Content) -> Self {
        Self { content, reply_to: None, human_agent: false }
    }
}

impl From<MessageText> for OutgoingMessage {
    fn from(text: MessageText) -> Self {
        Content::Text { text, quick_replies: Vec::new() }.into()
    }
}

impl OutgoingMessage {
    /// The text a person reads, where it has one.
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text { text, .. } => Some(text.as_str()),
            Content::Template(template) => template.headline(),
            Content::Raw(message) => message["text"].as_str(),
            _ => None,
        }
    }
}

/// Shows the kind only: what is said must not reach a log.
impl fmt::Debug for OutgoingMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OutgoingMessage({})", self.content.kind().as_str())
    }
}

/// What can be shown to a person beside a message (reference 6, "typing, seen").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SenderAction {
    /// Shows their messages as seen.
    MarkSeen,
    /// Shows the typing indicator.
    TypingOn,
    /// Hides it.
    TypingOff,
}

/// How a send ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Instagram took it.
    Sent,
    /// Instagram did not take it, for certain.
    Refused,
    /// It may or may not have arrived; it is never repeated on its own.
    Unknown,
    /// It was not tried.
    Skipped,
}

/// How an outgoing message stands in the store.
///
/// The row is written as `Sending` and committed before the call, so that a crash in the middle
/// leaves a trace instead of a silent second message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SendState {
    /// A row of a batch whose turn has not come.
    Waiting,
    /// Handed to the network, answer not yet recorded.
    Sending,
    /// Accepted.
    Sent,
    /// Refused.
    Refused,
    /// Not known; look before repeating.
    Unknown,
    /// A row of a batch that was not tried.
    Skipped,
}

impl SendState {
    /// The word of the store and of `--json`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
            Self::Skipped => "skipped",
        }
    }

    /// What it means for whoever asks now.
    pub fn outcome(self) -> Outcome {
        match self {
            Self::Sent => Outcome::Sent,
            Self::Refused => Outcome::Refused,
            Self::Sending | Self::Unknown => Outcome::Unknown,
            Self::Waiting | Self::Skipped => Outcome::Skipped,
        }
    }

    /// The state of a stored word; one of a later version is as good as unknown.
    pub fn from_word(word: &str) -> Self {
        let all = [Self::Waiting, Self::Sending, Self::Sent, Self::Refused, Self::Skipped];
        all.into_iter().find(|state| state.as_str() == word).unwrap_or(Self::Unknown)
    }
}

impl From<Outcome> for SendState {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Sent => Self::Sent,
            Outcome::Refused => Self::Refused,
            Outcome::Unknown => Self::Unknown,
            Outcome::Skipped => Self::Skipped,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_a_raw_message_carries_decides_its_limit_however_it_is_written() {
        for (message, expected) in [
            (json!({ "attachment": { "type": "video" } }), MessageKind::Video),
            (json!({ "attachments": { "type": "audio" } }), MessageKind::Audio),
            (
                json!({ "attachments": [{ "type": "image" }, { "type": "video" }] }),
                MessageKind::Video,
            ),
            (json!({ "attachments": [7, { "type": 7 }] }), MessageKind::Raw),
            (json!({ "text": "hi" }), MessageKind::Raw),
        ] {
            assert_eq!(Content::Raw(message.clone()).kind(), expected, "{message}");
        }
    }
}
