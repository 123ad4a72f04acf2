//! Texts from files, for people.

use std::borrow::Cow;

/// Longest word that is shown as it is, in bytes: no name of Cassandra's own is longer, nor is a path but for its folders.
const LONGEST_WORD: usize = 1000;
/// Longest text.
const LONGEST: usize = 10_000;

/// A text for one line of a terminal: [`shortened`], and without control characters, which could move the cursor or hide what is above:
/// they are shown as `\u{1b}`.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    let text = shortened(text);
    if !text.contains(char::is_control) {
        return text;
    }
    let shown = |c: char| if c.is_control() { c.escape_unicode().to_string() } else { c.to_string() };
    Cow::Owned(text.chars().map(shown).collect())
}

/// A text whose length is not in the hands of who wrote the file: of a word, such as the name of a type, of megabytes no more than the
/// beginning and the end, and so of the whole.
#[must_use]
pub fn shortened(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST_WORD {
        return Cow::Borrowed(text);
    }
    let words = text.split_inclusive(char::is_whitespace).map(|word| middle_out(word, LONGEST_WORD));
    Cow::Owned(middle_out(&words.collect::<String>(), LONGEST).into_owned())
}

fn middle_out(text: &str, longest: usize) -> Cow<'_, str> {
    if text.len() <= longest {
        return Cow::Borrowed(text);
    }
    let cut = |at: usize| (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let (head, tail) = (cut(longest / 2), cut(text.len() - longest / 4));
    let begin = text.get(..head).unwrap_or_default();
    let end = text.get(tail..).unwrap_or_default();
    Cow::Owned(format!("{begin}… [{} bytes] …{end}", tail - head))
}

#[cfg(test)]
mod tests {
    use super::{printable, shortened, LONGEST, LONGEST_WORD};

    #[test]
    fn ordinary_texts_stay() {
        for text in ["", "the column's type", &"a".repeat(LONGEST_WORD), &"word ".repeat(LONGEST / 5)] {
            assert_eq!(shortened(text), text);
        }
    }

    #[test]
    fn long_ones_are_cut() {
        let text = format!("/a/nb-1-big-Statistics.db: the type é{}ü is unknown", "€".repeat(1 << 20));
        let cut = shortened(&text);
        assert!(cut.len() < 1000 && cut.starts_with("/a/nb-1-big-Statistics.db: the type é€"), "{cut}");
        assert!(cut.ends_with("€ü is unknown") && cut.contains("… ["), "{cut}");
        assert!(shortened(&"word ".repeat(1 << 20)).len() < LONGEST);
        assert!(printable(&"\u{1b}".repeat(1 << 20)).len() < 10 * LONGEST_WORD);
    }
}
