//! Locks between processes, on files beside the store. Each dies with its holder, however that ends
//! (security, 25); a number in a file would outlive a crash.

use std::fs::{self, File, OpenOptions, Permissions, TryLockError};
use std::io;
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _, fchown};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use rustix::fs::{FlockOperation, OFlags};

/// Pause before the next try for a lock that another process has.
const PAUSE: Duration = Duration::from_millis(5);

/// A lock that is held for as long as this lives. No child inherits it.
#[derive(Debug)]
pub struct FileLock {
    file: File,
}

/// Gives a file that root has made to the owner of the directory, who could not open it otherwise.
fn give_to_owner(file: &File, path: &Path) {
    let (Ok(made), Some(Ok(home))) = (file.metadata(), path.parent().map(fs::metadata)) else {
        return;
    };
    // A file with a second name may be anything of root's that somebody has put here.
    if made.uid() != home.uid() && made.uid() == 0 && made.nlink() == 1 {
        // Without the right to it everything stays as it was.
        let _ = fchown(file, Some(home.uid()), Some(home.gid()));
    }
}

impl FileLock {
    /// Takes the lock for itself alone; `None` while another process has it.
    ///
    /// # Errors
    /// The file cannot be made or locked.
    pub fn exclusive(path: &Path) -> io::Result<Option<Self>> {
        Self::take(path, File::try_lock)
    }

    /// Takes the lock beside others who share it; `None` while a process has it alone.
    pub fn shared(path: &Path) -> io::Result<Option<Self>> {
        Self::take(path, File::try_lock_shared)
    }

    fn take(
        path: &Path,
        lock: impl Fn(&File) -> Result<(), TryLockError>,
    ) -> io::Result<Option<Self>> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false).mode(0o600);
        // Whoever may write beside the file must not choose what is written to.
        options.custom_flags(OFlags::NOFOLLOW.bits().cast_signed());
        let file = options.open(path)?;
        give_to_owner(&file, path);
        match lock(&file) {
            Ok(()) => Ok(Some(Self { file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// Takes a lock as `take` does, trying again for as long as `patience`.
    pub(super) fn wait(
        path: &Path,
        patience: Duration,
        take: fn(&Path) -> io::Result<Option<Self>>,
    ) -> io::Result<Option<Self>> {
        let started = Instant::now();
        loop {
            match take(path)? {
                None if started.elapsed() < patience => thread::sleep(PAUSE),
                taken => return Ok(taken),
            }
        }
    }

    /// Whether the locked file holds anything.
    pub(super) fn is_marked(&self) -> io::Result<bool> {
        Ok(self.file.metadata()?.len() > 0)
    }

    /// Puts one byte into the locked file, or takes everything out of it.
    pub(super) fn mark(&self, mark: bool) -> io::Result<()> {
        match self.is_marked()? == mark {
            true => Ok(()),
            false => self.file.set_len(u64::from(mark)),
        }
    }

    /// Takes everything out of the locked file, and the eyes of others off it.
    pub(super) fn begin_anew(&self) -> io::Result<()> {
        self.file.set_permissions(Permissions::from_mode(0o600))?;
        self.file.set_len(0)
    }

    /// Whether the locked file is still the one of this name.
    pub(super) fn is_at(&self, path: &Path) -> io::Result<bool> {
        same_file(&self.file.metadata()?, path)
    }

    /// Whether the locked file is of the user this runs as, under this name alone. For root it may be of the
    /// owner of the directory, to whom whatever root makes there is given.
    pub(super) fn is_own(&self, path: &Path) -> io::Result<bool> {
        let (file, user) = (self.file.metadata()?, rustix::process::geteuid());
        let home = path
            .parent()
            .map(|home| if home.as_os_str().is_empty() { Path::new(".") } else { home });
        let of_home = || {
            user.is_root()
                && home
                    .and_then(|it| fs::metadata(it).ok())
                    .is_some_and(|home| home.uid() == file.uid())
        };
        Ok((file.uid() == user.as_raw() || of_home()) && file.nlink() == 1)
    }

    /// Waits until the locked file is on the disk.
    pub(super) fn sync(&self) -> io::Result<()> {
        self.file.sync_all()
    }
}

/// A file that no other process has open in SQLite, nor can open there while this lives.
///
/// SQLite's locks are POSIX locks, which a process loses as soon as it closes any handle of the
/// file: this process must have no connection to it.
#[derive(Debug)]
pub(super) struct Unused {
    _file: File,
}

impl Unused {
    /// Makes sure of it; `None` while another process has the file open.
    pub(super) fn take(path: &Path) -> io::Result<Option<Self>> {
        let file = OpenOptions::new().read(true).write(true).open(path)?;
        match rustix::fs::fcntl_lock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(Some(Self { _file: file })),
            Err(rustix::io::Errno::AGAIN | rustix::io::Errno::ACCESS) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

/// The lock of a store, which every process shares for as long as it has the store open. Whoever
/// replaces the file takes it alone. It holds a byte once the store is made.
pub(super) fn of_store(path: &Path) -> PathBuf {
    beside(&real(path), ".lock")
}

/// The lock of the one process that may refresh tokens.
pub(super) fn of_refresh(path: &Path) -> PathBuf {
    beside(&real(path), ".refresh.lock")
}

/// The lock that those share who send single messages.
pub(super) fn of_senders(path: &Path) -> PathBuf {
    beside(&real(path), ".send.lock")
}

/// The lock of the one process that may work on a batch.
pub(super) fn of_batch(path: &Path, id: i64) -> PathBuf {
    beside(&real(path), &format!(".batch-{id}.lock"))
}

/// One lock under whatever name the store is opened.
fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// Whether a name leads to a file that is known by its metadata.
pub(super) fn same_file(file: &fs::Metadata, path: &Path) -> io::Result<bool> {
    match fs::metadata(path) {
        Ok(there) => Ok((there.dev(), there.ino()) == (file.dev(), file.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// A file beside another one: its name with something appended.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_alone_or_many_together_and_free_again_afterwards() {
        let dir = tempfile::tempdir().unwrap();
        let path = beside(&dir.path().join("store.db"), ".lock");
        assert!(path.ends_with("store.db.lock"));
        let alone = FileLock::exclusive(&path).unwrap().unwrap();
        assert!(FileLock::exclusive(&path).unwrap().is_none());
        assert!(FileLock::shared(&path).unwrap().is_none());
        drop(alone);
        let one = FileLock::shared(&path).unwrap().unwrap();
        let other = FileLock::shared(&path).unwrap().unwrap();
        assert!(FileLock::exclusive(&path).unwrap().is_none());
        drop((one, other));
        assert!(FileLock::exclusive(&path).unwrap().is_some());
    }

    #[test]
    fn a_store_has_one_lock_under_all_its_names() {
        let dir = tempfile::tempdir().unwrap();
        let (path, link) = (dir.path().join("store.db"), dir.path().join("link.db"));
        fs::write(&path, "").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert_eq!(of_store(&path), of_store(&link));
        assert_eq!(of_refresh(&path), of_refresh(&link));
    }
}
