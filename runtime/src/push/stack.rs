//! Scratch buffers, one a depth.

use crate::error::{WriteError, WriteErrorKind};
use crate::push::{PushError, PushResult};
use crate::sink::{Buffer, Sink};
use crate::site::Site;

/// Bytes are kept together up to so many, if nothing else keeps them from the output.
const BLOCK: usize = 32 << 10;

/// The buffers of an encoder, and which type of the specification is open in it.
#[derive(Debug)]
pub struct Stack {
    /// Where bytes go now.
    top: Buffer,
    /// The buffers that wait for it, outermost first.
    lower: Vec<Buffer>,
    /// Buffers to be used again.
    spare: Vec<Buffer>,
    gaps: usize,
    open: &'static Site,
    failed: bool,
}

impl Stack {
    /// Buffers for a stream that goes on at `base`; the type at `open` is open.
    pub fn new(base: u64, open: &'static Site) -> Self {
        let top = Buffer::with_base(base);
        Stack { top, lower: Vec::new(), spare: Vec::new(), gaps: 0, open, failed: false }
    }

    /// The position in the stream, unless values are open whose place is not known yet.
    pub fn position(&self) -> Option<u64> {
        self.lower.is_empty().then(|| self.top.pos())
    }

    /// Begins a buffer for what stands after a field that is derived from it.
    #[inline(always)]
    pub fn push(&mut self) {
        let inner = self.spare.pop().unwrap_or_default();
        self.lower.push(std::mem::replace(&mut self.top, inner));
    }

    /// Ends the innermost buffer. Bytes go to the one outside of it again; [`Self::append`] is to follow.
    #[inline(always)]
    pub fn pop(&mut self) -> Buffer {
        match self.lower.pop() {
            Some(outer) => std::mem::replace(&mut self.top, outer),
            None => Buffer::default(),
        }
    }

    /// Puts the bytes of a buffer that has ended, which is used again.
    #[inline(always)]
    pub fn append(&mut self, mut inner: Buffer) {
        self.top.put(inner.as_bytes());
        inner.clear(0);
        self.spare.push(inner);
    }

    /// Puts a number that is known only later; where it stands.
    #[inline(always)]
    pub fn gap(&mut self, bytes: &[u8]) -> u64 {
        self.gaps += 1;
        let at = self.top.pos();
        self.top.put(bytes);
        at
    }

    /// Fills a gap.
    #[inline(always)]
    pub fn fill(&mut self, at: u64, bytes: &[u8]) {
        self.gaps = self.gaps.saturating_sub(1);
        self.top.patch(at, bytes);
    }

    /// Whether the type at a site is the innermost that is open.
    #[inline(always)]
    pub fn is_open(&self, site: &'static Site) -> bool {
        std::ptr::eq(self.open, site)
    }

    /// Makes a type the innermost.
    #[inline(always)]
    pub fn set_open(&mut self, site: &'static Site) {
        self.open = site;
    }

    /// The error of a value for which what is open has no place.
    #[cold]
    pub fn misplaced(&self, site: &'static Site) -> PushError {
        WriteError::new(WriteErrorKind::Misplaced { open: self.open.owner }, site).into()
    }

    /// Whether pushing may go on.
    ///
    /// # Errors
    /// `Failed` if an earlier push did.
    #[inline(always)]
    pub fn ready(&self) -> PushResult<()> {
        if self.failed {
            return Err(PushError::failed());
        }
        Ok(())
    }

    /// Remembers a failure, and sends a block of bytes to the output.
    ///
    /// # Errors
    /// The failure, or that of the output.
    #[inline(always)]
    pub fn done<W: std::io::Write>(&mut self, pushed: PushResult<()>, out: &mut W) -> PushResult<()> {
        match pushed {
            Ok(()) if self.top.as_bytes().len() < BLOCK => Ok(()),
            Ok(()) => self.flush(out),
            Err(e) => Err(self.fail(e)),
        }
    }

    #[cold]
    fn fail(&mut self, e: PushError) -> PushError {
        self.failed = true;
        e
    }

    /// Sends to the output what is final.
    ///
    /// # Errors
    /// That of the output.
    #[inline(never)]
    pub fn flush<W: std::io::Write>(&mut self, out: &mut W) -> PushResult<()> {
        if self.gaps > 0 || !self.lower.is_empty() {
            return Ok(());
        }
        let sent = out.write_all(self.top.as_bytes());
        self.failed |= sent.is_err();
        self.top.clear(self.top.pos());
        Ok(sent?)
    }

    /// That the innermost open type is the one at a site.
    ///
    /// # Errors
    /// `Misplaced` if it is not.
    #[inline(always)]
    pub fn expect(&self, site: &'static Site) -> PushResult<()> {
        if self.is_open(site) {
            return Ok(());
        }
        Err(self.misplaced(site))
    }
}

impl Sink for Stack {
    #[inline(always)]
    fn put(&mut self, bytes: &[u8]) {
        self.top.put(bytes);
    }

    #[inline(always)]
    fn pos(&self) -> u64 {
        self.top.pos()
    }

    fn patch(&mut self, at: u64, bytes: &[u8]) {
        self.top.patch(at, bytes);
    }

    fn crc32(&self, from: u64, to: u64, crc: u32) -> u32 {
        self.top.crc32(from, to, crc)
    }

    fn crc32c(&self, from: u64, to: u64, crc: u32) -> u32 {
        self.top.crc32c(from, to, crc)
    }

    fn bits(&mut self, value: u64, count: u32) {
        self.top.bits(value, count);
    }

    fn align(&mut self) {
        self.top.align();
    }

    #[inline(always)]
    fn uvint(&mut self, value: u64) {
        self.top.uvint(value);
    }
}

/// What an encoder lacks that is to be there: a frame of what is open.
///
/// # Errors
/// `Missing` if there is none.
#[inline(always)]
pub fn opened<T>(frame: Option<T>, site: &'static Site) -> PushResult<T> {
    frame.ok_or_else(|| WriteError::new(WriteErrorKind::Missing, site).into())
}
