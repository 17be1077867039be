//! Putting a backup in the place of the store.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::OpenFlags;
use rusqlite::config::DbConfig;

use super::backup::{self, Contents, Draft, sync_directory, unusable};
use super::cipher::Cipher;
use super::lock::{self, FileLock, Unused, beside};
use super::{Store, StoreError, StoreKeys, answered, schema};

/// How long commands that are about to end are waited for.
const PATIENCE: Duration = Duration::from_secs(1);

/// How a restore went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What the store holds now.
    pub contents: Contents,
    /// Where the store that was there before is kept.
    pub kept: Option<PathBuf>,
    /// Events that waited for an answer when the backup was made. They may have been answered
    /// since, so they are now `unknown`.
    pub unsettled: usize,
}

impl Store {
    /// Puts the backup `from` in the place of the store at `path`, which is kept beside it.
    ///
    /// However this ends, the name leads to the old store or to the new one, and never to the new
    /// one with the log of the old. Work that was open in the backup is not taken up again: what was
    /// answered after the backup would be answered a second time.
    ///
    /// # Errors
    /// [`StoreError::InUse`] while a process has the store open; and, before anything is touched, a
    /// backup that is not ours, newer, damaged or made with another key.
    pub fn restore(
        path: &Path,
        keys: StoreKeys,
        from: &Path,
        now: Timestamp,
        progress: &impl Fn(u64, u64),
    ) -> Result<Restored, StoreError> {
        let failed = |error: io::Error| unusable("restore", path, error);
        let file = fs::metadata(from).map_err(|error| unusable("read", from, error))?;
        if !file.is_file() {
            return Err(unusable("read", from, "it is not a file"));
        }
        backup::refuse_own(path, from)?;
        let look = || {
            let source = schema::look_at(from, PATIENCE)?;
            schema::check(&source, from, &Cipher::new(keys))?;
            backup::check_sound(&source, from)?;
            Ok(source)
        };
        // It is the backup that is damaged, and not the store.
        let source = look().map_err(|error| match error {
            StoreError::Damaged(error) => unusable("restore from", from, error),
            StoreError::Unsound { problem, .. } => unusable("restore from", from, problem),
            error => error,
        })?;

        schema::make_directory(path).map_err(failed)?;
        // A link to the store must not be replaced by the store.
        let store = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let lock = FileLock::wait(&lock::of_store(&store), PATIENCE, FileLock::exclusive);
        let in_use = || StoreError::InUse { path: store.clone() };
        let lock = lock.map_err(failed)?.ok_or_else(in_use)?;
        if store.exists() {
            Unused::take(&store).map_err(failed)?.ok_or_else(in_use)?;
        }
        let draft = Draft::copy(&source, from, beside(&store, ".restoring"), progress)?;
        drop(source);
        let unsettled = settle(&draft, now)?;
        let contents = draft.finish(from)?;

        let kept = spare_name(&store, now);
        let mut unused = None;
        if store.exists() {
            fold(&store);
            // Held until the names are changed.
            unused = Some(Unused::take(&store).map_err(failed)?.ok_or_else(in_use)?);
            fs::hard_link(&store, &kept).map_err(|error| unusable("write", &kept, error))?;
        }
        // Only a store too damaged to be folded, or one that was removed, has a log left.
        let log = beside(&store, "-wal");
        if log.exists() {
            fs::rename(log, beside(&kept, "-wal")).map_err(failed)?;
        }
        backup::remove(&beside(&store, "-shm")).map_err(failed)?;
        sync_directory(&store).map_err(failed)?;
        draft.publish(&store)?;
        lock.mark(true).map_err(failed)?;
        Ok(Restored { contents, kept: unused.map(|_| kept), unsettled })
    }
}

/// A name beside the store that nothing has yet.
fn spare_name(store: &Path, now: Timestamp) -> PathBuf {
    let mut name = beside(store, &format!(".before-restore-{}", now.strftime("%Y%m%dT%H%M%SZ")));
    while name.exists() || beside(&name, "-wal").exists() {
        name = beside(&name, "+");
    }
    name
}

/// Ends the work that was open when the backup was made.
fn settle(draft: &Draft, now: Timestamp) -> Result<usize, StoreError> {
    let copy = draft.open()?;
    let sql = "UPDATE event SET state = 'unknown', owner = NULL, lease_until = NULL, \
                   reason = 'restored from a backup: it may have been answered since' \
               WHERE state IN ('pending', 'running')";
    let unsettled = copy.execute(sql, [])?;
    // Rows of a batch that waited then may have been sent since.
    let sql = "UPDATE outgoing SET state = 'unknown', updated_at = ?1, \
                   reason = 'restored from a backup that was made before or while it was sent' \
               WHERE state IN ('sending', 'waiting')";
    copy.execute(sql, [now.as_millisecond()])?;
    if schema::version(&copy)? > 1 {
        // What comes of such a message under another key has perhaps been answered as well.
        answered::claim_past_answers(&copy)?;
    }
    if schema::version(&copy)? > 5 {
        // Nor is it known how much of these was sent since.
        copy.execute("DELETE FROM kept_answer", [])?;
    }
    Ok(unsettled)
}

/// Moves what the log of a store holds into its file, so that the file alone is the whole store.
///
/// An unsound one is left as it is: what can be made of it is for a person to find out.
fn fold(store: &Path) {
    let fold = || -> rusqlite::Result<()> {
        let old = schema::connect(store, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        old.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        if backup::findings(&old, "quick_check")?.is_empty() {
            old.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
            old.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        }
        Ok(())
    };
    // SQLite removes the log of an empty file.
    let empty = fs::metadata(store).is_ok_and(|file| schema::is_empty(&file));
    if !empty
        && beside(store, "-wal").exists()
        && let Err(error) = fold()
    {
        tracing::warn!(%error, "the old store is kept together with its log");
    }
}
