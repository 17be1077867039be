//! What Instagram says when it refuses, sorted by what helps (reference 2 and 9).
//!
//! Errors are told apart by `code` and `error_subcode`, never by their text, which follows the
//! account's language, nor by HTTP status alone, which is not trustworthy. Two places know only a
//! text: the flat errors of the code exchange, and code 100 "Unsupported request".

use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use super::class::ErrorClass;
use super::secret;
use crate::domain::visible::is_hidden;

/// Why a call to Instagram brought no result.
#[derive(Debug, thiserror::Error)]
pub enum GraphError {
    /// Instagram answered with an error.
    #[error("{0}")]
    Api(#[from] Box<ApiError>),
    /// The code exchange was refused.
    #[error("{0}")]
    OAuth(#[from] OAuthError),
    /// No connection: nothing was done.
    #[error("cannot reach {host}")]
    Unreachable {
        /// Where to.
        host: String,
        /// What the network said, without a URL.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The request went out and no whole answer came back.
    #[error("{host} did not send a complete answer")]
    Interrupted {
        /// From where.
        host: String,
        /// Whether igbot stopped waiting.
        timed_out: bool,
        /// What the network said, without a URL.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// An answer that is not what the reference describes: HTML, cut JSON, a redirect.
    #[error("{host} answered HTTP {status} without the expected JSON")]
    Unreadable {
        /// From where.
        host: String,
        /// With which status.
        status: u16,
        /// `Retry-After`, if it came.
        retry_after: Option<Duration>,
    },
    /// A send was answered as if it had worked, but without the message's id.
    #[error("Instagram's answer has no message id")]
    NoReceipt,
    /// The client could not be set up.
    #[error("the HTTPS client cannot start")]
    Client(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl GraphError {
    /// What helps; `None` where the error is not Instagram's.
    pub fn class(&self) -> Option<ErrorClass> {
        match self {
            Self::Api(error) => Some(error.class),
            _ => None,
        }
    }

    /// Takes secrets that were sent out of what Instagram said: it quotes a token that it refuses.
    pub(super) fn without(mut self, secrets: &[Zeroizing<String>]) -> Self {
        // Also as it reads once it was made fit to be shown, and as it stands in JSON.
        let in_json = |secret: &str| serde_json::to_string(secret).unwrap_or_default();
        let forms: Vec<_> = secrets
            .iter()
            .flat_map(|secret| {
                let quoted = Zeroizing::new(in_json(secret));
                let quoted = Zeroizing::new(quoted.trim_matches('"').to_owned());
                [secret.clone(), Zeroizing::new(readable(secret)), quoted]
            })
            .collect();
        let scrub = |text: &mut String| {
            forms.iter().for_each(|secret| *text = secret::without(text, secret));
        };
        match &mut self {
            Self::Api(error) => {
                scrub(&mut error.message);
                error.user_message.iter_mut().for_each(scrub);
                error.trace.iter_mut().for_each(scrub);
            }
            Self::OAuth(error) => scrub(&mut error.message),
            _ => {}
        }
        self
    }

    /// Whether Instagram refuses further calls for one account, and not for the whole app
    /// (reference 9).
    pub fn limits_one_account(&self) -> bool {
        let code = if let Self::Api(error) = self { error.code } else { None };
        matches!(code, Some(17 | 32 | 613 | 80_001..=80_014))
    }

    /// Whether Instagram refuses further calls for the whole app (reference 9).
    pub fn limits_app(&self) -> bool {
        matches!(self, Self::Api(error) if matches!(error.code, Some(4 | 341)))
    }

    pub(super) fn interrupted(host: String, source: reqwest::Error) -> Self {
        Self::Interrupted { host, timed_out: source.is_timeout(), source: source.into() }
    }

    /// How long Instagram asked to be left alone.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Api(error) => error.retry_after,
            Self::Unreadable { retry_after, .. } => *retry_after,
            _ => None,
        }
    }

    /// Tells whether a call that may be repeated without harm is worth repeating soon.
    ///
    /// Not after a time-out: whoever waits that long for nothing waits as long again.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Api(error) => {
                matches!(error.class, ErrorClass::Temporary | ErrorClass::RateLimited)
            }
            Self::Interrupted { timed_out, .. } => !timed_out,
            Self::Unreachable { .. } | Self::Unreadable { .. } => true,
            Self::OAuth(_) | Self::NoReceipt | Self::Client(_) => false,
        }
    }

    /// Tells whether a limit was met, at which another call of the next minutes meets it again.
    pub fn is_rate_limit(&self) -> bool {
        self.class() == Some(ErrorClass::RateLimited)
    }

    /// Tells whether a request may have been carried out although it failed.
    ///
    /// Matters for a send, which must never be repeated then (reference 6 and 9).
    pub fn outcome_unknown(&self) -> bool {
        match self {
            Self::Api(error) => {
                // Without a code only a status that is an error speaks for a refusal.
                let bare = error.code.is_none() && !(400..500).contains(&error.status);
                bare || matches!(error.class, ErrorClass::Temporary | ErrorClass::SentAnyway)
            }
            // The shape of the code exchange, in which no send is answered: somebody else spoke.
            Self::OAuth(_) => true,
            Self::Interrupted { .. } | Self::Unreadable { .. } | Self::NoReceipt => true,
            Self::Unreachable { .. } | Self::Client(_) => false,
        }
    }
}

/// An error of the Graph shape.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message} ({})", self.codes())]
pub struct ApiError {
    /// What helps.
    pub class: ErrorClass,
    /// Instagram's main code; absent once in the wild.
    pub code: Option<i64>,
    /// Its refinement.
    pub subcode: Option<i64>,
    /// The text, in whatever language the account has.
    pub message: String,
    /// A text meant for people, if there is one.
    pub user_message: Option<String>,
    /// `fbtrace_id`, for Meta's support.
    pub trace: Option<String>,
    /// HTTP status; for the record, not for decisions.
    pub status: u16,
    /// `Retry-After`, if it came.
    pub retry_after: Option<Duration>,
}

impl ApiError {
    fn codes(&self) -> String {
        let mut codes = match self.code {
            Some(code) => format!("code {code}"),
            None => format!("HTTP {}", self.status),
        };
        if let Some(subcode) = self.subcode {
            codes.push_str(&format!(", subcode {subcode}"));
        }
        if let Some(trace) = &self.trace {
            codes.push_str(&format!(", trace {trace}"));
        }
        codes
    }

