use clap::Subcommand;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::message::{HEADERS, show_history};
use crate::cli::args::ListArgs;
use crate::cli::commands::results::{JsonResult, WithMessages};
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::listing::Listing;
use crate::cli::ui::stamp;
use crate::domain::event::Direction;
use crate::domain::message::To;
use crate::domain::visible::visible;
use crate::domain::window::WindowState;
use crate::ops::conversations::{self, ConversationView, Latest, Wanted, WindowView};
use crate::ops::messages::Message;
use crate::ops::remote::{MOST, Pages, Reader, RemoteMessageView, RemoteView};
use crate::store::history::HistoryFilter;

/// Show conversations and their messaging windows
#[derive(Debug, clap::Args)]
pub(crate) struct ConversationArgs {
    #[command(subcommand)]
    command: ConversationCommand,
}

#[derive(Debug, Subcommand)]
enum ConversationCommand {
    /// List conversations, latest message first
    List {
        #[command(flatten)]
        list: ListArgs,

        /// Only those whose messaging window is open, or may be
        #[arg(long, conflicts_with = "remote")]
        open: bool,

        /// Only those in which the person has written last
        #[arg(long, conflicts_with = "remote")]
        unanswered: bool,

        /// Read the list from Instagram, and learn usernames
        #[arg(long)]
        remote: bool,
    },
    /// Show a conversation and its messages, oldest first
    Show {
        /// Person: an id or @username
        person: To,

        #[command(flatten)]
        list: ListArgs,

        /// Read it from Instagram (text of the 20 newest messages only)
        #[arg(long)]
        remote: bool,
    },
}

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] = &[
    JsonResult::document::<Vec<ConversationView>>("conversation list"),
    JsonResult::document::<Vec<RemoteView>>("conversation list remote"),
    JsonResult::document::<WithMessages<ConversationView, Message>>("conversation show"),
    JsonResult::document::<WithMessages<Head, RemoteMessageView>>("conversation show remote"),
];

pub(crate) async fn run(args: ConversationArgs, context: Context) -> Result<(), CommandError> {
    match args.command {
        ConversationCommand::List { list: which, remote: true, .. } => {
            list_remote(&which, &context).await
        }
        ConversationCommand::List { list: which, open, unanswered, .. } => {
            let since = which.since(context.now());
            list(&which, Wanted { since, open, unanswered }, &context).await
        }
        ConversationCommand::Show { person, list: which, remote: true } => {
            show_remote(&person, &which, &context).await
        }
        ConversationCommand::Show { person, list: which, .. } => {
            show(&person, &which, &context).await
        }
    }
}

async fn list(which: &ListArgs, wanted: Wanted, context: &Context) -> Result<(), CommandError> {
    let store = context.store()?;
    let account_ids = context.account_ids(&store).await?;
    let mut latest = Latest::of(&store, account_ids, wanted, context.now()).await?;
    let headers = ["LAST", "", "PERSON", "NAME", "MESSAGES", "UNANSWERED", "WINDOW"];
    let mut listing = Listing::new(context.ui, headers);
    let mut left = which.limit().unwrap_or(u32::MAX);
    while left > 0
        && let Some(conversation) = latest.next().await?
        && listing.push(&conversation, row)?
    {
        left -= 1;
    }
    if listing.end()? == 0 {
        context.ui.say("No matching conversations.");
    }
    Ok(())
}

fn row(it: &ConversationView) -> [String; 7] {
    let time = it.last_message_at.map(stamp);
    let arrow = match it.last_direction {
        Some(Direction::Received) => "from",
        Some(Direction::Sent) => "to",
        None => "",
    };
    [
        time.unwrap_or_default(),
        arrow.to_owned(),
        it.conversation_id.clone(),
        it.username.clone().unwrap_or_default(),
        it.message_count.to_string(),
        it.unanswered_count.to_string(),
        window_text(&it.window),
    ]
}

fn window_text(it: &WindowView) -> String {
    match it.window {
        WindowState::Open => format!("open for {}", span(it.window_left_seconds)),
        WindowState::Perhaps => format!("may be open for {}", span(it.window_left_seconds)),
        WindowState::HumanAgent => {
            format!("human agent for {}", span(it.human_agent_left_seconds))
        }
        WindowState::Closed => "closed".to_owned(),
        WindowState::Unknown => "unknown".to_owned(),
    }
}

/// A span of time in its two largest units.
fn span(seconds: i64) -> String {
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60);
    match (days, hours) {
        (0, 0) => format!("{minutes}m"),
        (0, hours) => format!("{hours}h {minutes}m"),
        (days, hours) => format!("{days}d {hours}h"),
    }
}

