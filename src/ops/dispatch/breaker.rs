//! Circuit breakers: while Instagram takes nothing of an account, whatever the message, or a bot is not
//! there, events wait, and nobody is asked in vain.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};

use super::doubled;
use crate::bot::{Handler, Presence};
use crate::domain::account::Account;
use crate::domain::id::AccountId;
use crate::domain::token::TokenLife;
use crate::graph::GraphError;
use crate::graph::class::ErrorClass;
use crate::ops::ask::Unanswered;
use crate::store::inbox::StoredEvent;

/// First and longest pause after what soon passes: the network, too many calls, a bot that restarts.
/// Pauses double.
const SHORT: Pauses =
    Pauses { first: SignedDuration::from_secs(2), longest: SignedDuration::from_mins(1) };

/// The same after refusals that somebody must do something about, and where each attempt may cost a reply.
const LONG: Pauses =
    Pauses { first: SignedDuration::from_secs(30), longest: SignedDuration::from_mins(10) };

/// How long others wait at most for the one that is let through to see whether it is over: longer than a
/// bot and a call take.
const PROBE: SignedDuration = SignedDuration::from_mins(3);

/// How soon the others look again whether it is over.
const LOOK: SignedDuration = SignedDuration::from_secs(3);

/// People in a row to whom nothing could be sent, before it is taken for a failure of the account.
const PEOPLE: usize = 3;

#[derive(Clone, Copy)]
pub(super) struct Pauses {
    first: SignedDuration,
    longest: SignedDuration,
}

/// What a failed send says about the next ones of its account.
pub(super) enum Outlook {
    /// They would fail alike, for so long.
    Alike(Pauses),
    /// That is likely, once several people have met it.
    Perhaps,
    /// Nothing.
    Open,
}

impl Outlook {
    pub(super) fn of(error: &GraphError) -> Self {
        match (error, error.class()) {
            (GraphError::Unreachable { .. }, _) | (_, Some(ErrorClass::RateLimited)) => {
                Self::Alike(SHORT)
            }
            (GraphError::Client(_), _) => Self::Alike(LONG),
            (_, Some(class)) if class.concerns_account() => Self::Alike(LONG),
            (_, Some(ErrorClass::Permission)) => Self::Perhaps,
            (_, Some(class)) if class.may_concern_account() => Self::Perhaps,
            // The message has probably arrived.
            (GraphError::NoReceipt, _) | (_, Some(ErrorClass::SentAnyway)) => Self::Open,
            // An outage, perhaps: then every attempt leaves one more reply in doubt.
            _ if error.outcome_unknown() => Self::Perhaps,
            _ => Self::Open,
        }
    }
}

/// What a breaker guards.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Circuit {
    /// The direct messages of an account.
    Messages(AccountId),
    /// Its private replies: what Instagram says of them holds back no direct message.
    PrivateReplies(AccountId),
    /// A bot, by what its handler calls its place; that may hold secrets.
    Bot(String),
}

impl Circuit {
    /// That through which an event of an account is answered.
    pub(super) fn of_replies(event: &StoredEvent, account: &Account) -> Self {
        let account_id = account.account_id.clone();
        match event.kind.is_comment() {
            true => Self::PrivateReplies(account_id),
            false => Self::Messages(account_id),
        }
    }

    /// That of a bot outside of this process.
    pub(super) fn of_bot(handler: &Handler) -> Option<Self> {
        handler.place().map(Self::Bot)
    }
}

/// The breakers of one dispatcher, closed at first.
#[derive(Default)]
pub(super) struct Breakers(Mutex<HashMap<Circuit, Breaker>>);

#[derive(Default)]
struct Breaker {
    /// No attempt before, if it is open.
    until: Option<Timestamp>,
    /// One was let through, and it is not known yet what became of it.
    probing: bool,
    reason: String,
    /// How often in a row it opened.
    times: u32,
    /// Of the token that was used then: a new one is worth an attempt at once.
    life: Option<TokenLife>,
    /// Who met a failure that may be theirs alone, since something last got through.
    people: Vec<String>,
}

