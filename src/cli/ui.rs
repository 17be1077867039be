//! The two streams: results on standard output, everything said to a person on standard error.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, IsTerminal as _, Write as _};
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::Duration;

use clap::ValueEnum;
use comfy_table::{ColumnConstraint, ContentArrangement, Table, presets};
use dialoguer::Input;
use dialoguer::console::{
    Style, Term, measure_text_width, set_colors_enabled, set_colors_enabled_stderr, truncate_str,
};
use indicatif::{HumanDuration, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use jiff::Timestamp;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use serde::Serialize;

use super::error::CommandError;
use crate::domain::visible::{is_hidden, visible, visible_lines};

/// When to use colors.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorChoice {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What a command talks through.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ui {
    pub(crate) json: bool,
    quiet: bool,
    /// Whether a person can be asked.
    interactive: bool,
}

impl Ui {
    pub(crate) fn new(json: bool, quiet: bool, no_input: bool, color: ColorChoice) -> Self {
        match color {
            // The console crate looks at the terminal, NO_COLOR and CLICOLOR by itself.
            ColorChoice::Auto => {}
            choice => {
                set_colors_enabled(choice == ColorChoice::Always);
                set_colors_enabled_stderr(choice == ColorChoice::Always);
            }
        }
        let terminal = io::stdin().is_terminal() && io::stderr().is_terminal();
        Self { json, quiet, interactive: terminal && !no_input }
    }

    /// Whether a person can be asked.
    pub(crate) fn is_interactive(self) -> bool {
        self.interactive
    }

    /// Asks a person to confirm something; Enter alone means no.
    pub(crate) fn confirms(self, question: &str) -> Result<bool, CommandError> {
        let answer: String = Input::new()
            .with_prompt(format!("{} [y/N]", visible(question)))
            .allow_empty(true)
            .interact_text()?;
        Ok(matches!(answer.trim().to_ascii_lowercase().as_str(), "y" | "yes"))
    }

    pub(crate) fn is_quiet(self) -> bool {
        self.quiet
    }

    /// Gives the result: one JSON document, or what `text` makes of it.
    pub(crate) fn result<T: Serialize + ?Sized>(
        self,
        value: &T,
        text: impl FnOnce(&T) -> String,
    ) -> Result<(), CommandError> {
        match self.json {
            true => self.document(value),
            false => self.print(&text(value)),
        }
    }

    /// Gives a result that is JSON for people too.
    pub(crate) fn document<T: Serialize + ?Sized>(self, value: &T) -> Result<(), CommandError> {
        self.line(&escaped(&serde_json::to_string_pretty(value)?))
    }

    /// Tells that something was done: one JSON document for a script, or a line for a person.
    pub(crate) fn done(
        self,
        value: &impl Serialize,
        text: impl AsRef<str>,
    ) -> Result<(), CommandError> {
        if self.json {
            return self.document(value);
        }
        self.say(text);
        Ok(())
    }

    /// Gives one element of a stream: one JSON object a line, or one line of text.
    pub(crate) fn element<T: Serialize>(
        self,
        value: &T,
        text: impl FnOnce(&T) -> String,
    ) -> Result<(), CommandError> {
        self.told(value, text).map(drop)
    }

    /// The same for a stream without an end; tells whether somebody still reads it.
    pub(crate) fn told<T: Serialize>(
        self,
        value: &T,
        text: impl FnOnce(&T) -> String,
    ) -> Result<bool, CommandError> {
        match self.json {
            true => write(format!("{}\n", escaped(&serde_json::to_string(value)?)).as_bytes()),
            false => write(format!("{}\n", text(value)).as_bytes()),
        }
    }

    /// Writes a line to standard output.
    ///
    /// A reader that has gone away, as `head` does, ends the output and not the work: what was asked
    /// is still done, and the exit code still tells how.
    pub(crate) fn line(self, text: &str) -> Result<(), CommandError> {
        write(format!("{text}\n").as_bytes()).map(drop)
    }

    fn print(self, text: &str) -> Result<(), CommandError> {
        match text {
            "" => Ok(()),
            text => self.line(text.trim_end_matches('\n')),
        }
    }

    /// Says something to a person, unless told to be quiet.
    pub(crate) fn say(self, text: impl AsRef<str>) {
        if !self.quiet {
            tell(&visible_lines(&with_places(text.as_ref())));
        }
    }

    /// Says that something is not as it should be although the command went on.
    pub(crate) fn warn(self, text: impl AsRef<str>) {
        let label = Style::new().for_stderr().yellow().bold().apply_to("warning:");
        tell(&format!("{label} {}", visible_lines(&with_places(text.as_ref()))));
    }

    /// Warns of files beside the store in which deleted data may live on.
    pub(crate) fn warn_of_copies(self, copies: &[PathBuf]) {
        for copy in copies {
            let copy = copy.display().to_string();
            self.warn(format!("this older copy may still hold the data: {}", visible(&copy)));
        }
    }

