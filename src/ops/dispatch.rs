//! From the inbox to the bot and back: one conversation in order, many side by side.

use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use std::time::Duration;

use futures_util::FutureExt as _;
use jiff::SignedDuration;
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until, timeout};

use super::meter::Meter;
use super::notice::{Handled, Notice, Watcher};
use super::send::{self, Order, WindowPolicy};
use super::{OpsError, Services, ask, fetch};
use crate::bot::{Action, Handler};
use crate::domain::account::Account;
use crate::domain::event::EventKind;
use crate::domain::id::IgScopedId;
use crate::domain::message::{Outcome, Recipient, SenderAction};
use crate::graph::GraphError;
use crate::graph::class::ErrorClass;
use crate::store::StoreError;
use crate::store::claim::{Claimable, PassedOver};
use crate::store::inbox::StoredEvent;
use crate::store::outgoing::Reply;
use crate::store::settle::Settled;

/// How long a claim holds without renewal: so long a crash delays what the dead process held.
const LEASE: SignedDuration = SignedDuration::from_secs(15);

/// How often leases are renewed and those of the dead are looked for.
const HEARTBEAT: Duration = Duration::from_secs(5);

/// Events listed by person after each such time at most, so that a crowd goes first.
const LISTED: u32 = 20_000;

/// How long "seen" or "typing" may keep an answer waiting.
const COURTESY: Duration = Duration::from_secs(2);

/// How long a reply waits for its turn at Instagram's limits before its event goes back in line.
const PATIENCE: Duration = Duration::from_secs(10);

/// Pause before another attempt to write down how an event ended.
const SETTLE_PAUSE: Duration = Duration::from_secs(1);

/// Events taken out of the queue in one transaction when there is no bot.
const PASSED_OVER: u32 = 512;

/// First pause before another attempt; it doubles with each.
const FIRST_PAUSE: SignedDuration = SignedDuration::from_secs(2);

/// Longest pause between attempts.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_mins(10);

/// How events are handled.
#[derive(Debug, Clone)]
pub struct DispatchPolicy {
    /// Handles the accounts that have no bot of their own.
    pub handler: Handler,
    /// The bots of the config file by name.
    pub bots: BTreeMap<String, Handler>,
    /// Conversations handled at the same time.
    pub concurrency: usize,
    /// Attempts before an event is given up.
    pub max_attempts: u32,
    /// Shows the person that the message was seen.
    pub mark_seen: bool,
    /// Shows the person that an answer is being written.
    pub typing: bool,
}

/// Takes events out of the inbox until it is told to stop.
pub struct Dispatcher {
    services: Services,
    policy: Arc<DispatchPolicy>,
    /// Rung when an event was stored that waits for a bot.
    bell: Arc<Notify>,
    watcher: Watcher,
    meter: Arc<Meter>,
    owner: String,
}

impl Dispatcher {
    /// Makes a dispatcher. `bell` wakes it when an event was stored; `watcher` is told what became
    /// of each; `meter` counts them all.
    pub fn new(
        services: Services,
        policy: DispatchPolicy,
        bell: Arc<Notify>,
        watcher: Watcher,
        meter: Arc<Meter>,
    ) -> Self {
        let owner = services.random.token();
        Self { services, policy: Arc::new(policy), bell, watcher, meter, owner }
    }

