//! Raw calls as an account.

use std::fs;

use igbot::sandbox::DEFAULT_CUSTOMER as CUSTOMER;
use serde_json::{Value, json};

use super::world::World;

/// A linked account to whom so many people have written.
async fn written(people: usize) -> World {
    let world = World::linked().await;
    let made = world.control("customers", json!({ "count": people })).await;
    for id in made["ids"].as_array().unwrap() {
        let path = format!("customers/{}/messages", id.as_str().unwrap());
        world.control(&path, json!({ "text": "hello" })).await;
    }
    world
}

async fn calls(world: &World) -> Vec<String> {
    let calls = world.person.see("sandbox/requests").await.unwrap();
    let line = |call: &Value| {
        format!("{} {}", call["method"].as_str().unwrap(), call["path"].as_str().unwrap())
    };
    calls.as_array().unwrap().iter().map(line).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_raw_call_shows_the_answer_and_never_the_token() {
    let world = written(2).await;
    let me = world.run(&["api", "get", "/me", "-f", "fields=username"]).await.ok().json();
    assert_eq!(me["username"], "harbour_coffee");
    let list = ["api", "GET", "me/conversations?platform=instagram&limit=1"];
    let page = world.run(&list).await.ok().json();
    let next = page["paging"]["next"].as_str().unwrap();
    assert!(next.contains("access_token=***"), "{next}");
    let refused = world.run(&["api", "GET", "me", "-f", "fields=shoe_size"]).await;
    assert_eq!(refused.code, 6);
    assert_eq!(refused.json()["error"]["code"], 100, "the error is shown whole");
    assert!(refused.stderr.contains("shoe_size"), "{refused:?}");
    assert_eq!(world.run(&["api", "GET", "no/such/path"]).await.code, 2);
    world.control("faults", json!({ "endpoint": "me", "kind": "rate_limit" })).await;
    assert_eq!(world.run(&["api", "GET", "me"]).await.code, 5);
    // A misused token endpoint says that the token is dead; it is not.
    let misused =
        world.run(&["api", "GET", "refresh_access_token?grant_type=ig_refresh_token"]).await;
    assert_eq!(misused.code, 4, "{misused:?}");
    assert_eq!(world.run(&["token", "status", "--json"]).await.ok().json()[0]["state"], "valid");
}

#[tokio::test(flavor = "multi_thread")]
async fn all_pages_of_a_list_are_lines_and_an_error_ends_them_with_its_code() {
    let world = written(5).await;
    let all = ["api", "GET", "me/conversations", "-f", "limit=2", "--paginate"];
    let lines = world.run(&all).await.ok().stdout;
    let ids: Vec<_> = lines
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].to_string())
        .collect();
    assert_eq!(ids.len(), 5);
    assert!(ids.iter().collect::<std::collections::BTreeSet<_>>().len() == 5, "each once");
    let fault = json!({ "endpoint": "conversations", "kind": "http_500" });
    world.control("faults", fault).await;
    let failed = world.run(&all).await;
    assert_eq!((failed.code, failed.stdout.lines().count()), (7, 1), "{failed:?}");
    assert_eq!(world.run(&["api", "GET", "me", "--paginate"]).await.code, 2);
    assert_eq!(world.run(&["api", "DELETE", "me", "--paginate"]).await.code, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changes_something_can_be_seen_before_and_is_unknown_when_its_answer_is_lost() {
    let world = written(1).await;
    let path = format!("customers/{CUSTOMER}/messages");
    world.control(&path, json!({ "text": "hello" })).await;
    let body = world.path("body.json");
    let message = json!({ "recipient": { "id": CUSTOMER }, "message": { "text": "raw" } });
    fs::write(&body, message.to_string()).unwrap();
    let post = ["api", "POST", "me/messages", "--input", body.to_str().unwrap()];
    let before = calls(&world).await.len();
    let shown = world.run(&[&post[..], &["--dry-run", "--json"]].concat()).await.ok().json();
    assert_eq!((&shown["method"], &shown["body"]), (&json!("POST"), &message));
    for elsewhere in ["https://evil.example/me", "http://127.0.0.1:1/me"] {
        let refused = world.run(&["api", "GET", elsewhere]).await;
        assert_eq!(refused.code, 2);
        assert!(
            refused.stderr.contains("the account's token is never sent to another host"),
            "{refused:?}"
        );
    }
    assert_eq!(calls(&world).await.len(), before, "nobody was asked");
    world.run(&post).await.ok();
    world.control("faults", json!({ "endpoint": "messages", "kind": "truncated" })).await;
    let lost = world.run(&post).await;
    assert_eq!(lost.code, 9);
    assert!(lost.stderr.contains("check before repeating"), "{lost:?}");
    assert_eq!(world.replies(2).await, ["raw", "raw"]);
    world
        .run(&["api", "POST", "me/subscribed_apps", "-f", "subscribed_fields=messages"])
        .await
        .ok();
    assert_eq!(calls(&world).await.last().unwrap(), "POST /v25.0/me/subscribed_apps");
}
