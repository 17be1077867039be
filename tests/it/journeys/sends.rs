//! Sending every kind of message, and being told before the call what Instagram would refuse.

use std::fs;

use igbot::sandbox::{BUSINESS_ACCOUNT as SHOP, DEFAULT_CUSTOMER as CUSTOMER};
use serde_json::{Value, json};

use super::world::{World, eventually};

const PICTURE: &str = "https://shop.example/a.png";

/// As far as the store knows the customer wrote thirty hours ago.
pub async fn window_closes(world: &World) {
    let serve = world.serve(&[]).await;
    let old = (jiff::Timestamp::now() - jiff::SignedDuration::from_hours(30)).as_millisecond();
    let (sender, time) = (format!("sender.id={CUSTOMER}"), format!("timestamp={old}"));
    let account = format!("recipient.id={SHOP}");
    let webhook = world.webhook().await;
    let trigger = ["trigger", "text", "--to", &webhook, "--set", &sender, "--set", &time];
    world.run(&[&trigger[..], &["--set", &account]].concat()).await.ok();
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_message_is_taken_by_instagram() {
    let (world, mid) = World::in_conversation().await;
    let template = world.path("template.json");
    let payload = json!({ "template_type": "button", "text": "Which?", "buttons": [
        { "type": "postback", "title": "This", "payload": "this" },
        { "type": "web_url", "title": "Shop", "url": "https://shop.example" },
    ] });
    fs::write(&template, payload.to_string()).unwrap();
    let picture = world.path("picture.png");
    fs::write(&picture, b"\x89PNG\r\n\x1a\nbytes").unwrap();
    let upload = ["send", "upload", picture.to_str().unwrap(), "--json"];
    let uploaded = world.run(&upload).await.ok().json();
    let uploaded = uploaded["attachment_id"].as_str().unwrap();
    let raw = world.path("raw.json");
    fs::write(&raw, json!({ "text": "as it is" }).to_string()).unwrap();
    let (template, raw) = (template.to_str().unwrap(), raw.to_str().unwrap());
    for (arguments, action, kind) in [
        (&["text", "plain"][..], "text", Some("text")),
        (&["text", "Well?", "--quick-reply", "Yes", "--quick-reply", "No"], "text", Some("text")),
        (&["text", "to that", "--reply-to", &mid], "text", Some("text")),
        (&["image", PICTURE], "image", Some("image")),
        (&["image", PICTURE, "https://shop.example/b.png"], "attachments", Some("image")),
        (&["image", "--attachment-id", uploaded], "image", Some("image")),
        (&["video", "https://shop.example/a.mp4"], "video", Some("video")),
        (&["audio", "https://shop.example/a.m4a"], "audio", Some("audio")),
        (&["file", "https://shop.example/a.pdf"], "file", Some("file")),
        (&["sticker"], "like_heart", Some("sticker")),
        (&["post", "17900000000000001"], "MEDIA_SHARE", Some("post")),
        (&["template", template], "template", Some("template")),
        (&["--raw", raw], "text", Some("raw")),
        (&["reaction", "--message", &mid], "react", Some("reaction")),
        (&["reaction", "😍", "--message", &mid], "react", Some("reaction")),
        (&["reaction", "--remove", "--message", &mid], "unreact", Some("reaction")),
        (&["typing"], "typing_on", None),
        (&["typing", "--off"], "typing_off", None),
        (&["seen"], "mark_seen", None),
    ] {
        let mut command = vec!["send", "--json"];
        command.extend(arguments);
        command.extend(["--to", CUSTOMER]);
        let report = world.run(&command).await.ok().json();
        assert_eq!(report["outcome"], "sent", "{arguments:?}");
        assert_eq!(world.asked().await.last().unwrap(), action, "{arguments:?}");
        let history = world.run(&["message", "list", "--all", "--json"]).await.ok().json();
        let last = history.as_array().unwrap().last().cloned().unwrap_or_default();
        if let Some(kind) = kind {
            assert_eq!((&last["kind"], &last["state"]), (&json!(kind), &json!("sent")));
            assert_eq!(last["mid"], report["message_id"], "{arguments:?}");
        }
    }
    let history = world.run(&["message", "list", "--all", "--json"]).await.ok().json();
    let texts: Vec<_> = history.as_array().unwrap().iter().map(|it| it["text"].clone()).collect();
    assert!(texts.contains(&json!("Which?")) && texts.contains(&json!("as it is")), "{texts:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_instagram_would_refuse_is_refused_by_its_field_and_without_a_call() {
    let (world, mid) = World::in_conversation().await;
    let template = world.path("template.json");
    let payload = json!({ "template_type": "generic", "elements": [{ "title": "x".repeat(81) }] });
    fs::write(&template, payload.to_string()).unwrap();
    let long = "é".repeat(501);
    let eleven = ["image"].into_iter().chain([PICTURE; 11]).collect::<Vec<_>>();
    for (arguments, expected) in [
        (&["text", &long][..], "1002 bytes"),
        (&["text", " "], "empty"),
        (&["text", "a", "--quick-reply", "longer than twenty letters"], "`quick_replies[0].title`"),
        (&eleven, "`urls` has 11"),
        (&["image", "ftp://shop.example/a.png"], "`url`"),
        (&["template", template.to_str().unwrap()], "`template.elements[0].title` has 81"),
        (&["reaction", "hate", "--message", &mid], "`reaction`"),
        (&["text", "a", "--to", "@"], "username"),
        (&["text", "a", "--to", "@nobody"], "no known person has the username @nobody"),
        (&["--raw", "/nonexistent"], "cannot read /nonexistent"),
        (&["seen", "--to", "comment:1"], "a comment"),
        (&["reaction", "--message", &mid, "--to", "comment:1"], "a comment"),
        (&["text", "-hello"], "put `--` before a text"),
        (&["text", "-Viva"], "put `--` before a text"),
        (&["text", "--hello"], "--hello"),
    ] {
        let mut command = vec!["send"];
        command.extend(arguments);
        if !arguments.contains(&"--to") {
            command.extend(["--to", CUSTOMER]);
        }
        let refused = world.run(&command).await;
        assert_eq!(refused.code, 2, "{arguments:?}: {refused:?}");
        assert!(refused.stderr.contains(expected), "{arguments:?}: {}", refused.stderr);
        assert!(
            refused.stderr.contains("hint:") || refused.stderr.contains("--help"),
            "{refused:?}"
        );
    }
    let told = world.run(&["send", "text", "--to", CUSTOMER, &long, "--json"]).await;
    let outcome = told.json();
    assert_eq!((told.code, &outcome["outcome"]), (2, &json!("refused")), "{told:?}");
    assert!(outcome["reason"].as_str().unwrap().contains("1002 bytes"), "{told:?}");
    assert_eq!(world.asked().await, [""; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_sends_its_message_once_and_tells_how_that_ended() {
    let (world, _) = World::in_conversation().await;
    let send = async |key: &str, text: &str| {
        let to = ["--to", CUSTOMER, "--dedupe-key", key, "--json"];
        world.run(&[&["send", "text", text][..], &to].concat()).await
    };
    let first = send("order-1", "shipped").await.ok().json();
    let again = send("order-1", "shipped").await.ok();
    assert!(again.stderr.contains("sent before under its --dedupe-key"), "{again:?}");
    assert_eq!(again.json(), first);
    assert_eq!(world.replies(1).await, ["shipped"]);
    let other = send("order-1", "another text").await;
    assert_eq!((other.code, other.stdout.as_str()), (2, ""), "{other:?}");
    // An attempt that Instagram did not look at leaves the key free, one that it may have taken not.
    let fault = |kind: &str| json!({ "endpoint": "messages", "kind": kind, "count": 1 });
    world.control("faults", fault("rate_limit")).await;
    assert_eq!(send("order-2", "paid").await.code, 5);
    assert_eq!(send("order-2", "paid").await.ok().json()["outcome"], "sent");
    // Nor does one that it refused for something else than the message.
    let refuses = |code: i64, subcode: Option<u32>| json!({ "endpoint": "messages", "kind": "error", "code": code, "subcode": subcode });
    for (key, code, subcode) in [("window", 10, Some(2_534_022)), ("permission", 200, None)] {
        world.control("faults", refuses(code, subcode)).await;
        assert_eq!(send(key, key).await.json()["outcome"], "refused");
        assert_eq!(send(key, key).await.ok().json()["outcome"], "sent");
    }
    world.control("faults", refuses(100, None)).await;
    for _ in 0..2 {
        let refused = send("wrong", "wrong").await;
        assert_eq!((refused.code, &refused.json()["outcome"]), (6, &json!("refused")));
    }
    world.control("faults", fault("sent_but_error")).await;
    for _ in 0..2 {
        let unknown = send("order-3", "packed").await;
        assert_eq!((unknown.code, &unknown.json()["outcome"]), (9, &json!("unknown")));
    }
    let all = ["shipped", "paid", "window", "permission", "packed"];
    assert_eq!(world.replies(5).await, all);
    // Several at once: whoever comes second waits for the end of the first.
    let slow = json!({ "endpoint": "messages", "kind": "slow", "delay_ms": 1_500 });
    world.control("faults", slow).await;
    let all = futures_util::future::join_all((0..3).map(|_| send("order-4", "gone"))).await;
    assert!(all.iter().all(|it| it.code == 0), "{all:?}");
    assert_eq!(world.replies(6).await.len(), 6);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_tells_how_it_ended_also_once_the_window_has_closed() {
    let (world, _) = World::in_conversation().await;
    let send = async |key: &str| {
        let to = ["--to", CUSTOMER, "--dedupe-key", key, "--json"];
        world.run(&[&["send", "text", "shipped"][..], &to].concat()).await
    };
    send("sent").await.ok();
    world.control("faults", json!({ "endpoint": "messages", "kind": "http_500" })).await;
    assert_eq!(send("unknown").await.code, 9);
    window_closes(&world).await;
    assert_eq!(send("sent").await.ok().json()["outcome"], "sent");
    let unknown = send("unknown").await;
    assert_eq!((unknown.code, &unknown.json()["outcome"]), (9, &json!("unknown")), "{unknown:?}");
    assert_eq!(send("new").await.code, 6);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_for_a_send_under_its_key_that_is_refused_sends_itself() {
    let (world, _) = World::in_conversation().await;
    let send = ["send", "text", "hi", "--to", CUSTOMER, "--dedupe-key", "k", "--json"];
    let limit = json!({ "endpoint": "messages", "kind": "error", "code": 613, "delay_ms": 2_000 });
    world.control("faults", limit).await;
    let first = world.start(&send).await;
    world.until_faults_are_met().await;
    let second = world.start(&send).await;
    let (first, second) = tokio::join!(first.end(), second.end());
    assert_eq!((first.code, &first.json()["outcome"]), (5, &json!("refused")), "{first:?}");
    assert_eq!((second.code, &second.json()["outcome"]), (0, &json!("sent")), "{second:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_for_a_send_under_its_key_that_is_purged_sends_nothing() {
    let (world, _) = World::in_conversation().await;
    let send = ["send", "text", "hi", "--to", CUSTOMER, "--dedupe-key", "k", "--json"];
    let slow = json!({ "endpoint": "messages", "kind": "slow", "delay_ms": 4_000 });
    world.control("faults", slow).await;
    let first = world.start(&send).await;
    world.until_faults_are_met().await;
    let second = world.start(&send).await;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    world.run(&["message", "purge", "--with", CUSTOMER, "--yes"]).await.ok();
    let (first, second) = tokio::join!(first.end(), second.end());
    assert_eq!((first.code, &first.json()["outcome"]), (0, &json!("sent")), "{first:?}");
    assert_eq!((second.code, &second.json()["outcome"]), (9, &json!("unknown")), "{second:?}");
    assert_eq!(world.asked().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_send_that_is_stopped_says_what_became_of_it() {
    let (world, _) = World::in_conversation().await;
    let send = ["send", "text", "hi", "--to", CUSTOMER, "--dedupe-key", "k", "--json"];
    let slow = json!({ "endpoint": "messages", "kind": "slow", "delay_ms": 30_000 });
    world.control("faults", slow).await;
    let running = world.start(&send).await;
    world.until_faults_are_met().await;
    running.signal("-INT").await;
    let stopped = running.end().await;
    assert_eq!((stopped.code, &stopped.json()["outcome"]), (9, &json!("unknown")), "{stopped:?}");
    assert_eq!(stopped.json()["reason"], "stopped before Instagram answered");
    assert_eq!(world.run(&send).await.code, 9, "it is not repeated");
    // One that waits for its turn was certainly not sent, and may be asked for again.
    let store = rusqlite::Connection::open(world.path(".local/share/igbot/store.db")).unwrap();
    let until = (jiff::Timestamp::now() + jiff::SignedDuration::from_secs(20)).as_millisecond();
    let rest = "INSERT INTO usage (account_id, share, at, blocked_until) \
                SELECT account_id, 0, 0, ?1 FROM account WHERE true \
                ON CONFLICT (account_id) DO UPDATE SET blocked_until = excluded.blocked_until";
    store.execute(rest, [until]).unwrap();
    let send = ["send", "text", "later", "--to", CUSTOMER, "--dedupe-key", "l", "--json"];
    let before = world.asked().await.len();
    for (signal, code) in [("-INT", 130), ("-TERM", 143)] {
        let turns = "SELECT sum(next_at) FROM rate";
        let turns = || store.query_row(turns, [], |row| row.get::<_, Option<i64>>(0)).unwrap();
        let before = turns();
        let running = world.start(&send).await;
        eventually(async || turns() != before).await;
        running.signal(signal).await;
        let stopped = running.end().await;
        assert_eq!((stopped.code, &stopped.json()["outcome"]), (code, &json!("refused")));
        assert_eq!(stopped.json()["reason"], "stopped before it began");
    }
    assert_eq!(world.asked().await.len(), before);
    // What is no message respects the rest too.
    let typing = world.run(&["send", "typing", "--to", CUSTOMER, "--json"]).await;
    assert_eq!((typing.code, &typing.json()["outcome"]), (5, &json!("refused")), "{typing:?}");
    assert_eq!(world.asked().await.len(), before);
    store.execute("UPDATE usage SET blocked_until = NULL", []).unwrap();
    assert_eq!(world.run(&send).await.ok().json()["outcome"], "sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_send_that_is_killed_is_unknown_once_nobody_else_sends() {
    let (world, _) = World::in_conversation().await;
    let begin = async |text| {
        let slow = json!({ "endpoint": "messages", "kind": "slow", "delay_ms": 30_000 });
        world.control("faults", slow).await;
        let send = ["send", "text", text, "--to", CUSTOMER, "--dedupe-key", text, "--json"];
        let running = world.start(&send).await;
        world.until_faults_are_met().await;
        running
    };
    let states = async || {
        let history = ["message", "list", "--direction", "sent", "--json"];
        let history = world.run(&history).await.ok().json();
        let states = history.as_array().unwrap().iter();
        states.map(|it| it["state"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let (killed, alive) = (begin("killed").await, begin("alive").await);
    killed.signal("-KILL").await;
    killed.end().await;
    assert_eq!(states().await, ["sending", "sending"], "nobody can tell which of them lives");
    alive.signal("-KILL").await;
    alive.end().await;
    assert_eq!(states().await, ["unknown", "unknown"]);
    let send = ["send", "text", "killed", "--to", CUSTOMER, "--dedupe-key", "killed", "--json"];
    let told = world.run(&send).await;
    assert_eq!((told.code, &told.json()["outcome"]), (9, &json!("unknown")), "{told:?}");
    assert_eq!(told.json()["reason"], "the process ended while sending");
    // The two calls broke off before they were written down.
    assert_eq!(world.asked().await, [""; 0], "nothing is repeated");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comment_is_answered_in_private_once() {
    let world = World::linked().await;
    let act = json!({ "act": "comment", "text": "how much?" });
    let comment = world.control(&format!("customers/{CUSTOMER}/acts"), act).await;
    let to =
        format!("comment:{}", comment["comment_id"].as_str().or(comment["id"].as_str()).unwrap());
    let sent = world.run(&["send", "text", "12 euros", "--to", &to, "--json"]).await.ok().json();
    assert_eq!(sent["recipient_id"], CUSTOMER, "the answer tells whose comment it was");
    let again = world.run(&["send", "text", "13 euros", "--to", &to, "--json"]).await;
    assert_eq!((again.code, &again.json()["outcome"]), (6, &json!("refused")));
    let history = world.run(&["message", "list", "--with", CUSTOMER, "--json"]).await.ok().json();
    assert_eq!(history[0]["conversation_id"], CUSTOMER);
    assert_eq!(world.replies(1).await, ["12 euros"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_wrote_to_another_account_is_answered_from_there() {
    let (world, _) = World::in_conversation().await;
    let serve = world.serve(&[]).await;
    world.person.writes(SHOP, CUSTOMER, "hello").await.unwrap();
    world.until(&["event", "list", "--json"], 1).await;
    let creator = igbot::sandbox::CREATOR_USERNAME;
    world.log_in_as(&["login", "--no-browser"], creator).await.ok();
    let send = ["send", "text", "hi", "--to", CUSTOMER, "-A", creator];
    let refused = world.run(&send).await;
    assert!(refused.code == 6 && refused.stderr.contains("add -A harbour_coffee"), "{refused:?}");
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_can_be_named_by_its_number_in_the_list() {
    let (world, mid) = World::in_conversation().await;
    let serve = world.serve(&[]).await;
    world.person.writes(SHOP, CUSTOMER, "and this?").await.unwrap();
    let list = world.until(&["message", "list", "--json"], 1).await;
    let (number, mid) = (list[0]["id"].as_str().unwrap(), list[0]["mid"].as_str().unwrap_or(&mid));
    let to = ["--to", CUSTOMER, "-n", "--json"];
    for (send, place) in [
        (&["send", "reaction", "--message", number][..], "/body/payload/message_id"),
        (&["send", "text", "yes", "--reply-to", number], "/body/reply_to/mid"),
    ] {
        let request = world.run(&[send, &to].concat()).await.ok().json();
        assert_eq!(request.pointer(place), Some(&json!(mid)), "{request}");
    }
    let unknown =
        world.run(&[&["send", "text", "yes", "--reply-to", "r999"][..], &to].concat()).await;
    assert!(unknown.code == 2 && unknown.stderr.contains("no message r999"), "{unknown:?}");
    let batch = world.path("replies.ndjson");
    let row = |number| json!({ "to": CUSTOMER, "text": "yes", "reply_to": number }).to_string();
    let batch_of = async |rows: String| {
        std::fs::write(&batch, rows).unwrap();
        world.run(&["send", "batch", batch.to_str().unwrap(), "-n", "--json"]).await
    };
    let sample = batch_of(row(number)).await.ok().json();
    assert_eq!(sample.pointer("/sample/body/reply_to/mid"), Some(&json!(mid)), "{sample}");
    let refused = batch_of(format!("{}\n{}", row(number), row("s999"))).await;
    assert!(refused.code == 2 && refused.stderr.contains("no message s999"), "{refused:?}");
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_never_left_is_no_unknown_outcome_however_short_the_timeout() {
    let (world, _) = World::in_conversation().await;
    // It takes connections, and says nothing to whoever begins with TLS.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", silent.local_addr().unwrap());
    let send = ["--timeout", "2s", "send", "text", "hello", "--to", CUSTOMER, "--json"];
    let mut command = world.command(&send);
    command.env("IGBOT_GRAPH_URL", url);
    let ended = world.run_command(command).await;
    assert_eq!((ended.code, &ended.json()["outcome"]), (7, &json!("refused")), "{ended:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_of_a_private_reply_is_that_of_one_comment() {
    let world = World::linked().await;
    let comment = async || {
        let act = json!({ "act": "comment", "text": "how much?" });
        let made = world.control(&format!("customers/{CUSTOMER}/acts"), act).await;
        format!("comment:{}", made["comment_id"].as_str().or(made["id"].as_str()).unwrap())
    };
    let (first, second) = (comment().await, comment().await);
    let send = async |to: &str| {
        let send = ["send", "text", "12 euros", "--to", to, "--dedupe-key", "k", "--json"];
        world.run(&send).await
    };
    send(&first).await.ok();
    assert_eq!(send(&first).await.ok().json()["recipient_id"], CUSTOMER, "it was sent before");
    for other in [&second, CUSTOMER] {
        let refused = send(other).await;
        assert!(refused.code == 2 && refused.stderr.contains("key_used"), "{other}: {refused:?}");
    }
    assert_eq!(world.replies(1).await, ["12 euros"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_window_is_respected_until_somebody_says_otherwise() {
    let (world, _) = World::in_conversation().await;
    window_closes(&world).await;
    let send = async |more: &[&str]| {
        let command = ["send", "text", "late", "--to", CUSTOMER, "--json"];
        world.run(&[&command[..], more].concat()).await
    };
    let reaction = ["send", "reaction", "--message", "mid.1", "--to", CUSTOMER, "-n"];
    let refused = world.run(&reaction).await;
    assert_eq!(refused.code, 6, "{refused:?}");
    assert!(!refused.stderr.contains("--human-agent"), "a reaction has no such flag: {refused:?}");
    for more in [&["--window", "off"][..], &["--remove"]] {
        world.run(&[&reaction[..], more].concat()).await.ok();
    }
    let before = world.asked().await.len();
    let closed = send(&[]).await;
    assert_eq!((closed.code, &closed.json()["outcome"]), (6, &json!("refused")), "{closed:?}");
    assert!(closed.stderr.contains("--human-agent"), "{closed:?}");
    assert_eq!(world.asked().await.len(), before, "nothing was asked");
    // A dry run says the same.
    let dry = send(&["--dry-run"]).await;
    assert_eq!(dry.code, 6, "{dry:?}");
    assert!(dry.stderr.contains("--human-agent"), "{dry:?}");
    let dry = send(&["--dry-run", "--window", "warn"]).await.ok();
    assert!(dry.stderr.contains("window closed at"), "{dry:?}");
    assert_eq!(dry.json()["body"]["message"]["text"], "late");
    assert!(!send(&["--dry-run", "--window", "off"]).await.ok().stderr.contains("window"));
    assert_eq!(world.asked().await.len(), before, "nothing was asked");
    // The sandbox knows better: there they wrote a moment ago.
    let warned = send(&["--window", "warn"]).await.ok();
    assert!(warned.stderr.contains("window closed at"), "{warned:?}");
    assert!(!send(&["--window", "off"]).await.ok().stderr.contains("window"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_error_has_its_outcome_and_exit_code_and_is_asked_once() {
    let (world, _) = World::in_conversation().await;
    let error = |code: i64, subcode: Option<u32>, status: u16| json!({ "endpoint": "messages", "kind": "error", "code": code, "subcode": subcode, "status": status });
    let fault = |kind: &str| json!({ "endpoint": "messages", "kind": kind });
    for (fault, outcome, exit) in [
        (error(10, Some(2_534_022), 500), "refused", 6),
        (error(10, Some(2_018_278), 400), "refused", 6),
        (error(10, Some(2_018_300), 400), "refused", 6),
        (error(100, Some(2_534_014), 400), "refused", 6),
        (error(100, Some(2_534_037), 400), "refused", 6),
        (error(-1, Some(2_534_023), 500), "refused", 6),
        (error(200, Some(2_534_041), 403), "refused", 6),
        (error(551, None, 400), "refused", 6),
        (error(2_534_068, None, 400), "refused", 6),
        (error(508, Some(2_534_122), 400), "refused", 6),
        (error(368, None, 400), "refused", 6),
        (error(424_242, None, 400), "refused", 6),
        (error(424_242, None, 500), "unknown", 9),
        (error(1, None, 400), "unknown", 9),
        (error(2, None, 200), "unknown", 9),
        (error(-1, None, 500), "unknown", 9),
        (error(1, Some(1_357_046), 400), "unknown", 9),
        (fault("http_500"), "unknown", 9),
        (fault("http_503_html"), "unknown", 9),
        (fault("reset"), "unknown", 9),
        (fault("truncated"), "unknown", 9),
        (fault("wrong_shape"), "unknown", 9),
        (error(613, Some(2_534_040), 500), "refused", 5),
        (fault("rate_limit"), "refused", 5),
        // Last, because igbot remembers a dead token.
        (error(190, Some(463), 400), "refused", 4),
    ] {
        world.control("faults", fault.clone()).await;
        let before = world.asked().await.len();
        let sent = world.run(&["send", "text", "hi", "--to", CUSTOMER, "--json"]).await;
        assert_eq!(
            (sent.code, &sent.json()["outcome"]),
            (exit, &json!(outcome)),
            "{fault}: {sent:?}"
        );
        let error: Value = serde_json::from_str(sent.stderr.trim()).unwrap();
        assert!(!error["hints"].as_array().unwrap().is_empty(), "{fault}: {error}");
        assert_eq!(world.asked().await.len(), before + 1, "{fault}");
    }
    let history = world.run(&["message", "list", "--all", "--json"]).await.ok().json();
    let states =
        |state: &str| history.as_array().unwrap().iter().filter(|it| it["state"] == state).count();
    assert_eq!((states("refused"), states("unknown")), (15, 10));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_arrived_is_sent_even_if_that_cannot_be_written_down() {
    let (world, _) = World::in_conversation().await;
    world.run(&["send", "text", "first", "--to", CUSTOMER]).await.ok();
    let store = rusqlite::Connection::open(world.path(".local/share/igbot/store.db")).unwrap();
    let trigger = "CREATE TRIGGER full BEFORE UPDATE ON outgoing BEGIN \
                   SELECT RAISE(ABORT, 'no room'); END";
    store.execute_batch(trigger).unwrap();
    let sent = world.run(&["send", "text", "second", "--to", CUSTOMER, "--json"]).await.ok();
    assert_eq!(sent.json()["outcome"], "sent");
    assert!(sent.stderr.contains("could not be recorded in the history"), "{sent:?}");
    assert_eq!(world.replies(2).await, ["first", "second"]);
    store.execute_batch("DROP TRIGGER full").unwrap();
    drop(store);
    // What is left is a send whose end nobody knows, until its echo comes.
    let history = world.run(&["message", "list", "--all", "--json"]).await.ok().json();
    let last = history.as_array().unwrap().last().unwrap();
    assert_eq!((&last["text"], &last["state"]), (&json!("second"), &json!("unknown")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_tells_of_a_refusal_again_without_asking() {
    let (world, _) = World::in_conversation().await;
    let send = async || {
        let to = ["--to", CUSTOMER, "--dedupe-key", "order-9", "--json"];
        world.run(&[&["send", "text", "hi"][..], &to].concat()).await
    };
    let fault = json!({ "endpoint": "messages", "kind": "error", "code": 551 });
    world.control("faults", fault).await;
    for _ in 0..2 {
        let refused = send().await;
        assert_eq!(
            (refused.code, &refused.json()["outcome"]),
            (6, &json!("refused")),
            "{refused:?}"
        );
    }
    assert_eq!(world.asked().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_of_any_kind_asks_nobody() {
    let (world, mid) = World::in_conversation().await;
    for arguments in [
        &["text", "--", "-hello"][..],
        &["reaction", "--message", &mid],
        &["reaction", "--remove", "--message", &mid],
        &["typing"],
        &["seen"],
        &["sticker"],
    ] {
        let mut command = vec!["send", arguments[0], "--to", CUSTOMER, "--dry-run", "--json"];
        command.extend(&arguments[1..]);
        let shown = world.run(&command).await.ok().json();
        assert_eq!(shown["body"]["recipient"]["id"], CUSTOMER, "{arguments:?}");
    }
    assert_eq!(world.asked().await, [""; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_echo_of_a_message_settles_what_became_of_it() {
    let (world, _) = World::in_conversation().await;
    let serve = world.serve(&[]).await;
    let picture = ["send", "image", PICTURE, "--to", CUSTOMER, "--dedupe-key", "b", "--json"];
    let text = ["send", "text", "there?", "--to", CUSTOMER, "--dedupe-key", "a", "--json"];
    for command in [&text, &picture] {
        let fault = json!({ "endpoint": "messages", "kind": "sent_but_error" });
        world.control("faults", fault).await;
        // Its echo may be faster than the answer.
        let outcome = world.run(&command[..]).await.json()["outcome"].clone();
        assert!(outcome == "unknown" || outcome == "sent", "{outcome}");
    }
    let settled = async || {
        let history = world.run(&["message", "list", "--all", "--json"]).await.ok().json();
        let sent = |it: &&Value| it["direction"] == "sent" && it["state"] == "sent";
        history.as_array().unwrap().iter().filter(sent).count()
    };
    eventually(async || settled().await >= 2).await;
    for command in [&text, &picture] {
        let told = world.run(&command[..]).await.ok().json();
        assert!(told["outcome"] == "sent" && told["message_id"].is_string(), "{told}");
    }
    assert_eq!(world.asked().await.len(), 2, "nothing is repeated");
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_whose_echo_comes_before_its_broken_answer_is_sent() {
    let (world, _) = World::in_conversation().await;
    let serve = world.serve(&[]).await;
    let late = json!({ "endpoint": "messages", "kind": "truncated", "delay_ms": 2000 });
    world.control("faults", late).await;
    let sent = world.run(&["send", "text", "hi", "--to", CUSTOMER, "--json"]).await.ok().json();
    assert!(sent["outcome"] == "sent" && sent["message_id"].is_string(), "{sent}");
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_echo_that_fits_two_sends_settles_neither() {
    let (world, _) = World::in_conversation().await;
    let serve = world.serve(&[]).await;
    for kind in ["http_500", "sent_but_error"] {
        let fault = json!({ "endpoint": "messages", "kind": kind });
        world.control("faults", fault).await;
        let sent = world.run(&["send", "text", "there?", "--to", CUSTOMER, "--json"]).await;
        assert_eq!(sent.json()["outcome"], "unknown");
    }
    // Only the second arrived, and its echo does not say so.
    let echoes = async || {
        let events = world.run(&["event", "list", "--all", "--json"]).await.ok().json();
        events.as_array().unwrap().iter().filter(|it| it["direction"] == "sent").count()
    };
    eventually(async || echoes().await > 0).await;
    let history = world.run(&["message", "list", "--all", "--json"]).await.ok().json();
    let unknown = history.as_array().unwrap().iter().filter(|it| it["state"] == "unknown").count();
    assert_eq!(unknown, 2, "{history:#}");
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rest_that_nobody_can_mean_is_not_kept() {
    let (world, _) = World::in_conversation().await;
    let fault =
        json!({ "endpoint": "messages", "kind": "rate_limit", "retry_after": 4_000_000_000_u32 });
    world.control("faults", fault).await;
    let sent = world.run(&["send", "text", "hi", "--to", CUSTOMER, "--json"]).await;
    assert_eq!((sent.code, &sent.json()["outcome"]), (5, &json!("refused")), "{sent:?}");
    let limits = world.run(&["limits", "--json"]).await.ok().json();
    let until = limits[0]["blocked_until"].as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
    let most = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(1);
    assert!(until <= most, "{limits:#}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_arrived_is_sent_even_if_nobody_can_be_told() {
    let (world, _) = World::in_conversation().await;
    for more in [&[][..], &["--json"]] {
        let arguments = [&["send", "text", "told?", "--to", CUSTOMER][..], more].concat();
        let command = world.through_shell(r#"exec "$@" > /dev/full"#, &arguments);
        let sent = world.run_command(command).await.ok();
        assert!(sent.stderr.contains(&format!("sent to {CUSTOMER}")), "{sent:?}");
    }
    let empty = ["send", "text", "hi", "--to", CUSTOMER, "--dedupe-key", ""];
    assert_eq!(world.run(&empty).await.code, 2, "a variable that was not set is no key");
    assert_eq!(world.replies(2).await, ["told?", "told?"]);
}
