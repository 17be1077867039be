//! From what was given to what holds.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret, SecretString};

use super::env;
use super::error::ConfigError;
use super::file::{self, BotConfig, ConfigFile};
use super::given::{Given, Origin};
use super::secret::SecretSource;
use super::setting::Setting;
use super::sources::Sources;

/// Longest verify token that Meta takes, in characters (reference 5).
pub const MAX_VERIFY_TOKEN: usize = 64;

/// Whether a text looks like an app secret: 32 hexadecimal digits, as far as anybody has seen.
pub fn is_app_secret(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|c| c.is_ascii_hexdigit())
}

/// Resolved settings.
#[derive(Debug, Clone)]
pub struct Settings {
    values: BTreeMap<Setting, (String, Origin)>,
    secrets: BTreeMap<Setting, (SecretSource, Origin)>,
    bots: BTreeMap<String, BotConfig>,
    unread_env_file: bool,
    /// The config file that was or would be read, if there is a home for one.
    pub config_path: Option<PathBuf>,
    /// The key file that was or would be read.
    pub key_path: Option<PathBuf>,
    /// The env file that was read, if one was named.
    pub env_file: Option<PathBuf>,
}

impl Settings {
    /// Reads every source and decides who wins.
    ///
    /// # Errors
    /// A source that is there, or was named, cannot be used.
    pub fn resolve(given: &Given) -> Result<Self, ConfigError> {
        let env_file = match &given.env_file {
            Some(path) => env::read(path)?,
            None => BTreeMap::new(),
        };
        let named = given
            .config_file
            .clone()
            .or_else(|| given.environment.get("IGBOT_CONFIG").map(PathBuf::from))
            .filter(|path| !path.as_os_str().is_empty());
        let config_path =
            named.clone().or_else(|| Some(given.config_dir.as_ref()?.join("config.toml")));
        let config = match &config_path {
            Some(path) => file::read(path, named.is_some() && !given.makes_config)?,
            None => ConfigFile::default(),
        };
        let sources = Sources { given, env_file, config: &config, config_path };
        let mut values = BTreeMap::new();
        let mut secrets = BTreeMap::new();
        for setting in Setting::ALL {
            if setting.is_secret() {
                secrets.extend(sources.secret(setting).map(|found| (setting, found)));
            } else {
                values.extend(sources.value(setting).map(|found| (setting, found)));
            }
        }
        let key_path = sources.key_path();
        let config_path = sources.config_path;
        Ok(Self {
            values,
            secrets,
            config_path,
            key_path,
            env_file: given.env_file.clone(),
            unread_env_file: given.env_file.is_none() && Path::new(".env").is_file(),
            bots: config.bots,
        })
    }

    /// Where a setting comes from, and its value unless that is a secret.
    pub fn origin(&self, setting: Setting) -> Option<(Option<&str>, &Origin)> {
        let value = self.values.get(&setting).map(|(value, origin)| (Some(value.as_str()), origin));
        value.or_else(|| self.secrets.get(&setting).map(|(_, origin)| (None, origin)))
    }

    /// Checks every setting that is there; gives each problem.
    pub fn problems(&self) -> Vec<ConfigError> {
        Setting::ALL.into_iter().filter_map(|setting| self.problem(setting)).collect()
    }

    /// What is wrong with a setting, if it is there.
    pub fn problem(&self, setting: Setting) -> Option<ConfigError> {
        self.origin(setting)?;
        self.check(setting).err()
    }

    /// Gives a setting this value, as one to be written to a file, and checks it.
    ///
    /// # Errors
    /// The value cannot be right; it is the setting's all the same, unless it is empty.
    pub fn try_value(&mut self, setting: Setting, value: SecretString) -> Result<(), ConfigError> {
        if value.expose_secret().trim().is_empty() {
            let problem = "is empty; use `igbot config unset` to remove it".to_owned();
            return Err(ConfigError::Invalid { setting, origin: Origin::Flag, problem });
        }
        if setting == Setting::Store && Path::new(value.expose_secret()).is_relative() {
            let problem = NOT_ABSOLUTE.to_owned();
            return Err(ConfigError::Invalid { setting, origin: Origin::Flag, problem });
        }
        if setting.is_secret() {
            self.secrets.insert(setting, (SecretSource::Value(value), Origin::Flag));
        } else {
            self.values.insert(setting, (value.expose_secret().to_owned(), Origin::Flag));
        }
        self.check(setting)
    }

