/// A stretch of uncompressed data that moves forward: chunks are decompressed right after it, consumed bytes leave
/// at its front. What is not consumed is moved to the front of the buffer when room is needed, never otherwise.
///
/// ```text
/// buf │ consumed │ data          │ room for the next chunk │
///                start           end
///                └ position in the uncompressed data
/// ```
#[derive(Debug, Default)]
pub struct Window {
    buf: Vec<u8>,
    start: usize,
    end: usize,
    position: u64,
}

impl Window {
    /// An empty window at a position of the uncompressed data, with the buffer of another or an empty one.
    pub(super) fn with_buffer(position: u64, buf: Vec<u8>) -> Self {
        Window { buf, position, ..Window::default() }
    }

    /// Its buffer, for another; it is left empty.
    pub(super) fn take_buffer(&mut self) -> Vec<u8> {
        (self.start, self.end) = (0, 0);
        std::mem::take(&mut self.buf)
    }

    /// The bytes it holds.
    #[must_use]
    pub fn data(&self) -> &[u8] {
        &self.buf[self.start..self.end]
    }

    /// Position of the first of them in the uncompressed data.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.position
    }

    /// Position after the last of them: where the next chunk goes.
    #[must_use]
    pub fn end_position(&self) -> u64 {
        self.position.saturating_add((self.end - self.start) as u64)
    }

    /// Drops bytes from the front; all there are, if `n` is more.
    pub fn consume(&mut self, n: usize) {
        let n = n.min(self.end - self.start);
        self.start += n;
        self.position = self.position.saturating_add(n as u64);
    }

    /// Empties it and moves it to another position; the buffer stays.
    pub fn reset(&mut self, position: u64) {
        (self.start, self.end, self.position) = (0, 0, position);
    }

    /// Room for `n` bytes after the data; contents are left-overs.
    pub(super) fn room(&mut self, n: usize) -> &mut [u8] {
        if self.start == self.end {
            (self.start, self.end) = (0, 0);
        }
        if self.buf.len() - self.end < n {
            if self.start > 0 {
                self.buf.copy_within(self.start..self.end, 0);
                (self.start, self.end) = (0, self.end - self.start);
            }
            if self.buf.len() - self.end < n {
                self.grow(n);
            }
        }
        &mut self.buf[self.end..self.end + n]
    }

    /// Adds bytes that are somewhere else.
    pub(super) fn append(&mut self, bytes: &[u8]) {
        self.room(bytes.len()).copy_from_slice(bytes);
        self.filled(bytes.len());
    }

    /// At least doubles the buffer, so that a long item costs few copies; four chunks at first, so that several
    /// are read between two moves.
    fn grow(&mut self, n: usize) {
        let size = (self.end + n).max(2 * self.buf.len()).max(n.saturating_mul(4).min(1 << 20));
        // A fresh zeroed buffer takes no memory before it is used, unlike a resized one.
        let mut buf = vec![0; size];
        buf[..self.end].copy_from_slice(&self.buf[..self.end]);
        self.buf = buf;
    }

    /// Takes the first `n` bytes of the room as data.
    pub(super) fn filled(&mut self, n: usize) {
        self.end = self.end.saturating_add(n).min(self.buf.len());
    }
}
