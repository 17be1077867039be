//! Sending (reference 6) and reading single messages (reference 7).

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use url::Url;

use super::GraphError;
use super::transport::{Graph, authorized};
use crate::domain::id::IgScopedId;
use crate::domain::message::{OutgoingMessage, SenderAction};
use crate::domain::token::LongLivedToken;

/// The answer to a send.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Receipt {
    /// The person, as Instagram repeats it.
    pub recipient_id: Option<String>,
    /// The `mid` that the echo will carry.
    pub message_id: Option<String>,
    /// What self messages call it (reference 6).
    pub id: Option<String>,
}

impl Receipt {
    /// The message's id, under whichever name it came.
    pub fn mid(self) -> Option<String> {
        self.message_id.or(self.id)
    }
}

/// The answer to a sender action.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ActionReceipt {
    /// The person, as Instagram repeats it.
    pub recipient_id: Option<String>,
}

/// The answer to an upload.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Upload {
    /// Under which the file can be sent again.
    pub attachment_id: String,
}

/// A request that would be made, without its token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Preview {
    /// `POST`.
    pub method: &'static str,
    /// Where to.
    pub url: Url,
    /// What would be sent.
    pub body: Value,
}

impl Graph {
    /// The request that [`send`](Self::send) would make.
    pub fn preview(&self, recipient: &IgScopedId, message: &OutgoingMessage) -> Preview {
        Preview { method: "POST", url: self.messages_url(), body: body(recipient, message) }
    }

    /// Sends a message once. There is no idempotency key, so the caller must not repeat it blindly.
    ///
    /// # Errors
    /// [`GraphError::leaves_send_open`] tells those after which the message may have arrived.
    pub async fn send(
        &self,
        token: &LongLivedToken,
        recipient: &IgScopedId,
        message: &OutgoingMessage,
    ) -> Result<Receipt, GraphError> {
        self.post_message(token, &body(recipient, message)).await
    }

    /// Shows the person that their message was seen or that an answer is being written.
    ///
    /// # Errors
    /// As for every call.
    pub async fn send_action(
        &self,
        token: &LongLivedToken,
        recipient: &IgScopedId,
        action: SenderAction,
    ) -> Result<ActionReceipt, GraphError> {
        self.post_message(
            token,
            &json!({ "recipient": { "id": recipient }, "sender_action": action }),
        )
        .await
    }

    async fn post_message<T: serde::de::DeserializeOwned>(
        &self,
        token: &LongLivedToken,
        body: &Value,
    ) -> Result<T, GraphError> {
        let request = self.post(self.messages_url()).json(body);
        self.call(authorized(request, &token.0)).await
    }

    fn messages_url(&self) -> Url {
        self.url(&["me", "messages"])
    }
}

fn body(recipient: &IgScopedId, message: &OutgoingMessage) -> Value {
    let message = match message {
        OutgoingMessage::Text(text) => json!({ "text": text }),
    };
    json!({ "recipient": { "id": recipient }, "message": message })
}
