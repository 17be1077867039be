//! Taking in one delivery: verify, read, store, and only then agree to it.

use std::sync::atomic::{AtomicUsize, Ordering};

use secrecy::SecretString;

use crate::clock::SharedClock;
use crate::store::inbox::Stored;
use crate::store::{Store, StoreError};
use crate::webhook::payload::{self, NotJson};
use crate::webhook::signature::Signature;

/// Why a delivery is not taken.
#[derive(Debug, thiserror::Error)]
pub enum ReceiveError {
    /// No configured secret made the signature, or there is none.
    #[error("the signature matches no configured secret")]
    Forged,
    /// Signed, but no JSON.
    #[error(transparent)]
    NotJson(#[from] NotJson),
    /// Not stored: Instagram should repeat it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A secret that deliveries may be signed with.
#[derive(Debug, Clone)]
pub struct SigningSecret {
    /// The setting it comes from; `doctor` says which one matched last.
    pub name: &'static str,
    /// The secret.
    pub secret: SecretString,
}

/// Takes in deliveries.
pub struct Receiver {
    store: Store,
    clock: SharedClock,
    /// In the order in which they are tried: the Instagram app's first (reference 8.2).
    secrets: Vec<SigningSecret>,
    /// Which of them was written down as the last that matched.
    noted: AtomicUsize,
}

/// None was written down yet.
const NOTHING_NOTED: usize = usize::MAX;

impl Receiver {
    /// Makes a receiver that takes what one of `secrets` has signed.
    pub fn new(store: Store, clock: SharedClock, secrets: Vec<SigningSecret>) -> Self {
        Self { store, clock, secrets, noted: AtomicUsize::new(NOTHING_NOTED) }
    }

    /// Verifies `body` as received, takes its events out and stores them.
    ///
    /// # Errors
    /// See [`ReceiveError`]; whatever the error, nothing was stored.
    pub async fn receive(&self, signature: &[u8], body: &[u8]) -> Result<Stored, ReceiveError> {
        let signature = Signature::parse(signature).map_err(|_| ReceiveError::Forged)?;
        let fits = |it: &SigningSecret| signature.verifies(&it.secret, body);
        let matched = self.secrets.iter().position(fits).ok_or(ReceiveError::Forged)?;
        let events = payload::parse(body)?;
        if events.is_empty() {
            return Ok(Stored::default());
        }
        let stored = self.store.receive(events, self.clock.now()).await?;
        self.note_secret(matched).await;
        Ok(stored)
    }

    /// Writes down which secret matched, once for each change.
    async fn note_secret(&self, matched: usize) {
        if self.noted.swap(matched, Ordering::Relaxed) == matched {
            return;
        }
        if let Some(SigningSecret { name, .. }) = self.secrets.get(matched)
            && let Err(error) = self.store.note_signing_secret(name).await
        {
            tracing::debug!(%error, "could not note which secret matched");
        }
    }
}
