//! What a handler wants done: plain text, or actions as JSON.

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::domain::json::{Object, readable};
use crate::domain::message::{InvalidMessage, MessageText, OutgoingMessage, WrittenMessage};

/// Most actions taken from one answer.
const MAX_ACTIONS: usize = 20;

/// Most braces of a text that are looked behind for an action.
const MAX_BRACES: usize = 100;

/// Why output is no answer. The output itself is not shown: it may hold a customer's words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ActionError {
    /// Not text.
    #[error("not UTF-8")]
    NotText,
    /// It is JSON, or begins like it, and is no action.
    #[error("{problem} (line {line}, column {column}); see `igbot schema action`")]
    NotAnAction {
        /// What is wrong, without a word of the answer.
        problem: String,
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
    },
    /// Text with an action in it, most likely behind what was printed to find a mistake.
    #[error(
        "line {line} has an action mixed with other text; print debug output to standard error"
    )]
    Mixed {
        /// Counted from 1.
        line: usize,
    },
    /// A message that cannot be sent.
    #[error(transparent)]
    Message(#[from] InvalidMessage),
    /// More than anybody wants to read.
    #[error("more than {MAX_ACTIONS} actions")]
    TooMany,
}

/// A text as an answer.
///
/// # Errors
/// A text that Instagram would refuse.
pub(super) fn text(text: impl Into<String>) -> Result<OutgoingMessage, ActionError> {
    Ok(MessageText::new(text).map_err(InvalidMessage::from)?.into())
}

/// Reads what a handler printed: nothing, plain text, one JSON object, several in a row, or a
/// list of them. `null` is nothing, too. Text that is JSON of another kind is no answer, for it was
/// hardly meant for a person; only a number may be. Nor is text with an action in it.
/// With `only_json` no text is.
pub(super) fn read(output: &[u8], only_json: bool) -> Result<Vec<OutgoingMessage>, ActionError> {
    let output = std::str::from_utf8(output).map_err(|_| ActionError::NotText)?;
    let plain = output.trim_start_matches('\u{feff}').trim();
    let output = &*readable(plain);
    let list = output.strip_prefix('[').map(str::trim_start);
    let actions: Vec<Object<WrittenMessage>> = if output.is_empty() || output == "null" {
        return Ok(Vec::new());
    } else if output.starts_with('{') {
        let actions = serde_json::Deserializer::from_str(output).into_iter();
        actions.collect::<Result<_, _>>().map_err(not_an_action)?
    } else if only_json || list.is_some_and(|it| it.starts_with(['{', ']'])) || is_json(plain) {
        serde_json::from_str(output).map_err(not_an_action)?
    } else if let Some(start) = action_in(output) {
        let before = output.get(..start).unwrap_or_default();
        return Err(ActionError::Mixed { line: before.matches('\n').count() + 1 });
    } else {
        return Ok(vec![text(plain)?]);
    };
    if actions.len() > MAX_ACTIONS {
        return Err(ActionError::TooMany);
    }
    actions.into_iter().map(|Object(written)| Ok(OutgoingMessage::try_from(written)?)).collect()
}

/// Names that others use, and what they are here.
const MISTAKEN: [(&str, &str); 8] = [
    ("emoji", "`reaction`"),
    ("buttons", "part of a `template`"),
    ("quickReplies", "`quick_replies`"),
    ("image", "`url`, with `\"type\": \"image\"`"),
    ("image_url", "`url`, with `\"type\": \"image\"`"),
    ("attachment", "`url` or `attachment_id`, with a `type`"),
    ("messages", "one object a message"),
    ("recipient", "the person who wrote, always"),
];

fn not_an_action(error: serde_json::Error) -> ActionError {
    // What serde says of it quotes values, and names that a person may have written.
    let said = error.to_string();
    let problem = if let Some(rest) = said.strip_prefix("unknown field `") {
        let name = rest.split('`').next().unwrap_or_default();
        let meant = MISTAKEN.iter().find(|(wrong, _)| *wrong == name);
        if let Some((wrong, right)) = meant {
            let problem = format!("unknown field `{wrong}` in an action: it is {right}");
            return ActionError::NotAnAction {
                problem,
                line: error.line(),
                column: error.column(),
            };
        }
        "unknown field in an action"
    } else if said.starts_with("unknown variant") {
        "unknown value in an action"
    } else if error.is_data() {
        "JSON, but not an action"
    } else {
        "looks like JSON but is invalid"
    };
    let problem = problem.to_owned();
    ActionError::NotAnAction { problem, line: error.line(), column: error.column() }
}

