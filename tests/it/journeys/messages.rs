//! Receiving, answering, sending, and reading what happened.

use std::fs;

use igbot::sandbox::{BUSINESS_ACCOUNT as SHOP, DEFAULT_CUSTOMER as CUSTOMER};
use serde_json::json;

use super::world::{CANARY, World};

/// A bot in Python that answers with the words it got, and a second message as JSON.
const BOT: &str = r#"
import json, sys
event = json.load(sys.stdin)
assert event["kind"] == "message" and event["attempt"] == 1
assert event["raw"]["message"]["text"] == event["text"]
for text in ("You said: " + event["text"], "Anything else?"):
    print(json.dumps({"type": "text", "text": text}))
"#;

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_writes_and_the_bot_answers_in_order() {
    let world = World::linked().await;
    let bot = world.path("bot.py");
    fs::write(&bot, BOT).unwrap();
    let serve = world.serve(&["--exec", "python3", bot.to_str().unwrap()]).await;
    let words: Vec<_> = (1..=3).map(|n| format!("{CANARY} señor 👍🏼 {n}")).collect();
    for (text, count) in words.iter().zip(1..) {
        world.person.writes(SHOP, CUSTOMER, text).await.unwrap();
        // Deliveries race each other, so the next word waits for the answers to this one.
        world.replies(2 * count).await;
    }
    let replies = world.replies(6).await;
    for (pair, text) in replies.chunks(2).zip(&words) {
        assert_eq!(pair, [format!("You said: {text}"), "Anything else?".to_owned()]);
    }
    let ended = serve.stop().await.ok();
    assert!(ended.stdout.contains("\"event\":\"handled\""), "{ended:?}");

    let history = world.run(&["message", "list", "--all", "--json"]).await.ok().json();
    let history = history.as_array().unwrap();
    assert_eq!(history.len(), 9, "echoes of our own sends are not listed twice: {history:#?}");
    let sent: Vec<_> = history.iter().filter(|it| it["direction"] == "sent").collect();
    assert_eq!(sent.len(), 6);
    assert!(sent.iter().all(|it| it["state"] == "sent" && it["mid"].is_string()));
    let events = world.run(&["event", "list", "--all", "--json"]).await.ok().json();
    let states: Vec<_> = events
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["direction"] == "received" && it["kind"] == "message")
        .map(|it| it["state"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(states, ["done", "done", "done"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_person_sees_seen_and_typing_around_an_answer() {
    let world = World::linked().await;
    let serve = world.serve(&["--echo"]).await;
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    assert_eq!(world.replies(1).await, [CANARY]);
    serve.stop().await.ok();
    let calls = world.person.see("sandbox/requests").await.unwrap();
    let acts: Vec<_> = calls
        .as_array()
        .unwrap()
        .iter()
        .filter(|call| call["path"] == "/v25.0/me/messages")
        .map(|call| call["action"].as_str().unwrap().to_owned())
        .collect();
    let flow = ["mark_seen", "typing_on", "typing_off", "text"];
    assert_eq!(acts, flow, "{calls:#}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_that_fails_is_asked_again_and_then_given_up() {
    let world = World::linked().await;
    let serve = world.serve(&["--max-attempts", "1", "--exec", "sh", "-c", "exit 7"]).await;
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    let failed = world.until(&["event", "list", "--state", "failed", "--json"], 1).await;
    assert!(failed[0]["reason"].as_str().unwrap().contains("the program failed"));
    serve.stop().await.ok();
    assert!(world.person.reads(SHOP, CUSTOMER).await.unwrap().iter().all(|it| !it.from_account));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_while_serve_was_down_is_answered_when_it_is_up_again() {
    let world = World::linked().await;
    let serve = world.serve(&["--exec", "sh", "-c", "sleep 60"]).await;
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    world.until(&["event", "list", "--state", "running", "--json"], 1).await;
    let mut child = serve.child;
    child.kill().await.unwrap();
    let serve = world.serve(&["--echo"]).await;
    assert_eq!(world.replies(1).await, [CANARY], "taken up after the lease of the dead one");
    serve.stop().await.ok();
    assert_eq!(world.replies(1).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_sent_from_the_command_line_and_from_standard_input() {
    let world = World::linked().await;
    world.person.writes(SHOP, CUSTOMER, "hello").await.unwrap();
    // The text goes in on standard input, where no other user of the machine can read it.
    let mut send = world.start(&["send", "text", "--to", CUSTOMER, "--json"]).await;
    send.paste(&format!("{CANARY} from a script")).await;
    send.hang_up();
    let report = send.end().await.ok().json();
    assert_eq!(report["outcome"], "sent");
    assert_eq!(report["recipient_id"], CUSTOMER);
    let sent = world.run(&["send", "text", "--to", CUSTOMER, "a plain word"]).await.ok();
    assert!(sent.stdout.starts_with("sent to "), "{sent:?}");
    assert_eq!(world.replies(2).await, [&format!("{CANARY} from a script"), "a plain word"]);
    let history = world.run(&["message", "list", "--with", CUSTOMER, "--json"]).await.ok().json();
    assert_eq!(history[0]["mid"], report["message_id"]);
    assert_eq!(history[0]["text"], format!("{CANARY} from a script"));
    let preview = world.run(&["send", "text", "--dry-run", "--to", CUSTOMER, "x"]).await.ok();
    assert!(preview.stdout.starts_with("POST "), "{preview:?}");
    assert_eq!(world.replies(2).await.len(), 2, "a dry run sends nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_send_ends_in_one_of_three_outcomes_with_the_exit_code_of_its_cause() {
    let world = World::linked().await;
    let send = async |fault: serde_json::Value| {
        if !fault.is_null() {
            world.control("faults", fault).await;
        }
        let ended = world.run(&["send", "text", "--to", CUSTOMER, "--json", "hi"]).await;
        (ended.code, ended.json()["outcome"].as_str().unwrap().to_owned())
    };
    let outcome = |code, outcome: &str| (code, outcome.to_owned());
    // Nobody has written yet, so the window is closed.
    assert_eq!(send(json!(null)).await, outcome(6, "refused"));
    world.person.writes(SHOP, CUSTOMER, "hello").await.unwrap();
    let fault = |kind: &str| json!({ "endpoint": "messages", "kind": kind, "count": 1 });
    for (kind, expected) in [
        ("rate_limit", outcome(5, "refused")),
        ("http_500", outcome(9, "unknown")),
        ("http_503_html", outcome(9, "unknown")),
        ("reset", outcome(9, "unknown")),
        ("truncated", outcome(9, "unknown")),
        ("wrong_shape", outcome(9, "unknown")),
        ("sent_but_error", outcome(9, "unknown")),
    ] {
        assert_eq!(send(fault(kind)).await, expected, "{kind}");
    }
    assert_eq!(send(json!(null)).await, outcome(0, "sent"));
}

#[tokio::test(flavor = "multi_thread")]
async fn subscribing_adds_to_what_is_there_and_reads_it_back() {
    let world = World::linked().await;
    let fields = async |arguments: &[&str]| {
        let shown = world.run(arguments).await.ok().json();
        let fields: Vec<String> =
            serde_json::from_value(shown["subscribed_fields"].clone()).unwrap();
        fields
    };
    assert!(fields(&["webhook", "status", "--json"]).await.is_empty());
    assert_eq!(fields(&["webhook", "subscribe", "messages", "--json"]).await, ["messages"]);
    let both = fields(&["webhook", "subscribe", "messaging_seen", "--json"]).await;
    assert_eq!(both, ["messages", "messaging_seen"]);
    let refused = world.run(&["webhook", "subscribe", "messaging_deliveries"]).await;
    assert_eq!(refused.code, 2, "{refused:?}");
    assert!(refused.stderr.contains("fields are: comments"), "{refused:?}");
    assert_eq!(fields(&["webhook", "unsubscribe", "messages", "--json"]).await, ["messaging_seen"]);
    assert!(fields(&["webhook", "unsubscribe", "--json"]).await.is_empty());
    let usual = fields(&["webhook", "subscribe", "--json"]).await;
    assert!(usual.contains(&"comments".to_owned()) && usual.len() == 7, "{usual:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_ends_with_a_reply_on_the_phone_and_leaves_nothing() {
    let world = World::new().await;
    let mut command = world.command(&["demo", "--once"]);
    command.env("TMPDIR", world.home.path());
    let ended = world.run_command(command).await.ok();
    assert!(ended.stdout.contains("reached the customer's phone after"), "{ended:?}");
    assert_eq!(fs::read_dir(world.home.path()).unwrap().count(), 0);
}
