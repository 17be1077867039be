//! From the bytes of a delivery to its events (reference 8.4 to 8.6).
//!
//! Every entry and every element is looked at on its own: what is understood becomes an event of its
//! kind, what is not becomes one of kind [`EventKind::Unknown`] with its raw text. Nothing is lost
//! because of its neighbour.

use std::borrow::Cow;
use std::fmt;

use jiff::Timestamp;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use super::key::KeyMaker;
use crate::domain::event::{Direction, Event, EventKey, EventKind};

/// Numbers below this are seconds, others milliseconds (reference 8.4): the year 1973 in
/// milliseconds, 5138 in seconds.
const FIRST_MILLISECOND: i64 = 100_000_000_000;

/// Sender and recipient of the App Dashboard's test messages (reference 8.6).
const TEST_IDS: (&str, &str) = ("12334", "23245");

/// Most events taken out of one delivery, ten times what Instagram puts into one (reference 8.3):
/// elements of two bytes would take hundreds of times the memory of their delivery. One with more is
/// set aside as it came, as a single unknown event.
const MAX_EVENTS: usize = 10_000;

/// Where reading ends: that there are too many is known then.
const TOO_MANY: usize = MAX_EVENTS + 1;

/// The bytes are no JSON at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the body is not JSON")]
pub struct NotJson;

/// Takes every event out of a delivery.
///
/// # Errors
/// Bytes that are not JSON in UTF-8. JSON of any other shape is set aside as one unknown event.
pub fn parse(body: &[u8]) -> Result<Vec<Event>, NotJson> {
    let events = match serde_json::from_slice::<Usual<'_>>(body) {
        Ok(usual) => usual.events(),
        Err(_) => parse_any(body)?,
    };
    if events.len() < TOO_MANY {
        return Ok(events);
    }
    drop(events);
    let whole = serde_json::from_slice(body).map_err(|_| NotJson)?;
    Ok(vec![NOWHERE.set_aside(EventKind::Unknown, whole)])
}

/// Reads a delivery of whatever shape.
fn parse_any(body: &[u8]) -> Result<Vec<Event>, NotJson> {
    let root: &RawValue = serde_json::from_slice(body).map_err(|_| NotJson)?;
    // One page of the documentation wraps the body in an array.
    let envelopes = list(root).unwrap_or_else(|| vec![root]);
    Ok(envelopes.into_iter().flat_map(envelope).take(TOO_MANY).collect())
}

/// What nearly every delivery looks like: read in one go, where [`parse_any`] looks at each byte
/// once for every level above it. Anything else in it, or twice, makes it unusual.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Usual<'a> {
    #[serde(borrow)]
    object: Cow<'a, str>,
    entry: Vec<UsualEntry<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UsualEntry<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    time: &'a RawValue,
    messaging: Vec<&'a RawValue>,
}

impl Usual<'_> {
    fn events(&self) -> Vec<Event> {
        let of = |entry: &UsualEntry<'_>| {
            let (object, entry_id, time) = (&self.object, &entry.id, entry.time.get());
            let place = Place { object, entry_id, time, standby: false };
            let events = entry.messaging.iter().flat_map(|raw| place.messaging(raw));
            events.take(TOO_MANY).collect::<Vec<_>>()
        };
        self.entry.iter().flat_map(of).take(TOO_MANY).collect()
    }
}

/// A text without anything beside it, as most messages are: read without a tree of values first.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UsualText<'a> {
    #[serde(borrow)]
    sender: UsualPerson<'a>,
    #[serde(borrow)]
    recipient: UsualPerson<'a>,
    timestamp: u64,
    #[serde(borrow)]
    message: UsualMessage<'a>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UsualPerson<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UsualMessage<'a> {
    #[serde(borrow)]
    mid: Cow<'a, str>,
    #[serde(borrow)]
    text: Cow<'a, str>,
}

/// Where in a delivery an element was found.
struct Place<'a> {
    object: &'a str,
    entry_id: &'a str,
    /// `time` of the entry as it was written; empty without one.
    time: &'a str,
    standby: bool,
}

