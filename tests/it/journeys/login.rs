//! Linking an account.

use std::fs;

use igbot::sandbox;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::world::World;

#[tokio::test(flavor = "multi_thread")]
async fn a_login_through_the_listener_links_the_account() {
    let world = World::new().await;
    let ended = world.log_in(&["login", "--no-browser", "--alias", "shop", "--json"]).await.ok();
    let account = ended.json();
    assert_eq!(account["alias"], "shop");
    assert_eq!(account["account_id"], sandbox::BUSINESS_ACCOUNT);
    assert_eq!(account["token_state"], "valid");
    let listed = world.run(&["account", "list", "--json"]).await.ok().json();
    assert_eq!(listed.as_array().unwrap().len(), 1);
    assert_eq!(listed[0]["username"], sandbox::BUSINESS_USERNAME);
    assert_ne!(listed[0]["app_scoped_id"], listed[0]["account_id"]);
    let status = world.run(&["token", "status", "--json"]).await.ok().json();
    let days = status[0]["left_seconds"].as_i64().unwrap() / 86_400;
    assert!((58..=60).contains(&days), "{days}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_by_pasting_works_with_an_https_redirect_and_says_what_is_wrong_with_a_paste() {
    let mut world = World::new().await;
    world.redirect_uri = "https://bot.example.com/login/callback".to_owned();
    let mut login = world.start(&["login", "--no-browser"]).await;
    let url = login.consent_page().await;
    let landed = world.person.agrees(&url, sandbox::BUSINESS_USERNAME).await.unwrap();
    assert!(landed.as_str().starts_with("https://bot.example.com/login/callback?"));
    login.paste("https://bot.example.com/").await;
    let mut foreign = landed.clone();
    foreign.query_pairs_mut().clear().append_pair("code", "x").append_pair("state", "other");
    login.paste(foreign.as_str()).await;
    login.paste(&format!("{landed}#_")).await;
    let ended = login.end().await.ok();
    assert!(ended.stderr.contains("neither a code nor an error"), "{ended:?}");
    assert!(ended.stderr.contains("belongs to another login"), "{ended:?}");
    world.run(&["account", "show", "harbour_coffee"]).await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn stray_requests_do_not_end_a_login_and_a_second_callback_gets_the_first_ones_page() {
    let world = World::new().await;
    let mut login = world.start(&["login", "--no-browser"]).await;
    let url = login.consent_page().await;
    let at = |path: &str| world.redirect_uri.replace("/callback", path).parse().unwrap();
    for (path, expected) in [
        ("/favicon.ico", 404),
        ("/", 404),
        ("/callback", 400),
        ("/callback?code=x&state=wrong", 400),
        ("/callback?error=access_denied&state=wrong", 400),
        ("/callback?code=x", 400),
    ] {
        let (status, _) = world.person.follows(&at(path)).await.unwrap();
        assert_eq!(status, expected, "{path}");
    }
    let landed = world.person.agrees(&url, sandbox::BUSINESS_USERNAME).await.unwrap();
    let (first, second) =
        tokio::join!(world.person.follows(&landed), world.person.follows(&landed));
    let (first, second) = (first.unwrap(), second.unwrap());
    assert_eq!(first, second);
    assert_eq!(first.0, 200);
    assert!(first.1.contains("The account is linked"), "{}", first.1);
    login.end().await.ok();
    let exchanges = world.person.see("sandbox/requests").await.unwrap();
    let exchanges = exchanges.as_array().unwrap().iter();
    let exchanged = exchanges.filter(|it| it["path"] == "/oauth/access_token").count();
    assert_eq!(exchanged, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_of_the_listener_says_that_its_connection_ends() {
    let world = World::new().await;
    let mut login = world.start(&["login", "--no-browser"]).await;
    login.consent_page().await;
    let address = world.redirect_uri.trim_start_matches("http://").trim_end_matches("/callback");
    for line in ["GET / HTTP/1.1", "GET /callback?code=x&state=y HTTP/1.1", "HEAD / HTTP/1.0", "?"]
    {
        let mut browser = TcpStream::connect(address).await.unwrap();
        browser.write_all(format!("{line}\r\nHost: {address}\r\n\r\n").as_bytes()).await.unwrap();
        let mut answer = String::new();
        browser.read_to_string(&mut answer).await.unwrap();
        let (head, _) = answer.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1."), "{answer}");
        assert_eq!(head.matches("\r\nConnection: close").count(), 1, "{answer}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_somebody_announces_to_the_listener_costs_the_login_nothing() {
    let world = World::new().await;
    let mut login = world.start(&["login", "--no-browser"]).await;
    let url = login.consent_page().await;
    let address = world.redirect_uri.trim_start_matches("http://").trim_end_matches("/callback");
    let mut held = Vec::new();
    for more in [
        "Content-Length: 99999999999999",
        "Content-Length: 18446744073709551615",
        "Content-Length: 100000\r\nExpect: 100-continue",
        "Transfer-Encoding: chunked",
    ] {
        let mut stranger = TcpStream::connect(address).await.unwrap();
        let head = format!("POST /x HTTP/1.1\r\nHost: {address}\r\n{more}\r\n\r\nabc");
        stranger.write_all(head.as_bytes()).await.unwrap();
        held.push(stranger);
    }
    let landed = world.person.agrees(&url, sandbox::BUSINESS_USERNAME).await.unwrap();
    let (status, page) = world.person.follows(&landed).await.unwrap();
    assert_eq!(status, 200, "{page}");
    login.end().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_is_said_on_the_page_and_in_the_terminal() {
    let world = World::new().await;
    let mut login = world.start(&["login", "--no-browser"]).await;
    let url = login.consent_page().await;
    let landed = world.person.refuses(&url, sandbox::BUSINESS_USERNAME).await.unwrap();
    let (_, page) = world.person.follows(&landed).await.unwrap();
    assert!(page.contains("Login canceled"), "{page}");
    let ended = login.end().await;
    assert_eq!(ended.code, 6, "{ended:?}");
    assert!(ended.stderr.contains("hint: run `igbot login` again"), "{ended:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_personal_account_is_refused_with_the_way_out() {
    let world = World::new().await;
    let mut login = world.start(&["login", "--no-browser"]).await;
    let url = login.consent_page().await;
    let landed = world.person.agrees(&url, sandbox::BUSINESS_USERNAME).await.unwrap();
    // It was switched back after the person agreed; the consent page takes no personal one.
    let path = format!("accounts/{}", sandbox::BUSINESS_ACCOUNT);
    world.control(&path, serde_json::json!({ "account_type": "PERSONAL" })).await;
    let (_, page) = world.person.follows(&landed).await.unwrap();
    assert!(page.contains("Login failed"), "{page}");
    let ended = login.end().await;
    assert_eq!(ended.code, 6, "{ended:?}");
    assert!(ended.stderr.contains("switch it to a professional account"), "{ended:?}");
    assert_eq!(world.run(&["account", "list", "--json"]).await.json(), serde_json::json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_without_a_role_on_the_app_is_explained() {
    let world = World::new().await;
    let ended = world.log_in_as(&["login", "--no-browser"], sandbox::NO_ROLE_USERNAME).await;
    assert_eq!(ended.code, 6, "{ended:?}");
    assert!(ended.stderr.contains("Instagram testers"), "{ended:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_that_nobody_ends_times_out_and_one_without_a_way_back_does_not_wait() {
    let mut world = World::new().await;
    let ended = world.run(&["login", "--no-browser", "--timeout", "1s"]).await;
    assert_eq!(ended.code, 7, "{ended:?}");
    assert!(ended.stderr.contains("Invalid platform app"), "{ended:?}");
    world.redirect_uri = "https://bot.example.com/login/callback".to_owned();
    let ended = world.run(&["login", "--no-browser"]).await;
    assert_eq!(ended.code, 2, "{ended:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_secret_or_app_is_named_and_nothing_is_stored() {
    let world = World::new().await;
    for (name, value, hint) in
        [("INSTAGRAM_APP_SECRET", sandbox::META_APP_SECRET, "must belong to INSTAGRAM_APP_ID")]
    {
        let mut command = world.command(&["login", "--no-browser"]);
        command.env(name, value);
        let mut login = world.start_command(command).await;
        let url = login.consent_page().await;
        let landed = world.person.agrees(&url, sandbox::BUSINESS_USERNAME).await.unwrap();
        world.person.follows(&landed).await.unwrap();
        let ended = login.end().await;
        assert_eq!(ended.code, 3, "{ended:?}");
        assert!(ended.stderr.contains(hint), "{ended:?}");
    }
    assert_eq!(world.run(&["account", "list", "--json"]).await.json(), serde_json::json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn linking_again_keeps_the_alias_and_unlinking_leaves_nothing() {
    let world = World::new().await;
    world.log_in(&["login", "--no-browser", "--alias", "shop"]).await.ok();
    world.log_in(&["login", "--no-browser"]).await.ok();
    let listed = world.run(&["account", "list", "--json"]).await.ok().json();
    assert_eq!(listed.as_array().unwrap().len(), 1);
    assert_eq!(listed[0]["alias"], "shop");
    let asked = world.run(&["unlink", "shop"]).await;
    assert_eq!(asked.code, 2, "no terminal means no prompt: {asked:?}");
    assert!(asked.stderr.contains("igbot unlink shop --yes"), "{asked:?}");
    world.run(&["unlink", "shop", "--yes", "--unsubscribe"]).await.ok();
    assert_eq!(world.run(&["account", "list", "--json"]).await.json(), serde_json::json!([]));
    let store = std::fs::read(world.path(".local/share/igbot/store.db")).unwrap();
    let id = sandbox::BUSINESS_ACCOUNT.as_bytes();
    assert!(!store.windows(id.len()).any(|window| window == id), "the row is gone from the file");
}

/// How often Instagram was asked to exchange a code.
async fn exchanges(world: &World) -> usize {
    let requests = world.person.see("sandbox/requests").await.unwrap();
    let requests = requests.as_array().unwrap().iter();
    requests.filter(|it| it["path"] == "/oauth/access_token").count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_is_ended_once_and_again_only_if_its_code_was_given_to_nobody() {
    let world = World::new().await;
    let landed = async || {
        let url = world.run(&["login", "--print-url"]).await.ok().stdout.trim().parse().unwrap();
        world.person.agrees(&url, sandbox::BUSINESS_USERNAME).await.unwrap().to_string()
    };
    // As from a terminal that is pasted into twice.
    let address = landed().await;
    let complete = ["login", "--complete", &address, "--alias", "quay"];
    let all = futures_util::future::join_all((0..4).map(|_| world.run(&complete))).await;
    let mut codes: Vec<_> = all.iter().map(|it| it.code).collect();
    codes.sort_unstable();
    assert_eq!((codes, exchanges(&world).await), (vec![0, 2, 2, 2], 1), "{all:?}");
    let accounts = world.run(&["account", "list", "--json"]).await.ok().json();
    assert_eq!(accounts[0]["alias"], "quay", "what was asked for last counts");

    let address = landed().await;
    let mut away = world.command(&["login", "--complete", &address]);
    away.env("IGBOT_API_URL", "http://127.0.0.1:1");
    assert_eq!(world.run_command(away).await.code, 7);
    world.run(&["login", "--complete", &address]).await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_kept_though_its_name_is_taken_or_its_life_is_not_said() {
    let world = World::linked().await;
    world.run(&["account", "rename", "harbour_coffee", sandbox::CREATOR_USERNAME]).await.ok();
    let second = world.log_in_as(&["login", "--no-browser"], sandbox::CREATOR_USERNAME).await.ok();
    assert!(second.stderr.contains("belongs to another account"), "{second:?}");
    let accounts = world.run(&["account", "list", "--json"]).await.ok().json();
    let other = format!("{}-2", sandbox::CREATOR_USERNAME);
    assert_eq!(accounts.as_array().unwrap().iter().filter(|it| it["alias"] == other).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_after_the_app_was_removed_knows_that_nothing_is_delivered_any_more() {
    let world = World::linked().await;
    let serve = world.serve(&[]).await;
    let again = world.log_in(&["login", "--no-browser"]).await.ok();
    assert!(again.stderr.contains("Next: `igbot serve`."), "{again:?}");
    let shop = format!("accounts/{}", sandbox::BUSINESS_ACCOUNT);
    world.control(&shop, serde_json::json!({ "state": "app_removed" })).await;
    let again = world.log_in(&["login", "--no-browser"]).await.ok();
    assert!(again.stderr.contains("Next: `igbot webhook subscribe"), "{again:?}");
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_that_is_interrupted_leaves_no_file_behind() {
    let world = World::new().await;
    let temporary = world.path("tmp");
    let login = async || {
        let mut command = world.command(&["login", "--no-browser"]);
        command.env("TMPDIR", &temporary);
        world.start_command(command).await
    };
    let refused = login().await.end().await;
    assert_eq!(refused.code, 3, "{refused:?}");
    assert!(refused.stderr.contains("set TMPDIR"), "{refused:?}");
    fs::create_dir(&temporary).unwrap();
    for (signal, code) in [("-INT", 130), ("-TERM", 143), ("-HUP", 130)] {
        let mut login = login().await;
        login.consent_page().await;
        assert_eq!(fs::read_dir(&temporary).unwrap().count(), 1);
        login.signal(signal).await;
        assert_eq!(login.end().await.code, code);
        assert_eq!(fs::read_dir(&temporary).unwrap().count(), 0, "{signal}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_behind_the_code_finishes_the_login_and_a_second_one_ends_it() {
    let world = World::new().await;
    for (stops, code) in [(1, 0), (2, 130)] {
        let slow = json!({ "endpoint": "exchange", "kind": "slow", "delay_ms": 3000, "count": 1 });
        world.control("faults", slow).await;
        let mut login = world.start(&["login", "--no-browser"]).await;
        let page = login.consent_page().await;
        let consent = async {
            let landed = world.person.agrees(&page, sandbox::BUSINESS_USERNAME).await.unwrap();
            let _ = world.person.follows(&landed).await;
        };
        let stopping = async {
            world.until_faults_are_met().await;
            login.signal("-INT").await;
            login.says("Finishing the login").await;
            if stops > 1 {
                tokio::time::sleep(std::time::Duration::from_millis(400)).await;
                login.signal("-INT").await;
            }
        };
        tokio::join!(consent, stopping);
        let ended = login.end().await;
        assert_eq!(ended.code, code, "{ended:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outage_right_behind_the_code_ends_no_login_and_a_long_one_says_that_the_code_is_spent()
{
    let world = World::new().await;
    let fault = |count| json!({ "endpoint": "exchange", "kind": "http_500", "count": count });
    world.control("faults", fault(3)).await;
    let lost = world.log_in(&["login", "--no-browser"]).await;
    assert!(lost.code == 7 && lost.stderr.contains("the code has been used"), "{lost:?}");
    world.control("faults", fault(1)).await;
    world.log_in(&["login", "--no-browser"]).await.ok();
    let limit = json!({ "endpoint": "exchange", "kind": "rate_limit", "count": 3 });
    world.control("faults", limit).await;
    let limited = world.log_in(&["login", "--no-browser"]).await;
    assert!(limited.code == 5 && limited.stderr.contains("in an hour"), "{limited:?}");
    assert_eq!(world.faults().await[0]["count"], 2, "a limit is not asked again at once");
}
