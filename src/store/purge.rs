//! Deleting everything of one person.

use std::collections::HashSet;
use std::hash::{BuildHasher as _, RandomState};
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, params};
use schemars::JsonSchema;
use serde::Serialize;
use zeroize::Zeroizing;

use super::arrival::comments_of;
use super::cipher::Cipher;
use super::columns::word;
use super::inbox::raw_context;
use super::listed::{LISTED, UNLISTED};
use super::records::newest;
use super::tombstone::Tombstones;
use super::{PAUSE, Store, StoreError};
use crate::domain::event::EventKey;
use crate::domain::id::IgScopedId;

/// Rows looked at in one read, and rows deleted in one write, so that nobody waits long.
const PAGE: i64 = 2_000;
const DELETED: usize = 200;

/// How far ahead of ours Instagram's clock is believed to be: an event dated in years would keep away
/// for years what the person does.
const AHEAD: SignedDuration = SignedDuration::from_mins(5);

/// What a purge took, or would take.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PersonPurged {
    /// Events.
    pub events: u64,
    /// Outgoing messages.
    pub outgoing: u64,
    /// Names.
    pub names: u64,
    /// Of the events, those that waited for a bot.
    pub waiting_events: u64,
    /// Of the events, those that a bot was working on: its answer is not sent any more.
    pub running_events: u64,
    /// Of the outgoing messages, those of batches whose turn had not come.
    pub waiting_messages: u64,
    /// Of the outgoing messages, those that were on their way: they may still arrive.
    pub sending_messages: u64,
}

/// Whom a purge is about.
#[derive(Debug, Clone)]
pub struct Whom {
    /// Ids of the account; empty for all.
    pub account_ids: Vec<String>,
    /// The person.
    pub person: IgScopedId,
}

impl Whom {
    /// A condition on the accounts, as SQL, with [`Self::accounts`] as this parameter.
    fn of_accounts(parameter: u8) -> String {
        format!(
            "(?{parameter} IS NULL OR account_id IN (SELECT value FROM json_each(?{parameter})))"
        )
    }

    /// The accounts as a list in JSON; nothing for all.
    fn accounts(&self) -> Option<String> {
        let ids = Some(&self.account_ids).filter(|ids| !ids.is_empty())?;
        Some(serde_json::Value::from(ids.clone()).to_string())
    }
}

/// How far a purge reaches.
struct Reach {
    /// Last rows of before it began.
    event: i64,
    outgoing: i64,
    /// Until when the person is kept away, in milliseconds; what is dated later is so by its key.
    until: i64,
    /// Under which names messages may have gone to the person.
    recipients: Vec<String>,
    /// What keeps the person away; `None` where nothing is to be changed.
    tombstones: Option<Arc<Tombstones>>,
}

/// An event to be deleted.
struct Gone {
    id: i64,
    key: EventKey,
    /// It has no time, or one that the person's tombstone does not reach.
    untimed: bool,
}

impl Store {
    /// Deletes everything of a person, and keeps what they did until now from coming back.
    ///
    /// The tombstone and the end of open work are one transaction, and come first: nothing of the
    /// person is taken in or handed out while the rest is deleted in small steps. `fresh` are 22
    /// random characters or more. With `dry_run` it is only counted. `progress` is told how many
    /// rows were looked at, of about how many.
    ///
    /// # Errors
    /// What was deleted before an error stays deleted, and asking again does the rest.
    pub async fn purge_person(
        &self,
        whom: &Whom,
        fresh: &str,
        now: Timestamp,
        dry_run: bool,
        progress: impl Fn(u64, u64),
    ) -> Result<PersonPurged, StoreError> {
        let mut purged = PersonPurged::default();
        let reach = self.begin_purge(whom, fresh, now, dry_run, &mut purged).await?;
        let total = self.sealed_count().await?;
        let mut seen = 0;
        let mut look = |rows: i64| {
            seen += rows.unsigned_abs();
            progress(seen.min(total), total);
        };
        self.purge_outgoing(whom, &reach, dry_run, &mut purged, &mut look).await?;
        self.purge_events(whom, &reach, &mut purged, &mut look).await?;
        let sql = match dry_run {
            true => "SELECT count(*) FROM person WHERE person_id = ?1",
            false => "DELETE FROM person WHERE person_id = ?1",
        };
        let sql = format!("{sql} AND {}", Whom::of_accounts(2));
        let values = (whom.person.to_string(), whom.accounts());
        purged.names = match dry_run {
            true => self
                .read(move |connection| {
                    Ok(connection.query_row(&sql, values, |row| row.get::<_, i64>(0))?)
                })
                .await?
                .unsigned_abs(),
            false => {
                self.write(move |connection| Ok(connection.execute(&sql, values)? as u64)).await?
            }
        };
        Ok(purged)
    }

