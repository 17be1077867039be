//! Sending one message, once (reference 6 and 9).

use serde::Serialize;

use super::{OpsError, Services};
use crate::domain::account::Account;
use crate::domain::id::IgScopedId;
use crate::domain::message::{Outcome, OutgoingMessage, SendState};
use crate::graph::GraphError;
use crate::store::history::{NewOutgoing, Reply};

/// How a send ended.
#[derive(Debug)]
pub struct Sent {
    /// What scripts see.
    pub report: SendReport,
    /// What went wrong, unless the message was sent.
    pub error: Option<OpsError>,
    /// The message went out, but how it ended could not be written down.
    pub unrecorded: bool,
}

/// The part of [`Sent`] that goes to standard output.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SendReport {
    /// `sent`, `refused` or `unknown`.
    pub outcome: Outcome,
    /// The person.
    pub recipient_id: String,
    /// Instagram's id of the message, once it has one.
    pub message_id: Option<String>,
    /// Why it was not sent, or why nobody knows.
    pub reason: Option<String>,
}

/// Sends a message once and writes down how it ended.
///
/// The row is committed before the call: a crash in between leaves an unknown outcome, never a
/// second message. Nothing is repeated here, because Instagram has no idempotency key.
///
/// # Errors
/// Only before anything was sent: the store cannot be written or the token not read.
pub async fn send(
    services: &Services,
    account: &Account,
    recipient: &IgScopedId,
    message: &OutgoingMessage,
    reply: Option<Reply<'_>>,
) -> Result<Sent, OpsError> {
    let token = services.token(account).await?;
    let new = NewOutgoing {
        key: services.random.bytes16(),
        account_id: &account.account_id,
        recipient_id: recipient,
        message,
        reply,
    };
    let row = services.store.begin_send(&new, services.clock.now()).await?;
    let (outcome, message_id, error) = match services.graph.send(&token, recipient, message).await {
        Ok(receipt) => match receipt.mid() {
            Some(mid) => (Outcome::Sent, Some(mid), None),
            None => (Outcome::Unknown, None, Some(GraphError::NoReceipt)),
        },
        Err(error) if error.leaves_send_open() => (Outcome::Unknown, None, Some(error)),
        Err(error) => (Outcome::Refused, None, Some(error)),
    };
    let reason = error.as_ref().map(ToString::to_string);
    let state = SendState::from(outcome);
    let now = services.clock.now();
    let ended = services.store.end_send(row, state, message_id.clone(), reason.clone(), now).await;
    if let Err(error) = &ended {
        tracing::error!(account = %account.alias, row, %error, "could not record how a send ended");
    }
    let error = match error {
        Some(error) => Some(services.refused(account, error).await),
        None => None,
    };
    Ok(Sent {
        report: SendReport { outcome, recipient_id: recipient.to_string(), message_id, reason },
        error,
        unrecorded: ended.is_err(),
    })
}
