//! What igbot says while it works, on standard error.

use std::borrow::Cow;
use std::fmt::{self, Debug};
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use tracing::Level;
use tracing::field::Field;
use tracing_subscriber::Layer as _;
use tracing_subscriber::field::MakeExt as _;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::format::{Writer, debug_fn};
use tracing_subscriber::fmt::writer::BoxMakeWriter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use super::error::CommandError;
use crate::config::{LEVELS, Setting, Settings};

/// Lines that may wait for a reader of standard error; about a megabyte.
const WAITING: usize = 4096;

/// How long the end of the process waits for the last lines to be read.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// Starts logging at `IGBOT_LOG`, or at `usual` raised by the number of `-v`.
///
/// Only igbot's own records are shown: those of the HTTP libraries carry URLs.
///
/// With `own_thread` a thread of its own writes them: whoever reads standard error and pauses holds up
/// nothing else. What is given back must then live until the end.
pub(super) fn start(
    settings: &Settings,
    usual: Level,
    verbose: u8,
    json: bool,
    own_thread: bool,
) -> Result<Option<LastLines>, CommandError> {
    let level = match settings.get(Setting::Log) {
        Some(text) => {
            text.to_ascii_lowercase().parse().map_err(|_| settings.invalid(Setting::Log, LEVELS))?
        }
        None => match (usual, verbose) {
            (level, 0) => level,
            (Level::WARN, 1) => Level::INFO,
            (_, 1) => Level::DEBUG,
            _ => Level::TRACE,
        },
    };
    let filter = Targets::new().with_target("igbot", level);
    let writer = own_thread.then(|| Arc::new(NonBlocking::start(io::stderr(), WAITING)));
    let make_writer = match &writer {
        Some(writer) => BoxMakeWriter::new(Arc::clone(writer)),
        None => BoxMakeWriter::new(io::stderr),
    };
    let layer = tracing_subscriber::fmt::layer().with_writer(make_writer).with_target(false);
    let layer = match json {
        true => layer.json().boxed(),
        false => {
            let color = dialoguer::console::colors_enabled_stderr();
            layer.with_ansi(color).fmt_fields(debug_fn(field).delimited(" ")).boxed()
        }
    };
    // Fails only if a subscriber is there already, as in a test.
    let _ = tracing_subscriber::registry().with(layer.with_filter(filter)).try_init();
    Ok(writer.map(LastLines))
}

/// A writer behind a thread of its own, which is never waited for.
struct NonBlocking {
    lines: SyncSender<Vec<u8>>,
    tally: Arc<Tally>,
}

#[derive(Default)]
struct Tally {
    /// Lines that are not written yet.
    waiting: AtomicUsize,
    /// Lines for which there was no room, and of which nothing was said yet.
    lost: AtomicUsize,
}

impl NonBlocking {
    fn start(mut writer: impl Write + Send + 'static, room: usize) -> Self {
        let (lines, queue) = sync_channel::<Vec<u8>>(room);
        let tally = Arc::<Tally>::default();
        let done = Arc::clone(&tally);
        thread::spawn(move || {
            for line in queue {
                // There is nobody to tell that standard error is closed.
                let _ = writer.write_all(&line);
                let lost = done.lost.swap(0, Ordering::Relaxed);
                if lost > 0 {
                    tracing::warn!(
                        lines = lost,
                        "nobody read the log for a while; lines of it are lost"
                    );
                }
                done.waiting.fetch_sub(1, Ordering::Relaxed);
            }
        });
        Self { lines, tally }
    }
}

impl Write for &NonBlocking {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.tally.waiting.fetch_add(1, Ordering::Relaxed);
        if self.lines.try_send(line.to_vec()).is_err() {
            self.tally.waiting.fetch_sub(1, Ordering::Relaxed);
            self.tally.lost.fetch_add(1, Ordering::Relaxed);
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Gives the last lines a moment to be written when it is dropped.
pub(super) struct LastLines(Arc<NonBlocking>);

impl Drop for LastLines {
    fn drop(&mut self) {
        let until = Instant::now() + LAST_WORDS;
        while self.0.tally.waiting.load(Ordering::Relaxed) > 0 && Instant::now() < until {
            thread::sleep(Duration::from_millis(5));
        }
    }
}

fn field(writer: &mut Writer<'_>, field: &Field, value: &dyn Debug) -> fmt::Result {
    let value = format!("{value:?}");
    match field.name() {
        "message" => writer.write_str(&value),
        name => write!(writer, "{name}={}", delimited(&value)),
    }
}

/// A value of which it can be told where it ends: in quotes, unless it is one plain word.
fn delimited(value: &str) -> Cow<'_, str> {
    let plain =
        |c: char| c.is_alphanumeric() || c.is_ascii_punctuation() && !matches!(c, '"' | '=');
    match value.starts_with('"') || (!value.is_empty() && value.chars().all(plain)) {
        true => Cow::Borrowed(value),
        false => Cow::Owned(format!("{value:?}")),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, Sender, channel};

    use super::*;

    /// A reader that reads nothing until it is told to go on.
    struct Paused(Receiver<()>, Sender<Vec<u8>>);

    impl Write for Paused {
        fn write(&mut self, line: &[u8]) -> io::Result<usize> {
            let _ = self.0.recv();
            let _ = self.1.send(line.to_vec());
            Ok(line.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_that_pauses_costs_lines_and_holds_up_nobody() {
        let ((go, paused), (read, lines)) = (channel(), channel());
        let writer = NonBlocking::start(Paused(paused, read), 2);
        for number in 0..10_u8 {
            (&writer).write_all(&[number]).unwrap();
        }
        let tally = Arc::clone(&writer.tally);
        let lost = tally.lost.load(Ordering::Relaxed);
        // Two wait, and perhaps one is on its way.
        assert!(lost == 7 || lost == 8, "{lost}");
        assert_eq!(tally.waiting.load(Ordering::Relaxed), 10 - lost);
        drop((go, writer));
        let written: Vec<u8> = lines.iter().flatten().collect();
        assert_eq!(written, (0..10 - lost as u8).collect::<Vec<_>>());
        assert_eq!(tally.lost.load(Ordering::Relaxed), 0, "it was said");
    }

    #[test]
    fn every_value_can_be_told_from_what_stands_behind_it() {
        for (value, expected) in [
            ("7", "7"),
            ("2026-11-27T10:00:00Z", "2026-11-27T10:00:00Z"),
            ("\"as text\"", "\"as text\""),
            ("the token does not match", "\"the token does not match\""),
            ("a=b", "\"a=b\""),
            ("two\nlines \u{202e}", "\"two\\nlines \\u{202e}\""),
            ("", "\"\""),
        ] {
            assert_eq!(delimited(value), expected);
        }
    }
}
