//! The `fields` parameter: names, some with a nested list in braces, as in `messages{id,from}`.

/// A field that was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Field<'a> {
    pub name: &'a str,
    /// What stands in braces behind it.
    pub nested: Option<&'a str>,
    /// The number in `.limit(5)` behind it.
    pub limit: Option<usize>,
}

/// Reads a list; unbalanced braces are part of the name, which then does not exist.
pub(super) fn parse(text: &str) -> Vec<Field<'_>> {
    let mut fields = Vec::new();
    let (mut depth, mut start) = (0_i32, 0);
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                fields.push(field(&text[start..at]));
                start = at + 1;
            }
            _ => {}
        }
    }
    fields.push(field(&text[start..]));
    fields.retain(|field| !field.name.is_empty());
    fields
}

fn field(text: &str) -> Field<'_> {
    let text = text.trim();
    let (head, nested) = match text.strip_suffix('}').and_then(|text| text.split_once('{')) {
        Some((head, nested)) => (head, Some(nested)),
        None => (text, None),
    };
    let limited = head
        .strip_suffix(')')
        .and_then(|head| head.split_once(".limit("))
        .and_then(|(name, limit)| Some((name, limit.parse().ok()?)));
    match limited {
        Some((name, limit)) => Field { name, nested, limit: Some(limit) },
        None => Field { name: head, nested, limit: None },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_lists_and_limits_are_read() {
        let plain = |name| Field { name, nested: None, limit: None };
        assert_eq!(parse(""), []);
        assert_eq!(
            parse("id,messages.limit(5){id,from{id}}, updated_time"),
            [
                plain("id"),
                Field { name: "messages", nested: Some("id,from{id}"), limit: Some(5) },
                plain("updated_time"),
            ]
        );
        assert_eq!(parse("messages{id"), [plain("messages{id")]);
    }
}
