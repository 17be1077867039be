//! What proxies and frameworks do to a body on its way, undone to see whether its signature fits then.

use std::fmt::{self, Write as _};

use serde::de::IgnoredAny;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// What was done to a body after it was signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Its JSON was written with other blanks.
    Spacing,
    /// Letters were written as `\u00e9` that were not, or the other way round; so with `\/`.
    Escapes,
    /// Both.
    Rewritten,
    /// A line break at its end was added or taken away.
    LastLine,
    /// Line breaks were changed between those of Unix and Windows.
    LineBreaks,
    /// A byte order mark was added or taken away.
    ByteOrderMark,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Spacing => "its JSON has different whitespace",
            Self::Escapes => "letters or slashes are escaped differently",
            Self::Rewritten => "its JSON was re-serialized",
            Self::LastLine => "a line break at its end came or went",
            Self::LineBreaks => "its line breaks are of another kind",
            Self::ByteOrderMark => "a byte order mark came or went",
        })
    }
}

/// The change without which `body` would be one that `fits`.
pub(super) fn find(body: &[u8], fits: impl Fn(&[u8]) -> bool) -> Option<Change> {
    let joined = |parts: &[&[u8]]| parts.concat();
    let last = body.trim_ascii_end();
    if fits(last) || [&b"\n"[..], b"\r\n"].iter().any(|end| fits(&joined(&[last, end]))) {
        return Some(Change::LastLine);
    }
    let without = body.strip_prefix(BYTE_ORDER_MARK);
    if without.map_or_else(|| fits(&joined(&[BYTE_ORDER_MARK, body])), &fits) {
        return Some(Change::ByteOrderMark);
    }
    let text = std::str::from_utf8(without.unwrap_or(body)).ok()?;
    let unix = text.replace("\r\n", "\n");
    if fits(unix.as_bytes()) || fits(unix.replace('\n', "\r\n").as_bytes()) {
        return Some(Change::LineBreaks);
    }
    serde_json::from_str::<IgnoredAny>(text).ok()?;
    for spacing in [None, Some(""), Some(" ")] {
        for escapes in [None].into_iter().chain(ESCAPES.map(Some)) {
            let rewritten = rewrite(text, spacing, escapes);
            if rewritten.is_some_and(|it| fits(it.as_bytes())) {
                return Some(match (spacing, escapes) {
                    (_, None) => Change::Spacing,
                    (None, _) => Change::Escapes,
                    _ => Change::Rewritten,
                });
            }
        }
    }
    None
}

/// How a writer of JSON treats what may or may not be escaped.
#[derive(Debug, Clone, Copy)]
struct Escapes {
    /// Letters beyond ASCII become `\u00e9`.
    ascii: bool,
    /// `/` becomes `\/`.
    slash: bool,
}

/// Instagram's way first (reference 8.2).
const ESCAPES: [Escapes; 4] = [
    Escapes { ascii: true, slash: true },
    Escapes { ascii: true, slash: false },
    Escapes { ascii: false, slash: false },
    Escapes { ascii: false, slash: true },
];

/// Writes JSON with other blanks or escapes; names, order and numbers stay to the letter.
///
/// `spacing` is what follows commas and colons, and all that lies outside of strings; `None` leaves
/// all as it is, in blanks as in escapes. `None` comes back for text that JSON cannot hold.
fn rewrite(json: &str, spacing: Option<&str>, escapes: Option<Escapes>) -> Option<String> {
    let mut written = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(letter) = rest.chars().next() {
        let length = match letter {
            '"' => string_length(rest),
            _ => letter.len_utf8(),
        };
        let (token, after) = rest.split_at_checked(length)?;
        rest = after;
        match (letter, spacing, escapes) {
            ('"', _, Some(escapes)) => {
                quote(&serde_json::from_str::<String>(token).ok()?, escapes, &mut written)
            }
            (' ' | '\t' | '\n' | '\r', Some(_), _) => {}
            (',' | ':', Some(blank), _) => written.extend([token, blank]),
            _ => written.push_str(token),
        }
    }
    Some(written)
}

/// The length of the string that `json` begins with, with its quotes.
fn string_length(json: &str) -> usize {
    let mut escaped = false;
    let end = json.bytes().skip(1).position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.map_or(json.len(), |at| at + 2)
}

fn quote(text: &str, escapes: Escapes, written: &mut String) {
    written.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => written.extend(['\\', letter]),
            '/' if escapes.slash => written.push_str("\\/"),
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            '\t' => written.push_str("\\t"),
            '\u{8}' => written.push_str("\\b"),
            '\u{c}' => written.push_str("\\f"),
            plain if plain >= ' ' && (plain.is_ascii() || !escapes.ascii) => written.push(plain),
            other => {
                for unit in other.encode_utf16(&mut [0; 2]) {
                    // Writing into a String cannot fail.
                    let _ = write!(written, "\\u{unit:04x}");
                }
            }
        }
    }
    written.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_to_a_body_is_undone() {
        let sent = r#"{"a":"\u00e9 \ud83d\udc4d \/","n":1e400,"n":[1, 2.50]}"#;
        let compact = r#"{"a":"\u00e9 \ud83d\udc4d \/","n":1e400,"n":[1,2.50]}"#;
        let plain = r#"{"a":"é 👍 /","n":1e400,"n":[1,2.50]}"#;
        let spaced = r#"{"a": "é 👍 /", "n": 1e400, "n": [1, 2.50]}"#;
        let indented = "{\n  \"a\": \"é 👍 /\",\n  \"n\": 1e400,\n  \"n\": [1, 2.50]\n}\n";
        for (signed, received, expected) in [
            (compact, sent, Some(Change::Spacing)),
            (compact, plain, Some(Change::Escapes)),
            (plain, compact, Some(Change::Escapes)),
            (compact, spaced, Some(Change::Rewritten)),
            (compact, indented, Some(Change::Rewritten)),
            (spaced, compact, Some(Change::Rewritten)),
            (r#"{"a":"\u00e9/"}"#, r#"{"a":"é/"}"#, Some(Change::Escapes)),
            (r#"{"a":"é\/"}"#, r#"{"a":"é/"}"#, Some(Change::Escapes)),
            ("{}", "{}\n", Some(Change::LastLine)),
            ("{}", "{}\r\n", Some(Change::LastLine)),
            ("{}\n", "{}", Some(Change::LastLine)),
            ("{}\r\n", "{}\n", Some(Change::LastLine)),
            ("{}", "\u{feff}{}", Some(Change::ByteOrderMark)),
            ("\u{feff}{}", "{}", Some(Change::ByteOrderMark)),
            ("{\n}\n", "{\r\n}\r\n", Some(Change::LineBreaks)),
            ("{\r\n}", "{\n}", Some(Change::LineBreaks)),
            ("{}", "{}", None),
            (r#"{"a":1}"#, r#"{"a":2}"#, None),
            (r#"{"a":"\u00e9"}"#, r#"{"a":"\ud800"}"#, None),
            ("", "\"\\", None),
        ] {
            let found = find(received.as_bytes(), |it| {
                it != received.as_bytes() && it == signed.as_bytes()
            });
            assert_eq!(found, expected, "{received} for {signed}");
        }
    }
}
