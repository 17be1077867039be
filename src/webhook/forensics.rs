//! Why a delivery was refused, in words with which its operator can do something (reference 8.2, 13).
//!
//! Whatever is found here, the delivery stays refused: a signature that fits another secret or another
//! form of the body proves a mistake on the way, and nothing about who sent it. No finding carries a
//! signature, a secret or a part of a body.

use std::fmt;

use secrecy::{ExposeSecret as _, SecretString};
use serde::de::IgnoredAny;

use super::alteration::{self, Change};
use super::signature::{self, MalformedSignature, Signature};

/// Largest body that is looked into, in bytes: it is hashed about a hundred times.
pub const BODY_LIMIT: usize = 64 << 10;

/// How a body begins that was compressed with gzip.
const GZIP: &[u8] = b"\x1f\x8b";

/// A refused delivery, as far as it was read.
#[derive(Default)]
pub struct Evidence {
    /// Every value of `X-Hub-Signature-256`.
    pub signatures: Vec<Vec<u8>>,
    /// The value of `X-Hub-Signature`, of SHA-1.
    pub legacy: Option<Vec<u8>>,
    /// Whether it has a `Content-Encoding`.
    pub encoded: bool,
    /// The body as received; absent if nobody read it.
    pub body: Option<Vec<u8>>,
}

/// A configured secret that may have made the signature.
pub struct Suspect {
    /// Its setting.
    pub name: &'static str,
    /// The secret.
    pub secret: SecretString,
    /// Whether deliveries may be signed with it.
    pub signs: bool,
}

