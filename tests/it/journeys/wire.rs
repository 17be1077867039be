//! Requests that no HTTP client would make, byte for byte (security, 8 and 9).

use std::time::Duration;

use igbot::sandbox;
use igbot::webhook::signature::Signature;
use secrecy::SecretString;
use serde::Deserialize;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::world::World;

/// How long an answer to the end may take; far more than any limit of the server.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Deserialize)]
struct Case {
    name: String,
    /// What to send before the sending side is closed. Each character is one byte; `SIGNED` stands
    /// for the right signature of the body `{}`.
    send: Vec<Part>,
    /// The status of every answer until the server closes, in order.
    answers: Vec<u16>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Part {
    Once(String),
    Often(String, usize),
}

impl Case {
    fn bytes(&self) -> Vec<u8> {
        let signature = Signature::of(&SecretString::from(sandbox::INSTAGRAM_APP_SECRET), b"{}");
        let signed = format!("X-Hub-Signature-256: {}", signature.header());
        let parts = self.send.iter().map(|part| match part {
            Part::Once(text) => text.replace("SIGNED", &signed),
            Part::Often(text, count) => text.repeat(*count),
        });
        parts.collect::<String>().chars().map(|letter| u8::try_from(letter).unwrap()).collect()
    }
}

/// The status of every answer to these bytes.
async fn answers(address: &str, bytes: &[u8]) -> Vec<u16> {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let (mut reading, mut writing) = stream.split();
    let send = async {
        // A server that refuses may close before it has read everything.
        let _ = writing.write_all(bytes).await;
        let _ = writing.shutdown().await;
    };
    let mut answered = Vec::new();
    let read = async {
        let mut buffer = [0; 4096];
        while let Ok(count @ 1..) = reading.read(&mut buffer).await {
            answered.extend_from_slice(&buffer[..count]);
        }
    };
    timeout(PATIENCE, async { tokio::join!(send, read) }).await.expect("the server closes");
    let text = String::from_utf8_lossy(&answered);
    let statuses = text.split("HTTP/1.").skip(1);
    statuses.map(|answer| answer[2..5].parse().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_bytes_on_the_wire_hide_a_request_or_stop_the_server() {
    let cases: Vec<Case> =
        serde_json::from_str(include_str!("../../data/http/requests.json")).unwrap();
    let world = World::linked().await;
    let mut serve = world.start(&["serve", "--json", "--bind", "127.0.0.1:0"]).await;
    let address = serve.base().await.replace("http://", "");
    let mut wrong = Vec::new();
    for case in &cases {
        let found = answers(&address, &case.bytes()).await;
        if found != case.answers {
            wrong.push(format!("{}: {found:?}, expected {:?}", case.name, case.answers));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let webhook = format!("http://{address}/webhook");
    world.run(&["trigger", "text", "--to", &webhook]).await.ok();
    world.until(&["event", "list", "--json"], 1).await;
    let ended = serve.stop().await.ok();
    assert!(!ended.stderr.contains("panicked"), "{}", ended.stderr);
}
