//! Every payload of `tests/data`, none of which was written here (see its `SOURCES.md`).

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use igbot::domain::event::{Direction, EventKind};
use igbot::webhook::signature::Signature;
use igbot::webhook::{payload, signed_request};
use secrecy::SecretString;
use serde_json::Value;

fn data(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(path)
}

fn files(dir: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(data(dir))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            (
                path.file_stem().unwrap().to_str().unwrap().to_owned(),
                fs::read(path).unwrap(),
            )
        })
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{dir} holds fixtures");
    files
}

fn json(path: &str) -> Value {
    serde_json::from_slice(&fs::read(data(path)).unwrap()).unwrap()
}

/// What each webhook file holds: kinds in order, direction of the first, and flags.
/// `t` is a dashboard test, `s` standby, `f` a foreign object.
const WEBHOOKS: &[(&str, &[EventKind], Direction, &str)] = {
    use Direction::{Received as In, Sent as Out};
    use EventKind::*;
    &[
        ("attachment_unsupported_type", &[Message], In, ""),
        ("comment_flat_on_entry", &[Comment], In, ""),
        ("comment_minimal", &[Comment], In, "t"),
        ("comment_reply_2021", &[Comment], In, "t"),
        ("dashboard_test_mentions", &[Mention], In, "t"),
        ("dashboard_test_message_reactions", &[Reaction], In, "t"),
        ("dashboard_test_messages", &[Message], In, "t"),
        ("dashboard_test_seen_text_timestamp", &[Read], In, "t"),
        ("deleted", &[MessageDeleted], In, ""),
        ("echo", &[Message], Out, ""),
        ("echo_captured_2024", &[Message], Out, ""),
        ("ig_post", &[Message], In, ""),
        ("ig_reel", &[Message], In, ""),
        ("ig_story", &[Message], In, ""),
        ("image", &[Message], In, ""),
        ("iso_time_text", &[Message], In, ""),
        ("live_comment", &[LiveComment], In, "t"),
        ("message_ad_referral", &[Message], In, ""),
        ("message_edit", &[MessageEdit], In, ""),
        (
            "message_edit_num_edit_string_numeric_ids",
            &[MessageEdit],
            In,
            "",
        ),
        ("message_edit_zero_with_sender", &[MessageEdit], In, ""),
        ("message_no_timestamp", &[Message], In, ""),
        ("optin", &[Optin], In, ""),
        ("page_delivery", &[Delivery], In, "f"),
        ("page_read_watermark", &[Read], In, "f"),
        ("page_unknown_change", &[Unknown], In, "f"),
        ("pass_thread_control", &[PassThreadControl], In, ""),
        ("postback", &[Postback], In, ""),
        ("postback_with_referral_no_mid", &[Postback], In, ""),
        ("quick_reply", &[Message], In, ""),
        ("reaction_love", &[Reaction], In, ""),
        ("referral", &[Referral], In, ""),
        ("referral_ig_me", &[Referral], In, ""),
        ("reply_to_mid", &[Message], In, ""),
        ("seen", &[Read], In, ""),
        ("self_comment_time_text", &[Comment], Out, ""),
        ("self_echo", &[Message], Out, ""),
        ("share_and_ig_post", &[Message], In, ""),
        ("share_attachment", &[Message], In, ""),
        ("standby_text", &[Message], In, "s"),
        ("story_insights", &[StoryInsights], In, "t"),
        ("story_mention", &[Message], In, ""),
        ("story_reply", &[Message], In, ""),
        ("take_thread_control", &[TakeThreadControl], In, ""),
        ("text", &[Message], In, ""),
        ("text_short_non_mid", &[Message], In, ""),
        ("two_comments_one_entry", &[Comment, Comment], In, ""),
        ("unreact", &[Reaction], In, ""),
        ("unsupported_captured_2022", &[Message], In, ""),
        ("user_photos_uid", &[Unknown], In, "f"),
        ("video", &[Message], In, ""),
        ("wire_text_compact_escaped", &[Message], In, ""),
    ]
};

#[test]
fn every_webhook_gives_the_events_its_name_says() {
    let files = files("webhooks");
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    let expected: Vec<_> = WEBHOOKS.iter().map(|(name, ..)| *name).collect();
    assert_eq!(names, expected, "the table names every file");
    for ((name, body), (_, kinds, direction, flags)) in files.iter().zip(WEBHOOKS) {
        let events = payload::parse(body).unwrap();
        let found: Vec<_> = events.iter().map(|event| event.kind).collect();
        assert_eq!(found, *kinds, "{name}");
        for event in &events {
            assert_eq!(event.direction, *direction, "{name}");
            assert_eq!(event.test, flags.contains('t'), "{name}");
            assert_eq!(event.standby, flags.contains('s'), "{name}");
            assert_eq!(event.object != "instagram", flags.contains('f'), "{name}");
        }
        assert_eq!(
            payload::parse(body).unwrap(),
            events,
            "{name} parses the same twice"
        );
    }
}

#[test]
fn every_id_text_and_message_id_of_a_webhook_is_kept_to_the_letter() {
    /// Collects every string and number of a JSON value.
    fn leaves(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| leaves(item, found)),
            Value::Object(members) => members.values().for_each(|item| leaves(item, found)),
            Value::String(text) => found.push(text.clone()),
            Value::Number(number) => found.push(number.to_string()),
            Value::Bool(_) | Value::Null => {}
        }
    }
    for (name, body) in files("webhooks") {
        let events = payload::parse(&body).unwrap();
        let mut kept = Vec::new();
        for event in &events {
            leaves(&serde_json::from_str(&event.raw).unwrap(), &mut kept);
            kept.push(event.account_id.clone());
        }
        let envelope: Value = serde_json::from_slice(&body).unwrap();
        for entry in envelope["entry"].as_array().unwrap() {
            for (member, value) in entry.as_object().unwrap() {
                if matches!(member.as_str(), "time" | "uid") {
                    continue;
                }
                let mut expected = Vec::new();
                leaves(value, &mut expected);
                for leaf in expected {
                    assert!(kept.contains(&leaf), "{name}: {leaf} was lost");
                }
            }
        }
    }
}

#[test]
fn every_signature_verifies_over_the_exact_bytes_and_no_others() {
    let signatures = json("signatures.json");
    let secret = SecretString::from(signatures["secret"].as_str().unwrap());
    let signed: BTreeMap<String, Value> =
        serde_json::from_value(signatures["files"].clone()).unwrap();
    assert_eq!(signed.len(), files("webhooks").len());
    for (path, expected) in signed {
        let mut body = fs::read(data(&path)).unwrap();
        assert_eq!(
            body.len() as u64,
            expected["bytes"].as_u64().unwrap(),
            "{path}"
        );
        let header = expected["sha256"].as_str().unwrap();
        let signature = Signature::parse(header.as_bytes()).unwrap();
        assert!(signature.verifies(&secret, &body), "{path}");
        assert_eq!(Signature::of(&secret, &body).header(), header, "{path}");
        body.push(b'\n');
        assert!(!signature.verifies(&secret, &body), "{path}");
    }
}

#[test]
fn the_known_signed_request_opens() {
    let vector = json("oauth/signed_request_known_vector.json");
    let secret = SecretString::from(vector["secret"].as_str().unwrap());
    let request = vector["signed_request"].as_str().unwrap();
    assert!(signed_request::open(request, &[secret]).is_ok());
    let wrong = SecretString::from("wrong");
    assert!(signed_request::open(request, &[wrong]).is_err());
}
