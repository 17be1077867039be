//! A message as JSON: what a bot answers, a row of a batch holds, and the store keeps.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use url::Url;

use super::invalid::{InvalidMessage, Problem, invalid};
use super::template::{QuickReply, Template};
use super::text::MessageText;
use super::{Content, Media, OutgoingMessage};
use crate::domain::id::{AttachmentId, MediaId, MessageId};
use crate::domain::media::MediaKind;

/// A message as it is written.
///
/// Its members are those of the schema that `igbot schema action` prints.
#[derive(Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WrittenMessage {
    /// `text` unless it says otherwise.
    #[serde(rename = "type", deserialize_with = "or_default")]
    pub kind: MessageKind,
    /// What to say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Buttons under the text.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "or_default")]
    pub quick_replies: Vec<Value>,
    /// Where Instagram fetches the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
    /// The same of several images.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "or_default")]
    pub urls: Vec<Url>,
    /// A file that was uploaded before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attachment_id: Option<AttachmentId>,
    /// Several of them.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "or_default")]
    pub attachment_ids: Vec<AttachmentId>,
    /// A post of the account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post_id: Option<MediaId>,
    /// The `payload` of a template.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template: Option<Value>,
    /// The message that a reaction is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<MessageId>,
    /// `love` or an emoji; nothing takes the reaction back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reaction: Option<String>,
    /// The `message` of the Send API, for what igbot does not know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Value>,
    /// The message that this one answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<MessageId>,
    /// A person wrote it, up to 7 days after the customer; needs a feature that Meta reviews.
    #[serde(skip_serializing_if = "std::ops::Not::not", deserialize_with = "or_default")]
    pub human_agent: bool,
}

/// `null` is a member that is not there, as many languages write it.
fn or_default<'de, T: Default + Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// What kind of message it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    /// Text.
    #[default]
    Text,
    /// One or several pictures.
    Image,
    /// A film.
    Video,
    /// A sound.
    Audio,
    /// A PDF.
    File,
    /// The heart.
    Sticker,
    /// A post of the account.
    Post,
    /// A generic or button template.
    Template,
    /// A reaction to a message.
    Reaction,
    /// JSON of the Send API.
    Raw,
}

impl MessageKind {
    /// The word of the store and of `--json`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Image => "image",
            Self::Video => "video",
            Self::Audio => "audio",
            Self::File => "file",
            Self::Sticker => "sticker",
            Self::Post => "post",
            Self::Template => "template",
            Self::Reaction => "reaction",
            Self::Raw => "raw",
        }
    }

    /// The kind of a message of ours that carries an attachment of this type (reference 6 and 8.5).
    pub fn of_attachment(word: &str) -> Option<Self> {
        Some(match word {
            "image" => Self::Image,
            "video" => Self::Video,
            "audio" => Self::Audio,
            "file" => Self::File,
            "like_heart" => Self::Sticker,
            "template" => Self::Template,
            "MEDIA_SHARE" | "share" | "ig_post" | "ig_reel" => Self::Post,
            _ => return None,
        })
    }

    /// The kind of a stored word; [`MessageKind::Raw`] for one of a later version.
    pub fn from_word(word: &str) -> Self {
        let known = [
            Self::Text,
            Self::Image,
            Self::Video,
            Self::Audio,
            Self::File,
            Self::Sticker,
            Self::Post,
            Self::Template,
            Self::Reaction,
        ];
        known.into_iter().find(|kind| kind.as_str() == word).unwrap_or(Self::Raw)
    }
}

