//! What keeps a message from being sent, found before Instagram is asked.

use super::text::InvalidText;

/// Why a message cannot be sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidMessage {
    /// Its text.
    #[error(transparent)]
    Text(#[from] InvalidText),
    /// One of its fields.
    #[error("`{field}` {problem}")]
    Field {
        /// Which, as a path: `elements[2].buttons[0].title`.
        field: String,
        /// What is wrong with it.
        problem: Problem,
    },
}

/// What is wrong with a field. The value is never part of it: it may be what somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Not there.
    #[error("is missing")]
    Missing,
    /// There, and nothing in it.
    #[error("is empty")]
    Empty,
    /// Of another JSON type.
    #[error("must be {0}")]
    MustBe(&'static str),
    /// Beyond a limit of the platform.
    #[error("has {has} {unit}; Instagram allows at most {most}")]
    TooLong {
        /// How many.
        has: usize,
        /// Of what.
        unit: &'static str,
        /// How many there may be.
        most: usize,
    },
    /// Nothing that there is here.
    #[error("is unknown; use {0}")]
    Unknown(&'static str),
    /// Nothing that this kind of message has.
    #[error("is not allowed in a message of type `{0}`")]
    Stray(&'static str),
}

/// An error about one field.
pub(super) fn invalid(field: impl Into<String>, problem: Problem) -> InvalidMessage {
    InvalidMessage::Field { field: field.into(), problem }
}
