//! HTTP by hand, over any stream.

use igbot::sandbox::{self, BUSINESS_ACCOUNT as SHOP, DEFAULT_CUSTOMER as CUSTOMER};
use igbot::webhook::signature::Signature;
use secrecy::SecretString;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};

/// A genuine delivery of one message, as it stands on the wire.
pub fn delivery(mid: &str) -> Vec<u8> {
    let body = format!(
        r#"{{"object":"instagram","entry":[{{"id":"{SHOP}","messaging":[{{"sender":{{"id":"{CUSTOMER}"}},"recipient":{{"id":"{SHOP}"}},"timestamp":1790000000000,"message":{{"mid":"{mid}","text":"hello"}}}}]}}]}}"#
    );
    let secret = SecretString::from(sandbox::INSTAGRAM_APP_SECRET);
    let signature = Signature::of(&secret, body.as_bytes()).header();
    format!(
        "POST /webhook HTTP/1.1\r\nHost: here\r\nX-Hub-Signature-256: {signature}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// Sends a request and reads the status of its answer, which must have no body.
pub async fn exchange(
    stream: &mut (impl AsyncRead + AsyncWrite + Unpin),
    request: &[u8],
) -> std::io::Result<u16> {
    stream.write_all(request).await?;
    stream.flush().await?;
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    let head = String::from_utf8(head).unwrap();
    Ok(head.split(' ').nth(1).unwrap().parse().unwrap())
}
