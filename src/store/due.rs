//! Which events can be claimed now, and in which order.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::cipher::Cipher;
use super::claim::{Claimable, Wanted};
use super::columns::word;
use super::inbox::{EVENT_COLUMNS, StoredEvent, event, head};
use super::progress::Progress;
use super::rate::RateLimiter;
use super::{StoreError, accounts, edits, kept_answer};
use crate::domain::account::Account;
use crate::domain::event::EventKind;
use crate::domain::rate::Bucket;

/// An event whose turn it is, and whether it could be decrypted.
pub(super) type Due = (StoredEvent, bool);

/// Reads the events whose turn it is.
pub(super) fn due(
    connection: &Connection,
    cipher: &Cipher,
    now: Timestamp,
    wanted: &Wanted,
    limit: u32,
) -> Result<Vec<Due>, StoreError> {
    let limit = limit as usize;
    let mut due = Vec::new();
    if wanted.comments.before_messages {
        due.extend(comments(connection, cipher, now, wanted, limit)?);
    }
    due.extend(messages(connection, cipher, now, &wanted.events, limit - due.len())?);
    if !wanted.comments.before_messages {
        due.extend(comments(connection, cipher, now, wanted, limit - due.len())?);
    }
    Ok(due)
}

/// Comments that may be answered now: the live ones first, and of each account in turn its earliest.
fn comments(
    connection: &Connection,
    cipher: &Cipher,
    now: Timestamp,
    wanted: &Wanted,
    limit: usize,
) -> Result<Vec<Due>, StoreError> {
    let places = wanted.comments;
    if limit.min(places.posts.max(places.live) as usize) == 0 {
        return Ok(Vec::new());
    }
    let queues = queues(connection)?;
    // One account alone may have all places.
    let alone = queues.windows(2).all(|pair| pair[0].account_id == pair[1].account_id);
    let of_one = if alone { limit } else { places.most_of_one as usize };
    // A live comment is answered during its broadcast or not at all.
    let (mut live, mut posts) = (Vec::new(), Vec::new());
    for queue in queues {
        let (free, waiting) = match queue.kind {
            EventKind::LiveComment => (places.live, &mut live),
            _ => (places.posts, &mut posts),
        };
        let rows = queue.waiting(connection, now, wanted, limit.min(free as usize), of_one)?;
        waiting.extend(rows.into_iter().zip(0..).map(|((at, id), round)| (round, at, id)));
    }
    live.sort_unstable();
    live.truncate(places.live as usize);
    posts.sort_unstable();
    posts.truncate(places.posts as usize);
    let sql = format!("SELECT {EVENT_COLUMNS} FROM event WHERE id = ?1");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut due = Vec::new();
    for (_, _, id) in live.into_iter().chain(posts).take(limit) {
        due.extend(read(connection, cipher, statement.query([id])?)?);
    }
    Ok(due)
}

