//! Calls that go wrong on demand.

use reqwest::StatusCode;
use serde_json::json;

use super::{error, fixture, parts};
use crate::sandbox::{BUSINESS_ACCOUNT, DEFAULT_CUSTOMER};

#[tokio::test]
async fn faults_spoil_the_answer_and_some_keep_the_effect() {
    let igbot = fixture(None).await;
    let token = igbot.token().await;
    igbot.control(&format!("customers/{DEFAULT_CUSTOMER}/messages"), json!({ "text": "Hi" })).await;
    let call = || {
        let body = json!({ "recipient": { "id": DEFAULT_CUSTOMER }, "message": { "text": "x" } });
        igbot.client.post(igbot.url("/me/messages")).bearer_auth(&token).json(&body).send()
    };
    let fault = |kind: &str| json!({ "endpoint": "messages", "kind": kind });
    let sent = async || {
        let path = format!("/sandbox/conversations/{BUSINESS_ACCOUNT}/{DEFAULT_CUSTOMER}");
        igbot.read(&path).await.1["messages"].as_array().unwrap().len() - 1
    };

    igbot.control("faults", fault("reset")).await;
    assert!(call().await.is_err());
    assert_eq!(sent().await, 0);

    igbot.control("faults", fault("truncated")).await;
    assert!(call().await.unwrap().bytes().await.is_err());
    assert_eq!(sent().await, 1);

    igbot.control("faults", fault("sent_but_error")).await;
    assert_eq!(error(&parts(call().await.unwrap()).await), (400, 1, Some(1_357_046)));
    assert_eq!(sent().await, 2);

    igbot.control("faults", fault("http_503_html")).await;
    assert_eq!(call().await.unwrap().status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(call().await.unwrap().status(), StatusCode::OK);
    assert_eq!(sent().await, 3);
}
