//! Taking secrets out of what is shown of a raw call and its answer.

use serde_json::{Map, Value};
use url::Url;

use super::secret::{self, HIDDEN, is_secret, is_secret_parameter};

/// Takes secrets out of JSON: values of such names, and `token` or its beginning wherever it stands.
///
/// `next` of a page carries the token, and so do the token endpoints. An empty token is none.
pub(super) fn redact(value: &mut Value, token: &str) {
    match value {
        Value::String(text) => *text = without(text, token),
        Value::Array(items) => items.iter_mut().for_each(|item| redact(item, token)),
        Value::Object(members) => {
            let mut shown = Map::new();
            for (name, mut member) in std::mem::take(members) {
                match is_secret(&name) {
                    true => member = HIDDEN.into(),
                    false => redact(&mut member, token),
                }
                let mut name = without(&name, token);
                // Two names that look alike now are two members all the same.
                while shown.contains_key(&name) {
                    name.push('*');
                }
                shown.insert(name, member);
            }
            *members = shown;
        }
        _ => {}
    }
}

/// An address with the values of secrets taken out of its parameters.
pub(super) fn redact_url(url: &Url) -> Url {
    let mut shown = url.clone();
    let pairs: Vec<_> = url.query_pairs().collect();
    let hidden: Vec<_> = pairs.iter().map(|(name, value)| redact_field(name, value)).collect();
    if pairs.iter().zip(&hidden).any(|((_, value), hidden)| value != hidden) {
        let pairs = pairs.iter().map(|(name, _)| name).zip(&hidden);
        shown.query_pairs_mut().clear().extend_pairs(pairs);
    }
    shown
}

/// A parameter's value as it may be shown.
pub(super) fn redact_field(name: &str, value: &str) -> String {
    match is_secret_parameter(name) {
        true => HIDDEN.to_owned(),
        false => without_parameters(value),
    }
}

fn without(text: &str, token: &str) -> String {
    secret::without(&without_parameters(text), token)
}

/// Puts stars behind the names of secrets in what may be an address or a form.
fn without_parameters(text: &str) -> String {
    let (mut shown, mut from) = (String::new(), 0);
    for (at, _) in text.match_indices('=') {
        let of_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let before = text.get(from..at).unwrap_or_default();
        if before.rsplit(|c| !of_name(c)).next().is_none_or(|name| !is_secret(name)) {
            continue;
        }
        shown.push_str(before);
        shown.push('=');
        shown.push_str(HIDDEN);
        let rest = text.get(at + 1..).unwrap_or_default();
        from = rest.find(['&', '#', ' ', '"']).map_or(text.len(), |length| at + 1 + length);
    }
    shown.push_str(text.get(from..).unwrap_or_default());
    shown
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const OWN: &str = "IGAAown4567890123456789";

    fn shown(mut value: Value) -> Value {
        redact(&mut value, OWN);
        value
    }

    #[test]
    fn tokens_are_taken_out_wherever_they_stand() {
        let answer = json!({
            "access_token": "IGAAother",
            "data": [{ "text": format!("my {OWN} is it"), OWN: { OWN: 1 } }],
            "paging": { "next": format!("https://graph.instagram.com/x?access_token={OWN}&after=c&Access_Token=z") },
            "odd": "access_token=",
            "form": "a=1&client_secret=b&cd=input_token=e f=g",
        });
        let expected = json!({
            "access_token": "***",
            "data": [{ "text": "my *** is it", "***": { "***": 1 } }],
            "paging": { "next": "https://graph.instagram.com/x?access_token=***&after=c&Access_Token=***" },
            "odd": "access_token=***",
            "form": "a=1&client_secret=***&cd=input_token=*** f=g",
        });
        assert_eq!(shown(answer), expected);
    }

    #[test]
    fn the_beginning_of_a_token_gives_it_away_and_less_does_not() {
        for (text, expected) in [
            (format!("bad {}…", &OWN[..20]), "bad ***…"),
            (format!("(\"{}\", {OWN}x)", &OWN[..12]), "(\"***\", ***)"),
            (OWN[..11].to_owned(), "IGAAown4567"),
            (String::new(), ""),
        ] {
            assert_eq!(shown(json!({ "message": text })), json!({ "message": expected }));
        }
        let mut value = json!("nothing to hide");
        redact(&mut value, "");
        assert_eq!(value, "nothing to hide");
    }

    #[test]
    fn members_that_look_alike_without_the_token_are_all_kept() {
        let answer = json!({ OWN: 1, format!("{OWN}2"): 2, "***": 3 });
        assert_eq!(shown(answer), json!({ "***": 3, "****": 1, "*****": 2 }));
    }

    #[test]
    fn an_address_keeps_its_parameters_but_not_their_secrets() {
        for (query, expected) in [
            ("a=%20b&c", "a=%20b&c"),
            ("a=%20b&client_secret=x", "a=+b&client_secret=***"),
            ("code=AQ&relative=me%3Faccess_token%3Dx", "code=***&relative=me%3Faccess_token%3D***"),
        ] {
            let url = Url::parse(&format!("https://graph.instagram.com/x?{query}")).unwrap();
            assert_eq!(redact_url(&url).query(), Some(expected));
        }
    }
}
