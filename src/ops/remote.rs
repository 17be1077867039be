//! Reading Instagram's own conversations, slowly enough for its limits (reference 7).

use std::future::Future;

use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::Serialize;
use tokio::time::sleep_until;

use super::followed::Followed;
use super::{OpsError, Services};
use crate::domain::account::Account;
use crate::domain::event::Direction;
use crate::domain::id::IgScopedId;
use crate::domain::rate::Bucket;
use crate::domain::time::Time;
use crate::domain::token::LongLivedToken;
use crate::graph::conversations::{
    ListedMessage, MessagePage, Participant, RemoteConversation, time,
};
use crate::graph::paging::PageStart;
use crate::graph::transport::Answered;
use crate::store::people::Person;

/// How long a call may wait for its turn: others read too, and there are two turns a second.
const PATIENCE: SignedDuration = SignedDuration::from_mins(2);

/// After so many empty pages in a row nothing more is read; no list has been seen with more.
const EMPTY: usize = 100;

/// Messages that [`Reader::messages_of`] keeps at most: they lie in memory together.
pub const MOST: usize = 20_000;

/// A reader of one account's conversations.
pub struct Reader<'a> {
    pub(super) services: &'a Services,
    pub(super) account: &'a Account,
    token: LongLivedToken,
}

/// A list page by page, the newest first.
#[derive(Debug, Default)]
pub struct Pages {
    start: Option<PageStart>,
    end: Option<End>,
    empty: usize,
    followed: Followed,
    /// How many elements there were so far whose shape cannot be read.
    pub unreadable: u64,
}

/// How a list ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// Nothing comes after the last page.
    Whole,
    /// What comes is where it was before, or nothing and again nothing.
    CutShort,
}

/// A conversation as Instagram keeps it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RemoteView {
    /// Instagram's id of it.
    pub id: String,
    /// The account.
    pub account_id: String,
    /// The person, by whom igbot knows it; absent if Instagram does not say.
    pub conversation_id: Option<String>,
    /// What they are called.
    pub username: Option<String>,
    /// Its last change.
    #[schemars(with = "Option<Time>")]
    pub updated_at: Option<Timestamp>,
}

/// A message as Instagram keeps it.
#[derive(Clone, Serialize, JsonSchema)]
pub struct RemoteMessageView {
    /// Instagram's id of it.
    pub mid: String,
    /// Who spoke; absent for one that is too old, or deleted: only the 20 newest have details.
    pub direction: Option<Direction>,
    /// What was said.
    pub text: Option<String>,
    /// How many pictures and the like it carries.
    pub attachments: usize,
    /// When.
    #[schemars(with = "Option<Time>")]
    pub time: Option<Timestamp>,
}

impl<'a> Reader<'a> {
    /// Makes a reader of what Instagram keeps of an account.
    ///
    /// # Errors
    /// [`OpsError::AppRemoved`] if the owner removed the app; or the token cannot be read.
    pub async fn new(services: &'a Services, account: &'a Account) -> Result<Self, OpsError> {
        Ok(Self { services, account, token: services.token(account).await? })
    }

    /// The next conversations, perhaps none; `None` at the end. Names of people are learned.
    ///
    /// # Errors
    /// [`OpsError::CutShort`] where the list does not come to its end.
    pub async fn next(
        &self,
        pages: &mut Pages,
    ) -> Result<Option<Vec<RemoteConversation>>, OpsError> {
        if pages.ended()? {
            return Ok(None);
        }
        let graph = &self.services.graph;
        let start = pages.start.clone();
        let page = self.call(graph.conversations(&self.token, start.as_ref(), None, false)).await?;
        pages.go_on(page.paging.next(), page.data.is_empty());
        pages.unreadable += page.unreadable;
        self.learn(&page.data).await?;
        Ok(Some(page.data))
    }

    /// The conversation with a person and its newest messages, if there is one.
    pub async fn with(&self, person: &IgScopedId) -> Result<Option<RemoteConversation>, OpsError> {
        let graph = &self.services.graph;
        let page = self.call(graph.conversations(&self.token, None, Some(person), true)).await?;
        self.learn(&page.data).await?;
        // One that is about somebody else would be worse than none.
        let theirs =
            |it: &RemoteConversation| self.person(it).is_none_or(|them| them.id == person.as_str());
        Ok(page.data.into_iter().find(theirs))
    }

    /// The next messages of a conversation, perhaps none; `None` at the end.
    ///
    /// # Errors
    /// As for [`Self::next`].
    pub async fn next_messages(
        &self,
        conversation: &RemoteConversation,
        pages: &mut Pages,
    ) -> Result<Option<Vec<ListedMessage>>, OpsError> {
        if pages.ended()? {
            return Ok(None);
        }
        let (graph, id) = (&self.services.graph, &conversation.id);
        let page: MessagePage = match (pages.start.clone(), &conversation.messages) {
            (Some(start), _) => self.call(graph.older_messages(&self.token, id, &start)).await?,
            (None, Some(messages)) => messages.clone(),
            (None, None) => self.call(graph.conversation_messages(&self.token, id)).await?.messages,
        };
        pages.go_on(page.paging.next(), page.data.is_empty());
        pages.unreadable += page.unreadable;
        Ok(Some(page.data))
    }

