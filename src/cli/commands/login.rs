use std::io::BufRead as _;
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::pin::pin;
use std::process::Stdio;
use std::time::Duration;

use schemars::JsonSchema;
use serde::Serialize;
use tokio::sync::mpsc;
use tokio::time::timeout;

use super::account::AccountView;
use super::{StopSignal, stop_signal, webhook};
use crate::callback::InvalidRedirect;
use crate::cli::args::alias;
use crate::cli::commands::results::JsonResult;
use crate::cli::context::{Context, read_stdin};
use crate::cli::error::CommandError;
use crate::cli::exit::Exit;
use crate::cli::ui::Ui;
use crate::config::{Origin, Setting, TlsFiles, is_own_variable};
use crate::domain::account::Alias;
use crate::domain::visible::visible;
use crate::graph::oauth::DEFAULT_SCOPES;
use crate::ops::link::{LinkOptions, Linked};
use crate::ops::login::{self, LoginRequest};
use crate::ops::{Services, accounts, stopped, subscribe};

/// How long a login may look whether the account is still subscribed.
const LOOK: Duration = Duration::from_secs(5);

/// How long to wait for the person unless told otherwise.
const WAIT: Duration = Duration::from_secs(300);

/// Link an account: log in on Instagram's page and store a long-lived token
///
/// Opens Instagram's page in a browser and waits for the redirect, whichever way it comes first: to
/// a listener on this machine (http://127.0.0.1:PORT/… or https://localhost:PORT/… as redirect URI),
/// to /login/callback of an `igbot serve` with the same store (a public https redirect URI), or as
/// an address pasted here.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
In two steps, without waiting, on any two devices:
  igbot login --print-url
  igbot login --complete 'https://…?code=…&state=…'")]
pub(crate) struct LoginArgs {
    /// Address Instagram redirects the browser to, exactly as registered
    #[arg(long, value_name = "URL")]
    redirect_uri: Option<String>,

    /// Do not open a browser; the address is printed either way
    #[arg(long)]
    no_browser: bool,

    /// Print the address and exit; --complete finishes the login
    #[arg(long, conflicts_with = "complete")]
    print_url: bool,

    /// Finish a login started with --print-url, given the address the browser landed on; `-` reads
    /// it from standard input
    #[arg(long, value_name = "URL")]
    complete: Option<String>,

    /// Permissions to request, separated by commas
    #[arg(long, value_delimiter = ',', value_name = "SCOPE", value_parser = scope, default_values_t = DEFAULT_SCOPES.map(str::to_owned))]
    scopes: Vec<String>,

    /// Ask for the password even if the browser is logged in to Instagram
    #[arg(long)]
    force_reauth: bool,

    /// Certificate chain for an https://localhost:PORT redirect URI (PEM); by default one is
    /// created for this login, which browsers do not trust
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,

    /// Private key of the certificate (PEM)
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,

    #[command(flatten)]
    wanted: WantedArgs,
}

/// How the account is to be, in every command that links one.
#[derive(Debug, clap::Args)]
pub(super) struct WantedArgs {
    /// Alias for the account [default: its username]
    #[arg(long, value_parser = alias)]
    alias: Option<Alias>,

    /// Bot that answers for it: a [bots.NAME] table in the config file
    #[arg(long, value_name = "NAME")]
    bot: Option<String>,

    /// Also subscribe the account to webhooks
    #[arg(long)]
    subscribe: bool,
}

impl WantedArgs {
    /// Checks the bot's name before anything is asked of Instagram.
    pub(super) fn wish(
        &self,
        context: &Context,
        scopes: &[String],
    ) -> Result<LinkOptions, CommandError> {
        if let Some(name) = &self.bot {
            context.settings.bot(name)?;
        }
        Ok(LinkOptions {
            alias: self.alias.clone(),
            bot: self.bot.clone(),
            scopes: scopes.to_vec(),
        })
    }
}

/// Where the owner of the account gives consent.
#[derive(Serialize, JsonSchema)]
struct ConsentPage<'a> {
    url: &'a str,
}

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] = &[
    JsonResult::document::<AccountView>("login"),
    JsonResult::document::<ConsentPage<'_>>("login print-url"),
    JsonResult::document::<AccountView>("link"),
];

