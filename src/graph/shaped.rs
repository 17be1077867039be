//! Answers of which two shapes were seen.

use serde::Deserialize;

/// An answer in each shape seen: flat, or in a list of one (security, 23, reference 4).
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Shaped<T> {
    /// In a list.
    Listed {
        /// The one element.
        data: [T; 1],
    },
    /// As it is.
    Flat(T),
}

impl<T> Shaped<T> {
    /// What it says, in either shape.
    pub(super) fn body(self) -> T {
        let (Self::Listed { data: [body] } | Self::Flat(body)) = self;
        body
    }
}
