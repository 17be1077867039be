//! What a receiver counts for monitoring, and whether its parts are alive.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::time::Instant;

use super::exposition::{Exposition, one};
use crate::domain::event::EventState;
use crate::store::health::OpenWork;
use crate::store::secrets::SecretUse;
use crate::webhook::forensics::REASONS;

/// How a delivery was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeliveryResult {
    /// With 200: what it brought is stored.
    Stored,
    /// No secret made its signature, or it has none.
    Forged,
    /// Signed, and no JSON.
    Malformed,
    /// Too large, too slow, broken off, or to no webhook.
    Unread,
    /// The store failed or has too much to do; Instagram repeats it.
    NotStored,
}

impl DeliveryResult {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Stored, "stored"),
        (Self::Forged, "forged"),
        (Self::Malformed, "malformed"),
        (Self::Unread, "unread"),
        (Self::NotStored, "not_stored"),
    ];
}

/// What can become of an event: the states of [`super::notice::Handled`].
const HANDLED: [EventState; 5] = [
    EventState::Done,
    EventState::Ignored,
    EventState::Pending,
    EventState::Failed,
    EventState::Unknown,
];

/// A dispatcher that has not moved for so long is not alive.
const SILENCE: Duration = Duration::from_secs(30);

/// Counters of one `serve`.
#[derive(Debug)]
pub struct Meter {
    began: Instant,
    deliveries: [AtomicU64; 5],
    /// Of those that were forged, by [`REASONS`].
    forged: [AtomicU64; REASONS.len()],
    events: AtomicU64,
    duplicates: AtomicU64,
    handled: [AtomicU64; 5],
    sent: AtomicU64,
    /// When the dispatcher last moved, in milliseconds from the beginning.
    beat: AtomicU64,
}

impl Default for Meter {
    fn default() -> Self {
        Self {
            began: Instant::now(),
            deliveries: Default::default(),
            forged: Default::default(),
            events: AtomicU64::default(),
            duplicates: AtomicU64::default(),
            handled: Default::default(),
            sent: AtomicU64::default(),
            beat: AtomicU64::default(),
        }
    }
}

