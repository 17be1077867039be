//! What an event costs in a store that holds five million, against one that holds none: its whole way
//! from the delivery to the end of its handling, the two parts of that, seeing that it is a repeat, and
//! taking it back.
//!
//! Both stores lie side by side and are measured in turns; the ratio of one run says more than the
//! numbers of any machine. `BENCH_EVENTS=N` stores another number. The large store takes about 1 KiB
//! of disk for each event.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark has nobody to recover for"
)]

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use igbot::domain::account::Account;
use igbot::domain::event::Event;
use igbot::domain::token::{LongLivedToken, TokenLife};
use igbot::store::accounts::LinkedAccount;
use igbot::store::claim::Claimable;
use igbot::store::settle::Settled;
use igbot::store::{Store, StoreKeys};
use igbot::webhook::payload;
use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use secrecy::SecretString;
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

const KEY: &str = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";
const STORED: u64 = 5_000_000;
const ROUNDS: u64 = 7;

/// Events of one measurement.
const SAMPLE: u64 = 8_000;

/// Deliveries under way at the same time.
const CONNECTIONS: u64 = 64;

/// People who write, and how many of them are answered side by side.
const PEOPLE: u64 = 500;
const CONCURRENCY: u32 = 32;

/// The account that has a bot, and one that nobody here has.
const LINKED: &str = "17841499990000001";
const STRANGE: &str = "17841499990000009";

/// Milliseconds between two messages: five million take three days.
const APART: u64 = 50;

/// One side of the comparison.
struct Side {
    store: Store,
    /// How many messages were made up for it.
    made: u64,
    /// When the first of them was written, in milliseconds since 1970: those of the rounds come within
    /// the hour, as deliveries do.
    origin: u64,
}

/// When the first of so many messages was written, the rounds behind them up to now.
fn origin(made: u64) -> u64 {
    let now = u64::try_from(Timestamp::now().as_millisecond()).unwrap();
    now - (made + ROUNDS * SAMPLE) * APART
}

fn main() {
    // `cargo test --benches` runs it too, and then only wants to see it work.
    let testing = !std::env::args().any(|it| it == "--bench");
    let stored = std::env::var("BENCH_EVENTS").map_or(STORED, |it| it.parse().unwrap());
    let (stored, rounds) = if testing { (2_000, 1) } else { (stored, ROUNDS) };
    let home = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let runtime = Runtime::new().unwrap();
    runtime.block_on(async {
        let began = Instant::now();
        let path = home.path().join("large.db");
        fill(&path, stored).await;
        println!("{stored} events stored in {:.0} s", began.elapsed().as_secs_f64());
        let mut large = Side::open(&path, stored).await;
        let mut ratios: [Vec<f64>; 5] = Default::default();
        println!("microseconds an event, in an empty store and in the large one");
        for round in 1..=rounds {
            let empty = home.path().join(format!("empty-{round}.db"));
            let mut empty = Side::open(&empty, 0).await;
            let (new, old) = (empty.take_in().await, large.take_in().await);
            let (new_again, old_again) = (empty.repeat().await, large.repeat().await);
            let (new_turn, old_turn) = (empty.hand_out().await, large.hand_out().await);
            let (new_back, old_back) = (empty.take_back().await, large.take_back().await);
            println!(
                "round {round}: new {new:>5.1} {old:>5.1}   repeated {new_again:>5.1} {old_again:>5.1}   \
                 claimed and settled {new_turn:>5.1} {old_turn:>5.1}   taken back {new_back:>5.1} {old_back:>5.1}"
            );
            ratios[0].push((old + old_turn) / (new + new_turn));
            ratios[1].push(old / new);
            ratios[2].push(old_turn / new_turn);
            ratios[3].push(old_again / new_again);
            ratios[4].push(old_back / new_back);
        }
        let names = ["the whole way", "new", "claimed and settled", "repeated", "taken back"];
        for (name, mut ratios) in names.into_iter().zip(ratios) {
            ratios.sort_by(f64::total_cmp);
            println!("median ratio, {name}: {:.2}", ratios[ratios.len() / 2]);
        }
    });
}

/// Stores events that wait for nobody, each of which speaks for a message as if it were answered.
async fn fill(path: &Path, count: u64) {
    const DELIVERY: u64 = 500;
    let (store, origin) = (open(path), origin(count));
    for first in (0..count).step_by((DELIVERY * 4) as usize) {
        let mut deliveries = JoinSet::new();
        for first in (first..count.min(first + DELIVERY * 4)).step_by(DELIVERY as usize) {
            let store = store.clone();
            deliveries.spawn(async move {
                let last = count.min(first + DELIVERY);
                let events =
                    (first..last).flat_map(|it| message(STRANGE, it, time(origin, it))).collect();
                store.receive(events, Timestamp::now()).await.unwrap();
            });
        }
        deliveries.join_all().await;
    }
    drop(store);
    let connection = Connection::open(path).unwrap();
    let sql = "INSERT INTO answered (event_id, message) \
               SELECT id, CAST(unhex(printf('%08x', at / 5400000)) || randomblob(16) AS BLOB) \
               FROM event";
    connection.execute(sql, []).unwrap();
}

