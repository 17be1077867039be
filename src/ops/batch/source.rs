//! Rows of a file, one at a time: CSV with a header, or one JSON object a line.

use std::collections::BTreeSet;
use std::fmt;
use std::io::{self, BufRead, Cursor, Read};

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::{Map, Value};

use super::lines::{Lines, MAX_LINE, too_long};
use crate::domain::json::{changed_number, lossy_number};

/// As much of a file as is looked at to see what it is.
const START: u64 = 4 << 10;

/// Columns of CSV that hold several values, with what separates them where they are no JSON.
const LISTS: [(&str, &[char]); 3] =
    [("quick_replies", &['|']), ("urls", &['|', ' ', '\n']), ("attachment_ids", &['|', ' ', '\n'])];

/// Columns of CSV that hold JSON.
const JSON: [&str; 3] = ["template", "message", "human_agent"];

/// What is said of another encoding, as spreadsheets write it by themselves.
const NOT_UTF8: &str = "not UTF-8; export the file as \"CSV UTF-8\"";

/// What is said of a number of which a customer would read another one.
const LOSES_DIGITS: &str = "a number would not be sent as it is written; put it in quotes";

/// A row as it stands in the file.
#[derive(Clone)]
pub(super) struct SourceRow {
    /// Line on which it begins, from 1.
    pub(super) line: i64,
    /// Its fields by name.
    pub(super) fields: Map<String, Value>,
}

/// Why a row cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowError {
    /// Line on which it begins, from 1.
    pub line: i64,
    /// What is wrong; says nothing of what is in it.
    pub problem: String,
}

/// A file of rows.
pub(super) enum Source {
    Csv { reader: Box<csv::Reader<Lines>>, names: csv::StringRecord, ended: bool },
    Json { reader: Box<dyn BufRead + Send>, line: i64 },
}

impl Source {
    /// Looks at the beginning of a file: a `{` begins JSON, everything else is the header of CSV.
    ///
    /// # Errors
    /// The file cannot be read; the inner error is about its header.
    pub(super) fn open(mut reader: Box<dyn BufRead + Send>) -> io::Result<Result<Self, RowError>> {
        // A pipe may bring it in pieces.
        let mut start = Vec::new();
        reader.by_ref().take(START).read_to_end(&mut start)?;
        // Spreadsheets put a mark of three bytes in front of what they export as UTF-8.
        if start.starts_with(b"\xef\xbb\xbf") {
            start.drain(..3);
        }
        let is_json = start.trim_ascii_start().first() == Some(&b'{');
        let header = start.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
        // Where the comma is the decimal point, spreadsheets separate by a semicolon.
        let delimiter = if header.contains(&b';') && !header.contains(&b',') { b';' } else { b',' };
        let reader = Box::new(Cursor::new(start).chain(reader));
        if is_json {
            return Ok(Ok(Self::Json { reader, line: 0 }));
        }
        let lines = Lines::new(reader, delimiter);
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(lines);
        let names = match reader.headers() {
            Ok(names) => names.clone(),
            Err(error) => return csv_error(error, 1).map(Err),
        };
        let header = 0..reader.position().byte();
        let torn = reader.get_mut().is_torn(header);
        let mut seen = BTreeSet::new();
        let problem = if names.is_empty() {
            "the file is empty"
        } else if names.iter().all(|name| name != "to") {
            let found: Vec<_> = names.iter().filter(|name| is_named(name)).collect();
            // It may be no header, and then it says what is for a customer alone.
            let of_name = |c: char| c.is_alphabetic() || matches!(c, '_' | '-');
            let is_header = found.iter().all(|name| name.len() <= 32 && name.chars().all(of_name));
            let problem = match is_header {
                true => {
                    format!("there is no column `to`; the first line has: {}", found.join(", "))
                }
                false => "there is no column `to` in the first line".to_owned(),
            };
            return Ok(Err(RowError { line: 1, problem }));
        } else if names.iter().any(|name| is_named(name) && !seen.insert(name)) {
            "two columns have the same name"
        } else if torn {
            "unclosed quote"
        } else {
            return Ok(Ok(Self::Csv { reader: Box::new(reader), names, ended: false }));
        };
        Ok(Err(RowError { line: 1, problem: problem.to_owned() }))
    }

