//! What a receiver tells whoever watches it, as it happens.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use schemars::JsonSchema;
use serde::Serialize;
use tokio::sync::mpsc::{self, error::TrySendError};

use crate::domain::event::EventState;

/// One thing that happened.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Notice {
    /// A delivery was stored.
    Stored {
        /// Row numbers of the events that are new.
        ids: Vec<i64>,
        /// How many were there already.
        duplicates: usize,
    },
    /// An attempt at an event ended.
    Handled(Handled),
    /// Whoever reads has fallen behind, and so many were left out; `igbot event list` has all events.
    Missed {
        /// How many.
        count: u64,
    },
}

/// What became of one event.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Handled {
    /// Row number of the event.
    pub id: i64,
    /// The account, by the id of the delivery.
    pub account_id: String,
    /// The person.
    pub sender_id: Option<String>,
    /// `done`, `ignored`, `pending` for another attempt, `failed` or `unknown`.
    pub state: EventState,
    /// How many messages were sent.
    pub sent: usize,
    /// Why it did not go as it should.
    pub reason: Option<String>,
}

/// Takes notices for somebody who may not be there, and who misses some by falling behind: the inbox
/// has them all.
#[derive(Debug, Clone, Default)]
pub struct Watcher(Option<(mpsc::Sender<Notice>, Arc<AtomicU64>)>);

impl Watcher {
    /// Somebody who reads at most `behind` notices late.
    pub fn new(behind: usize) -> (Self, Notices) {
        let (sender, come) = mpsc::channel(behind);
        let missed = Arc::new(AtomicU64::new(0));
        (Self(Some((sender, Arc::clone(&missed)))), Notices { come, missed })
    }

    /// Tells it, if somebody is there to be told.
    pub fn tell(&self, notice: impl FnOnce() -> Notice) {
        if let Some((sender, missed)) = &self.0
            && let Err(TrySendError::Full(_)) = sender.try_send(notice())
        {
            missed.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// The notices that come to one reader.
pub struct Notices {
    come: mpsc::Receiver<Notice>,
    missed: Arc<AtomicU64>,
}

impl Notices {
    /// Waits for notices, and takes all that have come, with how many were missed behind them. None once
    /// nobody is left to give any.
    pub fn take(&mut self, most: usize) -> Vec<Notice> {
        let mut taken = Vec::new();
        self.come.blocking_recv_many(&mut taken, most);
        match self.missed.swap(0, Ordering::Relaxed) {
            0 => {}
            count => taken.push(Notice::Missed { count }),
        }
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_falls_behind_learns_how_many_were_missed() {
        let (watcher, mut notices) = Watcher::new(2);
        for id in 1..=5 {
            watcher.tell(|| Notice::Stored { ids: vec![id], duplicates: 0 });
        }
        let taken = notices.take(10);
        assert!(matches!(taken[..], [_, _, Notice::Missed { count: 3 }]), "{taken:?}");
        watcher.tell(|| Notice::Stored { ids: vec![6], duplicates: 0 });
        drop(watcher);
        assert!(matches!(notices.take(10)[..], [Notice::Stored { .. }]));
        assert!(notices.take(10).is_empty());
    }
}
