//! Instagram's ids, one type for each so that none is taken for another (reference 4).
//!
//! Ids are text. They arrive as JSON strings or as numbers above 2^53, and keep every digit.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize};

/// Longest id taken; Instagram's own have 17 digits, test deliveries use short words.
const MAX_LEN: usize = 64;

/// A text that can be no id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an id is 1 to 64 letters, digits, `.`, `-` or `_`, and more than dots")]
pub struct InvalidId;

/// In the path of a URL dots alone lead elsewhere.
fn is_dots(text: &str) -> bool {
    matches!(text, "." | "..")
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id as Instagram writes it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                let plain = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'.' | b'-' | b'_');
                if text.is_empty() || is_dots(text) || text.len() > MAX_LEN || !text.bytes().all(plain) {
                    return Err(InvalidId);
                }
                Ok(Self(text.to_owned()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                text_or_number(deserializer)?.parse().map_err(de::Error::custom)
            }
        }
    };
}

id! {
    /// The professional account id, `user_id` of `/me` and `entry.id` of a delivery.
    AccountId
}
id! {
    /// The same account as one app sees it, `id` of `/me` and `user_id` of a deletion callback.
    AppScopedId
}
id! {
    /// A customer as one account sees them, the Instagram-scoped id.
    IgScopedId
}

id! {
    /// A comment on a post, reel or broadcast.
    CommentId
}
id! {
    /// A post, reel or story of the account.
    MediaId
}
id! {
    /// A file that was uploaded to be sent, also more than once.
    AttachmentId
}

/// A message as Instagram names it: 150 to 250 characters that hold the account's id (reference 6).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct MessageId(String);

/// A text that can be no id of a message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the id of a message is 1 to 512 characters without blanks")]
pub struct InvalidMessageId;

impl MessageId {
    /// The id as Instagram writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for MessageId {
    type Err = InvalidMessageId;

    fn from_str(text: &str) -> Result<Self, InvalidMessageId> {
        let plain = text.bytes().all(|byte| byte.is_ascii_graphic());
        match (1..=512).contains(&text.len()) && plain && !is_dots(text) {
            true => Ok(Self(text.to_owned())),
            false => Err(InvalidMessageId),
        }
    }
}

impl<'de> Deserialize<'de> for MessageId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

impl AccountId {
    /// The same id where an app-scoped one is wanted and Instagram gave none: some deliveries carry
    /// either, so one id must be able to stand for both.
    pub fn as_app_scoped(&self) -> AppScopedId {
        AppScopedId(self.0.clone())
    }
}

impl AppScopedId {
    /// The same id in the place of an account id that Instagram has not told yet.
    pub fn as_account(&self) -> AccountId {
        AccountId(self.0.clone())
    }
}

/// Reads a JSON string or whole number as text, keeping every digit.
///
/// # Errors
/// Fractions, negative numbers, numbers beyond 64 bits and every other type.
pub fn text_or_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    struct TextOrNumber;

    impl Visitor<'_> for TextOrNumber {
        type Value = String;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an id as text or whole number")
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<String, E> {
            Ok(text.to_owned())
        }

        fn visit_u64<E: de::Error>(self, number: u64) -> Result<String, E> {
            Ok(number.to_string())
        }
    }

    deserializer.deserialize_any(TextOrNumber)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_above_two_to_the_53_keeps_its_digits() {
        let id: AppScopedId = serde_json::from_str("26999900000000011").unwrap();
        assert_eq!(id.as_str(), "26999900000000011");
        let id: AppScopedId = serde_json::from_str("\"26999900000000011\"").unwrap();
        assert_eq!(id.as_str(), "26999900000000011");
    }

    #[test]
    fn what_could_break_a_url_or_a_line_is_no_id() {
        for text in ["", "1/2", "1 2", "1\n", "../me", "é", &"1".repeat(65)] {
            assert!(text.parse::<AccountId>().is_err(), "{text:?}");
        }
        for json in ["1.5", "-1", "1e3", "null", "[]", "36893488147419103232"] {
            assert!(serde_json::from_str::<AccountId>(json).is_err(), "{json}");
        }
    }
}
