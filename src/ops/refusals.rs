//! Tells the operator why deliveries are refused, in the log and in figures, and nobody else.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::meter::Meter;
use crate::webhook::forensics::{Evidence, Finding, Suspect, examine};

/// How many bodies are looked into at once, and how many more after a second. Each costs some
/// milliseconds of work, which no stranger must be able to order at will.
const BODIES: f64 = 4.0;

/// A refusal for the same reason is logged again after this time, with a count.
const LOG_PAUSE: Duration = Duration::from_secs(60);

/// Looks into refused deliveries.
pub struct Refusals {
    suspects: Vec<Suspect>,
    meter: Arc<Meter>,
    book: Mutex<Book>,
}

/// What limits work and log.
struct Book {
    /// Bodies that may be looked into, as it stood at a time.
    bodies: (f64, Instant),
    /// By reason, when it was logged last, and how often it was met since.
    logged: BTreeMap<&'static str, (Instant, u64)>,
}

impl Refusals {
    /// Looks for the secrets of `suspects`, and counts in `meter`.
    pub fn new(suspects: Vec<Suspect>, meter: Arc<Meter>) -> Arc<Self> {
        let book = Book { bodies: (BODIES, Instant::now()), logged: BTreeMap::new() };
        Arc::new(Self { suspects, meter, book: Mutex::new(book) })
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
        if !open || body.is_none() || !self.book().takes_body() {
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
        if let Some(earlier) = self.book().may_log(why) {
            tracing::warn!(why, announced, earlier, "could not read a delivery");
        }
    }

    fn judge(&self, evidence: &Evidence) -> Finding {
        // It would fit only if the receiver had other secrets than these.
        examine(evidence, &self.suspects).err().unwrap_or(Finding::Unknown)
    }

    fn tell(&self, finding: Finding, bytes: usize) {
        let (reason, hint) = (finding.reason(), finding.advice());
        self.meter.forged(reason);
        if let Some(earlier) = self.book().may_log(reason) {
            tracing::warn!(reason, %finding, hint, bytes, earlier, "refused a delivery");
        }
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        // Nothing in there can be half done.
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Book {
    /// Whether one more body may be looked into now.
    fn takes_body(&mut self) -> bool {
        let (left, since) = self.bodies;
        let left = (left + since.elapsed().as_secs_f64() * BODIES).min(BODIES);
        let takes = left >= 1.0;
        self.bodies = (if takes { left - 1.0 } else { left }, Instant::now());
        takes
    }

    /// Whether a reason is to be logged now, and how often it was met since it was logged last.
    fn may_log(&mut self, reason: &'static str) -> Option<u64> {
        match self.logged.get_mut(reason) {
            Some((since, count)) if since.elapsed() < LOG_PAUSE => {
                *count += 1;
                None
            }
            _ => {
                let before = self.logged.insert(reason, (Instant::now(), 0));
                Some(before.map_or(0, |(_, count)| count))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_flood_is_logged_once_a_minute_and_orders_little_work() {
        let refusals = Refusals::new(Vec::new(), Arc::default());
        assert_eq!((0..100).filter(|_| refusals.book().takes_body()).count(), 4);
        assert_eq!(refusals.book().may_log("unknown"), Some(0));
        assert_eq!(refusals.book().may_log("cut"), Some(0));
        assert!((0..100).all(|_| refusals.book().may_log("unknown").is_none()));
        tokio::time::advance(Duration::from_millis(500)).await;
        assert_eq!((0..100).filter(|_| refusals.book().takes_body()).count(), 2);
        tokio::time::advance(LOG_PAUSE).await;
        assert_eq!(refusals.book().may_log("unknown"), Some(100));
        assert_eq!(refusals.book().may_log("cut"), Some(0));
        assert_eq!(
            (0..100).filter(|_| refusals.book().takes_body()).count(),
            4,
            "no more after a long rest"
        );
    }
}
