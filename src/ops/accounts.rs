//! Finding the account a command means.

use super::OpsError;
use crate::domain::account::Account;
use crate::store::Store;

/// The account that somebody calls so: by alias, username or either id.
pub(super) fn named<'a>(accounts: &'a [Account], name: &str) -> Option<&'a Account> {
    let handle = name.strip_prefix('@').unwrap_or(name);
    let called = |it: &&Account| it.answers_to(name) || it.username.eq_ignore_ascii_case(handle);
    // An alias is the operator's own word and wins over another account's handle.
    let by_alias = accounts.iter().find(|account| account.alias.as_str() == name);
    by_alias.or_else(|| accounts.iter().find(called))
}

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
        Some(name) => named(&accounts, name).cloned().ok_or_else(|| OpsError::UnknownAccount {
            given: name.to_owned(),
            known: known(&accounts),
        }),
        None => match (store.usual_account().await?, accounts.as_slice()) {
            (Some(usual), _) => Ok(usual),
            (None, [only]) => Ok(only.clone()),
            (None, several) => Err(OpsError::WhichAccount { known: known(several) }),
        },
    }
}