impl WrittenMessage {
    /// Members that are there although this kind of message has no such thing.
    fn stray(&self) -> Option<&'static str> {
        use MessageKind::{Audio, File, Image, Post, Raw, Reaction, Template, Text, Video};
        let file: &[MessageKind] = &[Image, Video, Audio, File];
        let all = [
            ("text", self.text.is_some(), &[Text][..]),
            ("quick_replies", !self.quick_replies.is_empty(), &[Text]),
            ("url", self.url.is_some(), file),
            ("urls", !self.urls.is_empty(), &[Image]),
            ("attachment_id", self.attachment_id.is_some(), file),
            ("attachment_ids", !self.attachment_ids.is_empty(), &[Image]),
            ("post_id", self.post_id.is_some(), &[Post]),
            ("template", self.template.is_some(), &[Template]),
            ("message_id", self.message_id.is_some(), &[Reaction]),
            ("reaction", self.reaction.is_some(), &[Reaction]),
            ("message", self.message.is_some(), &[Raw]),
        ];
        let no_reaction = self.kind == Reaction;
        all.into_iter()
            .find(|(_, there, kinds)| *there && !kinds.contains(&self.kind))
            .map(|(name, ..)| name)
            .or((no_reaction && self.reply_to.is_some()).then_some("reply_to"))
            .or((no_reaction && self.human_agent).then_some("human_agent"))
    }
}

impl TryFrom<WrittenMessage> for OutgoingMessage {
    type Error = InvalidMessage;

    fn try_from(written: WrittenMessage) -> Result<Self, InvalidMessage> {
        if let Some(name) = written.stray() {
            return Err(invalid(name, Problem::Stray(written.kind.as_str())));
        }
        let missing = |name: &'static str| move || invalid(name, Problem::Missing);
        let content = match written.kind {
            MessageKind::Text => Content::Text {
                text: MessageText::new(written.text.ok_or_else(missing("text"))?)?,
                quick_replies: QuickReply::all(written.quick_replies)?,
            },
            MessageKind::Image => {
                let one = written.attachment_id.map(Media::Uploaded);
                let urls = written.url.into_iter().chain(written.urls).map(Media::Url);
                let uploaded = written.attachment_ids.into_iter().map(Media::Uploaded);
                Content::media(MediaKind::Image, urls.chain(one).chain(uploaded).collect())?
            }
            kind @ (MessageKind::Video | MessageKind::Audio | MessageKind::File) => {
                let kind = match kind {
                    MessageKind::Video => MediaKind::Video,
                    MessageKind::Audio => MediaKind::Audio,
                    _ => MediaKind::File,
                };
                let uploaded = written.attachment_id.map(Media::Uploaded);
                let media = written.url.map(Media::Url).into_iter().chain(uploaded);
                Content::media(kind, media.collect())?
            }
            MessageKind::Sticker => Content::Sticker,
            MessageKind::Post => Content::Post(written.post_id.ok_or_else(missing("post_id"))?),
            MessageKind::Template => {
                Content::Template(Template::new(written.template.ok_or_else(missing("template"))?)?)
            }
            MessageKind::Reaction => Content::reaction(
                written.message_id.ok_or_else(missing("message_id"))?,
                written.reaction,
            )?,
            MessageKind::Raw => Content::raw(written.message.ok_or_else(missing("message"))?)?,
        };
        Ok(Self { content, reply_to: written.reply_to, human_agent: written.human_agent })
    }
}

