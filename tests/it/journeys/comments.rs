//! Comments and other things that a bot is asked about where its owner wants it.

use igbot::sandbox::{BUSINESS_ACCOUNT as SHOP, DEFAULT_CUSTOMER as CUSTOMER};
use serde_json::{Value, json};

use super::world::World;

/// Writes what it is asked about, with its kind.
const BOT: [&str; 3] =
    ["python3", "-c", "import json,sys; e = json.load(sys.stdin); print(e['kind'], e['text'])"];

async fn comments(world: &World, text: &str) {
    let act = json!({ "act": "comment", "text": text });
    world.control(&format!("customers/{CUSTOMER}/acts"), act).await;
}

async fn events(world: &World, state: &str, count: usize) -> Vec<Value> {
    world.until(&["event", "list", "--state", state, "--json"], count).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comment_is_answered_privately_by_a_bot_that_asks_for_comments() {
    let world = World::linked().await;
    let serve = world.serve(&[&["--also", "comment", "--exec"][..], &BOT].concat()).await;
    comments(&world, "how much?").await;
    assert_eq!(world.replies(1).await, ["comment how much?"]);
    let done = events(&world, "done", 1).await;
    assert_eq!((&done[0]["kind"], &done[0]["sender_id"]), (&json!("comment"), &json!(CUSTOMER)));
    let history = world.run(&["message", "list", "--json"]).await.ok().json();
    assert_eq!(history[0]["conversation_id"], CUSTOMER, "whose comment it was: {history}");
    // In their conversation they are answered as ever.
    world.person.writes(SHOP, CUSTOMER, "thanks").await.unwrap();
    assert_eq!(world.replies(2).await[1], "message thanks");
    let delivered = events(&world, "done", 2).await;
    assert_eq!(delivered[1]["kind"], "message");
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_that_does_not_ask_for_comments_sees_none_until_they_are_replayed_to_one_that_does() {
    let world = World::linked().await;
    let serve = world.serve(&[&["--exec"][..], &BOT].concat()).await;
    comments(&world, "how much?").await;
    let ignored = events(&world, "ignored", 1).await;
    assert_eq!(ignored[0]["reason"], "its bot is not asked about this kind");
    serve.stop().await.ok();
    let config = format!(
        "[bots.shop]\nexec = {}\nalso = [\"comment\", \"referral\"]\n",
        serde_json::to_string(&BOT).unwrap()
    );
    std::fs::create_dir_all(world.path(".config/igbot")).unwrap();
    std::fs::write(world.path(".config/igbot/config.toml"), config).unwrap();
    world.run(&["account", "bot", SHOP, "shop"]).await.ok();
    let serve = world.serve(&[]).await;
    world.run(&["event", "replay", &ignored[0]["id"].to_string()]).await.ok();
    assert_eq!(world.replies(1).await, ["comment how much?"]);
    for act in [json!({ "act": "refer", "ref": "spring" }), json!({ "act": "see" })] {
        world.control(&format!("customers/{CUSTOMER}/acts"), act).await;
    }
    assert_eq!(world.replies(2).await[1], "referral None");
    serve.stop().await.ok();
    let read = world.run(&["event", "list", "--kind", "read", "--json"]).await.ok().json();
    assert_eq!(read[0]["reason"], "it is no message to a bot");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comment_takes_one_message_and_nothing_of_more_is_sent() {
    let world = World::linked().await;
    let two = ["python3", "-c", "print('{\"text\":\"a\"}\\n{\"text\":\"b\"}')"];
    let flags = ["--max-attempts", "1", "--also", "comment", "--exec"];
    let serve = world.serve(&[&flags[..], &two].concat()).await;
    comments(&world, "how much?").await;
    let failed = events(&world, "failed", 1).await;
    assert_eq!(failed[0]["reason"], "a comment takes one message, and the bot gave 2");
    assert_eq!(world.replies(0).await, [""; 0]);
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn refused_private_replies_hold_back_no_direct_message() {
    let world = World::linked().await;
    let serve = world.serve(&["--also", "comment", "--echo"]).await;
    let made = world.control("customers", json!({ "count": 3, "open": true })).await;
    let fault = json!({ "endpoint": "messages", "kind": "error", "code": 10, "count": 3 });
    world.control("faults", fault).await;
    for customer in made["ids"].as_array().unwrap() {
        let act = json!({ "act": "comment", "text": "how much?" });
        world.control(&format!("customers/{}/acts", customer.as_str().unwrap()), act).await;
    }
    world.until_faults_are_met().await;
    world.person.writes(SHOP, CUSTOMER, "hello").await.unwrap();
    assert_eq!(world.replies(1).await, ["hello"]);
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_bot_cannot_be_asked_about_is_refused_with_what_it_can() {
    let world = World::linked().await;
    let refused = world.run(&["serve", "--echo", "--also", "read"]).await;
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("comment, live_comment, referral"), "{refused:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn comments_over_the_limit_wait_in_their_order_and_hold_up_nobody_else() {
    let world = World::linked().await;
    world.run(&["webhook", "subscribe", "live_comments"]).await.ok();
    let serve = world.serve(&["--also", "comment,live_comment", "--echo"]).await;
    for number in 0..60 {
        comments(&world, &format!("c{number}")).await;
        // Comments have no time of their own: of two on their way either may be stored first.
        world.until(&["event", "list", "--kind", "comment", "--all", "--json"], number + 1).await;
    }
    let first: Vec<_> = (0..50).map(|number| format!("c{number}")).collect();
    let mut answered = world.replies(50).await;
    answered.truncate(50);
    answered.sort_by_key(|text| text[1..].parse::<u32>().unwrap());
    assert_eq!(answered, first, "the limit takes fifty at once");
    let live = json!({ "act": "comment", "text": "live", "live": true });
    world.control(&format!("customers/{CUSTOMER}/acts"), live).await;
    world.person.writes(SHOP, CUSTOMER, "a message").await.unwrap();
    let done = world.until(&["event", "list", "--state", "done", "--kind", "message", "--json"], 1);
    assert_eq!(done.await[0]["text"], "a message");
    let live = ["event", "list", "--state", "done", "--kind", "live_comment", "--json"];
    world.until(&live, 1).await;
    let doctor = world.run(&["doctor", "--json"]).await.json();
    let backlog = doctor.as_array().unwrap().iter().find(|it| it["id"] == "leases").unwrap();
    assert_eq!(backlog["status"], "ok", "{backlog}");
    let waiting = world.run(&["event", "list", "--state", "pending", "--json"]).await.ok().json();
    let waiting = waiting.as_array().unwrap();
    assert!(!waiting.is_empty() && waiting.iter().all(|it| it["attempts"] == 0), "{waiting:?}");
    serve.stop().await.ok();
}