    /// The next row; `None` at the end. One that is refused does not keep those behind it back.
    ///
    /// # Errors
    /// The file cannot be read; the inner error is about the row.
    pub(super) fn next(&mut self) -> io::Result<Option<Result<SourceRow, RowError>>> {
        match self {
            Self::Csv { ended: true, .. } => Ok(None),
            Self::Csv { reader, names, ended } => loop {
                let mut record = csv::StringRecord::new();
                let begin = reader.position().byte();
                reader.get_mut().left = MAX_LINE;
                let read = reader.read_record(&mut record);
                let end = reader.position().byte();
                let line = reader.get_mut().line_of(begin..end);
                return match read {
                    Ok(false) => Ok(None),
                    // Spreadsheets leave such rows at the end.
                    Ok(true) if record.iter().all(|cell| cell.trim().is_empty()) => continue,
                    Ok(true) => {
                        // It would say to its person what was meant for others.
                        if reader.get_mut().is_torn(begin..end) {
                            let problem = "unclosed quote".to_owned();
                            return Ok(Some(Err(RowError { line, problem })));
                        }
                        Ok(Some(csv_row(names, &record, line)))
                    }
                    // Nothing tells where the next row begins.
                    Err(_) if reader.get_ref().is_too_long => {
                        *ended = true;
                        Ok(Some(Err(RowError { line, problem: too_long() })))
                    }
                    Err(error) => csv_error(error, line).map(|error| Some(Err(error))),
                };
            },
            Self::Json { reader, line } => loop {
                let mut text = Vec::new();
                let read = reader.by_ref().take(MAX_LINE).read_until(b'\n', &mut text)?;
                if read == 0 {
                    return Ok(None);
                }
                *line += 1;
                let refused = |problem: String| Ok(Some(Err(RowError { line: *line, problem })));
                if read as u64 == MAX_LINE && text.last() != Some(&b'\n') {
                    io::copy(&mut skip_line(reader), &mut io::sink())?;
                    return refused(too_long());
                }
                if text.trim_ascii().is_empty() {
                    continue;
                }
                let json = str::from_utf8(&text).unwrap_or_default();
                if let Some(at) = changed_number(json) {
                    return refused(format!("{LOSES_DIGITS} (column {})", at + 1));
                }
                return match serde_json::from_slice(&text) {
                    Ok(JsonRow { twice: Some(name), .. }) => {
                        let name: String = name.chars().take(64).collect();
                        refused(format!("`{name}` appears twice"))
                    }
                    Ok(JsonRow { fields, .. }) => Ok(Some(Ok(SourceRow { line: *line, fields }))),
                    Err(error) if error.is_data() => refused("not a JSON object".to_owned()),
                    Err(error) => refused(format!("not JSON (column {})", error.column())),
                };
            },
        }
    }
}

/// A JSON object, and a name that stands in it more than once, of which one would silently win.
struct JsonRow {
    fields: Map<String, Value>,
    twice: Option<String>,
}

impl<'de> Deserialize<'de> for JsonRow {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = JsonRow;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<JsonRow, A::Error> {
                let mut row = JsonRow { fields: Map::new(), twice: None };
                while let Some((name, value)) = members.next_entry::<String, Value>()? {
                    if row.fields.insert(name.clone(), value).is_some() {
                        row.twice = Some(name);
                    }
                }
                Ok(row)
            }
        }
        deserializer.deserialize_map(Object)
    }
}

/// What is left of a line.
fn skip_line(reader: &mut dyn BufRead) -> impl Read + '_ {
    struct Rest<'a>(&'a mut dyn BufRead, bool);
    impl Read for Rest<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            if self.1 {
                return Ok(0);
            }
            let there = self.0.fill_buf()?;
            let upto = there.iter().position(|byte| *byte == b'\n');
            let count = upto.map_or(there.len(), |at| at + 1).min(into.len());
            self.1 = upto.is_some_and(|at| at < count);
            self.0.consume(count);
            Ok(count)
        }
    }
    Rest(reader, false)
}

/// Whether a column is one: spreadsheets add empty ones at the end.
fn is_named(name: &str) -> bool {
    !name.trim().is_empty()
}

fn csv_row(
    names: &csv::StringRecord,
    record: &csv::StringRecord,
    line: i64,
) -> Result<SourceRow, RowError> {
    let mut fields = Map::new();
    for (name, cell) in names.iter().zip(record) {
        if !is_named(name) {
            if cell.trim().is_empty() {
                continue;
            }
            let problem = "a cell is in a column that has no name".to_owned();
            return Err(RowError { line, problem });
        }
        let list = LISTS.iter().find(|(list, _)| *list == name);
        let is_json = list.is_some() && cell.trim_start().starts_with('[');
        let value = if let Some((_, by)) = list.filter(|_| !is_json) {
            let parts = cell.split(*by).map(str::trim).filter(|part| !part.is_empty());
            parts.map(|part| Value::String(part.to_owned())).collect()
        } else if is_json || JSON.contains(&name) && !cell.is_empty() {
            // As spreadsheets and Python write it.
            let json = match cell {
                "TRUE" | "True" => "true",
                "FALSE" | "False" => "false",
                json => json,
            };
            if lossy_number(json).is_some() {
                return Err(RowError { line, problem: format!("`{name}`: {LOSES_DIGITS}") });
            }
            serde_json::from_str(json)
                .map_err(|_| RowError { line, problem: format!("`{name}` is not JSON") })?
        } else if cell.is_empty() {
            Value::Null
        } else {
            Value::String(cell.to_owned())
        };
        fields.insert(name.to_owned(), value);
    }
    Ok(SourceRow { line, fields })
}

