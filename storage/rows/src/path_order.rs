//! The order of a column's cells: that of their paths.

use std::cmp::Ordering;

use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_types::{time_uuid_rank, try_compare, ValueError};

/// Bytes of a path that are kept as a number.
const SHORT: usize = 16;

/// What paths are compared by.
#[derive(Debug, Clone, Copy)]
pub struct PathOrder<'t> {
    ty: &'t MarshalType,
    /// A short way for those that come by the million.
    fast: Fast,
}

#[derive(Debug, Clone, Copy)]
enum Fast {
    /// As their bytes.
    Bytes,
    /// As signed numbers of so many bytes.
    Signed(usize),
    /// As UUIDs of version 1.
    TimeUuid,
    No,
}

/// A path of up to 16 bytes: these, with zeros after them, and how many there are.
type Short = (u128, usize);

impl<'t> PathOrder<'t> {
    /// The order of paths of a type.
    #[must_use]
    pub fn new(ty: &'t MarshalType) -> Self {
        use NativeType as N;
        let fast = match ty {
            MarshalType::Native(N::Ascii | N::Utf8 | N::Bytes | N::SimpleDate | N::Time | N::InetAddress) => {
                Fast::Bytes
            }
            MarshalType::Native(N::Int32) => Fast::Signed(4),
            MarshalType::Native(N::Long | N::Timestamp) => Fast::Signed(8),
            MarshalType::Native(N::TimeUuid) => Fast::TimeUuid,
            _ => Fast::No,
        };
        PathOrder { ty, fast }
    }

    /// The order of two paths.
    ///
    /// # Errors
    /// A path that is no value of the type.
    #[inline]
    pub fn compare(self, a: &[u8], b: &[u8]) -> Result<Ordering, ValueError> {
        let rank = |path| short(path).and_then(|short| self.rank(short));
        match (rank(a), rank(b)) {
            (Some(a), Some(b)) => Ok(a.cmp(&b)),
            _ => try_compare(self.ty, a, b),
        }
    }

    /// Something that is in the order of the paths, if the short way is open to this one.
    #[inline(always)]
    fn rank(self, (head, len): Short) -> Option<Short> {
        match self.fast {
            Fast::Bytes => Some((head, len)),
            Fast::Signed(width) if len == width => Some((head ^ 1 << 127, 0)),
            Fast::TimeUuid if len == SHORT && head >> 76 & 0xf == 1 => Some((time_uuid_rank(head), 0)),
            _ => None,
        }
    }
}

/// The bytes of a short path.
#[inline(always)]
fn short(path: &[u8]) -> Option<Short> {
    let len = path.len();
    let head = if let (Some(first), Some(last)) = (path.first_chunk(), path.last_chunk()) {
        // What they share is the same in both.
        let (first, last) = (u128::from(u64::from_be_bytes(*first)), u128::from(u64::from_be_bytes(*last)));
        first << 64 | last << 128usize.checked_sub(8 * len)?
    } else if let (Some(first), Some(last)) = (path.first_chunk(), path.last_chunk()) {
        let (first, last) = (u128::from(u32::from_be_bytes(*first)), u128::from(u32::from_be_bytes(*last)));
        first << 96 | last << (128 - 8 * len)
    } else {
        path.iter().rev().fold(0, |head, byte| head >> 8 | u128::from(*byte) << 120)
    };
    Some((head, len))
}

/// The last path of a column of several cells.
#[derive(Debug, Default)]
pub struct Paths<'t> {
    order: Option<PathOrder<'t>>,
    has_last: bool,
    short: Option<Short>,
    rank: Option<Short>,
    /// All of it, if it is not short.
    long: Vec<u8>,
}

impl<'t> Paths<'t> {
    /// A column begins.
    pub fn begin(&mut self, order: Option<PathOrder<'t>>) {
        (self.order, self.has_last) = (order, false);
    }

