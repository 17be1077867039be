//! What a customer can tap before writing: ice breakers and the persistent menu (reference 6).

use serde_json::{Map, Value};

use super::invalid::{InvalidMessage, Problem, invalid};
use super::template::{list, object, string, url};

/// Most ice breakers of one locale.
const MAX_ICE_BREAKERS: usize = 4;

/// Most entries of a list without a documented limit; far beyond what a person would tap.
const MAX_ENTRIES: usize = 100;

/// The two parts of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MenuPart {
    /// Questions shown before the first message.
    IceBreakers,
    /// A menu that is always there.
    PersistentMenu,
}

impl MenuPart {
    /// Both.
    pub const ALL: [Self; 2] = [Self::IceBreakers, Self::PersistentMenu];

    /// The word of the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::IceBreakers => "ice_breakers",
            Self::PersistentMenu => "persistent_menu",
        }
    }
}

/// One or both parts, each a list of locales, as the API wants it.
///
/// What has a known limit is checked. Other members of an entry go through as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileMenu(Vec<(MenuPart, Value)>);

impl ProfileMenu {
    /// Checks an object with the members `ice_breakers` and `persistent_menu`, or one of them.
    ///
    /// # Errors
    /// [`InvalidMessage`] names the field that Instagram would refuse.
    pub fn new(file: &Value) -> Result<Self, InvalidMessage> {
        let members = file.as_object();
        let members = members.ok_or_else(|| invalid("file", Problem::MustBe("an object")))?;
        let known = |name: &str| MenuPart::ALL.iter().any(|part| part.as_str() == name);
        if let Some(name) = members.keys().find(|name| !known(name)) {
            return Err(invalid(name, Problem::Unknown("`ice_breakers` or `persistent_menu`")));
        }
        let mut parts = Vec::new();
        for part in MenuPart::ALL {
            let Some(entries) = members.get(part.as_str()) else { continue };
            check(part, members)?;
            parts.push((part, entries.clone()));
        }
        match parts.is_empty() {
            true => Err(invalid("ice_breakers", Problem::Missing)),
            false => Ok(Self(parts)),
        }
    }

    /// Each part that is to be set, with its entries.
    pub fn parts(&self) -> impl Iterator<Item = (MenuPart, &Value)> {
        self.0.iter().map(|(part, entries)| (*part, entries))
    }
}

fn check(part: MenuPart, members: &Map<String, Value>) -> Result<(), InvalidMessage> {
    for (at, entry) in list(members, part.as_str(), "", MAX_ENTRIES)?.iter().enumerate() {
        let path = format!("{}[{at}]", part.as_str());
        let entry = object(entry, &path)?;
        if entry.contains_key("locale") {
            string(entry, "locale", &path)?;
        }
        let most = match part {
            MenuPart::IceBreakers => MAX_ICE_BREAKERS,
            MenuPart::PersistentMenu => MAX_ENTRIES,
        };
        for (at, action) in list(entry, "call_to_actions", &path, most)?.iter().enumerate() {
            let path = format!("{path}.call_to_actions[{at}]");
            let action = object(action, &path)?;
            match part {
                MenuPart::IceBreakers => {
                    string(action, "question", &path)?;
                    string(action, "payload", &path)?;
                }
                MenuPart::PersistentMenu => check_item(action, &path)?,
            }
        }
    }
    Ok(())
}

fn check_item(item: &Map<String, Value>, path: &str) -> Result<(), InvalidMessage> {
    string(item, "title", path)?;
    match string(item, "type", path)? {
        "postback" => string(item, "payload", path).map(drop),
        "web_url" => url(item, "url", path),
        _ => {
            let problem = Problem::MustBe("`postback` or `web_url`");
            Err(invalid(format!("{path}.type"), problem))
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_menu_is_refused_by_the_name_of_its_field() {
        let question = json!({ "question": "Open?", "payload": "open" });
        let breakers = |actions: Value| json!({ "ice_breakers": [{ "call_to_actions": actions }] });
        let menu = |item: Value| json!({ "persistent_menu": [{ "locale": "default", "call_to_actions": [item] }] });
        for (file, expected) in [
            (breakers(json!([question])), ""),
            (menu(json!({ "type": "postback", "title": "Help", "payload": "help" })), ""),
            (menu(json!({ "type": "web_url", "title": "Shop", "url": "https://a.example" })), ""),
            (json!([]), "`file` must be an object"),
            (json!({}), "`ice_breakers` is missing"),
            (
                json!({ "greeting": [] }),
                "`greeting` is unknown; use `ice_breakers` or `persistent_menu`",
            ),
            (json!({ "ice_breakers": [] }), "`ice_breakers` is empty"),
            (json!({ "ice_breakers": [question] }), "`ice_breakers[0].call_to_actions` is missing"),
            (
                breakers(json!(vec![question.clone(); 5])),
                "`ice_breakers[0].call_to_actions` has 5 entries; Instagram allows at most 4",
            ),
            (
                breakers(json!([{ "question": "Open?" }])),
                "`ice_breakers[0].call_to_actions[0].payload` is missing",
            ),
            (
                json!({ "ice_breakers": [{ "call_to_actions": [question], "locale": 1 }] }),
                "`ice_breakers[0].locale` must be a string",
            ),
            (
                menu(json!({ "type": "call", "title": "Help" })),
                "`persistent_menu[0].call_to_actions[0].type` must be `postback` or `web_url`",
            ),
            (
                menu(json!({ "type": "web_url", "title": "Shop", "url": "shop" })),
                "`persistent_menu[0].call_to_actions[0].url` must be a full http or https address",
            ),
            (
                menu(json!({ "type": "postback", "title": " ", "payload": "help" })),
                "`persistent_menu[0].call_to_actions[0].title` is empty",
            ),
        ] {
            let error = ProfileMenu::new(&file).err().map(|error| error.to_string());
            assert_eq!(error.unwrap_or_default(), expected, "{file}");
        }
    }
}
