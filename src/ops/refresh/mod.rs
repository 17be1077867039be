//! Refreshing tokens, for cron (reference 3; security, 24 to 27).
//!
//! A run looks at every account, asks Instagram for those that are due, many side by side, and
//! tells of each as soon as its end is known. What fails for a passing reason is asked again in a
//! later round, so that waiting costs the run once and not each account.

mod hook;
mod metrics;
mod pace;

use std::fmt;
use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream;
use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use secrecy::ExposeSecret as _;
use serde::Serialize;
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, sleep, timeout};

pub use hook::run_hook;
pub use metrics::Metrics;
use pace::Pace;

use super::{OpsError, Services};
use crate::domain::account::Account;
use crate::domain::time::Time;
use crate::domain::token::{ASSUMED_LIFE, LongLivedToken, RefreshVerdict, TokenLife};
use crate::graph::class::ErrorClass;
use crate::store::{FileLock, Store, StoreError};

/// How often an account is asked about when it fails for a passing reason.
const ROUNDS: u32 = 3;

/// Pause before the second round; each later one is four times as long.
const FIRST_PAUSE: Duration = Duration::from_millis(500);

/// How often a token that Instagram has given out is offered to a store that fails.
const STORE_ATTEMPTS: u32 = 3;

/// A token that was just made lives as long as one made now, but for this.
const A_DAY: SignedDuration = SignedDuration::from_hours(24);

/// How long the check of a new token may take: it should be in the store soon.
const CHECK: Duration = Duration::from_secs(3);

/// Pause between two looks at a lock that another process has.
const LOCK_PAUSE: Duration = Duration::from_millis(50);

/// Which tokens to refresh, and how.
#[derive(Debug, Clone, Copy)]
pub struct RefreshPolicy {
    /// With less than this left a token is due; a third of its life when absent.
    pub within: Option<SignedDuration>,
    /// Asks Instagram for every token, due or not.
    pub force: bool,
    /// Decides and asks nobody.
    pub dry_run: bool,
    /// How many calls may be under way at once.
    pub jobs: usize,
}

/// What became of one account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RefreshResult {
    /// It has a new token; in a dry run, it would get one.
    Refreshed,
    /// Nothing to do yet.
    Fresh,
    /// Due, but Instagram refuses tokens younger than 24 hours.
    TooYoung,
    /// Instagram refuses the token for good.
    LoginNeeded,
    /// It did not work this time; the old token is still there.
    Failed,
}

impl RefreshResult {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Refreshed, Self::Fresh, Self::TooYoung, Self::LoginNeeded, Self::Failed];

    /// The word for scripts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Refreshed => "refreshed",
            Self::Fresh => "fresh",
            Self::TooYoung => "too_young",
            Self::LoginNeeded => "login_needed",
            Self::Failed => "failed",
        }
    }
}

impl fmt::Display for RefreshResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.as_str().replace('_', " "))
    }
}

/// The report on one account.
#[derive(Debug)]
pub struct RefreshOutcome {
    /// What scripts see.
    pub report: RefreshReport,
    /// What went wrong, if something did.
    pub error: Option<OpsError>,
}

/// What became of an account, for whoever reads the output.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RefreshReport {
    /// The account.
    pub account_id: String,
    /// Its alias.
    pub alias: String,
    /// What became of it.
    pub result: RefreshResult,
    /// Why, in words.
    pub reason: Option<String>,
    /// When the token it now has ends.
    #[schemars(with = "Time")]
    pub expires_at: Timestamp,
}

/// Why an account was not asked about any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTried {
    /// Nothing answers.
    Unreachable,
    /// Instagram goes on refusing calls, or asks for a long pause.
    RateLimited,
    /// The store takes no new token, so that none should be asked for.
    StoreFails,
    /// The run was asked to stop.
    Stopped,
}

