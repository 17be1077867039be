//! Comparing the history with Instagram's own conversations, and closing the gap.

use jiff::Timestamp;
use serde::Serialize;
use zeroize::Zeroizing;

use super::fetch;
use super::remote::{Pages, Reader, when};
use super::{OpsError, Services};
use crate::domain::account::Account;
use crate::domain::event::{Direction, Event, EventKind};
use crate::graph::conversations::{ListedMessage, RemoteConversation, time};
use crate::store::reconcile::{Import, Seen, Standing};
use crate::webhook::key;

/// Events that are put into the index by person before anything is looked up in it.
const LISTED: u32 = 100_000;

/// Numbers of a comparison.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Numbers {
    /// Messages that Instagram has.
    pub messages: u64,
    /// Of these, those that the store has not.
    pub missing: u64,
    /// Of the missing ones, those of which Instagram tells nothing but that they are there: they
    /// are not among the 20 newest of their conversation, or were deleted.
    pub unreadable: u64,
    /// Of the missing ones, those that were taken in.
    pub imported: u64,
    /// Sends of unknown outcome that have arrived.
    pub unsettled: u64,
    /// Of these, those whose outcome is known now.
    pub settled: u64,
    /// Messages that are not there because their person was purged.
    pub purged: u64,
}

impl Numbers {
    /// How much differs still.
    pub fn open(&self) -> u64 {
        self.missing - self.imported + self.unsettled - self.settled
    }

    fn has_gap(&self) -> bool {
        self.missing + self.unsettled > 0
    }

    fn add(&mut self, other: &Self) {
        self.messages += other.messages;
        self.missing += other.missing;
        self.unreadable += other.unreadable;
        self.imported += other.imported;
        self.unsettled += other.unsettled;
        self.settled += other.settled;
        self.purged += other.purged;
    }
}

/// What differs in one conversation.
#[derive(Debug, Clone, Serialize)]
pub struct Gap {
    /// The person.
    pub conversation_id: Option<String>,
    /// What they are called.
    pub username: Option<String>,
    /// How much.
    #[serde(flatten)]
    pub numbers: Numbers,
}

/// What was found, and done.
#[derive(Debug, Clone, Serialize)]
pub struct Reconciled {
    /// The account.
    pub account_id: String,
    /// From when on.
    pub since: Timestamp,
    /// Whether the gap was to be closed.
    pub fix: bool,
    /// Conversations that were compared.
    pub conversations: u64,
    /// All of them together.
    #[serde(flatten)]
    pub numbers: Numbers,
    /// Those in which something differs.
    pub gaps: Vec<Gap>,
}

/// Compares what the store has of an account since a time with what Instagram has; with `fix` it
/// takes in what is missing and settles sends that have arrived.
///
/// What is taken in waits for no bot, and a delivery that brings it later is its duplicate. `observe`
/// is told how many conversations were compared.
///
/// # Errors
/// Instagram, or the store; what was fixed until then is.
pub async fn reconcile(
    services: &Services,
    account: &Account,
    since: Timestamp,
    fix: bool,
    observe: impl Fn(u64),
) -> Result<Reconciled, OpsError> {
    services.store.list_events(LISTED).await?;
    let reader = Reader::new(services, account).await?;
    let mut found = Reconciled {
        account_id: account.account_id.to_string(),
        since,
        fix,
        conversations: 0,
        numbers: Numbers::default(),
        gaps: Vec::new(),
    };
    let mut pages = Pages::default();
    while let Some(page) = reader.next(&mut pages).await? {
        let old = |it: &RemoteConversation| {
            it.updated_time.as_deref().and_then(time).is_some_and(|at| at < since)
        };
        for conversation in page.iter().filter(|it| !old(it)) {
            let numbers = compare(&reader, conversation, since, fix).await?;
            found.conversations += 1;
            found.numbers.add(&numbers);
            if numbers.has_gap() {
                let view = reader.view(conversation);
                let (conversation_id, username) = (view.conversation_id, view.username);
                found.gaps.push(Gap { conversation_id, username, numbers });
            }
            observe(found.conversations);
        }
        // The newest come first.
        if !page.is_empty() && page.iter().all(old) {
            break;
        }
    }
    Ok(found)
}

async fn compare(
    reader: &Reader<'_>,
    conversation: &RemoteConversation,
    since: Timestamp,
    fix: bool,
) -> Result<Numbers, OpsError> {
    let store = &reader.services.store;
    let messages = reader.messages_of(conversation, since, usize::MAX).await?;
    let mut numbers = Numbers { messages: messages.len() as u64, ..Numbers::default() };
    let seen = messages.iter().map(|it| seen(reader, conversation, it)).collect();
    let standings = store.standing(reader.account.ids(), seen).await?;
    let mut imports = Vec::new();
    for (message, standing) in messages.iter().zip(standings) {
        match standing {
            Standing::Known => {}
            Standing::Purged => numbers.purged += 1,
            Standing::Unsettled(row) => {
                numbers.unsettled += 1;
                let now = reader.services.clock.now();
                if fix && store.settle_sent(row, &message.id, now).await? {
                    numbers.settled += 1;
                }
            }
            Standing::Missing => {
                numbers.missing += 1;
                match import(reader, conversation, message) {
                    Some(import) => imports.push(import),
                    None => numbers.unreadable += 1,
                }
            }
        }
    }
    if fix && !imports.is_empty() {
        let wanted = imports.len() as u64;
        store.import(imports, reader.services.clock.now()).await?;
        // What was not taken in has come by itself meanwhile.
        numbers.imported = wanted;
    }
    Ok(numbers)
}

/// The person of a conversation, from whatever says it.
fn person(
    reader: &Reader<'_>,
    conversation: &RemoteConversation,
    message: &ListedMessage,
) -> Option<String> {
    let ends = message.from.iter().chain(&message.to.data);
    let in_message = ends.into_iter().find(|it| !reader.is_account(it));
    reader.person(conversation).or(in_message).map(|person| person.id.clone())
}

fn seen(reader: &Reader<'_>, conversation: &RemoteConversation, message: &ListedMessage) -> Seen {
    let sent = message.from.as_ref().filter(|from| reader.is_account(from));
    Seen {
        mid: message.id.clone(),
        at: when(message).unwrap_or_else(|| reader.services.clock.now()),
        person: person(reader, conversation, message).unwrap_or_default(),
        sent: sent.map(|_| message.message.message.clone().filter(|text| !text.is_empty())),
    }
}

/// The event that a delivery of the message would have been; `None` if Instagram does not tell
/// enough of it.
fn import(
    reader: &Reader<'_>,
    conversation: &RemoteConversation,
    message: &ListedMessage,
) -> Option<Import> {
    let (from, at) = (message.from.as_ref()?, when(message)?);
    let person = person(reader, conversation, message)?;
    let account_id = reader.account.account_id.to_string();
    let (direction, sender_id, recipient_id) = match reader.is_account(from) {
        true => (Direction::Sent, account_id.clone(), person),
        false => (Direction::Received, person, account_id.clone()),
    };
    let event = Event {
        key: key::of_import(&account_id, &message.id, at),
        object: "instagram".to_owned(),
        account_id,
        kind: EventKind::Message,
        direction,
        sender_id: Some(sender_id),
        recipient_id: Some(recipient_id),
        mid: Some(message.id.clone()),
        timestamp: Some(at),
        standby: false,
        test: false,
        text: None,
        unfetched: false,
        raw: message.raw.clone(),
    };
    let content = serde_json::to_string(&fetch::content(message.message.clone())).ok()?;
    Some(Import { event, content: Zeroizing::new(content) })
}
