//! Made-up events of every kind, in the bytes in which Instagram would deliver them (reference 8).

use std::io::{self, Write};

use jiff::Timestamp;
use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};
use serde_json::{Value, json};

/// Who is in a made-up event, and when.
#[derive(Debug, Clone)]
pub struct Scene {
    /// The account's id.
    pub account: String,
    /// The customer.
    pub person: String,
    /// Id of the message that it is or is about.
    pub mid: String,
    /// When it happened.
    pub now: Timestamp,
}

/// A kind of event that can be made up.
#[derive(Debug, Clone, Copy)]
pub struct SyntheticKind {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    place: Place,
    make: fn(&Scene) -> Value,
}

/// Where in an entry an event stands, and who sends it to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In `messaging`, from the customer.
    Received,
    /// In `messaging`, from the account.
    Sent,
    /// In `standby`: another app owns the thread.
    Standby,
    /// In `changes`, under a field.
    Change(&'static str),
    /// In `changes`, as the dashboard's test button sends it.
    Test,
    /// In `changed_fields`: the dashboard's "Include Values" is off.
    Names,
}

/// Every kind of reference 8.5 and 8.6.
pub const KINDS: [SyntheticKind; 46] = [
    received("text", "a text", |it| message(it, json!({ "text": "Hello! Are you open today?" }))),
    received("quick-reply", "a tap on a quick reply", |it| {
        message(it, json!({ "text": "Yes", "quick_reply": { "payload": "YES" } }))
    }),
    received("image", "a picture", |it| attachment(it, "image", url())),
    received("video", "a video", |it| attachment(it, "video", url())),
    received("audio", "a voice message", |it| attachment(it, "audio", url())),
    received("file", "a file", |it| attachment(it, "file", url())),
    received("images", "several pictures with a text", |it| {
        let image = json!({ "type": "image", "payload": url() });
        message(it, json!({ "text": "These two", "attachments": [image, image] }))
    }),
    received("share", "a shared post", |it| attachment(it, "share", url())),
    received("ig-post", "a shared post with its id", |it| {
        let url = "https://www.instagram.com/p/Cabc/";
        attachment(
            it,
            "ig_post",
            json!({ "ig_post_media_id": "17900000000000001", "title": "Our new roast", "url": url }),
        )
    }),
    received("ig-reel", "a shared reel", |it| {
        let url = "https://www.instagram.com/reel/Cabc/";
        attachment(
            it,
            "ig_reel",
            json!({ "reel_video_id": "17900000000000002", "title": "Latte art", "url": url }),
        )
    }),
    received("ig-story", "a shared story", |it| {
        attachment(
            it,
            "ig_story",
            json!({ "story_media_id": "17900000000000003", "story_media_url": CDN }),
        )
    }),
    received("story-mention", "a mention in a story", |it| attachment(it, "story_mention", url())),
    received("template", "a template", |it| {
        let element = json!({ "title": "Espresso", "subtitle": "200 g" });
        attachment(it, "template", json!({ "generic": { "elements": [element] } }))
    }),
    received("sticker", "a heart, without payload", |it| {
        message(it, json!({ "attachments": [{ "type": "like_heart" }] }))
    }),
    received("fallback", "an attachment with its title and no payload", |it| {
        let item = json!({ "type": "fallback", "title": "A link", "url": "https://example.com/", "payload": null });
        message(it, json!({ "attachments": [item] }))
    }),
    received("unsupported-attachment", "an attachment that Instagram does not hand on", |it| {
        message(it, json!({ "attachments": [{ "type": "unsupported_type" }] }))
    }),
    received("ephemeral", "a disappearing picture", |it| {
        message(it, json!({ "attachments": [{ "type": "ephemeral" }] }))
    }),
    received("story-reply", "an answer to a story", |it| {
        let story = json!({ "id": "17900000000000004", "url": CDN });
        message(it, json!({ "text": "Nice!", "reply_to": { "story": story } }))
    }),
    received("reply", "an answer to a message", |it| {
        message(it, json!({ "text": "This one", "reply_to": { "mid": "aWdfZAG1fearlier" } }))
    }),
    received("ad", "a text that began at an advertisement", |it| {
        let ad = json!({ "ad_title": "Fresh beans", "photo_url": CDN });
        let referral = json!({ "ref": "spring", "ad_id": "23850000000000001", "source": "ADS", "type": "OPEN_THREAD", "ads_context_data": ad });
        message(it, json!({ "text": "How much?", "referral": referral }))
    }),
    received("deleted", "a message that was unsent", |it| {
        message(it, json!({ "is_deleted": true }))
    }),
    received("unsupported", "a message that Instagram does not hand on", |it| {
        message(it, json!({ "is_unsupported": true }))
    }),
    sent("echo", "a message that the account sent", |it| {
        message(it, json!({ "text": "We are open until six.", "is_echo": true }))
    }),
    sent("self", "a message of the account to itself", |it| {
        message(it, json!({ "text": "Note to self", "is_echo": true, "is_self": true }))
    }),
    received(
        "edit",
        "an edited message",
        |it| json!({ "message_edit": { "mid": it.mid, "text": "Are you open tomorrow?", "num_edit": 1 } }),
    ),
    received(
        "edit-new",
        "a new message that comes as an edit without its text",
        |it| json!({ "message_edit": { "mid": it.mid, "num_edit": 0 } }),
    ),
    received(
        "reaction",
        "a reaction",
        |it| json!({ "reaction": { "mid": it.mid, "action": "react", "reaction": "love", "emoji": "❤️" } }),
    ),
    received(
        "unreaction",
        "a reaction taken back",
        |it| json!({ "reaction": { "mid": it.mid, "action": "unreact" } }),
    ),
    received(
        "postback",
        "a tap on a button, ice breaker or menu entry",
        |it| json!({ "postback": { "mid": it.mid, "title": "Opening hours", "payload": "HOURS" } }),
    ),
    received(
        "referral",
        "a link that opened the conversation",
        |_| json!({ "referral": { "ref": "poster", "source": "SHORTLINK", "type": "OPEN_THREAD" } }),
    ),
    received("read", "the person read a message", |it| json!({ "read": { "mid": it.mid } })),
    received(
        "read-watermark",
        "the same in Messenger's shape",
        |it| json!({ "read": { "watermark": it.now.as_millisecond(), "seq": 0 } }),
    ),
    received(
        "optin",
        "an opt-in",
        |_| json!({ "optin": { "ref": "newsletter", "user_ref": "u1" } }),
    ),
    received(
        "pass-thread",
        "an app gave the thread away",
        |_| json!({ "pass_thread_control": { "previous_owner_app_id": "111", "new_owner_app_id": "222", "metadata": "" } }),
    ),
    received(
        "take-thread",
        "an app took the thread",
        |_| json!({ "take_thread_control": { "previous_owner_app_id": "222", "metadata": "" } }),
    ),
    received(
        "request-thread",
        "an app asks for the thread",
        |_| json!({ "request_thread_control": { "requested_owner_app_id": "333", "metadata": "" } }),
    ),
    received(
        "policy-enforcement",
        "a policy was enforced, which only Messenger has",
        |_| json!({ "policy-enforcement": { "action": "block", "reason": "spam" } }),
    ),
    received(
        "app-roles",
        "roles of apps changed",
        |_| json!({ "app_roles": { "111": ["primary_receiver"] } }),
    ),
    received(
        "delivery",
        "a delivery receipt, which only Pages have",
        |it| json!({ "delivery": { "mids": [it.mid], "watermark": it.now.as_millisecond() } }),
    ),
    SyntheticKind {
        name: "standby",
        about: "a text in a thread that another app owns",
        place: Place::Standby,
        make: |it| message(it, json!({ "text": "To whom it may concern" })),
    },
    change("comment", "comments", "a comment", |it| comment(it, "FEED")),
    change("live-comment", "live_comments", "a comment during a broadcast", |it| {
        comment(it, "LIVE")
    }),
    change(
        "mention",
        "mentions",
        "a mention",
        |it| json!({ "media_id": "17900000000000005", "comment_id": it.mid }),
    ),
    change(
        "story-insights",
        "story_insights",
        "figures of a story",
        |it| json!({ "media_id": it.mid, "impressions": 44, "reach": 40, "taps_forward": 3, "taps_back": 2, "exits": 1, "replies": -1 }),
    ),
    SyntheticKind {
        name: "test",
        about: "the message of the dashboard's test button",
        place: Place::Test,
        make: |_| json!({ "message": { "mid": "random_mid", "text": "random_text" } }),
    },
    SyntheticKind {
        name: "changed-fields",
        about: "names of fields without their values",
        place: Place::Names,
        make: |_| json!(["comments"]),
    },
];