impl fmt::Display for NotTried {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreachable => "Instagram cannot be reached",
            Self::RateLimited => "Instagram asks for fewer calls",
            Self::StoreFails => "the store cannot be written",
            Self::Stopped => "the run was stopped",
        })
    }
}

/// Takes the lock of the one run that may be under way, waiting for it at most `patience`; `None` if
/// another process still has it then.
///
/// # Errors
/// The lock file cannot be made.
pub async fn lock(store: &Store, patience: Duration) -> Result<Option<FileLock>, StoreError> {
    let until = Instant::now() + patience;
    loop {
        match store.refresh_lock()? {
            None if Instant::now() < until => sleep(LOCK_PAUSE).await,
            lock => return Ok(lock),
        }
    }
}

/// Looks at the accounts, refreshes those that the policy says are due, and tells of each as soon as
/// its end is known. One failing account is one failed outcome; it never stops the others.
///
/// When `stop` becomes true no further call begins; those under way are finished, and what they
/// bring is stored.
pub async fn run(
    services: &Services,
    accounts: Vec<Account>,
    policy: RefreshPolicy,
    stop: watch::Receiver<bool>,
    tell: mpsc::UnboundedSender<RefreshOutcome>,
) {
    // Nobody listens any more only if the command has ended.
    let tell = |outcome| drop(tell.send(outcome));
    let mut waiting: Vec<(Account, Option<OpsError>)> = Vec::new();
    for account in accounts {
        match decide(&account, policy, services.clock.now()) {
            Some(outcome) => tell(outcome),
            None => waiting.push((account, None)),
        }
    }
    // In no order: what ends a run early must not meet the same accounts every night.
    waiting.sort_by_cached_key(|_| services.random.bytes16());
    let pace = Pace::new(policy.jobs, stop);
    let mut pause = FIRST_PAUSE;
    for round in 1..=ROUNDS {
        let mut again = Vec::new();
        let attempts = waiting.into_iter().map(|(account, before)| {
            let pace = &pace;
            async move {
                let attempt = attempt(services, pace, &account, policy.force).await;
                (account, before, attempt)
            }
        });
        let mut attempts = stream::iter(attempts).buffer_unordered(policy.jobs);
        while let Some((account, before, attempt)) = attempts.next().await {
            match attempt {
                Attempt::Ended(outcome) => tell(match before {
                    // If the answer that got lost brought a new token, Instagram refuses the next
                    // request for want of age; what happened first tells what happened.
                    Some(lost)
                        if lost.lost_answer() && outcome.report.result == RefreshResult::Failed =>
                    {
                        failed(&account, lost)
                    }
                    _ => outcome,
                }),
                Attempt::Passing(error) if round < ROUNDS && !wants_long_rest(&error) => {
                    again.push((account, Some(error)));
                }
                Attempt::Passing(error) => tell(failed(&account, error)),
                // What was said when it was last asked tells more.
                Attempt::NotTried(why) => {
                    tell(failed(&account, before.unwrap_or_else(|| not_tried(&account, why))))
                }
            }
        }
        if again.is_empty() {
            return;
        }
        waiting = again;
        pace.rest(pause + services.random.part_of(pause)).await;
        pause *= 4;
    }
}

