//! What must hold of the pure functions over bytes from strangers, whatever the bytes: one function
//! for each, called by the fuzz target of the same name and by the test that replays its corpus.
#![allow(dead_code, reason = "each fuzz target calls one of them")]

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac as _};
use igbot::webhook::content::EventContent;
use igbot::webhook::forensics::{Evidence, Finding, Suspect, examine};
use igbot::webhook::signature::Signature;
use igbot::webhook::{handshake, payload, signed_request};
use secrecy::SecretString;
use serde::de::IgnoredAny;
use serde_json::Value;
use sha2::Sha256;

const SECRET: &str = "the app secret";

/// Panics if something does not hold of these bytes.
pub type Property = fn(&[u8]);

/// Every property by the name of its fuzz target and of its folder under `tests/data/fuzz`.
pub const ALL: [(&str, Property); 5] = [
    ("signature", signature),
    ("forensics", forensics),
    ("handshake", handshake),
    ("payload", payload),
    ("signed_request", signed_request),
];

/// HMAC-SHA256, without the code under test.
fn mac(message: &[u8]) -> [u8; 32] {
    let mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.chain_update(message).finalize().into_bytes().into()
}

/// The first line and the rest.
fn split(data: &[u8]) -> (&[u8], &[u8]) {
    match data.iter().position(|byte| *byte == b'\n') {
        Some(at) => (&data[..at], &data[at + 1..]),
        None => (data, &[]),
    }
}

/// A header and a body: the header is read if and only if it has the form, and fits if and only if it
/// is the HMAC.
pub fn signature(data: &[u8]) {
    let (header, body) = split(data);
    let secret = SecretString::from(SECRET);
    let right: String = mac(body).iter().map(|byte| format!("{byte:02x}")).collect();
    let digits = header.strip_prefix(b"sha256=");
    let formed = digits.filter(|it| it.len() == 64 && it.iter().all(u8::is_ascii_hexdigit));
    match (Signature::parse(header), formed) {
        (Ok(read), Some(digits)) => {
            let fits = digits.eq_ignore_ascii_case(right.as_bytes());
            assert_eq!(read.verifies(&secret, body), fits);
            assert_eq!(read.header().as_bytes(), header.to_ascii_lowercase());
        }
        (Err(_), None) => {}
        (read, _) => panic!("{:?} for {header:?}", read.map(drop)),
    }
    let genuine = Signature::of(&secret, body);
    assert_eq!(genuine.header(), format!("sha256={right}"));
    assert!(genuine.verifies(&secret, body));
    for at in 0..body.len().min(64) {
        let mut bent = body.to_vec();
        bent[at] ^= 1;
        assert!(!genuine.verifies(&secret, &bent), "one bit of byte {at}");
    }
}

/// A header and a body: only the HMAC of an app secret makes it genuine, and what a proxy did to a body
/// is found.
pub fn forensics(data: &[u8]) {
    let suspects = [("APP", SECRET, true), ("TOKEN", "the verify token", false)]
        .map(|(name, secret, signs)| Suspect { name, secret: SecretString::from(secret), signs });
    let refused = |signature: &[u8], body: &[u8]| {
        let evidence = Evidence {
            signatures: vec![signature.to_vec()],
            body: Some(body.to_vec()),
            ..Evidence::default()
        };
        examine(&evidence, &suspects).err()
    };
    let (header, body) = split(data);
    let secret = SecretString::from(SECRET);
    let sign = |body: &[u8]| Signature::of(&secret, body).header().into_bytes();
    let right = sign(body).eq_ignore_ascii_case(header);
    assert_eq!(refused(header, body).is_none(), right);
    assert_eq!(refused(&sign(data), data), None);
    let token = Signature::of(&SecretString::from("the verify token"), data).header();
    assert_eq!(refused(token.as_bytes(), data), Some(Finding::OtherSecret("TOKEN")));
    // A word in both of the forms that JSON has for it.
    let word = String::from_utf8_lossy(data);
    let escaped = |unit: u16| format!("\\u{unit:04x}");
    let long: String = word.encode_utf16().map(escaped).collect();
    let plain = serde_json::to_string(&word).unwrap();
    for (signed, received) in [
        (data, [b"\xef\xbb\xbf", data].concat()),
        (data.trim_ascii_end(), [data.trim_ascii_end(), b"\r\n"].concat()),
        (plain.as_bytes(), format!("\"{long}\"").into_bytes()),
        (format!("[{plain},{plain}]").as_bytes(), format!("[ {plain},\n{plain} ]").into_bytes()),
    ] {
        let found = refused(&sign(signed), &received);
        let changed = matches!(found, Some(Finding::Changed(_)));
        assert!(changed || signed == received, "{found:?}");
    }
}

