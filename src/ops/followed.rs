//! The way through a list, page by page.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::graph::paging::PageStart;

/// Beginnings of pages that were followed; eight bytes each, however many there are.
#[derive(Debug, Default)]
pub struct Followed(HashSet<u64>);

impl Followed {
    /// Notes one; tells whether it is new. One that is not leads round in a circle.
    pub fn add(&mut self, start: &PageStart) -> bool {
        let mut hasher = DefaultHasher::new();
        start.hash(&mut hasher);
        self.0.insert(hasher.finish())
    }
}
