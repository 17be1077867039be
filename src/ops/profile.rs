//! Looking at a customer's profile (reference 7).

use schemars::JsonSchema;
use serde::Serialize;

use super::{OpsError, Services};
use crate::domain::account::Account;
use crate::domain::id::IgScopedId;
use crate::graph::profile::Profile;
use crate::store::people::Person;

/// A person as Instagram shows them to one account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PersonProfile {
    /// Their id.
    pub person_id: String,
    /// The account that may see it.
    pub account_id: String,
    /// What Instagram shows.
    #[serde(flatten)]
    pub profile: Profile,
}

/// Reads a profile, and learns what the person is called.
///
/// # Errors
/// [`OpsError::NoProfile`] if Instagram shows nothing; code 230 if they never wrote.
pub async fn profile(
    services: &Services,
    account: &Account,
    person_id: &IgScopedId,
    picture: bool,
) -> Result<PersonProfile, OpsError> {
    let token = services.token(account).await?;
    let profile = services.graph.profile(&token, person_id, picture).await;
    let profile = services.note_result(account, profile).await?;
    if profile.is_empty() {
        return Err(OpsError::NoProfile { person_id: person_id.to_string() });
    }
    if let Some(username) = profile.username.clone() {
        let (person_id, seen_at) = (person_id.clone(), services.clock.now());
        let person = Person { person_id, username, seen_at };
        services.store.learn_people(&account.account_id, vec![person]).await?;
    }
    let (person_id, account_id) = (person_id.to_string(), account.account_id.to_string());
    Ok(PersonProfile { person_id, account_id, profile })
}
