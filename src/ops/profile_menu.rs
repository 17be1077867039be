//! Ice breakers and the persistent menu of an account (reference 6).

use serde_json::{Map, Value};

use super::{OpsError, Services};
use crate::domain::account::Account;
use crate::domain::message::{MenuPart, ProfileMenu};
use crate::graph::GraphError;

/// What is set, read back after a change.
#[derive(Debug)]
pub struct MenuNow {
    /// Each part in the words of the API; empty if nothing is set.
    pub parts: Map<String, Value>,
    /// Parts that Instagram shows otherwise than they were set.
    pub differing: Vec<MenuPart>,
}

/// Reads what is set.
pub async fn show(services: &Services, account: &Account) -> Result<MenuNow, OpsError> {
    let token = services.token(account).await?;
    let parts = services.note_result(account, services.graph.profile_menu(&token).await).await?;
    Ok(MenuNow { parts, differing: Vec::new() })
}

/// Sets the parts of `menu`, leaves the other as it is, and reads back.
///
/// # Errors
/// A lost answer is no error if reading back shows the change. [`OpsError::MenuNotChanged`] if it
/// does not show although Instagram said so. [`OpsError::MenuPartlySet`] if a part was set before, and
/// [`OpsError::MenuInDoubt`] if an answer was lost and nothing can be read back.
pub async fn set(
    services: &Services,
    account: &Account,
    menu: &ProfileMenu,
) -> Result<MenuNow, OpsError> {
    let token = services.token(account).await?;
    let (mut lost, mut done, mut refused) = (None, Vec::new(), None);
    // One part a call: that both may stand in one is nowhere said.
    for (part, entries) in menu.parts() {
        let set = services.graph.set_profile_menu(&token, part, entries).await;
        match unless_lost(services, account, set).await {
            Ok(None) => done.push(part),
            Ok(this) => lost = this.or(lost),
            Err(error) => {
                refused = Some(error);
                break;
            }
        }
    }
    let refused = match (refused, &lost) {
        (Some(error), None) => return Err(partly(&done, error)),
        (refused, _) => refused,
    };
    let (mut now, lost) = match (show(services, account).await, lost) {
        (Ok(now), lost) => (now, lost),
        // What nobody knows counts for more than why nobody could look.
        (Err(_), Some(lost)) => return Err(in_doubt(account, lost)),
        (Err(error), None) => return Err(partly(&done, error)),
    };
    let is_set =
        |part: MenuPart, entries: &Value| now.parts.get(part.as_str()).map(|it| shows(it, entries));
    let (mut set, mut differing, mut missing) = (Vec::new(), Vec::new(), false);
    for (part, entries) in menu.parts() {
        match is_set(part, entries) {
            Some(true) => set.push(part),
            Some(false) if lost.is_none() => differing.push(part),
            _ => missing = true,
        }
    }
    if let Some(error) = refused {
        return Err(partly(&set, error));
    }
    if missing {
        return Err(partly(&set, not_changed(services, account, lost).await));
    }
    now.differing = differing;
    Ok(now)
}

/// What an error is after some parts were set.
fn partly(done: &[MenuPart], error: OpsError) -> OpsError {
    match done.iter().map(|part| part.as_str()).collect::<Vec<_>>().join(" and ") {
        none if none.is_empty() => error,
        parts => OpsError::MenuPartlySet { parts, source: Box::new(error) },
    }
}

/// Removes parts and reads back.
///
/// # Errors
/// A lost answer is no error if reading back shows the change. [`OpsError::MenuNotChanged`] if it
/// does not show although Instagram said so.
pub async fn clear(
    services: &Services,
    account: &Account,
    parts: &[MenuPart],
) -> Result<MenuNow, OpsError> {
    let token = services.token(account).await?;
    let cleared = services.graph.clear_profile_menu(&token, parts).await;
    let lost = unless_lost(services, account, cleared).await?;
    let (now, lost) = match (show(services, account).await, lost) {
        (Ok(now), lost) => (now, lost),
        (Err(_), Some(lost)) => return Err(in_doubt(account, lost)),
        (Err(error), None) => return Err(error),
    };
    match parts.iter().any(|part| now.parts.contains_key(part.as_str())) {
        true => Err(not_changed(services, account, lost).await),
        false => Ok(now),
    }
}

fn in_doubt(account: &Account, source: GraphError) -> OpsError {
    OpsError::MenuInDoubt { alias: account.alias.clone(), source }
}

/// Keeps an error after which reading back tells more; passes others on.
async fn unless_lost(
    services: &Services,
    account: &Account,
    result: Result<(), GraphError>,
) -> Result<Option<GraphError>, OpsError> {
    match result {
        Err(error) if error.outcome_unknown() => Ok(Some(error)),
        result => services.note_result(account, result).await.map(|()| None),
    }
}

async fn not_changed(services: &Services, account: &Account, lost: Option<GraphError>) -> OpsError {
    match lost {
        Some(error) => services.note_refusal(account, error).await,
        None => OpsError::MenuNotChanged { alias: account.alias.clone() },
    }
}

/// Whether `shown` has all of `wanted`; Instagram may add members.
fn shows(shown: &Value, wanted: &Value) -> bool {
    match (shown, wanted) {
        (Value::Object(shown), Value::Object(wanted)) => wanted
            .iter()
            .all(|(name, wanted)| shown.get(name).is_some_and(|shown| shows(shown, wanted))),
        (Value::Array(shown), Value::Array(wanted)) => {
            shown.len() == wanted.len()
                && wanted.iter().all(|wanted| shown.iter().any(|shown| shows(shown, wanted)))
        }
        (shown, wanted) => shown == wanted,
    }
}
