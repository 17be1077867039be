//! Commits to the store: each brings what became of rows and fetches the next ones, in one commit.

use std::time::Duration;

use tokio::time::Instant;

use crate::clock::Moment;
use crate::domain::account::Account;
use crate::domain::token::LongLivedToken;
use crate::ops::send::SendReport;
use crate::ops::{OpsError, Services};
use crate::store::StoreError;
use crate::store::batches::{BegunRows, Fetch};
use crate::store::outgoing::{Ended, OutgoingRow};
use crate::store::rate::UsageNote;

/// What became of a row, to be written down.
pub(super) struct EndedRow {
    pub(super) place: OutgoingRow,
    /// How its send ended; `None` if it was not sent and waits again.
    pub(super) ended: Option<EndedSend>,
}

/// How the send of a row ended.
pub(super) struct EndedSend {
    pub(super) ended: Ended,
    pub(super) line: i64,
    /// What is told of it.
    pub(super) report: SendReport,
}

/// A commit to the store: brings what became of rows, and fetches the next ones.
pub(super) struct Commit {
    pub(super) ended: Vec<EndedRow>,
    pub(super) usage: Option<UsageNote>,
    pub(super) fetch: Option<Fetch>,
    pub(super) reads_token: bool,
}

/// What came of a commit.
pub(super) struct Committed {
    pub(super) ended: Vec<EndedRow>,
    /// When it began, by which the turns of its rows are reckoned.
    pub(super) asked: Moment,
    pub(super) begun: Result<Option<BegunRows>, StoreError>,
    pub(super) token: Option<Result<LongLivedToken, OpsError>>,
    pub(super) took: Duration,
}

impl Commit {
    pub(super) async fn run(self, services: &Services, account: &Account) -> Committed {
        let Self { ended, usage, fetch, reads_token } = self;
        let began = Instant::now();
        let end_of = |row: &EndedRow| row.ended.as_ref().map(|send| send.ended.clone());
        let rows = ended.iter().map(|row| (row.place, end_of(row))).collect();
        let asked = services.clock.moment();
        let begun = services.store.turn_rows(account, rows, usage, fetch, asked.time).await;
        let took = began.elapsed();
        let token = if reads_token { Some(services.token(account).await) } else { None };
        Committed { ended, asked, begun, token, took }
    }
}
