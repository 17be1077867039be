//! Every payload of `tests/data`, none of which was written here (see its `SOURCES.md`).

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use igbot::domain::account::AccountType;
use igbot::domain::event::{Direction, EventKind};
use igbot::graph::GraphError;
use igbot::graph::accounts::{Me, MeAnswer};
use igbot::graph::class::{ErrorClass, LoginReason};
use igbot::graph::conversations::{ConversationMessages, ConversationPage, RemoteMessage};
use igbot::graph::error::OAuthClass;
use igbot::graph::messages::{Done, Receipt, Upload};
use igbot::graph::oauth::{CodeAnswer, CodeExchange, ExchangeAnswer, Lease, LeaseAnswer};
use igbot::graph::paging::PageStart;
use igbot::graph::profile::Profile;
use igbot::graph::subscriptions::{AppSubscription, Listed, SubscribedApp};
use igbot::graph::transport::decode_recorded;
use igbot::webhook::signature::Signature;
use igbot::webhook::{payload, signed_request};
use secrecy::{ExposeSecret, SecretString};
use serde::de::DeserializeOwned;
use serde_json::Value;

fn data(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(path)
}

fn files(dir: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(data(dir))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            (path.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap())
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
        ("message_edit_num_edit_string_numeric_ids", &[MessageEdit], In, ""),
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
        assert_eq!(payload::parse(body).unwrap(), events, "{name} parses the same twice");
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
        assert_eq!(body.len() as u64, expected["bytes"].as_u64().unwrap(), "{path}");
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

fn answer<T: DeserializeOwned>(path: &str) -> T {
    decode_recorded(200, &fs::read(data(path)).unwrap())
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn every_answer_of_the_code_exchange_gives_token_id_and_permissions() {
    for (file, token, id, permissions) in [
        ("data_array", "EAACEdEose0...", Some("1020..."), 4),
        ("flat_numeric_id", "IGAA_EXAMPLE_SHORT_LIVED_TOKEN", Some("26999900000000011"), 3),
        ("restfb", "EAACEdEose0...", Some("1234567890"), 4),
    ] {
        let path = format!("oauth/code_exchange_{file}.json");
        let exchange = CodeExchange::from(answer::<CodeAnswer>(&path));
        assert_eq!(exchange.token.0.expose_secret(), token, "{file}");
        assert_eq!(exchange.app_scoped_id.as_ref().map(|id| id.as_str()), id, "{file}");
        assert_eq!(exchange.permissions.len(), permissions, "{file}");
        assert_eq!(exchange.permissions[0], "instagram_business_basic", "{file}");
    }
    for odd in ["{}", "[1]", "7", "null"] {
        let body = format!(r#"{{"access_token":"IGAA","user_id":"7","permissions":{odd}}}"#);
        let exchange =
            CodeExchange::from(decode_recorded::<CodeAnswer>(200, body.as_bytes()).unwrap());
        assert!(exchange.permissions.is_empty(), "{odd} spoils no token");
    }
}

#[test]
fn the_token_endpoints_give_token_and_lifetime() {
    for file in ["long_lived", "refresh"] {
        let lease = Lease::from(answer::<LeaseAnswer>(&format!("oauth/{file}.json")));
        assert_eq!(lease.token.0.expose_secret(), "IGAA_EXAMPLE_LONG_LIVED_TOKEN");
        assert_eq!(lease.lifetime.unwrap().as_secs(), 5_183_944);
    }
}

#[test]
fn a_new_token_is_kept_however_its_life_is_said() {
    for (life, expected) in [
        (r#","expires_in":"5183944""#, Some(5_183_944)),
        (r#","expires_in":5183944.0"#, Some(5_183_944)),
        (r#","expires_in":9999999999"#, Some(60 * 86_400)),
        (r#","expires_in":-1"#, None),
        (r#","expires_in":null"#, None),
        ("", None),
    ] {
        let flat = format!(r#"{{"access_token":"IGNEW","token_type":"bearer"{life}}}"#);
        for body in [format!(r#"{{"data":[{flat}]}}"#), flat] {
            let lease =
                Lease::from(decode_recorded::<ExchangeAnswer>(200, body.as_bytes()).unwrap());
            assert_eq!(lease.lifetime.map(|it| it.as_secs()), expected, "{body}");
            assert_eq!(lease.token.0.expose_secret(), "IGNEW");
        }
    }
}

#[test]
fn both_shapes_of_me_give_the_id_that_webhooks_carry() {
    let flat = Me::from(answer::<MeAnswer>("oauth/me_flat.json"));
    assert_eq!(flat.user_id.as_str(), "17841499990000001");
    assert_eq!(flat.id.unwrap().as_str(), "26999900000000011");
    assert_eq!(flat.account_type, Some(AccountType::Business));
    let listed = Me::from(answer::<MeAnswer>("oauth/me_data_array.json"));
    assert_eq!(listed.user_id.as_str(), "17841499990000001");
    assert_eq!(listed.id, None);
}

#[test]
fn refusals_of_the_code_exchange_are_told_apart_by_what_helps() {
    for (file, class) in [
        ("error_code_reused", OAuthClass::CodeSpent),
        ("error_redirect_mismatch", OAuthClass::WrongRedirect),
    ] {
        let body = fs::read(data(&format!("oauth/{file}.json"))).unwrap();
        // The flat error has been seen with status 200 too.
        for status in [400, 200] {
            match decode_recorded::<CodeAnswer>(status, &body) {
                Err(GraphError::OAuth(error)) => assert_eq!(error.class, class, "{file}"),
                other => panic!("{file}: {other:?}"),
            }
        }
    }
}

#[test]
fn every_graph_answer_decodes() {
    let receipt: Receipt = answer("graph/send_text.json");
    assert_eq!(receipt.recipient_id.as_deref(), Some("9990000000000101"));
    assert!(receipt.mid().unwrap().starts_with("aWdfZAG1169ca9bd"));
    assert_eq!(answer::<Receipt>("graph/private_reply.json").mid().unwrap(), "aWdfZAZD");
    answer::<Done>("graph/sender_action.json");
    let upload = answer::<Upload>("graph/attachment_upload.json");
    assert_eq!(upload.attachment_id.as_deref(), Some("810138380639972"));
    answer::<Done>("graph/subscribe_success.json");
    let apps: Listed<SubscribedApp> = answer("graph/subscribed_apps_list.json");
    assert_eq!(apps.data[0].subscribed_fields, ["messages", "comments"]);
    let app: Listed<AppSubscription> = answer("graph/app_subscriptions_list.json");
    assert_eq!(app.data[0].callback_url, "https://example.com/webhook");
    assert_eq!(app.data[0].fields.len(), 2);
    let page: ConversationPage = answer("graph/conversations_list.json");
    assert_eq!(page.paging.next(), Some(PageStart::after("id_67cea87519")));
    let conversation: ConversationMessages = answer("graph/conversation_messages.json");
    assert_eq!(conversation.messages.data.len(), 2);
    let text: RemoteMessage = answer("graph/message_text.json");
    assert_eq!(text.message.as_deref(), Some("Hi Kitty!"));
    assert_eq!(text.from.unwrap().id, "9990000000000101");
    let story: RemoteMessage = answer("graph/message_story_reply.json");
    assert_eq!(story.message.as_deref(), Some("Nice shot !👍🏼"));
    assert!(story.story.is_some());
    let profile: Profile = answer("graph/user_profile.json");
    assert_eq!(profile.username.as_deref(), Some("violin_orchid"));
}

#[test]
fn every_error_has_the_class_of_its_row_in_the_reference() {
    use ErrorClass::*;
    let expected = BTreeMap::from([
        ("capability_3", Capability),
        ("consent_230", ConsentMissing),
        ("example_190_460", LoginNeeded(LoginReason::PasswordChanged)),
        ("invalid_token_190", LoginNeeded(LoginReason::Invalid)),
        ("nonexisting_field", InvalidParameter),
        ("not_professional_2534013", NotProfessional),
        ("object_missing_33", ObjectMissing),
        ("outside_window_en", WindowClosed),
        ("outside_window_messenger_subcode", WindowClosed),
        ("parameter_required", InvalidParameter),
        ("permission_200_messages", Permission),
        ("rate_limit_4", RateLimited),
        ("rate_limit_80002", RateLimited),
        ("service_unavailable_2", Temporary),
        ("session_expired_463", LoginNeeded(LoginReason::Expired)),
        ("subscribed_fields_rejected", InvalidParameter),
        ("threads_style_type", ObjectMissing),
        ("unknown_error_with_user_msg", Temporary),
        ("unknown_path_2500", UnknownPath),
        ("unsupported_method_get", NoRole),
        ("user_not_found_pt", RecipientUnknown),
    ]);
    let files = files("errors");
    assert_eq!(files.len(), expected.len());
    for (name, fixture) in files {
        let fixture: Value = serde_json::from_slice(&fixture).unwrap();
        let body = fixture["body"].to_string();
        let status = u16::try_from(fixture["http_status"].as_u64().unwrap()).unwrap();
        // An error has been seen inside HTTP 200 too; the class must not depend on the status.
        for status in [status, 200, 500] {
            match decode_recorded::<Value>(status, body.as_bytes()) {
                Err(GraphError::Api(error)) => {
                    assert_eq!(error.class, expected[name.as_str()], "{name}")
                }
                other => panic!("{name}: {other:?}"),
            }
        }
    }
}

#[test]
fn the_names_instagram_would_take_are_read_from_its_refusal() {
    let fixture = json("errors/subscribed_fields_rejected.json");
    match decode_recorded::<Value>(400, fixture["body"].to_string().as_bytes()) {
        Err(GraphError::Api(error)) => {
            assert_eq!(error.accepted_values().unwrap(), igbot::graph::subscriptions::FIELDS);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_redirects_of_consent_and_refusal_are_understood() {
    use igbot::callback::{Callback, Redirected};
    let url = |file: &str| json(file)["url"].as_str().unwrap().to_owned();
    match Redirected::parse(&url("oauth/redirect_granted.json")) {
        Ok(Redirected { callback: Callback::Granted(code), .. }) => {
            assert_eq!(code.expose_secret(), "abcdefghijklmnopqrstuvwxyz");
        }
        other => panic!("{other:?}"),
    }
    match Redirected::parse(&url("oauth/redirect_denied.json")) {
        Ok(Redirected { callback: Callback::Denied(reason), .. }) => {
            assert_eq!(reason, "The user denied your request");
        }
        other => panic!("{other:?}"),
    }
}
