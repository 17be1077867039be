//! Comparing the history with Instagram's own conversations, and closing the gap.

use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::Serialize;
use zeroize::Zeroizing;

use super::fetch;
use super::remote::{Pages, Reader, is_before, when};
use super::{OpsError, Services};
use crate::domain::account::Account;
use crate::domain::event::{Direction, Event, EventKind};
use crate::domain::time::Time;
use crate::graph::GraphError;
use crate::graph::class::ErrorClass;
use crate::graph::conversations::{ListedMessage, RemoteConversation, time};
use crate::store::arrival::Said;
use crate::store::reconcile::{Import, Seen, Standing};
use crate::webhook::key;

/// Events that are put into the index by person before anything is looked up in it.
const LISTED: u32 = 100_000;

/// How old a message is before it counts as missing: its delivery may still be on its way, and would
/// be a duplicate of what was taken in, which no bot answers.
const SETTLED_AFTER: SignedDuration = SignedDuration::from_mins(10);

/// Numbers of a comparison.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Numbers {
    /// Messages that Instagram has.
    pub messages: u64,
    /// Of these, those that the store has not.
    pub missing: u64,
    /// Of the missing ones, those of which Instagram tells nothing but that they are there: they
    /// are not among the 20 newest of their conversation, were deleted, or have a shape that igbot
    /// cannot read; if that hides even the id, they count as missing.
    pub unreadable: u64,
    /// Of the missing ones, those that were taken in.
    pub imported: u64,
    /// Messages that the store has not, and that are so young that a delivery may still bring them:
    /// left for later.
    pub later: u64,
    /// Messages that are the proof of a send of unknown outcome: it has arrived.
    pub unsettled: u64,
    /// Of these, those whose send is settled now; where several sends fit, none is.
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
        self.later += other.later;
        self.unsettled += other.unsettled;
        self.settled += other.settled;
        self.purged += other.purged;
    }
}

/// What differs in one conversation.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Gap {
    /// The person.
    pub conversation_id: Option<String>,
    /// What they are called.
    pub username: Option<String>,
    /// How much.
    #[serde(flatten)]
    pub numbers: Numbers,
}

/// A conversation that could not be compared, or not to its end.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Failed {
    /// The person.
    pub conversation_id: Option<String>,
    /// What they are called.
    pub username: Option<String>,
    /// What Instagram said.
    pub reason: String,
}

/// What was found, and done.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reconciled {
    /// The account.
    pub account_id: String,
    /// From when on.
    #[schemars(with = "Time")]
    pub since: Timestamp,
    /// Whether the gap was to be closed.
    pub fix: bool,
    /// Conversations that were compared.
    pub conversations: u64,
    /// Conversations of a list whose shape igbot cannot read.
    pub unreadable_conversations: u64,
    /// All of them together.
    #[serde(flatten)]
    pub numbers: Numbers,
    /// Those in which something differs.
    pub gaps: Vec<Gap>,
    /// Those that could not be read.
    pub failed: Vec<Failed>,
    /// Why Instagram was not asked for those behind the last, if it was not.
    pub broke_off: Option<String>,
    /// The same as an error.
    #[serde(skip)]
    pub error: Option<OpsError>,
}

impl Reconciled {
    /// Whether something was not looked at.
    pub fn is_partial(&self) -> bool {
        self.unreadable_conversations > 0 || !self.failed.is_empty() || self.broke_off.is_some()
    }
}

/// Compares what the store has of an account since a time with what Instagram has; with `fix` it
/// takes in what is missing and settles sends that have arrived.
///
/// What is taken in waits for no bot, and a delivery that brings it later is its duplicate; so what is
/// younger than ten minutes is left alone. `observe` is told how many conversations were compared.
///
/// # Errors
/// What Instagram refuses before any message was compared, unless it concerns one conversation
/// alone. What was fixed before an error stays fixed.
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
        unreadable_conversations: 0,
        numbers: Numbers::default(),
        gaps: Vec::new(),
        failed: Vec::new(),
        broke_off: None,
        error: None,
    };
    match compare_all(&reader, &mut found, observe).await {
        Err(error @ (OpsError::Account { .. } | OpsError::CutShort))
            if found.numbers.messages > 0 =>
        {
            found.broke_off = Some(error.cause());
            found.error = Some(error);
        }
        compared => compared?,
    }
    Ok(found)
}

