//! Files that messages carry.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Kinds of files, by the words of the Send API (reference 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MediaKind {
    /// A picture.
    Image,
    /// A film.
    Video,
    /// A sound.
    Audio,
    /// A PDF.
    File,
}

impl MediaKind {
    /// The word of the Send API and of `--json`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Video => "video",
            Self::Audio => "audio",
            Self::File => "file",
        }
    }

    /// The largest file that Instagram takes, in MiB (reference 6).
    pub fn most_mib(self) -> u64 {
        match self {
            Self::Image => 8,
            Self::Video | Self::Audio | Self::File => 25,
        }
    }

    /// The types of files that Instagram takes.
    pub fn types(self) -> &'static str {
        match self {
            Self::Image => "png, jpeg or gif",
            Self::Video => "mp4, ogg, avi, mov or webm",
            Self::Audio => "aac, m4a, wav or mp4",
            Self::File => "pdf",
        }
    }
}

/// A type of file that Instagram takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileType {
    /// How files of this type usually end.
    pub extension: &'static str,
    /// Its name in HTTP.
    pub mime: &'static str,
    /// As what it can be sent; the first unless somebody says otherwise.
    kinds: &'static [MediaKind],
}

/// How many bytes of a file tell its type.
pub const TELLING: usize = 64;

impl FileType {
    /// Tells the type of a file by how it begins. Names are not looked at: they may lie.
    pub fn of(head: &[u8]) -> Option<Self> {
        use MediaKind::{Audio, File, Image, Video};
        let known = |extension, mime, kinds| Some(Self { extension, mime, kinds });
        let holds = |word: &[u8]| head.windows(word.len()).any(|it| it == word);
        match head {
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => {
                known("png", "image/png", &[Image])
            }
            [0xff, 0xd8, 0xff, ..] => known("jpg", "image/jpeg", &[Image]),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => known("gif", "image/gif", &[Image]),
            [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => match brand.get(..4)? {
                b"M4A " | b"M4B " => known("m4a", "audio/mp4", &[Audio]),
                b"qt  " => known("mov", "video/quicktime", &[Video]),
                // Pictures of phones, in the same wrapping.
                [b'h', b'e', ..] | b"mif1" | b"msf1" | b"avif" | b"avis" => None,
                _ => known("mp4", "video/mp4", &[Video, Audio]),
            },
            // Films older than that wrapping.
            [_, _, _, _, b'm', b'o', b'o', b'v', ..] | [_, _, _, _, b'w', b'i', b'd', b'e', ..] => {
                known("mov", "video/quicktime", &[Video])
            }
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E', ..] => {
                known("wav", "audio/wav", &[Audio])
            }
            [b'R', b'I', b'F', b'F', _, _, _, _, b'A', b'V', b'I', b' ', ..] => {
                known("avi", "video/x-msvideo", &[Video])
            }
            [b'O', b'g', b'g', b'S', ..] => known("ogg", "video/ogg", &[Video]),
            [0x1a, 0x45, 0xdf, 0xa3, ..] if holds(b"webm") => known("webm", "video/webm", &[Video]),
            // The layer bits tell it from mp3, which Instagram does not take.
            [0xff, second, ..] if second & 0xf6 == 0xf0 => known("aac", "audio/aac", &[Audio]),
            [b'A', b'D', b'I', b'F', ..] => known("aac", "audio/aac", &[Audio]),
            [b'%', b'P', b'D', b'F', b'-', ..] => known("pdf", "application/pdf", &[File]),
            _ => None,
        }
    }

    /// As what it is sent unless somebody says otherwise.
    pub fn usual_kind(self) -> Option<MediaKind> {
        self.kinds.first().copied()
    }
}

/// Why a file cannot be uploaded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidFile {
    /// A directory, a pipe and the like.
    #[error("it is not a file")]
    NoFile,
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// None of the types that messages carry.
    #[error("the file is not of a type that Instagram accepts")]
    UnknownType,
    /// Another kind of file.
    #[error("the file is of type {is}; Instagram accepts {types} as {kind}", kind = .wanted.as_str(), types = .wanted.types())]
    OtherKind {
        /// What it is.
        is: &'static str,
        /// As what it was to be sent.
        wanted: MediaKind,
    },
    /// Beyond the limit.
    #[error("the file has {bytes} bytes; Instagram allows at most {most} MiB as {kind}", kind = .kind.as_str(), most = .kind.most_mib())]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// As what it was to be sent.
        kind: MediaKind,
    },
}

