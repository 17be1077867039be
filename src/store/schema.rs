//! Opening the file: permissions, pragmas, schema, and the canary that tells a wrong key.

use std::fs::{self, DirBuilder, OpenOptions, Permissions};
use std::io;
use std::ops::Deref;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, TransactionBehavior, params};

use super::cipher::{Cipher, CipherContext};
use super::error::StoreError;
use super::lock::{self, FileLock};
use super::{answered, backup};

/// `igbt` in ASCII, in the file's header: tells our files from other SQLite files.
const APPLICATION_ID: i64 = 0x6967_6274;

/// Migrations in order; the list only grows. A file's `user_version` counts those it has had.
const MIGRATIONS: [&str; 11] = [
    include_str!("migrations/0001.sql"),
    include_str!("migrations/0002.sql"),
    include_str!("migrations/0003.sql"),
    include_str!("migrations/0004.sql"),
    include_str!("migrations/0005.sql"),
    include_str!("migrations/0006.sql"),
    include_str!("migrations/0007.sql"),
    include_str!("migrations/0008.sql"),
    include_str!("migrations/0009.sql"),
    include_str!("migrations/0010.sql"),
    include_str!("migrations/0011.sql"),
];

/// The schema that this program makes.
pub(super) const KNOWN: i64 = MIGRATIONS.len() as i64;

/// A known plaintext under the first key.
const CANARY: CipherContext<'_> = CipherContext { table: "meta", column: "value", row: "canary" };
/// The same under the key to which the store is on its way.
const NEXT_CANARY: CipherContext<'_> = CipherContext { row: "next_canary", ..CANARY };
const CANARY_TEXT: &str = "igbot";

/// Pause before the next try where SQLite does not wait by itself.
const PAUSE: Duration = Duration::from_millis(5);

/// Size to which the write-ahead log is cut back after a checkpoint.
const JOURNAL_LIMIT: u32 = 8 << 20;

/// Pages of the write-ahead log after which it is moved into the file: what [`JOURNAL_LIMIT`] holds.
const CHECKPOINT_PAGES: u32 = 2_000;

/// Memory for pages, in KiB: what is claimed from a store of millions then still finds the newest part of
/// every index there.
const CACHE: i64 = 6 << 10;

/// Statements kept ready: more than one command or one busy `serve` uses.
const STATEMENTS: usize = 64;

/// A connection, and the lock that tells others that the store is open.
#[derive(Debug)]
pub(super) struct Opened {
    // Dropped in this order.
    connection: Connection,
    _lock: FileLock,
}

impl Deref for Opened {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.connection
    }
}

/// Opens the store at `path`, making it if there is none.
///
/// `patience` is how long a statement waits for another process, and how long opening waits for one
/// that is replacing the file.
pub(super) fn open(path: &Path, cipher: &Cipher, patience: Duration) -> Result<Opened, StoreError> {
    let unavailable = |error: io::Error| StoreError::unavailable(path, error);
    refuse_device(path).map_err(unavailable)?;
    make_directory(path).map_err(unavailable)?;
    let lock_path = lock::of_store(path);
    let lock = FileLock::wait(&lock_path, patience, FileLock::shared).map_err(unavailable)?;
    let lock = lock.ok_or(StoreError::Locked)?;
    if is_cut_off(path, &lock).map_err(unavailable)? {
        let problem = "it is empty, so it was cut off".to_owned();
        return Err(StoreError::Unsound { path: path.to_owned(), problem });
    }
    make_private(path, &lock).map_err(unavailable)?;
    let mut connection = Connection::open(path).map_err(|error| at(path, error))?;
    let started = Instant::now();
    loop {
        match prepare(&mut connection, path, cipher, patience) {
            Ok(()) => break,
            // Two processes that make the store at once can meet where SQLite does not wait by
            // itself: at the switch to WAL, and where a read becomes a write.
            Err(StoreError::Locked) if started.elapsed() < patience => thread::sleep(PAUSE),
            Err(error) => {
                if matches!(error, StoreError::NotAStore { .. })
                    && !lock.is_marked().unwrap_or(true)
                {
                    // Nothing is left beside a file that is none of ours.
                    let _ = fs::remove_file(&lock_path);
                }
                return Err(error);
            }
        }
    }
    lock.mark(true).map_err(unavailable)?;
    // What one piece of work could have to take back is a few pages; in a file they would cost more
    // than the work. Set after the migrations, of which that is not true.
    connection.pragma_update(None, "temp_store", "MEMORY").map_err(|error| at(path, error))?;
    Ok(Opened { connection, _lock: lock })
}

