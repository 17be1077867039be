use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use dialoguer::{Input, Password};
use schemars::JsonSchema;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;

use crate::cli::commands::results::JsonResult;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::config::{self, ConfigError, Origin, Setting, Settings};
use crate::domain::routes::{DATA_DELETION, DEAUTHORIZE, LOGIN_CALLBACK, WEBHOOK};
use crate::graph::subscriptions::DEFAULT_FIELDS;
use crate::store::{Store, StoreKeys};

/// How long to wait for another process that holds the store.
const PATIENCE: Duration = Duration::from_secs(10);

/// Set up igbot on this machine: settings, encryption key and store
///
/// Asks for what it needs, writes a config file and a key that only you can read, and prints what to
/// paste into the App Dashboard. Answers can also be flags or environment variables; secrets never
/// flags. With --env-file, all settings in that file are imported. Run again, it adds what is
/// missing and prints the same again; another value than that of the config file is refused.
#[derive(Debug, clap::Args)]
pub(crate) struct InitArgs {
    /// Instagram app id, from "Instagram > API setup with Instagram login"
    #[arg(long, value_name = "ID")]
    app_id: Option<String>,

    /// Public https address of `igbot serve`
    #[arg(long, value_name = "URL")]
    backend_url: Option<String>,
}

/// What has to be pasted into the App Dashboard.
#[derive(Debug, Serialize, JsonSchema)]
struct Dashboard {
    config: PathBuf,
    key: Option<PathBuf>,
    store: PathBuf,
    redirect_uri: String,
    callback_url: String,
    verify_token: String,
    deauthorize_url: String,
    data_deletion_url: String,
}

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] = &[JsonResult::document::<Dashboard>("init")];

pub(crate) async fn run(args: InitArgs, context: Context) -> Result<(), CommandError> {
    let Context { ui, settings, .. } = &context;
    let path = context.config_path()?;
    let there = path.exists();
    if settings.get(Setting::AuthorizeUrl) != Setting::AuthorizeUrl.default() {
        ui.warn("the environment points at a sandbox, which needs no `igbot init`; its ids and secrets do not work with Instagram");
    }
    let ask = Ask { context: &context };
    if ui.is_interactive() && settings.get(Setting::AppId).is_none() && args.app_id.is_none() {
        ui.say("Id and secret are in the App Dashboard, under Instagram > API setup with Instagram login.");
    }
    let app_id = ask.text(Setting::AppId, args.app_id, "Instagram app id")?;
    let app_secret = ask.secret(Setting::AppSecret, "Instagram app secret")?;
    let question = "Public https address of igbot serve, like https://bot.example.org";
    let backend = ask.text(Setting::BackendUrl, args.backend_url, question)?;
    let mut resolved = settings.clone();
    resolved.try_value(Setting::AppId, SecretString::from(app_id.as_str()))?;
    resolved.try_value(Setting::BackendUrl, SecretString::from(backend.as_str()))?;
    if let Some(problem) = resolved.problems().pop() {
        return Err(problem.into());
    }
    // One of this machine is for tests and tunnels; Instagram registers none without TLS.
    let registered = resolved.redirect_uri()?;
    let registered = Some(registered).filter(|(_, url)| url.scheme() == "https");
    let verify_token = match settings.secret(Setting::VerifyToken)? {
        Some(_) => settings.verify_token()?,
        None => SecretString::from(context.random.token()),
    };

    let mut values = BTreeMap::from([
        (Setting::AppId, SecretString::from(app_id)),
        (Setting::AppSecret, app_secret),
        (Setting::VerifyToken, verify_token.clone()),
        (Setting::BackendUrl, SecretString::from(backend.as_str())),
    ]);
    for setting in Setting::ALL {
        let known = values.contains_key(&setting) || setting == Setting::EncryptionKey;
        if is_imported(settings, setting) && !known {
            let value = match settings.secret(setting)? {
                Some(secret) => secret,
                None => SecretString::from(settings.need(setting)?),
            };
            values.insert(setting, value);
        }
    }
    if let Some((_, Origin::Flag)) = settings.origin(Setting::Store) {
        let place = std::path::absolute(settings.store_path()?)?.to_string_lossy().into_owned();
        values.insert(Setting::Store, SecretString::from(place));
    }
    let conflicts = config::conflicts(&path, &values).map_err(ConfigError::from)?;
    if let Some(setting) = conflicts.first() {
        let name = setting.name();
        let text = format!("{name} has another value in {}", path.display());
        return Err(CommandError::new(Exit::Configuration, "set_otherwise", text)
            .hint(format!("change it with `igbot config set {name}`, or leave it out here"))
            .hint("no setting was changed"));
    }
    let key = Key::find(&context, path.with_file_name("key"))?;
    // Before the settings are there: whatever is wrong, `igbot init` can be run again.
    let store = settings.store_path()?;
    let opened = Store::open(&store, key.keys, PATIENCE);
    if let (Err(_), Some(written)) = (&opened, &key.written) {
        let _ = fs::remove_file(written);
    }
    drop(opened?);
    if !there {
        ui.say(format!("Writing settings to {}.", path.display()));
        config::write_config(&path, &values).map_err(|error| unwritable(&path, &error))?;
    } else if config::complete_config(&path, &values)? {
        ui.say(format!("Added the missing settings to {}.", path.display()));
    } else {
        ui.say(format!("All settings are in {} already.", path.display()));
    }

    let base = backend.trim_end_matches('/');
    let dashboard = Dashboard {
        config: path,
        key: key.written,
        store,
        redirect_uri: match registered {
            Some((uri, _)) => uri,
            None => format!("{base}{LOGIN_CALLBACK}"),
        },
        callback_url: format!("{base}{WEBHOOK}"),
        verify_token: verify_token.expose_secret().to_owned(),
        deauthorize_url: format!("{base}{DEAUTHORIZE}"),
        data_deletion_url: format!("{base}{DATA_DELETION}"),
    };
    ui.result(&dashboard, Dashboard::text)
}

