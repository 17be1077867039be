//! How far the answer to an event has come: what is kept of it, and what became of its messages.

use rusqlite::Connection;

/// Whether a reply to an event was begun, as SQL: it was sent, or perhaps was. Those from before it was handed
/// to its bot `--again` have its number with a minus.
pub(super) const REPLY_BEGUN: &str = "EXISTS (SELECT 1 FROM outgoing WHERE event_id IN (event.id, -event.id) AND state <> 'refused')";

/// How far the answer to an event has come. A round begins with each replay by hand of what was left.
pub(super) struct Progress {
    /// The messages of this round, encrypted, if they are kept.
    pub(super) kept: Option<String>,
    /// Messages of all rounds, those that were refused too.
    pub(super) tried: u32,
    /// Messages of this round that were sent.
    pub(super) sent: u32,
    /// Messages of this round that are being sent, or perhaps were.
    pub(super) doubtful: u32,
}

impl Progress {
    /// How far the answer to an event has come.
    pub(super) fn of(connection: &Connection, event_id: i64) -> rusqlite::Result<Self> {
        // Of an answer that is not kept all messages are of one round.
        let sql = "SELECT (SELECT messages FROM kept_answer WHERE event_id = ?1), count(*), \
                       count(*) FILTER (WHERE new AND state = 'sent'), \
                       count(*) FILTER (WHERE new AND state IN ('sending', 'unknown')) \
                   FROM (SELECT state, id > coalesce( \
                             (SELECT after FROM kept_answer WHERE event_id = ?1), 0) AS new \
                         FROM outgoing WHERE event_id = ?1)";
        connection.prepare_cached(sql)?.query_row([event_id], |row| {
            Ok(Self {
                kept: row.get(0)?,
                tried: row.get(1)?,
                sent: row.get(2)?,
                doubtful: row.get(3)?,
            })
        })
    }

    /// Nobody knows how far it has come. Of an answer that is kept it is known, but for a message that is
    /// being sent, or perhaps was.
    pub(super) fn in_doubt(&self) -> bool {
        self.doubtful > 0 || (self.sent > 0 && self.kept.is_none())
    }

    /// All that was begun of an answer that is not kept was sent: there was no more of it.
    pub(super) fn is_whole(&self) -> bool {
        self.kept.is_none() && self.sent > 0 && self.sent == self.tried
    }
}