    fn check(&self, setting: Setting) -> Result<(), ConfigError> {
        match setting {
            Setting::AppId | Setting::MetaAppId => self.app_id(setting).map(drop),
            Setting::ApiVersion => self.api_version().map(drop),
            Setting::RedirectUri => self.redirect_uri().map(drop),
            Setting::BackendUrl => self.backend_url().map(drop),
            Setting::AuthorizeUrl | Setting::ApiUrl | Setting::GraphUrl | Setting::MetaGraphUrl => {
                self.host(setting).map(drop)
            }
            Setting::VerifyToken => self.verify_token().map(drop),
            Setting::Store => self.store_path().map(drop),
            Setting::NoInput => match self.get(setting).and_then(truth) {
                None if self.get(setting).is_some() => {
                    Err(self.invalid(setting, "must be true or false"))
                }
                _ => Ok(()),
            },
            Setting::Log => match self.get(setting).map(str::to_ascii_lowercase).as_deref() {
                Some("error" | "warn" | "info" | "debug" | "trace") | None => Ok(()),
                Some(_) => Err(self.invalid(setting, LEVELS)),
            },
            secret if secret.is_secret() => self.secret(secret).map(drop),
            _ => Ok(()),
        }
    }

    /// The verify token of the handshake.
    ///
    /// # Errors
    /// Missing, or longer than [`MAX_VERIFY_TOKEN`].
    pub fn verify_token(&self) -> Result<SecretString, ConfigError> {
        let token = self.need_secret(Setting::VerifyToken)?;
        match token.expose_secret().chars().count() {
            ..=MAX_VERIFY_TOKEN => Ok(token),
            chars => Err(self.invalid(
                Setting::VerifyToken,
                format!("has {chars} characters; Meta takes at most {MAX_VERIFY_TOKEN}"),
            )),
        }
    }

    /// Lets a flag of one command win over every other source.
    pub fn set_redirect_uri(&mut self, uri: String) {
        self.values.insert(Setting::RedirectUri, (uri, Origin::Flag));
    }

    /// Every bot by name.
    pub fn bots(&self) -> impl Iterator<Item = (&String, &BotConfig)> {
        self.bots.iter()
    }

    /// A value, if somebody gave one.
    pub fn get(&self, setting: Setting) -> Option<&str> {
        self.values.get(&setting).map(|(value, _)| value.as_str())
    }

    /// A value that the command cannot do without.
    ///
    /// # Errors
    /// [`ConfigError::Missing`] if there is none.
    pub fn need(&self, setting: Setting) -> Result<&str, ConfigError> {
        self.get(setting).ok_or(self.missing(setting))
    }

    pub(super) fn missing(&self, setting: Setting) -> ConfigError {
        ConfigError::Missing { setting, unread_env_file: self.unread_env_file }
    }

    /// Says what is wrong with a value, and where it came from.
    pub fn invalid(&self, setting: Setting, problem: impl Into<String>) -> ConfigError {
        let origin = self.origin(setting).map_or(Origin::Default, |(_, it)| it.clone());
        ConfigError::Invalid { setting, origin, problem: problem.into() }
    }

    /// A secret, if somebody gave one. Fetched now, so that a command for it runs only when needed.
    ///
    /// # Errors
    /// [`SecretError`](super::SecretError) if it is given and cannot be had.
    pub fn secret(&self, setting: Setting) -> Result<Option<SecretString>, ConfigError> {
        match self.secrets.get(&setting) {
            Some((source, _)) => Ok(Some(source.fetch(setting)?)),
            None => Ok(None),
        }
    }

    /// A secret that the command cannot do without.
    ///
    /// # Errors
    /// [`ConfigError::Missing`] if there is none; [`SecretError`](super::SecretError) if it is
    /// given and cannot be had.
    pub fn need_secret(&self, setting: Setting) -> Result<SecretString, ConfigError> {
        self.secret(setting)?.ok_or(self.missing(setting))
    }

    /// The Instagram app id: digits only.
    ///
    /// # Errors
    /// It is missing, or something other than digits.
    pub fn app_id(&self, setting: Setting) -> Result<&str, ConfigError> {
        let id = self.need(setting)?;
        if id.is_empty() || !id.bytes().all(|c| c.is_ascii_digit()) {
            return Err(self.invalid(setting, "must be digits only, without quotes or spaces"));
        }
        Ok(id)
    }

