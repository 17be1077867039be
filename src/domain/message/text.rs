//! The text of a message.

use std::fmt;

/// Longest text of a direct message: 1000 **bytes** of UTF-8, not characters (reference 6).
pub const MAX_TEXT_BYTES: usize = 1000;

/// A text that Instagram takes: 1 to 1000 bytes, not blank.
#[derive(Clone, PartialEq, Eq)]
pub struct MessageText(String);

/// Why a text cannot be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidText {
    /// Nothing but blanks.
    #[error("the text is empty")]
    Empty,
    /// What ends a text in many programs, and mostly a text in another encoding.
    #[error("the text holds a NUL character")]
    Nul,
    /// Longer than Instagram takes.
    #[error("the text has {bytes} bytes; Instagram allows at most {MAX_TEXT_BYTES} bytes of UTF-8")]
    TooLong {
        /// Its length in bytes.
        bytes: usize,
    },
}

impl MessageText {
    /// Checks a text against the platform's limit.
    ///
    /// # Errors
    /// A blank text, one with a NUL, or one of more than [`MAX_TEXT_BYTES`] bytes.
    pub fn new(text: impl Into<String>) -> Result<Self, InvalidText> {
        let text = text.into();
        match text.len() {
            _ if text.trim().is_empty() => Err(InvalidText::Empty),
            _ if text.contains('\0') => Err(InvalidText::Nul),
            bytes if bytes > MAX_TEXT_BYTES => Err(InvalidText::TooLong { bytes }),
            _ => Ok(Self(text)),
        }
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<MessageText> for String {
    fn from(text: MessageText) -> Self {
        text.0
    }
}

/// Shows the length only: texts must not reach a log.
impl fmt::Debug for MessageText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MessageText({} bytes)", self.0.len())
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
