//! Deleting everything of an account's conversations.
//!
//! That may take minutes in a large store. It begins with a transaction after which the account is gone
//! and the deletion is owed: whoever finds it unfinished goes on with it.

use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use schemars::JsonSchema;
use serde::Serialize;

use super::cipher::{Cipher, CipherContext};
use super::columns::{time, word};
use super::purge::blank;
use super::tombstone::Tombstones;
use super::{PAUSE, Store, StoreError, former};
use crate::domain::event::EventKey;

/// Row numbers looked at in one transaction, so that nobody waits long.
const PAGE: i64 = 1_000;

/// How many rows of each kind a purge took.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AccountPurged {
    /// Events.
    pub events: usize,
    /// Outgoing messages.
    pub outgoing: usize,
}

/// How the deletion of an account's data stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeletionStatus {
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// Whether nothing is left.
    pub finished: bool,
}

impl Store {
    /// Deletes an account, ends its open work, and keeps what happened until now from coming back, all in
    /// one transaction; what is stored of its conversations is deleted by
    /// [`finish_account_purge`](Self::finish_account_purge). `ids` are those under which deliveries may name
    /// it, `code` that of a deletion for which Meta asked, `fresh` 22 random characters or more.
    pub async fn begin_account_purge(
        &self,
        ids: [String; 2],
        code: Option<&str>,
        fresh: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let (code, fresh) = (code.map(str::to_owned), fresh.to_owned());
        let cipher = Arc::clone(&self.cipher);
        self.write(move |connection| {
            let tombstones = Tombstones::for_new(connection, &cipher, &fresh)?;
            let now = now.as_millisecond();
            for id in &ids {
                tombstones.put_account(connection, id, now)?;
            }
            // Whoever is linked anew meanwhile must not answer what is about to go.
            let sql = "UPDATE event SET state = 'ignored', reason = 'purged', owner = NULL, \
                           lease_until = NULL, due = NULL, next_attempt_at = 0 \
                       WHERE state IN ('pending', 'running') AND account_id IN (?1, ?2)";
            connection.execute(sql, ids.each_ref())?;
            for table in ["batch", "person", "rate", "usage", "account"] {
                let sql = format!("DELETE FROM {table} WHERE account_id IN (?1, ?2)");
                connection.execute(&sql, ids.each_ref())?;
            }
            let sql = "DELETE FROM meta WHERE name = 'usual_account' AND value IN (?1, ?2)";
            connection.execute(sql, ids.each_ref())?;
            // Instagram may go on delivering, and its owner ask again.
            former::remember(connection, &cipher, ids.each_ref().map(String::as_str))?;
            let id = owe(connection, &cipher, &ids, now)?;
            if let Some(code) = &code {
                let sql = "INSERT INTO deletion (code, at, purge_id) VALUES (?1, ?2, ?3)";
                connection.execute(sql, params![code, now, id])?;
            }
            Ok(())
        })
        .await
    }

    /// Purges that were begun and not finished, perhaps by a process that is gone.
    pub async fn open_account_purges(&self) -> Result<Vec<AccountPurge>, StoreError> {
        let cipher = Arc::clone(&self.cipher);
        self.read(move |connection| {
            // Every purge begins with one.
            let Some(tombstones) = Tombstones::of(connection, &cipher)? else { return Ok(vec![]) };
            let tombstones = Arc::new(tombstones);
            let sql = "SELECT id, ids, began_at, event, outgoing FROM purge ORDER BY id";
            let mut statement = connection.prepare(sql)?;
            let mut rows = statement.query([])?;
            let mut open = Vec::new();
            while let Some(row) = rows.next()? {
                let id = row.get(0)?;
                match ids(&cipher, id, word(row, 1)?) {
                    Ok(ids) => open.push(AccountPurge {
                        id,
                        ids,
                        now: row.get(2)?,
                        event: row.get(3)?,
                        outgoing: row.get(4)?,
                        tombstones: Arc::clone(&tombstones),
                    }),
                    // One damaged row must not keep the others from their end (security, 6).
                    Err(error) => {
                        tracing::error!(%error, "nobody knows whose data are to be deleted")
                    }
                }
            }
            Ok(open)
        })
        .await
    }

