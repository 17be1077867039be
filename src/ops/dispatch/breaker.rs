//! A circuit breaker for each account: while Instagram takes nothing of an account, whatever the
//! message, events wait and no bot is asked for nothing.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::domain::account::Account;
use crate::domain::id::AccountId;
use crate::domain::token::TokenLife;
use crate::graph::GraphError;
use crate::graph::class::ErrorClass;

/// Pauses after refusals that soon pass: the network, and too many calls. They double from the first
/// to the longest.
const SHORT: (SignedDuration, SignedDuration) =
    (SignedDuration::from_secs(2), SignedDuration::from_mins(1));

/// Pauses after refusals that somebody must do something about.
const LONG: (SignedDuration, SignedDuration) =
    (SignedDuration::from_secs(30), SignedDuration::from_mins(10));

/// The breakers of one dispatcher, closed at first.
#[derive(Default)]
pub(super) struct Breakers(Mutex<HashMap<AccountId, Open>>);

/// A breaker that has opened.
struct Open {
    until: Timestamp,
    reason: String,
    /// How often in a row.
    times: u32,
    /// Of the token that was used then: a new one is worth an attempt at once.
    life: TokenLife,
}

impl Breakers {
    /// Until when an account is to be left alone, and why.
    pub(super) fn open(&self, account: &Account, now: Timestamp) -> Option<(Timestamp, String)> {
        let breakers = self.lock();
        let open = breakers.get(&account.account_id).filter(|it| it.holds(account, now))?;
        Some((open.until, open.reason.clone()))
    }

    /// Opens the breaker of an account after a refusal; tells until when.
    ///
    /// Calls that were under way together and are refused together count once.
    pub(super) fn trip(
        &self,
        account: &Account,
        error: &GraphError,
        reason: &str,
        now: Timestamp,
    ) -> Timestamp {
        let mut breakers = self.lock();
        let before = breakers.get(&account.account_id).filter(|it| it.life == account.life);
        if let Some(open) = before
            && open.holds(account, now)
        {
            return open.until;
        }
        let times = before.map_or(0, |open| open.times).saturating_add(1);
        let pause = pause(error, times);
        tracing::warn!(
            account = %account.alias,
            reason,
            until = %(now + pause),
            "Instagram takes nothing of an account; its events wait"
        );
        let (until, reason) = (now + pause, reason.to_owned());
        let open = Open { until, reason, times, life: account.life };
        breakers.insert(account.account_id.clone(), open);
        until
    }

    /// Closes the breaker of an account: a message was taken.
    pub(super) fn close(&self, account: &Account) {
        self.lock().remove(&account.account_id);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<AccountId, Open>> {
        // Nothing in there can be half done.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Open {
    fn holds(&self, account: &Account, now: Timestamp) -> bool {
        // One that is further off comes from a clock that has been put back.
        self.life == account.life && now < self.until && self.until <= now + LONG.1
    }
}

/// How long to pause after so many refusals in a row.
fn pause(error: &GraphError, times: u32) -> SignedDuration {
    let passes = match error {
        GraphError::Unreachable { .. } => true,
        error => error.class() == Some(ErrorClass::RateLimited),
    };
    let (first, longest) = if passes { SHORT } else { LONG };
    let asked = error.retry_after().unwrap_or(Duration::ZERO);
    let asked = SignedDuration::try_from(asked).unwrap_or(LONG.1).min(LONG.1);
    let doubled = first * 2_i32.saturating_pow(times.saturating_sub(1).min(20));
    doubled.min(longest).max(asked)
}
