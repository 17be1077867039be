//! What a handler wants done: plain text, or actions as JSON.

use crate::domain::message::{InvalidMessage, MessageText, OutgoingMessage, WrittenMessage};

/// Most actions taken from one answer.
const MAX_ACTIONS: usize = 20;

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Send this to the person.
    Send(OutgoingMessage),
}

/// Why output is no answer. The output itself is not shown: it may hold a customer's words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ActionError {
    /// Not text.
    #[error("it is not UTF-8")]
    NotText,
    /// It begins like JSON and is no action.
    #[error("it begins with `{{` but is not an action (line {line}, column {column})")]
    NotAnAction {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
    },
    /// A message that cannot be sent.
    #[error(transparent)]
    Message(#[from] InvalidMessage),
    /// More than anybody wants to read.
    #[error("it has more than {MAX_ACTIONS} actions")]
    TooMany,
}

impl Action {
    /// Sends a text.
    ///
    /// # Errors
    /// A text that Instagram would refuse.
    pub fn text(text: impl Into<String>) -> Result<Self, ActionError> {
        Ok(Self::Send(MessageText::new(text).map_err(InvalidMessage::from)?.into()))
    }

    /// Reads what a handler printed: nothing, plain text, one JSON object, several in a row, or a
    /// list of them.
    ///
    /// # Errors
    /// See [`ActionError`].
    pub fn read(output: &[u8]) -> Result<Vec<Self>, ActionError> {
        let text = std::str::from_utf8(output).map_err(|_| ActionError::NotText)?.trim();
        let actions: Vec<WrittenMessage> = if text.is_empty() {
            return Ok(Vec::new());
        } else if text.starts_with('{') {
            let actions = serde_json::Deserializer::from_str(text).into_iter();
            actions.collect::<Result<_, _>>().map_err(|error| ActionError::NotAnAction {
                line: error.line(),
                column: error.column(),
            })?
        } else if let Some(actions) =
            serde_json::from_str(text).ok().filter(|_| text.starts_with('['))
        {
            actions
        } else {
            return Ok(vec![Self::text(text)?]);
        };
        if actions.len() > MAX_ACTIONS {
            return Err(ActionError::TooMany);
        }
        let send = |written| Ok(Self::Send(OutgoingMessage::try_from(written)?));
        actions.into_iter().map(send).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(output: &str) -> Result<Vec<String>, ActionError> {
        let actions = Action::read(output.as_bytes())?;
        let text = |Action::Send(message): Action| message.text().unwrap().to_owned();
        Ok(actions.into_iter().map(text).collect())
    }

    #[test]
    fn every_form_of_answer_is_understood() {
        for (output, expected) in [
            ("", vec![]),
            (" \n", vec![]),
            ("Hello\n", vec!["Hello"]),
            ("two\nlines", vec!["two\nlines"]),
            ("[not json]", vec!["[not json]"]),
            (r#"{"type":"text","text":"a"}"#, vec!["a"]),
            ("{\n \"text\": \"a\"\n}\n{\"text\":\"b\"}\n", vec!["a", "b"]),
            (r#"[{"text":"a"},{"text":"b"}]"#, vec!["a", "b"]),
        ] {
            assert_eq!(texts(output).unwrap(), expected, "{output}");
        }
    }

    #[test]
    fn broken_json_is_never_sent_to_a_customer() {
        for output in ["{", r#"{"type":"dance","text":"a"}"#, r#"{"txt":"a"}"#, "{} rest"] {
            assert!(matches!(texts(output), Err(ActionError::NotAnAction { .. })), "{output}");
        }
        assert!(matches!(texts(&"a".repeat(1001)), Err(ActionError::Message(_))));
        assert_eq!(Action::read(b"\xff"), Err(ActionError::NotText));
        assert_eq!(texts(&"{\"text\":\"a\"}\n".repeat(21)), Err(ActionError::TooMany));
    }
}
