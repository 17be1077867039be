//! Conversations at a glance, the one with the latest message first.
//!
//! Nothing is kept about a conversation: it is counted when somebody looks, from its own rows alone.
//! Which conversations are the latest is read off the newest messages, so that a short list costs the
//! same in a large store.

use std::collections::HashSet;
use std::hash::{BuildHasher as _, RandomState};

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, ToSql, params_from_iter};

use super::columns::word;
use super::conversations::last_opening;
use super::history::{HistoryFilter, HistoryWalk, Order, SHOWN};
use super::listed::{LISTED, UNLISTED};
use super::outgoing::SHOWN_SENDS;
use super::people::name_of;
use super::{Store, StoreError};
use crate::domain::event::Direction;
use crate::domain::message::COMMENT;
use crate::domain::window::Opening;

/// So many people can be looked at one by one instead of looking for the latest.
const FEW: usize = 200;

/// A conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    /// The account.
    pub account_id: String,
    /// The person.
    pub peer_id: String,
    /// What they are called, if that was learned.
    pub username: Option<String>,
    /// When the last message was written, and by whom.
    pub last: Option<(Timestamp, Direction)>,
    /// Messages of the person.
    pub received: u64,
    /// Messages of the account, but for those that were refused.
    pub sent: u64,
    /// Messages of the person since the account's last that arrived and is more than a reaction.
    pub unanswered: u64,
    /// What opened the messaging window last.
    pub opening: Option<Opening>,
}

impl Conversation {
    /// When the last message was written.
    fn last_at(&self) -> Option<Timestamp> {
        self.last.map(|(at, _)| at)
    }
}

/// Conversations that are looked at one after the other.
#[derive(Debug)]
pub struct Conversations {
    store: Store,
    account_ids: Vec<String>,
    source: Source,
}

#[derive(Debug)]
enum Source {
    /// Looked at already; the latest at the end.
    Known(Vec<Conversation>),
    /// The newest messages, and whose were seen, as hashes.
    Newest(Box<HistoryWalk>, HashSet<u64>, RandomState),
}

impl Store {
    /// The conversation of an account, or of any, with a person; `None` if the store has nothing of
    /// it.
    pub async fn conversation(
        &self,
        account_ids: &[String],
        person: &str,
    ) -> Result<Option<Conversation>, StoreError> {
        let (account_ids, person) = (account_ids.to_vec(), person.to_owned());
        self.read(move |connection| overview(connection, &account_ids, &person)).await
    }

    /// All conversations that have messages, none older than `since`, the latest first.
    pub async fn conversations(
        &self,
        account_ids: Vec<String>,
        since: Option<Timestamp>,
    ) -> Result<Conversations, StoreError> {
        let few = self.read(few_people).await?;
        let source = match few {
            Some(people) => {
                let mut known = self.overviews(&account_ids, people).await?;
                known.retain(|it| it.last.is_some_and(|(at, _)| since.is_none_or(|it| at >= it)));
                Source::Known(known)
            }
            None => {
                let filter = HistoryFilter {
                    account_ids: account_ids.clone(),
                    since,
                    ..HistoryFilter::default()
                };
                let walk = self.walk_history(filter, Order::Newest).await?;
                Source::Newest(Box::new(walk), HashSet::new(), RandomState::new())
            }
        };
        Ok(Conversations { store: self.clone(), account_ids, source })
    }

    /// The conversations whose person did anything since a time, the latest first.
    pub async fn conversations_touched(
        &self,
        account_ids: Vec<String>,
        since: Timestamp,
    ) -> Result<Conversations, StoreError> {
        let people = self
            .read(move |connection| {
                let indexed = "event INDEXED BY event_time WHERE listed = 1";
                let sql = [indexed, UNLISTED]
                    .map(|list| format!("SELECT peer_id FROM {list} AND at >= ?1"))
                    .join(" UNION ");
                let mut statement = connection.prepare_cached(&sql)?;
                let rows = statement.query_map([since.as_millisecond()], |row| row.get(0))?;
                let people: Vec<Option<String>> = rows.collect::<Result<_, _>>()?;
                Ok(people.into_iter().flatten().collect())
            })
            .await?;
        let known = self.overviews(&account_ids, people).await?;
        Ok(Conversations { store: self.clone(), account_ids, source: Source::Known(known) })
    }

