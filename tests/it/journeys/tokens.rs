//! The life of a token, seen from cron.

use futures_util::future::join_all;
use igbot::sandbox::{self, BUSINESS_ACCOUNT as SHOP, DEFAULT_CUSTOMER as CUSTOMER};
use serde_json::{Value, json};

use super::hostile::{post, signed};
use super::world::World;

#[tokio::test(flavor = "multi_thread")]
async fn a_refresh_waits_until_it_is_due_and_instagram_allows_it() {
    let world = World::linked().await;
    let refresh = async |arguments: &[&str]| {
        let mut all = vec!["refresh-tokens", "--json"];
        all.extend(arguments);
        let ended = world.run(&all).await;
        (ended.code, ended.json()["result"].as_str().unwrap().to_owned())
    };
    let result = |code, result: &str| (code, result.to_owned());
    assert_eq!(refresh(&[]).await, result(0, "fresh"));
    assert_eq!(refresh(&["--within", "70d"]).await, result(0, "too_young"));
    assert_eq!(refresh(&["--force", "--dry-run"]).await, result(0, "too_young"));
    let forced = world.run(&["refresh-tokens", "--force"]).await;
    assert_ne!(forced.code, 0, "Instagram refuses a token younger than a day: {forced:?}");
    world.a_day_passes().await;
    assert_eq!(refresh(&["--force", "--dry-run"]).await, result(0, "refreshed"));
    let calls = world.person.see("sandbox/requests").await.unwrap().to_string();
    let before = world.run(&["token", "status", "--json"]).await.json()[0]["expires_at"].clone();
    assert_eq!(calls.matches("/refresh_access_token").count(), 1, "a dry run asks nobody");
    assert_eq!(refresh(&["--force"]).await, result(0, "refreshed"));
    let after = world.run(&["token", "status", "--json"]).await.json()[0]["expires_at"].clone();
    assert!(after.as_str() > before.as_str(), "{before} {after}");
    let quiet = world.run(&["refresh-tokens", "-q"]).await.ok();
    assert_eq!((quiet.stdout.as_str(), quiet.stderr.as_str()), ("", ""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dead_token_is_noted_once_instagram_says_so_and_a_login_heals_it() {
    let world = World::linked().await;
    world.person.writes(SHOP, CUSTOMER, "hello").await.unwrap();
    world.control(&format!("accounts/{SHOP}"), json!({ "state": "password_changed" })).await;
    let state = async || {
        let status = world.run(&["token", "status", "--json"]).await;
        (status.code, status.json()[0]["state"].as_str().unwrap().to_owned())
    };
    assert_eq!(state().await, (0, "valid".to_owned()), "nobody has asked Instagram yet");
    let refused = world.run(&["send", "text", "--to", CUSTOMER, "hi"]).await;
    assert_eq!(refused.code, 4, "{refused:?}");
    assert!(refused.stderr.contains("the password was changed"), "{refused:?}");
    assert!(refused.stderr.contains("igbot login --alias harbour_coffee"), "{refused:?}");
    assert_eq!(state().await, (4, "login_needed".to_owned()));
    let refreshed = world.run(&["refresh-tokens", "--force"]).await;
    assert_eq!(refreshed.code, 4, "{refreshed:?}");
    assert!(refreshed.stdout.contains("login needed"), "{refreshed:?}");
    let dry = world.run(&["refresh-tokens", "--force", "--dry-run"]).await;
    assert!(dry.code == 4 && dry.stdout.contains("login needed"), "{dry:?}");
    world.log_in(&["login", "--no-browser"]).await.ok();
    assert_eq!(state().await, (0, "valid".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_instagram_takes_shows_that_a_token_is_good_unless_the_app_was_removed() {
    let world = World::linked().await;
    world.person.writes(SHOP, CUSTOMER, "hello").await.unwrap();
    let state = async || world.run(&["token", "status", "--json"]).await.json()[0]["state"].clone();
    world.control("faults", json!({ "endpoint": "messages", "kind": "error", "code": 190 })).await;
    let send = ["send", "text", "--to", CUSTOMER, "hi"];
    assert_eq!(world.run(&send).await.code, 4);
    assert_eq!(state().await, "login_needed");
    world.run(&send).await.ok();
    assert_eq!(state().await, "valid");

    let serve = world.serve(&[]).await;
    let shop = world.run(&["account", "show", "--json"]).await.ok().json();
    let callback = world.person.see("sandbox/world").await.unwrap()["callback_url"].clone();
    let base = callback.as_str().unwrap().trim_end_matches("/webhook").to_owned();
    let user = shop["app_scoped_id"].as_str().unwrap();
    let removed = signed(user, sandbox::INSTAGRAM_APP_SECRET);
    assert_eq!(post(&format!("{base}/deauthorize"), removed, "").await.0, 200);
    serve.stop().await.ok();
    world.run(&["token", "status", "--online"]).await;
    assert_eq!(state().await, "login_needed", "who removes the app must log in again");
    let listed = world.run(&["account", "list"]).await.ok();
    assert!(listed.stdout.contains("inactive"), "{listed:?}");
    let calls = async || world.person.see("sandbox/requests").await.unwrap();
    let before = calls().await;
    let refused = world.run(&["send", "text", "--to", CUSTOMER, "hi", "--json"]).await;
    assert_eq!((refused.code, &refused.json()["outcome"]), (4, &json!("refused")), "{refused:?}");
    for cron in [&["refresh-tokens", "-q"][..], &["refresh-tokens", "--dry-run"]] {
        let told = world.run(cron).await;
        assert_eq!(told.code, 4, "{told:?}");
        assert!(told.stdout.contains("its owner has removed the app"), "{told:?}");
    }
    assert_eq!(calls().await, before, "Instagram was asked");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_token_is_named_as_such_with_the_login_that_heals_it() {
    let world = World::linked().await;
    world.control("clock", json!({ "advance_seconds": 61 * 24 * 3600 })).await;
    let refused = world.run(&["send", "text", "--to", CUSTOMER, "hi"]).await;
    assert_eq!(refused.code, 4, "{refused:?}");
    assert!(refused.stderr.contains("put `igbot refresh-tokens` into cron"), "{refused:?}");
    assert!(refused.stderr.contains("igbot login --alias harbour_coffee"), "{refused:?}");
    let status = world.run(&["token", "status", "--json"]).await;
    assert_eq!((status.code, &status.json()[0]["state"]), (4, &json!("login_needed")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disturbance_or_a_rate_limit_never_costs_a_token_nor_advises_a_login() {
    let faults = [
        ("http_500", 7),
        ("http_503_html", 7),
        ("reset", 7),
        ("truncated", 7),
        ("wrong_shape", 7),
        ("rate_limit", 5),
    ];
    join_all(faults.map(|(kind, code)| async move {
        let world = World::linked().await;
        world.a_day_passes().await;
        let fault = |count| json!({ "endpoint": "refresh", "kind": kind, "count": count });
        world.control("faults", fault(3)).await;
        let ended = world.run(&["refresh-tokens", "--force"]).await;
        assert_eq!(ended.code, code, "{kind}: {ended:?}");
        assert!(!format!("{ended:?}").contains("igbot login"), "{kind}: {ended:?}");
        // Some of these refreshed the token and broke the answer, which makes it young again.
        world.a_day_passes().await;
        world.run(&["refresh-tokens", "--force"]).await.ok();
    }))
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disturbance_that_passes_is_bridged_by_the_same_run() {
    join_all(["http_500", "http_503_html", "reset", "rate_limit"].map(|kind| async move {
        let world = World::linked().await;
        world.a_day_passes().await;
        world.control("faults", json!({ "endpoint": "refresh", "kind": kind, "count": 1 })).await;
        let ended = world.run(&["refresh-tokens", "--force", "--json"]).await.ok();
        assert_eq!(ended.json()["result"], "refreshed", "{kind}");
    }))
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_out_is_not_waited_for_twice() {
    let world = World::linked().await;
    world.a_day_passes().await;
    let slow = json!({ "endpoint": "refresh", "kind": "slow", "delay_ms": 60_000, "count": 2 });
    world.control("faults", slow).await;
    let ended = world.run(&["refresh-tokens", "--force", "--timeout", "1s"]).await;
    assert_eq!(ended.code, 7, "{ended:?}");
    assert_eq!(world.faults().await[0]["count"], 1, "the second one waits for a call in vain");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_run_at_a_time_and_the_second_says_so() {
    let world = World::linked().await;
    world.a_day_passes().await;
    let slow = json!({ "endpoint": "refresh", "kind": "slow", "delay_ms": 1_500 });
    world.control("faults", slow).await;
    let first = world.start(&["refresh-tokens", "--force", "--json"]).await;
    world.until_faults_are_met().await;
    let second = world.run(&["refresh-tokens", "--force"]).await.ok();
    assert!(second.stderr.contains("is already running"), "{second:?}");
    assert_eq!(second.stdout, "");
    let third = world.run(&["refresh-tokens", "--lock-wait", "20s", "--json"]).await.ok();
    assert_eq!(third.json()["result"], "fresh", "it waited and found the work done");
    assert_eq!(first.end().await.ok().json()["result"], "refreshed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_is_told_to_stop_keeps_what_is_under_way() {
    let world = World::linked().await;
    world.log_in_as(&["login", "--no-browser"], sandbox::CREATOR_USERNAME).await.ok();
    world.a_day_passes().await;
    let slow = json!({ "endpoint": "refresh", "kind": "slow", "delay_ms": 1_500 });
    world.control("faults", slow).await;
    let run = world.start(&["refresh-tokens", "--force", "--json", "--jobs", "1"]).await;
    world.until_faults_are_met().await;
    let ended = run.stop().await;
    assert_eq!(ended.code, 143, "{ended:?}");
    let results: Vec<Value> =
        ended.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(results[0]["result"], "refreshed", "{ended:?}");
    assert_eq!(results[1]["result"], "failed", "{ended:?}");
    assert_eq!(results[1]["reason"], "not checked: the run was stopped");
}

#[tokio::test(flavor = "multi_thread")]
async fn hooks_and_metrics_tell_of_each_account_and_never_of_a_token() {
    let world = World::linked().await;
    world.log_in_as(&["login", "--no-browser"], sandbox::CREATOR_USERNAME).await.ok();
    world.a_day_passes().await;
    world.control(&format!("accounts/{SHOP}"), json!({ "state": "app_removed" })).await;
    let hook = |name: &str, then: &str| {
        let file = world.path(name);
        format!("sh -c 'env > {}; echo said by {name}; {then}'", file.display())
    };
    let (fine, dead) = (hook("fine", "true"), hook("dead", "exit 3"));
    let metrics = world.path("igbot.prom");
    let ended = world
        .run(&[
            "refresh-tokens",
            "--force",
            "--on-refresh",
            &fine,
            "--on-login-needed",
            &dead,
            "--metrics-file",
            metrics.to_str().unwrap(),
        ])
        .await;
    assert_eq!(ended.code, 4, "{ended:?}");
    assert!(ended.stderr.contains("said by fine"), "{ended:?}");
    assert!(ended.stderr.contains("--on-login-needed for `harbour_coffee`"), "{ended:?}");
    let told = |name: &str| std::fs::read_to_string(world.path(name)).unwrap();
    let (fine, dead) = (told("fine"), told("dead"));
    assert!(fine.contains("IGBOT_RESULT=refreshed\n"), "{fine}");
    assert!(fine.contains(&format!("IGBOT_ACCOUNT={}\n", sandbox::CREATOR_USERNAME)), "{fine}");
    assert!(dead.contains("IGBOT_RESULT=login_needed\n"), "{dead}");
    assert!(dead.contains(&format!("IGBOT_ACCOUNT_ID={SHOP}\n")), "{dead}");
    assert!(dead.contains("IGBOT_REASON=Error validating access token"), "{dead}");
    let metrics = std::fs::read_to_string(metrics).unwrap();
    assert!(metrics.contains("igbot_refresh_accounts{result=\"login_needed\"} 1\n"), "{metrics}");
    assert!(metrics.contains("igbot_refresh_last_run_exit_code 4\n"), "{metrics}");
    for text in [fine, dead, metrics] {
        for secret in ["IGAA", "INSTAGRAM_", "Fernet"] {
            assert!(!text.contains(secret), "{text}");
        }
    }
    // Asked again in the next run, although its token has not come of age: nobody must miss it.
    let again = world.run(&["refresh-tokens", "-q", "--json"]).await;
    assert_eq!(again.code, 4, "{again:?}");
    assert_eq!(again.json()["result"], "login_needed", "the one that is well is not mentioned");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hook_that_fails_costs_no_token_and_is_told_by_the_exit_code() {
    let world = World::linked().await;
    world.a_day_passes().await;
    let ended = world.run(&["refresh-tokens", "--force", "--on-refresh", "/no/such"]).await;
    assert_eq!(ended.code, 8, "{ended:?}");
    assert!(ended.stdout.contains("refreshed"), "{ended:?}");
    let unreadable = world.run(&["refresh-tokens", "--on-refresh", "an 'open quote"]).await;
    assert_eq!(unreadable.code, 2, "{unreadable:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_dead_account_does_not_stop_the_others() {
    let world = World::linked().await;
    world.log_in_as(&["login", "--no-browser"], sandbox::CREATOR_USERNAME).await.ok();
    world.a_day_passes().await;
    world.control(&format!("accounts/{SHOP}"), json!({ "state": "app_removed" })).await;
    let ended = world.run(&["refresh-tokens", "--force", "--json"]).await;
    assert_eq!(ended.code, 4, "{ended:?}");
    let results: Vec<Value> =
        ended.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let result_of = |id: &str| &results.iter().find(|it| it["account_id"] == id).unwrap()["result"];
    assert_eq!(result_of(SHOP), "login_needed");
    assert_eq!(result_of(sandbox::CREATOR_ACCOUNT), "refreshed");
}

#[tokio::test(flavor = "multi_thread")]
async fn monitoring_learns_of_a_near_end_by_the_exit_code() {
    let world = World::linked().await;
    assert_eq!(world.run(&["token", "status", "--expires-within", "7d"]).await.code, 0);
    assert_eq!(world.run(&["token", "status", "--expires-within", "90d"]).await.code, 10);
}
