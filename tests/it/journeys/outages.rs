//! Bots while Instagram takes nothing: nobody's message is lost to it.

use std::fs;

use igbot::sandbox::{BUSINESS_ACCOUNT as SHOP, DEFAULT_CUSTOMER as CUSTOMER};
use serde_json::{Value, json};

use super::world::{World, eventually};

/// Calls of the sandbox to a path that ends like this.
async fn calls(world: &World, method: &str, end: &str) -> usize {
    let requests = world.person.see("sandbox/requests").await.unwrap();
    let fits = |it: &&Value| {
        it["method"] == method && it["path"].as_str().is_some_and(|path| path.ends_with(end))
    };
    requests.as_array().unwrap().iter().filter(fits).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn calls_that_instagram_refuses_for_their_number_cost_a_bot_no_attempt() {
    let world = World::linked().await;
    let fault = json!({ "endpoint": "messages", "kind": "error", "code": 4, "count": 2 });
    world.control("faults", fault).await;
    let arguments = ["--max-attempts", "1", "--no-typing", "--no-mark-seen", "--echo"];
    let serve = world.serve(&arguments).await;
    world.person.writes(SHOP, CUSTOMER, "hello").await.unwrap();
    let done = world.until(&["event", "list", "--state", "done", "--json"], 1).await;
    assert_eq!(done[0]["attempts"], 1);
    assert_eq!(calls(&world, "POST", "/messages").await, 3);
    serve.stop().await.ok();
}

/// A bot with an answer of three messages that notes how often it was asked.
fn talkative(world: &World) -> String {
    let answer = r#"echo >> "$HOME/asked"
        echo '{"type":"text","text":"one"} {"type":"text","text":"two"} {"type":"text","text":"three"}'"#;
    let bot = world.path("bot.sh");
    fs::write(&bot, answer).unwrap();
    bot.to_str().unwrap().to_owned()
}

/// Lets the n-th message be refused, once, for three seconds.
async fn refuse(world: &World, nth: usize, code: u32) {
    for _ in 1..nth {
        let taken = json!({ "endpoint": "messages", "kind": "slow", "delay_ms": 1 });
        world.control("faults", taken).await;
    }
    let refused =
        json!({ "endpoint": "messages", "kind": "error", "code": code, "retry_after": 3 });
    world.control("faults", refused).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_goes_on_where_a_refusal_that_passes_interrupts_it() {
    // A policy's refusal may concern this message alone, and costs its only attempt.
    for (nth, code, expected) in [(1, 613, 3), (2, 613, 3), (3, 4, 3), (2, 368, 1)] {
        let world = World::linked().await;
        let bot = talkative(&world);
        refuse(&world, nth, code).await;
        let quiet = ["--no-typing", "--no-mark-seen", "--max-attempts", "1"];
        let serve = world.serve(&[&quiet[..], &["--exec", "sh", &bot]].concat()).await;
        world.person.writes(SHOP, CUSTOMER, "hello").await.unwrap();
        let state = if expected == 3 { "done" } else { "failed" };
        world.until(&["event", "list", "--state", state, "--json"], 1).await;
        assert_eq!(world.replies(expected).await, ["one", "two", "three"][..expected], "{code}");
        let asked = fs::read_to_string(world.path("asked")).unwrap();
        assert_eq!(asked.lines().count(), 1, "{code}");
        serve.stop().await.ok();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rest_of_an_answer_outlives_a_kill_and_a_stop_and_its_bot_is_not_asked_again() {
    for kill in [true, false] {
        let world = World::linked().await;
        let bot = talkative(&world);
        refuse(&world, 2, 613).await;
        let arguments = ["--no-typing", "--no-mark-seen", "--exec", "sh", &bot];
        let serve = world.serve(&arguments).await;
        world.person.writes(SHOP, CUSTOMER, "hello").await.unwrap();
        world.until_faults_are_met().await;
        if kill {
            serve.signal("-KILL").await;
        } else {
            serve.stop().await.ok();
        }
        let serve = world.serve(&arguments).await;
        // What came meanwhile waits behind it.
        world.person.writes(SHOP, CUSTOMER, "are you there?").await.unwrap();
        world.until(&["event", "list", "--state", "done", "--json"], 2).await;
        let answer = ["one", "two", "three"];
        assert_eq!(world.replies(6).await, [answer, answer].concat());
        let asked = fs::read_to_string(world.path("asked")).unwrap();
        assert_eq!(asked.lines().count(), 2, "once for each message");
        serve.stop().await.ok();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_in_the_middle_of_an_answer_cuts_no_call_that_it_need_not_begin() {
    let world = World::linked().await;
    let bot = talkative(&world);
    for delay_ms in [1, 2_500] {
        let slow = json!({ "endpoint": "messages", "kind": "slow", "delay_ms": delay_ms });
        world.control("faults", slow).await;
    }
    let arguments = ["--no-typing", "--no-mark-seen", "--drain", "4s", "--exec", "sh", &bot];
    let serve = world.serve(&arguments).await;
    world.person.writes(SHOP, CUSTOMER, "hello").await.unwrap();
    world.replies(1).await;
    world.until_faults_are_met().await;
    serve.stop().await.ok();
    let waiting = world.run(&["event", "list", "--state", "pending", "--json"]).await.ok().json();
    assert_eq!(waiting[0]["reason"], "the rest of its answer waits for the next start");
    assert_eq!(world.replies(2).await, ["one", "two"]);
    let serve = world.serve(&arguments).await;
    world.until(&["event", "list", "--state", "done", "--json"], 1).await;
    assert_eq!(world.replies(3).await, ["one", "two", "three"]);
    assert_eq!(fs::read_to_string(world.path("asked")).unwrap().lines().count(), 1);
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_echo_ends_what_is_unknown_of_an_answer_and_lets_it_go_on() {
    for nth in 1..=3 {
        let world = World::linked().await;
        let bot = talkative(&world);
        for at in 1..=nth {
            let fault = match at == nth {
                true => json!({ "endpoint": "messages", "kind": "truncated" }),
                false => json!({ "endpoint": "messages", "kind": "slow", "delay_ms": 1 }),
            };
            world.control("faults", fault).await;
        }
        let serve = world.serve(&["--no-typing", "--no-mark-seen", "--exec", "sh", &bot]).await;
        world.person.writes(SHOP, CUSTOMER, "hello").await.unwrap();
        world.until(&["event", "list", "--state", "done", "--json"], 1).await;
        assert_eq!(world.replies(3).await, ["one", "two", "three"], "{nth}");
        let unknown = world.run(&["event", "list", "--state", "unknown", "--json"]).await.ok();
        assert_eq!(unknown.json(), json!([]));
        serve.stop().await.ok();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_while_replies_wait_for_a_limit_leaves_none_in_doubt() {
    let world = World::linked().await;
    let others = world.control("customers", json!({ "count": 5 })).await["ids"].clone();
    let serve = world.serve(&["--echo", "--no-typing", "--no-mark-seen"]).await;
    let limited = json!({ "endpoint": "messages", "kind": "error", "code": 4, "retry_after": 6 });
    world.control("faults", limited).await;
    world.person.writes(SHOP, CUSTOMER, "first").await.unwrap();
    world.until_faults_are_met().await;
    for other in others.as_array().unwrap() {
        world.person.writes(SHOP, other.as_str().unwrap(), "hello").await.unwrap();
    }
    let reason = async || {
        let waiting = ["event", "list", "--state", "pending", "--json"];
        let waiting = world.run(&waiting).await.ok().json();
        let waits = |it: &&Value| it["reason"].as_str().is_some_and(|it| it.contains("rate limit"));
        waiting.as_array().unwrap().iter().filter(waits).count()
    };
    eventually(async || reason().await > 3).await;
    serve.signal("-KILL").await;
    let store = rusqlite::Connection::open(world.path(".local/share/igbot/store.db")).unwrap();
    store.execute("UPDATE event SET lease_until = 1 WHERE state = 'running'", []).unwrap();
    let serve = world.serve(&["--echo", "--no-typing", "--no-mark-seen"]).await;
    world.until(&["event", "list", "--state", "done", "--json"], 6).await;
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_wait_for_a_login_and_are_answered_once_it_is_there() {
    let world = World::linked().await;
    let (bot, asked) = (world.path("bot.sh"), world.path("asked"));
    fs::write(&bot, "read -r event; echo >> \"$HOME/asked\"; echo hi").unwrap();
    let bot = bot.to_str().unwrap();
    let serve =
        world.serve(&["--max-attempts", "1", "--concurrency", "1", "--exec", "sh", bot]).await;
    world.control(&format!("accounts/{SHOP}"), json!({ "state": "password_changed" })).await;
    for text in ["one", "two", "three"] {
        world.person.writes(SHOP, CUSTOMER, text).await.unwrap();
    }
    let other = world.control("customers", json!({ "count": 1 })).await["ids"][0].clone();
    world.person.writes(SHOP, other.as_str().unwrap(), "four").await.unwrap();
    let waiting = async || {
        let events = world.run(&["event", "list", "--state", "pending", "--json"]).await.ok();
        let reason = |it: &Value| it["reason"].as_str().map(str::to_owned);
        events.json().as_array().unwrap().iter().filter_map(reason).collect::<Vec<_>>()
    };
    // One of each conversation, the others behind them.
    eventually(async || waiting().await.len() >= 2).await;
    let reasons = waiting().await;
    assert!(reasons.iter().all(|it| it.contains("(code 190")), "Instagram's words: {reasons:?}");
    let times = || fs::read_to_string(&asked).unwrap().lines().count();
    assert_eq!(times(), 1, "a bot is not asked for an answer that cannot be sent");
    world.log_in(&["login", "--no-browser"]).await.ok();
    let done = world.until(&["event", "list", "--state", "done", "--json"], 4).await;
    assert!(done.iter().all(|it| it["attempts"] == 1), "{done:?}");
    let log = serve.stop().await.ok().stderr;
    assert_eq!(log.matches("nothing gets through").count(), 1, "{log}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_of_the_whole_app_holds_back_every_account() {
    let world = World::linked().await;
    let made = world.control("accounts", json!({ "count": 1 })).await["accounts"][0].clone();
    let mut link = world.start(&["link", "--token-stdin", "--alias", "tea_room"]).await;
    link.paste(made["access_token"].as_str().unwrap()).await;
    link.hang_up();
    link.end().await.ok();
    world.person.writes(SHOP, CUSTOMER, "hello").await.unwrap();
    let limits = async |alias: &str| {
        world.run(&["limits", "-A", alias, "--json"]).await.ok().json()[0]["blocked_until"].clone()
    };
    for (code, both) in [(613, false), (4, true)] {
        let fault =
            json!({ "endpoint": "messages", "kind": "error", "code": code, "retry_after": 900 });
        world.control("faults", fault).await;
        let send = ["send", "text", "hi", "-A", "harbour_coffee", "--to", CUSTOMER];
        let sent = world.run(&send).await;
        assert_eq!(sent.code, 5, "{sent:?}");
        assert!(limits("harbour_coffee").await.is_string());
        assert_eq!(limits("tea_room").await.is_string(), both, "{code}");
        if !both {
            // The next call must reach Instagram again.
            let store = world.path(".local/share/igbot/store.db");
            rusqlite::Connection::open(store).unwrap().execute("DELETE FROM usage", []).unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_that_one_message_met_silences_nobody_else() {
    let world = World::linked().await;
    world.control("faults", json!({ "endpoint": "messages", "kind": "error", "code": 368 })).await;
    let arguments = ["--max-attempts", "1", "--no-typing", "--no-mark-seen", "--echo"];
    let serve = world.serve(&arguments).await;
    world.person.writes(SHOP, CUSTOMER, "against a policy").await.unwrap();
    world.until(&["event", "list", "--state", "failed", "--json"], 1).await;
    let other = world.control("customers", json!({ "count": 1 })).await["ids"][0].clone();
    world.person.writes(SHOP, other.as_str().unwrap(), "hello").await.unwrap();
    world.until(&["event", "list", "--state", "done", "--json"], 1).await;
    let path = format!("sandbox/conversations/{SHOP}/{}", other.as_str().unwrap());
    let theirs = world.person.see(&path).await.unwrap();
    assert_eq!(theirs["messages"].as_array().unwrap().last().unwrap()["text"], "hello");
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outage_leaves_the_replies_to_few_in_doubt_and_the_others_wait() {
    // An answer that tells nothing, and a permission that is missing.
    for (code, state) in [(2, "unknown"), (200, "failed")] {
        let world = World::linked().await;
        let fault = json!({ "endpoint": "messages", "kind": "error", "code": code, "count": 3 });
        world.control("faults", fault).await;
        let arguments = ["--concurrency", "1", "--no-typing", "--no-mark-seen", "--echo"];
        let serve = world.serve(&arguments).await;
        let people = world.control("customers", json!({ "count": 6 })).await["ids"].clone();
        for person in people.as_array().unwrap() {
            world.person.writes(SHOP, person.as_str().unwrap(), "hello").await.unwrap();
        }
        let of = async |state: &str| {
            world.run(&["event", "list", "--state", state, "--json"]).await.ok().json()
        };
        let waiting = async || {
            let events = of("pending").await;
            events.as_array().unwrap().iter().filter(|it| it["reason"].is_string()).count()
        };
        eventually(async || waiting().await >= 3).await;
        assert_eq!(of(state).await.as_array().unwrap().len(), 3, "code {code}");
        world.log_in(&["login", "--no-browser"]).await.ok();
        world.until(&["event", "list", "--state", "done", "--json"], 3).await;
        serve.stop().await.ok();
    }
}
