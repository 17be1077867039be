//! Forgetting one person.

use super::OpsError;
use super::forgotten::Forgotten;
use crate::clock::SharedClock;
use crate::domain::account::Account;
use crate::random::SharedRandom;
use crate::store::Store;
use crate::store::purge::{PersonPurged, Whom};

/// Deletes everything of a person for good; what they did until now does not come back.
///
/// Unless somebody else reads for seconds on end, nothing of the rows is left in the file or its log afterwards
/// (security, 29). With `dry_run` it is only counted.
///
/// # Errors
/// [`OpsError::OwnAccount`] if the person is an account of ours, with whom everybody has written:
/// then nothing is deleted. After any other error, asking again does the rest.
pub async fn purge(
    store: &Store,
    clock: &SharedClock,
    random: &SharedRandom,
    whom: &Whom,
    dry_run: bool,
    progress: impl Fn(u64, u64),
) -> Result<Forgotten<PersonPurged>, OpsError> {
    if let Some(Account { alias, .. }) = store.account_by_id(whom.person.as_str()).await? {
        return Err(OpsError::OwnAccount { alias });
    }
    let fresh = random.token() + &random.token();
    let purged = store.purge_person(whom, &fresh, clock.now(), dry_run, progress).await?;
    let lingers = !dry_run && !store.checkpoint().await?;
    Ok(Forgotten { purged, lingers, copies: store.copies() })
}
