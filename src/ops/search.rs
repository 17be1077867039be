//! Looking for words in a history whose texts are encrypted: each is decrypted and looked at.

use super::messages::{History, Message};
use crate::store::StoreError;

/// Words that a text must hold, all of them, in whatever case and wherever in it.
#[derive(Clone)]
pub struct Words(Vec<String>);

impl Words {
    /// Takes words as somebody typed them; `None` if there is nothing to look for. Blanks inside one
    /// are part of it.
    pub fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let words = words.into_iter().map(|word| folded(word.trim()));
        let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
        (!words.is_empty()).then_some(Self(words))
    }

    /// Whether a text holds them all.
    pub fn are_in(&self, text: &str) -> bool {
        let text = folded(text);
        self.0.iter().all(|word| text.contains(word))
    }
}

/// A text without the difference of upper and lower case. Through the upper case, because several
/// small letters may have one and the same: `ß` is `ss` and a final `ς` is `σ`.
fn folded(text: &str) -> String {
    match text.is_ascii() {
        true => text.to_ascii_lowercase(),
        false => text.chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect(),
    }
}

/// Reads a history on to the next message that holds the words; `None` at its end.
pub async fn next(history: &mut History, words: &Words) -> Result<Option<Message>, StoreError> {
    while let Some(message) = history.next().await? {
        if message.text.as_deref().is_some_and(|text| words.are_in(text)) {
            return Ok(Some(message));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case_of_any_script() {
        for (words, text, found) in [
            (&["order"][..], "Where is my ORDER?", true),
            (&["ORDER", "where"], "Where is my order?", true),
            (&["order", "refund"], "Where is my order?", false),
            (&["my order"], "Where is my order?", true),
            (&["order my"], "Where is my order?", false),
            (&["señor"], "SEÑOR", true),
            (&["STRASSE"], "Große Straße 7", true),
            (&["ΟΔΟΣ"], "η οδός και η οδος", true),
            (&["привет"], "ПРИВЕТ!", true),
            (&["👍"], "ok 👍🏼", true),
            (&["注文"], "ご注文の件", true),
            (&["x"], "", false),
        ] {
            assert_eq!(Words::new(words.iter().copied()).unwrap().are_in(text), found, "{words:?}");
        }
        assert!(Words::new([" ", ""]).is_none());
    }
}
