//! Looking people up, taking their words elsewhere, and forgetting them.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Stdio;

use igbot::sandbox::{BUSINESS_ACCOUNT as SHOP, DEFAULT_CUSTOMER as CUSTOMER};
use serde_json::{Value, json};

use super::world::{CANARY, Ended, World, eventually};

/// A world in which a customer has written and was answered, and `serve` has ended.
async fn talked(texts: &[&str]) -> World {
    let world = World::linked().await;
    let serve = world.serve(&["--echo"]).await;
    // One after the other: two of one millisecond have no order.
    for (count, text) in (1..).zip(texts) {
        world.person.writes(SHOP, CUSTOMER, text).await.unwrap();
        world.replies(count).await;
    }
    world.until(&["event", "list", "--state", "done", "--json"], texts.len()).await;
    serve.stop().await.ok();
    world
}

async fn json(world: &World, arguments: &[&str]) -> Value {
    world.run(arguments).await.ok().json()
}

/// Runs a command and gives it a text on standard input.
async fn told(world: &World, arguments: &[&str], text: &str) -> Ended {
    let mut command = world.command(arguments);
    let file = world.path("typed");
    fs::write(&file, text).unwrap();
    command.stdin(fs::File::open(file).unwrap());
    world.run_command(command).await
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_are_chosen_shown_and_searched() {
    let asked = format!("Where is my ÄPFEL order? {CANARY}");
    let world = talked(&[&asked, "no\u{1b}[2Jthing"]).await;
    let list = async |more: &[&str]| {
        let mut arguments = vec!["message", "list", "--json"];
        arguments.extend(more);
        json(&world, &arguments).await.as_array().unwrap().clone()
    };
    assert_eq!(list(&[]).await.len(), 4);
    assert_eq!(list(&["--all"]).await, list(&[]).await, "read from either end it is the same");
    assert_eq!(list(&["--direction", "sent"]).await.len(), 2);
    assert_eq!(list(&["--kind", "message"]).await.len(), 2);
    assert_eq!(list(&["--state", "refused"]).await, Vec::<Value>::new());
    assert_eq!(list(&["--with", CUSTOMER, "--limit", "1"]).await.len(), 1);
    assert!(list(&["--with", "1234"]).await.is_empty());
    let shown = world.run(&["message", "list"]).await.ok().stdout;
    assert!(shown.contains("no\\u{1b}[2Jthing") && !shown.contains('\u{1b}'), "{shown}");
    let all = world.run(&["message", "list", "--all"]).await.ok().stdout;
    assert_eq!(all, shown);

    let first = &list(&[]).await[0];
    let (id, mid) = (first["id"].as_str().unwrap(), first["mid"].as_str().unwrap());
    let by_id = json(&world, &["message", "show", id, "--json"]).await;
    assert_eq!(by_id, json(&world, &["message", "show", mid, "--json"]).await);
    assert_eq!((&by_id["text"], &by_id["event"]["state"]), (&json!(asked), &json!("done")));
    assert!(by_id["raw"].is_null());
    let raw = json(&world, &["message", "show", id, "--raw", "--json"]).await;
    assert_eq!(raw["raw"]["message"]["text"], asked);
    let sent = list(&["--direction", "sent"]).await[0]["id"].clone();
    let sent = json(&world, &["message", "show", sent.as_str().unwrap(), "--json"]).await;
    assert_eq!(sent["outgoing"]["event_id"], by_id["event"]["id"]);
    assert_eq!(world.run(&["message", "show", "r999"]).await.code, 2);

    let found = told(&world, &["message", "search", "-", "--json"], "äpfel ORDER").await.ok();
    assert_eq!(found.json().as_array().unwrap().len(), 2, "{found:?}");
    assert!(found.stderr.contains("Searched 4 messages; found 2."), "{found:?}");
    let of = ["message", "search", "order", "--limit", "1", "--json"];
    assert_eq!(json(&world, &of).await[0]["direction"], "sent", "the newest");
    let none = world.run(&["message", "search", "order", "thing", "--json"]).await.ok();
    assert_eq!(none.json(), json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_deleted_is_not_shown_searched_or_exported() {
    let world = World::linked().await;
    let serve = world.serve(&[]).await;
    let mid = world.person.writes(SHOP, CUSTOMER, &format!("{CANARY} secret")).await.unwrap();
    let acts = format!("customers/{CUSTOMER}/acts");
    world.control(&acts, json!({ "act": "edit", "mid": mid, "text": "other secret" })).await;
    world.control(&acts, json!({ "act": "delete", "mid": mid })).await;
    world.until(&["event", "list", "--json"], 3).await;
    serve.stop().await.ok();
    let shown = world.run(&["message", "show", &mid, "--raw", "--json"]).await.ok();
    assert_eq!(shown.json()["state"], "deleted");
    assert_eq!(shown.json()["related"].as_array().unwrap().len(), 2, "{shown:?}");
    assert!(!shown.stdout.contains("secret"), "{shown:?}");
    let found = world.run(&["message", "search", "secret", "--json"]).await.ok();
    assert_eq!(found.json(), json!([]));
    assert!(!world.run(&["message", "export"]).await.ok().stdout.contains("secret"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_edited_is_answered_shown_and_searched_as_it_was_edited_last() {
    let world = World::linked().await;
    let (bot, asked) = (world.path("bot.sh"), world.path("asked"));
    let script =
        "cat >> \"$HOME/asked\"; echo >> \"$HOME/asked\"; test -e \"$HOME/edited\" && echo hi";
    fs::write(&bot, script).unwrap();
    let serve = world.serve(&["--exec", "sh", bot.to_str().unwrap()]).await;
    let mid = world.person.writes(SHOP, CUSTOMER, "two coffees").await.unwrap();
    let waits = ["event", "list", "--state", "pending", "--json"];
    world.until(&waits, 1).await;
    let acts = format!("customers/{CUSTOMER}/acts");
    for text in ["three coffees", "four teas"] {
        world.control(&acts, json!({ "act": "edit", "mid": mid, "text": text })).await;
    }
    world.until(&["event", "list", "--kind", "message_edit", "--json"], 2).await;
    fs::write(world.path("edited"), "").unwrap();
    world.replies(1).await;
    serve.stop().await.ok();
    let asked = fs::read_to_string(asked).unwrap();
    let last: Value = serde_json::from_str(asked.trim_end().lines().last().unwrap()).unwrap();
    assert_eq!(last["text"], "four teas");
    assert_eq!(last["raw"]["message"]["text"], "two coffees", "as it came");
    let shown = json(&world, &["message", "list", "--direction", "received", "--json"]).await;
    assert_eq!((&shown[0]["text"], &shown[0]["edited"]), (&json!("four teas"), &json!(true)));
    assert_eq!(shown.as_array().unwrap().len(), 1);
    let table = world.run(&["message", "list"]).await.ok().stdout;
    assert!(table.contains("received, edited") && !table.contains("coffees"), "{table}");
    let record = json(&world, &["message", "show", &mid, "--json"]).await;
    assert_eq!(record["text"], "four teas");
    let found = async |words| json(&world, &["message", "search", words, "--json"]).await;
    assert_eq!(found("coffees").await, json!([]));
    assert_eq!(found("teas").await[0]["mid"], mid.as_str());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_is_whole_private_and_no_spreadsheet_runs_it() {
    let formula = "=HYPERLINK(\"http://x\")\r\nand a second line";
    let world = talked(&[formula, "plain; =1"]).await;
    let lines = world.run(&["message", "export"]).await.ok().stdout;
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(json!(lines), json(&world, &["message", "list", "--all", "--json"]).await);
    let file = world.path("out.csv");
    let path = file.to_str().unwrap();
    fs::write(&file, "what was there").unwrap();
    let csv = ["message", "export", "--output", path, "--direction", "received"];
    world.run(&csv).await.ok();
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.starts_with(
        "id,account_id,conversation_id,direction,kind,text,mid,time,state,edited,attachments\n"
    ));
    assert!(text.contains(",\"'=HYPERLINK(\"\"http://x\"\")\r\nand a second line\","), "{text}");
    assert!(text.contains(",plain;' =1,"), "{text}");
    let left: Vec<_> = fs::read_dir(world.home.path()).unwrap().flatten().collect();
    assert!(left.iter().all(|it| !it.file_name().to_str().unwrap().contains("partial")));
    let shown = world.run(&["message", "export", "--format", "csv"]).await.ok().stdout;
    assert!(shown.contains(",\"'=HYPERLINK(\"\"http://x\"\")\r\nand a second line\","), "{shown}");
    let mut unread = world.command(&["message", "export", "--format", "csv"]);
    let mut unread = unread.stdout(Stdio::piped()).spawn().unwrap();
    drop(unread.stdout.take());
    assert!(unread.wait().await.unwrap().success(), "a reader that goes away has enough");
    let mut dash = world.command(&["message", "export", "--format", "csv", "-o", "-"]);
    dash.current_dir(world.home.path());
    assert_eq!(world.run_command(dash).await.ok().stdout, shown);
    assert!(!world.path("-").exists());
    let nowhere = world.path("none/out.csv");
    let refused = world.run(&["message", "export", "-o", nowhere.to_str().unwrap()]).await;
    assert_eq!(refused.code, 2, "{refused:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn conversations_are_listed_with_their_window() {
    let world = talked(&["hello", "again"]).await;
    world.control("customers", json!({ "count": 1 })).await;
    let list = json(&world, &["conversation", "list", "--json"]).await;
    let first = &list[0];
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!((&first["conversation_id"], &first["account_id"]), (&json!(CUSTOMER), &json!(SHOP)));
    assert_eq!((&first["message_count"], &first["unanswered_count"]), (&json!(4), &json!(0)));
    assert_eq!((&first["last_direction"], &first["window"]), (&json!("sent"), &json!("open")));
    assert!(first["window_left_seconds"].as_i64().unwrap() > 86_000, "{first}");
    assert!(first["username"].is_null());
    assert_eq!(json(&world, &["conversation", "list", "--open", "--json"]).await, list);

    let remote = json(&world, &["conversation", "list", "--remote", "--json"]).await;
    assert_eq!(remote[0]["conversation_id"], CUSTOMER);
    let name = remote[0]["username"].as_str().unwrap();
    let learned = json(&world, &["conversation", "list", "--json"]).await;
    assert_eq!(learned[0]["username"], name, "learned from Instagram");
    let by_name = format!("@{name}");
    let events = json(&world, &["event", "list", "--from", &by_name, "--json"]).await;
    assert!(events.as_array().unwrap().iter().all(|it| it["sender_id"] == CUSTOMER), "{events}");
    let unanswered = ["conversation", "list", "--unanswered", "--json"];
    assert_eq!(json(&world, &unanswered).await, json!([]));
    let shown = json(&world, &["conversation", "show", &by_name, "--json"]).await;
    assert_eq!(shown["messages"].as_array().unwrap().len(), 4);
    assert_eq!(
        (&shown["message_count"], &shown["messages"][0]["text"]),
        (&json!(4), &json!("hello"))
    );
    let remote = world.run(&["conversation", "show", CUSTOMER, "--remote", "--json"]).await.ok();
    assert_eq!(remote.json()["messages"].as_array().unwrap().len(), 4, "{remote:?}");
    assert_eq!(remote.json()["messages"][0]["text"], "hello");
    let text = world.run(&["conversation", "list"]).await.ok().stdout;
    assert!(text.contains("open for 23h 59m"), "{text}");
    assert_eq!(world.run(&["conversation", "show", "4711"]).await.code, 2);
    assert_eq!(world.run(&["conversation", "show", "4711", "--remote"]).await.code, 2);
}

/// Every file below the world's home that holds one of these words.
fn files_with(world: &World, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![world.path(".local")];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        for word in words {
            if bytes.windows(word.len()).any(|it| it == word.as_bytes()) {
                found.push(format!("{word} in {}", path.display()));
            }
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn a_purged_person_is_nowhere_and_what_they_did_before_stays_out() {
    let world = talked(&["first words", "more words"]).await;
    world.run(&["conversation", "list", "--remote"]).await.ok();
    let list = json(&world, &["message", "list", "--json"]).await;
    let mids: Vec<_> =
        list.as_array().unwrap().iter().map(|it| it["mid"].as_str().unwrap()).collect();
    let mut words = vec![CUSTOMER];
    words.extend(&mids);
    assert!(!files_with(&world, &words).is_empty(), "they can be found at all");
    let purge = ["message", "purge", "--with", CUSTOMER, "--json"];
    assert_eq!(world.run(&purge).await.code, 2, "nobody confirmed it");
    // Everybody has written with the account itself.
    let own = world.run(&["message", "purge", "--with", SHOP, "--yes"]).await;
    assert!(own.code == 2 && own.stderr.contains("igbot unlink"), "{own:?}");
    let dry = [&purge[..], &["-n"]].concat();
    let counted = json(&world, &dry).await;
    assert!(counted["events"].as_u64().unwrap() >= 2, "{counted}");
    assert_eq!((&counted["outgoing"], &counted["names"]), (&json!(2), &json!(1)));
    assert_eq!(json(&world, &["message", "list", "--json"]).await, list, "nothing was changed");
    let yes = [&purge[..], &["--yes"]].concat();
    let mut purged = json(&world, &yes).await;
    assert_eq!(purged, counted);
    assert_eq!(files_with(&world, &words), Vec::<String>::new());
    assert_eq!(json(&world, &["message", "list", "--json"]).await, json!([]));
    assert_eq!(json(&world, &["store", "verify", "--json"]).await["unreadable_count"], 0);

    // Instagram tells of them once more, by a message, by an edit with the number 0 and by an echo.
    let serve = world.serve(&["--echo"]).await;
    let deliver = async |event: Value| {
        let body = json!({ "object": "instagram", "entry": [{ "id": SHOP, "time": 1,
            "messaging": [event] }] });
        world.control("deliver", body).await
    };
    let before = list[0]["time"].as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
    let before = before.as_millisecond();
    let message = |mid: &str| {
        json!({ "sender": { "id": CUSTOMER }, "recipient": { "id": SHOP },
        "timestamp": before, "message": { "mid": mid, "text": "first words" } })
    };
    deliver(message(mids[0])).await;
    deliver(message("a message that was never delivered")).await;
    deliver(
        json!({ "sender": { "id": SHOP }, "recipient": { "id": CUSTOMER }, "timestamp": before,
        "message": { "mid": mids[1], "text": "first words", "is_echo": true } }),
    )
    .await;
    deliver(json!({ "timestamp": before, "message_edit": { "mid": mids[0], "num_edit": 0 } }))
        .await;
    world.run(&["reconcile", "--fix", "--since", "7d", "--json"]).await.ok();
    world.run(&["conversation", "list", "--remote"]).await.ok();
    // What they write from now on is taken.
    world.person.writes(SHOP, CUSTOMER, "a new beginning").await.unwrap();
    world.replies(3).await;
    let list = world.until(&["message", "list", "--json"], 2).await;
    let texts: Vec<_> = list.iter().map(|it| it["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["a new beginning", "a new beginning"]);
    let pending = ["event", "list", "--state", "pending", "--json"];
    eventually(async || json(&world, &pending).await == json!([])).await;
    serve.stop().await.ok();
    assert_eq!(files_with(&world, &mids), Vec::<String>::new());
    let again = json(&world, &yes).await;
    assert!(again["events"].as_u64() > Some(0));
    purged = json(&world, &yes).await;
    assert_eq!((&purged["events"], &purged["outgoing"]), (&json!(0), &json!(0)));
    assert_eq!(files_with(&world, &words), Vec::<String>::new());
}

/// A message of a quarter of an hour ago.
async fn written_long_ago(world: &World, customer: &str, text: &str) -> String {
    world.control("clock", json!({ "advance_seconds": -900 })).await;
    let mid = world.person.writes(SHOP, customer, text).await.unwrap();
    world.control("clock", json!({ "advance_seconds": 900 })).await;
    mid
}

#[tokio::test(flavor = "multi_thread")]
async fn one_conversation_that_cannot_be_read_hides_no_other() {
    let world = World::linked().await;
    let made = world.control("customers", json!({ "count": 2 })).await;
    for customer in made["ids"].as_array().unwrap() {
        written_long_ago(&world, customer.as_str().unwrap(), "missed").await;
    }
    let refuses = json!({ "endpoint": "other", "kind": "error", "code": 1_609_005, "count": 1 });
    world.control("faults", refuses.clone()).await;
    let ended = world.run(&["reconcile", "--fix", "--json"]).await;
    assert_eq!(ended.code, 8, "{ended:?}");
    let found = ended.json();
    let failed = found["failed"].as_array().unwrap();
    assert_eq!(failed.len(), 1, "{found}");
    assert!(failed[0]["reason"].as_str().unwrap().contains("1609005"), "{found}");
    assert!(failed[0]["username"].as_str().unwrap().starts_with("person_"), "{found}");
    assert_eq!((&found["conversations"], &found["imported"]), (&json!(1), &json!(1)));
    world.control("faults", refuses).await;
    let shown = world.run(&["reconcile"]).await;
    assert!(shown.code == 8 && shown.stdout.contains("1609005"), "{shown:?}");
    let again = json(&world, &["reconcile", "--fix", "--json"]).await;
    assert_eq!((&again["failed"], &again["imported"]), (&json!([]), &json!(1)));
    // What is no fault of one conversation ends it, and what was done before is told.
    let fault = |kind: &str| json!({ "endpoint": "other", "kind": kind, "delay_ms": 1 });
    for kind in ["slow", "http_503_html"] {
        world.control("faults", fault(kind)).await;
    }
    let broken = world.run(&["reconcile", "--json"]).await;
    let found = broken.json();
    assert_eq!((broken.code, &found["conversations"]), (8, &json!(1)), "{broken:?}");
    assert!(found["broke_off"].as_str().unwrap().contains("503"), "{found}");
    for kind in ["slow", "http_503_html"] {
        world.control("faults", fault(kind)).await;
    }
    let shown = world.run(&["reconcile"]).await;
    assert!(shown.stdout.contains("were not checked"), "{shown:?}");
    world.control("faults", fault("slow")).await;
    world.control("faults", json!({ "endpoint": "other", "kind": "error", "code": 190 })).await;
    let ended = world.run(&["reconcile"]).await;
    assert!(ended.code == 4 && ended.stderr.contains("igbot login"), "{ended:?}");
    assert!(ended.stdout.contains("were not checked"), "{ended:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_whose_delivery_may_still_come_is_left_to_the_bot() {
    let world = talked(&["while it ran"]).await;
    let mid = world.person.writes(SHOP, CUSTOMER, "just now").await.unwrap();
    let found = json(&world, &["reconcile", "--fix", "--json"]).await;
    assert_eq!(
        (&found["missing"], &found["imported"], &found["later"]),
        (&json!(0), &json!(0), &json!(1)),
        "{found}"
    );
    let shown = world.run(&["reconcile"]).await.ok().stdout;
    assert!(shown.contains("1 younger than 10 minutes skipped"), "{shown}");
    let serve = world.serve(&["--echo"]).await;
    let late = json!({ "act": "repeat", "mid": mid });
    world.control(&format!("customers/{CUSTOMER}/acts"), late).await;
    assert!(world.replies(2).await.iter().any(|reply| reply.contains("just now")));
    serve.stop().await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_purge_takes_private_replies_to_comments_of_either_kind() {
    let world = World::linked().await;
    let serve = world.serve(&[]).await;
    let webhook = world.webhook().await;
    for (kind, id) in [("comment", "98"), ("live-comment", "99")] {
        let set = [format!("id={id}"), format!("from.id={CUSTOMER}")];
        let trigger = ["trigger", kind, "--to", &webhook, "--set", &set[0], "--set", &set[1]];
        world.run(&trigger).await.ok();
        world.control("faults", json!({ "endpoint": "messages", "kind": "http_500" })).await;
        let to = format!("comment:{id}");
        let sent = world.run(&["send", "text", "see there", "--to", &to]).await;
        assert_eq!(sent.code, 9, "{sent:?}");
    }
    serve.stop().await.ok();
    let purge = ["message", "purge", "--with", CUSTOMER, "--yes", "--json"];
    let purged = json(&world, &purge).await;
    assert_eq!((&purged["events"], &purged["outgoing"]), (&json!(2), &json!(2)));
    assert_eq!(json(&world, &["message", "list", "--json"]).await, json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_purge_beside_a_reader_says_that_it_must_be_run_again() {
    let world = talked(&["words"]).await;
    let reader = rusqlite::Connection::open(world.path(".local/share/igbot/store.db")).unwrap();
    reader.execute_batch("BEGIN").unwrap();
    reader.query_row("SELECT count(*) FROM event", [], |row| row.get::<_, i64>(0)).unwrap();
    let purge = ["message", "purge", "--with", CUSTOMER, "--yes"];
    let beside = world.run(&purge).await;
    assert_eq!(beside.code, 8, "{beside:?}");
    assert!(beside.stderr.contains("run `igbot message purge` again"), "{beside:?}");
    assert!(!files_with(&world, &[CUSTOMER]).is_empty(), "it was right");
    reader.execute_batch("COMMIT").unwrap();
    world.run(&purge).await.ok();
    assert_eq!(files_with(&world, &[CUSTOMER]), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gap_is_found_fixed_and_a_late_delivery_of_it_is_the_same_message() {
    let world = talked(&["while it ran"]).await;
    // Nobody listens: what Instagram delivers now is lost.
    let mid = written_long_ago(&world, CUSTOMER, &format!("{CANARY} missed")).await;
    world
        .control("faults", json!({ "endpoint": "messages", "kind": "sent_but_error", "count": 1 }))
        .await;
    assert_eq!(world.run(&["send", "text", "--to", CUSTOMER, "did it arrive?"]).await.code, 9);
    let gap = world.run(&["reconcile", "--json"]).await;
    assert_eq!(gap.code, 10, "{gap:?}");
    let gap = gap.json();
    assert_eq!((&gap["missing"], &gap["unsettled"]), (&json!(1), &json!(1)), "{gap}");
    assert_eq!(gap["gaps"][0]["conversation_id"], CUSTOMER);
    let fixed = json(&world, &["reconcile", "--fix", "--json"]).await;
    assert_eq!((&fixed["imported"], &fixed["settled"]), (&json!(1), &json!(1)), "{fixed}");
    let nothing = json(&world, &["reconcile", "--fix", "--json"]).await;
    assert_eq!((&nothing["missing"], &nothing["unsettled"]), (&json!(0), &json!(0)));
    let list = json(&world, &["message", "list", "--json"]).await;
    let states: Vec<_> = list.as_array().unwrap().iter().map(|it| it["state"].clone()).collect();
    assert_eq!(states.iter().filter(|state| **state == "imported").count(), 1, "{list}");
    assert!(!states.contains(&json!("unknown")));
    let shown = json(&world, &["message", "show", &mid, "--json"]).await;
    assert_eq!(
        (&shown["state"], &shown["event"]["state"]),
        (&json!("imported"), &json!("ignored"))
    );

    let serve = world.serve(&["--echo"]).await;
    for act in [
        json!({ "act": "repeat", "mid": mid }),
        json!({ "act": "repeat", "mid": mid, "as_edit": true }),
    ] {
        world.control(&format!("customers/{CUSTOMER}/acts"), act).await;
    }
    world.person.writes(SHOP, CUSTOMER, "afterwards").await.unwrap();
    world.replies(3).await;
    serve.stop().await.ok();
    let list = json(&world, &["message", "list", "--json"]).await;
    let times = list.as_array().unwrap().iter().filter(|it| it["mid"] == json!(mid)).count();
    assert_eq!(times, 1, "{list}");
    let replies = world.replies(3).await;
    assert!(!replies.iter().any(|reply| reply.contains("missed")), "{replies:?}");
}
