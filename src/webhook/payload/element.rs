//! One element of a delivery, and the event it becomes.

use jiff::Timestamp;
use serde_json::Value;
use serde_json::value::RawValue;

use super::usual::UsualText;
use super::{TOO_MANY, list};
use crate::domain::event::{Direction, Event, EventKey, EventKind};
use crate::domain::json::{Object, readable};
use crate::webhook::key::KeyMaker;

/// Numbers below this are seconds, others milliseconds (reference 8.4): the year 1973 in
/// milliseconds, 5138 in seconds.
const FIRST_MILLISECOND: i64 = 100_000_000_000;

/// Sender and recipient of the App Dashboard's test messages (reference 8.6).
pub(super) const TEST_IDS: (&str, &str) = ("12334", "23245");

/// Most bytes of an element that is several events at once; Instagram's have some hundred.
const MAX_SHARED: usize = 64 << 10;

/// Where in a delivery an element was found.
pub(super) struct ElementContext<'a> {
    pub(super) object: &'a str,
    pub(super) entry_id: &'a str,
    /// `time` of the entry as it was written; empty without one.
    pub(super) time: &'a str,
    pub(super) standby: bool,
}

/// The context of what is in no entry.
pub(super) const NOWHERE: ElementContext<'_> =
    ElementContext { object: "", entry_id: "", time: "", standby: false };

/// The keys of a messaging event that name what happened (reference 8.5).
const KINDS: [(&str, EventKind); 13] = [
    ("message", EventKind::Message),
    ("message_edit", EventKind::MessageEdit),
    ("reaction", EventKind::Reaction),
    ("postback", EventKind::Postback),
    ("referral", EventKind::Referral),
    ("read", EventKind::Read),
    ("optin", EventKind::Optin),
    ("pass_thread_control", EventKind::PassThreadControl),
    ("take_thread_control", EventKind::TakeThreadControl),
    ("request_thread_control", EventKind::RequestThreadControl),
    ("app_roles", EventKind::AppRoles),
    ("delivery", EventKind::Delivery),
    ("policy-enforcement", EventKind::PolicyEnforcement),
];

