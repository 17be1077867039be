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
    let most = limit.min(wanted.comments as usize);
    let mut lines = if most == 0 { Vec::new() } else { lines(connection)? };
    // A live comment is answered during its broadcast or not at all.
    lines.sort_by_key(|line| (line.kind != EventKind::LiveComment, line.since));
    for line in lines {
        due.extend(line.due(connection, cipher, now, wanted, most - due.len())?);
    }
    let left = limit - due.len();
    due.extend(messages(connection, cipher, now, &wanted.events, left)?);
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

/// The comments of one kind that wait under one id of an account: the earliest comes first.
struct Line {
    account_id: String,
    kind: EventKind,
    since: i64,
}

/// All lines in which comments wait, by a look at the first of each.
fn lines(connection: &Connection) -> rusqlite::Result<Vec<Line>> {
    let sql = "SELECT account_id, kind, at FROM event INDEXED BY event_comment \
               WHERE state = 'pending' AND is_comment = 1 AND (account_id, kind) > (?1, ?2) \
               ORDER BY account_id, kind, at LIMIT 1";
    let mut statement = connection.prepare_cached(sql)?;
    let mut lines: Vec<Line> = Vec::new();
    loop {
        let last = lines.last().map_or(("", ""), |it| (&it.account_id, it.kind.as_str()));
        let next = statement.query_row([last.0, last.1], |row| {
            let kind = EventKind::from_word(word(row, 1)?);
            Ok(Line { account_id: row.get(0)?, kind, since: row.get(2)? })
        });
        match next.optional()? {
            Some(next) => lines.push(next),
            None => return Ok(lines),
        }
    }
}

impl Line {
    fn due(
        &self,
        connection: &Connection,
        cipher: &Cipher,
        now: Timestamp,
        wanted: &Wanted,
        most: usize,
    ) -> Result<Vec<Due>, StoreError> {
        let account = accounts::by_id(connection, &self.account_id)?;
        let limit = match &account {
            Some(account) if wanted.resting.contains(&account.account_id) => 0,
            Some(account) => self.turns(connection, account, now, most)?,
            // Nobody answers.
            None => most,
        };
        if limit == 0 {
            return Ok(Vec::new());
        }
        // What is left of an answer wants no bot.
        let which = match wanted.events.holds(account.as_ref().and_then(|it| it.bot.as_deref())) {
            true => "",
            false => "AND id IN (SELECT event_id FROM kept_answer)",
        };
        let sql = format!(
            "SELECT {EVENT_COLUMNS} FROM event INDEXED BY event_comment \
             WHERE state = 'pending' AND is_comment = 1 AND account_id = ?1 AND kind = ?2 \
                 AND due <= ?3 {which} \
             ORDER BY at, id LIMIT ?4"
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let rows = statement.query(params![
            self.account_id,
            self.kind.as_str(),
            now.as_millisecond(),
            limit as i64
        ])?;
        read(connection, cipher, rows)
    }

    /// How many may be answered now, beside those that are being handled: a bot that is asked earlier would
    /// answer out of order, and perhaps for hours that have changed since.
    fn turns(
        &self,
        connection: &Connection,
        account: &Account,
        now: Timestamp,
        most: usize,
    ) -> Result<usize, StoreError> {
        let sql = "SELECT count(*) FROM event \
                   WHERE state = 'running' AND kind = ?1 AND account_id IN (?2, ?3)";
        let ids = [account.account_id.as_str(), account.app_scoped_id.as_str()];
        let values = params![self.kind.as_str(), ids[0], ids[1]];
        let running: u32 = connection.prepare_cached(sql)?.query_row(values, |row| row.get(0))?;
        let running = running as usize;
        let bucket = Bucket::of_reply(self.kind);
        let mut limiter = RateLimiter::new(connection, account.account_id.as_str(), now)?;
        let mut turns = 0;
        while turns < most + running {
            match limiter.take(bucket, bucket.pace(), SignedDuration::ZERO) {
                Ok(_) => turns += 1,
                Err(StoreError::RateLimited { .. }) => break,
                Err(error) => return Err(error),
            }
        }
        Ok(turns.saturating_sub(running))
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
