//! Bytes that are kept, and can be put right.

use std::ops::Range;

use super::Sink;
use crate::checksum::{Algorithm, Over};

/// A sink that keeps the bytes.
#[derive(Debug, Default, Clone)]
pub struct Buffer {
    /// What was put, and zeros or what is no longer needed behind it: there short values are put with what happens to follow them, and
    /// need not be cut.
    bytes: Vec<u8>,
    /// How many of them were put.
    len: usize,
    /// Position of the first of `bytes`.
    base: u64,
    /// Bits of the last byte that are taken, 0 if it is full; of the byte before `bits_end`, so that whole bytes need not end what bits began.
    bit: u32,
    bits_end: usize,
}

impl Buffer {
    /// A buffer for the part of a component that begins at `base`: positions count from the component's start.
    pub fn with_base(base: u64) -> Self {
        Buffer { base, ..Buffer::default() }
    }

    /// Takes the bytes put so far out, so that they can go to a file; they cannot be patched any more.
    pub fn drain(&mut self) -> Vec<u8> {
        let pos = self.pos();
        let all = std::mem::replace(self, Buffer::with_base(pos));
        all.into_bytes()
    }

    /// Forgets the bytes, and goes on at `base`; the memory is kept.
    pub fn clear(&mut self, base: u64) {
        (self.len, self.base, self.bit) = (0, base, 0);
    }

    /// The bytes put so far.
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or(&[])
    }

    /// The bytes put so far.
    pub fn into_bytes(mut self) -> Vec<u8> {
        self.bytes.truncate(self.len);
        self.bytes
    }

    /// How many bytes were put so far.
    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// Makes room for some bytes, and more than that.
    #[cold]
    #[inline(never)]
    fn grow(&mut self, count: usize) {
        let room = (self.len + count).max(2 * self.bytes.len()).max(64);
        self.bytes.resize(room, 0);
    }

    /// How many bytes were put so far. No `Vec` has more: ends of ranges cannot overflow then, and are not compared with where they begin.
    #[inline(always)]
    fn at(&self) -> usize {
        self.len & (usize::MAX >> 1)
    }

    /// Appends a byte.
    #[inline(always)]
    fn push(&mut self, byte: u8) {
        match self.bytes.get_mut(self.len) {
            Some(place) => {
                *place = byte;
                self.len += 1;
            }
            None => self.put_within_grown(1, [byte]),
        }
    }

    /// Appends what is put into room for `N` bytes, of which `len` count.
    #[inline(always)]
    fn put_within<const N: usize>(&mut self, len: usize, bytes: [u8; N]) {
        let at = self.at();
        match self.bytes.get_mut(at..at + N).and_then(<[u8]>::first_chunk_mut) {
            Some(room) => {
                *room = bytes;
                self.len = at + len;
            }
            None => self.put_within_grown(len, bytes),
        }
    }

    // By value: what a function gets the address of is in memory, even if it is not called.
    #[cold]
    #[inline(never)]
    fn put_within_grown<const N: usize>(&mut self, len: usize, bytes: [u8; N]) {
        self.put_grown(bytes.get(..len).unwrap_or(&[]));
    }

    #[cold]
    #[inline(never)]
    fn put_grown(&mut self, bytes: &[u8]) {
        self.grow(bytes.len());
        if let Some(room) = self.bytes.get_mut(self.len..self.len + bytes.len()) {
            room.copy_from_slice(bytes);
        }
        self.len += bytes.len();
    }

    #[inline(always)]
    fn put_any(&mut self, bytes: &[u8]) {
        if bytes.is_empty() {
            return;
        }
        match self.bytes.get_mut(self.len..).and_then(|room| room.get_mut(..bytes.len())) {
            Some(room) => {
                room.copy_from_slice(bytes);
                self.len += bytes.len();
            }
            None => self.put_grown(bytes),
        }
    }

    /// The most bytes that [`Self::room`] leaves.
    pub(crate) const ROOM: usize = 16;

    /// Leaves room for bytes that are put there later; the index of the first.
    #[inline(always)]
    pub(crate) fn room(&mut self, width: usize) -> usize {
        let at = self.len;
        if at + width > self.bytes.len() {
            self.grow(width);
        }
        self.len += width;
        at
    }

    /// Replaces a byte.
    #[inline(always)]
    pub(crate) fn set(&mut self, at: usize, byte: u8) {
        if let Some(place) = self.bytes.get_mut(at) {
            *place = byte;
        }
    }

    /// Brings what was put from `from` on to the place of the bytes in `room`; how many bytes it is.
    #[inline(always)]
    pub(crate) fn bring(&mut self, room: Range<usize>, from: usize) -> usize {
        let width = self.len.saturating_sub(from);
        if width != room.len() {
            self.bring_apart(room, width);
        } else if width > 0 {
            self.bytes.copy_within(from..from + width, room.start);
            self.len = from;
        }
        width
    }

    #[inline(never)]
    fn longest_uvint(&mut self, value: u64) {
        self.put_any(&crate::vint::encode(value).0);
    }

    #[inline(never)]
    fn bring_apart(&mut self, room: Range<usize>, width: usize) {
        self.bytes.truncate(self.len);
        if let Some(behind) = self.bytes.get_mut(room.end..) {
            behind.rotate_right(width);
        }
        self.bytes.drain(room);
        self.len = self.bytes.len();
    }

    fn range(&self, from: u64, to: u64) -> &[u8] {
        let (from, to) = (from.wrapping_sub(self.base), to.wrapping_sub(self.base));
        self.as_bytes().get(from as usize..to as usize).unwrap_or(&[])
    }
}