    async fn begin_purge(
        &self,
        whom: &Whom,
        fresh: &str,
        now: Timestamp,
        dry_run: bool,
        purged: &mut PersonPurged,
    ) -> Result<Reach, StoreError> {
        let cipher = Arc::clone(&self.cipher);
        let (whom, fresh) = (whom.clone(), Zeroizing::new(fresh.to_owned()));
        let work = move |connection: &Connection| {
            let person = whom.person.as_str();
            let accounts = accounts(connection, &whom)?;
            let waiting = count_open(connection, &accounts, person, "pending")?;
            let running = count_open(connection, &accounts, person, "running")?;
            let mut recipients = vec![person.to_owned()];
            recipients.extend(comments_of(connection, person, i64::MIN)?);
            let sql = "SELECT (SELECT coalesce(max(id), 0) FROM event), \
                           (SELECT coalesce(max(id), 0) FROM outgoing)";
            let (event, outgoing) =
                connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let now = now.as_millisecond();
            let until = last(connection, person)?.clamp(now, now + AHEAD.as_millis() as i64);
            let mut put = None;
            if !dry_run {
                let tombstones = Tombstones::for_new(connection, &cipher, &fresh)?;
                for account in &accounts {
                    tombstones.put_person(connection, account, person, until)?;
                }
                end_open(connection, &accounts, person)?;
                put = Some(Arc::new(tombstones));
            }
            let reach = Reach { event, outgoing, until, recipients, tombstones: put };
            Ok((waiting, running, reach))
        };
        let (waiting, running, reach) = match dry_run {
            true => self.read(work).await?,
            false => self.write(work).await?,
        };
        (purged.waiting_events, purged.running_events) = (waiting, running);
        Ok(reach)
    }

    async fn purge_outgoing(
        &self,
        whom: &Whom,
        reach: &Reach,
        dry_run: bool,
        purged: &mut PersonPurged,
        look: &mut impl FnMut(i64),
    ) -> Result<(), StoreError> {
        let sql = format!(
            "SELECT id, state, recipient_id FROM outgoing WHERE id > ?1 AND id <= ?2 AND {}",
            Whom::of_accounts(3)
        );
        let recipients: HashSet<_> = reach.recipients.iter().cloned().collect();
        let recipients = Arc::new(recipients);
        let mut after = 0;
        while after < reach.outgoing {
            let upto = reach.outgoing.min(after + PAGE);
            let (sql, values) = (sql.clone(), (after, upto, whom.accounts()));
            let recipients = Arc::clone(&recipients);
            let found: Vec<(i64, String)> = self
                .read(move |connection| {
                    let mut statement = connection.prepare_cached(&sql)?;
                    let mut rows = statement.query(values)?;
                    let mut found = Vec::new();
                    while let Some(row) = rows.next()? {
                        if recipients.contains(word(row, 2)?) {
                            found.push((row.get(0)?, row.get(1)?));
                        }
                    }
                    Ok(found)
                })
                .await?;
            purged.outgoing += found.len() as u64;
            for (_, state) in &found {
                purged.waiting_messages += u64::from(state == "waiting");
                purged.sending_messages += u64::from(state == "sending");
            }
            for ids in found.chunks(DELETED).filter(|_| !dry_run) {
                let ids: Vec<_> = ids.iter().map(|(id, _)| *id).collect();
                self.write(move |connection| {
                    let sql = "DELETE FROM outgoing WHERE id = ?1";
                    let mut statement = connection.prepare_cached(sql)?;
                    for id in ids {
                        statement.execute([id])?;
                    }
                    Ok(())
                })
                .await?;
                tokio::time::sleep(PAUSE).await;
            }
            look(upto - after);
            after = upto;
        }
        Ok(())
    }