impl ElementContext<'_> {
    /// Reads every element of a list; sets aside what is no list.
    pub(super) fn each(
        &self,
        raw: &RawValue,
        read: fn(&Self, &RawValue) -> Vec<Event>,
    ) -> Vec<Event> {
        match list(raw) {
            Some(elements) => {
                let events = elements.into_iter().flat_map(|element| read(self, element));
                events.take(TOO_MANY).collect()
            }
            None => vec![self.set_aside(EventKind::Unknown, raw)],
        }
    }

    /// Reads one element of `messaging` or `standby`: an event for each key it carries.
    pub(super) fn messaging(&self, raw: &RawValue) -> Vec<Event> {
        match serde_json::from_str::<Object<UsualText<'_>>>(raw.get()) {
            Ok(Object(usual)) if usual.is_whole() => vec![self.text_event(usual, raw)],
            _ => self.any_messaging(raw),
        }
    }

    /// The same for one of whatever shape.
    pub(super) fn any_messaging(&self, raw: &RawValue) -> Vec<Event> {
        let Ok(element) = serde_json::from_str::<Value>(&readable(raw.get())) else {
            return vec![self.set_aside(EventKind::Unknown, raw)];
        };
        self.messaging_value(&element, raw)
    }

    fn messaging_value(&self, element: &Value, raw: &RawValue) -> Vec<Event> {
        let bodies = KINDS.into_iter().filter_map(|(key, kind)| {
            Some((kind, element.get(key).filter(|body| body.is_object())?))
        });
        let bodies: Vec<_> = bodies.collect();
        // Each event keeps the whole element.
        if bodies.is_empty() || (bodies.len() > 1 && raw.get().len() > MAX_SHARED) {
            return vec![self.set_aside(EventKind::Unknown, raw)];
        }
        let event = |(kind, body)| self.messaging_event(kind, element, body, raw);
        bodies.into_iter().map(event).collect()
    }

    fn messaging_event(
        &self,
        kind: EventKind,
        element: &Value,
        body: &Value,
        raw: &RawValue,
    ) -> Event {
        let sender_id = text(&element["sender"]["id"]);
        let recipient_id = text(&element["recipient"]["id"]);
        let timestamp = time(&element["timestamp"]);
        let mid = text(&body["mid"]);
        let kind = match kind {
            EventKind::Message if body["is_deleted"] == true => EventKind::MessageDeleted,
            kind => kind,
        };
        let own = sender_id.as_deref() == Some(self.entry_id);
        let direction =
            if body["is_echo"] == true || own { Direction::Sent } else { Direction::Received };
        let key = self.key(kind).part(direction.as_str());
        let key = match (kind, &mid) {
            (EventKind::Message | EventKind::MessageDeleted, Some(mid)) => key.part(mid),
            // A button may be tapped again, perhaps under the id of the message that has it.
            (EventKind::Postback, Some(mid)) => key
                .part(if timestamp.is_none() { self.time } else { "" })
                .part(mid)
                .optional(sender_id.as_deref())
                .optional(text(&body["payload"]).as_deref()),
            (EventKind::MessageEdit, Some(mid)) => {
                key.part(mid).optional(text(&body["num_edit"]).as_deref())
            }
            // Without an id of its own an event is told apart by all that it says, and when.
            _ => key
                .part(if timestamp.is_none() { self.time } else { "" })
                .optional(sender_id.as_deref())
                .optional(recipient_id.as_deref())
                .part(&body.to_string()),
        };
        let test =
            (sender_id.as_deref(), recipient_id.as_deref()) == (Some(TEST_IDS.0), Some(TEST_IDS.1));
        let found = self.event(kind, key.at(timestamp), raw);
        Event {
            direction,
            test: found.test || test,
            sender_id,
            recipient_id,
            mid,
            timestamp,
            text: text(&body["text"]),
            unfetched: kind == EventKind::MessageEdit
                && text(&body["num_edit"]).as_deref() == Some("0"),
            ..found
        }
    }

    /// Reads one element of `changes`, or an entry that carries `field` and `value` itself.
    pub(super) fn change(&self, raw: &RawValue) -> Vec<Event> {
        let Ok(change) = serde_json::from_str::<Value>(&readable(raw.get())) else {
            return vec![self.set_aside(EventKind::Unknown, raw)];
        };
        let value = &change["value"];
        let kind = match change["field"].as_str().unwrap_or_default() {
            "comments" => EventKind::Comment,
            "live_comments" => EventKind::LiveComment,
            "mentions" => EventKind::Mention,
            "story_insights" => EventKind::StoryInsights,
            // The dashboard's tests put a messaging event into `value` (reference 8.6).
            _ if KINDS.iter().any(|(key, _)| value[key].is_object()) => {
                return self.messaging_value(value, raw);
            }
            _ => EventKind::Unknown,
        };
        let sender_id = text(&value["from"]["id"]);
        let mid = match kind {
            EventKind::Comment | EventKind::LiveComment => {
                text(&value["id"]).or_else(|| text(&value["comment_id"]))
            }
            _ => text(&value["comment_id"]),
        };
        let key = match (kind, &mid) {
            (EventKind::Comment | EventKind::LiveComment, Some(mid)) => self.key(kind).part(mid),
            _ => self.key(kind).part(self.time).part(&change.to_string()),
        };
        let own = sender_id.as_deref() == Some(self.entry_id);
        vec![Event {
            direction: if own { Direction::Sent } else { Direction::Received },
            sender_id,
            mid,
            ..self.event(kind, key.at(None), raw)
        }]
    }

    /// Keeps what has no ids to read.
    pub(super) fn set_aside(&self, kind: EventKind, raw: &RawValue) -> Event {
        self.event(kind, self.raw_key(kind, raw), raw)
    }

    /// An event of which no more is said than where it was found.
    pub(super) fn event(&self, kind: EventKind, key: EventKey, raw: &RawValue) -> Event {
        Event {
            key,
            object: self.object.to_owned(),
            account_id: self.entry_id.to_owned(),
            kind,
            direction: Direction::Received,
            sender_id: None,
            recipient_id: None,
            mid: None,
            timestamp: None,
            standby: self.standby,
            test: self.entry_id == "0",
            text: None,
            unfetched: false,
            raw: raw.get().to_owned(),
        }
    }

    fn raw_key(&self, kind: EventKind, raw: &RawValue) -> EventKey {
        // What has no id of its own may come again with the same words, and is then another event:
        // better stored twice, if a repeat should come in another batch, than taken for one.
        self.key(kind).part(self.time).part(raw.get()).at(None)
    }

    pub(super) fn key(&self, kind: EventKind) -> KeyMaker {
        KeyMaker::new()
            .part(self.object)
            .part(self.entry_id)
            .part(if self.standby { "standby" } else { "" })
            .part(kind.as_str())
    }
}

/// An id that may be text or a whole number. An empty one is none: it would be that of everybody.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()).filter(|text| !text.is_empty()),
        Value::Number(number) if number.is_u64() => Some(number.to_string()),
        _ => None,
    }
}

/// A time in any of the forms seen: a number or its text, in seconds or milliseconds, or ISO text.
fn time(value: &Value) -> Option<Timestamp> {
    let text = text(value)?;
    match text.parse() {
        Ok(number) => moment(number),
        Err(_) => text.parse().ok(),
    }
}

/// A time that a number gives in seconds or milliseconds.
pub(super) fn moment(number: i64) -> Option<Timestamp> {
    match number {
        ..FIRST_MILLISECOND => Timestamp::from_second(number).ok(),
        _ => Timestamp::from_millisecond(number).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_every_form_seen() {
        let expected = Timestamp::from_second(1_631_082_844).unwrap();
        for form in [
            "1631082844",
            "\"1631082844\"",
            "1631082844000",
            "\"1631082844000\"",
            "\"2021-09-08T06:34:04+0000\"",
            "\"2021-09-08T06:34:04Z\"",
        ] {
            assert_eq!(time(&serde_json::from_str(form).unwrap()), Some(expected), "{form}");
        }
        for form in ["null", "\"soon\"", "-5", "1.5", "9223372036854775807", "{}"] {
            assert_eq!(time(&serde_json::from_str(form).unwrap()), None, "{form}");
        }
    }
}