/// Opens a file that is there, with nothing in it believed (security, 6).
pub(super) fn connect(path: &Path, access: OpenFlags) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    Ok(connection)
}

/// Opens a file for looking at it, without making or changing anything.
pub(super) fn look_at(path: &Path, patience: Duration) -> Result<Connection, StoreError> {
    let open = |access: OpenFlags| {
        let connection = connect(path, access)?;
        connection.busy_timeout(patience)?;
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(connection)
    };
    // A file in WAL mode opens only where its log can lie beside it.
    open(OpenFlags::SQLITE_OPEN_READ_ONLY)
        .or_else(|error: rusqlite::Error| match error.sqlite_error_code() {
            Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly) => {
                open(OpenFlags::SQLITE_OPEN_READ_WRITE)
            }
            _ => Err(error),
        })
        .map_err(|error| at(path, error))
}

/// Makes the directory 0700 if it is not there.
pub(super) fn make_directory(path: &Path) -> io::Result<()> {
    match path.parent().filter(|directory| !directory.as_os_str().is_empty()) {
        Some(directory) => DirBuilder::new().recursive(true).mode(0o700).create(directory),
        None => Ok(()),
    }
}

/// Refuses what is there and no file, before anything is made beside it or its mode is changed.
fn refuse_device(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(there) if !there.is_file() => Err(io::Error::other("it is not a regular file")),
        _ => Ok(()),
    }
}

/// Makes the file 0600 if it is not there, and does not even open one that is: closing any handle
/// takes SQLite's locks away from the whole process.
fn make_private(path: &Path, lock: &FileLock) -> io::Result<()> {
    if path.try_exists()? {
        return Ok(());
    }
    // From here until the store is made an empty file is no sign of damage.
    lock.mark(false)?;
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// Whether SQLite would take the file for a new one, and remove its log.
pub(super) fn is_empty(file: &fs::Metadata) -> bool {
    // It also takes a single byte for none, for the sake of a file system that cannot lock nothing.
    file.is_file() && file.len() <= 1
}

/// Whether the file is empty although the store was made.
fn is_cut_off(path: &Path, lock: &FileLock) -> io::Result<bool> {
    let look = || -> io::Result<bool> {
        match (lock.is_marked()?, fs::metadata(path)) {
            (true, Ok(file)) => Ok(is_empty(&file)),
            _ => Ok(false),
        }
    };
    // Twice: in the middle of one look another process may begin a store in place of a removed one.
    Ok(look()? && look()?)
}

/// Takes a store of ours away from the eyes of others, as after a careless copy.
fn close_to_others(path: &Path) -> io::Result<()> {
    match fs::metadata(path)?.permissions().mode() & 0o077 {
        0 => Ok(()),
        _ => fs::set_permissions(path, Permissions::from_mode(0o600)),
    }
}

fn prepare(
    connection: &mut Connection,
    path: &Path,
    cipher: &Cipher,
    patience: Duration,
) -> Result<(), StoreError> {
    let set_up = |connection: &Connection| -> rusqlite::Result<()> {
        let pages: i64 = connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
        if pages == 0 {
            // Pruning can then give pages back. It counts only before the first page is written.
            connection.pragma_update(None, "auto_vacuum", "INCREMENTAL")?;
        }
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // An answer 200 means that the event survives a power cut.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "trusted_schema", false)?;
        connection.pragma_update(None, "secure_delete", true)?;
        connection.pragma_update(None, "journal_size_limit", JOURNAL_LIMIT)?;
        connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES)?;
        connection.pragma_update(None, "cache_size", -CACHE)?;
        // Otherwise each new value of a parameter may cost reading and planning a statement again.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(())
    };
    connection.busy_timeout(patience).map_err(|error| at(path, error))?;
    refuse_foreign(connection, path)?;
    close_to_others(path).map_err(|error| StoreError::unavailable(path, error))?;
    set_up(connection).map_err(|error| at(path, error))?;
    migrate(connection, path, cipher, &MIGRATIONS).map_err(|error| match error {
        StoreError::Sqlite(error) => at(path, error),
        error => error,
    })?;
    check_canary(connection, path, cipher)
}

