//! Deleting everything of an account's conversations.

use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, params};

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
    /// Deletes everything stored about an account's conversations, in steps between which others get at
    /// the store, and with the last of them the account; keeps what happened until now from coming back.
    /// `ids` are those under which deliveries may name it, `fresh` 22 random characters or more.
    ///
    /// # Errors
    /// As for every write; what was deleted until then is deleted, and asking again does the rest.
    pub async fn purge_account(
        &self,
        ids: [String; 2],
        fresh: &str,
        now: Timestamp,
    ) -> Result<AccountPurged, StoreError> {
        let (cipher, fresh) = (Arc::clone(&self.cipher), fresh.to_owned());
        let begun = move |connection: &Connection| {
            let tombstones = Tombstones::for_new(connection, &cipher, &fresh)?;
            Ok((ends(connection)?, tombstones))
        };
        let ((events, outgoing), tombstones) = self.write(begun).await?;
        let purge = Arc::new(Purge { ids, tombstones, now: now.as_millisecond() });
        let mut purged = AccountPurged {
            events: self.in_steps(&purge, events, Purge::delete_events).await?,
            outgoing: self.in_steps(&purge, outgoing, Purge::delete_outgoing).await?,
        };
        let cipher = Arc::clone(&self.cipher);
        let rest = self.write(move |connection| {
            // What came meanwhile. The newest row stays, empty: its number must never be given to another.
            let (newest, _) = ends(connection)?;
            let mut rest = AccountPurged {
                events: purge.delete_events(connection, events, newest)?,
                outgoing: purge.delete_outgoing(connection, outgoing, i64::MAX)?,
            };
            if let Some(key) = purge.forget_event(connection, newest + 1)? {
                blank(connection, &cipher, &purge.tombstones, newest + 1, &key)?;
                let sql = "UPDATE event SET account_id = '' WHERE id = ?1";
                connection.execute(sql, [newest + 1])?;
                rest.events += 1;
            }
            for table in ["batch", "person", "rate", "usage", "account"] {
                let sql = format!("DELETE FROM {table} WHERE account_id IN (?1, ?2)");
                connection.execute(&sql, purge.ids.each_ref())?;
            }
            let [one, other] = &purge.ids;
            // Instagram may go on delivering, and its owner ask again.
            if one != other {
                former::remember(connection, &cipher, [one, other])?;
            }
            let sql = "DELETE FROM meta WHERE name = 'usual_account' AND value IN (?1, ?2)";
            connection.execute(sql, purge.ids.each_ref())?;
            Ok(rest)
        });
        let rest = rest.await?;
        purged.events += rest.events;
        purged.outgoing += rest.outgoing;
        Ok(purged)
    }

    /// Deletes from the rows of a table up to `end`; gives how many.
    async fn in_steps(
        &self,
        purge: &Arc<Purge>,
        end: i64,
        delete: fn(&Purge, &Connection, i64, i64) -> Result<usize, StoreError>,
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
struct Purge {
    ids: [String; 2],
    tombstones: Tombstones,
    /// When it began, in milliseconds.
    now: i64,
}

impl Purge {
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

    /// Keeps one event away, if it is the account's; gives its key then.
    fn forget_event(
        &self,
        connection: &Connection,
        id: i64,
    ) -> Result<Option<EventKey>, StoreError> {
        let sql = "SELECT key, timestamp FROM event WHERE id = ?1 AND account_id IN (?2, ?3)";
        let found = connection
            .query_row(sql, params![id, self.ids[0], self.ids[1]], |row| {
                Ok((EventKey(row.get(0)?), row.get(1)?))
            })
            .optional()?;
        self.keep_away(connection, found.as_slice())?;
        Ok(found.map(|(key, _)| key))
    }

    /// Keeps away what happened until now; what has no time, or a later one by Instagram's clock, by its
    /// key: others may say something new in that time.
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
        for id in &self.ids {
            self.tombstones.put_account(connection, id, self.now)?;
        }
        Ok(())
    }

    /// The same for outgoing messages, which nobody brings back.
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

/// How far events and outgoing messages are deleted in steps. The newest is left to the last one.
fn ends(connection: &Connection) -> rusqlite::Result<(i64, i64)> {
    let sql = "SELECT (SELECT coalesce(max(id), 0) - 1 FROM event), \
                   (SELECT coalesce(max(id), 0) - 1 FROM outgoing)";
    connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
}
