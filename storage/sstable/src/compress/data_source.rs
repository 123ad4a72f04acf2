use std::sync::{Arc, Mutex, PoisonError};

use super::cache::ChunkCache;
use super::{ChunkError, ChunkIndex, ChunkReader, Chunks, DataCursor, PlainReader, Scratch, Window};

/// Chunks kept for point reads: 8 of 16 KiB are 128 KiB an SSTable.
const CACHED_CHUNKS: usize = 8;

/// The uncompressed data of an SSTable, compressed on disk or not. Clones share file, chunk map and cache.
#[derive(Clone)]
pub struct DataSource {
    pub(super) inner: Arc<Inner>,
}

pub(super) struct Inner {
    pub(super) blocks: Blocks,
    chunks: Chunks,
    cache: ChunkCache,
    /// The buffer of a cursor for point reads that is done, for the next one.
    buffer: Mutex<Vec<u8>>,
}

/// Largest buffer that is kept for the next cursor.
const MOST_KEPT: usize = 256 << 10;

impl Inner {
    pub(super) fn take_buffer(&self) -> Vec<u8> {
        std::mem::take(&mut *self.buffer.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn leave_buffer(&self, buffer: Vec<u8>) {
        if (1..=MOST_KEPT).contains(&buffer.capacity()) {
            *self.buffer.lock().unwrap_or_else(PoisonError::into_inner) = buffer;
        }
    }
}

pub(super) enum Blocks {
    Compressed(ChunkReader),
    Plain(PlainReader),
}

impl From<ChunkReader> for DataSource {
    fn from(reader: ChunkReader) -> Self {
        Self::new(Blocks::Compressed(reader))
    }
}

impl From<PlainReader> for DataSource {
    fn from(reader: PlainReader) -> Self {
        Self::new(Blocks::Plain(reader))
    }
}

impl DataSource {
    fn new(blocks: Blocks) -> Self {
        let chunks = match &blocks {
            Blocks::Compressed(reader) => reader.map().chunks(),
            Blocks::Plain(reader) => reader.blocks(),
        };
        let (cache, buffer) = (ChunkCache::new(CACHED_CHUNKS), Mutex::default());
        DataSource { inner: Arc::new(Inner { blocks, chunks, cache, buffer }) }
    }

    /// Length of the data in bytes.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.inner.chunks.data_length()
    }

    /// Whether there is no data at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How it is cut into chunks, or into blocks with a checksum.
    #[must_use]
    pub fn chunks(&self) -> Chunks {
        self.inner.chunks
    }

    /// The reader of chunks, if the data is compressed.
    #[must_use]
    pub fn chunk_reader(&self) -> Option<&ChunkReader> {
        match &self.inner.blocks {
            Blocks::Compressed(reader) => Some(reader),
            Blocks::Plain(_) => None,
        }
    }

    /// Reads one chunk into the front of `dst`, which must have room for it; returns the number of its bytes.
    ///
    /// # Errors
    /// [`ChunkError`].
    pub fn read_chunk(&self, chunk: ChunkIndex, scratch: &mut Scratch, dst: &mut [u8]) -> Result<usize, ChunkError> {
        match &self.inner.blocks {
            Blocks::Compressed(reader) => reader.read_into(chunk, scratch, dst),
            Blocks::Plain(reader) => reader.read_into(chunk, dst),
        }
    }

    /// A stream of the data from `position` on.
    #[must_use]
    pub fn cursor(&self, position: u64) -> DataCursor {
        DataCursor::new(self.clone(), position)
    }

    /// The same for a few chunks: it goes on with the buffer of the last such cursor, as a lookup is over sooner than fresh memory is
    /// zeroed. Scans on several threads would hand it, and its cache lines, from one processor to the other.
    #[must_use]
    pub fn point_read_cursor(&self, position: u64) -> DataCursor {
        DataCursor::point_read(self.clone(), position)
    }

    /// Decompresses the chunk after the window right into it; `false` when the window ends where the data does.
    ///
    /// A window that begins within a chunk is empty before its first fill; it then gets the rest of that chunk.
    ///
    /// # Errors
    /// [`ChunkError`]; the window is unchanged then.
    pub fn fill(&self, window: &mut Window, scratch: &mut Scratch) -> Result<bool, ChunkError> {
        let at = window.end_position();
        if at >= self.len() {
            return Ok(false);
        }
        let chunk = self.chunks().chunk_at(at);
        let start = self.chunks().position_of(chunk);
        if start == at {
            let room = window.room(self.room_for(chunk));
            let n = self.read_chunk(chunk, scratch, room)?;
            window.filled(n);
            return Ok(true);
        }
        // Only the first fill after a jump: anywhere else the window ends where a chunk does.
        window.append(self.rest_of(&self.cached_chunk(chunk)?, at));
        Ok(true)
    }

    /// The same if the chunk is in the cache; `false` if not.
    pub(super) fn fill_cached(&self, window: &mut Window) -> bool {
        let at = window.end_position();
        let found = self.inner.cache.get(self.chunks().chunk_at(at)).filter(|_| at < self.len());
        let is_there = found.is_some();
        found.inspect(|bytes| window.append(self.rest_of(bytes, at)));
        is_there
    }

    /// The bytes of a chunk from a position in it on.
    fn rest_of<'c>(&self, chunk: &'c [u8], position: u64) -> &'c [u8] {
        let skip = usize::try_from(position % u64::from(self.chunks().chunk_length())).unwrap_or(usize::MAX);
        chunk.get(skip..).unwrap_or_default()
    }

    /// A whole chunk length where that is no waste: the last chunk may decompress to more than is data.
    fn room_for(&self, chunk: ChunkIndex) -> usize {
        match &self.inner.blocks {
            Blocks::Compressed(_) => self.chunks().chunk_length() as usize,
            Blocks::Plain(_) => self.chunks().length_of(chunk),
        }
    }

    /// The data of one chunk, from the cache of the chunks used last if it is there.
    ///
    /// # Errors
    /// [`ChunkError`].
    pub fn cached_chunk(&self, chunk: ChunkIndex) -> Result<Arc<Vec<u8>>, ChunkError> {
        if let Some(bytes) = self.inner.cache.get(chunk) {
            return Ok(bytes);
        }
        let mut bytes = self.inner.cache.buffer(self.room_for(chunk));
        let n = self.read_chunk(chunk, &mut Scratch::new(), &mut bytes)?;
        bytes.truncate(n);
        let bytes = Arc::new(bytes);
        self.inner.cache.put(chunk, &bytes);
        Ok(bytes)
    }

    /// Appends `len` bytes from `position` on to `out`: for point reads. Small ranges go through the cache, chunks
    /// that are wanted whole do not.
    ///
    /// # Errors
    /// [`ChunkError::OutOfRange`] when the data ends first; any other [`ChunkError`]. `out` keeps its length then.
    pub fn read_range_into(&self, position: u64, len: usize, out: &mut Vec<u8>) -> Result<(), ChunkError> {
        let before = out.len();
        let done = self.append_range(position, len, out);
        if done.is_err() {
            out.truncate(before);
        }
        done
    }

    fn append_range(&self, position: u64, len: usize, out: &mut Vec<u8>) -> Result<(), ChunkError> {
        let data_length = self.len();
        let out_of_range = || ChunkError::OutOfRange { position, len: len as u64, data_length };
        let end = position.checked_add(len as u64).filter(|end| *end <= data_length).ok_or_else(out_of_range)?;
        let (chunks, mut scratch) = (self.chunks(), Scratch::new());
        let mut at = position;
        while at < end {
            let chunk = chunks.chunk_at(at);
            let (start, n) = (chunks.position_of(chunk), chunks.length_of(chunk));
            if at == start && end - at >= n as u64 && !self.is_borrowed() {
                let from = out.len();
                out.resize(from + self.room_for(chunk), 0);
                let read = self.read_chunk(chunk, &mut scratch, &mut out[from..])?;
                out.truncate(from + read);
                at += read as u64;
                continue;
            }
            let skip = usize::try_from(at - start).unwrap_or(usize::MAX);
            let wanted = usize::try_from(end - at).unwrap_or(usize::MAX);
            let taken = self.with_chunk(chunk, |bytes| {
                let rest = bytes.get(skip..).unwrap_or_default();
                let part = rest.get(..wanted).unwrap_or(rest);
                out.extend_from_slice(part);
                part.len()
            })?;
            if taken == 0 {
                return Err(out_of_range());
            }
            at += taken as u64;
        }
        Ok(())
    }

    fn is_borrowed(&self) -> bool {
        matches!(&self.inner.blocks, Blocks::Plain(reader) if reader.as_slice().is_some())
    }

    /// Shows one chunk to `f`: in place if it is in memory uncompressed, else from the cache.
    fn with_chunk<T>(&self, chunk: ChunkIndex, f: impl FnOnce(&[u8]) -> T) -> Result<T, ChunkError> {
        if let Blocks::Plain(reader) = &self.inner.blocks {
            if let Some(bytes) = reader.borrow(chunk) {
                return bytes.map(f);
            }
        }
        self.cached_chunk(chunk).map(|bytes| f(&bytes))
    }
}