/// Refuses a file that something else or a later igbot made, before anything is written to it.
///
/// All looks are in one transaction: another process may be making the store this very moment, and
/// an empty file is nobody's yet.
fn refuse_foreign(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let look = |connection: &mut Connection| -> rusqlite::Result<(bool, i64)> {
        let transaction = connection.transaction()?;
        let number = |pragma| transaction.pragma_query_value(None, pragma, |row| row.get(0));
        let (application, version): (i64, i64) =
            (number("application_id")?, number("user_version")?);
        let sql = "SELECT EXISTS (SELECT 1 FROM sqlite_schema)";
        let used: bool = transaction.query_row(sql, [], |row| row.get(0))?;
        Ok((used && application != APPLICATION_ID, version))
    };
    match look(connection).map_err(|error| at(path, error))? {
        (true, _) => Err(StoreError::NotAStore { path: path.to_owned() }),
        (false, found) if found > KNOWN => {
            Err(StoreError::NewerSchema { path: path.to_owned(), found, known: KNOWN })
        }
        (false, _) => Ok(()),
    }
}

/// Brings the schema up to the last of `migrations`, all in one transaction.
///
/// What is migrated is kept as it was, in a file beside it. The write lock is held meanwhile, so
/// that no other process begins the same.
fn migrate(
    connection: &mut Connection,
    path: &Path,
    cipher: &Cipher,
    migrations: &[&str],
) -> Result<(), StoreError> {
    let known = i64::try_from(migrations.len()).unwrap_or(i64::MAX);
    if version(connection)? == known {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Read again under the lock: another process may have migrated meanwhile.
    let found = version(&transaction)?;
    let done = usize::try_from(found).ok().filter(|done| *done <= migrations.len());
    let Some(done) = done else {
        return Err(StoreError::NewerSchema { path: path.to_owned(), found, known });
    };
    if done > 0 && done < migrations.len() {
        backup::keep_schema(path, found)?;
    }
    for migration in migrations.iter().skip(done) {
        transaction.execute_batch(migration)?;
    }
    // Before 2 nothing spoke for a message, and before 11 taps did under another name.
    if (1..11).contains(&done) {
        answered::claim_past_answers(&transaction)?;
    }
    if done == 0 {
        let sql = "INSERT INTO meta (name, value) VALUES ('canary', ?1)";
        transaction.execute(sql, params![cipher.seal(CANARY, CANARY_TEXT)])?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", known)?;
    Ok(transaction.commit()?)
}

/// The schema of a file.
pub(super) fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.prepare_cached("PRAGMA user_version")?.query_row([], |row| row.get(0))
}

/// Makes sure that a file is a store of ours, of a schema we know, and that our key opens it.
pub(super) fn check(
    connection: &Connection,
    path: &Path,
    cipher: &Cipher,
) -> Result<(), StoreError> {
    let application: i64 = connection
        .pragma_query_value(None, "application_id", |row| row.get(0))
        .map_err(|error| at(path, error))?;
    let found = version(connection)?;
    match (application, found) {
        (APPLICATION_ID, 1..=KNOWN) => check_canary(connection, path, cipher),
        (APPLICATION_ID, _) => {
            Err(StoreError::NewerSchema { path: path.to_owned(), found, known: KNOWN })
        }
        _ => Err(StoreError::NotAStore { path: path.to_owned() }),
    }
}

fn check_canary(connection: &Connection, path: &Path, cipher: &Cipher) -> Result<(), StoreError> {
    let sql = "SELECT value FROM meta WHERE name = 'canary'";
    let stored: Option<String> = connection.query_row(sql, [], |row| row.get(0)).optional()?;
    match stored {
        Some(canary) => match cipher.open(CANARY, &canary) {
            Ok(_) => Ok(()),
            Err(_) => Err(StoreError::WrongKey { path: path.to_owned() }),
        },
        // It is made together with the tables. A new one would make any key the right one.
        None => {
            let problem = "it has lost the mark of its key".to_owned();
            Err(StoreError::Unsound { path: path.to_owned(), problem })
        }
    }
}

/// Says that everything is moving to the first key, so that a process without it can tell.
pub(super) fn announce_key(connection: &Connection, cipher: &Cipher) -> rusqlite::Result<()> {
    let sql = "INSERT INTO meta (name, value) VALUES ('next_canary', ?1) \
               ON CONFLICT (name) DO UPDATE SET value = ?1";
    connection.execute(sql, [cipher.seal(NEXT_CANARY, CANARY_TEXT)]).map(drop)
}

/// Says that everything has moved.
pub(super) fn retract_key(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM meta WHERE name = 'next_canary'", []).map(drop)
}

/// Whether we have the key of the store still, and the one to which it is on its way.
pub(super) fn has_keys(connection: &Connection, cipher: &Cipher) -> rusqlite::Result<bool> {
    let value = |context: CipherContext<'_>| {
        let sql = "SELECT value FROM meta WHERE name = ?1";
        connection.query_row(sql, [context.row], |row| row.get::<_, String>(0)).optional()
    };
    let opens = |context: CipherContext<'_>, value: Option<String>| {
        value.is_none_or(|value| cipher.open(context, &value).is_ok())
    };
    Ok(opens(CANARY, value(CANARY)?) && opens(NEXT_CANARY, value(NEXT_CANARY)?))
}

