//! What keeps comments from holding up messages: thousands may wait for a few private replies a minute.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::domain::event::EventKind;
use crate::domain::id::AccountId;
use crate::store::claim::CommentPlaces;

/// Longest rest: then one looks again, for the owner may have mended what was wrong.
const LONGEST_REST: SignedDuration = SignedDuration::from_mins(1);

/// The places that comments may hold, and the accounts whose comments nobody can answer now.
pub(super) struct Comments {
    posts: Arc<Semaphore>,
    live: Arc<Semaphore>,
    all: usize,
    /// Messages have places of their own, whatever comments hold.
    apart: bool,
    rests: Mutex<HashMap<AccountId, Timestamp>>,
}

impl Comments {
    /// A quarter of all places for comments on posts, and another for live ones. One bot may hold `share`.
    pub(super) fn of(concurrency: usize, share: usize) -> Self {
        let all = (concurrency / 4).max(1);
        let [posts, live] = [(); 2].map(|()| Arc::new(Semaphore::new(all)));
        Self { posts, live, all, apart: 2 * all < share, rests: Mutex::default() }
    }

    /// How many may be taken up, and how.
    pub(super) fn room(&self) -> CommentPlaces {
        let number = |places| u32::try_from(places).unwrap_or(u32::MAX);
        CommentPlaces {
            posts: number(self.posts.available_permits()),
            live: number(self.live.available_permits()),
            most_of_one: number(self.all.saturating_sub(1).max(1)),
            before_messages: self.apart,
        }
    }

    /// A place for an event that is a comment.
    pub(super) fn take(&self, kind: EventKind) -> Option<OwnedSemaphorePermit> {
        let places = match kind {
            EventKind::Comment => &self.posts,
            EventKind::LiveComment => &self.live,
            _ => return None,
        };
        Arc::clone(places).try_acquire_owned().ok()
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
        let comments = Comments::of(8, 6);
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
        let held = [(); 3].map(|()| comments.take(EventKind::Comment));
        assert_eq!(held.iter().flatten().count(), 2);
        let room = comments.room();
        assert_eq!((room.posts, room.live, room.most_of_one), (0, 2, 1));
        assert!(room.before_messages && comments.take(EventKind::Message).is_none());
        assert!(!Comments::of(1, 1).room().before_messages, "one place is for messages first");
    }
}
