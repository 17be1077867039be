//! Looking at people, and what they can tap before they write.

use std::fs;

use igbot::sandbox::DEFAULT_CUSTOMER as CUSTOMER;
use serde_json::{Value, json};

use super::world::World;

const OTHER: &str = "1270000000000002";

async fn written() -> World {
    let world = World::linked().await;
    for person in [CUSTOMER, OTHER] {
        let path = format!("customers/{person}/messages");
        world.control(&path, json!({ "text": "hello" })).await;
    }
    world
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_is_shown_and_its_name_learned() {
    let world = written().await;
    assert_eq!(world.run(&["profile", "@ada.byron"]).await.code, 2, "nobody knows the name yet");
    let shown = world.run(&["profile", CUSTOMER, "--json"]).await.ok().json();
    assert_eq!((&shown["person_id"], &shown["username"]), (&json!(CUSTOMER), &json!("ada.byron")));
    assert_eq!(shown["is_user_follow_business"], true);
    assert_eq!(shown.get("profile_pic"), None, "a signed address is shown when asked for only");
    let text = world.run(&["profile", "@Ada.Byron", "--picture"]).await.ok().stdout;
    assert!(text.contains("Ada Byron") && text.contains("https://scontent"), "{text}");
    world.run(&["send", "text", "hi", "--to", "@ada.byron"]).await.ok();
    assert_eq!(world.replies(1).await, ["hi"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_has_changed_hands_is_refused_with_the_choices() {
    let world = written().await;
    world.run(&["profile", CUSTOMER]).await.ok();
    let renamed = json!({ "act": "rename", "username": "ada.byron" });
    world.control(&format!("customers/{OTHER}/acts"), renamed).await;
    world.run(&["profile", OTHER]).await.ok();
    let unclear = world.run(&["send", "text", "hi", "--to", "@ada.byron", "--json"]).await;
    assert_eq!(unclear.code, 2);
    let error: Value = serde_json::from_str(&unclear.stderr).unwrap();
    assert_eq!(error["kind"], "which_person");
    let hint = error["hints"][0].as_str().unwrap();
    assert!(hint.contains(CUSTOMER) && hint.contains(OTHER), "{hint}");
    // Seen again under the other name, it is clear again who has this one.
    let renamed = json!({ "act": "rename", "username": "ada.lovelace" });
    world.control(&format!("customers/{CUSTOMER}/acts"), renamed).await;
    world.run(&["profile", CUSTOMER]).await.ok();
    let sent = world.run(&["send", "text", "hi", "--to", "@ada.byron", "--json"]).await.ok().json();
    assert_eq!(sent["recipient_id"], OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_that_instagram_withholds_is_refused_whatever_it_answers() {
    let world = written().await;
    let silent = "1270000000000003";
    for (person, faulty, expected) in [
        (silent, false, "code 230"),
        (CUSTOMER, true, "no profile for"),
        ("comment:1", false, "comment"),
    ] {
        if faulty {
            // Instead of an error Instagram has answered `{}`.
            world.control("faults", json!({ "endpoint": "other", "kind": "wrong_shape" })).await;
        }
        let refused = world.run(&["profile", person]).await;
        let exit = if person.starts_with("comment") { 2 } else { 6 };
        assert_eq!((refused.code, refused.stdout.as_str()), (exit, ""), "{refused:?}");
        assert!(refused.stderr.contains(expected), "{refused:?}");
        assert!(refused.stderr.contains("hint:"), "{refused:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_profile_says_drives_no_terminal() {
    let world = written().await;
    let renamed = json!({ "act": "rename", "username": "a\u{1b}[2J\u{202e}b" });
    world.control(&format!("customers/{CUSTOMER}/acts"), renamed).await;
    let text = world.run(&["profile", CUSTOMER]).await.ok().stdout;
    assert!(text.contains("\\u{1b}[2J\\u{202e}b"), "{text}");
    let json = world.run(&["profile", CUSTOMER, "--json"]).await.ok();
    assert!(!json.stdout.contains(['\u{1b}', '\u{202e}']), "{json:?}");
    assert_eq!(json.json()["username"], "a\u{1b}[2J\u{202e}b");
}

fn menu() -> Value {
    json!({
        "ice_breakers": [{ "locale": "default", "call_to_actions": [
            { "question": "When are you open?", "payload": "HOURS" },
        ] }],
        "persistent_menu": [{ "locale": "default", "call_to_actions": [
            { "type": "postback", "title": "My order", "payload": "ORDER" },
            { "type": "web_url", "title": "Shop", "url": "https://shop.example" },
        ] }],
    })
}

/// How often Instagram was asked to change the menu.
async fn changes(world: &World) -> usize {
    let calls = world.person.see("sandbox/requests").await.unwrap();
    let change = |it: &&Value| it["action"] == "messenger_profile" && it["method"] != "GET";
    calls.as_array().unwrap().iter().filter(change).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_menu_is_set_from_what_show_prints_read_back_and_cleared() {
    let world = World::linked().await;
    let file = world.path("menu.json");
    fs::write(&file, menu().to_string()).unwrap();
    let file = file.to_str().unwrap();
    let run = async |arguments: &[&str]| {
        world.run(&[&["profile-menu"], arguments, &["--json"]].concat()).await
    };
    assert_eq!(run(&["show"]).await.ok().json(), json!({}));
    let requests = run(&["set", file, "--dry-run"]).await.ok().json();
    assert_eq!(requests[1]["body"]["persistent_menu"], menu()["persistent_menu"]);
    assert_eq!(changes(&world).await, 0, "a dry run changes nothing");
    assert_eq!(run(&["set", file]).await.ok().json(), menu());
    assert_eq!(run(&["show"]).await.ok().json(), menu());
    // A part that the file does not have stays.
    let mut part = menu();
    part.as_object_mut().unwrap().remove("persistent_menu");
    part["ice_breakers"][0]["call_to_actions"][0]["question"] = json!("Open?");
    fs::write(file, part.to_string()).unwrap();
    let now = run(&["set", file]).await.ok().json();
    assert_eq!(
        (&now["ice_breakers"], &now["persistent_menu"]),
        (&part["ice_breakers"], &menu()["persistent_menu"])
    );
    let shown = world.run(&["profile-menu", "show"]).await.ok().stdout;
    assert!(shown.contains("Open?") && shown.contains("https://shop.example"), "{shown}");
    assert!(run(&["clear", "--dry-run"]).await.ok().json()["body"].is_object());
    let now = run(&["clear", "ice-breakers"]).await.ok().json();
    assert_eq!(now, json!({ "persistent_menu": menu()["persistent_menu"] }));
    assert_eq!(run(&["clear"]).await.ok().json(), json!({}));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_menu_is_refused_by_its_field_and_a_lost_answer_is_read_back() {
    let world = World::linked().await;
    let file = world.path("menu.json");
    let mut five = menu();
    five["ice_breakers"][0]["call_to_actions"] =
        json!(vec![five["ice_breakers"][0]["call_to_actions"][0].clone(); 5]);
    fs::write(&file, five.to_string()).unwrap();
    let set = ["profile-menu", "set", file.to_str().unwrap()];
    let refused = world.run(&set).await;
    assert_eq!(refused.code, 2, "{refused:?}");
    assert!(refused.stderr.contains("`ice_breakers[0].call_to_actions` has 5"), "{refused:?}");
    assert_eq!(changes(&world).await, 0);
    fs::write(&file, menu().to_string()).unwrap();
    let fault = |processed: bool| json!({ "endpoint": "other", "kind": "reset", "processed": processed, "count": 1 });
    world.control("faults", fault(true)).await;
    world.run(&set).await.ok();
    world.run(&["profile-menu", "clear"]).await.ok();
    world.control("faults", fault(false)).await;
    let half = world.run(&set).await;
    assert!(
        half.code == 8 && half.stderr.contains("persistent_menu"),
        "one part is there: {half:?}"
    );
    world.run(&["profile-menu", "clear"]).await.ok();
    world.control("faults", fault(true)).await;
    let refusal =
        json!({ "endpoint": "other", "kind": "error", "code": 10, "status": 403, "count": 1 });
    world.control("faults", refusal).await;
    let half = world.run(&set).await;
    assert!(
        half.code == 8 && half.stderr.contains("taken the ice_breakers"),
        "one was lost on its way back, and the other refused: {half:?}"
    );
    let all = json!({ "endpoint": "other", "kind": "reset", "processed": true, "count": 10 });
    world.control("faults", all).await;
    for command in [&set[..], &["profile-menu", "clear"]] {
        let lost = world.run(command).await;
        assert!(lost.code == 9 && lost.stderr.contains("may have been changed"), "{lost:?}");
    }
    let mut away = world.command(&set);
    away.env("IGBOT_GRAPH_URL", "http://127.0.0.1:1");
    assert_eq!(world.run_command(away).await.code, 7, "nothing was done");
}