/// Compares one conversation after another; what was found until an error is in `found`.
async fn compare_all(
    reader: &Reader<'_>,
    found: &mut Reconciled,
    observe: impl Fn(u64),
) -> Result<(), OpsError> {
    let (since, fix) = (found.since, found.fix);
    let mut pages = Pages::default();
    while let Some(page) = reader.next(&mut pages).await? {
        let old = |it: &RemoteConversation| {
            it.updated_time.as_deref().and_then(time).is_some_and(|at| at < since)
        };
        for conversation in page.iter().filter(|it| !old(it)) {
            let mut numbers = Numbers::default();
            let compared = compare(reader, conversation, since, fix, &mut numbers).await;
            let view = reader.view(conversation);
            let (conversation_id, username) = (view.conversation_id, view.username);
            found.numbers.add(&numbers);
            if numbers.has_gap() {
                let (conversation_id, username) = (conversation_id.clone(), username.clone());
                found.gaps.push(Gap { conversation_id, username, numbers });
            }
            match compared {
                Ok(()) => found.conversations += 1,
                Err(error) if concerns_one_conversation(&error) => {
                    let reason = error.cause();
                    found.failed.push(Failed { conversation_id, username, reason });
                }
                Err(error) => return Err(error),
            }
            observe(found.conversations);
        }
        found.unreadable_conversations = pages.unreadable;
        // The newest come first.
        if !page.is_empty() && page.iter().all(old) {
            break;
        }
    }
    Ok(())
}

/// Whether Instagram refuses one conversation, for instance for a story in it that was deleted
/// (reference 7), and may well show the others.
fn concerns_one_conversation(error: &OpsError) -> bool {
    let source = match error {
        OpsError::Account { source, .. } => source,
        OpsError::CutShort => return true,
        _ => return false,
    };
    match (source, source.class()) {
        (_, Some(ErrorClass::RateLimited | ErrorClass::Permission | ErrorClass::NoRole)) => false,
        (_, Some(class)) => !class.concerns_account() && !class.may_concern_account(),
        (GraphError::Unreadable { status, .. }, None) => *status < 500,
        (_, None) => false,
    }
}

/// Compares a conversation page by page, so that a long one needs no more memory than a short one;
/// what was found until an error is in `numbers`.
async fn compare(
    reader: &Reader<'_>,
    conversation: &RemoteConversation,
    since: Timestamp,
    fix: bool,
    numbers: &mut Numbers,
) -> Result<(), OpsError> {
    let (mut pages, mut taken) = (Pages::default(), Vec::new());
    while let Some(mut page) = reader.next_messages(conversation, &mut pages).await? {
        let unreadable = std::mem::take(&mut pages.unreadable);
        numbers.messages += unreadable;
        numbers.missing += unreadable;
        numbers.unreadable += unreadable;
        let before = page.len();
        page.retain(|it| !is_before(it, since));
        compare_page(reader, conversation, &page, fix, numbers, &mut taken).await?;
        if page.len() < before {
            break;
        }
    }
    Ok(())
}

async fn compare_page(
    reader: &Reader<'_>,
    conversation: &RemoteConversation,
    messages: &[ListedMessage],
    fix: bool,
    numbers: &mut Numbers,
    taken: &mut Vec<i64>,
) -> Result<(), OpsError> {
    let store = &reader.services.store;
    numbers.messages += messages.len() as u64;
    let seen: Vec<_> = messages.iter().map(|it| seen(reader, conversation, it)).collect();
    let standings = store.standing(reader.account.ids(), seen.clone(), taken.clone()).await?;
    let now = reader.services.clock.now();
    let young = |it: &ListedMessage| when(it).is_some_and(|at| at > now - SETTLED_AFTER);
    let mut imports = Vec::new();
    for ((message, seen), standing) in messages.iter().zip(seen).zip(standings) {
        match standing {
            Standing::Known => {}
            Standing::Purged => numbers.purged += 1,
            Standing::Unsettled(row) => {
                taken.push(row.id);
                numbers.unsettled += 1;
                if fix && store.settle_sent(row, seen, now).await? {
                    numbers.settled += 1;
                }
            }
            Standing::Ambiguous => numbers.unsettled += 1,
            Standing::Missing if young(message) => numbers.later += 1,
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
        // What was not taken in has come by itself meanwhile.
        numbers.imported += imports.len() as u64;
        store.import(imports, now).await?;
    }
    Ok(())
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
        sent: sent.and_then(|_| said(message)),
    }
}

/// What a message of the account says, as far as the history tells.
fn said(message: &ListedMessage) -> Option<Said> {
    match &message.message.message {
        Some(text) if !text.is_empty() => Some(Said::Text(text.clone())),
        // Whether several pictures are one message there, nobody says (reference 7).
        _ => message.kind().map(|kind| Said::Other { kind, files: None }),
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