/// The place of what is in no entry.
const NOWHERE: Place<'_> = Place { object: "", entry_id: "", time: "", standby: false };

fn envelope(raw: &RawValue) -> Vec<Event> {
    let members = Members::of(raw);
    let object = members.text("object").unwrap_or_default();
    match members.all("entry").map(list).collect::<Option<Vec<_>>>() {
        Some(lists) if !lists.is_empty() => {
            let entries = lists.into_iter().flatten();
            entries.flat_map(|raw| entry(&object, raw)).take(TOO_MANY).collect()
        }
        _ => vec![Place { object: &object, ..NOWHERE }.set_aside(EventKind::Unknown, raw)],
    }
}

fn entry(object: &str, raw: &RawValue) -> Vec<Event> {
    let members = Members::of(raw);
    let entry_id = members.text("id").unwrap_or_default();
    let time = members.all("time").next().map_or("", RawValue::get);
    let place = |standby| Place { object, entry_id: &entry_id, time, standby };
    let mut events = Vec::new();
    for (name, value) in &members.0 {
        if events.len() >= TOO_MANY {
            break;
        }
        events.extend(match name.as_str() {
            "messaging" => place(false).each(value, Place::messaging),
            "standby" => place(true).each(value, Place::messaging),
            "changes" => place(false).each(value, Place::change),
            "field" => place(false).change(raw),
            "changed_fields" => vec![place(false).set_aside(EventKind::ChangedFields, value)],
            "value" if members.all("field").next().is_some() => Vec::new(),
            "id" | "uid" | "time" => Vec::new(),
            _ => vec![place(false).set_aside(EventKind::Unknown, value)],
        });
    }
    if members.0.is_empty() {
        events.push(place(false).set_aside(EventKind::Unknown, raw));
    }
    events
}

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

