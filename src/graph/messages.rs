//! Sending (reference 6) and reading single messages (reference 7).

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};
use url::Url;
use zeroize::Zeroizing;

use super::transport::{Answered, Graph, authorized};
use crate::domain::id::{IgScopedId, MessageId};
use crate::domain::message::{Content, Media, OutgoingMessage, Recipient, SenderAction};
use crate::domain::token::LongLivedToken;

/// The answer to a send. An id is text, and was seen as a number (reference 0.6).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Receipt {
    /// The person, as Instagram repeats it.
    #[serde(default, deserialize_with = "some_id")]
    pub recipient_id: Option<String>,
    /// The `mid` that the echo will carry.
    #[serde(default, deserialize_with = "some_id")]
    pub message_id: Option<String>,
    /// What self messages call it (reference 6).
    #[serde(default, deserialize_with = "some_id")]
    pub id: Option<String>,
}

/// An id as text or number; anything else, and an empty one, is none.
fn some_id<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::String(id) if !id.is_empty() => Some(id),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    })
}

impl Receipt {
    /// The message's id, under whichever name it came.
    pub fn mid(&self) -> Option<&str> {
        self.message_id.as_deref().or(self.id.as_deref())
    }
}

/// The answer to a change that says nothing of it. It proves nothing; reading back does.
#[derive(Debug, Deserialize)]
pub struct Done {}

/// The answer to an upload.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Upload {
    /// Under which the file can be sent again.
    #[serde(default, deserialize_with = "some_id")]
    pub attachment_id: Option<String>,
}

/// A request that would be made, without its token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
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
    /// [`GraphError::outcome_unknown`](super::GraphError::outcome_unknown) tells the errors after which the message may have arrived.
    pub async fn send(
        &self,
        token: &LongLivedToken,
        recipient: &Recipient,
        message: &OutgoingMessage,
    ) -> Answered<Receipt> {
        let body = body(recipient, message);
        let mut request = self.post(self.messages_url()).json(&body);
        if let Content::Media { .. } | Content::Raw(_) = message.content {
            request = request.timeout(self.media_timeout);
        }
        let answered = self.call_and_note(authorized(request, &token.0)).await;
        // What Instagram says of a message is logged and stored in the clear, and may quote it.
        let words = words(&body);
        Answered { result: answered.result.map_err(|error| error.without(&words)), ..answered }
    }

    /// Shows the person that their message was seen or that an answer is being written.
    pub async fn send_action(
        &self,
        token: &LongLivedToken,
        recipient: &IgScopedId,
        action: SenderAction,
    ) -> Answered<Done> {
        let request = self.post(self.messages_url()).json(&action_body(recipient, action));
        self.call_and_note(authorized(request, &token.0)).await
    }

    fn messages_url(&self) -> Url {
        self.url(&["me", "messages"])
    }
}

/// What a message says to a person, and where its files lie. What is so short that it may be a word like any other
/// counts only in quotes.
fn words(body: &Value) -> Vec<Zeroizing<String>> {
    const TELLING: usize = 8;
    const QUOTES: [(char, char); 4] =
        [('"', '"'), ('\'', '\''), ('`', '`'), ('\u{201c}', '\u{201d}')];
    const NAMES: [&str; 6] = ["text", "title", "subtitle", "payload", "url", "image_url"];
    match body {
        Value::Object(members) => members
            .iter()
            .flat_map(|(name, value)| match value {
                Value::String(text) if NAMES.contains(&name.as_str()) => match text.len() {
                    0 => Vec::new(),
                    1..TELLING => {
                        QUOTES.map(|(a, b)| Zeroizing::new(format!("{a}{text}{b}"))).into()
                    }
                    _ => vec![Zeroizing::new(text.clone())],
                },
                value => words(value),
            })
            .collect(),
        Value::Array(values) => values.iter().flat_map(words).collect(),
        _ => Vec::new(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::transport::decode_recorded;

    #[test]
    fn what_a_message_says_is_known_so_that_no_error_quotes_it() {
        let body = json!({ "recipient": { "id": "1270000000000001" }, "message": {
            "text": "a secret of hers", "quick_replies": [{ "title": "tell me all", "payload": "no" }],
            "attachment": { "type": "template", "payload": { "url": "https://a.example" } },
        }});
        let mut said: Vec<_> = words(&body).iter().map(|it| it.to_string()).collect();
        said.sort();
        let short = ["\"no\"", "'no'", "`no`", "\u{201c}no\u{201d}"];
        let mut expected =
            [&short[..], &["a secret of hers", "https://a.example", "tell me all"]].concat();
        expected.sort_unstable();
        assert_eq!(said, expected);
    }

    #[test]
    fn an_answer_that_says_nothing_certain_of_a_send_leaves_it_open() {
        for (status, body, open) in [
            (504, r#"{"meta":{"error_type":"x","code":504,"error_message":"upstream"}}"#, true),
            (500, r#"{"error_message":"upstream timed out"}"#, true),
            (200, r#"{"error_type":"x","code":400,"error_message":"no"}"#, true),
            (200, r#"{"error":{"message":"x"}}"#, true),
            (500, r#"{"error":{"message":"x"}}"#, true),
            (400, r#"{"error":{"message":"x"}}"#, false),
            (200, r#"{"error":{"message":"x","code":100}}"#, false),
        ] {
            let error = decode_recorded::<Receipt>(status, body.as_bytes()).unwrap_err();
            assert_eq!(error.outcome_unknown(), open, "{status} {body}");
        }
    }

    #[test]
    fn a_receipt_has_its_id_as_text_or_number_or_has_none() {
        for (body, mid) in [
            (r#"{"recipient_id":1,"message_id":"aWd"}"#, Some("aWd")),
            (r#"{"message_id":17895695668004550}"#, Some("17895695668004550")),
            (r#"{"message_id":"","id":"m"}"#, Some("m")),
            (r#"{"message_id":""}"#, None),
            (r#"{"recipient_id":"1","message_id":null}"#, None),
        ] {
            let receipt: Receipt = decode_recorded(200, body.as_bytes()).unwrap();
            assert_eq!(receipt.mid(), mid, "{body}");
        }
    }
}
