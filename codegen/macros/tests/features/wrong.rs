//! Every prefix of a sample is read without panicking, and the error is that the end came too soon.

use cqlite_runtime::{ReadError, Reader};

use crate::bytes;
use crate::specs::{bits, choices, numbers, values};

fn prefixes<T>(whole: &[u8], decode: impl Fn(&mut Reader<'_>) -> Result<T, ReadError>) {
    for n in 0..whole.len() {
        match decode(&mut Reader::new(&whole[..n])) {
            Ok(_) => panic!("{n} of {} bytes are enough", whole.len()),
            Err(e) => assert!(e.is_unexpected_end(), "{n}: {e}"),
        }
    }
}

#[test]
fn bytes_that_end_too_soon() {
    prefixes(&[0; 71], numbers::Numbers::decode);
    prefixes(&bytes![0x59, 0x12, 0x34, 0x56, 0x78, 0x90, 7, 1, 2, 3, 0x03, 0, 5], bits::Bits::decode);
    prefixes(&bytes![1, 0, 2, 3, 4, 1, 0, 9, 7], choices::Choices::decode);
    prefixes(&bytes![2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 3, 2, 1], values::Values::decode);
}
