//! Text in the encodings of the specification.

use crate::error::{ReadErrorKind, Result};
use crate::native::java_utf_decode;
use crate::reader::Reader;
use crate::site::Site;

/// Bytes as UTF-8; they are of the reader's stream.
///
/// # Errors
/// `Text` if they are not.
pub fn utf8<'a>(r: &Reader<'_>, bytes: &'a [u8], site: &'static Site) -> Result<&'a str> {
    std::str::from_utf8(bytes).map_err(|_| r.error_in(bytes, ReadErrorKind::Text, site))
}

/// Bytes as Java's modified UTF-8; they are of the reader's stream.
///
/// # Errors
/// `Text` if they are not.
pub fn java_utf(r: &Reader<'_>, bytes: &[u8], site: &'static Site) -> Result<String> {
    java_utf_decode(bytes).ok_or_else(|| r.error_in(bytes, ReadErrorKind::Text, site))
}
