//! Taking in one delivery: verify, read, store, and only then agree to it.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use secrecy::SecretString;

use crate::clock::SharedClock;
use crate::store::intake::Stored;
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
    /// The setting it comes from; `doctor` says when it matched last.
    pub name: &'static str,
    /// The secret.
    pub secret: SecretString,
}

/// Takes in deliveries.
pub struct Receiver {
    store: Store,
    clock: SharedClock,
    /// In the order in which they are tried, each with the time that was last written down as that
    /// of its use, in milliseconds.
    secrets: Vec<(SigningSecret, AtomicI64)>,
}

/// How often the use of a secret is written down, in milliseconds.
const NOTE_PAUSE: u64 = 60_000;

impl Receiver {
    /// Makes a receiver that takes what one of `secrets` has signed.
    pub fn new(store: Store, clock: SharedClock, secrets: Vec<SigningSecret>) -> Self {
        let secrets = secrets.into_iter().map(|it| (it, AtomicI64::new(i64::MIN))).collect();
        Self { store, clock, secrets }
    }

    /// Notes which secrets there are, so that their use can be told from that of earlier ones.
    ///
    /// # Errors
    /// After any error deliveries can be taken all the same.
    pub async fn note_secrets(&self) -> Result<(), StoreError> {
        let names = self.secrets.iter().map(|(it, _)| it.name).collect();
        self.store.keep_secrets(names, self.clock.now()).await
    }

    /// Verifies `body` as received, takes its events out and stores them.
    ///
    /// # Errors
    /// Whatever the error, nothing was stored.
    pub async fn receive(&self, signature: &[u8], body: &[u8]) -> Result<Stored, ReceiveError> {
        let signature = Signature::parse(signature).map_err(|_| ReceiveError::Forged)?;
        let fits = |(it, _): &(SigningSecret, _)| signature.verifies(&it.secret, body);
        let matched = self.secrets.iter().position(fits).ok_or(ReceiveError::Forged)?;
        let events = payload::parse(body)?;
        if events.is_empty() {
            return Ok(Stored::default());
        }
        let now = self.clock.now();
        let stored = self.store.receive(events, now).await?;
        self.note_secret(matched, now).await;
        Ok(stored)
    }

    /// Writes down that a secret matched, at most once a minute.
    async fn note_secret(&self, matched: usize, now: Timestamp) {
        let Some((SigningSecret { name, .. }, noted)) = self.secrets.get(matched) else { return };
        let (before, millis) = (noted.load(Ordering::Relaxed), now.as_millisecond());
        // One of those that come at the same time writes; the others leave it to that one.
        if before.abs_diff(millis) < NOTE_PAUSE
            || noted.compare_exchange(before, millis, Ordering::Relaxed, Ordering::Relaxed).is_err()
        {
            return;
        }
        if let Err(error) = self.store.note_secret_used(name, now).await {
            tracing::debug!(%error, "could not note which secret matched");
        }
    }
}
