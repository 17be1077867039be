//! The key under which an event is stored once (reference 8.3).
//!
//! Six bytes of the event's own time in milliseconds, then ten of a SHA-256 over what tells two
//! events apart. Redeliveries carry the same time, so they meet the same key; new events land at the
//! end of the index, which keeps the cost of the millionth insert at that of the first.

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::domain::event::EventKey;

/// The key of a message that no delivery brought, but Instagram's history: the same for the same
/// message. That history has whole seconds, so it can never be the key of a delivery.
pub fn of_import(account_id: &str, mid: &str, time: Timestamp) -> EventKey {
    KeyMaker::new().part("import").part(account_id).part(mid).at(Some(time))
}

/// Collects what tells an event apart from every other.
pub(super) struct KeyMaker(Sha256);

impl KeyMaker {
    pub(super) fn new() -> Self {
        Self(Sha256::new())
    }

    /// Adds one part. Lengths go in too, so that `ab`+`c` and `a`+`bc` differ.
    pub(super) fn part(mut self, part: &str) -> Self {
        self.0.update((part.len() as u64).to_be_bytes());
        self.0.update(part);
        self
    }

    /// Adds a part that may be absent; absent and empty differ.
    pub(super) fn optional(self, part: Option<&str>) -> Self {
        match part {
            Some(part) => self.part("+").part(part),
            None => self.part("-"),
        }
    }

    /// Ends the key of an event that happened at `time`.
    ///
    /// Without a time of its own the key begins with zeros. The time of the delivery cannot stand
    /// in: a repeat in another batch would carry another one.
    pub(super) fn at(self, time: Option<Timestamp>) -> EventKey {
        let millis = time.map_or(0, |time| time.as_millisecond().max(0));
        let mut key = [0; 16];
        let [_, _, low @ ..] = millis.to_be_bytes();
        let (front, back) = key.split_at_mut(low.len());
        front.copy_from_slice(&low);
        let digest = self.0.finalize();
        for (byte, digest) in back.iter_mut().zip(digest) {
            *byte = digest;
        }
        EventKey(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_begins_with_the_time_and_depends_on_every_part() {
        let time = Timestamp::from_millisecond(0x0001_0203_0405).ok();
        let key = KeyMaker::new().part("ab").part("c").at(time);
        assert_eq!(key.0[..6], [0, 1, 2, 3, 4, 5]);
        assert_eq!(key, KeyMaker::new().part("ab").part("c").at(time));
        assert_ne!(key, KeyMaker::new().part("a").part("bc").at(time));
        assert_ne!(
            KeyMaker::new().optional(None).at(None),
            KeyMaker::new().optional(Some("")).at(None)
        );
    }
}
