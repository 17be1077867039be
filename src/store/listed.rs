//! Events by person, in order of time (`migrations/0003.sql`, `listed`).
//!
//! Intake leaves new events out of that index. Whoever asks for a person looks into the index
//! ([`LISTED`]) and through the events that are not in it yet ([`UNLISTED`]).

use rusqlite::params;

use super::{PAUSE, Store, StoreError};

/// Events listed in one transaction, so that no delivery waits long for it.
const BATCH: u32 = 200;

/// The events that are in the index, as SQL; to be narrowed by `peer_id`.
pub(super) const LISTED: &str = "event INDEXED BY event_person WHERE listed = 1";

/// The events that are not, as SQL: the last that came.
pub(super) const UNLISTED: &str = "event WHERE id > (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'listed') AND listed = 0";

impl Store {
    /// Puts up to `limit` events into the index by person, those first that came first.
    ///
    /// # Errors
    /// What was put in before an error stays in.
    pub async fn list_events(&self, limit: u32) -> Result<(), StoreError> {
        for _ in 0..limit.div_ceil(BATCH) {
            let rows = self
                .write(|connection| {
                    // Read here: another process may list too.
                    let sql = "SELECT count(*), coalesce(min(id), 0), coalesce(max(id), 0) FROM \
                                   (SELECT id FROM event WHERE id > \
                                       (SELECT CAST(value AS INTEGER) FROM meta \
                                        WHERE name = 'listed') ORDER BY id LIMIT ?1)";
                    let (rows, first, last): (u32, i64, i64) = connection
                        .prepare_cached(sql)?
                        .query_row([BATCH], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
                    if rows == 0 {
                        return Ok(0);
                    }
                    // A receipt says nothing that anybody would look for.
                    let sql = "UPDATE event SET listed = 1 WHERE id BETWEEN ?1 AND ?2 \
                                   AND listed = 0 AND kind <> 'read' AND (peer_id IS NOT NULL \
                                       OR kind IN ('message', 'message_edit', 'postback'))";
                    connection.prepare_cached(sql)?.execute(params![first, last])?;
                    let sql = "UPDATE meta SET value = ?1 WHERE name = 'listed'";
                    connection.prepare_cached(sql)?.execute([last.to_string()])?;
                    Ok(rows)
                })
                .await?;
            if rows < BATCH {
                break;
            }
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    }
}