impl From<&OutgoingMessage> for WrittenMessage {
    fn from(message: &OutgoingMessage) -> Self {
        let mut written = Self {
            kind: match &message.content {
                Content::Raw(_) => MessageKind::Raw,
                content => content.kind(),
            },
            reply_to: message.reply_to.clone(),
            human_agent: message.human_agent,
            ..Self::default()
        };
        match &message.content {
            Content::Text { text, quick_replies } => {
                written.text = Some(text.as_str().to_owned());
                written.quick_replies = quick_replies.iter().map(QuickReply::json).collect();
            }
            Content::Media { media, .. } => match &media[..] {
                [Media::Url(url)] => written.url = Some(url.clone()),
                [Media::Uploaded(id)] => written.attachment_id = Some(id.clone()),
                several => {
                    for one in several {
                        match one {
                            Media::Url(url) => written.urls.push(url.clone()),
                            Media::Uploaded(id) => written.attachment_ids.push(id.clone()),
                        }
                    }
                }
            },
            Content::Sticker => {}
            Content::Post(id) => written.post_id = Some(id.clone()),
            Content::Template(template) => written.template = Some(template.json()),
            Content::Reaction { message_id, reaction } => {
                written.message_id = Some(message_id.clone());
                written.reaction.clone_from(reaction);
            }
            Content::Raw(message) => written.message = Some(message.clone()),
        }
        written
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(json: Value) -> Result<OutgoingMessage, String> {
        let written: WrittenMessage = serde_json::from_value(json).map_err(|it| it.to_string())?;
        OutgoingMessage::try_from(written).map_err(|it| it.to_string())
    }

    #[test]
    fn every_kind_comes_back_as_it_was_written() {
        for json in [
            json!({ "type": "text", "text": "a" }),
            json!({ "type": "text", "text": "a", "reply_to": "mid", "human_agent": true,
                "quick_replies": [{ "content_type": "text", "title": "b", "payload": "c" }] }),
            json!({ "type": "image", "url": "https://shop.example/a.png" }),
            json!({ "type": "image", "attachment_id": "179" }),
            json!({ "type": "image", "urls": ["https://a.example/1", "https://a.example/2"] }),
            json!({ "type": "video", "attachment_id": "179" }),
            json!({ "type": "audio", "url": "https://a.example/1" }),
            json!({ "type": "file", "url": "https://a.example/1" }),
            json!({ "type": "sticker" }),
            json!({ "type": "post", "post_id": "179" }),
            json!({ "type": "template", "template":
                { "template_type": "generic", "elements": [{ "title": "a" }] } }),
            json!({ "type": "reaction", "message_id": "mid", "reaction": "love" }),
            json!({ "type": "reaction", "message_id": "mid" }),
            json!({ "type": "raw", "message": { "text": "a" } }),
        ] {
            let message = read(json.clone()).unwrap();
            let written = serde_json::to_value(WrittenMessage::from(&message)).unwrap();
            assert_eq!(written, json);
        }
    }

    #[test]
    fn a_message_is_refused_by_the_name_of_its_field() {
        for (json, expected) in [
            (json!({}), "`text` is missing"),
            (json!({ "text": " " }), "the text is empty"),
            (
                json!({ "type": "sticker", "text": "a" }),
                "`text` is not allowed in a message of type `sticker`",
            ),
            (json!({ "type": "image" }), "`url` is missing"),
            (
                json!({ "type": "video", "urls": ["https://a.example"] }),
                "`urls` is not allowed in a message of type `video`",
            ),
            (
                json!({ "type": "image", "urls": vec!["https://a.example"; 11] }),
                "`urls` has 11 entries; Instagram allows at most 10",
            ),
            (
                json!({ "type": "audio", "url": "https://a.example", "attachment_id": "1" }),
                "`url` has 2 entries; Instagram allows at most 1",
            ),
            (
                json!({ "type": "file", "url": "ftp://a.example/1" }),
                "`url` must be a full http or https address",
            ),
            (
                json!({ "type": "reaction", "message_id": "m", "reaction": "hate" }),
                "`reaction` must be `love` or an emoji",
            ),
            (
                json!({ "type": "reaction", "message_id": "m", "human_agent": true }),
                "`human_agent` is not allowed in a message of type `reaction`",
            ),
            (json!({ "type": "raw", "message": "a" }), "`message` must be an object"),
        ] {
            let Err(error) = read(json) else { panic!("taken: {expected}") };
            assert_eq!(error, expected);
        }
        assert!(read(json!({ "txt": "a" })).unwrap_err().contains("txt"));
        assert!(read(json!({ "type": "dance" })).unwrap_err().contains("dance"));
    }
}
