//! What Instagram makes of a message, and what follows from it (reference 9).

use super::{SendReport, Sent};
use crate::domain::account::Account;
use crate::domain::message::{Content, Outcome, OutgoingMessage, Recipient, SendState};
use crate::domain::token::LongLivedToken;
use crate::graph::GraphError;
use crate::graph::class::ErrorClass;
use crate::graph::usage::UsageHeaders;
use crate::ops::limits::usage_note;
use crate::ops::persist::until_stored;
use crate::ops::{OpsError, Services};
use crate::store::StoreError;
use crate::store::outgoing::{OutgoingRow, RecordedSend};
use crate::store::rate::UsageNote;
use jiff::Timestamp;

/// What Instagram made of a message.
pub(in crate::ops) struct Answer {
    pub(in crate::ops) outcome: Outcome,
    /// Its id of the message.
    message_id: Option<String>,
    /// To whom it went.
    person: Option<String>,
    pub(in crate::ops) error: Option<GraphError>,
    reason: Option<String>,
    usage: Option<UsageHeaders>,
    /// Somebody said stop before there was an answer.
    interrupted: bool,
}

/// How a send ended: for the store, for scripts, and for whoever draws conclusions.
pub(in crate::ops) struct Conclusion {
    pub(in crate::ops) record: RecordedSend,
    pub(in crate::ops) report: SendReport,
    pub(in crate::ops) error: Option<GraphError>,
}

impl Answer {
    /// A message that never went out.
    pub(in crate::ops) fn refused(reason: &str) -> Self {
        Self::without(Outcome::Refused, reason, false)
    }

    /// A message of which nobody waits to hear more.
    pub(super) fn interrupted(outcome: Outcome) -> Self {
        let reason = match outcome {
            Outcome::Unknown => "stopped before Instagram answered",
            _ => "stopped before it began",
        };
        Self::without(outcome, reason, true)
    }

    fn without(outcome: Outcome, reason: &str, interrupted: bool) -> Self {
        Self {
            outcome,
            message_id: None,
            person: None,
            error: None,
            reason: Some(reason.to_owned()),
            usage: None,
            interrupted,
        }
    }

    /// What it means for the message to `recipient`.
    pub(in crate::ops) fn conclude(self, recipient: &Recipient) -> Conclusion {
        let Self { outcome, message_id, person, error, reason, interrupted, .. } = self;
        // Who wrote a comment is learned by answering it.
        let author = person.filter(|_| matches!(recipient, Recipient::Comment(_)));
        let record = RecordedSend {
            state: SendState::from(outcome),
            mid: message_id.clone(),
            reason: reason.clone(),
            recipient_id: author.clone(),
            key_reusable: outcome == Outcome::Refused
                && (interrupted || error.as_ref().is_some_and(may_be_taken_later)),
        };
        let recipient_id = author.unwrap_or_else(|| recipient.to_string());
        let report = SendReport { outcome, recipient_id, message_id, reason };
        Conclusion { record, report, error }
    }

    /// What the store should remember of it about the limits.
    pub(in crate::ops) fn usage(&self, now: Timestamp) -> Option<UsageNote> {
        usage_note(self.usage.as_ref(), self.error.as_ref(), now)
    }
}

/// Makes the call for a message that is written down.
pub(in crate::ops) async fn ask(
    services: &Services,
    token: &LongLivedToken,
    recipient: &Recipient,
    message: &OutgoingMessage,
) -> Answer {
    let answered = services.graph.send(token, recipient, message).await;
    let mut person = None;
    let (outcome, message_id, error) = match answered.result {
        Ok(receipt) => {
            let mid = receipt.mid().map(str::to_owned);
            person = receipt.recipient_id;
            match (mid, &message.content) {
                (Some(mid), _) => (Outcome::Sent, Some(mid), None),
                // Reactions are no messages and have no id.
                (None, Content::Reaction { .. }) => (Outcome::Sent, None, None),
                (None, _) => (Outcome::Unknown, None, Some(GraphError::NoReceipt)),
            }
        }
        Err(error) if error.outcome_unknown() => (Outcome::Unknown, None, Some(error)),
        Err(error) => (Outcome::Refused, None, Some(error)),
    };
    let reason = error.as_ref().map(ToString::to_string);
    let usage = answered.usage;
    Answer { outcome, message_id, person, error, reason, usage, interrupted: false }
}

/// Writes down how a call ended. Who `insists` tries until the store takes it, however long that is.
pub(super) async fn record(
    services: &Services,
    account: &Account,
    row: OutgoingRow,
    recipient: &Recipient,
    answer: Answer,
    insists: bool,
) -> Sent {
    let now = services.clock.now();
    let usage = answer.usage(now);
    let interrupted = answer.interrupted;
    let Conclusion { record, mut report, mut error } = answer.conclude(recipient);
    let tell = |error: &StoreError| {
        tracing::error!(account = %account.alias, row = row.id, %error, "could not record how a send ended");
    };
    let record = || services.store.end_send(row, record.clone(), usage.clone(), now);
    let recorded = until_stored(|_| insists, tell, record).await.inspect_err(tell);
    if let Ok(Some(mid)) = &recorded {
        (report, error) = (report.arrived(mid.clone()), None);
    }
    let interrupted = interrupted && report.outcome != Outcome::Sent;
    let error = match error {
        Some(error) => Some(services.note_refusal(account, error).await),
        None if interrupted => Some(OpsError::Interrupted { outcome: report.outcome }),
        None => {
            services.note_token_accepted(account).await;
            None
        }
    };
    Sent { unrecorded: recorded.is_err(), ..Sent::of(report, error) }
}

/// Whether the same message may be taken later, so that its key must not be used up.
fn may_be_taken_later(error: &GraphError) -> bool {
    let class = error.class();
    says_nothing_of_the_message(error) || class.is_some_and(ErrorClass::may_be_taken_later)
}

/// Whether a refusal says nothing about the message: the same one may be taken at once.
pub(in crate::ops) fn says_nothing_of_the_message(error: &GraphError) -> bool {
    match error {
        GraphError::Unreachable { .. } | GraphError::Client(_) => true,
        error => error.class().is_some_and(|class| {
            class == ErrorClass::RateLimited
                || class.concerns_account()
                || class.may_concern_account()
        }),
    }
}
