//! A linked account.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{AccountId, AppScopedId};
use super::token::TokenLife;

/// What an operator calls an account on the command line.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Alias(String);

/// A text that cannot be an alias.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an alias is 1 to 64 lower-case letters, digits, `.`, `-` or `_`")]
pub struct InvalidAlias;

impl Alias {
    /// The alias as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same with a number, for where it is taken.
    #[must_use]
    pub fn numbered(&self, number: u32) -> Self {
        let end = format!("-{number}");
        let stem = self.0.get(..self.0.len().min(MAX_ALIAS - end.len())).unwrap_or_default();
        Self(stem.to_owned() + &end)
    }
}

/// Longest alias, in bytes.
const MAX_ALIAS: usize = 64;

impl FromStr for Alias {
    type Err = InvalidAlias;

    fn from_str(text: &str) -> Result<Self, InvalidAlias> {
        let plain =
            |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, b'.' | b'-' | b'_');
        if text.is_empty() || text.len() > MAX_ALIAS || !text.bytes().all(plain) {
            return Err(InvalidAlias);
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Alias {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The kind of an Instagram account, as `/me` tells it in either spelling (reference 4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(from = "String", into = "String")]
pub enum AccountType {
    /// A business.
    Business,
    /// A creator.
    MediaCreator,
    /// Neither: it cannot use the API.
    Personal,
    /// A kind igbot does not know, kept as Instagram wrote it.
    Other(String),
}

impl From<String> for AccountType {
    fn from(text: String) -> Self {
        match text.to_ascii_uppercase().as_str() {
            "BUSINESS" => Self::Business,
            "MEDIA_CREATOR" => Self::MediaCreator,
            "PERSONAL" => Self::Personal,
            _ => Self::Other(text),
        }
    }
}

impl From<AccountType> for String {
    fn from(account_type: AccountType) -> Self {
        account_type.to_string()
    }
}

impl fmt::Display for AccountType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Business => "BUSINESS",
            Self::MediaCreator => "MEDIA_CREATOR",
            Self::Personal => "PERSONAL",
            Self::Other(text) => text,
        })
    }
}

/// A linked account without its token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Key of the row, and what webhooks carry.
    pub account_id: AccountId,
    /// What deletion callbacks carry.
    pub app_scoped_id: AppScopedId,
    /// What the operator calls it; the username until renamed.
    pub alias: Alias,
    /// The handle at the last look; it can change and is never a key.
    pub username: String,
    /// The kind of account, when Instagram said it.
    pub account_type: Option<AccountType>,
    /// Name of the `[bots.NAME]` table that answers for it.
    pub bot: Option<String>,
    /// Whether `serve` handles its messages and `refresh-tokens` its token.
    pub active: bool,
    /// Permissions the person granted; empty when Instagram did not say.
    pub permissions: Vec<String>,
    /// Webhook fields read back after the last subscribe.
    pub subscribed_fields: Vec<String>,
    /// When its token was made and when it ends.
    pub life: TokenLife,
    /// Since when Instagram refuses its token, if it does.
    pub login_needed_since: Option<Timestamp>,
}

impl Account {
    /// The ids under which deliveries may name it (reference 4).
    pub fn ids(&self) -> [String; 2] {
        [self.account_id.to_string(), self.app_scoped_id.to_string()]
    }

    /// Tells whether `id` is one of the two ids a delivery may carry for this account.
    pub fn answers_to(&self, id: &str) -> bool {
        self.account_id.as_str() == id || self.app_scoped_id.as_str() == id
    }

    /// Tells whether the answer of `/me`, which may leave the app-scoped id out, is about this account.
    pub fn is_meant_by(&self, user_id: &AccountId, app_scoped_id: Option<&AppScopedId>) -> bool {
        self.answers_to(user_id.as_str())
            || match app_scoped_id {
                Some(id) => *id == self.app_scoped_id,
                // It was linked while nobody could be asked, and stands under an id of its own until now.
                None => [self.app_scoped_id.as_str(), &self.username]
                    .iter()
                    .all(|it| *it == self.account_id.as_str()),
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn account_types_are_read_in_either_spelling() {
        for (text, expected) in [
            ("Business", AccountType::Business),
            ("BUSINESS", AccountType::Business),
            ("Media_Creator", AccountType::MediaCreator),
            ("PERSONAL", AccountType::Personal),
            ("ROBOT", AccountType::Other("ROBOT".to_owned())),
        ] {
            assert_eq!(AccountType::from(text.to_owned()), expected);
        }
    }
}
