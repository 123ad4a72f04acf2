//! Every prefix of a sample is read without panicking, and the error is that the end came too soon.

use cqlite_runtime::{ReadError, Reader};

use crate::specs::{bits, choices, numbers, values};
use crate::{bytes, misread, read, written};

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

#[test]
fn an_element_that_others_ask_for_is_named_itself() {
    use crate::specs::neighbours::*;
    let bytes = [3, 1, 7, 2, 8, 1, 9, b'x', b'y', b'z'];
    let model = read(&bytes, |r| {
        let model = Neighbours::decode(r)?;
        let _ = r.rest();
        Ok(model)
    });
    assert_eq!(written(|w| model.encode(w)), bytes);
    for index in 0..3 {
        let mut damaged = bytes;
        damaged[1 + 2 * index] = 9;
        let said = misread(&damaged, |r| Neighbours::decode(r).map(drop));
        assert_eq!(said, format!("at offset {}, field toc[{index}].kind: expected a kind, found 9", 1 + 2 * index));
    }
}
