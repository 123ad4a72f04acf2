//! Checksums that do not hold, made to hold, so that what comes after them can be read.

use crate::error::{ReadError, ReadErrorKind};

impl ReadError {
    /// Puts the checksum of the bytes in the place of the stored one, if that is what the error is about.
    ///
    /// # Returns
    /// Whether it was: the bytes are those of a component that the error was found in.
    #[must_use]
    pub fn mend_checksum(&self, component: &mut [u8]) -> bool {
        let ReadErrorKind::Checksum { stored, computed, layout } = *self.kind() else { return false };
        let width = layout.bytes() as usize;
        let place = usize::try_from(self.offset()).ok().and_then(|at| component.get_mut(at..)?.get_mut(..width));
        let Some(place) = place.filter(|place| place.iter().copied().eq(layout.stored(stored))) else { return false };
        place.iter_mut().zip(layout.stored(computed)).for_each(|(byte, new)| *byte = new);
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::table::Int;
    use crate::{ReadError, ReadErrorKind, Site};

    static SITE: Site = Site { owner: "t", field: "f", name: "f", file: "t.ksy", line: 1 };

    #[test]
    fn a_checksum_is_mended_in_its_own_width_and_order() {
        for (layout, before, after) in [
            (Int::U4, [9, 1, 2, 3, 4, 9, 9, 9, 9], [9, 5, 6, 7, 8, 9, 9, 9, 9]),
            (Int::U4le, [9, 4, 3, 2, 1, 9, 9, 9, 9], [9, 8, 7, 6, 5, 9, 9, 9, 9]),
            (Int::U8, [9, 0, 0, 0, 0, 1, 2, 3, 4], [9, 0, 0, 0, 0, 5, 6, 7, 8]),
        ] {
            let error = |at| {
                let kind = ReadErrorKind::Checksum { stored: 0x0102_0304, computed: 0x0506_0708, layout };
                ReadError::new(kind, at, &SITE)
            };
            let mut bytes = before;
            assert!(error(1).mend_checksum(&mut bytes));
            assert_eq!(bytes, after);
            for at in [0, 1, 9, u64::MAX] {
                assert!(!error(at).mend_checksum(&mut bytes), "{at}: another number is there");
                assert_eq!(bytes, after);
            }
        }
        let other = ReadError::new(ReadErrorKind::Overflow, 1, &SITE);
        assert!(!other.mend_checksum(&mut [0; 8]));
    }
}
