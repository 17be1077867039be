//! A dispatcher without a bot, beside those of other processes that have one.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use igbot::bot::{Bot, Handler};
use igbot::clock::{Clock, ShiftedClock, SystemClock};
use igbot::domain::event::EventState;
use igbot::graph::{Endpoints, Graph};
use igbot::ops::Services;
use igbot::ops::dispatch::{DispatchPolicy, Dispatcher};
use igbot::ops::notice::Watcher;
use igbot::random::SystemRandom;
use jiff::SignedDuration;
use tokio::sync::{Notify, watch};
use tokio::time::sleep;
use url::Url;

use super::{event, happens, text};
use crate::store::fresh;
use crate::store_schemas::link;

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_jumps_ends_nothing_for_want_of_a_bot_that_is_there() {
    let (_dir, _, store) = fresh();
    link(&store, 1).await;
    let clock = Arc::new(ShiftedClock::new(Arc::new(SystemClock)));
    let nowhere = Url::parse("http://127.0.0.1:9").unwrap();
    let [authorize, api, graph, meta_graph] = [(); 4].map(|()| nowhere.clone());
    let endpoints = Endpoints { authorize, api, graph, meta_graph, version: "v25.0".to_owned() };
    let services = Services {
        store: store.clone(),
        graph: Graph::new(endpoints, None).unwrap(),
        clock: Arc::<ShiftedClock>::clone(&clock),
        random: Arc::new(SystemRandom),
    };
    let policy = DispatchPolicy {
        bot: Bot::of(Handler::None),
        bots: BTreeMap::new(),
        concurrency: 4,
        max_attempts: 5,
        mark_seen: false,
        typing: false,
    };
    let (bell, watcher) = (Arc::new(Notify::new()), Watcher::default());
    let dispatcher = Dispatcher::new(services, policy, bell, watcher, Arc::default());
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
