//! The buffer of an encoder, with the places in it of what is not known yet.

use crate::checksum::{Algorithm, Over};
use crate::error::{WriteError, WriteErrorKind};
use crate::push::{PushError, PushResult};
use crate::sink::{Buffer, Sink};
use crate::site::Site;

/// Bytes are kept together up to so many, if nothing else keeps them from the output.
const BLOCK: usize = 32 << 10;

/// The line of what is open once a push has failed: no type stands there.
const FAILED: u32 = 0;

/// The bytes of an encoder that are not with the output yet, and which type of the specification is open in them.
#[derive(Debug)]
pub struct Stack {
    bytes: Buffer,
    /// How many bytes the fields that leave holes took last: the next one mostly takes as many.
    widths: [u8; WIDTHS],
    holes: usize,
    gaps: usize,
    /// The line of the type that is open: a number is compared faster than an address, and they are of one file.
    open: u32,
    types: &'static [&'static Site],
}

/// Number of widths that are remembered; fields with numbers beyond them share.
const WIDTHS: usize = 16;

/// The place of a field that is written when all behind it is complete.
#[derive(Debug, Default, Clone, Copy)]
pub struct Hole {
    at: usize,
    /// Bytes that are left free.
    width: usize,
}

impl Hole {
    #[inline(always)]
    fn end(self) -> usize {
        self.at + self.width
    }
}

impl Stack {
    /// A buffer for a stream that goes on at `base`. Of the types, which stand in one file, the first is open.
    pub fn new(base: u64, types: &'static [&'static Site]) -> Self {
        let open = types.first().map_or(FAILED, |site| site.line);
        Stack { bytes: Buffer::with_base(base), widths: [0; WIDTHS], holes: 0, gaps: 0, open, types }
    }

    /// The position in the stream, unless values are open whose place is not known yet.
    pub fn position(&self) -> Option<u64> {
        (self.holes == 0).then(|| self.bytes.pos())
    }

    /// Leaves a hole for a field that is derived from what is put from now on; `number` tells the field from others.
    #[inline(always)]
    pub fn hole(&mut self, number: usize) -> Hole {
        let width = usize::from(self.widths[number % WIDTHS]);
        self.holes += 1;
        Hole { at: self.bytes.room(width), width }
    }

    /// What puts the bytes of the innermost hole, behind which all is complete.
    #[inline(always)]
    pub fn filling(&mut self, hole: Hole) -> Filling<'_> {
        let behind = self.bytes.len() - hole.end();
        Filling { stack: self, hole, behind, is_done: false }
    }

    /// Brings what was put beyond the `behind` bytes that stand behind a hole to it.
    #[inline(always)]
    fn close(&mut self, number: usize, hole: Hole, behind: usize) {
        let width = self.bytes.bring(hole.at..hole.end(), hole.end() + behind);
        if width != hole.width {
            self.widths[number % WIDTHS] = width.min(Buffer::ROOM) as u8;
        }
    }

    /// Puts a number that is known only later; where it stands.
    #[inline(always)]
    pub fn gap(&mut self, bytes: &[u8]) -> u64 {
        self.gaps += 1;
        let at = self.bytes.pos();
        self.bytes.put(bytes);
        at
    }

    /// Fills a gap.
    #[inline(always)]
    pub fn fill(&mut self, at: u64, bytes: &[u8]) {
        self.gaps -= 1;
        self.bytes.patch(at, bytes);
    }

    /// Whether the type at a site is the innermost that is open.
    #[inline(always)]
    pub fn is_open(&self, site: &'static Site) -> bool {
        self.open == site.line
    }

    /// Makes a type the innermost.
    #[inline(always)]
    pub fn set_open(&mut self, site: &'static Site) {
        self.open = site.line;
    }

    /// The error of a value for which what is open has no place.
    #[cold]
    #[inline(never)]
    pub fn misplaced(&self, site: &'static Site) -> PushError {
        match self.types.iter().find(|open| self.is_open(open)) {
            Some(open) => WriteError::new(WriteErrorKind::Misplaced { open: open.owner }, site).into(),
            None => PushError::failed(),
        }
    }

    /// Whether pushing may go on.
    ///
    /// # Errors
    /// `Failed` if an earlier push did.
    #[inline(always)]
    pub fn ready(&self) -> PushResult<()> {
        if self.open == FAILED {
            return Err(PushError::failed());
        }
        Ok(())
    }

    /// Remembers a failure: nothing is open any more.
    ///
    /// # Errors
    /// The failure.
    #[inline(always)]
    pub fn done(&mut self, pushed: PushResult<()>) -> PushResult<()> {
        match pushed {
            Ok(()) => Ok(()),
            Err(e) => Err(self.fail(e)),
        }
    }

    #[cold]
    #[inline(never)]
    fn fail(&mut self, e: PushError) -> PushError {
        self.open = FAILED;
        e
    }

    /// Sends a block of bytes to the output, if there is one.
    ///
    /// # Errors
    /// That of the output.
    #[inline(always)]
    pub fn send<W: std::io::Write>(&mut self, out: &mut W) -> PushResult<()> {
        if self.bytes.len() < BLOCK {
            return Ok(());
        }
        self.flush(out)
    }

    /// Sends to the output what is final.
    ///
    /// # Errors
    /// That of the output.
    #[inline(never)]
    pub fn flush<W: std::io::Write>(&mut self, out: &mut W) -> PushResult<()> {
        if self.gaps > 0 || self.holes > 0 {
            return Ok(());
        }
        let sent = out.write_all(self.bytes.as_bytes());
        self.bytes.clear(self.bytes.pos());
        sent.map_err(|e| self.fail(e.into()))
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
        self.bytes.put(bytes);
    }

    #[inline(always)]
    fn copy(&mut self, bytes: &[u8]) {
        self.bytes.copy(bytes);
    }

    #[inline(always)]
    fn pos(&self) -> u64 {
        self.bytes.pos()
    }

    fn patch(&mut self, at: u64, bytes: &[u8]) {
        self.bytes.patch(at, bytes);
    }

    fn checksum(&self, algorithm: Algorithm, parts: &[Over]) -> u64 {
        self.bytes.checksum(algorithm, parts)
    }

    fn bits(&mut self, value: u64, count: u32) {
        self.bytes.bits(value, count);
    }

    fn align(&mut self) {
        self.bytes.align();
    }

    #[inline(always)]
    fn uvint(&mut self, value: u64) {
        self.bytes.uvint(value);
    }
}

