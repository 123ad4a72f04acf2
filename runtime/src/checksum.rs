//! Checksums that components carry (`-checksum`, `-algo`): a row each in the table below.

use crate::error::ReadErrorKind;
use crate::reader::Reader;
use crate::table::Int;

/// The algorithms. After the name in the specification: how many bytes a checksum has, in which order the bytes of numbers are taken, and the
/// function of bytes and of the checksum of those before them, which is 0 at the start.
macro_rules! algorithms {
    ($($(#[$doc:meta])* $algorithm:ident = $name:literal, $len:literal, $order:ident, $of:ident;)*) => {
        /// An algorithm.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Algorithm {
            $($(#[$doc])* $algorithm,)*
        }

        impl Algorithm {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$algorithm),*];

            /// Its name in the specification.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$algorithm => $name,)*
                }
            }

            /// How many bytes a checksum has.
            #[must_use]
            pub const fn width(self) -> u32 {
                match self {
                    $(Self::$algorithm => $len,)*
                }
            }

            const fn order(self) -> Order {
                match self {
                    $(Self::$algorithm => Order::$order,)*
                }
            }

            /// The checksum of bytes, continuing from that of the bytes before them (0 at the start).
            #[must_use]
            pub fn of(self, bytes: &[u8], so_far: u64) -> u64 {
                match self {
                    $(Self::$algorithm => $of(bytes, so_far),)*
                }
            }
        }
    };
}

algorithms! {
    /// CRC-32 (java.util.zip.CRC32).
    Crc32 = "crc32", 4, Stored, crc32;
    /// CRC-32C (java.util.zip.CRC32C).
    Crc32c = "crc32c", 4, Stored, crc32c;
    /// CRC-32C of fields whose numbers are taken in little-endian order, however they are stored.
    Crc32cLe = "crc32c_le", 4, LittleEndian, crc32c;
}

/// In which order the bytes of numbers are taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Stored,
    LittleEndian,
}

/// Bytes of a stream that a checksum is over.
#[derive(Debug, Clone, Copy)]
pub struct Over {
    from: u64,
    to: u64,
    is_number: bool,
}

/// The bytes from one position to another.
#[must_use]
pub fn bytes(from: u64, to: u64) -> Over {
    Over { from, to, is_number: false }
}

/// The same, of one big-endian number.
#[must_use]
pub fn number(from: u64, to: u64) -> Over {
    Over { from, to, is_number: true }
}

impl Algorithm {
    /// The checksum of parts of a stream, of which `between` gives the bytes.
    pub(crate) fn over<'b>(self, parts: &[Over], between: impl Fn(u64, u64) -> &'b [u8]) -> u64 {
        parts.iter().fold(0, |so_far, part| {
            let bytes = between(part.from, part.to);
            match part.is_number && self.order() == Order::LittleEndian {
                true => self.of(&bytes.iter().rev().copied().collect::<Vec<u8>>(), so_far),
                false => self.of(bytes, so_far),
            }
        })
    }

    /// What is wrong if a checksum, stored in some layout, is not that of parts of the reader's stream.
    #[must_use]
    pub fn differs(self, r: &Reader<'_>, parts: &[Over], stored: u64, layout: Int) -> Option<ReadErrorKind> {
        let computed = self.over(parts, |from, to| r.between(from, to));
        (stored != computed).then_some(ReadErrorKind::Checksum { stored, computed, layout })
    }
}

fn crc32(bytes: &[u8], so_far: u64) -> u64 {
    let mut hasher = crc32fast::Hasher::new_with_initial(so_far as u32);
    hasher.update(bytes);
    hasher.finalize().into()
}

fn crc32c(bytes: &[u8], so_far: u64) -> u64 {
    let crc = bytes.iter().fold(!(so_far as u32), |crc, b| (crc >> 8) ^ CASTAGNOLI[usize::from(crc as u8 ^ b)]);
    (!crc).into()
}

/// What each byte does to a CRC-32C.
static CASTAGNOLI: [u32; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let (mut crc, mut bit) = (byte as u32, 0);
        while bit < 8 {
            // The reflected polynomial.
            crc = (crc >> 1) ^ (0x82f6_3b78 & 0u32.wrapping_sub(crc & 1));
            bit += 1;
        }
        table[byte] = crc;
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::Algorithm::{Crc32, Crc32c, Crc32cLe};

    #[test]
    fn check_values_of_the_catalogue() {
        assert_eq!(Crc32.of(b"123456789", 0), 0xcbf4_3926);
        assert_eq!(Crc32c.of(b"123456789", 0), 0xe306_9283);
        assert_eq!(Crc32c.of(b"56789", Crc32c.of(b"1234", 0)), 0xe306_9283);
    }

    #[test]
    fn numbers_are_taken_in_the_order_of_the_algorithm() {
        let parts = [super::number(0, 4), super::bytes(4, 9)];
        let between = |bytes: &'static [u8]| move |from: u64, to: u64| &bytes[from as usize..to as usize];
        assert_eq!(Crc32c.over(&parts, between(b"123456789")), 0xe306_9283);
        assert_eq!(Crc32cLe.over(&parts, between(b"432156789")), 0xe306_9283);
    }
}
