//! Tells of a batch in a thread of its own: who pauses its output keeps no call from its answer, and
//! nobody from stopping it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::ProgressBar;
use tokio::sync::watch;
use tokio::time::sleep;

use super::Row;
use crate::cli::error::CommandError;
use crate::cli::ui::{Ui, count};
use crate::domain::message::Outcome;
use crate::domain::visible::visible;
use crate::ops::batch::Progress;
use crate::ops::stopped;

/// What may wait to be told before no more rows are begun.
const BEHIND: usize = 1_000;

/// How often it is looked whether all was told, and how long that may take after a stop.
const LOOK: Duration = Duration::from_millis(10);
const LAST_WORDS: Duration = Duration::from_secs(1);

pub(super) struct Teller {
    news: Sender<Progress>,
    waiting: Arc<AtomicUsize>,
    thread: JoinHandle<Option<CommandError>>,
}

impl Teller {
    pub(super) fn start(ui: Ui, batch: i64, bar: ProgressBar) -> Self {
        let (news, come) = channel();
        let waiting = Arc::new(AtomicUsize::new(0));
        let left = Arc::clone(&waiting);
        let thread = thread::spawn(move || {
            let mut unsaid = None;
            for progress in come {
                if let Err(error) = tell(ui, batch, &bar, progress) {
                    unsaid.get_or_insert(error);
                }
                left.fetch_sub(1, Ordering::Relaxed);
            }
            bar.finish_and_clear();
            unsaid
        });
        Self { news, waiting, thread }
    }

    /// Tells of it, in its turn.
    pub(super) fn tell(&self, progress: Progress) {
        self.waiting.fetch_add(1, Ordering::Relaxed);
        // The thread is there for as long as this is.
        let _ = self.news.send(progress);
    }

    /// Whether so much waits to be told that no more should happen.
    pub(super) fn is_behind(&self) -> bool {
        self.waiting.load(Ordering::Relaxed) > BEHIND
    }

    /// Waits until all was told, but after a stop not for long; tells why something could not be.
    pub(super) async fn end(self, mut asked: watch::Receiver<bool>) -> Option<CommandError> {
        let Self { news, thread, .. } = self;
        drop(news);
        let told = async {
            while !thread.is_finished() {
                sleep(LOOK).await;
            }
        };
        let given_up = async {
            stopped(&mut asked).await;
            sleep(LAST_WORDS).await;
        };
        tokio::select! {
            () = told => thread.join().unwrap_or_default(),
            () = given_up => Some(CommandError::usage("nobody reads what is printed")),
        }
    }
}

fn tell(ui: Ui, batch: i64, bar: &ProgressBar, progress: Progress) -> Result<(), CommandError> {
    match progress {
        Progress::Ended { line, report } => {
            bar.inc(1);
            // On a terminal only one that was not sent.
            if ui.json || report.outcome != Outcome::Sent {
                let row = Row { batch, line, report: &report };
                return bar.suspend(|| ui.element(&row, Row::text));
            }
        }
        Progress::Stopping { calls: 0 } => {}
        Progress::Stopping { calls } => bar.suspend(|| {
            let calls = count(calls as u64, "call");
            ui.say(format!(
                "Waiting for {calls} in flight. Press Ctrl-C again to stop immediately; \
                 their outcome is then unknown."
            ));
        }),
        Progress::Waiting { until, reason } => {
            let until = until.strftime("%H:%M:%S");
            let reason = reason.map(|it| format!(": {}", visible(&it))).unwrap_or_default();
            bar.suspend(|| ui.say(format!("Waiting for Instagram until {until} UTC{reason}.")));
        }
    }
    Ok(())
}
