//! What is left to say after something was deleted for good.

use std::path::PathBuf;

/// What was forgotten: of a person, or of an account.
#[derive(Debug)]
pub struct Forgotten<P> {
    /// How much.
    pub purged: P,
    /// Another process goes on reading, so that the deleted rows still lie in the file's log; they go
    /// with the next checkpoint.
    pub lingers: bool,
    /// Older copies beside the store that still hold what was deleted, perhaps.
    pub copies: Vec<PathBuf>,
}