    /// The API version, `v` and two numbers.
    ///
    /// # Errors
    /// It has any other form.
    pub fn api_version(&self) -> Result<&str, ConfigError> {
        let version = self.need(Setting::ApiVersion)?;
        let number = |part: &str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit());
        let sound = version
            .strip_prefix('v')
            .and_then(|rest| rest.split_once('.'))
            .is_some_and(|(major, minor)| number(major) && number(minor));
        if sound {
            Ok(version)
        } else {
            Err(self.invalid(Setting::ApiVersion, "must look like v25.0"))
        }
    }

    /// The file of the store.
    ///
    /// # Errors
    /// Missing only where there is no home directory.
    pub fn store_path(&self) -> Result<PathBuf, ConfigError> {
        let path = PathBuf::from(self.need(Setting::Store)?);
        match self.origin(Setting::Store) {
            // It would be another one in each directory.
            Some((_, Origin::File(_))) if path.is_relative() => {
                Err(self.invalid(Setting::Store, NOT_ABSOLUTE))
            }
            _ => Ok(path),
        }
    }

    /// The files from which secrets come, and those of settings.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        let secrets = self.secrets.values().filter_map(|(source, _)| match source {
            SecretSource::File(path) | SecretSource::Credential(path) => Some(path),
            SecretSource::Value(_) | SecretSource::Line(..) | SecretSource::Command(_) => None,
        });
        let own = [&self.config_path, &self.key_path, &self.env_file];
        own.into_iter().flatten().chain(secrets).map(PathBuf::as_path)
    }

    /// Whether prompts are forbidden.
    pub fn no_input(&self) -> bool {
        // What nobody understands is better taken for a wish than for none.
        self.get(Setting::NoInput).is_some_and(|value| truth(value).unwrap_or(true))
    }

    /// The bot of this name.
    ///
    /// # Errors
    /// [`ConfigError::NoBot`] if the config file has none of this name.
    pub fn bot(&self, name: &str) -> Result<&BotConfig, ConfigError> {
        self.bots.get(name).ok_or_else(|| ConfigError::NoBot(name.to_owned()))
    }
}

/// What a path in a file of settings must be.
const NOT_ABSOLUTE: &str = "must be an absolute path in a file, without `~`";

/// What a switch says, if that can be told.
pub(super) fn truth(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "1" | "true" | "yes" | "on" => Some(true),
        "" | "0" | "false" | "no" | "off" => Some(false),
        _ => None,
    }
}

/// What a log level may be.
pub const LEVELS: &str = "must be error, warn, info, debug or trace";

#[cfg(test)]
mod tests {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::config::BotHandler;
    use crate::config::SecretError;

    fn given(pairs: &[(&str, &str)]) -> Given {
        let environment = pairs.iter().map(|(name, value)| (name.to_string(), value.to_string()));
        Given { environment: environment.collect(), ..Given::default() }
    }

    fn write(dir: &Path, name: &str, text: &str, mode: u32) -> PathBuf {
        let path = dir.join(name);
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
        path
    }

    #[test]
    fn the_nearer_source_wins() {
        let dir = tempfile::tempdir().unwrap();
        let version = |given: &Given| {
            Settings::resolve(given).unwrap().get(Setting::ApiVersion).unwrap().to_owned()
        };
        let mut given = given(&[]);
        assert_eq!(version(&given), "v25.0");
        let text = "INSTAGRAM_API_VERSION = \"v21.0\"\n[bots.shop]\nexec = [\"a\", \"b\"]\n";
        given.config_file = Some(write(dir.path(), "config.toml", text, 0o644));
        assert_eq!(version(&given), "v21.0");
        let env_file = write(dir.path(), "env", "INSTAGRAM_API_VERSION=v22.0", 0o644);
        given.env_file = Some(env_file);
        assert_eq!(version(&given), "v22.0");
        given.environment.insert("INSTAGRAM_API_VERSION".to_owned(), "v23.0".to_owned());
        assert_eq!(version(&given), "v23.0");
        given.flags.insert(Setting::ApiVersion, "v24.0".to_owned());
        assert_eq!(version(&given), "v24.0");
        let bot = Settings::resolve(&given).unwrap().bot("shop").unwrap().clone();
        let BotHandler::Exec(command) = bot.handler else { panic!("{bot:?}") };
        assert_eq!((command.program.as_str(), command.arguments.len()), ("a", 1));
    }

