//! What nearly every delivery and message look like, read in one go. Whatever else is in them, or is in
//! them twice, is read by the long way, and both ways read the same.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::element::{ElementContext, TEST_IDS, moment};
use super::{MAX_NAME, TOO_MANY};
use crate::domain::event::{Direction, Event, EventKind};
use crate::domain::json::Object;

/// What nearly every delivery looks like: read in one go, where [`super::parse_any`] looks at each byte
/// once for every level above it. Anything else in it, or twice, makes it unusual.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Usual<'a> {
    #[serde(borrow)]
    object: Cow<'a, str>,
    entry: Vec<Object<UsualEntry<'a>>>,
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
    /// Whether no name in it is longer than names are.
    pub(super) fn is_short(&self) -> bool {
        let longest =
            |Object(entry): &Object<UsualEntry<'_>>| entry.id.len().max(entry.time.get().len());
        self.entry.iter().map(longest).fold(self.object.len(), usize::max) <= MAX_NAME
    }

    pub(super) fn events(&self) -> Vec<Event> {
        let of = |Object(entry): &Object<UsualEntry<'_>>| {
            let (object, entry_id, time) = (&self.object, &entry.id, entry.time.get());
            let context = ElementContext { object, entry_id, time, standby: false };
            let events = entry.messaging.iter().flat_map(|raw| context.messaging(raw));
            events.take(TOO_MANY).collect::<Vec<_>>()
        };
        self.entry.iter().flat_map(of).take(TOO_MANY).collect()
    }
}

/// A text without anything beside it, as most messages are: read without a tree of values first.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UsualText<'a> {
    #[serde(borrow)]
    sender: Object<UsualPerson<'a>>,
    #[serde(borrow)]
    recipient: Object<UsualPerson<'a>>,
    timestamp: u64,
    #[serde(borrow)]
    message: Object<UsualMessage<'a>>,
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

impl UsualText<'_> {
    /// Whether nothing in it is empty: what is empty is not there.
    pub(super) fn is_whole(&self) -> bool {
        let Object(message) = &self.message;
        let texts = [&self.sender.0.id, &self.recipient.0.id, &message.mid, &message.text];
        texts.into_iter().all(|text| !text.is_empty())
    }
}

impl ElementContext<'_> {
    /// The event that a usual text is.
    pub(super) fn text_event(&self, usual: UsualText<'_>, raw: &RawValue) -> Event {
        let timestamp = i64::try_from(usual.timestamp).ok().and_then(moment);
        let (Object(sender), Object(recipient), Object(message)) =
            (usual.sender, usual.recipient, usual.message);
        let own = sender.id == self.entry_id;
        let direction = if own { Direction::Sent } else { Direction::Received };
        let kind = EventKind::Message;
        let key = self.key(kind).part(direction.as_str()).part(&message.mid);
        let (sender_id, recipient_id) = (sender.id, recipient.id);
        let found = self.event(kind, key.at(timestamp), raw);
        Event {
            direction,
            test: found.test || (sender_id.as_ref(), recipient_id.as_ref()) == TEST_IDS,
            sender_id: Some(sender_id.into_owned()),
            recipient_id: Some(recipient_id.into_owned()),
            mid: Some(message.mid.into_owned()),
            timestamp,
            text: Some(message.text.into_owned()),
            ..found
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse_any;
    use super::*;

    #[test]
    fn the_usual_shape_is_read_as_any_other() {
        let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/webhooks");
        let mut usual = 0;
        for file in std::fs::read_dir(dir).unwrap() {
            let body = std::fs::read(file.unwrap().path()).unwrap();
            if let Ok(Object(read)) = serde_json::from_slice::<Object<Usual<'_>>>(&body) {
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
            r#"{"object":"instagram","entry":[["1",1,[]]]}"#,
            r#"["instagram",[]]"#,
        ] {
            assert!(serde_json::from_str::<Object<Usual<'_>>>(unusual).is_err(), "{unusual}");
        }
    }

    #[test]
    fn a_usual_text_is_read_as_any_other_message() {
        let context =
            ElementContext { object: "instagram", entry_id: "17", time: "1", standby: false };
        for (sender, recipient) in [("2", "17"), ("17", "2"), ("12334", "23245"), ("\\u0032", "17")]
        {
            for time in ["0", "1631082844", "1631082844000", "18446744073709551615"] {
                let element = format!(
                    r#"{{"message":{{"text":"a\nb ✓","mid":"m\"1"}},"timestamp":{time},
                        "recipient":{{"id":"{recipient}"}},"sender":{{"id":"{sender}"}}}}"#
                );
                let raw: &RawValue = serde_json::from_str(&element).unwrap();
                let Object(usual) = serde_json::from_str(raw.get()).unwrap();
                assert_eq!(vec![context.text_event(usual, raw)], context.any_messaging(raw));
            }
        }
        let with = |from: &str, to: &str| {
            r#"{"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":1,"message":{"mid":"m","text":"t"}}"#
                .replacen(from, to, 1)
        };
        let read = |element: &str| serde_json::from_str::<Object<UsualText<'_>>>(element).is_ok();
        assert!(read(&with("", "")));
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
            with("{\"id\":\"2\"}", "[\"2\"]"),
            with("{\"mid\":\"m\",\"text\":\"t\"}", "[\"m\",\"t\"]"),
            r#"[{"id":"2"},{"id":"1"},1,{"mid":"m","text":"t"}]"#.to_owned(),
        ] {
            assert!(!read(&unusual), "{unusual}");
        }
    }
}
