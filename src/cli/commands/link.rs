use super::login::{WantedArgs, finish, finishing};
use super::stop_signal;
use crate::cli::context::{Context, read_stdin};
use crate::cli::error::CommandError;
use crate::config::Setting;
use crate::ops::link;
use secrecy::SecretString;

/// Link an account with a token or code from standard input, without a browser
#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("source").required(true).args(["token_stdin", "code_stdin"])))]
pub(crate) struct LinkArgs {
    /// Read an access token, such as one from "Generate token" in the App Dashboard; a short-lived
    /// one is exchanged, a long-lived one is checked
    #[arg(long)]
    token_stdin: bool,

    /// Read the code from the consent page, or the full address that contains it
    #[arg(long)]
    code_stdin: bool,

    /// Redirect URI the code was issued for
    #[arg(long, value_name = "URL", requires = "code_stdin")]
    redirect_uri: Option<String>,

    #[command(flatten)]
    wanted: WantedArgs,
}

pub(crate) async fn run(args: LinkArgs, mut context: Context) -> Result<(), CommandError> {
    if let Some(uri) = args.redirect_uri {
        context.settings.set_redirect_uri(uri);
    }
    let wish = args.wanted.wish(&context, &[])?;
    let services = context.services_with(context.new_store()?, context.timeout)?;
    if context.ui.is_interactive() {
        context.ui.say("Paste it, then press Ctrl-D:");
    }
    let text = SecretString::from(read_stdin()?);
    let linked = if args.token_stdin {
        // Without an app secret a token can still be checked, only not exchanged. One that is there and
        // cannot be read is no reason to go without.
        let secret = context.settings.secret(Setting::AppSecret)?;
        let app = secret.map(|_| context.app()).transpose()?;
        link::link_token(&services, app.as_ref(), text, wish).await?
    } else {
        let (redirect_uri, _) = context.settings.redirect_uri()?;
        let (code, app) = (link::code_of(&text)?, context.app()?);
        return finishing(&context, &mut stop_signal(true)?, async {
            let linked = link::link_code(&services, &app, &redirect_uri, &code, wish).await?;
            finish(&context, &services, linked, &args.wanted).await
        })
        .await;
    };
    finish(&context, &services, linked, &args.wanted).await
}
