//! An Instagram that knows only tokens and messages, and breaks in every way seen (reference 3, 9).
//!
//! It serves `refresh_access_token`, `/me` and `/me/messages` for any number of accounts, fast enough
//! to measure a client against it, does to each account what its [`Fault`] says, and notes every call
//! about a token and every message.
#![allow(dead_code, unused_imports, reason = "tests and benchmarks use different parts of it")]

mod answers;
mod http;
mod state;

use std::collections::BTreeMap;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, SystemTime};

use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use state::State;
pub use state::{Call, Message, Outcome};

/// A token must be this old before it is refreshed (reference 3).
pub const A_DAY: Duration = Duration::from_secs(24 * 3600);

/// What a refreshed token lives, less a few seconds that differ from call to call.
pub const LIFETIME: Duration = Duration::from_secs(60 * 24 * 3600);

/// How every token begins. Long enough not to stand in a store's ciphertexts by chance, which four
/// letters do as soon as there are some thousands of accounts.
pub const TOKEN_PREFIX: &str = "IGAAfakeOne";

/// What the fake does to every account.
#[derive(Debug, Clone)]
pub struct Rules {
    /// Younger tokens are refused.
    pub min_age: Duration,
    /// How long after a refresh the old string still works; for ever when absent.
    pub old_ends_after: Option<Duration>,
    pub renewal: Renewal,
    /// Time an answer takes.
    pub latency: Duration,
    /// After so many answers a connection is closed without a word.
    pub closes_after: Option<usize>,
    /// Answers carry `X-App-Usage`.
    pub usage_header: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            min_age: A_DAY,
            old_ends_after: None,
            renewal: Renewal::Changes,
            latency: Duration::ZERO,
            closes_after: None,
            usage_header: true,
        }
    }
}

/// Whether a refresh gives another string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewal {
    Changes,
    Stays,
    /// It changes at every second refresh of an account.
    Alternates,
}

/// What happens to the calls of one account.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    Ok,
    /// A success that gives the string that was sent.
    SameString,
    Http500Json(i64),
    Http503Html,
    RateLimit {
        status: u16,
        code: i64,
        retry_after: Option<u64>,
    },
    /// The connection is reset before anything is done.
    Reset,
    /// The token is refreshed, then the connection closes without an answer.
    ResetAfter,
    /// The token is refreshed, but the answer takes this long.
    Slow(Duration),
    /// The token is refreshed, and the answer ends in its middle.
    Truncated,
    WrongShape(Shape),
    Html200,
    /// The token is refreshed, and the answer comes a few bytes at a time, never slower than a second.
    Drip,
    /// An answer without an end.
    Flood,
    EmptyBody,
    /// 302 to a place that counts its visitors.
    Redirect,
    Dead(i64, Option<i64>),
    Error {
        status: u16,
        code: i64,
        subcode: Option<i64>,
    },
}

/// Answers with status 200 that are not the promised one. Those with an odd lifetime give a token
/// that really was refreshed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    EmptyObject,
    Array,
    EmptyToken,
    NumberToken,
    NoLifetime,
    TextLifetime,
    ZeroLifetime,
    NegativeLifetime,
    HugeLifetime,
    FloatLifetime,
}

impl Shape {
    pub const ALL: [Self; 10] = [
        Self::EmptyObject,
        Self::Array,
        Self::EmptyToken,
        Self::NumberToken,
        Self::NoLifetime,
        Self::TextLifetime,
        Self::ZeroLifetime,
        Self::NegativeLifetime,
        Self::HugeLifetime,
        Self::FloatLifetime,
    ];
}

/// A running fake; it takes no more connections once it is dropped.
pub struct Fake {
    pub addr: SocketAddr,
    shared: Arc<Shared>,
    accepting: JoinHandle<()>,
}

struct Shared {
    rules: Rules,
    state: Mutex<State>,
    connections: AtomicUsize,
    closed_by_fault: AtomicUsize,
    running: AtomicUsize,
    peak: AtomicUsize,
    elsewhere: AtomicUsize,
    strangers: AtomicUsize,
    flooded: AtomicUsize,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(|broken| broken.into_inner())
    }
}

