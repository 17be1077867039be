//! Paths of `serve` that are entered elsewhere: at Meta, and as the redirect URI of logins.

/// Where Instagram delivers events, unless `--path` says otherwise.
pub const WEBHOOK: &str = "/webhook";

/// Where the redirect URI of a public `serve` leads.
pub const LOGIN_CALLBACK: &str = "/login/callback";

/// Where Meta tells that somebody removed the app.
pub const DEAUTHORIZE: &str = "/deauthorize";

/// Where Meta asks to delete what is known of somebody; below it, how a deletion stands.
pub const DATA_DELETION: &str = "/data-deletion";
