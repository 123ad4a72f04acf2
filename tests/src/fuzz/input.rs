use cqlite_format::version::SstableVersion;

/// An input of a fuzz target, taken apart from the front.
#[derive(Clone, Copy)]
pub struct Input<'a>(&'a [u8]);

impl<'a> Input<'a> {
    /// The bytes that the fuzzer made.
    pub fn new(bytes: &'a [u8]) -> Self {
        Input(bytes)
    }

    /// The next byte; 0 if there is none.
    pub fn byte(&mut self) -> u8 {
        let Some((&first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        first
    }

    /// A version, by a byte.
    pub fn version(&mut self) -> SstableVersion {
        SstableVersion::ALL[usize::from(self.byte()) % SstableVersion::ALL.len()]
    }

    /// A part with its length in front, in two bytes, shorter if the input is.
    pub fn part(&mut self) -> &'a [u8] {
        let len = usize::from(u16::from_be_bytes([self.byte(), self.byte()])).min(self.0.len());
        let (part, rest) = self.0.split_at(len);
        self.0 = rest;
        part
    }

    /// Everything that is left.
    pub fn rest(self) -> &'a [u8] {
        self.0
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Puts an input together, as [`Input`] takes it apart.
#[derive(Default)]
pub struct Builder(Vec<u8>);

impl Builder {
    /// An input that begins with a version.
    pub fn of_version(version: SstableVersion) -> Self {
        let index = SstableVersion::ALL.iter().position(|v| *v == version).unwrap_or(0);
        Builder::default().byte(index as u8)
    }

    /// One more byte.
    pub fn byte(mut self, byte: u8) -> Self {
        self.0.push(byte);
        self
    }

    /// One more part with its length; nothing if it is too long for one.
    pub fn part(mut self, part: &[u8]) -> Option<Self> {
        let len = u16::try_from(part.len()).ok()?;
        self.0.extend(len.to_be_bytes());
        self.0.extend(part);
        Some(self)
    }

    /// The input, with the last part behind.
    pub fn rest(mut self, rest: &[u8]) -> Vec<u8> {
        self.0.extend(rest);
        self.0
    }
}
