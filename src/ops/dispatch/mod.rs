//! From the inbox to the bot and back: one conversation in order, many side by side.

mod breaker;
mod comments;
mod postpone;
mod shares;
mod work;

use std::collections::BTreeMap;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::sync::{Notify, watch};
use tokio::task::{AbortHandle, JoinSet};
use tokio::time::{Instant, Interval, sleep, sleep_until};

use super::meter::Meter;
use super::notice::{Handled, Notice, Watcher};
use super::{Services, stopped};
use crate::bot::{Bot, Handler};
use crate::clock::Moment;
use crate::domain::account::Account;
use crate::store::StoreError;
use crate::store::claim::{Claimable, PassedOver, Wanted};
use crate::store::inbox::StoredEvent;
use crate::store::settle::Recovered;
use breaker::Breakers;
use comments::Comments;
use shares::Shares;
use work::Work;

/// How long a claim holds without renewal: so long a crash delays what the dead process held.
const LEASE: SignedDuration = SignedDuration::from_secs(15);

/// How often leases are renewed and those of the dead are looked for.
const HEARTBEAT: Duration = Duration::from_secs(5);

/// By how much a clock may be put forward or back before leases are looked at with doubt.
const JUMP: SignedDuration = SignedDuration::from_secs(1);

/// How long a look at the inbox may still take after a stop.
const LAST_LOOK: Duration = Duration::from_millis(500);

/// How often the inbox is looked at for what another process took in: it rings no bell here.
const LOOK: Duration = Duration::from_secs(1);

/// Events listed by person after each such time at most, so that a crowd goes first.
const LISTED: u32 = 20_000;

/// Events taken out of the queue in one transaction when there is no bot.
const PASSED_OVER: u32 = 512;

