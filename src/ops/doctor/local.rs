//! Checks of settings and files on this machine.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use secrecy::ExposeSecret as _;

use super::{Check, Doctor};
use crate::bot::http::ForwardKey;
use crate::config::{ConfigError, MAX_VERIFY_TOKEN, Origin, SecretError, Setting, is_app_secret};
use crate::domain::routes::DATA_DELETION;
use crate::domain::shell;
use crate::ops::causes;
use crate::store::{StoreError, StoreKeys};

/// With less than this free, a busy inbox may not last the night.
const LOW_DISK: u64 = 256 << 20;

impl Doctor<'_> {
    pub(super) fn settings_checks(&self) -> Vec<Check> {
        vec![
            self.app_id(),
            self.app_secret(),
            self.meta_app(),
            self.verify_token(),
            self.redirect_uri(),
            self.backend_url(),
            self.api_version(),
            self.other_settings(),
        ]
    }

    /// Settings that have no check of their own.
    fn other_settings(&self) -> Check {
        const ID: &str = "other-settings";
        const OTHERS: [Setting; 9] = [
            Setting::PreviousAppSecret,
            Setting::PreviousMetaAppSecret,
            Setting::ForwardSecret,
            Setting::Log,
            Setting::NoInput,
            Setting::AuthorizeUrl,
            Setting::ApiUrl,
            Setting::GraphUrl,
            Setting::MetaGraphUrl,
        ];
        let forward = self.settings.secret(Setting::ForwardSecret).ok().flatten();
        if let Some(Err(error)) = forward.map(|secret| ForwardKey::parse(&secret)) {
            let problem = format!("{}: {error}", Setting::ForwardSecret.name());
            let fix = "create one with: echo whsec_$(openssl rand -base64 32)";
            return Check::failure(ID, problem, fix);
        }
        match OTHERS.into_iter().find_map(|setting| self.settings.problem(setting)) {
            Some(error) => {
                let fix =
                    "see where it comes from with `igbot config show --origins`, and correct it";
                Check::failure(ID, error.to_string(), fix_of(&error, fix))
            }
            None => Check::ok(ID, "all that are set can be used"),
        }
    }

    fn app_id(&self) -> Check {
        const ID: &str = "app-id";
        let fix = "copy the Instagram app id from \"API setup with Instagram login\" and run `igbot config set INSTAGRAM_APP_ID ID`";
        match (self.settings.app_id(Setting::AppId), self.settings.get(Setting::MetaAppId)) {
            (Err(error), _) => Check::failure(ID, error.to_string(), fix),
            (Ok(id), Some(meta)) if id == meta => Check::failure(
                ID,
                "INSTAGRAM_APP_ID is the Meta app's id; Instagram answers \"Invalid platform app\"",
                fix,
            ),
            (Ok(id), _) => Check::ok(ID, format!("the Instagram app is {id}")),
        }
    }

    fn app_secret(&self) -> Check {
        const ID: &str = "app-secret";
        let fix = "copy the Instagram app secret from \"API setup with Instagram login\" and run `igbot config set INSTAGRAM_APP_SECRET`";
        let secret = match self.settings.need_secret(Setting::AppSecret) {
            Ok(secret) => secret,
            Err(error) => return Check::failure(ID, error.to_string(), fix_of(&error, fix)),
        };
        let meta = self.settings.secret(Setting::MetaAppSecret).ok().flatten();
        if meta.is_some_and(|meta| meta.expose_secret() == secret.expose_secret()) {
            return Check::warning(
                ID,
                "INSTAGRAM_APP_SECRET and META_APP_SECRET are the same, but must be different",
                fix,
            );
        }
        match is_app_secret(secret.expose_secret()) {
            true => Check::ok(ID, "the Instagram app secret looks valid"),
            false => {
                Check::warning(ID, "the Instagram app secret is not 32 hexadecimal digits", fix)
            }
        }
    }

    fn meta_app(&self) -> Check {
        const ID: &str = "meta-app";
        let problem = |setting| self.settings.problem(setting);
        let id = self.settings.origin(Setting::MetaAppId).is_some();
        let secret = self.settings.origin(Setting::MetaAppSecret).is_some();
        match problem(Setting::MetaAppId).or_else(|| problem(Setting::MetaAppSecret)) {
            Some(error) => {
                let fix = "copy both from \"App settings > Basic\"";
                Check::failure(ID, error.to_string(), fix_of(&error, fix))
            }
            None if id && secret => Check::ok(ID, "the Meta app's id and secret are set"),
            _ => Check::warning(
                ID,
                "META_APP_ID or META_APP_SECRET is not set: deliveries signed with that secret are refused, and the app's own subscription cannot be checked",
                "set both, from \"App settings > Basic\"",
            ),
        }
    }

    fn verify_token(&self) -> Check {
        const ID: &str = "verify-token";
        let fix = "run `igbot config set INSTAGRAM_VERIFY_TOKEN` and enter the same value in the dashboard";
        match self.settings.verify_token() {
            Err(error) => Check::failure(ID, error.to_string(), fix_of(&error, fix)),
            Ok(_) => {
                Check::ok(ID, format!("the verify token has at most {MAX_VERIFY_TOKEN} characters"))
            }
        }
    }

    fn redirect_uri(&self) -> Check {
        const ID: &str = "redirect-uri";
        let fix = "register an https address under \"Business login settings\" and set IGBOT_REDIRECT_URI to it";
        match self.settings.redirect_uri() {
            Err(error) => Check::failure(ID, error.to_string(), fix),
            Ok((text, url)) if url.scheme() == "https" => {
                Check::ok(ID, format!("{text}; it must be registered exactly like this"))
            }
            Ok(_) if self.is_sandboxed() => Check::ok(ID, "http, which a sandbox accepts"),
            Ok((text, _)) => Check::warning(
                ID,
                format!("{text} is http, which Instagram does not register"),
                fix,
            ),
        }
    }

    fn backend_url(&self) -> Check {
        const ID: &str = "backend-url";
        let fix = "set it to the public https address of `igbot serve`";
        match self.settings.backend_url() {
            Ok(url) if url.scheme() == "https" => Check::ok(ID, url),
            Ok(url) => Check::failure(
                ID,
                format!("{url} is not https; Instagram delivers to public https addresses only"),
                "put a reverse proxy with a public certificate in front of `igbot serve` and set BACKEND_URL",
            ),
            Err(ConfigError::Missing { .. }) => Check::warning(
                ID,
                format!(
                    "BACKEND_URL is not set; Meta rejects answers of {DATA_DELETION} without it"
                ),
                fix,
            ),
            Err(error) => Check::failure(ID, error.to_string(), fix),
        }
    }

    fn api_version(&self) -> Check {
        const ID: &str = "api-version";
        let fix =
            "run `igbot config unset INSTAGRAM_API_VERSION` to use the one igbot was built for";
        let version = match self.settings.api_version() {
            Ok(version) => version,
            Err(error) => return Check::failure(ID, error.to_string(), fix),
        };
        let major = version.trim_start_matches('v').split('.').next();
        // v19.0 ended on 21 May 2026, v20.0 on 24 September (reference 12).
        match major.and_then(|major| major.parse::<u32>().ok()) {
            Some(..=20) => Check::failure(ID, format!("{version} has been shut down"), fix),
            _ => Check::ok(ID, version),
        }
    }

    /// Whether the settings point at a sandbox.
    pub(super) fn is_sandboxed(&self) -> bool {
        self.settings.get(Setting::AuthorizeUrl) != Setting::AuthorizeUrl.default()
    }

    pub(super) fn file_checks(&self) -> Vec<Check> {
        vec![self.key(), self.store_opens(), self.modes(), self.disk()]
    }

    fn key(&self) -> Check {
        const ID: &str = "encryption-key";
        let source = self.settings.origin(Setting::EncryptionKey);
        let source = source.map(|(_, origin)| origin.to_string()).unwrap_or_default();
        let key = match self.settings.need_secret(Setting::EncryptionKey) {
            Ok(key) => key,
            Err(error) => {
                return Check::failure(ID, error.to_string(), fix_of(&error, "run `igbot init`"));
            }
        };
        match StoreKeys::parse(&key) {
            Ok(_) => Check::ok(ID, format!("valid, from {source}")),
            Err(error) => {
                let fix = "bring the key back that the store was made with";
                Check::failure(ID, error.to_string(), fix)
            }
        }
    }

    fn store_opens(&self) -> Check {
        const ID: &str = "store";
        match &self.store {
            None if let Ok(path) = self.settings.store_path()
                && !path.exists() =>
            {
                let missing = format!("there is no store at {}", path.display());
                Check::warning(ID, missing, "run `igbot login`, or name the right one with --store")
            }
            None if let Err(error) = self.settings.store_path() => Check::failure(
                ID,
                error.to_string(),
                "run `igbot config set IGBOT_STORE PATH`, or name the store with --store",
            ),
            None => Check::skipped(ID, "not checked: its key is unknown"),
            Some(Ok(store)) => {
                Check::ok(ID, format!("{} opens with this key", store.path().display()))
            }
            Some(Err(error)) => Check::failure(ID, causes(error), fix_of_store(error)),
        }
    }

    fn modes(&self) -> Check {
        const ID: &str = "file-modes";
        let store = self.settings.store_path().ok();
        let beside = |suffix: &str| {
            let mut name = store.clone()?.into_os_string();
            name.push(suffix);
            Some(name.into())
        };
        // Without a secret anybody may read it, as every command lets them.
        let secret = |setting: &&Setting| {
            setting.is_secret()
                && matches!(self.settings.origin(**setting), Some((_, Origin::File(path)))
                    if Some(path) == self.settings.config_path.as_ref())
        };
        let config = self.settings.config_path.clone();
        let paths = [
            config.filter(|_| Setting::ALL.iter().any(|setting| secret(&setting))),
            self.key_file.clone(),
            store.clone(),
            beside("-wal"),
            beside("-shm"),
        ];
        let open = paths.into_iter().flatten().find(|path| is_open_to_others(path));
        // Whoever writes the config file chooses the programs that igbot runs, and whoever writes its
        // directory puts another file in its place.
        let config = self.settings.config_path.as_deref();
        let directories = [config, store.as_deref()].map(|path| path.and_then(Path::parent));
        let written = [config].into_iter().chain(directories).flatten();
        let writable = written.map(Path::to_owned).find(|path| is_writable_by_others(path));
        match (open, writable) {
            (Some(path), _) => Check::failure(
                ID,
                format!("{} can be read by others", path.display()),
                close(&path),
            ),
            (None, Some(path)) => Check::failure(
                ID,
                format!("{} can be written by everybody", path.display()),
                format!("run `chmod o-w {}`", shell::word(&path)),
            ),
            (None, None) => Check::ok(ID, "config, key and store are readable by their owner only"),
        }
    }

    fn disk(&self) -> Check {
        const ID: &str = "disk";
        let path = self.settings.store_path().ok();
        let there = path.iter().flat_map(|path| path.ancestors()).find(|path| path.exists());
        let free = there.and_then(|path| rustix::fs::statvfs(path).ok());
        match free.map(|disk| disk.f_bavail.saturating_mul(disk.f_frsize)) {
            None => Check::skipped(ID, "the store's disk cannot be checked"),
            Some(free) if free < LOW_DISK => Check::warning(
                ID,
                format!("{} MiB are free on the store's disk", free >> 20),
                "free some space: a full disk makes `serve` refuse deliveries",
            ),
            Some(free) => Check::ok(ID, format!("{} MiB are free", free >> 20)),
        }
    }
}

