//! Random work on the inbox beside a model that is too simple to be wrong.

use std::collections::BTreeMap;

use igbot::store::Store;
use igbot::store::claim::Claimable;
use igbot::store::events::{Moved, Replay};
use igbot::store::settle::Settled;
use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;

use super::{event, happens_and_comes, later, text, turns_are_right};
use crate::chaos::Chance;
use crate::store::{LEASE, fresh, now};
use crate::store_schemas::link;

const PEOPLE: [&str; 4] = ["a", "b", "c", "d"];
const OWNERS: [&str; 2] = ["one", "two"];
const STEPS: u32 = 250;

/// What is known of an event.
#[derive(Debug, Clone)]
struct Known {
    person: &'static str,
    at: Timestamp,
    state: &'static str,
    retry_at: Timestamp,
    owner: &'static str,
    lease_until: Timestamp,
    claims: u32,
}

#[derive(Default)]
struct Model(BTreeMap<i64, Known>);

impl Model {
    /// The earliest waiting event of each conversation in which nothing runs, if it may go.
    fn claimable(&self, now: Timestamp) -> Vec<i64> {
        let of = |person, state| {
            self.0.iter().filter(move |(_, it)| it.person == person && it.state == state)
        };
        PEOPLE
            .iter()
            .filter(|person| of(**person, "running").next().is_none())
            .filter_map(|person| of(*person, "pending").min_by_key(|(id, it)| (it.at, **id)))
            .filter(|(_, it)| it.retry_at <= now)
            .map(|(id, _)| *id)
            .collect()
    }

    fn claimed(&mut self, claimed: &[i64], limit: u32, owner: &'static str, now: Timestamp) {
        let claimable = self.claimable(now);
        assert!(claimed.iter().all(|id| claimable.contains(id)), "{claimed:?} of {claimable:?}");
        assert_eq!(claimed.len(), claimable.len().min(limit as usize), "of {claimable:?}");
        for id in claimed {
            let it = self.0.get_mut(id).unwrap();
            (it.state, it.owner, it.lease_until) = ("running", owner, now + LEASE);
            it.claims += 1;
        }
    }

    fn any(&self, chance: &mut Chance, states: &[&str]) -> Option<i64> {
        let ids: Vec<_> =
            self.0.iter().filter(|it| states.contains(&it.1.state)).map(|it| *it.0).collect();
        (!ids.is_empty()).then(|| ids[chance.below(ids.len() as u64) as usize])
    }
}

async fn step(store: &Store, model: &mut Model, chance: &mut Chance, now: Timestamp, number: u32) {
    match chance.below(10) {
        0..=3 => {
            let person = PEOPLE[chance.below(4) as usize];
            // Few times, so that some are the same, and in no order.
            let at = later(chance.below(20) as i64);
            let mid = format!("m{number}");
            let id = happens_and_comes(store, person, at, now, text(&mid)).await.unwrap();
            let known = Known {
                person,
                at,
                state: "pending",
                retry_at: Timestamp::UNIX_EPOCH,
                owner: "",
                lease_until: Timestamp::UNIX_EPOCH,
                claims: 0,
            };
            assert!(model.0.insert(id, known).is_none(), "a row number is given once");
        }
        4 | 5 => {
            let (owner, limit) = (OWNERS[chance.below(2) as usize], 1 + chance.below(3) as u32);
            let claimed = store.claim(owner, now, LEASE, Claimable::ALL, limit).await.unwrap();
            assert!(claimed.passed_over.is_empty());
            let ids: Vec<_> = claimed.events.iter().map(|event| event.id).collect();
            model.claimed(&ids, limit, owner, now);
        }
        6 | 7 => {
            let Some(id) = model.any(chance, &["running"]) else { return };
            let reason = || "the model says so".to_owned();
            let at = now + SignedDuration::from_secs(chance.below(30) as i64);
            let (settled, state) = match chance.below(6) {
                0 => (Settled::Ignored { reason: "the model says so" }, "ignored"),
                1 => (Settled::Failed { reason: reason() }, "failed"),
                2 => (Settled::Unknown { reason: reason() }, "unknown"),
                3 | 4 => (Settled::Retry { at, reason: reason() }, "pending"),
                _ => (Settled::Done, "done"),
            };
            let it = model.0.get_mut(&id).unwrap();
            let owner = OWNERS[chance.below(2) as usize];
            store.settle(id, owner, settled).await.unwrap();
            if owner == it.owner {
                it.state = state;
                it.retry_at = if state == "pending" { at } else { Timestamp::UNIX_EPOCH };
            }
        }
        8 => {
            let recovered = store.recover(now).await.unwrap();
            let lost = |it: &&mut Known| it.state == "running" && it.lease_until < now;
            let lost: Vec<_> = model.0.values_mut().filter(lost).collect();
            assert_eq!((recovered.requeued, recovered.unknown), (lost.len(), 0));
            lost.into_iter().for_each(|it| it.state = "pending");
        }
        _ => {
            let states = ["pending", "running", "done", "ignored", "failed", "unknown"];
            let Some(id) = model.any(chance, &states) else { return };
            let it = model.0.get_mut(&id).unwrap();
            let open = matches!(it.state, "pending" | "running");
            if chance.below(2) == 0 {
                let moved = store.replay(vec![id], Replay::Unanswered).await.unwrap();
                assert_eq!(moved, [(id, if open { Moved::Open } else { Moved::Queued })]);
                if !open {
                    (it.state, it.retry_at) = ("pending", Timestamp::UNIX_EPOCH);
                }
            } else if matches!(it.state, "pending" | "failed" | "unknown") {
                let moved = store.drop_events(vec![id]).await.unwrap();
                assert_eq!(moved, [(id, Moved::Dropped)]);
                it.state = "ignored";
            }
        }
    }
}

#[tokio::test]
async fn whatever_happens_each_conversation_is_handed_out_in_order_and_nothing_is_lost() {
    for seed in [1, 2, 3, 4] {
        let (_dir, path, store) = fresh();
        link(&store, 1).await;
        let raw = Connection::open(&path).unwrap();
        let (mut chance, mut model) = (Chance(seed), Model::default());
        let mut time = now();
        for number in 0..STEPS {
            time += SignedDuration::from_secs(chance.below(6) as i64);
            step(&store, &mut model, &mut chance, time, number).await;
            turns_are_right(&raw);
        }
        // All that is left is handed out in the end.
        time += LEASE * 4;
        store.recover(time).await.unwrap();
        model.0.values_mut().filter(|it| it.state == "running").for_each(|it| it.state = "pending");
        loop {
            let claimed = store.claim("one", time, LEASE, Claimable::ALL, 3).await.unwrap().events;
            let ids: Vec<_> = claimed.iter().map(|event| event.id).collect();
            model.claimed(&ids, 3, "one", time);
            if claimed.is_empty() {
                break;
            }
            for event in claimed {
                store.settle(event.id, "one", Settled::Done).await.unwrap();
                model.0.get_mut(&event.id).unwrap().state = "done";
            }
        }
        turns_are_right(&raw);
        assert_eq!(store.next_due().await.unwrap(), None);
        for (id, known) in &model.0 {
            assert_eq!(event(&store, *id).await.state.as_str(), known.state, "{known:?}");
        }
        assert!(model.0.values().any(|it| it.claims > 1), "some were tried again");
    }
}
