//! Says the same thing once in a while, however often it happens: what strangers can bring about must
//! not fill a disk.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// The same is said again after this time, with a count.
const PAUSE: Duration = Duration::from_secs(60);

/// When each thing was said last, and how often it has happened since.
#[derive(Debug, Default)]
pub struct LogThrottle(Mutex<BTreeMap<&'static str, (Instant, u64)>>);

impl LogThrottle {
    /// Whether something is to be said now, and how often it has happened unsaid.
    pub fn allow(&self, what: &'static str) -> Option<u64> {
        // Nothing in there can be half done.
        let mut said = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match said.get_mut(what) {
            Some((since, count)) if since.elapsed() < PAUSE => {
                *count += 1;
                None
            }
            _ => {
                let before = said.insert(what, (Instant::now(), 0));
                Some(before.map_or(0, |(_, count)| count))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_flood_is_told_of_once_a_minute_and_keeps_nothing_else_quiet() {
        let throttle = LogThrottle::default();
        assert_eq!(throttle.allow("unknown"), Some(0));
        assert_eq!(throttle.allow("cut"), Some(0));
        assert!((0..100).all(|_| throttle.allow("unknown").is_none()));
        tokio::time::advance(PAUSE).await;
        assert_eq!(throttle.allow("unknown"), Some(100));
        assert_eq!(throttle.allow("cut"), Some(0));
    }
}
