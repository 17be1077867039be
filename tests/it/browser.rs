//! The pages a person sees, in a real headless Chromium.
//!
//! These need Debian's packages `chromium` and `chromium-driver`; `cargo test` leaves them out and
//! `cargo test -- --include-ignored` runs them.

use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep};

use crate::journeys::world::{CANARY, World, free_port};

const PATIENCE: Duration = Duration::from_secs(30);

/// A browser, spoken to by the WebDriver protocol.
struct Browser {
    client: reqwest::Client,
    session: String,
    _driver: Child,
    _profile: TempDir,
}

impl Browser {
    async fn open() -> Self {
        let port = free_port();
        let driver = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("chromedriver is installed");
        let profile = tempfile::tempdir().unwrap();
        let client = reqwest::Client::builder().no_proxy().timeout(PATIENCE).build().unwrap();
        let base = format!("http://127.0.0.1:{port}");
        let until = Instant::now() + PATIENCE;
        while client.get(format!("{base}/status")).send().await.is_err() {
            assert!(Instant::now() < until, "chromedriver answers");
            sleep(Duration::from_millis(50)).await;
        }
        let wish = json!({ "capabilities": { "alwaysMatch": {
            "acceptInsecureCerts": true,
            "goog:chromeOptions": { "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                format!("--user-data-dir={}", profile.path().display()),
            ] },
        } } });
        let answer = client.post(format!("{base}/session")).json(&wish).send().await.unwrap();
        let answer: Value = answer.json().await.unwrap();
        let id = answer["value"]["sessionId"].as_str().unwrap_or_else(|| panic!("{answer}"));
        Self { session: format!("{base}/session/{id}"), client, _driver: driver, _profile: profile }
    }

    async fn post(&self, path: &str, body: Value) -> Value {
        let answer = self.client.post(format!("{}{path}", self.session)).json(&body).send().await;
        answer.unwrap().json::<Value>().await.unwrap()["value"].clone()
    }

    async fn get(&self, path: &str) -> Value {
        let answer = self.client.get(format!("{}{path}", self.session)).send().await;
        answer.unwrap().json::<Value>().await.unwrap()["value"].clone()
    }

    /// Goes to an address; one that does not load shows the browser's own error page.
    async fn goes_to(&self, url: &str) {
        self.post("/url", json!({ "url": url })).await;
    }

    async fn find(&self, css: &str) -> String {
        let found = self.post("/element", json!({ "using": "css selector", "value": css })).await;
        let id = found.as_object().and_then(|it| it.values().next()?.as_str().map(str::to_owned));
        id.unwrap_or_else(|| panic!("no {css}: {found}"))
    }

    async fn clicks(&self, css: &str) {
        // A page that changes meanwhile may have made the element anew.
        let until = Instant::now() + PATIENCE;
        loop {
            let element = self.find(css).await;
            let clicked = self.post(&format!("/element/{element}/click"), json!({})).await;
            if clicked.is_null() {
                return;
            }
            assert!(Instant::now() < until, "{css}: {clicked}");
        }
    }

    async fn types(&self, css: &str, text: &str) {
        let element = self.find(css).await;
        self.post(&format!("/element/{element}/value"), json!({ "text": text })).await;
    }

    /// The address in the bar, once the browser has been sent there. A click does not wait for that.
    async fn address(&self, start: &str) -> String {
        let until = Instant::now() + PATIENCE;
        loop {
            let url = self.get("/url").await.as_str().unwrap_or_default().to_owned();
            if url.starts_with(start) {
                return url;
            }
            assert!(Instant::now() < until, "the browser is still at {url}");
            sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until the page says something.
    async fn sees(&self, words: &str) {
        let until = Instant::now() + PATIENCE;
        loop {
            let script = json!({ "script": "return document.body.innerText", "args": [] });
            let text = self.post("/execute/sync", script).await;
            let text = text.as_str().unwrap_or_default();
            if text.contains(words) {
                return;
            }
            assert!(Instant::now() < until, "no `{words}` in:\n{text}");
            sleep(Duration::from_millis(100)).await;
        }
    }

    async fn close(self) {
        let _ = self.client.delete(&self.session).send().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs chromium and chromium-driver"]
async fn a_person_agrees_and_lands_on_the_listeners_page_over_http_and_https() {
    let mut world = World::new().await;
    let browser = Browser::open().await;
    for scheme in ["http", "https"] {
        world.redirect_uri = format!("{scheme}://localhost:{}/callback", free_port());
        let mut login = world.start(&["login", "--no-browser"]).await;
        browser.goes_to(login.consent_page().await.as_str()).await;
        browser.sees("harbour_coffee").await;
        browser.clicks("button[value=approve]").await;
        browser.sees("The account is linked").await;
        login.end().await.ok();
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs chromium and chromium-driver"]
async fn a_person_who_refuses_reads_what_that_means() {
    let world = World::new().await;
    let browser = Browser::open().await;
    let mut login = world.start(&["login", "--no-browser"]).await;
    browser.goes_to(login.consent_page().await.as_str()).await;
    browser.clicks("button[value=deny]").await;
    browser.sees("Login canceled").await;
    assert_eq!(login.end().await.code, 6);
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs chromium and chromium-driver"]
async fn a_person_pastes_the_address_of_a_page_that_does_not_load() {
    let mut world = World::new().await;
    world.redirect_uri = "https://bot.example.invalid/login/callback".to_owned();
    let browser = Browser::open().await;
    let mut login = world.start(&["login", "--no-browser"]).await;
    browser.goes_to(login.consent_page().await.as_str()).await;
    browser.clicks("button[value=approve]").await;
    let landed = browser.address(&world.redirect_uri).await;
    login.paste(&landed).await;
    login.end().await.ok();
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs chromium and chromium-driver"]
async fn a_persons_browser_that_lands_on_serve_ends_the_login() {
    let mut world = World::new().await;
    world.redirect_uri = "https://bot.example.invalid/login/callback".to_owned();
    let mut serve = world.start(&["serve", "--json", "--bind", "127.0.0.1:0"]).await;
    let ready: Value = serde_json::from_str(&serve.line().await).unwrap();
    let browser = Browser::open().await;
    let mut login = world.start(&["login", "--no-browser", "--timeout", "30s"]).await;
    browser.goes_to(login.consent_page().await.as_str()).await;
    browser.clicks("button[value=approve]").await;
    // What the public proxy before `serve` would do.
    let landed = browser.address(&world.redirect_uri).await;
    let query = landed.split_once('?').unwrap().1;
    let bind = ready["bind"].as_str().unwrap();
    browser.goes_to(&format!("http://{bind}/login/callback?{query}")).await;
    browser.sees("The account is linked").await;
    login.end().await.ok();
    serve.stop().await.ok();
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs chromium and chromium-driver"]
async fn a_person_chats_with_the_bot_on_the_customers_phone() {
    let world = World::linked().await;
    let serve = world.serve(&["--echo"]).await;
    let browser = Browser::open().await;
    browser.goes_to(&world.sandbox.phone_url()).await;
    let words = format!("{CANARY} <b>bold</b> & co");
    browser.types("input:not([type=hidden]), textarea", &words).await;
    browser.clicks("button").await;
    assert_eq!(world.replies(1).await, [words.as_str()]);
    browser.sees(&format!("{words}\n")).await;
    serve.stop().await.ok();
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs chromium and chromium-driver"]
async fn a_person_taps_what_the_bot_offers_on_the_customers_phone() {
    const BOT: &str = r#"
import json, sys
event = json.load(sys.stdin)
buttons = [{"type": "postback", "title": "Hours", "payload": "HOURS"}]
template = {"template_type": "button", "text": "What next?", "buttons": buttons}
replies = [{"content_type": "text", "title": "Small", "payload": "SIZE_S"}]
raw = event["raw"]
if event["kind"] == "postback":
    print("tapped " + raw["postback"]["payload"])
elif "quick_reply" in raw["message"]:
    print(json.dumps({"text": "chose " + raw["message"]["quick_reply"]["payload"]}))
    print(json.dumps({"type": "template", "template": template}))
else:
    print(json.dumps({"text": "Which size?", "quick_replies": replies}))
"#;
    let world = World::linked().await;
    let serve = world.serve(&["--exec", "python3", "-c", BOT]).await;
    let browser = Browser::open().await;
    browser.goes_to(&world.sandbox.phone_url()).await;
    browser.types("input:not([type=hidden]), textarea", "a jacket").await;
    browser.clicks("form button").await;
    browser.clicks(".replies .choice").await;
    browser.sees("chose SIZE_S").await;
    browser.clicks(".bubble .choice").await;
    browser.sees("tapped HOURS").await;
    serve.stop().await.ok();
    browser.close().await;
}
