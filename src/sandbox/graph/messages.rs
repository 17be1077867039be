//! `POST /me/messages`: sending, and what is refused (reference 6).

use axum::http::{Method, StatusCode};
use serde_json::{Map, Value, json};

use super::body::{self, Content, Outbound, Recipient};
use super::{Caller, attachment};
use crate::sandbox::answer::GraphError;
use crate::sandbox::customers::{Direction, LONG_WINDOW, Message};
use crate::sandbox::params::{Encoding, Params};
use crate::sandbox::world::{World, within};

/// A word for the log: what the body tries to send.
pub(super) fn action(params: &Params) -> &str {
    let body = params.json.as_ref().unwrap_or(&Value::Null);
    let message = &body["message"];
    if let Some(action) = body["sender_action"].as_str() {
        return action;
    }
    if body["recipient"].get("comment_id").is_some() {
        return "private_reply";
    }
    if message["text"].is_string() {
        return "text";
    }
    message["attachment"]["type"].as_str().unwrap_or("attachments")
}

/// Delivers a message or an action to a customer.
pub(super) fn send(
    world: &mut World,
    caller: &Caller,
    method: &Method,
    params: &Params,
) -> Result<Value, GraphError> {
    let outbound = body::parse(json_body(caller, method, params)?)?;
    if let Content::Message { attachments, .. } = &outbound.content {
        check_uploads(world, caller, attachments.as_ref())?;
    }
    let customer = match &outbound.recipient {
        Recipient::Person(id) => reachable(world, caller, id, outbound.human_agent)?,
        Recipient::Comment(id) => return private_reply(world, caller, id, &outbound),
    };
    match &outbound.content {
        Content::Action { name, target, reaction } => {
            act(world, caller, &customer, name, target.as_deref(), reaction.as_deref())?;
            Ok(json!({ "recipient_id": customer }))
        }
        Content::Message { .. } => Ok(write(world, caller, &customer, &outbound)),
    }
}

/// `POST /me/message_attachments`: an attachment to be sent later by its id.
pub(super) fn upload(
    world: &mut World,
    caller: &Caller,
    method: &Method,
    params: &Params,
) -> Result<Value, GraphError> {
    let message = match params.encoding {
        Encoding::Multipart => {
            permitted(caller, method)?;
            params.get("message").and_then(|text| serde_json::from_str(text).ok())
        }
        _ => json_body(caller, method, params)?.get("message").cloned(),
    };
    let attachment = message.unwrap_or_default()["attachment"].clone();
    let file = params.files.iter().find(|(name, _)| name == "filedata");
    match file {
        Some((_, bytes)) => attachment::check_file(&attachment, bytes)?,
        None => attachment::check_media(&attachment)?,
    }
    let id = format!("1790001{:010}", world.next_serial());
    let kind = attachment["type"].as_str().unwrap_or_default().to_owned();
    world.uploads.insert(id.clone(), (caller.account.clone(), kind));
    Ok(json!({ "attachment_id": id }))
}

/// Refuses ids of uploads that this account has not made, or has made as another type.
fn check_uploads(
    world: &World,
    caller: &Caller,
    attachments: Option<&Value>,
) -> Result<(), GraphError> {
    for attachment in attachments.and_then(Value::as_array).into_iter().flatten() {
        let Some(id) = attachment["payload"]["attachment_id"].as_str() else { continue };
        let made = world.uploads.get(id);
        let made =
            made.filter(|(owner, kind)| *owner == caller.account && attachment["type"] == **kind);
        if made.is_none() {
            return Err(GraphError::parameter("Param attachment_id is not a valid attachment"));
        }
    }
    Ok(())
}

fn json_body<'a>(
    caller: &Caller,
    method: &Method,
    params: &'a Params,
) -> Result<&'a Map<String, Value>, GraphError> {
    permitted(caller, method)?;
    let body = params.json.as_ref().and_then(Value::as_object);
    body.filter(|_| params.encoding == Encoding::Json)
        .ok_or_else(|| GraphError::parameter("The body must be a JSON object"))
}

fn permitted(caller: &Caller, method: &Method) -> Result<(), GraphError> {
    if method != Method::POST {
        return Err(GraphError::unsupported_method(method));
    }
    if !caller.may("instagram_business_manage_messages") {
        let message =
            "(#200) Requires instagram_business_manage_messages permission to manage the object";
        return Err(GraphError::new(200, message).oauth().status(StatusCode::FORBIDDEN));
    }
    Ok(())
}