    /// Deletes what was stored of an account's conversations when its purge began, in steps between
    /// which others get at the store. Several processes may be at it.
    ///
    /// # Errors
    /// What was deleted before an error stays deleted, and asking again does the rest.
    pub async fn finish_account_purge(
        &self,
        purge: AccountPurge,
    ) -> Result<AccountPurged, StoreError> {
        let purge = Arc::new(purge);
        // The newest rows are left to the end, so that no number is given again before.
        let mut purged = AccountPurged {
            events: self.in_steps(&purge, purge.event - 1, AccountPurge::delete_events).await?,
            outgoing: self
                .in_steps(&purge, purge.outgoing - 1, AccountPurge::delete_outgoing)
                .await?,
        };
        let cipher = Arc::clone(&self.cipher);
        let (event, outgoing) = self
            .write(move |connection| {
                if !purge.is_owed(connection)? {
                    return Ok((false, 0));
                }
                let event = purge.blank_newest(connection, &cipher)?;
                let newest = (purge.outgoing - 1, purge.outgoing);
                let outgoing = purge.delete_outgoing(connection, newest.0, newest.1)?;
                connection.execute("DELETE FROM purge WHERE id = ?1", [purge.id])?;
                Ok((event, outgoing))
            })
            .await?;
        purged.events += usize::from(event);
        purged.outgoing += outgoing;
        Ok(purged)
    }

    /// How the deletion of a code stands.
    pub async fn deletion(&self, code: &str) -> Result<Option<DeletionStatus>, StoreError> {
        let code = code.to_owned();
        self.read(move |connection| {
            let sql = "SELECT at, NOT EXISTS (SELECT 1 FROM purge WHERE purge.id = purge_id) \
                       FROM deletion WHERE code = ?1";
            let found = |row: &Row<'_>| {
                Ok(DeletionStatus { asked_at: time(row, 0)?, finished: row.get(1)? })
            };
            Ok(connection.query_row(sql, [code], found).optional()?)
        })
        .await
    }

    /// Deletes from the rows of a table up to `end`; gives how many.
    async fn in_steps(
        &self,
        purge: &Arc<AccountPurge>,
        end: i64,
        delete: fn(&AccountPurge, &Connection, i64, i64) -> Result<usize, StoreError>,
    ) -> Result<usize, StoreError> {
        let (mut deleted, mut after) = (0, 0);
        while after < end {
            let (purge, upto) = (Arc::clone(purge), end.min(after + PAGE));
            let step = move |connection: &Connection| match purge.is_owed(connection)? {
                true => delete(&purge, connection, after, upto).map(Some),
                false => Ok(None),
            };
            let Some(gone) = self.write(step).await? else { break };
            deleted += gone;
            tokio::time::sleep(PAUSE).await;
            after = upto;
        }
        Ok(deleted)
    }
}

/// A purge under way.
pub struct AccountPurge {
    id: i64,
    ids: [String; 2],
    /// When it began, in milliseconds.
    now: i64,
    /// Last rows of before it began: what came later is of an account that was linked anew, or of nobody.
    event: i64,
    outgoing: i64,
    tombstones: Arc<Tombstones>,
}

impl AccountPurge {
    /// Whether nobody has finished it, or begun it anew for what came later.
    fn is_owed(&self, connection: &Connection) -> rusqlite::Result<bool> {
        let sql = "SELECT 1 FROM purge WHERE id = ?1 AND event = ?2 AND outgoing = ?3";
        connection.prepare_cached(sql)?.exists([self.id, self.event, self.outgoing])
    }

