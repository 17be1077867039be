//! Attachments and templates, checked for form (reference 6).

use serde_json::Value;
use url::Url;

use crate::sandbox::answer::GraphError;

/// Longest text of a button template, in characters.
const MAX_BUTTON_TEXT: usize = 640;

/// Longest title and subtitle of an element, in characters.
const MAX_TITLE: usize = 80;

/// Largest image in bytes, and largest file of another type.
const MAX_IMAGE: usize = 8 << 20;
const MAX_FILE: usize = 25 << 20;

/// Most images of a message, and most elements of a template.
pub(super) const MAX_ITEMS: usize = 10;

/// Most buttons of a template or of one of its elements.
const MAX_BUTTONS: usize = 3;

pub(super) fn check_attachment(attachment: &Value) -> Result<(), GraphError> {
    let payload = &attachment["payload"];
    let valid = match attachment["type"].as_str() {
        Some("image" | "video" | "audio" | "file") => return check_media(attachment),
        Some("like_heart") => attachment.get("payload").is_none(),
        Some("MEDIA_SHARE") => {
            payload["id"].as_str().is_some_and(is_number) || payload["id"].is_u64()
        }
        Some("template") => template(payload),
        _ => false,
    };
    if valid { Ok(()) } else { Err(GraphError::parameter("Invalid parameter message[attachment]")) }
}

/// A media attachment has a URL to fetch or the id of an upload. The sandbox fetches nothing.
pub(super) fn check_media(attachment: &Value) -> Result<(), GraphError> {
    let known = matches!(attachment["type"].as_str(), Some("image" | "video" | "audio" | "file"));
    let payload = &attachment["payload"];
    let url = payload["url"].as_str().and_then(|url| Url::parse(url).ok());
    let fetchable =
        url.is_some_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    let uploaded = payload["attachment_id"].as_str().is_some_and(is_number);
    if known && (fetchable != uploaded) {
        Ok(())
    } else {
        Err(GraphError::parameter(
            "Invalid parameter message[attachment][payload]: a type and a url are needed",
        ))
    }
}

/// A file that is uploaded: its bytes must be of its type, and not too many.
pub(super) fn check_file(attachment: &Value, bytes: &[u8]) -> Result<(), GraphError> {
    let begins = |with: &[u8]| bytes.starts_with(with);
    let at = |from: usize, word: &[u8]| bytes.get(from..from + word.len()) == Some(word);
    let mp4 = at(4, b"ftyp");
    let riff = |kind: &[u8]| begins(b"RIFF") && at(8, kind);
    let fits = match attachment["type"].as_str() {
        Some("image") => begins(b"\x89PNG") || begins(b"\xff\xd8\xff") || begins(b"GIF8"),
        Some("audio") => mp4 || riff(b"WAVE") || begins(b"\xff\xf1") || begins(b"\xff\xf9"),
        Some("video") => mp4 || riff(b"AVI ") || begins(b"OggS") || begins(b"\x1a\x45\xdf\xa3"),
        Some("file") => begins(b"%PDF-"),
        _ => false,
    };
    if !fits {
        return Err(GraphError::parameter("Upload attachment failure."));
    }
    let image = attachment["type"] == "image";
    let most = if image { MAX_IMAGE } else { MAX_FILE };
    match bytes.len() > most {
        true if image => {
            Err(GraphError::new(36_000, "The image file is too large").subcode(2_207_004))
        }
        true => Err(GraphError::parameter("Upload attachment failure.")),
        false => Ok(()),
    }
}

fn template(payload: &Value) -> bool {
    let buttons = |given: &Value, least: usize| match given {
        Value::Null => least == 0,
        given => given
            .as_array()
            .is_some_and(|list| (1..=MAX_BUTTONS).contains(&list.len()) && list.iter().all(button)),
    };
    let elements = payload["elements"].as_array().map(Vec::as_slice).unwrap_or_default();
    let counted = (1..=MAX_ITEMS).contains(&elements.len());
    match payload["template_type"].as_str() {
        Some("generic") => {
            let short =
                |text: &Value| text.as_str().is_some_and(|text| text.chars().count() <= MAX_TITLE);
            counted
                && elements.iter().all(|element| {
                    short(&element["title"])
                        && (element["subtitle"].is_null() || short(&element["subtitle"]))
                        && buttons(&element["buttons"], 0)
                })
        }
        Some("button") => {
            let text = payload["text"].as_str().unwrap_or_default();
            !text.is_empty()
                && text.chars().count() <= MAX_BUTTON_TEXT
                && buttons(&payload["buttons"], 1)
        }
        Some("product") => counted && elements.iter().all(|element| !element["id"].is_null()),
        _ => false,
    }
}

fn button(button: &Value) -> bool {
    let target = match button["type"].as_str() {
        Some("web_url") => &button["url"],
        Some("postback") => &button["payload"],
        _ => return false,
    };
    target.is_string() && button["title"].is_string()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
