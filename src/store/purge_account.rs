//! Deleting everything of an account's conversations.

use rusqlite::{Connection, params};

use super::purge::{PAUSE, blank};
use super::tombstone::Tombstones;
use super::{Store, StoreError};
use crate::domain::account::Account;
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
    /// the store, and with the last of them the account. `fresh` are 22 random characters or more.
    ///
    /// # Errors
    /// As for every write; what was deleted until then is deleted, and asking again does the rest.
    pub async fn purge_account(
        &self,
        account: &Account,
        fresh: &str,
    ) -> Result<AccountPurged, StoreError> {
        let mut purged = AccountPurged::default();
        let (events, outgoing) = self.read(|connection| Ok(ends(connection)?)).await?;
        for (table, end, count) in
            [("event", events, &mut purged.events), ("outgoing", outgoing, &mut purged.outgoing)]
        {
            let mut after = 0;
            while after < end {
                let upto = end.min(after + PAGE);
                *count += self.delete_page(account, table, after, upto).await?;
                tokio::time::sleep(PAUSE).await;
                after = upto;
            }
        }
        let (ids, fresh) = (account.ids(), fresh.to_owned());
        let cipher = std::sync::Arc::clone(&self.cipher);
        let rest = self.write(move |connection| {
            // What came meanwhile.
            let sql = "DELETE FROM event WHERE id > ?1 AND account_id IN (?2, ?3) \
                           AND id < (SELECT max(id) FROM event)";
            let mut rest = AccountPurged {
                events: connection.execute(sql, params![events, ids[0], ids[1]])?,
                outgoing: connection.execute(
                    "DELETE FROM outgoing WHERE id > ?1 AND account_id IN (?2, ?3)",
                    params![outgoing, ids[0], ids[1]],
                )?,
            };
            // The newest row stays, empty: its number must never be given to another.
            let sql = "SELECT id, key FROM event \
                       WHERE id = (SELECT max(id) FROM event) AND account_id IN (?1, ?2)";
            let mut statement = connection.prepare(sql)?;
            let mut rows = statement.query(params![ids[0], ids[1]])?;
            let newest = match rows.next()? {
                Some(row) => Some((row.get(0)?, EventKey(row.get(1)?))),
                None => None,
            };
            if let Some((id, key)) = &newest {
                let tombstones = Tombstones::for_new(connection, &cipher, &fresh)?;
                blank(connection, &cipher, &tombstones, *id, key)?;
                connection.execute("UPDATE event SET account_id = '' WHERE id = ?1", [id])?;
            }
            for table in ["batch", "person", "rate", "usage", "account"] {
                let sql = format!("DELETE FROM {table} WHERE account_id = ?1");
                connection.execute(&sql, [&ids[0]])?;
            }
            rest.events += usize::from(newest.is_some());
            Ok(rest)
        });
        let rest = rest.await?;
        purged.events += rest.events;
        purged.outgoing += rest.outgoing;
        Ok(purged)
    }

    /// Deletes what an account has of some rows of a table; gives how many.
    async fn delete_page(
        &self,
        account: &Account,
        table: &'static str,
        after: i64,
        upto: i64,
    ) -> Result<usize, StoreError> {
        let ids = account.ids();
        self.write(move |connection| {
            let sql = format!(
                "DELETE FROM {table} WHERE id > ?1 AND id <= ?2 AND account_id IN (?3, ?4)"
            );
            let values = params![after, upto, ids[0], ids[1]];
            Ok(connection.prepare_cached(&sql)?.execute(values)?)
        })
        .await
    }
}

/// How far events and outgoing messages are deleted in steps. The newest is left to the last one.
fn ends(connection: &Connection) -> rusqlite::Result<(i64, i64)> {
    let sql = "SELECT (SELECT coalesce(max(id), 0) - 1 FROM event), \
                   (SELECT coalesce(max(id), 0) - 1 FROM outgoing)";
    connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
}
