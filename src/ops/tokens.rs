//! How the tokens of linked accounts stand.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::account::Account;
use crate::domain::time::Time;
use crate::domain::token::TokenState;

/// How one token stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TokenStatus {
    /// The account.
    pub account_id: String,
    /// Its alias.
    pub alias: String,
    /// The verdict.
    pub state: TokenState,
    /// When it ends.
    #[schemars(with = "Time")]
    pub expires_at: Timestamp,
    /// When it was given out.
    #[schemars(with = "Time")]
    pub refreshed_at: Timestamp,
    /// Since then, in seconds.
    pub age_seconds: i64,
    /// Until its end, in seconds; negative after it.
    pub left_seconds: i64,
    /// What the person granted.
    pub permissions: Vec<String>,
}

/// Judges the token of an account by the clock and by what Instagram last said.
pub fn status(account: &Account, now: Timestamp) -> TokenStatus {
    TokenStatus {
        account_id: account.account_id.to_string(),
        alias: account.alias.to_string(),
        state: account.life.state(now, account.login_needed_since.is_some()),
        expires_at: account.life.expires_at,
        refreshed_at: account.life.refreshed_at,
        age_seconds: account.life.age(now).as_secs(),
        left_seconds: account.life.left(now).as_secs(),
        permissions: account.permissions.clone(),
    }
}