/// What can be said of an account without asking Instagram; `None` if it has to be asked.
fn decide(account: &Account, policy: RefreshPolicy, now: Timestamp) -> Option<RefreshOutcome> {
    let margin = policy.within.unwrap_or_else(|| account.life.default_margin());
    let verdict = account.life.refresh_verdict(now, margin);
    // Only Instagram can say that a token it has refused is good again.
    let refused = account.login_needed_since.is_some();
    let (result, reason) = match verdict {
        _ if !account.active => (RefreshResult::LoginNeeded, Some("its owner has removed the app")),
        RefreshVerdict::Fresh if !policy.force && !refused => (RefreshResult::Fresh, None),
        RefreshVerdict::TooYoung if !policy.force && refused => {
            (RefreshResult::LoginNeeded, Some("Instagram has refused the token"))
        }
        RefreshVerdict::TooYoung if !policy.force => {
            (RefreshResult::TooYoung, Some("younger than 24 hours"))
        }
        _ if policy.dry_run && refused => {
            (RefreshResult::LoginNeeded, Some("Instagram has refused the token"))
        }
        _ if policy.dry_run && account.life.is_too_young(now) => {
            (RefreshResult::TooYoung, Some("younger than 24 hours: Instagram would refuse"))
        }
        RefreshVerdict::Expired if policy.dry_run => {
            (RefreshResult::LoginNeeded, Some("the token has expired"))
        }
        _ if policy.dry_run => {
            (RefreshResult::Refreshed, Some("dry run: Instagram would be asked"))
        }
        // By the clock alone no token is dead: Instagram is asked about an expired one too.
        _ => return None,
    };
    Some(outcome(account, result, reason.map(str::to_owned), account.life.expires_at, None))
}

/// How one attempt ended.
enum Attempt {
    /// For good.
    Ended(RefreshOutcome),
    /// With something that passes.
    Passing(OpsError),
    /// Before it began.
    NotTried(NotTried),
}

async fn attempt(services: &Services, pace: &Pace, listed: &Account, force: bool) -> Attempt {
    let permit = match pace.permit().await {
        Ok(permit) => permit,
        Err(why) => return Attempt::NotTried(why),
    };
    let (account, token) = match current(services, listed).await {
        Ok(Current::Same(account, token)) => (account, token),
        Ok(Current::Changed(outcome)) => return Attempt::Ended(outcome),
        Err(error) => return Attempt::Ended(failed(listed, error)),
    };
    let asked_at = services.clock.now();
    let answer = services.graph.refresh_token(&token).await;
    pace.note(permit, answer.as_ref().err(), services.graph.usage());
    let lease = match answer {
        Ok(lease) => lease,
        Err(error) if error.is_passing() => {
            return Attempt::Passing(services.note_refusal(&account, error).await);
        }
        Err(error) => {
            let error = services.note_refusal(&account, error).await;
            return Attempt::Ended(match now_otherwise(services, &account).await {
                // It was said of a token that has been replaced or removed since.
                Some(outcome) if error.needs_login() => outcome,
                _ => failed(&account, error),
            });
        }
    };
    let is_new = lease.token.0.expose_secret() != token.0.expose_secret();
    if is_new && let Err(error) = is_of(services, &account, &lease.token).await {
        return Attempt::Ended(failed(&account, error));
    }
    let life = account.life.refreshed(asked_at, lease.lifetime.unwrap_or(ASSUMED_LIFE));
    let close = account.life.expires_at.duration_since(life.expires_at) < A_DAY;
    Attempt::Ended(match keep(services, &account, &lease.token, life).await {
        Ok(true) => outcome(&account, RefreshResult::Refreshed, None, life.expires_at, None),
        Ok(false) if let Some(outcome) = now_otherwise(services, &account).await => outcome,
        // What is due must not pass for fresh until it dies.
        Ok(false) if life.expires_at <= account.life.expires_at && !(force && close) => {
            failed(&account, OpsError::NotLonger { alias: account.alias.clone() })
        }
        Ok(false) => {
            let reason = "the token in the store lives as long".to_owned();
            outcome(&account, RefreshResult::Fresh, Some(reason), account.life.expires_at, None)
        }
        Err(error) => {
            pace.end(NotTried::StoreFails);
            failed(&account, error.into())
        }
    })
}

