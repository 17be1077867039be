//! Templates and quick replies: JSON of the Send API, checked against its limits (reference 6).

use serde::Serialize;
use serde_json::{Map, Value};
use url::Url;

use super::invalid::{InvalidMessage, Problem, invalid};

/// Longest text of a button template, in characters.
const MAX_BUTTON_TEXT: usize = 640;

/// Longest title and subtitle of an element, in characters.
const MAX_ELEMENT_TEXT: usize = 80;

/// Longest title of a button or a quick reply, in characters. Longer ones are cut without a word.
const MAX_TITLE: usize = 20;

/// Most elements of a generic template.
const MAX_ELEMENTS: usize = 10;

/// Most buttons of a template or an element.
const MAX_BUTTONS: usize = 3;

/// Most quick replies of a message.
const MAX_QUICK_REPLIES: usize = 13;

/// A generic or button template: the `payload` of the attachment, as the Send API wants it.
///
/// What has a known limit is checked. Other members go through as they are, so that what Instagram
/// learns later can be used at once.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Template(Value);

impl Template {
    /// Checks a template.
    ///
    /// # Errors
    /// [`InvalidMessage`] names the field that Instagram would refuse.
    pub fn new(payload: Value) -> Result<Self, InvalidMessage> {
        let members = object(&payload, "template")?;
        match string(members, "template_type", "template")? {
            "generic" => {
                for (at, element) in
                    list(members, "elements", "template", MAX_ELEMENTS)?.iter().enumerate()
                {
                    check_element(element, &format!("template.elements[{at}]"))?;
                }
            }
            "button" => {
                text(members, "text", "template", MAX_BUTTON_TEXT)?;
                check_buttons(members, "template")?;
            }
            _ => {
                let problem = Problem::MustBe("`generic` or `button`");
                return Err(invalid("template.template_type", problem));
            }
        }
        Ok(Self(payload))
    }

    /// The payload.
    pub fn json(&self) -> Value {
        self.0.clone()
    }

    /// What a person reads first: the text, or the title of the first element.
    pub fn headline(&self) -> Option<&str> {
        self.0["text"].as_str().or_else(|| self.0["elements"][0]["title"].as_str())
    }
}

/// A button under a message that sends an answer when it is tapped.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct QuickReply(Value);

impl QuickReply {
    /// Checks the quick replies of a message. One that is only a text is its title and its payload.
    ///
    /// # Errors
    /// [`InvalidMessage`] names the field that Instagram would refuse.
    pub fn all(given: Vec<Value>) -> Result<Vec<Self>, InvalidMessage> {
        if given.len() > MAX_QUICK_REPLIES {
            let (has, most) = (given.len(), MAX_QUICK_REPLIES);
            return Err(invalid("quick_replies", Problem::TooLong { has, unit: "entries", most }));
        }
        given.into_iter().enumerate().map(|(at, reply)| Self::new(at, reply)).collect()
    }

    /// As the Send API wants it.
    pub fn json(&self) -> Value {
        self.0.clone()
    }

    fn new(at: usize, given: Value) -> Result<Self, InvalidMessage> {
        let path = format!("quick_replies[{at}]");
        let reply = match given {
            Value::String(title) => {
                serde_json::json!({ "content_type": "text", "title": title, "payload": title })
            }
            mut other => {
                if let Some(members) = other.as_object_mut() {
                    members.entry("content_type").or_insert_with(|| "text".into());
                }
                other
            }
        };
        let members = object(&reply, &path)?;
        match string(members, "content_type", &path)? {
            "text" => {
                text(members, "title", &path, MAX_TITLE)?;
                string(members, "payload", &path)?;
            }
            "user_phone_number" | "user_email" => {}
            _ => {
                let kinds = "`text`, `user_phone_number` or `user_email`";
                return Err(invalid(format!("{path}.content_type"), Problem::MustBe(kinds)));
            }
        }
        Ok(Self(reply))
    }
}

fn check_element(element: &Value, path: &str) -> Result<(), InvalidMessage> {
    let members = object(element, path)?;
    text(members, "title", path, MAX_ELEMENT_TEXT)?;
    if members.contains_key("subtitle") {
        text(members, "subtitle", path, MAX_ELEMENT_TEXT)?;
    }
    for name in ["image_url", "default_action"] {
        match members.get(name) {
            Some(Value::String(_)) => url(members, name, path)?,
            Some(action @ Value::Object(action_members)) if name == "default_action" => {
                let path = format!("{path}.{name}");
                object(action, &path)?;
                url(action_members, "url", &path)?;
            }
            Some(_) => {
                return Err(invalid(format!("{path}.{name}"), Problem::MustBe("an address")));
            }
            None => {}
        }
    }
    if members.contains_key("buttons") {
        check_buttons(members, path)?;
    }
    Ok(())
}

fn check_buttons(members: &Map<String, Value>, path: &str) -> Result<(), InvalidMessage> {
    for (at, button) in list(members, "buttons", path, MAX_BUTTONS)?.iter().enumerate() {
        let path = format!("{path}.buttons[{at}]");
        let members = object(button, &path)?;
        match string(members, "type", &path)? {
            "web_url" => url(members, "url", &path)?,
            "postback" => string(members, "payload", &path).map(drop)?,
            _ => {
                let problem = Problem::MustBe("`web_url` or `postback`");
                return Err(invalid(format!("{path}.type"), problem));
            }
        }
        text(members, "title", &path, MAX_TITLE)?;
    }
    Ok(())
}

pub(super) fn object<'a>(
    value: &'a Value,
    path: &str,
) -> Result<&'a Map<String, Value>, InvalidMessage> {
    value.as_object().ok_or_else(|| invalid(path, Problem::MustBe("an object")))
}

