//! Signed deliveries over many connections, as fast as they are answered.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use igbot::sandbox;
use igbot::webhook::signature::Signature;
use jiff::Timestamp;
use secrecy::SecretString;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

pub const KEY: &str = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";

/// What a load brought out.
pub struct Measured {
    pub rate: f64,
    pub median: Duration,
    pub p99: Duration,
}

/// A server in a process of its own.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
}

impl Server {
    /// Starts `igbot serve`, which stores every event and has no bot.
    pub fn igbot(store: &Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_igbot"));
        command
            .args(["serve", "--json", "--bind", "127.0.0.1:0", "--store"])
            .arg(store)
            .env_clear()
            .env("HOME", store.parent().unwrap())
            .env("INSTAGRAM_ENCRYPTION_KEY", KEY)
            .env("INSTAGRAM_APP_ID", "1")
            .env("INSTAGRAM_APP_SECRET", sandbox::INSTAGRAM_APP_SECRET)
            .env("INSTAGRAM_VERIFY_TOKEN", sandbox::VERIFY_TOKEN);
        Self::start(command)
    }

    pub fn start(mut command: Command) -> Self {
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts");
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let ready: serde_json::Value =
            serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap();
        // Whoever asked for notices has to read them.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address: ready["bind"].as_str().unwrap().parse().unwrap() }
    }

    /// The most memory it has had, in MiB.
    pub fn peak_mib(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
        let kib: f64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
        kib / 1024.0
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Delivers texts, so many in each delivery, over `connections` for `time`.
pub async fn deliver(
    address: SocketAddr,
    connections: usize,
    time: Duration,
    texts: usize,
) -> Measured {
    let began = Instant::now();
    let connect = |_| tokio::spawn(connection(address, began + time, texts));
    let workers: Vec<_> = (0..connections).map(connect).collect();
    let mut latencies = Vec::new();
    for worker in workers {
        latencies.extend(worker.await.unwrap());
    }
    let rate = latencies.len() as f64 / began.elapsed().as_secs_f64();
    latencies.sort_unstable();
    let at = |share: usize| latencies[(latencies.len() - 1) * share / 100];
    Measured { rate, median: at(50), p99: at(99) }
}

async fn connection(address: SocketAddr, until: Instant, texts: usize) -> Vec<Duration> {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.set_nodelay(true).unwrap();
    let secret = SecretString::from(sandbox::INSTAGRAM_APP_SECRET);
    let (mut latencies, mut answer) = (Vec::new(), vec![0; 1024]);
    while Instant::now() < until {
        let body = body(texts);
        let signature = Signature::of(&secret, body.as_bytes()).header();
        let request = format!(
            "POST /webhook HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\n\
             X-Hub-Signature-256: {signature}\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        let sent = Instant::now();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut length = 0;
        while !answer[..length].ends_with(b"\r\n\r\n") {
            let read = stream.read(&mut answer[length..]).await.unwrap();
            assert!(read > 0, "the server hung up");
            length += read;
        }
        assert!(answer.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&answer));
        latencies.push(sent.elapsed());
    }
    latencies
}

/// A delivery of texts like those of Instagram, unlike any other.
fn body(texts: usize) -> String {
    let now = Timestamp::now().as_millisecond();
    let texts: Vec<_> = (0..texts).map(|_| text(now)).collect();
    format!(
        r#"{{"object":"instagram","entry":[{{"id":"17841499990000001","time":{now},"messaging":[{}]}}]}}"#,
        texts.join(",")
    )
}

fn text(now: i64) -> String {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    format!(
        r#"{{"sender":{{"id":"{}"}},"recipient":{{"id":"17841499990000001"}},"timestamp":{now},"message":{{"mid":"aWdfZAG1faXRlbToxOklHTWVzc2FnZAUlEOjE3ODQxNDAwMDAwMDAwMDAxOjM0MDI4MjM2Njg0MTcxMDMwMTI0NDI3NjAyMzY5{now:015}{number:020}","text":"Hello, is the blue one still there in size {number}?"}}}}"#,
        1_270_000_000_000_000 + number % 5_000
    )
}