    async fn purge_events(
        &self,
        whom: &Whom,
        reach: &Reach,
        purged: &mut PersonPurged,
        look: &mut impl FnMut(i64),
    ) -> Result<(), StoreError> {
        let hasher = RandomState::new();
        let (mut mids, mut nobodys) = (HashSet::new(), Vec::new());
        let sql = format!(
            "SELECT id, key, coalesce(timestamp > ?4, 1), mid, peer_id IS NULL, \
                 ?3 IN (peer_id, sender_id, recipient_id) AS theirs \
             FROM event WHERE id > ?1 AND id <= ?2 \
                 AND (peer_id IS NULL OR ?3 IN (peer_id, sender_id, recipient_id)) AND {}",
            Whom::of_accounts(5)
        );
        let mut after = 0;
        while after < reach.event {
            let upto = reach.event.min(after + PAGE);
            let (sql, hasher) = (sql.clone(), hasher.clone());
            let values = (after, upto, whom.person.to_string(), reach.until, whom.accounts());
            let (gone, more_mids, more_nobodys) = self
                .read(move |connection| {
                    let mut statement = connection.prepare_cached(&sql)?;
                    let mut rows = statement.query(values)?;
                    let (mut gone, mut mids, mut nobodys) = (Vec::new(), Vec::new(), Vec::new());
                    while let Some(row) = rows.next()? {
                        let id = row.get(0)?;
                        if row.get::<_, Option<bool>>(5)? != Some(true) {
                            nobodys.push(id);
                            continue;
                        }
                        gone.push(Gone { id, key: EventKey(row.get(1)?), untimed: row.get(2)? });
                        if let Some(mid) = row.get_ref(3)?.as_str_or_null().unwrap_or_default() {
                            mids.push(hasher.hash_one(mid));
                        }
                    }
                    Ok((gone, mids, nobodys))
                })
                .await?;
            mids.extend(more_mids);
            nobodys.extend(more_nobodys);
            purged.events += gone.len() as u64;
            if let Some(tombstones) = &reach.tombstones {
                self.delete_events(gone, tombstones).await?;
            }
            look(upto - after);
            after = upto;
        }
        let gone = self.of_the_same(whom, nobodys, mids, hasher).await?;
        purged.events += gone.len() as u64;
        match &reach.tombstones {
            Some(tombstones) => self.delete_events(gone, tombstones).await,
            None => Ok(()),
        }
    }

    /// Of the events that say nothing of a person those that carry one of these messages, or have
    /// the person somewhere in what was set aside.
    async fn of_the_same(
        &self,
        whom: &Whom,
        ids: Vec<i64>,
        mids: HashSet<u64>,
        hasher: RandomState,
    ) -> Result<Vec<Gone>, StoreError> {
        let mut all = Vec::new();
        let mids = Arc::new(mids);
        for ids in ids.chunks(DELETED) {
            let (ids, mids, hasher) = (ids.to_vec(), Arc::clone(&mids), hasher.clone());
            let rows: Vec<(Gone, bool, String)> = self
                .read(move |connection| {
                    let sql = "SELECT id, key, timestamp IS NULL, mid, raw FROM event \
                               WHERE id = ?1 AND peer_id IS NULL";
                    let mut statement = connection.prepare_cached(sql)?;
                    let mut found = Vec::new();
                    for id in ids {
                        let mut rows = statement.query([id])?;
                        let Some(row) = rows.next()? else { continue };
                        let gone = Gone { id, key: EventKey(row.get(1)?), untimed: row.get(2)? };
                        let mid = row.get_ref(3)?.as_str_or_null().unwrap_or_default();
                        let same = mid.is_some_and(|mid| mids.contains(&hasher.hash_one(mid)));
                        found.push((gone, same, row.get(4)?));
                    }
                    Ok(found)
                })
                .await?;
            let person = format!("\"{}\"", whom.person);
            all.extend(rows.into_iter().filter_map(|(gone, same, raw)| {
                let name = gone.key.hex();
                let named = || {
                    let raw = self.cipher.open(raw_context(&name), &raw);
                    raw.is_ok_and(|raw| raw.contains(&person))
                };
                (same || named()).then_some(gone)
            }));
        }
        Ok(all)
    }

