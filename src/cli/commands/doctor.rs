use std::time::Duration;

use dialoguer::console::Style;
use url::Url;

use super::webhook;
use crate::cli::commands::results::JsonResult;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::{self, with_places, wrapped};
use crate::config::Setting;
use crate::domain::visible::visible;
use crate::ops::doctor::{Check, Doctor, Reach, Status};
use crate::store::{Store, StoreError, StoreKeys};

/// How long a locked store is waited for; a diagnosis should not hang.
const PATIENCE: Duration = Duration::from_secs(2);

/// Column in which what a check saw begins.
const TEXT: usize = 32;

/// Column in which that goes on, and in which the fix begins.
const INDENT: usize = 6;

/// Check the setup, and show a fix for each problem
///
/// Exit 10 if there is a problem.
#[derive(Debug, clap::Args)]
pub(crate) struct DoctorArgs {
    /// Also ask Instagram
    #[arg(long)]
    online: bool,

    /// Test this public address of `igbot serve` as Meta would
    #[arg(long, value_name = "URL")]
    public_url: Option<Url>,

    /// Also exit 10 for warnings
    #[arg(long)]
    strict: bool,
}

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] = &[JsonResult::document::<Vec<Check>>("doctor")];

pub(crate) async fn run(args: DoctorArgs, context: Context) -> Result<(), CommandError> {
    let keys = context.settings.need_secret(Setting::EncryptionKey).ok();
    let keys = keys.and_then(|keys| StoreKeys::parse(&keys).ok());
    let store = keys
        .zip(context.settings.store_path().ok().filter(|path| path.exists()))
        .map(|(keys, path)| Store::open(&path, keys, PATIENCE));
    let doctor = doctor(&context, store);
    let reach = Reach { online: args.online, public_url: args.public_url.map(webhook::on_host) };
    let spinner = context.ui.spinner("looking");
    let checks = placed(doctor.examine(&reach).await);
    spinner.finish_and_clear();
    context.ui.result(&checks, |checks| checks.iter().map(lines).collect())?;
    let count = |status| checks.iter().filter(|check| check.status == status).count();
    let (failures, warnings) = (count(Status::Failure), count(Status::Warning));
    context.ui.say(match (failures, warnings) {
        (0, 0) => "Nothing is wrong.".to_owned(),
        _ => format!(
            "{}, {}.",
            ui::count(failures as u64, "problem"),
            ui::count(warnings as u64, "warning")
        ),
    });
    let settings = &context.settings;
    if settings.get(Setting::AppId).is_none() && settings.config_path.iter().all(|it| !it.exists())
    {
        context.ui.say("Nothing is set up yet: begin with `igbot init`.");
    }
    if !reach.online {
        context.ui.say("Instagram was not asked; use `igbot doctor --online` for that.");
    }
    if failures > 0 || args.strict && warnings > 0 {
        return Err(CommandError::ended(Exit::Threshold));
    }
    Ok(())
}

pub(super) fn doctor(context: &Context, store: Option<Result<Store, StoreError>>) -> Doctor<'_> {
    let settings = &context.settings;
    Doctor {
        settings,
        key_file: settings.key_path.clone(),
        store,
        graph: context.graph(context.timeout).ok(),
        clock: context.clock.clone(),
        random: context.random.clone(),
    }
}

/// Checks whose fixes work on the files that this process works on.
pub(super) fn placed(mut checks: Vec<Check>) -> Vec<Check> {
    for fix in checks.iter_mut().filter_map(|check| check.fix.as_mut()) {
        *fix = with_places(fix).into_owned();
    }
    checks
}

pub(super) fn lines(check: &Check) -> String {
    let (word, style) = match check.status {
        Status::Ok => ("ok  ", Style::new().green()),
        Status::Warning => ("warn", Style::new().yellow()),
        Status::Failure => ("FAIL", Style::new().red().bold()),
        Status::Skipped => ("-   ", Style::new().dim()),
    };
    let about = check.account.as_ref().map(|alias| format!("{alias}: ")).unwrap_or_default();
    let text = visible(&format!("{about}{}", check.message)).into_owned();
    let text = wrapped(&text, TEXT, INDENT);
    let fix = |fix: &String| wrapped(&format!("fix: {}", visible(fix)), INDENT, INDENT);
    let fix = check.fix.as_ref().map(|it| format!("{}{}\n", " ".repeat(INDENT), fix(it)));
    format!("{}  {:<25} {text}\n{}", style.apply_to(word), check.id, fix.unwrap_or_default())
}
