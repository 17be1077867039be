//! Journeys through a running sandbox, with nothing but HTTP.

mod deliveries;
mod faults;

use std::sync::Arc;

use reqwest::{Client, Response, StatusCode};
use serde_json::{Value, json};

use super::*;
use crate::clock::SystemClock;
use crate::random::SystemRandom;

/// A sandbox and a client that follows no redirects.
struct Fixture {
    sandbox: Sandbox,
    client: Client,
}

async fn fixture(callback_url: Option<Url>) -> Fixture {
    let sandbox = Sandbox::start(SandboxConfig {
        bind: "127.0.0.1:0".parse().unwrap(),
        allow_http: true,
        callback_url,
        clock: Arc::new(SystemClock),
        random: Arc::new(SystemRandom),
        fast_retries: true,
    })
    .await
    .unwrap();
    let client = Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    Fixture { sandbox, client }
}

impl Fixture {
    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.sandbox.base_url())
    }

    async fn control(&self, path: &str, body: Value) -> Value {
        let url = self.url(&format!("/sandbox/{path}"));
        let answer = self.client.post(url).json(&body).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        answer.json().await.unwrap()
    }

    async fn read(&self, path: &str) -> (StatusCode, Value) {
        parts(self.client.get(self.url(path)).send().await.unwrap()).await
    }

    async fn token(&self) -> String {
        let answer = self.control("tokens", json!({})).await;
        answer["access_token"].as_str().unwrap().to_owned()
    }

    async fn send(&self, token: &str, body: Value) -> (StatusCode, Value) {
        let call = self.client.post(self.url("/v25.0/me/messages")).bearer_auth(token);
        parts(call.json(&body).send().await.unwrap()).await
    }

    /// Logs in as a person would, up to the code.
    async fn code(&self, username: &str, decision: &str) -> Response {
        let form = [
            ("client_id", INSTAGRAM_APP_ID),
            ("redirect_uri", "https://bot.example/cb?tenant=7"),
            ("response_type", "code"),
            ("scope", "instagram_business_basic,instagram_business_manage_messages"),
            ("state", "a&b"),
            ("account", username),
            ("decision", decision),
        ];
        let call = self.client.post(self.url("/oauth/authorize")).form(&form);
        call.send().await.unwrap()
    }

    async fn redeem(&self, code: &str, secret: &str, redirect_uri: &str) -> (StatusCode, Value) {
        let form = [
            ("client_id", INSTAGRAM_APP_ID),
            ("client_secret", secret),
            ("grant_type", "authorization_code"),
            ("redirect_uri", redirect_uri),
            ("code", code),
        ];
        let call = self.client.post(self.url("/oauth/access_token")).form(&form);
        parts(call.send().await.unwrap()).await
    }
}

async fn parts(answer: Response) -> (StatusCode, Value) {
    (answer.status(), answer.json().await.unwrap())
}

fn error(answer: &(StatusCode, Value)) -> (u16, i64, Option<i64>) {
    let error = &answer.1["error"];
    (answer.0.as_u16(), error["code"].as_i64().unwrap(), error["error_subcode"].as_i64())
}

