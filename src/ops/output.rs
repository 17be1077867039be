//! Rows for other programs: CSV for spreadsheets, and JSON lines.

use std::io;
use std::path::Path;

use super::OpsError;

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A header and lines for a spreadsheet, in which no cell is a formula.
    Csv,
    /// One JSON object a line.
    Json,
}

impl Form {
    /// The form that the end of a file's name asks for.
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()? {
            "csv" => Some(Self::Csv),
            "ndjson" | "jsonl" | "json" => Some(Self::Json),
            _ => None,
        }
    }
}

/// Why CSV could not be written: the error of the output, for which the crate's own conversion puts one of its own.
pub(super) fn unwritten(error: csv::Error) -> OpsError {
    OpsError::Unwritten(match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    })
}

/// What makes a formula of a cell, also in the wide forms of East Asia (security, 38).
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What may stand before that beside blanks and control characters.
const INVISIBLE: [char; 5] = ['\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}'];

/// What follows a semicolon without being a formula.
const SMILEYS: [&str; 5] = ["-)", "-(", "-D", "-P", "-/"];

/// Keeps a cell from being a formula, and what stands behind a semicolon, a tab or a line break in it, which
/// some spreadsheets take for the next cell (security, 38).
pub(super) fn plain(cell: &str) -> String {
    let blank = |c: char| c.is_whitespace() || c.is_control() || INVISIBLE.contains(&c);
    let mut plain = String::with_capacity(cell.len());
    if cell.trim_start_matches(' ').starts_with(['\t', '\r']) {
        plain.push('\'');
    }
    let mut before = None;
    for part in cell.split_inclusive([';', '\t', '\n', '\r']) {
        let bare = part.trim_start_matches(blank);
        // `;-)` is a smiley, and `- ` begins an item of a list.
        let harmless = match before {
            None => false,
            Some('\n' | '\r') => bare.starts_with("- ") || bare.starts_with("+ "),
            Some(_) => SMILEYS.iter().any(|smiley| {
                let rest = bare.strip_prefix(smiley);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
            }),
        };
        if bare.starts_with(FORMULA) && !harmless {
            plain.push('\'');
        }
        plain.push_str(part);
        before = part.chars().next_back();
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_whatever_stands_before_it() {
        for (cell, expected) in [
            ("=1", "'=1"),
            ("\u{b}\u{200b}\u{2028} =1", "'\u{b}\u{200b}\u{2028} =1"),
            ("＋1", "'＋1"),
            ("hi;-(1+1)*cmd", "hi;'-(1+1)*cmd"),
            ("hi;-@SUM(1)", "hi;'-@SUM(1)"),
            ("a\t=1", "a\t'=1"),
            ("a\n=1\r\n@b\n-1", "a\n'=1\r\n'@b\n'-1"),
            ("buy\n- milk\n+ bread", "buy\n- milk\n+ bread"),
            ("\t=1", "'\t'=1"),
            (" \rcmd", "' \rcmd"),
            ("thanks ;-)", "thanks ;-)"),
            (";-( oh", ";-( oh"),
            ("1-1", "1-1"),
        ] {
            assert_eq!(plain(cell), expected);
        }
    }
}
