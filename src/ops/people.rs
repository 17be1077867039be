//! Finding out whom a name means.

use super::OpsError;
use crate::domain::account::Account;
use crate::domain::message::{Recipient, To};
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
