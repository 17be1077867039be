//! The rows of a batch on their way: written down before each call, and how it ended after it.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, params};
use zeroize::Zeroizing;

use crate::domain::account::Account;
use crate::domain::event::EventKey;
use crate::domain::message::{MessageKind, OutgoingMessage, Recipient, SendState};
use crate::domain::rate::{Bucket, Pace};
use crate::domain::window::{Window, WindowPolicy};
use crate::store::cipher::Cipher;
use crate::store::columns::word;
use crate::store::conversations::last_opening;
use crate::store::outgoing::{OutgoingRow, RecordedSend, body_context, read, write_end};
use crate::store::rate::{RateLimiter, UsageNote, note};
use crate::store::{Store, StoreError};

/// A row that is written down as being sent.
pub struct BegunRow {
    /// Its row in the store.
    pub row: OutgoingRow,
    /// Where it stands in the file.
    pub line: i64,
    /// To whom.
    pub recipient: Recipient,
    /// Not before this.
    pub start: Timestamp,
    /// The messaging window of its person is closed.
    pub late: bool,
    body: String,
}

/// A row that was refused before Instagram was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedRow {
    /// Where it stands in the file.
    pub line: i64,
    /// To whom.
    pub recipient: Recipient,
    /// What its owner reads.
    pub reason: String,
}

/// What there is to do next.
#[derive(Default)]
pub struct BegunRows {
    /// Rows to be sent.
    pub rows: Vec<BegunRow>,
    /// Rows whose messaging window is closed: refused.
    pub closed: Vec<ClosedRow>,
    /// The last row that was looked at.
    pub after: i64,
    /// If there is no room for more: until when.
    pub room_at: Option<Timestamp>,
    /// It is the batch's own pace that leaves none.
    pub at_own_pace: bool,
    /// How far the batch's own pace has come.
    pub paced: Option<Timestamp>,
    /// Nothing waits behind these.
    pub last: bool,
    /// Another process holds the batch by now.
    pub lost: bool,
}

/// The pace of one batch, which leaves the others their share of Instagram's limits.
#[derive(Debug, Clone, Copy)]
pub struct OwnPace {
    /// How fast.
    pub pace: Pace,
    /// How far it has come.
    pub noted: Option<Timestamp>,
    /// Instagram is a box on this machine, whose limits may be exceeded.
    pub sandboxed: bool,
}

/// Which rows to begin, and under which rules.
#[derive(Debug, Clone)]
pub struct Fetch {
    /// The batch.
    pub batch_id: i64,
    /// Who signed it.
    pub owner: String,
    /// Rows after this one.
    pub after: i64,
    /// At most this many.
    pub count: usize,
    /// How fast, if not as fast as Instagram allows.
    pub own: Option<OwnPace>,
    /// How far off their turns may be.
    pub horizon: SignedDuration,
    /// What a closed messaging window means for a row.
    pub window: WindowPolicy,
}

/// What came of writing rows down.
#[derive(Default)]
pub struct Turned {
    /// Ids of messages of unknown outcome of which echoes have told meanwhile that they arrived, by row number.
    pub arrived: BTreeMap<i64, String>,
    /// The next rows, if they were asked for.
    pub begun: Option<BegunRows>,
}

impl Store {
    /// Writes down what became of rows and what their answers said about the account's limits, and
    /// that the next rows are being sent, before they are: all in one transaction, because a commit
    /// costs more than what is in it. A row that ended with nothing was not sent, for certain, and waits
    /// again.
    ///
    /// # Errors
    /// After any error nothing of it was done: rows that ended stay `sending`, and are unknown once
    /// the batch is resumed.
    pub async fn finish_and_begin_rows(
        &self,
        account: &Account,
        ended: Vec<(OutgoingRow, Option<RecordedSend>)>,
        usage: Option<UsageNote>,
        fetch: Option<Fetch>,
        now: Timestamp,
    ) -> Result<Turned, StoreError> {
        let ids = account.ids();
        let cipher = Arc::clone(&self.cipher);
        self.write(move |connection| {
            let arrived = end_rows(connection, ended, now)?;
            if let Some(usage) = usage {
                note(connection, &ids[0], &usage, now)?;
            }
            let begun = fetch.map(|fetch| begin_rows(connection, &cipher, &ids, fetch, now));
            Ok(Turned { arrived, begun: begun.transpose()? })
        })
        .await
    }

