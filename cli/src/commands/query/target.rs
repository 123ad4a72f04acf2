//! Where answers go.

use std::fs::File;
use std::io::{self, Write};

use crate::output::Output;

use super::pager::Pager;

/// What takes an answer.
pub enum Target<'o> {
    Output(&'o mut Output),
    Captured(&'o mut File),
    Paged(Pager<'o>),
}

impl Target<'_> {
    /// The answer is whole.
    pub fn end(self) -> io::Result<()> {
        match self {
            Target::Output(out) => out.flush(),
            Target::Captured(file) => file.flush(),
            Target::Paged(pager) => pager.end(),
        }
    }
}

impl Write for Target<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Target::Output(out) => out.write(bytes),
            Target::Captured(file) => file.write(bytes),
            Target::Paged(pager) => pager.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Target::Output(out) => out.flush(),
            Target::Captured(file) => file.flush(),
            Target::Paged(pager) => pager.flush(),
        }
    }
}