    /// A spinner for something that takes a while; nothing where nobody watches.
    pub(crate) fn spinner(self, message: impl Into<String>) -> ProgressBar {
        let bar = ProgressBar::new_spinner();
        bar.set_draw_target(self.target());
        bar.enable_steady_tick(Duration::from_millis(120));
        bar.with_message(message.into())
    }

    /// A bar for `length` steps.
    pub(crate) fn bar(self, length: u64) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(Some(length), self.target());
        match ProgressStyle::with_template("{bar:30} {pos}/{len} {msg} {eta}") {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        }
    }

    /// A bar for `length` steps that are taken at a pace.
    pub(crate) fn pace_bar(self, length: u64, most: Option<f64>) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(Some(length), self.target());
        let pace = |state: &ProgressState, text: &mut dyn fmt::Write| {
            let _ = write!(text, "{:.1}/s", state.per_sec());
        };
        let left = move |state: &ProgressState, text: &mut dyn fmt::Write| {
            let rows = state.len().unwrap_or_default().saturating_sub(state.pos()) as f64;
            let least = most.map_or(0.0, |most| rows / most);
            let _ = match state.per_sec() {
                pace if pace < 0.05 && most.is_none() => write!(text, "waiting"),
                _ => {
                    let least = Duration::try_from_secs_f64(least).unwrap_or_default();
                    write!(text, "{:#} left", HumanDuration(state.eta().max(least)))
                }
            };
        };
        match ProgressStyle::with_template("{bar:30} {pos}/{len}  {pace}  {left}") {
            Ok(style) => bar.with_style(style.with_key("pace", pace).with_key("left", left)),
            Err(_) => bar,
        }
    }

    fn target(self) -> ProgressDrawTarget {
        if self.quiet || self.json {
            ProgressDrawTarget::hidden()
        } else {
            // Hides itself where standard error is no terminal.
            ProgressDrawTarget::stderr()
        }
    }
}

/// Escapes in JSON what a terminal would obey. Such characters stand inside strings only.
pub(super) fn escaped(json: &str) -> Cow<'_, str> {
    if !json.contains(obeyed) {
        return Cow::Borrowed(json);
    }
    let escape = |c: char| match obeyed(c) {
        true => format!("\\u{:04x}", u32::from(c)),
        false => c.to_string(),
    };
    Cow::Owned(json.chars().map(escape).collect())
}

fn obeyed(c: char) -> bool {
    c != '\n' && is_hidden(c)
}

/// The flags that name the files of this process, set once at its start.
static PLACES: OnceLock<String> = OnceLock::new();

/// Has commands that are advised name the same files as this one.
pub(super) fn set_places(flags: String) {
    let _ = PLACES.set(flags);
}

/// A text whose commands work on the files that this process works on: typed as they stand, they would
/// otherwise replace or empty another store.
pub(super) fn with_places(text: &str) -> Cow<'_, str> {
    match PLACES.get().filter(|flags| !flags.is_empty()) {
        Some(flags) => text.replace("`igbot ", &format!("`igbot {flags} ")).into(),
        None => text.into(),
    }
}

