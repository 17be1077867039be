//! Conversations as Instagram keeps them (reference 7).

use jiff::Timestamp;
use jiff::fmt::strtime;
use serde::Deserialize;
use serde::de::Deserializer;
use serde_json::Value;
use serde_json::value::RawValue;

use super::paging::{PageStart, Paging, Written, each, readable};
use super::subscriptions::Listed;
use super::transport::{Answered, Graph, authorized};
use crate::domain::id::IgScopedId;
use crate::domain::message::MessageKind;
use crate::domain::token::LongLivedToken;

/// Conversations and messages asked for at once; a page may hold fewer all the same.
const PAGE: &str = "100";

/// What is asked for of each message.
const MESSAGE: &str =
    "id,created_time,from,to,message,attachments,shares,story,reply_to,is_unsupported";

/// One page of conversations.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(from = "Written")]
pub struct ConversationPage {
    /// The conversations; a page may be short or empty and still not be the last.
    pub data: Vec<RemoteConversation>,
    /// How many more there are whose shape cannot be read.
    pub unreadable: u64,
    /// Where it goes on.
    pub paging: Paging,
}

impl From<Written> for ConversationPage {
    fn from(Written { data, paging }: Written) -> Self {
        let (data, unreadable) = readable(&data);
        Self { data, unreadable, paging }
    }
}

/// A conversation.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct RemoteConversation {
    /// Instagram's id for it.
    pub id: String,
    /// Its last change, with an offset of `+0000` (no RFC 3339); see [`time`].
    pub updated_time: Option<String>,
    /// The account and the person.
    #[serde(default)]
    pub participants: Participants,
    /// Its newest messages, if they were asked for.
    pub messages: Option<MessagePage>,
}

/// Who is in a conversation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Participants {
    /// They.
    #[serde(default, deserialize_with = "each")]
    pub data: Vec<Participant>,
}

/// The messages of one conversation.
#[derive(Deserialize)]
pub struct ConversationMessages {
    /// The messages, newest first; details only for the 20 newest.
    pub messages: MessagePage,
}

/// One page of messages, newest first.
#[derive(Clone, Default, PartialEq, Deserialize)]
#[serde(from = "Written")]
pub struct MessagePage {
    /// The messages; only the 20 newest of a conversation say more than id and time, and one of
    /// another shape than expected is as if it were older.
    pub data: Vec<ListedMessage>,
    /// How many more there are of which not even the id can be read.
    pub unreadable: u64,
    /// Where it goes on.
    pub paging: Paging,
}

impl From<Written> for MessagePage {
    fn from(Written { data, paging }: Written) -> Self {
        let (data, unreadable) = readable(&data);
        Self { data, unreadable, paging }
    }
}

/// Shows the number only: what is said must not reach a log.
impl std::fmt::Debug for MessagePage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MessagePage({})", self.data.len())
    }
}

/// A message of a list.
#[derive(Clone, PartialEq)]
pub struct ListedMessage {
    /// What it says.
    pub message: RemoteMessage,
    /// All of it, as Instagram wrote it.
    pub raw: String,
}

impl<'de> Deserialize<'de> for ListedMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let message = serde_json::from_str(raw.get())
            .or_else(|_| serde_json::from_str::<Bare>(raw.get()).map(RemoteMessage::from))
            .map_err(serde::de::Error::custom)?;
        Ok(Self { message, raw: raw.get().to_owned() })
    }
}

/// What is left of a message whose details have another shape than expected.
#[derive(Deserialize)]
struct Bare {
    id: String,
    created_time: Option<Value>,
}

impl From<Bare> for RemoteMessage {
    fn from(Bare { id, created_time }: Bare) -> Self {
        let created_time = created_time.and_then(|time| time.as_str().map(str::to_owned));
        Self { id, created_time, ..Self::default() }
    }
}

impl std::ops::Deref for ListedMessage {
    type Target = RemoteMessage;

    fn deref(&self) -> &RemoteMessage {
        &self.message
    }
}

/// A message as Instagram keeps it.
#[derive(Clone, Default, PartialEq, Deserialize)]
pub struct RemoteMessage {
    /// Its `mid`.
    pub id: String,
    /// When it was sent, with an offset of `+0000` (no RFC 3339).
    pub created_time: Option<String>,
    /// Who sent it; nobody where there are no details.
    pub from: Option<Participant>,
    /// Who got it.
    #[serde(default)]
    pub to: Participants,
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

impl RemoteMessage {
    /// Of which kind a sent message without a text is, in the words of
    /// [`MessageKind`]; `None` if it does not say.
    ///
    /// Attachments name their kind as in an echo, or by the member that holds them, or by their
    /// MIME type. The reference does not settle on one.
    pub fn kind(&self) -> Option<&'static str> {
        if self.shares.as_ref().is_some_and(|list| !list.data.is_empty()) {
            return Some(MessageKind::Post.as_str());
        }
        let first = self.attachments.as_ref()?.data.first()?;
        let word = |name: &str| first[name].as_str().unwrap_or_default();
        let kind = MessageKind::of_attachment(word("type")).or_else(|| {
            let image = &first["image_data"];
            Some(match word("mime_type").split('/').next() {
                _ if first["generic_template"].is_object() => MessageKind::Template,
                _ if image["render_as_sticker"] == true => MessageKind::Sticker,
                _ if image.is_object() => MessageKind::Image,
                _ if first["video_data"].is_object() => MessageKind::Video,
                Some("image") => MessageKind::Image,
                Some("video") => MessageKind::Video,
                Some("audio") => MessageKind::Audio,
                Some("application" | "text") => MessageKind::File,
                _ => return None,
            })
        });
        kind.map(MessageKind::as_str)
    }
}

