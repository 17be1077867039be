//! The other end of the chat: customers, their conversations, and the events their acts cause.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};

use super::world::{World, within};

/// Time in which an account may answer (reference 6, windows).
const WINDOW: SignedDuration = SignedDuration::from_hours(24);

/// The same for a person who answers by hand under the human agent tag, and for private replies.
pub(super) const LONG_WINDOW: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How long a typing indicator stays without being renewed.
const TYPING: SignedDuration = SignedDuration::from_secs(20);

/// Who wrote a message, seen from the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Direction {
    Received,
    Sent,
}

/// One message of a conversation.
pub(super) struct Message {
    pub mid: String,
    pub direction: Direction,
    pub text: Option<String>,
    /// Attachments as they were sent.
    pub attachments: Option<Value>,
    /// What the customer may tap instead of writing, as it was sent.
    pub quick_replies: Option<Value>,
    pub reply_to: Option<Value>,
    pub time: Timestamp,
    pub deleted: bool,
    pub edits: u32,
    /// The customer's reaction, as an emoji.
    pub customer_reaction: Option<String>,
    /// The account's reaction.
    pub account_reaction: Option<String>,
}

impl Message {
    pub fn new(mid: String, direction: Direction, time: Timestamp) -> Self {
        Self {
            mid,
            direction,
            text: None,
            attachments: None,
            quick_replies: None,
            reply_to: None,
            time,
            deleted: false,
            edits: 0,
            customer_reaction: None,
            account_reaction: None,
        }
    }
}

/// A person as one account sees them, with the conversation between the two.
pub(super) struct Customer {
    pub id: String,
    pub account: String,
    pub username: String,
    pub name: String,
    pub conversation_id: String,
    pub messages: Vec<Message>,
    /// When the person last did something that opens the messaging window.
    pub last_word: Option<Timestamp>,
    /// When the account last marked the conversation as seen.
    pub seen: Option<Timestamp>,
    /// Until when the account shows as typing.
    pub typing_until: Option<Timestamp>,
}

impl Customer {
    pub fn new(
        id: &str,
        account: &str,
        username: &str,
        name: &str,
        conversation_id: String,
    ) -> Self {
        Self {
            id: id.to_owned(),
            account: account.to_owned(),
            username: username.to_owned(),
            name: name.to_owned(),
            conversation_id,
            messages: Vec::new(),
            last_word: None,
            seen: None,
            typing_until: None,
        }
    }

    pub fn message(&mut self, mid: &str) -> Option<&mut Message> {
        self.messages.iter_mut().rev().find(|message| message.mid == mid)
    }

    /// Tells whether the account may write: 24 hours, or 7 days for a human agent.
    pub fn window_open(&self, now: Timestamp, human_agent: bool) -> bool {
        within(self.last_word, now, if human_agent { LONG_WINDOW } else { WINDOW })
    }

    /// Shows the account as typing, or ends that.
    pub fn set_typing(&mut self, now: Timestamp, typing: bool) {
        self.typing_until = typing.then(|| now.saturating_add(TYPING).unwrap_or(now));
    }

    pub fn shows_typing(&self, now: Timestamp) -> bool {
        self.typing_until.is_some_and(|until| now < until)
    }

    /// Tells whether the account has marked the customer's last message as seen.
    pub fn shows_seen(&self) -> bool {
        let mut messages = self.messages.iter().rev();
        let last = messages.find(|message| message.direction == Direction::Received);
        last.is_some_and(|message| self.seen.is_some_and(|seen| seen >= message.time))
    }

    /// Time of the last message.
    pub fn updated(&self) -> Option<Timestamp> {
        self.messages.last().map(|message| message.time)
    }
}

/// A comment under a post, which can be answered privately once.
pub(super) struct Comment {
    pub customer: String,
    pub time: Timestamp,
    pub answered: bool,
}

