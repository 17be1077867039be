//! The work on one event: asking its bot, and carrying out what that answers.

use std::borrow::Cow;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::{FutureExt as _, TryFutureExt as _};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::{OwnedSemaphorePermit, watch};
use tokio::time::timeout;

use super::breaker::{Blocked, Breakers, Circuit};
use super::comments::Comments;
use super::postpone::{FIRST_LONG_PAUSE, FIRST_PAUSE};
use super::{DispatchPolicy, announce};
use crate::bot::{Handler, Presence};
use crate::domain::account::Account;
use crate::domain::event::{EventKind, EventState, OWN};
use crate::domain::id::IgScopedId;
use crate::domain::message::{Outcome, OutgoingMessage, Recipient, SenderAction};
use crate::ops::ask::{self, Unanswered};
use crate::ops::meter::Meter;
use crate::ops::notice::{Handled, Watcher};
use crate::ops::persist::until_stored;
use crate::ops::send::{self, Order, Sent, WindowPolicy};
use crate::ops::{OpsError, Services, causes, fetch};
use crate::store::StoreError;
use crate::store::inbox::StoredEvent;
use crate::store::outgoing::Reply;
use crate::store::settle::Settled;

/// How long "seen" or "typing" may keep an answer waiting.
const COURTESY: Duration = Duration::from_secs(2);

/// How long a reply waits for its turn at Instagram's limits before its event goes back in line.
const PATIENCE: Duration = Duration::from_secs(10);

/// The same of a private reply, whose turn may be hours off.
const COMMENT_PATIENCE: Duration = Duration::from_secs(1);

/// Pause before an event is looked at again that was claimed although its bot is full.
const BUSY_PAUSE: SignedDuration = SignedDuration::from_secs(1);

/// How long a message waits to be read at Instagram: mostly its event comes meanwhile, and it need not be.
const FETCH_PATIENCE: Duration = Duration::from_secs(1);

/// Longest rest that a reply waits for while it holds the place of another event.
const SHORT_REST: SignedDuration = SignedDuration::from_secs(1);

/// The work on one event.
pub(super) struct Work {
    pub(super) services: Services,
    pub(super) policy: Arc<DispatchPolicy>,
    pub(super) watcher: Watcher,
    pub(super) meter: Arc<Meter>,
    pub(super) breakers: Arc<Breakers>,
    /// The place that it holds among the events of its bot; what is left of an answer needs none.
    pub(super) share: Option<OwnedSemaphorePermit>,
    pub(super) comments: Arc<Comments>,
    /// The place that it holds among comments, if it is one.
    pub(super) _comment_permit: Option<OwnedSemaphorePermit>,
    /// There is no time any more for what may as well be sent after a stop.
    pub(super) late: watch::Receiver<bool>,
    pub(super) owner: String,
}

