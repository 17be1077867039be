//! Setting up without a browser here, and finding out what is wrong.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Stdio;

use igbot::sandbox::{self, BUSINESS_ACCOUNT as SHOP, DEFAULT_CUSTOMER as CUSTOMER};
use serde_json::{Value, json};

use super::world::{CANARY, Running, World};

const PUBLIC: &str = "https://bot.example.com/login/callback";

#[tokio::test(flavor = "multi_thread")]
async fn a_login_in_two_steps_needs_no_waiting_and_works_once() {
    let mut world = World::new().await;
    world.redirect_uri = PUBLIC.to_owned();
    let shown = world.run(&["login", "--print-url", "--alias", "shop"]).await.ok();
    let url = shown.stdout.trim().parse().unwrap();
    let landed = world.person.agrees(&url, sandbox::BUSINESS_USERNAME).await.unwrap();
    let stray =
        world.run(&["login", "--complete", "https://bot.example.com/?code=x&state=y"]).await;
    assert_eq!(stray.code, 2, "{stray:?}");
    let mut complete = world.start(&["login", "--complete", "-", "--json"]).await;
    complete.paste(landed.as_str()).await;
    complete.hang_up();
    assert_eq!(complete.end().await.ok().json()["alias"], "shop");
    let again = world.run(&["login", "--complete", landed.as_str()]).await;
    assert_eq!(again.code, 2, "{again:?}");
    assert!(again.stderr.contains("login --print-url"), "{again:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_that_waits_ends_with_the_one_that_another_process_completes() {
    let mut world = World::new().await;
    world.redirect_uri = PUBLIC.to_owned();
    let mut login = world.start(&["login", "--no-browser", "--timeout", "600s"]).await;
    let url = login.consent_page().await;
    let landed = world.person.agrees(&url, sandbox::BUSINESS_USERNAME).await.unwrap();
    world.run(&["login", "--complete", landed.as_str()]).await.ok();
    let ended = login.end().await.ok();
    assert!(ended.stderr.contains("Linked @"), "{ended:?}");

    // Who gave up waiting has not given up the login.
    let mut login = world.start(&["login", "--no-browser", "--timeout", "1s"]).await;
    let url = login.consent_page().await;
    let landed = world.person.agrees(&url, sandbox::BUSINESS_USERNAME).await.unwrap();
    assert_eq!(login.end().await.code, 7);
    world.run(&["login", "--complete", landed.as_str()]).await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_comes_back_to_serve_ends_the_login_that_waits() {
    let mut world = World::new().await;
    world.redirect_uri = PUBLIC.to_owned();
    let mut serve = world.start(&["serve", "--json", "--bind", "127.0.0.1:0"]).await;
    let ready: Value = serde_json::from_str(&serve.line().await).unwrap();
    let at_serve = |url: &url::Url| -> url::Url {
        let query = url.query().unwrap();
        format!("http://{}/login/callback?{query}", ready["bind"].as_str().unwrap())
            .parse()
            .unwrap()
    };
    let mut login = world.start(&["login", "--no-browser", "--timeout", "20s"]).await;
    let url = login.consent_page().await;
    let landed = world.person.agrees(&url, sandbox::BUSINESS_USERNAME).await.unwrap();
    let stray = "https://x/?code=a&state=bbbbbbbbbbbbbbbbbbbbbb".parse().unwrap();
    let (status, _) = world.person.follows(&at_serve(&stray)).await.unwrap();
    assert_eq!(status, 400, "another login's browser is sent away");
    let (status, page) = world.person.follows(&at_serve(&landed)).await.unwrap();
    assert_eq!(status, 200);
    assert!(page.contains("The account is linked"), "{page}");
    login.end().await.ok();
    let (_, page) = world.person.follows(&at_serve(&landed)).await.unwrap();
    assert!(page.contains("The account is linked"), "a second look shows the same: {page}");
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn two_logins_at_once_do_not_mix() {
    let mut world = World::new().await;
    world.redirect_uri = PUBLIC.to_owned();
    let mut shop = world.start(&["login", "--no-browser"]).await;
    let mut painter = world.start(&["login", "--no-browser"]).await;
    let shop_url = shop.consent_page().await;
    let painter_url = painter.consent_page().await;
    let shop_landed = world.person.agrees(&shop_url, sandbox::BUSINESS_USERNAME).await.unwrap();
    let painter_landed =
        world.person.agrees(&painter_url, sandbox::CREATOR_USERNAME).await.unwrap();
    painter.paste(shop_landed.as_str()).await;
    painter.paste(painter_landed.as_str()).await;
    shop.paste(shop_landed.as_str()).await;
    let painter = painter.end().await.ok();
    assert!(painter.stderr.contains("belongs to another login"), "{painter:?}");
    assert!(painter.stderr.contains("Linked @mira.paints"), "{painter:?}");
    assert!(shop.end().await.ok().stderr.contains("Linked @harbour_coffee"));
}

/// Pipes a text into a command.
async fn pipe(world: &World, arguments: &[&str], text: &str) -> Running {
    let mut running = world.start(arguments).await;
    running.paste(text).await;
    running.hang_up();
    running
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_of_the_dashboard_is_linked_and_a_short_lived_one_is_exchanged() {
    let world = World::new().await;
    for (wish, exchanged) in [(json!({}), false), (json!({ "short_lived": true }), true)] {
        let token =
            world.control("tokens", wish).await["access_token"].as_str().unwrap().to_owned();
        let arguments = ["link", "--token-stdin", "--alias", "shop", "--json"];
        let linked = pipe(&world, &arguments, &token).await.end().await.ok().json();
        assert_eq!(linked["account_id"], SHOP);
        let shown =
            tokio::process::Command::from(world.command(&["token", "show", "shop"]).into_std())
                .output()
                .await
                .unwrap();
        let stored = String::from_utf8(shown.stdout).unwrap();
        assert_eq!(stored.trim() != token, exchanged);
    }
    let garbage = pipe(&world, &["link", "--token-stdin"], "two words").await.end().await;
    assert_eq!(garbage.code, 2, "{garbage:?}");
    let dead = pipe(&world, &["link", "--token-stdin"], "IGAAnosuchtoken").await.end().await;
    assert_eq!(dead.code, 4, "{:?}", dead.code);
    let help = world.run(&["link"]).await;
    assert_eq!(help.code, 2, "{help:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_whose_age_nobody_knows_is_never_believed_to_live_long() {
    let world = World::new().await;
    let made = async |wish| {
        world.control("tokens", wish).await["access_token"].as_str().unwrap().to_owned()
    };
    let old = made(json!({})).await;
    world.control("clock", json!({ "advance_seconds": 50 * 24 * 3600 })).await;
    let arguments = ["link", "--token-stdin", "--alias", "shop"];
    pipe(&world, &arguments, &old).await.end().await.ok();
    let shown = world.command(&["token", "show", "shop"]).output().await.unwrap();
    assert_ne!(String::from_utf8(shown.stdout).unwrap().trim(), old, "a refresh tells its life");

    // Without the secret it cannot be exchanged, and it is too young to be refreshed.
    let short = made(json!({ "short_lived": true })).await;
    let mut link = world.command(&arguments);
    link.env_remove("INSTAGRAM_APP_SECRET").stdin(Stdio::piped());
    let mut link = world.start_command(link).await;
    link.paste(&short).await;
    link.hang_up();
    let linked = link.end().await.ok();
    assert!(linked.stderr.contains("did not say when this token expires"), "{linked:?}");
    let status = world.run(&["token", "status", "--json"]).await.json();
    assert!(status[0]["left_seconds"].as_i64().unwrap() <= 72 * 3600, "{status}");
    let soon = world.run(&["token", "status", "--expires-within", "7d"]).await;
    assert_ne!(soon.code, 0, "monitoring sees it: {soon:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_can_be_linked_from_standard_input() {
    let mut world = World::new().await;
    world.redirect_uri = PUBLIC.to_owned();
    let shown = world.run(&["login", "--print-url"]).await.ok();
    let url = shown.stdout.trim().parse().unwrap();
    let landed = world.person.agrees(&url, sandbox::BUSINESS_USERNAME).await.unwrap();
    let other =
        ["link", "--code-stdin", "--redirect-uri", "https://bot.example.com/login/callback/"];
    let wrong = pipe(&world, &other, landed.as_str()).await.end().await;
    assert_eq!(wrong.code, 3, "a final slash counts: {wrong:?}");
    assert!(wrong.stderr.contains("a final / counts"), "{wrong:?}");
    let landed = world.person.agrees(&url, sandbox::BUSINESS_USERNAME).await.unwrap();
    pipe(&world, &["link", "--code-stdin"], landed.as_str()).await.end().await.ok();
    let again = pipe(&world, &["link", "--code-stdin"], landed.as_str()).await.end().await;
    assert_eq!(again.code, 4, "a used code needs a new login: {again:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_once_obtained_is_kept_although_me_fails_and_verified_later() {
    let world = World::new().await;
    for (fault, code) in [
        (json!({ "endpoint": "me", "kind": "error", "code": 100, "count": 1 }), 6),
        (json!({ "endpoint": "me", "kind": "http_500", "count": 1 }), 8),
    ] {
        world.control("faults", fault).await;
        let ended = world.log_in(&["login", "--no-browser", "--alias", "shop"]).await;
        assert_eq!(ended.code, code, "{ended:?}");
        assert!(ended.stderr.contains("token status --online"), "{ended:?}");
    }
    world.run(&["token", "status", "--online"]).await.ok();
    let accounts = world.run(&["account", "list", "--json"]).await.ok().json();
    assert_eq!(accounts.as_array().unwrap().len(), 1);
    assert_eq!(accounts[0]["account_id"], SHOP);
    assert_eq!(accounts[0]["username"], sandbox::BUSINESS_USERNAME);
    assert_eq!(accounts[0]["alias"], "shop");
    // What is known of an account does not go with a login in which nobody could be asked.
    world.control("faults", json!({ "endpoint": "me", "kind": "http_500", "count": 1 })).await;
    assert_eq!(world.log_in(&["login", "--no-browser"]).await.code, 8);
    let again = world.run(&["account", "list", "--json"]).await.ok().json();
    for known in ["account_id", "app_scoped_id", "username", "alias", "account_type"] {
        assert_eq!(again[0][known], accounts[0][known], "{again:#}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_instagram_says_of_an_account_undoes_no_refresh_and_no_parting() {
    let world = World::linked().await;
    world.a_day_passes().await;
    world.control(&format!("accounts/{SHOP}"), json!({ "username": "new_name" })).await;
    let shown = async || {
        let shown = world.command(&["token", "show", "harbour_coffee"]).output().await.unwrap();
        String::from_utf8(shown.stdout).unwrap()
    };
    let slow = json!({ "endpoint": "me", "kind": "slow", "delay_ms": 1500 });
    let status = ["token", "status", "harbour_coffee", "--online"];
    let before = shown().await;
    world.control("faults", slow.clone()).await;
    let refresh = async {
        world.until_faults_are_met().await;
        world.run(&["refresh-tokens", "--force"]).await.ok();
        shown().await
    };
    let (_, refreshed) = tokio::join!(world.run(&status), refresh);
    assert_ne!(refreshed, before);
    assert_eq!(shown().await, refreshed, "the old token is not put back");
    world.run(&status).await.ok();
    assert_eq!(shown().await, refreshed);
    let list = world.run(&["account", "list", "--json"]).await.ok().json();
    assert_eq!(list[0]["username"], "new_name");

    world.control(&format!("accounts/{SHOP}"), json!({ "username": "newer" })).await;
    world.control("faults", slow).await;
    let unlink = async {
        world.until_faults_are_met().await;
        world.run(&["unlink", "harbour_coffee", "--yes"]).await.ok();
    };
    tokio::join!(world.run(&status), unlink);
    assert_eq!(world.run(&["account", "list", "--json"]).await.ok().json(), json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_shows_a_subscription_and_a_parting_and_changes_neither() {
    let world = World::linked().await;
    let changes = async || {
        let requests = world.person.see("sandbox/requests").await.unwrap();
        requests.as_array().unwrap().iter().filter(|it| it["method"] != "GET").count()
    };
    let before = changes().await;
    let shown = world.run(&["webhook", "subscribe", "messages", "-n", "--json"]).await.ok().json();
    assert_eq!(
        (&shown["method"], &shown["body"]["subscribed_fields"]),
        (&json!("POST"), &json!("messages"))
    );
    let shown = world.run(&["webhook", "unsubscribe", "-n", "--json"]).await.ok().json();
    assert_eq!(shown["method"], "DELETE");
    let unlink = ["unlink", "harbour_coffee", "--unsubscribe", "--purge", "-n"];
    let shown = world.run(&unlink).await.ok().stdout;
    for part in ["webhook", "harbour_coffee", "messages"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    assert_eq!(changes().await, before);
    world.run(&["account", "show", "harbour_coffee"]).await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn accounts_are_renamed_chosen_and_given_bots() {
    let world = World::linked().await;
    world
        .log_in_as(&["login", "--no-browser", "--alias", "art"], sandbox::CREATOR_USERNAME)
        .await
        .ok();
    let which = world.run(&["webhook", "status"]).await;
    assert_eq!(which.code, 2, "{which:?}");
    assert!(which.stderr.contains("--account: art, harbour_coffee"), "{which:?}");
    world.run(&["account", "rename", "harbour_coffee", "shop"]).await.ok();
    let taken = world.run(&["account", "rename", "art", "shop"]).await;
    assert_eq!(taken.code, 2, "{taken:?}");
    for name in [sandbox::BUSINESS_ACCOUNT, "--", "-x"] {
        let refused = world.run(&["account", "rename", "art", "--", name]).await;
        assert_eq!(refused.code, 2, "{refused:?}");
    }
    let after = world.run(&["token", "status", "-A", "art", "--json"]).await.ok().json();
    assert_eq!(after[0]["alias"], "art", "a global flag works after the command too");
    world.run(&["account", "use", "shop"]).await.ok();
    let chosen = world.run(&["webhook", "status", "--json"]).await.ok().json();
    assert_eq!(chosen["alias"], "shop");
    let no_bot = world.run(&["account", "bot", "shop", "nobody"]).await;
    assert_eq!(no_bot.code, 3, "{no_bot:?}");
    let config = world.path(".config/igbot/config.toml");
    fs::create_dir_all(config.parent().unwrap()).unwrap();
    fs::write(&config, "[bots.clerk]\nexec = [\"cat\"]\n").unwrap();
    world.run(&["account", "bot", "shop", "clerk"]).await.ok();
    let shop = world.run(&["account", "show", "shop", "--json"]).await.ok().json();
    assert_eq!(shop["bot"], "clerk");
    fs::write(&config, "[bots.clerk]\nexec = [\"/nowhere/clerk\"]\n").unwrap();
    let doctor = world.run(&["doctor", "--json"]).await.json();
    let bot =
        doctor.as_array().unwrap().iter().find(|it| it["id"] == "bot" && it["status"] == "failure");
    assert!(bot.unwrap()["message"].as_str().unwrap().contains("/nowhere/clerk"), "{doctor}");
    // Others are answered, and what is said to all is taken in.
    world.serve(&["--echo"]).await.stop().await.ok();
    world.run(&["account", "bot", "shop", "--none"]).await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_are_changed_in_place_and_secrets_never_on_the_command_line() {
    let world = World::new().await;
    world.run(&["config", "set", "BACKEND_URL", "https://bot.example.com"]).await.ok();
    let refused = world.run(&["config", "set", "INSTAGRAM_APP_SECRET", "hunter2"]).await;
    assert_eq!(refused.code, 2, "{refused:?}");
    assert!(!refused.stderr.contains("hunter2"), "{refused:?}");
    pipe(&world, &["config", "set", "META_APP_SECRET"], "piped").await.end().await.ok();
    let config = world.path(".config/igbot/config.toml");
    assert_eq!(fs::metadata(&config).unwrap().permissions().mode() & 0o777, 0o600);
    let shown = world.run(&["config", "show", "--origins", "--json"]).await.ok();
    let views = shown.json();
    let view = |name: &str| {
        views.as_array().unwrap().iter().find(|it| it["name"] == name).unwrap().clone()
    };
    assert_eq!(view("BACKEND_URL")["value"], "https://bot.example.com");
    assert!(view("BACKEND_URL")["origin"].as_str().unwrap().ends_with("config.toml"));
    assert_eq!(view("META_APP_SECRET")["value"], Value::Null);
    assert_eq!(view("META_APP_SECRET")["set"], true);
    world.run(&["config", "validate"]).await.ok();
    let mut bad = world.command(&["config", "validate"]);
    bad.env("INSTAGRAM_API_VERSION", "25");
    let bad = world.run_command(bad).await;
    assert_eq!(bad.code, 3, "{bad:?}");
    world.run(&["config", "set", "INSTAGRAM_API_VERSION", "v26.0"]).await.ok();
    world.run(&["config", "unset", "INSTAGRAM_API_VERSION"]).await.ok();
    world.run(&["config", "validate"]).await.ok();
}

/// The checks of a doctor's visit: (id, status).
async fn visit(world: &World, arguments: &[&str], environment: &[(&str, &str)]) -> Vec<Value> {
    let mut all = vec!["doctor", "--json"];
    all.extend(arguments);
    let mut command = world.command(&all);
    command.envs(environment.iter().copied());
    let ended = world.run_command(command).await;
    assert!(matches!(ended.code, 0 | 10), "{ended:?}");
    let checks = ended.json();
    let failed = checks.as_array().unwrap().iter().any(|check| check["status"] == "failure");
    assert_eq!(ended.code == 10, failed, "{ended:?}");
    checks.as_array().unwrap().clone()
}

fn status(checks: &[Value], id: &str) -> String {
    let check = checks.iter().find(|check| check["id"] == id);
    let check = check.unwrap_or_else(|| panic!("no check {id} in {checks:#?}"));
    if matches!(check["status"].as_str(), Some("failure" | "warning")) {
        assert!(check["fix"].is_string(), "{id} has no fix");
    }
    check["status"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_finds_a_healthy_bot_healthy() {
    let world = World::linked().await;
    let serve = world.serve(&["--echo"]).await;
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    world.replies(1).await;
    let callback = world.person.see("sandbox/world").await.unwrap()["callback_url"].clone();
    let base = callback.as_str().unwrap().trim_end_matches("/webhook").to_owned();
    let checks = visit(&world, &["--online", "--public-url", &base], &[]).await;
    assert!(checks.len() >= 30, "{}", checks.len());
    let bad: Vec<_> = checks.iter().filter(|check| check["status"] == "failure").collect();
    assert!(bad.is_empty(), "{bad:#?}");
    for id in [
        "token-online",
        "subscription-online",
        "app-subscription",
        "public-handshake",
        "public-body",
        "signing-secret",
        "last-event",
        "clock-skew",
    ] {
        assert_eq!(status(&checks, id), "ok", "{id}");
    }
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_check_of_the_doctor_can_fail_and_says_what_to_do() {
    let world = World::linked().await;
    let ill = async |environment: &[(&str, &str)], id: &str| {
        status(&visit(&world, &[], environment).await, id)
    };
    let long = "x".repeat(65);
    for (environment, id, expected) in [
        (&[("INSTAGRAM_APP_ID", "12x")][..], "app-id", "failure"),
        (&[("INSTAGRAM_APP_ID", sandbox::META_APP_ID)], "app-id", "failure"),
        (&[("INSTAGRAM_APP_SECRET", "short")], "app-secret", "warning"),
        (&[("INSTAGRAM_APP_SECRET", "")], "app-secret", "failure"),
        (&[("INSTAGRAM_APP_SECRET", sandbox::META_APP_SECRET)], "app-secret", "warning"),
        (&[("META_APP_SECRET", "")], "meta-app", "warning"),
        (&[("META_APP_ID", "abc")], "meta-app", "failure"),
        (&[("IGBOT_INSTAGRAM_APP_SECRET_PREVIOUS_FILE", "/nowhere")], "other-settings", "failure"),
        (&[("IGBOT_API_URL", "nonsense")], "other-settings", "failure"),
        (&[("IGBOT_FORWARD_SECRET", "foo")], "other-settings", "failure"),
        (&[("IGBOT_LOG", "loud")], "other-settings", "failure"),
        (&[("IGBOT_ACCOUNT", "nobody")], "usual-account", "failure"),
        (&[("INSTAGRAM_VERIFY_TOKEN", &long)], "verify-token", "failure"),
        (&[("IGBOT_REDIRECT_URI", "nonsense")], "redirect-uri", "failure"),
        (&[("IGBOT_AUTHORIZE_URL", "")], "redirect-uri", "warning"),
        (&[("BACKEND_URL", "http://bot.example.com")], "backend-url", "failure"),
        (&[("BACKEND_URL", "")], "backend-url", "warning"),
        (&[("INSTAGRAM_API_VERSION", "v19.0")], "api-version", "failure"),
        (&[("INSTAGRAM_ENCRYPTION_KEY", "abc")], "encryption-key", "failure"),
        (
            &[("INSTAGRAM_ENCRYPTION_KEY", "w4VeFnuPHetzNhx3zp6halT3wQkNwP2J3aqgW-WWWJk=")],
            "store",
            "failure",
        ),
        (&[("INSTAGRAM_ENCRYPTION_KEY", "")], "store", "skipped"),
        (&[], "subscription", "failure"),
        (&[], "last-event", "warning"),
    ] {
        assert_eq!(ill(environment, id).await, expected, "{environment:?} {id}");
    }

    let key = world.path(".config/igbot/key");
    fs::create_dir_all(key.parent().unwrap()).unwrap();
    fs::write(&key, "x").unwrap();
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(ill(&[], "file-modes").await, "failure");
    fs::remove_file(&key).unwrap();
    let home = key.parent().unwrap();
    for (mode, expected) in [(0o777, "failure"), (0o1777, "ok"), (0o770, "ok")] {
        fs::write(home.join("config.toml"), "").unwrap();
        fs::set_permissions(home, fs::Permissions::from_mode(mode)).unwrap();
        assert_eq!(ill(&[], "file-modes").await, expected, "{mode:o}");
    }
    fs::remove_file(home.join("config.toml")).unwrap();

    let online = async |id: &str| status(&visit(&world, &["--online"], &[]).await, id);
    assert_eq!(online("subscription-online").await, "failure");
    assert_eq!(online("app-subscription").await, "failure");
    world.control(&format!("accounts/{SHOP}"), json!({ "state": "no_role" })).await;
    assert_eq!(online("token-online").await, "failure");
    assert_eq!(online("subscription-online").await, "skipped");
    world.control(&format!("accounts/{SHOP}"), json!({ "state": "ok" })).await;
    let clock = [("IGBOT_GRAPH_URL", "http://127.0.0.1:9")];
    assert_eq!(status(&visit(&world, &["--online"], &clock).await, "instagram"), "failure");
    let version = [("INSTAGRAM_API_VERSION", "v21.0")];
    let served = visit(&world, &["--online"], &version).await;
    assert!(matches!(status(&served, "version-served").as_str(), "ok" | "warning"));
    world.control(&format!("accounts/{SHOP}"), json!({ "state": "password_changed" })).await;
    assert_eq!(online("token-online").await, "failure");
    assert_eq!(ill(&[], "token-expiry").await, "failure");

    // What is wrong with a file is not mended by another value.
    let open = world.path("verify.txt");
    fs::write(&open, "a verify token").unwrap();
    fs::set_permissions(&open, fs::Permissions::from_mode(0o644)).unwrap();
    let open = open.to_str().unwrap();
    let environment = [("INSTAGRAM_VERIFY_TOKEN", ""), ("INSTAGRAM_VERIFY_TOKEN_FILE", open)];
    let checks = visit(&world, &[], &environment).await;
    let check = checks.iter().find(|check| check["id"] == "verify-token").unwrap();
    assert_eq!(check["fix"], format!("run `chmod 600 {open}`"));

    let nobody = ["--public-url", "http://127.0.0.1:9"];
    assert_eq!(status(&visit(&world, &nobody, &[]).await, "public-tls"), "failure");
    let nowhere = ["--public-url", "https://no-such-host.invalid"];
    assert_eq!(status(&visit(&world, &nowhere, &[]).await, "public-dns"), "failure");
    let base = world.sandbox.base_url();
    let elsewhere = visit(&world, &["--public-url", &base], &[]).await;
    assert_eq!(status(&elsewhere, "public-handshake"), "failure");
    assert_eq!(status(&elsewhere, "public-body"), "failure");

    // What the inbox can tell, written into it directly.
    let store = rusqlite::Connection::open(world.path(".local/share/igbot/store.db")).unwrap();
    let event = |key: u8, account: &str, test: bool, state: &str| {
        let sql = "INSERT INTO event (key, object, account_id, kind, direction, received_at, at, \
                   standby, test, state, due, raw) \
                   VALUES (?1, 'instagram', ?2, 'message', 'received', 0, 0, 0, ?3, ?4, \
                       CASE ?4 WHEN 'pending' THEN 0 END, '')";
        store.execute(sql, rusqlite::params![[key; 16], account, test, state]).unwrap();
    };
    event(1, "0", true, "ignored");
    assert_eq!(ill(&[], "test-works-real-does-not").await, "failure");
    event(2, SHOP, false, "pending");
    assert_eq!(ill(&[], "leases").await, "warning");
    store.execute("UPDATE event SET due = 9e12 WHERE state = 'pending'", []).unwrap();
    assert_eq!(ill(&[], "leases").await, "ok", "its next attempt is to come");
    assert_eq!(ill(&[], "held-up").await, "ok");
    store.execute("UPDATE event SET reason = 'gone' WHERE state = 'pending'", []).unwrap();
    assert_eq!(ill(&[], "held-up").await, "warning", "since 1970");
    assert_eq!(ill(&[], "test-works-real-does-not").await, "ok");
    assert_eq!(ill(&[], "last-event").await, "warning", "it came in 1970");
    event(3, "17841499999999999", false, "failed");
    assert_eq!(ill(&[], "dead-letters").await, "warning");
    assert_eq!(ill(&[], "unmatched-events").await, "warning");
    let age = "UPDATE account SET login_needed_since = NULL, permissions = 'instagram_business_basic', \
               account_type = 'PERSONAL', app_scoped_id = account_id, bot = 'nobody', \
               subscribed_fields = 'comments', refreshed_at = refreshed_at - 4000000000, \
               expires_at = expires_at - 4000000000";
    store.execute(age, []).unwrap();
    for (id, expected) in [
        ("token-expiry", "warning"),
        ("token-age", "warning"),
        ("account-ids", "warning"),
        ("account-type", "failure"),
        ("permissions", "warning"),
        ("bot", "failure"),
        ("subscription", "warning"),
    ] {
        assert_eq!(ill(&[], id).await, expected, "{id}");
    }
    drop(store);

    world.run(&["unlink", "harbour_coffee", "--yes"]).await.ok();
    assert_eq!(ill(&[], "accounts").await, "failure");
}
