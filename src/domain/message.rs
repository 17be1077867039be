//! What igbot sends, and how a send can end.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Longest text of a direct message: 1000 **bytes** of UTF-8, not characters (reference 6).
pub const MAX_TEXT_BYTES: usize = 1000;

/// A text that Instagram takes: 1 to 1000 bytes, not blank.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct MessageText(String);

/// Why a text cannot be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidText {
    /// Nothing but blanks.
    #[error("the text is empty")]
    Empty,
    /// Longer than Instagram takes.
    #[error("the text has {bytes} bytes; Instagram takes {MAX_TEXT_BYTES} bytes of UTF-8")]
    TooLong {
        /// Its length in bytes.
        bytes: usize,
    },
}

impl MessageText {
    /// Checks a text against the platform's limit.
    ///
    /// # Errors
    /// A blank text, or one of more than [`MAX_TEXT_BYTES`] bytes.
    pub fn new(text: impl Into<String>) -> Result<Self, InvalidText> {
        let text = text.into();
        match text.len() {
            _ if text.trim().is_empty() => Err(InvalidText::Empty),
            bytes if bytes > MAX_TEXT_BYTES => Err(InvalidText::TooLong { bytes }),
            _ => Ok(Self(text)),
        }
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Shows the length only: texts must not reach a log.
impl fmt::Debug for MessageText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MessageText({} bytes)", self.0.len())
    }
}

/// A message on its way to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutgoingMessage {
    /// Plain text.
    Text(MessageText),
}

impl OutgoingMessage {
    /// The kind, as `message list` shows it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
        }
    }

    /// The text a person reads.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text.as_str(),
        }
    }
}

/// What can be shown to a person beside a message (reference 6, "typing, seen").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SenderAction {
    /// Shows their messages as seen.
    MarkSeen,
    /// Shows the typing indicator.
    TypingOn,
    /// Hides it.
    TypingOff,
}

/// How a send ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Instagram took it.
    Sent,
    /// Instagram did not take it, for certain.
    Refused,
    /// It may or may not have arrived; it is never repeated on its own.
    Unknown,
}

/// How an outgoing message stands in the store.
///
/// The row is written as `Sending` and committed before the call, so that a crash in the middle
/// leaves a trace instead of a silent second message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SendState {
    /// Handed to the network, answer not yet recorded.
    Sending,
    /// Accepted.
    Sent,
    /// Refused.
    Refused,
    /// Not known; look before repeating.
    Unknown,
}

impl SendState {
    /// The word of the store and of `--json`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
        }
    }
}

impl From<Outcome> for SendState {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Sent => Self::Sent,
            Outcome::Refused => Self::Refused,
            Outcome::Unknown => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_limit_counts_bytes_not_characters() {
        assert!(MessageText::new("a".repeat(1000)).is_ok());
        assert_eq!(MessageText::new("a".repeat(1001)), Err(InvalidText::TooLong { bytes: 1001 }));
        assert!(MessageText::new("é".repeat(500)).is_ok());
        assert_eq!(MessageText::new("é".repeat(501)), Err(InvalidText::TooLong { bytes: 1002 }));
        assert_eq!(MessageText::new(" \n"), Err(InvalidText::Empty));
    }

    #[test]
    fn debug_output_of_a_text_shows_its_length_only() {
        let text = MessageText::new("the customer's secret").unwrap();
        assert_eq!(format!("{text:?}"), "MessageText(21 bytes)");
    }
}
