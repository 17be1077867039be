//! What igbot wants to know of an X.509 certificate: how long it holds, and the name of its owner.
//!
//! Whether it can be trusted is for rustls to say. This reads a few fields of certificates that
//! rustls has accepted or that lie on this machine (RFC 5280, 4.1); anything unexpected is `None`.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

const INTEGER: u8 = 0x02;
const OBJECT_ID: u8 = 0x06;
const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
const VERSION: u8 = 0xa0;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;

/// The id of a common name (2.5.4.3), in DER.
const COMMON_NAME: &[u8] = &[0x55, 0x04, 0x03];

/// A few fields of a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Common names of its subject; usually one.
    pub common_names: Vec<String>,
    /// When it begins to hold, in UTC.
    pub begins: DateTime,
    /// When it ends, in UTC. A certificate without an end names the last second of the year 9999.
    pub ends: DateTime,
}

/// Whether a certificate holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    /// It does.
    Valid,
    /// Not yet.
    Early,
    /// Not any more.
    Ended,
}

impl Certificate {
    /// Reads a certificate in DER.
    pub fn parse(der: &[u8]) -> Option<Self> {
        let mut fields = Der(der).inner(SEQUENCE)?.inner(SEQUENCE)?;
        if fields.0.first() == Some(&VERSION) {
            fields.next()?;
        }
        fields.inner(INTEGER)?;
        let _signature_algorithm = fields.inner(SEQUENCE)?;
        let _issuer = fields.inner(SEQUENCE)?;
        let mut validity = fields.inner(SEQUENCE)?;
        let (begins, ends) = (time(validity.next()?)?, time(validity.next()?)?);
        let mut subject = fields.inner(SEQUENCE)?;
        let mut common_names = Vec::new();
        while !subject.0.is_empty() {
            let mut names = subject.inner(SET)?;
            while !names.0.is_empty() {
                let mut name = names.inner(SEQUENCE)?;
                let is_common = name.inner(OBJECT_ID)?.0 == COMMON_NAME;
                let (_, text) = name.next()?;
                common_names.extend(String::from_utf8(text.to_vec()).ok().filter(|_| is_common));
            }
        }
        Some(Self { common_names, begins, ends })
    }

    /// Whether it holds at a time.
    pub fn validity(&self, now: Timestamp) -> Validity {
        let now = TimeZone::UTC.to_datetime(now);
        match () {
            () if now < self.begins => Validity::Early,
            () if now > self.ends => Validity::Ended,
            () => Validity::Valid,
        }
    }
}

/// DER that has not been read yet.
struct Der<'a>(&'a [u8]);

impl<'a> Der<'a> {
    /// The next element: its tag and its content.
    fn next(&mut self) -> Option<(u8, &'a [u8])> {
        let (tag, rest) = self.0.split_first()?;
        let (first, rest) = rest.split_first()?;
        let (length, rest) = match first {
            0..=0x7f => (usize::from(*first), rest),
            0x81..=0x83 => {
                let (length, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
                (length.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte)), rest)
            }
            _ => return None,
        };
        let (content, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some((*tag, content))
    }

    /// What is inside the next element, which must have this tag.
    fn inner(&mut self, tag: u8) -> Option<Self> {
        let (found, content) = self.next()?;
        (found == tag).then_some(Self(content))
    }
}

/// A time of one of the two kinds, both in UTC and to the second (RFC 5280, 4.1.2.5).
fn time((tag, text): (u8, &[u8])) -> Option<DateTime> {
    let text = std::str::from_utf8(text).ok()?.strip_suffix('Z')?;
    let text = match tag {
        UTC_TIME if text.get(..2)? < "50" => format!("20{text}"),
        UTC_TIME => format!("19{text}"),
        GENERALIZED_TIME => text.to_owned(),
        _ => return None,
    };
    DateTime::strptime("%Y%m%d%H%M%S", text).ok()
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;

    use super::*;

    fn der(pem: &str) -> Vec<u8> {
        let lines = pem.lines().filter(|line| !line.starts_with("-----"));
        STANDARD.decode(lines.collect::<String>()).unwrap()
    }

    const CLIENT: &str = include_str!("../../tests/data/certificates/client.pem");
    const ENDLESS: &str = include_str!("../../tests/data/certificates/endless.pem");

    #[test]
    fn dates_and_common_names_are_read() {
        let client = Certificate::parse(&der(CLIENT)).unwrap();
        assert_eq!(client.common_names, ["client.webhooks.fbclientcerts.com"]);
        assert_eq!(client.begins.to_string(), "2026-01-02T03:04:05");
        assert_eq!(client.ends.to_string(), "2049-12-31T23:59:59");
        let endless = Certificate::parse(&der(ENDLESS)).unwrap();
        assert_eq!(endless.common_names, ["first", "zwei mit ü"]);
        assert_eq!(endless.ends.to_string(), "9999-12-31T23:59:59");
        for (now, validity) in [
            ("2026-01-02T03:04:04Z", Validity::Early),
            ("2026-01-02T03:04:05Z", Validity::Valid),
            ("2049-12-31T23:59:59Z", Validity::Valid),
            ("2050-01-01T00:00:00Z", Validity::Ended),
        ] {
            assert_eq!(client.validity(now.parse().unwrap()), validity, "{now}");
        }
    }

    #[test]
    fn no_damage_makes_the_reader_panic() {
        let whole = der(CLIENT);
        for length in 0..whole.len() {
            assert_eq!(Certificate::parse(&whole[..length]), None, "cut at {length}");
        }
        for at in 0..whole.len() {
            for byte in [0, 0x30, 0x7f, 0x80, 0x83, 0xff] {
                let mut damaged = whole.clone();
                damaged[at] = byte;
                let _ = Certificate::parse(&damaged);
            }
        }
    }
}
