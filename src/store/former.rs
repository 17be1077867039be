//! Accounts that were unlinked and whose conversations stayed.

use std::sync::Arc;

use rusqlite::Connection;

use super::cipher::{Cipher, CipherContext};
use super::{Store, StoreError};

impl Store {
    /// Both ids of an account that was unlinked, by either of them.
    pub async fn former_ids(&self, id: &str) -> Result<Option<[String; 2]>, StoreError> {
        let (id, cipher) = (id.to_owned(), Arc::clone(&self.cipher));
        self.read(move |connection| by_either_id(connection, &cipher, &id)).await
    }

    /// Whether anything is stored of an account's conversations: of those that were unlinked before such
    /// accounts were remembered nothing else is known. Looks at all that is stored.
    pub async fn has_conversations(&self, id: &str) -> Result<bool, StoreError> {
        let id = id.to_owned();
        self.read(move |connection| {
            let sql = "SELECT EXISTS (SELECT 1 FROM event WHERE account_id = ?1) \
                           OR EXISTS (SELECT 1 FROM outgoing WHERE account_id = ?1)";
            Ok(connection.query_row(sql, [id], |row| row.get(0))?)
        })
        .await
    }
}

/// Remembers the ids of an account that is unlinked, or whose conversations were deleted.
pub(super) fn remember(
    connection: &Connection,
    cipher: &Cipher,
    ids: [&str; 2],
) -> Result<(), StoreError> {
    forget(connection, cipher, ids)?;
    let sql = "SELECT coalesce(max(id), 0) + 1 FROM former_account";
    let id: i64 = connection.query_row(sql, [], |row| row.get(0))?;
    let sealed = cipher.seal(context(&id.to_string()), &ids.join(" "));
    connection.execute("INSERT INTO former_account (id, ids) VALUES (?1, ?2)", (id, sealed))?;
    connection.execute("UPDATE login SET account_id = NULL WHERE account_id IN (?1, ?2)", ids)?;
    Ok(())
}

/// Forgets an account that is linked again.
pub(super) fn forget(
    connection: &Connection,
    cipher: &Cipher,
    [account_id, app_scoped_id]: [&str; 2],
) -> Result<(), StoreError> {
    for (id, ids) in all(connection, cipher)? {
        if ids.iter().any(|known| known == account_id || known == app_scoped_id) {
            connection.execute("DELETE FROM former_account WHERE id = ?1", [id])?;
        }
    }
    Ok(())
}

/// Both ids of an account that was unlinked, the one of its webhooks first.
pub(super) fn by_either_id(
    connection: &Connection,
    cipher: &Cipher,
    id: &str,
) -> Result<Option<[String; 2]>, StoreError> {
    let found = all(connection, cipher)?.into_iter().find(|(_, ids)| ids.iter().any(|it| it == id));
    Ok(found.map(|(_, ids)| ids))
}

/// All of them: few accounts are ever unlinked. One that cannot be decrypted is left out: nothing that comes
/// must be refused for it.
pub(super) fn all(
    connection: &Connection,
    cipher: &Cipher,
) -> Result<Vec<(i64, [String; 2])>, StoreError> {
    let mut statement = connection.prepare("SELECT id, ids FROM former_account")?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, sealed): (i64, String) = (row.get(0)?, row.get(1)?);
        let Ok(ids) = cipher.open(context(&id.to_string()), &sealed) else { continue };
        if let Some((account_id, app_scoped_id)) = ids.split_once(' ') {
            all.push((id, [account_id.to_owned(), app_scoped_id.to_owned()]));
        }
    }
    Ok(all)
}

fn context(row: &str) -> CipherContext<'_> {
    CipherContext { table: "former_account", column: "ids", row }
}
