//! From the bytes of a delivery to its events (reference 8.4 to 8.6).
//!
//! Every entry and every element is looked at on its own: what is understood becomes an event of its
//! kind, what is not becomes one of kind [`EventKind::Unknown`] with its raw text. Nothing is lost
//! because of its neighbour.

mod element;
mod usual;

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::domain::event::{Event, EventKind};
use crate::domain::json::{Object, readable};
use element::{ElementContext, NOWHERE, text};
use usual::Usual;

/// Most events taken out of one delivery, ten times what Instagram puts into one (reference 8.3):
/// elements of two bytes would take hundreds of times the memory of their delivery. One with more is
/// set aside as it came, as a single unknown event.
const MAX_EVENTS: usize = 10_000;

/// Where reading ends: that there are too many is known then.
const TOO_MANY: usize = MAX_EVENTS + 1;

/// Most bytes of an `object`, of the `id` and of the `time` of an entry, which each event in it keeps
/// for itself. What has longer ones is set aside.
const MAX_NAME: usize = 256;

/// The bytes are no JSON at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the body is not JSON")]
pub struct NotJson;

/// Takes every event out of a delivery.
///
/// # Errors
/// Bytes that are not JSON in UTF-8. JSON of any other shape is set aside as one unknown event.
pub fn parse(body: &[u8]) -> Result<Vec<Event>, NotJson> {
    let events = match serde_json::from_slice::<Object<Usual<'_>>>(body) {
        Ok(Object(usual)) if usual.is_short() => usual.events(),
        _ => parse_any(body)?,
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

fn envelope(raw: &RawValue) -> Vec<Event> {
    let members = Members::of(raw);
    let object = members.text("object").unwrap_or_default();
    match members.all("entry").map(list).collect::<Option<Vec<_>>>() {
        Some(lists) if !lists.is_empty() && object.len() <= MAX_NAME => {
            let entries = lists.into_iter().flatten();
            entries.flat_map(|raw| entry(&object, raw)).take(TOO_MANY).collect()
        }
        _ => vec![
            ElementContext { object: short(&object), ..NOWHERE }.set_aside(EventKind::Unknown, raw),
        ],
    }
}

fn entry(object: &str, raw: &RawValue) -> Vec<Event> {
    let members = Members::of(raw);
    let entry_id = members.text("id").unwrap_or_default();
    let time = members.first("time").map_or("", RawValue::get);
    let flat = members.first("field").is_some();
    if members.0.is_empty() || entry_id.len().max(time.len()) > MAX_NAME {
        let context = ElementContext { object, entry_id: short(&entry_id), ..NOWHERE };
        return vec![context.set_aside(EventKind::Unknown, raw)];
    }
    let context = |standby| ElementContext { object, entry_id: &entry_id, time, standby };
    // One change and no more, however often its parts are in it.
    let mut events = if flat { context(false).change(raw) } else { Vec::new() };
    for (name, value) in &members.0 {
        if events.len() >= TOO_MANY {
            break;
        }
        events.extend(match name.as_str() {
            "messaging" => context(false).each(value, ElementContext::messaging),
            "standby" => context(true).each(value, ElementContext::messaging),
            "changes" => context(false).each(value, ElementContext::change),
            "changed_fields" => vec![context(false).set_aside(EventKind::ChangedFields, value)],
            "field" | "value" if flat => Vec::new(),
            "id" | "uid" | "time" => Vec::new(),
            _ => vec![context(false).set_aside(EventKind::Unknown, value)],
        });
    }
    events
}

/// A name of usual length, or none.
fn short(name: &str) -> &str {
    if name.len() <= MAX_NAME { name } else { "" }
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

    fn first(&self, name: &str) -> Option<&'a RawValue> {
        self.all(name).next()
    }

    fn text(&self, name: &str) -> Option<String> {
        let value = self.first(name)?;
        text(&serde_json::from_str(&readable(value.get())).ok()?)
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
    fn a_change_is_one_event_however_often_its_parts_are_named() {
        let fields = r#""field":"mentions","#.repeat(1_000);
        let values = r#","value":1"#.repeat(1_000);
        let entry = format!(r#"{{"id":"1",{fields}"value":{{"media_id":"5"}}{values}}}"#);
        let event = one(&format!(r#"{{"object":"instagram","entry":[{entry}]}}"#));
        assert_eq!((event.kind, event.raw), (EventKind::Mention, entry));
    }

    #[test]
    fn ids_lose_no_digit_however_long_and_an_empty_one_is_none() {
        for ids in [
            r#""sender":{"id":ID},"message":{"mid":"m","text":"t"}"#,
            r#""sender":{"id":"2"},"message":{"mid":ID,"text":"t"}"#,
            r#""sender":{"id":"2"},"reaction":{"mid":ID,"action":"react"}"#,
        ] {
            let of = |id: &str| message(&format!("{{{},\"timestamp\":1}}", ids.replace("ID", id)));
            let (one, other) = (of("100000000000000000001"), of("100000000000000000002"));
            assert_ne!((one.key, one.sender_id), (other.key, other.sender_id), "{ids}");
            assert_eq!(one.mid, of("\"100000000000000000001\"").mid);
        }
        let comment = |id: &str| {
            let value = format!(r#"{{"id":{id},"from":{{"id":"2"}},"text":"t"}}"#);
            let change = format!(r#"{{"field":"comments","value":{value}}}"#);
            let entry = format!(r#"{{"id":"1","time":1,"changes":[{change}]}}"#);
            one(&format!(r#"{{"object":"instagram","entry":[{entry}]}}"#)).key
        };
        assert_ne!(comment("100000000000000000001"), comment("100000000000000000002"));
        let empty = |sender: &str| {
            let ids = format!(r#""sender":{{"id":"{sender}"}},"recipient":{{"id":"1"}}"#);
            message(&format!(r#"{{{ids},"timestamp":1,"message":{{"mid":"","text":"t"}}}}"#))
        };
        assert_ne!(empty("2").key, empty("3").key, "they are of different people");
        assert_eq!((empty("2").mid, empty("").sender_id), (None, None));
    }

    #[test]
    fn a_long_element_is_one_event_and_not_one_for_each_of_its_keys() {
        let words = "x".repeat(70_000);
        let keys = format!(r#""message":{{"mid":"a","text":"{words}"}},"read":{{"mid":"c"}}"#);
        let event = message(&format!(r#"{{"sender":{{"id":"2"}},"timestamp":1,{keys}}}"#));
        assert_eq!(event.kind, EventKind::Unknown);
    }

    #[test]
    fn no_event_keeps_a_copy_of_a_long_name() {
        let elements = vec!["{}"; 100].join(",");
        let delivery = |object: &str, id: &str, time: &str| {
            format!(
                r#"{{"object":"{object}","entry":[{{"id":"{id}","time":{time},"messaging":[{elements}]}}]}}"#
            )
        };
        let (longest, longer) = ("1".repeat(MAX_NAME), "1".repeat(MAX_NAME + 1));
        let count = |body: String| parse(body.as_bytes()).unwrap().len();
        assert_eq!(count(delivery(&longest, &longest, &longest)), 100);
        for (object, id, time) in [
            (longer.as_str(), "1", "1"),
            ("instagram", longer.as_str(), "1"),
            ("instagram", "1", longer.as_str()),
        ] {
            let event = one(&delivery(object, id, time));
            assert_eq!(event.kind, EventKind::Unknown);
            assert!(event.object.len() + event.account_id.len() <= MAX_NAME);
        }
    }

    #[test]
    fn an_array_is_not_taken_for_the_object_of_its_values() {
        let entry = r#"{"id":"1","time":1,"messaging":[]}"#;
        for body in [
            r#"["instagram",[]]"#.to_owned(),
            r#"{"object":"instagram","entry":[["1",1,[]]]}"#.to_owned(),
            format!(r#"["instagram",[{entry}]]"#),
        ] {
            let events = parse(body.as_bytes()).unwrap();
            assert!(!events.is_empty(), "{body}");
            assert!(events.iter().all(|event| event.kind == EventKind::Unknown), "{body}");
        }
        for element in [
            r#"[{"id":"2"},{"id":"1"},1700000000000,{"mid":"m","text":"t"}]"#,
            r#"{"sender":["2"],"recipient":{"id":"1"},"timestamp":1,"message":["m","t"]}"#,
        ] {
            assert_eq!(message(element).kind, EventKind::Unknown, "{element}");
        }
        let element = r#"{"sender":["2"],"recipient":{"id":"1"},"timestamp":1,"message":{"mid":"m","text":"t"}}"#;
        assert_eq!(message(element).sender_id, None);
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
