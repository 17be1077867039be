//! A list that is shown while it is read, so that it can be of any length.

use std::io::{self, BufWriter, Stdout, Write as _};

use serde::Serialize;

use super::error::CommandError;
use super::ui::{Ui, escaped, table};

/// Rows of a table that are laid out together.
const CHUNK: usize = 500;

/// A list on its way to standard output: a JSON array, or a table.
pub(crate) struct Listing<const N: usize> {
    out: BufWriter<Stdout>,
    json: bool,
    headers: [&'static str; N],
    rows: Vec<[String; N]>,
    shown: u64,
    /// How deep the array lies in its document.
    indent: &'static str,
}

impl<const N: usize> Listing<N> {
    pub(crate) fn new(ui: Ui, headers: [&'static str; N]) -> Self {
        let out = BufWriter::new(io::stdout());
        Self { out, json: ui.json, headers, rows: Vec::new(), shown: 0, indent: "" }
    }

    /// A list that is the last member of an object, or stands under a text about it.
    pub(crate) fn within<T: Serialize>(
        ui: Ui,
        headers: [&'static str; N],
        object: &T,
        member: &str,
        text: impl FnOnce(&T) -> String,
    ) -> Result<Self, CommandError> {
        let mut list = Self { indent: "  ", ..Self::new(ui, headers) };
        let head = match ui.json {
            true => {
                let json = serde_json::to_string_pretty(object)?;
                let open = json.strip_suffix("\n}").unwrap_or(&json);
                format!("{},\n  \"{member}\": ", escaped(open))
            }
            false => text(object),
        };
        list.write(&head)?;
        Ok(list)
    }

    /// Shows one more; tells whether anybody still reads.
    pub(crate) fn push<T: Serialize>(
        &mut self,
        value: &T,
        row: impl FnOnce(&T) -> [String; N],
    ) -> Result<bool, CommandError> {
        let first = self.shown == 0;
        self.shown += 1;
        if self.json {
            let json = serde_json::to_string_pretty(value)?;
            let line = format!("\n{}  ", self.indent);
            let start = if first { "[" } else { "," };
            return self.write(&format!("{start}{line}{}", escaped(&json).replace('\n', &line)));
        }
        self.rows.push(row(value));
        match self.rows.len() {
            CHUNK.. => self.lay_out(),
            _ => Ok(true),
        }
    }

    /// Shows what is left; tells how many there were.
    pub(crate) fn end(mut self) -> Result<u64, CommandError> {
        match (self.json, self.shown) {
            (true, shown) => {
                let close = match shown {
                    0 => "[]".to_owned(),
                    _ => format!("\n{}]", self.indent),
                };
                let object = if self.indent.is_empty() { "" } else { "\n}" };
                self.write(&format!("{close}{object}\n"))?;
            }
            (false, _) => {
                self.lay_out()?;
            }
        }
        match self.out.flush() {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(CommandError::of_output(&error))
            }
            _ => Ok(self.shown),
        }
    }

    fn lay_out(&mut self) -> Result<bool, CommandError> {
        if self.rows.is_empty() {
            return Ok(true);
        }
        let headed = self.shown <= CHUNK as u64;
        let table = table(self.headers, std::mem::take(&mut self.rows));
        match table.split_once('\n') {
            Some((_, rows)) if !headed => self.write(rows),
            _ => self.write(&table),
        }
    }

    fn write(&mut self, text: &str) -> Result<bool, CommandError> {
        match self.out.write_all(text.as_bytes()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(CommandError::of_output(&error))
            }
            written => Ok(written.is_ok()),
        }
    }
}
