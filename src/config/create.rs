//! Writing the files that `init` makes: private, whole or not at all, and never over another.

use std::collections::BTreeMap;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::Path;

use secrecy::{ExposeSecret as _, SecretString};

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
    write_new(
        path,
        &format!("# Settings of igbot; see `man igbot`.\n{lines}"),
    )
}

/// Writes a key file. A path that exists is refused: a lost key is a lost store.
///
/// # Errors
/// As for [`write_config`].
pub fn write_key(path: &Path, key: &SecretString) -> io::Result<()> {
    write_new(path, &format!("{}\n", key.expose_secret()))
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    if let Some(directory) = path.parent() {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(directory)?;
    }
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    let written = file
        .write_all(text.as_bytes())
        .and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a file would be taken for a whole one next time.
        let _ = fs::remove_file(path);
    }
    written
}
