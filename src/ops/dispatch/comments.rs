//! What keeps comments from holding up messages: thousands may wait for a few private replies a minute.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::domain::id::AccountId;

/// Longest rest: then one looks again, for the owner may have mended what was wrong.
const LONGEST_REST: SignedDuration = SignedDuration::from_mins(1);

/// The places that comments may hold, and the accounts of which Instagram takes no private reply now.
pub(super) struct Comments {
    places: Arc<Semaphore>,
    rests: Mutex<HashMap<AccountId, Timestamp>>,
}

impl Comments {
    /// A quarter of all places.
    pub(super) fn of(concurrency: usize) -> Self {
        let places = Arc::new(Semaphore::new((concurrency / 4).max(1)));
        Self { places, rests: Mutex::default() }
    }

    /// How many more may be taken up.
    pub(super) fn room(&self) -> usize {
        self.places.available_permits()
    }

    /// A place for one.
    pub(super) fn take(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.places).try_acquire_owned().ok()
    }

    /// Leaves those of an account where they are for a while.
    pub(super) fn rest(&self, account_id: &AccountId, until: Timestamp, now: Timestamp) {
        // Nothing in there can be half done.
        let mut rests = self.rests.lock().unwrap_or_else(PoisonError::into_inner);
        rests.insert(account_id.clone(), until.min(now + LONGEST_REST));
    }

    /// The accounts whose comments rest.
    pub(super) fn resting(&self, now: Timestamp) -> Vec<AccountId> {
        let mut rests = self.rests.lock().unwrap_or_else(PoisonError::into_inner);
        // What ends later was noted by a clock that has been put back.
        rests.retain(|_, until| *until > now && *until <= now + LONGEST_REST);
        rests.keys().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_rest_for_a_minute_at_most_and_leave_places_to_messages() {
        let comments = Comments::of(8);
        let now = Timestamp::from_second(1_790_000_000).unwrap();
        let later = |seconds| now + SignedDuration::from_secs(seconds);
        let shop: AccountId = "17".parse().unwrap();
        comments.rest(&shop, later(5), now);
        assert_eq!(comments.resting(later(4)), std::slice::from_ref(&shop));
        assert_eq!(comments.resting(later(5)), []);
        comments.rest(&shop, later(3_600), now);
        assert_eq!(comments.resting(later(59)), std::slice::from_ref(&shop));
        assert_eq!(comments.resting(later(60)), []);
        comments.rest(&shop, later(3_600), later(3_600));
        assert_eq!(comments.resting(now), [], "a clock was put back");
        let held = [comments.take(), comments.take()];
        assert!(held.iter().all(Option::is_some) && comments.take().is_none());
        assert_eq!(comments.room(), 0);
    }
}
