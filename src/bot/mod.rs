//! The owner's program: gets an event, decides, never sends.

mod action;
pub mod exec;
pub mod http;

pub use action::ActionError;

use std::fmt;
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::domain::event::{EventKey, EventKind};
use crate::domain::message::{MAX_TEXT_BYTES, OutgoingMessage};

/// What a handler is given, as JSON on its standard input.
#[derive(Debug, Serialize)]
pub struct HandlerInput<'a> {
    /// Row number of the event; the same on every attempt.
    pub id: i64,
    /// The same for a repeat of the event, and for no other: numbers are given again after a restore.
    #[serde(skip)]
    pub key: EventKey,
    /// What happened.
    pub kind: &'a str,
    /// The account it happened to.
    pub account: HandlerAccount<'a>,
    /// The person.
    pub sender_id: Option<&'a str>,
    /// The account, by the id of the delivery.
    pub recipient_id: Option<&'a str>,
    /// The message.
    pub mid: Option<&'a str>,
    /// When it happened, RFC 3339 in UTC.
    pub timestamp: Option<jiff::Timestamp>,
    /// Which attempt this is, from 1.
    pub attempt: u32,
    /// What a person wrote or tapped.
    #[serde(flatten)]
    pub content: &'a Value,
    /// The element of the delivery, exactly as it came.
    pub raw: &'a RawValue,
}

/// The account part of [`HandlerInput`].
#[derive(Debug, Serialize)]
pub struct HandlerAccount<'a> {
    /// Its id.
    pub account_id: &'a str,
    /// What the operator calls it.
    pub alias: &'a str,
    /// Its handle.
    pub username: &'a str,
}

/// JSON Schema of [`HandlerInput`].
pub const EVENT_SCHEMA: &str = include_str!("event.schema.json");

/// JSON Schema of what a handler answers.
pub const ACTION_SCHEMA: &str = include_str!("action.schema.json");

/// A bot, and what it is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bot {
    /// Who decides.
    pub handler: Handler,
    /// What it wants to see of [`EventKind::ON_REQUEST`], besides messages and taps.
    pub also: Vec<EventKind>,
}

impl Bot {
    /// One that is asked about messages and taps alone.
    pub fn of(handler: Handler) -> Self {
        Self { handler, also: Vec::new() }
    }

    /// Whether it is asked about events of a kind.
    pub fn wants(&self, kind: EventKind) -> bool {
        !EventKind::ON_REQUEST.contains(&kind) || self.also.contains(&kind)
    }
}

/// Who decides about an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handler {
    /// Nobody: events are stored only.
    None,
    /// Sends every text back, with these words before it.
    Echo {
        /// Put before the text.
        prefix: String,
    },
    /// Runs a program.
    Exec(exec::Program),
    /// Asks a program behind a URL.
    Forward(http::Endpoint),
}

/// Why a handler gave no answer.
#[derive(Debug, thiserror::Error)]
pub enum HandlerError {
    /// The program could not be started.
    #[error("the program cannot be run")]
    Spawn(#[source] std::io::Error),
    /// It runs, and what it says or how it ends cannot be read.
    #[error("cannot read the program's output or exit status")]
    Lost(#[source] std::io::Error),
    /// Its interpreter found no file to run.
    #[error("the file of the program is gone")]
    Gone,
    /// It ended badly.
    #[error("the program failed ({0})")]
    Exit(std::process::ExitStatus),
    /// It took too long and was ended.
    #[error("the program took longer than {} s", .0.as_secs())]
    TimedOut(std::time::Duration),
    /// Its answer is longer than is read.
    #[error("the answer is longer than {0} bytes")]
    TooLong(usize),
    /// Nobody is there at its URL.
    #[error("cannot reach the URL of the handler")]
    Unreachable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The connection to its URL ended before the answer did.
    #[error("the URL of the handler did not complete its answer")]
    BrokenOff(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// No whole answer came in time.
    #[error("the URL of the handler did not answer in time")]
    NoAnswer,
    /// It refused the event, or redirects.
    #[error("the URL of the handler answered with HTTP {status}{more}", more = followed(*.status))]
    Status {
        /// Of its answer.
        status: u16,
        /// How long it wants to be left alone.
        rest: Option<Duration>,
    },
    /// Its answer is text that cannot be read.
    #[error("the answer is text in another encoding than UTF-8")]
    Charset,
    /// Its answer was compressed, although nobody asked for that.
    #[error("the answer is compressed")]
    Compressed,
    /// Its answer is neither plain text nor JSON.
    #[error("the answer is neither text/plain nor application/json")]
    ContentType,
    /// It answered something that cannot be sent.
    #[error("the answer is invalid")]
    Output(#[from] ActionError),
}

/// What a failure says about whether the bot is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It has seen the event.
    There,
    /// A gateway or a shell before it did not reach it, or something it needs for this event alone.
    Doubtful,
    /// It is not there, as while it is being restarted, and has not seen the event.
    Away,
}

/// What is to be said of a redirect.
fn followed(status: u16) -> &'static str {
    if (300..400).contains(&status) { "; redirects are not followed" } else { "" }
}

impl HandlerError {
    /// Whether the bot is there.
    pub fn presence(&self) -> Presence {
        match self {
            Self::Spawn(_) | Self::Gone | Self::Unreachable(_) => Presence::Away,
            // It has said itself that it takes nothing now, whatever it is.
            Self::Status { status: 503, rest: Some(_) } => Presence::Away,
            // 429 may be for one person alone. 504 is a gateway's too, but of a bot that was reached and is slow.
            Self::Status { status: 429 | 502 | 503, .. } => Presence::Doubtful,
            // In the words of shells: not to be executed, or not found.
            Self::Exit(status) if matches!(status.code(), Some(126 | 127)) => Presence::Doubtful,
            _ => Presence::There,
        }
    }

    /// How long the bot wants to be left alone, if it said so.
    pub fn rest(&self) -> Option<Duration> {
        match self {
            Self::Status { status: 429 | 503, rest } => *rest,
            _ => None,
        }
    }
}

impl Handler {
    /// Where the bot is, if it may be away from there: what it is known by, and not for showing.
    pub fn place(&self) -> Option<String> {
        match self {
            // One interpreter runs many bots.
            Self::Exec(exec::Program { program, arguments, .. }) => {
                Some(format!("{program} {}", arguments.join(" ")))
            }
            Self::Forward(endpoint) => Some(endpoint.url().to_string()),
            Self::None | Self::Echo { .. } => None,
        }
    }

    /// Asks for the answer to an event; no message means no answer.
    ///
    /// # Errors
    /// After any error the event can be tried again.
    pub async fn decide(
        &self,
        input: &HandlerInput<'_>,
    ) -> Result<Vec<OutgoingMessage>, HandlerError> {
        match self {
            Self::None => Ok(Vec::new()),
            Self::Echo { prefix } => {
                let text = input.content.get("text").and_then(Value::as_str).unwrap_or_default();
                let mut reply = format!("{prefix}{text}");
                reply.truncate(reply.floor_char_boundary(MAX_TEXT_BYTES));
                // An image has no text to send back.
                Ok(if text.trim().is_empty() { Vec::new() } else { vec![action::text(reply)?] })
            }
            Self::Exec(program) => {
                Ok(action::read(&program.answer(input.id, &json(input)).await?, false)?)
            }
            Self::Forward(endpoint) => {
                let http::Answer { body, is_json } = endpoint.run(input.key, json(input)).await?;
                Ok(action::read(&body, is_json)?)
            }
        }
    }
}

/// Shows which it is, without what may hold a secret.
impl fmt::Display for Handler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exec(program) => f.write_str(&program.program),
            Self::Forward(endpoint) => write!(f, "{endpoint}"),
            Self::None => f.write_str("no bot"),
            Self::Echo { .. } => f.write_str("echo"),
        }
    }
}