/// The place of a field, which is complete now: takes the field's bytes.
#[derive(Debug)]
pub struct Filling<'s> {
    stack: &'s mut Stack,
    hole: Hole,
    behind: usize,
    /// The one byte that there is room for is there.
    is_done: bool,
}

impl Filling<'_> {
    /// Number of bytes behind the hole.
    #[inline(always)]
    pub fn behind(&self) -> usize {
        self.behind
    }

    /// Closes the hole; `number` tells the field from others.
    #[inline(always)]
    pub fn close(self, number: usize) {
        self.stack.holes -= 1;
        if !self.is_done {
            self.stack.close(number, self.hole, self.behind);
        }
    }

    /// Where bytes go that are to be brought to the hole.
    #[inline(always)]
    fn apart(&mut self) -> &mut Buffer {
        if self.is_done {
            self.take_back();
        }
        &mut self.stack.bytes
    }

    #[cold]
    #[inline(never)]
    fn take_back(&mut self) {
        self.is_done = false;
        let byte = self.stack.bytes.as_bytes().get(self.hole.at).copied().unwrap_or(0);
        self.stack.bytes.put(&[byte]);
    }

    /// Whether nothing was put yet.
    #[inline(always)]
    fn is_empty(&self) -> bool {
        !self.is_done && self.stack.bytes.len() == self.hole.end() + self.behind
    }
}

impl Sink for Filling<'_> {
    #[inline(always)]
    fn put(&mut self, bytes: &[u8]) {
        self.apart().put(bytes);
    }

    #[inline(always)]
    fn copy(&mut self, bytes: &[u8]) {
        self.apart().copy(bytes);
    }

    fn pos(&self) -> u64 {
        self.stack.pos()
    }

    fn patch(&mut self, at: u64, bytes: &[u8]) {
        self.stack.patch(at, bytes);
    }

    fn checksum(&self, algorithm: Algorithm, parts: &[Over]) -> u64 {
        self.stack.checksum(algorithm, parts)
    }

    fn bits(&mut self, value: u64, count: u32) {
        self.apart().bits(value, count);
    }

    fn align(&mut self) {
        self.stack.align();
    }

    /// Most have one byte, for which there is room: that is where it goes.
    #[inline(always)]
    fn uvint(&mut self, value: u64) {
        if value < 0x80 && self.hole.width == 1 && self.is_empty() {
            self.stack.bytes.set(self.hole.at, value as u8);
            self.is_done = true;
            return;
        }
        self.apart().uvint(value);
    }
}

