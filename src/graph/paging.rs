//! Lists that come page by page (reference 7, "paging").

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;
use url::Url;

/// Where a list goes on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Paging {
    /// As they come, for a list must not end with their shape.
    #[serde(default)]
    cursors: Value,
    #[serde(default)]
    next: Next,
}

impl Paging {
    /// Where the next page begins; `None` at the end of the list, of which only a missing `next`
    /// tells: the last page has cursors too.
    pub fn next(&self) -> Option<PageStart> {
        let Next::More(next) = &self.next else { return None };
        match self.cursors.get("after").and_then(Value::as_str) {
            Some(after) => Some(PageStart::after(after)),
            None => next.clone(),
        }
    }
}

/// Where a page begins: the parameters that lead there.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PageStart(Vec<(String, String)>);

impl PageStart {
    /// Behind a cursor.
    pub fn after(cursor: &str) -> Self {
        Self(vec![("after".to_owned(), cursor.to_owned())])
    }

    /// Adds it to the address of a list, in place of where that begins.
    pub(super) fn add_to(&self, url: &mut Url) {
        let stays = |name: &str| self.0.iter().all(|(other, _)| other != name);
        let asked: Vec<_> =
            url.query_pairs().into_owned().filter(|(name, _)| stays(name)).collect();
        url.query_pairs_mut().clear().extend_pairs(asked).extend_pairs(&self.0);
    }
}

/// What the address of a list asks for whatever its page, and what a page has no business with.
const NOT_OF_PAGES: [&str; 7] =
    ["access_token", "appsecret_proof", "method", "fields", "limit", "platform", "user_id"];

/// What is kept of `next`, a whole URL that carries the token to whatever host it names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum Next {
    #[default]
    End,
    /// The parameters that lead on, whether a cursor is among them or not; nothing if it cannot be read.
    More(Option<PageStart>),
}

impl<'de> Deserialize<'de> for Next {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Some(next) = Option::<String>::deserialize(deserializer)? else {
            return Ok(Self::End);
        };
        Ok(Self::More(Url::parse(&next).ok().map(|url| {
            let pairs = url.query_pairs().into_owned();
            PageStart(pairs.filter(|(name, _)| !NOT_OF_PAGES.contains(&name.as_str())).collect())
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
            let mut url = Url::parse("https://graph.instagram.com/me?after=0&limit=5").unwrap();
            page.paging.next()?.add_to(&mut url);
            Some(url.query().unwrap_or_default().to_owned())
        };
        let next = r#""next":"https://graph.instagram.com/x?access_token=IGAA&after=from%20next""#;
        let other =
            r#""next":"https://graph.instagram.com/x?limit=9&access_token=IGAA&until=1&page=p""#;
        for (paging, expected) in [
            (format!(r#"{{"cursors":{{"after":"A"}},{next}}}"#), Some("limit=5&after=A")),
            (format!("{{{next}}}"), Some("limit=5&after=from+next")),
            (format!("{{{other}}}"), Some("after=0&limit=5&until=1&page=p")),
            (r#"{"cursors":{"after":"A"},"next":"/x"}"#.to_owned(), Some("limit=5&after=A")),
            (format!(r#"{{"cursors":null,{next}}}"#), Some("limit=5&after=from+next")),
            (format!(r#"{{"cursors":{{"after":5}},{next}}}"#), Some("limit=5&after=from+next")),
            (r#"{"cursors":{"after":"A"}}"#.to_owned(), None),
            (r#"{"cursors":{"after":"A"},"next":null}"#.to_owned(), None),
            (r#"{"next":"?"}"#.to_owned(), None),
            ("{}".to_owned(), None),
        ] {
            assert_eq!(start(&paging).as_deref(), expected, "{paging}");
        }
    }
}
