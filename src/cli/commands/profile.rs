use crate::cli::commands::results::JsonResult;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::ui::table;
use crate::domain::message::{Recipient, To};
use crate::ops::people;
use crate::ops::profile::{self, PersonProfile};

/// Show the profile of a person who wrote to the account
#[derive(Debug, clap::Args)]
pub(crate) struct ProfileArgs {
    /// Person: an Instagram-scoped id or @username
    #[arg(value_name = "USER")]
    person: To,

    /// Also show the address of their picture; anyone who has it can see the picture for some days
    #[arg(long)]
    picture: bool,
}

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] = &[JsonResult::document::<PersonProfile>("profile")];

pub(crate) async fn run(args: ProfileArgs, context: Context) -> Result<(), CommandError> {
    let (services, account) = context.for_account().await?;
    let Recipient::Person(person) =
        people::resolve(&services.store, &account, &args.person).await?
    else {
        return Err(CommandError::usage("a comment has no profile")
            .hint("name the person: an id or @username"));
    };
    let profile = profile::profile(&services, &account, &person, args.picture).await?;
    context.ui.result(&profile, details)
}

fn details(it: &PersonProfile) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "not shared".to_owned());
    let yes = |flag: Option<bool>| match flag {
        Some(true) => "yes".to_owned(),
        Some(false) => "no".to_owned(),
        None => "not shared".to_owned(),
    };
    let profile = &it.profile;
    let mut rows = vec![
        ("person", it.person_id.clone()),
        ("username", text(&profile.username.as_ref().map(|name| format!("@{name}")))),
        ("name", text(&profile.name)),
        ("followers", text(&profile.follower_count.map(|count| count.to_string()))),
        ("verified", yes(profile.is_verified_user)),
        ("follows the account", yes(profile.is_user_follow_business)),
        ("followed by it", yes(profile.is_business_follow_user)),
    ];
    rows.extend(profile.profile_pic.clone().map(|url| ("picture", url)));
    let rows = rows.into_iter().map(|(name, value)| [name.to_owned(), value]);
    table(["FIELD", "VALUE"], rows.collect())
}