/// What is to be done about an event.
enum Task<'a> {
    /// Asking this bot, and sending what it answers.
    Ask(&'a Handler),
    /// Sending what is left of an answer, which wants no bot.
    SendRest(&'a [OutgoingMessage]),
}

impl Work {
    /// Handles an event of an account and ends the work on it.
    pub(super) async fn handle(&self, event: StoredEvent, account: Option<Account>) {
        let mut sent = 0;
        // One event must never stop the dispatcher, whatever it holds.
        let answer = AssertUnwindSafe(self.answer(&event, account.as_ref(), &mut sent));
        let settled = match answer.catch_unwind().await {
            Ok(Ok(settled)) => settled,
            // The store's trouble is no attempt of the bot's.
            Ok(Err(error @ OpsError::Store(_))) if is_of_busy_store(&error) => {
                let until = self.services.clock.now() + FIRST_PAUSE;
                self.wait(&event, until, causes(&error))
            }
            // If a reply was begun the store turns this attempt into an unknown outcome.
            Ok(Err(error)) => self.retry(&event, causes(&error)),
            Err(_) => Settled::Failed { reason: "igbot itself failed on this event".to_owned() },
        };
        self.meter.sent(sent);
        let Some(state) = self.settle(event.id, settled.clone()).await else {
            tracing::warn!(event = event.id, sent, "another process has taken the event over");
            return;
        };
        // By now an echo may have told of what was in doubt.
        let proved = settled.state() == EventState::Unknown && state != EventState::Unknown;
        let reason = settled.reason().filter(|_| !proved).map(str::to_owned);
        self.log(&event, &settled, state, sent);
        // These were no attempts.
        let no_attempt = matches!(settled, Settled::Fetched { .. } | Settled::Wait { .. });
        if no_attempt && state == EventState::Pending {
            return;
        }
        let StoredEvent { id, account_id, sender_id, .. } = event;
        let handled = Handled { id, account_id, sender_id, state, sent, reason };
        announce(&self.meter, &self.watcher, handled);
    }

    fn log(&self, event: &StoredEvent, settled: &Settled, state: EventState, sent: usize) {
        let (event, attempt) = (event.id, event.attempts);
        match (state, settled) {
            (EventState::Done, _) => tracing::info!(event, sent, "answered"),
            (EventState::Pending, Settled::Fetched { .. }) => {
                tracing::debug!(event, "its message was fetched");
            }
            (EventState::Pending, Settled::Wait { at, reason }) => {
                tracing::debug!(event, next = %at, reason, "waits");
            }
            (EventState::Pending, Settled::Retry { at, reason }) => {
                let of = self.policy.max_attempts;
                tracing::warn!(event, attempt, of, next = %at, reason, "an event was not handled");
            }
            (EventState::Pending, _) => tracing::debug!(event, sent, "its answer goes on"),
            (EventState::Ignored, _) => {
                tracing::debug!(event, reason = settled.reason(), "ignored");
            }
            _ => {
                let (state, reason) = (state.as_str(), settled.reason());
                tracing::warn!(event, state, sent, reason, "an event was not handled");
            }
        }
    }

    /// Ends the work on an event; tells its state, unless another has it.
    ///
    /// Giving up would leave it claimed, and its conversation at rest, for as long as this process
    /// lives and renews its claims.
    async fn settle(&self, id: i64, settled: Settled) -> Option<EventState> {
        let settle = || self.services.store.settle(id, &self.owner, settled.clone());
        let tell = |error: &StoreError| {
            tracing::error!(event = id, %error, "could not settle an event; trying until it works");
        };
        until_stored(|_| true, tell, settle).await.ok().flatten()
    }

    /// Goes on with an event whose bot has answered, however long the store takes nothing: the answer is in memory
    /// alone, and to ask again could take an order twice.
    async fn carry_on<T, F: Future<Output = Result<T, OpsError>>>(
        &self,
        id: i64,
        work: impl Fn() -> F,
    ) -> Result<T, OpsError> {
        let tell = |error: &OpsError| {
            tracing::error!(event = id, %error, "could not go on with an answer; trying until it works");
        };
        until_stored(is_of_busy_store, tell, work).await
    }

    async fn answer(
        &self,
        event: &StoredEvent,
        account: Option<&Account>,
        sent: &mut usize,
    ) -> Result<Settled, OpsError> {
        // What is left of an answer is kept with a failure, for the case that the account comes back.
        let nobody = |reason: &'static str| match &event.left {
            Some(_) => Settled::Failed { reason: reason.to_owned() },
            None => Settled::Ignored { reason },
        };
        let Some(account) = account else {
            return Ok(nobody("no linked account has this id"));
        };
        if !account.active {
            return Ok(nobody("the account is switched off"));
        }
        let task = match self.task(event, account) {
            Ok(task) => task,
            Err(settled) => return Ok(settled),
        };
        let bot = match task {
            Task::Ask(handler) => Circuit::of_bot(handler),
            Task::SendRest(_) => None,
        };
        // Whatever becomes of it: nobody else is let through before these are dropped.
        let _probes = match self.gate(event, account, bot.as_ref()).await? {
            Ok(probes) => probes,
            Err(Blocked { until, reason }) => {
                // Those that were refused before look last whether it is over: it may have been their own fault.
                let refused = event.attempts > 1;
                let until = if refused { until + FIRST_LONG_PAUSE } else { until };
                return Ok(self.wait(event, until, reason));
            }
        };
        self.attempt(event, account, task, sent).await
    }

    /// What is to be done about an event, or what becomes of it where that is nothing.
    fn task<'a>(&'a self, event: &'a StoredEvent, account: &Account) -> Result<Task<'a>, Settled> {
        if let Some(left) = &event.left {
            // The bot was asked before, and perhaps it has taken an order. This waits for Instagram alone.
            return Ok(Task::SendRest(left));
        }
        let bot = match &account.bot {
            None => &self.policy.bot,
            Some(name) => self.policy.bots.get(name).ok_or_else(|| {
                // Another process may have it, or this one once it is started anew.
                let until = self.services.clock.now() + FIRST_LONG_PAUSE;
                let reason = format!("this igbot serve was started without [bots.{name}]");
                self.wait(event, until, reason)
            })?,
        };
        if bot.handler == Handler::None {
            return Err(Settled::Ignored { reason: "no bot" });
        }
        if !bot.wants(event.kind) {
            return Err(Settled::Ignored { reason: "its bot is not asked about this kind" });
        }
        if self.share.is_none() {
            let at = self.services.clock.now() + BUSY_PAUSE;
            return Err(Settled::Wait { at, reason: "its bot is busy with others".to_owned() });
        }
        Ok(Task::Ask(&bot.handler))
    }

    /// Asks the bot of an event where that is to be done, and carries out what it answers.
    async fn attempt(
        &self,
        event: &StoredEvent,
        account: &Account,
        task: Task<'_>,
        sent: &mut usize,
    ) -> Result<Settled, OpsError> {
        if let (EventKind::MessageEdit, None, Some(mid)) = (event.kind, &event.fetched, &event.mid)
        {
            return match fetch::fetch(&self.services, account, mid, FETCH_PATIENCE).await {
                Err(error) if is_of_busy_store(&error) => Err(error),
                Err(error) => Ok(self.fetch_later(event, account, &error).await),
                settled => settled,
            };
        }
        let person = event.sender_id.as_deref().map(str::parse::<IgScopedId>);
        let Some(Ok(person)) = person else {
            return Ok(Settled::Ignored { reason: "nobody to answer" });
        };
        if account.answers_to(person.as_str()) {
            // Whoever answers themselves never ends.
            return Ok(Settled::Ignored { reason: OWN });
        }
        let recipient = match event.mid.as_ref().filter(|_| event.kind.is_comment()) {
            None => Recipient::Person(person.clone()),
            Some(comment) => match comment.parse() {
                Ok(comment) => Recipient::Comment(comment),
                Err(_) => return Ok(Settled::Ignored { reason: "nobody to answer" }),
            },
        };
        let answer = match task {
            Task::SendRest(left) => Cow::Borrowed(left),
            Task::Ask(handler) => match self.ask(event, account, handler, &person).await {
                Ok(messages) => Cow::Owned(messages),
                Err(settled) => return Ok(settled),
            },
        };
        match self.carry_out(event, account, &recipient, &answer, sent).await {
            Err(OpsError::Store(StoreError::Withdrawn)) if *sent == 0 => {
                Ok(Settled::Ignored { reason: "the person has deleted it" })
            }
            Err(OpsError::Store(StoreError::Withdrawn)) => Ok(Settled::Done),
            settled => settled,
        }
    }

    /// Asks the bot of an event while the person sees "seen" and "typing"; gives its messages, or what
    /// becomes of the event without them.
    async fn ask(
        &self,
        event: &StoredEvent,
        account: &Account,
        handler: &Handler,
        person: &IgScopedId,
    ) -> Result<Vec<OutgoingMessage>, Settled> {
        let attention = async {
            // Who comments is in no conversation yet.
            !event.kind.is_comment() && self.show_attention(account, person).await
        };
        let (shown, decided) = tokio::join!(attention, ask::ask(handler, event, account));
        if shown && self.policy.typing {
            self.show(account, person, SenderAction::TypingOff).await;
        }
        let bot = Circuit::of_bot(handler);
        let failure = match decided {
            Ok(messages) => {
                if let Some(bot) = &bot {
                    self.breakers.close(bot);
                }
                return Ok(messages);
            }
            Err(failure) => failure,
        };
        // Of the bot of an account no more than its name is shown: arguments and paths may hold secrets.
        let shown = match &account.bot {
            Some(name) => format!("bots.{name}"),
            None => handler.to_string(),
        };
        let until = bot.and_then(|bot| {
            let now = self.services.clock.now();
            self.breakers.unanswered(&bot, &shown, person.as_str(), &failure, now)
        });
        let Unanswered { reason, presence, rest } = failure;
        Err(match (until, presence) {
            (Some(until), _) => self.wait(event, until, reason),
            // It has not handled the event, and has said when it will.
            (None, Presence::Doubtful) if !rest.is_zero() => {
                self.wait_as_asked(event, rest, reason)
            }
            (None, Presence::Doubtful) => self.retry_after(FIRST_LONG_PAUSE, event, reason),
            (None, _) => self.retry(event, reason),
        })
    }

    /// Sends an answer. It is kept where there is something that a kill or a limit could leave of it.
    async fn carry_out(
        &self,
        event: &StoredEvent,
        account: &Account,
        recipient: &Recipient,
        messages: &[OutgoingMessage],
        sent: &mut usize,
    ) -> Result<Settled, OpsError> {
        let keep = || {
            self.services.store.keep_answer(event.id, &self.owner, messages).map_err(OpsError::from)
        };
        let mut kept = event.left.is_some();
        if messages.len() > 1 && !kept {
            self.carry_on(event.id, &keep).await?;
            kept = true;
        }
        for message in messages {
            if kept && *self.late.borrow() {
                let reason = "the rest of its answer waits for the next start".to_owned();
                return Ok(self.wait(event, self.services.clock.now(), reason));
            }
            let order = Order {
                recipient,
                message,
                reply: Some(Reply { event_id: event.id, owner: &self.owner }),
                dedupe_key: None,
                window: WindowPolicy::Off,
                patience: if event.kind.is_comment() { COMMENT_PATIENCE } else { PATIENCE },
                stop: None,
            };
            let send = || send::send(&self.services, account, order);
            let Sent { report, error, .. } = self.carry_on(event.id, send).await?;
            match (report.outcome, error) {
                (Outcome::Sent, _) => {
                    *sent += 1;
                    self.breakers.close(&Circuit::of_replies(event, account));
                }
                (Outcome::Refused, Some(error)) if may_pass(&error) => {
                    if !kept {
                        self.carry_on(event.id, &keep).await?;
                    }
                    return Ok(self.put_off(event, account, &error));
                }
                (outcome, error) => {
                    // Nothing brings this reply back, but others may be spared.
                    error.iter().for_each(|error| {
                        self.hold_back(event, account, error);
                    });
                    let reason = report.reason.unwrap_or_default();
                    return Ok(match outcome {
                        Outcome::Unknown => Settled::Unknown { reason },
                        _ => Settled::Failed { reason },
                    });
                }
            }
        }
        Ok(Settled::Done)
    }

    /// Shows "seen" and "typing"; tells whether Instagram took it.
    async fn show_attention(&self, account: &Account, person: &IgScopedId) -> bool {
        let mut shown = true;
        if self.policy.mark_seen {
            shown &= self.show(account, person, SenderAction::MarkSeen).await;
        }
        if self.policy.typing {
            shown &= self.show(account, person, SenderAction::TypingOn).await;
        }
        shown
    }

    async fn show(&self, account: &Account, person: &IgScopedId, action: SenderAction) -> bool {
        // A courtesy: the answer itself will show whether something is wrong.
        let shown = send::show(&self.services, account, person, action);
        match timeout(COURTESY, shown).await {
            Ok(Ok(Sent { report, error, .. })) => {
                if let Some(error) = error {
                    let error = causes(&error);
                    tracing::debug!(account = %account.alias, ?action, error, "not shown");
                }
                report.outcome == Outcome::Sent
            }
            Ok(Err(error)) => {
                tracing::debug!(account = %account.alias, ?action, %error, "not shown");
                false
            }
            Err(_) => {
                tracing::debug!(account = %account.alias, ?action, "not shown in time");
                false
            }
        }
    }

    /// Lets an event pass to Instagram and to its bot, or tells until when these are to be left alone, and
    /// why.
    async fn gate(
        &self,
        event: &StoredEvent,
        account: &Account,
        bot: Option<&Circuit>,
    ) -> Result<Result<[Option<Probe<'_>>; 2], Blocked>, StoreError> {
        let now = self.services.clock.now();
        let blocked = self.services.store.blocked_until(&account.account_id, now).await?;
        if let Some(until) = blocked.filter(|until| until.duration_since(now) > SHORT_REST) {
            let reason = StoreError::RateLimited { until }.to_string();
            return Ok(Err(Blocked { until, reason }));
        }
        let pass = |circuit: &Circuit, life| {
            let probe = self.breakers.pass(circuit, life, now)?;
            Ok(probe.map(|until| Probe { work: self, circuit: circuit.clone(), until }))
        };
        let both = || {
            let replies = pass(&Circuit::of_replies(event, account), Some(account.life))?;
            // If the event does not get past its bot the other attempt is over.
            let bot = bot.map(|bot| pass(bot, None)).transpose()?;
            Ok([replies, bot.flatten()])
        };
        Ok(both().inspect_err(|blocked: &Blocked| self.rest(event, account, blocked.until)))
    }
}

/// An attempt that others wait for, to see what becomes of it.
struct Probe<'a> {
    work: &'a Work,
    /// Whose breaker let it through.
    circuit: Circuit,
    /// Until when the others wait.
    until: Timestamp,
}

impl Drop for Probe<'_> {
    fn drop(&mut self) {
        self.work.breakers.tried(&self.circuit, self.until, self.work.services.clock.now());
    }
}

/// Whether the store alone was in the way, and for now.
fn is_of_busy_store(error: &OpsError) -> bool {
    matches!(error, OpsError::Store(error) if error.is_passing())
}

/// Whether a refusal is one that time heals.
fn may_pass(error: &OpsError) -> bool {
    match error {
        OpsError::Store(StoreError::RateLimited { .. }) => true,
        OpsError::Account { source, .. } => send::says_nothing_of_the_message(source),
        _ => false,
    }
}
