//! Refuses requests whose end a proxy might see elsewhere (security, 9).
//!
//! hyper refuses bad lengths by itself. It does not look at `Host`, and it takes codings in front
//! of `chunked`.

use axum::body::Body;
use axum::http::header::{CONNECTION, HOST, TRANSFER_ENCODING};
use axum::http::uri::Authority;
use axum::http::{HeaderValue, Request, Response, StatusCode, Version};

/// Tells whether everybody who reads the head of this request agrees on where it ends.
pub(super) fn is_sound<B>(request: &Request<B>) -> bool {
    let headers = request.headers();
    let mut hosts = headers.get_all(HOST).iter();
    let host = match (hosts.next(), hosts.next()) {
        (Some(host), None) => names_a_host(host),
        (None, _) => request.version() == Version::HTTP_10,
        _ => false,
    };
    let mut codings = headers.get_all(TRANSFER_ENCODING).iter();
    let coding = match (codings.next(), codings.next()) {
        (None, _) => true,
        // Beside a length hyper goes by the coding alone, and closes after the answer.
        (Some(coding), None) => coding.as_bytes().eq_ignore_ascii_case(b"chunked"),
        _ => false,
    };
    host && coding
}

fn names_a_host(value: &HeaderValue) -> bool {
    let is_host = |text: &str| !text.contains('@') && text.parse::<Authority>().is_ok();
    value.to_str().is_ok_and(is_host)
}

/// The answer to a request that is not sound; it closes the connection.
pub(super) fn refusal() -> Response<Body> {
    let mut refusal = Response::new(Body::empty());
    *refusal.status_mut() = StatusCode::BAD_REQUEST;
    refusal.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    refusal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ambiguous_heads_are_refused() {
        for (headers, fine) in [
            (&[("host", "a")][..], true),
            (&[("host", "user@a")], false),
            (&[], false),
            (&[("host", "my_bot.internal:8080")], true),
            (&[("host", "[::1]:8080")], true),
            (&[("host", "")], false),
            (&[("host", "a b")], false),
            (&[("host", "a"), ("host", "a")], false),
            (&[("host", "a"), ("transfer-encoding", "chunked")], true),
            (&[("host", "a"), ("transfer-encoding", "gzip, chunked")], false),
            (&[("host", "a"), ("transfer-encoding", "identity")], false),
        ] {
            let mut request = Request::new(());
            for (name, value) in headers {
                request.headers_mut().append(*name, HeaderValue::from_static(value));
            }
            assert_eq!(is_sound(&request), fine, "{headers:?}");
        }
    }
}