/// Everything but comments: what has waited longest comes first.
fn messages(
    connection: &Connection,
    cipher: &Cipher,
    now: Timestamp,
    whose: &Claimable,
    limit: usize,
) -> Result<Vec<Due>, StoreError> {
    let accounts = "(SELECT account_id FROM account WHERE bot IN (SELECT value FROM json_each(:bots)) \
                     UNION ALL SELECT app_scoped_id FROM account \
                         WHERE bot IN (SELECT value FROM json_each(:bots)))";
    let (bots, which) = match whose {
        Claimable::AllBut(bots) => (
            bots,
            format!(
                "(account_id NOT IN {accounts} \
                  OR EXISTS (SELECT 1 FROM kept_answer WHERE event_id = event.id))"
            ),
        ),
        // From the accounts, and not from all that waits for others.
        Claimable::Of(bots) => (
            bots,
            format!(
                "id IN (SELECT id FROM event INDEXED BY event_open \
                            WHERE state IN ('pending', 'running') AND account_id IN {accounts} \
                        UNION ALL SELECT event_id FROM kept_answer)"
            ),
        ),
    };
    let sql = format!(
        "SELECT {EVENT_COLUMNS} FROM event \
         WHERE state = 'pending' AND is_comment = 0 AND due <= :now AND {which} \
         ORDER BY due, id LIMIT :limit"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query(named_params! {
        ":now": now.as_millisecond(),
        ":limit": limit as i64,
        ":bots": serde_json::to_string(bots)?,
    })?;
    read(connection, cipher, rows)
}

/// The comments of one kind that wait under one id of an account.
struct Queue {
    account_id: String,
    kind: EventKind,
}

/// All queues in which comments wait, by a look at the first of each.
fn queues(connection: &Connection) -> rusqlite::Result<Vec<Queue>> {
    let sql = "SELECT account_id, kind FROM event INDEXED BY event_comment \
               WHERE state = 'pending' AND is_comment = 1 AND (account_id, kind) > (?1, ?2) \
               ORDER BY account_id, kind LIMIT 1";
    let mut statement = connection.prepare_cached(sql)?;
    let mut queues: Vec<Queue> = Vec::new();
    loop {
        let last = queues.last().map_or(("", ""), |it| (&it.account_id, it.kind.as_str()));
        let next = statement.query_row([last.0, last.1], |row| {
            Ok(Queue { account_id: row.get(0)?, kind: EventKind::from_word(word(row, 1)?) })
        });
        match next.optional()? {
            Some(next) => queues.push(next),
            None => return Ok(queues),
        }
    }
}

impl Queue {
    /// Times and row numbers of those that may be claimed now, the earliest first: `most` at the most, and no
    /// more than make `of_one` of the account with those that are being handled.
    fn waiting(
        &self,
        connection: &Connection,
        now: Timestamp,
        wanted: &Wanted,
        most: usize,
        of_one: usize,
    ) -> Result<Vec<(i64, i64)>, StoreError> {
        let account = accounts::by_id(connection, &self.account_id)?;
        let table = match wanted.events.holds(account.as_ref().and_then(|it| it.bot.as_deref())) {
            true => "event INDEXED BY event_comment",
            // What is left of an answer wants no bot. From the few that are kept, and not from all that waits
            // for a bot of another process.
            false => "kept_answer CROSS JOIN event ON event.id = event_id",
        };
        let limit = match &account {
            Some(account) if wanted.resting.contains(&account.account_id) => 0,
            Some(account) => self.answerable(connection, account, now, most, of_one)?,
            // They only have to be ended.
            None => most,
        };
        if limit == 0 {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT at, id FROM {table} \
             WHERE state = 'pending' AND is_comment = 1 AND account_id = ?1 AND kind = ?2 \
                 AND due <= ?3 \
             ORDER BY at, id LIMIT ?4"
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let values =
            params![self.account_id, self.kind.as_str(), now.as_millisecond(), limit as i64];
        let rows = statement.query_map(values, |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many may be answered now, beside those that are being handled: a bot that is asked earlier would
    /// answer out of order, and perhaps for hours that have changed since.
    fn answerable(
        &self,
        connection: &Connection,
        account: &Account,
        now: Timestamp,
        most: usize,
        of_one: usize,
    ) -> Result<usize, StoreError> {
        let sql = "SELECT count(*) FROM event \
                   WHERE state = 'running' AND kind = ?1 AND account_id IN (?2, ?3)";
        let ids = [account.account_id.as_str(), account.app_scoped_id.as_str()];
        let running = connection
            .prepare_cached(sql)?
            .query_row([self.kind.as_str(), ids[0], ids[1]], |row| row.get::<_, u32>(0))?;
        let running = running as usize;
        let most = most.min(of_one.saturating_sub(running));
        let mut limiter = RateLimiter::new(connection, account.account_id.as_str(), now)?;
        if self.kind == EventKind::LiveComment {
            // Of messages there may be so many a second that each waits for its turn when it is sent.
            return Ok(if limiter.check_not_blocked().is_ok() { most } else { 0 });
        }
        let bucket = Bucket::PrivateReplies;
        let mut turns = 0;
        while turns < most + running {
            match limiter.take(bucket, bucket.pace(), SignedDuration::ZERO) {
                Ok(_) => turns += 1,
                Err(StoreError::RateLimited { .. }) => break,
                Err(error) => return Err(error),
            }
        }
        Ok(turns.saturating_sub(running).min(most))
    }
}

fn read(
    connection: &Connection,
    cipher: &Cipher,
    mut rows: rusqlite::Rows<'_>,
) -> Result<Vec<Due>, StoreError> {
    let mut due = Vec::new();
    while let Some(row) = rows.next()? {
        due.push(match open(connection, cipher, row) {
            // One damaged row must not stop the others (security, 6).
            Err(StoreError::Undecryptable { .. }) => (head(row)?, false),
            event => (event?, true),
        });
    }
    Ok(due)
}

/// Reads an event with what its message has become, and what is left to send of its answer.
fn open(
    connection: &Connection,
    cipher: &Cipher,
    row: &Row<'_>,
) -> Result<StoredEvent, StoreError> {
    let event = event(row, cipher)?;
    let left = kept_answer::left(cipher, event.id, &Progress::of(connection, event.id)?)?;
    let edits = match (event.kind, &event.mid, &event.sender_id) {
        (EventKind::Message | EventKind::MessageEdit, Some(mid), Some(person)) => {
            let after = event.fetched.as_ref().map(|_| event.id);
            edits::open(cipher, &edits::of(connection, mid, person, after)?)
        }
        _ => Vec::new(),
    };
    Ok(StoredEvent { edits, left, ..event })
}
