//! Files of this machine on their way to a person.

use std::fs;
use std::path::Path;

use igbot::sandbox::DEFAULT_CUSTOMER as CUSTOMER;
use serde_json::{Value, json};

use super::sends::window_closes;
use super::world::World;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\nand more";
const MP4: &[u8] = b"\0\0\0\x20ftypisom and more";

/// A file of the machine.
fn file(world: &World, name: &str, content: &[u8]) -> String {
    let path = world.path(name);
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

/// What Instagram was asked to do, but for the login.
async fn asked(world: &World) -> Vec<String> {
    let calls = world.person.see("sandbox/requests").await.unwrap();
    let calls = calls.as_array().unwrap().iter().map(|it| it["action"].as_str().unwrap());
    let sends = ["message_attachments", "image", "attachments", "video", "audio", "file"];
    calls.filter(|action| sends.contains(action)).map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_is_uploaded_and_sent_and_can_be_sent_again() {
    let world = World::in_conversation().await.0;
    let picture = file(&world, "named.exe", PNG);
    let send = async |more: &[&str]| {
        let all = [&["send", "image", "--to", CUSTOMER, "--json"], more].concat();
        world.run(&all).await
    };
    let requests = send(&["--upload", &picture, "-n"]).await.ok().json();
    assert_eq!(requests[0]["body"]["filedata"]["bytes"], PNG.len());
    let payload = &requests[1]["body"]["message"]["attachment"]["payload"];
    assert_eq!(payload["attachment_id"], "ID_OF_THE_UPLOAD");
    assert_eq!(asked(&world).await, [""; 0], "a dry run asks nobody");
    let sent = send(&["--upload", &picture]).await.ok().json();
    assert_eq!(sent["outcome"], "sent");
    let id = sent["attachment_ids"][0].as_str().unwrap();
    assert_eq!(send(&["--attachment-id", id]).await.ok().json()["outcome"], "sent");
    send(&["--upload", &picture, "--upload", &picture]).await.ok();
    let expected = [
        "message_attachments",
        "image",
        "image",
        "message_attachments",
        "message_attachments",
        "attachments",
    ];
    assert_eq!(asked(&world).await, expected);
    let said = world.run(&["send", "image", "--to", CUSTOMER, "--upload", &picture]).await.ok();
    assert!(said.stderr.contains("--attachment-id"), "{said:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_can_be_uploaded_only_and_is_sent_as_what_it_was_uploaded() {
    let world = World::in_conversation().await.0;
    let sound = file(&world, "sound", MP4);
    let up = world.run(&["send", "upload", &sound, "--as", "audio", "--json"]).await.ok().json();
    assert_eq!(up["kind"], "audio");
    let id = up["attachment_id"].as_str().unwrap();
    let send = async |kind: &str| {
        world.run(&["send", kind, "--attachment-id", id, "--to", CUSTOMER]).await
    };
    send("audio").await.ok();
    assert_eq!(send("video").await.code, 6);
    let shown = world.run(&["send", "upload", &sound]).await.ok();
    assert!(shown.stdout.trim().bytes().all(|byte| byte.is_ascii_digit()), "{shown:?}");
    // Several pieces, and not a whole number of them.
    let long = file(&world, "long.pdf", &[b"%PDF-1.7", &[7; 300_000][..]].concat());
    world.run(&["send", "file", "--upload", &long, "--to", CUSTOMER]).await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_uploaded_for_somebody_whose_window_is_closed() {
    let world = World::in_conversation().await.0;
    window_closes(&world).await;
    let before = asked(&world).await;
    let picture = file(&world, "a.png", PNG);
    let send = ["send", "image", "--to", CUSTOMER, "--upload", &picture, "--json"];
    let refused = world.run(&send).await;
    assert_eq!((refused.code, &refused.json()["outcome"]), (6, &json!("refused")), "{refused:?}");
    assert_eq!(world.run(&[&send[..], &["-n"]].concat()).await.code, 6);
    assert_eq!(asked(&world).await, before);
    world.run(&[&send[..], &["--window", "warn"]].concat()).await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_that_fails_is_a_message_that_is_refused() {
    let world = World::in_conversation().await.0;
    let picture = file(&world, "a.png", PNG);
    let send = ["send", "image", "--to", CUSTOMER, "--upload", &picture, "--json"];
    let limited = json!({ "endpoint": "any", "kind": "error", "code": 613, "retry_after": 60 });
    world.control("faults", limited).await;
    for _ in 0..2 {
        let before = asked(&world).await.len();
        let refused = world.run(&send).await;
        let outcome = refused.json()["outcome"].clone();
        assert_eq!((refused.code, outcome), (5, json!("refused")), "{refused:?}");
        // While Instagram wants to be left alone it is not asked again.
        assert!(asked(&world).await.len() <= before + 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_instagram_would_refuse_is_not_uploaded() {
    let world = World::in_conversation().await.0;
    let large = world.path("large.png");
    fs::write(&large, PNG).unwrap();
    fs::OpenOptions::new().write(true).open(&large).unwrap().set_len((8 << 20) + 1).unwrap();
    let large = large.to_str().unwrap();
    let pipe = world.path("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    let pipe = pipe.to_str().unwrap();
    let directory = Path::new(large).parent().unwrap().to_str().unwrap();
    let png = file(&world, "a.pdf", PNG);
    let (empty, odd) = (file(&world, "empty.png", b""), file(&world, "odd.png", b"<svg/>"));
    let eleven = ["image"].into_iter().chain(["--upload", &png].repeat(11)).collect::<Vec<_>>();
    for (arguments, expected) in [
        (&["image", "--upload", large][..], "Instagram allows at most 8 MiB as image"),
        (&["file", "--upload", &png], "the file is of type png; Instagram accepts pdf as file"),
        (&["image", "--upload", &empty], "empty"),
        (&["image", "--upload", &odd], "not of a type that Instagram accepts"),
        (&["image", "--upload", pipe], "not a file"),
        (&["video", "--upload", directory], "not a file"),
        (&["audio", "--upload", "/nonexistent"], "cannot open /nonexistent"),
        (&eleven, "`urls` has 11"),
        (&["image", "--upload", &png, "--dedupe-key", "a"], "--dedupe-key"),
    ] {
        let refused = world.run(&[&["send"], arguments, &["--to", CUSTOMER]].concat()).await;
        assert_eq!((refused.code, refused.stdout.as_str()), (2, ""), "{arguments:?}: {refused:?}");
        assert!(refused.stderr.contains(expected), "{arguments:?}: {}", refused.stderr);
    }
    assert_eq!(asked(&world).await, [""; 0]);
    // An upload whose answer is lost sends nothing.
    world.control("faults", json!({ "endpoint": "other", "kind": "truncated" })).await;
    let lost = world.run(&["send", "image", "--upload", &png, "--to", CUSTOMER]).await;
    assert_eq!(lost.code, 7, "{lost:?}");
    let history: Value = world.run(&["message", "list", "--all", "--json"]).await.ok().json();
    assert!(history.as_array().unwrap().iter().all(|it| it["direction"] != "sent"));
}
