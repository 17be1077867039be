//! What is read of JSON with more care than serde takes by itself.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};

/// What is written as an object. By itself serde also takes an array for one, of its values in order.
pub(super) struct Object<T>(pub(super) T);

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

/// JSON in which whole numbers too long for 64 bits are texts, so that they lose no digit (security, 7).
/// Instagram writes ids as numbers in places (reference 8.4).
pub(super) fn exact(json: &str) -> Cow<'_, str> {
    let bytes = json.as_bytes();
    let mut exact = String::new();
    let (mut at, mut copied) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => at = end_of_text(bytes, at),
            b'-' | b'0'..=b'9' => {
                let number = bytes[at..].iter().take_while(|byte| is_of_number(**byte)).count();
                let end = at + number;
                if number > DIGITS && bytes[at..end].iter().all(u8::is_ascii_digit) {
                    exact.push_str(&json[copied..at]);
                    exact.extend(["\"", &json[at..end], "\""]);
                    copied = end;
                }
                at = end;
            }
            _ => at += 1,
        }
    }
    if copied == 0 {
        return Cow::Borrowed(json);
    }
    exact.push_str(&json[copied..]);
    Cow::Owned(exact)
}

fn is_of_number(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E')
}

/// The place behind a text that begins at a place.
fn end_of_text(json: &[u8], begin: usize) -> usize {
    let mut at = begin + 1;
    loop {
        match json.get(at) {
            None | Some(b'"') => return at + 1,
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_whole_numbers_become_texts_and_all_else_stays() {
        for (json, expected) in [
            (r#"{"id":100000000000000000001,"n":1}"#, r#"{"id":"100000000000000000001","n":1}"#),
            (
                "[18446744073709551616, 18446744073709551615]",
                r#"["18446744073709551616", "18446744073709551615"]"#,
            ),
            ("100000000000000000001", r#""100000000000000000001""#),
        ] {
            assert_eq!(exact(json), expected);
        }
        for json in [
            "1234567890123456789",
            r#"{"text":"100000000000000000001 \\\" 100000000000000000001"}"#,
            "-100000000000000000001",
            "1000000000000000000.01",
            "1e10000000000000000000",
            "\"an open text",
            "\"an open escape\\",
            "",
        ] {
            assert!(matches!(exact(json), Cow::Borrowed(same) if same == json), "{json}");
        }
    }
}