/// Where in a text an action stands. Other JSON may be meant for the person.
fn action_in(text: &str) -> Option<usize> {
    #[derive(Deserialize)]
    struct Known {
        r#type: Option<IgnoredAny>,
        text: Option<IgnoredAny>,
        message: Option<IgnoredAny>,
    }
    let is_action = |start: &usize| {
        let rest = text.get(*start..).unwrap_or_default();
        let read = serde_json::Deserializer::from_str(rest).into_iter::<Known>().next();
        let known = |it: Known| it.r#type.is_some() || it.text.is_some() || it.message.is_some();
        read.and_then(Result::ok).is_some_and(known)
    };
    text.match_indices('{').map(|(start, _)| start).take(MAX_BRACES).find(is_action)
}

/// Whether a text is JSON, and no number.
fn is_json(text: &str) -> bool {
    let number = text.starts_with(|first: char| first == '-' || first.is_ascii_digit());
    !number && serde_json::from_str::<IgnoredAny>(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(output: &str) -> Result<Vec<String>, ActionError> {
        let messages = read(output.as_bytes(), false)?;
        Ok(messages.iter().map(|message| message.text().unwrap().to_owned()).collect())
    }

    #[test]
    fn the_examples_of_the_readme_are_answers() {
        let readme = include_str!("../../README.md");
        let answers = readme.split("### Answers").nth(1).unwrap();
        let examples = answers.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
        assert!(examples.lines().count() >= 5);
        for example in examples.lines() {
            let example = example.replace('…', "");
            assert_eq!(read(example.as_bytes(), false).map(|it| it.len()), Ok(1), "{example}");
        }
    }

    #[test]
    fn every_form_of_answer_is_understood() {
        for (output, expected) in [
            ("", vec![]),
            (" \n", vec![]),
            ("Hello\n", vec!["Hello"]),
            ("two\nlines", vec!["two\nlines"]),
            ("[not json]", vec!["[not json]"]),
            ("[1] Yes [2] No", vec!["[1] Yes [2] No"]),
            ("4711", vec!["4711"]),
            ("\"So\", she said", vec!["\"So\", she said"]),
            ("null", vec![]),
            ("[]", vec![]),
            ("\u{feff}{\"text\":\"a\"}", vec!["a"]),
            (r#"{"type":"text","text":"a"}"#, vec!["a"]),
            ("{\n \"text\": \"a\"\n}\n{\"text\":\"b\"}\n", vec!["a", "b"]),
            (r#"[{"text":"a"},{"text":"b"}]"#, vec!["a", "b"]),
            (r#"{"type":null,"text":"a","quick_replies":null,"human_agent":null}"#, vec!["a"]),
            // What JavaScript makes of a text that is cut by its length.
            (r#"{"text":"a\ud83d"}"#, vec!["a\u{fffd}"]),
        ] {
            assert_eq!(texts(output).unwrap(), expected, "{output}");
        }
    }

    #[test]
    fn a_mistake_is_named_without_what_was_said() {
        for (output, named) in [
            (r#"{"type":"canary","text":"a"}"#, "unknown value in an action"),
            (r#"{"canary":"x"}"#, "unknown field in an action"),
            ("{'type': 'text'}", "looks like JSON but is invalid"),
            (r#"{"text":{"canary":"canary"}}"#, "JSON, but not an action"),
        ] {
            let said = texts(output).unwrap_err().to_string();
            assert!(said.starts_with(named) && !said.contains("canary"), "{output}: {said}");
        }
    }

    #[test]
    fn broken_json_is_never_sent_to_a_customer() {
        for output in [
            "{",
            r#"{"type":"dance","text":"a"}"#,
            r#"{"txt":"a"}"#,
            "{} rest",
            r#"[{"type":"text","text":"half"},"#,
            r#"[ {"txt":"a"}]"#,
            r#"[{"text":"a"},7]"#,
            r#"["a"]"#,
            r#"[["text","a"]]"#,
            r#"[{"text":"a"},["text","b"]]"#,
            "[1]",
            "\"a\"",
            "true",
        ] {
            assert!(matches!(texts(output), Err(ActionError::NotAnAction { .. })), "{output}");
        }
        for (mixed, line) in [
            ("DEBUG: got event 3\n {\"type\":\"text\",\"text\":\"a\"}", 2),
            ("got\n[{\n  \"text\": \"a\"\n}]", 2),
            ("DEBUG: {\"text\":\"a\"};", 1),
        ] {
            assert_eq!(texts(mixed), Err(ActionError::Mixed { line }), "{mixed}");
        }
        assert_eq!(texts("so {\"qty\": 1} of {x}").unwrap().len(), 1);
        assert!(matches!(texts(&"a".repeat(1001)), Err(ActionError::Message(_))));
        assert_eq!(read(b"\xff", false), Err(ActionError::NotText));
        for output in ["4711", "hello", "[broken"] {
            let read = read(output.as_bytes(), true);
            assert!(matches!(read, Err(ActionError::NotAnAction { .. })), "{output}");
        }
        assert_eq!(read(b" null ", true), Ok(Vec::new()));
        assert_eq!(texts(&"{\"text\":\"a\"}\n".repeat(21)), Err(ActionError::TooMany));
    }
}
