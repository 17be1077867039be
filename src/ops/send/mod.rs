//! Sending one message, once (reference 6 and 9).

mod answer;

use std::future::pending;
use std::time::Duration;

use jiff::SignedDuration;
use schemars::JsonSchema;
use serde::Serialize;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, sleep_until};

use super::{OpsError, Services, stopped};
use crate::clock::Moment;
use crate::domain::account::Account;
use crate::domain::id::IgScopedId;
use crate::domain::message::{
    Content, Outcome, OutgoingMessage, Recipient, SendState, SenderAction,
};
use crate::domain::window::Window;
pub use crate::domain::window::WindowPolicy;
use crate::graph::transport::Answered;
use crate::store::StoreError;
use crate::store::outgoing::{Begun, NewOutgoing, RecordedSend, Reply, Reserve};
use answer::record;
pub(super) use answer::{Answer, Conclusion, ask, says_nothing_of_the_message};

/// How long the answer to a call may take once somebody has said stop: as a rule it is under way.
const LAST_WORD: Duration = Duration::from_secs(2);

/// How long a send under the same key that is under way is waited for, and how often it is looked at.
const UNDER_WAY: Duration = Duration::from_secs(5);
const POLL: Duration = Duration::from_millis(100);

/// What is to be sent.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// To whom.
    pub recipient: &'a Recipient,
    /// What to send.
    pub message: &'a OutgoingMessage,
    /// What it answers, if it is a bot's reply.
    pub reply: Option<Reply<'a>>,
    /// Under which it is sent once, however often that is asked for.
    pub dedupe_key: Option<&'a str>,
    /// What the messaging window means for it.
    pub window: WindowPolicy,
    /// How long to wait for its turn at Instagram's limits.
    pub patience: Duration,
    /// Who may call it off, until its turn has come, or a moment later give up waiting for the answer.
    pub stop: Option<&'a watch::Receiver<bool>>,
}

/// How a send ended.
#[derive(Debug)]
pub struct Sent {
    /// What scripts see.
    pub report: SendReport,
    /// What went wrong, unless the message was sent.
    pub error: Option<OpsError>,
    /// The message went out, but how it ended could not be written down.
    pub unrecorded: bool,
    /// The messaging window, if it was closed and the message was tried all the same.
    pub closed: Option<Window>,
    /// It was sent before under its key, and not now.
    pub repeated: bool,
}

impl Sent {
    /// A send that was written down, if anything of it was, and met an open window.
    fn of(report: SendReport, error: Option<OpsError>) -> Self {
        Self { report, error, unrecorded: false, closed: None, repeated: false }
    }

    /// A message that was refused before Instagram was asked.
    pub fn refused(recipient: &Recipient, error: OpsError) -> Self {
        Self::of(SendReport::refused(recipient, error.cause()), Some(error))
    }
}

/// The part of [`Sent`] that goes to standard output.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SendReport {
    /// `sent`, `refused` or `unknown`.
    pub outcome: Outcome,
    /// The person, or the comment while nobody knows whose it is; null where neither could be read.
    #[schemars(with = "Option<String>")]
    pub recipient_id: String,
    /// Instagram's id of the message, once it has one.
    pub message_id: Option<String>,
    /// Why it was not sent, or why nobody knows.
    pub reason: Option<String>,
}

impl SendReport {
    /// Of a message of unknown outcome that has arrived.
    pub(super) fn arrived(self, mid: String) -> Self {
        Self { outcome: Outcome::Sent, message_id: Some(mid), reason: None, ..self }
    }

