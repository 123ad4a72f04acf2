use std::io::{self, Write};

use super::paint::Paint;

/// Where lines of the form `Label: value (note)` go.
pub(super) struct Lines<'a, W> {
    pub(super) out: &'a mut W,
    pub(super) paint: Paint,
}

impl<W: Write> Lines<'_, W> {
    /// A line with a value.
    pub(super) fn field(&mut self, label: &str, value: impl ToString) -> io::Result<()> {
        self.noted(label, value, None)
    }

    /// A line with a value, and what is said of it.
    pub(super) fn noted(&mut self, label: &str, value: impl ToString, note: Option<String>) -> io::Result<()> {
        let paint = self.paint;
        write!(self.out, "{}{}{}", paint.label(label), paint.mark(": "), value.to_string())?;
        if let Some(note) = note {
            write!(self.out, " {}", paint.note(&format!("({note})")))?;
        }
        writeln!(self.out)
    }

    /// A line with a value that may be missing.
    pub(super) fn or_none(&mut self, label: &str, value: Option<String>) -> io::Result<()> {
        self.field(label, value.unwrap_or_else(|| "--".to_owned()))
    }

    /// A line of a list: what is counted, how many there are, and what is said of that.
    pub(super) fn listed(&mut self, name: &str, count: impl ToString, note: Option<String>) -> io::Result<()> {
        let paint = self.paint;
        write!(self.out, "  {}{name}{} {}", paint.mark("["), paint.mark("]"), count.to_string())?;
        if let Some(note) = note {
            write!(self.out, " ({note})")?;
        }
        writeln!(self.out)
    }

    /// A point in time, with the number it was made from.
    pub(super) fn time(&mut self, label: &str, text: Option<String>, number: i64) -> io::Result<()> {
        self.noted(label, text.unwrap_or_else(|| "--".to_owned()), Some(number.to_string()))
    }
}
