//! The owner's programs that are told of what became of an account.

use super::RefreshReport;
use crate::bot::HandlerError;
use crate::bot::exec::Program;

/// Runs a program for one account and gives what it printed.
///
/// It learns of the account by its environment alone, which holds no token and no secret. `places` are
/// settings by which an igbot that it calls finds this store.
///
/// # Errors
/// It cannot be run, fails, or takes too long.
pub async fn run_hook(
    program: &Program,
    places: &[(&'static str, String)],
    report: &RefreshReport,
) -> Result<Vec<u8>, HandlerError> {
    let mut environment = vec![
        // Named like the setting, so that an igbot that it calls means this account.
        ("IGBOT_ACCOUNT", report.alias.clone()),
        ("IGBOT_ACCOUNT_ID", report.account_id.clone()),
        ("IGBOT_RESULT", report.result.as_str().to_owned()),
        ("IGBOT_REASON", report.reason.clone().unwrap_or_default()),
        ("IGBOT_EXPIRES_AT", report.expires_at.to_string()),
    ];
    environment.extend_from_slice(places);
    program.run(&environment).await
}