/// A message that a customer writes; what is not text is copied into the event as it is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Writing {
    /// Account written to; it may be left out, as a customer belongs to one.
    pub account: Option<String>,
    pub text: Option<String>,
    attachments: Option<Value>,
    reply_to: Option<Value>,
    quick_reply: Option<Value>,
    referral: Option<Value>,
    /// Arrives only as an edit with `num_edit` 0, without text or sender (reference 8.5).
    #[serde(default)]
    as_edit: bool,
}

/// Something a customer does beside writing.
#[derive(Deserialize)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Act {
    /// Reacts to a message; without an emoji the reaction is taken back.
    React { mid: String, emoji: Option<String> },
    /// Reads what the account wrote, up to its last message.
    See,
    /// Changes a message of their own.
    Edit { mid: String, text: String },
    /// Takes a message of their own back.
    Delete { mid: String },
    /// Nothing new: Instagram tells of a message of theirs once more, at another time, perhaps as an
    /// edit with `num_edit` 0 (reference 8.5).
    Repeat {
        mid: String,
        #[serde(default)]
        as_edit: bool,
    },
    /// Taps a button, an ice breaker or a menu item.
    Postback { title: String, payload: String },
    /// Follows an `ig.me` link.
    Refer { r#ref: String },
    /// Comments on a post of the account, or on its broadcast.
    Comment {
        text: String,
        #[serde(default)]
        live: bool,
    },
    /// Takes another user name; Instagram tells nobody.
    Rename { username: String },
}

const NO_CUSTOMER: &str = "no such customer";
const NO_MESSAGE: &str = "no such message";

impl World {
    /// A customer writes; returns the message id.
    pub fn write(&mut self, customer: &str, writing: Writing) -> Result<String, &'static str> {
        let now = self.now();
        let account = self.customers.get(customer).ok_or(NO_CUSTOMER)?.account.clone();
        if writing.account.is_some_and(|named| named != account) {
            return Err("the customer belongs to another account");
        }
        let mid = self.opaque_id("IGMessageID", &account, customer);
        self.owners.insert(mid.clone(), customer.to_owned());

