//! Why a delivery was refused, told to the operator alone; and the change of an app secret.

use std::fs;
use std::time::Duration;

use hmac::{Hmac, Mac as _};
use igbot::sandbox::{
    BUSINESS_ACCOUNT as SHOP, DEFAULT_CUSTOMER as CUSTOMER, INSTAGRAM_APP_SECRET, META_APP_SECRET,
    VERIFY_TOKEN,
};
use igbot::webhook::signature::Signature;
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::hostile::{deliver, envelope, message, post, signed};
use super::world::{CANARY, Running, World, eventually};

const OLD_SECRET: &str = "00112233445566778899aabbccddeeff";

fn sign(secret: &str, body: &[u8]) -> String {
    Signature::of(&SecretString::from(secret), body).header()
}

/// Addresses of the webhook's server and of the admin listener.
async fn addresses(serve: &mut Running) -> (String, String) {
    let ready: Value = serde_json::from_str(&serve.line().await).unwrap();
    let address = |name: &str| format!("http://{}", ready[name].as_str().unwrap());
    (address("bind"), address("admin"))
}

/// Waits until the metrics have every one of these lines.
async fn until_metrics(admin: &str, lines: &[String]) -> String {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let mut text = String::new();
    for _ in 0..600 {
        let answer = client.get(format!("{admin}/metrics")).send().await.unwrap();
        text = answer.text().await.unwrap();
        if lines.iter().all(|line| text.lines().any(|it| it.starts_with(line.as_str()))) {
            return text;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("no {lines:?} in {text}");
}

/// Headers of a delivery.
type Headers<'a> = &'a [(&'a str, String)];

const SERVE: [&str; 6] = ["serve", "--json", "--bind", "127.0.0.1:0", "--admin", "127.0.0.1:0"];

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_knows_that_deliveries_are_refused() {
    let world = World::linked().await;
    let check = async || {
        let checks = world.run(&["doctor", "--json"]).await.json();
        let checks = checks.as_array().unwrap().clone();
        checks.into_iter().find(|it| it["id"] == "refused-deliveries").unwrap()
    };
    assert_eq!(check().await["status"], "ok");
    let mut serve = world.start(&SERVE).await;
    let (base, _) = addresses(&mut serve).await;
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let deliver = async |mid: &str, secret: &str, expected: u16| {
        let body = envelope(&[message(mid, "")]);
        let signature = sign(secret, &body);
        let request = client.post(format!("{base}/webhook")).body(body);
        let answer = request.header("X-Hub-Signature-256", signature).send().await.unwrap();
        assert_eq!(answer.status(), expected);
    };
    deliver("a", OLD_SECRET, 401).await;
    eventually(async || check().await["status"] == "warning").await;
    let told = check().await;
    assert!(told["message"].as_str().unwrap().contains("none was accepted since"), "{told}");
    deliver("b", INSTAGRAM_APP_SECRET, 200).await;
    assert_eq!(check().await["status"], "ok", "others knock, too");
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delivery_that_reaches_no_webhook_is_told_of_and_what_is_none_is_not() {
    let world = World::linked().await;
    let mut serve = world.start(&SERVE).await;
    let (base, admin) = addresses(&mut serve).await;
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let body = envelope(&[message("a", "")]);
    let right = sign(INSTAGRAM_APP_SECRET, &body);
    for (request, signed, status) in [
        (client.post(format!("{base}/webhook/")), true, 404),
        (client.put(format!("{base}/webhook")), true, 405),
        (client.post(format!("{base}/wp-login.php")), false, 404),
    ] {
        let request = request.body(body.clone());
        let request = match signed {
            true => request.header("x-hub-signature-256", &right),
            false => request,
        };
        assert_eq!(request.send().await.unwrap().status(), status);
    }
    let mut stream = TcpStream::connect(base.trim_start_matches("http://")).await.unwrap();
    stream.write_all(b"POST /webhook HTTP/1.1\r\n\r\n").await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    until_metrics(&admin, &["igbot_deliveries_total{result=\"unread\"} 2".to_owned()]).await;
    let ended = serve.stop().await.ok();
    for said in ["compare --path and the callback URL", "it is no POST", "it must name one host"] {
        assert!(ended.stderr.contains(said), "{said}: {}", ended.stderr);
    }
    assert!(!ended.stderr.contains("wp-login"), "{}", ended.stderr);
}

#[tokio::test(flavor = "multi_thread")]
async fn why_a_delivery_was_refused_stands_in_the_log_and_in_no_answer() {
    let world = World::linked().await;
    let mut serve = world.start(&SERVE).await;
    let (base, admin) = addresses(&mut serve).await;
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let body = envelope(&[message("a", r#","note":"\u00e9 \/""#)]);
    let decoded = String::from_utf8(body.clone()).unwrap().replace("\\u00e9 \\/", "é /");
    let sha1 = Hmac::<sha1::Sha1>::new_from_slice(META_APP_SECRET.as_bytes()).unwrap();
    let sha1 = sha1.chain_update(&body).finalize().into_bytes();
    let sha1: String = sha1.iter().map(|byte| format!("{byte:02x}")).collect();
    let right = sign(INSTAGRAM_APP_SECRET, &body);
    const NEW: &str = "x-hub-signature-256";
    let cases: [(Headers, Vec<u8>, &str, &str); 9] = [
        (&[], body.clone(), "missing", "removes X-Hub-Signature-256"),
        (&[(NEW, right.clone()), (NEW, right.clone())], body.clone(), "repeated", "once"),
        (&[(NEW, right.replace("sha256=", ""))], body.clone(), "malformed", "unchanged"),
        (
            &[("x-hub-signature", format!("sha1={sha1}"))],
            body.clone(),
            "legacy_only",
            "made with META_APP_SECRET",
        ),
        (
            &[(NEW, sign(VERIFY_TOKEN, &body))],
            body.clone(),
            "wrong_secret",
            "signed with INSTAGRAM_VERIFY_TOKEN",
        ),
        (&[(NEW, right.clone())], decoded.into_bytes(), "changed", "byte for byte"),
        (
            &[(NEW, right.clone()), ("content-encoding", "gzip".to_owned())],
            b"\x1f\x8b".to_vec(),
            "encoded",
            "compresses",
        ),
        (&[(NEW, right.clone())], body[..30].to_vec(), "cut", "raise its limit"),
        (&[(NEW, sign(OLD_SECRET, &body))], body.clone(), "unknown", "after a reset"),
    ];
    for (headers, sent, reason, _) in &cases {
        let mut request = client.post(format!("{base}/webhook")).body(sent.clone());
        for (name, value) in *headers {
            request = request.header(*name, value);
        }
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), 401, "{reason}");
        assert!(answer.bytes().await.unwrap().is_empty(), "{reason}");
        // One after the other, so that none is left out for want of time.
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    let line = |reason: &str| format!("igbot_deliveries_forged_total{{reason=\"{reason}\"}} 1");
    let lines: Vec<_> = cases.iter().map(|(_, _, reason, _)| line(reason)).collect();
    until_metrics(&admin, &lines).await;
    for _ in 0..50 {
        assert_eq!(post(&format!("{base}/webhook"), body.clone(), "sha256=").await.0, 401);
        for (path, status) in
            [("hub.mode=subscribe&hub.challenge=1&hub.verify_token=x", 403), ("", 400)]
        {
            let answer = client.get(format!("{base}/webhook?{path}")).send().await.unwrap();
            assert_eq!(answer.status(), status);
        }
        let request = client.post(format!("{base}/deauthorize")).form(&[("signed_request", "a.b")]);
        assert_eq!(request.send().await.unwrap().status(), 400);
    }
    assert_eq!(world.run(&["event", "list", "--json"]).await.ok().json(), json!([]));
    assert_eq!(deliver(&base, &body).await, 200);
    let ended = serve.stop().await.ok();
    let logged: Vec<Value> = ended
        .stderr
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .filter(|line: &Value| line["fields"]["message"] == "refused a delivery")
        .collect();
    assert!(logged.len() < 2 * cases.len(), "not each of the flood: {logged:#?}");
    for (said, most) in [("refused a webhook handshake", 4), ("refused a callback about", 2)] {
        let lines = ended.stderr.lines().filter(|line| line.contains(said)).count();
        assert!((1..=most).contains(&lines), "{said}: {lines} lines");
    }
    for (_, _, reason, says) in &cases {
        let line = logged.iter().find(|line| line["fields"]["reason"] == *reason);
        let line = line.unwrap_or_else(|| panic!("no {reason}: {logged:#?}"));
        assert!(line.to_string().contains(says), "{line:#}");
    }
    assert!(!ended.stderr.contains(&right[7..]) && !ended.stderr.contains(&sha1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_captured_delivery_is_looked_into_without_a_server() {
    let world = World::new().await;
    let body = envelope(&[message("a", "")]);
    let file = world.path("body.json");
    fs::write(&file, &body).unwrap();
    let file = file.to_str().unwrap();
    let right = sign(INSTAGRAM_APP_SECRET, &body);
    let verify = ["webhook", "verify", "--body", file, "--json"];
    let with = |signature: &str| {
        let mut command = world.command(&verify);
        command.args(["--signature", signature]);
        world.run_command(command)
    };
    let genuine = with(&right).await.ok().json();
    assert_eq!(
        (&genuine["genuine"], &genuine["secret"]),
        (&true.into(), &"INSTAGRAM_APP_SECRET".into())
    );
    for (signature, reason) in [
        (sign(VERIFY_TOKEN, &body), "wrong_secret"),
        (sign(OLD_SECRET, &body), "unknown"),
        (sign(INSTAGRAM_APP_SECRET, &[body.as_slice(), b"\n"].concat()), "changed"),
        ("sha1=00".to_owned(), "legacy_only"),
        ("nonsense".to_owned(), "malformed"),
    ] {
        let refused = with(&signature).await;
        assert_eq!((refused.code, &refused.json()["reason"]), (10, &reason.into()), "{refused:?}");
    }
    let none = world.run(&verify[..4]).await;
    assert_eq!(none.code, 10);
    assert!(none.stdout.contains("no signature") && none.stdout.contains("hint:"), "{none:?}");
    let absent = world.run(&["webhook", "verify", "--body", "/nowhere"]).await;
    assert_eq!(absent.code, 2, "{absent:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_secret_works_beside_the_new_one_and_its_last_use_is_told() {
    let world = World::linked().await;
    let with_old = |arguments: &[&str]| {
        let mut command = world.command(arguments);
        command.env("IGBOT_INSTAGRAM_APP_SECRET_PREVIOUS", OLD_SECRET);
        command
    };
    let mut serve = world.start_command(with_old(&SERVE)).await;
    let (base, admin) = addresses(&mut serve).await;
    let body = envelope(&[message("a", "")]);
    let webhook = format!("{base}/webhook");
    assert_eq!(post(&webhook, body.clone(), &sign(OLD_SECRET, &body)).await.0, 200);
    let old =
        "igbot_signature_secret_last_used_seconds{secret=\"IGBOT_INSTAGRAM_APP_SECRET_PREVIOUS\"}";
    let metrics = until_metrics(&admin, &[old.to_owned()]).await;
    assert!(!metrics.contains("secret=\"INSTAGRAM_APP_SECRET\""), "not used yet: {metrics}");
    assert_eq!(deliver(&base, &envelope(&[message("b", "")])).await, 200);
    // The callbacks about accounts are signed with the same secrets.
    let removed = format!("{base}/deauthorize");
    assert_eq!(post(&removed, signed("7", OLD_SECRET), "").await.0, 200);
    assert_eq!(post(&removed, signed("7", "yet another"), "").await.0, 400);

    let check = async || {
        let visit = world.run_command(with_old(&["doctor", "--json"])).await.json();
        let checks = visit.as_array().unwrap().clone();
        checks.into_iter().find(|it| it["id"] == "signing-secret").unwrap()
    };
    let used = check().await;
    assert_eq!(used["status"], "ok");
    assert!(used["message"].as_str().unwrap().contains("_PREVIOUS last made"), "{used:#}");
    let status = world.run(&["webhook", "status", "--json"]).await.ok().json();
    let secrets = status["signing_secrets"].as_array().unwrap();
    assert_eq!(secrets.iter().filter(|it| it["used"].is_string()).count(), 2, "{status:#}");

    let store = rusqlite::Connection::open(world.path(".local/share/igbot/store.db")).unwrap();
    let age = "UPDATE meta SET value = json_set(value, '$.used', '2026-01-01T00:00:00Z', '$.known', \
               '2026-01-01T00:00:00Z') WHERE name = 'secret:IGBOT_INSTAGRAM_APP_SECRET_PREVIOUS'";
    assert_eq!(store.execute(age, []).unwrap(), 1);
    drop(store);
    let idle = check().await;
    assert_eq!(idle["status"], "warning");
    assert!(
        idle["fix"].as_str().unwrap().contains("config unset IGBOT_INSTAGRAM_APP_SECRET_PREVIOUS")
    );
    serve.stop().await.ok();

    // Once it is taken out, what it signed is refused, and nothing of it is remembered.
    let mut serve = world.start(&SERVE).await;
    let (base, _) = addresses(&mut serve).await;
    let body = envelope(&[message("c", "")]);
    let refused = post(&format!("{base}/webhook"), body.clone(), &sign(OLD_SECRET, &body)).await;
    assert_eq!(refused.0, 401);
    let status = world.run(&["webhook", "status", "--json"]).await.ok().json();
    assert!(!status.to_string().contains("PREVIOUS"), "{status:#}");
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_line_of_the_log_is_one_json_object_without_a_text_or_a_secret() {
    let world = World::linked().await;
    let bot = world.path("bot.sh");
    // Fails for good on one text, once on another, and answers what is left.
    let script = format!(
        "read -r event; case $event in *hopeless*) printf 'red \\033[31m' >&2; exit 1;; \
         *again*) [ -e \"$HOME/tried\" ] || {{ : > \"$HOME/tried\"; exit 1; }};; esac; echo {CANARY}"
    );
    fs::write(&bot, script).unwrap();
    let bot = bot.to_str().unwrap().to_owned();
    let arguments = ["-v", "-v", "--max-attempts", "2", "--exec", "sh", &bot];
    let serve = world.serve(&arguments).await;
    for text in ["plain", "again", "hopeless"] {
        world.person.writes(SHOP, CUSTOMER, &format!("{CANARY} {text}")).await.unwrap();
    }
    world.until(&["event", "list", "--state", "failed", "--json"], 1).await;
    let callback = world.person.see("sandbox/world").await.unwrap()["callback_url"].clone();
    let webhook = callback.as_str().unwrap();
    let body = envelope(&[message("a", "")]);
    assert_eq!(post(webhook, body.clone(), &sign("x", &body)).await.0, 401);
    assert_eq!(deliver(webhook.trim_end_matches("/webhook"), CANARY.as_bytes()).await, 400);
    let ended = serve.stop().await.ok();
    let log: Vec<Value> = ended
        .stderr
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect();
    for line in &log {
        assert!(line["timestamp"].is_string() && line["level"].is_string(), "{line}");
        assert!(line["fields"]["message"].is_string(), "{line}");
    }
    let events = world.run(&["event", "list", "--all", "--json"]).await.ok().json();
    let id = |text: &str| {
        let found = events
            .as_array()
            .unwrap()
            .iter()
            .find(|it| it["text"].as_str().is_some_and(|it| it.ends_with(text)));
        found.unwrap_or_else(|| panic!("no {text}: {events:#}"))["id"].as_i64().unwrap()
    };
    let about = |id: i64| log.iter().filter(|it| it["fields"]["event"] == id).collect::<Vec<_>>();
    for text in ["again", "hopeless"] {
        assert!(!about(id(text)).is_empty(), "nothing about {text}: {log:#?}");
    }
    let said = about(id("hopeless")).iter().filter_map(|it| it["fields"]["says"].as_str()).count();
    assert_eq!(said, 2, "what the bot says is a part of the log, at each attempt");
    assert!(log.iter().any(|it| it["fields"]["says"] == r"red \u{1b}[31m"), "{log:#?}");
    for text in ["refused a delivery", "refused a signed delivery that is not JSON"] {
        assert!(log.iter().any(|it| it["fields"]["message"] == text), "{text}: {log:#?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_that_nobody_reads_holds_up_neither_deliveries_nor_the_stop() {
    let world = World::linked().await;
    let mut serve = world.start(&[&SERVE[..], &["-vv", "--echo"]].concat()).await;
    let (base, admin) = addresses(&mut serve).await;
    // More than a pipe holds.
    let deliveries = async {
        for number in 0..400 {
            let body = envelope(&[message(&format!("m{number}"), "")]);
            assert_eq!(deliver(&base, &body).await, 200);
        }
    };
    tokio::time::timeout(Duration::from_secs(60), deliveries).await.expect("they are answered");
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let health = client.get(format!("{admin}/healthz")).send().await.unwrap();
    assert_eq!(health.status(), 200);
    serve.signal("-TERM").await;
    let status = tokio::time::timeout(Duration::from_secs(30), serve.child.wait()).await;
    assert!(status.expect("it ends").unwrap().success());
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asks_whether_serve_is_ready_sees_that_it_stops() {
    let world = World::linked().await;
    let bot = ["--exec", "sh", "-c", "sleep 2; echo bye"];
    let mut serve = world.start(&[&SERVE[..], &bot].concat()).await;
    let (base, admin) = addresses(&mut serve).await;
    assert_eq!(deliver(&base, &envelope(&[message("a", "")])).await, 200);
    world.until(&["event", "list", "--state", "running", "--json"], 1).await;
    serve.signal("-TERM").await;
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let stopping = loop {
        let answer = client.get(format!("{admin}/readyz")).send().await.unwrap();
        if answer.status() != 200 {
            break answer;
        }
    };
    assert_eq!(stopping.status(), 503);
    assert_eq!(stopping.text().await.unwrap(), "stopping\n");
    serve.end().await.ok();
}