impl Meter {
    /// Counts an answered delivery.
    pub fn answered(&self, how: DeliveryResult) {
        let place =
            DeliveryResult::ALL.iter().zip(&self.deliveries).find(|((it, _), _)| *it == how);
        if let Some((_, counter)) = place {
            counter.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Counts why a delivery was taken for a forged one; a little later than that it was.
    pub(super) fn forged(&self, reason: &str) {
        if let Some((_, counter)) = REASONS.iter().zip(&self.forged).find(|(it, _)| **it == reason)
        {
            counter.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Counts the events of a stored delivery.
    pub fn stored(&self, new: usize, duplicates: usize) {
        self.events.fetch_add(new as u64, Ordering::Relaxed);
        self.duplicates.fetch_add(duplicates as u64, Ordering::Relaxed);
    }

    /// Counts an event that the dispatcher has settled.
    pub(super) fn handled(&self, state: EventState) {
        if let Some((_, counter)) = HANDLED.iter().zip(&self.handled).find(|(it, _)| **it == state)
        {
            counter.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Counts messages that were sent for an event.
    pub(super) fn sent(&self, messages: usize) {
        self.sent.fetch_add(messages as u64, Ordering::Relaxed);
    }

    /// Notes that the dispatcher moves.
    pub(super) fn beat(&self) {
        let since = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.beat.store(since, Ordering::Relaxed);
    }

    /// How long ago the dispatcher moved.
    fn still(&self) -> Duration {
        let beat = Duration::from_millis(self.beat.load(Ordering::Relaxed));
        self.began.elapsed().saturating_sub(beat)
    }

    /// Whether the dispatcher moves.
    pub fn is_alive(&self) -> bool {
        self.still() < SILENCE
    }

    /// The counters in Prometheus' text format; and how the inbox stands and when secrets were used, where the
    /// store can tell.
    pub fn text(&self, stored: Option<&(OpenWork, Vec<SecretUse>)>) -> String {
        let mut figures = Exposition::default();
        let count = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let deliveries = DeliveryResult::ALL.iter().zip(&self.deliveries);
        figures.counter(
            "deliveries_total",
            "Deliveries by how they were answered.",
            deliveries.map(|((_, name), counter)| ([("result", *name)], count(counter))),
        );
        let forged = REASONS.iter().zip(&self.forged);
        figures.counter(
            "deliveries_forged_total",
            "Deliveries without a valid signature, by what was found.",
            forged.map(|(reason, counter)| ([("reason", *reason)], count(counter))),
        );
        figures.counter("events_stored_total", "Events stored.", one(count(&self.events)));
        let help = "Events that were there already.";
        figures.counter("events_repeated_total", help, one(count(&self.duplicates)));
        let handled = HANDLED.iter().zip(&self.handled);
        figures.counter(
            "events_handled_total",
            "Events that a bot was to see, by how each attempt ended.",
            handled.map(|(state, counter)| ([("state", state.as_str())], count(counter))),
        );
        figures.counter("messages_sent_total", "Answers sent.", one(count(&self.sent)));
        if let Some((open, secrets)) = stored {
            let used = |it: &SecretUse| it.used.map(|used| used.as_second());
            figures.gauge(
                "signature_secret_last_used_seconds",
                "When a secret last made the signature of a delivery, in Unix time.",
                secrets.iter().filter_map(|it| Some(([("secret", it.name.as_str())], used(it)?))),
            );
            figures.gauge(
                "inbox_events",
                "Events that wait, are being handled, were given up, or may have been answered.",
                [
                    ([("state", EventState::Pending.as_str())], open.pending),
                    ([("state", EventState::Running.as_str())], open.running),
                    ([("state", EventState::Failed.as_str())], open.failed),
                    ([("state", EventState::Unknown.as_str())], open.unknown),
                ],
            );
            let help = "Comments among the events that wait, mostly for a private reply.";
            figures.gauge("inbox_comments_waiting", help, one(open.comments));
            let help = "Age of the oldest event that waits, comments aside.";
            figures.gauge("inbox_oldest_seconds", help, one(open.oldest.as_secs()));
        }
        let help = "Time since the dispatcher moved.";
        figures.gauge("dispatcher_still_seconds", help, one(self.still().as_secs()));
        figures.text()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_was_counted_is_told_and_a_dispatcher_that_stands_still_is_not_alive() {
        let meter = Meter::default();
        meter.answered(DeliveryResult::Stored);
        meter.answered(DeliveryResult::Forged);
        meter.answered(DeliveryResult::Forged);
        meter.forged("cut");
        meter.stored(3, 1);
        meter.handled(EventState::Done);
        meter.sent(2);
        meter.beat();
        assert!(meter.is_alive());
        tokio::time::advance(Duration::from_secs(31)).await;
        assert!(!meter.is_alive());
        let oldest = Duration::from_secs(9);
        let open = OpenWork { pending: 7, running: 1, failed: 4, unknown: 0, comments: 2, oldest };
        let used = Some(jiff::Timestamp::UNIX_EPOCH + Duration::from_secs(7));
        let secret = |name: &str, used| SecretUse {
            name: name.to_owned(),
            known: jiff::Timestamp::UNIX_EPOCH,
            used,
        };
        let text = meter.text(Some(&(open, vec![secret("A", used), secret("B", None)])));
        assert!(!text.contains("\"B\""), "never used: {text}");
        for line in [
            "igbot_deliveries_total{result=\"stored\"} 1",
            "igbot_deliveries_total{result=\"forged\"} 2",
            "igbot_deliveries_total{result=\"not_stored\"} 0",
            "igbot_deliveries_forged_total{reason=\"cut\"} 1",
            "igbot_deliveries_forged_total{reason=\"unknown\"} 0",
            "igbot_signature_secret_last_used_seconds{secret=\"A\"} 7",
            "igbot_events_stored_total 3",
            "igbot_events_repeated_total 1",
            "igbot_events_handled_total{state=\"done\"} 1",
            "igbot_messages_sent_total 2",
            "igbot_inbox_events{state=\"pending\"} 7",
            "igbot_inbox_events{state=\"failed\"} 4",
            "igbot_inbox_comments_waiting 2",
            "igbot_inbox_oldest_seconds 9",
            "igbot_dispatcher_still_seconds 31",
        ] {
            assert!(text.lines().any(|it| it == line), "{line}\n{text}");
        }
        let text = meter.text(None);
        assert!(text.contains("igbot_events_stored_total 3") && !text.contains("inbox"), "{text}");
        meter.beat();
        assert!(meter.is_alive());
    }
}