    /// Reads the Graph shape `{"error":{…}}`; `None` for any other value.
    pub(super) fn read(body: &Value, status: u16, retry_after: Option<Duration>) -> Option<Self> {
        let error = body.get("error")?.as_object()?;
        let number = |name: &str| error.get(name).and_then(integer);
        let text = |name: &str| error.get(name).and_then(Value::as_str).map(readable);
        let message = text("message").unwrap_or_else(|| "Instagram gave no message".to_owned());
        let (code, subcode) = (number("code"), number("error_subcode"));
        let transient = error.get("is_transient").and_then(Value::as_bool).unwrap_or_default();
        Some(Self {
            class: ErrorClass::of(code, subcode, &message, transient, status),
            code,
            subcode,
            message,
            user_message: text("error_user_msg"),
            trace: text("fbtrace_id"),
            status,
            retry_after,
        })
    }

    /// The names Instagram lists when it refuses a webhook field (reference 5).
    pub fn accepted_values(&self) -> Option<Vec<&str>> {
        let (_, rest) = self.message.split_once("must be one of {")?;
        let (names, _) = rest.split_once('}')?;
        Some(names.split(',').map(str::trim).collect())
    }
}

/// Longest text of Instagram's that is kept.
const MAX_MESSAGE: usize = 500;

/// A text as people can read it: without characters that drive a terminal, without the queries of
/// addresses, which may open a file to whoever has them, and of some length.
fn readable(text: &str) -> String {
    let text: String = text.chars().map(|c| if is_hidden(c) { ' ' } else { c }).collect();
    let word = |word: &str| match word.split_once('?') {
        Some((address, query)) if address.contains("://") => {
            let bare = query.trim_end_matches(['"', '\'', ')', '>', ',', '.']);
            let end = query.get(bare.len()..).unwrap_or_default();
            format!("{address}?…{end}")
        }
        _ => word.to_owned(),
    };
    let words: Vec<_> = text.split(' ').map(word).collect();
    words.join(" ").chars().take(MAX_MESSAGE).collect()
}

/// A number, or its text.
fn integer(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}

/// A refusal of the code exchange, whose errors have a shape of their own (reference 2).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct OAuthError {
    /// What helps.
    pub class: OAuthClass,
    /// Instagram's text.
    pub message: String,
}

/// What helps against a refused code exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OAuthClass {
    /// The code is expired, used or mistyped: start the login again.
    CodeSpent,
    /// The Meta app id was given in place of the Instagram app id.
    WrongAppId,
    /// The secret belongs to the other pair.
    WrongSecret,
    /// The redirect URI is not the one of the consent page, or not registered.
    WrongRedirect,
    /// A scope of another product.
    InvalidScope,
    /// Something else.
    Other,
}

impl OAuthError {
    /// Reads the flat shape, also inside the legacy `meta` object; `None` for any other value.
    pub(super) fn read(body: &Value) -> Option<Self> {
        #[derive(Deserialize)]
        struct Flat {
            error_message: String,
        }
        let flat = body.get("meta").unwrap_or(body);
        let Flat { error_message } = Flat::deserialize(flat).ok()?;
        Some(Self::of(readable(&error_message)))
    }