/// Until when nobody is let through, and why.
pub(super) struct Blocked {
    pub(super) until: Timestamp,
    pub(super) reason: String,
}

impl Breakers {
    /// Lets one pass, or tells until when to wait, and why. Where the time has come one is let through,
    /// and the others wait on to see what becomes of it: until the time that is given then, at the longest.
    pub(super) fn pass(
        &self,
        circuit: &Circuit,
        life: Option<TokenLife>,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, Blocked> {
        let mut breakers = self.lock();
        let breaker = breakers.get_mut(circuit).filter(|it| it.life == life);
        let Some((breaker, until)) = breaker.and_then(|it| it.until.map(|until| (it, until)))
        else {
            return Ok(None);
        };
        // One that is further off comes from a clock that has been put back.
        if now < until && until <= now + LONG.longest {
            let until = if breaker.probing { until.min(now + LOOK) } else { until };
            return Err(Blocked { until, reason: breaker.reason.clone() });
        }
        (breaker.until, breaker.probing) = (Some(now + PROBE), true);
        Ok(breaker.until)
    }

    /// Opens the breaker of an account after a send that failed; tells until when. `None` where that says
    /// nothing of other people, or not yet enough of them have met it.
    pub(super) fn failed(
        &self,
        circuit: &Circuit,
        account: &Account,
        person: Option<&str>,
        error: &GraphError,
        reason: &str,
        now: Timestamp,
    ) -> Option<Timestamp> {
        let mut breakers = self.lock();
        let pauses = match Outlook::of(error) {
            Outlook::Alike(pauses) => pauses,
            Outlook::Perhaps => {
                let breaker = breakers.entry(circuit.clone()).or_default();
                if breaker.life.is_some_and(|life| life != account.life) {
                    *breaker = Breaker::default();
                }
                if !breaker.met_by_enough(person?) {
                    return None;
                }
                LONG
            }
            Outlook::Open => return None,
        };
        let breaker = breakers.entry(circuit.clone()).or_default();
        let trip = Trip { whose: account.alias.as_str(), life: Some(account.life), pauses, reason };
        let rest = error.retry_after().and_then(|rest| rest.try_into().ok()).unwrap_or_default();
        Some(breaker.trip(trip, rest, now))
    }

    /// Opens the breaker of a bot that is not there, or closes it if it is; tells until when it is left alone.
    /// `None` as for [`Self::failed`]. `shown` is what the log calls it.
    pub(super) fn unanswered(
        &self,
        bot: &Circuit,
        shown: &str,
        person: &str,
        failure: &Unanswered,
        now: Timestamp,
    ) -> Option<Timestamp> {
        let mut breakers = self.lock();
        if failure.presence == Presence::There {
            breakers.remove(bot);
            return None;
        }
        let breaker = breakers.entry(bot.clone()).or_default();
        if failure.presence == Presence::Doubtful && !breaker.met_by_enough(person) {
            return None;
        }
        let trip = Trip { whose: shown, life: None, pauses: SHORT, reason: &failure.reason };
        Some(breaker.trip(trip, failure.rest, now))
    }

    /// The one that was let through, with others waiting until `probe`, is done. If nothing came of it the
    /// next may try.
    pub(super) fn tried(&self, circuit: &Circuit, probe: Timestamp, now: Timestamp) {
        if let Some(breaker) = self.lock().get_mut(circuit)
            && (breaker.probing, breaker.until) == (true, Some(probe))
        {
            (breaker.until, breaker.probing) = (Some(now), false);
        }
    }

    /// Closes a breaker: a message was taken, or a bot has answered.
    pub(super) fn close(&self, circuit: &Circuit) {
        self.lock().remove(circuit);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Circuit, Breaker>> {
        // Nothing in there can be half done.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Breaker {
    /// Notes whom a failure has met that may be theirs alone; tells whether that is enough of them.
    fn met_by_enough(&mut self, person: &str) -> bool {
        if self.people.len() < PEOPLE && !self.people.iter().any(|it| it == person) {
            self.people.push(person.to_owned());
        }
        self.people.len() >= PEOPLE
    }

    /// Opens it for a pause, which is `rest` at least; tells until when.
    fn trip(&mut self, trip: Trip<'_>, rest: SignedDuration, now: Timestamp) -> Timestamp {
        let Trip { whose, life, pauses, reason } = trip;
        let asked = now + rest.min(LONG.longest);
        let same = self.life == life;
        let until = match self.until {
            // Of several that were under way together one counts.
            Some(until) if same && !self.probing && now < until && until <= now + LONG.longest => {
                until.max(asked)
            }
            _ => {
                self.times = if same { self.times.saturating_add(1) } else { 1 };
                let pause = doubled(pauses.first, self.times, pauses.longest);
                let until = (now + pause).max(asked);
                tracing::warn!(of = whose, reason, %until, "nothing gets through; events wait");
                (self.life, self.reason) = (life, reason.to_owned());
                self.probing = false;
                until
            }
        };
        self.until = Some(until);
        until
    }
}

/// What opens a breaker.
struct Trip<'a> {
    /// For the log, in which the arguments of a bot and the path of its URL have no place.
    whose: &'a str,
    /// Of the token that was used.
    life: Option<TokenLife>,
    pauses: Pauses,
    reason: &'a str,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bot() -> Circuit {
        Circuit::Bot("bot".to_owned())
    }

    fn failure(presence: Presence, rest: i64) -> Unanswered {
        Unanswered { reason: "away".to_owned(), presence, rest: SignedDuration::from_secs(rest) }
    }

    fn now(second: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + second).unwrap()
    }

