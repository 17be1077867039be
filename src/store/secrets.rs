//! When each configured secret last made the signature of a delivery, so that an operator knows when
//! the one of before a reset can go; and when a delivery was last refused for its signature.

use std::fmt;

use jiff::Timestamp;
use rusqlite::{OptionalExtension as _, params};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Store, StoreError};
use crate::domain::time::Time;

/// What is known of a secret that may sign deliveries: a `meta` row `secret:` and the name of its
/// setting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SecretUse {
    /// Its setting.
    pub name: String,
    /// Since when `serve` has it.
    #[schemars(with = "Time")]
    pub known: Timestamp,
    /// When it last made the signature of a delivery, to a minute.
    #[schemars(with = "Option<Time>")]
    pub used: Option<Timestamp>,
}

impl fmt::Display for SecretUse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, known, .. } = self;
        match self.used {
            Some(used) => write!(f, "{name} last made a signature at {used:.0}"),
            None => write!(f, "{name} has made no signature since {known:.0}"),
        }
    }
}

/// A delivery that was refused for its signature: the `meta` row `refused`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedDelivery {
    /// When it came.
    pub at: Timestamp,
    /// Why, in the word that the log and the metrics have for it.
    pub reason: String,
}

impl Store {
    /// Notes that a delivery was refused for its signature.
    pub async fn note_refused(&self, refused: RefusedDelivery) -> Result<(), StoreError> {
        let sql = "INSERT INTO meta (name, value) VALUES ('refused', ?1) \
                   ON CONFLICT (name) DO UPDATE SET value = ?1";
        self.execute(sql, [serde_json::to_string(&refused)?]).await
    }

    /// The last delivery that was refused for its signature, to about a minute.
    pub async fn last_refused(&self) -> Result<Option<RefusedDelivery>, StoreError> {
        self.read(|connection| {
            let sql = "SELECT value FROM meta WHERE name = 'refused'";
            let mut statement = connection.prepare_cached(sql)?;
            let found: Option<String> = statement.query_row([], |row| row.get(0)).optional()?;
            Ok(found.and_then(|row| serde_json::from_str(&row).ok()))
        })
        .await
    }

    /// Notes which secrets there are from now on. What was known of any other is forgotten, so that a
    /// later reset does not find the times of an earlier one.
    pub async fn keep_secrets(
        &self,
        names: Vec<&'static str>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            let names = serde_json::json!(names).to_string();
            let sql = "DELETE FROM meta WHERE name GLOB 'secret:*' AND name NOT IN \
                       (SELECT 'secret:' || value FROM json_each(?1))";
            connection.execute(sql, [&names])?;
            let sql = "INSERT INTO meta (name, value) \
                       SELECT 'secret:' || value, json_object('name', value, 'known', ?2) \
                       FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING";
            connection.execute(sql, params![names, now.to_string()])?;
            Ok(())
        })
        .await
    }

    /// Notes that a secret has just made the signature of a delivery.
    pub async fn note_secret_used(
        &self,
        name: &'static str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO meta (name, value) \
                   VALUES ('secret:' || ?1, json_object('name', ?1, 'known', ?2, 'used', ?2)) \
                   ON CONFLICT (name) DO UPDATE SET value = json_set(value, '$.used', ?2)";
        self.execute(sql, (name, now.to_string())).await
    }

    /// What is known of each secret, by the name of its setting.
    pub async fn secret_uses(&self) -> Result<Vec<SecretUse>, StoreError> {
        self.read(|connection| {
            let sql = "SELECT value FROM meta WHERE name GLOB 'secret:*' ORDER BY name";
            let mut statement = connection.prepare_cached(sql)?;
            let found = statement.query_map([], |row| row.get::<_, String>(0))?;
            let found = found.collect::<Result<Vec<_>, _>>()?;
            // A row that somebody has bent by hand is as good as none.
            Ok(found.iter().filter_map(|row| serde_json::from_str(row).ok()).collect())
        })
        .await
    }
}
