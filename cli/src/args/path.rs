//! The path of a field, as `--path` takes it.

use std::fmt;

/// A path: parts without an index stand for every element.
#[derive(Debug, Clone)]
pub struct FieldPath {
    text: String,
    pub parts: Vec<Part>,
}

/// `name[index]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub field: String,
    /// `None` is any element, and so are no brackets at all.
    pub index: Option<u64>,
}

impl FieldPath {
    /// The path that a user has written.
    ///
    /// # Errors
    /// What is expected, and at which character, counted from 1.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut rest = Rest { text, at: 0 };
        let mut parts = Vec::new();
        loop {
            parts.push(rest.part()?);
            if rest.is_end() {
                return Ok(FieldPath { text: text.to_owned(), parts });
            }
            let after_index = text.get(..rest.at).is_some_and(|before| before.ends_with(']'));
            rest.take('.', if after_index { ". or the end" } else { "., [ or the end" })?;
        }
    }
}

impl FieldPath {
    /// The first parts of it.
    pub fn first(&self, parts: usize) -> Self {
        FieldPath { text: self.text.clone(), parts: self.parts.iter().take(parts).cloned().collect() }
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// What has not been parsed.
struct Rest<'t> {
    text: &'t str,
    /// Where it begins, in bytes.
    at: usize,
}

impl<'t> Rest<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn is_end(&self) -> bool {
        self.rest().is_empty()
    }

    fn expected(&self, what: &str) -> String {
        let found = self.rest().chars().next().map_or_else(|| "the end".to_owned(), |c| c.to_string());
        let position = self.text.get(..self.at).unwrap_or_default().chars().count() + 1;
        format!("expected {what} at position {position}, found {found}")
    }

    fn take(&mut self, wanted: char, what: &str) -> Result<(), String> {
        if !self.rest().starts_with(wanted) {
            return Err(self.expected(what));
        }
        self.at += wanted.len_utf8();
        Ok(())
    }

    fn take_all(&mut self, is_wanted: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let taken = rest.get(..rest.find(|c| !is_wanted(c)).unwrap_or(rest.len())).unwrap_or_default();
        self.at += taken.len();
        taken
    }

    fn part(&mut self) -> Result<Part, String> {
        // `node@517` is a node of a trie.
        let field = self.take_all(|c| c.is_ascii_alphanumeric() || "_@".contains(c)).to_owned();
        if field.is_empty() {
            return Err(self.expected("the name of a field"));
        }
        if !self.rest().starts_with('[') {
            return Ok(Part { field, index: None });
        }
        self.at += 1;
        let begin = self.at;
        let digits = self.take_all(|c| c.is_ascii_digit());
        let index = match digits {
            "" => None,
            digits => Some(digits.parse().map_err(|_| {
                Rest { text: self.text, at: begin }.expected("the number of an element, less than 2^64,")
            })?),
        };
        self.take(']', if digits.is_empty() { "the number of an element or ]" } else { "]" })?;
        Ok(Part { field, index })
    }
}

#[cfg(test)]
mod tests {
    use super::{FieldPath, Part};

    fn part(field: &str, index: Option<u64>) -> Part {
        Part { field: field.to_owned(), index }
    }

    #[test]
    fn parts_may_have_a_number() {
        let parts = |text: &str| FieldPath::parse(text).expect("a path").parts;
        assert_eq!(parts("toc[2].body"), [part("toc", Some(2)), part("body", None)]);
        assert_eq!(parts("toc[].kind"), [part("toc", None), part("kind", None)]);
        assert_eq!(parts("node@517._trailing"), [part("node@517", None), part("_trailing", None)]);
        assert_eq!(parts("toc[007]"), [part("toc", Some(7))]);
    }

    #[test]
    fn a_mistake_is_told_with_its_position() {
        let says = |text: &str| FieldPath::parse(text).expect_err(text);
        assert_eq!(says(""), "expected the name of a field at position 1, found the end");
        assert_eq!(says("partitions["), "expected the number of an element or ] at position 12, found the end");
        assert_eq!(says("toc[1"), "expected ] at position 6, found the end");
        assert_eq!(says("toc[x]"), "expected the number of an element or ] at position 5, found x");
        assert_eq!(says("toc[-1]"), "expected the number of an element or ] at position 5, found -");
        assert_eq!(says("toc[1][2]"), "expected . or the end at position 7, found [");
        assert_eq!(says("toc[1]body"), "expected . or the end at position 7, found b");
        assert_eq!(says("toc]"), "expected ., [ or the end at position 4, found ]");
        assert_eq!(says("toc..kind"), "expected the name of a field at position 5, found .");
        assert_eq!(says("toc."), "expected the name of a field at position 5, found the end");
        assert_eq!(says("é"), "expected the name of a field at position 1, found é");
        let most = "18446744073709551616";
        let expected = "expected the number of an element, less than 2^64, at position 5, found 1";
        assert_eq!(says(&format!("toc[{most}]")), expected);
    }
}
