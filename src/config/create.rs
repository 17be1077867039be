//! Writing configuration: private files, whole or not at all; `init` never writes over another's.

use std::collections::BTreeMap;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _, fchown};
use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret as _, SecretString};
use toml_edit::{Document, DocumentMut, Item, Value};

use super::file::{self, ConfigFileError};
use super::setting::Setting;
use super::settings::truth;

/// Writes a config file with these settings. A path that exists, as a file or a link, is refused.
///
/// # Errors
/// The file is there already, or cannot be written; then nothing is left of it.
pub fn write_config(path: &Path, values: &BTreeMap<Setting, SecretString>) -> io::Result<()> {
    let line = |(setting, value): (&Setting, &SecretString)| {
        let value = toml::Value::String(value.expose_secret().to_owned());
        format!("{} = {value}\n", setting.name())
    };
    let lines: String = values.iter().map(line).collect();
    write_new(path, &format!("# Settings of igbot; see `man igbot`.\n{lines}")).map(drop)
}

/// Writes a key file. A path that exists is refused: a lost key is a lost store.
pub fn write_key(path: &Path, key: &SecretString) -> io::Result<()> {
    write_new(path, &format!("{}\n", key.expose_secret())).map(drop)
}

/// Why a config file cannot be changed.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// It cannot be read or written.
    #[error("cannot change the config file {}", path.display())]
    Io { path: PathBuf, source: io::Error },
    /// It is no TOML; the text is not quoted, because it may hold a secret.
    #[error("the config file {} is malformed and was not changed", path.display())]
    Malformed { path: PathBuf },
}

/// Sets one setting in a config file, or removes it; comments and order stay. Makes the file if
/// there is none. Tells whether anything changed.
///
/// # Errors
/// The file is then as it was.
pub fn edit_config(
    path: &Path,
    setting: Setting,
    value: Option<&SecretString>,
) -> Result<bool, EditError> {
    let name = setting.name();
    edit(path, setting.is_secret() && value.is_some(), |document| match value {
        Some(value) => put(document, name, value),
        None => remove(document, name),
    })
}

/// Gives a key a value; its comments stay.
fn put(document: &mut DocumentMut, name: &str, value: &SecretString) {
    let mut value = Value::from(value.expose_secret());
    match document.get_mut(name).and_then(Item::as_value_mut) {
        Some(before) => {
            *value.decor_mut() = before.decor().clone();
            *before = value;
        }
        None => {
            let above = document.is_empty().then(|| document.trailing().as_str()).flatten();
            let mut above = above.unwrap_or_default().to_owned();
            if !above.is_empty() && !above.ends_with('\n') {
                above.push('\n');
            }
            document[name] = Item::Value(value);
            // A file of comments alone: they stay above.
            if let (false, Some(mut key)) = (above.is_empty(), document.key_mut(name)) {
                key.leaf_decor_mut().set_prefix(above);
                document.set_trailing("");
            }
        }
    }
}

/// Removes the lines of a key, and leaves what stands above them.
fn remove(document: &mut DocumentMut, name: &str) {
    let text = document.to_string();
    let without = || {
        let parsed = Document::parse(text.as_str()).ok()?;
        let (key, item) = parsed.get_key_value(name)?;
        let (key, value) = (key.span()?, item.span()?);
        let start = text.get(..key.start)?.rfind('\n').map_or(0, |end| end + 1);
        let rest = text.get(value.end..)?;
        let below = rest.split_once('\n').map_or("", |(_, below)| below);
        format!("{}{below}", text.get(..start)?).parse().ok()
    };
    match without() {
        Some(without) => *document = without,
        None => drop(document.remove(name)),
    }
}

/// The settings that a config file has with other values than these; none if there is no file.
///
/// # Errors
/// See [`ConfigFileError`].
pub fn conflicts(
    path: &Path,
    values: &BTreeMap<Setting, SecretString>,
) -> Result<Vec<Setting>, ConfigFileError> {
    let file = file::read(path, false)?;
    let differs = |(setting, value): &(&Setting, &SecretString)| {
        let value = value.expose_secret();
        file.text(**setting).is_some_and(|there| match setting {
            Setting::NoInput => truth(&there) != truth(value),
            _ => there.trim() != value,
        })
    };
    Ok(values.iter().filter(differs).map(|(setting, _)| *setting).collect())
}

/// Adds the settings that a config file does not have yet, and changes none that it has.
///
/// # Errors
/// See [`EditError`]; the file is then as it was.
pub fn complete_config(
    path: &Path,
    values: &BTreeMap<Setting, SecretString>,
) -> Result<bool, EditError> {
    edit(path, true, |document| {
        for (setting, value) in values {
            if !document.contains_key(setting.name()) {
                put(document, setting.name(), value);
            }
        }
    })
}

/// Reads a config file, or begins one.
fn read(path: &Path) -> Result<(String, DocumentMut), EditError> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(source) => return Err(EditError::Io { path: path.to_owned(), source }),
    };
    match text.parse() {
        Ok(document) => Ok((text, document)),
        Err(_) => Err(EditError::Malformed { path: path.to_owned() }),
    }
}

