//! Uploading a file, to send it once or more often (reference 6).

use std::io::{self, SeekFrom};
use std::path::Path;

use jiff::SignedDuration;
use schemars::JsonSchema;
use serde::Serialize;
use tokio::fs::{self, File};
use tokio::io::{AsyncReadExt as _, AsyncSeekExt as _};
use tokio::time::sleep_until;

use super::{OpsError, Services};
use crate::domain::account::Account;
use crate::domain::id::AttachmentId;
use crate::domain::media::{InvalidFile, MediaKind, TELLING, check_file};
use crate::graph::upload::{FileToUpload, UploadError};
use crate::store::StoreError;

/// How long an upload waits for the end of a rest that Instagram asked for, as a message does.
const PATIENCE: SignedDuration = SignedDuration::from_secs(30);

/// A file that Instagram keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Uploaded {
    /// Under which it can be sent, also more than once.
    pub attachment_id: AttachmentId,
    /// As what.
    pub kind: MediaKind,
}

/// Opens a file and checks what Instagram would refuse, by its first bytes and its size.
///
/// # Errors
/// [`OpsError::NotUploadable`], or [`OpsError::Unopened`].
pub async fn open(path: &Path, wanted: Option<MediaKind>) -> Result<FileToUpload, OpsError> {
    let unopened = OpsError::unopened(path);
    // Looked at first: opening a pipe would wait for whoever writes into it.
    let metadata = fs::metadata(path).await.map_err(unopened)?;
    if !metadata.is_file() {
        return Err(InvalidFile::NoFile.into());
    }
    let mut file = File::open(path).await.map_err(unopened)?;
    let head = head(&mut file).await.map_err(unopened)?;
    let bytes = metadata.len();
    let (file_type, kind) = check_file(&head, bytes, wanted)?;
    Ok(FileToUpload { file, bytes, file_type, kind })
}

/// The first bytes of a file, which is at its beginning again after that.
async fn head(file: &mut File) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    (&mut *file).take(TELLING as u64).read_to_end(&mut head).await?;
    file.seek(SeekFrom::Start(0)).await?;
    Ok(head)
}

/// Uploads a file.
///
/// # Errors
/// [`StoreError::RateLimited`] before the call; [`OpsError::FileChanged`], [`OpsError::Unread`] and
/// [`OpsError::NoUploadId`]. Nobody sees a file that was only uploaded, so it can be uploaded
/// again.
pub async fn upload(
    services: &Services,
    account: &Account,
    file: FileToUpload,
) -> Result<Uploaded, OpsError> {
    let token = services.token(account).await?;
    let asked = services.clock.moment();
    if let Some(until) = services.store.blocked_until(&account.account_id, asked.time).await? {
        if until.duration_since(asked.time) > PATIENCE {
            return Err(StoreError::RateLimited { until }.into());
        }
        sleep_until(asked.until(until)).await;
    }
    let kind = file.kind;
    let boundary = format!("igbot-{}", services.random.token());
    let uploaded = services.graph.upload(&token, file, &boundary).await;
    match uploaded {
        Ok(id) => match id.and_then(|it| it.attachment_id?.parse().ok()) {
            Some(attachment_id) => Ok(Uploaded { attachment_id, kind }),
            None => Err(OpsError::NoUploadId { alias: account.alias.clone() }),
        },
        Err(UploadError::Shortened) => Err(OpsError::FileChanged),
        Err(UploadError::Unread(error)) => Err(OpsError::Unread(error)),
        Err(UploadError::Graph(error)) => {
            services.note_usage(account, None, Some(&error)).await;
            Err(services.note_refusal(account, error).await)
        }
    }
}
