//! Webhook subscriptions of an account (reference 5).

use schemars::JsonSchema;
use serde::Serialize;

use super::{OpsError, Services};
use crate::domain::account::Account;
use crate::graph::class::ErrorClass;
use crate::graph::subscriptions::{COMMENTS_PERMISSION, DEFAULT_FIELDS, FIELDS};

/// What an account is subscribed to, read back from Instagram.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Subscription {
    /// The account.
    pub account_id: String,
    /// Its alias.
    pub alias: String,
    /// The fields; none means that nothing is delivered.
    pub subscribed_fields: Vec<String>,
}

/// Checks field names before Instagram sees them: one bad name would void the whole call.
///
/// # Errors
/// [`OpsError::UnknownField`] with the first bad name.
pub fn check_fields(fields: &[String]) -> Result<(), OpsError> {
    match fields.iter().find(|field| !FIELDS.contains(&field.as_str())) {
        Some(name) => Err(OpsError::UnknownField { name: name.clone() }),
        None => Ok(()),
    }
}

/// Subscribes an account to `fields` in addition to what it has, or to the default ones.
///
/// The call replaces the list, so the union is sent; success proves nothing, so it is read back.
///
/// # Errors
/// A name Instagram does not know, a refusal, or a subscription that does not show.
pub async fn subscribe(
    services: &Services,
    account: &Account,
    fields: &[String],
) -> Result<Subscription, OpsError> {
    let mut wanted = wanted(account, fields);
    let mut union = with(services, account, fields).await?;
    let token = services.token(account).await?;
    let mut subscribed = services.graph.subscribe(&token, &union).await;
    // A field that it has was wished for once.
    let had = account.subscribed_fields.iter().any(|field| field == "comments");
    let unasked = |field: &String| field != "comments" || fields.contains(field) || had;
    if subscribed.as_ref().is_err_and(|error| error.class() == Some(ErrorClass::Permission))
        && !union.iter().all(unasked)
    {
        // Instagram did not say that this permission is missing; nobody asked for the field by name.
        union.retain(unasked);
        wanted.retain(unasked);
        subscribed = services.graph.subscribe(&token, &union).await;
    }
    services.note_result(account, subscribed).await?;
    let subscription = status(services, account).await?;
    if wanted.iter().all(|field| subscription.subscribed_fields.contains(field)) {
        Ok(subscription)
    } else {
        Err(OpsError::NotSubscribed { alias: account.alias.clone() })
    }
}

/// Ends an account's subscription, or takes only `fields` out of it.
pub async fn unsubscribe(
    services: &Services,
    account: &Account,
    fields: &[String],
) -> Result<Subscription, OpsError> {
    let left = without(services, account, fields).await?;
    let token = services.token(account).await?;
    let ended = match left.as_slice() {
        [] => services.graph.unsubscribe(&token).await,
        left => services.graph.subscribe(&token, left).await,
    };
    services.note_result(account, ended).await?;
    status(services, account).await
}

/// What an account would be subscribed to with `fields` in addition, or with the default ones.
pub async fn with(
    services: &Services,
    account: &Account,
    fields: &[String],
) -> Result<Vec<String>, OpsError> {
    check_fields(fields)?;
    let mut union = status(services, account).await?.subscribed_fields;
    union.extend(wanted(account, fields));
    union.sort();
    union.dedup();
    Ok(union)
}

/// What an account would be subscribed to without `fields`; without any of them nothing.
pub async fn without(
    services: &Services,
    account: &Account,
    fields: &[String],
) -> Result<Vec<String>, OpsError> {
    check_fields(fields)?;
    match fields {
        [] => Ok(Vec::new()),
        named => {
            let status = status(services, account).await?;
            let kept = |field: &String| !named.contains(field);
            Ok(status.subscribed_fields.into_iter().filter(kept).collect())
        }
    }
}

/// Asks Instagram what an account is subscribed to, and notes it.
pub async fn status(services: &Services, account: &Account) -> Result<Subscription, OpsError> {
    let token = services.token(account).await?;
    let fields = services.graph.subscribed_fields(&token).await;
    let mut fields = services.note_result(account, fields).await?;
    fields.sort();
    fields.dedup();
    services.store.note_subscribed(&account.account_id, &fields).await?;
    Ok(Subscription {
        account_id: account.account_id.to_string(),
        alias: account.alias.to_string(),
        subscribed_fields: fields,
    })
}

/// The fields that were named, or the default ones.
fn wanted(account: &Account, fields: &[String]) -> Vec<String> {
    match fields {
        [] => default_fields(account),
        named => named.to_vec(),
    }
}

/// The default fields, without those the account's permissions do not cover.
fn default_fields(account: &Account) -> Vec<String> {
    let permissions = &account.permissions;
    let comments =
        permissions.is_empty() || permissions.iter().any(|name| name == COMMENTS_PERMISSION);
    let covered = |field: &&&str| **field != "comments" || comments;
    DEFAULT_FIELDS.iter().filter(covered).map(|field| (*field).to_owned()).collect()
}
