//! Errors of batches.

use super::CommandError;
use crate::cli::exit::Exit;
use crate::ops::batch::{BatchError, RowError};

impl From<BatchError> for CommandError {
    fn from(error: BatchError) -> Self {
        match error {
            BatchError::Rows(ref refused) => {
                let it = Self::of(Exit::Usage, "invalid_rows", &error);
                let more = refused.count - refused.rows.len() as u64;
                let more = (more > 0).then(|| format!("and {more} more"));
                let causes = by_problem(&refused.rows).into_iter().chain(more).collect();
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

/// Says what is wrong with rows: once for all that have the same fault.
fn by_problem(rows: &[RowError]) -> Vec<String> {
    let mut faults: Vec<(&str, Vec<String>)> = Vec::new();
    for RowError { line, problem } in rows {
        match faults.iter_mut().find(|(other, _)| other == problem) {
            Some((_, lines)) => lines.push(format!("line {line}")),
            None => faults.push((problem, vec![format!("line {line}")])),
        }
    }
    let told = |(problem, lines): (&str, Vec<String>)| format!("{}: {problem}", lines.join(", "));
    faults.into_iter().map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_that_many_rows_have_is_told_once() {
        let fault = |line, problem: &str| RowError { line, problem: problem.to_owned() };
        let rows = [fault(2, "no text"), fault(3, "no person"), fault(4, "no text")];
        assert_eq!(by_problem(&rows), ["line 2, line 4: no text", "line 3: no person"]);
    }
}