    /// Works until `stop` says so, then lets what runs end within `drain`.
    ///
    /// What does not end in time stays claimed and is taken up again after its lease.
    pub async fn run(self, mut stop: watch::Receiver<bool>, drain: Duration) {
        if let Err(error) = self.services.store.mend_turns().await {
            tracing::warn!(%error, "could not look whether every conversation has its turn");
        }
        let mut running = JoinSet::new();
        let mut heartbeat = tokio::time::interval(HEARTBEAT);
        // Its first moment: others must know of a bot before they look.
        heartbeat.tick().await;
        self.beat().await;
        let started = Instant::now();
        loop {
            self.meter.beat();
            // Listening begins before looking, so that no ring in between is missed.
            let rung = self.bell.notified();
            let next_look = match self.fill(&mut running, started).await {
                Ok(next_look) => next_look,
                Err(error) => {
                    tracing::warn!(%error, "the dispatcher cannot read the inbox");
                    Instant::now() + HEARTBEAT
                }
            };
            tokio::select! {
                () = super::stopped(&mut stop) => break,
                _ = heartbeat.tick() => self.beat().await,
                Some(_) = running.join_next() => {}
                () = rung => {}
                () = sleep_until(next_look) => {}
            }
        }
        // What still runs keeps its claims until it ends; another process must not take it up.
        let drained = async {
            loop {
                tokio::select! {
                    ended = running.join_next() => if ended.is_none() { break },
                    _ = heartbeat.tick() => self.beat().await,
                }
            }
        };
        if tokio::time::timeout(drain, drained).await.is_err() {
            tracing::warn!("some handlers did not end in time; their events are taken up later");
        }
    }

    /// Claims as much as there is room for; tells when to look again at the latest.
    async fn fill(
        &self,
        running: &mut JoinSet<()>,
        started: Instant,
    ) -> Result<Instant, StoreError> {
        let Services { store, clock, .. } = &self.services;
        let claimable = match self.answers_all() {
            true => Claimable::All,
            false => Claimable::OwnBot,
        };
        // A process that has a bot for the others may just be started like this one.
        if !self.answers_all() && started.elapsed() >= HEARTBEAT {
            self.pass_over().await?;
        }
        while let Some(room @ 1..) = self.policy.concurrency.checked_sub(running.len()) {
            let room = u32::try_from(room).unwrap_or(u32::MAX);
            let claimed = store.claim(&self.owner, clock.now(), LEASE, claimable, room).await?;
            if claimed.events.is_empty() && claimed.passed_over.is_empty() {
                break;
            }
            self.tell(claimed.passed_over);
            for event in claimed.events {
                let work = Work {
                    services: self.services.clone(),
                    policy: Arc::clone(&self.policy),
                    watcher: self.watcher.clone(),
                    meter: Arc::clone(&self.meter),
                    owner: self.owner.clone(),
                };
                running.spawn(async move { work.handle(event).await });
            }
        }
        let wait = match store.next_due().await? {
            Some(due) => due.duration_since(clock.now()).max(SignedDuration::ZERO),
            None => SignedDuration::from_mins(1),
        };
        // An event that is due and was not claimed waits for room, not for the clock.
        let wait = if wait.is_zero() { HEARTBEAT } else { wait.unsigned_abs() };
        Ok(Instant::now() + wait)
    }

    /// Whether it has a bot for accounts that have none of their own.
    fn answers_all(&self) -> bool {
        self.policy.handler != Handler::None
    }

    /// Takes many events at once out of the queue when nobody has a bot for them.
    async fn pass_over(&self) -> Result<(), StoreError> {
        let Services { store, clock, .. } = &self.services;
        loop {
            let ignored = store.ignore_botless(clock.now(), PASSED_OVER).await?;
            let count = ignored.len();
            self.tell(ignored);
            if count < PASSED_OVER as usize {
                return Ok(());
            }
        }
    }

    /// Tells of events that left the queue without work.
    fn tell(&self, passed_over: Vec<PassedOver>) {
        for event in passed_over {
            let state = event.state.as_str();
            self.meter.handled(state, 0);
            self.watcher.tell(|| {
                Notice::Handled(Handled {
                    id: event.id,
                    account_id: event.account_id,
                    sender_id: event.sender_id,
                    state,
                    sent: 0,
                    reason: Some(event.reason),
                })
            });
        }
    }