/// Checks a new token before it takes the place of one that works (security, 24). Instagram may have
/// ended the old one by now, so that what is merely not known does not count against the new one.
async fn is_of(
    services: &Services,
    account: &Account,
    token: &LongLivedToken,
) -> Result<(), OpsError> {
    let asked = timeout(CHECK, services.graph.me(token)).await;
    match asked {
        Ok(Ok(me)) if account.is_meant_by(&me.user_id, me.id.as_ref()) => Ok(()),
        Ok(Ok(me)) => {
            Err(OpsError::NewTokenOfAnother { alias: account.alias.clone(), username: me.username })
        }
        Ok(Err(source)) if matches!(source.class(), Some(ErrorClass::LoginNeeded(_))) => {
            Err(OpsError::NewTokenDead { alias: account.alias.clone(), source })
        }
        Ok(Err(error)) => {
            tracing::info!(account = %account.alias, %error, "could not check a new token");
            Ok(())
        }
        Err(_) => {
            tracing::info!(account = %account.alias, "could not check a new token in time");
            Ok(())
        }
    }
}

/// The account as it is now, and not as it was when the run began.
enum Current {
    /// With the token that was found due.
    Same(Account, LongLivedToken),
    /// There is nothing left to do.
    Changed(RefreshOutcome),
}

async fn current(services: &Services, listed: &Account) -> Result<Current, OpsError> {
    let found = services.store.account_by_id(listed.account_id.as_str()).await?;
    let changed = |account: &Account, reason: &str| {
        let (reason, expires_at) = (Some(reason.to_owned()), account.life.expires_at);
        Ok(Current::Changed(outcome(account, RefreshResult::Fresh, reason, expires_at, None)))
    };
    match found {
        Some(account) if listed.active && !account.active => {
            changed(&account, "switched off meanwhile")
        }
        Some(account) if account.life != listed.life => {
            changed(&account, "has a new token already")
        }
        Some(account) => {
            let token = services.token(&account).await?;
            Ok(Current::Same(account, token))
        }
        None => changed(listed, "unlinked meanwhile"),
    }
}

/// What to say of an account that somebody else has changed meanwhile.
async fn now_otherwise(services: &Services, listed: &Account) -> Option<RefreshOutcome> {
    match current(services, listed).await {
        Ok(Current::Changed(outcome)) => Some(outcome),
        _ => None,
    }
}

/// Whether Instagram wants more time than a run has.
fn wants_long_rest(error: &OpsError) -> bool {
    match error {
        OpsError::Account { source, .. } => {
            source.retry_after().is_some_and(|rest| rest > pace::LONGEST_PAUSE)
        }
        _ => false,
    }
}

/// Stores a token, and does not give up at the first failure: Instagram may have ended the old one.
async fn keep(
    services: &Services,
    account: &Account,
    token: &LongLivedToken,
    life: TokenLife,
) -> Result<bool, StoreError> {
    let mut attempts = 1;
    loop {
        match services.store.replace_token(account, token, life).await {
            Err(error) if attempts < STORE_ATTEMPTS => {
                tracing::warn!(account = %account.alias, %error, "could not store a new token yet");
                sleep(FIRST_PAUSE).await;
                attempts += 1;
            }
            done => return done,
        }
    }
}

fn not_tried(account: &Account, why: NotTried) -> OpsError {
    OpsError::NotTried { alias: account.alias.clone(), why }
}

fn failed(account: &Account, error: OpsError) -> RefreshOutcome {
    // A token that was refused before is not better for a disturbance now.
    let result = match error.needs_login() || account.login_needed_since.is_some() {
        true => RefreshResult::LoginNeeded,
        false => RefreshResult::Failed,
    };
    outcome(account, result, Some(error.cause()), account.life.expires_at, Some(error))
}

fn outcome(
    account: &Account,
    result: RefreshResult,
    reason: Option<String>,
    expires_at: Timestamp,
    error: Option<OpsError>,
) -> RefreshOutcome {
    let report = RefreshReport {
        account_id: account.account_id.to_string(),
        alias: account.alias.to_string(),
        result,
        reason,
        expires_at,
    };
    RefreshOutcome { report, error }
}