    fn of(message: String) -> Self {
        let lower = message.to_ascii_lowercase();
        let says = |words: &str| lower.contains(words);
        let class = if says("redirect_uri") || says("redirect uri") {
            OAuthClass::WrongRedirect
        } else if says("authorization code") || says("code was not found") || says("already used") {
            OAuthClass::CodeSpent
        } else if says("platform app") || says("client_id") || says("client id") {
            OAuthClass::WrongAppId
        } else if says("client secret") || says("client_secret") {
            OAuthClass::WrongSecret
        } else if says("scope") {
            OAuthClass::InvalidScope
        } else {
            OAuthClass::Other
        };
        Self { class, message }
    }

    /// The Graph shape in which a used code has been seen: 100/36009.
    pub(super) fn from_graph(error: &ApiError) -> Option<Self> {
        let spent = error.code == Some(100) && error.subcode == Some(36_009);
        let by_text = Self::of(error.message.clone());
        match by_text.class {
            _ if spent => {
                Some(Self { class: OAuthClass::CodeSpent, message: error.message.clone() })
            }
            OAuthClass::Other => None,
            _ => Some(by_text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_of_the_code_exchange_are_told_apart() {
        for (message, expected) in [
            ("Matching code was not found or was already used", OAuthClass::CodeSpent),
            ("This authorization code has been used", OAuthClass::CodeSpent),
            ("Invalid platform app", OAuthClass::WrongAppId),
            ("Invalid client secret", OAuthClass::WrongSecret),
            ("Error validating client secret.", OAuthClass::WrongSecret),
            (
                "Error validating verification code. Please make sure your redirect_uri is identical",
                OAuthClass::WrongRedirect,
            ),
            ("Redirect URI does not match registered redirect URI", OAuthClass::WrongRedirect),
            ("Invalid scope: instagram_basic", OAuthClass::InvalidScope),
            ("Something else", OAuthClass::Other),
        ] {
            assert_eq!(OAuthError::of(message.to_owned()).class, expected, "{message}");
        }
    }

    #[test]
    fn what_is_said_of_an_address_does_not_open_it() {
        for (said, expected) in [
            (
                "cannot get https://a.example/b?sig=S&x=1, sorry",
                "cannot get https://a.example/b?…, sorry",
            ),
            ("\"https://a.example/?sig=S\"", "\"https://a.example/?…\""),
            ("https://a.example/?ids=1,2&sig=S)&x=1", "https://a.example/?…"),
            ("what? nothing", "what? nothing"),
        ] {
            assert_eq!(readable(said), expected);
        }
    }

    #[test]
    fn a_message_never_brings_back_what_was_sent_nor_drives_a_terminal() {
        let text =
            format!("bad\u{1b}[31m \u{202e}IGAAsecret-token\nIGAAsecret-t… {}", "x".repeat(2_000));
        let body = serde_json::json!({ "error": { "message": text, "code": 190, "fbtrace_id": "IGAAsecret-token" } });
        let error = ApiError::read(&body, 400, None).unwrap();
        let secrets = [Zeroizing::new("IGAAsecret-token".to_owned())];
        let GraphError::Api(error) = GraphError::Api(Box::new(error)).without(&secrets) else {
            panic!("it stays what it was");
        };
        assert!(error.message.starts_with("bad [31m  *** ***… x"), "{}", error.message);
        assert_eq!(error.trace.as_deref(), Some("***"));
        assert!(error.message.len() <= MAX_MESSAGE);
    }

    #[test]
    fn a_text_of_several_lines_is_not_quoted_either() {
        let text = "Dear Anna,\nyour\tresult is \u{202e}positive; see https://a.example/?r=1 today";
        let said = format!("(#100) Invalid text: {text}");
        let body = serde_json::json!({ "error": { "message": said, "code": 100 } });
        let error = ApiError::read(&body, 400, None).unwrap();
        let error = GraphError::Api(Box::new(error)).without(&[Zeroizing::new(text.to_owned())]);
        assert_eq!(error.to_string().matches("***").count(), 1, "{error}");
        assert!(!error.to_string().contains("Anna") && !error.to_string().contains("positive"));
        let text = "say \"yes\" twice";
        let said = r#"Invalid body: {"text":"say \"yes\" twice"}"#;
        let body = serde_json::json!({ "error": { "message": said, "code": 100 } });
        let error = ApiError::read(&body, 400, None).unwrap();
        let error = GraphError::Api(Box::new(error)).without(&[Zeroizing::new(text.to_owned())]);
        assert!(!error.to_string().contains("yes"), "{error}");
    }

    #[test]
    fn limits_of_one_account_are_told_from_those_of_the_app() {
        for (code, one) in
            [(4, false), (17, true), (32, true), (341, false), (613, true), (80_002, true)]
        {
            let body = serde_json::json!({ "error": { "message": "", "code": code } });
            let error = GraphError::Api(Box::new(ApiError::read(&body, 400, None).unwrap()));
            assert_eq!(error.limits_one_account(), one, "{code}");
            assert_eq!(error.limits_app(), !one, "{code}");
        }
    }
}