async fn show(person: &To, which: &ListArgs, context: &Context) -> Result<(), CommandError> {
    let store = context.store()?;
    let person = context.person(&store, person).await?;
    let (account_ids, now) = (context.account_ids(&store).await?, context.now());
    let Some(conversation) = conversations::with(&store, &account_ids, &person, now).await? else {
        return Err(CommandError::usage(format!("there is no conversation with {person}"))
            .hint("see `igbot conversation list`, and with --remote those on Instagram"));
    };
    let head = |it: &ConversationView| {
        let name = it.username.as_ref().map(|name| format!(" (@{})", visible(name)));
        format!(
            "{}{}: {} messages, {} unanswered; window: {}\n\n",
            visible(&it.conversation_id),
            name.unwrap_or_default(),
            it.message_count,
            it.unanswered_count,
            window_text(&it.window)
        )
    };
    let mut listing = Listing::within(context.ui, HEADERS, &conversation, "messages", head)?;
    let filter = HistoryFilter {
        account_ids,
        peer_id: Some(person.to_string()),
        since: which.since(now),
        ..HistoryFilter::default()
    };
    show_history(&mut listing, &store, filter, which.limit()).await?;
    listing.end()?;
    if conversation.unanswered_count > 0 {
        context.ui.say(format!("What became of each message: `igbot event list --from {person}`"));
    }
    Ok(())
}

async fn list_remote(which: &ListArgs, context: &Context) -> Result<(), CommandError> {
    let (services, account) = context.for_account().await?;
    let reader = Reader::new(&services, &account).await?;
    let since = which.since(context.now());
    let mut listing = Listing::new(context.ui, ["CHANGED", "PERSON", "NAME", "ID"]);
    let mut left = which.limit().unwrap_or(u32::MAX);
    let mut pages = Pages::default();
    'pages: while let Some(page) = reader.next(&mut pages).await? {
        let views: Vec<RemoteView> = page.iter().map(|it| reader.view(it)).collect();
        let old = |it: &RemoteView| it.updated_at.zip(since).is_some_and(|(at, since)| at < since);
        for view in views.iter().filter(|it| !old(it)) {
            if left == 0 || !listing.push(view, remote_row)? {
                break 'pages;
            }
            left -= 1;
        }
        // The newest come first.
        if left == 0 || (!views.is_empty() && views.iter().all(old)) {
            break;
        }
    }
    warn_of_unreadable(context, pages.unreadable, "conversations");
    if listing.end()? == 0 {
        context
            .ui
            .say("Instagram lists no conversations. An app that is not Live gets empty lists.");
    }
    Ok(())
}

fn remote_row(it: &RemoteView) -> [String; 4] {
    let time = it.updated_at.map(stamp);
    [
        time.unwrap_or_default(),
        it.conversation_id.clone().unwrap_or_default(),
        it.username.clone().unwrap_or_default(),
        it.id.clone(),
    ]
}

/// A conversation on Instagram.
#[derive(Serialize, JsonSchema)]
struct Head {
    #[serde(flatten)]
    conversation: RemoteView,
    /// As far as the store knows.
    #[serde(flatten)]
    window: Option<WindowView>,
}

async fn show_remote(to: &To, which: &ListArgs, context: &Context) -> Result<(), CommandError> {
    let (services, account) = context.for_account().await?;
    let person = context.person(&services.store, to).await?;
    let reader = Reader::new(&services, &account).await?;
    let Some(conversation) = reader.with(&person).await? else {
        return Err(CommandError::usage(format!("Instagram has no conversation with {person}"))
            .hint("message requests unanswered for 30 days are not shown, and an app that is not Live sees none"));
    };
    let since = which.since(context.now()).unwrap_or(Timestamp::MIN);
    let limit = which.limit().map_or(usize::MAX, |limit| limit as usize);
    let (mut messages, unreadable) = reader.messages_of(&conversation, since, limit).await?;
    messages.truncate(limit);
    if messages.len() >= MOST {
        context.ui.warn(format!("only the newest {MOST} messages were read"));
    }
    warn_of_unreadable(context, unreadable, "messages");
    let window =
        conversations::with(&services.store, &account.ids(), &person, context.now()).await?;
    let window = window.map(|it| it.window);
    let head = Head { conversation: reader.view(&conversation), window };
    let headers = ["TIME", "", "TEXT", "CARRIES", "ID"];
    let mut listing = Listing::within(context.ui, headers, &head, "messages", |head| {
        let name = head.conversation.username.as_deref().unwrap_or_default();
        let window = head.window.as_ref().map_or_else(|| "unknown".to_owned(), window_text);
        format!("{person} (@{}); window: {window}\n\n", visible(name))
    })?;
    for message in messages.iter().rev() {
        listing.push(&reader.message_view(message), remote_message_row)?;
    }
    listing.end()?;
    Ok(())
}

fn warn_of_unreadable(context: &Context, count: u64, what: &str) {
    if count > 0 {
        context.ui.warn(format!("igbot could not parse {count} {what}"));
    }
}

fn remote_message_row(it: &RemoteMessageView) -> [String; 5] {
    let time = it.time.map(stamp);
    let (arrow, carries) = match it.direction {
        Some(Direction::Received) => ("from", carries(it.attachments)),
        Some(Direction::Sent) => ("to", carries(it.attachments)),
        None => ("", "(no details)".to_owned()),
    };
    let text = it.text.clone().unwrap_or_default();
    [time.unwrap_or_default(), arrow.to_owned(), text, carries, it.mid.clone()]
}

fn carries(attachments: usize) -> String {
    match attachments {
        0 => String::new(),
        1 => "1 attachment".to_owned(),
        count => format!("{count} attachments"),
    }
}
