//! The error shapes of Instagram's hosts (reference 2 and 9).

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// Error of `graph.instagram.com`: `{"error":{message, type, code, …}}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct GraphError {
    pub status: StatusCode,
    pub kind: &'static str,
    pub code: i64,
    pub subcode: Option<u32>,
    pub message: String,
    pub transient: bool,
}

impl GraphError {
    /// An `IGApiException` with HTTP 400.
    pub fn new(code: i64, message: impl Into<String>) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            kind: "IGApiException",
            code,
            subcode: None,
            message: message.into(),
            transient: false,
        }
    }

    /// Code 100: an invalid or missing parameter.
    pub fn parameter(message: impl std::fmt::Display) -> Self {
        Self::new(100, format!("(#100) {message}")).oauth()
    }

    /// Code 100 for a field that the object does not have.
    pub fn no_such_field(name: &str) -> Self {
        Self::new(100, format!("Tried accessing nonexisting field ({name})"))
    }

    /// Code 100: a wrong method, or an account without a role on the app (reference 13).
    pub fn unsupported_method(method: &axum::http::Method) -> Self {
        let method = method.as_str().to_ascii_lowercase();
        Self::new(100, format!("Unsupported request - method type: {method}"))
    }

    /// 100/33: an object that is not there, or not there for this account.
    pub fn no_such_object(method: &axum::http::Method, id: &str) -> Self {
        let method = method.as_str().to_ascii_lowercase();
        Self::new(
            100,
            format!(
                "Unsupported {method} request. Object with ID '{id}' does not exist, cannot be \
                 loaded due to missing permissions, or does not support this operation"
            ),
        )
        .subcode(33)
    }

    /// 2500: a path that no endpoint has, as with a doubled version.
    pub fn unknown_path(rest: &str) -> Self {
        Self::new(2500, format!("Unknown path components: /{rest}"))
    }

    pub fn oauth(mut self) -> Self {
        self.kind = "OAuthException";
        self
    }

    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    pub fn subcode(mut self, subcode: u32) -> Self {
        self.subcode = Some(subcode);
        self
    }

    pub fn transient(mut self) -> Self {
        self.transient = true;
        self
    }
}

impl IntoResponse for GraphError {
    fn into_response(self) -> Response {
        let mut error = json!({
            "message": self.message,
            "type": self.kind,
            "code": self.code,
            "fbtrace_id": "AbCdEfGhIjKlMnOpQrStUvW",
        });
        if let Some(subcode) = self.subcode {
            error["error_subcode"] = Value::from(subcode);
        }
        if self.transient {
            error["is_transient"] = Value::Bool(true);
        }
        let mut response = (self.status, Json(json!({ "error": error }))).into_response();
        response.headers_mut().insert(
            header::WWW_AUTHENTICATE,
            HeaderValue::from_static(r#"OAuth "Facebook Platform" "invalid_request" "refused""#),
        );
        response
    }
}

/// The flat error of `api.instagram.com`, always with HTTP 400.
pub(super) fn flat_error(message: &str) -> Response {
    let body = json!({ "error_type": "OAuthException", "code": 400, "error_message": message });
    (StatusCode::BAD_REQUEST, Json(body)).into_response()
}
