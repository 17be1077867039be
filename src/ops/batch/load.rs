//! Reading a file into the store: whole and sound, or not at all.

use std::io::BufRead;

use schemars::JsonSchema;
use serde::Serialize;

use super::compose::{Composed, Composer};
use super::error::BatchError;
use super::source::{RowError, Source};
use crate::domain::account::Account;
use crate::domain::message::{Content, NO_PERSON, Recipient};
use crate::domain::window::WindowPolicy;
use crate::graph::messages::Preview;
use crate::ops::send::missed_window;
use crate::ops::{OpsError, Services, people, record};
use crate::store::FileLock;
use crate::store::batches::{BatchRow, Opened, Repeat, RowsDigest};

/// Rows stored at once.
const CHUNK: usize = 500;

/// Refused rows that are named; more are only counted.
const NAMED: usize = 20;

/// Where rows come from.
pub struct Input<'a> {
    /// Its name, for people.
    pub name: String,
    /// What is in it.
    pub reader: Box<dyn BufRead + Send>,
    /// For the text of each message.
    pub template: Option<&'a str>,
    /// Whether they are sent beside or after a batch of the same file or rows.
    pub repeat: Repeat,
}

/// A batch that can be run.
#[derive(Debug)]
pub struct Held {
    /// Number of the batch.
    pub id: i64,
    /// Under which this process holds it.
    pub(super) owner: String,
    pub(super) _lock: FileLock,
}

/// Rows that nobody can send.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Refused {
    /// The first of them.
    pub rows: Vec<RowError>,
    /// How many there are.
    pub count: u64,
}

impl Refused {
    fn add(&mut self, error: RowError) {
        self.count += 1;
        if self.rows.len() < NAMED {
            self.rows.push(error);
        }
    }
}

/// What a look at a file found.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Checked {
    /// Sound rows.
    pub rows: u64,
    /// Of these, those that come too late for the messaging window of their person, if that matters.
    pub late: u64,
    /// The request that the first row would make that can be sent now.
    pub sample: Option<Preview>,
}

/// Looks at every row of a file without storing or sending anything.
///
/// # Errors
/// [`BatchError::Rows`] if there is a row that cannot be sent, [`BatchError::Template`] for a template
/// that cannot be used, [`OpsError::Unread`] if the file cannot be read.
pub async fn check(
    services: &Services,
    account: &Account,
    input: Input<'_>,
    window: WindowPolicy,
) -> Result<Checked, OpsError> {
    let mut rows = Rows::new(services, account, input)?;
    let mut checked = Checked { rows: 0, late: 0, sample: None };
    while let Some(row) = rows.next().await? {
        checked.rows += 1;
        let missed = match window {
            WindowPolicy::Off => None,
            _ => missed_window(services, account, &row.recipient, &row.message).await?,
        };
        checked.late += u64::from(missed.is_some());
        let goes = missed.is_none() || window != WindowPolicy::Enforce;
        if goes && checked.sample.is_none() {
            checked.sample = Some(services.graph.preview(&row.recipient, &row.message));
        }
    }
    rows.end().map(|()| checked)
}

/// Reads a file into the store, from where its rows can be sent, whatever becomes of the file.
///
/// # Errors
/// What [`check`] fails with; [`BatchError::Unfinished`], [`BatchError::Running`] or [`BatchError::Ended`]
/// if a batch of the same rows waits, is being sent or was sent. After any error nothing of the file is ever sent.
pub async fn load(
    services: &Services,
    account: &Account,
    input: Input<'_>,
) -> Result<Held, OpsError> {
    let repeat = input.repeat;
    let (owner, now) = (services.random.token(), services.clock.now());
    let store = &services.store;
    store.forget_unread_batches().await?;
    // Before the first byte is waited for: the same rows may come through another pipe meanwhile.
    let (id, lock) = store.begin_batch(&account.account_id, &input.name, &owner, now).await?;
    let filled = async {
        let mut rows = Rows::new(services, account, input)?;
        let mut chunk = rows.chunk().await?;
        // The store writes a chunk while the next one is read.
        while let Some(there) = chunk {
            // A file with a fault is read on, for its other faults.
            let sound = rows.refused.count == 0;
            let stored = async {
                match sound {
                    true => store.load_rows(id, &account.account_id, there, now).await,
                    false => Ok(Vec::new()),
                }
            };
            let (stored, next) = tokio::join!(stored, rows.chunk());
            for (line, other) in stored? {
                let problem = format!(
                    "`dedupe_key` is already used on line {other} for a different message or person"
                );
                rows.refused.add(RowError { line, problem });
            }
            chunk = next?;
        }
        rows.end()?;
        match store.open_batch(id, &rows.digest, repeat).await? {
            Opened::Open => Ok(()),
            Opened::Stopped { id } => Err(BatchError::Unfinished { id }.into()),
            Opened::Running { id } => Err(BatchError::Running { id }.into()),
            Opened::Ended { id } => Err(BatchError::Ended { id }.into()),
        }
    };
    match filled.await {
        Ok(()) => Ok(Held { id, owner, _lock: lock }),
        Err(error) => {
            if let Err(error) = store.drop_batch(id).await {
                tracing::warn!(batch = id, %error, "could not delete a batch; it is never sent");
            }
            Err(error)
        }
    }
}

