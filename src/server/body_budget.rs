//! What the bodies that are being read and stored may take together.
//!
//! Anybody can begin to send a body, and never end it. So whoever finds no budget takes it from the body
//! that has been on its way for longest: a genuine one is there within moments.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// How long a body waits for budget that another has to leave, or that is being stored.
const PATIENCE: Duration = Duration::from_secs(1);

/// Bytes that all bodies may take.
pub(super) struct BodyBudget {
    bytes: Arc<Semaphore>,
    readers: Mutex<Readers>,
}

/// Bodies that are on their way and have taken budget, by the order in which they began to.
#[derive(Default)]
struct Readers {
    begun: u64,
    here: BTreeMap<u64, Reader>,
}

/// What one of them has taken, and what tells it to leave.
struct Reader {
    bytes: u32,
    leave: Arc<Notify>,
}

/// What one body has taken while it is read.
pub(super) struct Reservation<'r> {
    budget: &'r BodyBudget,
    taken: Option<OwnedSemaphorePermit>,
    /// Its number among the readers, and what tells it to leave.
    reader: Option<(u64, Arc<Notify>)>,
}

impl BodyBudget {
    pub(super) fn new(bytes: usize) -> Self {
        Self { bytes: Arc::new(Semaphore::new(bytes)), readers: Mutex::default() }
    }

    /// A reservation for a body that has taken nothing yet.
    pub(super) fn reservation(&self) -> Reservation<'_> {
        Reservation { budget: self, taken: None, reader: None }
    }

    /// Tells those that have been there longest to leave, as many as hold what another needs. Nobody is
    /// told twice, or two that need budget would count on the same.
    fn make_room_for(&self, number: u64, bytes: u32) {
        let mut readers = self.readers();
        let mut freed = 0_u32;
        while freed < bytes
            && let Some(oldest) = readers.here.keys().copied().find(|other| *other != number)
            && let Some(Reader { bytes, leave }) = readers.here.remove(&oldest)
        {
            freed = freed.saturating_add(bytes);
            leave.notify_one();
        }
    }

    fn readers(&self) -> MutexGuard<'_, Readers> {
        // Nothing in there can be half done.
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Reservation<'_> {
    /// Takes this many more bytes; tells whether there was budget.
    pub(super) async fn take(&mut self, bytes: u32) -> bool {
        let (number, leave) = self.reader.get_or_insert_with(|| {
            let mut readers = self.budget.readers();
            readers.begun += 1;
            let (number, leave) = (readers.begun, Arc::new(Notify::new()));
            readers.here.insert(number, Reader { bytes: 0, leave: Arc::clone(&leave) });
            (number, leave)
        });
        let more = match Arc::clone(&self.budget.bytes).try_acquire_many_owned(bytes) {
            Ok(more) => more,
            Err(_) => {
                self.budget.make_room_for(*number, bytes);
                let more = Arc::clone(&self.budget.bytes).acquire_many_owned(bytes);
                let more = tokio::select! {
                    more = timeout(PATIENCE, more) => more,
                    () = leave.notified() => return false,
                };
                let Ok(Ok(more)) = more else { return false };
                more
            }
        };
        if let Some(reader) = self.budget.readers().here.get_mut(number) {
            reader.bytes = reader.bytes.saturating_add(bytes);
        }
        // One for all: a body may come byte by byte.
        match &mut self.taken {
            Some(taken) => taken.merge(more),
            none => *none = Some(more),
        }
        true
    }

    /// Ends when another body needs the budget.
    pub(super) async fn lost(&self) {
        match &self.reader {
            Some((_, leave)) => leave.notified().await,
            None => std::future::pending().await,
        }
    }

    /// What was taken, by a body that is whole: nobody takes that away.
    pub(super) fn keep(mut self) -> Option<OwnedSemaphorePermit> {
        self.taken.take()
    }
}

impl Drop for Reservation<'_> {
    fn drop(&mut self) {
        if let Some((number, _)) = &self.reader {
            self.budget.readers().here.remove(number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn who_finds_no_room_takes_it_from_whom_has_been_there_longest() {
        let budget = BodyBudget::new(10);
        let (mut first, mut second, mut third) =
            (budget.reservation(), budget.reservation(), budget.reservation());
        assert!(first.take(6).await && second.take(4).await);
        let leaves = async {
            first.lost().await;
            drop(first);
        };
        let (took, ()) = tokio::join!(third.take(3), leaves);
        assert!(took, "the first made budget");
        let kept = second.keep();
        assert!(!third.take(4).await, "a whole body keeps its budget, and nobody leaves his own");
        drop(kept);
        assert!(third.take(4).await);
        drop(third);
        assert_eq!(budget.bytes.available_permits(), 10);
        assert!(budget.readers().here.is_empty());
    }

    #[tokio::test(start_paused = true)]
    async fn as_many_leave_as_are_needed_and_each_for_one_only() {
        let budget = BodyBudget::new(10);
        let mut small: Vec<_> = (0..10).map(|_| budget.reservation()).collect();
        for reservation in &mut small {
            assert!(reservation.take(1).await);
        }
        let (mut one, mut other) = (budget.reservation(), budget.reservation());
        let leave = async {
            // All of them look at once, as tasks of their own would.
            let told: Vec<_> = small
                .into_iter()
                .map(async |reservation| timeout(PATIENCE / 2, reservation.lost()).await.is_ok())
                .collect();
            futures_util::future::join_all(told).await.into_iter().filter(|told| *told).count()
        };
        let (one, other, told) = tokio::join!(one.take(4), other.take(3), leave);
        assert!(one && other);
        assert_eq!(told, 7);
    }

    #[tokio::test(start_paused = true)]
    async fn two_that_wait_for_each_other_do_not_wait_for_ever() {
        let budget = BodyBudget::new(10);
        let (mut first, mut second) = (budget.reservation(), budget.reservation());
        assert!(first.take(5).await && second.take(5).await);
        let (one, other) = tokio::join!(first.take(1), second.take(1));
        assert!(!(one && other));
    }
}
