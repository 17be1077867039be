//! How accounts stand with Instagram's limits, as answers told and turns were taken (reference 9).

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::domain::account::Account;
use crate::domain::rate::{Bucket, slowed};
use crate::domain::time::Time;
use crate::graph::GraphError;
use crate::graph::class::ErrorClass;
use crate::graph::usage::{Usage, UsageHeaders};
use crate::store::rate::{LONGEST_REST, UsageNote};
use crate::store::{Store, StoreError};

/// Rest after a refusal for too many calls that names none.
const REST: SignedDuration = SignedDuration::from_secs(2);

/// How one account stands with its limits.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AccountLimits {
    /// The account.
    pub account_id: String,
    /// Its alias.
    pub alias: String,
    /// What Instagram said last; absent before it said anything.
    pub usage: Option<UsageView>,
    /// No call that counts before this, because Instagram asked for a rest.
    #[schemars(with = "Option<Time>")]
    pub blocked_until: Option<Timestamp>,
    /// The limits that igbot keeps on its own, one for each kind of call.
    pub buckets: Vec<BucketView>,
}

/// What the headers of an answer said about the limits.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct UsageView {
    /// The largest share of a limit used, in per cent.
    pub percent: u16,
    /// When that was said.
    #[schemars(with = "Time")]
    pub at: Timestamp,
    /// How long ago, in seconds.
    pub age_seconds: i64,
    /// How many times fewer calls are made because of it.
    pub slowed: i32,
    /// The last `X-App-Usage`.
    pub app: Option<Value>,
    /// The last `X-Business-Use-Case-Usage`.
    pub business: Option<Value>,
}

/// A limit that all processes with the store keep together.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct BucketView {
    /// `messages`, `media`, `private_replies` or `conversations`.
    pub bucket: &'static str,
    /// Calls a second in the long run.
    pub per_second: f64,
    /// When the next call may begin.
    #[schemars(with = "Time")]
    pub next_at: Timestamp,
    /// How long that is off, in seconds.
    pub wait_seconds: f64,
}

/// Looks up how an account stands with its limits.
pub async fn limits(
    store: &Store,
    account: &Account,
    now: Timestamp,
) -> Result<AccountLimits, StoreError> {
    let limits = store.limits(&account.account_id, now).await?;
    let json = |header: Option<String>| header.and_then(|it| serde_json::from_str(&it).ok());
    let blocked_until = limits.blocked_until;
    let usage = limits.usage.map(|(note, at)| {
        let age = now.duration_since(at);
        UsageView {
            percent: note.share,
            at,
            age_seconds: age.as_secs(),
            slowed: slowed(note.share, age),
            app: json(note.app),
            business: json(note.business),
        }
    });
    let times = usage.as_ref().map_or(1, |usage| usage.slowed);
    let view = |(bucket, noted): (Bucket, Option<Timestamp>)| {
        let pace = bucket.pace().divided(times);
        let next_at = blocked_until.unwrap_or(now).max(pace.turn(noted, now).start);
        BucketView {
            bucket: bucket.as_str(),
            per_second: pace.rate(),
            next_at,
            wait_seconds: next_at.duration_since(now).as_secs_f64(),
        }
    };
    let buckets = limits.noted.into_iter().map(view).collect();
    let (account_id, alias) = (account.account_id.to_string(), account.alias.to_string());
    Ok(AccountLimits { account_id, alias, usage, blocked_until, buckets })
}

/// What the store should remember of an answer about the limits.
pub(super) fn usage_note(
    usage: Option<&UsageHeaders>,
    error: Option<&GraphError>,
    now: Timestamp,
) -> Option<UsageNote> {
    let limited = error.filter(|error| error.class() == Some(ErrorClass::RateLimited));
    if usage.is_none() && limited.is_none() {
        return None;
    }
    let of_app = limited.is_some_and(GraphError::limits_app);
    let full = |share: Option<Usage>| share.is_some_and(|share| share.0 >= 100);
    let app_full = full(usage.map(|usage| usage.app_share));
    let full = full(usage.map(|usage| usage.share));
    let until = |rest: Option<Duration>| {
        let rest = rest.and_then(|rest| SignedDuration::try_from(rest).ok());
        now + rest.unwrap_or(REST).min(LONGEST_REST)
    };
    let asked = limited.and_then(GraphError::retry_after);
    let regain = usage.and_then(|usage| usage.regain);
    Some(UsageNote {
        share: usage.map_or(100, |usage| usage.share.0),
        app: usage.and_then(|usage| usage.app.clone()),
        business: usage.and_then(|usage| usage.business.clone()),
        blocked_until: (limited.is_some() || full).then(|| until(asked.or(regain))),
        app_blocked_until: (of_app || app_full).then(|| until(asked.filter(|_| of_app))),
    })
}
