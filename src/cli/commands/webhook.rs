use std::path::{Path, PathBuf};

use clap::Subcommand;
use schemars::JsonSchema;
use serde::Serialize;
use url::Url;

use super::{doctor, trigger};
use crate::cli::commands::results::JsonResult;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::Ui;
use crate::config::{ConfigError, Setting, Settings};
use crate::domain::routes::WEBHOOK;
use crate::domain::visible::visible;
use crate::graph::subscriptions::{MetaApp, Registration};
use crate::ops::Services;
use crate::ops::doctor::{Check, Status};
use crate::ops::register::{self, Registered};
use crate::ops::subscribe::{self, Subscription};
use crate::store::secrets::SecretUse;
use crate::webhook::forensics::{self, Evidence, Finding};

/// Manage and test what Instagram delivers for an account
#[derive(Debug, clap::Args)]
pub(crate) struct WebhookArgs {
    #[command(subcommand)]
    command: WebhookCommand,
}

#[derive(Debug, Subcommand)]
enum WebhookCommand {
    /// Subscribe to fields, in addition to those subscribed already
    Subscribe {
        /// Fields, separated by commas [default: the usual ones]
        #[arg(value_delimiter = ',')]
        fields: Vec<String>,

        /// Show the request instead of sending it
        #[arg(short = 'n', long)]
        dry_run: bool,
    },
    /// Cancel the subscription, or remove fields from it
    Unsubscribe {
        /// Fields, separated by commas [default: all]
        #[arg(value_delimiter = ',')]
        fields: Vec<String>,

        /// Show the request instead of sending it
        #[arg(short = 'n', long)]
        dry_run: bool,
    },
    /// Show what Instagram says the account is subscribed to, and where the app's deliveries go
    Status,
    /// Register the app's webhook with Meta, in place of the App Dashboard
    ///
    /// Needs META_APP_ID and META_APP_SECRET, and `igbot serve` running at the address: Meta
    /// verifies it at once.
    Register {
        /// Public address [default: BACKEND_URL]; /webhook is added if it has no path
        #[arg(long, value_name = "URL")]
        url: Option<Url>,

        /// Fields, separated by commas [default: the usual ones]
        #[arg(long, value_delimiter = ',', value_name = "FIELDS")]
        fields: Vec<String>,

        /// Show the request instead of sending it
        #[arg(short = 'n', long)]
        dry_run: bool,
    },
    /// Find out why a captured delivery was refused; exit 10 if it would be
    ///
    /// Checks the signature against every configured secret, and looks for changes that proxies
    /// make to bodies. Nothing is sent or stored.
    Verify {
        /// File with the body, byte for byte as received; `-` reads standard input
        #[arg(long, value_name = "FILE")]
        body: PathBuf,

        /// Value of its header X-Hub-Signature-256, or of X-Hub-Signature if that is missing
        #[arg(long, value_name = "VALUE")]
        signature: Option<String>,
    },
    /// Test the public address end to end, as Meta would, with a signed delivery; exit 10 if it
    /// fails
    Probe {
        /// Public address [default: BACKEND_URL]; /webhook is added if it has no path
        #[arg(long, value_name = "URL")]
        url: Option<Url>,
    },
}

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] = &[
    JsonResult::document::<Subscription>("webhook subscribe"),
    JsonResult::document::<Subscription>("webhook unsubscribe"),
    JsonResult::document::<Subscribed<'_>>("webhook status"),
    JsonResult::document::<Registered>("webhook register"),
    JsonResult::document::<Vec<Check>>("webhook probe"),
    JsonResult::document::<Verified>("webhook verify"),
];