/// Whether a setting comes from the env file that was named, and goes from there into the config file.
fn is_imported(settings: &Settings, setting: Setting) -> bool {
    match (settings.origin(setting), &settings.env_file) {
        (Some((_, Origin::File(from))), Some(env_file)) => from == env_file,
        _ => false,
    }
}

/// The key of the store.
struct Key {
    keys: StoreKeys,
    /// The file that was made for it now.
    written: Option<PathBuf>,
}

impl Key {
    /// Takes the key that is set, or makes one; what has no file of its own yet gets it at `path`.
    fn find(context: &Context, path: PathBuf) -> Result<Self, CommandError> {
        let Context { ui, settings, .. } = context;
        let shown = path.display();
        let write = |key: &SecretString| {
            config::write_key(&path, key).map_err(|error| unwritable(&path, &error))
        };
        let Some(key) = settings.secret(Setting::EncryptionKey)? else {
            let store = settings.store_path()?;
            if fs::metadata(&store).is_ok_and(|it| it.len() > 0) {
                let text =
                    format!("the store {} is there, and its key is missing", store.display());
                return Err(CommandError::new(Exit::Configuration, "no_key", text)
                    .hint(format!("put its key file back at {shown}"))
                    .hint("or move the store away: without its key nobody can read it"));
            }
            let made = StoreKeys::generate();
            ui.say(format!(
                "Writing a new encryption key to {shown}: back it up; without it the store is lost."
            ));
            write(&made)?;
            return Ok(Self { keys: StoreKeys::parse(&made)?, written: Some(path) });
        };
        let keys = StoreKeys::parse(&key)?;
        if !is_imported(settings, Setting::EncryptionKey) {
            if let Some((_, origin)) = settings.origin(Setting::EncryptionKey) {
                ui.say(format!("Using the encryption key from {origin}."));
            }
            return Ok(Self { keys, written: None });
        }
        if holds(&path, &key) {
            ui.say(format!("The key of the env file is in {shown} already."));
            return Ok(Self { keys, written: None });
        }
        ui.say(format!("Writing the key of the env file to {shown}."));
        write(&key)?;
        Ok(Self { keys, written: Some(path) })
    }
}

