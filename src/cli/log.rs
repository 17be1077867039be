//! What igbot says while it works, on standard error.

use std::borrow::Cow;
use std::fmt::{self, Debug};
use std::io::{self, Write};
use std::sync::{Arc, OnceLock};

use tracing::Level;
use tracing::field::Field;
use tracing_appender::non_blocking::{ErrorCounter, NonBlockingBuilder, WorkerGuard};
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

/// Starts logging at `IGBOT_LOG`, or at `usual` raised by the number of `-v`.
///
/// Only igbot's own records are shown: those of the HTTP libraries carry URLs.
///
/// `aside` writes them in a thread of their own, so that who reads standard error and stops holds up nothing but
/// that; then what is given back must live to the end.
pub(super) fn start(
    settings: &Settings,
    usual: Level,
    verbose: u8,
    json: bool,
    aside: bool,
) -> Result<Option<WorkerGuard>, CommandError> {
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
    let (writer, guard) = match aside {
        true => {
            let (writer, guard) = writer_aside();
            (BoxMakeWriter::new(writer), Some(guard))
        }
        false => (BoxMakeWriter::new(io::stderr), None),
    };
    let layer = tracing_subscriber::fmt::layer().with_writer(writer).with_target(false);
    let layer = match json {
        true => layer.json().boxed(),
        false => {
            let color = dialoguer::console::colors_enabled_stderr();
            layer.with_ansi(color).fmt_fields(debug_fn(field).delimited(" ")).boxed()
        }
    };
    // Fails only if a subscriber is there already, as in a test.
    let _ = tracing_subscriber::registry().with(layer.with_filter(filter)).try_init();
    Ok(guard)
}

fn writer_aside() -> (tracing_appender::non_blocking::NonBlocking, WorkerGuard) {
    let lost = Arc::new(OnceLock::new());
    let lines = Lines { lost: Arc::clone(&lost), told: 0 };
    let (writer, guard) =
        NonBlockingBuilder::default().lossy(true).buffered_lines_limit(WAITING).finish(lines);
    let _ = lost.set(writer.error_counter());
    (writer, guard)
}

/// Standard error, line by line, with a word about those that nobody read in time.
struct Lines {
    lost: Arc<OnceLock<ErrorCounter>>,
    told: usize,
}

impl Write for Lines {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let lost = self.lost.get().map_or(0, ErrorCounter::dropped_lines);
        let unsaid = lost - std::mem::replace(&mut self.told, lost);
        io::stderr().write_all(line)?;
        if unsaid > 0 {
            tracing::warn!(lines = unsaid, "nobody read the log for a while; lines of it are lost");
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
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
    use super::*;

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