    /// Of a message that did not go out.
    pub(super) fn refused(recipient: &Recipient, reason: String) -> Self {
        Self {
            outcome: Outcome::Refused,
            recipient_id: recipient.to_string(),
            message_id: None,
            reason: Some(reason),
        }
    }
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
    order: Order<'_>,
) -> Result<Sent, OpsError> {
    let mut new = NewOutgoing {
        key: services.random.bytes16(),
        account_id: &account.account_id,
        recipient: order.recipient,
        message: order.message,
        reply: order.reply,
        dedupe_key: order.dedupe_key,
        reserve: Reserve::Within(
            SignedDuration::try_from(order.patience).unwrap_or(SignedDuration::MAX),
        ),
    };
    // Whatever has changed since, it tells how it ended then.
    match before(services, &new).await {
        Ok(None) => {}
        Ok(Some(ended)) => {
            if let Some(ended) = end_of(services, &new, ended).await? {
                return Ok(sent_before(ended, order.recipient));
            }
        }
        Err(error) => return refused_or(error, order.recipient),
    }
    let token = match services.token(account).await {
        Err(error @ OpsError::AppRemoved { .. }) => {
            return Ok(Sent::refused(order.recipient, error));
        }
        token => token?,
    };
    let closed = match closed_window(services, account, &order).await {
        Err(error @ OpsError::WindowClosed { .. }) => {
            return Ok(Sent::refused(order.recipient, error));
        }
        closed => closed?,
    };
    let _sending = match order.reply {
        None => Some(services.store.sender_lock()?),
        Some(_) => None,
    };
    let mut stop = order.stop.cloned();
    let Some((begun, asked)) = begin_in_turn(services, &mut new, &mut stop).await else {
        let Conclusion { report, .. } =
            Answer::interrupted(Outcome::Refused).conclude(order.recipient);
        let error = Some(OpsError::Interrupted { outcome: report.outcome });
        return Ok(Sent { closed, ..Sent::of(report, error) });
    };
    match begun {
        Ok(Begun::Now { row, start }) => {
            // The event of a reply cannot be ended before the store is there again either.
            let insists = order.reply.is_some();
            let answer = tokio::select! {
                biased;
                () = called_off(&mut stop) => Answer::interrupted(Outcome::Refused),
                () = sleep_until(asked.until(start)) => tokio::select! {
                    answer = ask(services, &token, order.recipient, order.message) => answer,
                    () = given_up(&mut stop) => Answer::interrupted(Outcome::Unknown),
                }
            };
            let sent = record(services, account, row, order.recipient, answer, insists).await;
            Ok(Sent { closed, ..sent })
        }
        Ok(Begun::Before(ended)) => match end_of(services, &new, ended).await? {
            Some(ended) => Ok(sent_before(ended, order.recipient)),
            None => Box::pin(send(services, account, order)).await,
        },
        Ok(Begun::Later { start: until }) => {
            refused_or(StoreError::RateLimited { until }, order.recipient)
        }
        Err(error) => refused_or(error, order.recipient),
    }
}

/// Writes a send down once its turn has come, and tells when that was asked for; `None` if somebody said stop
/// before.
async fn begin_in_turn(
    services: &Services,
    new: &mut NewOutgoing<'_>,
    stop: &mut Option<watch::Receiver<bool>>,
) -> Option<(Result<Begun, StoreError>, Moment)> {
    let asked = services.clock.moment();
    let begun = services.store.begin_send(new, asked.time).await;
    let Ok(Begun::Later { start }) = begun else { return Some((begun, asked)) };
    tokio::select! {
        biased;
        () = called_off(stop) => return None,
        () = sleep_until(asked.until(start)) => {}
    }
    new.reserve = Reserve::Done;
    let asked = services.clock.moment();
    Some((services.store.begin_send(new, asked.time).await, asked))
}

/// How a send under the same key stands that was asked for before.
async fn before(
    services: &Services,
    new: &NewOutgoing<'_>,
) -> Result<Option<RecordedSend>, StoreError> {
    let look = async || services.store.sent_before(new, services.clock.now()).await;
    match look().await {
        // Perhaps in a batch that ended while it read its file, and is never sent.
        Err(StoreError::KeyWaits { .. } | StoreError::KeyUsed) => {
            services.store.forget_unread_batches().await?;
            look().await
        }
        before => before,
    }
}

/// How a send under the same key ends that is under way, for as long as most take; `None` if it was refused
/// in a way that sets the key free.
async fn end_of(
    services: &Services,
    new: &NewOutgoing<'_>,
    mut ended: RecordedSend,
) -> Result<Option<RecordedSend>, OpsError> {
    let until = Instant::now() + UNDER_WAY;
    while ended.state == SendState::Sending && Instant::now() < until {
        sleep(POLL).await;
        match services.store.sent_before(new, services.clock.now()).await? {
            Some(now) => ended = now,
            None if services.store.refused_lately(new, services.clock.now()).await? => {
                return Ok(None);
            }
            // It was purged.
            None => break,
        }
    }
    Ok(Some(ended))
}

