//! The owner's program: gets an event, decides, never sends.

mod action;
pub mod exec;

pub use action::{Action, ActionError};

use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::domain::message::MAX_TEXT_BYTES;

/// What a handler is given, as JSON on its standard input.
#[derive(Debug, Serialize)]
pub struct HandlerInput<'a> {
    /// Row number of the event; the same on every attempt.
    pub id: i64,
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
}

/// Why a handler gave no answer.
#[derive(Debug, thiserror::Error)]
pub enum HandlerError {
    /// The program could not be run.
    #[error("the program cannot be run")]
    Spawn(#[source] std::io::Error),
    /// It ended badly.
    #[error("the program failed ({0})")]
    Exit(std::process::ExitStatus),
    /// It took too long and was ended.
    #[error("the program took longer than {} s", .0.as_secs())]
    TimedOut(std::time::Duration),
    /// It printed more than is read.
    #[error("the program printed more than {0} bytes")]
    TooLong(usize),
    /// It printed something that is no answer.
    #[error("the program's output is not usable")]
    Output(#[from] ActionError),
}

impl Handler {
    /// Asks for the answer to an event; no action means no answer.
    ///
    /// # Errors
    /// See [`HandlerError`]; the event can be tried again.
    pub async fn decide(&self, input: &HandlerInput<'_>) -> Result<Vec<Action>, HandlerError> {
        match self {
            Self::None => Ok(Vec::new()),
            Self::Echo { prefix } => {
                let text = input.content.get("text").and_then(Value::as_str).unwrap_or_default();
                let mut reply = format!("{prefix}{text}");
                reply.truncate(reply.floor_char_boundary(MAX_TEXT_BYTES));
                // An image has no text to send back.
                Ok(if text.trim().is_empty() { Vec::new() } else { vec![Action::text(reply)?] })
            }
            Self::Exec(program) => {
                let json = serde_json::to_vec(input).unwrap_or_default();
                Ok(Action::read(&program.run(&json, &[]).await?)?)
            }
        }
    }
}
