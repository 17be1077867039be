//! Sending a file of messages.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use igbot::sandbox::{BUSINESS_ACCOUNT as SHOP, DEFAULT_CUSTOMER as CUSTOMER};
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt as _;

use super::sends::window_closes;
use super::world::{CANARY, Ended, World, eventually};

/// Runs `send batch` over a file of this name and content.
async fn send(world: &World, name: &str, content: &str, more: &[&str]) -> Ended {
    let path = world.path(name);
    fs::write(&path, content).unwrap();
    world.run(&[&["send", "batch", path.to_str().unwrap()][..], more].concat()).await
}

/// The objects of a stream.
fn rows(ended: &Ended) -> Vec<Value> {
    ended.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What the customer reads, in any order.
async fn read(world: &World, count: usize) -> Vec<String> {
    let mut texts = world.replies(count).await;
    texts.sort();
    texts
}

#[tokio::test(flavor = "multi_thread")]
async fn every_form_of_file_is_sent_row_by_row() {
    let world = World::in_conversation().await.0;
    let to = CUSTOMER;
    let template = world.path("greeting.txt");
    fs::write(&template, "\u{feff}Hi {{ name }}, {{ CANARY }}\n".replace("{{ CANARY }}", CANARY))
        .unwrap();
    let template = ["--template", template.to_str().unwrap()];
    let mut expected = Vec::new();
    for (name, content, more, texts) in [
        (
            "a.csv",
            format!("to,text\n{to},a1 {CANARY}\n{to},\"a2\nmore\"\n"),
            &[][..],
            vec![format!("a1 {CANARY}"), "a2\nmore".to_owned()],
        ),
        ("b.csv", format!("\u{feff}to;text\r\n{to};b1, b2\r\n"), &[], vec!["b1, b2".to_owned()]),
        (
            "c.ndjson",
            format!(
                "{{\"to\":\"{to}\",\"text\":\"c1\"}}\n\n{{\"to\":{to},\"text\":\"c2\",\"quick_replies\":[\"Yes\"]}}"
            ),
            &[],
            vec!["c1".to_owned(), "c2".to_owned()],
        ),
        (
            "d.csv",
            format!("to,name\n{to},Añá\n{to},Bo\n"),
            &template,
            vec![format!("Hi Añá, {CANARY}"), format!("Hi Bo, {CANARY}")],
        ),
    ] {
        let sent = send(&world, name, &content, more).await.ok();
        assert!(sent.stdout.contains(&format!(": {} sent\n", texts.len())), "{name}: {sent:?}");
        expected.extend(texts);
        expected.sort();
        assert_eq!(read(&world, expected.len()).await, expected, "{name}");
    }
    let mut command = world.command(&["send", "batch", "-", "--json"]);
    command.stdin(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    let file = format!("to,text\n{to},from a pipe\n");
    child.stdin.take().unwrap().write_all(file.as_bytes()).await.unwrap();
    let output = child.wait_with_output().await.unwrap();
    let row: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&row["batch"], &row["line"], &row["outcome"], &row["recipient_id"], &row["reason"]),
        (&json!(5), &json!(2), &json!("sent"), &json!(to), &json!(null)),
    );
    assert!(row["message_id"].is_string() && output.status.success(), "{output:?}");
    let history = world.run(&["message", "list", "--all", "--json"]).await.ok().json();
    let sent = history.as_array().unwrap().iter().filter(|it| it["state"] == "sent");
    assert_eq!(sent.count(), 8, "each is in the history");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_with_a_bad_row_is_refused_by_its_lines_and_nothing_of_it_is_kept() {
    let world = World::in_conversation().await.0;
    let long = "é".repeat(501);
    let bad = format!(
        "to,text,url\n{CUSTOMER},fine,\n{CUSTOMER},{long},\na b,x,\n{CUSTOMER},,\n{CUSTOMER},two\n@nobody,x,\n"
    );
    let refused = send(&world, "bad.csv", &bad, &[]).await;
    assert_eq!((refused.code, refused.stdout.as_str()), (2, ""), "{refused:?}");
    for part in [
        "5 rows cannot be sent",
        "line 3: the text has 1002 bytes",
        "line 4: `to`: an id is",
        "line 5: `text` is missing",
        "line 6: 2 cells, but the header has 3",
        "line 7: no known person has the username @nobody",
        "hint:",
    ] {
        assert!(refused.stderr.contains(part), "{part}: {}", refused.stderr);
    }
    let many = format!("to,text\n{}", format!("{CUSTOMER},\n").repeat(23));
    let refused = send(&world, "many.csv", &many, &["--json"]).await;
    let error: Value = serde_json::from_str(refused.stderr.lines().last().unwrap()).unwrap();
    let causes = error["causes"].as_array().unwrap();
    assert_eq!((causes.len(), &causes[1]), (2, &json!("and 3 more")));
    let told = causes[0].as_str().unwrap();
    assert!(told.starts_with("line 2, line 3, ") && told.contains("line 21: "), "once: {told}");
    assert_eq!(error["kind"], "invalid_rows");
    let template = world.path("t.txt");
    let template_flag = ["--template", template.to_str().unwrap()];
    let row = format!("to,name,sir\n{CUSTOMER},Bo,\n");
    for (text, expected) in [
        // An empty cell is a field that the row does not have.
        ("Hi {{ sir }} {{ name }}", "(line 1 of the template): `sir`"),
        (
            "Hi {{ nmae }}",
            "line 2: the template: uses a field that is empty in this row, or not there (line 1 of the template): `nmae`",
        ),
        ("Hi {{ name", "the template: syntax error"),
    ] {
        fs::write(&template, text).unwrap();
        let refused = send(&world, "t.csv", &row, &template_flag).await;
        assert_eq!(refused.code, 2, "{refused:?}");
        assert!(refused.stderr.contains(expected), "{}", refused.stderr);
    }
    for (content, expected) in [
        ("", "the file is empty"),
        ("to,text\n", "there are no rows"),
        ("a,b\n1,2\n", "there is no column `to`"),
        ("[1]", "there is no column `to`"),
        ("{\"to\":1}\nx", "line 2: not JSON"),
        ("to;text\r\n1;a\r\n2;\r\n", "line 3: `text` is missing"),
    ] {
        let refused = send(&world, "odd", content, &[]).await;
        assert_eq!(refused.code, 2, "{refused:?}");
        assert!(refused.stderr.contains(expected), "{expected}: {}", refused.stderr);
    }
    assert_eq!(world.asked().await.len(), 0);
    let status = world.run(&["store", "status", "--json"]).await.ok().json();
    assert_eq!(status["outgoing"], json!({}), "nothing is kept");
    let gone = world.run(&["send", "batch", "--resume", "1"]).await;
    assert_eq!(gone.code, 2, "{gone:?}");
    assert!(gone.stderr.contains("there is no batch 1"), "{gone:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_the_command_is_said_before_anything_is_read() {
    let world = World::in_conversation().await.0;
    let path = world.path("a.csv");
    let path = path.to_str().unwrap();
    fs::write(path, format!("to,text\n{CUSTOMER},a\n")).unwrap();
    for (arguments, expected) in [
        (&["send", "batch"][..], "FILE"),
        (&["send", "batch", path, "--resume", "1"], "cannot be used with"),
        (&["send", "batch", path, "--rate", "fast"], "20/s"),
        (&["send", "batch", path, "--rate", "0/s"], "20/s"),
        (&["send", "batch", path, "--jobs", "0"], "1..=100"),
        (&["send", "batch", path, "--max-failures", "0"], "not in"),
        (&["send", "batch", path, "--report", "/nonexistent/r.csv"], "cannot write the report"),
        (&["send", "batch", path, "--report", "report.txt"], ".ndjson"),
        (&["send", "batch", "/nonexistent"], "cannot read /nonexistent"),
        (&["send", "batch", path, "--template", "/nonexistent"], "cannot read /nonexistent"),
    ] {
        let refused = world.run(arguments).await;
        assert_eq!((refused.code, refused.stdout.as_str()), (2, ""), "{arguments:?}: {refused:?}");
        assert!(refused.stderr.contains(expected), "{arguments:?}: {}", refused.stderr);
    }
    assert_eq!(world.asked().await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_counts_and_shows_the_first_request_and_leaves_no_trace() {
    let world = World::in_conversation().await.0;
    let template = world.path("t.txt");
    fs::write(&template, "Hi {{ name }}!").unwrap();
    let file = format!("to,name\n{CUSTOMER},Bo\n{CUSTOMER},Añá\n");
    let more = ["--template", template.to_str().unwrap(), "--dry-run", "--json"];
    let shown = send(&world, "a.csv", &file, &more).await.ok().json();
    assert_eq!(shown["rows"], 2);
    assert_eq!(shown["sample"]["body"]["message"]["text"], "Hi Bo!");
    let shown = send(&world, "a.csv", &file, &more[..3]).await.ok();
    assert!(shown.stdout.starts_with("2 rows can be sent; the first:\nPOST http"), "{shown:?}");
    let refused = send(&world, "bad.csv", "to,text\n1,\n", &["-n"]).await;
    assert_eq!(refused.code, 2, "{refused:?}");
    assert_eq!(world.asked().await.len(), 0);
    let status = world.run(&["store", "status", "--json"]).await.ok().json();
    assert_eq!(status["outgoing"], json!({}));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_sent_once_whichever_file_it_stands_in() {
    let world = World::in_conversation().await.0;
    let file = format!("to,text,dedupe_key\n{CUSTOMER},a,k1\n{CUSTOMER},b,k2\n{CUSTOMER},b,k2\n");
    let sent = send(&world, "a.csv", &file, &[]).await.ok();
    assert!(sent.stdout.contains("Batch 1: 2 sent, 1 skipped"), "{sent:?}");
    let more = format!("{file}{CUSTOMER},c,k3\n");
    let report = world.path("r.ndjson");
    let report_flag = ["--report", report.to_str().unwrap()];
    let sent = send(&world, "b.csv", &more, &report_flag).await.ok();
    assert!(sent.stdout.contains("Batch 2: 1 sent, 3 skipped"), "{sent:?}");
    assert!(!sent.stdout.contains("line 2"), "{sent:?}");
    let all = rows(&send(&world, "d.csv", &more, &["--json"]).await.ok());
    let lines: Vec<_> = all.iter().map(|it| it["line"].as_i64().unwrap()).collect();
    assert_eq!(lines, [2, 3, 4, 5], "each row is told of, and once: {all:?}");
    let report = fs::read_to_string(report).unwrap();
    let first: Value = serde_json::from_str(report.lines().next().unwrap()).unwrap();
    assert_eq!(first["outcome"], "skipped");
    assert_eq!(first["reason"], "it was asked for before under its key: sent");
    let clash = format!("to,text,dedupe_key\n{CUSTOMER},c,k9\n{CUSTOMER},d,k9\n");
    let refused = send(&world, "clash.csv", &clash, &[]).await;
    assert_eq!(refused.code, 2, "{refused:?}");
    assert!(
        refused.stderr.contains("line 3: `dedupe_key` is already used on line 2"),
        "{refused:?}"
    );
    let other = format!("to,text,dedupe_key\n{CUSTOMER},another text,k1\n");
    let refused = send(&world, "c.csv", &other, &[]).await;
    assert_eq!(refused.code, 6, "{refused:?}");
    assert!(refused.stdout.contains("line 2: refused"), "{refused:?}");
    let alone = ["send", "text", "a", "--to", CUSTOMER, "--dedupe-key", "k1", "--json"];
    assert_eq!(world.run(&alone).await.ok().json()["outcome"], "sent", "as it was then");
    assert_eq!(read(&world, 3).await, ["a", "b", "c"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_waits_in_a_batch_is_no_success_elsewhere() {
    let world = World::in_conversation().await.0;
    let file = format!("to,text,dedupe_key\n{CUSTOMER},a,k1\n{CUSTOMER},b,k2\n{CUSTOMER},b,k2\n");
    world.control("faults", json!({ "endpoint": "messages", "kind": "error", "code": 190 })).await;
    let stopped = send(&world, "a.csv", &file, &["--jobs", "1"]).await;
    assert_eq!(stopped.code, 4, "{stopped:?}");
    let other = format!("to,text,dedupe_key\n{CUSTOMER},b,k2\n");
    let refused = send(&world, "b.csv", &other, &[]).await;
    assert_eq!(refused.code, 6, "{refused:?}");
    assert!(
        refused.stdout.contains("a message with this key is queued in batch 1 (line 3)"),
        "{refused:?}"
    );
    let alone = ["send", "text", "b", "--to", CUSTOMER, "--dedupe-key", "k2", "--json"];
    let refused = world.run(&alone).await;
    assert_eq!((refused.code, &refused.json()["outcome"]), (6, &json!("refused")), "{refused:?}");
    assert!(refused.stderr.contains("--resume 1"), "{refused:?}");
    let resumed = world.run(&["send", "batch", "--resume", "1", "--json"]).await.ok();
    assert_eq!(rows(&resumed).len(), 2, "{resumed:?}");
    assert_eq!(read(&world, 2).await, ["a", "b"]);
    let report = world.path("r.ndjson");
    let report_flag = ["--report", report.to_str().unwrap()];
    world.run(&[&["send", "batch", "--resume", "1"][..], &report_flag].concat()).await.ok();
    assert!(fs::read_to_string(report).unwrap().contains("line 3 has the same key"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_that_is_given_up_sends_nothing_more_and_frees_its_keys() {
    let world = World::in_conversation().await.0;
    let file = format!("to,text,dedupe_key\n{CUSTOMER},a,k1\n{CUSTOMER},b,k2\n");
    world.control("faults", json!({ "endpoint": "messages", "kind": "error", "code": 190 })).await;
    let stopped = send(&world, "a.csv", &file, &["--jobs", "1"]).await;
    assert_eq!(stopped.code, 4, "{stopped:?}");
    let cancel = ["send", "batch", "--cancel", "1", "--json"];
    let shown = world.run(&[&cancel[..], &["--dry-run"]].concat()).await.ok().json();
    assert_eq!(shown["rows"], json!({ "waiting": 2 }));
    let cancelled = world.run(&cancel).await.ok().json();
    assert_eq!(cancelled["rows"], json!({ "cancelled": 2 }));
    assert_eq!(world.run(&["send", "batch", "--cancel", "9"]).await.code, 2);
    let resumed = world.run(&["send", "batch", "--resume", "1"]).await;
    assert_eq!(resumed.code, 8, "{resumed:?}");
    assert!(resumed.stdout.contains("0 sent, 2 cancelled"), "{resumed:?}");
    let alone = ["send", "text", "c", "--to", CUSTOMER, "--dedupe-key", "k1", "--json"];
    assert_eq!(world.run(&alone).await.ok().json()["outcome"], "sent");
    send(&world, "a.csv", &file, &[]).await;
    assert_eq!(read(&world, 2).await, ["b", "c"], "another message has the first key now");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_ends_with_its_account() {
    let world = World::in_conversation().await.0;
    let file = format!("to,text\n{}", format!("{CUSTOMER},a\n").repeat(20));
    let path = world.path("a.csv");
    fs::write(&path, file).unwrap();
    let batch = ["send", "batch", path.to_str().unwrap(), "--jobs", "1", "--rate", "2/s"];
    let running = world.start(&batch).await;
    world.replies(2).await;
    world.run(&["unlink", SHOP, "--purge", "--yes"]).await.ok();
    let ended = running.end().await;
    assert_eq!(ended.code, 4, "{ended:?}");
    assert!(ended.stderr.contains("no longer linked"), "{ended:?}");
    assert_eq!(ended.stderr.matches("--resume 1").count(), 1, "there is nothing to go on with");
    let data = fs::read_dir(world.path(".local/share/igbot")).unwrap().flatten();
    let names: Vec<_> = data.map(|it| it.file_name().into_string().unwrap()).collect();
    assert!(names.iter().all(|name| !name.contains("batch")), "{names:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_of_which_a_person_was_purged_does_not_end_as_if_all_were_sent() {
    let (world, _) = World::in_conversation().await;
    let path = world.path("a.csv");
    fs::write(&path, format!("to,text\n{}", format!("{CUSTOMER},a\n").repeat(20))).unwrap();
    let batch = ["send", "batch", path.to_str().unwrap(), "--jobs", "1", "--rate", "2/s"];
    let running = world.start(&batch).await;
    world.replies(2).await;
    world.run(&["message", "purge", "--with", CUSTOMER, "--yes"]).await.ok();
    let ended = running.end().await;
    assert_eq!(ended.code, 8, "{ended:?}");
    assert!(ended.stderr.contains("were purged while it ran"), "{ended:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_takes_the_place_of_no_file_that_is_read() {
    let world = World::in_conversation().await.0;
    let (file, template) = (world.path("a.csv"), world.path("t.csv"));
    fs::write(&file, format!("to,name\n{CUSTOMER},Ana\n")).unwrap();
    fs::write(&template, "Hi {{ name }}").unwrap();
    fs::create_dir(world.path("d")).unwrap();
    fs::write(world.path("env.csv"), "IGBOT_LOG=warn\n").unwrap();
    let (input, template) = (file.to_str().unwrap(), template.to_str().unwrap());
    let env = world.path("env.csv");
    let global = ["--env-file", env.to_str().unwrap(), "send", "batch", "--template", template];
    for (name, why) in [
        ("d/../a.csv", "would overwrite"),
        ("t.csv", "would overwrite"),
        ("env.csv", "belongs to igbot itself"),
        (".local/share/igbot/store.db", "name a .csv or .ndjson file"),
    ] {
        let report = world.path(name);
        let more = ["--report", report.to_str().unwrap()];
        let refused = world.run(&[&global[..], &more, &[input]].concat()).await;
        assert_eq!(refused.code, 2, "{refused:?}");
        assert!(refused.stderr.contains(why), "{refused:?}");
    }
    let piped = [&global[..], &["--report", input, "-"]].concat();
    let piped = world.through_shell(&format!("exec \"$@\" < {input}"), &piped);
    let refused = world.run_command(piped).await;
    assert!(refused.code == 2 && refused.stderr.contains("would overwrite"), "{refused:?}");
    assert_eq!(world.asked().await.len(), 0);
    assert!(fs::read_to_string(file).unwrap().contains("Ana"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_echo_settles_a_send_though_a_batch_has_asked_for_it_again() {
    let world = World::in_conversation().await.0;
    world.control("faults", json!({ "endpoint": "messages", "kind": "http_500" })).await;
    let alone = ["send", "text", "there?", "--to", CUSTOMER, "--dedupe-key", "k", "--json"];
    assert_eq!(world.run(&alone).await.json()["outcome"], "unknown");
    let file = format!("to,text,dedupe_key\n{CUSTOMER},there?,k\n");
    let again = send(&world, "a.csv", &file, &[]).await;
    assert!(again.code == 9 && again.stdout.contains("0 sent, 1 unknown"), "{again:?}");
    let serve = world.serve(&[]).await;
    let said = [
        format!("sender.id={SHOP}"),
        format!("recipient.id={CUSTOMER}"),
        "message.text=there?".to_owned(),
    ];
    let webhook = world.webhook().await;
    let mut trigger = vec!["trigger", "echo", "--to", &webhook];
    trigger.extend(said.iter().flat_map(|it| ["--set", it.as_str()]));
    world.run(&trigger).await.ok();
    serve.stop().await.ok();
    assert_eq!(world.run(&alone).await.ok().json()["outcome"], "sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_echo_settles_a_private_reply_to_the_person_who_commented() {
    let world = World::in_conversation().await.0;
    let serve = world.serve(&[]).await;
    let webhook = world.webhook().await;
    let trigger = async |kind: &str, set: &[String]| {
        let mut trigger = vec!["trigger", kind, "--to", &webhook];
        trigger.extend(set.iter().flat_map(|it| ["--set", it.as_str()]));
        world.run(&trigger).await.ok();
    };
    let comment = ["id=99".to_owned(), format!("from.id={CUSTOMER}"), "text=how much?".to_owned()];
    trigger("comment", &comment).await;
    world.control("faults", json!({ "endpoint": "messages", "kind": "http_500" })).await;
    let alone = ["send", "text", "see there", "--to", "comment:99", "--dedupe-key", "k", "--json"];
    assert_eq!(world.run(&alone).await.json()["outcome"], "unknown");
    for (person, outcome) in [("1270000000000777", "unknown"), (CUSTOMER, "sent")] {
        let echo = [
            format!("sender.id={SHOP}"),
            format!("recipient.id={person}"),
            "message.text=see there".to_owned(),
        ];
        trigger("echo", &echo).await;
        let told = world.run(&alone).await.json();
        assert_eq!(told["outcome"], outcome, "the echo of a message to {person}: {told}");
    }
    serve.stop().await.ok();
    assert_eq!(world.run(&alone).await.ok().json()["recipient_id"], CUSTOMER);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_tells_what_became_of_every_row() {
    let world = World::in_conversation().await.0;
    let act = json!({ "act": "comment", "text": "how much?" });
    let comment = world.control(&format!("customers/{CUSTOMER}/acts"), act).await;
    let comment = comment["comment_id"].as_str().or(comment["id"].as_str()).unwrap().to_owned();
    let file = format!("to,text\n{CUSTOMER},a\n1270000000000999,b\ncomment:{comment},c\n");
    let csv = world.path("r.csv");
    let sent = send(&world, "a.csv", &file, &["--report", csv.to_str().unwrap()]).await;
    assert_eq!(sent.code, 8, "{sent:?}");
    assert!(sent.stdout.contains("line 3: refused: nothing was sent to 1270000000000999 ("));
    assert!(sent.stdout.contains("Batch 1: 2 sent, 1 refused"), "{sent:?}");
    let report = fs::read_to_string(&csv).unwrap();
    let lines: Vec<_> = report.lines().collect();
    assert_eq!(lines[0], "line,outcome,recipient_id,message_id,reason");
    assert!(lines[1].starts_with(&format!("2,sent,{CUSTOMER},")), "{report}");
    assert!(lines[2].starts_with("3,refused,1270000000000999,,"), "{report}");
    assert!(lines[3].starts_with(&format!("4,sent,{CUSTOMER},")), "whose comment it was: {report}");
    assert_eq!(fs::metadata(&csv).unwrap().permissions().mode() & 0o777, 0o600);
    // A finished batch sends nothing more, and can still be reported.
    let before = world.asked().await.len();
    let json = world.path("r.ndjson");
    let again = ["send", "batch", "--resume", "1", "--report", json.to_str().unwrap(), "--json"];
    let again = world.run(&again).await;
    assert_eq!((again.code, rows(&again).len()), (8, 0), "{again:?}");
    assert_eq!(world.asked().await.len(), before);
    let outcomes: Vec<_> = fs::read_to_string(&json)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["outcome"].clone())
        .collect();
    assert_eq!(outcomes, ["sent", "refused", "sent"]);
    let status = world.run(&["send", "batch", "--resume", "1", "-n", "--json"]).await.ok().json();
    assert_eq!(status["rows"], json!({ "sent": 2, "refused": 1 }));
    // A place where no file can be is found before anything is sent.
    let file = format!("to,text\n{CUSTOMER},d\n");
    fs::create_dir(world.path("d.csv")).unwrap();
    let directory = world.path("d.csv");
    let sent = send(&world, "b.csv", &file, &["--report", directory.to_str().unwrap()]).await;
    assert_eq!(sent.code, 2, "{sent:?}");
    assert!(sent.stderr.contains("nothing was sent; name another file"), "{sent:?}");
    assert_eq!(read(&world, 2).await, ["a", "c"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_whose_end_nobody_was_told_is_not_sent_a_second_time() {
    let world = World::in_conversation().await.0;
    let (directory, path) = (world.path("reports"), world.path("a.csv"));
    fs::create_dir(&directory).unwrap();
    fs::write(&path, format!("to,text\n{CUSTOMER},a\n{CUSTOMER},b\n")).unwrap();
    let report = directory.join("r.csv");
    let file = path.to_str().unwrap();
    let with_report = ["send", "batch", file, "--rate", "60/m", "--report"];
    let with_report = [&with_report[..], &[report.to_str().unwrap()]].concat();
    let running = world.start(&with_report).await;
    eventually(async || world.asked().await.len() == 1).await;
    fs::remove_dir(&directory).unwrap();
    let ended = running.end().await;
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.stderr.contains("the messages were sent; write the report with"), "{ended:?}");
    let again = world.run(&["send", "batch", file]).await;
    assert_eq!(again.code, 2, "{again:?}");
    assert!(again.stderr.contains("batch 1 of the same file or rows is unfinished"), "{again:?}");
    // Taken up again it tells how it ended, and then the rows may be wanted once more.
    let report = world.path("r.csv");
    let resumed = ["send", "batch", "--resume", "1", "--report", report.to_str().unwrap()];
    world.run(&resumed).await.ok();
    assert_eq!(fs::read_to_string(report).unwrap().lines().count(), 3);
    assert_eq!(read(&world, 2).await, ["a", "b"]);
    world.run(&["send", "batch", file]).await.ok();
    assert_eq!(read(&world, 4).await, ["a", "a", "b", "b"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_respects_closed_windows_until_somebody_says_otherwise() {
    let world = World::in_conversation().await.0;
    window_closes(&world).await;
    let file = format!("to,text,dedupe_key\n{CUSTOMER},late,k\n");
    let before = world.asked().await.len();
    let looked = send(&world, "a.csv", &file, &["--dry-run"]).await.ok();
    assert!(
        looked.stdout.contains("0 rows can be sent, and 1 not: the messaging window is closed"),
        "{looked:?}"
    );
    let closed = send(&world, "a.csv", &file, &["--json"]).await;
    assert_eq!((closed.code, &rows(&closed)[0]["outcome"]), (6, &json!("refused")), "{closed:?}");
    assert_eq!(world.asked().await.len(), before, "nothing was asked");
    // What was not begun has used up no key.
    let warned = send(&world, "a.csv", &file, &["--window", "warn"]).await.ok();
    assert!(warned.stdout.contains("1 sent"), "{warned:?}");
    assert!(warned.stderr.contains("1 message went to people whose messaging window is closed"));
    assert!(
        !send(&world, "a.csv", &file, &["--window", "off"]).await.ok().stderr.contains("window")
    );
    // To take a reaction back says nothing, and is asked at any time.
    let before = world.asked().await.len();
    let row = json!({ "to": CUSTOMER, "type": "reaction", "message_id": "mid.1" }).to_string();
    send(&world, "a.ndjson", &row, &[]).await;
    assert_eq!(world.asked().await.len(), before + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_stops_at_as_many_failures_as_were_allowed_and_goes_on_when_told() {
    let world = World::in_conversation().await.0;
    let nobody = "1270000000000999,x\n".repeat(2);
    let file = format!("to,text\n{nobody}{CUSTOMER},a\n{CUSTOMER},b\n");
    let more = ["--max-failures", "1", "--jobs", "1", "--json"];
    let stopped = send(&world, "a.csv", &file, &more).await;
    assert_eq!(stopped.code, 8, "{stopped:?}");
    let error: Value = serde_json::from_str(stopped.stderr.lines().last().unwrap()).unwrap();
    assert_eq!(error["kind"], "max_failures");
    assert!(error["hints"][0].as_str().unwrap().contains("--resume 1"), "{error}");
    assert_eq!(rows(&stopped).len(), 1);
    let resumed = world.run(&["send", "batch", "--resume", "1", "--json"]).await;
    assert_eq!((resumed.code, rows(&resumed).len()), (8, 3), "{resumed:?}");
    assert_eq!(read(&world, 2).await, ["a", "b"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_waited_in_a_backup_are_not_sent_after_it_is_restored() {
    let world = World::in_conversation().await.0;
    let file = format!("to,text\n1270000000000999,x\n{CUSTOMER},a\n");
    let stopped = send(&world, "a.csv", &file, &["--max-failures", "1", "--jobs", "1"]).await;
    assert_eq!(stopped.code, 8, "{stopped:?}");
    let backup = world.path("backup.db");
    let backup = backup.to_str().unwrap();
    world.run(&["store", "backup", backup]).await.ok();
    world.run(&["send", "batch", "--resume", "1"]).await;
    assert_eq!(read(&world, 1).await, ["a"]);
    world.run(&["store", "restore", backup, "--yes"]).await.ok();
    let before = world.asked().await.len();
    let resumed = world.run(&["send", "batch", "--resume", "1", "--json"]).await;
    let unknown = &rows(&resumed)[0];
    assert_eq!((resumed.code, &unknown["line"]), (9, &json!(3)), "{resumed:?}");
    assert_eq!((&unknown["outcome"], world.asked().await.len()), (&json!("unknown"), before));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_that_meets_every_message_costs_a_batch_no_more_than_a_few_rows() {
    let world = World::in_conversation().await.0;
    let lines = (0..8).map(|row| format!("{CUSTOMER},{row}\n")).collect::<String>();
    let file = format!("to,text\n{lines}");
    for (id, (code, lost, exit)) in [(368, 4, 8), (3, 4, 8), (10, 4, 8)].into_iter().enumerate() {
        let count = lost + 1;
        let fault =
            json!({ "endpoint": "messages", "kind": "error", "code": code, "count": count });
        world.control("faults", fault).await;
        let more = ["--jobs", "1", "--json"];
        let stopped = send(&world, &format!("{code}.csv"), &file, &more).await;
        assert_eq!((stopped.code, rows(&stopped).len()), (exit, lost), "{code}: {stopped:?}");
        assert!(stopped.stderr.contains("--resume"), "{code}: {stopped:?}");
        let id = (id + 1).to_string();
        let resumed = world.run(&["send", "batch", "--resume", &id, "--json"]).await;
        let sent = rows(&resumed).iter().filter(|it| it["outcome"] == "sent").count();
        assert_eq!(sent, 8 - lost, "{code}: {resumed:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn how_a_batch_ended_is_told_by_its_exit_code_even_if_nobody_can_read_it() {
    let world = World::in_conversation().await.0;
    let path = world.path("rows.csv");
    fs::write(&path, format!("to,text\n{CUSTOMER},a\n{CUSTOMER},b\n")).unwrap();
    let path = path.to_str().unwrap();
    let unread = async |arguments: &[&str]| {
        world.run_command(world.through_shell(r#"exec "$@" > /dev/full"#, arguments)).await
    };
    let sent = unread(&["send", "batch", path]).await.ok();
    assert!(sent.stderr.contains("2 sent"), "{sent:?}");
    // A script has learned of no row, and starts the same command again.
    let script = ["send", "batch", path, "--json"];
    let unheard = unread(&script).await;
    assert_eq!(unheard.code, 1, "{unheard:?}");
    assert!(
        unheard.stderr.contains("2 sent") && unheard.stderr.contains("--report"),
        "{unheard:?}"
    );
    assert_eq!(world.run(&script).await.code, 2);
    assert_eq!(world.asked().await.len(), 4);
    let report = world.path("report.csv");
    let resume = ["send", "batch", "--resume", "2", "--report", report.to_str().unwrap()];
    world.run(&resume).await.ok();
    assert_eq!(fs::read_to_string(&report).unwrap().matches(",sent,").count(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_batch_holds_up_nobody_else_and_is_not_sent_a_second_time_beside_it() {
    let world = World::in_conversation().await.0;
    let file = world.path("rows.csv");
    fs::write(&file, format!("to,text\n{CUSTOMER},a\n{CUSTOMER},b\n")).unwrap();
    let file = file.to_str().unwrap();
    let slow = world.start(&["send", "batch", file, "--rate", "1/m"]).await;
    eventually(async || !world.asked().await.is_empty()).await;
    world.run(&["send", "text", "there?", "--to", CUSTOMER]).await.ok();
    assert_eq!(world.asked().await.len(), 2);
    let beside = world.run(&["send", "batch", file, "--json"]).await;
    assert_eq!(beside.code, 2, "{beside:?}");
    assert!(beside.stderr.contains("batch 1 is already sending the same file"), "{beside:?}");
    let resumed = world.run(&["send", "batch", "--resume", "1"]).await;
    assert_eq!(resumed.code, 2, "{resumed:?}");
    world.run(&["send", "batch", file, "--again"]).await.ok();
    assert_eq!(world.asked().await.len(), 4);
    slow.signal("-INT").await;
    assert_eq!(slow.end().await.code, 130);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_not_sent_from_its_beginning_while_a_batch_of_it_has_not_ended() {
    let world = World::in_conversation().await.0;
    let file = format!("to,text\n{CUSTOMER},a\n{CUSTOMER},b\n{CUSTOMER},c\n");
    world.control("faults", json!({ "endpoint": "messages", "kind": "error", "code": 10 })).await;
    let stops = ["--jobs", "1", "--max-failures", "1"];
    send(&world, "rows.csv", &file, &stops).await;
    let refused = send(&world, "again.csv", &file, &[]).await;
    assert_eq!(refused.code, 2, "{refused:?}");
    assert!(refused.stderr.contains("--resume 1"), "{refused:?}");
    assert_eq!(world.asked().await.len(), 1);
    let open = world.run(&["send", "batch", "--list", "--json"]).await.ok().json();
    assert_eq!(open[0]["rows"], json!({ "refused": 1, "waiting": 2 }), "{open:#}");
    let shown = world.run(&["send", "batch", "--list"]).await.ok().stdout;
    assert!(shown.contains("rows.csv  3     2"), "{shown}");
    // Other rows, or the same with other words, are another batch; but not in the same file, which
    // may only have been corrected.
    let other = format!("to,text\n{CUSTOMER},d\n");
    let corrected = send(&world, "rows.csv", &other, &[]).await;
    assert_eq!(corrected.code, 2, "{corrected:?}");
    assert!(corrected.stderr.contains("--resume 1"), "{corrected:?}");
    fs::create_dir(world.path("next")).unwrap();
    send(&world, "next/rows.csv", &other, &[]).await.ok();
    world.run(&["send", "batch", "--resume", "1"]).await;
    send(&world, "rows.csv", &file, &[]).await.ok();
    assert_eq!(world.asked().await.len(), 7);
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_came_through_another_pipe_meanwhile_are_not_sent_twice() {
    let world = World::in_conversation().await.0;
    let rows = format!("to,text\n{CUSTOMER},a\n");
    // Started first, and read last.
    let mut slow = world.start(&["send", "batch", "-"]).await;
    let loading =
        async || !world.run(&["send", "batch", "--resume", "1"]).await.stderr.contains("no batch");
    eventually(loading).await;
    send(&world, "rows.csv", &rows, &[]).await.ok();
    slow.paste(&rows).await;
    slow.hang_up();
    let ended = slow.end().await;
    assert_eq!(ended.code, 2, "{ended:?}");
    assert_eq!(world.asked().await.len(), 1);
}