/// Checks a file by how it begins and by its size; gives its type and as what it is sent.
///
/// # Errors
/// What Instagram would refuse.
pub fn check_file(
    head: &[u8],
    bytes: u64,
    wanted: Option<MediaKind>,
) -> Result<(FileType, MediaKind), InvalidFile> {
    if bytes == 0 {
        return Err(InvalidFile::Empty);
    }
    let found = FileType::of(head).ok_or(InvalidFile::UnknownType)?;
    let kind = wanted.or(found.usual_kind()).ok_or(InvalidFile::UnknownType)?;
    if !found.kinds.contains(&kind) {
        return Err(InvalidFile::OtherKind { is: found.extension, wanted: kind });
    }
    match bytes > kind.most_mib() << 20 {
        true => Err(InvalidFile::TooLarge { bytes, kind }),
        false => Ok((found, kind)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_how_it_begins() {
        use MediaKind::{Audio, File, Image, Video};
        for (head, expected) in [
            (&b"\x89PNG\r\n\x1a\n...."[..], Some(("png", Image))),
            (b"\xff\xd8\xff\xe0..JFIF", Some(("jpg", Image))),
            (b"GIF89a..", Some(("gif", Image))),
            (b"\0\0\0\x20ftypisom....", Some(("mp4", Video))),
            (b"\0\0\0\x20ftypM4A ....", Some(("m4a", Audio))),
            (b"\0\0\0\x14ftypqt  ....", Some(("mov", Video))),
            (b"\0\0\0\x08wide\0\0..mdat", Some(("mov", Video))),
            (b"\0\0\0\x18ftypheic....", None),
            (b"\0\0\0\x18ftyp", None),
            (b"RIFF....WAVEfmt ", Some(("wav", Audio))),
            (b"RIFF....AVI LIST", Some(("avi", Video))),
            (b"RIFF....WEBPVP8 ", None),
            (b"OggS\0", Some(("ogg", Video))),
            (b"\x1a\x45\xdf\xa3....B\x82\x84webm", Some(("webm", Video))),
            (b"\x1a\x45\xdf\xa3....B\x82\x88matroska", None),
            (b"\xff\xf1\x50\x80", Some(("aac", Audio))),
            (b"\xff\xfb\x90\x64", None),
            (b"ID3\x03", None),
            (b"%PDF-1.7", Some(("pdf", File))),
            (b"<svg>", None),
            (b"", None),
        ] {
            let found = FileType::of(head);
            let found = found.and_then(|it| Some((it.extension, it.usual_kind()?)));
            assert_eq!(found, expected, "{head:?}");
        }
    }

    #[test]
    fn a_file_is_refused_by_kind_and_size() {
        let png = b"\x89PNG\r\n\x1a\n";
        let mp4 = b"\0\0\0\x20ftypisom";
        for (head, bytes, wanted, expected) in [
            (&png[..], 8 << 20, None, Ok(MediaKind::Image)),
            (
                png,
                (8 << 20) + 1,
                None,
                Err("8388609 bytes; Instagram allows at most 8 MiB as image"),
            ),
            (png, 9, Some(MediaKind::File), Err("is of type png; Instagram accepts pdf as file")),
            (mp4, 25 << 20, None, Ok(MediaKind::Video)),
            (mp4, 9, Some(MediaKind::Audio), Ok(MediaKind::Audio)),
            (mp4, (25 << 20) + 1, None, Err("at most 25 MiB")),
            (b"", 0, None, Err("empty")),
            (b"MZ", 2, Some(MediaKind::File), Err("not of a type")),
        ] {
            match (check_file(head, bytes, wanted), expected) {
                (Ok((_, kind)), Ok(expected)) => assert_eq!(kind, expected),
                (Err(error), Err(part)) => assert!(error.to_string().contains(part), "{error}"),
                (result, _) => panic!("{expected:?}: {result:?}"),
            }
        }
    }
}
