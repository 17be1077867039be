//! Raw calls as an account.

use std::time::Duration;

use jiff::SignedDuration;
use serde_json::Value;
use tokio::time::{Instant, sleep_until};

use super::send::usage_note;
use super::{OpsError, Services};
use crate::domain::account::Account;
use crate::domain::rate::Bucket;
use crate::graph::GraphError;
use crate::graph::raw::{RawCall, Verb};

/// What a raw call brought.
#[derive(Debug)]
pub struct ApiAnswer {
    /// The answer without tokens, of an error too; absent if none came that is JSON.
    pub body: Option<Value>,
    /// What went wrong.
    pub error: Option<ApiError>,
    /// Where the next page begins, if there is one.
    pub after: Option<String>,
}

/// What went wrong with a raw call.
#[derive(Debug)]
pub struct ApiError {
    /// Why.
    pub error: OpsError,
    /// It may have been done all the same.
    pub open: bool,
}

/// Takes a turn for a page of a list, at the slowest limit there is, that of conversations; gives the
/// moment from which it may be read.
///
/// # Errors
/// [`StoreError::RateLimited`](crate::store::StoreError::RateLimited) if the turn is further off
/// than `patience`.
pub async fn turn(
    services: &Services,
    account: &Account,
    patience: Duration,
) -> Result<Instant, OpsError> {
    let patience = SignedDuration::try_from(patience).unwrap_or(SignedDuration::MAX);
    let (store, asked) = (&services.store, services.clock.moment());
    let id = &account.account_id;
    let start = store.take_turn(id, Bucket::Conversations, patience, asked.time).await?;
    Ok(asked.until(start))
}

/// Makes a raw call, from the page `after` on and not before `start` if these are given.
///
/// It is written down nowhere and takes no turn at the limits of sending.
///
/// # Errors
/// Only before the call: [`OpsError::AppRemoved`], or the store cannot give the token. What
/// Instagram refuses is told in the [`ApiAnswer`].
pub async fn call(
    services: &Services,
    account: &Account,
    call: &RawCall,
    after: Option<&str>,
    start: Option<Instant>,
) -> Result<ApiAnswer, OpsError> {
    let token = services.token(account).await?;
    if let Some(start) = start {
        sleep_until(start).await;
    }
    let answer = services.graph.raw(&token, call, after).await;
    let error = answer.answered.result.err();
    let now = services.clock.now();
    if let Some(note) = usage_note(answer.answered.usage.as_ref(), error.as_ref(), now) {
        services.note_usage(account, note).await;
    }
    let open = call.verb != Verb::Get && error.as_ref().is_some_and(GraphError::leaves_send_open);
    // A dead token is not noted: the token endpoints refuse good ones that come in a header.
    let error = error.map(|source| {
        let error = OpsError::Account { alias: account.alias.clone(), source };
        ApiError { error, open }
    });
    Ok(ApiAnswer { body: answer.body, error, after: answer.after })
}