/// A customer of this account whose messaging window is open.
fn reachable(
    world: &mut World,
    caller: &Caller,
    id: &str,
    human_agent: bool,
) -> Result<String, GraphError> {
    let now = world.now();
    if human_agent && !world.switches.human_agent {
        let message = "(#10) To use 'Human Agent', your use of this endpoint must be reviewed and approved by Facebook";
        return Err(GraphError::new(10, message).oauth().status(StatusCode::FORBIDDEN));
    }
    let Some(customer) = world.customer_of(&caller.account, id) else {
        return Err(GraphError::new(100, "The requested user cannot be found.").subcode(2_534_014));
    };
    if customer.window_open(now, human_agent) {
        return Ok(id.to_owned());
    }
    Err(GraphError::new(10, "This message is sent outside of allowed window.")
        .subcode(2_534_022)
        .status(StatusCode::FORBIDDEN))
}

/// One reply per comment within 7 days; the window stays closed until the person answers.
fn private_reply(
    world: &mut World,
    caller: &Caller,
    id: &str,
    outbound: &Outbound,
) -> Result<Value, GraphError> {
    let now = world.now();
    let account = &caller.account;
    let invalid =
        || GraphError::new(100, "The comment is not valid for a private reply").subcode(2_534_025);
    let comment = world.comments.get_mut(id).ok_or_else(invalid)?;
    let customer = comment.customer.clone();
    let fresh = within(Some(comment.time), now, LONG_WINDOW);
    let foreign =
        world.customers.get(&customer).is_none_or(|customer| customer.account != *account);
    if foreign || !fresh || matches!(outbound.content, Content::Action { .. }) {
        return Err(invalid());
    }
    if std::mem::replace(&mut comment.answered, true) {
        return Err(GraphError::new(-1, "The comment has already been replied to")
            .subcode(2_534_023)
            .status(StatusCode::INTERNAL_SERVER_ERROR));
    }
    Ok(write(world, caller, &customer, outbound))
}

/// Puts a message into the conversation and sends its echo.
fn write(world: &mut World, caller: &Caller, customer: &str, outbound: &Outbound) -> Value {
    let now = world.now();
    let mid = world.opaque_id("IGMessageID", &caller.account, customer);
    world.owners.insert(mid.clone(), customer.to_owned());
    let mut message = Message::new(mid.clone(), Direction::Sent, now);
    let mut echo = json!({ "mid": mid, "is_echo": true });
    if let Content::Message { text, attachments, quick_replies } = &outbound.content {
        if let Some(text) = text {
            echo["text"] = json!(text);
        }
        if let Some(attachments) = attachments {
            echo["attachments"] = attachments.clone();
        }
        message.text = text.clone();
        message.quick_replies = quick_replies.clone();
        message.attachments = attachments.clone();
    }
    if let Some(reply_to) = &outbound.reply_to {
        echo["reply_to"] = reply_to.clone();
        message.reply_to = Some(reply_to.clone());
    }
    if let Some(customer) = world.customers.get_mut(customer) {
        customer.messages.push(message);
        customer.set_typing(now, false);
    }
    let event = json!({
        "sender": { "id": caller.account },
        "recipient": { "id": customer },
        "timestamp": now.as_millisecond(),
        "message": echo,
    });
    world.emit(&caller.account, "messages", event);
    json!({ "recipient_id": customer, "message_id": mid })
}

fn act(
    world: &mut World,
    caller: &Caller,
    customer: &str,
    name: &str,
    target: Option<&str>,
    reaction: Option<&str>,
) -> Result<(), GraphError> {
    let now = world.now();
    let Some(customer) = world.customer_of(&caller.account, customer) else {
        return Ok(());
    };
    match name {
        "mark_seen" => customer.seen = Some(now),
        "typing_on" => customer.set_typing(now, true),
        "typing_off" => customer.set_typing(now, false),
        _ => {
            let message = target.and_then(|mid| customer.message(mid));
            let message = message.ok_or_else(|| {
                GraphError::parameter("Param payload[message_id] is not a valid message")
            })?;
            message.account_reaction = reaction.map(str::to_owned);
        }
    }
    Ok(())
}