/// Somebody in a conversation: the account by its account id, a person by their scoped id.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Participant {
    /// The id.
    #[serde(deserialize_with = "id")]
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
    pub async fn message(&self, token: &LongLivedToken, mid: &str) -> Answered<RemoteMessage> {
        let request = self.get(self.url(&[mid])).query(&[("fields", MESSAGE)]);
        self.call_and_note(authorized(request, &token.0)).await
    }

    /// A page of conversations, newest first, from `start` on, or the one with a person; with their
    /// newest messages if these are wanted.
    ///
    /// Instagram allows two such calls a second.
    pub async fn conversations(
        &self,
        token: &LongLivedToken,
        start: Option<&PageStart>,
        person: Option<&IgScopedId>,
        messages: bool,
    ) -> Answered<ConversationPage> {
        let fields = "id,updated_time,participants".to_owned();
        let fields = if messages { format!("{fields},messages{{{MESSAGE}}}") } else { fields };
        let mut url = self.url(&["me", "conversations"]);
        url.query_pairs_mut().extend_pairs([
            ("platform", "instagram"),
            ("limit", PAGE),
            ("fields", &fields),
        ]);
        if let Some(person) = person {
            url.query_pairs_mut().append_pair("user_id", person.as_str());
        }
        if let Some(start) = start {
            start.add_to(&mut url);
        }
        self.call_and_note(authorized(self.get(url), &token.0)).await
    }

    /// The newest messages of a conversation.
    ///
    /// Instagram allows two such calls a second.
    pub async fn conversation_messages(
        &self,
        token: &LongLivedToken,
        conversation: &str,
    ) -> Answered<ConversationMessages> {
        let fields = format!("messages{{{MESSAGE}}}");
        let request = self.get(self.url(&[conversation])).query(&[("fields", fields)]);
        self.call_and_note(authorized(request, &token.0)).await
    }

    /// Older messages of a conversation, from `start` on: ids and times.
    ///
    /// Instagram allows two such calls a second.
    pub async fn older_messages(
        &self,
        token: &LongLivedToken,
        conversation: &str,
        start: &PageStart,
    ) -> Answered<MessagePage> {
        let mut url = self.url(&[conversation, "messages"]);
        let asked = [("fields", "id,created_time,from,to"), ("limit", PAGE)];
        url.query_pairs_mut().extend_pairs(asked);
        start.add_to(&mut url);
        self.call_and_note(authorized(self.get(url), &token.0)).await
    }
}

/// Reads a time of a list: `2022-07-12T19:11:07+0000`, or RFC 3339 should that ever come.
pub fn time(text: &str) -> Option<Timestamp> {
    strtime::parse("%Y-%m-%dT%H:%M:%S%z", text)
        .and_then(|time| time.to_timestamp())
        .or_else(|_| text.parse())
        .ok()
}

/// An id, which may come as a number.
fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Ok(IgScopedId::deserialize(deserializer)?.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_of_another_shape_hides_no_other() {
        let body = r#"{"data":[7,{"id":"a","participants":{"data":[{"id":17841499990000001},
            {"username":"nobody"}]}},{"id":null},{"id":"b"}]}"#;
        let page: ConversationPage = serde_json::from_str(body).unwrap();
        let ids: Vec<_> = page.data.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["a", "b"]);
        assert_eq!(page.unreadable, 2);
        assert_eq!(page.data[0].participants.data[0].id, "17841499990000001");
    }

    #[test]
    fn a_message_of_another_shape_keeps_its_id_and_one_without_is_counted() {
        let body = r#"{"data":[{"id":"a","created_time":"2022-07-12T19:11:07+0000","from":7,
            "message":{"text":"x"}},{"id":"b","created_time":3,"to":"?"},{"created_time":"?"},7]}"#;
        let page: MessagePage = serde_json::from_str(body).unwrap();
        let read: Vec<_> =
            page.data.iter().map(|it| (it.id.as_str(), it.created_time.is_some())).collect();
        assert_eq!((read, page.unreadable), (vec![("a", true), ("b", false)], 2));
        assert!(page.data[0].from.is_none() && page.data[0].message.message.is_none());
    }

    #[test]
    fn the_kind_of_a_sent_message_is_told_by_what_it_carries() {
        for (carried, kind) in [
            (r#""attachments":{"data":[{"type":"image","payload":{}}]}"#, Some("image")),
            (r#""attachments":{"data":[{"type":"like_heart"}]}"#, Some("sticker")),
            (r#""attachments":{"data":[{"image_data":{"url":"x"}}]}"#, Some("image")),
            (r#""attachments":{"data":[{"video_data":{"url":"x"}}]}"#, Some("video")),
            (r#""attachments":{"data":[{"mime_type":"audio/mp4"}]}"#, Some("audio")),
            (r#""attachments":{"data":[{"generic_template":{}}]}"#, Some("template")),
            (r#""shares":{"data":[{"link":"x"}]}"#, Some("post")),
            (r#""attachments":{"data":[{"type":"new"}]}"#, None),
            (r#""attachments":{"data":[]}"#, None),
            (r#""message":"words""#, None),
        ] {
            let message: RemoteMessage =
                serde_json::from_str(&format!(r#"{{"id":"a",{carried}}}"#)).unwrap();
            assert_eq!(message.kind(), kind, "{carried}");
        }
    }

    #[test]
    fn times_without_a_colon_are_read() {
        let expected = "2022-07-12T19:11:07Z".parse().ok();
        for text in ["2022-07-12T19:11:07+0000", "2022-07-12T19:11:07Z", "2022-07-12T21:11:07+0200"]
        {
            assert_eq!(time(text), expected, "{text}");
        }
        assert_eq!(time("yesterday"), None);
    }
}
