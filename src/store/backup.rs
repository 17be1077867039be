//! Copies of the store: whole, sound, in one file, and made while others write.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use schemars::JsonSchema;
use serde::Serialize;

use super::lock::{FileLock, beside, same_file};
use super::{Store, StoreError, lock, schema};

/// Pages copied between two reports of how far it is: 8 MiB.
const STEP: i32 = 2048;

/// How many findings about a damaged file are worth reading.
const FINDINGS: u32 = 20;

/// Longest wait for something that only this process uses.
const PATIENCE: Duration = Duration::from_secs(10);

/// What a copy of the store holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Contents {
    /// Length of the file.
    pub bytes: u64,
    /// Events.
    pub events: i64,
    /// Linked accounts.
    pub accounts: i64,
    /// Schema.
    pub schema: i64,
}

impl Store {
    /// Makes sure that a file which is about to be written is none of the store's own.
    ///
    /// # Errors
    /// [`StoreError::File`] if it is one.
    pub fn refuse_own(&self, file: &Path) -> Result<(), StoreError> {
        refuse_own(&self.path, file)
    }

    /// Files beside the store that hold it as it was, and so what was deleted from it since.
    pub fn copies(&self) -> Vec<PathBuf> {
        let Some(name) = self.path.file_name().and_then(|name| name.to_str()) else {
            return Vec::new();
        };
        let marks = [".schema-", ".before-restore-"].map(|mark| format!("{name}{mark}"));
        let directory = self.path.parent().map(std::fs::read_dir).and_then(Result::ok);
        let names = directory.into_iter().flatten().flatten().map(|entry| entry.path());
        let is_copy = |path: &PathBuf| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            marks.iter().any(|mark| name.starts_with(mark))
        };
        let mut copies: Vec<_> = names.filter(is_copy).collect();
        copies.sort();
        copies
    }

    /// Writes the store as it is now to a file, in place of one that is there.
    ///
    /// It goes to a file beside it first and gets its name when it is whole, so that there is never
    /// half a backup. Others write meanwhile; their log grows until the copy is made. `progress` is
    /// told how many pages of how many are done.
    ///
    /// # Errors
    /// The file cannot be written or is one of the store's own; the store is damaged.
    pub async fn backup(
        &self,
        to: &Path,
        progress: impl Fn(u64, u64) + Send + 'static,
    ) -> Result<Contents, StoreError> {
        let (store, to) = (self.clone(), to.to_owned());
        let work = move || {
            refuse_own(&store.path, &to)?;
            refuse_used(&to)?;
            let source = schema::look_at(&store.path, store.patience)?;
            let draft = Draft::copy(&source, &store.path, beside(&to, ".partial"), &progress)?;
            let contents = draft.finish(&store.path)?;
            draft.publish(&to)?;
            Ok(contents)
        };
        tokio::task::spawn_blocking(work).await.unwrap_or(Err(StoreError::Closed))
    }
}

/// Keeps a store as it was before a migration, unless that was done before.
pub(super) fn keep_schema(path: &Path, schema: i64) -> Result<(), StoreError> {
    let to = beside(path, &format!(".schema-{schema}.bak"));
    let sound = |kept: &Path| -> Result<bool, StoreError> {
        let kept = schema::look_at(kept, PATIENCE)?;
        Ok(schema::version(&kept)? == schema && findings(&kept, "quick_check")?.is_empty())
    };
    if to.exists() && sound(&to).unwrap_or(false) {
        return Ok(());
    }
    let source = schema::look_at(path, PATIENCE)?;
    let draft = Draft::copy(&source, path, beside(&to, ".partial"), &|_, _| {})?;
    draft.finish(path)?;
    draft.publish(&to)
}

/// What SQLite's own check of a file says; nothing if all is well.
pub(super) fn findings(connection: &Connection, check: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare(&format!("PRAGMA {check}({FINDINGS})"))?;
    let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
    let mut findings: Vec<_> = rows.collect::<Result<_, _>>()?;
    findings.retain(|finding| finding != "ok");
    Ok(findings)
}

/// Fails if a file is unsound.
pub(super) fn check_sound(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    match findings(connection, "quick_check")?.into_iter().next() {
        Some(problem) => Err(StoreError::Unsound { path: path.to_owned(), problem }),
        None => Ok(()),
    }
}

/// Refuses a file that belongs to the store itself.
pub(super) fn refuse_own(store: &Path, file: &Path) -> Result<(), StoreError> {
    let own = ["", "-wal", "-shm", ".lock", ".refresh.lock", ".send.lock"];
    let store = fs::canonicalize(store).unwrap_or_else(|_| store.to_owned());
    let is_own = |suffix: &&str| {
        let own = beside(&store, suffix);
        let named = match (file.parent(), file.file_name()) {
            (Some(parent), Some(name)) => {
                let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
                fs::canonicalize(parent).is_ok_and(|parent| parent.join(name) == own)
            }
            _ => false,
        };
        named || fs::metadata(file).is_ok_and(|file| same_file(&file, &own).unwrap_or(false))
    };
    match own.iter().any(is_own) {
        true => Err(unusable("use", file, "it belongs to the store itself")),
        false => Ok(()),
    }
}