    #[test]
    fn one_is_let_through_at_a_time_and_pauses_grow_until_something_gets_through() {
        let breakers = Breakers::default();
        let bot = bot();
        let rests = |rest, at| {
            breakers.unanswered(&bot, "bot", "1", &failure(Presence::Away, rest), at).unwrap()
        };
        let away = |at| rests(0, at);
        let pass = |second| breakers.pass(&bot, None, now(second)).map_err(|it| it.until);
        assert_eq!(pass(0), Ok(None));
        assert_eq!(away(now(0)), now(2));
        assert_eq!(pass(1), Err(now(2)));
        let first = now(182);
        assert_eq!(pass(2), Ok(Some(first)), "the time has come");
        assert_eq!(pass(2), Err(now(5)), "and one is enough to see");
        assert_eq!(away(now(3)), now(7));
        breakers.tried(&bot, first, now(4));
        assert_eq!(pass(4), Err(now(7)), "it has seen something");
        let second = now(187);
        assert_eq!(pass(7), Ok(Some(second)));
        breakers.tried(&bot, first, now(8));
        assert_eq!(pass(8), Err(now(11)), "it is another that is waited for");
        breakers.tried(&bot, second, now(8));
        assert_eq!(pass(8), Ok(Some(now(188))), "it has seen nothing");
        assert_eq!(away(now(8)), now(16));
        let mut untils = vec![now(16)];
        for _ in 0..6 {
            untils.push(away(untils[untils.len() - 1]));
        }
        assert_eq!(untils[6].duration_since(untils[5]), SHORT.longest, "the longest pause");
        assert!(breakers.pass(&bot, None, now(-90_000)).is_ok(), "a clock was put back");
        breakers.close(&bot);
        assert_eq!((pass(21), pass(21)), (Ok(None), Ok(None)));
        assert_eq!(rests(40, now(21)), now(61), "it has asked for that");
        assert_eq!(pass(60), Err(now(61)), "and all leave it alone");
    }

    #[test]
    fn what_may_be_the_fault_of_one_person_alone_counts_once_three_have_met_it_in_a_row() {
        let breakers = Breakers::default();
        let met = |person, presence| {
            breakers.unanswered(&bot(), "bot", person, &failure(presence, 0), now(0)).is_some()
        };
        let doubtful = |person| met(person, Presence::Doubtful);
        assert_eq!(["1", "1", "2", "1"].map(doubtful), [false; 4]);
        assert!(!met("3", Presence::There), "in between one was answered, if badly");
        assert_eq!(["1", "2", "2", "3"].map(doubtful), [false, false, false, true]);
        assert!(doubtful("1"), "now it is everybody's");
    }
}
