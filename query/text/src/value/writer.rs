use crate::color::{Color, RESET};

use super::Style;

/// Appends values to a text.
pub(crate) struct Writer<'a> {
    pub(super) style: &'a Style,
    /// Digits behind the point.
    pub(super) precision: usize,
    pub(crate) out: &'a mut Vec<u8>,
    /// Whether in colours.
    pub(super) color: bool,
    /// Columns of what was written that cqlsh does not count: brackets of empty collections.
    pub(super) uncounted: usize,
    /// Backslashes of texts, which are doubled only without colours.
    pub(super) backslashes: usize,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(style: &'a Style, color: bool, out: &'a mut Vec<u8>) -> Self {
        Writer { style, precision: style.float_precision, out, color, uncounted: 0, backslashes: 0 }
    }

    /// What is to be taken from the width of the text, of which a colour would show each doubled backslash as one.
    pub(crate) fn uncounted(&self) -> usize {
        self.uncounted
    }

    /// How many backslashes are doubled.
    pub(crate) fn backslashes(&self) -> usize {
        self.backslashes
    }

    /// Appends something in a colour.
    pub(super) fn paint<T>(&mut self, color: Color, write: impl FnOnce(&mut Self) -> T) -> T {
        if !self.color {
            return write(self);
        }
        self.out.extend_from_slice(color.code().as_bytes());
        let written = write(self);
        self.out.extend_from_slice(RESET.as_bytes());
        written
    }

    /// Appends a text in a colour.
    pub(super) fn put(&mut self, color: Color, text: &str) {
        self.paint(color, |to| to.out.extend_from_slice(text.as_bytes()));
    }

    /// Appends a null.
    pub(crate) fn null(&mut self, text: &str) {
        self.put(Color::Error, text);
    }
}
