//! The way through a list, page by page.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// Cursors that were followed; eight bytes each, however many pages there are.
#[derive(Debug, Default)]
pub struct Followed(HashSet<u64>);

impl Followed {
    /// Notes a cursor; tells whether it is new. One that is not leads round in a circle.
    pub fn add(&mut self, cursor: &str) -> bool {
        let mut hasher = DefaultHasher::new();
        cursor.hash(&mut hasher);
        self.0.insert(hasher.finish())
    }
}