pub(crate) async fn run(args: WebhookArgs, context: Context) -> Result<(), CommandError> {
    let subscription = match args.command {
        WebhookCommand::Register { url, fields, dry_run } => {
            subscribe::check_fields(&fields)?;
            return register(&context, url, fields, dry_run).await;
        }
        WebhookCommand::Probe { url } => return probe(&context, url).await,
        WebhookCommand::Verify { body, signature } => {
            return verify(&context, &body, signature.as_deref());
        }
        WebhookCommand::Subscribe { fields, dry_run } => {
            subscribe::check_fields(&fields)?;
            let (services, account) = context.for_account().await?;
            if dry_run {
                let fields = subscribe::with(&services, &account, &fields).await?;
                return super::preview(&services.graph.preview_subscribe(&fields), &context);
            }
            let subscription = subscribe::subscribe(&services, &account, &fields).await?;
            say_subscribed(context.ui, &subscription);
            subscription
        }
        WebhookCommand::Unsubscribe { fields, dry_run } => {
            subscribe::check_fields(&fields)?;
            let (services, account) = context.for_account().await?;
            if dry_run {
                let fields = subscribe::without(&services, &account, &fields).await?;
                return super::preview(&services.graph.preview_subscribe(&fields), &context);
            }
            let subscription = subscribe::unsubscribe(&services, &account, &fields).await?;
            context.ui.say(match subscription.subscribed_fields.is_empty() {
                true => format!("`{}` is no longer subscribed.", subscription.alias),
                false => format!("`{}` keeps the fields below.", subscription.alias),
            });
            subscription
        }
        WebhookCommand::Status => {
            let (services, account) = context.for_account().await?;
            let subscription = subscribe::status(&services, &account).await?;
            if subscription.subscribed_fields.is_empty() {
                context.ui.say(format!(
                    "`{0}` is not subscribed: Instagram delivers nothing for it. Run `igbot webhook subscribe -A {0}`.",
                    subscription.alias
                ));
            }
            let app = app_webhook(&context, &services).await?;
            let secrets = services.store.secret_uses().await?;
            secrets.iter().for_each(|it| context.ui.say(it.to_string()));
            let status = Subscribed { subscription: &subscription, app, signing_secrets: &secrets };
            return context.ui.result(&status, |it| fields(it.subscription));
        }
    };
    context.ui.result(&subscription, fields)
}

fn fields(subscription: &Subscription) -> String {
    subscription.subscribed_fields.iter().map(|field| format!("{}\n", visible(field))).collect()
}

/// What `status` shows.
#[derive(Debug, Serialize, JsonSchema)]
struct Subscribed<'a> {
    #[serde(flatten)]
    subscription: &'a Subscription,
    /// Where the deliveries of the app go, for all its accounts; null if there is nothing, or no way to know.
    app: Option<Registered>,
    /// When each secret last made the signature of a delivery.
    signing_secrets: &'a [SecretUse],
}

/// What is found out about a delivery.
#[derive(Debug, Serialize, JsonSchema)]
struct Verified {
    genuine: bool,
    /// The setting whose secret made the signature of a genuine delivery.
    secret: Option<&'static str>,
    /// Why it would be refused, as a word and as text.
    reason: Option<&'static str>,
    finding: Option<String>,
    hint: Option<&'static str>,
}

fn verify(context: &Context, body: &Path, signature: Option<&str>) -> Result<(), CommandError> {
    let suspects = context.suspects()?;
    let given = signature.map(|value| value.trim().as_bytes().to_vec());
    let (legacy, signature) = given.into_iter().partition(|it| it.starts_with(b"sha1="));
    let evidence = Evidence {
        signatures: signature,
        legacy: Vec::into_iter(legacy).next(),
        encoded: false,
        body: Some(trigger::read(body)?),
    };
    let found = forensics::examine(&evidence, &suspects);
    let finding = found.err();
    let verified = Verified {
        genuine: found.is_ok(),
        secret: found.ok(),
        reason: finding.map(Finding::reason),
        finding: finding.map(|it| it.to_string()),
        hint: finding.map(Finding::advice),
    };
    context.ui.result(&verified, |_| match found {
        Ok(name) => format!("genuine: {name} made the signature\n"),
        Err(finding) => format!("refused: {finding}\n  hint: {}\n", finding.advice()),
    })?;
    match found {
        Ok(_) => Ok(()),
        Err(_) => Err(CommandError::ended(Exit::Threshold)),
    }
}

