//! Names of customers, learned where Instagram tells them, to find people by.

use jiff::Timestamp;
use rusqlite::params;

use super::accounts::time;
use super::{Store, StoreError};
use crate::domain::id::{AccountId, IgScopedId};

/// A customer as last seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub person_id: IgScopedId,
    /// What they are called, without the `@`.
    pub username: String,
    /// When that was learned.
    pub seen_at: Timestamp,
}

impl Store {
    /// Remembers what people of an account are called; a later name takes the place of an earlier.
    ///
    /// # Errors
    /// As for every write.
    pub async fn learn_people(
        &self,
        account_id: &AccountId,
        people: Vec<Person>,
    ) -> Result<(), StoreError> {
        if people.is_empty() {
            return Ok(());
        }
        let account_id = account_id.to_string();
        self.write(move |connection| {
            let mut statement = connection.prepare_cached(
                "INSERT INTO person (account_id, person_id, username, seen_at) \
                 VALUES (?1, ?2, ?3, ?4) \
                 ON CONFLICT (account_id, person_id) DO UPDATE SET \
                     username = excluded.username, seen_at = excluded.seen_at",
            )?;
            for person in &people {
                let name = person.username.to_ascii_lowercase();
                let (id, seen_at) = (person.person_id.as_str(), person.seen_at.as_millisecond());
                statement.execute(params![account_id, id, name, seen_at])?;
            }
            Ok(())
        })
        .await
    }

    /// Who of an account's customers has a name; more than one if names have changed hands.
    ///
    /// # Errors
    /// As for every read.
    pub async fn people_called(
        &self,
        account_id: &AccountId,
        username: &str,
    ) -> Result<Vec<Person>, StoreError> {
        let values = (account_id.to_string(), username.to_ascii_lowercase());
        self.read(move |connection| {
            let mut statement = connection.prepare_cached(
                "SELECT person_id, username, seen_at FROM person \
                 WHERE account_id = ?1 AND username = ?2 ORDER BY seen_at DESC",
            )?;
            let mut rows = statement.query(values)?;
            let mut people = Vec::new();
            while let Some(row) = rows.next()? {
                let Ok(person_id) = row.get_ref(0)?.as_str().unwrap_or_default().parse() else {
                    continue;
                };
                people.push(Person { person_id, username: row.get(1)?, seen_at: time(row, 2)? });
            }
            Ok(people)
        })
        .await
    }
}
