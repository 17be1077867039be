//! Raw calls as an account.

use jiff::SignedDuration;
use serde_json::Value;
use tokio::time::{Instant, sleep_until};

use super::followed::Followed;
use super::{OpsError, Services};
use crate::domain::account::Account;
use crate::domain::rate::Bucket;
use crate::graph::GraphError;
use crate::graph::paging::PageStart;
use crate::graph::raw::{RawCall, Verb};

/// How long a page waits for its turn at Instagram's limits.
const PATIENCE: SignedDuration = SignedDuration::from_mins(1);

/// What a raw call brought.
#[derive(Debug)]
pub struct ApiAnswer {
    /// The answer without tokens, of an error too; absent if none came that is JSON.
    pub body: Option<Value>,
    /// What went wrong.
    pub error: Option<ApiError>,
}

/// What went wrong with a raw call.
#[derive(Debug)]
pub struct ApiError {
    /// What went wrong.
    pub error: OpsError,
    /// It may have been done all the same.
    pub open: bool,
}

/// Makes a raw call.
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
) -> Result<ApiAnswer, OpsError> {
    Ok(page(services, account, call, None).await?.0)
}

/// Makes a raw call that begins with the page `start`; gives with its answer where the next page begins.
async fn page(
    services: &Services,
    account: &Account,
    call: &RawCall,
    start: Option<&PageStart>,
) -> Result<(ApiAnswer, Option<PageStart>), OpsError> {
    let token = services.token(account).await?;
    let answer = services.graph.raw(&token, call, start).await;
    let error = answer.answered.result.err();
    services.note_usage(account, answer.answered.usage.as_ref(), error.as_ref()).await;
    let open = call.verb != Verb::Get && error.as_ref().is_some_and(GraphError::outcome_unknown);
    // A dead token is not noted: the token endpoints refuse good ones that come in a header.
    let error = error.map(|source| {
        let error = OpsError::Account { alias: account.alias.clone(), source };
        ApiError { error, open }
    });
    Ok((ApiAnswer { body: answer.body, error }, answer.next))
}

/// A list page by page, at the slowest limit there is, that of conversations.
pub struct ApiPages<'a> {
    services: &'a Services,
    account: &'a Account,
    call: &'a RawCall,
    start: Option<PageStart>,
    ended: bool,
    followed: Followed,
}

/// A page of a list.
#[derive(Debug)]
pub struct ApiPage {
    /// Its elements; what came in their place, if that is an error of Instagram's.
    pub elements: Vec<Value>,
    /// Why the list ends here, although it is not read to its end.
    pub broken_off: Option<BrokenOff>,
}

/// Why a list is not read to its end.
#[derive(Debug)]
pub enum BrokenOff {
    /// Instagram refused a page.
    Refused(ApiError),
    /// What came is no list.
    NoList,
    /// Instagram led back to a page that was read before.
    SamePage,
}

impl<'a> ApiPages<'a> {
    /// A list from its first page on.
    pub fn new(services: &'a Services, account: &'a Account, call: &'a RawCall) -> Self {
        Self { services, account, call, start: None, ended: false, followed: Followed::default() }
    }

    /// Takes a turn for the next page: gives the moment from which it may be read; `None` at the end of
    /// the list.
    ///
    /// # Errors
    /// [`StoreError::RateLimited`](crate::store::StoreError::RateLimited) if the turn is further off
    /// than a minute.
    pub async fn turn(&self) -> Result<Option<Instant>, OpsError> {
        if self.ended {
            return Ok(None);
        }
        let (store, asked) = (&self.services.store, self.services.clock.moment());
        let id = &self.account.account_id;
        let start = store.take_turn(id, Bucket::Conversations, PATIENCE, asked.time).await?;
        Ok(Some(asked.until(start)))
    }

    /// Reads the next page, not before `start`.
    pub async fn next(&mut self, start: Instant) -> Result<ApiPage, OpsError> {
        let Self { services, account, .. } = *self;
        sleep_until(start).await;
        let (answer, next) = page(services, account, self.call, self.start.as_ref()).await?;
        let looped = next.as_ref().is_some_and(|next| !self.followed.add(next));
        let (elements, broken_off) = match (answer.body, answer.error) {
            (body, Some(error)) => (body.into_iter().collect(), Some(BrokenOff::Refused(error))),
            (Some(body), None) => match list(body) {
                Some(elements) => (elements, looped.then_some(BrokenOff::SamePage)),
                None => (Vec::new(), Some(BrokenOff::NoList)),
            },
            (None, None) => (Vec::new(), None),
        };
        self.ended = next.is_none() || broken_off.is_some();
        self.start = next;
        Ok(ApiPage { elements, broken_off })
    }
}

fn list(body: Value) -> Option<Vec<Value>> {
    match body {
        Value::Object(mut page) => match page.remove("data") {
            Some(Value::Array(elements)) => Some(elements),
            _ => None,
        },
        _ => None,
    }
}