/// Writes a line to standard error. Nobody can be told if that fails.
pub(super) fn tell(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// A time as tables show it: to the second, and that it is UTC.
pub(crate) fn stamp(time: Timestamp) -> String {
    time.strftime("%Y-%m-%d %H:%M:%SZ").to_string()
}

/// The day of a time, in UTC.
pub(crate) fn day(time: Timestamp) -> String {
    time.strftime("%Y-%m-%d").to_string()
}

/// A number of things, with their name.
pub(crate) fn count(number: u64, thing: &str) -> String {
    match number {
        1 => format!("1 {thing}"),
        _ => format!("{number} {thing}s"),
    }
}

/// What a message says and carries, in a cell of a table.
pub(crate) fn said(text: Option<&str>, attachments: &[String]) -> String {
    let carried = attachments.iter().map(|kind| format!("[{kind}]"));
    text.map(str::to_owned).into_iter().chain(carried).collect::<Vec<_>>().join(" ")
}

/// A table of texts from anywhere, each kept on its line.
pub(crate) fn table<const N: usize>(headers: [&str; N], rows: Vec<[String; N]>) -> String {
    text_of(&laid_out(headers, rows))
}

fn text_of(table: &Table) -> String {
    table.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

fn laid_out<const N: usize>(headers: [&str; N], rows: Vec<[String; N]>) -> Table {
    let mut table = Table::new();
    table
        .load_style(presets::NOTHING)
        // One record stays on one line, and an id in one piece, however narrow the terminal.
        .set_content_arrangement(ContentArrangement::Disabled)
        .set_header(headers);
    for row in rows {
        table.add_row(row.map(|cell| visible(&cell).into_owned()));
    }
    table
}

/// Longest text in a cell of a [`listing`] on a terminal, and how short it becomes at most so that more of the
/// columns can be seen.
const CELL: RangeInclusive<usize> = 14..=40;

/// Length of a [`stamp`].
const STAMP: usize = "2026-11-28 10:00:00Z".len();

/// Whether a cell is a time, or may be an id, which are worth nothing in parts.
fn stays_whole(cell: &str) -> bool {
    let one_word = cell.is_ascii() && !cell.contains(' ') && cell.len() <= *CELL.end();
    one_word || measure_text_width(cell) <= STAMP
}

/// A table of many columns. On a terminal long texts and lines are cut, so that a record is a line there too, and
/// columns are left out that tell nothing: empty ones, and that which only tells records `apart`, where all are
/// alike. Files and pipes get all of it.
pub(crate) fn listing<const N: usize>(
    headers: [&str; N],
    rows: Vec<[String; N]>,
    apart: Option<usize>,
) -> String {
    let terminal = Term::stdout();
    if !terminal.features().is_attended() {
        return table(headers, rows);
    }
    let tells = |column: usize| match Some(column) == apart {
        true => rows.iter().any(|row| row[column] != rows[0][column]),
        false => rows.iter().any(|row| !row[column].is_empty()),
    };
    let mute: Vec<_> = (0..N).filter(|column| !tells(*column)).collect();
    let lay_out = |rows: Vec<[String; N]>| {
        let mut table = laid_out(headers, rows);
        for &column in &mute {
            if let Some(column) = table.column_mut(column) {
                column.set_constraint(ColumnConstraint::Hidden);
            }
        }
        text_of(&table)
    };
    let width = usize::from(terminal.size().1);
    let cut = |text: &str, width| truncate_str(&visible(text), width, "…").into_owned();
    let short = |cell: &String, most| match stays_whole(cell) {
        true => cell.clone(),
        false => cut(cell, most),
    };
    let with = |most| {
        lay_out(rows.iter().map(|row| row.each_ref().map(|cell| short(cell, most))).collect())
    };
    let fits = |text: &String| text.lines().all(|line| measure_text_width(line) <= width);
    let table = CELL.rev().map(with).find(fits).unwrap_or_else(|| with(*CELL.start()));
    table.lines().map(|line| cut(line, width) + "\n").collect()
}

/// A text whose lines break between words on a terminal, and go on below `indent`; `taken` is what stands before it.
pub(crate) fn wrapped(text: &str, taken: usize, indent: usize) -> String {
    let terminal = Term::stdout();
    match terminal.features().is_attended() {
        true => wrapped_to(usize::from(terminal.size().1), text, taken, indent),
        false => text.to_owned(),
    }
}

fn wrapped_to(width: usize, text: &str, taken: usize, indent: usize) -> String {
    let (mut wrapped, mut column) = (String::new(), taken);
    for word in text.split_inclusive(' ') {
        let long = measure_text_width(word.trim_end());
        if column + long > width && column > indent {
            wrapped.truncate(wrapped.trim_end().len());
            wrapped.push('\n');
            wrapped.push_str(&" ".repeat(indent));
            column = indent;
        }
        wrapped.push_str(word);
        column += measure_text_width(word);
    }
    wrapped
}

/// Whether somebody still reads standard output, without writing to it.
pub(crate) fn is_read() -> bool {
    let stdout = io::stdout();
    let mut polled = [PollFd::new(&stdout, PollFlags::empty())];
    let now = Timespec { tv_sec: 0, tv_nsec: 0 };
    // What cannot be asked is found out by writing.
    !poll(&mut polled, Some(&now)).is_ok_and(|_| polled[0].revents().contains(PollFlags::ERR))
}

/// Writes to standard output; tells whether somebody still reads it.
pub(crate) fn write(bytes: &[u8]) -> Result<bool, CommandError> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(CommandError::of_output(&error)),
        Ok(()) => Ok(true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_keeps_its_meaning_and_drives_no_terminal() {
        let text = "a\u{9b}31m\u{202e}\u{2028}\u{7f}señor 👍\n";
        let json = serde_json::to_string_pretty(&[text]).unwrap();
        let shown = escaped(&json);
        assert!(!shown.contains(obeyed), "{shown}");
        assert_eq!(serde_json::from_str::<Vec<String>>(&shown).unwrap(), [text]);
    }

    #[test]
    fn a_text_breaks_between_words_and_a_word_that_is_too_long_stays_whole() {
        for (width, taken, expected) in [
            (22, 4, "run `igbot login`,\n  then look"),
            (30, 4, "run `igbot login`, then\n  look"),
            (40, 4, "run `igbot login`, then look"),
            (5, 2, "run\n  `igbot\n  login`,\n  then\n  look"),
        ] {
            assert_eq!(
                wrapped_to(width, "run `igbot login`, then look", taken, 2),
                expected,
                "{width}"
            );
        }
    }
}
