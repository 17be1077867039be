//! The lines of a CSV file, as they must come for its rows to be told and counted.

use std::collections::VecDeque;
use std::io::{self, BufRead, Read};
use std::ops::Range;

/// Longest row; a message has at most a few kilobytes.
pub(super) const MAX_LINE: u64 = 1 << 20;

/// A CSV file with every line end read as `\n`, which remembers where quotes are malformed: the csv crate counts
/// `\r\n` with the row behind it, and reads an unclosed quote up to the next one, wherever that is.
pub(super) struct Lines {
    file: Box<dyn BufRead + Send>,
    delimiter: u8,
    place: InCsv,
    /// Bytes given so far.
    given: u64,
    /// Where something stands behind the quote that closes a cell, or the end of the file in one.
    torn: VecDeque<u64>,
    /// The line that is given now.
    line: i64,
    in_row: bool,
    /// Where rows begin, and on which lines: what reads them counts blank lines with the row before.
    rows: VecDeque<(u64, i64)>,
    /// Bytes that may still be read for this row.
    pub(super) left: u64,
    pub(super) is_too_long: bool,
}

/// Where in a row a byte stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum InCsv {
    /// At the beginning of a cell.
    Begin,
    /// In a cell without quotes, or behind them.
    Plain,
    /// Within quotes.
    Quoted,
    /// Behind a quote within quotes: it closes them, or stands for itself.
    Closing,
}

impl Lines {
    pub(super) fn new(file: Box<dyn BufRead + Send>, delimiter: u8) -> Self {
        Self {
            file,
            delimiter,
            place: InCsv::Begin,
            given: 0,
            torn: VecDeque::new(),
            line: 1,
            in_row: false,
            rows: VecDeque::new(),
            left: MAX_LINE,
            is_too_long: false,
        }
    }

    /// Whether the quotes between two places are not what they should be. Forgets what lies before.
    pub(super) fn is_torn(&mut self, bytes: Range<u64>) -> bool {
        let passed = self.torn.iter().take_while(|at| **at < bytes.end).count();
        self.torn.drain(..passed).any(|at| at >= bytes.start)
    }

    /// The line on which the row between two places begins; blank lines before it are none of its own.
    /// Forgets what lies before.
    pub(super) fn line_of(&mut self, bytes: Range<u64>) -> i64 {
        let row = self.rows.iter().find(|(at, _)| *at >= bytes.start);
        let line = row.map_or(self.line, |(_, line)| *line);
        while self.rows.pop_front_if(|(at, _)| *at < bytes.end).is_some() {}
        line
    }

    fn look_at(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if !self.in_row && *byte != b'\n' {
                self.rows.push_back((self.given, self.line));
                self.in_row = true;
            }
            if *byte == b'\n' {
                self.line += 1;
                self.in_row = self.place == InCsv::Quoted;
            }
            self.place = match (self.place, byte) {
                (InCsv::Begin, b'"') => InCsv::Quoted,
                (InCsv::Quoted, b'"') => InCsv::Closing,
                (InCsv::Quoted, _) | (InCsv::Closing, b'"') => InCsv::Quoted,
                (_, b'\n') => InCsv::Begin,
                (_, byte) if *byte == self.delimiter => InCsv::Begin,
                (InCsv::Closing, _) => {
                    self.torn.push_back(self.given);
                    InCsv::Plain
                }
                (InCsv::Begin | InCsv::Plain, _) => InCsv::Plain,
            };
            self.given += 1;
        }
    }

    fn read_on(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            let there = self.file.fill_buf()?;
            let end = there.iter().position(|byte| *byte == b'\r');
            let count = end.unwrap_or(there.len()).min(into.len());
            if count > 0 || end.is_none() || into.is_empty() {
                into[..count].copy_from_slice(&there[..count]);
                self.file.consume(count);
                return Ok(count);
            }
            self.file.consume(1);
            if self.file.fill_buf()?.first() != Some(&b'\n') {
                into[0] = b'\n';
                return Ok(1);
            }
        }
    }
}

impl Read for Lines {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.read_on(into)?;
        self.look_at(&into[..read]);
        if read == 0 && self.place == InCsv::Quoted {
            // Within what was given last, which the last row holds.
            self.torn.push_back(self.given.saturating_sub(1));
            self.place = InCsv::Plain;
        }
        self.left = self.left.checked_sub(read as u64).ok_or_else(|| {
            self.is_too_long = true;
            io::Error::other(too_long())
        })?;
        Ok(read)
    }
}

/// What is said of a longer one.
pub(super) fn too_long() -> String {
    format!("longer than {MAX_LINE} bytes")
}
