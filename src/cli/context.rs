//! What every command starts from: settings, store, services, and the account it means.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, IsTerminal as _, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use dialoguer::Select;
use etcetera::BaseStrategy as _;
use jiff::Timestamp;
use serde_json::Value;
use url::Url;

use super::args::GlobalArgs;
use super::error::CommandError;
use super::exit::Exit;
use super::ui::{Ui, tell};
use crate::clock::{SharedClock, SystemClock};
use crate::config::{Given, Setting, Settings, is_own_variable};
use crate::domain::account::Account;
use crate::domain::id::IgScopedId;
use crate::domain::json::lossy_number;
use crate::domain::message::{NO_PERSON, Recipient, To};
use crate::graph::oauth::AppCredentials;
use crate::graph::{Endpoints, Graph};
use crate::ops::{self, OpsError, Services};
use crate::random::{SharedRandom, SystemRandom};
use crate::store::{Store, StoreKeys};
use crate::webhook::forensics::Suspect;

/// How long a command waits for another process that holds the store.
const PATIENCE: Duration = Duration::from_secs(10);

/// Longest text taken from standard input or a file; far beyond what any command wants.
const MAX_STDIN: u64 = 1 << 20;

/// What a command works with.
pub(crate) struct Context {
    pub(crate) ui: Ui,
    pub(crate) settings: Settings,
    pub(crate) clock: SharedClock,
    pub(crate) random: SharedRandom,
    pub(crate) timeout: Option<Duration>,
    /// Nobody may be asked, and standard input is not for pasting.
    pub(crate) no_input: bool,
}

