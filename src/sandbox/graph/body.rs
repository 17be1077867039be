//! The body of a send, checked for form before anybody looks who is to receive it (reference 6).

use serde_json::{Map, Value, json};

use super::attachment::{MAX_ITEMS, check_attachment, check_media};
use crate::sandbox::answer::GraphError;

/// Longest text in bytes of UTF-8.
const MAX_TEXT: usize = 1000;

/// Most quick replies of a message.
const MAX_QUICK_REPLIES: usize = 13;

pub(super) enum Recipient {
    Person(String),
    Comment(String),
}

pub(super) enum Content {
    /// `attachments` as the echo carries them, a list; `quick_replies` as they came.
    Message { text: Option<String>, attachments: Option<Value>, quick_replies: Option<Value> },
    /// `target` is the message that a reaction is about; an `unreact` has no reaction.
    Action { name: String, target: Option<String>, reaction: Option<String> },
}

pub(super) struct Outbound {
    pub recipient: Recipient,
    pub content: Content,
    pub reply_to: Option<Value>,
    pub human_agent: bool,
}

type Object = Map<String, Value>;

/// Reads what a send asks for.
///
/// # Errors
/// Code 100 for anything missing, too long, unknown or beside a sender action.
pub(super) fn parse(body: &Object) -> Result<Outbound, GraphError> {
    let recipient = recipient(body.get("recipient"))?;
    if let Some(action) = body.get("sender_action") {
        return Ok(Outbound {
            recipient,
            content: sender_action(body, action)?,
            reply_to: None,
            human_agent: false,
        });
    }
    only(body, &["recipient", "message", "messaging_type", "tag", "reply_to", "access_token"])?;
    if let Some(kind) = body.get("messaging_type")
        && !matches!(kind.as_str(), Some("RESPONSE" | "UPDATE" | "MESSAGE_TAG"))
    {
        return Err(GraphError::parameter(
            "Param messaging_type must be one of {RESPONSE, UPDATE, MESSAGE_TAG}",
        ));
    }
    let human_agent = match body.get("tag").map(Value::as_str) {
        None => false,
        Some(Some(tag)) if tag.eq_ignore_ascii_case("HUMAN_AGENT") => true,
        Some(_) => {
            return Err(GraphError::parameter("Param tag must be one of {HUMAN_AGENT}"));
        }
    };
    let message = body.get("message").and_then(Value::as_object);
    let message =
        message.ok_or_else(|| GraphError::new(100, "The parameter message is required"))?;
    let reply_to = match body.get("reply_to") {
        None => None,
        Some(value) if value["mid"].is_string() => Some(value.clone()),
        Some(_) => {
            return Err(GraphError::parameter("Param reply_to[mid] must be a string"));
        }
    };
    Ok(Outbound { recipient, content: content(message)?, reply_to, human_agent })
}

fn recipient(given: Option<&Value>) -> Result<Recipient, GraphError> {
    let members: Vec<(&String, &Value)> =
        given.and_then(Value::as_object).into_iter().flatten().collect();
    let id_text = |id: &Value| match id {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) if number.is_u64() => Some(number.to_string()),
        _ => None,
    };
    let found = match members[..] {
        [(key, id)] if key == "id" => id_text(id).map(Recipient::Person),
        [(key, id)] if key == "comment_id" => id_text(id).map(Recipient::Comment),
        _ => None,
    };
    found.ok_or_else(|| GraphError::parameter("Param recipient must hold either id or comment_id"))
}

/// Nothing but the recipient may stand beside a sender action, and a payload beside a reaction.
fn sender_action(body: &Object, action: &Value) -> Result<Content, GraphError> {
    let name = action.as_str().unwrap_or_default();
    let payload = body.get("payload").unwrap_or(&Value::Null);
    let target = payload["message_id"].as_str().map(str::to_owned);
    let reaction = payload["reaction"].as_str();
    let mut beside = vec!["recipient", "sender_action", "access_token"];
    match name {
        "mark_seen" | "typing_on" | "typing_off" => {}
        "react" | "unreact" => {
            beside.push("payload");
            if target.is_none() {
                return Err(GraphError::new(100, "The parameter payload[message_id] is required"));
            }
            let emoji = |text: &str| text == "love" || (!text.is_empty() && !text.is_ascii());
            if name == "react" && !reaction.is_some_and(emoji) {
                return Err(GraphError::parameter(
                    "Param payload[reaction] must be love or an emoji",
                ));
            }
        }
        _ => {
            return Err(GraphError::parameter(
                "Param sender_action must be one of {mark_seen, typing_on, typing_off, react, unreact}",
            ));
        }
    }
    only(body, &beside)?;
    Ok(Content::Action {
        name: name.to_owned(),
        target,
        reaction: reaction.filter(|_| name == "react").map(str::to_owned),
    })
}