pub(crate) async fn run(args: LoginArgs, mut context: Context) -> Result<(), CommandError> {
    if let Some(uri) = args.redirect_uri.clone() {
        context.settings.set_redirect_uri(uri);
    }
    if let Some(landed_on) = &args.complete {
        let app = context.app()?;
        let wish = args.wanted.wish(&context, &[])?;
        let services = context.services_with(context.new_store()?, context.timeout)?;
        let landed_on = if landed_on == "-" { read_stdin()? } else { landed_on.clone() };
        return finishing(&context, &mut stop_signal(true)?, async {
            let linked = login::complete(&services, &app, &landed_on, wish).await?;
            finish(&context, &services, linked, &args.wanted).await
        })
        .await;
    }
    let request = request(&args, &context)?;
    let services = context.services_with(context.new_store()?, None)?;
    explain_redirect(&context, &request)?;
    if args.print_url {
        let (url, _) = login::announce(&services, &request).await?;
        return context.ui.result(&ConsentPage { url: url.as_str() }, |it| it.url.to_owned());
    }
    wait(&args, &context, &services, request).await
}

fn request(args: &LoginArgs, context: &Context) -> Result<LoginRequest, CommandError> {
    let app = context.app()?;
    let (redirect_uri, redirect_url) = context.settings.redirect_uri()?;
    let wish = args.wanted.wish(context, &args.scopes)?;
    Ok(LoginRequest {
        app,
        redirect_uri,
        redirect_url,
        force_reauth: args.force_reauth,
        tls: match (&args.tls_cert, &args.tls_key) {
            (Some(certificate), Some(key)) => {
                Some(TlsFiles { certificate: certificate.clone(), key: key.clone() }.read()?)
            }
            _ => None,
        },
        wish,
    })
}

/// Says what is known to fail before anybody looks at a page that says nothing (reference 1).
fn explain_redirect(context: &Context, request: &LoginRequest) -> Result<(), CommandError> {
    let real = context.settings.get(Setting::AuthorizeUrl) == Setting::AuthorizeUrl.default();
    if real && request.redirect_url.scheme() == "http" {
        context.ui.warn(
            "Instagram does not register http redirect URIs and will show an error page instead. \
             Three ways work:\n  \
             1. the https address of a running `igbot serve` (BACKEND_URL), which completes this login\n  \
             2. any registered https address: paste the one the browser lands on here\n  \
             3. a token from the App Dashboard (\"Generate token\"): `igbot link --token-stdin`",
        );
    }
    Ok(())
}

/// A permission, by its name.
fn scope(text: &str) -> Result<String, String> {
    let name = text.trim();
    match !name.is_empty() && name.bytes().all(|c| c.is_ascii_lowercase() || c == b'_') {
        true => Ok(name.to_owned()),
        false => Err("use names like instagram_business_basic, separated by commas".to_owned()),
    }
}

async fn wait(
    args: &LoginArgs,
    context: &Context,
    services: &Services,
    request: LoginRequest,
) -> Result<(), CommandError> {
    let ui = context.ui;
    // Not killed, because the listener has files to take away.
    let mut stop = stop_signal(true)?;
    let mut pending = login::begin(services, request).await?;
    ui.say("Open this address to log in on Instagram:");
    // Whoever works without a browser needs it even with --quiet.
    crate::cli::ui::tell(&format!("\n  {}\n", pending.url));
    if !args.no_browser && ui.is_interactive() && !opens_browser(pending.url.as_str()) {
        ui.say("Could not open a browser here; use any other device.");
    }
    if pending.distrusted() {
        ui.say("The browser will warn once about the self-signed certificate; continue anyway.");
    }
    ui.say(match (pending.listens(), context.no_input) {
        (true, true) => "Waiting for the browser.",
        (true, false) => "Waiting for the browser. If it lands elsewhere, paste that address here.",
        (false, true) => "Waiting for the browser to reach `igbot serve`.",
        (false, false) => {
            "Waiting for the browser to reach `igbot serve`. Or paste the address it lands on here."
        }
    });
    let limit = context.timeout.unwrap_or(WAIT);
    let lines = pasted_lines(context);
    let came_back = pending.wait(services, lines, limit, context.timeout.is_some(), |problem| {
        ui.warn(match problem {
            InvalidRedirect::WrongState => problem.to_string(),
            _ => format!("{problem}; paste the full address, starting with https://"),
        });
    });
    let came_back = tokio::select! {
        came_back = came_back => came_back?,
        () = stopped(&mut stop.asked) => {
            return Err(stop.ended());
        }
    };
    finishing(context, &mut stop, async {
        let linked = pending.complete(services, came_back).await?;
        let finished = finish(context, services, linked, &args.wanted).await;
        pending.close().await;
        finished
    })
    .await
}