/// Puts the file's name to what SQLite says about opening it.
pub(super) fn at(path: &Path, error: rusqlite::Error) -> StoreError {
    match (error.sqlite_error_code(), StoreError::from(error)) {
        (Some(rusqlite::ErrorCode::NotADatabase), _) => {
            StoreError::NotAStore { path: path.to_owned() }
        }
        (_, StoreError::Sqlite(error)) => StoreError::unavailable(path, error),
        (_, error) => error,
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use secrecy::SecretString;
    use tempfile::TempDir;

    use super::*;
    use crate::store::StoreKeys;

    const KEY: &str = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";

    fn old_store() -> (TempDir, PathBuf, Cipher) {
        let made = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/stores/schema-1.db");
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("store.db");
        fs::copy(made, &path).unwrap();
        (dir, path, Cipher::new(StoreKeys::parse(&SecretString::from(KEY)).unwrap()))
    }

    #[test]
    fn what_is_migrated_is_kept_as_it_was() {
        let (dir, path, cipher) = old_store();
        drop(open(&path, &cipher, PAUSE).unwrap());
        let mut connection = Connection::open(&path).unwrap();
        let later = "ALTER TABLE deletion ADD COLUMN note TEXT";
        let migrations: Vec<_> = MIGRATIONS.into_iter().chain([later]).collect();
        for _ in 0..2 {
            migrate(&mut connection, &path, &cipher, &migrations).unwrap();
            assert_eq!(version(&connection).unwrap(), KNOWN + 1);
        }
        connection.prepare("SELECT note FROM deletion").unwrap();
        let count = |connection: &Connection| {
            let sql = "SELECT count(*) FROM event";
            connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap()
        };
        for schema in [1, KNOWN] {
            let kept = dir.path().join(format!("store.db.schema-{schema}.bak"));
            assert_eq!(fs::metadata(&kept).unwrap().permissions().mode() & 0o777, 0o600);
            let old = look_at(&kept, PAUSE).unwrap();
            check(&old, &kept, &cipher).unwrap();
            assert_eq!(version(&old).unwrap(), schema);
            assert_eq!(count(&old), count(&connection));
        }
        drop(connection);
        let newer = open(&path, &cipher, PAUSE).map(drop);
        let Err(StoreError::NewerSchema { found, known, .. }) = newer else { panic!("{newer:?}") };
        assert_eq!((found, known), (KNOWN + 1, KNOWN));
    }

    #[test]
    fn a_migration_that_fails_halfway_leaves_the_old_schema_whole() {
        let (_dir, path, cipher) = old_store();
        let mut connection = Connection::open(&path).unwrap();
        let halfway = "ALTER TABLE deletion ADD COLUMN note TEXT; DELETE FROM event; nonsense";
        let migrations: Vec<_> = MIGRATIONS.into_iter().chain([halfway]).collect();
        assert!(migrate(&mut connection, &path, &cipher, &migrations).is_err());
        assert_eq!(version(&connection).unwrap(), 1);
        assert!(connection.prepare("SELECT note FROM deletion").is_err());
        assert!(connection.prepare("SELECT due FROM event").is_err());
        drop(connection);
        let store = open(&path, &cipher, PAUSE).unwrap();
        let sql = "SELECT count(*) > 50 FROM event";
        assert!(store.query_row(sql, [], |row| row.get::<_, bool>(0)).unwrap());
    }
}
