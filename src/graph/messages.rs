//! Sending (reference 6) and reading single messages (reference 7).

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use url::Url;

use super::GraphError;
use super::transport::{Answered, Graph, authorized};
use crate::domain::id::{IgScopedId, MessageId};
use crate::domain::message::{Content, Media, OutgoingMessage, Recipient, SenderAction};
use crate::domain::token::LongLivedToken;

/// The answer to a send.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Receipt {
    /// The person, as Instagram repeats it.
    pub recipient_id: Option<String>,
    /// The `mid` that the echo will carry.
    pub message_id: Option<String>,
    /// What self messages call it (reference 6).
    pub id: Option<String>,
}

impl Receipt {
    /// The message's id, under whichever name it came.
    pub fn mid(&self) -> Option<&str> {
        self.message_id.as_deref().or(self.id.as_deref())
    }
}

/// The answer to a sender action.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ActionReceipt {
    /// The person, as Instagram repeats it.
    pub recipient_id: Option<String>,
}

/// The answer to an upload.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Upload {
    /// Under which the file can be sent again.
    pub attachment_id: String,
}

/// A request that would be made, without its token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Preview {
    /// `POST`.
    pub method: &'static str,
    /// Where to.
    pub url: Url,
    /// What would be sent.
    pub body: Value,
}

impl Graph {
    /// The request that [`send`](Self::send) would make.
    pub fn preview(&self, recipient: &Recipient, message: &OutgoingMessage) -> Preview {
        Preview { method: "POST", url: self.messages_url(), body: body(recipient, message) }
    }

    /// The request that [`send_action`](Self::send_action) would make.
    pub fn preview_action(&self, recipient: &IgScopedId, action: SenderAction) -> Preview {
        Preview { method: "POST", url: self.messages_url(), body: action_body(recipient, action) }
    }

    /// Sends a message once. There is no idempotency key, so the caller must not repeat it blindly.
    ///
    /// [`GraphError::leaves_send_open`] tells the errors after which the message may have arrived.
    pub async fn send(
        &self,
        token: &LongLivedToken,
        recipient: &Recipient,
        message: &OutgoingMessage,
    ) -> Answered<Receipt> {
        let request = self.post(self.messages_url()).json(&body(recipient, message));
        self.call_and_note(authorized(request, &token.0)).await
    }

    /// Shows the person that their message was seen or that an answer is being written.
    ///
    /// # Errors
    /// As for every call.
    pub async fn send_action(
        &self,
        token: &LongLivedToken,
        recipient: &IgScopedId,
        action: SenderAction,
    ) -> Result<ActionReceipt, GraphError> {
        let request = self.post(self.messages_url()).json(&action_body(recipient, action));
        self.call(authorized(request, &token.0)).await
    }

    fn messages_url(&self) -> Url {
        self.url(&["me", "messages"])
    }
}

fn action_body(recipient: &IgScopedId, action: SenderAction) -> Value {
    json!({ "recipient": { "id": recipient }, "sender_action": action })
}

fn body(recipient: &Recipient, message: &OutgoingMessage) -> Value {
    let recipient = match recipient {
        Recipient::Person(id) => json!({ "id": id }),
        Recipient::Comment(id) => json!({ "comment_id": id }),
    };
    let attachment = |kind: &str, payload: Value| json!({ "type": kind, "payload": payload });
    let message_part = match &message.content {
        Content::Reaction { message_id, reaction } => {
            return reaction_body(recipient, message_id, reaction.as_deref());
        }
        Content::Text { text, quick_replies } => {
            let mut part = json!({ "text": text.as_str() });
            if !quick_replies.is_empty() {
                part["quick_replies"] = json!(quick_replies);
            }
            part
        }
        Content::Media { kind, media } => {
            let files = media.iter().map(|media| {
                let payload = match media {
                    Media::Url(url) => json!({ "url": url }),
                    Media::Uploaded(id) => json!({ "attachment_id": id }),
                };
                attachment(kind.as_str(), payload)
            });
            let mut files: Vec<Value> = files.collect();
            match files.len() {
                1 => json!({ "attachment": files.remove(0) }),
                _ => json!({ "attachments": files }),
            }
        }
        Content::Sticker => json!({ "attachment": { "type": "like_heart" } }),
        Content::Post(id) => {
            json!({ "attachment": attachment("MEDIA_SHARE", json!({ "id": id })) })
        }
        Content::Template(template) => {
            json!({ "attachment": attachment("template", template.json()) })
        }
        Content::Raw(message) => message.clone(),
    };
    let mut body = json!({ "recipient": recipient, "message": message_part });
    if let Some(mid) = &message.reply_to {
        body["reply_to"] = json!({ "mid": mid });
    }
    if message.human_agent {
        body["messaging_type"] = "MESSAGE_TAG".into();
        body["tag"] = "HUMAN_AGENT".into();
    }
    body
}

fn reaction_body(recipient: Value, message_id: &MessageId, reaction: Option<&str>) -> Value {
    let mut payload = json!({ "message_id": message_id });
    if let Some(reaction) = reaction {
        payload["reaction"] = reaction.into();
    }
    let action = if reaction.is_some() { "react" } else { "unreact" };
    json!({ "recipient": recipient, "sender_action": action, "payload": payload })
}