    /// The message of a row, for which the store's thread has no time; `None` if it is damaged.
    ///
    /// # Errors
    /// [`StoreError::Undecryptable`] if its ciphertext does not open.
    pub fn open_row(&self, row: &BegunRow) -> Result<Option<OutgoingMessage>, StoreError> {
        row.open(&self.cipher)
    }
}

impl BegunRow {
    fn open(&self, cipher: &Cipher) -> Result<Option<OutgoingMessage>, StoreError> {
        let name = EventKey(self.row.key).hex();
        let body: Zeroizing<String> = cipher.open(body_context(&name), &self.body)?;
        Ok(read(&body))
    }
}

fn end_rows(
    connection: &Connection,
    rows: Vec<(OutgoingRow, Option<RecordedSend>)>,
    now: Timestamp,
) -> rusqlite::Result<BTreeMap<i64, String>> {
    let mut put_back = connection.prepare_cached(
        // What an echo of equal words said of it is not true: it was never taken.
        "UPDATE outgoing SET state = 'waiting', reason = NULL, mid = NULL, \
             recipient_id = coalesce(comment, recipient_id), comment = NULL \
         WHERE id = ?1 AND key = ?2 AND state IN ('sending', 'sent')",
    )?;
    let mut arrived = BTreeMap::new();
    for (row, end) in rows {
        match end {
            Some(ended) => {
                let mid = write_end(connection, row, &ended, now)?;
                arrived.extend(mid.map(|mid| (row.id, mid)));
            }
            None => drop(put_back.execute(params![row.id, row.key])?),
        }
    }
    Ok(arrived)
}

fn begin_rows(
    connection: &Connection,
    cipher: &Cipher,
    account_ids: &[String],
    fetch: Fetch,
    now: Timestamp,
) -> Result<BegunRows, StoreError> {
    let Fetch { batch_id, owner, after, count, own, horizon, window } = fetch;
    let sql = "SELECT 1 FROM batch WHERE id = ?1 AND owner = ?2 AND state = 'open'";
    if !connection.prepare_cached(sql)?.exists(params![batch_id, owner])? {
        return Ok(BegunRows { lost: true, ..BegunRows::default() });
    }
    let sql = "SELECT 1 FROM account WHERE account_id = ?1";
    if !connection.prepare_cached(sql)?.exists([&account_ids[0]])? {
        return Err(StoreError::Unlinked);
    }
    let found = next_rows(connection, batch_id, after, count)?;
    let mut begun = BegunRows { after, last: found.len() < count, ..BegunRows::default() };
    let mut turns = Turns::new(connection, &account_ids[0], own, horizon, now)?;
    let mut mark = connection.prepare_cached(
        // What was refused for the time alone may be asked for again under its key.
        "UPDATE outgoing SET state = ?2, created_at = ?3, updated_at = ?3, reason = ?4, \
             dedupe = iif(?2 = 'refused', NULL, dedupe) \
         WHERE id = ?1",
    )?;
    let at = now.as_millisecond();
    for (mut row, kind) in found {
        if window != WindowPolicy::Off
            && let Some(reason) = closed_window(connection, cipher, account_ids, &row, now)?
        {
            if window == WindowPolicy::Enforce {
                mark.execute(params![row.row.id, SendState::Refused.as_str(), at, reason])?;
                let BegunRow { row: OutgoingRow { id, .. }, line, recipient, .. } = row;
                begun.after = id;
                begun.closed.push(ClosedRow { line, recipient, reason });
                continue;
            }
            row.late = true;
        }
        match turns.take(Bucket::of(kind, &row.recipient))? {
            Ok(start) => row.start = start,
            Err(far) => {
                begun.room_at = Some(far.at);
                begun.at_own_pace = far.own;
                begun.last = false;
                break;
            }
        }
        mark.execute(params![row.row.id, SendState::Sending.as_str(), at, None::<String>])?;
        begun.after = row.row.id;
        begun.rows.push(row);
    }
    begun.paced = turns.note()?;
    Ok(begun)
}

