//! Locks between processes, on files beside the store. Each dies with its holder, however that ends
//! (security, 25); a number in a file would outlive a crash.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// A lock that is held for as long as this lives. No child inherits it.
#[derive(Debug)]
pub struct FileLock {
    _file: File,
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
    ///
    /// # Errors
    /// As for [`FileLock::exclusive`].
    pub fn shared(path: &Path) -> io::Result<Option<Self>> {
        Self::take(path, File::try_lock_shared)
    }

    fn take(
        path: &Path,
        lock: impl Fn(&File) -> Result<(), TryLockError>,
    ) -> io::Result<Option<Self>> {
        let mut options = OpenOptions::new();
        let file = options.write(true).create(true).truncate(false).mode(0o600).open(path)?;
        match lock(&file) {
            Ok(()) => Ok(Some(Self { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
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
}
