//! Taking turns at an account's limits, across all processes that share the store (reference 9).

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension, params};

use super::columns::{optional_time, time};
use super::{Store, StoreError};
use crate::domain::id::AccountId;
use crate::domain::rate::{Bucket, Pace, slowed};

/// Longest rest that is kept: after it one call asks again, whatever the answer before it said.
pub const LONGEST_REST: SignedDuration = SignedDuration::from_hours(1);

/// What Instagram said about its limits, in the headers of an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UsageNote {
    /// `X-App-Usage`, as it came.
    pub app: Option<String>,
    /// `X-Business-Use-Case-Usage`, as it came.
    pub business: Option<String>,
    /// The largest share of a limit, in per cent.
    pub share: u16,
    /// No call before this, if the answer asked for a rest.
    pub blocked_until: Option<Timestamp>,
    /// The same of all accounts of the app.
    pub app_blocked_until: Option<Timestamp>,
}

impl UsageNote {
    /// What is left of this note after a later one: the longest rest that was asked for.
    #[must_use]
    pub fn then(self, later: Self) -> Self {
        Self {
            app: later.app.or(self.app),
            business: later.business.or(self.business),
            share: later.share,
            blocked_until: later.blocked_until.max(self.blocked_until),
            app_blocked_until: later.app_blocked_until.max(self.app_blocked_until),
        }
    }
}

/// How an account stands with its limits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// What Instagram said last of this account, and when.
    pub usage: Option<(UsageNote, Timestamp)>,
    /// No call before this.
    pub blocked_until: Option<Timestamp>,
    /// What is noted of the turns taken so far, for [`Pace::turn`].
    pub noted: Vec<(Bucket, Option<Timestamp>)>,
}

impl Store {
    /// Takes a turn at one of an account's limits; gives the moment from which the call may begin.
    ///
    /// # Errors
    /// [`StoreError::RateLimited`] if that is further off than `patience`: then no turn was taken.
    pub async fn take_turn(
        &self,
        account_id: &AccountId,
        bucket: Bucket,
        patience: SignedDuration,
        now: Timestamp,
    ) -> Result<Timestamp, StoreError> {
        let account_id = account_id.to_string();
        self.write(move |connection| {
            let mut limiter = RateLimiter::new(connection, &account_id, now)?;
            let start = limiter.take(bucket, bucket.pace(), patience)?;
            limiter.note()?;
            Ok(start)
        })
        .await
    }

    /// Notes what an answer said about the account's limits.
    pub async fn note_usage(
        &self,
        account_id: &AccountId,
        usage: UsageNote,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let account_id = account_id.to_string();
        self.write(move |connection| note(connection, &account_id, &usage, now)).await
    }

    /// Before when no call should be made for an account, if that is still to come.
    pub async fn blocked_until(
        &self,
        account_id: &AccountId,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, StoreError> {
        let account_id = account_id.to_string();
        self.read(move |connection| Ok(blocked_until(connection, &account_id, now)?)).await
    }

    /// How an account stands with its limits.
    pub async fn limits(
        &self,
        account_id: &AccountId,
        now: Timestamp,
    ) -> Result<Limits, StoreError> {
        let account_id = account_id.to_string();
        self.read(move |connection| {
            let usage = connection
                .prepare_cached(
                    "SELECT app, business, share, blocked_until, at FROM usage WHERE account_id = ?1",
                )?
                .query_row([&account_id], |row| {
                    let blocked_until = optional_time(row, 3)?;
                    let (app, business, share) = (row.get(0)?, row.get(1)?, row.get(2)?);
                    let note = UsageNote {
                        app,
                        business,
                        share,
                        blocked_until,
                        app_blocked_until: None,
                    };
                    Ok((note, time(row, 4)?))
                })
                .optional()?;
            let blocked_until = blocked_until(connection, &account_id, now)?;
            let noted = |bucket| Ok((bucket, noted(connection, &account_id, bucket)?));
            let noted = Bucket::ALL.into_iter().map(noted).collect::<Result<_, StoreError>>()?;
            Ok(Limits { usage, blocked_until, noted })
        })
        .await
    }
}

/// Gives out turns within one transaction, which must end with [`RateLimiter::note`].
pub(super) struct RateLimiter<'a> {
    connection: &'a Connection,
    account_id: &'a str,
    now: Timestamp,
    /// By how much Instagram's words slow everything down.
    divided: i32,
    blocked_until: Option<Timestamp>,
    /// What is to be noted of the limits at which turns were taken.
    noted: BTreeMap<Bucket, Timestamp>,
}

impl<'a> RateLimiter<'a> {
    pub(super) fn new(
        connection: &'a Connection,
        account_id: &'a str,
        now: Timestamp,
    ) -> Result<Self, StoreError> {
        let usage = connection
            .prepare_cached("SELECT share, at FROM usage WHERE account_id = ?1")?
            .query_row([account_id], |row| Ok((row.get::<_, u16>(0)?, time(row, 1)?)))
            .optional()?;
        let (share, at) = usage.unwrap_or((0, now));
        let blocked_until = blocked_until(connection, account_id, now)?;
        let divided = slowed(share, now.duration_since(at));
        Ok(Self { connection, account_id, now, divided, blocked_until, noted: BTreeMap::new() })
    }

