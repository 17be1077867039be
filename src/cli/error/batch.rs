//! Errors of batches.

use super::CommandError;
use crate::cli::exit::Exit;
use crate::ops::batch::BatchError;

impl From<BatchError> for CommandError {
    fn from(error: BatchError) -> Self {
        match error {
            BatchError::Rows(ref refused) => {
                let it = Self::of(Exit::Usage, "invalid_rows", &error);
                let more = refused.count - refused.rows.len() as u64;
                let named = refused.rows.iter().map(|row| format!("line {}: {}", row.line, row.problem));
                let more = (more > 0).then(|| format!("and {more} more"));
                let causes = named.chain(more).collect();
                Self { causes, ..it }.hint("nothing was sent; correct these rows and run it again")
            }
            BatchError::Template(_) => Self::of(Exit::Usage, "template", &error)
                .hint("write a field of the row as {{ name }}; nothing was sent"),
            BatchError::NotLoaded { .. } => Self::of(Exit::Usage, "not_loaded", &error)
                .hint("run `igbot send batch FILE` again"),
            BatchError::OfNobody { .. } => Self::of(Exit::LoginNeeded, "no_account", &error)
                .hint("nothing more was sent; link the account again with `igbot login` or `igbot link`"),
            BatchError::Unfinished { id } => Self::of(Exit::Usage, "unfinished", &error)
                .hint(format!("`igbot send batch --cancel {id}` drops what is left of it"))
                .hint("--again sends every row of the file, also to people whom that batch has reached"),
            BatchError::Running { .. } => Self::of(Exit::Usage, "batch_runs", &error)
                .hint("wait until it ends, or send all rows again with --again"),
            BatchError::Ended { .. } => Self::of(Exit::Usage, "batch_ended", &error)
                .hint("--again sends all rows again"),
            BatchError::Unrecorded { .. } => Self::of(Exit::OutcomeUnknown, "unrecorded", &error)
                .hint("resuming the batch reports them as unknown; the rows above show the real outcome"),
        }
    }
}
