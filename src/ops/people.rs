//! Finding out whom a name means.

use super::OpsError;
use crate::domain::account::Account;
use crate::domain::message::{Recipient, To};
use crate::graph::class::ErrorClass;
use crate::store::Store;

/// The recipient that somebody named.
///
/// # Errors
/// A user name that nobody or more than one person has, as far as the store knows.
pub async fn resolve(store: &Store, account: &Account, to: &To) -> Result<Recipient, OpsError> {
    let name = match to {
        To::Known(recipient) => return Ok(recipient.clone()),
        To::Username(name) => name,
    };
    let found = store.people_called(&account.account_id, name).await?;
    match &found[..] {
        [person] => Ok(Recipient::Person(person.person_id.clone())),
        [] => Err(OpsError::NobodyCalled { name: name.clone() }),
        several => Err(OpsError::SeveralCalled {
            name: name.clone(),
            ids: several.iter().map(|person| person.person_id.to_string()).collect(),
        }),
    }
}

/// The linked account to which a person has written instead, where Instagram does not know them as somebody of
/// this one: ids of persons hold for one account (reference 6).
pub async fn elsewhere(
    store: &Store,
    account: &Account,
    recipient: &Recipient,
    refused: Option<&OpsError>,
) -> Result<Option<Account>, OpsError> {
    let (Recipient::Person(person), Some(OpsError::Account { source, .. })) = (recipient, refused)
    else {
        return Ok(None);
    };
    if source.class() != Some(ErrorClass::RecipientUnknown) {
        return Ok(None);
    }
    let written = store.accounts_of(person).await?;
    let others =
        store.accounts().await?.into_iter().filter(|it| it.account_id != account.account_id);
    Ok(others.into_iter().find(|other| written.iter().any(|id| other.answers_to(id))))
}
