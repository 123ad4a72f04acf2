use super::data_source::Blocks;
use super::{ChunkError, DataSource, Scratch, Window};

/// Bytes a scan asks the store for at once, where it is not in memory.
const READ_AHEAD: usize = 256 << 10;

/// A stream over the data of an SSTable: look at [`data`](Self::data), ask for more with [`fill`](Self::fill), drop
/// what is done with [`consume`](Self::consume).
///
/// Compressed chunks are decompressed straight after the bytes shown; uncompressed data in memory is shown in
/// place, block after block as its checksums have been compared.
pub struct DataCursor {
    source: DataSource,
    scratch: Scratch,
    window: Window,
    /// Set when the data is shown in place: position after the last byte that is shown.
    in_place: Option<u64>,
    /// Position of the first byte shown, where it is shown in place.
    position: u64,
    /// Whether the buffer came from the source, and goes back to it.
    returns_buffer: bool,
}

impl DataCursor {
    pub(super) fn new(source: DataSource, position: u64) -> Self {
        Self::with_window(source, Window::with_buffer(position, Vec::new()), false)
    }

    /// One for few chunks.
    pub(super) fn point_read(source: DataSource, position: u64) -> Self {
        let window = Window::with_buffer(position, source.inner.take_buffer());
        Self::with_window(source, window, true)
    }

    fn with_window(source: DataSource, window: Window, returns_buffer: bool) -> Self {
        let position = window.position();
        let in_place = plain_slice(&source).map(|_| position);
        let scratch = Scratch::with_read_ahead(READ_AHEAD);
        DataCursor { source, scratch, window, in_place, position, returns_buffer }
    }

    /// The bytes at hand, from [`position`](Self::position) on; none before the first fill.
    #[must_use]
    pub fn data(&self) -> &[u8] {
        match self.in_place {
            None => self.window.data(),
            Some(end) => plain_slice(&self.source)
                .zip(usize::try_from(self.position).ok())
                .and_then(|(all, from)| all.get(from..usize::try_from(end).ok()?))
                .unwrap_or_default(),
        }
    }

    /// Position of the first of them.
    #[must_use]
    pub fn position(&self) -> u64 {
        match self.in_place {
            None => self.window.position(),
            Some(_) => self.position,
        }
    }

    /// Position after the last of them.
    #[must_use]
    pub fn end_position(&self) -> u64 {
        self.in_place.unwrap_or_else(|| self.window.end_position())
    }

    /// Whether there is nothing after the bytes at hand.
    #[must_use]
    pub fn is_at_end(&self) -> bool {
        self.end_position() >= self.source.len()
    }

    /// What is streamed.
    #[must_use]
    pub fn source(&self) -> &DataSource {
        &self.source
    }

    /// Adds the next chunk to the bytes at hand; `false` at the end of the data.
    ///
    /// # Errors
    /// [`ChunkError`]; the bytes at hand stay then.
    pub fn fill(&mut self) -> Result<bool, ChunkError> {
        let Some(end) = self.in_place else {
            // A lookup may have come from what is behind: that is decompressed then.
            if self.returns_buffer && self.source.fill_cached(&mut self.window) {
                return Ok(true);
            }
            return self.source.fill(&mut self.window, &mut self.scratch);
        };
        let Blocks::Plain(reader) = &self.source.inner.blocks else { return Ok(false) };
        let chunk = self.source.chunks().chunk_at(end);
        if end >= self.source.len() {
            return Ok(false);
        }
        let len = match reader.borrow(chunk) {
            Some(bytes) => bytes?.len(),
            None => return Ok(false),
        };
        self.in_place = Some(self.source.chunks().position_of(chunk).saturating_add(len as u64));
        Ok(true)
    }

    /// Fills until at least `n` bytes are at hand; `false` when the data ends first.
    ///
    /// # Errors
    /// [`ChunkError`]; the bytes at hand stay then.
    pub fn fill_to(&mut self, n: usize) -> Result<bool, ChunkError> {
        while self.data().len() < n {
            if !self.fill()? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Drops bytes from the front; all at hand, if `n` is more.
    pub fn consume(&mut self, n: usize) {
        match self.in_place {
            None => self.window.consume(n),
            Some(end) => self.position = self.position.saturating_add(n as u64).min(end),
        }
    }

    /// Goes to another position; within the bytes at hand, those from there on stay.
    pub fn seek(&mut self, position: u64) {
        let (from, end) = (self.position(), self.end_position());
        if (from..end).contains(&position) {
            self.consume(usize::try_from(position - from).unwrap_or(usize::MAX));
            return;
        }
        match self.in_place {
            None => self.window.reset(position),
            Some(_) => (self.in_place, self.position) = (Some(position), position),
        }
    }
}

impl Drop for DataCursor {
    fn drop(&mut self) {
        if self.returns_buffer {
            self.source.inner.leave_buffer(self.window.take_buffer());
        }
    }
}

/// All data, if it is uncompressed and in memory.
fn plain_slice(source: &DataSource) -> Option<&[u8]> {
    match &source.inner.blocks {
        Blocks::Plain(reader) => reader.as_slice(),
        Blocks::Compressed(_) => None,
    }
}