/// The webhook's public address: the one given, or that of the settings.
fn webhook(context: &Context, given: Option<Url>) -> Result<Url, CommandError> {
    match given {
        Some(url) => Ok(on_host(url)),
        None => Ok(context.settings.webhook_url()?),
    }
}

/// The webhook at an address that somebody names, who may leave its path out.
pub(super) fn on_host(mut url: Url) -> Url {
    if url.path() == "/" {
        url.set_path(WEBHOOK);
    }
    url
}

/// The two layers above the account: where the app's deliveries go, and of what (reference 5). Where Meta does not
/// tell, the rest of the status is shown all the same.
async fn app_webhook(
    context: &Context,
    services: &Services,
) -> Result<Option<Registered>, ConfigError> {
    let app = match meta_app(&context.settings) {
        Ok(app) => app,
        Err(ConfigError::Missing { .. }) => {
            context
                .ui
                .say("Set META_APP_ID and META_APP_SECRET to see where the app's deliveries go.");
            return Ok(None);
        }
        Err(error) => return Err(error),
    };
    Ok(match register::registered(&services.graph, &app).await {
        Ok(Some(found)) => {
            let off = if found.active { "" } else { " But the webhook is inactive." };
            let fields = found.fields.join(", ");
            let text = format!(
                "The app's deliveries go to {}, with the fields {fields}.{off}",
                found.callback_url
            );
            context.ui.say(visible(&text));
            Some(found)
        }
        Ok(None) => {
            context.ui.say(
                "The app has no webhook for Instagram: set one with `igbot webhook register`.",
            );
            None
        }
        Err(error) => {
            let error = CommandError::from(error);
            context.ui.warn(format!("cannot see where the app's deliveries go: {}", error.line()));
            None
        }
    })
}

fn meta_app(settings: &Settings) -> Result<MetaApp, ConfigError> {
    Ok(MetaApp {
        id: settings.app_id(Setting::MetaAppId)?.to_owned(),
        secret: settings.need_secret(Setting::MetaAppSecret)?,
    })
}

async fn register(
    context: &Context,
    url: Option<Url>,
    fields: Vec<String>,
    dry_run: bool,
) -> Result<(), CommandError> {
    let settings = &context.settings;
    let url = webhook(context, url)?;
    let app = meta_app(settings)?;
    let verify_token = settings.verify_token()?;
    let fields = if fields.is_empty() { register::usual_fields() } else { fields };
    let graph = context.graph(context.timeout)?;
    if dry_run {
        let registration =
            Registration { callback_url: &url, verify_token: &verify_token, fields: &fields };
        return super::preview(&graph.preview_register(&app, &registration), context);
    }
    let registered = register::register(&graph, &app, &url, &verify_token, &fields).await;
    let registered = registered.map_err(|error| {
        CommandError::from(error).hint("`igbot webhook probe` shows what Meta sees at the address")
    })?;
    context.ui.result(&registered, |it| {
        visible(&format!("{} receives {}", it.callback_url, it.fields.join(", "))).into_owned()
    })
}

async fn probe(context: &Context, url: Option<Url>) -> Result<(), CommandError> {
    let url = webhook(context, url)?;
    let spinner = context.ui.spinner("looking");
    let checks = doctor::placed(doctor::doctor(context, None).probe(&url).await);
    spinner.finish_and_clear();
    context.ui.result(&checks, |checks| checks.iter().map(doctor::lines).collect())?;
    match checks.iter().any(|check| check.status == Status::Failure) {
        true => Err(CommandError::ended(Exit::Threshold)),
        false => Ok(()),
    }
}

pub(super) fn say_subscribed(ui: Ui, subscription: &Subscription) {
    ui.say(format!(
        "`{}` is subscribed. The same fields must be ticked in the App Dashboard, and its callback URL must point to `igbot serve`.",
        subscription.alias
    ));
}
