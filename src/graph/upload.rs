//! Uploading a file to be sent (reference 6, `message_attachments`).

use std::io;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, ready};

use hyper::body::{Body, Bytes, Frame, SizeHint};
use reqwest::header;
use serde_json::{Value, json};
use tokio::fs::File;
use tokio::io::{AsyncRead as _, ReadBuf};
use url::Url;

use super::GraphError;
use super::messages::{Preview, Upload};
use super::transport::{Graph, authorized};
use crate::domain::media::{FileType, MediaKind};
use crate::domain::token::LongLivedToken;

/// How much of a file is read at once.
const CHUNK: usize = 64 << 10;

/// A file that has been checked and is at its beginning.
#[derive(Debug)]
pub struct FileToUpload {
    /// The open file.
    pub file: File,
    /// How many bytes of it go out.
    pub bytes: u64,
    /// What it is.
    pub file_type: FileType,
    /// As what it is to be sent.
    pub kind: MediaKind,
}

/// Why a file was not uploaded.
#[derive(Debug)]
pub enum UploadError {
    /// The file became shorter while it was read.
    Shortened,
    /// The file could not be read to its end.
    Unread(io::Error),
    /// Instagram, or the way to it.
    Graph(GraphError),
}

impl Graph {
    /// The request that [`upload`](Self::upload) would make.
    pub fn preview_upload(&self, file: &FileToUpload) -> Preview {
        let filedata = json!({ "type": file.file_type.mime, "bytes": file.bytes });
        let body = json!({ "message": message(file.kind), "filedata": filedata });
        Preview { method: "POST", url: self.attachments_url(), body }
    }

    /// Uploads a file piece by piece; gives what it is called, if that came. `boundary` is a word that is not
    /// in the file.
    ///
    /// # Errors
    /// After any error it can be called again: nobody sees a file that was only uploaded.
    pub async fn upload(
        &self,
        token: &LongLivedToken,
        file: FileToUpload,
        boundary: &str,
    ) -> Result<Option<Upload>, UploadError> {
        let head = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\n{}\r\n\
             --{boundary}\r\nContent-Disposition: form-data; name=\"filedata\"; \
             filename=\"upload.{}\"\r\nContent-Type: {}\r\n\r\n",
            message(file.kind),
            file.file_type.extension,
            file.file_type.mime,
        );
        let unread = Arc::new(OnceLock::new());
        let body = Multipart {
            head: Some(head.into()),
            file: file.file,
            left: file.bytes,
            tail: Some(format!("\r\n--{boundary}--\r\n").into()),
            unread: Arc::clone(&unread),
        };
        let request = self
            .post(self.attachments_url())
            .timeout(self.media_timeout)
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={boundary}"))
            .body(reqwest::Body::wrap(body));
        match self.call::<Value>(authorized(request, &token.0)).await {
            Ok(answer) => Ok(serde_json::from_value(answer).ok()),
            // To the network a body that breaks off is a call that was interrupted.
            Err(error) => Err(unread.get().map_or(UploadError::Graph(error), |kind| match kind {
                io::ErrorKind::UnexpectedEof => UploadError::Shortened,
                kind => UploadError::Unread((*kind).into()),
            })),
        }
    }

    fn attachments_url(&self) -> Url {
        self.url(&["me", "message_attachments"])
    }
}

fn message(kind: MediaKind) -> Value {
    json!({ "attachment": { "type": kind.as_str(), "payload": { "is_reusable": true } } })
}

/// A body that is read from the file while it goes out.
struct Multipart {
    head: Option<Bytes>,
    file: File,
    left: u64,
    tail: Option<Bytes>,
    /// Why the file could not be read to its end.
    unread: Arc<OnceLock<io::ErrorKind>>,
}

impl Multipart {
    fn breaks_off(&self, error: io::Error) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let _ = self.unread.set(error.kind());
        Poll::Ready(Some(Err(error)))
    }
}

impl Body for Multipart {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if let Some(head) = self.head.take() {
            return Poll::Ready(Some(Ok(Frame::data(head))));
        }
        if self.left == 0 {
            return Poll::Ready(self.tail.take().map(|tail| Ok(Frame::data(tail))));
        }
        let most = usize::try_from(self.left).unwrap_or(CHUNK).min(CHUNK);
        let mut chunk = vec![0; most];
        let mut buffer = ReadBuf::new(&mut chunk);
        if let Err(error) = ready!(Pin::new(&mut self.file).poll_read(context, &mut buffer)) {
            return self.breaks_off(error);
        }
        let read = buffer.filled().len();
        if read == 0 {
            let text = "the file became shorter while it was read";
            return self.breaks_off(io::Error::new(io::ErrorKind::UnexpectedEof, text));
        }
        chunk.truncate(read);
        self.left -= read as u64;
        Poll::Ready(Some(Ok(Frame::data(chunk.into()))))
    }

    fn size_hint(&self) -> SizeHint {
        let length = |part: &Option<Bytes>| part.as_ref().map_or(0, |part| part.len() as u64);
        SizeHint::with_exact(length(&self.head) + self.left + length(&self.tail))
    }
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, TcpListener};
    use std::time::Duration;

    use super::*;
    use crate::domain::media::check_file;
    use crate::graph::Endpoints;

    #[tokio::test]
    async fn a_file_that_became_shorter_is_told_from_a_broken_connection() {
        // Takes connections, and says nothing.
        let silent = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let host: Url = format!("http://{}", silent.local_addr().unwrap()).parse().unwrap();
        let endpoints = Endpoints {
            authorize: host.clone(),
            api: host.clone(),
            graph: host.clone(),
            meta_graph: host,
            version: "v25.0".to_owned(),
        };
        let graph = Graph::new(endpoints, Some(Duration::from_secs(20))).unwrap();
        let content = b"\x89PNG\r\n\x1a\n";
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("picture");
        std::fs::write(&path, content).unwrap();
        let bytes = content.len() as u64 + 1;
        let (file_type, kind) = check_file(content, bytes, None).unwrap();
        let file = File::open(path).await.unwrap();
        let file = FileToUpload { file, bytes, file_type, kind };
        let token = LongLivedToken("IGAAtest".into());
        let uploaded = graph.upload(&token, file, "boundary").await;
        assert!(matches!(uploaded, Err(UploadError::Shortened)), "{uploaded:?}");
    }
}
