//! The control API under `/sandbox/`: customers' acts, the clock, faults, and what has happened.
//!
//! It belongs to the sandbox and not to Instagram. Bodies and answers are JSON.

use std::collections::VecDeque;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::customers::{Act, Customer, Writing};
use super::faults::Fault;
use super::state::Shared;
use super::tokens::Token;
use super::world::{Account, SCOPES, Standing, World};
use super::{BUSINESS_ACCOUNT, graph};

/// Most accounts or customers made by one call.
const MOST_AT_ONCE: u32 = 20_000;

type Answer = Result<Json<Value>, Refusal>;
type SharedState = State<Arc<Shared>>;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/world", get(world))
        .route("/accounts", post(add_accounts))
        .route("/accounts/{id}", post(change_account))
        .route("/tokens", post(issue_token))
        .route("/customers", post(add_customers))
        .route("/customers/{id}/messages", post(write))
        .route("/customers/{id}/acts", post(act))
        .route("/conversations/{account}/{customer}", get(conversation))
        .route("/requests", get(requests))
        .route("/deliveries", get(deliveries))
        .route("/deliver", post(deliver))
        .route("/callback", post(callback))
        .route("/clock", get(clock).post(advance))
        .route("/switches", post(switch))
        .route("/faults", get(faults).post(add_fault).delete(clear_faults))
}

/// Why the control API did nothing.
struct Refusal(StatusCode, String);

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.0, Json(json!({ "error": self.1 }))).into_response()
    }
}

fn not_found(why: &str) -> Refusal {
    Refusal(StatusCode::NOT_FOUND, why.to_owned())
}

fn bad(why: impl Into<String>) -> Refusal {
    Refusal(StatusCode::BAD_REQUEST, why.into())
}

/// Reads a body; unlike axum's own extractor it answers in JSON and wants no content type.
fn body<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, Refusal> {
    serde_json::from_slice(bytes).map_err(|error| bad(error.to_string()))
}

async fn world(State(shared): SharedState) -> Json<Value> {
    shared.with(|world| {
        let accounts: Vec<Value> = world.accounts.values().map(show_account).collect();
        let customers: Vec<Value> = world
            .customers
            .values()
            .map(|customer| {
                json!({
                    "id": customer.id, "account": customer.account,
                    "username": customer.username, "name": customer.name,
                })
            })
            .collect();
        Json(
            json!({ "accounts": accounts, "customers": customers, "callback_url": world.callback }),
        )
    })
}

