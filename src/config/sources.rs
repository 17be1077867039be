//! Who wins: flag, environment, env file, config file, default.

use std::collections::BTreeMap;
use std::path::PathBuf;

use secrecy::SecretString;

use super::file::ConfigFile;
use super::secret::SecretSource;
use super::setting::Setting;
use super::settings::{Given, Origin};

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
        flag.or_else(|| self.named(setting.name()))
            .or_else(|| Some((self.config.text(setting)?, self.config_origin()?)))
            .or_else(|| Some((self.default(setting)?, Origin::Default)))
    }

    /// A name in the environment, then in the env file.
    fn named(&self, name: &str) -> Option<(String, Origin)> {
        let environment = &self.given.environment;
        let value = |values: &BTreeMap<String, String>| {
            values.get(name).filter(|value| !value.is_empty()).cloned()
        };
        if let Some(found) = value(environment) {
            return Some((found, Origin::Environment(name.to_owned())));
        }
        Some((value(&self.env_file)?, Origin::File(self.given.env_file.clone()?)))
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

    /// Where a secret lies, unread.
    pub(super) fn secret(&self, setting: Setting) -> Option<(SecretSource, Origin)> {
        let name = setting.name();
        let from = |text: String, origin: Origin| {
            let value = SecretString::from(text);
            match &origin {
                Origin::File(path) => (SecretSource::Line(value, path.clone()), origin),
                _ => (SecretSource::Value(value), origin),
            }
        };
        if let Some((text, origin)) = self.named(name) {
            return Some(from(text, origin));
        }
        if let Some((path, origin)) = self.named(&format!("{name}_FILE")) {
            return Some((SecretSource::File(path.into()), origin));
        }
        if let Some((line, origin)) = self.named(&format!("{name}_COMMAND")) {
            return Some((SecretSource::Command(line), origin));
        }
        let credentials = self.given.environment.get("CREDENTIALS_DIRECTORY").map(PathBuf::from);
        if let Some(path) = credentials.map(|dir| dir.join(name)).filter(|path| path.exists()) {
            return Some((SecretSource::Credential(path.clone()), Origin::File(path)));
        }
        if let Some(text) = self.config.text(setting) {
            return Some(from(text, self.config_origin()?));
        }
        let key = self.given.config_dir.as_ref()?.join("key");
        (setting == Setting::EncryptionKey && key.exists())
            .then(|| (SecretSource::File(key.clone()), Origin::File(key)))
    }
}
