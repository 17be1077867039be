//! What a person or a bot wants to know of a stored event, read again from its raw element.

use serde::Serialize;
use serde_json::Value;

use crate::domain::event::EventKind;

/// The readable part of an event. Everything else stays in the raw element.
#[derive(Clone, Default, PartialEq, Serialize)]
pub struct Content {
    /// The text of a message, edit or comment, or the title of the button that was tapped.
    pub text: Option<String>,
    /// The developer's own string behind a quick reply or button.
    pub payload: Option<String>,
    /// Attachments as Instagram wrote them.
    pub attachments: Vec<Value>,
    /// The message or story this one replies to, as Instagram wrote it.
    pub reply_to: Option<Value>,
    /// How the person came here: an ad or a link with a reference.
    pub referral: Option<Value>,
    /// Instagram says the message cannot be shown through the API.
    pub unsupported: bool,
}

impl Content {
    /// Reads an element stored under `kind`; empty where there is nothing to read.
    pub fn of(kind: EventKind, raw: &str) -> Self {
        let mut element: Value = serde_json::from_str(raw).unwrap_or_default();
        // An element of `changes` carries its event in `value`.
        if let Some(value) = element.get_mut("value").map(Value::take) {
            element = value;
        }
        let referral = element.get_mut("referral").map(Value::take);
        let mut body = match kind {
            EventKind::Message | EventKind::MessageDeleted => element["message"].take(),
            EventKind::MessageEdit => element["message_edit"].take(),
            EventKind::Postback => element["postback"].take(),
            EventKind::Comment | EventKind::LiveComment => element,
            _ => Value::Null,
        };
        let string = |value: &Value| value.as_str().map(str::to_owned);
        let text = string(&body["text"]).or_else(|| string(&body["title"]));
        let payload = string(&body["quick_reply"]["payload"]).or_else(|| string(&body["payload"]));
        let unsupported = body["is_unsupported"] == true;
        let mut member = |name: &str| body.get_mut(name).map(Value::take);
        Self {
            text,
            payload,
            attachments: match member("attachments") {
                Some(Value::Array(attachments)) => attachments,
                _ => Vec::new(),
            },
            reply_to: member("reply_to"),
            referral: member("referral").or(referral),
            unsupported,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_is_found_wherever_the_kind_keeps_it() {
        for (kind, raw, text, payload) in [
            (
                EventKind::Message,
                r#"{"message":{"text":"a","quick_reply":{"payload":"P"}}}"#,
                "a",
                "P",
            ),
            (EventKind::Postback, r#"{"postback":{"title":"b","payload":"Q"}}"#, "b", "Q"),
            (EventKind::MessageEdit, r#"{"message_edit":{"text":"c"}}"#, "c", ""),
            (EventKind::Comment, r#"{"field":"comments","value":{"text":"d"}}"#, "d", ""),
            (
                EventKind::Message,
                r#"{"field":"messages","value":{"message":{"text":"e"}}}"#,
                "e",
                "",
            ),
            (EventKind::Read, r#"{"read":{"mid":"m"}}"#, "", ""),
            (EventKind::Unknown, "7", "", ""),
        ] {
            let content = Content::of(kind, raw);
            assert_eq!(content.text.unwrap_or_default(), text, "{raw}");
            assert_eq!(content.payload.unwrap_or_default(), payload, "{raw}");
        }
    }
}