/// What the frame of what is open has, once it has been opened.
///
/// # Errors
/// `Missing` if there is none.
#[inline(always)]
pub fn opened<T>(frame: Option<T>, site: &'static Site) -> PushResult<T> {
    frame.ok_or_else(|| WriteError::new(WriteErrorKind::Missing, site).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    static ROOT: Site = Site { owner: "root", field: Site::WHOLE, name: Site::WHOLE, file: "", line: 1 };

    static TYPES: [&Site; 1] = [&ROOT];

    /// A length before `body`, in which another one may stand.
    fn length_of(w: &mut Stack, number: usize, body: impl FnOnce(&mut Stack)) {
        let hole = w.hole(number);
        body(w);
        let mut w = w.filling(hole);
        w.uvint(w.behind() as u64);
        w.close(number);
    }

    fn expected(inner: usize) -> Vec<u8> {
        let vint = |n: usize| {
            let (bytes, len) = crate::vint::encode(n as u64);
            bytes[..len].to_vec()
        };
        let within = [vint(inner), vec![7; inner], vec![8]].concat();
        [vec![1], vint(within.len()), within, vec![9]].concat()
    }

    #[test]
    fn lengths_stand_before_what_they_measure_whatever_their_width() {
        let mut w = Stack::new(0, &TYPES);
        let mut all = Vec::new();
        for inner in [0, 1, 126, 127, 128, 5, 20_000, 16_383, 300, 0, 3_000_000, 2] {
            w.put(&[1]);
            length_of(&mut w, 0, |w| {
                length_of(w, 1, |w| w.put(&vec![7; inner]));
                w.put(&[8]);
                assert_eq!(w.position(), None);
            });
            w.put(&[9]);
            all.extend(expected(inner));
            assert_eq!(w.position(), Some(all.len() as u64));
        }
        let mut out = Vec::new();
        w.flush(&mut out).unwrap();
        assert!(out == all);
    }

    #[test]
    fn a_field_may_be_wider_than_any_room_and_may_be_nothing() {
        let mut w = Stack::new(5, &TYPES);
        for width in [40, 40, 0, 16, 17, 1, 1, 0] {
            let hole = w.hole(3);
            w.put(b"behind");
            let mut filling = w.filling(hole);
            filling.put(&vec![b'x'; width]);
            filling.close(3);
            let mut out = Vec::new();
            w.flush(&mut out).unwrap();
            assert_eq!(out, [vec![b'x'; width], b"behind".to_vec()].concat(), "{width}");
        }
    }

    #[test]
    fn what_was_put_into_a_hole_of_one_byte_goes_before_what_comes_after_it() {
        let mut w = Stack::new(0, &TYPES);
        for numbers in [&[1][..], &[2, 3], &[300], &[4, 500], &[5, 6, 7], &[], &[8]] {
            let hole = w.hole(0);
            w.put(b"behind");
            let mut filling = w.filling(hole);
            numbers.iter().for_each(|n| filling.uvint(*n));
            filling.close(0);
            let (mut out, mut expected) = (Vec::new(), Buffer::default());
            numbers.iter().for_each(|n| expected.uvint(*n));
            expected.put(b"behind");
            w.flush(&mut out).unwrap();
            assert_eq!(out, expected.as_bytes(), "{numbers:?}");
        }
    }

    #[test]
    fn bytes_go_to_the_output_only_when_nothing_waits() {
        let (mut w, mut out) = (Stack::new(0, &TYPES), Vec::new());
        let gap = w.gap(&[0; 2]);
        w.put(&vec![1; BLOCK]);
        w.send(&mut out).unwrap();
        assert!(out.is_empty());
        w.fill(gap, &[5, 6]);
        w.send(&mut out).unwrap();
        assert_eq!((out.len(), &out[..3]), (BLOCK + 2, &[5, 6, 1][..]));
    }

    #[test]
    fn after_a_failure_nothing_is_open() {
        let mut w = Stack::new(0, &TYPES);
        w.ready().unwrap();
        let wrong = w.misplaced(&ROOT);
        w.done(Err(wrong)).unwrap_err();
        assert!(!w.is_open(&ROOT));
        for error in [w.ready(), w.expect(&ROOT)] {
            assert_eq!(error.unwrap_err().to_string(), "an earlier push failed");
        }
    }
}