/// Refuses to replace a store that somebody works with, or whose log would be taken for the copy's.
fn refuse_used(file: &Path) -> Result<(), StoreError> {
    let has_log = |suffix| beside(file, suffix).exists();
    let name = file.to_string_lossy();
    if ["-wal", "-shm", "-journal", ".lock"].iter().any(|suffix| name.ends_with(suffix)) {
        return Err(unusable("write", file, "files of this name belong to a database"));
    }
    if fs::symlink_metadata(file).is_ok_and(|there| !there.is_file()) {
        return Err(unusable("replace", file, "there is something other than a file"));
    }
    if ["-wal", "-journal"].into_iter().any(has_log) {
        let problem = "it is a database with a log beside it: it is in use, or was when it ended";
        return Err(unusable("replace", file, problem));
    }
    let lock = lock::of_store(file);
    let taken = lock.exists() && FileLock::exclusive(&lock).is_ok_and(|lock| lock.is_none());
    if taken { Err(StoreError::InUse { path: file.to_owned() }) } else { Ok(()) }
}

/// A copy that is not yet under its name. It disappears if it never gets there.
pub(super) struct Draft {
    path: PathBuf,
    lock: FileLock,
    published: bool,
}

impl Draft {
    /// Copies a store into a file, as one connection sees it at this moment.
    ///
    /// One read transaction lasts for the whole copy. Without it every write of another process
    /// would make SQLite begin anew.
    pub(super) fn copy(
        source: &Connection,
        store: &Path,
        path: PathBuf,
        progress: &impl Fn(u64, u64),
    ) -> Result<Self, StoreError> {
        let draft = Self::begin(path)?;
        let mut target = draft.open()?;
        // It is synced as a whole before it gets its name.
        target.pragma_update(None, "synchronous", "OFF")?;
        let snapshot = source.unchecked_transaction()?;
        snapshot.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        let backup = Backup::new(source, &mut target).map_err(|error| schema::at(store, error))?;
        let started = Instant::now();
        loop {
            match backup.step(STEP).map_err(|error| draft.failed(error))? {
                StepResult::Done => break,
                StepResult::More => {
                    let count = |pages| u64::try_from(pages).unwrap_or(0);
                    let at = backup.progress();
                    progress(count(at.pagecount - at.remaining), count(at.pagecount));
                }
                _ if started.elapsed() < PATIENCE => thread::sleep(Duration::from_millis(5)),
                _ => return Err(StoreError::Locked),
            }
        }
        drop(backup);
        drop(target);
        Ok(draft)
    }

    /// Takes the name for this process, and whatever an earlier one left there away.
    fn begin(path: PathBuf) -> Result<Self, StoreError> {
        let failed = |error: io::Error| unusable("write", &path, error);
        let lock = FileLock::exclusive(&path).map_err(failed)?;
        // The one who held it before may have given the file its name meanwhile.
        let lock = match lock {
            Some(lock) if lock.is_at(&path).map_err(failed)? => lock,
            _ => return Err(unusable("write", &path, "another igbot is writing it")),
        };
        // One that somebody else has laid there would be theirs afterwards, with all it holds.
        if !lock.is_own(&path).map_err(failed)? {
            return Err(unusable("write", &path, "it belongs to somebody else; remove it"));
        }
        lock.begin_anew().map_err(failed)?;
        remove_log(&path).map_err(failed)?;
        Ok(Self { path, lock, published: false })
    }

    /// A connection to the copy.
    pub(super) fn open(&self) -> Result<Connection, StoreError> {
        let connection = schema::connect(&self.path, OpenFlags::SQLITE_OPEN_READ_WRITE);
        connection.map_err(|error| self.failed(error))
    }

    /// Makes a single file of it, checks that it is sound, and waits until it is on the disk.
    pub(super) fn finish(&self, store: &Path) -> Result<Contents, StoreError> {
        let copy = self.open()?;
        let log: String = copy
            .query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))
            .map_err(|error| self.failed(error))?;
        if log != "delete" {
            return Err(unusable("write", &self.path, "it cannot be made a single file"));
        }
        check_sound(&copy, store)?;
        let count = |sql: &str| copy.query_row(sql, [], |row| row.get::<_, i64>(0));
        let (events, accounts) =
            (count("SELECT count(*) FROM event")?, count("SELECT count(*) FROM account")?);
        let schema = schema::version(&copy)?;
        drop(copy);
        self.lock.sync().map_err(|error| unusable("write", &self.path, error))?;
        let bytes = fs::metadata(&self.path).map_err(|error| unusable("write", &self.path, error));
        Ok(Contents { bytes: bytes?.len(), events, accounts, schema })
    }

    /// Gives the copy its name.
    pub(super) fn publish(mut self, to: &Path) -> Result<(), StoreError> {
        fs::rename(&self.path, to)
            .and_then(|()| {
                self.published = true;
                sync_directory(to)
            })
            .map_err(|error| unusable("write", to, error))
    }

    fn failed(&self, error: rusqlite::Error) -> StoreError {
        match StoreError::from(error) {
            StoreError::Sqlite(error) => unusable("write", &self.path, error),
            StoreError::Full => unusable("write", &self.path, "the disk is full"),
            error => error,
        }
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.published {
            // The next one takes away what cannot be removed now.
            let _ = fs::remove_file(&self.path);
            let _ = remove_log(&self.path);
        }
    }
}

/// Removes the logs that SQLite keeps beside a file.
fn remove_log(path: &Path) -> io::Result<()> {
    ["-journal", "-wal", "-shm"].iter().try_for_each(|suffix| remove(&beside(path, suffix)))
}

/// Removes a file that may not be there.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Waits until the names in the directory of a file are on the disk.
pub(super) fn sync_directory(path: &Path) -> io::Result<()> {
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    File::open(directory.unwrap_or(Path::new(".")))?.sync_all()
}

pub(super) fn unusable(
    doing: &'static str,
    path: &Path,
    source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
) -> StoreError {
    StoreError::File { doing, path: path.to_owned(), source: source.into() }
}
