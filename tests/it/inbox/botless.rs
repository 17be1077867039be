//! A dispatcher whose bot is not there, or has no room.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use igbot::bot::exec::Program;
use igbot::bot::{Bot, Handler};
use igbot::clock::{Clock, SharedClock, ShiftedClock, SystemClock};
use igbot::domain::event::EventState;
use igbot::graph::{Endpoints, Graph};
use igbot::ops::Services;
use igbot::ops::dispatch::{DispatchPolicy, Dispatcher};
use igbot::ops::notice::Watcher;
use igbot::random::SystemRandom;
use igbot::store::Store;
use igbot::store::events::EventFilter;
use jiff::SignedDuration;
use rusqlite::Connection;
use tokio::sync::{Notify, watch};
use tokio::time::sleep;
use url::Url;

use super::{event, happens, text};
use crate::store::fresh;
use crate::store_schemas::link;

/// A dispatcher with four places, for which Instagram is nowhere.
fn dispatcher(
    store: &Store,
    clock: SharedClock,
    bot: Bot,
    bots: BTreeMap<String, Bot>,
) -> Dispatcher {
    let nowhere = Url::parse("http://127.0.0.1:9").unwrap();
    let [authorize, api, graph, meta_graph] = [(); 4].map(|()| nowhere.clone());
    let endpoints = Endpoints { authorize, api, graph, meta_graph, version: "v25.0".to_owned() };
    let services = Services {
        store: store.clone(),
        graph: Graph::new(endpoints, None).unwrap(),
        clock,
        random: Arc::new(SystemRandom),
    };
    let policy = DispatchPolicy {
        bot,
        bots,
        concurrency: 4,
        max_attempts: 5,
        mark_seen: false,
        typing: false,
    };
    let (bell, watcher) = (Arc::new(Notify::new()), Watcher::default());
    Dispatcher::new(services, policy, bell, watcher, Arc::default())
}

#[tokio::test(flavor = "multi_thread")]
async fn events_of_a_bot_that_is_full_stay_in_the_queue_as_they_are() {
    let (_dir, path, store) = fresh();
    link(&store, 1).await;
    let raw = Connection::open(&path).unwrap();
    raw.execute("UPDATE account SET bot = 'slow'", []).unwrap();
    let slow = Handler::Exec(Program {
        program: "sleep".to_owned(),
        arguments: vec!["1000".to_owned()],
        passed: Vec::new(),
        limit: Duration::from_secs(1000),
    });
    let clock = Arc::new(SystemClock);
    for person in 0..9 {
        happens(&store, &format!("p{person}"), clock.now(), text(&format!("m{person}"))).await;
    }
    let bots = BTreeMap::from([("slow".to_owned(), Bot::of(slow))]);
    let echo = Bot::of(Handler::Echo { prefix: String::new() });
    let dispatcher = dispatcher(&store, clock, echo, bots);
    let (stop, stopped) = watch::channel(false);
    let ends = tokio::spawn(dispatcher.run(stopped, Duration::ZERO));
    let events = async |state| {
        let filter = EventFilter { state: Some(state), ..EventFilter::default() };
        store.events(filter).await.unwrap()
    };
    while events(EventState::Running).await.len() < 3 {
        sleep(Duration::from_millis(20)).await;
    }
    // For as long as it takes to look at the inbox again.
    sleep(Duration::from_millis(1500)).await;
    assert_eq!(events(EventState::Running).await.len(), 3, "it leaves a place to others");
    let waiting = events(EventState::Pending).await;
    let touched = waiting.iter().filter(|it| it.reason.is_some() || it.attempts > 0).count();
    assert_eq!((waiting.len(), touched), (6, 0), "they stay where they are");
    stop.send(true).unwrap();
    ends.await.unwrap();
    assert_eq!(events(EventState::Pending).await.len(), 9, "what was cut off waits again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_jumps_ends_nothing_for_want_of_a_bot_that_is_there() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let clock = Arc::new(ShiftedClock::new(Arc::new(SystemClock)));
    let dispatcher = dispatcher(&store, clock.clone(), Bot::of(Handler::None), BTreeMap::new());
    let (stop, stopped) = watch::channel(false);
    let ends = tokio::spawn(dispatcher.run(stopped, Duration::ZERO));
    store.note_bot(clock.now()).await.unwrap();
    let id = happens(&store, "ana", clock.now(), text("m")).await.unwrap();
    let waits = async |seconds| {
        sleep(Duration::from_secs(seconds)).await;
        event(&store, id).await.state == EventState::Pending
    };
    assert!(waits(7).await, "another process has a bot");
    clock.advance(SignedDuration::from_hours(3));
    // That one says so again with its next beat.
    assert!(waits(4).await, "it has had no time to say so since the jump");
    store.note_bot(clock.now()).await.unwrap();
    assert!(waits(8).await);
    stop.send(true).unwrap();
    ends.await.unwrap();
}
