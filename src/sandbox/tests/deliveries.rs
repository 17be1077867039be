//! What reaches a receiver: the bytes, the signature, the repeats.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::Query;
use axum::http::HeaderMap;
use reqwest::StatusCode;
use secrecy::SecretString;
use serde_json::{Value, json};
use url::Url;

use super::{fixture, parts};
use crate::sandbox::{
    DEFAULT_CUSTOMER, INSTAGRAM_APP_SECRET, META_APP_ID, META_APP_SECRET, VERIFY_TOKEN,
};
use crate::webhook::signature::Signature;

/// Deliveries as they came in.
type Deliveries = Vec<(Option<Signature>, Bytes)>;

/// A receiver that answers the handshake, and refuses as many deliveries as it is told to.
struct Receiver {
    url: Url,
    bodies: Arc<Mutex<Deliveries>>,
}

async fn receiver(refusals: usize) -> Receiver {
    let bodies = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&bodies);
    let shake = |Query(query): Query<HashMap<String, String>>| async move {
        query.get("hub.challenge").cloned().unwrap_or_default()
    };
    let take = move |headers: HeaderMap, body: Bytes| async move {
        let signature = Signature::parse(headers["x-hub-signature-256"].as_bytes()).ok();
        let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.push((signature, body));
        if seen.len() > refusals { StatusCode::OK } else { StatusCode::INTERNAL_SERVER_ERROR }
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/webhook", listener.local_addr().unwrap());
    let router = axum::Router::new().route("/webhook", axum::routing::get(shake).post(take));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Receiver { url: Url::parse(&url).unwrap(), bodies }
}

impl Receiver {
    async fn wait_for(&self, count: usize) -> Deliveries {
        for _ in 0..200 {
            let bodies = self.bodies.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if bodies.len() >= count {
                return bodies;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("fewer than {count} deliveries came");
    }
}

#[tokio::test]
async fn deliveries_are_signed_escaped_and_repeated_until_200() {
    let receiver = receiver(2).await;
    let igbot = fixture(None).await;
    let token = igbot.token().await;
    let register = [
        ("object", "instagram"),
        ("callback_url", receiver.url.as_str()),
        ("fields", "messages,message_edit"),
        ("verify_token", VERIFY_TOKEN),
        ("access_token", &format!("{META_APP_ID}|{META_APP_SECRET}")),
    ];
    let url = igbot.url(&format!("/v25.0/{META_APP_ID}/subscriptions"));
    let (_, answer) = parts(igbot.client.post(url).form(&register).send().await.unwrap()).await;
    assert_eq!(answer, json!({ "success": true }));

    let path = format!("customers/{DEFAULT_CUSTOMER}/messages");
    igbot.control(&path, json!({ "text": "nobody listens yet" })).await;
    let url = igbot.url("/v25.0/me/subscribed_apps");
    let fields = json!({ "subscribed_fields": ["messages"] });
    let call = igbot.client.post(url).bearer_auth(&token).json(&fields);
    assert_eq!(call.send().await.unwrap().status(), StatusCode::OK);
    igbot.control(&path, json!({ "text": "Größe 🌷 a/b" })).await;

    let bodies = receiver.wait_for(3).await;
    let (signature, body) = &bodies[2];
    assert!(body.is_ascii());
    assert!(String::from_utf8_lossy(body).contains(r"Gr\u00f6\u00dfe \ud83c\udf37 a\/b"));
    let secret = SecretString::from(INSTAGRAM_APP_SECRET);
    assert!(signature.as_ref().unwrap().verifies(&secret, body));
    assert_eq!(bodies[0].1, *body);

    let reply = json!({ "recipient": { "id": DEFAULT_CUSTOMER }, "message": { "text": "42" } });
    igbot.send(&token, reply).await;
    let bodies = receiver.wait_for(4).await;
    let echo: Value = serde_json::from_slice(&bodies[3].1).unwrap();
    assert_eq!(echo["entry"][0]["messaging"][0]["message"]["is_echo"], true);
}

#[tokio::test]
async fn a_delivery_is_dropped_after_36_hours_of_the_sandbox_clock() {
    let receiver = receiver(usize::MAX).await;
    let igbot = fixture(Some(receiver.url.clone())).await;
    igbot.control("deliver", json!({ "object": "page" })).await;
    receiver.wait_for(3).await;
    igbot.control("clock", json!({ "advance_seconds": 37 * 3600 })).await;
    for _ in 0..100 {
        let (_, log) = igbot.read("/sandbox/deliveries").await;
        if log[0]["state"] == "dropped" {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the delivery was not dropped");
}
