//! What strangers and accidents do to `serve`.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac};
use igbot::sandbox::{self, BUSINESS_ACCOUNT as SHOP, DEFAULT_CUSTOMER as CUSTOMER};
use igbot::webhook::signature::Signature;
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::world::{CANARY, World};

pub async fn post(url: &str, body: Vec<u8>, signature: &str) -> (u16, Value) {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let request = client.post(url).header("X-Hub-Signature-256", signature).body(body);
    let answer = request.send().await.unwrap();
    let status = answer.status().as_u16();
    (status, serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap_or_default())
}

pub async fn deliver(base: &str, body: &[u8]) -> u16 {
    let secret = SecretString::from(sandbox::INSTAGRAM_APP_SECRET);
    let signature = Signature::of(&secret, body).header();
    post(&format!("{base}/webhook"), body.to_vec(), &signature).await.0
}

pub fn message(mid: &str, more: &str) -> String {
    format!(
        r#"{{"sender":{{"id":"{CUSTOMER}"}},"recipient":{{"id":"{SHOP}"}},"timestamp":1790000000000,"message":{{"mid":"{mid}","text":"{CANARY} {mid}"}}{more}}}"#
    )
}

pub fn envelope(events: &[String]) -> Vec<u8> {
    let events = events.join(",");
    format!(r#"{{"object":"instagram","entry":[{{"id":"{SHOP}","messaging":[{events}]}}]}}"#).into()
}

/// A delivery of nothing that is so many bytes long.
fn padded(bytes: usize) -> Vec<u8> {
    let mut body = br#"{"object":"instagram","entry":[]}"#.to_vec();
    body.resize(bytes, b' ');
    body
}

#[tokio::test(flavor = "multi_thread")]
async fn every_body_gets_an_answer_and_none_stops_the_next() {
    let world = World::linked().await;
    let mut serve = world.start(&["serve", "--json", "--echo", "--bind", "127.0.0.1:0"]).await;
    let base = serve.base().await;
    world.person.writes(SHOP, CUSTOMER, "opens the window").await.unwrap();
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for (body, expected) in [
        (envelope(&[message("a", r#","value":5"#)]), 200),
        (envelope(&[message("b", r#","value":{}"#)]), 200),
        (envelope(&[message("c", r#","message":7,"message":{}"#)]), 200),
        (envelope(&[message("d", r#","huge":1e999999"#)]), 200),
        (envelope(&[message("e", r#","lone":"\ud800""#)]), 200),
        (envelope(&[message("f", r#","nul":"\u0000","esc":"\u00e9\ud83d\udc4d\/""#)]), 200),
        (envelope(&[message("g", &format!(r#","id":{}"#, "9".repeat(100)))]), 200),
        (envelope(&[message("h", r#","sender":{"id":1e400},"timestamp":1e400"#)]), 200),
        (envelope(&[message("i", r#","timestamp":-1,"timestamp":18446744073709551616"#)]), 200),
        (envelope(&[message(r"j\u0000k", "")]), 200),
        (envelope(&[message("l", &format!(r#","deep":{}1{}"#, "[".repeat(120), "]".repeat(120)))]), 200),
        (envelope(&[message("m", &format!(r#","deeper":{}{}"#, "[".repeat(5000), "]".repeat(5000)))]), 200),
        (envelope(&vec![message("n", ""); 3]), 200),
        (br#"{"object":"instagram","object":7,"entry":1,"entry":[{"id":"1","id":2}]}"#.to_vec(), 200),
        (br#"{"object":"instagram","entry":[{"id":"\ud800","messaging":[{"message":{"mid":"\udfff"}}]}]}"#.to_vec(), 200),
        ([b"\xef\xbb\xbf", envelope(&[message("o", "")]).as_slice()].concat(), 400),
        (b"\0".to_vec(), 400),
        (b"{}\0".to_vec(), 400),
        (b"{\"a\":\"\0\"}".to_vec(), 400),
        (b"{\"a\":\"\xc3\x28\"}".to_vec(), 400),
        (b"{\"a\":\"\xed\xa0\x80\"}".to_vec(), 400),
        (b"{}{}".to_vec(), 400),
        (b"NaN".to_vec(), 400),
        (envelope(std::slice::from_ref(&deep)), 200),
        (deep.into_bytes(), 200),
        (b"null".to_vec(), 200),
        (b"{\"object\":\"instagram\",\"entry\":[]}".to_vec(), 200),
        (b"\xff\xfe".to_vec(), 400),
        (b"".to_vec(), 400),
        (b"{\"object\":".to_vec(), 400),
        (padded(1 << 20), 200),
        (padded((1 << 20) + 1), 413),
        (envelope(&(0..1000).map(|n| message(&format!("m{n}"), "")).collect::<Vec<_>>()), 200),
    ] {
        let shown = String::from_utf8_lossy(&body[..body.len().min(300)]).into_owned();
        assert_eq!(deliver(&base, &body).await, expected, "{shown}");
    }
    assert_eq!(post(&format!("{base}/webhook"), b"{}".to_vec(), "sha256=00").await.0, 401);
    let replies = world.replies(2).await;
    assert_eq!(replies[..2], [format!("{CANARY} a"), format!("{CANARY} b")]);
    let events = world.run(&["event", "list", "--all", "--json"]).await.ok().json();
    assert!(events.as_array().unwrap().len() >= 1000);
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_parser_has_room_for_keeps_nobody_from_an_answer() {
    let world = World::linked().await;
    let mut serve = world.start(&["serve", "--json", "--echo", "--bind", "127.0.0.1:0"]).await;
    let base = serve.base().await;
    world.person.writes(SHOP, CUSTOMER, "opens the window").await.unwrap();
    // Cut within a character, and a number larger than any.
    let odd = message("a", r#","more":{"cut":"\ud83d","huge":1e400}"#)
        .replace(CANARY, &format!(r"{CANARY} \ud83d"));
    assert_eq!(deliver(&base, &envelope(&[odd])).await, 200);
    assert_eq!(world.replies(1).await, [format!("{CANARY} \u{fffd} a")]);
    let shown = world.run(&["event", "list", "--kind", "message", "--json"]).await.ok().json();
    assert_eq!(shown[0]["text"], format!("{CANARY} \u{fffd} a"));
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn large_bodies_that_never_end_do_not_shut_out_the_usual_ones() {
    let world = World::linked().await;
    let mut serve = world.start(&["serve", "--json", "--bind", "127.0.0.1:0"]).await;
    let base = serve.base().await;
    let head = format!(
        "POST /webhook HTTP/1.1\r\nHost: a\r\nX-Hub-Signature-256: sha256={}\r\n\
         Content-Length: 1048576\r\n\r\n",
        "0".repeat(64)
    );
    let mut held = Vec::new();
    for _ in 0..24 {
        let mut stream = TcpStream::connect(base.trim_start_matches("http://")).await.unwrap();
        stream.write_all(head.as_bytes()).await.unwrap();
        // Whoever finds no room is refused before the end.
        let _ = stream.write_all(&vec![b' '; (1 << 20) - 1]).await;
        held.push(stream);
    }
    assert_eq!(deliver(&base, &envelope(&[message("a", "")])).await, 200);
    // A large one that is genuine takes the room of whoever has been there longest.
    assert_eq!(deliver(&base, &padded(1 << 20)).await, 200);
    let mut answer = vec![0; 1024];
    let length = held[0].read(&mut answer).await.unwrap();
    let answer = String::from_utf8_lossy(&answer[..length]);
    assert!(answer.starts_with("HTTP/1.1 503") && answer.contains("retry-after: 5"), "{answer}");
    drop(held);
    serve.stop().await.ok();
}

/// A proxy that is set up wrongly, a store without the account: nothing else tells the operator.
#[tokio::test(flavor = "multi_thread")]
async fn what_never_reaches_a_bot_is_told_of_in_the_log() {
    let world = World::linked().await;
    let mut serve = world.start(&["serve", "--bind", "127.0.0.1:0", "--json"]).await;
    let base = serve.base().await;
    let headers = "x-more: 1\r\n".repeat(100);
    let mut stream = TcpStream::connect(base.trim_start_matches("http://")).await.unwrap();
    let head = format!("POST /webhook HTTP/1.1\r\nhost: a\r\n{headers}\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 431"), "{answer}");
    serve.says("malformed or too large").await;
    // A press on the dashboard's test button is for nobody, and says nothing.
    let url = format!("{base}/webhook");
    world.run(&["trigger", "test", "--to", &url]).await.ok();
    let stranger = String::from_utf8(envelope(&[message("a", "")])).unwrap();
    let stranger = stranger.replace(SHOP, "17841400009999999");
    assert_eq!(deliver(&base, stranger.as_bytes()).await, 200);
    serve.says("no linked account has this id").await;
    let said = serve.stop().await.ok().stderr;
    assert_eq!(said.matches("no linked account has this id").count(), 1, "{said}");
    assert!(said.contains("\"events\":\"[2]\""), "{said}");
}

/// A `signed_request` as Meta makes it.
pub fn signed(user: &str, secret: &str) -> Vec<u8> {
    let payload = json!({ "algorithm": "HMAC-SHA256", "issued_at": 1, "user_id": user });
    let payload = URL_SAFE_NO_PAD.encode(payload.to_string());
    let mac =
        Hmac::<sha2::Sha256>::new_from_slice(secret.as_bytes()).unwrap().chain_update(&payload);
    let signature = URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes());
    format!("signed_request={signature}.{payload}").into_bytes()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_removed_app_switches_the_account_off_and_a_deletion_leaves_nothing_of_it() {
    let world = World::linked().await;
    let serve = world.serve(&["--echo"]).await;
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    world.replies(1).await;
    let shop = world.run(&["account", "show", "--json"]).await.ok().json();
    let user = shop["app_scoped_id"].as_str().unwrap().to_owned();
    let signed = |user: &str| signed(user, sandbox::INSTAGRAM_APP_SECRET);
    let callback = world.person.see("sandbox/world").await.unwrap()["callback_url"].clone();
    let base = callback.as_str().unwrap().trim_end_matches("/webhook").to_owned();

    let forged = String::from_utf8(signed(&user)).unwrap().replace('.', "x.").into_bytes();
    assert_eq!(post(&format!("{base}/deauthorize"), forged, "").await.0, 400);
    assert_eq!(post(&format!("{base}/deauthorize"), signed(&user), "").await.0, 200);
    let shop = world.run(&["account", "show", "--json"]).await.ok().json();
    assert_eq!((&shop["active"], &shop["token_state"]), (&json!(false), &json!("login_needed")));

    let (status, answer) = post(&format!("{base}/data-deletion"), signed(&user), "").await;
    assert_eq!(status, 200);
    let code = answer["confirmation_code"].as_str().unwrap();
    assert!(answer["url"].as_str().unwrap().ends_with(&format!("/data-deletion/{code}")));
    let page = format!("{base}/data-deletion/{code}").parse().unwrap();
    assert!(world.person.follows(&page).await.unwrap().1.contains("was deleted"));
    assert_eq!(post(&format!("{base}/data-deletion"), signed(&user), "").await.0, 200);
    assert_eq!(world.run(&["account", "list", "--json"]).await.json(), json!([]));
    assert_eq!(world.run(&["message", "list", "--all", "--json"]).await.json(), json!([]));
    serve.stop().await.ok();
    let store = std::fs::read(world.path(".local/share/igbot/store.db")).unwrap();
    assert!(!store.windows(SHOP.len()).any(|window| window == SHOP.as_bytes()));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_account_left_behind_when_it_was_unlinked_can_still_be_deleted() {
    for by_its_owner in [true, false] {
        let world = World::linked().await;
        let serve = world.serve(&["--echo"]).await;
        world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
        world.replies(1).await;
        let shop = world.run(&["account", "show", "--json"]).await.ok().json();
        world.run(&["unlink", SHOP, "--yes"]).await.ok();
        let messages = async || world.run(&["message", "list", "--all", "--json"]).await.json();
        assert_ne!(messages().await, json!([]));
        if by_its_owner {
            let callback = world.person.see("sandbox/world").await.unwrap()["callback_url"].clone();
            let base = callback.as_str().unwrap().trim_end_matches("/webhook").to_owned();
            let user = shop["app_scoped_id"].as_str().unwrap();
            let request = signed(user, sandbox::INSTAGRAM_APP_SECRET);
            assert_eq!(post(&format!("{base}/data-deletion"), request, "").await.0, 200);
        } else {
            world.run(&["unlink", SHOP, "--purge", "--yes"]).await.ok();
        }
        assert_eq!(messages().await, json!([]));
        // Instagram may deliver more.
        world.run(&["unlink", SHOP, "--purge", "--yes"]).await.ok();
        assert_eq!(world.run(&["unlink", "nobody", "--purge", "--yes"]).await.code, 4);
        serve.stop().await.ok();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_admin_listener_tells_whether_serve_is_ready_and_what_it_has_done() {
    let world = World::linked().await;
    let mut serve =
        world.start(&["serve", "--json", "--bind", "127.0.0.1:0", "--admin", "127.0.0.1:0"]).await;
    let ready: Value = serde_json::from_str(&serve.line().await).unwrap();
    let address = |name: &str| format!("http://{}", ready[name].as_str().unwrap());
    let (base, admin) = (address("bind"), address("admin"));
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let get = async |path: &str| {
        let answer = client.get(format!("{admin}{path}")).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    assert_eq!(get("/healthz").await, (200, "ok\n".to_owned()));
    assert_eq!(get("/readyz").await, (200, "ready\n".to_owned()));
    let body = envelope(&[message("a", ""), message("b", "")]);
    assert_eq!(deliver(&base, &body).await, 200);
    assert_eq!(deliver(&base, &body).await, 200);
    let (status, _) = post(&format!("{base}/webhook"), body, "sha256=00").await;
    assert_eq!(status, 401);
    let (status, text) = get("/metrics").await;
    assert_eq!(status, 200);
    for line in [
        "igbot_deliveries_total{result=\"stored\"} 2",
        "igbot_deliveries_total{result=\"forged\"} 1",
        "igbot_events_stored_total 2",
        "igbot_events_repeated_total 2",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    // A page whose own name was made to lead here.
    let request = client.get(format!("{admin}/metrics")).header("host", "rebound.example:9090");
    assert_eq!(request.send().await.unwrap().status(), 421);
    // The store held by another process: alive, and not ready.
    let store = rusqlite::Connection::open(world.path(".local/share/igbot/store.db")).unwrap();
    store.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(get("/healthz").await.0, 200);
    assert_eq!(get("/readyz").await.0, 503);
    store.execute_batch("COMMIT").unwrap();
    assert_eq!(get("/readyz").await.0, 200);
    serve.stop().await.ok();
    let open = world.run(&["serve", "--admin", "0.0.0.0:9090"]).await;
    assert_eq!(open.code, 2, "{open:?}");
}