    #[test]
    fn a_secret_comes_from_a_private_file_or_a_command_without_its_newline() {
        let dir = tempfile::tempdir().unwrap();
        let secret = |given: &Given| {
            let settings = Settings::resolve(given).unwrap();
            settings.need_secret(Setting::AppSecret).map(|it| it.expose_secret().to_owned())
        };
        let path = write(dir.path(), "secret", "from a file\n", 0o600);
        let file = given(&[("INSTAGRAM_APP_SECRET_FILE", path.to_str().unwrap())]);
        assert_eq!(secret(&file).unwrap(), "from a file");
        let command = given(&[("INSTAGRAM_APP_SECRET_COMMAND", "printf 'from %s' 'a command'")]);
        assert_eq!(secret(&command).unwrap(), "from a command");
        fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
        let refused = secret(&file).unwrap_err();
        assert!(matches!(refused, ConfigError::Secret(SecretError::OpenToOthers { .. })));
        let mut line = given(&[]);
        line.env_file = Some(write(dir.path(), "env", "INSTAGRAM_APP_SECRET=x", 0o644));
        assert!(secret(&line).is_err());
        assert!(secret(&given(&[("INSTAGRAM_APP_SECRET_COMMAND", "false")])).is_err());
        assert!(secret(&given(&[("INSTAGRAM_APP_SECRET", "  ")])).is_err());
    }

    #[test]
    fn values_that_cannot_be_right_are_refused() {
        for (name, value, check) in [
            ("INSTAGRAM_APP_ID", "\"123\"", 0),
            ("INSTAGRAM_APP_ID", "12a", 0),
            ("INSTAGRAM_API_VERSION", "25", 1),
            ("INSTAGRAM_API_VERSION", "v25.x", 1),
            ("IGBOT_GRAPH_URL", "https://graph.example.com", 2),
            ("IGBOT_GRAPH_URL", "http://127.0.0.1.example.com", 2),
            ("IGBOT_REDIRECT_URI", "example.com/cb", 3),
            ("IGBOT_REDIRECT_URI", "ftp://example.com/cb", 3),
            ("IGBOT_REDIRECT_URI", "https://example.com/cb#_", 3),
        ] {
            let settings = Settings::resolve(&given(&[(name, value)])).unwrap();
            let refused = match check {
                0 => settings.app_id(Setting::AppId).is_err(),
                1 => settings.api_version().is_err(),
                2 => settings.host(Setting::GraphUrl).is_err(),
                _ => settings.redirect_uri().is_err(),
            };
            assert!(refused, "{name}={value}");
        }
        let settings = given(&[("BACKEND_URL", "https://example.com/"), ("INSTAGRAM_APP_ID", "1")]);
        let settings = Settings::resolve(&settings).unwrap();
        assert_eq!(settings.redirect_uri().unwrap().0, "https://example.com/login/callback");
        assert!(settings.host(Setting::GraphUrl).is_ok());
    }

    #[test]
    fn a_config_file_that_is_wrong_is_an_error_without_its_text() {
        let dir = tempfile::tempdir().unwrap();
        for (text, problem) in [
            ("INSTAGRAM_APP_SECRET = hunter2", "malformed"),
            ("INSTAGRAM_APP = \"x\"", "unknown setting"),
            ("[bots.a]\nexec = []", "malformed"),
            ("[bots.a]\nexec = \"cmd\"", "malformed"),
            ("[bots.a]\ntimeout_seconds = 3", "either `exec` or `url`"),
            ("[bots.a]\nexec = [\"a\"]\nurl = \"http://a/\"", "either `exec` or `url`"),
            ("[bots.a]\nurl = \"ftp://a/\"", "must begin with http"),
            ("[bots.a]\nexec = [\"a\"]\npass_env = [\"IGBOT_STORE\"]", "is an igbot setting"),
            ("[bots.a]\nexec = [\"a\"]\npass_env = [\"A=B\"]", "name of a variable"),
            ("[bots.a]\nurl = \"http://a/\"\npass_env = [\"A\"]", "only with `exec`"),
        ] {
            let path = write(dir.path(), "config.toml", text, 0o600);
            let error = Settings::resolve(&Given { config_file: Some(path), ..Given::default() })
                .unwrap_err()
                .to_string();
            assert!(error.contains(problem), "{error}");
            assert!(!error.contains("hunter2"), "{error}");
        }
        let missing = Given { config_file: Some(dir.path().join("none")), ..Given::default() };
        assert!(Settings::resolve(&missing).is_err());
    }
}