        let mut content = json!({ "mid": mid });
        for (key, value) in [
            ("text", writing.text.clone().map(Value::String)),
            ("attachments", writing.attachments.clone()),
            ("reply_to", writing.reply_to.clone()),
            ("quick_reply", writing.quick_reply),
            ("referral", writing.referral),
        ] {
            if let Some(value) = value {
                content[key] = value;
            }
        }
        if let Some(customer) = self.customers.get_mut(customer) {
            let mut message = Message::new(mid.clone(), Direction::Received, now);
            message.text = writing.text;
            message.attachments = writing.attachments;
            message.reply_to = writing.reply_to;
            customer.messages.push(message);
            customer.last_word = Some(now);
        }
        if writing.as_edit {
            self.announce(&account, &mid);
        } else {
            self.customer_event(customer, &account, "messages", "message", content);
        }
        Ok(mid)
    }

    /// A customer does something else; returns the id of what came to be, or of what it was about.
    pub fn act(&mut self, id: &str, act: Act) -> Result<String, &'static str> {
        let now = self.now();
        let customer = self.customers.get_mut(id).ok_or(NO_CUSTOMER)?;
        let account = customer.account.clone();
        let (field, key, about, content) = match act {
            Act::React { mid, emoji } => {
                let message = customer.message(&mid).ok_or(NO_MESSAGE)?;
                let content = match &emoji {
                    Some(emoji) if emoji == "❤️" || emoji == "❤" => {
                        json!({ "mid": mid, "action": "react", "reaction": "love", "emoji": emoji })
                    }
                    Some(emoji) => {
                        json!({ "mid": mid, "action": "react", "reaction": "other", "emoji": emoji })
                    }
                    None => json!({ "mid": mid, "action": "unreact" }),
                };
                message.customer_reaction = emoji;
                ("message_reactions", "reaction", mid, content)
            }
            Act::See => {
                let mut messages = customer.messages.iter().rev();
                let last = messages.find(|message| message.direction == Direction::Sent);
                let mid = last.ok_or(NO_MESSAGE)?.mid.clone();
                let content = json!({ "mid": mid });
                ("messaging_seen", "read", mid, content)
            }
            Act::Edit { mid, text } => {
                let message = own_message(customer, &mid)?;
                message.edits += 1;
                message.text = Some(text.clone());
                let content = json!({ "mid": mid, "text": text, "num_edit": message.edits });
                ("message_edit", "message_edit", mid, content)
            }
            Act::Delete { mid } => {
                own_message(customer, &mid)?.deleted = true;
                let content = json!({ "mid": mid, "is_deleted": true });
                ("messages", "message", mid, content)
            }
            Act::Repeat { mid, as_edit: true } => {
                own_message(customer, &mid)?;
                self.announce(&account, &mid);
                return Ok(mid);
            }
            Act::Repeat { mid, as_edit: false } => {
                let message = own_message(customer, &mid)?;
                let mut content = json!({ "mid": mid, "text": message.text });
                if let Some(attachments) = &message.attachments {
                    content["attachments"] = attachments.clone();
                }
                ("messages", "message", mid, content)
            }
            Act::Postback { title, payload } => {
                customer.last_word = Some(now);
                let mid = self.opaque_id("IGMessageID", &account, id);
                let content = json!({ "mid": mid, "title": title, "payload": payload });
                ("messaging_postbacks", "postback", mid, content)
            }
            Act::Refer { r#ref } => {
                customer.last_word = Some(now);
                let content = json!({ "ref": r#ref, "source": "SHORTLINK", "type": "OPEN_THREAD" });
                ("messaging_referral", "referral", String::new(), content)
            }
            Act::Comment { text, live } => return self.comment(id, &account, text, live),
            Act::Rename { username } => {
                customer.username = username;
                return Ok(id.to_owned());
            }
        };
        self.customer_event(id, &account, field, key, content);
        Ok(about)
    }

    fn comment(
        &mut self,
        id: &str,
        account: &str,
        text: String,
        live: bool,
    ) -> Result<String, &'static str> {
        let username = self.customers.get(id).ok_or(NO_CUSTOMER)?.username.clone();
        let comment_id = format!("1790000{:010}", self.next_serial());
        let comment = Comment { customer: id.to_owned(), time: self.now(), answered: false };
        self.comments.insert(comment_id.clone(), comment);
        let value = json!({
            "id": comment_id,
            "from": { "id": id, "username": username },
            "text": text,
            "media": { "id": "17900000000000001", "media_product_type": "FEED" },
        });
        self.emit_change(account, if live { "live_comments" } else { "comments" }, value);
        Ok(comment_id)
    }

    /// Tells of a new message by an edit with neither its text nor its sender.
    fn announce(&mut self, account: &str, mid: &str) {
        let event = json!({
            "timestamp": self.now().as_millisecond(),
            "message_edit": { "mid": mid, "num_edit": 0 },
        });
        self.emit(account, "message_edit", event);
    }

    /// An event from a customer to the account.
    fn customer_event(
        &mut self,
        customer: &str,
        account: &str,
        field: &'static str,
        key: &str,
        content: Value,
    ) {
        let event = json!({
            "sender": { "id": customer },
            "recipient": { "id": account },
            "timestamp": self.now().as_millisecond(),
            key: content,
        });
        self.emit(account, field, event);
    }
}

/// A message that the customer wrote and not the account.
fn own_message<'a>(customer: &'a mut Customer, mid: &str) -> Result<&'a mut Message, &'static str> {
    customer
        .message(mid)
        .filter(|message| message.direction == Direction::Received)
        .ok_or(NO_MESSAGE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_closes_24_hours_after_the_last_word() {
        let noon = Timestamp::from_second(1_790_000_000).unwrap();
        let mut customer = Customer::new("1", "2", "u", "n", "c".into());
        assert!(!customer.window_open(noon, false));
        customer.last_word = Some(noon);
        assert!(customer.window_open(noon + WINDOW, false));
        let late = noon + WINDOW + SignedDuration::from_millis(1);
        assert!(!customer.window_open(late, false));
        assert!(customer.window_open(late, true));
    }
}
