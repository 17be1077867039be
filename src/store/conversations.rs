//! What the events of a conversation tell of it.

use rusqlite::{Connection, params};

use super::arrival::SKEW;
use super::columns::{time, word};
use super::listed::{LISTED, UNLISTED};
use super::{Store, StoreError};
use crate::domain::event::EventKind;
use crate::domain::id::IgScopedId;
use crate::domain::window::{Opening, Opens};

impl Store {
    /// The last thing that a person did which opened the messaging window of the account with these
    /// ids; `None` if the store knows of nothing.
    ///
    /// An event in standby opens it too: the person wrote, whoever answers. Echoes, dashboard tests
    /// and edits do not, but an edit with the number 0 does, being a new message (reference 8.5).
    pub async fn last_opening(
        &self,
        account_ids: &[String],
        person: &IgScopedId,
    ) -> Result<Option<Opening>, StoreError> {
        let (account_ids, person) = (account_ids.to_vec(), person.clone());
        self.read(move |connection| last_opening(connection, &account_ids, person.as_str())).await
    }
}

pub(super) fn last_opening(
    connection: &Connection,
    account_ids: &[String],
    person: &str,
) -> Result<Option<Opening>, StoreError> {
    let mut found: Option<Opening> = None;
    for events in [LISTED, UNLISTED] {
        // Walked only as far as the first that is certain, mostly one row.
        let sql = format!(
            "SELECT at, kind, account_id, fetched IS NOT NULL, standby, \
                 state = 'ignored' AND reason IS NULL AS parked, received_at \
             FROM {events} AND peer_id = ?1 AND direction = 'received' AND NOT test \
                 AND object = 'instagram' \
             ORDER BY at DESC"
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![person])?;
        while let Some(row) = rows.next()? {
            if !account_ids.iter().any(|id| row.get_ref(2).is_ok_and(|it| it.as_str() == Ok(id))) {
                continue;
            }
            let kind = EventKind::from_word(word(row, 1)?);
            let (fetched, standby, parked) = (row.get(3)?, row.get(4)?, row.get(5)?);
            let opens = match kind {
                EventKind::MessageEdit => edit_opens(fetched, standby, parked),
                kind => Opens::by(kind),
            };
            if opens == Opens::Not {
                continue;
            }
            let certain = opens == Opens::Surely;
            let (at, received_at) = (time(row, 0)?, time(row, 6)?);
            // Nothing is written after it has come: a later time is a clock that is wrong.
            let ahead = at > received_at + SKEW;
            let at = if ahead { received_at } else { at };
            let opening = Opening { at, certain, before: None };
            found = Some(match found {
                Some(other) if other.at < opening.at => opening.after(other),
                Some(other) => other.after(opening),
                None => opening,
            });
            if certain && !ahead {
                break;
            }
        }
    }
    Ok(found)
}

/// What an edit does, of which only the encrypted part says whether it is a new message.
///
/// Intake keeps true edits away from bots and gives no reason; with the number 0 they wait to be
/// fetched. In standby both are kept away.
fn edit_opens(fetched: bool, standby: bool, parked: bool) -> Opens {
    match (fetched || !parked, standby) {
        (true, _) => Opens::Surely,
        (false, true) => Opens::Perhaps,
        (false, false) => Opens::Not,
    }
}
