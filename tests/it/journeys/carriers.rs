//! One message, told of in several ways: the person hears one answer.

use igbot::sandbox::{BUSINESS_ACCOUNT as SHOP, DEFAULT_CUSTOMER as CUSTOMER};
use serde_json::{Value, json};

use super::world::{CANARY, World};

impl World {
    /// The customer writes, and Instagram tells of it by an edit with the number 0 alone.
    async fn writes_as_edit(&self, text: &str) -> String {
        let path = format!("customers/{CUSTOMER}/messages");
        let written = self.control(&path, json!({ "text": text, "as_edit": true })).await;
        written["mid"].as_str().unwrap().to_owned()
    }

    async fn acts(&self, act: Value) {
        self.control(&format!("customers/{CUSTOMER}/acts"), act).await;
    }

    /// Instagram tells of a message once more.
    async fn repeats(&self, mid: &str, as_edit: bool) {
        // At another time, which is counted in milliseconds.
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        self.acts(json!({ "act": "repeat", "mid": mid, "as_edit": as_edit })).await;
    }

    /// Where deliveries go.
    pub(super) async fn webhook(&self) -> String {
        let world = self.person.see("sandbox/world").await.unwrap();
        world["callback_url"].as_str().unwrap().to_owned()
    }

    /// Waits until so many events are of a state, and no more.
    async fn settled(&self, state: &str, count: usize) -> Vec<Value> {
        let rows = self.until(&["event", "list", "--state", state, "--json"], count).await;
        assert_eq!(rows.len(), count, "{rows:#?}");
        rows
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_comes_only_as_an_edit_is_fetched_and_answered() {
    let world = World::linked().await;
    let serve = world.serve(&["--echo"]).await;
    world.writes_as_edit(CANARY).await;
    let replies = world.replies(1).await;
    assert!(replies[0].contains(CANARY), "{replies:?}");
    let done = world.settled("done", 1).await;
    assert_eq!(
        (&done[0]["kind"], &done[0]["sender_id"]),
        (&"message_edit".into(), &CUSTOMER.into())
    );
    assert_eq!((&done[0]["text"], &done[0]["attempts"]), (&CANARY.into(), &1.into()));
    let told = world.run(&["message", "list", "--json"]).await.ok().json();
    assert_eq!((&told[0]["kind"], &told[0]["text"]), (&"message".into(), &CANARY.into()));
    assert_eq!(told.as_array().unwrap().len(), 2, "{told:#}");
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_sees_a_fetched_message_as_any_other() {
    let world = World::linked().await;
    let bot = world.path("bot.py");
    let script = "import json, sys\ne = json.load(sys.stdin)\n\
                  print(e['kind'], e['sender_id'], e['text'], e['attachments'][0]['type'])";
    std::fs::write(&bot, script).unwrap();
    let serve = world.serve(&["--exec", "python3", bot.to_str().unwrap()]).await;
    let image = json!([{ "type": "image", "payload": { "url": "https://example.com/i.jpg" } }]);
    let writing = json!({ "text": "hello", "attachments": image.clone(), "as_edit": true });
    world.control(&format!("customers/{CUSTOMER}/messages"), writing).await;
    assert_eq!(world.replies(1).await, [format!("message {CUSTOMER} hello image")]);
    let picture = json!({ "attachments": image });
    world.control(&format!("customers/{CUSTOMER}/messages"), picture).await;
    world.replies(2).await;
    let listed = world.run(&["message", "list"]).await.ok().stdout;
    assert_eq!(listed.matches("hello [image]").count(), 1, "{listed}");
    assert_eq!(listed.matches("[image]").count(), 2, "a picture without a word is seen: {listed}");
    let events = world.run(&["event", "list", "--json"]).await.ok().json();
    assert_eq!(events[0]["attachments"], json!(["image"]));
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_and_its_message_are_answered_once_whichever_comes_first() {
    let world = World::linked().await;
    let serve = world.serve(&["--echo"]).await;
    let message = world.person.writes(SHOP, CUSTOMER, "the message first").await.unwrap();
    world.replies(1).await;
    world.repeats(&message, true).await;
    world.settled("ignored", 2).await;
    let edit = world.writes_as_edit("the edit first").await;
    world.replies(2).await;
    world.repeats(&edit, false).await;
    world.settled("ignored", 4).await;
    let all = world.until(&["event", "list", "--json"], 6).await;
    let duplicates: Vec<_> =
        all.iter().filter_map(|it| it["duplicate_of"].as_i64().zip(it["id"].as_i64())).collect();
    assert_eq!(duplicates.len(), 2, "{all:#?}");
    assert_eq!(world.replies(2).await.len(), 2);
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn ways_that_come_all_at_once_lead_to_one_answer() {
    let world = World::linked().await;
    // A bot of some slowness, so that they meet.
    let bot = world.path("bot.sh");
    std::fs::write(&bot, "sleep 0.2; echo answered").unwrap();
    let serve = world.serve(&["--exec", "sh", bot.to_str().unwrap()]).await;
    for round in 1..=4 {
        let mid = match round % 2 {
            0 => world.writes_as_edit(CANARY).await,
            _ => world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap(),
        };
        world.repeats(&mid, true).await;
        world.repeats(&mid, false).await;
        world.repeats(&mid, true).await;
        world.settled("done", round).await;
        // Three duplicates and the echo of the answer.
        world.settled("ignored", round * 4).await;
        assert_eq!(world.replies(round).await.len(), round);
    }
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fetch_that_fails_is_tried_again_and_a_message_that_is_gone_is_let_go() {
    let world = World::linked().await;
    let serve = world.serve(&["--echo"]).await;
    world.control("faults", json!({ "endpoint": "other", "kind": "http_500" })).await;
    world.writes_as_edit("after a failure").await;
    let replies = world.replies(1).await;
    assert!(replies[0].contains("after a failure"), "{replies:?}");
    let mid = world.settled("done", 1).await[0]["mid"].as_str().unwrap().to_owned();
    world.run(&["trigger", "edit-new", "--to", &world.webhook().await]).await.ok();
    let ended = world.settled("ignored", 2).await;
    let reason = "Instagram does not have the message any more";
    assert!(ended.iter().any(|it| it["reason"] == reason), "{ended:#?}");
    // A repeat after the person has taken it back is not even asked about.
    world.acts(json!({ "act": "delete", "mid": mid })).await;
    world.settled("ignored", 3).await;
    world.repeats(&mid, true).await;
    let ended = world.settled("ignored", 4).await;
    assert_eq!(ended[3]["reason"], "the person has deleted it");
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn other_apps_threads_and_notes_to_oneself_are_not_answered() {
    let world = World::linked().await;
    let serve = world.serve(&["--echo"]).await;
    let webhook = world.webhook().await;
    for kind in ["standby", "pass-thread", "take-thread", "request-thread", "self", "edit"] {
        world.run(&["trigger", kind, "--to", &webhook]).await.ok();
    }
    world.settled("ignored", 6).await;
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    world.settled("done", 1).await;
    assert_eq!(world.replies(1).await.len(), 1);
    // The echo of the answer is a seventh.
    world.settled("ignored", 7).await;
    let ignored = world.run(&["event", "list", "--state", "ignored", "--json"]).await.ok().json();
    let reasons: Vec<_> = ignored.as_array().unwrap().iter().map(|it| &it["reason"]).collect();
    let (another, own) = ("another app has the conversation", "the account wrote it itself");
    let none = "it is no message to a bot";
    assert_eq!(reasons, [another, none, none, none, own, none, own]);
    serve.stop().await.ok();
}
