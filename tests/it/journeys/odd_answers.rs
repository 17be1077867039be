//! Answers that Instagram in a box never gives, from a host that says what a test tells it to.

use std::fs;

use axum::Router;
use axum::extract::Request;
use axum::http::header;
use igbot::sandbox::DEFAULT_CUSTOMER as CUSTOMER;
use serde_json::{Value, json};

use super::world::{Ended, World};

/// A host whose answers are told, by what it was asked.
async fn host(answer: impl Fn(&str, &str) -> Value + Clone + Send + Sync + 'static) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let router = Router::new().fallback(async move |request: Request| {
        let asked = request.uri().to_string();
        let bearer = request.headers().get(header::AUTHORIZATION);
        let token = bearer.and_then(|it| it.to_str().ok()?.strip_prefix("Bearer "));
        axum::Json(answer(&asked, token.unwrap_or_default()))
    });
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}

async fn run_at(world: &World, host: &str, arguments: &[&str]) -> Ended {
    let mut command = world.command(arguments);
    command.env("IGBOT_GRAPH_URL", host);
    world.run_command(command).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_raw_call_hides_its_token_as_a_name_and_cut_short() {
    let world = World::linked().await;
    let url = host(|_, token| {
        let cut: String = token.chars().take(20).collect();
        json!({ token: 1, "error": { "message": format!("bad \"{cut}…\""), "code": 190 } })
    })
    .await;
    let refused = run_at(&world, &url, &["api", "GET", "me"]).await;
    assert_eq!(refused.code, 4, "{refused:?}");
    let shown = json!({ "***": 1, "error": { "message": "bad \"***…\"", "code": 190 } });
    assert_eq!(refused.json(), shown);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_app_scoped_id_is_kept_where_an_answer_leaves_it_out() {
    let world = World::linked().await;
    let show = async || world.run(&["account", "show", "--json"]).await.ok().json();
    let shop = show().await;
    let me = json!({ "data": [{ "user_id": shop["account_id"], "username": "shop" }] });
    let url = host(move |asked, _| match asked.contains("/me?") {
        true => me.clone(),
        false => json!({ "error": { "message": "no", "type": "IGApiException", "code": 100 } }),
    })
    .await;
    let mut link = world.command(&["link", "--token-stdin"]);
    link.env("IGBOT_GRAPH_URL", &url).stdin(std::process::Stdio::piped());
    let mut link = world.start_command(link).await;
    link.paste("IGAAanothertoken").await;
    link.hang_up();
    link.end().await.ok();
    assert_eq!(show().await["app_scoped_id"], shop["app_scoped_id"]);
    assert_ne!(shop["app_scoped_id"], shop["account_id"]);
}

/// A proxy that mixes answers up, or two tokens that were swapped.
#[tokio::test(flavor = "multi_thread")]
async fn an_account_never_becomes_another_one_because_its_token_answers_so() {
    let world = World::linked().await;
    let show = async || world.run(&["account", "show", "--json"]).await.ok().json();
    let before = show().await;
    let other =
        json!({ "id": "26999900000000099", "user_id": "17841499990000099", "username": "other" });
    let url = host(move |_, _| other.clone()).await;
    let asked = run_at(&world, &url, &["token", "status", "--online"]).await;
    assert!(asked.code == 6 && asked.stderr.contains("belongs to @other"), "{asked:?}");
    let doctor = run_at(&world, &url, &["doctor", "--online"]).await;
    assert!(doctor.code == 10 && doctor.stdout.contains("belongs to @other"), "{doctor:?}");
    assert_eq!(show().await, before);
    // Its own id of before, and another one for webhooks: that is told.
    let renumbered = json!({ "id": before["app_scoped_id"], "user_id": "17841499990000099",
        "username": before["username"] });
    let url = host(move |_, _| renumbered.clone()).await;
    let asked = run_at(&world, &url, &["token", "status", "--online"]).await.ok();
    assert!(asked.stderr.contains("by another id"), "{asked:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_meta_apps_secret_is_hidden_where_an_answer_quotes_it_and_its_id_is_not() {
    let world = World::linked().await;
    let (id, secret) = ("1234567890123456", "0a1b2c3d4e5f67788990a0b0c0d0e0f0");
    let message = format!("no app {id}, {id}|{secret}, {id}%7C{secret}");
    let url = host(
        move |_, _| json!({ "error": { "message": message, "type": "OAuthException", "code": 100 } }),
    );
    let register = ["webhook", "register", "--url", "https://bot.example.com/webhook"];
    let mut register = world.command(&register);
    register.env("META_APP_ID", id).env("META_APP_SECRET", secret);
    register.env("IGBOT_META_GRAPH_URL", url.await);
    let refused = world.run_command(register).await;
    let shown = format!("no app {id}, {id}|***, {id}%7C***");
    assert!(refused.code != 0 && refused.stderr.contains(&shown), "{refused:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_that_lead_round_in_a_circle_end_and_those_that_come_slowly_are_announced() {
    let world = World::linked().await;
    let url = host(|asked, _| {
        let next = if asked.contains("after=A") { "B" } else { "A" };
        let next = json!({ "cursors": { "after": next }, "next": "https://graph.instagram.com/x" });
        json!({ "data": [1], "paging": next })
    })
    .await;
    let all = ["api", "GET", "me/conversations", "--paginate"];
    let ended = run_at(&world, &url, &all).await;
    assert_eq!((ended.code, ended.stdout.as_str()), (7, "1\n1\n1\n"), "{ended:?}");
    assert!(ended.stderr.contains("already read"), "{ended:?}");
    assert!(!ended.stderr.contains("slowly"), "{ended:?}");
    world.control("faults", json!({ "endpoint": "me", "kind": "rate_limit" })).await;
    assert_eq!(world.run(&["api", "GET", "me"]).await.code, 5);
    // The first page has taken its turn without a wait; the next has to wait for five seconds.
    let mut command = world.command(&all);
    command.env("IGBOT_GRAPH_URL", &url);
    let mut slow = world.start_command(command).await;
    slow.says("fetching pages slowly").await;
    slow.signal("-KILL").await;
    slow.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_menu_that_is_shown_otherwise_than_it_was_set_is_partly_done() {
    let world = World::linked().await;
    let action = |title: &str| json!([{ "locale": "default", "call_to_actions": [{ "question": title, "payload": "A" }] }]);
    let other = action("Closed?");
    let url = host(move |_, _| json!({ "data": [{ "ice_breakers": other }], "result": "success" }));
    let file = world.path("menu.json");
    fs::write(&file, json!({ "ice_breakers": action("Open?") }).to_string()).unwrap();
    let set = ["profile-menu", "set", file.to_str().unwrap(), "--json"];
    let set = run_at(&world, &url.await, &set).await;
    assert_eq!(set.code, 8, "{set:?}");
    assert_eq!(set.json()["ice_breakers"], action("Closed?"), "what is set is shown");
    let error: Value = serde_json::from_str(&set.stderr).unwrap();
    assert_eq!(error["message"], "Instagram shows `ice_breakers` differently than it was set");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_without_an_id_is_named_as_such() {
    let world = World::linked().await;
    let file = world.path("picture");
    fs::write(&file, b"\x89PNG\r\n\x1a\n").unwrap();
    for answer in [json!({}), json!({ "attachment_id": "" }), json!({ "attachment_id": null })] {
        let url = host(move |_, _| answer.clone()).await;
        let failed = run_at(&world, &url, &["send", "upload", file.to_str().unwrap()]).await;
        assert_eq!(failed.code, 7, "{failed:?}");
        assert!(failed.stderr.contains("accepted the upload"), "{failed:?}");
        assert!(failed.stderr.contains("hint: nothing was sent"), "{failed:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_followers_count_may_be_a_text() {
    let world = World::linked().await;
    let url = host(|_, _| json!({ "name": "Ada", "follower_count": "12", "is_verified_user": 7 }));
    let shown = run_at(&world, &url.await, &["profile", CUSTOMER, "--json"]).await.ok().json();
    assert_eq!((&shown["name"], &shown["follower_count"]), (&json!("Ada"), &json!(12)));
    assert_eq!(shown["is_verified_user"], Value::Null);
}
