//! Conversations as Instagram keeps them (reference 7).

use serde::Deserialize;
use serde_json::Value;

use super::GraphError;
use super::subscriptions::Listed;
use super::transport::{Graph, authorized};
use crate::domain::token::LongLivedToken;

/// Where a list goes on. `next` is not read: it carries the token.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Paging {
    /// Cursors of the page.
    #[serde(default)]
    pub cursors: Cursors,
}

/// Cursors; not to be stored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Cursors {
    /// Where the next page begins.
    pub after: Option<String>,
}

/// One page of conversations.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ConversationPage {
    /// The conversations; a page may be short or empty and still not be the last.
    pub data: Vec<RemoteConversation>,
    /// Where it goes on.
    #[serde(default)]
    pub paging: Paging,
}

/// A conversation.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct RemoteConversation {
    /// Instagram's id for it.
    pub id: String,
    /// Its last change, with an offset of `+0000` (no RFC 3339).
    pub updated_time: Option<String>,
}

/// The messages of one conversation.
#[derive(Deserialize)]
pub struct ConversationMessages {
    /// The messages, newest first; details only for the 20 newest.
    pub messages: Listed<RemoteMessage>,
}

/// A message as Instagram keeps it.
#[derive(Clone, PartialEq, Deserialize)]
pub struct RemoteMessage {
    /// Its `mid`.
    pub id: String,
    /// When it was sent, with an offset of `+0000` (no RFC 3339).
    pub created_time: Option<String>,
    /// Who sent it.
    pub from: Option<Participant>,
    /// Its text.
    pub message: Option<String>,
    /// The story it replies to, as Instagram wrote it.
    pub story: Option<Value>,
    /// The message it replies to, as Instagram wrote it.
    pub reply_to: Option<Value>,
    /// Pictures and the like, as Instagram wrote them.
    pub attachments: Option<Listed<Value>>,
    /// Shared posts, as Instagram wrote them.
    pub shares: Option<Listed<Value>>,
    /// Instagram says the message cannot be shown through the API.
    pub is_unsupported: Option<bool>,
}

/// Somebody in a conversation: the account by its account id, a person by their scoped id.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Participant {
    /// The id.
    pub id: String,
    /// The handle.
    pub username: Option<String>,
}

impl Graph {
    /// One message by its `mid`.
    ///
    /// # Errors
    /// Deleted ones, and older ones than the 20 newest, are [`ErrorClass::MessageGone`].
    ///
    /// [`ErrorClass::MessageGone`]: super::class::ErrorClass::MessageGone
    pub async fn message(
        &self,
        token: &LongLivedToken,
        mid: &str,
    ) -> Result<RemoteMessage, GraphError> {
        let fields =
            "id,created_time,from,to,message,attachments,shares,story,reply_to,is_unsupported";
        let request = self.get(self.url(&[mid])).query(&[("fields", fields)]);
        self.call(authorized(request, &token.0)).await
    }

    /// A page of conversations, newest first, from `after` on.
    ///
    /// # Errors
    /// As for every call; Instagram allows two of them a second.
    pub async fn conversations(
        &self,
        token: &LongLivedToken,
        after: Option<&str>,
    ) -> Result<ConversationPage, GraphError> {
        let mut request = self
            .get(self.url(&["me", "conversations"]))
            .query(&[("platform", "instagram"), ("fields", "id,updated_time")]);
        if let Some(after) = after {
            request = request.query(&[("after", after)]);
        }
        self.call(authorized(request, &token.0)).await
    }

    /// The newest messages of a conversation.
    ///
    /// # Errors
    /// As for every call; Instagram allows two of them a second.
    pub async fn conversation_messages(
        &self,
        token: &LongLivedToken,
        conversation: &str,
    ) -> Result<Vec<RemoteMessage>, GraphError> {
        let fields = "messages{id,created_time,from,to,message}";
        let request = self.get(self.url(&[conversation])).query(&[("fields", fields)]);
        let answer: ConversationMessages = self.call(authorized(request, &token.0)).await?;
        Ok(answer.messages.data)
    }
}