impl Fake {
    pub async fn start(rules: Rules) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let addr = listener.local_addr()?;
        let shared = Arc::new(Shared {
            rules,
            state: Mutex::default(),
            connections: AtomicUsize::new(0),
            closed_by_fault: AtomicUsize::new(0),
            running: AtomicUsize::new(0),
            peak: AtomicUsize::new(0),
            elsewhere: AtomicUsize::new(0),
            strangers: AtomicUsize::new(0),
            flooded: AtomicUsize::new(0),
        });
        let accepting = tokio::spawn(http::accept(listener, Arc::clone(&shared)));
        Ok(Self { addr, shared, accepting })
    }

    /// Lets the platform know an account whose token was made `age` ago; gives the token.
    pub fn add(&self, id: &str, age: Duration) -> String {
        self.shared.state().add(id, SystemTime::now() - age)
    }

    /// Breaks an account's calls: the first `times` of those still to come, or all of them.
    pub fn breaks(&self, id: &str, fault: Fault, times: Option<u32>) {
        self.shared.state().breaks(id, fault, times);
    }

    /// Makes every token older.
    pub fn time_passes(&self, by: Duration) {
        self.shared.state().time_passes(by);
    }

    /// The calls about one account, in order.
    pub fn calls(&self, id: &str) -> Vec<Call> {
        self.shared.state().calls(id).to_vec()
    }

    /// Every call about any account.
    pub fn all_calls(&self) -> Vec<Call> {
        let mut calls = self.shared.state().all_calls();
        calls.sort_by_key(|call| call.at);
        calls
    }

    /// How many calls there were about any account.
    pub fn call_count(&self) -> usize {
        self.shared.state().call_count()
    }

    /// Every string the account ever had, whether its answer arrived or not.
    pub fn tokens_of(&self, id: &str) -> Vec<String> {
        self.shared.state().tokens_of(id)
    }

    /// The token of the last good answer that was written whole.
    pub fn last_good(&self, id: &str) -> Option<String> {
        self.shared.state().last_good(id)
    }

    /// Every message that was sent, in order.
    pub fn messages(&self) -> Vec<Message> {
        self.shared.state().messages.clone()
    }

    /// How many messages were sent.
    pub fn message_count(&self) -> usize {
        self.shared.state().messages.len()
    }

    /// How often each text was sent.
    pub fn texts(&self) -> BTreeMap<String, usize> {
        let mut texts = BTreeMap::new();
        for message in &self.shared.state().messages {
            *texts.entry(message.text.clone()).or_default() += 1;
        }
        texts
    }

    /// Whether the platform still takes the token as that account's.
    pub fn takes(&self, id: &str, token: &str) -> bool {
        self.shared.state().takes(id, token)
    }

    /// TCP connections accepted.
    pub fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }

    /// Connections that a fault closed.
    pub fn closed_by_fault(&self) -> usize {
        self.shared.closed_by_fault.load(Ordering::SeqCst)
    }

    /// Calls being answered now.
    pub fn running(&self) -> usize {
        self.shared.running.load(Ordering::SeqCst)
    }

    /// Waits until no call is being answered: then every answer that arrived is also noted.
    pub async fn settles(&self) {
        while self.running() > 0 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    /// Most calls at one time.
    pub fn peak(&self) -> usize {
        self.shared.peak.load(Ordering::SeqCst)
    }

    /// Visitors of the place that [`Fault::Redirect`] leads to.
    pub fn elsewhere(&self) -> usize {
        self.shared.elsewhere.load(Ordering::SeqCst)
    }

    /// Calls with a token of nobody, or of no sense.
    pub fn strangers(&self) -> usize {
        self.shared.strangers.load(Ordering::SeqCst)
    }

    /// Bytes that clients took of [`Fault::Flood`].
    pub fn flooded(&self) -> usize {
        self.shared.flooded.load(Ordering::SeqCst)
    }

    /// Refuses connections from now on.
    pub fn goes_away(&self) {
        self.accepting.abort();
    }
}

impl Drop for Fake {
    fn drop(&mut self) {
        self.goes_away();
    }
}
