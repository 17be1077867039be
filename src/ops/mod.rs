//! What igbot does, one use case a file. Nothing here prints or asks; each hands back what happened.

pub mod account_callbacks;
pub mod accounts;
pub mod api;
mod ask;
pub mod batch;
pub mod conversations;
pub mod dispatch;
pub mod doctor;
mod error;
pub mod export;
mod exposition;
mod fetch;
mod followed;
pub mod forgotten;
pub mod limits;
pub mod link;
pub mod log_throttle;
pub mod login;
pub mod messages;
pub mod meter;
pub mod notice;
pub mod output;
pub mod people;
mod persist;
pub mod profile;
pub mod profile_menu;
pub mod purge;
pub mod receive;
pub mod reconcile;
pub mod record;
pub mod refresh;
pub mod refusals;
pub mod register;
pub mod remote;
pub mod search;
pub mod send;
pub mod subscribe;
pub mod tokens;
pub mod trial;
pub mod trigger;
pub mod unlink;
pub mod upload;
mod whole_file;

pub use error::OpsError;
use error::causes;

use crate::clock::SharedClock;
use crate::domain::account::Account;
use crate::domain::token::LongLivedToken;
use crate::graph::class::ErrorClass;
use crate::graph::usage::UsageHeaders;
use crate::graph::{Graph, GraphError};
use crate::random::SharedRandom;
use crate::store::{Store, StoreError};

/// What a use case works with.
#[derive(Debug, Clone)]
pub struct Services {
    /// The encrypted store.
    pub store: Store,
    /// Instagram.
    pub graph: Graph,
    /// The time.
    pub clock: SharedClock,
    /// Randomness.
    pub random: SharedRandom,
}

impl Services {
    /// The token of a linked account that its owner has not switched off.
    async fn token(&self, account: &Account) -> Result<LongLivedToken, OpsError> {
        if !account.active {
            return Err(OpsError::AppRemoved { alias: account.alias.clone() });
        }
        let token = self.store.token(&account.account_id).await?;
        Ok(token.ok_or(StoreError::Unlinked)?)
    }

    /// Notes what an answer said of an account's limits. It has come whether that can be written or not.
    async fn note_usage(
        &self,
        account: &Account,
        usage: Option<&UsageHeaders>,
        error: Option<&GraphError>,
    ) {
        let now = self.clock.now();
        let Some(note) = limits::usage_note(usage, error, now) else { return };
        if let Err(error) = self.store.note_usage(&account.account_id, note, now).await {
            tracing::warn!(account = %account.alias, %error, "could not note what Instagram said of its limits");
        }
    }

    /// Notes that Instagram has taken the token of an account, if it was thought dead.
    async fn note_token_accepted(&self, account: &Account) {
        if account.login_needed_since.is_some()
            && let Err(error) = self.store.mark_login_fine(&account.account_id).await
        {
            tracing::warn!(account = %account.alias, %error, "could not note that the token is good");
        }
    }

    /// The result of a call for an account; to an error it puts the account's name, and it notes a token that
    /// Instagram refuses.
    async fn note_result<T>(
        &self,
        account: &Account,
        result: Result<T, GraphError>,
    ) -> Result<T, OpsError> {
        match result {
            Ok(value) => Ok(value),
            Err(error) => Err(self.note_refusal(account, error).await),
        }
    }

    /// Puts the account's name to an error of a call, and notes a token that Instagram refuses.
    async fn note_refusal(&self, account: &Account, error: GraphError) -> OpsError {
        if let Some(ErrorClass::LoginNeeded(_)) = error.class() {
            let noted = self.store.mark_login_needed(account, self.clock.now()).await;
            if let Err(error) = noted {
                tracing::warn!(account = %account.alias, %error, "could not note the dead token");
            }
        }
        OpsError::Account { alias: account.alias.clone(), source: error }
    }
}

/// Waits until the process is asked to stop.
pub async fn stopped(stop: &mut tokio::sync::watch::Receiver<bool>) {
    // An error means that whoever could say so is gone, which is as good as a stop.
    let _ = stop.wait_for(|stop| *stop).await;
}