/// Why a delivery was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// No signature at all.
    Missing,
    /// More than one signature.
    Repeated,
    /// A signature that cannot be one.
    Malformed(MalformedSignature),
    /// Only the SHA-1 signature, and the setting whose secret made that, if one did.
    Legacy(Option<&'static str>),
    /// Made by the secret of this setting, which is not for deliveries.
    OtherSecret(&'static str),
    /// Made by the secret of this setting without the quotes that it has here.
    Quoted(&'static str),
    /// Made by the secret of this setting with blanks or a line break around it.
    Blanks(&'static str),
    /// Made by a right secret, for a body that was changed on the way.
    Changed(Change),
    /// The body was compressed, perhaps on the way.
    Encoded,
    /// The body is empty, or ends in the middle of its JSON.
    Cut,
    /// Nothing fits: a forgery, or a secret that is not configured.
    Unknown,
    /// Not looked into: too large, or too many at once.
    Unexamined,
}

/// Every word that [`Finding::reason`] gives.
pub const REASONS: [&str; 10] = [
    "missing",
    "repeated",
    "malformed",
    "legacy_only",
    "wrong_secret",
    "changed",
    "encoded",
    "cut",
    "unknown",
    "unexamined",
];

impl Finding {
    /// A word for monitoring and scripts, one of [`REASONS`].
    pub fn reason(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Repeated => "repeated",
            Self::Malformed(_) => "malformed",
            Self::Legacy(_) => "legacy_only",
            Self::OtherSecret(_) | Self::Quoted(_) | Self::Blanks(_) => "wrong_secret",
            Self::Changed(_) => "changed",
            Self::Encoded => "encoded",
            Self::Cut => "cut",
            Self::Unknown => "unknown",
            Self::Unexamined => "unexamined",
        }
    }

    /// What the operator can do.
    pub fn advice(self) -> &'static str {
        match self {
            Self::Missing => {
                "if Instagram sent it, a proxy removes X-Hub-Signature-256; make it pass all headers"
            }
            Self::Repeated => "make the proxy pass X-Hub-Signature-256 once, unchanged",
            Self::Malformed(_) => "make the proxy pass X-Hub-Signature-256 unchanged",
            Self::Legacy(Some(_)) => {
                "the secret is right, but a proxy removes X-Hub-Signature-256; make it pass all headers"
            }
            Self::Legacy(None) => {
                "SHA-1 is never enough; if Instagram sent it, a proxy removes X-Hub-Signature-256"
            }
            Self::OtherSecret(_) => {
                "the sender uses this as the app secret; change it there, or fix the settings here"
            }
            Self::Quoted(_) => "remove the quotes from the setting",
            Self::Blanks(_) => "remove the whitespace from the sender's secret",
            Self::Changed(_) => {
                "a proxy rewrites the body; make it pass the body for this path byte for byte"
            }
            Self::Encoded => {
                "a proxy compresses or encodes the body; make it pass the body for this path unchanged"
            }
            Self::Cut => "a proxy truncates bodies; raise its limit to 1 MiB for this path",
            Self::Unknown => {
                "if Instagram sent it, compare INSTAGRAM_APP_SECRET and META_APP_SECRET with the App Dashboard; after a reset, also set IGBOT_INSTAGRAM_APP_SECRET_PREVIOUS"
            }
            Self::Unexamined => {
                "if Instagram sent it, capture one and check it with `igbot webhook verify`"
            }
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("no signature"),
            Self::Repeated => f.write_str("more than one signature"),
            Self::Malformed(why) => why.fmt(f),
            Self::Legacy(None) => f.write_str("only a SHA-1 signature"),
            Self::Legacy(Some(name)) => {
                write!(f, "only a SHA-1 signature, made with {name}")
            }
            Self::OtherSecret(name) => {
                write!(f, "signed with {name} instead of the app secret")
            }
            Self::Quoted(name) => write!(f, "{name} would match without the quotes around it"),
            Self::Blanks(name) => {
                write!(f, "signed with {name} plus whitespace around it")
            }
            Self::Changed(change) => write!(f, "the body was changed on the way: {change}"),
            Self::Encoded => f.write_str("the body is compressed or encoded"),
            Self::Cut => f.write_str("the body is empty or truncated"),
            Self::Unknown => f.write_str("no configured secret matches the signature"),
            Self::Unexamined => f.write_str("not examined"),
        }
    }
}

/// What can be said from the head alone.
///
/// # Errors
/// The reason why no signature could be compared at all.
fn signature(evidence: &Evidence, suspects: &[Suspect]) -> Result<Signature, Finding> {
    match evidence.signatures.as_slice() {
        [one] => Signature::parse(one).map_err(Finding::Malformed),
        [] => Err(match (&evidence.legacy, &evidence.body) {
            (None, _) => Finding::Missing,
            (Some(header), Some(body)) if body.len() <= BODY_LIMIT => {
                let fits = |it: &&Suspect| signature::legacy_fits(header, &it.secret, body);
                Finding::Legacy(suspects.iter().find(fits).map(|it| it.name))
            }
            (Some(_), _) => Finding::Legacy(None),
        }),
        _ => Err(Finding::Repeated),
    }
}

/// Finds the setting whose secret made the signature of a delivery.
///
/// Looks for the usual mistakes where none did. Costs about a hundred hashes of the body.
///
/// # Errors
/// Why the delivery has to be refused.
pub fn examine(evidence: &Evidence, suspects: &[Suspect]) -> Result<&'static str, Finding> {
    let signature = signature(evidence, suspects)?;
    let body = evidence.body.as_deref().ok_or(Finding::Unexamined)?;
    if let Some(it) = suspects.iter().find(|it| signature.verifies(&it.secret, body)) {
        return if it.signs { Ok(it.name) } else { Err(Finding::OtherSecret(it.name)) };
    }
    if body.len() > BODY_LIMIT {
        return Err(Finding::Unexamined);
    }
    let signing = || suspects.iter().filter(|it| it.signs);
    for Suspect { name, secret, .. } in signing() {
        let bare = secret.expose_secret();
        let fits = |secret: String| signature.verifies(&SecretString::from(secret), body);
        let unquoted = bare.trim_matches(['"', '\'']).trim();
        if unquoted.len() < bare.len() && fits(unquoted.to_owned()) {
            return Err(Finding::Quoted(name));
        }
        let blanks = [("", "\n"), ("", "\r\n"), ("", " "), (" ", ""), ("", "\r"), ("", "\0")];
        if blanks.iter().any(|(before, after)| fits(format!("{before}{bare}{after}"))) {
            return Err(Finding::Blanks(name));
        }
    }
    let fits =
        |other: &[u8]| other != body && signing().any(|it| signature.verifies(&it.secret, other));
    if let Some(change) = alteration::find(body, fits) {
        return Err(Finding::Changed(change));
    }
    let parsed = serde_json::from_slice::<IgnoredAny>(body);
    Err(match parsed {
        _ if evidence.encoded || body.starts_with(GZIP) => Finding::Encoded,
        Err(error) if error.is_eof() => Finding::Cut,
        _ => Finding::Unknown,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suspects() -> Vec<Suspect> {
        [
            ("APP", "app secret", true),
            ("META", "\"meta secret\"", true),
            ("TOKEN", "verify token", false),
        ]
        .map(|(name, secret, signs)| Suspect { name, secret: SecretString::from(secret), signs })
        .into()
    }

    fn signed(secret: &str, signed: &[u8], received: &[u8]) -> Evidence {
        let signature = Signature::of(&SecretString::from(secret), signed).header();
        Evidence {
            signatures: vec![signature.into_bytes()],
            body: Some(received.to_owned()),
            ..Evidence::default()
        }
    }

    #[test]
    fn every_cause_of_a_refusal_is_told_from_the_others() {
        let body = br#"{"a":"\u00e9","b":[1]}"#;
        let rewritten = "{\"a\": \"é\", \"b\": [1]}".as_bytes();
        let whole = signed("app secret", body, body);
        let with = |signatures: &[&str], legacy: Option<&str>, body: &[u8]| Evidence {
            signatures: signatures.iter().map(|it| it.as_bytes().to_vec()).collect(),
            legacy: legacy.map(|it| it.as_bytes().to_vec()),
            encoded: false,
            body: Some(body.to_vec()),
        };
        // HMAC-SHA1 with "app secret" of "body", made with openssl.
        let legacy = "sha1=5c3b103e4e9bb13781321e70e19f0b23677da70b";
        for (evidence, expected) in [
            (signed("app secret", body, body), Ok("APP")),
            (with(&[], None, body), Err(Finding::Missing)),
            (with(&["sha256=00", "sha256=00"], None, body), Err(Finding::Repeated)),
            (with(&["sha1=00"], None, body), Err(Finding::Malformed(MalformedSignature::Scheme))),
            (with(&["sha256=0g"], None, body), Err(Finding::Malformed(MalformedSignature::Digits))),
            (with(&[], Some(legacy), b"body"), Err(Finding::Legacy(Some("APP")))),
            (with(&[], Some(legacy), b"boda"), Err(Finding::Legacy(None))),
            (with(&[], Some("sha1=\u{e9}"), b"body"), Err(Finding::Legacy(None))),
            (signed("verify token", body, body), Err(Finding::OtherSecret("TOKEN"))),
            (signed("meta secret", body, body), Err(Finding::Quoted("META"))),
            (signed("app secret\n", body, body), Err(Finding::Blanks("APP"))),
            (signed("app secret", body, rewritten), Err(Finding::Changed(Change::Rewritten))),
            (signed("verify token", body, rewritten), Err(Finding::Unknown)),
            (Evidence { encoded: true, ..signed("x", body, body) }, Err(Finding::Encoded)),
            (signed("app secret", body, b"\x1f\x8b\x08\x00"), Err(Finding::Encoded)),
            (signed("app secret", body, &body[..12]), Err(Finding::Cut)),
            (signed("app secret", body, b""), Err(Finding::Cut)),
            (signed("another", body, body), Err(Finding::Unknown)),
            (signed("another", body, &vec![b' '; BODY_LIMIT + 1]), Err(Finding::Unexamined)),
            (Evidence { body: None, ..whole }, Err(Finding::Unexamined)),
        ] {
            let found = examine(&evidence, &suspects());
            assert_eq!(found, expected);
            if let Err(finding) = found {
                assert!(REASONS.contains(&finding.reason()), "{finding:?}");
                assert!(!finding.to_string().is_empty() && !finding.advice().is_empty());
            }
        }
    }
}
