//! How many columns of a terminal a text takes.

use unicode_width::UnicodeWidthStr;

/// As `wcwidth.wcswidth` of cqlsh counts.
pub(crate) fn width(text: &[u8]) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    String::from_utf8_lossy(text).width()
}
