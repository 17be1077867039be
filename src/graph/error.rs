//! What Instagram says when it refuses, sorted by what helps (reference 2 and 9).
//!
//! Errors are told apart by `code` and `error_subcode`, never by their text, which follows the
//! account's language, nor by HTTP status alone, which is not trustworthy. Two places know only a
//! text: the flat errors of the code exchange, and code 100 "Unsupported request".

use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

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
    #[error("{host} gave no complete answer")]
    Interrupted {
        /// From where.
        host: String,
        /// Whether igbot stopped waiting.
        timed_out: bool,
        /// What the network said, without a URL.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// An answer that is not what the reference describes: HTML, cut JSON, a redirect.
    #[error("{host} answered HTTP {status} with something that is not the expected JSON")]
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
        let scrub = |text: &mut String| secrets.iter().for_each(|secret| mask(text, secret));
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

    /// Tells whether a request may have been carried out although it failed.
    ///
    /// Matters for a send, which must never be repeated then (reference 6 and 9).
    pub fn leaves_send_open(&self) -> bool {
        match self {
            Self::Api(error) => {
                matches!(error.class, ErrorClass::Temporary | ErrorClass::SentAnyway)
            }
            Self::Interrupted { .. } | Self::Unreadable { .. } | Self::NoReceipt => true,
            Self::OAuth(_) | Self::Unreachable { .. } | Self::Client(_) => false,
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
        Some(Self {
            class: ErrorClass::of(code, subcode, &message, status),
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

/// A text as people can read it: without characters that drive a terminal, and of some length.
fn readable(text: &str) -> String {
    let moves =
        |c: char| c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().take(MAX_MESSAGE).map(|c| if moves(c) { ' ' } else { c }).collect()
}

/// How much of a secret gives it away: Instagram may quote it cut short.
const TELLING: usize = 12;

/// Puts stars in the place of every word that holds a secret, or the beginning of it.
fn mask(text: &mut String, secret: &str) {
    let telling = secret.get(..TELLING).unwrap_or(secret);
    while let Some(start) = text.find(telling) {
        let rest = text.get(start..).unwrap_or_default();
        let word = rest.find(|c: char| c.is_whitespace() || c == ',').unwrap_or(rest.len());
        text.replace_range(start..start + word, "***");
    }
}

/// A number, or its text.
fn integer(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}

/// The row of reference 9 that an error belongs to, named after what helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorClass {
    /// The token is dead; a new login helps.
    LoginNeeded(LoginReason),
    /// A permission is missing.
    Permission,
    /// The messaging window is closed; only the person can open it.
    WindowClosed,
    /// The account is restricted for a while.
    Restricted,
    /// Another app owns the thread.
    ThreadOwnedElsewhere,
    /// The account has no role on the app, or the app no Advanced Access.
    NoRole,
    /// A parameter is wrong.
    InvalidParameter,
    /// The object does not exist or may not be seen.
    ObjectMissing,
    /// Not an Instagram-scoped id of this account.
    RecipientUnknown,
    /// The account is not a professional one.
    NotProfessional,
    /// The comment cannot be answered privately.
    CommentNotReplyable,
    /// The comment was answered privately before.
    AlreadyReplied,
    /// The API cannot message this person.
    RecipientNotMessageable,
    /// The account's owner switched off "Allow access to messages".
    MessageAccessOff,
    /// The person has not agreed to show their profile.
    ConsentMissing,
    /// The person blocked the account or is deactivated.
    PersonUnavailable,
    /// The app lacks a capability.
    Capability,
    /// A path that does not exist: igbot's fault.
    UnknownPath,
    /// Several images in one message are not enabled for the account.
    ImagesOneByOne,
    /// The media file is too large.
    MediaTooLarge,
    /// The media file is gone.
    MediaMissing,
    /// The link in the text is refused.
    LinkRefused,
    /// Blocked for policy reasons.
    PolicyBlock,
    /// Too many calls.
    RateLimited,
    /// Temporary, or not known to be anything else.
    Temporary,
    /// An error, although the message was sent.
    SentAnyway,
    /// The message was deleted or is too old to be read.
    MessageGone,
    /// A definite error without a row of its own.
    Other,
}

/// Why a token is dead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoginReason {
    /// No reason given, or the token is garbage.
    Invalid,
    /// The person removed the app.
    AppRemoved,
    /// Instagram wants the person to pass a checkpoint first.
    Checkpoint,
    /// The password was changed, or the session ended for security.
    PasswordChanged,
    /// Its 60 days are over.
    Expired,
    /// The account is not confirmed.
    Unconfirmed,
    /// The person lost their role.
    RoleLost,
}

impl ErrorClass {
    /// Finds the row of reference 9.
    fn of(code: Option<i64>, subcode: Option<i64>, message: &str, status: u16) -> Self {
        let Some(code) = code else {
            return Self::of_status(status);
        };
        match (code, subcode) {
            (190, reason) => Self::LoginNeeded(match reason {
                Some(458) => LoginReason::AppRemoved,
                Some(459) => LoginReason::Checkpoint,
                Some(460) => LoginReason::PasswordChanged,
                Some(463) => LoginReason::Expired,
                Some(464) => LoginReason::Unconfirmed,
                Some(492) => LoginReason::RoleLost,
                _ => LoginReason::Invalid,
            }),
            (102, _) => Self::LoginNeeded(LoginReason::Invalid),
            (10, Some(2_534_022 | 2_018_278 | 2_018_108)) => Self::WindowClosed,
            (9_000_001, _) | (_, Some(9_000_001)) => Self::MessageGone,
            (10, Some(1_893_063)) => Self::Restricted,
            (10, Some(2_018_300)) | (_, Some(2_534_037)) => Self::ThreadOwnedElsewhere,
            (200, Some(2_534_041)) => Self::MessageAccessOff,
            (10 | 200..=229, _) => Self::Permission,
            (100 | 803, Some(33)) | (803, _) => Self::ObjectMissing,
            (100, Some(2_534_014)) => Self::RecipientUnknown,
            (100, Some(2_534_013)) => Self::NotProfessional,
            (100, Some(2_534_025)) => Self::CommentNotReplyable,
            (100, Some(2_534_029)) => Self::RecipientNotMessageable,
            (2_534_068, _) | (_, Some(2_534_068)) => Self::ImagesOneByOne,
            (100, None) if message.starts_with("Unsupported request") => Self::NoRole,
            (100, _) => Self::InvalidParameter,
            (-1, Some(2_534_023)) | (10_903, _) => Self::AlreadyReplied,
            (230, _) => Self::ConsentMissing,
            (551, _) => Self::PersonUnavailable,
            (3, _) => Self::Capability,
            (2500, _) => Self::UnknownPath,
            (36_000, _) => Self::MediaTooLarge,
            (24, Some(2_207_006)) => Self::MediaMissing,
            (25, Some(2_207_050)) => Self::Restricted,
            (508, Some(2_534_122)) => Self::LinkRefused,
            (368, _) => Self::PolicyBlock,
            (4 | 17 | 32 | 341 | 613 | 80_001..=80_014, _) => Self::RateLimited,
            (1, Some(1_357_046)) => Self::SentAnyway,
            (1 | 2 | -1, _) => Self::Temporary,
            _ => Self::Other,
        }
    }

    /// What a status says when nothing better is there.
    pub(super) fn of_status(status: u16) -> Self {
        match status {
            429 => Self::RateLimited,
            500.. => Self::Temporary,
            _ => Self::Other,
        }
    }
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
    fn every_row_of_the_reference_has_its_class() {
        use ErrorClass::*;
        for (code, subcode, expected) in [
            (190, None, LoginNeeded(LoginReason::Invalid)),
            (190, Some(458), LoginNeeded(LoginReason::AppRemoved)),
            (190, Some(459), LoginNeeded(LoginReason::Checkpoint)),
            (190, Some(460), LoginNeeded(LoginReason::PasswordChanged)),
            (190, Some(463), LoginNeeded(LoginReason::Expired)),
            (190, Some(464), LoginNeeded(LoginReason::Unconfirmed)),
            (190, Some(467), LoginNeeded(LoginReason::Invalid)),
            (190, Some(492), LoginNeeded(LoginReason::RoleLost)),
            (102, None, LoginNeeded(LoginReason::Invalid)),
            (10, None, Permission),
            (10, Some(2_534_022), WindowClosed),
            (10, Some(2_018_278), WindowClosed),
            (10, Some(2_018_108), WindowClosed),
            (10, Some(1_893_063), Restricted),
            (10, Some(2_018_300), ThreadOwnedElsewhere),
            (100, None, InvalidParameter),
            (100, Some(33), ObjectMissing),
            (803, None, ObjectMissing),
            (100, Some(2_534_014), RecipientUnknown),
            (100, Some(2_534_013), NotProfessional),
            (100, Some(2_534_025), CommentNotReplyable),
            (-1, Some(2_534_023), AlreadyReplied),
            (10_903, None, AlreadyReplied),
            (100, Some(2_534_029), RecipientNotMessageable),
            (100, Some(2_534_037), ThreadOwnedElsewhere),
            (200, None, Permission),
            (200, Some(2_534_041), MessageAccessOff),
            (230, None, ConsentMissing),
            (551, None, PersonUnavailable),
            (551, Some(1_545_041), PersonUnavailable),
            (3, Some(2_228_054), Capability),
            (2500, None, UnknownPath),
            (100, Some(2_534_068), ImagesOneByOne),
            (36_000, Some(2_207_004), MediaTooLarge),
            (508, Some(2_534_122), LinkRefused),
            (368, None, PolicyBlock),
            (4, None, RateLimited),
            (17, Some(2_446_079), RateLimited),
            (32, None, RateLimited),
            (341, None, RateLimited),
            (613, Some(2_534_040), RateLimited),
            (80_002, None, RateLimited),
            (80_014, None, RateLimited),
            (1, None, Temporary),
            (2, None, Temporary),
            (-1, None, Temporary),
            (1, Some(1_357_046), SentAnyway),
            (9_000_001, None, MessageGone),
            (100, Some(9_000_001), MessageGone),
            (25, Some(2_207_050), Restricted),
            (24, Some(2_207_006), MediaMissing),
            (424_242, None, Other),
        ] {
            let class = ErrorClass::of(Some(code), subcode, "any language", 500);
            assert_eq!(class, expected, "{code}/{subcode:?}");
        }
        let text = "Unsupported request - method type: get";
        assert_eq!(ErrorClass::of(Some(100), None, text, 400), NoRole);
        assert_eq!(ErrorClass::of(None, None, "", 429), RateLimited);
        assert_eq!(ErrorClass::of(None, None, "", 502), Temporary);
    }

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
    fn a_message_never_brings_back_what_was_sent_nor_drives_a_terminal() {
        let text =
            format!("bad\u{1b}[31m \u{202e}IGAAsecret-token\nIGAAsecret-t… {}", "x".repeat(2_000));
        let body = serde_json::json!({ "error": { "message": text, "code": 190, "fbtrace_id": "IGAAsecret-token" } });
        let error = ApiError::read(&body, 400, None).unwrap();
        let secrets = [Zeroizing::new("IGAAsecret-token".to_owned())];
        let GraphError::Api(error) = GraphError::Api(Box::new(error)).without(&secrets) else {
            panic!("it stays what it was");
        };
        assert!(error.message.starts_with("bad [31m  *** *** x"), "{}", error.message);
        assert_eq!(error.trace.as_deref(), Some("***"));
        assert!(error.message.len() <= MAX_MESSAGE);
    }

    #[test]
    fn limits_of_one_account_are_told_from_those_of_the_app() {
        for (code, one) in
            [(4, false), (17, true), (32, true), (341, false), (613, true), (80_002, true)]
        {
            let body = serde_json::json!({ "error": { "message": "", "code": code } });
            let error = GraphError::Api(Box::new(ApiError::read(&body, 400, None).unwrap()));
            assert_eq!(error.limits_one_account(), one, "{code}");
        }
    }
}
