//! What stands before the login listener's own server.
//!
//! Each connection brings one request. Of its head only what the listener looks at is handed on, over a socket
//! that no other user reaches: its server sets aside memory for as long a body as somebody announces, and
//! waits for it, before anything is known of the request. It speaks no TLS either.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// Largest head of a request; a callback has about two kilobytes.
const MAX_HEAD: usize = 16 * 1024;

/// How long a silent connection is kept.
const SILENCE: Duration = Duration::from_secs(10);

/// How long a head may take.
const HEAD_TIME: Duration = Duration::from_secs(20);

/// Pause after a connection that could not be taken.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// The end of a line, and twice that of a head.
const LINE_END: &[u8] = b"\r\n";

/// Tells either side that a connection brings no second request.
const CLOSE: &[u8] = b"Connection: close";

/// Takes connections on `socket` for as long as the process lives, with TLS if that is set up, and
/// hands their requests to the plain listener that this binds at `inner` and returns.
pub(super) fn before(
    socket: TcpListener,
    tls: Option<Arc<ServerConfig>>,
    inner: PathBuf,
) -> io::Result<UnixListener> {
    let plain = UnixListener::bind(&inner)?;
    thread::spawn(move || {
        for stream in socket.incoming() {
            let Ok(stream) = stream else {
                // No file is left for it; one that others give back may be there soon.
                thread::sleep(ACCEPT_PAUSE);
                continue;
            };
            let (tls, inner) = (tls.clone(), inner.clone());
            let taken = thread::Builder::new().spawn(move || {
                // A browser that distrusts the certificate breaks off; that is its right.
                if let Err(error) = take(&stream, tls, &inner) {
                    tracing::debug!(%error, "a connection to the login listener ended early");
                }
            });
            if let Err(error) = taken {
                // One connection less; there may be room for the next.
                tracing::debug!(%error, "a connection to the login listener found no thread");
                thread::sleep(ACCEPT_PAUSE);
            }
        }
    });
    Ok(plain)
}

fn take(stream: &TcpStream, tls: Option<Arc<ServerConfig>>, inner: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(SILENCE))?;
    stream.set_write_timeout(Some(SILENCE))?;
    let mut stream = stream;
    let Some(config) = tls else {
        return hand_on(&mut stream, inner);
    };
    let connection = ServerConnection::new(config).map_err(io::Error::other)?;
    let mut tls = StreamOwned::new(connection, stream);
    hand_on(&mut tls, inner)?;
    tls.conn.send_close_notify();
    tls.flush()
}

fn hand_on(stream: &mut (impl Read + Write), inner: &Path) -> io::Result<()> {
    let mut head = Vec::new();
    let mut chunk = [0; 2048];
    let began = Instant::now();
    let end = loop {
        let blank_line = |window: &[u8]| window == [LINE_END, LINE_END].concat();
        match head.windows(2 * LINE_END.len()).position(blank_line) {
            Some(end) => break end,
            None if head.len() > MAX_HEAD => return Err(io::Error::other("the head is too long")),
            None if began.elapsed() > HEAD_TIME => {
                return Err(io::Error::other("the head is slow"));
            }
            None => {}
        }
        match stream.read(&mut chunk)? {
            0 => return Ok(()),
            count => head.extend_from_slice(chunk.get(..count).unwrap_or_default()),
        }
    };
    let mut plain = UnixStream::connect(inner)?;
    plain.write_all(&essence(head.get(..end).unwrap_or_default()))?;
    let mut answer = BufReader::new(plain);
    let mut status_line = Vec::new();
    if answer.read_until(b'\n', &mut status_line)? == 0 {
        return Ok(());
    }
    // The server takes no header of this name. A browser that is not told sends its next request on a
    // connection that ends.
    status_line.extend_from_slice(CLOSE);
    status_line.extend_from_slice(LINE_END);
    stream.write_all(&status_line)?;
    io::copy(&mut answer, stream).map(drop)
}

/// Of a head the first line and the hosts. The answer's end is the connection's end.
fn essence(head: &[u8]) -> Vec<u8> {
    let is_host = |line: &&[u8]| line.get(..5).is_some_and(|it| it.eq_ignore_ascii_case(b"host:"));
    let text = String::from_utf8_lossy(head);
    let mut lines = text.split("\r\n").map(str::as_bytes);
    let first = lines.next().unwrap_or_default();
    let hosts = lines.filter(is_host);
    let kept = [first].into_iter().chain(hosts).chain([CLOSE, b"", b""]);
    kept.collect::<Vec<_>>().join(LINE_END)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_listener_looks_at_is_handed_on() {
        for (head, handed_on) in [
            (
                "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 9999\r\nExpect: 100-continue\r\nhOsT:b",
                "POST /x HTTP/1.1\r\nHost: a\r\nhOsT:b\r\nConnection: close\r\n\r\n",
            ),
            ("GET / HTTP/1.1", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"),
            (
                "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n Host: folded",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
            ),
        ] {
            assert_eq!(String::from_utf8(essence(head.as_bytes())).unwrap(), handed_on);
        }
    }
}