    async fn beat(&self) {
        let Services { store, clock, .. } = &self.services;
        let now = clock.now();
        let recovered = async {
            store.renew_leases(&self.owner, now + LEASE).await?;
            if self.answers_all() {
                store.note_bot(now).await?;
            }
            store.recover(now).await
        };
        let recovered = recovered.await;
        let store = store.clone();
        // Beside the dispatcher: it may take a while, and nobody waits for it.
        tokio::spawn(async move {
            if let Err(error) = store.list_events(LISTED).await {
                tracing::warn!(%error, "could not list events by person");
            }
        });
        match recovered {
            Ok(found) if found.requeued + found.unknown > 0 => tracing::warn!(
                requeued = found.requeued,
                unknown = found.unknown,
                "took over events of a process that ended"
            ),
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "could not renew leases"),
        }
    }
}

/// The work on one event.
struct Work {
    services: Services,
    policy: Arc<DispatchPolicy>,
    watcher: Watcher,
    meter: Arc<Meter>,
    owner: String,
}

impl Work {
    async fn handle(&self, event: StoredEvent) {
        let mut sent = 0;
        // One event must never stop the dispatcher, whatever it holds.
        let answered = AssertUnwindSafe(self.answer(&event, &mut sent)).catch_unwind().await;
        let settled = match answered {
            Ok(Ok(settled)) => settled,
            // If a reply was begun the store turns this attempt into an unknown outcome.
            Ok(Err(error)) => self.retry(&event, error.to_string()),
            Err(_) => Settled::Failed { reason: "igbot itself failed on this event".to_owned() },
        };
        let (state, reason) = match &settled {
            Settled::Done => ("done", None),
            Settled::Ignored { reason } => ("ignored", Some((*reason).to_owned())),
            Settled::Retry { reason, .. } => ("pending", Some(reason.clone())),
            Settled::Failed { reason } => ("failed", Some(reason.clone())),
            Settled::Unknown { reason } => ("unknown", Some(reason.clone())),
            Settled::Fetched { .. } => ("fetched", None),
        };
        match &settled {
            Settled::Done => tracing::info!(event = event.id, sent, "answered"),
            Settled::Ignored { reason } => tracing::debug!(event = event.id, reason, "ignored"),
            Settled::Fetched { .. } => tracing::debug!(event = event.id, "its message was fetched"),
            Settled::Retry { at, .. } => tracing::warn!(
                event = event.id,
                attempt = event.attempts,
                of = self.policy.max_attempts,
                next = %at,
                reason,
                "an event was not handled"
            ),
            _ => tracing::warn!(event = event.id, state, reason, "an event was not handled"),
        }
        let comes_back = matches!(settled, Settled::Fetched { .. });
        self.settle(event.id, settled).await;
        if comes_back {
            return;
        }
        self.meter.handled(state, sent);
        self.watcher.tell(|| {
            Notice::Handled(Handled {
                id: event.id,
                account_id: event.account_id,
                sender_id: event.sender_id,
                state,
                sent,
                reason,
            })
        });
    }

    /// Ends the work on an event, however long the store takes no writes.
    ///
    /// Giving up would leave it claimed, and its conversation at rest, for as long as this process
    /// lives and renews its claims.
    async fn settle(&self, id: i64, settled: Settled) {
        let mut told = false;
        while let Err(error) = self.services.store.settle(id, &self.owner, settled.clone()).await {
            if !told {
                tracing::error!(event = id, %error, "could not settle an event; trying until it is taken");
                told = true;
            }
            sleep(SETTLE_PAUSE).await;
        }
    }

