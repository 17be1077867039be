//! Conversations, messages and customers' profiles, read back (reference 7).

use axum::http::{Method, StatusCode};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value, json};

use super::fields::{self, Field};
use super::{Caller, bounded};
use crate::sandbox::answer::GraphError;
use crate::sandbox::customers::{Customer, Direction, Message};
use crate::sandbox::params::Params;
use crate::sandbox::world::{Account, World, graph_time};

/// Messages of a conversation whose details can be read.
const READABLE: usize = 20;

/// Items of a page unless the call asks for another number, and the largest number it can ask for.
const PAGE: usize = 25;
const LARGEST_PAGE: usize = 100;

/// `GET /me/conversations`, newest first.
pub(super) fn list(
    world: &mut World,
    caller: &Caller,
    method: &Method,
    params: &Params,
) -> Result<Value, GraphError> {
    readable(caller, method)?;
    if params.get("platform").is_some_and(|platform| platform != "instagram") {
        return Err(GraphError::parameter("Param platform must be one of {instagram}"));
    }
    let account = account(world, caller)?;
    let mut customers: Vec<&Customer> = world
        .customers
        .values()
        .filter(|customer| customer.account == caller.account && !customer.messages.is_empty())
        .filter(|customer| params.get("user_id").is_none_or(|id| id == customer.id))
        .collect();
    customers.sort_by_key(|customer| std::cmp::Reverse(customer.updated()));
    let asked = params.get("fields").unwrap_or("id,updated_time");
    page(
        caller,
        &customers,
        params,
        &format!("{}/conversations", caller.account),
        true,
        |customer| conversation(caller, account, customer, asked),
    )
}

/// `GET /{id}` for a conversation, a message or a customer.
pub(super) fn object(
    world: &mut World,
    caller: &Caller,
    method: &Method,
    id: &str,
    params: &Params,
) -> Result<Value, GraphError> {
    readable(caller, method)?;
    let missing = || GraphError::no_such_object(method, id);
    let asked = params.get("fields");
    if world.customer_of(&caller.account, id).is_some() {
        let customer = world.customers.get(id).ok_or_else(missing)?;
        return profile(customer, asked.unwrap_or("name,username"));
    }
    let account = account(world, caller)?;
    let customer = owned(world, caller, id).ok_or_else(missing)?;
    if customer.conversation_id == id {
        return conversation(caller, account, customer, asked.unwrap_or("id,updated_time"))
            .map(Value::Object);
    }
    let mut recent = customer.messages.iter().rev().take(READABLE);
    let message = recent.find(|message| message.mid == id && !message.deleted);
    let Some(message) = message else {
        return Err(GraphError::new(100, "The message has been deleted").subcode(9_000_001));
    };
    message_fields(account, customer, message, asked.unwrap_or("id,created_time"))
        .map(Value::Object)
}

/// `GET /{conversation}/messages`, newest first.
pub(super) fn messages(
    world: &World,
    caller: &Caller,
    id: &str,
    params: &Params,
) -> Result<Value, GraphError> {
    readable(caller, &Method::GET)?;
    let customer = owned(world, caller, id).filter(|customer| customer.conversation_id == id);
    let customer = customer.ok_or_else(|| GraphError::no_such_object(&Method::GET, id))?;
    let account = account(world, caller)?;
    let newest_first: Vec<(usize, &Message)> = customer.messages.iter().rev().enumerate().collect();
    let asked = params.get("fields").unwrap_or("id,created_time");
    page(caller, &newest_first, params, &format!("{id}/messages"), false, |(age, message)| {
        listed(account, customer, *age, message, asked)
    })
}

fn readable(caller: &Caller, method: &Method) -> Result<(), GraphError> {
    if method != Method::GET {
        return Err(GraphError::unsupported_method(method));
    }
    caller.need("instagram_business_manage_messages")
}

fn account<'a>(world: &'a World, caller: &Caller) -> Result<&'a Account, GraphError> {
    let account = world.accounts.get(&caller.account);
    account.ok_or_else(|| GraphError::no_such_object(&Method::GET, &caller.account))
}

/// The customer whose conversation or message an id is.
fn owned<'a>(world: &'a World, caller: &Caller, id: &str) -> Option<&'a Customer> {
    let customer = world.customers.get(world.owners.get(id)?)?;
    (customer.account == caller.account).then_some(customer)
}

fn conversation(
    caller: &Caller,
    account: &Account,
    customer: &Customer,
    asked: &str,
) -> Result<Map<String, Value>, GraphError> {
    let mut answer = Map::new();
    for field in fields::parse(asked) {
        let value = match field.name {
            "id" => json!(customer.conversation_id),
            "updated_time" => json!(customer.updated().map(graph_time)),
            "participants" => json!({ "data": [business(account), person(customer)] }),
            "messages" => nested_messages(caller, account, customer, &field)?,
            other => return Err(GraphError::no_such_field(other)),
        };
        answer.insert(field.name.to_owned(), value);
    }
    answer.insert("id".to_owned(), json!(customer.conversation_id));
    Ok(answer)
}

/// The first page of a conversation's messages, which its edge goes on with.
fn nested_messages(
    caller: &Caller,
    account: &Account,
    customer: &Customer,
    field: &Field<'_>,
) -> Result<Value, GraphError> {
    let asked = field.nested.unwrap_or("id,created_time");
    let newest_first: Vec<(usize, &Message)> = customer.messages.iter().rev().enumerate().collect();
    let path = format!("{}/messages", customer.conversation_id);
    let window = Window { start: 0, limit: bounded(field.limit, PAGE, LARGEST_PAGE), empty: false };
    window.page(caller, &newest_first, &path, false, |(age, message)| {
        listed(account, customer, *age, message, asked)
    })
}