impl Dashboard {
    fn text(&self) -> String {
        format!(
            "\nPaste these into the App Dashboard, under Instagram > API setup with Instagram login:\n\n\
             \x20 Business login settings\n\
             \x20   OAuth redirect URI         {}\n\
             \x20   Deauthorize callback URL   {}\n\
             \x20   Data deletion request URL  {}\n\n\
             \x20 Configure webhooks\n\
             \x20   Callback URL               {}\n\
             \x20   Verify token               {}\n\
             \x20   Fields to tick             {}\n\n\
             Then: `igbot serve` behind that address, and `igbot login --subscribe`.\n",
            self.redirect_uri,
            self.deauthorize_url,
            self.data_deletion_url,
            self.callback_url,
            self.verify_token,
            DEFAULT_FIELDS.join(", "),
        )
    }
}

/// Whether a file holds just this key.
fn holds(path: &Path, key: &SecretString) -> bool {
    fs::read_to_string(path).is_ok_and(|text| text.trim() == key.expose_secret())
}

fn unwritable(path: &Path, error: &std::io::Error) -> CommandError {
    CommandError::new(
        Exit::Configuration,
        "unwritable",
        format!("cannot write {}: {error}", path.display()),
    )
}

/// Takes answers from flags, then settings, then a person.
struct Ask<'a> {
    context: &'a Context,
}

impl Ask<'_> {
    fn text(
        &self,
        setting: Setting,
        flag: Option<String>,
        question: &str,
    ) -> Result<String, CommandError> {
        let check = |text: &str| self.check(setting, text);
        let given = flag.or_else(|| self.given(setting));
        let answer = match given {
            Some(answer) => answer,
            None if self.context.ui.is_interactive() => Input::new()
                .with_prompt(question)
                .validate_with(|text: &String| check(text.trim()))
                .interact_text()?,
            None => return Err(self.unanswered(setting, question)),
        };
        let answer = answer.trim();
        check(answer).map_err(CommandError::usage)?;
        Ok(answer.to_owned())
    }

    /// Whether a setting may be `text`, by the rule that every command reads it by.
    fn check(&self, setting: Setting, text: &str) -> Result<(), String> {
        if setting == Setting::BackendUrl && !text.starts_with("https://") {
            return Err("begin with https://: Instagram delivers nowhere else".to_owned());
        }
        let tried = self.context.settings.clone().try_value(setting, SecretString::from(text));
        tried.map_err(|error| error.to_string())
    }

    fn secret(&self, setting: Setting, question: &str) -> Result<SecretString, CommandError> {
        let answer = match self.context.settings.secret(setting)? {
            Some(secret) => {
                self.say_origin(setting);
                secret
            }
            None if self.context.ui.is_interactive() => SecretString::from(
                Password::new()
                    .with_prompt(question)
                    .validate_with(|text: &String| match text.trim() {
                        "" => Err("cannot be empty"),
                        _ => Ok(()),
                    })
                    .interact()?,
            ),
            None => return Err(self.unanswered(setting, question)),
        };
        let answer = answer.expose_secret().trim();
        if !config::is_app_secret(answer) {
            self.context
                .ui
                .warn("an app secret has 32 characters, 0-9 and a-f, and this one has not");
        }
        Ok(SecretString::from(answer))
    }

    /// A value that is set already, and where, so that nothing slips into the file unseen.
    fn given(&self, setting: Setting) -> Option<String> {
        let value = self.context.settings.get(setting)?.to_owned();
        self.say_origin(setting);
        Some(value)
    }

    fn say_origin(&self, setting: Setting) {
        if let Some((_, origin)) = self.context.settings.origin(setting) {
            self.context.ui.say(format!("Using {} from {origin}.", setting.name()));
        }
    }

    fn unanswered(&self, setting: Setting, question: &str) -> CommandError {
        let flag = match setting {
            Setting::AppId => ", or give --app-id",
            Setting::BackendUrl => ", or give --backend-url",
            _ => "",
        };
        CommandError::usage(format!("{question} is required, and prompts are not possible here"))
            .hint(format!("set {}{flag}, or run `igbot init` on a terminal", setting.name()))
    }
}
