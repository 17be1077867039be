//! Forgetting an account.

use super::{OpsError, Services};
use crate::domain::account::Account;
use crate::random::SharedRandom;
use crate::store::purge_account::AccountPurged;
use crate::store::{Store, StoreError};

/// Ends the account's webhook subscription before it is forgotten; afterwards nobody could.
///
/// # Errors
/// Instagram refuses; the account is then still linked.
pub async fn unsubscribe(services: &Services, account: &Account) -> Result<(), OpsError> {
    let token = services.token(account).await?;
    match services.graph.unsubscribe(&token).await {
        Ok(_) => Ok(()),
        Err(error) => Err(services.refused(account, error).await),
    }
}

/// What was forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forgotten {
    /// What a purge took.
    pub purged: Option<AccountPurged>,
    /// Another process is reading, so that the deleted rows still lie in the file's log; they go
    /// with the next checkpoint.
    pub lingers: bool,
}

/// Forgets an account and its token, and with `purge` all that was stored of its conversations.
///
/// Unless somebody else is reading, nothing of the rows is left in the file or its log afterwards
/// (security, 29).
///
/// # Errors
/// The store fails.
pub async fn forget(
    store: &Store,
    random: &SharedRandom,
    account: &Account,
    purge: bool,
) -> Result<Forgotten, StoreError> {
    let purged = match purge {
        true => Some(store.purge_account(account, &random.token()).await?),
        false => None,
    };
    store.unlink(&account.account_id).await?;
    match store.checkpoint().await {
        Ok(()) => Ok(Forgotten { purged, lingers: false }),
        Err(StoreError::Locked) => Ok(Forgotten { purged, lingers: true }),
        Err(error) => Err(error),
    }
}