#[tokio::test]
async fn a_login_goes_from_consent_to_a_refreshed_token() {
    let igbot = fixture(None).await;
    let redirect = igbot.code(BUSINESS_USERNAME, "approve").await;
    assert_eq!(redirect.status(), StatusCode::FOUND);
    let location = Url::parse(redirect.headers()["location"].to_str().unwrap()).unwrap();
    let query: Vec<_> = location.query_pairs().into_owned().collect();
    assert_eq!(query[0], ("tenant".to_owned(), "7".to_owned()));
    assert_eq!(query[2], ("state".to_owned(), "a&b".to_owned()));
    assert_eq!(location.fragment(), Some("_"));

    let code = &query[1].1;
    let uri = "https://bot.example/cb?tenant=7";
    assert_eq!(igbot.redeem(code, META_APP_SECRET, uri).await.0, StatusCode::BAD_REQUEST);
    assert_eq!(
        igbot.redeem(code, INSTAGRAM_APP_SECRET, "https://bot.example/cb").await.0,
        StatusCode::BAD_REQUEST
    );
    let (status, answer) = igbot.redeem(code, INSTAGRAM_APP_SECRET, uri).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(answer["user_id"], 26_999_900_000_000_011_u64);
    let (_, again) = igbot.redeem(code, INSTAGRAM_APP_SECRET, uri).await;
    assert_eq!(again["error_message"], "This authorization code has been used");

    let short = answer["access_token"].as_str().unwrap();
    let exchange = |token: &str| {
        format!(
            "/access_token?grant_type=ig_exchange_token&client_secret={INSTAGRAM_APP_SECRET}&access_token={token}"
        )
    };
    let (_, long) = igbot.read(&exchange(short)).await;
    assert_eq!(long["token_type"], "bearer");
    let long = long["access_token"].as_str().unwrap();
    assert_eq!(error(&igbot.read(&exchange(long)).await).1, 452);

    let refresh = |token: &str| {
        format!("/refresh_access_token?grant_type=ig_refresh_token&access_token={token}")
    };
    assert_eq!(error(&igbot.read(&refresh(long)).await).1, 100);
    igbot.control("clock", json!({ "advance_seconds": 25 * 3600 })).await;
    let (status, fresh) = igbot.read(&refresh(long)).await;
    assert_eq!(status, StatusCode::OK);
    assert_ne!(fresh["access_token"], long);
    assert_eq!(error(&igbot.read(&exchange(short)).await), (400, 190, Some(463)));
}

#[tokio::test]
async fn refusals_of_the_consent_page_do_not_redirect() {
    let igbot = fixture(None).await;
    let denied = igbot.code(BUSINESS_USERNAME, "deny").await;
    let location = denied.headers()["location"].to_str().unwrap().to_owned();
    assert!(location.contains("error=access_denied&error_reason=user_denied"), "{location}");

    assert_eq!(igbot.code(PERSONAL_USERNAME, "approve").await.status(), StatusCode::BAD_REQUEST);
    for query in [
        format!(
            "client_id={META_APP_ID}&redirect_uri=https://a.example/&response_type=code&scope=instagram_business_basic"
        ),
        format!(
            "client_id={INSTAGRAM_APP_ID}&redirect_uri=http://a.example/&response_type=code&scope=instagram_business_basic"
        ),
        format!(
            "client_id={INSTAGRAM_APP_ID}&redirect_uri=https://a.example/&response_type=code&scope=<script>"
        ),
    ] {
        let page =
            igbot.client.get(igbot.url(&format!("/oauth/authorize?{query}"))).send().await.unwrap();
        assert_eq!(page.status(), StatusCode::BAD_REQUEST);
        assert!(!page.text().await.unwrap().contains("<script>"));
    }
}

#[tokio::test]
async fn tokens_end_as_instagram_ends_them() {
    let igbot = fixture(None).await;
    for (state, expected) in [
        ("password_changed", (400, 190, Some(460))),
        ("app_removed", (400, 190, Some(458))),
        ("checkpoint", (400, 190, Some(459))),
        ("no_role", (400, 100, None)),
    ] {
        let token = igbot.token().await;
        igbot.control(&format!("accounts/{BUSINESS_ACCOUNT}"), json!({ "state": state })).await;
        assert_eq!(error(&igbot.read(&format!("/v25.0/me?access_token={token}")).await), expected);
        igbot.control(&format!("accounts/{BUSINESS_ACCOUNT}"), json!({ "state": "ok" })).await;
    }
    assert_eq!(error(&igbot.read("/me").await), (401, 190, None));
    let token = igbot.token().await;
    assert_eq!(error(&igbot.read(&format!("/v25.0/v25.0/me?access_token={token}")).await).1, 2500);
    assert_eq!(
        error(&igbot.read(&format!("/me?fields=shopping&access_token={token}")).await).1,
        100
    );
}