    async fn answer(&self, event: &StoredEvent, sent: &mut usize) -> Result<Settled, OpsError> {
        let Some(account) = self.services.store.account_by_id(&event.account_id).await? else {
            return Ok(Settled::Ignored { reason: "no linked account has this id" });
        };
        if !account.active {
            return Ok(Settled::Ignored { reason: "the account is switched off" });
        }
        let handler = match &account.bot {
            Some(name) => match self.policy.bots.get(name) {
                Some(handler) => handler,
                None => return Ok(self.retry(event, format!("no table [bots.{name}]"))),
            },
            None => &self.policy.handler,
        };
        if *handler == Handler::None {
            return Ok(Settled::Ignored { reason: "no bot" });
        }
        if let (EventKind::MessageEdit, None, Some(mid)) = (event.kind, &event.fetched, &event.mid)
        {
            return fetch::fetch(&self.services, &account, mid).await;
        }
        let person = event.sender_id.as_deref().map(str::parse::<IgScopedId>);
        let Some(Ok(person)) = person else {
            return Ok(Settled::Ignored { reason: "nobody to answer" });
        };
        // The person sees "seen" and "typing" while the bot is already at work.
        let (shown, decided) = tokio::join!(
            self.show_attention(&account, &person),
            ask::ask(handler, event, &account)
        );
        if shown && self.policy.typing {
            self.show(&account, &person, SenderAction::TypingOff).await;
        }
        match decided {
            Ok(actions) => self.carry_out(event, &account, &person, actions, sent).await,
            Err(reason) => Ok(self.retry(event, reason)),
        }
    }

    async fn carry_out(
        &self,
        event: &StoredEvent,
        account: &Account,
        person: &IgScopedId,
        actions: Vec<Action>,
        sent: &mut usize,
    ) -> Result<Settled, OpsError> {
        let recipient = Recipient::Person(person.clone());
        for Action::Send(message) in actions {
            let reply = Reply { event_id: event.id, owner: &self.owner };
            let order = Order {
                recipient: &recipient,
                message: &message,
                reply: Some(reply),
                dedupe_key: None,
                window: WindowPolicy::Off,
                patience: PATIENCE,
                stop: None,
            };
            let result = match send::send(&self.services, account, order).await {
                Err(OpsError::Store(StoreError::Withdrawn)) if *sent == 0 => {
                    return Ok(Settled::Ignored { reason: "the person has deleted it" });
                }
                Err(OpsError::Store(StoreError::Withdrawn)) => return Ok(Settled::Done),
                result => result?,
            };
            let reason = || result.report.reason.clone().unwrap_or_default();
            match result.report.outcome {
                Outcome::Sent => *sent += 1,
                Outcome::Unknown => return Ok(Settled::Unknown { reason: reason() }),
                Outcome::Refused
                    if *sent == 0
                        && let Some(at) = result.room_at() =>
                {
                    return Ok(Settled::Retry { at, reason: reason() });
                }
                // After the first message a new attempt would repeat it.
                Outcome::Refused if *sent == 0 && may_pass(result.error.as_ref()) => {
                    return Ok(self.retry(event, reason()));
                }
                Outcome::Refused | Outcome::Skipped => {
                    return Ok(Settled::Failed { reason: reason() });
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
        let Ok(token) = self.services.token(account).await else {
            return false;
        };
        let shown = self.services.graph.send_action(&token, person, action);
        match timeout(COURTESY, shown).await {
            Ok(Ok(_)) => true,
            // A courtesy: the answer itself will show whether something is wrong.
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

    /// Puts an event back for another attempt, or gives it up after the last.
    fn retry(&self, event: &StoredEvent, reason: String) -> Settled {
        if event.attempts >= self.policy.max_attempts {
            return Settled::Failed { reason };
        }
        let doubled = FIRST_PAUSE * 2_i32.saturating_pow(event.attempts.saturating_sub(1).min(20));
        let pause = doubled.min(LONGEST_PAUSE);
        // Up to a quarter more, so that what failed together does not return together.
        let [share, ..] = self.services.random.bytes16();
        let jitter = pause * i32::from(share) / (4 * 255);
        Settled::Retry { at: self.services.clock.now() + pause + jitter, reason }
    }
}

/// Whether a refusal is one that time heals.
fn may_pass(error: Option<&OpsError>) -> bool {
    match error {
        Some(OpsError::Account { source, .. }) => match source {
            GraphError::Unreachable { .. } => true,
            other => {
                matches!(other.class(), Some(ErrorClass::RateLimited | ErrorClass::Restricted))
            }
        },
        _ => false,
    }
}
