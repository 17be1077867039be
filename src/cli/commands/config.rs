use std::path::{Path, PathBuf};

use clap::Subcommand;
use clap::builder::PossibleValuesParser;
use dialoguer::Password;
use schemars::JsonSchema;
use secrecy::SecretString;
use serde::Serialize;

use super::bots;
use crate::cli::commands::results::JsonResult;
use crate::cli::context::{Context, read_stdin};
use crate::cli::error::CommandError;
use crate::cli::ui::table;
use crate::config::{self, Setting};
use crate::store::StoreKeys;

/// Show settings and edit the config file
#[derive(Debug, clap::Args)]
pub(crate) struct ConfigArgs {
    #[command(subcommand)]
    command: ConfigCommand,
}

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    /// Show the paths of the config file, key and store
    Path,
    /// Show the effective settings; for secrets only whether they are set
    Show {
        /// Show where each value comes from
        #[arg(long)]
        origins: bool,
    },
    /// Set a setting in the config file; secrets are read from standard input
    Set {
        /// Name of the setting
        #[arg(value_parser = names())]
        name: String,

        /// Value; not allowed for secrets
        value: Option<String>,
    },
    /// Remove a setting from the config file
    Unset {
        /// Name of the setting
        #[arg(value_parser = names())]
        name: String,
    },
    /// Check all settings that are set
    Validate,
}

impl ConfigArgs {
    /// Whether a config file that is not there is made.
    pub(super) fn makes_config(&self) -> bool {
        matches!(self.command, ConfigCommand::Set { .. })
    }
}

fn names() -> PossibleValuesParser {
    PossibleValuesParser::new(Setting::ALL.map(Setting::name))
}

/// One setting as people and scripts see it.
#[derive(Debug, Serialize, JsonSchema)]
struct SettingView {
    name: &'static str,
    /// Absent when it is not set; never a secret.
    value: Option<String>,
    set: bool,
    secret: bool,
    origin: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Paths {
    config: Option<PathBuf>,
    key: Option<PathBuf>,
    store: Option<PathBuf>,
}

/// What is found by `validate`, unless there are problems.
#[derive(Serialize, JsonSchema)]
struct Valid {
    valid: bool,
}

/// What became of a setting in the config file.
#[derive(Serialize, JsonSchema)]
struct Edited<'a> {
    name: String,
    config: &'a Path,
    changed: bool,
}

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] = &[
    JsonResult::document::<Paths>("config path"),
    JsonResult::document::<Vec<SettingView>>("config show"),
    JsonResult::document::<Edited<'_>>("config set"),
    JsonResult::document::<Edited<'_>>("config unset"),
    JsonResult::document::<Valid>("config validate"),
];

pub(crate) fn run(args: ConfigArgs, context: Context) -> Result<(), CommandError> {
    match args.command {
        ConfigCommand::Path => path(&context),
        ConfigCommand::Show { origins } => show(&context, origins),
        ConfigCommand::Set { name, value } => set(context, name, value),
        ConfigCommand::Unset { name } => unset(&context, name),
        ConfigCommand::Validate => validate(&context),
    }
}

fn path(context: &Context) -> Result<(), CommandError> {
    let settings = &context.settings;
    let paths = Paths {
        config: settings.config_path.clone(),
        key: settings.key_path.clone(),
        store: settings.store_path().ok(),
    };
    context.ui.result(&paths, |paths| {
        let row = |name: &str, path: &Option<PathBuf>| {
            let shown = path.as_ref().map(|path| path.display().to_string());
            [name.to_owned(), shown.unwrap_or_else(|| "none: no home directory".to_owned())]
        };
        let rows = [("config", &paths.config), ("key", &paths.key), ("store", &paths.store)]
            .map(|(name, path)| row(name, path));
        table(["FILE", "PATH"], rows.into())
    })
}