/// A message in a list; those that are too old or deleted have no details any more.
fn listed(
    account: &Account,
    customer: &Customer,
    age: usize,
    message: &Message,
    asked: &str,
) -> Result<Map<String, Value>, GraphError> {
    let detailed = age < READABLE && !message.deleted;
    let asked = if detailed { asked } else { "id,created_time" };
    message_fields(account, customer, message, asked)
}

fn message_fields(
    account: &Account,
    customer: &Customer,
    message: &Message,
    asked: &str,
) -> Result<Map<String, Value>, GraphError> {
    let (from, to) = match message.direction {
        Direction::Received => (person(customer), business(account)),
        Direction::Sent => (business(account), person(customer)),
    };
    let mut answer = Map::new();
    for field in fields::parse(asked) {
        let value = match field.name {
            "id" => Some(json!(message.mid)),
            "created_time" => Some(json!(graph_time(message.time))),
            "from" => Some(from.clone()),
            "to" => Some(json!({ "data": [to] })),
            "message" => Some(json!(message.text.as_deref().unwrap_or_default())),
            "attachments" => message.attachments.as_ref().map(|list| json!({ "data": list })),
            "reply_to" => message.reply_to.clone(),
            "reactions" => reactions(account, customer, message),
            "is_unsupported" => Some(json!(false)),
            "shares" | "story" => None,
            other => return Err(GraphError::no_such_field(other)),
        };
        if let Some(value) = value {
            answer.insert(field.name.to_owned(), value);
        }
    }
    answer.insert("id".to_owned(), json!(message.mid));
    Ok(answer)
}

fn reactions(account: &Account, customer: &Customer, message: &Message) -> Option<Value> {
    let by_customer = message
        .customer_reaction
        .as_ref()
        .map(|reaction| json!({ "reaction": reaction, "users": [person(customer)] }));
    let by_account = message
        .account_reaction
        .as_ref()
        .map(|reaction| json!({ "reaction": reaction, "users": [business(account)] }));
    let all: Vec<Value> = by_customer.into_iter().chain(by_account).collect();
    (!all.is_empty()).then(|| json!({ "data": all }))
}

fn business(account: &Account) -> Value {
    json!({ "id": account.id, "username": account.username })
}

fn person(customer: &Customer) -> Value {
    json!({ "id": customer.id, "username": customer.username })
}

/// A customer's profile, if the person has ever written: that is the consent.
fn profile(customer: &Customer, asked: &str) -> Result<Value, GraphError> {
    if customer.last_word.is_none() {
        return Err(GraphError::new(230, "User consent is required to access user profile")
            .oauth()
            .status(StatusCode::BAD_REQUEST));
    }
    let mut answer = Map::new();
    for field in fields::parse(asked) {
        let value = match field.name {
            "id" => json!(customer.id),
            "name" => json!(customer.name),
            "username" => json!(customer.username),
            "profile_pic" => json!("https://scontent.cdninstagram.com/v/customer.jpg?oe=65000000"),
            "follower_count" => json!(318),
            "is_user_follow_business" => json!(true),
            "is_business_follow_user" | "is_verified_user" => json!(false),
            other => return Err(GraphError::no_such_field(other)),
        };
        answer.insert(field.name.to_owned(), value);
    }
    answer.insert("id".to_owned(), json!(customer.id));
    Ok(Value::Object(answer))
}

/// One page, as a call asks for it. With `gap`, an empty page follows the first one: a page may be
/// empty and still have a successor, and only a missing `next` ends the list.
fn page<T>(
    caller: &Caller,
    items: &[T],
    params: &Params,
    path: &str,
    gap: bool,
    show: impl Fn(&T) -> Result<Map<String, Value>, GraphError>,
) -> Result<Value, GraphError> {
    let limit =
        bounded(params.get("limit").and_then(|limit| limit.parse().ok()), PAGE, LARGEST_PAGE);
    let (start, empty) = match params.get("after") {
        None => (0, false),
        Some(cursor) => position(cursor).ok_or_else(|| GraphError::parameter("Invalid cursor"))?,
    };
    Window { start, limit, empty }.page(caller, items, path, gap, show)
}

/// Which part of a list a page shows.
struct Window {
    start: usize,
    limit: usize,
    empty: bool,
}

impl Window {
    /// The page, whose `next` carries the token of the call.
    fn page<T>(
        &self,
        caller: &Caller,
        items: &[T],
        path: &str,
        gap: bool,
        show: impl Fn(&T) -> Result<Map<String, Value>, GraphError>,
    ) -> Result<Value, GraphError> {
        let &Self { start, limit, empty } = self;
        let rest = items.get(start..).unwrap_or_default();
        let shown = &rest[..rest.len().min(if empty { 0 } else { limit })];
        let data: Result<Vec<_>, _> = shown.iter().map(show).collect();
        let end = start + shown.len();
        let mut answer = json!({ "data": data? });
        if end < items.len() {
            let after = URL_SAFE_NO_PAD.encode(format!("{end}:{}", gap && start == 0 && !empty));
            let next = format!(
                "https://graph.instagram.com/v25.0/{path}?access_token={}&platform=instagram&limit={limit}&after={after}",
                caller.token
            );
            answer["paging"] = json!({ "cursors": { "after": after }, "next": next });
        } else if !shown.is_empty() {
            let after = URL_SAFE_NO_PAD.encode(format!("{end}:false"));
            answer["paging"] = json!({ "cursors": { "after": after } });
        }
        Ok(answer)
    }
}

fn position(cursor: &str) -> Option<(usize, bool)> {
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
    let (start, empty) = text.split_once(':')?;
    Some((start.parse().ok()?, empty.parse().ok()?))
}
