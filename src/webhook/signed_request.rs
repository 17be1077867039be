//! `signed_request`, the body of the deauthorize and data-deletion callbacks (reference 10).

use base64::Engine as _;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use hmac::{Hmac, Mac};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use sha2::Sha256;

use crate::domain::id::AppScopedId;
use crate::domain::json::{Object, readable};

/// Base64url with or without padding, as both are in use.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// What a verified `signed_request` says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SignedRequest {
    algorithm: String,
    /// The account the request is about, by its app-scoped id.
    pub user_id: Option<AppScopedId>,
}

/// Why a `signed_request` is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Not `signature.payload` in base64url, or the payload is no such JSON.
    #[error("the signed request is malformed")]
    Malformed,
    /// No configured secret made the signature.
    #[error("the signed request's signature matches no configured secret")]
    Forged,
    /// Signed with something other than HMAC-SHA256.
    #[error("the signed request names another algorithm than HMAC-SHA256")]
    Algorithm,
}

/// Verifies a `signed_request` with each secret and reads it.
///
/// # Errors
/// [`Refused::Forged`] before the payload is looked at.
pub fn open(signed_request: &str, secrets: &[SecretString]) -> Result<SignedRequest, Refused> {
    let (signature, payload) = signed_request.split_once('.').ok_or(Refused::Malformed)?;
    let signature = BASE64.decode(signature).map_err(|_| Refused::Malformed)?;
    let genuine = secrets.iter().any(|secret| {
        Hmac::<Sha256>::new_from_slice(secret.expose_secret().as_bytes())
            .is_ok_and(|mac| mac.chain_update(payload).verify_slice(&signature).is_ok())
    });
    if !genuine {
        return Err(Refused::Forged);
    }
    let json = BASE64.decode(payload).map_err(|_| Refused::Malformed)?;
    let json = str::from_utf8(&json).map_err(|_| Refused::Malformed)?;
    let Object(request): Object<SignedRequest> =
        serde_json::from_str(&readable(json)).map_err(|_| Refused::Malformed)?;
    if request.algorithm != "HMAC-SHA256" {
        return Err(Refused::Algorithm);
    }
    let digits = |id: &AppScopedId| id.as_str().bytes().all(|it| it.is_ascii_digit());
    match &request.user_id {
        Some(id) if !digits(id) => Err(Refused::Malformed),
        _ => Ok(request),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// The check value of Facebook's SDKs (reference 10).
    const VECTOR: &str = "vlXgu64BQGFSQrY0ZcJBZASMvYvTHu9GQ0YM9rjPSso.\
                          eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsIjAiOiJwYXlsb2FkIn0";

    #[test]
    fn the_published_vector_opens_with_its_secret_only() {
        let secret = SecretString::from("secret");
        let other = SecretString::from("other");
        assert_eq!(open(VECTOR, &[other.clone(), secret]).unwrap().user_id, None);
        assert_eq!(open(VECTOR, &[other]), Err(Refused::Forged));
    }

    #[test]
    fn bent_requests_are_refused() {
        let secret = [SecretString::from("secret")];
        assert_eq!(open("", &secret), Err(Refused::Malformed));
        assert_eq!(open("a.b", &secret), Err(Refused::Malformed));
        assert_eq!(open(&VECTOR.replace("eyJ", "eyK"), &secret), Err(Refused::Forged));
        for (user_id, expected) in [("26", true), ("-1", false), ("abc", false), ("26a", false)] {
            let payload = json!({ "algorithm": "HMAC-SHA256", "user_id": user_id }).to_string();
            let payload = BASE64.encode(payload);
            let mac = Hmac::<Sha256>::new_from_slice(b"secret").unwrap().chain_update(&payload);
            let signed = format!("{}.{payload}", BASE64.encode(mac.finalize().into_bytes()));
            assert_eq!(open(&signed, &secret).is_ok(), expected, "{user_id}");
        }
    }
}
