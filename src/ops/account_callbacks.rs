//! What reaches `serve` about accounts: browsers of logins, and Meta's callbacks about people who
//! removed the app or want their data deleted (reference 10).

use std::sync::Arc;
use std::time::Duration;

use secrecy::SecretString;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep};

use super::login;
use super::unlink::{self, AccountForgotten};
use crate::callback::Verdict;
use crate::clock::SharedClock;
use crate::domain::id::AppScopedId;
use crate::domain::routes::DATA_DELETION;
use crate::random::SharedRandom;
use crate::store::purge_account::{AccountPurged, DeletionStatus};
use crate::store::{Store, StoreError};
use crate::webhook::signed_request::{self, Refused};

/// Takes callbacks about accounts.
pub struct AccountCallbacks {
    /// Where accounts and logins lie.
    pub store: Store,
    /// The time.
    pub clock: SharedClock,
    /// Randomness, for confirmation codes.
    pub random: SharedRandom,
    /// Secrets that may have signed a request; which one does is disputed (reference 8.2).
    pub secrets: Vec<SecretString>,
    /// Rung when a deletion is owed; see [`finish_deletions`].
    pub owed: Arc<Notify>,
    /// Public base address of `serve`, without a final slash.
    pub public_url: String,
}

/// Why a callback was not carried out.
#[derive(Debug, thiserror::Error)]
pub enum CallbackError {
    /// It is not genuine.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The store fails; Meta may try again.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// How long the answer to a wish for a deletion waits for its end: less than Meta waits for an answer
/// (reference 8.3), and a stop of `serve` for open requests.
const PATIENCE: Duration = Duration::from_secs(2);

/// How often that is looked at.
const POLL: Duration = Duration::from_millis(20);

/// How often it is looked whether a deletion is owed of which nobody told.
const LOOK: Duration = Duration::from_secs(60);

/// A deletion, done or under way.
#[derive(Debug)]
pub struct Deletion {
    /// Says nothing of the person.
    pub code: String,
    /// Where its status can be read.
    pub url: String,
}

impl AccountCallbacks {
    /// Keeps what a login's browser brought; see [`login::arrive`].
    pub async fn login_callback(&self, query: &str) -> Result<Verdict, StoreError> {
        login::arrive(&self.store, &self.clock, query).await
    }

    /// Switches an account off whose owner removed the app. One that is not linked needs nothing.
    pub async fn deauthorize(&self, signed: &str) -> Result<(), CallbackError> {
        let id = self.user_id(signed)?;
        if let Some(account) = self.store.account_by_id(id.as_str()).await? {
            self.store.switch_off(&account.account_id, self.clock.now()).await?;
            tracing::warn!(account = %account.alias, "the app was removed; the account is off");
        }
        Ok(())
    }

    /// Deletes everything of an account, also of one that was unlinked before. What takes longer than
    /// some seconds goes on after the answer, whose code tells how it stands.
    pub async fn delete_data(&self, signed: &str) -> Result<Deletion, CallbackError> {
        let id = self.user_id(signed)?;
        let ids = match self.store.account_by_id(id.as_str()).await? {
            Some(account) => account.ids(),
            None => {
                let former = self.store.former_ids(id.as_str()).await?;
                former.unwrap_or_else(|| [id.to_string(), id.to_string()])
            }
        };
        let (code, fresh) = (self.random.token(), self.random.token());
        let now = self.clock.now();
        self.store.begin_account_purge(ids, Some(&code), &fresh, now).await?;
        tracing::info!(code, "a deletion was asked for; its status has this code");
        self.owed.notify_one();
        // Most are done in no time, and then that is the answer.
        let until = Instant::now() + PATIENCE;
        let goes_on = async || matches!(self.deletion(&code).await, Ok(Some(it)) if !it.finished);
        while Instant::now() < until && goes_on().await {
            sleep(POLL).await;
        }
        if self.public_url.is_empty() {
            // Never from the Host header, which anybody can choose.
            let hint = "set BACKEND_URL to the public https address of `igbot serve`";
            tracing::warn!(hint, "the status of a deletion has no address that Meta takes");
        }
        let url = format!("{}{DATA_DELETION}/{code}", self.public_url);
        Ok(Deletion { code, url })
    }

    /// How the deletion of a code stands.
    pub async fn deletion(&self, code: &str) -> Result<Option<DeletionStatus>, StoreError> {
        self.store.deletion(code).await
    }

    /// Whom a signed request is about.
    fn user_id(&self, signed: &str) -> Result<AppScopedId, CallbackError> {
        let request = signed_request::open(signed, &self.secrets)?;
        Ok(request.user_id.ok_or(Refused::Malformed)?)
    }
}

/// Carries deletions to their end: those that are told of by `owed`, and those that a process began
/// which is gone, or for which the store had no room.
pub async fn finish_deletions(store: Store, owed: Arc<Notify>) {
    loop {
        match unlink::finish(&store).await {
            Ok(AccountForgotten { purged: Some(purged), copies, .. }) => {
                let AccountPurged { events, outgoing } = purged;
                tracing::warn!(events, outgoing, "a deletion that was asked for is done");
                for copy in copies {
                    tracing::warn!(?copy, "this older copy may still hold it");
                }
            }
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "a deletion cannot go on now"),
        }
        tokio::select! {
            () = owed.notified() => {}
            () = sleep(LOOK) => {}
        }
    }
}