pub(super) fn string<'a>(
    members: &'a Map<String, Value>,
    name: &str,
    path: &str,
) -> Result<&'a str, InvalidMessage> {
    let problem = match members.get(name) {
        None => Problem::Missing,
        Some(Value::String(text)) if text.trim().is_empty() => Problem::Empty,
        Some(Value::String(text)) => return Ok(text),
        Some(_) => Problem::MustBe("a string"),
    };
    Err(invalid(under(path, name), problem))
}

/// The path of a member; at the top there is none above it.
fn under(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// A text of so many characters at most.
fn text(
    members: &Map<String, Value>,
    name: &str,
    path: &str,
    most: usize,
) -> Result<(), InvalidMessage> {
    match string(members, name, path)?.chars().count() {
        has if has > most => {
            let problem = Problem::TooLong { has, unit: "characters", most };
            Err(invalid(format!("{path}.{name}"), problem))
        }
        _ => Ok(()),
    }
}

pub(super) fn url(
    members: &Map<String, Value>,
    name: &str,
    path: &str,
) -> Result<(), InvalidMessage> {
    match Url::parse(string(members, name, path)?) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => Ok(()),
        _ => {
            Err(invalid(format!("{path}.{name}"), Problem::MustBe("a full http or https address")))
        }
    }
}

/// A list of 1 to `most` entries.
pub(super) fn list<'a>(
    members: &'a Map<String, Value>,
    name: &str,
    path: &str,
    most: usize,
) -> Result<&'a [Value], InvalidMessage> {
    let problem = match members.get(name) {
        None => Problem::Missing,
        Some(Value::Array(list)) if list.is_empty() => Problem::Empty,
        Some(Value::Array(list)) if list.len() > most => {
            Problem::TooLong { has: list.len(), unit: "entries", most }
        }
        Some(Value::Array(list)) => return Ok(list),
        Some(_) => Problem::MustBe("a list"),
    };
    Err(invalid(under(path, name), problem))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn complaint(payload: Value) -> String {
        Template::new(payload).map_or_else(|error| error.to_string(), |_| String::new())
    }

    #[test]
    fn a_template_is_refused_by_the_name_of_its_field() {
        let button = json!({ "type": "postback", "title": "Yes", "payload": "y" });
        let web = json!({ "type": "web_url", "title": "See", "url": "https://shop.example/a" });
        let element = |more: Value| {
            let mut element = json!({ "title": "Shoes" });
            for (name, value) in more.as_object().unwrap() {
                element[name] = value.clone();
            }
            json!({ "template_type": "generic", "elements": [{ "title": "First" }, element] })
        };
        for (payload, expected) in [
            (element(json!({ "subtitle": "Red", "buttons": [button, web] })), ""),
            (element(json!({ "something_new": 1 })), ""),
            (json!({ "template_type": "button", "text": "?", "buttons": [button] }), ""),
            (json!([]), "`template` must be an object"),
            (json!({}), "`template.template_type` is missing"),
            (
                json!({ "template_type": "product" }),
                "`template.template_type` must be `generic` or `button`",
            ),
            (json!({ "template_type": "generic" }), "`template.elements` is missing"),
            (json!({ "template_type": "generic", "elements": [] }), "`template.elements` is empty"),
            (
                json!({ "template_type": "generic", "elements": vec![json!({ "title": "a" }); 11] }),
                "`template.elements` has 11 entries; Instagram allows at most 10",
            ),
            (
                element(json!({ "title": "é".repeat(81) })),
                "`template.elements[1].title` has 81 characters; Instagram allows at most 80",
            ),
            (element(json!({ "subtitle": 5 })), "`template.elements[1].subtitle` must be a string"),
            (
                element(json!({ "buttons": vec![button.clone(); 4] })),
                "`template.elements[1].buttons` has 4 entries; Instagram allows at most 3",
            ),
            (
                element(json!({ "buttons": [{ "type": "call", "title": "a" }] })),
                "`template.elements[1].buttons[0].type` must be `web_url` or `postback`",
            ),
            (
                element(json!({ "buttons": [{ "type": "web_url", "title": "a", "url": "shop" }] })),
                "`template.elements[1].buttons[0].url` must be a full http or https address",
            ),
            (
                json!({ "template_type": "button", "text": "x".repeat(641), "buttons": [button] }),
                "`template.text` has 641 characters; Instagram allows at most 640",
            ),
            (json!({ "template_type": "button", "text": "?" }), "`template.buttons` is missing"),
        ] {
            assert_eq!(complaint(payload.clone()), expected, "{payload}");
        }
    }

    #[test]
    fn a_quick_reply_may_be_only_its_title() {
        let replies = QuickReply::all(vec![json!("Yes"), json!({ "content_type": "user_email" })]);
        assert_eq!(
            serde_json::to_value(replies.unwrap()).unwrap(),
            json!([
                { "content_type": "text", "title": "Yes", "payload": "Yes" },
                { "content_type": "user_email" },
            ])
        );
        for (given, expected) in [
            (
                vec![json!("Yes"), json!("x".repeat(21))],
                "`quick_replies[1].title` has 21 characters; Instagram allows at most 20",
            ),
            (vec![json!("Yes"); 14], "`quick_replies` has 14 entries; Instagram allows at most 13"),
            (vec![json!({ "title": "No" })], "`quick_replies[0].payload` is missing"),
            (
                vec![json!({ "content_type": "location" })],
                "`quick_replies[0].content_type` must be `text`, `user_phone_number` or `user_email`",
            ),
        ] {
            let Err(error) = QuickReply::all(given) else { panic!("taken: {expected}") };
            assert_eq!(error.to_string(), expected);
        }
    }
}