impl Place<'_> {
    /// Reads every element of a list; sets aside what is no list.
    fn each(&self, raw: &RawValue, read: fn(&Self, &RawValue) -> Vec<Event>) -> Vec<Event> {
        match list(raw) {
            Some(elements) => {
                let events = elements.into_iter().flat_map(|element| read(self, element));
                events.take(TOO_MANY).collect()
            }
            None => vec![self.set_aside(EventKind::Unknown, raw)],
        }
    }

    /// Reads one element of `messaging` or `standby`: an event for each key it carries.
    fn messaging(&self, raw: &RawValue) -> Vec<Event> {
        match serde_json::from_str::<UsualText<'_>>(raw.get()) {
            Ok(usual) => vec![self.text_event(usual, raw)],
            Err(_) => self.any_messaging(raw),
        }
    }

    fn text_event(&self, usual: UsualText<'_>, raw: &RawValue) -> Event {
        let timestamp = i64::try_from(usual.timestamp).ok().and_then(moment);
        let own = usual.sender.id == self.entry_id;
        let direction = if own { Direction::Sent } else { Direction::Received };
        let kind = EventKind::Message;
        let key = self.key(kind).part(direction.as_str()).part(&usual.message.mid);
        let (sender_id, recipient_id) = (usual.sender.id, usual.recipient.id);
        Event {
            key: key.at(timestamp),
            object: self.object.to_owned(),
            account_id: self.entry_id.to_owned(),
            kind,
            direction,
            test: self.entry_id == "0" || (sender_id.as_ref(), recipient_id.as_ref()) == TEST_IDS,
            sender_id: Some(sender_id.into_owned()),
            recipient_id: Some(recipient_id.into_owned()),
            mid: Some(usual.message.mid.into_owned()),
            timestamp,
            standby: self.standby,
            text: Some(usual.message.text.into_owned()),
            unfetched: false,
            raw: raw.get().to_owned(),
        }
    }

    fn any_messaging(&self, raw: &RawValue) -> Vec<Event> {
        let Ok(element) = serde_json::from_str::<Value>(raw.get()) else {
            return vec![self.set_aside(EventKind::Unknown, raw)];
        };
        self.messaging_value(&element, raw)
    }

    fn messaging_value(&self, element: &Value, raw: &RawValue) -> Vec<Event> {
        let events: Vec<_> = KINDS
            .into_iter()
            .filter_map(|(key, kind)| {
                let body = element.get(key).filter(|body| body.is_object())?;
                Some(self.messaging_event(kind, element, body, raw))
            })
            .collect();
        if events.is_empty() { vec![self.set_aside(EventKind::Unknown, raw)] } else { events }
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
            (EventKind::Message | EventKind::MessageDeleted | EventKind::Postback, Some(mid)) => {
                key.part(mid)
            }
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
        Event {
            key: key.at(timestamp),
            object: self.object.to_owned(),
            account_id: self.entry_id.to_owned(),
            kind,
            direction,
            test: self.entry_id == "0"
                || (sender_id.as_deref(), recipient_id.as_deref())
                    == (Some(TEST_IDS.0), Some(TEST_IDS.1)),
            sender_id,
            recipient_id,
            mid,
            timestamp,
            standby: self.standby,
            text: text(&body["text"]),
            unfetched: kind == EventKind::MessageEdit
                && text(&body["num_edit"]).as_deref() == Some("0"),
            raw: raw.get().to_owned(),
        }
    }

    /// Reads one element of `changes`, or an entry that carries `field` and `value` itself.
    fn change(&self, raw: &RawValue) -> Vec<Event> {
        let Ok(change) = serde_json::from_str::<Value>(raw.get()) else {
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
            key: key.at(None),
            object: self.object.to_owned(),
            account_id: self.entry_id.to_owned(),
            kind,
            direction: if own { Direction::Sent } else { Direction::Received },
            sender_id,
            recipient_id: None,
            mid,
            timestamp: None,
            standby: false,
            test: self.entry_id == "0",
            text: None,
            unfetched: false,
            raw: raw.get().to_owned(),
        }]
    }

    /// Keeps what has no ids to read.
    fn set_aside(&self, kind: EventKind, raw: &RawValue) -> Event {
        Event {
            key: self.raw_key(kind, raw),
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

    fn key(&self, kind: EventKind) -> KeyMaker {
        KeyMaker::new()
            .part(self.object)
            .part(self.entry_id)
            .part(if self.standby { "standby" } else { "" })
            .part(kind.as_str())
    }
}

/// The elements of a JSON array, each as it was written; `None` for anything else.
fn list(raw: &RawValue) -> Option<Vec<&RawValue>> {
    serde_json::from_str(raw.get()).ok()
}

/// The members of a JSON object in order, repeated names included; none for anything else.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'a> Members<'a> {
    fn of(raw: &'a RawValue) -> Self {
        serde_json::from_str(raw.get()).unwrap_or(Self(Vec::new()))
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &'a RawValue> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| *value)
    }

    fn text(&self, name: &str) -> Option<String> {
        let value = self.all(name).next()?;
        text(&serde_json::from_str(value.get()).ok()?)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;

        impl<'de> Visitor<'de> for Pairs {
            type Value = Vec<(String, &'de RawValue)>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(pairs)
            }
        }

        deserializer.deserialize_map(Pairs).map(Members)
    }
}

