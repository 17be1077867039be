//! Forgetting an account.

use super::{OpsError, Services};
use crate::domain::account::Account;
use crate::store::accounts::Purged;
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

/// Forgets an account and its token, and with `purge` all that was stored of its conversations.
///
/// Nothing of the rows is left in the file or its log afterwards (security, 29).
///
/// # Errors
/// The store fails.
pub async fn forget(
    store: &Store,
    account: &Account,
    purge: bool,
) -> Result<Option<Purged>, StoreError> {
    let purged = match purge {
        true => Some(store.purge(account).await?),
        false => None,
    };
    store.unlink(&account.account_id).await?;
    match store.checkpoint().await {
        // A running `serve` reads; its own checkpoints clear the log soon.
        Ok(()) | Err(StoreError::Locked) => Ok(purged),
        Err(error) => Err(error),
    }
}