fn json(input: &HandlerInput<'_>) -> Vec<u8> {
    serde_json::to_vec(input).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::domain::message::WrittenMessage;
    use serde_json::json;

    use super::*;

    #[test]
    fn the_schema_names_what_a_handler_is_given() {
        let raw = RawValue::from_string("{}".to_owned()).unwrap();
        let content = content();
        let input = HandlerInput {
            key: EventKey([0; 16]),
            id: 1,
            kind: "message",
            account: HandlerAccount { account_id: "17", alias: "a", username: "a" },
            sender_id: None,
            recipient_id: None,
            mid: None,
            timestamp: None,
            attempt: 1,
            content: &content,
            raw: &raw,
        };
        let given = serde_json::to_value(&input).unwrap();
        let schema: Value = serde_json::from_str(EVENT_SCHEMA).unwrap();
        let names =
            |value: &Value| -> Vec<String> { value.as_object().unwrap().keys().cloned().collect() };
        assert_eq!(names(&schema["properties"]), names(&given));
        assert_eq!(names(&schema["properties"]["account"]["properties"]), names(&given["account"]));
        let mut required: Vec<_> =
            serde_json::from_value::<Vec<String>>(schema["required"].clone()).unwrap();
        required.sort();
        assert_eq!(required, names(&given));
    }

    /// What `webhook::content` makes; rooms on one floor do not know each other.
    fn content() -> Value {
        json!({ "text": null, "payload": null, "attachments": [], "reply_to": null,
                "referral": null, "unsupported": false })
    }

    #[test]
    fn what_the_schema_allows_is_what_is_read() {
        let schema: Value = serde_json::from_str(ACTION_SCHEMA).unwrap();
        // serde names all members and all kinds when it meets another one.
        let known = |odd: &str| {
            let error = serde_json::from_str::<WrittenMessage>(odd).map(drop).unwrap_err();
            let text = error.to_string();
            let (_, list) = text.split_once("expected one of ").unwrap();
            let (list, _) = list.split_once(" at line").unwrap();
            let mut names: Vec<_> =
                list.split(", ").map(|name| name.trim_matches('`').to_owned()).collect();
            names.sort();
            names
        };
        let mut members: Vec<_> = schema["properties"].as_object().unwrap().keys().collect();
        members.sort();
        assert_eq!(known(r#"{"odd":1}"#), members.into_iter().cloned().collect::<Vec<_>>());
        let kinds = schema["properties"]["type"]["enum"].clone();
        let mut kinds: Vec<String> = serde_json::from_value(kinds).unwrap();
        kinds.sort();
        assert_eq!(known(r#"{"type":"odd"}"#), kinds);
        assert!(action::read(br#"{"type":"text","text":"a"}"#, true).is_ok());
        assert_eq!(schema["additionalProperties"], false);
    }

    #[test]
    fn a_gateway_that_waited_for_a_bot_has_reached_it() {
        for (status, expected) in [
            (404, Presence::There),
            (429, Presence::Doubtful),
            (500, Presence::There),
            (502, Presence::Doubtful),
            (503, Presence::Doubtful),
            (504, Presence::There),
        ] {
            assert_eq!(
                HandlerError::Status { status, rest: None }.presence(),
                expected,
                "{status}"
            );
        }
    }
}
