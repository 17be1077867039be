//! What a person or a bot wants to know of a stored event, read again from its raw element.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::domain::event::EventKind;
use crate::domain::json::readable;

/// The readable part of an event. Everything else stays in the raw element.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct EventContent {
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

impl EventContent {
    /// Reads an element stored under `kind`; empty where there is nothing to read.
    pub fn of(kind: EventKind, raw: &str) -> Self {
        let mut element: Value = serde_json::from_str(&readable(raw)).unwrap_or_default();
        // An element of `changes` carries its event in `value`.
        if element.get("field").is_some_and(Value::is_string) {
            element = member(&mut element, "value").unwrap_or_default();
        }
        let referral = member(&mut element, "referral");
        let body = match kind {
            EventKind::Message => member(&mut element, "message"),
            EventKind::MessageEdit => member(&mut element, "message_edit"),
            EventKind::Postback => member(&mut element, "postback"),
            EventKind::Comment | EventKind::LiveComment => Some(element),
            _ => None,
        };
        let mut body = body.unwrap_or_default();
        let string = |value: &Value| value.as_str().map(str::to_owned);
        let text = string(&body["text"]).or_else(|| string(&body["title"]));
        let payload = string(&body["quick_reply"]["payload"]).or_else(|| string(&body["payload"]));
        let unsupported = body["is_unsupported"] == true;
        Self {
            text,
            payload,
            attachments: match member(&mut body, "attachments") {
                Some(Value::Array(attachments)) => attachments,
                _ => Vec::new(),
            },
            reply_to: member(&mut body, "reply_to"),
            referral: member(&mut body, "referral").or(referral),
            unsupported,
        }
    }

    /// The kinds of its attachments, as a delivery names them; Instagram's history says them in another way.
    pub fn attachment_kinds(&self) -> Vec<String> {
        let named = |attachment: &Value| attachment["type"].as_str().map(str::to_owned);
        let told = |attachment: &Value| {
            let mut members = attachment.as_object()?.keys();
            members.find_map(|name| Some(name.strip_suffix("_data")?.to_owned()))
        };
        let kind = |it: &Value| named(it).or_else(|| told(it)).unwrap_or_else(|| "file".to_owned());
        self.attachments.iter().map(kind).collect()
    }
}

/// The number of an edit, which may be a text (reference 8.5); 0 if it has none.
pub fn edit_number(raw: &str) -> u64 {
    let element: Value = serde_json::from_str(&readable(raw)).unwrap_or_default();
    let number = element.pointer("/message_edit/num_edit");
    let number = number.or_else(|| element.pointer("/value/message_edit/num_edit"));
    let read = |it: &Value| it.as_u64().or_else(|| it.as_str()?.parse().ok());
    number.and_then(read).unwrap_or_default()
}

/// Takes a member out of an object; indexing a value that is none would panic.
fn member(value: &mut Value, name: &str) -> Option<Value> {
    value.get_mut(name).map(Value::take)
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
            // What was taken back is shown nowhere.
            (EventKind::MessageDeleted, r#"{"message":{"text":"x","is_deleted":true}}"#, "", ""),
            (EventKind::Read, r#"{"read":{"mid":"m"}}"#, "", ""),
            // Members of a hostile or a future sender must not hide the text, nor break anything.
            (EventKind::Message, r#"{"message":{"text":"f"},"value":5}"#, "f", ""),
            (EventKind::Message, r#"{"message":{"text":"g"},"value":{}}"#, "g", ""),
            (EventKind::Message, r#"{"message":{"text":"h"},"field":7}"#, "h", ""),
            (EventKind::Message, r#"{"message":7}"#, "", ""),
            (EventKind::Message, r#"{"field":"messages","value":7}"#, "", ""),
            (EventKind::Comment, r#"{"field":"comments","value":null}"#, "", ""),
            (EventKind::Comment, r#"[1]"#, "", ""),
            (EventKind::Unknown, "7", "", ""),
        ] {
            let content = EventContent::of(kind, raw);
            assert_eq!(content.text.unwrap_or_default(), text, "{raw}");
            assert_eq!(content.payload.unwrap_or_default(), payload, "{raw}");
        }
    }
}
