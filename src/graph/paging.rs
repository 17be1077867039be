//! Lists that come page by page (reference 7, "paging").

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer};
use serde_json::value::RawValue;
use url::Url;

/// Where a list goes on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Paging {
    #[serde(default)]
    cursors: Cursors,
    #[serde(default)]
    next: Next,
}

impl Paging {
    /// Where the next page begins; `None` at the end of the list, of which only a missing `next`
    /// tells: the last page has cursors too.
    pub fn next(&self) -> Option<PageStart> {
        let next = self.next.0.as_ref()?;
        Some(match &self.cursors.after {
            Some(after) => PageStart::after(after),
            None => next.clone(),
        })
    }
}

/// Cursors; not to be stored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
struct Cursors {
    /// Where the next page begins.
    after: Option<String>,
}

/// Where a page begins: the parameters that lead there.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PageStart(Vec<(String, String)>);

impl PageStart {
    /// Behind a cursor.
    pub fn after(cursor: &str) -> Self {
        Self(vec![("after".to_owned(), cursor.to_owned())])
    }

    /// Adds it to the address of a list; what that asks for itself stays as it is.
    pub(super) fn add_to(&self, url: &mut Url) {
        let asked: Vec<_> = url.query_pairs().map(|(name, _)| name.into_owned()).collect();
        let new = self.0.iter().filter(|(name, _)| !asked.contains(name));
        url.query_pairs_mut().extend_pairs(new);
    }
}

/// What is kept of `next`, a whole URL that carries the token to whatever host it names: its other
/// parameters, whether a cursor is among them or not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Next(Option<PageStart>);

impl<'de> Deserialize<'de> for Next {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let next = Option::<String>::deserialize(deserializer)?;
        let url = next.and_then(|next| Url::parse(&next).ok());
        Ok(Self(url.map(|url| {
            let pairs = url.query_pairs().filter(|(name, _)| name != "access_token");
            PageStart(pairs.map(|(name, value)| (name.into_owned(), value.into_owned())).collect())
        })))
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
        let start = |paging: &str| {
            let body = format!(r#"{{"data":[],"paging":{paging}}}"#);
            let page: Written = serde_json::from_str(&body).unwrap();
            assert!(!format!("{:?}", page.paging).contains("IGAA"));
            let mut url = Url::parse("https://graph.instagram.com/me?limit=5").unwrap();
            page.paging.next()?.add_to(&mut url);
            Some(url.query().unwrap_or_default().to_owned())
        };
        let next = r#""next":"https://graph.instagram.com/x?access_token=IGAA&after=from%20next""#;
        let other =
            r#""next":"https://graph.instagram.com/x?limit=9&access_token=IGAA&until=1&token=p""#;
        for (paging, expected) in [
            (format!(r#"{{"cursors":{{"after":"A"}},{next}}}"#), Some("limit=5&after=A")),
            (format!("{{{next}}}"), Some("limit=5&after=from+next")),
            (format!("{{{other}}}"), Some("limit=5&until=1&token=p")),
            (r#"{"cursors":{"after":"A"}}"#.to_owned(), None),
            (r#"{"cursors":{"after":"A"},"next":null}"#.to_owned(), None),
            (r#"{"next":"?"}"#.to_owned(), None),
            ("{}".to_owned(), None),
        ] {
            assert_eq!(start(&paging).as_deref(), expected, "{paging}");
        }
    }
}
