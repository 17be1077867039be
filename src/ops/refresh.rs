//! Refreshing tokens, for cron (reference 3).

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::{OpsError, Services};
use crate::domain::account::Account;
use crate::domain::token::RefreshVerdict;

/// Which tokens to refresh.
#[derive(Debug, Clone, Copy, Default)]
pub struct RefreshPolicy {
    /// With less than this left a token is due; a third of its life when absent.
    pub within: Option<SignedDuration>,
    /// Asks Instagram for every token, due or not.
    pub force: bool,
    /// Decides and asks nobody.
    pub dry_run: bool,
}

/// What became of one account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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

impl fmt::Display for RefreshResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Refreshed => "refreshed",
            Self::Fresh => "fresh",
            Self::TooYoung => "too young",
            Self::LoginNeeded => "login needed",
            Self::Failed => "failed",
        })
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

/// The part of [`RefreshOutcome`] that goes to standard output.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
    pub expires_at: Timestamp,
}

/// Looks at one account and refreshes its token if the policy says so. One failing account is one
/// failed outcome; it never stops the others.
pub async fn refresh(
    services: &Services,
    account: &Account,
    policy: RefreshPolicy,
) -> RefreshOutcome {
    let margin = policy.within.unwrap_or_else(|| account.life.default_margin());
    let verdict = account.life.refresh_verdict(services.clock.now(), margin);
    let outcome = |result, reason: Option<String>, expires_at, error| RefreshOutcome {
        report: RefreshReport {
            account_id: account.account_id.to_string(),
            alias: account.alias.to_string(),
            result,
            reason,
            expires_at,
        },
        error,
    };
    let unchanged = account.life.expires_at;
    match verdict {
        RefreshVerdict::Fresh if !policy.force => {
            return outcome(RefreshResult::Fresh, None, unchanged, None);
        }
        RefreshVerdict::TooYoung if !policy.force => {
            let reason = "younger than 24 hours".to_owned();
            return outcome(RefreshResult::TooYoung, Some(reason), unchanged, None);
        }
        _ if policy.dry_run => {
            let reason = "dry run: Instagram would be asked".to_owned();
            return outcome(RefreshResult::Refreshed, Some(reason), unchanged, None);
        }
        // By the clock alone no token is dead: Instagram is asked about an expired one too.
        _ => {}
    }
    match renew(services, account).await {
        Ok(Some(expires_at)) => outcome(RefreshResult::Refreshed, None, expires_at, None),
        Ok(None) => {
            let reason = "kept: the token Instagram gave does not live longer".to_owned();
            outcome(RefreshResult::Fresh, Some(reason), unchanged, None)
        }
        Err(error) => {
            let result = match error.needs_login() {
                true => RefreshResult::LoginNeeded,
                false => RefreshResult::Failed,
            };
            let reason = error.cause();
            outcome(result, Some(reason), unchanged, Some(error))
        }
    }
}

/// Asks for a new token and puts it in place of the old one, if it lives longer; gives its expiry.
async fn renew(services: &Services, account: &Account) -> Result<Option<Timestamp>, OpsError> {
    let token = services.token(account).await?;
    let asked_at = services.clock.now();
    let lease = match services.graph.refresh_token(&token).await {
        Ok(lease) => lease,
        Err(error) => return Err(services.refused(account, error).await),
    };
    let life = account.life.refreshed(asked_at, lease.lifetime);
    let replaced = services.store.replace_token(&account.account_id, &lease.token, life).await?;
    Ok(replaced.then_some(life.expires_at))
}
