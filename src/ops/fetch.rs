//! Reading a message that came without its content (reference 8.5, edit with the number 0).

use std::time::Duration;

use jiff::SignedDuration;
use serde_json::json;
use zeroize::Zeroizing;

use super::remote::in_turn;
use super::send::says_nothing_of_the_message;
use super::{OpsError, Services};
use crate::domain::account::Account;
use crate::domain::event::OWN;
use crate::domain::id::IgScopedId;
use crate::graph::class::ErrorClass;
use crate::graph::conversations::RemoteMessage;
use crate::store::settle::Settled;
use crate::webhook::content::EventContent;

/// Asks Instagram for the message and says how its event goes on.
///
/// # Errors
/// Only what time may heal.
pub(super) async fn fetch(
    services: &Services,
    account: &Account,
    mid: &str,
    patience: Duration,
) -> Result<Settled, OpsError> {
    let token = services.token(account).await?;
    let patience = SignedDuration::try_from(patience).unwrap_or(SignedDuration::MAX);
    let call = services.graph.message(&token, mid);
    let message = match in_turn(services, account, patience, call).await {
        Ok(message) => message,
        Err(error) => return refused(error),
    };
    let from = message.from.as_ref().and_then(|from| from.id.parse::<IgScopedId>().ok());
    let Some(sender_id) = from else {
        return Ok(Settled::Ignored { reason: "nobody to answer" });
    };
    if account.answers_to(sender_id.as_str()) {
        // Whoever answers themselves never ends.
        return Ok(Settled::Ignored { reason: OWN });
    }
    match serde_json::to_string(&content(message)) {
        Ok(content) => Ok(Settled::Fetched { sender_id, content: Zeroizing::new(content) }),
        Err(error) => Ok(Settled::Failed { reason: error.to_string() }),
    }
}

fn refused(error: OpsError) -> Result<Settled, OpsError> {
    use ErrorClass::{MessageGone, ObjectMissing, Temporary};
    let OpsError::Account { source, .. } = &error else { return Err(error) };
    match source.class() {
        Some(MessageGone | ObjectMissing) => {
            Ok(Settled::Ignored { reason: "Instagram does not have the message any more" })
        }
        None | Some(Temporary) => Err(error),
        Some(_) if says_nothing_of_the_message(source) => Err(error),
        Some(_) => Ok(Settled::Failed { reason: source.to_string() }),
    }
}

/// What a delivery would have said of the message: a story stands elsewhere there (reference 8.5).
pub(super) fn content(message: RemoteMessage) -> EventContent {
    let of_story = |name: &str| {
        let part = message.story.as_ref()?.get(name)?;
        let url = part.get("link").or(part.get("url"));
        Some(json!({ "id": part.get("id"), "url": url }))
    };
    let reply_to =
        message.reply_to.clone().or(of_story("reply_to").map(|it| json!({ "story": it })));
    let mention = of_story("mention")
        .map(|it| json!({ "type": "story_mention", "payload": { "url": it["url"] } }));
    let lists = [message.attachments, message.shares];
    let attachments = lists.into_iter().flatten().flat_map(|list| list.data);
    EventContent {
        text: message.message.filter(|text| !text.is_empty()),
        attachments: attachments.chain(mention).collect(),
        reply_to,
        unsupported: message.is_unsupported.unwrap_or_default(),
        ..EventContent::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_stands_where_a_delivery_would_have_it() {
        let reply = include_str!("../../tests/data/graph/message_story_reply.json");
        let mention = r#"{"id":"m","story":{"mention":{"id":"7","link":"https://a.example/s"}}}"#;
        let content = |text| content(serde_json::from_str(text).unwrap());
        let reply = content(reply).reply_to.unwrap();
        assert_eq!(reply["story"]["id"], "58673386488159884");
        assert!(reply["story"]["url"].as_str().unwrap().starts_with("https://lookaside."));
        let mention = content(mention);
        assert_eq!(mention.reply_to, None);
        let expected =
            json!({ "type": "story_mention", "payload": { "url": "https://a.example/s" } });
        assert_eq!(mention.attachments, [expected]);
    }
}
