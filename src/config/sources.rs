//! Who wins: flag, environment, env file, config file, default.

use std::collections::BTreeMap;
use std::path::PathBuf;

use secrecy::SecretString;

use super::file::ConfigFile;
use super::given::{Given, Origin};
use super::secret::SecretSource;
use super::setting::Setting;

/// Every source, read.
pub(super) struct Sources<'a> {
    pub(super) given: &'a Given,
    pub(super) env_file: BTreeMap<String, String>,
    pub(super) config: &'a ConfigFile,
    pub(super) config_path: Option<PathBuf>,
}

impl Sources<'_> {
    /// A value and where it comes from.
    pub(super) fn value(&self, setting: Setting) -> Option<(String, Origin)> {
        let flag = self.given.flags.get(&setting).map(|value| (value.clone(), Origin::Flag));
        flag.or_else(|| self.in_environment(setting.name()))
            .or_else(|| self.in_env_file(setting.name()))
            .or_else(|| Some((self.config.text(setting)?, self.config_origin()?)))
            .or_else(|| Some((self.default(setting)?, Origin::Default)))
    }

    fn in_environment(&self, name: &str) -> Option<(String, Origin)> {
        let value = self.given.environment.get(name).filter(|value| !value.is_empty())?;
        Some((value.clone(), Origin::Environment(name.to_owned())))
    }

    fn in_env_file(&self, name: &str) -> Option<(String, Origin)> {
        let value = self.env_file.get(name).filter(|value| !value.is_empty())?;
        Some((value.clone(), Origin::File(self.given.env_file.clone()?)))
    }

    fn config_origin(&self) -> Option<Origin> {
        self.config_path.clone().map(Origin::File)
    }

    fn default(&self, setting: Setting) -> Option<String> {
        match setting {
            Setting::Store => {
                let path = self.given.data_dir.as_ref()?.join("store.db");
                Some(path.to_string_lossy().into_owned())
            }
            _ => setting.default().map(str::to_owned),
        }
    }

    /// The key file: beside the config file, or else where `init` makes one unless told otherwise.
    pub(super) fn key_path(&self) -> Option<PathBuf> {
        let beside = self.config_path.as_ref().map(|path| path.with_file_name("key"));
        let usual = self.given.config_dir.as_ref().map(|directory| directory.join("key"));
        let there = [&beside, &usual].into_iter().flatten().find(|path| path.is_file()).cloned();
        there.or(beside).or(usual)
    }

    /// Where a secret lies, unread.
    pub(super) fn secret(&self, setting: Setting) -> Option<(SecretSource, Origin)> {
        let name = setting.name();
        let given = |find: &dyn Fn(&str) -> Option<(String, Origin)>| {
            if let Some((text, origin)) = find(name) {
                return Some((plain(text, &origin), origin));
            }
            if let Some((path, origin)) = find(&format!("{name}_FILE")) {
                return Some((SecretSource::File(path.into()), origin));
            }
            let (line, origin) = find(&format!("{name}_COMMAND"))?;
            Some((SecretSource::Command(line), origin))
        };
        if let Some(found) = given(&|name| self.in_environment(name)) {
            return Some(found);
        }
        let credentials = self.given.environment.get("CREDENTIALS_DIRECTORY").map(PathBuf::from);
        let credentials = credentials.filter(|dir| dir.is_absolute());
        if let Some(path) = credentials.map(|dir| dir.join(name)).filter(|path| path.exists()) {
            return Some((SecretSource::Credential(path.clone()), Origin::File(path)));
        }
        if let Some(found) = given(&|name| self.in_env_file(name)) {
            return Some(found);
        }
        if let Some(text) = self.config.text(setting) {
            let origin = self.config_origin()?;
            return Some((plain(text, &origin), origin));
        }
        let key = self.key_path()?;
        (setting == Setting::EncryptionKey && key.exists())
            .then(|| (SecretSource::File(key.clone()), Origin::File(key)))
    }
}

/// A secret that stands where it was found.
fn plain(text: String, origin: &Origin) -> SecretSource {
    let value = SecretString::from(text);
    match origin {
        Origin::File(path) => SecretSource::Line(value, path.clone()),
        _ => SecretSource::Value(value),
    }
}
