//! Deleting everything of an account's conversations.

use rusqlite::params;

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
    /// the store. `fresh` are 22 random characters or more.
    ///
    /// # Errors
    /// As for every write; what was deleted until then is deleted, and asking again does the rest.
    pub async fn purge_account(
        &self,
        account: &Account,
        fresh: &str,
    ) -> Result<AccountPurged, StoreError> {
        let mut purged = AccountPurged::default();
        for (table, count) in [("event", &mut purged.events), ("outgoing", &mut purged.outgoing)] {
            let mut after = 0;
            while let Some((deleted, upto)) = self.delete_page(account, table, after).await? {
                *count += deleted;
                after = upto;
                tokio::time::sleep(PAUSE).await;
            }
        }
        let (ids, fresh) = (account.ids(), fresh.to_owned());
        let cipher = std::sync::Arc::clone(&self.cipher);
        let emptied = self.write(move |connection| {
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
            for table in ["batch", "person", "rate", "usage"] {
                let sql = format!("DELETE FROM {table} WHERE account_id = ?1");
                connection.execute(&sql, [&ids[0]])?;
            }
            Ok(usize::from(newest.is_some()))
        });
        purged.events += emptied.await?;
        Ok(purged)
    }

    /// Deletes what an account has of the next rows of a table; gives how many, and how far it has
    /// come. `None` at the end.
    async fn delete_page(
        &self,
        account: &Account,
        table: &'static str,
        after: i64,
    ) -> Result<Option<(usize, i64)>, StoreError> {
        let ids = account.ids();
        self.write(move |connection| {
            let sql = format!("SELECT coalesce(max(id), 0) FROM {table}");
            let newest: i64 = connection.prepare_cached(&sql)?.query_row([], |row| row.get(0))?;
            if after >= newest {
                return Ok(None);
            }
            let upto = newest.min(after + PAGE);
            let sql = format!(
                "DELETE FROM {table} WHERE id > ?1 AND id <= ?2 AND account_id IN (?3, ?4) \
                     AND ('{table}' <> 'event' OR id < ?5)"
            );
            let values = params![after, upto, ids[0], ids[1], newest];
            Ok(Some((connection.prepare_cached(&sql)?.execute(values)?, upto)))
        })
        .await
    }
}
