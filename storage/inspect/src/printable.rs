//! Texts from files, on a terminal.

use std::borrow::Cow;

/// A text for one line of a terminal: without control characters, which could move the cursor or hide what is above: they are shown as `\u{1b}`.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(char::is_control) {
        return Cow::Borrowed(text);
    }
    let shown = |c: char| if c.is_control() { c.escape_unicode().to_string() } else { c.to_string() };
    Cow::Owned(text.chars().map(shown).collect())
}