/// What the store says that means nothing was sent, now or under this key; any other error.
fn refused_or(error: StoreError, recipient: &Recipient) -> Result<Sent, OpsError> {
    match error {
        StoreError::RateLimited { .. } | StoreError::KeyWaits { .. } => {
            Ok(Sent::refused(recipient, error.into()))
        }
        error => Err(error.into()),
    }
}

/// Ends when somebody says stop.
async fn called_off(stop: &mut Option<watch::Receiver<bool>>) {
    match stop {
        Some(stop) => stopped(stop).await,
        None => pending().await,
    }
}

/// Ends when a call should be waited for no more.
async fn given_up(stop: &mut Option<watch::Receiver<bool>>) {
    called_off(stop).await;
    sleep(LAST_WORD).await;
}

/// The messaging window, if a message would come too late for it and is sent all the same.
///
/// # Errors
/// [`OpsError::WindowClosed`] if it must not be sent then.
pub async fn closed_window(
    services: &Services,
    account: &Account,
    order: &Order<'_>,
) -> Result<Option<Window>, OpsError> {
    if order.window == WindowPolicy::Off {
        return Ok(None);
    }
    let missed = missed_window(services, account, order.recipient, order.message).await?;
    match (missed, order.window) {
        (Some(window), WindowPolicy::Enforce) => Err(OpsError::WindowClosed {
            since: window.closes_at,
            human_agent: match order.message.content {
                Content::Reaction { .. } => SignedDuration::ZERO,
                _ => window.human_agent_left,
            },
        }),
        (missed, _) => Ok(missed),
    }
}

/// The messaging window of a person, if a message would come too late for it.
pub(in crate::ops) async fn missed_window(
    services: &Services,
    account: &Account,
    recipient: &Recipient,
    message: &OutgoingMessage,
) -> Result<Option<Window>, OpsError> {
    // A private reply goes by the age of its comment, which only Instagram knows for certain.
    let Recipient::Person(person) = recipient else { return Ok(None) };
    let opening = services.store.last_opening(&account.ids(), person).await?;
    let window = Window::at(services.clock.now(), opening);
    Ok(Some(window).filter(|window| message.misses(window)))
}

/// Shows a person something beside a message. Nothing is written down: it is gone in a moment.
///
/// # Errors
/// [`OpsError::AppRemoved`], or the token cannot be read. What Instagram refuses is told in the
/// [`Sent`].
pub async fn show(
    services: &Services,
    account: &Account,
    person: &IgScopedId,
    action: SenderAction,
) -> Result<Sent, OpsError> {
    let token = services.token(account).await?;
    let now = services.clock.now();
    let recipient = Recipient::Person(person.clone());
    let blocked = services.store.blocked_until(&account.account_id, now).await?;
    if let Some(until) = blocked {
        return Ok(Sent::refused(&recipient, StoreError::RateLimited { until }.into()));
    }
    let Answered { result: shown, usage } =
        services.graph.send_action(&token, person, action).await;
    services.note_usage(account, usage.as_ref(), shown.as_ref().err()).await;
    let (outcome, error) = match shown {
        Ok(_) => (Outcome::Sent, None),
        Err(error) if error.outcome_unknown() => (Outcome::Unknown, Some(error)),
        Err(error) => (Outcome::Refused, Some(error)),
    };
    let reason = error.as_ref().map(ToString::to_string);
    let error = match error {
        Some(error) => Some(services.note_refusal(account, error).await),
        None => None,
    };
    let recipient_id = recipient.to_string();
    let report = SendReport { outcome, recipient_id, message_id: None, reason };
    Ok(Sent::of(report, error))
}

/// The first outcome of a message that was asked for again.
fn sent_before(mut ended: RecordedSend, recipient: &Recipient) -> Sent {
    if ended.state == SendState::Sending {
        ended.reason = Some("it is being sent, or its process ended in the middle".to_owned());
    }
    let outcome = ended.state.outcome();
    let error = (outcome != Outcome::Sent)
        .then(|| OpsError::EndedBefore { outcome, reason: ended.reason.clone() });
    let report = SendReport {
        outcome,
        recipient_id: ended.recipient_id.unwrap_or_else(|| recipient.to_string()),
        message_id: ended.mid,
        reason: ended.reason,
    };
    Sent { repeated: outcome == Outcome::Sent, ..Sent::of(report, error) }
}
