//! Lists that come page by page (reference 7, "paging").

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer};
use serde_json::value::RawValue;
use url::Url;

/// Where a list goes on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Paging {
    /// Cursors of the page.
    #[serde(default)]
    pub cursors: Cursors,
    #[serde(default)]
    next: Next,
}

impl Paging {
    /// Where the next page begins; `None` at the end of the list, of which only a missing `next`
    /// tells: the last page has cursors too.
    pub fn after(&self) -> Option<&str> {
        match &self.next {
            Next::End => None,
            Next::More { after } => self.cursors.after.as_deref().or(after.as_deref()),
        }
    }
}

/// Cursors; not to be stored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Cursors {
    /// Where the next page begins.
    pub after: Option<String>,
}

/// What is kept of `next`, a whole URL that carries the token.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum Next {
    #[default]
    End,
    More {
        /// The cursor in it.
        after: Option<String>,
    },
}

impl<'de> Deserialize<'de> for Next {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Some(next) = Option::<String>::deserialize(deserializer)? else {
            return Ok(Self::End);
        };
        let url = Url::parse(&next).ok();
        let after = url.and_then(|url| {
            let mut pairs = url.query_pairs();
            pairs.find(|(name, _)| name == "after").map(|(_, after)| after.into_owned())
        });
        Ok(Self::More { after })
    }
}

/// A page as Instagram writes it.
#[derive(Deserialize)]
pub(super) struct Written {
    /// Its elements.
    pub(super) data: Vec<Box<RawValue>>,
    /// Where it goes on.
    #[serde(default)]
    pub(super) paging: Paging,
}

/// Reads the elements that can be read, and counts the rest: one of another shape must not hide the
/// others.
pub(super) fn readable<T: DeserializeOwned>(all: &[Box<RawValue>]) -> (Vec<T>, u64) {
    let read: Vec<T> = all.iter().filter_map(|raw| serde_json::from_str(raw.get()).ok()).collect();
    let unreadable = (all.len() - read.len()) as u64;
    (read, unreadable)
}

/// The elements of a list that can be read, where it does not matter how many others there are.
pub(super) fn each<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    let all = Vec::<Box<RawValue>>::deserialize(deserializer)?;
    Ok(readable(&all).0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_ends_only_where_next_is_missing_and_its_token_is_not_kept() {
        let after = |paging: &str| {
            let body = format!(r#"{{"data":[],"paging":{paging}}}"#);
            let page: Written = serde_json::from_str(&body).unwrap();
            assert!(!format!("{:?}", page.paging).contains("IGAA"));
            page.paging.after().map(str::to_owned)
        };
        let next = r#""next":"https://graph.instagram.com/x?access_token=IGAA&after=from%20next""#;
        for (paging, expected) in [
            (format!(r#"{{"cursors":{{"after":"A"}},{next}}}"#), Some("A")),
            (format!("{{{next}}}"), Some("from next")),
            (r#"{"cursors":{"after":"A"}}"#.to_owned(), None),
            (r#"{"cursors":{"after":"A"},"next":null}"#.to_owned(), None),
            (r#"{"next":"?"}"#.to_owned(), None),
            ("{}".to_owned(), None),
        ] {
            assert_eq!(after(&paging).as_deref(), expected, "{paging}");
        }
    }
}
