//! Commands that are advised, as they can be typed.

use std::path::Path;

/// A path as one word of a shell. One that is no text is shown as well as it can be.
pub fn word(path: &Path) -> String {
    let shown = path.to_string_lossy();
    let quoted = shlex::try_quote(&shown).map(|it| it.into_owned());
    quoted.unwrap_or_else(|_| shown.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_one_word() {
        for (path, expected) in [
            ("/srv/a.db", "/srv/a.db"),
            ("my backups/a.db", "'my backups/a.db'"),
            ("it's", "\"it's\""),
        ] {
            assert_eq!(word(Path::new(path)), expected);
        }
    }
}