    /// Deletes the events of some rows, behind `after` and up to `upto`; gives how many.
    fn delete_events(
        &self,
        connection: &Connection,
        after: i64,
        upto: i64,
    ) -> Result<usize, StoreError> {
        let sql = "DELETE FROM event WHERE id > ?1 AND id <= ?2 AND account_id IN (?3, ?4) \
                   RETURNING key, timestamp";
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query(params![after, upto, self.ids[0], self.ids[1]])?;
        let mut gone = Vec::new();
        while let Some(row) = rows.next()? {
            gone.push((EventKey(row.get(0)?), row.get(1)?));
        }
        self.keep_away(connection, &gone)?;
        Ok(gone.len())
    }

    /// Takes everything out of the newest event of before, if it is the account's. The row stays: its
    /// number must never be given to another.
    fn blank_newest(&self, connection: &Connection, cipher: &Cipher) -> Result<bool, StoreError> {
        let sql = "SELECT key, timestamp FROM event WHERE id = ?1 AND account_id IN (?2, ?3)";
        let found = connection
            .query_row(sql, params![self.event, self.ids[0], self.ids[1]], |row| {
                Ok((EventKey(row.get(0)?), row.get(1)?))
            })
            .optional()?;
        let Some((key, at)) = found else { return Ok(false) };
        self.keep_away(connection, &[(key, at)])?;
        blank(connection, cipher, &self.tombstones, self.event, &key)?;
        connection.execute("UPDATE event SET account_id = '' WHERE id = ?1", [self.event])?;
        Ok(true)
    }

    /// Keeps away by its key what has no time, or a later one than the purge by Instagram's clock: others
    /// may say something new in that time.
    fn keep_away(
        &self,
        connection: &Connection,
        gone: &[(EventKey, Option<i64>)],
    ) -> Result<(), StoreError> {
        for (key, at) in gone {
            if at.is_none_or(|at| at > self.now) {
                self.tombstones.put_event(connection, key)?;
            }
        }
        Ok(())
    }

    /// Deletes outgoing messages, which nobody brings back.
    fn delete_outgoing(
        &self,
        connection: &Connection,
        after: i64,
        upto: i64,
    ) -> Result<usize, StoreError> {
        let sql = "DELETE FROM outgoing WHERE id > ?1 AND id <= ?2 AND account_id IN (?3, ?4)";
        let values = params![after, upto, self.ids[0], self.ids[1]];
        Ok(connection.prepare_cached(sql)?.execute(values)?)
    }
}

/// Writes down what is owed from now on, in the place of what was of the same account; gives its number.
fn owe(
    connection: &Connection,
    cipher: &Cipher,
    whose: &[String; 2],
    now: i64,
) -> Result<i64, StoreError> {
    let mut statement = connection.prepare("SELECT id, ids FROM purge")?;
    let known = statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?)))?;
    let known: Vec<(i64, String)> = known.collect::<Result<_, _>>()?;
    let same = known.into_iter().find(|(id, sealed)| {
        ids(cipher, *id, sealed).is_ok_and(|ids| ids.iter().any(|id| whose.contains(id)))
    });
    let sql = "INSERT INTO purge (ids, began_at, event, outgoing) VALUES ('', 0, 0, 0)";
    let id = match same {
        Some((id, _)) => id,
        None => {
            connection.execute(sql, [])?;
            connection.last_insert_rowid()
        }
    };
    let sql = "UPDATE purge SET ids = ?2, began_at = ?3, \
                   event = (SELECT coalesce(max(id), 0) FROM event), \
                   outgoing = (SELECT coalesce(max(id), 0) FROM outgoing) WHERE id = ?1";
    let sealed = cipher.seal(context(&id.to_string()), &whose.join(" "));
    connection.execute(sql, params![id, sealed, now])?;
    Ok(id)
}

/// Whose data a purge deletes.
fn ids(cipher: &Cipher, id: i64, sealed: &str) -> Result<[String; 2], StoreError> {
    let ids = cipher.open(context(&id.to_string()), sealed)?;
    let (one, other) = ids.split_once(' ').unwrap_or((&ids, &ids));
    Ok([one.to_owned(), other.to_owned()])
}

fn context(row: &str) -> CipherContext<'_> {
    CipherContext { table: "purge", column: "ids", row }
}
