//! How an account stands with Instagram's limits.

use igbot::sandbox::DEFAULT_CUSTOMER as CUSTOMER;
use serde_json::json;

use super::world::World;

#[tokio::test(flavor = "multi_thread")]
async fn limits_show_what_instagram_said_and_when_there_is_room_again() {
    let world = World::linked().await;
    let path = format!("customers/{CUSTOMER}/messages");
    world.control(&path, json!({ "text": "hello" })).await;
    let limits = async || world.run(&["limits", "--json"]).await.ok().json()[0].clone();
    let fresh = limits().await;
    assert_eq!((&fresh["usage"], &fresh["blocked_until"]), (&json!(null), &json!(null)));
    let names: Vec<_> =
        fresh["buckets"].as_array().unwrap().iter().map(|it| &it["bucket"]).collect();
    assert_eq!(names, ["messages", "media", "private_replies", "conversations"]);
    assert!(fresh["buckets"].as_array().unwrap().iter().all(|it| it["wait_seconds"] == 0.0));

    let fault = json!({ "endpoint": "messages", "kind": "rate_limit", "retry_after": 900 });
    world.control("faults", fault).await;
    let send = ["send", "text", "hi", "--to", CUSTOMER];
    assert_eq!(world.run(&send).await.code, 5);
    let blocked = limits().await;
    assert_eq!(
        (&blocked["usage"]["percent"], &blocked["usage"]["slowed"]),
        (&json!(100), &json!(10))
    );
    assert_eq!(blocked["usage"]["app"]["call_count"], 100);
    let until = blocked["blocked_until"].as_str().unwrap();
    assert_eq!(blocked["buckets"][0]["next_at"], until);
    let rate = |limits: &serde_json::Value| limits["buckets"][0]["per_second"].as_f64().unwrap();
    assert!((rate(&fresh) / rate(&blocked) - 10.0).abs() < 0.01);
    let shown = world.run(&["limits"]).await.ok().stdout;
    let at = until.parse::<jiff::Timestamp>().unwrap().strftime("%Y-%m-%d %H:%M:%SZ");
    for part in ["100 %", "10 times slower", &at.to_string(), "call_count"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    // Nobody asks Instagram before that.
    let refused = world.run(&send).await;
    assert_eq!(refused.code, 5);
    assert!(refused.stderr.contains("igbot limits"), "{refused:?}");
}