impl Sink for Buffer {
    #[inline(always)]
    fn put(&mut self, bytes: &[u8]) {
        match *bytes {
            [] => {}
            [byte] => self.push(byte),
            [a, b] => self.put_within(2, [a, b]),
            [a, b, c, d] => self.put_within(4, [a, b, c, d]),
            [a, b, c, d, e, f, g, h] => self.put_within(8, [a, b, c, d, e, f, g, h]),
            _ => self.put_any(bytes),
        }
    }

    /// Copies whose length is known are faster: a short value is put as its first and its last 4 or 8 bytes, which overlap.
    #[inline(always)]
    fn copy(&mut self, bytes: &[u8]) {
        let len = bytes.len();
        if !(4..=16).contains(&len) {
            return self.put_any(bytes);
        }
        let at = self.at();
        let Some(room) = self.bytes.get_mut(at..at + 16) else { return self.put_grown(bytes) };
        if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
            put_ends(room, len - 8, first, last);
        } else if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            put_ends(room, len - 4, first, last);
        }
        self.len = at + len;
    }

    /// Most vints have one byte. Of a longer one 8 bytes are put, and those that count are kept: a copy whose length is known is faster.
    #[inline(always)]
    fn uvint(&mut self, value: u64) {
        if value < 0x80 {
            return self.push(value as u8);
        }
        match crate::vint::encode_short(value) {
            Some((bytes, len)) => self.put_within(len, bytes),
            None => self.longest_uvint(value),
        }
    }

    #[inline(always)]
    fn pos(&self) -> u64 {
        self.base + self.len as u64
    }

    fn patch(&mut self, at: u64, bytes: &[u8]) {
        let at = at.wrapping_sub(self.base) as usize;
        if let Some(place) = self.bytes.get_mut(at..).and_then(|rest| rest.get_mut(..bytes.len())) {
            place.copy_from_slice(bytes);
        }
    }

    fn checksum(&self, algorithm: Algorithm, parts: &[Over]) -> u64 {
        algorithm.over(parts, |from, to| self.range(from, to))
    }

    fn bits(&mut self, value: u64, count: u32) {
        if self.bits_end != self.len {
            self.bit = 0;
        }
        for i in (0..count).rev() {
            if self.bit == 0 {
                self.push(0);
            }
            if let Some(last) = self.bytes.get_mut(self.len - 1) {
                *last |= (((value >> i) & 1) as u8) << (7 - self.bit);
            }
            self.bit = (self.bit + 1) % 8;
        }
        self.bits_end = self.len;
    }

    fn align(&mut self) {
        self.bit = 0;
    }
}

/// Puts the first and the last bytes of a value; the last begin at `at`.
#[inline(always)]
fn put_ends<const N: usize>(room: &mut [u8], at: usize, first: &[u8; N], last: &[u8; N]) {
    if let Some(room) = room.first_chunk_mut() {
        *room = *first;
    }
    if let Some(room) = room.get_mut(at..).and_then(<[u8]>::first_chunk_mut) {
        *room = *last;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_before_does_not_show() {
        let mut buffer = Buffer::default();
        for round in 0..3u8 {
            let mut expected = Vec::new();
            for len in 0..40u8 {
                let value: Vec<u8> = (0..len).map(|i| i ^ len ^ round).collect();
                buffer.put(&value);
                buffer.copy(&value);
                buffer.uvint(u64::MAX >> (len + round));
                let (vint, count) = crate::vint::encode(u64::MAX >> (len + round));
                expected.extend([&value[..], &value, &vint[..count]].concat());
                assert_eq!(buffer.as_bytes(), expected);
            }
            assert_eq!(buffer.pos(), expected.len() as u64);
            buffer.clear(0);
            assert!(buffer.as_bytes().is_empty());
        }
    }
}
