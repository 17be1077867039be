//! The fake keeps the rules it judges others by.

use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::DAY;
use crate::fake::{Fake, Fault, Outcome, Renewal, Rules, Shape};

const ID: &str = "17841400000000001";

async fn fake(rules: Rules) -> (Fake, String) {
    let fake = Fake::start(rules).await.unwrap();
    let token = fake.add(ID, 2 * DAY);
    (fake, token)
}

/// One call on a connection of its own: everything that came back.
async fn raw(fake: &Fake, request: &str) -> Vec<u8> {
    let mut stream = TcpStream::connect(fake.addr).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let reading = stream.read_to_end(&mut answer);
    // A connection that stays open ends the reading by time.
    let _ = tokio::time::timeout(Duration::from_millis(150), reading).await;
    drop(stream);
    fake.settles().await;
    answer
}

async fn get(fake: &Fake, target: &str) -> (u16, String) {
    let answer = raw(fake, &format!("GET {target} HTTP/1.1\r\nHost: fake\r\n\r\n")).await;
    let answer = String::from_utf8(answer).unwrap();
    let status = answer.split(' ').nth(1).map_or(0, |it| it.parse().unwrap());
    (status, answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default())
}

async fn refresh(fake: &Fake, token: &str) -> (u16, String) {
    get(fake, &format!("/refresh_access_token?grant_type=ig_refresh_token&access_token={token}"))
        .await
}

fn token_in(body: &str) -> String {
    let body: Value = serde_json::from_str(body).unwrap();
    body["access_token"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_fake_gives_a_token_that_it_takes_from_then_on() {
    let (fake, token) = fake(Rules::default()).await;
    let (status, body) = refresh(&fake, &token).await;
    let given = token_in(&body);
    assert_eq!(status, 200);
    assert_ne!(given, token);
    assert_eq!(fake.last_good(ID).as_ref(), Some(&given));
    assert!(fake.takes(ID, &given) && fake.takes(ID, &token));
    let (status, _) = refresh(&fake, &given).await;
    assert_eq!(status, 400, "a token must be a day old");
    fake.time_passes(DAY);
    assert_eq!(refresh(&fake, &given).await.0, 200);
    let (status, me) = get(&fake, &format!("/v25.0/me?access_token={given}")).await;
    assert!(status == 200 && me.contains(ID), "{me}");
    let bearer = format!("GET /me HTTP/1.1\r\nauthorization: Bearer {given}\r\n\r\n");
    assert!(raw(&fake, &bearer).await.starts_with(b"HTTP/1.1 200"));
}

#[tokio::test]
async fn the_fake_refuses_what_instagram_refuses() {
    let (fake, token) = fake(Rules::default()).await;
    assert_eq!(refresh(&fake, "IGAAnobody").await.0, 400);
    assert_eq!(fake.strangers(), 1);
    let exchange =
        format!("/refresh_access_token?grant_type=ig_exchange_token&access_token={token}");
    assert_eq!(get(&fake, &exchange).await.0, 400);
    let post = format!(
        "POST /refresh_access_token?grant_type=ig_refresh_token&access_token={token} HTTP/1.1\r\n\
         Content-Length: 3\r\n\r\na=b"
    );
    assert!(raw(&fake, &post).await.starts_with(b"HTTP/1.1 400"));
    assert_eq!(fake.call_count(), 0, "none of these reached an account");
}

#[tokio::test]
async fn the_fake_can_end_old_strings_and_keep_the_same_one() {
    let strict = Rules { old_ends_after: Some(Duration::ZERO), ..Rules::default() };
    let (strict, token) = fake(strict).await;
    let given = token_in(&refresh(&strict, &token).await.1);
    assert!(!strict.takes(ID, &token) && strict.takes(ID, &given));
    assert!(refresh(&strict, &token).await.1.contains("\"code\":190"));

    let (same, token) = fake(Rules { renewal: Renewal::Alternates, ..Rules::default() }).await;
    let first = token_in(&refresh(&same, &token).await.1);
    same.time_passes(DAY);
    let second = token_in(&refresh(&same, &first).await.1);
    assert!(first != token && second == first);
}

#[tokio::test]
async fn the_fake_breaks_a_call_as_planned_and_then_stops_breaking() {
    for (fault, status, told) in [
        (Fault::Http500Json(2), 500, "\"code\":2"),
        (Fault::Http503Html, 503, "<html>"),
        (Fault::RateLimit { status: 429, code: 4, retry_after: Some(1) }, 429, "\"code\":4"),
        (Fault::Reset, 0, ""),
        (Fault::ResetAfter, 0, ""),
        (Fault::Truncated, 200, "{\"access_token\":\"IGAA"),
        (Fault::WrongShape(Shape::Array), 200, "[]"),
        (Fault::Html200, 200, "<html>"),
        (Fault::EmptyBody, 200, ""),
        (Fault::Redirect, 302, ""),
        (Fault::Dead(190, Some(463)), 400, "\"error_subcode\":463"),
    ] {
        let (fake, token) = fake(Rules::default()).await;
        fake.breaks(ID, fault.clone(), Some(1));
        let (seen, body) = refresh(&fake, &token).await;
        assert_eq!(seen, status, "{fault:?}: {body}");
        assert!(body.contains(told), "{fault:?}: {body}");
        assert!(serde_json::from_str::<Value>(&body).map_or(true, |it| it["expires_in"].is_null()));
        assert_eq!(fake.last_good(ID), None, "{fault:?}");
        assert_eq!(refresh(&fake, &token).await.0, 200, "{fault:?}");
        assert!(matches!(fake.calls(ID)[1].outcome, Outcome::Answered(_)));
    }
}

#[tokio::test]
async fn an_answer_nobody_waits_for_is_not_counted_as_given() {
    let (fake, token) = fake(Rules::default()).await;
    fake.breaks(ID, Fault::Slow(Duration::from_millis(600)), None);
    assert_eq!(refresh(&fake, &token).await.0, 0);
    assert_eq!(fake.last_good(ID), None);
    assert_eq!(fake.tokens_of(ID).len(), 2, "the platform did make one");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_fake_is_faster_than_what_it_measures() {
    let fake = Fake::start(Rules::default()).await.unwrap();
    let tokens: Vec<_> = (0..4000).map(|id| fake.add(&format!("1{id:05}"), 2 * DAY)).collect();
    let start = Instant::now();
    let clients = tokens.chunks(1000).map(|some| {
        let (some, addr) = (some.to_vec(), fake.addr);
        tokio::spawn(async move {
            let mut stream = TcpStream::connect(addr).await.unwrap();
            let mut answer = vec![0; 2048];
            for token in some {
                let request = format!(
                    "GET /refresh_access_token?grant_type=ig_refresh_token&access_token={token} \
                     HTTP/1.1\r\nHost: fake\r\n\r\n"
                );
                stream.write_all(request.as_bytes()).await.unwrap();
                assert!(stream.read(&mut answer).await.unwrap() > 0);
            }
        })
    });
    for client in clients.collect::<Vec<_>>() {
        client.await.unwrap();
    }
    let rate = 4000.0 / start.elapsed().as_secs_f64();
    assert_eq!((fake.call_count(), fake.connections()), (4000, 4));
    // Alone and optimized it does ten times as much; here it shares two cores with other tests.
    assert!(rate > 500.0, "{rate:.0} calls a second");
}
