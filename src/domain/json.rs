//! What is read of JSON with more care than serde takes by itself.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};

/// What is written as an object. By itself serde also takes an array for one, of its values in order.
pub(crate) struct Object<T>(pub(crate) T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AsMap<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for AsMap<T> {
            type Value = T;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map))
            }
        }

        deserializer.deserialize_map(AsMap(PhantomData)).map(Object)
    }
}

/// Most digits of a whole number that is kept to the digit: those of 64 bits have up to 20, and some of
/// these 20 are too large.
const DIGITS: usize = 19;

/// JSON of which serde reads all, and to the digit (security, 7). Numbers that it has no room for are texts:
/// Instagram writes ids as numbers in places (reference 8.4). Half a character, which stays where
/// somebody cuts a text by its length, is U+FFFD.
pub(crate) fn readable(json: &str) -> Cow<'_, str> {
    let mut readable = String::new();
    let (mut at, mut copied, mut in_text) = (0, 0, false);
    while let Some(byte) = json.as_bytes().get(at) {
        let (end, instead) = match byte {
            b'\\' => escape(json, at),
            b'-' | b'0'..=b'9' if !in_text => number(json, at),
            b'"' => {
                in_text = !in_text;
                (at + 1, None)
            }
            _ => (at + 1, None),
        };
        if let Some(instead) = instead {
            readable.push_str(&json[copied..at]);
            readable.push_str(&instead);
            copied = end;
        }
        at = end;
    }
    if copied == 0 {
        return Cow::Borrowed(json);
    }
    readable.push_str(&json[copied..]);
    Cow::Owned(readable)
}

/// Byte offset of the first number that is written otherwise once it was read, as `19.90` and `1e5` are, and what has
/// more digits than 64 bits.
pub(crate) fn changed_number(json: &str) -> Option<usize> {
    first_number(json, |number| {
        let read = serde_json::from_str::<serde_json::Number>(number);
        read.is_ok_and(|read| read.to_string() != number)
    })
}

/// Most digits that a number with a point or an exponent is known to keep.
const FLOAT_DIGITS: usize = 15;

/// Byte offset of the first number that has another value once it was read.
pub(crate) fn lossy_number(json: &str) -> Option<usize> {
    first_number(json, |number| match number.contains(['.', 'e', 'E']) {
        true => {
            let mantissa = number.split(['e', 'E']).next().unwrap_or_default();
            let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
            digits.trim_matches('0').len() > FLOAT_DIGITS
        }
        false => number.parse::<i64>().is_err() && number.parse::<u64>().is_err(),
    })
}

fn first_number(json: &str, wanted: impl Fn(&str) -> bool) -> Option<usize> {
    let (mut at, mut in_text) = (0, false);
    while let Some(byte) = json.as_bytes().get(at) {
        at = match byte {
            b'\\' => escape(json, at).0,
            b'-' | b'0'..=b'9' if !in_text => {
                let (end, _) = number(json, at);
                if wanted(&json[at..end]) {
                    return Some(at);
                }
                end
            }
            b'"' => {
                in_text = !in_text;
                at + 1
            }
            _ => at + 1,
        };
    }
    None
}

/// Where the number at a place ends, and what is read instead of it.
fn number(json: &str, at: usize) -> (usize, Option<String>) {
    let is_of_number = |byte: &u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
    let end = at + json.as_bytes()[at..].iter().take_while(|byte| is_of_number(byte)).count();
    let number = &json[at..end];
    let fits = match number.bytes().all(|byte| byte.is_ascii_digit()) {
        true => number.len() <= DIGITS,
        false => !number.parse().is_ok_and(f64::is_infinite),
    };
    (end, (!fits).then(|| format!("\"{number}\"")))
}

/// Where the escape at a place ends, and what is read instead of it.
fn escape(json: &str, at: usize) -> (usize, Option<String>) {
    let unit = |at: usize| {
        let digits = json.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok()
    };
    match (unit(at), unit(at + 6)) {
        (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => (at + 12, None),
        (Some(0xD800..=0xDFFF), _) => (at + 6, Some("\\ufffd".to_owned())),
        _ => (at + 2, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_would_lose_digits_is_found() {
        for (json, expected) in [
            (r#"{"a":19.9,"b":[1,-2,0.5,18446744073709551615],"c":"19.90 \" 19.90"}"#, None),
            (r#"{"a":19.90}"#, Some(5)),
            (r#"{"a":1,"b":9400111899223100001234}"#, Some(11)),
            ("1e5", Some(0)),
            ("[1.0,nonsense]", None),
        ] {
            assert_eq!(changed_number(json), expected, "{json}");
        }
        for (json, expected) in [
            (r#"{"a":19.90,"b":[1e5,-0,0.000000000000000001],"c":18446744073709551615}"#, None),
            (r#"{"a":1,"b":9400111899223100001234}"#, Some(11)),
            ("[0.12345678901234567]", Some(1)),
        ] {
            assert_eq!(lossy_number(json), expected, "{json}");
        }
    }

    #[test]
    fn what_serde_has_no_room_for_is_read_otherwise_and_all_else_stays() {
        for (json, expected) in [
            (r#"{"id":100000000000000000001,"n":1}"#, r#"{"id":"100000000000000000001","n":1}"#),
            (
                "[18446744073709551616, 18446744073709551615]",
                r#"["18446744073709551616", "18446744073709551615"]"#,
            ),
            ("100000000000000000001", r#""100000000000000000001""#),
            (r#"[1e400,-1e999,"1e400"]"#, r#"["1e400","-1e999","1e400"]"#),
            (r#"["\ud83d","a\uDE00\n"]"#, r#"["\ufffd","a\ufffd\n"]"#),
            (r#""\ud83d\ud83d\ude00\\ud83d""#, r#""\ufffd\ud83d\ude00\\ud83d""#),
        ] {
            assert_eq!(readable(json), expected);
        }
        for json in [
            "1234567890123456789",
            r#"{"text":"100000000000000000001 \\\" 100000000000000000001"}"#,
            "-100000000000000000001",
            "1000000000000000000.01",
            "1e-10000000000000000000",
            "1-2",
            r#""\ud83d\ude00 \u00e9 \ud83""#,
            "\"an open text",
            "\"an open escape\\",
            "",
        ] {
            assert!(matches!(readable(json), Cow::Borrowed(same) if same == json), "{json}");
        }
    }
}
