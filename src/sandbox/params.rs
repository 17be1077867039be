//! Parameters of a call, from the query and from a form, multipart or JSON body.

use axum::http::{HeaderMap, header};
use serde_json::Value;
use url::form_urlencoded;

/// How a body was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Empty,
    Form,
    Multipart,
    Json,
    Other,
}

/// Parameters in the order in which they came, those of the body last.
pub(super) struct Params {
    query: Vec<(String, String)>,
    body: Vec<(String, String)>,
    /// The body, if it is JSON.
    pub json: Option<Value>,
    /// Files of a multipart body, by the name of their part.
    pub files: Vec<(String, Vec<u8>)>,
    pub encoding: Encoding,
}

impl Params {
    /// Reads what can be read; a malformed body has no parameters.
    pub fn read(query: Option<&str>, headers: &HeaderMap, body: &[u8]) -> Self {
        let content_type = headers
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let essence = content_type.split(';').next().unwrap_or_default().trim();
        let encoding = match essence.to_ascii_lowercase().as_str() {
            _ if body.is_empty() => Encoding::Empty,
            "application/x-www-form-urlencoded" => Encoding::Form,
            "multipart/form-data" => Encoding::Multipart,
            "application/json" => Encoding::Json,
            _ => Encoding::Other,
        };
        let (mut json, mut files) = (None, Vec::new());
        let pairs = match encoding {
            Encoding::Form => pairs(body),
            Encoding::Multipart => multipart(content_type, body, &mut files).unwrap_or_default(),
            Encoding::Json => {
                json = serde_json::from_slice(body).ok();
                json.as_ref().map(members).unwrap_or_default()
            }
            Encoding::Empty | Encoding::Other => Vec::new(),
        };
        Self { query: pairs_of_query(query), body: pairs, json, files, encoding }
    }

    /// The value of a parameter; that of the body wins.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.body
            .iter()
            .chain(&self.query)
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Every value of a parameter: those of the body, or else those of the query.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let in_body = self.body.iter().any(|(key, _)| key == name);
        let pairs = if in_body { &self.body } else { &self.query };
        pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
    }

    /// A list, written as `a,b`, as a JSON array or as a repeated parameter.
    pub fn list(&self, name: &str) -> Vec<String> {
        self.all(name)
            .into_iter()
            .flat_map(|value| {
                serde_json::from_str::<Vec<String>>(value).unwrap_or_else(|_| {
                    value.split(',').map(|item| item.trim().to_owned()).collect()
                })
            })
            .filter(|item| !item.is_empty())
            .collect()
    }
}

fn pairs(form: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(form).into_owned().collect()
}

fn pairs_of_query(query: Option<&str>) -> Vec<(String, String)> {
    pairs(query.unwrap_or_default().as_bytes())
}

/// The members of a JSON object, texts as they are and everything else as JSON.
fn members(json: &Value) -> Vec<(String, String)> {
    let members = json.as_object().into_iter().flatten();
    members
        .map(|(name, value)| match value {
            Value::String(text) => (name.clone(), text.clone()),
            other => (name.clone(), other.to_string()),
        })
        .collect()
}

/// The text parts of a `multipart/form-data` body; those with a file name go to `files`.
fn multipart(
    content_type: &str,
    body: &[u8],
    files: &mut Vec<(String, Vec<u8>)>,
) -> Option<Vec<(String, String)>> {
    let (_, boundary) = content_type.split_once("boundary=")?;
    let boundary = boundary.split(';').next()?.trim().trim_matches('"');
    let delimiter = format!("\r\n--{boundary}");
    let mut texts = Vec::new();
    // The first delimiter has no line before it.
    let mut rest = body.strip_prefix(&delimiter.as_bytes()[2..])?;
    while let Some(part) = rest.strip_prefix(b"\r\n") {
        let end = find(part, delimiter.as_bytes())?;
        let (part, behind) = part.split_at(end);
        rest = &behind[delimiter.len()..];
        let blank = find(part, b"\r\n\r\n")?;
        let (head, value) = (std::str::from_utf8(&part[..blank]).ok()?, &part[blank + 4..]);
        let (_, name) = head.split_once(" name=\"")?;
        let (name, _) = name.split_once('"')?;
        match head.contains("filename=\"") {
            true => files.push((name.to_owned(), value.to_vec())),
            false => texts.push((name.to_owned(), std::str::from_utf8(value).ok()?.to_owned())),
        }
    }
    // A body without its end was cut off.
    rest.starts_with(b"--").then_some(texts)
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str, content_type: &'static str, body: &str) -> Params {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, content_type.parse().unwrap());
        Params::read(Some(query), &headers, body.as_bytes())
    }

    #[test]
    fn every_encoding_gives_the_same_parameters() {
        let multipart = "--b\r\nContent-Disposition: form-data; name=\"code\"\r\n\r\nA+B\r\n--b\r\n\
                         Content-Disposition: form-data; name=\"n\"\r\n\r\n1\r\n--b--\r\n";
        for params in [
            read("", "application/x-www-form-urlencoded", "code=A%2BB&n=1"),
            read("", "multipart/form-data; boundary=b", multipart),
            read("", "application/json", r#"{"code":"A+B","n":1}"#),
            read("code=A%2BB&n=1", "text/plain", ""),
        ] {
            assert_eq!(params.get("code"), Some("A+B"));
            assert_eq!(params.get("n"), Some("1"));
        }
    }

    #[test]
    fn a_multipart_body_carries_files_byte_by_byte_and_has_an_end() {
        let whole = b"--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b\r\n\
                      Content-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n\xff\r\n\0\r\n--b--\r\n";
        let mut files = Vec::new();
        let texts = multipart("multipart/form-data; boundary=b", whole, &mut files).unwrap();
        assert_eq!(texts, [("a".to_owned(), "1".to_owned())]);
        assert_eq!(files, [("f".to_owned(), b"\xff\r\n\0".to_vec())]);
        let cut = &whole[..whole.len() - 6];
        assert!(multipart("multipart/form-data; boundary=b", cut, &mut Vec::new()).is_none());
    }

    #[test]
    fn lists_come_in_three_forms() {
        for params in [
            read("f=a,b", "text/plain", ""),
            read("f=a&f=b", "text/plain", ""),
            read("", "application/json", r#"{"f":["a","b"]}"#),
        ] {
            assert_eq!(params.list("f"), ["a", "b"]);
        }
    }
}