fn open(path: &Path) -> Store {
    let keys = StoreKeys::parse(&SecretString::from(KEY)).unwrap();
    Store::open(path, keys, Duration::from_secs(60)).unwrap()
}

impl Side {
    async fn open(path: &Path, made: u64) -> Self {
        let store = open(path);
        let now = Timestamp::now();
        let account = Account {
            account_id: LINKED.parse().unwrap(),
            app_scoped_id: "27841499990000001".parse().unwrap(),
            alias: "shop".parse().unwrap(),
            username: "shop".to_owned(),
            account_type: None,
            bot: None,
            active: true,
            permissions: Vec::new(),
            subscribed_fields: Vec::new(),
            life: TokenLife {
                issued_at: now,
                refreshed_at: now,
                expires_at: now + SignedDuration::from_hours(24),
            },
            login_needed_since: None,
        };
        let token = LongLivedToken(SecretString::from("IGAA-made-up"));
        store.link(LinkedAccount { account, token }).await.unwrap();
        Self { store, made, origin: origin(made) }
    }

    /// Microseconds for taking in an event.
    async fn take_in(&mut self) -> f64 {
        self.made += SAMPLE;
        self.deliver(|number, time| message(LINKED, number, time)).await
    }

    /// Microseconds for taking in an event that is there already.
    async fn repeat(&mut self) -> f64 {
        self.deliver(|number, time| message(LINKED, number, time)).await
    }

    /// Microseconds for taking in that a person has taken a message back.
    async fn take_back(&mut self) -> f64 {
        self.deliver(deletion).await
    }

    /// Delivers something of each of the last messages.
    async fn deliver(&self, of: impl Fn(u64, u64) -> Vec<Event>) -> f64 {
        let of = |number| of(number, time(self.origin, number));
        let events: Vec<_> = (self.made - SAMPLE..self.made).map(of).collect();
        let events = Arc::new(events);
        let began = Instant::now();
        let mut connections = JoinSet::new();
        for connection in 0..CONNECTIONS {
            let (store, events) = (self.store.clone(), Arc::clone(&events));
            connections.spawn(async move {
                for event in events.iter().skip(connection as usize).step_by(CONNECTIONS as usize) {
                    store.receive(event.clone(), Timestamp::now()).await.unwrap();
                }
            });
        }
        connections.join_all().await;
        began.elapsed().as_secs_f64() * 1e6 / SAMPLE as f64
    }

    /// Microseconds for claiming an event and settling it.
    async fn hand_out(&self) -> f64 {
        let (began, lease) = (Instant::now(), SignedDuration::from_secs(60));
        let mut handled = 0;
        loop {
            let claimed = self
                .store
                .claim("bench", Timestamp::now(), lease, Claimable::ALL, CONCURRENCY)
                .await
                .unwrap();
            if claimed.events.is_empty() {
                break;
            }
            let settled =
                claimed.events.iter().map(|it| self.store.settle(it.id, "bench", Settled::Done));
            handled += claimed.events.len();
            for settled in futures_util::future::join_all(settled).await {
                settled.unwrap();
            }
        }
        assert_eq!(handled as u64, SAMPLE);
        began.elapsed().as_secs_f64() * 1e6 / SAMPLE as f64
    }
}

fn time(origin: u64, number: u64) -> u64 {
    origin + number * APART
}

/// A text like those of Instagram.
fn message(account: &str, number: u64, time: u64) -> Vec<Event> {
    about(
        account,
        number,
        time,
        &format!(r#""text":"Hello, is the blue one still there in size {number}?""#),
    )
}

/// Its person takes it back.
fn deletion(number: u64, time: u64) -> Vec<Event> {
    about(LINKED, number, time, r#""is_deleted":true"#)
}

fn about(account: &str, number: u64, time: u64, what: &str) -> Vec<Event> {
    let person = 1_270_000_000_000_000 + number % PEOPLE;
    let body = format!(
        r#"{{"object":"instagram","entry":[{{"id":"{account}","time":{time},"messaging":[{{"sender":{{"id":"{person}"}},"recipient":{{"id":"{account}"}},"timestamp":{time},"message":{{"mid":"aWdfZAG1faXRlbToxOklHTWVzc2FnZAUlEOjE3ODQxNDAwMDAwMDAwMDAxOjM0MDI4MjM2Njg0MTcxMDMwMTI0NDI3NjAyMzY5{number:035}",{what}}}}}]}}]}}"#
    );
    payload::parse(body.as_bytes()).unwrap()
}