    /// Looks at conversations one by one; the latest is at the end then.
    async fn overviews(
        &self,
        account_ids: &[String],
        people: Vec<String>,
    ) -> Result<Vec<Conversation>, StoreError> {
        let mut known = Vec::new();
        for person in people {
            known.extend(self.conversation(account_ids, &person).await?);
        }
        known.sort_by(|a, b| (a.last_at(), &a.peer_id).cmp(&(b.last_at(), &b.peer_id)));
        Ok(known)
    }
}

impl Conversations {
    /// The next conversation; `None` at the end.
    pub async fn next(&mut self) -> Result<Option<Conversation>, StoreError> {
        let (walk, seen, hasher) = match &mut self.source {
            Source::Known(known) => return Ok(known.pop()),
            Source::Newest(walk, seen, hasher) => (walk, seen, hasher),
        };
        while let Some(peer) = walk.next_person().await? {
            if seen.insert(hasher.hash_one(&peer))
                && let Some(found) = self.store.conversation(&self.account_ids, &peer).await?
            {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }
}

/// Everybody there is, if they are few. Each is found by a step in an index.
fn few_people(connection: &Connection) -> Result<Option<Vec<String>>, StoreError> {
    let mut people = HashSet::new();
    for list in [
        "(SELECT min(peer_id) FROM event INDEXED BY event_person WHERE listed = 1 AND peer_id > ?1)",
        "(SELECT min(recipient_id) FROM outgoing INDEXED BY outgoing_person \
          WHERE state NOT IN ('waiting', 'skipped') AND recipient_id > ?1)",
    ] {
        let mut statement = connection.prepare_cached(&format!("SELECT {list}"))?;
        let mut after = String::new();
        while let Some(next) =
            statement.query_row([&after], |row| row.get::<_, Option<String>>(0))?
        {
            after = next.clone();
            people.insert(next);
            if people.len() > FEW {
                return Ok(None);
            }
        }
    }
    let sql = format!("SELECT DISTINCT peer_id FROM {UNLISTED} AND peer_id IS NOT NULL LIMIT ?1");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([FEW as i64 + 1], |row| row.get::<_, String>(0))?;
    for row in rows {
        people.insert(row?);
    }
    Ok((people.len() <= FEW).then(|| people.into_iter().collect()))
}

fn overview(
    connection: &Connection,
    account_ids: &[String],
    person: &str,
) -> Result<Option<Conversation>, StoreError> {
    // Whom a private reply went to is not known before it arrived.
    if person.starts_with(COMMENT) {
        return Ok(None);
    }
    let accounts = match account_ids {
        [] => String::new(),
        ids => format!(" AND account_id IN ({})", vec!["?"; ids.len()].join(", ")),
    };
    let mut found = Totals::default();
    for list in [LISTED, UNLISTED] {
        let sql = format!(
            "SELECT direction, {SHOWN}, at, account_id, 1 FROM {list} AND peer_id = ?{accounts} \
             ORDER BY at DESC"
        );
        found.add(connection, &sql, account_ids, person)?;
    }
    let sql = format!(
        "SELECT 'sent', state <> 'refused', created_at, account_id, state = 'sent' AND kind <> 'reaction' \
         FROM outgoing INDEXED BY outgoing_person \
         WHERE {SHOWN_SENDS} AND recipient_id = ?{accounts} \
         ORDER BY created_at DESC"
    );
    found.add(connection, &sql, account_ids, person)?;
    let Some(account_id) = &found.account_id else { return Ok(None) };
    let (account_id, ids) = ids_by_either(connection, account_id)?;
    let opening = match account_ids {
        [] => last_opening(connection, &ids, person)?,
        account_ids => last_opening(connection, account_ids, person)?,
    };
    Ok(Some(Conversation {
        account_id,
        peer_id: person.to_owned(),
        username: name_of(connection, person)?,
        last: found.last(),
        received: found.received.count,
        sent: found.sent.count,
        unanswered: match found.received.last > found.answered {
            true => unanswered(connection, account_ids, &accounts, person, found.answered)?,
            false => 0,
        },
        opening,
    }))
}

/// The id that an account's rows are kept under, and both of its ids; of one that is not linked that id alone.
fn ids_by_either(
    connection: &Connection,
    account_id: &str,
) -> rusqlite::Result<(String, Vec<String>)> {
    let sql =
        "SELECT account_id, app_scoped_id FROM account WHERE account_id = ?1 OR app_scoped_id = ?1";
    let linked = connection.prepare_cached(sql)?.query_row([account_id], |row| {
        Ok((row.get::<_, String>(0)?, vec![row.get(0)?, row.get(1)?]))
    });
    Ok(linked.optional()?.unwrap_or_else(|| (account_id.to_owned(), vec![account_id.to_owned()])))
}

/// How many messages a person has written after a time in milliseconds. `accounts` is the condition on
/// `account_ids`.
fn unanswered(
    connection: &Connection,
    account_ids: &[String],
    accounts: &str,
    person: &str,
    after: Option<i64>,
) -> Result<u64, StoreError> {
    let after = after.unwrap_or(i64::MIN);
    let mut unanswered = 0;
    for list in [LISTED, UNLISTED] {
        let sql = format!(
            "SELECT count(*) FROM {list} AND peer_id = ? AND at > ? AND direction = 'received' \
                 AND {SHOWN}{accounts}"
        );
        let values = params_from_iter(
            [&person as &dyn ToSql, &after].into_iter().chain(ids_of(account_ids)),
        );
        let count: i64 = connection.prepare_cached(&sql)?.query_row(values, |row| row.get(0))?;
        unanswered += count.unsigned_abs();
    }
    Ok(unanswered)
}

/// Messages of a conversation.
#[derive(Default)]
struct Totals {
    account_id: Option<String>,
    received: Side,
    sent: Side,
    /// When the account's last was written, in milliseconds, that arrived and is more than a reaction.
    answered: Option<i64>,
}

/// Messages of one side.
#[derive(Default)]
struct Side {
    count: u64,
    /// When the last was written, in milliseconds.
    last: Option<i64>,
}

impl Totals {
    fn last(&self) -> Option<(Timestamp, Direction)> {
        let (last, direction) = match self.sent.last >= self.received.last {
            true => (self.sent.last, Direction::Sent),
            false => (self.received.last, Direction::Received),
        };
        Some((Timestamp::from_millisecond(last?).ok()?, direction))
    }

    /// Adds rows that tell the direction, whether it counts, when, which account, and whether it answers.
    fn add(
        &mut self,
        connection: &Connection,
        sql: &str,
        account_ids: &[String],
        person: &str,
    ) -> Result<(), StoreError> {
        let mut statement = connection.prepare_cached(sql)?;
        let values =
            params_from_iter([&person as &dyn ToSql].into_iter().chain(ids_of(account_ids)));
        let mut rows = statement.query(values)?;
        while let Some(row) = rows.next()? {
            if self.account_id.is_none() {
                self.account_id = row.get(3)?;
            }
            if !row.get::<_, bool>(1)? {
                continue;
            }
            let at = row.get(2)?;
            let side = match Direction::from_word(word(row, 0)?) {
                Direction::Received => &mut self.received,
                Direction::Sent => {
                    if row.get(4)? {
                        self.answered = self.answered.max(at);
                    }
                    &mut self.sent
                }
            };
            side.count += 1;
            side.last = side.last.max(at);
        }
        Ok(())
    }
}

fn ids_of(account_ids: &[String]) -> impl Iterator<Item = &dyn ToSql> {
    account_ids.iter().map(|id| id as &dyn ToSql)
}