/// A media address that nobody serves.
const CDN: &str = "https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=1&signature=made-up";

const fn received(
    name: &'static str,
    about: &'static str,
    make: fn(&Scene) -> Value,
) -> SyntheticKind {
    SyntheticKind { name, about, place: Place::Received, make }
}

const fn sent(name: &'static str, about: &'static str, make: fn(&Scene) -> Value) -> SyntheticKind {
    SyntheticKind { name, about, place: Place::Sent, make }
}

const fn change(
    name: &'static str,
    field: &'static str,
    about: &'static str,
    make: fn(&Scene) -> Value,
) -> SyntheticKind {
    SyntheticKind { name, about, place: Place::Change(field), make }
}

fn url() -> Value {
    json!({ "url": CDN })
}

fn message(scene: &Scene, rest: Value) -> Value {
    let mut message = rest;
    message["mid"] = scene.mid.as_str().into();
    json!({ "message": message })
}

fn attachment(scene: &Scene, kind: &str, payload: Value) -> Value {
    message(scene, json!({ "attachments": [{ "type": kind, "payload": payload }] }))
}

fn comment(scene: &Scene, product: &str) -> Value {
    json!({
        "id": scene.mid,
        "from": { "id": scene.person, "username": "a.customer" },
        "text": "Lovely!",
        "media": { "id": "17900000000000008", "media_product_type": product },
    })
}

