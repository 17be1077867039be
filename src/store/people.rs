//! Names of customers, learned where Instagram tells them, to find people by.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use super::columns::{time, word};
use super::listed::{LISTED, UNLISTED};
use super::purge::last;
use super::tombstone::Tombstones;
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
    /// Not of people who were purged and have not been heard of since.
    pub async fn learn_people(
        &self,
        account_id: &AccountId,
        people: Vec<Person>,
    ) -> Result<(), StoreError> {
        if people.is_empty() {
            return Ok(());
        }
        let account_id = account_id.to_string();
        let cipher = std::sync::Arc::clone(&self.cipher);
        self.write(move |connection| {
            let tombstones = Tombstones::of(connection, &cipher)?;
            let mut statement = connection.prepare_cached(
                "INSERT INTO person (account_id, person_id, username, seen_at) \
                 SELECT ?1, ?2, ?3, ?4 \
                 WHERE EXISTS (SELECT 1 FROM account WHERE account_id = ?1) \
                 ON CONFLICT (account_id, person_id) DO UPDATE SET \
                     username = excluded.username, seen_at = excluded.seen_at",
            )?;
            for person in &people {
                let name = person.username.to_ascii_lowercase();
                let (id, seen_at) = (person.person_id.as_str(), person.seen_at.as_millisecond());
                if let Some(tombstones) = &tombstones
                    && tombstones.knows(connection, &account_id, id)?
                    && last(connection, id)? == 0
                {
                    continue;
                }
                statement.execute(params![account_id, id, name, seen_at])?;
            }
            Ok(())
        })
        .await
    }

    /// What a person is called, if that was learned.
    pub async fn name_of(&self, person: &str) -> Result<Option<String>, StoreError> {
        let person = person.to_owned();
        self.read(move |connection| name_of(connection, &person)).await
    }

    /// The ids of the accounts to which a person has written, as their deliveries name them.
    pub async fn accounts_of(&self, person: &IgScopedId) -> Result<Vec<String>, StoreError> {
        let person = person.to_string();
        self.read(move |connection| {
            let sql = format!(
                "SELECT account_id FROM {LISTED} AND peer_id = ?1 \
                 UNION SELECT account_id FROM {UNLISTED} AND peer_id = ?1"
            );
            let mut statement = connection.prepare_cached(&sql)?;
            let rows = statement.query_map([person], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Who of an account's customers has a name; more than one if names have changed hands.
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
                let Ok(person_id) = word(row, 0)?.parse() else {
                    continue;
                };
                people.push(Person { person_id, username: row.get(1)?, seen_at: time(row, 2)? });
            }
            Ok(people)
        })
        .await
    }
}

pub(super) fn name_of(connection: &Connection, person: &str) -> Result<Option<String>, StoreError> {
    // By the id alone, which no two accounts share.
    let sql = "SELECT username FROM person WHERE person_id = ?1 ORDER BY seen_at DESC LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row([person], |row| row.get(0)).optional()?)
}