fn content(message: &Object) -> Result<Content, GraphError> {
    only(message, &["text", "attachment", "attachments", "quick_replies"])?;
    let (text, one, many) =
        (message.get("text"), message.get("attachment"), message.get("attachments"));
    if [text, one, many].iter().flatten().count() != 1 {
        return Err(GraphError::parameter(
            "Param message must hold one of text, attachment and attachments",
        ));
    }
    if let Some(replies) = message.get("quick_replies") {
        quick_replies(replies, text.is_some())?;
    }
    if let Some(text) = text {
        let text = text.as_str().unwrap_or_default();
        return check_text(text).map(|()| Content::Message {
            text: Some(text.to_owned()),
            attachments: None,
            quick_replies: message.get("quick_replies").cloned(),
        });
    }
    let attachments = match (one, many) {
        (Some(one), _) => {
            check_attachment(one)?;
            json!([one])
        }
        // The documentation's own sample writes one image as an object.
        (_, Some(one @ Value::Object(_))) => {
            check_media(one)?;
            json!([one])
        }
        (_, Some(Value::Array(list))) if (1..=MAX_ITEMS).contains(&list.len()) => {
            for item in list {
                if item["type"] != "image" {
                    return Err(GraphError::parameter(
                        "Param message[attachments] takes images only",
                    ));
                }
                check_media(item)?;
            }
            Value::Array(list.clone())
        }
        _ => {
            return Err(GraphError::parameter("Param message[attachments] takes 1 to 10 images"));
        }
    };
    Ok(Content::Message { text: None, attachments: Some(attachments), quick_replies: None })
}

/// The limit counts bytes, not characters.
fn check_text(text: &str) -> Result<(), GraphError> {
    if text.trim().is_empty() {
        return Err(GraphError::parameter("Param message[text] must be a non-empty string"));
    }
    if text.len() > MAX_TEXT {
        return Err(GraphError::parameter(format_args!(
            "Length of param message[text] must be less than or equal to {MAX_TEXT}"
        )));
    }
    Ok(())
}

fn quick_replies(replies: &Value, with_text: bool) -> Result<(), GraphError> {
    let replies = replies.as_array().map(Vec::as_slice).unwrap_or_default();
    let well_formed = replies.iter().all(|reply| match reply["content_type"].as_str() {
        Some("text") => reply["title"].is_string() && reply["payload"].is_string(),
        Some("user_phone_number" | "user_email") => true,
        _ => false,
    });
    if with_text && well_formed && (1..=MAX_QUICK_REPLIES).contains(&replies.len()) {
        Ok(())
    } else {
        Err(GraphError::parameter("Invalid parameter message[quick_replies]"))
    }
}

/// Refuses members that nothing is known of.
fn only(object: &Object, known: &[&str]) -> Result<(), GraphError> {
    match object.keys().find(|key| !known.contains(&key.as_str())) {
        Some(key) => Err(GraphError::parameter(format_args!("Invalid parameter {key}"))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(body: Value) -> bool {
        parse(body.as_object().unwrap()).is_ok()
    }

    fn message(message: Value) -> bool {
        accepted(json!({ "recipient": { "id": "1" }, "message": message }))
    }

    #[test]
    fn a_text_has_1_to_1000_bytes() {
        assert!(message(json!({ "text": "a".repeat(1000) })));
        assert!(!message(json!({ "text": "a".repeat(1001) })));
        assert!(message(json!({ "text": "é".repeat(500) })));
        assert!(!message(json!({ "text": "é".repeat(501) })));
        assert!(!message(json!({ "text": " " })));
        assert!(!message(json!({ "text": "a", "attachment": { "type": "like_heart" } })));
    }

    #[test]
    fn nothing_stands_beside_a_sender_action() {
        let to = json!({ "id": "1" });
        for (body, expected) in [
            (json!({ "recipient": to, "sender_action": "typing_on" }), true),
            (
                json!({ "recipient": to, "sender_action": "typing_on", "message": { "text": "a" } }),
                false,
            ),
            (json!({ "recipient": to, "sender_action": "typing_on", "payload": {} }), false),
            (json!({ "recipient": to, "sender_action": "dance" }), false),
            (
                json!({ "recipient": to, "sender_action": "react", "payload": { "message_id": "m", "reaction": "love" } }),
                true,
            ),
            (
                json!({ "recipient": to, "sender_action": "react", "payload": { "message_id": "m", "reaction": "hate" } }),
                false,
            ),
            (
                json!({ "recipient": to, "sender_action": "unreact", "payload": { "message_id": "m" } }),
                true,
            ),
            (
                json!({ "recipient": { "id": "1", "comment_id": "2" }, "sender_action": "mark_seen" }),
                false,
            ),
        ] {
            assert_eq!(accepted(body.clone()), expected, "{body}");
        }
    }

    #[test]
    fn attachments_are_checked_by_kind() {
        let url = json!({ "url": "https://example.com/a" });
        for (body, expected) in [
            (json!({ "attachment": { "type": "image", "payload": url } }), true),
            (json!({ "attachment": { "type": "image", "payload": { "url": "a.png" } } }), false),
            (json!({ "attachment": { "type": "gif", "payload": url } }), false),
            (json!({ "attachment": { "type": "like_heart" } }), true),
            (json!({ "attachment": { "type": "like_heart", "payload": {} } }), false),
            (json!({ "attachment": { "type": "MEDIA_SHARE", "payload": { "id": "1790" } } }), true),
            (json!({ "attachments": { "type": "image", "payload": url } }), true),
            (
                json!({ "attachments": [{ "type": "image", "payload": url }, { "type": "video", "payload": url }] }),
                false,
            ),
            (
                json!({ "attachment": { "type": "template", "payload": { "template_type": "button", "text": "?",
                "buttons": [{ "type": "postback", "title": "Yes", "payload": "y" }] } } }),
                true,
            ),
            (
                json!({ "attachment": { "type": "template", "payload": { "template_type": "button", "text": "?" } } }),
                false,
            ),
            (
                json!({ "attachment": { "type": "template", "payload": { "template_type": "generic",
                "elements": [{ "title": "x".repeat(81) }] } } }),
                false,
            ),
        ] {
            assert_eq!(message(body.clone()), expected, "{body}");
        }
    }
}