    /// Whether a path stands after the one before it; it is then the last one.
    ///
    /// # Errors
    /// A path that is no value of its type.
    ///
    /// Reference: `ColumnMetadata.makeCellPathComparator`, which `BTreeRow.Builder.CellResolver` sorts by.
    #[inline(always)]
    pub fn follows(&mut self, path: &[u8]) -> Result<bool, ValueError> {
        let Some(order) = self.order else { return Ok(true) };
        let short = short(path);
        let rank = short.and_then(|short| order.rank(short));
        let follows = match (self.rank, rank) {
            _ if !self.has_last => true,
            (Some(last), Some(this)) => last < this,
            _ => self.compare(order.ty, path)?,
        };
        (self.has_last, self.short, self.rank) = (true, short, rank);
        if short.is_none() {
            self.long.clear();
            self.long.extend_from_slice(path);
        }
        Ok(follows)
    }

    #[inline(never)]
    fn compare(&self, ty: &MarshalType, path: &[u8]) -> Result<bool, ValueError> {
        let order = match self.short {
            Some((head, len)) => try_compare(ty, head.to_be_bytes().get(..len).unwrap_or_default(), path),
            None => try_compare(ty, &self.long, path),
        };
        Ok(order?.is_lt())
    }
}

#[cfg(test)]
mod tests {
    use cqlite_runtime::marshal::parse;
    use cqlite_types::try_compare;

    use super::{short, PathOrder, Paths};

    #[test]
    fn short_paths_are_their_bytes() {
        for len in 0..=20usize {
            let path: Vec<u8> = (1..=len as u8).map(|i| i * 11).collect();
            match short(&path) {
                Some((head, found)) => {
                    let mut bytes = path.clone();
                    bytes.resize(16, 0);
                    assert_eq!((&head.to_be_bytes()[..], found), (&*bytes, len));
                }
                None => assert!(len > 16),
            }
        }
    }

    #[test]
    fn paths_are_in_the_order_of_their_type() {
        let texts: [&[u8]; 9] =
            [b"", b"\0", b"a", b"aa", b"a\0", b"seventeen letters", b"seventeen letterz", b"sixteen letters!", b"\xff"];
        let ints = [i32::MIN, -1, 0, 1, i32::MAX].map(i32::to_be_bytes);
        let longs = [i64::MIN, -1, 0, 1, i64::MAX].map(i64::to_be_bytes);
        let uuids = [
            *b"\x2d\xa1\xca\x1c\xe5\x85\x11\xf1\x9c\x3c\xed\xc3\x92\x01\x8c\x96",
            *b"\x2d\xa1\xca\x1c\xe5\x85\x11\xf1\x1c\x3c\xed\xc3\x92\x01\x8c\x96",
            *b"\x2d\xa1\xca\x1c\xe5\x85\x11\xf1\x9c\x3c\x7d\xc3\x92\x01\x8c\x96",
            *b"\x00\xa1\xca\x1c\xe5\x86\x11\xf1\x9c\x3c\xed\xc3\x92\x01\x8c\x96",
            *b"\xff\xa1\xca\x1c\xe5\x85\x10\xf1\x9c\x3c\xed\xc3\x92\x01\x8c\x96",
        ];
        let kinds: [(&str, Vec<&[u8]>); 5] = [
            ("UTF8Type", texts.to_vec()),
            ("Int32Type", ints.iter().map(|i| &i[..]).chain([&b""[..]]).collect()),
            ("LongType", longs.iter().map(|i| &i[..]).chain([&b""[..]]).collect()),
            ("TimeUUIDType", uuids.iter().map(|i| &i[..]).collect()),
            ("DecimalType", vec![b"\0\0\0\x01\x05", b"\0\0\0\0\x05", b"\0\0\0\x01\xf0"]),
        ];
        for (name, values) in kinds {
            let ty = parse(name).unwrap();
            for a in &values {
                for b in &values {
                    let mut paths = Paths::default();
                    paths.begin(Some(PathOrder::new(&ty)));
                    assert!(paths.follows(a).unwrap());
                    let expected = try_compare(&ty, a, b).unwrap();
                    assert_eq!(paths.follows(b).unwrap(), expected.is_lt(), "{name} {a:?} {b:?}");
                    assert_eq!(PathOrder::new(&ty).compare(a, b).unwrap(), expected, "{name} {a:?} {b:?}");
                }
            }
        }
    }
}
