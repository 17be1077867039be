//! To whom a message goes: as somebody said it, and as Instagram is told.

use std::fmt;
use std::str::FromStr;

use crate::domain::id::{CommentId, IgScopedId, InvalidId};

/// What stands before the id of a recipient that is a comment.
pub const COMMENT: &str = "comment:";

/// What is wrong with a recipient that is a comment where only a person can be one.
pub const NO_PERSON: &str = "a comment is not a person";

/// Longest user name that Instagram gives.
const MAX_USERNAME: usize = 30;

/// Whom somebody named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum To {
    /// By their user name, in lower case and without the `@`.
    Username(String),
    /// In Instagram's own way.
    Known(Recipient),
}

/// Why a text names nobody.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidTo {
    /// No id.
    #[error(transparent)]
    Id(#[from] InvalidId),
    /// A number that a spreadsheet has rounded.
    #[error(
        "a spreadsheet has rounded this id: format its column as text, and paste the ids again"
    )]
    Rounded,
    /// No user name.
    #[error("a username has 1 to 30 letters, digits, `.` or `_`")]
    Username,
}

impl FromStr for To {
    type Err = InvalidTo;

    fn from_str(text: &str) -> Result<Self, InvalidTo> {
        let Some(name) = text.strip_prefix('@') else {
            return match is_rounded(text) {
                true => Err(InvalidTo::Rounded),
                false => Ok(Self::Known(text.parse()?)),
            };
        };
        let plain = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'.' | b'_');
        match (1..=MAX_USERNAME).contains(&name.len()) && name.bytes().all(plain) {
            true => Ok(Self::Username(name.to_ascii_lowercase())),
            false => Err(InvalidTo::Username),
        }
    }
}

/// Whether an id was shown by a spreadsheet, as a number of 15 digits at most: `1.27E+15`.
fn is_rounded(text: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '+' | 'e' | 'E');
    text.contains(['e', 'E'])
        && text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(number)
}

/// To whom a message goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recipient {
    /// Somebody who wrote to the account.
    Person(IgScopedId),
    /// Who wrote a comment, privately; once for each comment and within 7 days (reference 6).
    Comment(CommentId),
}

impl FromStr for Recipient {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        match text.strip_prefix(COMMENT) {
            Some(id) => id.parse().map(Self::Comment),
            None => text.parse().map(Self::Person),
        }
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(id) => write!(f, "{id}"),
            Self::Comment(id) => write!(f, "{COMMENT}{id}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_named_in_three_ways() {
        for (text, expected) in [
            ("17841", Ok(To::Known(Recipient::Person("17841".parse().unwrap())))),
            ("comment:1790", Ok(To::Known(Recipient::Comment("1790".parse().unwrap())))),
            ("@Ana.Maria_1", Ok(To::Username("ana.maria_1".to_owned()))),
            ("1.27E+15", Err(InvalidTo::Rounded)),
            ("127e13", Err(InvalidTo::Rounded)),
            ("@", Err(InvalidTo::Username)),
            ("@a b", Err(InvalidTo::Username)),
            ("", Err(InvalidTo::Id(InvalidId))),
            ("comment:", Err(InvalidTo::Id(InvalidId))),
            ("comment:1/2", Err(InvalidTo::Id(InvalidId))),
        ] {
            assert_eq!(text.parse::<To>(), expected, "{text}");
            if let Ok(To::Known(recipient)) = expected {
                assert_eq!(recipient.to_string(), text);
            }
        }
    }
}