/// How events are handled.
#[derive(Debug, Clone)]
pub struct DispatchPolicy {
    /// Answers for the accounts that have no bot of their own.
    pub bot: Bot,
    /// The bots of the config file by name.
    pub bots: BTreeMap<String, Bot>,
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
    breakers: Arc<Breakers>,
    shares: Shares,
    comments: Arc<Comments>,
    /// Said when half of the time for a stop is over.
    late: watch::Sender<bool>,
    /// Its claims are of owners that it numbers behind this name. One that it lost while it stood still
    /// must not come back to life with the next that it gets for the same event.
    name: String,
    claims: u64,
    /// Bots of accounts that other processes have, as of the last beat.
    elsewhere: Vec<String>,
    /// Its last look at the inbox, and since when these came one after the other by a steady clock.
    looked: Moment,
    steady_since: Instant,
    /// Puts new events into the index by person.
    listing: Option<AbortHandle>,
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
        let name = services.random.token();
        let shares = Shares::of(&policy);
        let comments = Arc::new(Comments::of(policy.concurrency, shares.most()));
        let (policy, breakers) = (Arc::new(policy), Arc::default());
        let looked = services.clock.moment();
        Self {
            services,
            policy,
            bell,
            watcher,
            meter,
            breakers,
            shares,
            comments,
            late: watch::Sender::new(false),
            name,
            claims: 0,
            elsewhere: Vec::new(),
            looked,
            steady_since: Instant::now(),
            listing: None,
        }
    }

    /// Works until `stop` says so, then lets what runs end within `drain`.
    ///
    /// What does not end in time is ended, and given back for whoever comes next.
    pub async fn run(mut self, mut stop: watch::Receiver<bool>, drain: Duration) {
        if let Err(error) = self.services.store.mend_turns().await {
            tracing::warn!(%error, "could not look whether every conversation has its turn");
        }
        let mut running = JoinSet::new();
        let mut heartbeat = tokio::time::interval(HEARTBEAT);
        // Its first moment: others must know of a bot before they look.
        heartbeat.tick().await;
        let mut seen = self.services.clock.moment();
        self.beat(&mut seen).await;
        (self.looked, self.steady_since) = (self.services.clock.moment(), Instant::now());
        let mut beats = false;
        let bell = Arc::clone(&self.bell);
        loop {
            self.meter.beat();
            // Listening begins before looking, so that no ring in between is missed.
            let rung = bell.notified();
            let look = async {
                if beats {
                    self.beat(&mut seen).await;
                }
                self.fill(&mut running).await
            };
            let next_look = tokio::select! {
                looked = look => looked,
                // A store that others hold keeps nobody from stopping.
                () = async { stopped(&mut stop).await; sleep(LAST_LOOK).await } => break,
            };
            let next_look = next_look.unwrap_or_else(|error| {
                tracing::warn!(%error, "the dispatcher cannot read the inbox");
                Instant::now() + HEARTBEAT
            });
            beats = false;
            tokio::select! {
                () = stopped(&mut stop) => break,
                _ = heartbeat.tick() => beats = true,
                Some(_) = running.join_next() => {}
                () = rung => {}
                () = sleep_until(next_look) => {}
            }
        }
        self.drain(&mut running, drain, &mut heartbeat, &mut seen).await;
        self.listing.iter().for_each(AbortHandle::abort);
        // Whoever comes next need not wait for the claims to run out, also those of a last look.
        let Services { store, clock, .. } = &self.services;
        let given_back = store.give_up_claims(&self.name, clock.now());
        if let Ok(Err(error)) = tokio::time::timeout(LAST_LOOK, given_back).await {
            tracing::warn!(%error, "could not give claimed events back");
        }
    }

    /// Lets what runs end within a time, and ends what does not.
    async fn drain(
        &mut self,
        running: &mut JoinSet<()>,
        limit: Duration,
        heartbeat: &mut Interval,
        seen: &mut Moment,
    ) {
        if !running.is_empty() {
            tracing::info!(events = running.len(), "stopping; some events are being handled");
        }
        // What still runs keeps its claims until it ends; another process must not take it up.
        let mut half = pin!(sleep(limit / 2));
        let drained = async {
            loop {
                tokio::select! {
                    ended = running.join_next() => if ended.is_none() { break },
                    () = &mut half, if !*self.late.borrow() => { self.late.send_replace(true); }
                    _ = heartbeat.tick() => self.beat(seen).await,
                }
            }
        };
        let drained = tokio::time::timeout(limit, drained).await.is_ok();
        if !drained {
            tracing::warn!(
                events = running.len(),
                "some events were not handled in time; of a message that was being sent nobody knows \
                 whether it arrives, the others are taken up later"
            );
            running.shutdown().await;
        }
    }

    /// Claims as much as there is room for; tells when to look again at the latest.
    async fn fill(&mut self, running: &mut JoinSet<()>) -> Result<Instant, StoreError> {
        let Services { store, clock, .. } = self.services.clone();
        let moment = clock.moment();
        let looked = std::mem::replace(&mut self.looked, moment);
        // After a jump, or after all have stood still, a process that has a bot has yet to say so again.
        if moment.jump_since(looked).abs() > JUMP || moment.passed_since(looked) > HEARTBEAT {
            self.steady_since = Instant::now() + HEARTBEAT;
        }
        // One that has a bot for the others may just be started like this one.
        if !self.answers_all() && Instant::now() >= self.steady_since + HEARTBEAT {
            self.pass_over(moment.time).await?;
        }
        // Those that have ended hold no place any more.
        while running.try_join_next().is_some() {}
        while let Some(room @ 1..) = self.policy.concurrency.checked_sub(running.len()) {
            // What each bot has room for that has some, so that whatever is found has a place.
            let room = self.shares.room().map_or(room, |share| share.min(room));
            self.claims += 1;
            let owner = format!("{}.{}", self.name, self.claims);
            let limit = u32::try_from(room).unwrap_or(u32::MAX);
            let claimed = store.claim(&owner, clock.now(), LEASE, self.wanted(), limit).await?;
            let found = claimed.events.len() + claimed.passed_over.len();
            self.tell(claimed.passed_over);
            for event in claimed.events {
                let account = claimed.accounts.get(&event.account_id).cloned();
                self.start(event, account, owner.clone(), running);
            }
            if found < room {
                break;
            }
        }
        self.next_look().await
    }

    /// Starts the work on an event.
    fn start(
        &self,
        event: StoredEvent,
        account: Option<Account>,
        owner: String,
        running: &mut JoinSet<()>,
    ) {
        // Taken here, so that the next claim knows of it.
        let share = account.as_ref().and_then(|it| self.shares.take(it.bot.as_deref()));
        let work = Work {
            services: self.services.clone(),
            policy: Arc::clone(&self.policy),
            watcher: self.watcher.clone(),
            meter: Arc::clone(&self.meter),
            breakers: Arc::clone(&self.breakers),
            share: share.filter(|_| event.left.is_none()),
            comments: Arc::clone(&self.comments),
            _comment_permit: self.comments.take(event.kind),
            late: self.late.subscribe(),
            owner,
        };
        running.spawn(async move { work.handle(event, account).await });
    }

    /// When to look at the inbox again at the latest.
    async fn next_look(&self) -> Result<Instant, StoreError> {
        let Services { store, clock, .. } = &self.services;
        let wait = match store.next_due().await? {
            Some(due) => due.duration_since(clock.now()).max(SignedDuration::ZERO).unsigned_abs(),
            None => LOOK,
        };
        // An event that is due and was not claimed waits for room, not for the clock.
        let wait = if wait.is_zero() { LOOK } else { wait.min(LOOK) };
        Ok(Instant::now() + wait)
    }

    /// Whether it has a bot for accounts that have none of their own.
    fn answers_all(&self) -> bool {
        self.policy.bot.handler != Handler::None
    }

    /// What it can handle now.
    fn wanted(&self) -> Wanted {
        Wanted {
            events: self.claimable(),
            comments: self.comments.room(),
            resting: self.comments.resting(self.services.clock.now()),
        }
    }

    /// The events that it can handle now: those of a bot that is full stay where they are, and in their order.
    fn claimable(&self) -> Claimable {
        let full: Vec<_> = self.shares.full().collect();
        if self.answers_all() && !full.contains(&None) {
            let full = full.into_iter().flatten().map(str::to_owned);
            return Claimable::AllBut(self.elsewhere.iter().cloned().chain(full).collect());
        }
        let named = self.policy.bots.keys().filter(|name| !full.contains(&Some(name)));
        Claimable::Of(named.cloned().collect())
    }

    /// Takes many events at once out of the queue when nobody has a bot for them.
    async fn pass_over(&self, now: Timestamp) -> Result<(), StoreError> {
        loop {
            let ignored = self.services.store.ignore_botless(now, PASSED_OVER).await?;
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
            let handled = Handled {
                id: event.id,
                account_id: event.account_id,
                sender_id: event.sender_id,
                state: event.state,
                sent: 0,
                reason: Some(event.reason),
            };
            announce(&self.meter, &self.watcher, handled);
        }
    }

    /// Renews the leases of its own work, and takes over what those had whose leases ran out. `seen` is the
    /// moment of the last beat.
    async fn beat(&mut self, seen: &mut Moment) {
        let Services { store, clock, .. } = self.services.clone();
        let moment = clock.moment();
        // By a clock that was just put forward the leases of the living look old, too, and by one that was put
        // back they look too long. They renew them before the next beat.
        let jump = moment.jump_since(std::mem::replace(seen, moment));
        let in_doubt = jump.abs() > JUMP;
        let now = moment.time;
        let recovered = async {
            if in_doubt && jump.is_negative() {
                store.put_back_clock(now, jump.abs()).await?;
            }
            store.renew_leases(&self.name, now + LEASE).await?;
            if self.answers_all() {
                store.note_bot(now).await?;
            }
            let bots: Vec<_> = self.policy.bots.keys().map(String::as_str).collect();
            let elsewhere = store.bots_but(&bots).await?;
            if !elsewhere.is_empty() && elsewhere != self.elsewhere {
                tracing::warn!(
                    bots = ?elsewhere,
                    "accounts have bots that this igbot serve was started without; \
                     their events wait for a process that has them"
                );
            }
            self.elsewhere = elsewhere;
            if in_doubt { Ok(Recovered::default()) } else { store.recover(now).await }
        };
        let recovered = recovered.await;
        // Beside the dispatcher: it may take a while, and nobody waits for it.
        if self.listing.as_ref().is_none_or(AbortHandle::is_finished) {
            let listing = tokio::spawn(async move {
                if let Err(error) = store.list_events(LISTED).await {
                    tracing::warn!(%error, "could not list events by person");
                }
            });
            self.listing = Some(listing.abort_handle());
        }
        match recovered {
            Ok(found) if found != Recovered::default() => tracing::warn!(
                requeued = found.requeued,
                done = found.done,
                unknown = found.unknown,
                "took over events of a process that ended"
            ),
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "could not renew leases"),
        }
    }
}

/// Counts an event that left the queue, and tells of it.
fn announce(meter: &Meter, watcher: &Watcher, handled: Handled) {
    meter.handled(handled.state);
    watcher.tell(|| Notice::Handled(handled));
}

/// A pause that begins with `first` and doubles from the first to the next of some `times`.
fn doubled(first: SignedDuration, times: u32, longest: SignedDuration) -> SignedDuration {
    (first * 2_i32.saturating_pow(times.saturating_sub(1).min(20))).min(longest)
}
