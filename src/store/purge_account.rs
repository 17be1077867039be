//! Deleting everything of an account's conversations.
//!
//! That may take minutes in a large store. It begins with a transaction after which the account is gone
//! and the deletion is owed: whoever finds it unfinished goes on with it.

use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::cipher::{Cipher, Place};
use super::columns::time;
use super::purge::blank;
use super::tombstone::Tombstones;
use super::{PAUSE, Store, StoreError, former};
use crate::domain::event::EventKey;

/// Row numbers looked at in one transaction, so that nobody waits long.
const PAGE: i64 = 1_000;

/// How many rows of each kind a purge took.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AccountPurged {
    /// Events.
    pub events: usize,
    /// Outgoing messages.
    pub outgoing: usize,
}

impl Store {
    /// Deletes an account and keeps what happened until now from coming back, all in one transaction;
    /// what is stored of its conversations is deleted by [`finish_account_purge`](Self::finish_account_purge).
    /// `ids` are those under which deliveries may name it, `code` that of a deletion for which Meta
    /// asked, `fresh` 22 random characters or more.
    ///
    /// # Errors
    /// As for every write.
    pub async fn begin_account_purge(
        &self,
        ids: [String; 2],
        code: Option<&str>,
        fresh: &str,
        now: Timestamp,
    ) -> Result<AccountPurge, StoreError> {
        let (code, fresh) = (code.map(str::to_owned), fresh.to_owned());
        let cipher = Arc::clone(&self.cipher);
        self.write(move |connection| {
            let tombstones = Tombstones::for_new(connection, &cipher, &fresh)?;
            let now = now.as_millisecond();
            for id in &ids {
                tombstones.put_account(connection, id, now)?;
            }
            for table in ["batch", "person", "rate", "usage", "account"] {
                let sql = format!("DELETE FROM {table} WHERE account_id IN (?1, ?2)");
                connection.execute(&sql, ids.each_ref())?;
            }
            let sql = "DELETE FROM meta WHERE name = 'usual_account' AND value IN (?1, ?2)";
            connection.execute(sql, ids.each_ref())?;
            // Instagram may go on delivering, and its owner ask again.
            former::remember(connection, &cipher, ids.each_ref().map(String::as_str))?;
            if let Some(code) = &code {
                let sql = "INSERT INTO deletion (code, at) VALUES (?1, ?2)";
                connection.execute(sql, params![code, now])?;
            }
            let sql = "SELECT (SELECT coalesce(max(id), 0) + 1 FROM purge), \
                           (SELECT coalesce(max(id), 0) FROM event), \
                           (SELECT coalesce(max(id), 0) FROM outgoing)";
            let (id, event, outgoing): (i64, i64, i64) =
                connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            let sealed = cipher.seal(place(&id.to_string()), &ids.join(" "));
            let sql = "INSERT INTO purge (id, ids, code, began_at, event, outgoing) \
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
            connection.execute(sql, params![id, sealed, code, now, event, outgoing])?;
            Ok(AccountPurge { id, ids, now, event, outgoing, tombstones: Arc::new(tombstones) })
        })
        .await
    }

    /// Purges that were begun and not finished, perhaps by a process that is gone.
    ///
    /// # Errors
    /// As for every read.
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
                let (id, sealed): (i64, String) = (row.get(0)?, row.get(1)?);
                let ids = cipher.open(place(&id.to_string()), &sealed)?;
                let (one, other) = ids.split_once(' ').unwrap_or((&ids, &ids));
                let ids = [one.to_owned(), other.to_owned()];
                let (now, event, outgoing) = (row.get(2)?, row.get(3)?, row.get(4)?);
                let tombstones = Arc::clone(&tombstones);
                open.push(AccountPurge { id, ids, now, event, outgoing, tombstones });
            }
            Ok(open)
        })
        .await
    }

    /// Deletes what was stored of an account's conversations when its purge began, in steps between
    /// which others get at the store.
    ///
    /// # Errors
    /// As for every write; what was deleted until then is deleted, and asking again does the rest.
    pub async fn finish_account_purge(
        &self,
        purge: AccountPurge,
    ) -> Result<AccountPurged, StoreError> {
        let purge = Arc::new(purge);
        let mut purged = AccountPurged {
            // The newest is left to the end.
            events: self.in_steps(&purge, purge.event - 1, AccountPurge::delete_events).await?,
            outgoing: self.in_steps(&purge, purge.outgoing, AccountPurge::delete_outgoing).await?,
        };
        let cipher = Arc::clone(&self.cipher);
        purged.events += self
            .write(move |connection| {
                let newest = purge.blank_newest(connection, &cipher)?;
                connection.execute("DELETE FROM purge WHERE id = ?1", [purge.id])?;
                Ok(usize::from(newest))
            })
            .await?;
        Ok(purged)
    }

    /// When the deletion of a code was asked for, and whether it is finished.
    ///
    /// # Errors
    /// As for every read.
    pub async fn deletion(&self, code: &str) -> Result<Option<(Timestamp, bool)>, StoreError> {
        let code = code.to_owned();
        self.read(move |connection| {
            let sql = "SELECT at, NOT EXISTS (SELECT 1 FROM purge WHERE purge.code = deletion.code) \
                       FROM deletion WHERE code = ?1";
            let found = |row: &Row<'_>| Ok((time(row, 0)?, row.get(1)?));
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
            deleted +=
                self.write(move |connection| delete(&purge, connection, after, upto)).await?;
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

fn place(row: &str) -> Place<'_> {
    Place { table: "purge", column: "ids", row }
}
