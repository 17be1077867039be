//! Finding the account a command means.

use super::OpsError;
use crate::domain::account::Account;
use crate::store::Store;

/// Finds an account by alias, username (with or without `@`) or either id; without a name, the usual
/// one, or the only one there is.
///
/// # Errors
/// [`OpsError::NoAccount`], [`OpsError::UnknownAccount`] or [`OpsError::WhichAccount`].
pub async fn find(store: &Store, name: Option<&str>) -> Result<Account, OpsError> {
    let accounts = store.accounts().await?;
    let known = |accounts: &[Account]| accounts.iter().map(|it| it.alias.to_string()).collect();
    if accounts.is_empty() {
        return Err(OpsError::NoAccount);
    }
    match name {
        Some(name) => {
            let handle = name.strip_prefix('@').unwrap_or(name);
            // An alias is the operator's own word and wins over another account's handle.
            let by_alias = accounts.iter().position(|account| account.alias.as_str() == name);
            let found = by_alias.or_else(|| {
                accounts.iter().position(|account| {
                    account.answers_to(name) || account.username.eq_ignore_ascii_case(handle)
                })
            });
            match found.and_then(|index| accounts.get(index)) {
                Some(account) => Ok(account.clone()),
                None => Err(OpsError::UnknownAccount {
                    given: name.to_owned(),
                    known: known(&accounts),
                }),
            }
        }
        None => match (store.usual_account().await?, accounts.as_slice()) {
            (Some(usual), _) => Ok(usual),
            (None, [only]) => Ok(only.clone()),
            (None, several) => Err(OpsError::WhichAccount { known: known(several) }),
        },
    }
}
