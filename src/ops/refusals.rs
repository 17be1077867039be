//! Tells the operator why deliveries are refused, in the log and in figures, and nobody else.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::time::Instant;

use super::log_throttle::LogThrottle;
use super::meter::Meter;
use crate::clock::SharedClock;
use crate::store::Store;
use crate::store::secrets::RefusedDelivery;
use crate::webhook::forensics::{Evidence, Finding, Suspect, examine};

/// How many bodies are looked into at once, and how many more after a second. Each costs some
/// milliseconds of work, which no stranger must be able to order at will.
const BODIES: f64 = 4.0;

/// Looks into refused deliveries.
pub struct Refusals {
    suspects: Vec<Suspect>,
    meter: Arc<Meter>,
    bodies: Mutex<Bodies>,
    throttle: LogThrottle,
    /// Where `doctor` finds what was logged.
    store: Store,
    clock: SharedClock,
}

/// Bodies that may be looked into, as it stood at a time.
struct Bodies(f64, Instant);

impl Bodies {
    fn new() -> Self {
        Self(BODIES, Instant::now())
    }

    /// Whether one more may be looked into now.
    fn takes(&mut self) -> bool {
        let left = (self.0 + self.1.elapsed().as_secs_f64() * BODIES).min(BODIES);
        let takes = left >= 1.0;
        *self = Self(if takes { left - 1.0 } else { left }, Instant::now());
        takes
    }
}

impl Refusals {
    /// Looks for the secrets of `suspects`, counts in `meter`, and notes the last refusal in a store.
    pub fn new(
        suspects: Vec<Suspect>,
        meter: Arc<Meter>,
        store: Store,
        clock: SharedClock,
    ) -> Arc<Self> {
        let (bodies, throttle) = (Mutex::new(Bodies::new()), LogThrottle::default());
        Arc::new(Self { suspects, meter, bodies, throttle, store, clock })
    }

    /// Finds out why a delivery was refused, counts it and, now and then, logs it.
    ///
    /// Returns at once: the client must neither wait for this nor learn from how long it takes. `held`
    /// is kept for as long as the body is.
    pub fn look_into(self: &Arc<Self>, mut evidence: Evidence, held: impl Send + 'static) {
        let body = evidence.body.take();
        let bytes = body.as_ref().map_or(0, Vec::len);
        let finding = self.judge(&evidence);
        let open = matches!(finding, Finding::Unexamined | Finding::Legacy(None));
        if !open || body.is_none() || !self.takes_body() {
            return self.tell(finding, bytes);
        }
        evidence.body = body;
        let this = Arc::clone(self);
        tokio::task::spawn_blocking(move || {
            this.tell(this.judge(&evidence), bytes);
            drop(held);
        });
    }

    /// Logs, now and then, that a delivery could not be read to its end.
    pub fn unread(&self, why: &'static str, announced: Option<u64>) {
        if let Some(earlier) = self.throttle.allow(why) {
            tracing::warn!(why, announced, earlier, "could not read a delivery");
        }
    }

    fn takes_body(&self) -> bool {
        // Nothing in there can be half done.
        self.bodies.lock().unwrap_or_else(PoisonError::into_inner).takes()
    }

    fn judge(&self, evidence: &Evidence) -> Finding {
        // It would fit only if the receiver had other secrets than these.
        examine(evidence, &self.suspects).err().unwrap_or(Finding::Unknown)
    }

    fn tell(&self, finding: Finding, bytes: usize) {
        let (reason, hint) = (finding.reason(), finding.advice());
        self.meter.forged(reason);
        if let Some(earlier) = self.throttle.allow(reason) {
            tracing::warn!(reason, %finding, hint, bytes, earlier, "refused a delivery");
            if matches!(finding, Finding::Missing | Finding::Malformed(_)) {
                // Whoever knocks at every door leaves these, and nothing is wrong with ours.
                return;
            }
            let refused = RefusedDelivery { at: self.clock.now(), reason: reason.to_owned() };
            let store = self.store.clone();
            tokio::spawn(async move {
                if let Err(error) = store.note_refused(refused).await {
                    tracing::debug!(%error, "could not note a refused delivery");
                }
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_flood_orders_little_work() {
        let mut bodies = Bodies::new();
        let mut taken = || (0..100).filter(|_| bodies.takes()).count();
        assert_eq!(taken(), 4);
        tokio::time::advance(Duration::from_millis(500)).await;
        assert_eq!(taken(), 2);
        tokio::time::advance(Duration::from_secs(60)).await;
        assert_eq!(taken(), 4, "no more after a long rest");
    }
}
