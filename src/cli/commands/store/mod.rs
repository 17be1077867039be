mod look;
mod replace;
mod upkeep;

use std::path::PathBuf;
use std::time::Duration;

use clap::Subcommand;
use indicatif::ProgressBar;

use crate::cli::args::long_span;
use crate::cli::commands::results::JsonResult;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::store::prune::Pruned;
use crate::store::rekey::Rekeyed;
use crate::store::status::StoreStatus;
use crate::store::verify::Verification;

/// Maintain the database and its key
#[derive(Debug, clap::Args)]
pub(crate) struct StoreArgs {
    #[command(subcommand)]
    command: StoreCommand,
}

#[derive(Debug, Subcommand)]
enum StoreCommand {
    /// Show size and contents
    Status,
    /// Check every page and decrypt every value; works while igbot runs
    Verify,
    /// Write a copy to a file; works while igbot runs
    ///
    /// The key is not included: back it up separately.
    Backup {
        /// File to write
        file: PathBuf,

        /// Overwrite the file if it exists
        #[arg(long)]
        force: bool,
    },
    /// Replace the store with a backup; the old store is kept beside it
    ///
    /// No other process may have the store open. Events that waited for an answer when the backup
    /// was made are not answered, as they may have been answered since.
    Restore {
        /// Backup to restore
        file: PathBuf,

        /// Skip the confirmation prompt
        #[arg(short, long)]
        yes: bool,
    },
    /// Re-encrypt everything with the first of several keys
    ///
    /// Create a new key, put it and a comma in front of the old one in INSTAGRAM_ENCRYPTION_KEY,
    /// restart `igbot serve`, and run this. It can be interrupted and run again.
    Rekey {
        /// Only count what would be re-encrypted
        #[arg(short = 'n', long)]
        dry_run: bool,
    },
    /// Delete old events and messages, and shrink the store
    ///
    /// Unfinished work stays, however old. Records of deleted messages are kept two days longer.
    Prune {
        /// Delete entries older than this, at least 7d
        #[arg(long, value_name = "TIME", value_parser = long_span)]
        older_than: Duration,

        /// Only count what would be deleted
        #[arg(short = 'n', long)]
        dry_run: bool,
    },
}

/// What `--json` gives.
pub(super) const RESULTS: &[JsonResult] = &[
    JsonResult::document::<StoreStatus>("store status"),
    JsonResult::document::<Verification>("store verify"),
    JsonResult::document::<replace::BackupView>("store backup"),
    JsonResult::document::<replace::RestoreView<'_>>("store restore"),
    JsonResult::document::<Rekeyed>("store rekey"),
    JsonResult::document::<Pruned>("store prune"),
];

pub(crate) async fn run(args: StoreArgs, context: Context) -> Result<(), CommandError> {
    match args.command {
        StoreCommand::Restore { file, yes } => replace::restore(&context, &file, yes).await,
        StoreCommand::Status => look::status(&context, &context.store()?).await,
        StoreCommand::Verify => look::verify(&context, &context.store()?).await,
        StoreCommand::Backup { file, force } => replace::backup(&context, &file, force).await,
        StoreCommand::Rekey { dry_run } => upkeep::rekey(&context, dry_run).await,
        StoreCommand::Prune { older_than, dry_run } => {
            upkeep::prune(&context, older_than, dry_run).await
        }
    }
}

/// Shows on a bar how many of how many are done.
pub(super) fn advance(bar: &ProgressBar) -> impl Fn(u64, u64) + Send + 'static {
    let bar = bar.clone();
    move |done, total| {
        bar.set_length(total.max(done));
        bar.set_position(done);
    }
}

/// A number of bytes as people read it.
fn size(bytes: u64) -> String {
    indicatif::BinaryBytes(bytes).to_string()
}
