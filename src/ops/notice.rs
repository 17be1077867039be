//! What a receiver tells whoever watches it, as it happens.

use schemars::JsonSchema;
use serde::Serialize;
use tokio::sync::mpsc;

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
pub struct Watcher(Option<mpsc::Sender<Notice>>);

impl Watcher {
    /// Somebody who reads at most `behind` notices late.
    pub fn new(behind: usize) -> (Self, mpsc::Receiver<Notice>) {
        let (sender, notices) = mpsc::channel(behind);
        (Self(Some(sender)), notices)
    }

    /// Tells it, if somebody is there to be told.
    pub fn tell(&self, notice: impl FnOnce() -> Notice) {
        if let Some(sender) = &self.0 {
            let _ = sender.try_send(notice());
        }
    }
}