/// What helps against a setting that cannot be used: `fix`, unless something else is wrong than its value.
fn fix_of(error: &ConfigError, fix: &str) -> String {
    match error {
        ConfigError::Secret(SecretError::OpenToOthers { path, .. }) => close(path),
        _ => fix.to_owned(),
    }
}

/// How a file with a secret is closed to others.
pub fn close(path: &Path) -> String {
    format!("run `chmod 600 {}`", shell::word(path))
}

/// What helps against a store that cannot be used.
pub(super) fn fix_of_store(error: &StoreError) -> &'static str {
    match error {
        StoreError::WrongKey { .. } => "use the key the store was created with",
        StoreError::NewerSchema { .. } => "update igbot",
        StoreError::Locked => "stop the process that holds the store",
        StoreError::Unavailable { .. } | StoreError::File { .. } => {
            "check the path, its permissions for this user and the free disk space"
        }
        _ => "restore a backup with `igbot store restore FILE`, or name another file with --store",
    }
}

/// Whether everybody may write a file, or put another in place of one in a directory. Where only the owner of
/// a file may do the latter, as in a shared directory for temporary files, they may not. A group may be meant.
fn is_writable_by_others(path: &Path) -> bool {
    const STICKY: u32 = 0o1000;
    fs::metadata(path).is_ok_and(|data| {
        let mode = data.permissions().mode();
        mode & 0o002 != 0 && !(data.is_dir() && mode & STICKY != 0)
    })
}

fn is_open_to_others(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|data| data.permissions().mode() & 0o077 != 0)
}
