//! Looking at every page and every ciphertext.

use schemars::JsonSchema;
use serde::Serialize;

use super::backup::findings;
use super::sealed::{AllUnreadable, CANARIES, COLUMNS};
use super::writer::Access;
use super::{Store, StoreError};

/// What was found in the store.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Verification {
    /// What is wrong with the file itself.
    pub damage: Vec<String>,
    /// Ciphertexts that were looked at.
    pub values: u64,
    /// How many of them opened with each key, in the order of the keys.
    pub values_by_key: Vec<u64>,
    /// Those that opened with none.
    #[serde(flatten)]
    pub unreadable: AllUnreadable,
}

impl Verification {
    /// Whether nothing at all is wrong.
    pub fn is_sound(&self) -> bool {
        self.damage.is_empty() && self.unreadable.count == 0
    }

    /// Values that the first key does not open but an older one does.
    pub fn under_older_keys(&self) -> u64 {
        self.values_by_key.iter().skip(1).sum()
    }
}

impl Store {
    /// Checks the structure of the file and decrypts everything that is sealed in it.
    ///
    /// Others work meanwhile. `progress` is told how many values of about how many are done.
    ///
    /// # Errors
    /// The store cannot be read at all; damage is what this reports, not an error.
    pub async fn verify(&self, progress: impl Fn(u64, u64)) -> Result<Verification, StoreError> {
        let mut found = Verification {
            damage: self.structure().await?,
            values_by_key: vec![0; self.cipher.keys()],
            ..Verification::default()
        };
        let total = match self.sealed_count().await {
            Err(StoreError::Damaged(_) | StoreError::Sqlite(_)) => 0,
            count => count?,
        };
        for column in COLUMNS.iter().chain([&CANARIES]) {
            let mut after = column.before_first.clone();
            loop {
                let batch = match self.sealed_after(column, after.clone()).await {
                    Ok(batch) => batch,
                    Err(StoreError::Damaged(error) | StoreError::Sqlite(error)) => {
                        found.damage.push(format!("{} cannot be read: {error}", column.table));
                        break;
                    }
                    Err(StoreError::Unsound { problem, .. }) => {
                        found.damage.push(problem);
                        break;
                    }
                    Err(error) => return Err(error),
                };
                let Some(last) = batch.last() else { break };
                after = last.id.clone();
                for sealed in &batch {
                    found.values += 1;
                    let key = column.open(&self.cipher, sealed).map(|(key, _)| key);
                    match key.and_then(|key| found.values_by_key.get_mut(key)) {
                        Some(count) => *count += 1,
                        None => found.unreadable.note(column.unreadable(sealed)),
                    }
                }
                progress(found.values, total);
            }
        }
        Ok(found)
    }

    /// What SQLite's own checks say about the file.
    async fn structure(&self) -> Result<Vec<String>, StoreError> {
        let checked = self
            .queue(Access::Alone, |connection| {
                let mut damage = findings(connection, "integrity_check")?;
                let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    let table: String = row.get(0)?;
                    damage.push(format!("a row of {table} refers to one that is not there"));
                }
                Ok(damage)
            })
            .await;
        match checked {
            Err(StoreError::Damaged(error) | StoreError::Sqlite(error)) => {
                Ok(vec![format!("the file cannot be checked: {error}")])
            }
            checked => checked,
        }
    }
}
