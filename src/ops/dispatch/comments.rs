//! What keeps comments from holding up messages: thousands may wait for a few private replies a minute.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::store::claim;

/// A rest that ends later was noted by a clock that has been put back.
const LONGEST_REST: SignedDuration = SignedDuration::from_mins(10);

/// The places that comments may hold, and the accounts whose next private reply is not due yet.
pub(super) struct Comments {
    places: Arc<Semaphore>,
    rests: Mutex<HashMap<String, Timestamp>>,
}

impl Comments {
    /// A quarter of all places.
    pub(super) fn of(concurrency: usize) -> Self {
        let places = Arc::new(Semaphore::new((concurrency / 4).max(1)));
        Self { places, rests: Mutex::default() }
    }

    /// How many more may be taken up; `None` if none.
    pub(super) fn room(&self) -> Option<usize> {
        Some(self.places.available_permits()).filter(|room| *room > 0)
    }

    /// A place for one.
    pub(super) fn take(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.places).try_acquire_owned().ok()
    }

    /// Leaves those of an account where they are until its next private reply may go out.
    pub(super) fn rest(&self, account_id: &str, until: Timestamp) {
        // Nothing in there can be half done.
        let mut rests = self.rests.lock().unwrap_or_else(PoisonError::into_inner);
        rests.insert(account_id.to_owned(), until);
    }

    /// Which may be claimed now.
    pub(super) fn claimable(&self, now: Timestamp) -> claim::Comments {
        if self.room().is_none() {
            return claim::Comments::None;
        }
        let mut rests = self.rests.lock().unwrap_or_else(PoisonError::into_inner);
        rests.retain(|_, until| *until > now && *until <= now + LONGEST_REST);
        claim::Comments::AllBut(rests.keys().cloned().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_rest_while_their_account_may_not_reply_and_leave_places_to_messages() {
        let comments = Comments::of(8);
        let now = Timestamp::from_second(1_790_000_000).unwrap();
        let later = |seconds| now + SignedDuration::from_secs(seconds);
        comments.rest("17", later(5));
        let all_but =
            |ids: &[&str]| claim::Comments::AllBut(ids.iter().map(|id| (*id).to_owned()).collect());
        assert_eq!(comments.claimable(now), all_but(&["17"]));
        assert_eq!(comments.claimable(later(5)), all_but(&[]));
        comments.rest("17", later(3_600));
        assert_eq!(comments.claimable(now), all_but(&[]), "a clock was put back");
        let held = [comments.take(), comments.take()];
        assert!(held.iter().all(Option::is_some) && comments.take().is_none());
        assert_eq!((comments.room(), comments.claimable(now)), (None, claim::Comments::None));
    }
}