/// The sound rows of a file; those that are not are put aside.
struct Rows<'a> {
    services: &'a Services,
    account: &'a Account,
    composer: Composer<'a>,
    source: Option<Source>,
    refused: Refused,
    count: u32,
    /// Of everything that makes the messages what they are.
    digest: RowsDigest,
}

impl<'a> Rows<'a> {
    fn new(
        services: &'a Services,
        account: &'a Account,
        input: Input<'a>,
    ) -> Result<Self, OpsError> {
        let composer = Composer::new(input.template).map_err(BatchError::Template)?;
        let (mut refused, mut source) = (Refused::default(), None);
        match Source::open(input.reader).map_err(OpsError::Unread)? {
            Ok(opened) => source = Some(opened),
            Err(error) => refused.add(error),
        }
        let mut digest = RowsDigest::default();
        digest.add(input.template.unwrap_or_default().as_bytes());
        Ok(Self { services, account, composer, source, refused, count: 0, digest })
    }

    async fn next(&mut self) -> Result<Option<BatchRow>, OpsError> {
        let Some(source) = &mut self.source else { return Ok(None) };
        while let Some(row) = source.next().map_err(OpsError::Unread)? {
            let row = match row {
                Ok(row) => row,
                Err(error) => {
                    self.refused.add(error);
                    continue;
                }
            };
            let line = row.line;
            self.digest.add(&serde_json::to_vec(&row.fields).unwrap_or_default());
            let Composed { to, message, dedupe_key } = match self.composer.compose(row) {
                Ok(composed) => composed,
                Err(problem) => {
                    self.refused.add(RowError { line, problem });
                    continue;
                }
            };
            let recipient = match people::resolve(&self.services.store, self.account, &to).await {
                Ok(recipient) => recipient,
                Err(error @ OpsError::Store(_)) => return Err(error),
                Err(error) => {
                    let problem = match &error {
                        OpsError::SeveralCalled { ids, .. } => {
                            format!("{error}: {}", ids.join(", "))
                        }
                        error => error.to_string(),
                    };
                    self.refused.add(RowError { line, problem });
                    continue;
                }
            };
            let message = match record::with_mids(&self.services.store, message).await {
                Ok(message) => message,
                Err(error @ OpsError::Store(_)) => return Err(error),
                Err(error) => {
                    self.refused.add(RowError { line, problem: error.to_string() });
                    continue;
                }
            };
            if let (Content::Reaction { .. }, Recipient::Comment(_)) =
                (&message.content, &recipient)
            {
                let problem = format!("{NO_PERSON}: give an id or @username");
                self.refused.add(RowError { line, problem });
                continue;
            }
            let mut key = self.services.random.bytes16();
            // In the order of the file, behind the time that the store puts first: keys that follow
            // each other cost the index little.
            key[6..10].copy_from_slice(&self.count.to_be_bytes());
            self.count += 1;
            return Ok(Some(BatchRow { key, line, recipient, message, dedupe_key }));
        }
        Ok(None)
    }

    async fn chunk(&mut self) -> Result<Option<Vec<BatchRow>>, OpsError> {
        let mut chunk = Vec::with_capacity(CHUNK);
        while chunk.len() < CHUNK
            && let Some(row) = self.next().await?
        {
            chunk.push(row);
        }
        Ok((!chunk.is_empty()).then_some(chunk))
    }

    fn end(&mut self) -> Result<(), OpsError> {
        if self.count == 0 && self.refused.count == 0 {
            self.refused.add(RowError { line: 1, problem: "there are no rows".to_owned() });
        }
        match self.refused.count {
            0 => Ok(()),
            _ => Err(BatchError::Rows(std::mem::take(&mut self.refused)).into()),
        }
    }
}
