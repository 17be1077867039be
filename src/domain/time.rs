//! How times look in what igbot prints, and in what others answer.

use std::borrow::Cow;
use std::time::Duration;

use jiff::fmt::rfc2822::DateTimeParser;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// Stands for [`jiff::Timestamp`] in a JSON Schema.
pub enum Time {}

impl JsonSchema for Time {
    fn schema_name() -> Cow<'static, str> {
        "Time".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date-time" })
    }
}

/// Longest `Retry-After` that is believed: more is a mistake of somebody between.
const LONGEST_RETRY_AFTER: Duration = Duration::from_hours(24);

/// Reads a `Retry-After`, in seconds or as a date (RFC 9110, 10.2.3).
///
/// A date is measured from the answer's own `Date`, so that no clock of ours has a say.
pub fn retry_after(asked: &str, date: Option<&str>) -> Option<Duration> {
    let read = |text: &str| DateTimeParser::new().parse_timestamp(text.trim()).ok();
    let asked = asked.trim();
    let is_number = !asked.is_empty() && asked.bytes().all(|c| c.is_ascii_digit());
    let rest = match asked.parse() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) if is_number => Duration::MAX,
        Err(_) => read(asked)?.duration_since(read(date?)?).try_into().ok()?,
    };
    Some(rest.min(LONGEST_RETRY_AFTER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rest_is_asked_for_in_seconds_or_by_a_date() {
        for (asked, date, expected) in [
            ("120", None, Some(120)),
            (" 7 ", None, Some(7)),
            ("99999999", None, Some(86_400)),
            ("99999999999999999999999", None, Some(86_400)),
            ("Sat, 28 Nov 2026 12:01:30 GMT", Some("Sat, 28 Nov 2026 12:00:00 GMT"), Some(90)),
            ("Sun, 28 Nov 2027 12:01:30 GMT", Some("Sat, 28 Nov 2026 12:00:00 GMT"), Some(86_400)),
            ("Sat, 28 Nov 2026 11:00:00 GMT", Some("Sat, 28 Nov 2026 12:00:00 GMT"), None),
            ("Sat, 28 Nov 2026 12:01:30 GMT", None, None),
            ("-5", None, None),
            ("soon", Some("Sat, 28 Nov 2026 12:00:00 GMT"), None),
        ] {
            assert_eq!(retry_after(asked, date), expected.map(Duration::from_secs), "{asked}");
        }
    }
}
