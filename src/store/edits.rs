//! What a message says since it was edited.

use rusqlite::{Connection, params};
use zeroize::Zeroizing;

use super::cipher::Cipher;
use super::inbox::raw_context;

/// Edits read of one message: far more than anybody makes.
const MOST: u32 = 20;

/// An edit as it lies in its row.
pub(super) struct SealedEdit {
    key: String,
    raw: String,
}

/// The edits of a message of a conversation, the newest first: those that came behind the row `after`, where the
/// message was read out of Instagram's history as it was by then.
pub(super) fn of(
    connection: &Connection,
    mid: &str,
    person: &str,
    after: Option<i64>,
) -> rusqlite::Result<Vec<SealedEdit>> {
    let sql = "SELECT lower(hex(key)), raw FROM event \
               WHERE kind = 'message_edit' AND mid = ?1 AND peer_id = ?3 AND object = 'instagram' \
                   AND id > ?4 \
               ORDER BY at DESC, id DESC LIMIT ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let edits = statement.query_map(params![mid, MOST, person, after.unwrap_or(0)], |row| {
        Ok(SealedEdit { key: row.get(0)?, raw: row.get(1)? })
    })?;
    edits.collect()
}

/// The elements of deliveries that they came as; one that does not decrypt is left out.
pub(super) fn open(cipher: &Cipher, edits: &[SealedEdit]) -> Vec<Zeroizing<String>> {
    edits.iter().filter_map(|edit| cipher.open(raw_context(&edit.key), &edit.raw).ok()).collect()
}
