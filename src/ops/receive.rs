//! Taking in one delivery: verify, read, store, and only then agree to it.

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

/// Takes in deliveries. Clones share everything.
#[derive(Clone)]
pub struct Receiver {
    store: Store,
    clock: SharedClock,
    /// In the order in which they are tried: the Instagram app's first (reference 8.2).
    secrets: Vec<SecretString>,
}

impl Receiver {
    /// Makes a receiver that takes what one of `secrets` has signed.
    pub fn new(store: Store, clock: SharedClock, secrets: Vec<SecretString>) -> Self {
        Self {
            store,
            clock,
            secrets,
        }
    }

    /// Verifies `body` as received, takes its events out and stores them.
    ///
    /// # Errors
    /// See [`ReceiveError`]; whatever the error, nothing was stored.
    pub async fn receive(&self, signature: &[u8], body: &[u8]) -> Result<Stored, ReceiveError> {
        let signature = Signature::parse(signature).map_err(|_| ReceiveError::Forged)?;
        if !self
            .secrets
            .iter()
            .any(|secret| signature.verifies(secret, body))
        {
            return Err(ReceiveError::Forged);
        }
        let events = payload::parse(body)?;
        if events.is_empty() {
            return Ok(Stored {
                new: Vec::new(),
                duplicates: 0,
            });
        }
        Ok(self.store.receive(events, self.clock.now()).await?)
    }
}