fn show_account(account: &Account) -> Value {
    json!({
        "id": account.id, "app_scoped_id": account.app_scoped_id, "username": account.username,
        "name": account.name, "account_type": account.account_type, "subscribed_fields": account.subscribed,
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Count {
    count: u32,
}

/// Makes business accounts, each with a long-lived token as the dashboard would give it.
async fn add_accounts(State(shared): SharedState, bytes: Bytes) -> Answer {
    let count = body::<Count>(&bytes)?.count.min(MOST_AT_ONCE);
    Ok(shared.with(|world| {
        let accounts: Vec<Value> = (0..count)
            .map(|_| {
                let serial = world.next_serial();
                let account = Account {
                    id: format!("178415{serial:011}"),
                    app_scoped_id: format!("269998{serial:011}"),
                    username: format!("shop_{serial}"),
                    name: format!("Shop {serial}"),
                    account_type: "BUSINESS".to_owned(),
                    standing: Standing::Ok,
                    subscribed: None,
                    messenger_profile: serde_json::Map::new(),
                };
                let mut shown = show_account(&account);
                shown["access_token"] = json!(dashboard_token(world, &account.id, true));
                world.accounts.insert(account.id.clone(), account);
                shown
            })
            .collect();
        Json(json!({ "accounts": accounts }))
    }))
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum NewState {
    Ok,
    PasswordChanged,
    AppRemoved,
    Checkpoint,
    NoRole,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AccountChange {
    state: Option<NewState>,
    account_type: Option<String>,
    username: Option<String>,
}

async fn change_account(
    State(shared): SharedState,
    Path(id): Path<String>,
    bytes: Bytes,
) -> Answer {
    let change: AccountChange = body(&bytes)?;
    shared.with(|world| {
        let account = world.accounts.get_mut(&id).ok_or_else(|| not_found("no such account"))?;
        account.account_type = change.account_type.unwrap_or_else(|| account.account_type.clone());
        account.username = change.username.unwrap_or_else(|| account.username.clone());
        match change.state {
            None => {}
            Some(NewState::Ok) => account.standing = Standing::Ok,
            Some(NewState::Checkpoint) => account.standing = Standing::Checkpoint,
            Some(NewState::NoRole) => account.standing = Standing::NoRole,
            // These two end the tokens of now; a new login works at once.
            Some(NewState::PasswordChanged) => world.end_tokens(&id, 460),
            Some(NewState::AppRemoved) => {
                account.subscribed = None;
                world.end_tokens(&id, 458);
            }
        }
        Ok(done())
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TokenWish {
    account: Option<String>,
    /// A long-lived token, as the dashboard gives it, unless this is true.
    #[serde(default)]
    short_lived: bool,
}

async fn issue_token(State(shared): SharedState, bytes: Bytes) -> Answer {
    let wish: TokenWish = body(&bytes)?;
    let account = wish.account.as_deref().unwrap_or(BUSINESS_ACCOUNT);
    shared.with(|world| {
        if !world.accounts.contains_key(account) {
            return Err(not_found("no such account"));
        }
        let name = dashboard_token(world, account, !wish.short_lived);
        Ok(Json(json!({ "access_token": name })))
    })
}

fn dashboard_token(world: &mut World, account: &str, long_lived: bool) -> String {
    let make = if long_lived { Token::long_lived } else { Token::short_lived };
    let token = make(account.to_owned(), SCOPES.map(str::to_owned).to_vec(), world.now());
    let name = world.token_name();
    world.tokens.insert(name.clone(), token);
    name
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CustomerWish {
    account: Option<String>,
    count: u32,
    /// Opens the messaging window, as if each had just written.
    #[serde(default)]
    open: bool,
}

async fn add_customers(State(shared): SharedState, bytes: Bytes) -> Answer {
    let wish: CustomerWish = body(&bytes)?;
    let account = wish.account.as_deref().unwrap_or(BUSINESS_ACCOUNT);
    shared.with(|world| {
        if !world.accounts.contains_key(account) {
            return Err(not_found("no such account"));
        }
        let ids: Vec<String> = (0..wish.count.min(MOST_AT_ONCE))
            .map(|_| {
                let serial = world.next_serial();
                let id = format!("129{serial:013}");
                world.add_customer(
                    &id,
                    account,
                    &format!("person_{serial}"),
                    &format!("Person {serial}"),
                );
                let now = world.now();
                if let Some(customer) = world.customers.get_mut(&id).filter(|_| wish.open) {
                    customer.last_word = Some(now);
                }
                id
            })
            .collect();
        Ok(Json(json!({ "ids": ids })))
    })
}

async fn write(State(shared): SharedState, Path(id): Path<String>, bytes: Bytes) -> Answer {
    let writing: Writing = body(&bytes)?;
    let mid = shared.with(|world| world.write(&id, writing)).map_err(not_found)?;
    Ok(Json(json!({ "mid": mid })))
}

async fn act(State(shared): SharedState, Path(id): Path<String>, bytes: Bytes) -> Answer {
    let act: Act = body(&bytes)?;
    let about = shared.with(|world| world.act(&id, act)).map_err(not_found)?;
    Ok(Json(json!({ "id": about })))
}

async fn conversation(
    State(shared): SharedState,
    Path((account, id)): Path<(String, String)>,
) -> Answer {
    shared.with(|world| {
        let now = world.now();
        let customer = world.customer_of(&account, &id);
        let customer = customer.ok_or_else(|| not_found("no such conversation"))?;
        Ok(Json(json!({
            "id": customer.conversation_id,
            "seen": customer.shows_seen(),
            "typing": customer.shows_typing(now),
            "messages": show_messages(customer),
        })))
    })
}

fn show_messages(customer: &Customer) -> Vec<Value> {
    let messages = customer.messages.iter();
    messages
        .map(|message| {
            json!({
                "mid": message.mid, "direction": message.direction, "text": message.text,
                "attachments": message.attachments, "quick_replies": message.quick_replies,
                "reply_to": message.reply_to,
                "time": message.time, "deleted": message.deleted, "edits": message.edits,
                "customer_reaction": message.customer_reaction, "account_reaction": message.account_reaction,
            })
        })
        .collect()
}

async fn requests(State(shared): SharedState) -> Response {
    shared.with(|world| log(&world.calls))
}

async fn deliveries(State(shared): SharedState) -> Response {
    shared.with(|world| log(&world.deliveries))
}

fn log<T: Serialize>(records: &VecDeque<T>) -> Response {
    Json(records).into_response()
}

/// Delivers a body byte for byte as it came, signed.
async fn deliver(State(shared): SharedState, bytes: Bytes) -> Answer {
    body::<&serde_json::value::RawValue>(&bytes)?;
    let id = shared.with(|world| world.deliver("raw", None, bytes.to_vec()));
    let id = id.ok_or_else(|| bad("there is no callback URL"))?;
    Ok(Json(json!({ "delivery": id })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Callback {
    url: String,
    verify_token: String,
}

async fn callback(State(shared): SharedState, bytes: Bytes) -> Answer {
    let callback: Callback = body(&bytes)?;
    graph::app::register(&shared, Some(&callback.url), Some(&callback.verify_token))
        .await
        .map_err(bad)?;
    Ok(done())
}

async fn clock(State(shared): SharedState) -> Json<Value> {
    Json(json!({ "now": shared.with(|world| world.now()) }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    advance_seconds: i64,
}

async fn advance(State(shared): SharedState, bytes: Bytes) -> Answer {
    let by = body::<Advance>(&bytes)?.advance_seconds;
    shared.advance(SignedDuration::from_secs(by));
    Ok(clock(State(shared)).await)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Switching {
    me_in_data: Option<bool>,
    sign_with_meta_secret: Option<bool>,
    human_agent: Option<bool>,
}

async fn switch(State(shared): SharedState, bytes: Bytes) -> Answer {
    let wish: Switching = body(&bytes)?;
    shared.with(|world| {
        let switches = &mut world.switches;
        for (switch, wish) in [
            (&mut switches.me_in_data, wish.me_in_data),
            (&mut switches.sign_with_meta_secret, wish.sign_with_meta_secret),
            (&mut switches.human_agent, wish.human_agent),
        ] {
            *switch = wish.unwrap_or(*switch);
        }
    });
    Ok(done())
}

async fn faults(State(shared): SharedState) -> Response {
    shared.with(|world| Json(world.faults.list()).into_response())
}

async fn add_fault(State(shared): SharedState, bytes: Bytes) -> Answer {
    let fault: Fault = body(&bytes)?;
    shared.with(|world| world.faults.push(fault));
    Ok(done())
}

async fn clear_faults(State(shared): SharedState) -> Json<Value> {
    shared.with(|world| world.faults.clear());
    done()
}

fn done() -> Json<Value> {
    Json(json!({ "success": true }))
}
