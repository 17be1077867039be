//! Commits to the store: each brings what became of rows and fetches the next ones, in one commit.

use std::time::Duration;

use tokio::time::Instant;

use crate::clock::Moment;
use crate::domain::account::Account;
use crate::domain::token::LongLivedToken;
use crate::ops::send::SendReport;
use crate::ops::{OpsError, Services};
use crate::store::StoreError;
use crate::store::batches::{Fetch, Turned};
use crate::store::outgoing::{OutgoingRow, RecordedSend};
use crate::store::rate::UsageNote;

/// What became of a row, to be written down.
pub(super) struct FinishedRow {
    pub(super) row: OutgoingRow,
    /// How its send ended; `None` if it was not sent and waits again.
    pub(super) send: Option<FinishedSend>,
}

/// How the send of a row ended.
pub(super) struct FinishedSend {
    pub(super) record: RecordedSend,
    pub(super) line: i64,
    /// What is told of it.
    pub(super) report: SendReport,
}

/// A commit to the store: brings what became of rows, and fetches the next ones.
pub(super) struct Commit {
    pub(super) finished: Vec<FinishedRow>,
    pub(super) usage: Option<UsageNote>,
    pub(super) fetch: Option<Fetch>,
    pub(super) reads_token: bool,
}

/// What came of a commit.
pub(super) struct Committed {
    pub(super) finished: Vec<FinishedRow>,
    /// When it began, by which the turns of its rows are reckoned.
    pub(super) asked: Moment,
    pub(super) turned: Result<Turned, StoreError>,
    pub(super) token: Option<Result<LongLivedToken, OpsError>>,
    pub(super) took: Duration,
}

impl Commit {
    pub(super) async fn run(self, services: &Services, account: &Account) -> Committed {
        let Self { finished, usage, fetch, reads_token } = self;
        let began = Instant::now();
        let record = |row: &FinishedRow| row.send.as_ref().map(|send| send.record.clone());
        let rows = finished.iter().map(|row| (row.row, record(row))).collect();
        let asked = services.clock.moment();
        let turned =
            services.store.finish_and_begin_rows(account, rows, usage, fetch, asked.time).await;
        let took = began.elapsed();
        let token = if reads_token { Some(services.token(account).await) } else { None };
        Committed { finished, asked, turned, token, took }
    }
}
