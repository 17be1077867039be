//! Answers that Instagram in a box never gives, from a host that says what a test tells it to.

use axum::Router;
use axum::extract::Request;
use axum::http::header;
use serde_json::{Value, json};

use super::world::{Ended, World};

/// A host whose answers are told, by what it was asked.
async fn host(answer: impl Fn(&str, &str) -> Value + Clone + Send + Sync + 'static) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let router = Router::new().fallback(async move |request: Request| {
        let asked = request.uri().to_string();
        let bearer = request.headers().get(header::AUTHORIZATION);
        let token = bearer.and_then(|it| it.to_str().ok()?.strip_prefix("Bearer "));
        axum::Json(answer(&asked, token.unwrap_or_default()))
    });
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}

async fn run_at(world: &World, host: &str, arguments: &[&str]) -> Ended {
    let mut command = world.command(arguments);
    command.env("IGBOT_GRAPH_URL", host);
    world.run_command(command).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_raw_call_hides_its_token_as_a_name_and_cut_short() {
    let world = World::linked().await;
    let url = host(|_, token| {
        let cut: String = token.chars().take(20).collect();
        json!({ token: 1, "error": { "message": format!("bad \"{cut}…\""), "code": 190 } })
    })
    .await;
    let refused = run_at(&world, &url, &["api", "GET", "me"]).await;
    assert_eq!(refused.code, 4, "{refused:?}");
    let shown = json!({ "***": 1, "error": { "message": "bad \"***…\"", "code": 190 } });
    assert_eq!(refused.json(), shown);
}
