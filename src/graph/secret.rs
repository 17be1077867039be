//! What is secret in a call, and how it is taken out of a text.

/// What stands in the place of a secret.
pub(super) const HIDDEN: &str = "***";

/// How much of a secret gives it away: Instagram may quote it cut short.
const TELLING: usize = 12;

/// Parameters and members whose values are secrets, here and on Meta's other hosts.
const NAMES: [&str; 10] = [
    "access_token",
    "app_secret",
    "appsecret_proof",
    "client_secret",
    "code_verifier",
    "fb_exchange_token",
    "id_token",
    "input_token",
    "refresh_token",
    "verify_token",
];

/// Whether the value of such a name is one, in an answer or a request.
pub(super) fn is_secret(name: &str) -> bool {
    NAMES.iter().any(|secret| name.eq_ignore_ascii_case(secret))
}

/// The same of a parameter: there `code` is that of a login, and in an answer the number of an error.
pub(super) fn is_secret_parameter(name: &str) -> bool {
    is_secret(name) || name == "code"
}

/// Puts stars in the place of a secret and of every beginning of it that gives it away. An empty one is none.
pub(super) fn without(text: &str, secret: &str) -> String {
    let (telling, rest) = secret.split_at_checked(TELLING).unwrap_or((secret, ""));
    let mut pieces = text.split(telling);
    let mut shown = match pieces.next() {
        Some(first) if !telling.is_empty() => first.to_owned(),
        _ => return text.to_owned(),
    };
    for piece in pieces {
        shown.push_str(HIDDEN);
        let of_token = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '|');
        let same = piece.chars().zip(rest.chars()).take_while(|(a, b)| a == b);
        let same = same.map(|(c, _)| c.len_utf8()).sum();
        shown.push_str(piece.split_at(same).1.trim_start_matches(of_token));
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_taken_out_whole_and_by_its_beginning() {
        for (text, secret, expected) in [
            ("bad abcdefghijklmno, sorry", "abcdefghijklmno", "bad ***, sorry"),
            ("bad abcdefghijkl…", "abcdefghijklmno", "bad ***…"),
            ("bad abcdefghijk…", "abcdefghijklmno", "bad abcdefghijk…"),
            ("(a!c#e,ghijklmno)", "a!c#e,ghijklmno", "(***)"),
            ("(abcdefghijkl!c#e)", "abcdefghijkl!c#e,g", "(***)"),
            ("abcdefghijklmnopq r", "abcdefghijklmno", "*** r"),
            ("p,w p,w", "p,w", "*** ***"),
            ("of *** stars", "***", "of *** stars"),
            ("nothing to hide", "", "nothing to hide"),
        ] {
            assert_eq!(without(text, secret), expected);
        }
    }
}
