use super::{EncodeError, EncodingVersion};

/// Before a component that follows.
pub(super) const NEXT_COMPONENT: u8 = 0x40;
/// In place of a component that is empty and whose type means "no value" by that.
pub(super) const NEXT_COMPONENT_EMPTY: u8 = 0x3f;
/// The same for a column in descending order.
pub(super) const NEXT_COMPONENT_EMPTY_REVERSED: u8 = 0x41;
/// In place of a null component.
pub(super) const NEXT_COMPONENT_NULL: u8 = 0x3e;
/// Behind the last component.
pub(super) const TERMINATOR: u8 = 0x38;
/// Ends a bound before everything that begins like it.
pub(super) const LT_NEXT_COMPONENT: u8 = 0x20;
/// Ends a bound after everything that begins like it.
pub(super) const GT_NEXT_COMPONENT: u8 = 0x60;
/// Ends a bound before all that [`LT_NEXT_COMPONENT`] ends.
pub(super) const LTLT_NEXT_COMPONENT: u8 = 0x1f;
/// Ends a bound after all that [`GT_NEXT_COMPONENT`] ends.
pub(super) const GTGT_NEXT_COMPONENT: u8 = 0x61;
/// In place of a static row's clustering.
pub(super) const EXCLUDED: u8 = 0x18;

/// What a writer of a value tells: whether there is one. `false` means null, with nothing written.
pub(super) type Written = Result<bool, EncodeError>;

/// Appends one component of a sequence after its separator, or the sign of null. Reference: `ByteSource.Multi`.
pub(super) fn component(out: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>) -> Written) -> Result<(), EncodeError> {
    component_or(out, NEXT_COMPONENT_NULL, write)
}

/// As [`component`], with another sign of null.
pub(super) fn component_or(
    out: &mut Vec<u8>,
    null: u8,
    write: impl FnOnce(&mut Vec<u8>) -> Written,
) -> Result<(), EncodeError> {
    let at = out.len();
    out.push(NEXT_COMPONENT);
    if !write(out)? {
        out.truncate(at);
        out.push(null);
    }
    Ok(())
}

/// Ends a sequence. Reference: `ByteSource.withTerminatorMaybeLegacy`.
pub(super) fn terminate(out: &mut Vec<u8>, version: EncodingVersion, legacy: Option<u8>) {
    out.extend(if version.is_legacy() { legacy } else { Some(TERMINATOR) });
}

/// Bytes of any length: zeros are escaped, so that the end can be found.
///
/// A run of n zeros becomes 00, n-1 times FE, FF; the end is 00, or FE after a zero (FE 00 in the legacy form).
/// Reference: `ByteSource.AbstractEscaper`.
pub(super) fn escaped(out: &mut Vec<u8>, bytes: &[u8], version: EncodingVersion) {
    let mut in_zeros = false;
    for &byte in bytes {
        match (byte, in_zeros) {
            (0, false) => out.push(0),
            (0, true) => out.push(0xfe),
            (_, false) => out.push(byte),
            (_, true) => out.extend([0xff, byte]),
        }
        in_zeros = byte == 0;
    }
    if in_zeros {
        out.push(0xfe);
        if !version.is_legacy() {
            return;
        }
    }
    out.push(0);
}