    async fn delete_events(
        &self,
        mut gone: Vec<Gone>,
        tombstones: &Arc<Tombstones>,
    ) -> Result<(), StoreError> {
        while !gone.is_empty() {
            let chunk: Vec<_> = gone.drain(..gone.len().min(DELETED)).collect();
            let cipher = Arc::clone(&self.cipher);
            let tombstones = Arc::clone(tombstones);
            self.write(move |connection| {
                let newest = newest(connection)?;
                let mut delete = connection.prepare_cached("DELETE FROM event WHERE id = ?1")?;
                for Gone { id, key, untimed } in chunk {
                    if untimed {
                        tombstones.put_event(connection, &key)?;
                    }
                    match id == newest {
                        true => blank(connection, &cipher, &tombstones, id, &key)?,
                        false => drop(delete.execute([id])?),
                    }
                }
                Ok(())
            })
            .await?;
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    }
}

/// Where open events of a person are found by an index: in their conversation with each account, and in none, as
/// comments are.
fn lines<'a>(
    accounts: &'a [String],
    person: &'a str,
) -> impl Iterator<Item = (&'a str, Option<&'a str>)> {
    accounts.iter().flat_map(move |account| [(&**account, Some(person)), (&**account, None)])
}

/// How many open events of a person are in this state.
fn count_open(
    connection: &Connection,
    accounts: &[String],
    person: &str,
    state: &str,
) -> rusqlite::Result<u64> {
    let sql = "SELECT count(*) FROM event WHERE state IN ('pending', 'running') AND account_id = ?1 \
                   AND conversation IS ?2 AND peer_id = ?3 AND state = ?4";
    let mut statement = connection.prepare_cached(sql)?;
    let mut count = 0;
    for (account, conversation) in lines(accounts, person) {
        let values = params![account, conversation, person, state];
        count += statement.query_row(values, |row| row.get::<_, i64>(0))?.unsigned_abs();
    }
    Ok(count)
}

/// Ends the open events of a person: nobody is asked about them any more.
fn end_open(connection: &Connection, accounts: &[String], person: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE event SET state = 'ignored', due = NULL, owner = NULL, lease_until = NULL, \
                   next_attempt_at = 0, reason = 'purged' \
               WHERE state IN ('pending', 'running') AND account_id = ?1 AND conversation IS ?2 \
                   AND peer_id = ?3";
    let mut statement = connection.prepare_cached(sql)?;
    for (account, conversation) in lines(accounts, person) {
        statement.execute(params![account, conversation, person])?;
    }
    Ok(())
}

/// The ids of the accounts for which a person is purged.
fn accounts(connection: &Connection, whom: &Whom) -> Result<Vec<String>, StoreError> {
    if !whom.account_ids.is_empty() {
        return Ok(whom.account_ids.clone());
    }
    // Also those that are not linked any more.
    let sql = format!(
        "SELECT account_id FROM account UNION SELECT app_scoped_id FROM account \
         UNION SELECT account_id FROM {LISTED} AND peer_id = ?1 \
         UNION SELECT account_id FROM {UNLISTED} AND peer_id = ?1"
    );
    let mut statement = connection.prepare(&sql)?;
    let rows = statement.query_map([whom.person.as_str()], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// When a person last did something, in milliseconds by Instagram's clock, which may be ahead of
/// ours; 0 if the store knows of nothing.
pub(super) fn last(connection: &Connection, person: &str) -> rusqlite::Result<i64> {
    let sql = format!(
        "SELECT max(coalesce((SELECT max(at) FROM {LISTED} AND peer_id = ?1), 0), \
             coalesce((SELECT max(at) FROM {UNLISTED} AND peer_id = ?1), 0))"
    );
    connection.query_row(&sql, [person], |row| row.get(0))
}

/// Takes everything out of an event but its row number, which must never be given to another.
pub(super) fn blank(
    connection: &Connection,
    cipher: &Cipher,
    tombstones: &Tombstones,
    id: i64,
    key: &EventKey,
) -> rusqlite::Result<()> {
    let key = tombstones.key_in_place_of(key);
    connection.execute("DELETE FROM answered WHERE event_id = ?1", [id])?;
    // While it is known whose it was, so that what is left of its conversation gets the turn.
    connection.execute("UPDATE event SET state = 'ignored' WHERE id = ?1", [id])?;
    connection
        .prepare_cached(
            "UPDATE event SET key = ?2, object = '', kind = 'unknown', direction = 'received', \
                 sender_id = NULL, recipient_id = NULL, peer_id = NULL, mid = NULL, \
                 timestamp = NULL, at = received_at, reason = 'purged', \
                 owner = NULL, lease_until = NULL, next_attempt_at = 0, attempts = 0, due = NULL, \
                 duplicate_of = NULL, fetched = NULL, imported = 0, raw = ?3 WHERE id = ?1",
        )?
        .execute(params![id, key.0, cipher.seal(raw_context(&key.hex()), "{}")])?;
    Ok(())
}