#[tokio::test]
async fn a_message_needs_an_open_window_and_appears_in_the_conversation() {
    let igbot = fixture(None).await;
    let token = igbot.token().await;
    let text = |id: &str| json!({ "recipient": { "id": id }, "message": { "text": "Hello 🌷" } });
    assert_eq!(
        error(&igbot.send(&token, text(DEFAULT_CUSTOMER)).await),
        (403, 10, Some(2_534_022))
    );
    for stranger in ["1280000000000001", BUSINESS_ACCOUNT, "1"] {
        assert_eq!(error(&igbot.send(&token, text(stranger)).await), (400, 100, Some(2_534_014)));
    }
    let profile = format!("/v25.0/{DEFAULT_CUSTOMER}?fields=name&access_token={token}");
    assert_eq!(error(&igbot.read(&profile).await).1, 230);

    igbot.control(&format!("customers/{DEFAULT_CUSTOMER}/messages"), json!({ "text": "Hi" })).await;
    let (status, answer) = igbot.send(&token, text(DEFAULT_CUSTOMER)).await;
    assert_eq!(status, StatusCode::OK);
    let mid = answer["message_id"].as_str().unwrap();
    assert!(mid.len() >= 150);
    assert_eq!(igbot.read(&profile).await.1["name"], "Ada Byron");
    let (_, message) =
        igbot.read(&format!("/{mid}?fields=message,from&access_token={token}")).await;
    assert_eq!(message["message"], "Hello 🌷");
    assert_eq!(message["from"]["id"], BUSINESS_ACCOUNT);

    let typing = json!({ "recipient": { "id": DEFAULT_CUSTOMER }, "sender_action": "typing_on" });
    assert_eq!(igbot.send(&token, typing).await.1, json!({ "recipient_id": DEFAULT_CUSTOMER }));
    let (_, shown) =
        igbot.read(&format!("/sandbox/conversations/{BUSINESS_ACCOUNT}/{DEFAULT_CUSTOMER}")).await;
    assert_eq!(shown["typing"], true);
    assert_eq!(shown["seen"], false);
    assert_eq!(shown["messages"][1]["direction"], "sent");

    igbot.control("clock", json!({ "advance_seconds": 24 * 3600 + 1 })).await;
    assert_eq!(error(&igbot.send(&token, text(DEFAULT_CUSTOMER)).await).2, Some(2_534_022));
    let (_, log) = igbot.read("/sandbox/requests").await;
    assert!(!log.to_string().contains(&token));
}

#[tokio::test]
async fn a_list_of_conversations_has_an_empty_page_in_the_middle() {
    let igbot = fixture(None).await;
    let token = igbot.token().await;
    for id in [DEFAULT_CUSTOMER, "1270000000000002"] {
        igbot.control(&format!("customers/{id}/messages"), json!({ "text": "Hi" })).await;
    }
    let mut path = format!("/me/conversations?platform=instagram&limit=1&access_token={token}");
    let mut sizes = Vec::new();
    loop {
        let (_, page) = igbot.read(&path).await;
        sizes.push(page["data"].as_array().unwrap().len());
        let Some(next) = page["paging"]["next"].as_str() else {
            break;
        };
        path = next.split_once("instagram.com").unwrap().1.to_owned();
    }
    assert_eq!(sizes, [1, 0, 1]);
}

#[tokio::test]
async fn stopping_frees_the_port_and_foreign_pages_are_refused() {
    let igbot = fixture(None).await;
    let foreign =
        igbot.client.post(igbot.url("/sandbox/clock")).header("origin", "https://evil.example");
    assert_eq!(foreign.body("{}").send().await.unwrap().status(), StatusCode::FORBIDDEN);
    let page = igbot.client.get(igbot.sandbox.phone_url()).send().await.unwrap();
    assert!(page.headers()["content-security-policy"].to_str().unwrap().contains("nonce-"));
    let addr = igbot.sandbox.addr();
    igbot.sandbox.stop().await;
    assert!(tokio::net::TcpListener::bind(addr).await.is_ok());
}