impl SyntheticKind {
    /// The kind of a name.
    pub fn find(name: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.name == name)
    }

    /// A whole delivery with one event, and where in it that event stands.
    pub fn delivery(&self, scene: &Scene) -> (Value, &'static str) {
        let Scene { account, person, now, .. } = scene;
        let mut event = (self.make)(scene);
        let (entry_id, time) = match self.place {
            Place::Test => ("0", now.as_second()),
            Place::Change(_) | Place::Names => (account.as_str(), now.as_second()),
            _ => (account.as_str(), now.as_millisecond()),
        };
        let ends = match self.place {
            Place::Received | Place::Standby => Some((person.as_str(), account.as_str())),
            Place::Sent => Some((account.as_str(), person.as_str())),
            Place::Test => Some(("12334", "23245")),
            Place::Change(_) | Place::Names => None,
        };
        if let Some((sender, recipient)) = ends {
            event["sender"] = json!({ "id": sender });
            event["recipient"] = json!({ "id": recipient });
            event["timestamp"] = match self.place {
                Place::Test => now.as_second().to_string().into(),
                _ => now.as_millisecond().into(),
            };
        }
        let (list, elements, at) = match self.place {
            Place::Received | Place::Sent => ("messaging", json!([event]), "/entry/0/messaging/0"),
            Place::Standby => ("standby", json!([event]), "/entry/0/standby/0"),
            Place::Change(field) => {
                ("changes", json!([{ "field": field, "value": event }]), "/entry/0/changes/0/value")
            }
            Place::Test => (
                "changes",
                json!([{ "field": "messages", "value": event }]),
                "/entry/0/changes/0/value",
            ),
            Place::Names => ("changed_fields", event, "/entry/0/changed_fields"),
        };
        let mut entry = json!({ "id": entry_id, "time": time });
        entry[list] = elements;
        (json!({ "object": "instagram", "entry": [entry] }), at)
    }
}

/// The bytes of a delivery: compact ASCII, with `/` escaped too (reference 8.2).
pub fn bytes(payload: &Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, AsciiFormatter);
    // Writing a Value into memory cannot fail.
    let _ = payload.serialize(&mut serializer);
    bytes
}

/// Writes what is not ASCII as `\u` and four lower-case digits, beyond the basic plane as surrogate pairs.
struct AsciiFormatter;

impl Formatter for AsciiFormatter {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        for letter in fragment.chars() {
            match letter {
                '/' => writer.write_all(br"\/")?,
                ascii if ascii.is_ascii() => CompactFormatter
                    .write_string_fragment(writer, ascii.encode_utf8(&mut [0; 4]))?,
                other => {
                    for unit in other.encode_utf16(&mut [0; 2]) {
                        write!(writer, "\\u{unit:04x}")?;
                    }
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::EventKind;
    use crate::webhook::payload;

    #[test]
    fn deliveries_are_escaped_as_instagram_escapes_them() {
        let body = bytes(&json!({ "t": "ó/\"\n🌷", "n": 18_014_398_509_481_985_u64 }));
        assert_eq!(
            String::from_utf8(body.clone()).unwrap(),
            r#"{"n":18014398509481985,"t":"\u00f3\/\"\n\ud83c\udf37"}"#
        );
        let back: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(back["t"], "ó/\"\n🌷");
    }

    #[test]
    fn every_kind_is_understood_by_the_receiver_and_none_is_missing() {
        let now = Timestamp::from_second(1_790_000_000).unwrap();
        let (account, person) = ("17841400000000001".to_owned(), "1270".to_owned());
        let scene = Scene { account, person, mid: "m1".to_owned(), now };
        let mut seen: Vec<EventKind> = KINDS
            .iter()
            .map(|kind| {
                let (delivery, at) = kind.delivery(&scene);
                assert!(delivery.pointer(at).is_some(), "{}", kind.name);
                let events = payload::parse(&bytes(&delivery)).unwrap();
                assert_eq!(events.len(), 1, "{}", kind.name);
                assert_eq!(events[0].test, kind.name == "test", "{}", kind.name);
                events[0].kind
            })
            .collect();
        assert!(!seen.contains(&EventKind::Unknown));
        // What only Pages and no test of the dashboard has can be sent from a file.
        seen.extend([EventKind::PolicyEnforcement, EventKind::Unknown]);
        assert!(EventKind::ALL.iter().all(|kind| seen.contains(kind)));
    }
}
