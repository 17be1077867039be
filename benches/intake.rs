//! How fast `igbot serve` takes in events that survive a power cut, against the bare HTTP of the same
//! server: the same accept loop, limits and parser, with a route that checks the signature and
//! answers.
//!
//! Both run in processes of their own under the same load, in turns; the ratio of one run says more
//! than the numbers of any machine. `BENCH_SECONDS=N` makes each turn longer.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark has nobody to recover for"
)]

mod load;

use std::net::{Ipv4Addr, SocketAddr};
use std::process::Command;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use igbot::sandbox;
use igbot::webhook::signature::Signature;
use secrecy::SecretString;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::sync::watch;

use load::{Server, deliver};

const CONNECTIONS: usize = 64;
const ROUNDS: usize = 3;

/// Events in each delivery: mostly there is one, and after a burst there are several.
const EVENTS: [usize; 2] = [1, 10];

/// In the environment of the process that is the bare server.
const BARE: &str = "BENCH_BARE";

fn main() {
    if std::env::var_os(BARE).is_some() {
        return bare();
    }
    // `cargo test --benches` runs it too, and then only wants to see it work.
    let testing = !std::env::args().any(|it| it == "--bench");
    let seconds = std::env::var("BENCH_SECONDS").map_or(6, |it| it.parse().unwrap());
    let time = Duration::from_secs(if testing { 1 } else { seconds });
    let home = tempfile::tempdir().unwrap();
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();

    println!("{CONNECTIONS} connections; deliveries a second");
    for events in EVENTS {
        let mut ratios = Vec::new();
        for round in 1..=if testing { 1 } else { ROUNDS } {
            let mut command = Command::new(std::env::current_exe().unwrap());
            command.env(BARE, "1");
            let server = Server::start(command);
            let bare = runtime.block_on(deliver(server.address, CONNECTIONS, time, events));
            drop(server);
            let server = Server::igbot(&home.path().join(format!("{events}-{round}.db")));
            let igbot = runtime.block_on(deliver(server.address, CONNECTIONS, time, events));
            let ratio = igbot.rate / bare.rate;
            println!(
                "{events:>2} events each, round {round}: bare {:>6.0}/s p99 {:>5.1} ms   \
                 igbot {:>6.0}/s median {:.1} ms p99 {:>5.1} ms   ratio {ratio:.2}   \
                 {:.0} events/s   peak RSS {:.1} MiB",
                bare.rate,
                bare.p99.as_secs_f64() * 1e3,
                igbot.rate,
                igbot.median.as_secs_f64() * 1e3,
                igbot.p99.as_secs_f64() * 1e3,
                igbot.rate * events as f64,
                server.peak_mib(),
            );
            ratios.push(ratio);
        }
        ratios.sort_by(f64::total_cmp);
        println!("{events:>2} events each: median ratio {:.2}", ratios[ratios.len() / 2]);
    }
}

/// Answers every genuine delivery and does nothing with it.
fn bare() {
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let listener = TcpListener::bind(address).await.unwrap();
        println!("{}", serde_json::json!({ "bind": listener.local_addr().unwrap().to_string() }));
        let router = Router::new().route("/webhook", post(check));
        let (_stop, stopped) = watch::channel(false);
        igbot::server::serve(listener, router, stopped, Duration::ZERO).await;
    });
}

async fn check(headers: HeaderMap, body: Bytes) -> StatusCode {
    let secret = SecretString::from(sandbox::INSTAGRAM_APP_SECRET);
    let genuine = headers
        .get("x-hub-signature-256")
        .and_then(|header| Signature::parse(header.as_bytes()).ok())
        .is_some_and(|signature| signature.verifies(&secret, &body));
    if genuine { StatusCode::OK } else { StatusCode::UNAUTHORIZED }
}