fn show(context: &Context, origins: bool) -> Result<(), CommandError> {
    let views: Vec<_> = Setting::ALL.into_iter().map(|it| view(context, it)).collect();
    context.ui.result(&views, |views| {
        let shown = |view: &SettingView| match (&view.value, view.set) {
            (Some(value), _) => value.clone(),
            (None, true) => "(set)".to_owned(),
            (None, false) => "-".to_owned(),
        };
        let origin = |view: &SettingView| view.origin.clone().unwrap_or_default();
        match origins {
            true => table(
                ["NAME", "VALUE", "ORIGIN"],
                views.iter().map(|it| [it.name.to_owned(), shown(it), origin(it)]).collect(),
            ),
            false => table(
                ["NAME", "VALUE"],
                views.iter().map(|it| [it.name.to_owned(), shown(it)]).collect(),
            ),
        }
    })
}

fn set(mut context: Context, name: String, value: Option<String>) -> Result<(), CommandError> {
    let ui = context.ui;
    let setting = named(&name)?;
    let value = match value {
        Some(_) if setting.is_secret() => {
            return Err(CommandError::usage(format!(
                "{name} is a secret, and every user of this machine can read command lines"
            ))
            .hint(format!("run `igbot config set {name}` and type it, or pipe it in")));
        }
        Some(value) => SecretString::from(value),
        None if ui.is_interactive() && setting.is_secret() => {
            SecretString::from(Password::new().with_prompt(&name).interact()?)
        }
        None => SecretString::from(read_stdin()?),
    };
    let path = context.config_path()?;
    let origin = context.settings.origin(setting).map(|(_, origin)| origin.clone());
    check_key(setting, &value)?;
    context.settings.try_value(setting, value.clone()).map_err(|error| {
        CommandError::from(error).hint("nothing was written; use another value")
    })?;
    let changed = config::edit_config(&path, setting, Some(&value))?;
    let text = format!("Set {name} in {}.", path.display());
    ui.done(&Edited { name, config: &path, changed }, text)?;
    let here = config::Origin::File(path);
    if let Some(origin) = origin.filter(|it| *it != config::Origin::Default && *it != here)
        && !is_key_file(&origin, &context)
    {
        ui.warn(format!("{origin} still overrides it"));
    }
    Ok(())
}

fn unset(context: &Context, name: String) -> Result<(), CommandError> {
    let path = context.config_path()?;
    let changed = config::edit_config(&path, named(&name)?, None)?;
    let text = match changed {
        true => format!("Removed {name} from {}.", path.display()),
        false => format!("{name} is not set in {}.", path.display()),
    };
    context.ui.done(&Edited { name, config: &path, changed }, text)
}

fn validate(context: &Context) -> Result<(), CommandError> {
    let ui = context.ui;
    let mut problems: Vec<CommandError> =
        context.settings.problems().into_iter().map(CommandError::from).collect();
    for setting in [Setting::EncryptionKey, Setting::ForwardSecret] {
        // One that cannot be had is among the problems already.
        if let Ok(Some(value)) = context.settings.secret(setting) {
            problems.extend(check_key(setting, &value).err());
        }
    }
    problems.extend(context.settings.bots().filter_map(|(name, bot)| bots::check(name, bot).err()));
    let Some(last) = problems.pop() else {
        return ui.done(&Valid { valid: true }, "All settings are valid.");
    };
    for problem in &problems {
        ui.warn(problem.line());
    }
    Err(last)
}

/// Checks the keys, whose form only those who use them know.
fn check_key(setting: Setting, value: &SecretString) -> Result<(), CommandError> {
    match setting {
        Setting::EncryptionKey => drop(StoreKeys::parse(value)?),
        Setting::ForwardSecret => drop(bots::forward_key(value)?),
        _ => {}
    }
    Ok(())
}

/// A config file comes before the key file.
fn is_key_file(origin: &config::Origin, context: &Context) -> bool {
    context.settings.key_path.clone().map(config::Origin::File).as_ref() == Some(origin)
}

fn view(context: &Context, setting: Setting) -> SettingView {
    let found = context.settings.origin(setting);
    SettingView {
        name: setting.name(),
        value: found.and_then(|(value, _)| value).map(str::to_owned),
        set: found.is_some(),
        secret: setting.is_secret(),
        origin: found.map(|(_, origin)| origin.to_string()),
    }
}

fn named(name: &str) -> Result<Setting, CommandError> {
    Setting::from_name(name)
        .ok_or_else(|| CommandError::usage(format!("`{name}` is not a setting")))
}