/// Tells what is wrong with a row from what is wrong with the file.
fn csv_error(error: csv::Error, line: i64) -> io::Result<RowError> {
    let problem = match error.into_kind() {
        csv::ErrorKind::Io(error) => return Err(error),
        csv::ErrorKind::Utf8 { .. } => NOT_UTF8.to_owned(),
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} cells, but the header has {expected_len}")
        }
        _ => "not CSV".to_owned(),
    };
    Ok(RowError { line, problem })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use std::collections::VecDeque;

    use super::*;

    fn rows(file: &[u8]) -> Vec<Result<(i64, Value), (i64, String)>> {
        let mut rows = Vec::new();
        let mut source = match Source::open(Box::new(io::Cursor::new(file.to_vec()))).unwrap() {
            Ok(source) => source,
            Err(error) => return vec![Err((error.line, error.problem))],
        };
        while let Some(row) = source.next().unwrap() {
            rows.push(match row {
                Ok(row) => Ok((row.line, Value::Object(row.fields))),
                Err(error) => Err((error.line, error.problem)),
            });
        }
        rows
    }

    #[test]
    fn both_forms_are_known_by_their_first_character() {
        let one = Ok((2, json!({ "to": "1", "text": "a" })));
        for file in ["to,text\n1,a\n", "\u{feff}to;text\r\n1;a\r\n", "to,text\n\"1\",\"a\""] {
            assert_eq!(rows(file.as_bytes()), std::slice::from_ref(&one), "{file}");
        }
        let file = b"\n{\"to\":\"1\"}\n\n  {\"to\":2}\nnonsense\n[1]\n{\"to\":\"1\",\"to\":\"2\"}";
        let expected = [
            Ok((2, json!({ "to": "1" }))),
            Ok((4, json!({ "to": 2 }))),
            Err((5, "not JSON (column 2)".to_owned())),
            Err((6, "not a JSON object".to_owned())),
            Err((7, "`to` appears twice".to_owned())),
        ];
        assert_eq!(rows(file), expected);
        let prices = b"{\"to\":\"1\",\"price\":19.90}\n{\"to\":\"1\",\"price\":19.9}";
        let found = rows(prices);
        assert_eq!(found[0], Err((1, format!("{LOSES_DIGITS} (column 19)"))));
        assert!(found[1].is_ok());
        let cell = b"to,template\n1,\"{\"\"id\"\":9400111899223100001234}\"\n";
        assert_eq!(rows(cell), [Err((2, format!("`template`: {LOSES_DIGITS}")))]);
    }

    #[test]
    fn a_row_that_is_refused_names_its_line_and_keeps_nobody_back() {
        let file = b"to,text\n1,\"two\nlines\"\n2\n3,\xff\n4,d\n";
        let expected = [
            Ok((2, json!({ "to": "1", "text": "two\nlines" }))),
            Err((4, "1 cells, but the header has 2".to_owned())),
            Err((5, NOT_UTF8.to_owned())),
            Ok((6, json!({ "to": "4", "text": "d" }))),
        ];
        assert_eq!(rows(file), expected);
        assert_eq!(rows(b""), [Err((1, "the file is empty".to_owned()))]);
        let no_column = "there is no column `to`; the first line has: a, b".to_owned();
        assert_eq!(rows(b"a,b\n1,2"), [Err((1, no_column))]);
        let no_header = "there is no column `to` in the first line".to_owned();
        assert_eq!(rows(b"1270000000000001,Hello\n"), [Err((1, no_header))]);
        let same = Err((1, "two columns have the same name".to_owned()));
        assert_eq!(rows(b"to,to,text\n1,2,a\n"), [same]);
        let open = b"to,text\n1,\"hello\n2,your code is 4711\n";
        assert_eq!(rows(open), [Err((2, "unclosed quote".to_owned()))]);
        let inches = b"to,text\n1,5\" pipe\n2,\"two\nlines\"\n3,\"say \"\"yes\"\"\"\n4,\"\"\n";
        assert!(rows(inches).iter().all(Result::is_ok));
        // Whatever comes behind it, and wherever in the file that is.
        for rest in ["3,plain\n".to_owned(), "3,\"a\"\n".repeat(5_000)] {
            let torn = format!("to,text\n1,\"hello\n2,\"Your code is 4711\"\n{rest}");
            let found = rows(torn.as_bytes());
            assert_eq!(found[0], Err((2, "unclosed quote".to_owned())));
            assert!(found.len() > 1 && found[1..].iter().all(Result::is_ok));
        }
        let torn = rows(b"to,text\n1,a\n2,\"b\"c\"d\"\n3,e\n");
        assert_eq!(torn[1], Err((3, "unclosed quote".to_owned())));
        assert!(torn[0].is_ok() && torn[2].is_ok());
        let torn = rows(b"to,\"te\"xt\n1,a\n");
        assert_eq!(torn, [Err((1, "unclosed quote".to_owned()))]);
        let long =
            [b"{\"to\":\"", "x".repeat(1 << 20).as_bytes(), b"\"}\n{\"to\":\"1\"}\n"].concat();
        let expected =
            [Err((1, "longer than 1048576 bytes".to_owned())), Ok((2, json!({ "to": "1" })))];
        assert_eq!(rows(&long), expected);
        let long = [b"to,text\n1,a\n2,", "x".repeat(2 << 20).as_bytes(), b"\n"].concat();
        let expected = Err((3, "longer than 1048576 bytes".to_owned()));
        assert_eq!(rows(&long)[1..], [expected]);
    }

    #[test]
    fn empty_columns_at_the_end_are_none() {
        let expected = [
            Ok((2, json!({ "to": "1", "text": "a" }))),
            Err((3, "a cell is in a column that has no name".to_owned())),
        ];
        assert_eq!(rows(b"to,text,,\n1,a,,\n2,b,,c\n"), expected);
    }

    #[test]
    fn blank_lines_are_counted_and_are_no_rows() {
        let file = b"to,text\n,\n\n1,a\n , \n2,\"b\n\nc\"\n\n3\n4,d\n,\n";
        let expected = [
            Ok((4, json!({ "to": "1", "text": "a" }))),
            Ok((6, json!({ "to": "2", "text": "b\n\nc" }))),
            Err((10, "1 cells, but the header has 2".to_owned())),
            Ok((11, json!({ "to": "4", "text": "d" }))),
        ];
        assert_eq!(rows(file), expected);
    }

    #[test]
    fn a_file_that_comes_in_pieces_is_read_as_one() {
        struct Drops(VecDeque<u8>);
        impl Read for Drops {
            fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
                self.0.read(&mut into[..1.min(self.0.len())])
            }
        }
        for (file, line) in [("\u{feff}to;text\n1;a\n", 2), ("\n{\"to\":\"1\",\"text\":\"a\"}", 2)]
        {
            let drops = io::BufReader::new(Drops(file.bytes().collect()));
            let mut source = Source::open(Box::new(drops)).unwrap().unwrap();
            let row = source.next().unwrap().unwrap().unwrap();
            assert_eq!((row.line, row.fields["text"].as_str()), (line, Some("a")), "{file}");
        }
    }

    #[test]
    fn lines_are_counted_alike_whatever_ends_them() {
        for end in ["\n", "\r\n", "\r"] {
            let file = ["to,text", "1,\"two", "lines\"", "2", "3,c", ""].join(end);
            let expected = [
                Ok((2, json!({ "to": "1", "text": "two\nlines" }))),
                Err((4, "1 cells, but the header has 2".to_owned())),
                Ok((5, json!({ "to": "3", "text": "c" }))),
            ];
            for capacity in 1..9 {
                let reader = io::BufReader::with_capacity(capacity, io::Cursor::new(file.clone()));
                let mut whole = String::new();
                Lines::new(Box::new(reader), b',').read_to_string(&mut whole).unwrap();
                assert_eq!(whole, file.replace(end, "\n"));
            }
            assert_eq!(rows(file.as_bytes()), expected, "{end:?}");
        }
    }

    #[test]
    fn cells_hold_lists_and_json_where_messages_do() {
        let file = concat!(
            "to,quick_replies,urls,template,human_agent\n",
            "1,Yes | No,a b,\"{\"\"a\"\":1}\",TRUE\n2,,,,\n3,,,{,\n",
            "4,\"[\"\"a|b\"\"]\",a|b,,\n5,[,,,\n",
        );
        let expected = [
            Ok((
                2,
                json!({ "to": "1", "quick_replies": ["Yes", "No"], "urls": ["a", "b"],
                    "template": { "a": 1 }, "human_agent": true }),
            )),
            Ok((
                3,
                json!({ "to": "2", "quick_replies": [], "urls": [], "template": null, "human_agent": null }),
            )),
            Err((4, "`template` is not JSON".to_owned())),
            Ok((
                5,
                json!({ "to": "4", "quick_replies": ["a|b"], "urls": ["a", "b"], "template": null,
                    "human_agent": null }),
            )),
            Err((6, "`quick_replies` is not JSON".to_owned())),
        ];
        assert_eq!(rows(file.as_bytes()), expected);
    }
}
