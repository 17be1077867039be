//! Moving every ciphertext to the first key.

use std::sync::Arc;

use rusqlite::params;
use rusqlite::types::Value;
use schemars::JsonSchema;
use serde::Serialize;

use super::sealed::{AllUnreadable, CANARIES, COLUMNS, Column, Sealed};
use super::{PAUSE, Store, StoreError, schema};

/// Walks through the store before giving up on a process that goes on sealing with an older key.
const PASSES: u32 = 8;

/// How a change of keys went.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Rekeyed {
    /// Keys that were given.
    pub keys: usize,
    /// Ciphertexts that were looked at, in one walk through the store.
    pub values: u64,
    /// Those that were moved to the first key; with a dry run, those that would be.
    pub moved: u64,
    /// Values that another process wrote under an older key while this one worked.
    pub left: u64,
    /// Values that open with no key. They were left as they are.
    #[serde(flatten)]
    pub unreadable: AllUnreadable,
}

/// What one walk found.
#[derive(Default)]
struct Pass {
    values: u64,
    /// Under an older key when they were read.
    older: u64,
    moved: u64,
    unreadable: AllUnreadable,
}

impl Store {
    /// Moves every value to the first key, in small steps between which others work.
    ///
    /// Each value is replaced only if it is still the one that was read, and looked at again
    /// otherwise. The canary goes last: until then the first key alone is refused as a wrong one, so
    /// that a change that was interrupted cannot be taken for one that ended. It goes on where it
    /// stopped when it is run again.
    ///
    /// A process that was started without the first key cannot read what is moved. It is told so by
    /// a second canary, lest it take the rows for damaged ones and give them up. `progress` is told how many
    /// values of about how many are done.
    ///
    /// # Errors
    /// What was moved before an error stays moved.
    pub async fn rekey(
        &self,
        dry_run: bool,
        progress: impl Fn(u64, u64),
    ) -> Result<Rekeyed, StoreError> {
        let total = self.sealed_count().await?;
        let mut rekeyed = Rekeyed { keys: self.cipher.keys(), ..Rekeyed::default() };
        if !dry_run && rekeyed.keys > 1 {
            let cipher = Arc::clone(&self.cipher);
            self.write(move |connection| Ok(schema::announce_key(connection, &cipher)?)).await?;
        }
        for _ in 0..PASSES {
            let mut pass = Pass::default();
            for column in &COLUMNS {
                self.walk(column, dry_run, &mut pass, &|done| progress(done, total)).await?;
            }
            rekeyed.moved += if dry_run { pass.older } else { pass.moved };
            rekeyed.left = pass.older;
            (rekeyed.values, rekeyed.unreadable) = (pass.values, pass.unreadable);
            if dry_run || pass.older == 0 {
                break;
            }
        }
        if dry_run || rekeyed.left == 0 {
            let mut last = Pass::default();
            self.walk(&CANARIES, dry_run, &mut last, &|_| {}).await?;
            rekeyed.values += last.values;
            rekeyed.moved += if dry_run { last.older } else { last.moved };
            rekeyed.left = 0;
        }
        if !dry_run && rekeyed.keys > 1 && rekeyed.left == 0 {
            self.write(|connection| Ok(schema::retract_key(connection)?)).await?;
        }
        if !dry_run && rekeyed.moved > 0 {
            self.checkpoint().await?;
        }
        Ok(rekeyed)
    }

    async fn walk(
        &self,
        column: &'static Column,
        dry_run: bool,
        pass: &mut Pass,
        progress: &impl Fn(u64),
    ) -> Result<(), StoreError> {
        let mut after = column.before_first.clone();
        loop {
            let batch = self.sealed_after(column, after).await?;
            let Some(last) = batch.last() else { return Ok(()) };
            after = last.id.clone();
            pass.values += batch.len() as u64;
            let mut moves = Vec::new();
            for sealed in batch {
                match column.open(&self.cipher, &sealed) {
                    Some((0, _)) => {}
                    Some((_, text)) => {
                        let fresh = self.cipher.seal(column.context(&sealed), &text);
                        moves.push((sealed, fresh));
                    }
                    None => pass.unreadable.note(column.unreadable(&sealed)),
                }
            }
            pass.older += moves.len() as u64;
            if !dry_run && !moves.is_empty() {
                pass.moved += self.replace(column, moves).await?;
                tokio::time::sleep(PAUSE).await;
            }
            progress(pass.values);
        }
    }

    /// Puts fresh ciphertexts in place of those that are still as they were read.
    async fn replace(
        &self,
        column: &'static Column,
        moves: Vec<(Sealed, String)>,
    ) -> Result<u64, StoreError> {
        self.write(move |connection| {
            let Column { table, column, id, .. } = column;
            let sql = format!("UPDATE {table} SET {column} = ?3 WHERE {id} = ?1 AND {column} = ?2");
            let mut statement = connection.prepare_cached(&sql)?;
            let mut moved = 0;
            for (sealed, fresh) in moves {
                let (id, old): (Value, _) = (sealed.id, sealed.token);
                moved += statement.execute(params![id, old, fresh])? as u64;
            }
            Ok(moved)
        })
        .await
    }
}
