use std::io::{self, Write};

use cqlite_runtime::{Buffer, Sink};

/// Bytes of a component that are gathered before they go to its file.
pub(super) const BLOCK: usize = 64 << 10;

/// A component that is written bit by bit: what encoders put into the buffer has its position in the file.
#[derive(Debug)]
pub(super) struct Gathered<W> {
    out: W,
    pub(super) buffer: Buffer,
}

impl<W: Write> Gathered<W> {
    pub(super) fn new(out: W) -> Self {
        Gathered { out, buffer: Buffer::default() }
    }

    /// Sends what has been gathered to the file, if it is enough.
    pub(super) fn send(&mut self) -> io::Result<()> {
        if self.buffer.as_bytes().len() < BLOCK {
            return Ok(());
        }
        let pos = self.buffer.pos();
        self.out.write_all(self.buffer.as_bytes())?;
        self.buffer.clear(pos);
        Ok(())
    }

    /// Sends all that is left; the file.
    pub(super) fn finish(mut self) -> io::Result<W> {
        self.out.write_all(self.buffer.as_bytes())?;
        Ok(self.out)
    }
}
