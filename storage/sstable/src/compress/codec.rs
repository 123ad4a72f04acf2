use super::{CodecError, CodecKind};

/// Options that only the writer of a dictionary-compressed table reads.
pub(super) const COMPRESSION_LEVEL: &str = "compression_level";
/// Prefix of option keys that change how chunks are laid out.
const LAYOUT_PREFIX: &str = "org.apache.cassandra.";

/// A codec, ready for any number of threads; clones share a dictionary.
///
/// Reference: `ICompressor` and its implementations.
#[derive(Clone, Debug)]
pub struct Codec {
    kind: CodecKind,
    #[cfg(feature = "zstd")]
    zstd: super::zstd::ZstdCodec,
}

impl Codec {
    /// The codec of the class named in `CompressionInfo.db`, with the options and the dictionary found there.
    ///
    /// Unknown options are ignored, for they matter to writers only; those beginning with `org.apache.cassandra.`
    /// are refused.
    ///
    /// # Errors
    /// [`CodecError::UnsupportedCodec`], [`CodecError::NotBuilt`], [`CodecError::UnsupportedOption`],
    /// [`CodecError::InvalidOption`], [`CodecError::InvalidDictionary`].
    pub fn new<'o>(
        class_name: &str,
        options: impl IntoIterator<Item = (&'o str, &'o str)>,
        dictionary: Option<&[u8]>,
    ) -> Result<Self, CodecError> {
        let kind = CodecKind::from_class_name(class_name)?;
        let mut level = None;
        for (index, (key, value)) in options.into_iter().enumerate() {
            if key.starts_with(LAYOUT_PREFIX) {
                return Err(CodecError::UnsupportedOption { codec: kind, index, key: key.to_owned() });
            }
            if key == COMPRESSION_LEVEL && matches!(kind, CodecKind::Zstd | CodecKind::ZstdDictionary) {
                let parsed = value.parse::<i32>().ok();
                let invalid = || CodecError::InvalidOption { codec: kind, index, key: key.into(), value: value.into() };
                level = Some(parsed.ok_or_else(invalid)?);
            }
        }
        if let Some(bytes) = dictionary.filter(|_| kind != CodecKind::ZstdDictionary) {
            return Err(CodecError::InvalidDictionary { codec: kind, len: bytes.len() });
        }
        Self::with_parts(kind, level, dictionary)
    }

    /// The codec of that kind with Cassandra's defaults and no dictionary.
    ///
    /// # Errors
    /// [`CodecError::NotBuilt`].
    pub fn of_kind(kind: CodecKind) -> Result<Self, CodecError> {
        Self::with_parts(kind, None, None)
    }

    fn with_parts(kind: CodecKind, level: Option<i32>, dictionary: Option<&[u8]>) -> Result<Self, CodecError> {
        let is_built = match kind {
            CodecKind::Lz4 => cfg!(feature = "lz4"),
            CodecKind::Snappy => cfg!(feature = "snappy"),
            CodecKind::Deflate => cfg!(feature = "deflate"),
            CodecKind::Zstd | CodecKind::ZstdDictionary => cfg!(feature = "zstd"),
            CodecKind::Noop => true,
        };
        if !is_built {
            return Err(CodecError::NotBuilt { codec: kind });
        }
        #[cfg(not(feature = "zstd"))]
        let _ = (level, dictionary);
        Ok(Codec {
            kind,
            #[cfg(feature = "zstd")]
            zstd: super::zstd::ZstdCodec::new(kind, level, dictionary)?,
        })
    }

    /// Whether it compresses at a level.
    pub(super) fn has_level(&self, level: i32) -> bool {
        #[cfg(feature = "zstd")]
        let levels = super::zstd::levels();
        #[cfg(not(feature = "zstd"))]
        let levels = 0..=0;
        matches!(self.kind, CodecKind::Zstd | CodecKind::ZstdDictionary) && levels.contains(&level)
    }

    /// Which codec this is.
    #[must_use]
    pub fn kind(&self) -> CodecKind {
        self.kind
    }

    /// Decompresses all of `src` into the front of `dst`; returns the number of bytes. Never allocates by what `src`
    /// says: the data must fit `dst`. What is after the data in `dst` may be overwritten.
    ///
    /// # Errors
    /// [`CodecError::TooLong`], [`CodecError::LengthMismatch`], [`CodecError::Truncated`], [`CodecError::Damaged`].
    pub fn decompress(&self, src: &[u8], dst: &mut [u8]) -> Result<usize, CodecError> {
        match self.kind {
            #[cfg(feature = "lz4")]
            CodecKind::Lz4 => super::lz4::decompress(src, dst),
            #[cfg(feature = "snappy")]
            CodecKind::Snappy => super::snappy::decompress(src, dst),
            #[cfg(feature = "deflate")]
            CodecKind::Deflate => super::deflate::decompress(src, dst),
            #[cfg(feature = "zstd")]
            CodecKind::Zstd | CodecKind::ZstdDictionary => self.zstd.decompress(src, dst),
            CodecKind::Noop => {
                let capacity = dst.len();
                let too_long = CodecError::TooLong { codec: self.kind, len: src.len() as u64, capacity };
                dst.get_mut(..src.len()).ok_or(too_long)?.copy_from_slice(src);
                Ok(src.len())
            }
            #[allow(unreachable_patterns, reason = "reachable only in builds without some codec")]
            kind => Err(CodecError::NotBuilt { codec: kind }),
        }
    }

    /// Compresses `src`, appending to `dst`.
    ///
    /// # Errors
    /// [`CodecError::Damaged`] when the codec's library fails, which it does for lack of memory only;
    /// [`CodecError::TooLong`] for more than 2³¹-1 bytes.
    pub fn compress(&self, src: &[u8], dst: &mut Vec<u8>) -> Result<(), CodecError> {
        const MOST: usize = i32::MAX as usize;
        if src.len() > MOST {
            return Err(CodecError::TooLong { codec: self.kind, len: src.len() as u64, capacity: MOST });
        }
        match self.kind {
            #[cfg(feature = "lz4")]
            CodecKind::Lz4 => super::lz4::compress(src, dst),
            #[cfg(feature = "snappy")]
            CodecKind::Snappy => super::snappy::compress(src, dst),
            #[cfg(feature = "deflate")]
            CodecKind::Deflate => super::deflate::compress(src, dst),
            #[cfg(feature = "zstd")]
            CodecKind::Zstd | CodecKind::ZstdDictionary => self.zstd.compress(src, dst),
            CodecKind::Noop => {
                dst.extend_from_slice(src);
                Ok(())
            }
            #[allow(unreachable_patterns, reason = "reachable only in builds without some codec")]
            kind => Err(CodecError::NotBuilt { codec: kind }),
        }
    }
}

/// Grows `dst` by `room` bytes, lets `write` fill them from the front, and cuts what it did not use.
#[cfg(any(feature = "lz4", feature = "snappy", feature = "zstd"))]
pub(super) fn append_with<E>(
    dst: &mut Vec<u8>,
    room: usize,
    write: impl FnOnce(&mut [u8]) -> Result<usize, E>,
) -> Result<(), E> {
    let from = dst.len();
    dst.resize(from + room, 0);
    let written = write(&mut dst[from..]);
    dst.truncate(from + *written.as_ref().unwrap_or(&0));
    written.map(|_| ())
}
