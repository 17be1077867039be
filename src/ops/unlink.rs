//! Forgetting an account.

use super::forgotten::Forgotten;
use super::{OpsError, Services};
use crate::clock::SharedClock;
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
    services.note_result(account, services.graph.unsubscribe(&token).await).await.map(drop)
}

/// What was forgotten of an account, if it was purged.
pub type AccountForgotten = Forgotten<Option<AccountPurged>>;

/// Forgets an account and its token, and with `purge` all that was stored of its conversations.
///
/// Unless somebody else is reading, nothing of the rows is left in the file or its log afterwards
/// (security, 29).
pub async fn forget(
    store: &Store,
    random: &SharedRandom,
    clock: &SharedClock,
    account: &Account,
    purge: bool,
) -> Result<AccountForgotten, StoreError> {
    if purge {
        return forget_conversations(store, random, clock, account.ids()).await;
    }
    store.unlink(&account.account_id).await?;
    let lingers = !store.checkpoint().await?;
    Ok(Forgotten { purged: None, lingers, copies: Vec::new() })
}

/// Deletes all that is stored of an account, linked or not, by the ids under which deliveries may
/// name it.
pub async fn forget_conversations(
    store: &Store,
    random: &SharedRandom,
    clock: &SharedClock,
    ids: [String; 2],
) -> Result<AccountForgotten, StoreError> {
    store.begin_account_purge(ids, None, &random.token(), clock.now()).await?;
    finish(store).await
}

/// Carries on with deletions of accounts' conversations until all are done.
pub async fn finish(store: &Store) -> Result<AccountForgotten, StoreError> {
    let mut purged = None;
    for purge in store.open_account_purges().await? {
        let AccountPurged { events, outgoing } = store.finish_account_purge(purge).await?;
        let sum = purged.get_or_insert(AccountPurged::default());
        sum.events += events;
        sum.outgoing += outgoing;
    }
    let lingers = purged.is_some() && !store.checkpoint().await?;
    Ok(Forgotten { purged, lingers, copies: store.copies() })
}