/// A query: only the right token and a harmless challenge get an answer, and that is the challenge.
pub fn handshake(data: &[u8]) {
    let Ok(query) = std::str::from_utf8(data) else { return };
    let (token, other) = (SecretString::from(SECRET), SecretString::from("another"));
    assert!(handshake::challenge(query, &SecretString::from("no such token at all")).is_err());
    for token in [token, other] {
        if let Ok(challenge) = handshake::challenge(query, &token) {
            let plain = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_');
            assert!((1..=128).contains(&challenge.len()) && challenge.bytes().all(plain));
        }
    }
}

/// A body: what is JSON gives events, each with its element to the letter; nothing else does.
pub fn payload(data: &[u8]) {
    let text = std::str::from_utf8(data).ok();
    let json = text.filter(|text| serde_json::from_str::<IgnoredAny>(text).is_ok());
    let events = match (payload::parse(data), json) {
        (Ok(events), Some(_)) => events,
        (Err(_), None) => return,
        (found, json) => panic!("{:?}, and JSON is {}", found.map(drop), json.is_some()),
    };
    assert!(events == payload::parse(data).unwrap(), "the same body, and other events");
    for event in events {
        assert!(!event.raw.is_empty() && text.unwrap().contains(&event.raw), "not as it came");
        assert!(serde_json::from_str::<IgnoredAny>(&event.raw).is_ok(), "no longer JSON");
        let content = EventContent::of(event.kind, &event.raw);
        assert!(serde_json::to_string(&content).is_ok());
        if event.parked().is_none() {
            // What a bot sees has somebody to answer, if only once its message is fetched, and an
            // element that can be read.
            assert!(event.sender_id.is_some() || event.unfetched);
            assert!(serde_json::from_str::<Value>(&event.raw).unwrap().is_object());
        }
    }
}

/// A signed request: opened only if its signature is the HMAC of its payload, and never with a byte
/// changed.
pub fn signed_request(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let secrets = [SecretString::from("another"), SecretString::from(SECRET)];
    if signed_request::open(text, &secrets).is_ok() {
        let (signature, payload) = text.split_once('.').unwrap();
        assert_eq!(
            signature.trim_end_matches('='),
            URL_SAFE_NO_PAD.encode(mac(payload.as_bytes()))
        );
    }
    // The same bytes as a payload that is signed: whatever they are, the signature holds.
    let signed =
        |payload: &str| format!("{}.{payload}", URL_SAFE_NO_PAD.encode(mac(payload.as_bytes())));
    let refused = signed_request::open(&signed(text), &secrets).err();
    assert_ne!(refused, Some(signed_request::Refused::Forged));
    let genuine = signed(&URL_SAFE_NO_PAD.encode(data));
    let opened = signed_request::open(&genuine, &secrets);
    assert_ne!(opened.err(), Some(signed_request::Refused::Forged));
    for at in 0..genuine.len().min(64) {
        let mut bent = genuine.clone().into_bytes();
        bent[at] ^= 1;
        let Ok(bent) = String::from_utf8(bent) else { continue };
        assert!(signed_request::open(&bent, &secrets).is_err(), "one bit of byte {at}");
    }
}