/// Goes on with a login whose code may be spent by now, and with it a token be lost: only a second stop ends it.
pub(super) async fn finishing(
    context: &Context,
    stop: &mut StopSignal,
    rest: impl Future<Output = Result<(), CommandError>>,
) -> Result<(), CommandError> {
    let mut rest = pin!(rest);
    tokio::select! {
        finished = &mut rest => return finished,
        () = stopped(&mut stop.asked) => {}
    }
    context.ui.say("Finishing the login; stop once more to end it at once.");
    rest.await
}

/// Opens the browser of this machine, which gets none of igbot's settings: secrets may be among them (security, 15).
fn opens_browser(url: &str) -> bool {
    open::commands(url).into_iter().any(|mut command| {
        for (name, _) in std::env::vars_os() {
            if is_own_variable(&name.to_string_lossy()) {
                command.env_remove(name);
            }
        }
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        // Ctrl-C ends the login and not the browser.
        command.process_group(0).spawn().is_ok()
    })
}

/// Says what was linked, subscribes it if wished, and shows it.
pub(super) async fn finish(
    context: &Context,
    services: &Services,
    linked: Linked,
    wanted: &WantedArgs,
) -> Result<(), CommandError> {
    let ui = context.ui;
    let Linked { mut account, missing, unverified, taken, assumed } = linked;
    let alias = account.alias.clone();
    say_linked(ui, &account.username, alias.as_str());
    if let Some((Some(name), Origin::Flag)) = context.settings.origin(Setting::Account) {
        let meant = accounts::find(&services.store, Some(name)).await;
        if !meant.is_ok_and(|meant| meant.account_id == account.account_id) {
            ui.warn(format!(
                "--account names `{name}`, and the browser was logged in to @{}: nothing changed for `{name}`",
                account.username
            ));
        }
    }
    // A script that named the alias goes on with it.
    let renamed = taken.is_some() && wanted.alias.is_some();
    if let Some(taken) = taken {
        ui.warn(format!(
            "the alias `{taken}` belongs to another account; rename this one with `igbot account rename {alias} NEW`"
        ));
    }
    if assumed {
        ui.warn(
            "Instagram did not say when this token expires. If it is from the App Dashboard, `igbot refresh-tokens` finds out within days; if it is from a login, it expires within the hour",
        );
    }
    for permission in &missing {
        ui.warn(format!("{permission} was not granted; calls that need it will be refused"));
    }
    if let Some(error) = unverified {
        let kept = format!(
            "the token is stored as `{alias}`; once this is fixed, `igbot token status --online` finds out whose it is"
        );
        return Err(CommandError::from(error).partly_done().hint(kept));
    }
    if wanted.subscribe {
        let subscription =
            subscribe::subscribe(services, &account, &[]).await.map_err(|error| {
                let again = match missing.is_empty() {
                    true => format!("run `igbot webhook subscribe -A {alias}` to retry the subscription"),
                    false => format!("run `igbot login --alias {alias} --subscribe`, and leave all permissions ticked"),
                };
                CommandError::from(error).hint(format!("`{alias}` is linked; {again}"))
            })?;
        webhook::say_subscribed(ui, &subscription);
        account.subscribed_fields = subscription.subscribed_fields;
    } else {
        // If its owner has removed the app since, the subscription is gone, too.
        if !account.subscribed_fields.is_empty()
            && let Ok(Ok(subscription)) = timeout(LOOK, subscribe::status(services, &account)).await
        {
            account.subscribed_fields = subscription.subscribed_fields;
        }
        ui.say(match account.subscribed_fields.is_empty() {
            true => format!("Next: `igbot webhook subscribe -A {alias}`, then `igbot serve`."),
            false => "Next: `igbot serve`.".to_owned(),
        });
    }
    if ui.json {
        ui.result(&AccountView::of(&account, context.now()), |_| String::new())?;
    }
    match renamed {
        true => Err(CommandError::ended(Exit::PartlyDone)),
        false => Ok(()),
    }
}

fn say_linked(ui: Ui, username: &str, alias: &str) {
    ui.say(visible(&format!("Linked @{username} as `{alias}`.")));
}

/// Lines that a person pastes, or a pipe brings. None where nobody may be asked.
fn pasted_lines(context: &Context) -> mpsc::Receiver<String> {
    let (lines, pasted) = mpsc::channel(1);
    if !context.no_input {
        // Reading a terminal cannot be called off; the thread ends with the process.
        std::thread::spawn(move || {
            for line in std::io::stdin().lock().lines().map_while(Result::ok) {
                if !line.trim().is_empty() && lines.blocking_send(line).is_err() {
                    break;
                }
            }
        });
    }
    pasted
}
