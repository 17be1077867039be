//! Made-up deliveries, and events that a person looks at and moves by hand.

use std::fs;
use std::process::Stdio;

use igbot::sandbox::{BUSINESS_ACCOUNT as SHOP, DEFAULT_CUSTOMER as CUSTOMER};
use igbot::webhook::synthetic::KINDS;
use serde_json::{Value, json};

use super::world::{CANARY, Running, World, eventually};

async fn serve(world: &World, arguments: &[&str]) -> (Running, String) {
    let mut all = vec!["serve", "--json", "--bind", "127.0.0.1:0"];
    all.extend(arguments);
    let mut serve = world.start(&all).await;
    let webhook = format!("{}/webhook", serve.base().await);
    (serve, webhook)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_event_can_be_made_up_and_is_stored_once() {
    let world = World::linked().await;
    let (_serve, webhook) = serve(&world, &[]).await;
    for kind in KINDS {
        world.run(&["trigger", kind.name, "--to", &webhook, "--duplicate"]).await.ok();
    }
    let events = world.until(&["event", "list", "--all", "--json"], KINDS.len()).await;
    assert_eq!(events.len(), KINDS.len());
    assert!(events.iter().all(|event| event["kind"] != "unknown"), "{events:#?}");
    let postback = events.iter().find(|event| event["kind"] == "postback").unwrap();
    let from = postback["sender_id"].as_str().unwrap();
    let chosen = ["event", "list", "--all", "--kind", "postback", "--from", from, "--json"];
    let chosen = world.run(&chosen).await.ok().json();
    assert!(chosen.as_array().unwrap().contains(postback), "{chosen}");
    assert!(chosen.as_array().unwrap().iter().all(|it| it["kind"] == "postback"), "{chosen}");
    // For its first seconds it leaves what waits to whoever may be starting beside it with a bot.
    let ignored = ["event", "list", "--state", "ignored", "--all", "--json"];
    world.until(&ignored, KINDS.len()).await;
    let events = world.run(&["event", "list", "--all", "--json"]).await.ok().json();
    let events = events.as_array().unwrap();
    let waiting: Vec<_> = events.iter().filter(|event| event["state"] == "pending").collect();
    assert!(waiting.is_empty(), "without a bot nothing waits: {waiting:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_made_up_event_says_what_it_is_told_to_and_a_wrong_signature_stores_nothing() {
    let world = World::linked().await;
    let (_serve, webhook) = serve(&world, &[]).await;
    let text = "message.text=made up, señor";
    let made = ["trigger", "text", "--to", &webhook, "--set", text, "--set", "sender.id=7"];
    world.run(&made).await.ok();
    let forged = world.run(&["trigger", "text", "--to", &webhook, "--bad-signature"]).await;
    assert_eq!(forged.code, 6, "{forged:?}");
    let many = ["trigger", "reaction", "--to", &webhook, "--count", "5", "--rate", "100", "--json"];
    assert_eq!(world.run(&many).await.ok().stdout.lines().count(), 5);
    let events = world.until(&["event", "list", "--json"], 6).await;
    assert_eq!(events.len(), 6);
    assert_eq!(events[0]["text"], "made up, señor");
    assert_eq!((&events[0]["sender_id"], &events[0]["account_id"]), (&"7".into(), &SHOP.into()));
    // What was printed can be delivered as it is, and is known by then.
    let printed = world.run(&["trigger", "image", "--print"]).await.ok().stdout;
    let file = world.path("body.json");
    fs::write(&file, printed.trim_end()).unwrap();
    let file = file.to_str().unwrap();
    for _ in 0..2 {
        world.run(&["trigger", "--file", file, "--to", &webhook]).await.ok();
    }
    assert_eq!(
        world.run(&["event", "list", "--json"]).await.ok().json().as_array().unwrap().len(),
        7
    );
    for wrong in [&["trigger"][..], &["trigger", "nonsense"], &["trigger", "text", "--set", "x"]] {
        assert_eq!(world.run(wrong).await.code, 2, "{wrong:?}");
    }
    let gone = world.run(&["trigger", "text", "--to", "http://127.0.0.1:9/webhook"]).await;
    assert_eq!(gone.code, 7, "{gone:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_that_was_given_up_is_replayed_the_way_a_live_one_goes() {
    let world = World::linked().await;
    let bot = world.path("bot.sh");
    fs::write(&bot, "exit 1").unwrap();
    let bot = bot.to_str().unwrap().to_owned();
    let serve = world.serve(&["--max-attempts", "1", "--exec", "sh", &bot]).await;
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    let failed = world.until(&["event", "list", "--state", "failed", "--json"], 1).await;
    let id = failed[0]["id"].to_string();
    let shown = world.run(&["event", "show", &id, "--json"]).await.ok().json();
    assert_eq!(shown["raw"]["message"]["text"], CANARY, "{shown:#}");
    assert_eq!((&shown["state"], &shown["attempts"]), (&"failed".into(), &1.into()));
    fs::write(&bot, "echo mended").unwrap();
    let queued = world.run(&["event", "replay", "--state", "failed", "--json"]).await.ok().json();
    assert_eq!(queued["result"], "queued");
    assert_eq!(world.replies(1).await, ["mended"]);
    world.until(&["event", "list", "--state", "done", "--json"], 1).await;
    let shown = world.run(&["event", "show", &id, "--json"]).await.ok().json();
    assert_eq!((&shown["replies"][0]["text"], &shown["left"]), (&"mended".into(), &json!([])));
    let rest = world.run(&["event", "replay", &id, "--rest", "--json"]).await;
    assert_eq!((rest.code, &rest.json()["result"]), (6, &"nothing_left".into()));
    let again = world.run(&["event", "replay", &id]).await;
    assert_eq!(again.code, 6, "{again:?}");
    assert!(again.stdout.contains("--again"), "{again:?}");
    world.run(&["event", "replay", &id, "--again"]).await.ok();
    assert_eq!(world.replies(2).await, ["mended", "mended"]);
    // Read receipts and echoes of those replies are nothing a bot could be handed.
    let others = world.run(&["event", "list", "--state", "ignored", "--json"]).await.ok().json();
    let other = others[0]["id"].to_string();
    let refused = world.run(&["event", "replay", &other, "999", "--json"]).await;
    let results: Vec<Value> =
        refused.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(refused.code, 6, "{refused:?}");
    assert_eq!(
        (&results[0]["result"], &results[1]["result"]),
        (&"not_for_bots".into(), &"not_found".into())
    );
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rest_of_an_answer_outlives_its_account() {
    let world = World::linked().await;
    let bot = world.path("bot.sh");
    fs::write(&bot, r#"echo '{"text":"a"}{"text":"b"}{"text":"c"}'"#).unwrap();
    let quiet = ["--no-typing", "--no-mark-seen", "--exec", "sh", bot.to_str().unwrap()];
    for fault in [
        json!({ "endpoint": "messages", "kind": "slow", "delay_ms": 1 }),
        json!({ "endpoint": "messages", "kind": "rate_limit", "retry_after": 3 }),
    ] {
        world.control("faults", fault).await;
    }
    let first = world.serve(&quiet).await;
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    let begun = ["event", "list", "--state", "pending", "--json"];
    let id = loop {
        let waits = world.until(&begun, 1).await;
        if waits[0]["reason"].is_string() {
            break waits[0]["id"].to_string();
        }
    };
    first.stop().await.ok();
    world.run(&["unlink", SHOP, "--yes"]).await.ok();
    let (second, _) = serve(&world, &quiet).await;
    let failed = world.until(&["event", "list", "--state", "failed", "--json"], 1).await;
    assert_eq!(failed[0]["reason"], "no linked account has this id");
    second.stop().await.ok();
    world.log_in(&["login", "--no-browser"]).await.ok();
    let (third, _) = serve(&world, &quiet).await;
    world.run(&["event", "replay", &id, "--rest"]).await.ok();
    assert_eq!(world.replies(3).await, ["a", "b", "c"]);
    third.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_event_is_off_the_list_and_can_be_taken_up_again() {
    let world = World::linked().await;
    let serve = world.serve(&["--max-attempts", "1", "--exec", "false"]).await;
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    world.until(&["event", "list", "--state", "failed", "--json"], 1).await;
    world.run(&["event", "drop", "--state", "failed"]).await.ok();
    let dropped = world.until(&["event", "list", "--state", "ignored", "--json"], 1).await;
    assert_eq!(dropped[0]["reason"], "dropped by hand; the program failed (exit status: 1)");
    let id = dropped[0]["id"].to_string();
    assert_eq!(world.run(&["event", "drop", &id]).await.code, 6, "it has ended already");
    world.run(&["event", "replay", &id]).await.ok();
    let again = world.until(&["event", "list", "--state", "failed", "--json"], 1).await;
    assert_eq!(again[0]["reason"], "the program failed (exit status: 1)", "its bot was asked");
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn tail_shows_events_as_they_come() {
    let world = World::linked().await;
    let (_serve, webhook) = serve(&world, &[]).await;
    world.run(&["trigger", "text", "--to", &webhook]).await.ok();
    let mut tail = world.start(&["event", "tail", "--json"]).await;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    for kind in ["reaction", "postback"] {
        world.run(&["trigger", kind, "--to", &webhook]).await.ok();
        let event: Value = serde_json::from_str(&tail.line().await).unwrap();
        assert_eq!(event["kind"], kind, "what was there before is not shown");
    }
    assert_eq!(tail.stop().await.code, 143);

    let mut unread = world.command(&["event", "tail"]);
    let mut unread = unread.stdout(Stdio::piped()).spawn().unwrap();
    drop(unread.stdout.take());
    assert!(unread.wait().await.unwrap().success(), "nobody reads it any more");
}

#[tokio::test(flavor = "multi_thread")]
async fn tail_shows_events_as_they_come_into_a_state() {
    let world = World::linked().await;
    let serve = world.serve(&["--max-attempts", "1", "--exec", "false"]).await;
    world.person.writes(SHOP, CUSTOMER, "before").await.unwrap();
    world.until(&["event", "list", "--state", "failed", "--json"], 1).await;
    let mut failed = world.start(&["event", "tail", "--state", "failed", "--json"]).await;
    let done = world.start(&["event", "tail", "--state", "done", "--json"]).await;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    for text in ["one", "two"] {
        world.person.writes(SHOP, CUSTOMER, text).await.unwrap();
        let event: Value = serde_json::from_str(&failed.line().await).unwrap();
        assert_eq!((event["text"].as_str(), event["state"].as_str()), (Some(text), Some("failed")));
    }
    assert_eq!(failed.stop().await.stdout.lines().count(), 2, "each once");
    assert_eq!(done.stop().await.stdout, "");
    let limited = world.run(&["event", "tail", "--timeout", "1s"]).await.ok();
    assert_eq!(limited.stdout, "");
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn meta_is_told_where_the_webhook_is_and_delivers_there() {
    let world = World::linked().await;
    let (_serve, webhook) = serve(&world, &[]).await;
    let dry = world.run(&["webhook", "register", "--url", &webhook, "--dry-run", "--json"]).await;
    assert_eq!(dry.ok().json()["body"]["verify_token"], "***");
    let probed = world.run(&["webhook", "probe", "--url", &webhook, "--json"]).await.ok().json();
    let check = |id: &str| {
        let checks = probed.as_array().unwrap();
        checks.iter().find(|it| it["id"] == id).unwrap()["status"].clone()
    };
    assert_eq!((check("public-handshake"), check("public-body")), ("ok".into(), "ok".into()));
    let registered =
        world.run(&["webhook", "register", "--url", &webhook, "--json"]).await.ok().json();
    assert_eq!(registered["callback_url"], webhook);
    assert!(registered["fields"].as_array().unwrap().contains(&"messages".into()));
    let status = world.run(&["webhook", "status", "--json"]).await.ok().json();
    assert_eq!(status["app"], registered);
    let status = world.run(&["webhook", "status"]).await.ok();
    assert!(
        status.stderr.contains(&format!("deliveries go to {webhook}, with the fields ")),
        "{status:?}"
    );
    world.run(&["webhook", "subscribe"]).await.ok();
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    world.until(&["event", "list", "--json"], 1).await;
    // Nobody there: Meta's own handshake fails, and nothing is registered anew.
    let gone = "http://127.0.0.1:9/webhook";
    let refused = world.run(&["webhook", "register", "--url", gone]).await;
    assert_eq!(refused.code, 6, "{refused:?}");
    assert!(refused.stderr.contains("igbot webhook probe"), "{refused:?}");
    assert_eq!(world.run(&["webhook", "probe", "--url", gone]).await.code, 10);
    let unknown = ["webhook", "register", "--url", &webhook, "--fields", "messaging_deliveries"];
    assert_eq!(world.run(&unknown).await.code, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_answered_is_known_though_the_bot_was_to_be_asked_again_and_was_not() {
    let world = World::linked().await;
    let first = world.serve(&["--echo"]).await;
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    let done = world.until(&["event", "list", "--state", "done", "--json"], 1).await;
    let number = &done[0]["id"];
    let id = number.to_string();
    first.stop().await.ok();
    for again in [true, false] {
        if again {
            world.run(&["event", "replay", &id, "--again"]).await.ok();
            world.run(&["event", "drop", &id]).await.ok();
        }
        let replayed = world.run(&["event", "replay", &id]).await;
        assert_eq!(replayed.code, 6, "{replayed:?}");
    }
    let shown = world.run(&["event", "show", &id, "--json"]).await.ok().json();
    assert_eq!(shown["replies"].as_array().unwrap().len(), 1, "{shown:#}");
    // The same message under another time, as Instagram may tell of it.
    let mut told = shown["raw"].clone();
    told["timestamp"] = json!(told["timestamp"].as_i64().unwrap() + 1);
    let file = world.path("told.json");
    let delivery = json!({ "object": "instagram", "entry": [
        { "id": SHOP, "time": told["timestamp"], "messaging": [told] }] });
    fs::write(&file, delivery.to_string()).unwrap();
    let (second, webhook) = serve(&world, &["--echo"]).await;
    let file = file.to_str().unwrap();
    world.run(&["trigger", "--file", file, "--to", &webhook]).await.ok();
    let ignored = ["event", "list", "--state", "ignored", "--json"];
    eventually(async || {
        let list = world.run(&ignored).await.ok().json();
        list.as_array().unwrap().iter().any(|it| it["duplicate_of"] == *number)
    })
    .await;
    second.stop().await.ok();
}