/// An id that may be text or a whole number.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
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
fn moment(number: i64) -> Option<Timestamp> {
    match number {
        ..FIRST_MILLISECOND => Timestamp::from_second(number).ok(),
        _ => Timestamp::from_millisecond(number).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(body: &str) -> Event {
        let mut events = parse(body.as_bytes()).unwrap();
        assert_eq!(events.len(), 1, "{body}");
        events.remove(0)
    }

    fn message(inner: &str) -> Event {
        one(&format!(
            r#"{{"object":"instagram","entry":[{{"id":"1","time":1,"messaging":[{inner}]}}]}}"#
        ))
    }

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

    #[test]
    fn the_usual_shape_is_read_as_any_other() {
        let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/webhooks");
        let mut usual = 0;
        for file in std::fs::read_dir(dir).unwrap() {
            let body = std::fs::read(file.unwrap().path()).unwrap();
            if let Ok(read) = serde_json::from_slice::<Usual<'_>>(&body) {
                assert_eq!(Ok(read.events()), parse_any(&body));
                usual += 1;
            }
        }
        assert!(usual > 20, "{usual}");
        for unusual in [
            r#"{"object":"instagram","entry":[{"id":1,"time":1,"messaging":[]}]}"#,
            r#"{"object":"instagram","entry":[{"id":"1","time":1,"messaging":[],"messaging":[]}]}"#,
            r#"{"object":"instagram","entry":[],"entry":[]}"#,
            r#"{"object":"instagram","entry":[{"id":"1","time":1,"messaging":[],"standby":[]}]}"#,
        ] {
            assert!(serde_json::from_str::<Usual<'_>>(unusual).is_err(), "{unusual}");
        }
    }

    #[test]
    fn a_usual_text_is_read_as_any_other_message() {
        let place = Place { object: "instagram", entry_id: "17", time: "1", standby: false };
        for (sender, recipient) in [("2", "17"), ("17", "2"), ("12334", "23245"), ("\\u0032", "")] {
            for time in ["0", "1631082844", "1631082844000", "18446744073709551615"] {
                let element = format!(
                    r#"{{"message":{{"text":"a\nb ✓","mid":"m\"1"}},"timestamp":{time},
                        "recipient":{{"id":"{recipient}"}},"sender":{{"id":"{sender}"}}}}"#
                );
                let raw: &RawValue = serde_json::from_str(&element).unwrap();
                let usual = serde_json::from_str(raw.get()).unwrap();
                assert_eq!(vec![place.text_event(usual, raw)], place.any_messaging(raw));
            }
        }
        let with = |from: &str, to: &str| {
            r#"{"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":1,"message":{"mid":"m","text":"t"}}"#
                .replacen(from, to, 1)
        };
        assert!(serde_json::from_str::<UsualText<'_>>(&with("", "")).is_ok());
        for unusual in [
            with("\"2\"", "2"),
            with(":1,", ":-1,"),
            with(":1,", ":1.0,"),
            with(":1,", ":\"1\","),
            with("\"t\"", "null"),
            with("\"t\"", "\"t\",\"is_echo\":true"),
            with("\"t\"", "\"t\",\"text\":\"u\""),
            with(":1,", ":1,\"read\":{},"),
            with(":1,", ":1,\"sender\":{\"id\":\"3\"},"),
        ] {
            assert!(serde_json::from_str::<UsualText<'_>>(&unusual).is_err(), "{unusual}");
        }
    }

    #[test]
    fn a_value_without_its_field_is_kept() {
        let body = r#"{"object":"instagram","entry":[{"id":"1","time":1,"value":{"id":"5"}}]}"#;
        assert_eq!(one(body).kind, EventKind::Unknown);
    }

    #[test]
    fn a_repeat_has_the_same_key_and_a_neighbour_another() {
        let text = |time: u64, mid: &str, text: &str| {
            message(&format!(
                r#"{{"sender":{{"id":"2"}},"timestamp":{time},"message":{{"mid":"{mid}","text":"{text}"}}}}"#
            ))
            .key
        };
        let first = text(1_700_000_000_000, "m1", "hello");
        assert_eq!(first, text(1_700_000_000_000, "m1", "hello"));
        assert_ne!(first, text(1_700_000_000_000, "m2", "hello"));
        let reaction = |action: &str| {
            message(&format!(
                r#"{{"sender":{{"id":"2"}},"timestamp":1700000000000,"reaction":{{"mid":"m1","action":"{action}"}}}}"#
            ))
            .key
        };
        assert_ne!(first, reaction("react"));
        assert_ne!(reaction("react"), reaction("unreact"));
    }

    #[test]
    fn the_number_of_an_edit_counts_as_text_or_number() {
        let edit = |num: &str| {
            message(&format!(
                r#"{{"sender":{{"id":"2"}},"timestamp":1,"message_edit":{{"mid":"m1","num_edit":{num}}}}}"#
            ))
            .key
        };
        assert_eq!(edit("1"), edit("\"1\""));
        assert_ne!(edit("1"), edit("2"));
    }

    #[test]
    fn the_same_words_at_another_time_are_another_event() {
        for inner in [
            r#""changed_fields":["comments"]"#,
            r#""changes":[{"field":"mentions","value":{"media_id":"5"}}]"#,
            r#""field":"story_insights","value":{"reach":-1}"#,
            r#""messaging":[{"sender":{"id":"2"},"read":{"watermark":5}}]"#,
            r#""messaging":[{"sender":{"id":"2"},"news":{}}]"#,
        ] {
            let at = |time: u64| {
                let entry = format!(r#"{{"id":"1","time":{time},{inner}}}"#);
                one(&format!(r#"{{"object":"instagram","entry":[{entry}]}}"#)).key
            };
            assert_eq!(at(1), at(1), "{inner}");
            assert_ne!(at(1), at(2), "{inner}");
        }
    }

    #[test]
    fn one_event_with_several_keys_gives_an_event_for_each() {
        let body = r#"{"object":"instagram","entry":[{"id":"1","messaging":[
            {"sender":{"id":"2"},"message":{"mid":"a"},"postback":{"mid":"b"},"read":{"mid":"c"}}]}]}"#;
        let kinds: Vec<_> = parse(body.as_bytes()).unwrap().iter().map(|e| e.kind).collect();
        assert_eq!(kinds, [EventKind::Message, EventKind::Postback, EventKind::Read]);
    }

    #[test]
    fn a_broken_neighbour_takes_nothing_with_it() {
        let deep = format!("{}{}", "[".repeat(400), "]".repeat(400));
        let body = format!(
            r#"{{"object":"instagram","entry":[7,{{"id":"1","messaging":[
               null,{{"sender":{{"id":2}},"message":{{"mid":"a"}}}},{deep},{{"message":"text"}}],"messaging":"x"}}]}}"#
        );
        let events = parse(body.as_bytes()).unwrap();
        let kinds: Vec<_> = events.iter().map(|e| e.kind).collect();
        use EventKind::{Message, Unknown};
        assert_eq!(kinds, [Unknown, Unknown, Message, Unknown, Unknown, Unknown]);
        assert_eq!(events[2].sender_id.as_deref(), Some("2"));
        let keys: std::collections::HashSet<_> = events.iter().map(|e| e.key).collect();
        assert_eq!(keys.len(), events.len());
    }

    #[test]
    fn a_delivery_of_more_events_than_instagram_sends_is_set_aside_whole() {
        let elements = |count: usize| vec!["{}"; count].join(",");
        let usual = |count| {
            let elements = elements(count);
            format!(
                r#"{{"object":"instagram","entry":[{{"id":"1","time":1,"messaging":[{elements}]}}]}}"#
            )
        };
        assert_eq!(parse(usual(MAX_EVENTS).as_bytes()).unwrap().len(), MAX_EVENTS);
        let (many, members) = (elements(TOO_MANY), vec![r#""a":1"#; TOO_MANY].join(","));
        for body in [
            usual(TOO_MANY),
            format!(r#"{{"object":"instagram","entry":[{{"id":"1","changes":[{many}]}}]}}"#),
            format!(r#"{{"object":"instagram","entry":[{{{members}}}]}}"#),
            format!(r#"{{"object":"instagram","entry":[{many}]}}"#),
            format!("[{many}]"),
        ] {
            let event = one(&body);
            assert_eq!((event.kind, event.raw), (EventKind::Unknown, body));
        }
    }

    #[test]
    fn other_json_is_set_aside_and_other_bytes_are_refused() {
        for body in ["{}", "7", "[]", r#"{"entry":5}"#, r#"{"object":"instagram"}"#] {
            assert!(parse(body.as_bytes()).unwrap().iter().all(|e| e.kind == EventKind::Unknown));
        }
        assert_eq!(parse(b"[]").unwrap().len(), 0);
        assert_eq!(parse(br#"{"object":"instagram","entry":[]}"#).unwrap().len(), 0);
        for body in [&b""[..], b"{", b"\xff\xfe", b"{\"object\":\"\xff\"}"] {
            assert_eq!(parse(body), Err(NotJson));
        }
    }
}
