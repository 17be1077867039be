use std::io::BufRead as _;
use std::time::Duration;

use tokio::sync::mpsc;

use super::account::AccountView;
use super::webhook;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::domain::account::Alias;
use crate::graph::oauth::DEFAULT_SCOPES;
use crate::ops::login::{self, LoginRequest};
use crate::ops::subscribe;

/// How long to wait for the person unless told otherwise.
const WAIT: Duration = Duration::from_secs(300);

/// Link an account: log in on Instagram's page and store a long-lived token
///
/// Opens Instagram's page in a browser and waits for the browser to come back: to a listener on this
/// machine if the redirect URI is http://127.0.0.1:PORT/… (the sandbox only: Instagram registers
/// https addresses only), or by pasting the address it lands on.
#[derive(Debug, clap::Args)]
pub(crate) struct LoginArgs {
    /// Where Instagram sends the browser back to, exactly as registered
    #[arg(long, value_name = "URL")]
    redirect_uri: Option<String>,

    /// Do not open a browser; the address is printed either way
    #[arg(long)]
    no_browser: bool,

    /// Permissions to ask for, separated by commas
    #[arg(long, value_delimiter = ',', value_name = "SCOPE", default_values_t = DEFAULT_SCOPES.map(str::to_owned))]
    scopes: Vec<String>,

    /// Ask for the password even if Instagram's page knows a session
    #[arg(long)]
    force_reauth: bool,

    /// What to call the account; its username if left out
    #[arg(long)]
    alias: Option<Alias>,

    /// The bot that answers for it: a [bots.NAME] table of the config file
    #[arg(long, value_name = "NAME")]
    bot: Option<String>,

    /// Subscribe the account to webhooks too
    #[arg(long)]
    subscribe: bool,
}

pub(crate) async fn run(args: LoginArgs, mut context: Context) -> Result<(), CommandError> {
    if let Some(uri) = args.redirect_uri {
        context.settings.set_redirect_uri(uri);
    }
    let app = context.app()?;
    let (redirect_uri, redirect_url) = context.settings.redirect_uri()?;
    if let Some(name) = &args.bot {
        context.settings.bot(name)?;
    }
    let services = context.services(None)?;
    let ui = context.ui;
    let mut pending = login::begin(
        &services,
        LoginRequest {
            app,
            redirect_uri,
            redirect_url,
            scopes: args.scopes,
            force_reauth: args.force_reauth,
            alias: args.alias,
            bot: args.bot,
        },
    )?;
    ui.say("Open this address to log in on Instagram:");
    // Whoever works without a browser needs it even with --quiet.
    crate::cli::ui::tell(&format!("\n  {}\n", pending.url));
    if !args.no_browser && ui.is_interactive() && open::that_detached(pending.url.as_str()).is_err()
    {
        ui.say("No browser could be opened here; any other device will do.");
    }
    ui.say(match pending.listens() {
        true => "Waiting for the browser. It can also end elsewhere: paste the address it lands on here.",
        false => "Afterwards paste the address the browser lands on here, and press Enter.",
    });
    let spinner = ui.spinner("waiting for Instagram's page");
    let wait = context.timeout.unwrap_or(WAIT);
    let came_back = pending
        .wait(pasted_lines(&context), wait, |problem| {
            spinner.suspend(|| {
                ui.warn(format!(
                    "{problem}; paste the whole address, from https:// to its end"
                ))
            });
        })
        .await;
    spinner.finish_and_clear();
    let linked = pending.complete(&services, &came_back?).await?;
    for permission in &linked.missing {
        ui.warn(format!(
            "{permission} was not granted; what needs it will be refused"
        ));
    }
    let mut account = linked.account;
    let alias = account.alias.clone();
    ui.say(format!("Linked @{} as `{alias}`.", account.username));
    let subscribed = match args.subscribe {
        true => Some(subscribe::subscribe(&services, &account, &[]).await),
        false => None,
    };
    match subscribed {
        Some(Ok(subscription)) => {
            webhook::say_subscribed(ui, &subscription);
            account.subscribed_fields = subscription.subscribed_fields;
        }
        Some(Err(error)) => {
            pending.close().await;
            let error = CommandError::from(error);
            return Err(error.hint(format!(
                "`{alias}` is linked; run `igbot webhook subscribe -A {alias}` to try this part again"
            )));
        }
        None => ui.say(format!(
            "Next: `igbot webhook subscribe -A {alias}`, then `igbot serve`."
        )),
    }
    let view = AccountView::of(&account, context.now());
    let shown = match ui.json {
        true => ui.result(&view, |_| String::new()),
        false => Ok(()),
    };
    pending.close().await;
    shown
}

/// Lines that a person pastes, or a pipe brings. None where nobody may be asked.
fn pasted_lines(context: &Context) -> mpsc::Receiver<String> {
    let (lines, pasted) = mpsc::channel(1);
    if !context.settings.no_input() {
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
