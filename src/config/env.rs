//! Env files: `NAME=value` lines, read only when named with `--env-file`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Why an env file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum EnvFileError {
    /// It cannot be read.
    #[error("cannot read the env file {}", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    /// A line is no assignment. The line itself is not shown: it may hold a secret.
    #[error("line {line} of the env file {} is not NAME=value", path.display())]
    Malformed {
        path: PathBuf,
        /// Counted from 1.
        line: usize,
    },
}

/// Reads an env file.
pub(super) fn read(path: &Path) -> Result<BTreeMap<String, String>, EnvFileError> {
    let text = fs::read_to_string(path)
        .map_err(|source| EnvFileError::Unreadable { path: path.to_owned(), source })?;
    parse(&text).map_err(|line| EnvFileError::Malformed { path: path.to_owned(), line })
}

/// Reads assignments; comments, blank lines and a leading `export` are allowed, values may be
/// quoted. The error is the number of the line.
fn parse(text: &str) -> Result<BTreeMap<String, String>, usize> {
    let mut values = BTreeMap::new();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (line, number) in text.lines().zip(1..) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let line = line.strip_prefix("export ").unwrap_or(line);
        let (name, value) = line.split_once('=').ok_or(number)?;
        let name = name.trim();
        let plain = |c: u8| c.is_ascii_alphanumeric() || c == b'_';
        if name.is_empty() || !name.bytes().all(plain) {
            return Err(number);
        }
        values.insert(name.to_owned(), value_of(value.trim()).ok_or(number)?);
    }
    Ok(values)
}

/// A value without its quotes, or up to a comment; `None` if a quote is not closed.
fn value_of(text: &str) -> Option<String> {
    for quote in ['"', '\''] {
        if let Some(rest) = text.strip_prefix(quote) {
            let (value, after) = rest.split_once(quote)?;
            let after = after.trim();
            return (after.is_empty() || after.starts_with('#')).then(|| value.to_owned());
        }
    }
    let value = match text.starts_with('#') {
        true => "",
        false => text.split(" #").next().unwrap_or_default(),
    };
    Some(value.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assignments_are_read_as_a_shell_would() {
        let text = "# a comment\n\nA=1\nexport B = two words # why\nC=\"x # y\"\nD='=' # z\nE=\n";
        let values = parse(text).unwrap();
        let expected = [("A", "1"), ("B", "two words"), ("C", "x # y"), ("D", "="), ("E", "")];
        for (name, value) in expected {
            assert_eq!(values[name], value, "{name}");
        }
        assert_eq!(values.len(), expected.len());
    }

    #[test]
    fn what_is_no_assignment_is_named_by_its_line() {
        for (text, line) in [("A=1\nnonsense", 2), ("=1", 1), ("A B=1", 1), ("A=\"open", 1)] {
            assert_eq!(parse(text), Err(line), "{text}");
        }
    }
}
