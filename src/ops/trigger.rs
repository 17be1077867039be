//! Deliveries that nobody at Instagram made: to try a receiver and its bot.

use secrecy::SecretString;
use serde_json::{Value, json};
use url::Url;

use super::OpsError;
use crate::graph::Graph;
use crate::graph::probe::PublicAnswer;
use crate::webhook::signature::Signature;
use crate::webhook::synthetic::{Scene, SyntheticKind, bytes};

/// A value to put into a made-up event, at a path of names and numbers joined by dots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    path: Vec<String>,
    value: String,
}

impl Change {
    /// Reads `path=value`; `None` without a path.
    pub fn parse(text: &str) -> Option<Self> {
        let (path, value) = text.split_once('=')?;
        let path: Vec<_> = path.split('.').map(str::to_owned).collect();
        let whole = path.iter().all(|part| !part.is_empty());
        whole.then(|| Self { path, value: value.to_owned() })
    }

    /// Puts the value in its place, making objects on the way there. What was text stays text: ids
    /// are digits.
    fn apply(&self, mut place: &mut Value) {
        for part in &self.path {
            if let (Value::Array(list), Ok(at)) = (&*place, part.parse::<usize>())
                && at < list.len()
            {
                place = &mut place[at];
                continue;
            }
            if !place.is_object() {
                *place = json!({});
            }
            place = &mut place[part.as_str()];
        }
        *place = match (&*place, serde_json::from_str(&self.value)) {
            (Value::String(_), _) | (_, Err(_)) => self.value.clone().into(),
            (_, Ok(json)) => json,
        };
    }
}

/// Makes the body of a delivery. Paths begin at the event; those of `entry` and `object` at the
/// delivery.
pub fn body(kind: &SyntheticKind, scene: &Scene, changes: &[Change]) -> Vec<u8> {
    let (mut delivery, at) = kind.delivery(scene);
    for change in changes {
        match change.path.first().map(String::as_str) {
            Some("entry" | "object") => change.apply(&mut delivery),
            _ => {
                if let Some(event) = delivery.pointer_mut(at) {
                    change.apply(event);
                }
            }
        }
    }
    bytes(&delivery)
}

/// Delivers a body, signed with a secret; a wrong signature is well-formed and belongs to another.
///
/// # Errors
/// Nobody answers at the address.
pub async fn deliver(
    graph: &Graph,
    to: &Url,
    body: Vec<u8>,
    secret: &SecretString,
    wrong: bool,
) -> Result<PublicAnswer, OpsError> {
    let signature = match wrong {
        true => Signature::of(secret, b"another body"),
        false => Signature::of(secret, &body),
    };
    Ok(graph.deliver(to, body, &signature.header()).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_finds_its_place_and_keeps_text_as_text() {
        let mut event = json!({ "sender": { "id": "5" }, "timestamp": 7, "list": [{ "a": 1 }] });
        for (change, at, expected) in [
            ("sender.id=17841400000000001", "/sender/id", json!("17841400000000001")),
            ("timestamp=8", "/timestamp", json!(8)),
            ("timestamp=soon", "/timestamp", json!("soon")),
            ("list.0.a=[1]", "/list/0/a", json!([1])),
            ("message.is_echo=true", "/message/is_echo", json!(true)),
            ("message.text=a=b", "/message/text", json!("a=b")),
            ("sender.id.deep=x", "/sender/id/deep", json!("x")),
        ] {
            Change::parse(change).unwrap().apply(&mut event);
            assert_eq!(event.pointer(at), Some(&expected), "{change}");
        }
        for text in ["", "=x", "a..b=1", "text"] {
            assert_eq!(Change::parse(text), None, "{text}");
        }
    }
}