    /// Takes a turn; gives the moment from which the call may begin.
    ///
    /// # Errors
    /// [`StoreError::RateLimited`] if that is further off than `patience`.
    pub(super) fn take(
        &mut self,
        bucket: Bucket,
        pace: Pace,
        patience: SignedDuration,
    ) -> Result<Timestamp, StoreError> {
        let until = self.now + patience;
        if let Some(until) = self.blocked_until.filter(|blocked| *blocked > until) {
            return Err(StoreError::RateLimited { until });
        }
        let noted = match self.noted.get(&bucket) {
            Some(noted) => Some(*noted),
            None => noted(self.connection, self.account_id, bucket)?,
        };
        let turn = pace.divided(self.divided).turn(noted, self.now);
        let start = self.blocked_until.map_or(turn.start, |blocked| blocked.max(turn.start));
        if start > until {
            return Err(StoreError::RateLimited { until: start });
        }
        self.noted.insert(bucket, turn.next);
        Ok(start)
    }

    /// Whether somebody who has had a turn may go now.
    ///
    /// # Errors
    /// [`StoreError::RateLimited`] if Instagram wants no call meanwhile.
    pub(super) fn check_not_blocked(&self) -> Result<(), StoreError> {
        match self.blocked_until.filter(|blocked| *blocked > self.now) {
            Some(until) => Err(StoreError::RateLimited { until }),
            None => Ok(()),
        }
    }

    /// Writes down which turns were taken.
    pub(super) fn note(self) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(
            "INSERT INTO rate (account_id, bucket, next_at) VALUES (?1, ?2, ?3) \
             ON CONFLICT (account_id, bucket) DO UPDATE SET next_at = excluded.next_at",
        )?;
        for (bucket, next) in self.noted {
            let next = next.as_microsecond();
            statement.execute(params![self.account_id, bucket.as_str(), next])?;
        }
        Ok(())
    }
}

fn noted(
    connection: &Connection,
    account_id: &str,
    bucket: Bucket,
) -> Result<Option<Timestamp>, StoreError> {
    let sql = "SELECT next_at FROM rate WHERE account_id = ?1 AND bucket = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let micros = statement.query_row(params![account_id, bucket.as_str()], |row| row.get(0));
    let micros: Option<i64> = micros.optional()?;
    Ok(micros.and_then(|micros| Timestamp::from_microsecond(micros).ok()))
}

/// Under this name the table of usage has what concerns every account of the app.
const APP: &str = "";

/// The longest rest that was asked for of an account or of the whole app, if it is still to come. What is
/// further off than anybody is asked for was noted under a clock that was ahead.
fn blocked_until(
    connection: &Connection,
    account_id: &str,
    now: Timestamp,
) -> rusqlite::Result<Option<Timestamp>> {
    let sql = "SELECT max(blocked_until) FROM usage \
               WHERE account_id IN (?1, ?2) AND blocked_until > ?3 AND blocked_until <= ?4";
    let longest = (now + LONGEST_REST).as_millisecond();
    let values = params![account_id, APP, now.as_millisecond(), longest];
    connection.prepare_cached(sql)?.query_row(values, |row| optional_time(row, 0))
}

pub(super) fn note(
    connection: &Connection,
    account_id: &str,
    usage: &UsageNote,
    now: Timestamp,
) -> Result<(), StoreError> {
    if let Some(until) = usage.app_blocked_until {
        let app = UsageNote { blocked_until: Some(until), ..UsageNote::default() };
        note(connection, APP, &app, now)?;
    }
    let blocked = usage.blocked_until.map(Timestamp::as_millisecond);
    connection
        .prepare_cached(
            // A rest that was asked for is not shortened by an answer that says nothing of one. A call
            // may come back when its account is forgotten already.
            "INSERT INTO usage (account_id, app, business, share, at, blocked_until) \
             SELECT ?1, ?2, ?3, ?4, ?5, ?6 \
             WHERE ?1 = '' OR EXISTS (SELECT 1 FROM account WHERE account_id = ?1) \
             ON CONFLICT (account_id) DO UPDATE SET \
                 app = coalesce(excluded.app, app), \
                 business = coalesce(excluded.business, business), \
                 share = excluded.share, at = excluded.at, \
                 blocked_until = max(coalesce(excluded.blocked_until, 0), \
                     iif(blocked_until <= ?7, blocked_until, 0))",
        )?
        .execute(params![
            account_id,
            usage.app,
            usage.business,
            usage.share,
            now.as_millisecond(),
            blocked,
            (now + LONGEST_REST).as_millisecond()
        ])?;
    Ok(())
}
