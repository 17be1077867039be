//! Bots of every kind: the examples, and one behind a URL on good days and bad.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Stdio;

use igbot::sandbox::{BUSINESS_ACCOUNT as SHOP, DEFAULT_CUSTOMER as CUSTOMER};
use serde_json::json;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpListener;
use tokio::process::{Child, Command};

use super::world::{CANARY, Running, World, eventually};

const FORWARD_SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

fn example(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
    path.to_str().unwrap().to_owned()
}

async fn forwarding(world: &World, url: &str) -> Running {
    let mut serve = world.command(&[
        "serve",
        "--json",
        "--bind",
        "127.0.0.1:0",
        "--max-attempts",
        "1",
        "--forward-to",
        url,
    ]);
    serve.env("IGBOT_FORWARD_SECRET", FORWARD_SECRET);
    let mut serve = world.start_command(serve).await;
    let webhook = format!("{}/webhook", serve.base().await);
    world.person.connect_webhook(&webhook, igbot::sandbox::VERIFY_TOKEN).await.unwrap();
    world.run(&["webhook", "subscribe"]).await.ok();
    serve
}

/// The example behind a URL, and its address.
async fn http_bot(secret: &str) -> (Child, String) {
    let mut bot = Command::new("python3")
        .args([&example("http_bot.py"), "0"])
        .env("IGBOT_FORWARD_SECRET", secret)
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(bot.stdout.take().unwrap()).lines();
    let line = lines.next_line().await.unwrap().unwrap();
    let port = line.rsplit(' ').next().unwrap();
    (bot, format!("http://127.0.0.1:{port}/"))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_python_example_answers() {
    let world = World::linked().await;
    let serve = world.serve(&["--exec", &example("bot.py")]).await;
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    assert_eq!(world.replies(1).await, [format!("You said: {CANARY}")]);
    let looks_like_an_answer = format!(r#"{{"text":"{CANARY}"}} is what I wrote"#);
    world.person.writes(SHOP, CUSTOMER, &looks_like_an_answer).await.unwrap();
    assert_eq!(world.replies(2).await[1], format!("You said: {looks_like_an_answer}"));
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs jq"]
async fn the_shell_example_answers() {
    let world = World::linked().await;
    let serve = world.serve(&["--exec", &example("bot.sh")]).await;
    world.person.writes(SHOP, CUSTOMER, "señor").await.unwrap();
    assert_eq!(world.replies(1).await, ["Hello! You wrote 5 characters."]);
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_behind_a_url_checks_the_signature_and_answers() {
    let world = World::linked().await;
    let (_bot, url) = http_bot(FORWARD_SECRET).await;
    let serve = forwarding(&world, &url).await;
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    assert_eq!(world.replies(1).await, [format!("You said: {CANARY}")]);
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_with_another_key_refuses_what_is_forwarded() {
    let world = World::linked().await;
    let (_bot, url) = http_bot("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").await;
    let serve = forwarding(&world, &url).await;
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    let failed = world.until(&["event", "list", "--state", "failed", "--json"], 1).await;
    assert!(failed[0]["reason"].as_str().unwrap().contains("HTTP 401"), "{failed:#?}");
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn how_a_reply_ended_is_written_down_however_long_the_store_takes_nothing() {
    let world = World::linked().await;
    let serve = world.serve(&["--echo"]).await;
    let store = rusqlite::Connection::open(world.path(".local/share/igbot/store.db")).unwrap();
    store.busy_timeout(std::time::Duration::from_secs(10)).unwrap();
    let full = "CREATE TRIGGER full BEFORE UPDATE ON outgoing BEGIN \
                SELECT RAISE(ABORT, 'no room'); END";
    store.execute_batch(full).unwrap();
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    world.replies(1).await;
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    let state = || {
        let sql = "SELECT state FROM outgoing";
        store.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap()
    };
    assert_eq!(state(), "sending");
    store.execute_batch("DROP TRIGGER full").unwrap();
    world.until(&["event", "list", "--state", "done", "--json"], 1).await;
    assert_eq!(state(), "sent");
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_answered_under_the_other_id_of_the_account_itself() {
    let world = World::linked().await;
    let serve = world.serve(&["--echo"]).await;
    let shop = world.run(&["account", "show", "--json"]).await.ok().json();
    let other = format!("sender.id={}", shop["app_scoped_id"].as_str().unwrap());
    let (webhook, account) = (world.webhook().await, format!("recipient.id={SHOP}"));
    let trigger = ["trigger", "text", "--to", &webhook, "--set", &other, "--set", &account];
    world.run(&trigger).await.ok();
    let ignored = world.until(&["event", "list", "--state", "ignored", "--json"], 1).await;
    assert_eq!(ignored[0]["reason"], "the account wrote it itself");
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_answer_of_a_bot_never_reaches_a_customer() {
    let world = World::linked().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let answers = [
        (
            "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n",
            "HTTP 302; redirects are not followed",
        ),
        (
            "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 5\r\n\r\nsorry",
            "text/plain",
        ),
        ("HTTP/1.1 503 Gone\r\ncontent-length: 0\r\n\r\n", "HTTP 503"),
        (
            "HTTP/1.1 200 OK\r\ncontent-type: application/problem+json\r\ncontent-length: 9\r\n\r\n{\"txt\":1}",
            "the answer is invalid",
        ),
        (
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 4\r\n\r\n\"ok\"",
            "the answer is invalid",
        ),
        ("HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\ncut", "did not complete its answer"),
    ];
    let bot = tokio::spawn(async move {
        let mut seen = Vec::new();
        for (answer, _) in answers {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut request = vec![0; 16 * 1024];
            let mut length = 0;
            while !request[..length].ends_with(b"}}") {
                length += stream.read(&mut request[length..]).await.unwrap();
            }
            seen.push(String::from_utf8_lossy(&request[..length]).into_owned());
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
        seen
    });
    let serve = forwarding(&world, &url).await;
    for (count, (_, reason)) in (1..).zip(answers) {
        world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
        let failed = world.until(&["event", "list", "--state", "failed", "--json"], count).await;
        let told = failed[count - 1]["reason"].as_str().unwrap();
        assert!(told.contains(reason), "{told}");
    }
    for request in bot.await.unwrap() {
        assert!(request.contains("webhook-id: evt_") && request.contains("webhook-signature: v1,"));
        assert!(!request.contains("x-hub-signature"), "{request}");
    }
    serve.stop().await.ok();
    assert!(world.person.reads(SHOP, CUSTOMER).await.unwrap().iter().all(|it| !it.from_account));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_behind_a_url_that_is_restarted_misses_no_message() {
    let world = World::linked().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let serve = forwarding(&world, &format!("http://{address}/")).await;
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    let waiting =
        async || world.run(&["event", "list", "--state", "pending", "--json"]).await.ok().stdout;
    eventually(async || waiting().await.contains("cannot reach the URL")).await;
    let listener = TcpListener::bind(address).await.unwrap();
    let (mut stream, _) = listener.accept().await.unwrap();
    let mut request = Vec::new();
    while !request.ends_with(b"}}") {
        assert!(stream.read_buf(&mut request).await.unwrap() > 0);
    }
    // What is ASCII is the same in each encoding that a framework may name by itself.
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/plain;charset=ISO-8859-1\r\ncontent-length: 2\r\n\r\nhi";
    stream.write_all(head.as_bytes()).await.unwrap();
    let done = world.until(&["event", "list", "--state", "done", "--json"], 1).await;
    assert_eq!((&done[0]["attempts"], world.replies(1).await), (&1.into(), vec!["hi".to_owned()]));
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_that_asks_for_a_pause_gets_it_and_no_attempt_is_counted() {
    let world = World::linked().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let serve = forwarding(&world, &format!("http://{}/", listener.local_addr().unwrap())).await;
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    let asked = async |answer: &str| {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = Vec::new();
        while !request.ends_with(b"}}") {
            assert!(stream.read_buf(&mut request).await.unwrap() > 0);
        }
        stream.write_all(answer.as_bytes()).await.unwrap();
    };
    let pause = "HTTP/1.1 429 Wait\r\nretry-after: 1\r\ncontent-length: 0\r\n\r\n";
    asked(pause).await;
    asked("HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 2\r\n\r\nhi").await;
    let done = world.until(&["event", "list", "--state", "done", "--json"], 1).await;
    assert_eq!(done[0]["attempts"], 1);
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_is_being_replaced_misses_no_message() {
    let world = World::linked().await;
    let (bot, aside) = (world.path("bot"), world.path("aside"));
    fs::write(&bot, "#!/bin/sh\necho hi\n").unwrap();
    fs::set_permissions(&bot, Permissions::from_mode(0o755)).unwrap();
    let serve = world.serve(&["--max-attempts", "1", "--exec", bot.to_str().unwrap()]).await;
    fs::rename(&bot, &aside).unwrap();
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    let waiting =
        async || world.run(&["event", "list", "--state", "pending", "--json"]).await.ok().stdout;
    eventually(async || waiting().await.contains("cannot be run")).await;
    fs::rename(&aside, &bot).unwrap();
    let done = world.until(&["event", "list", "--state", "done", "--json"], 1).await;
    assert_eq!((&done[0]["attempts"], world.replies(1).await), (&1.into(), vec!["hi".to_owned()]));
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_that_serve_was_started_without_costs_no_message() {
    let world = World::linked().await;
    let serve = world.serve(&["--max-attempts", "1", "--echo"]).await;
    let config = world.path(".config/igbot/config.toml");
    fs::create_dir_all(config.parent().unwrap()).unwrap();
    fs::write(&config, "[bots.new]\nexec = [\"cat\"]\n").unwrap();
    let told = world.run(&["account", "bot", "harbour_coffee", "new"]).await.ok().stderr;
    assert!(told.contains("Restart any `igbot serve`"), "{told}");
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    let waiting =
        async || world.run(&["event", "list", "--state", "pending", "--json"]).await.ok().stdout;
    eventually(async || waiting().await.contains("started without [bots.new]")).await;
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn forwarding_needs_a_key_of_its_own() {
    let world = World::linked().await;
    let missing = world.run(&["serve", "--forward-to", "http://127.0.0.1:9/"]).await;
    assert_eq!(missing.code, 3, "{missing:?}");
    assert!(missing.stderr.contains("IGBOT_FORWARD_SECRET"), "{missing:?}");
    let mut short = world.command(&["serve", "--forward-to", "http://127.0.0.1:9/"]);
    short.env("IGBOT_FORWARD_SECRET", "whsec_c2hvcnQ=");
    let short = world.run_command(short).await;
    assert_eq!(short.code, 3, "{short:?}");
    assert!(short.stderr.contains("openssl rand"), "{short:?}");
    let open = world.run(&["serve", "--forward-to", "http://me:word@127.0.0.1:9/"]).await;
    assert_eq!(open.code, 2, "{open:?}");
    assert!(
        open.stderr.contains("contains a password") && !open.stderr.contains("word@"),
        "{open:?}"
    );
    let odd = world.run(&["serve", "--forward-to", "ftp://127.0.0.1/?key=word"]).await;
    assert_eq!(odd.code, 2, "{odd:?}");
    assert!(odd.stderr.contains("--forward-to") && !odd.stderr.contains("word"), "{odd:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_contract_with_bots_can_be_printed() {
    let world = World::new().await;
    let event = world.run(&["schema", "event"]).await.ok().json();
    assert_eq!(event["properties"]["text"]["type"][0], "string");
    let action = world.run(&["schema", "action"]).await.ok().json();
    assert_eq!(action["properties"]["text"]["type"], "string");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_can_be_tried_on_any_event_and_nothing_is_sent() {
    let world = World::linked().await;
    let bot = world.path("bot.py");
    let code = "import json, sys\nevent = json.load(sys.stdin)\nprint('thinking', file=sys.stderr)\n\
                print(json.dumps({'text': event['text'] + '!', 'quick_replies': ['Yes']}))";
    fs::write(&bot, code).unwrap();
    let exec = ["--exec", "python3", bot.to_str().unwrap()];
    let tried = async |what: &[&str]| world.run(&[&["try", "--json"], what, &exec].concat()).await;
    let answer = tried(&["open=now?"]).await.ok();
    assert!(answer.stderr.contains("thinking"), "{answer:?}");
    let message = &answer.json()["messages"][0];
    assert_eq!((&message["text"], &message["type"]), (&json!("open=now?!"), &json!("text")));
    let answer = tried(&["--kind", "postback", "--set", "postback.title=Hours"]).await.ok().json();
    assert_eq!(
        (&answer["kind"], &answer["messages"][0]["text"]),
        (&json!("postback"), &json!("Hours!"))
    );
    for _ in 0..20 {
        let loud = ["try", "hi", "--exec", "sh", "-c", "echo dbg >&2; echo a"];
        assert!(world.run(&loud).await.ok().stderr.contains("dbg"), "what it says is shown");
    }
    let slow = world.run(&["try", "hi", "--timeout", "1s", "--exec", "sleep", "60"]).await;
    assert!(slow.code == 1 && slow.stderr.contains("--timeout is over"), "{slow:?}");
    let number = ["try", "hi", "--json", "--exec", "echo", "9400111899223100001234"];
    let number = world.run(&number).await.ok().json();
    assert_eq!(number["messages"][0]["text"], "9400111899223100001234", "to the digit");
    let receipt = world.run(&["try", "--kind", "read", "--echo"]).await.ok();
    assert!(receipt.stderr.contains("it is no message to a bot"), "{receipt:?}");

    let serve = world.serve(&[]).await;
    world.person.writes(SHOP, CUSTOMER, CANARY).await.unwrap();
    let events = world.until(&["event", "list", "--json"], 1).await;
    let id = events[0]["id"].to_string();
    let answer = tried(&["--event", &id]).await.ok().json();
    assert_eq!(answer["messages"][0]["text"], format!("{CANARY}!"));
    let input = world.run(&["try", "--event", &id, "--input"]).await.ok().json();
    assert_eq!((&input["id"], &input["text"]), (&events[0]["id"], &json!(CANARY)));
    serve.stop().await.ok();

    let (started, ended) = (world.path("started"), world.path("ended"));
    let slow = format!("touch {}; sleep 3; touch {}", started.display(), ended.display());
    let stopped = world.start(&["try", "hi", "--exec", "sh", "-c", &slow]).await;
    eventually(async || started.exists()).await;
    stopped.signal("-INT").await;
    assert_eq!(stopped.end().await.code, 130);
    tokio::time::sleep(std::time::Duration::from_secs(4)).await;
    assert!(!ended.exists(), "the bot was ended too");

    fs::write(&bot, "print('{\"txt\": 1}')").unwrap();
    let failed = tried(&["hi"]).await;
    assert!(failed.code == 1 && failed.stderr.contains("unknown field"), "{failed:?}");
    let nobody = world.run(&["try", "hi"]).await;
    assert!(nobody.code == 2 && nobody.stderr.contains("--exec python3 bot.py"), "{nobody:?}");
    assert_eq!(world.run(&["try", "--event", "99", "--echo"]).await.code, 2);
    assert!(world.asked().await.is_empty(), "nothing was sent");
}
