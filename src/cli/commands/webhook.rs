use clap::Subcommand;

use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::ui::Ui;
use crate::cli::visible::visible;
use crate::ops::subscribe::{self, Subscription};

/// Choose which events Instagram delivers for an account
#[derive(Debug, clap::Args)]
pub(crate) struct WebhookArgs {
    #[command(subcommand)]
    command: WebhookCommand,
}

#[derive(Debug, Subcommand)]
enum WebhookCommand {
    /// Subscribe to fields, in addition to those subscribed already
    Subscribe {
        /// Fields, separated by commas; the usual ones if left out
        #[arg(value_delimiter = ',')]
        fields: Vec<String>,
    },
    /// End the subscription, or take fields out of it
    Unsubscribe {
        /// Fields, separated by commas; all if left out
        #[arg(value_delimiter = ',')]
        fields: Vec<String>,
    },
    /// Show what the account is subscribed to, as Instagram says
    Status,
}

pub(crate) async fn run(args: WebhookArgs, context: Context) -> Result<(), CommandError> {
    if let WebhookCommand::Subscribe { fields } | WebhookCommand::Unsubscribe { fields } =
        &args.command
    {
        subscribe::check_fields(fields)?;
    }
    let services = context.services(context.timeout)?;
    let account = context.account(&services.store, None).await?;
    let subscription = match args.command {
        WebhookCommand::Subscribe { fields } => {
            let subscription = subscribe::subscribe(&services, &account, &fields).await?;
            say_subscribed(context.ui, &subscription);
            subscription
        }
        WebhookCommand::Unsubscribe { fields } => {
            let subscription = subscribe::unsubscribe(&services, &account, &fields).await?;
            context.ui.say(match subscription.subscribed_fields.is_empty() {
                true => format!("`{}` is no longer subscribed.", subscription.alias),
                false => format!("`{}` keeps the fields below.", subscription.alias),
            });
            subscription
        }
        WebhookCommand::Status => {
            let subscription = subscribe::status(&services, &account).await?;
            if subscription.subscribed_fields.is_empty() {
                context.ui.say(format!(
                    "`{0}` is not subscribed: Instagram delivers nothing for it. Run `igbot webhook subscribe -A {0}`.",
                    subscription.alias
                ));
            }
            subscription
        }
    };
    context.ui.result(&subscription, |it| {
        it.subscribed_fields.iter().map(|field| format!("{}\n", visible(field))).collect()
    })
}

pub(super) fn say_subscribed(ui: Ui, subscription: &Subscription) {
    ui.say(format!(
        "`{}` is subscribed. The same fields must be ticked in the App Dashboard, and its callback URL must lead to `igbot serve`.",
        subscription.alias
    ));
}