/// The turns of a group of rows: at Instagram's limits, and at the pace of their batch.
struct Turns<'a> {
    limiter: RateLimiter<'a>,
    own: Option<OwnPace>,
    horizon: SignedDuration,
    now: Timestamp,
}

impl<'a> Turns<'a> {
    fn new(
        connection: &'a Connection,
        account_id: &'a str,
        own: Option<OwnPace>,
        horizon: SignedDuration,
        now: Timestamp,
    ) -> Result<Self, StoreError> {
        let limiter = RateLimiter::new(connection, account_id, now)?;
        Ok(Self { limiter, own, horizon, now })
    }

    /// The moment of the next turn, unless that is far off.
    fn take(&mut self, bucket: Bucket) -> Result<Result<Timestamp, FarOff>, StoreError> {
        let own = self.own.map(|own| own.pace.turn(own.noted, self.now));
        if let Some(own) = own.filter(|own| own.start > self.now + self.horizon) {
            return Ok(Err(FarOff { at: own.start, own: true }));
        }
        let pace = match self.own {
            Some(OwnPace { sandboxed: true, pace, .. }) => pace.faster(bucket.pace()),
            _ => bucket.pace(),
        };
        match self.limiter.take(bucket, pace, self.horizon) {
            Ok(start) => {
                if let (Some(paced), Some(turn)) = (&mut self.own, own) {
                    paced.noted = Some(turn.next);
                }
                Ok(Ok(own.map_or(start, |own| own.start.max(start))))
            }
            Err(StoreError::RateLimited { until }) => Ok(Err(FarOff { at: until, own: false })),
            Err(error) => Err(error),
        }
    }

    /// Writes the turns down that were taken; gives how far the own pace has come.
    fn note(self) -> Result<Option<Timestamp>, StoreError> {
        self.limiter.note()?;
        Ok(self.own.and_then(|own| own.noted))
    }
}

/// A turn that is so far off that it is asked for again.
struct FarOff {
    at: Timestamp,
    /// At the batch's own pace, and not at Instagram's limits.
    own: bool,
}

/// Why a row comes too late for the messaging window of its person, if it does.
fn closed_window(
    connection: &Connection,
    cipher: &Cipher,
    account_ids: &[String],
    row: &BegunRow,
    now: Timestamp,
) -> Result<Option<String>, StoreError> {
    let Recipient::Person(person) = &row.recipient else { return Ok(None) };
    let window = Window::at(now, last_opening(connection, account_ids, person.as_str())?);
    if !window.is_closed_for(false) {
        return Ok(None);
    }
    // One that cannot be read is refused for that when it is begun, and holds up no other.
    if row.open(cipher).ok().flatten().is_some_and(|message| !message.misses(&window)) {
        return Ok(None);
    }
    let how =
        window.closes_at.map_or_else(|| "is closed".to_owned(), |at| format!("closed at {at}"));
    Ok(Some(format!("the messaging window {how}")))
}

fn next_rows(
    connection: &Connection,
    batch_id: i64,
    after: i64,
    count: usize,
) -> Result<Vec<(BegunRow, MessageKind)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, line, recipient_id, key, body, kind FROM outgoing \
         WHERE batch_id = ?1 AND id > ?2 AND state = 'waiting' ORDER BY id LIMIT ?3",
    )?;
    let mut rows = statement.query(params![batch_id, after, count as i64])?;
    let mut found = Vec::with_capacity(count.min(1_000));
    while let Some(row) = rows.next()? {
        let recipient = word(row, 2)?.parse();
        let recipient = recipient.map_err(|_| StoreError::Undecryptable {
            context: format!("outgoing.recipient_id of row {}", row.get::<_, i64>(0).unwrap_or(0)),
        })?;
        let begun = BegunRow {
            row: OutgoingRow { id: row.get(0)?, key: row.get(3)? },
            line: row.get(1)?,
            recipient,
            start: Timestamp::UNIX_EPOCH,
            late: false,
            body: row.get(4)?,
        };
        let kind = MessageKind::from_word(word(row, 5)?);
        found.push((begun, kind));
    }
    Ok(found)
}