impl Context {
    /// `makes_config` is for commands that make a config file that is named and not there.
    pub(crate) fn new(global: &GlobalArgs, makes_config: bool) -> Result<Self, CommandError> {
        let settings = Settings::resolve(&Given { makes_config, ..given(global)? })?;
        let no_input = global.no_input || settings.no_input();
        Ok(Self {
            ui: Ui::new(global.json, global.quiet, no_input, global.color),
            settings,
            clock: Arc::new(SystemClock),
            random: Arc::new(SystemRandom),
            timeout: global.timeout,
            no_input,
        })
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub(crate) fn new_store(&self) -> Result<Store, CommandError> {
        let keys = StoreKeys::parse(&self.settings.need_secret(Setting::EncryptionKey)?)?;
        Ok(Store::open(&self.settings.store_path()?, keys, PATIENCE)?)
    }

    /// The config file that was or would be read.
    pub(crate) fn config_path(&self) -> Result<PathBuf, CommandError> {
        self.settings.config_path.clone().ok_or_else(|| {
            CommandError::new(Exit::Configuration, "no_home", "there is no home directory")
                .hint("set HOME, or name a file with --config")
        })
    }

    /// The settings by which another igbot finds the same config file and store, with the key beside them.
    pub(crate) fn places(&self) -> Vec<(&'static str, String)> {
        let config = self.settings.config_path.clone().filter(|path| path.exists());
        let store = self.settings.store_path().ok();
        let places = [("IGBOT_CONFIG", config), (Setting::Store.name(), store)];
        let places = places.into_iter().filter_map(|(name, path)| {
            let path = std::path::absolute(path?).ok()?;
            Some((name, path.to_str()?.to_owned()))
        });
        places.collect()
    }

    /// The store, if there is one. To look at what is there, or to delete of it, is no reason to make it:
    /// under a mistyped name that must not pass for a success.
    pub(crate) fn store(&self) -> Result<Store, CommandError> {
        let path = self.settings.store_path()?;
        match path.try_exists()? {
            true => self.new_store(),
            false => {
                let message = format!("there is no store at {}", path.display());
                Err(CommandError::new(Exit::Configuration, "no_store", message)
                    .hint("run `igbot init`, then `igbot login` to create one")
                    .hint("name an existing one with --store or IGBOT_STORE"))
            }
        }
    }

    /// Instagram. The sandbox and tests point it elsewhere by settings.
    pub(crate) fn graph(&self, call_timeout: Option<Duration>) -> Result<Graph, CommandError> {
        let settings = &self.settings;
        let endpoints = Endpoints {
            authorize: consent_page(settings.host(Setting::AuthorizeUrl)?),
            api: settings.host(Setting::ApiUrl)?,
            graph: settings.host(Setting::GraphUrl)?,
            meta_graph: settings.host(Setting::MetaGraphUrl)?,
            version: settings.api_version()?.to_owned(),
        };
        Ok(Graph::new(endpoints, call_timeout)?)
    }

    /// Refuses a file to be written that igbot itself lives from.
    pub(crate) fn refuse_own(&self, store: &Store, file: &Path) -> Result<(), CommandError> {
        store.refuse_own(file)?;
        let same = |own: &Path| match (std::fs::canonicalize(own), std::fs::canonicalize(file)) {
            (Ok(own), Ok(file)) => own == file,
            _ => false,
        };
        match self.settings.files().any(same) {
            true => {
                let text = format!("{} belongs to igbot itself", file.display());
                Err(CommandError::usage(text).hint("choose another name; nothing was written"))
            }
            false => Ok(()),
        }
    }

    /// Everything a use case needs.
    pub(crate) fn services(&self) -> Result<Services, CommandError> {
        self.services_with(self.store()?, self.timeout)
    }

    /// Everything a use case needs that acts for one account, and this.
    pub(crate) async fn for_account(&self) -> Result<(Services, Account), CommandError> {
        let services = self.services()?;
        let account = self.account(&services.store, None).await?;
        Ok((services, account))
    }

    pub(crate) fn services_with(
        &self,
        store: Store,
        call_timeout: Option<Duration>,
    ) -> Result<Services, CommandError> {
        Ok(Services {
            store,
            graph: self.graph(call_timeout)?,
            clock: Arc::clone(&self.clock),
            random: Arc::clone(&self.random),
        })
    }

    pub(crate) fn app(&self) -> Result<AppCredentials, CommandError> {
        Ok(AppCredentials {
            app_id: self.settings.app_id(Setting::AppId)?.to_owned(),
            secret: self.settings.need_secret(Setting::AppSecret)?,
        })
    }

    /// Every secret that may have made the signature of a delivery: those that may, in the order in
    /// which they are tried, then those that may have been taken for them.
    pub(crate) fn suspects(&self) -> Result<Vec<Suspect>, CommandError> {
        let settings = &self.settings;
        let mut suspects = Vec::new();
        for setting in Setting::SIGNING {
            let secret = match setting {
                Setting::AppSecret => Some(settings.need_secret(setting)?),
                _ => settings.secret(setting)?,
            };
            let suspect = |secret| Suspect { name: setting.name(), secret, signs: true };
            suspects.extend(secret.map(suspect));
        }
        for setting in [Setting::VerifyToken, Setting::ForwardSecret] {
            let suspect = |secret| Suspect { name: setting.name(), secret, signs: false };
            // Who needs these says so where they are needed; here they only help to find a mistake.
            suspects.extend(settings.secret(setting).ok().flatten().map(suspect));
        }
        Ok(suspects)
    }

    /// The account the command means; asks when several are linked and somebody is there to answer.
    pub(crate) async fn account(
        &self,
        store: &Store,
        named: Option<&str>,
    ) -> Result<Account, CommandError> {
        let name = named.or_else(|| self.settings.get(Setting::Account));
        match ops::accounts::find(store, name).await {
            Err(OpsError::WhichAccount { known }) if self.ui.is_interactive() => {
                let chosen = Select::new()
                    .with_prompt("Which account?")
                    .items(&known)
                    .default(0)
                    .interact()?;
                let alias = known.get(chosen).map(String::as_str);
                Ok(ops::accounts::find(store, alias).await?)
            }
            found => Ok(found?),
        }
    }

    /// The person that a command names, by id or as `@username`.
    pub(crate) async fn person(&self, store: &Store, to: &To) -> Result<IgScopedId, CommandError> {
        let recipient = match to {
            // An id belongs to one account, whichever that is.
            To::Known(recipient) => recipient.clone(),
            To::Username(_) => {
                let account = self.account(store, None).await?;
                ops::people::resolve(store, &account, to).await?
            }
        };
        match recipient {
            Recipient::Person(person) => Ok(person),
            Recipient::Comment(_) => {
                Err(CommandError::usage(NO_PERSON).hint("name the person: an id or @username"))
            }
        }
    }

    /// The ids under which deliveries may name the account that a list is limited to, if it is.
    pub(crate) async fn account_ids(&self, store: &Store) -> Result<Vec<String>, CommandError> {
        match self.settings.get(Setting::Account) {
            Some(name) => {
                let account = ops::accounts::find(store, Some(name)).await?;
                Ok(account.ids().to_vec())
            }
            None => Ok(Vec::new()),
        }
    }
}

/// Reads standard input to its end, without the newline there.
pub(crate) fn read_stdin() -> Result<String, CommandError> {
    if io::stdin().is_terminal() {
        tell("Reading from the terminal; press Ctrl-D on an empty line to finish.");
    }
    let text = read_text(io::stdin(), "standard input", "stdin").map_err(|error| {
        error.hint("check what is piped or redirected into igbot; nothing was done")
    })?;
    Ok(text.trim_start_matches('\u{feff}').trim_end_matches(['\n', '\r']).to_owned())
}

/// Reads a text to its end, if it is not longer than any command wants.
fn read_text(from: impl Read, name: &str, kind: &'static str) -> Result<String, CommandError> {
    let wrong = |text: String| CommandError::new(Exit::Usage, kind, text);
    let mut bytes = Vec::new();
    from.take(MAX_STDIN + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| wrong(format!("cannot read {name}: {error}")))?;
    if bytes.len() as u64 > MAX_STDIN {
        return Err(wrong(format!("{name} is longer than {MAX_STDIN} bytes")));
    }
    String::from_utf8(bytes).map_err(|_| {
        wrong(format!("{name} is not UTF-8 text"))
            .hint("convert it first, for example with `iconv -f LATIN1 -t UTF-8`")
    })
}

/// Reads a file of JSON; `-` is standard input.
pub(crate) fn read_json(file: &Path) -> Result<Value, CommandError> {
    let piped = file.as_os_str() == "-";
    let name = if piped { "standard input".to_owned() } else { file.display().to_string() };
    let text = match piped {
        true => read_stdin()?,
        false => {
            let opened = File::open(file).map_err(|error| {
                CommandError::new(Exit::Usage, "file", format!("cannot read {name}: {error}"))
            });
            opened
                .and_then(|file| read_text(file, &name, "file"))
                .map_err(|error| error.hint("name a JSON file, or `-` for standard input"))?
        }
    };
    // Editors of Windows put a mark in front.
    let json = text.trim_start_matches('\u{feff}');
    if let Some(at) = lossy_number(json) {
        let line = json[..at].matches('\n').count() + 1;
        let text = format!("{name} has a number that would lose digits (line {line})");
        return Err(CommandError::new(Exit::Usage, "invalid_json", text)
            .hint("nothing was done; put the number in quotes"));
    }
    serde_json::from_str(json).map_err(|error| {
        let text = format!("{name} is not JSON: {error}");
        CommandError::new(Exit::Usage, "invalid_json", text)
            .hint("nothing was done; fix the file at the position given above")
    })
}

/// The consent page of a host; a whole address is taken as it is.
fn consent_page(mut url: Url) -> Url {
    if url.path() == "/" {
        url.set_path("/oauth/authorize");
    }
    url
}

fn given(global: &GlobalArgs) -> Result<Given, CommandError> {
    let mut flags = BTreeMap::new();
    if let Some(path) = &global.store {
        let path = path.to_str().ok_or_else(|| not_text("--store"))?;
        flags.insert(Setting::Store, path.to_owned());
    }
    flags.extend(global.account.clone().map(|name| (Setting::Account, name)));
    let mut environment = BTreeMap::new();
    for (name, value) in std::env::vars_os() {
        // A name that is not text is none of ours.
        let Ok(name) = name.into_string() else { continue };
        match value.into_string() {
            Ok(value) => drop(environment.insert(name, value)),
            Err(_) if is_own_variable(&name) => return Err(not_text(&name)),
            Err(_) => {}
        }
    }
    let directories = etcetera::base_strategy::Xdg::new().ok();
    Ok(Given {
        flags,
        environment,
        env_file: global.env_file.clone(),
        config_file: global.config.clone(),
        makes_config: false,
        config_dir: directories.as_ref().map(|xdg| xdg.config_dir().join("igbot")),
        data_dir: directories.as_ref().map(|xdg| xdg.data_dir().join("igbot")),
    })
}

fn not_text(name: &str) -> CommandError {
    CommandError::new(Exit::Configuration, "not_text", format!("{name} is not UTF-8 text"))
        .hint("fix it, or unset it")
}