    /// The messages of a conversation that are not older than `since`, newest first: at least `count`
    /// of them, if there are so many, and about [`MOST`] at most; and how many cannot be read.
    pub async fn messages_of(
        &self,
        conversation: &RemoteConversation,
        since: Timestamp,
        count: usize,
    ) -> Result<(Vec<ListedMessage>, u64), OpsError> {
        let (mut all, mut pages) = (Vec::new(), Pages::default());
        while let Some(page) = self.next_messages(conversation, &mut pages).await? {
            let ended = page.iter().any(|it| is_before(it, since));
            all.extend(page.into_iter().filter(|it| !is_before(it, since)));
            if ended || all.len() >= count.min(MOST) {
                break;
            }
        }
        Ok((all, pages.unreadable))
    }

    async fn call<T>(&self, call: impl Future<Output = Answered<T>>) -> Result<T, OpsError> {
        in_turn(self.services, self.account, PATIENCE, call).await
    }

    /// The other one in a conversation.
    pub fn person<'b>(&self, conversation: &'b RemoteConversation) -> Option<&'b Participant> {
        let other = |it: &&Participant| !self.is_account(it);
        conversation.participants.data.iter().find(other)
    }

    /// Whether a participant is the account itself.
    pub fn is_account(&self, participant: &Participant) -> bool {
        self.account.answers_to(&participant.id)
            || participant.username.as_ref() == Some(&self.account.username)
    }

    async fn learn(&self, conversations: &[RemoteConversation]) -> Result<(), OpsError> {
        let seen_at = self.services.clock.now();
        let people = conversations.iter().filter_map(|it| {
            let Participant { id, username } = self.person(it)?;
            Some(Person { person_id: id.parse().ok()?, username: username.clone()?, seen_at })
        });
        let people: Vec<_> = people.collect();
        Ok(self.services.store.learn_people(&self.account.account_id, people).await?)
    }

    /// A conversation for scripts.
    pub fn view(&self, conversation: &RemoteConversation) -> RemoteView {
        let person = self.person(conversation);
        RemoteView {
            id: conversation.id.clone(),
            account_id: self.account.account_id.to_string(),
            conversation_id: person.map(|person| person.id.clone()),
            username: person.and_then(|person| person.username.clone()),
            updated_at: conversation.updated_time.as_deref().and_then(time),
        }
    }

    /// A message for scripts.
    pub fn message_view(&self, message: &ListedMessage) -> RemoteMessageView {
        let direction = message.from.as_ref().map(|from| match self.is_account(from) {
            true => Direction::Sent,
            false => Direction::Received,
        });
        let carried = [&message.attachments, &message.shares];
        RemoteMessageView {
            mid: message.id.clone(),
            direction,
            text: message.message.message.clone().filter(|text| !text.is_empty()),
            attachments: carried.into_iter().flatten().map(|list| list.data.len()).sum(),
            time: when(message),
        }
    }
}

/// Takes a turn at reading conversations, makes a call, and notes what it said about the limits.
///
/// # Errors
/// [`StoreError::RateLimited`](crate::store::StoreError::RateLimited) if there is no turn within
/// `patience`.
pub(super) async fn in_turn<T>(
    services: &Services,
    account: &Account,
    patience: SignedDuration,
    call: impl Future<Output = Answered<T>>,
) -> Result<T, OpsError> {
    let Services { store, clock, .. } = services;
    let id = &account.account_id;
    let asked = clock.moment();
    let start = store.take_turn(id, Bucket::Conversations, patience, asked.time).await?;
    sleep_until(asked.until(start)).await;
    let Answered { result, usage } = call.await;
    services.note_usage(account, usage.as_ref(), result.as_ref().err()).await;
    services.note_result(account, result).await
}

impl Pages {
    fn go_on(&mut self, next: Option<PageStart>, empty: bool) {
        self.empty = if empty { self.empty + 1 } else { 0 };
        // One that leads back to where it was would never end.
        self.end = match &next {
            None => Some(End::Whole),
            Some(next) if !self.followed.add(next) || self.empty >= EMPTY => Some(End::CutShort),
            Some(_) => None,
        };
        self.start = next;
    }

    /// Whether all of it was read.
    fn ended(&self) -> Result<bool, OpsError> {
        match self.end {
            Some(End::CutShort) => Err(OpsError::CutShort),
            end => Ok(end.is_some()),
        }
    }
}

/// When a message was sent.
pub fn when(message: &ListedMessage) -> Option<Timestamp> {
    message.created_time.as_deref().and_then(time)
}

/// Whether a message is known to be older than a time.
pub fn is_before(message: &ListedMessage, since: Timestamp) -> bool {
    when(message).is_some_and(|at| at < since)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_page_ends_no_list_and_a_cursor_that_leads_back_cuts_it_short() {
        let mut pages = Pages::default();
        pages.go_on(Some(PageStart::after("a")), true);
        assert_eq!(pages.end, None);
        pages.go_on(Some(PageStart::after("b")), false);
        assert_eq!(pages.end, None);
        pages.go_on(Some(PageStart::after("a")), false);
        assert!(pages.ended().is_err());
        let mut pages = Pages::default();
        for cursor in ["a", "b", "c", "a"] {
            assert_eq!(pages.end, None, "{cursor}");
            pages.go_on(Some(PageStart::after(cursor)), false);
        }
        assert_eq!(pages.end, Some(End::CutShort), "round and round");
        let mut pages = Pages::default();
        pages.go_on(None, false);
        assert!(pages.ended().unwrap());
        let mut pages = Pages::default();
        for number in 1..=EMPTY {
            pages.go_on(Some(PageStart::after(&number.to_string())), true);
        }
        assert_eq!(pages.end, Some(End::CutShort), "nothing and again nothing");
    }
}
