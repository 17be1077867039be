//! What reaches `serve` about accounts: browsers of logins, and Meta's callbacks about people who
//! removed the app or want their data deleted (reference 10).

use jiff::Timestamp;
use secrecy::SecretString;

use super::login;
use super::unlink::{self, Forgotten};
use crate::callback::Verdict;
use crate::clock::SharedClock;
use crate::domain::id::AppScopedId;
use crate::random::SharedRandom;
use crate::store::purge_account::AccountPurged;
use crate::store::{Store, StoreError};
use crate::webhook::signed_request::{self, Refused};

/// Takes callbacks about accounts.
pub struct AccountDesk {
    /// Where accounts and logins lie.
    pub store: Store,
    /// The time.
    pub clock: SharedClock,
    /// Randomness, for confirmation codes.
    pub random: SharedRandom,
    /// Secrets that may have signed a request; which one does is disputed (reference 8.2).
    pub secrets: Vec<SecretString>,
    /// Public base address of `serve`, without a final slash.
    pub public_url: String,
}

/// Why a callback was not carried out.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// It is not genuine.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The store fails; Meta may try again.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A deletion that was carried out.
#[derive(Debug)]
pub struct Deletion {
    /// Says nothing of the person.
    pub code: String,
    /// Where its status can be read.
    pub url: String,
}

impl AccountDesk {
    /// Keeps what a login's browser brought; see [`login::arrive`].
    ///
    /// # Errors
    /// The store fails.
    pub async fn login_callback(&self, query: &str) -> Result<Verdict, StoreError> {
        login::arrive(&self.store, &self.clock, query).await
    }

    /// Switches an account off whose owner removed the app. One that is not linked needs nothing.
    ///
    /// # Errors
    /// See [`DeskError`].
    pub async fn deauthorize(&self, signed: &str) -> Result<(), DeskError> {
        let id = self.user_id(signed)?;
        if let Some(account) = self.store.account_by_id(id.as_str()).await? {
            self.store.switch_off(&account.account_id, self.clock.now()).await?;
            tracing::warn!(account = %account.alias, "the app was removed; the account is off");
        }
        Ok(())
    }

    /// Deletes everything of an account, also of one that was unlinked before. Asked again it is as done.
    ///
    /// # Errors
    /// See [`DeskError`].
    pub async fn delete_data(&self, signed: &str) -> Result<Deletion, DeskError> {
        let id = self.user_id(signed)?;
        let ids = match self.store.account_by_id(id.as_str()).await? {
            Some(account) => account.ids(),
            None => {
                let former = self.store.former_ids(id.as_str()).await?;
                former.unwrap_or_else(|| [id.to_string(), id.to_string()])
            }
        };
        let Forgotten { purged, copies, .. } =
            unlink::forget_conversations(&self.store, &self.random, &self.clock, ids).await?;
        if let Some(AccountPurged { events, outgoing }) = purged {
            tracing::warn!(events, outgoing, "deleted everything of an account, as asked");
        }
        for copy in copies {
            tracing::warn!(?copy, "this older copy may still hold it");
        }
        let code = self.random.token();
        self.store.note_deletion(&code, self.clock.now()).await?;
        if self.public_url.is_empty() {
            // Never from the Host header, which anybody can choose.
            let hint = "set BACKEND_URL to the public https address of `igbot serve`";
            tracing::warn!(hint, "the status of a deletion has no address that Meta takes");
        }
        let url = format!("{}/data-deletion/{code}", self.public_url);
        Ok(Deletion { code, url })
    }

    /// When the deletion of a code was carried out.
    ///
    /// # Errors
    /// The store fails.
    pub async fn deletion(&self, code: &str) -> Result<Option<Timestamp>, StoreError> {
        self.store.deletion(code).await
    }

    /// Whom a signed request is about.
    fn user_id(&self, signed: &str) -> Result<AppScopedId, DeskError> {
        let request = signed_request::open(signed, &self.secrets)?;
        Ok(request.user_id.ok_or(Refused::Malformed)?)
    }
}
