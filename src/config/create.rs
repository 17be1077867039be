//! Writing configuration: private files, whole or not at all; `init` never writes over another's.

use std::collections::BTreeMap;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _, fchown};
use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret as _, SecretString};
use toml_edit::DocumentMut;

use super::setting::Setting;

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
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It is no TOML; the text is not quoted, because it may hold a secret.
    #[error("the config file {} is malformed and was not changed", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
    },
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
    edit(path, |document| match value {
        Some(value) => document[setting.name()] = toml_edit::value(value.expose_secret()),
        None => drop(document.remove(setting.name())),
    })
}

/// Adds the settings that a config file does not have yet, and changes none that it has.
///
/// # Errors
/// See [`EditError`]; the file is then as it was.
pub fn complete_config(
    path: &Path,
    values: &BTreeMap<Setting, SecretString>,
) -> Result<bool, EditError> {
    edit(path, |document| {
        for (setting, value) in values {
            if !document.contains_key(setting.name()) {
                document[setting.name()] = toml_edit::value(value.expose_secret());
            }
        }
    })
}

/// Changes a config file as a whole, or makes it.
fn edit(path: &Path, change: impl FnOnce(&mut DocumentMut)) -> Result<bool, EditError> {
    let failed = |source| EditError::Io { path: path.to_owned(), source };
    // One at a time, or the last would undo what the others have set. Where there are no locks it does.
    let place = std::path::absolute(path).map_err(failed)?;
    let _turn = File::open(place.parent().unwrap_or(&place)).and_then(|directory| {
        directory.lock()?;
        Ok(directory)
    });
    let before = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(failed(error)),
    };
    let mut document: DocumentMut =
        before.parse().map_err(|_| EditError::Malformed { path: path.to_owned() })?;
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
    fn an_edit_keeps_comments_and_other_settings_and_the_file_private() {
        use std::os::unix::fs::PermissionsExt as _;
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
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
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
