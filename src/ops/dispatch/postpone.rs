//! When an event that could not be handled is looked at again.

use jiff::{SignedDuration, Timestamp};

use super::breaker::{Circuit, Outlook};
use super::doubled;
use super::work::Work;
use crate::domain::account::Account;
use crate::domain::event::EventKind;
use crate::domain::window::STANDARD;
use crate::graph::class::ErrorClass;
use crate::ops::{OpsError, causes};
use crate::store::StoreError;
use crate::store::inbox::StoredEvent;
use crate::store::settle::Settled;

/// First pause before another attempt; it doubles with each.
pub(super) const FIRST_PAUSE: SignedDuration = SignedDuration::from_secs(2);

/// The same after a refusal that somebody must do something about, or that time alone heals.
pub(super) const FIRST_LONG_PAUSE: SignedDuration = SignedDuration::from_secs(30);

/// Longest pause between attempts.
pub(super) const LONGEST_PAUSE: SignedDuration = SignedDuration::from_mins(10);

/// How soon an event that waits is looked at again at the latest.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(10);

/// The rest that a bot gets that asks for one: at least the first, and where it has asked for some minutes the
/// second. Longer than the last would be mended by the store as a clock that was ahead.
const SHORTEST_ASKED: SignedDuration = SignedDuration::from_secs(5);
const OFTEN_ASKED: SignedDuration = SignedDuration::from_mins(1);
const LONGEST_ASKED: SignedDuration = SignedDuration::from_mins(15);

/// How long events wait for Instagram: as long as the person, or their comment, may be answered
/// (reference 6).
const WAITS: SignedDuration = STANDARD;
const COMMENT_WAITS: SignedDuration = SignedDuration::from_hours(7 * 24);

/// An outage shorter than this gives up no message, even if its person has written more.
const OUTAGE: SignedDuration = SignedDuration::from_mins(2);

impl Work {
    /// Puts an event back after a refusal that may pass.
    pub(super) fn put_off(
        &self,
        event: &StoredEvent,
        account: &Account,
        error: &OpsError,
    ) -> Settled {
        let reason = causes(error);
        let until = self.hold_back(event, account, error);
        let outlook = match error {
            OpsError::Account { source, .. } => Outlook::of(source),
            _ => Outlook::Open,
        };
        match (until, outlook) {
            // What may be the fault of this message alone must not look for all whether it is over.
            (_, Outlook::Perhaps) => self.retry_after(FIRST_LONG_PAUSE, event, reason),
            (Some(until), _) => {
                if matches!(error, OpsError::Account { .. }) {
                    self.rest(event, account, until);
                }
                self.wait(event, until, reason)
            }
            (None, _) => self.retry(event, reason),
        }
    }

    /// Leaves the comments of an account where they are while nobody can answer them.
    pub(super) fn rest(&self, event: &StoredEvent, account: &Account, until: Timestamp) {
        if event.kind.is_comment() {
            self.comments.rest(&account.account_id, until, self.services.clock.now());
        }
    }

    /// Until when the events of an account wait after a send that failed, if they do.
    pub(super) fn hold_back(
        &self,
        event: &StoredEvent,
        account: &Account,
        error: &OpsError,
    ) -> Option<Timestamp> {
        match error {
            OpsError::Store(StoreError::RateLimited { until }) => Some(*until),
            OpsError::Account { source, .. } => {
                let (person, now) = (event.sender_id.as_deref(), self.services.clock.now());
                self.breakers.failed(
                    &Circuit::of_replies(event, account),
                    account,
                    person,
                    source,
                    &causes(error),
                    now,
                )
            }
            _ => None,
        }
    }

    /// Puts an event back whose message could not be read now. Reading harms nobody, so that it can wait for an
    /// outage to end; but one that lasts is no reason to keep waiting who has written more, and what may be true
    /// of one message alone is no reason to leave the account alone: these are given up after some attempts.
    pub(super) async fn fetch_later(
        &self,
        event: &StoredEvent,
        account: &Account,
        error: &OpsError,
    ) -> Settled {
        let class = match error {
            OpsError::Account { source, .. } => source.class(),
            _ => return self.put_off(event, account, error),
        };
        match class {
            None | Some(ErrorClass::Temporary) => {
                let now = self.services.clock.now();
                let age = now.duration_since(event.received_at);
                if age > OUTAGE
                    && self.services.store.is_followed(event.id).await.unwrap_or_default()
                {
                    return self.retry(event, causes(error));
                }
                let pause = (age / 4).clamp(FIRST_PAUSE, SignedDuration::from_mins(1));
                self.wait(event, now + pause, causes(error))
            }
            Some(class) if class.may_concern_account() => self.retry(event, causes(error)),
            Some(_) => self.put_off(event, account, error),
        }
    }

    /// Puts an event back until Instagram, or its bot, may be asked again. That is no fault of the event
    /// and costs no attempt; but when nobody may be answered any more, waiting has no purpose.
    pub(super) fn wait(&self, event: &StoredEvent, until: Timestamp, reason: String) -> Settled {
        self.wait_at_most(LONGEST_WAIT, event, until, reason)
    }

    /// Puts an event back for as long as its bot has asked for.
    pub(super) fn wait_as_asked(
        &self,
        event: &StoredEvent,
        rest: SignedDuration,
        reason: String,
    ) -> Settled {
        let now = self.services.clock.now();
        // Where it asks for a moment again and again, it is asked less often.
        let waited = (now.duration_since(event.received_at) / 4).min(OFTEN_ASKED);
        let rest = rest.max(waited).clamp(SHORTEST_ASKED, LONGEST_ASKED);
        tracing::warn!(event = event.id, ?rest, reason, "the bot asks for a pause");
        self.wait_at_most(LONGEST_ASKED, event, now + rest, reason)
    }

    fn wait_at_most(
        &self,
        longest: SignedDuration,
        event: &StoredEvent,
        until: Timestamp,
        reason: String,
    ) -> Settled {
        let now = self.services.clock.now();
        // A live comment is answered during its broadcast or not at all.
        let waits = if event.kind == EventKind::Comment { COMMENT_WAITS } else { WAITS };
        if now.duration_since(event.received_at) >= waits {
            return self.retry(event, reason);
        }
        let wait = until.duration_since(now).clamp(SignedDuration::ZERO, longest);
        Settled::Wait { at: now + self.with_jitter(wait), reason }
    }

    /// Puts an event back for another attempt, or gives it up after the last.
    pub(super) fn retry(&self, event: &StoredEvent, reason: String) -> Settled {
        self.retry_after(FIRST_PAUSE, event, reason)
    }

    pub(super) fn retry_after(
        &self,
        first: SignedDuration,
        event: &StoredEvent,
        reason: String,
    ) -> Settled {
        if event.attempts >= self.policy.max_attempts {
            return Settled::Failed { reason };
        }
        let pause = doubled(first, event.attempts, LONGEST_PAUSE);
        Settled::Retry { at: self.services.clock.now() + self.with_jitter(pause), reason }
    }

    /// Up to a quarter more, so that what failed together does not return together.
    fn with_jitter(&self, pause: SignedDuration) -> SignedDuration {
        let [share, ..] = self.services.random.bytes16();
        pause + pause * i32::from(share) / (4 * 255)
    }
}