/// Changes a config file as a whole, or makes it. A file that gets a secret becomes its owner's alone.
fn edit(
    path: &Path,
    secret: bool,
    change: impl FnOnce(&mut DocumentMut),
) -> Result<bool, EditError> {
    let failed = |source| EditError::Io { path: path.to_owned(), source };
    // One at a time, or the last would undo what the others have set. Where there are no locks it does.
    let place = std::path::absolute(path).map_err(failed)?;
    let _turn = File::open(place.parent().unwrap_or(&place)).and_then(|directory| {
        directory.lock()?;
        Ok(directory)
    });
    let (before, mut document) = read(path)?;
    change(&mut document);
    let after = document.to_string();
    if after == before {
        return Ok(false);
    }
    // Written beside it and moved over it, so that nobody ever reads half a file. A link stays one.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let there = fs::metadata(&path).ok();
    if there.as_ref().is_some_and(|there| !there.is_file()) {
        return Err(failed(io::Error::other("not a regular file")));
    }
    let beside = path.with_extension(format!("toml.new-{}", std::process::id()));
    let _ = fs::remove_file(&beside);
    let written = write_new(&beside, &after).and_then(|file| {
        // The file of a service stays its own when root changes a setting. By its handle: whoever owns the
        // directory may have put another file under the name.
        if let Some(there) = &there {
            fchown(&file, Some(there.uid()), Some(there.gid()))?;
            if !secret {
                file.set_permissions(there.permissions())?;
            }
        }
        fs::rename(&beside, &path)
    });
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written.map_err(failed)?;
    Ok(true)
}

fn write_new(path: &Path, text: &str) -> io::Result<File> {
    if let Some(directory) = path.parent() {
        DirBuilder::new().recursive(true).mode(0o700).create(directory)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a file would be taken for a whole one next time.
        let _ = fs::remove_file(path);
    }
    written.map(|()| file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_side_by_side_undo_nothing_of_each_other() {
        let dir = tempfile::tempdir().unwrap();
        let path = &dir.path().join("config.toml");
        fs::write(path, "").unwrap();
        let settings =
            [Setting::AppId, Setting::BackendUrl, Setting::VerifyToken, Setting::Account];
        std::thread::scope(|scope| {
            for setting in settings {
                scope.spawn(move || {
                    edit_config(path, setting, Some(&SecretString::from("7"))).unwrap();
                });
            }
        });
        let text = fs::read_to_string(path).unwrap();
        assert!(settings.iter().all(|it| text.contains(it.name())), "{text}");
    }

    #[test]
    fn what_is_said_of_a_setting_outlives_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("config.toml");
        let value = SecretString::from("2");
        let edit = |before: &str, setting, value| {
            fs::write(&path, before).unwrap();
            edit_config(&path, setting, value).unwrap();
            fs::read_to_string(&path).unwrap()
        };
        let before = "# mine\n# IGBOT_STORE = \"/old\"\n\nINSTAGRAM_APP_ID = \"1\" # its id\n";
        for after in [
            "",
            "# where\nBACKEND_URL = \"b\"\n",
            "\n# a bot\n[bots.x]\nexec = [\"x\"]\n",
            "# end\n",
        ] {
            let whole = format!("{before}{after}");
            let set = edit(&whole, Setting::AppId, Some(&value));
            assert_eq!(set, whole.replace("\"1\"", "\"2\""));
            let unset = edit(&whole, Setting::AppId, None);
            assert_eq!(unset, format!("# mine\n# IGBOT_STORE = \"/old\"\n\n{after}"));
        }
        for words in ["# only words\n", "# only words"] {
            let set = edit(words, Setting::AppId, Some(&value));
            assert_eq!(set, "# only words\nINSTAGRAM_APP_ID = \"2\"\n");
        }
    }

    #[test]
    fn a_file_that_gets_a_secret_is_closed_and_another_stays_as_open_as_it_was() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("config.toml");
        fs::write(&path, "").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        for (setting, mode) in [(Setting::AppId, 0o640), (Setting::AppSecret, 0o600)] {
            edit_config(&path, setting, Some(&SecretString::from("7"))).unwrap();
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, mode);
        }
    }

    #[test]
    fn an_edit_keeps_comments_and_other_settings() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("config.toml");
        fs::write(
            &path,
            "# mine\nBACKEND_URL = \"https://a.example\" # here\n\n[bots.x]\nexec = [\"x\"]\n",
        )
        .unwrap();
        let value = SecretString::from("7");
        assert!(edit_config(&path, Setting::AppId, Some(&value)).unwrap());
        assert!(!edit_config(&path, Setting::AppId, Some(&value)).unwrap());
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("# mine\nBACKEND_URL = \"https://a.example\" # here\n"), "{text}");
        assert!(text.contains("INSTAGRAM_APP_ID = \"7\"\n"), "{text}");
        assert!(text.ends_with("[bots.x]\nexec = [\"x\"]\n"), "{text}");
        assert!(edit_config(&path, Setting::AppId, None).unwrap());
        assert!(!fs::read_to_string(&path).unwrap().contains("INSTAGRAM_APP_ID"));
        fs::write(&path, "not toml").unwrap();
        assert!(matches!(
            edit_config(&path, Setting::AppId, None),
            Err(EditError::Malformed { .. })
        ));
        assert_eq!(fs::read_to_string(&path).unwrap(), "not toml");
    }
}
