//! What the store has of messages that Instagram's own history shows, and taking in what it has not.
//!
//! An imported message is an event that waits for no bot: nobody knows whether somebody has answered
//! it meanwhile. A delivery that brings it later all the same is its duplicate (`store/intake.rs`,
//! `Intake::imported`): the two are told to be one by Instagram's id of the message, because the history knows
//! no other and its times are whole seconds.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, params};
use zeroize::Zeroizing;

use super::arrival::{Said, arrived, candidates};
use super::cipher::Cipher;
use super::inbox::{NewEvent, fetched_context, raw_context};
use super::listed::{LISTED, UNLISTED};
use super::outgoing::OutgoingRow;
use super::records::outgoing_by_mid;
use super::tombstone::Tombstones;
use super::{Store, StoreError};
use crate::domain::event::{Event, EventState};

/// How far the time of an event may be from that of its message in the history: deliveries are
/// repeated for 36 hours, and an edit with the number 0 may carry its own time.
const APART: SignedDuration = SignedDuration::from_hours(72);

/// Why an imported event waits for no bot.
pub const IMPORTED: &str = "imported from Instagram's history; no bot has seen it";

/// A message as Instagram's history shows it.
#[derive(Clone)]
pub struct Seen {
    /// Instagram's id of it.
    pub mid: String,
    /// When it was written.
    pub at: Timestamp,
    /// The person of the conversation.
    pub person: String,
    /// If the account wrote it: what it says, as far as that is known.
    pub sent: Option<Said>,
}

/// How the store stands with a message of the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It has it.
    Known,
    /// It must not have it any more.
    Purged,
    /// It is a send of igbot's whose outcome is unknown: the row.
    Unsettled(OutgoingRow),
    /// It may be any of several sends of unknown outcome.
    Ambiguous,
    /// It has nothing of it.
    Missing,
}

/// A message to be taken in.
pub struct Import {
    /// The event as a delivery would have brought it, its raw element as the history has it.
    pub event: Event,
    /// What it says, in the form in which fetched messages are kept.
    pub content: Zeroizing<String>,
}

impl Store {
    /// How the store stands with messages of an account; `taken` are sends that others are the proof
    /// of.
    pub async fn standing(
        &self,
        account_ids: [String; 2],
        messages: Vec<Seen>,
        mut taken: Vec<i64>,
    ) -> Result<Vec<Standing>, StoreError> {
        let cipher = std::sync::Arc::clone(&self.cipher);
        self.read(move |connection| {
            let mut standings = Vec::new();
            for message in &messages {
                let standing = standing(connection, &cipher, &account_ids, message, &taken)?;
                if let Standing::Unsettled(row) = standing {
                    taken.push(row.id);
                }
                standings.push(standing);
            }
            Ok(standings)
        })
        .await
    }

    /// Settles a send whose message the history shows.
    pub async fn settle_sent(
        &self,
        row: OutgoingRow,
        seen: Seen,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let cipher = std::sync::Arc::clone(&self.cipher);
        self.write(move |connection| {
            arrived(connection, &cipher, row, &seen.mid, &seen.person, now)
        })
        .await
    }

    /// Takes messages in that the store does not have; tells how many these were.
    pub async fn import(&self, imports: Vec<Import>, now: Timestamp) -> Result<u64, StoreError> {
        let sealed: Vec<_> = imports
            .into_iter()
            .map(|Import { event, content }| {
                let row = event.key.hex();
                let raw = self.cipher.seal(raw_context(&row), &event.raw);
                let fetched = self.cipher.seal(fetched_context(&row), &content);
                (event, raw, fetched)
            })
            .collect();
        let cipher = std::sync::Arc::clone(&self.cipher);
        self.write(move |connection| {
            let tombstones = Tombstones::of(connection, &cipher)?;
            let mut insert = connection.prepare_cached(NewEvent::INSERT)?;
            let mut imported = 0;
            for (event, raw, fetched) in &sealed {
                if covered(connection, tombstones.as_ref(), event)? || came(connection, event)? {
                    continue;
                }
                let new = NewEvent {
                    event,
                    raw,
                    received_at: now,
                    state: EventState::Ignored,
                    reason: Some(IMPORTED),
                    due: None,
                    duplicate_of: None,
                    fetched: Some(fetched),
                };
                imported += u64::from(new.insert(&mut insert)?);
            }
            Ok(imported)
        })
        .await
    }
}

fn standing(
    connection: &Connection,
    cipher: &Cipher,
    account_ids: &[String; 2],
    message: &Seen,
    taken: &[i64],
) -> Result<Standing, StoreError> {
    let Seen { mid, at, person, sent } = message;
    if outgoing_by_mid(connection, mid)?.is_some() || has_event(connection, person, mid, *at)? {
        return Ok(Standing::Known);
    }
    if let Some(tombstones) = Tombstones::of(connection, cipher)? {
        for account in account_ids {
            if tombstones.covers_until(connection, account, Some(person), *at)? {
                return Ok(Standing::Purged);
            }
        }
    }
    let Some(said) = sent else { return Ok(Standing::Missing) };
    let [account_id, _] = account_ids;
    let mut fits = candidates(connection, cipher, account_id, person, said, *at)?;
    fits.retain(|row| !taken.contains(&row.id));
    Ok(match fits[..] {
        [] => Standing::Missing,
        [row] => Standing::Unsettled(row),
        _ => Standing::Ambiguous,
    })
}

/// Whether an event has brought a message, or its deletion.
fn has_event(
    connection: &Connection,
    person: &str,
    mid: &str,
    at: Timestamp,
) -> Result<bool, StoreError> {
    // An edit with the number 0 may not say whose it is.
    for peer in ["peer_id = ?1", "peer_id IS NULL AND ?1 IS NOT NULL"] {
        for list in [LISTED, UNLISTED] {
            let sql = format!(
                "SELECT 1 FROM {list} AND {peer} AND at BETWEEN ?2 AND ?3 AND mid = ?4 \
                     AND kind IN ('message', 'message_edit', 'message_deleted', 'postback')"
            );
            let (from, to) = (before(at, APART), after(at, APART));
            let mut statement = connection.prepare_cached(&sql)?;
            if statement.exists(params![person, from, to, mid])? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

fn before(at: Timestamp, span: SignedDuration) -> i64 {
    at.as_millisecond().saturating_sub(span.as_millis() as i64)
}

fn after(at: Timestamp, span: SignedDuration) -> i64 {
    at.as_millisecond().saturating_add(span.as_millis() as i64)
}

fn covered(
    connection: &Connection,
    tombstones: Option<&Tombstones>,
    event: &Event,
) -> rusqlite::Result<bool> {
    match tombstones {
        Some(tombstones) => {
            let (account, peer) = (&event.account_id, event.peer_id());
            tombstones.covers(connection, account, peer, &event.key, event.timestamp)
        }
        None => Ok(false),
    }
}

/// Whether a delivery has brought the message since it was found missing.
fn came(connection: &Connection, event: &Event) -> Result<bool, StoreError> {
    match (event.peer_id(), &event.mid, event.timestamp) {
        (Some(person), Some(mid), Some(at)) => has_event(connection, person, mid, at),
        _ => Ok(false),
    }
}
