//! Files that are whole at every moment: written beside, and then put under their name.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use crate::random::Random;

/// A file that is being written, and vanishes unless it is published.
#[derive(Debug)]
pub(super) struct WholeFile {
    file: File,
    beside: PathBuf,
    path: PathBuf,
    published: bool,
}

impl WholeFile {
    /// Begins a file that is to stand under `path`.
    ///
    /// # Errors
    /// The directory cannot be written, or there is something other than a file under the name; it
    /// stays as it was.
    pub(super) fn begin(path: &Path, mode: u32, random: &dyn Random) -> io::Result<Self> {
        if fs::symlink_metadata(path).is_ok_and(|there| !there.is_file()) {
            return Err(io::Error::other("there is something other than a file"));
        }
        // A name that nobody can foresee, and a file that is made and not found: the directory may
        // belong to others.
        let mut beside = path.as_os_str().to_owned();
        beside.push(format!(".{}", random.token()));
        let beside = PathBuf::from(beside);
        let file = OpenOptions::new().write(true).create_new(true).mode(mode).open(&beside)?;
        let it = Self { file, beside, path: path.to_owned(), published: false };
        // Whatever the umask says.
        it.file.set_permissions(Permissions::from_mode(mode))?;
        Ok(it)
    }

    /// Puts the file under its name.
    ///
    /// # Errors
    /// The disk is full, or the directory cannot be written any more.
    pub(super) fn publish(mut self) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.beside, &self.path)?;
        self.published = true;
        Ok(())
    }
}

impl io::Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for WholeFile {
    fn drop(&mut self) {
        if !self.published {
            let _ = fs::remove_file(&self.beside);
        }
    }
}
