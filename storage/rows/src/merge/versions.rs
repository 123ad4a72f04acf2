/// Some of the versions of a row, by their numbers; of more than 64, those after them are in none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Versions(u64);

impl Versions {
    pub(super) const NONE: Versions = Versions(0);

    pub(super) fn of(versions: impl IntoIterator<Item = usize>) -> Self {
        let mut of = Versions::NONE;
        versions.into_iter().for_each(|version| of.add(version));
        of
    }

    #[inline]
    pub(super) fn only(version: usize) -> Self {
        Versions(u32::try_from(version).ok().and_then(|version| 1u64.checked_shl(version)).unwrap_or(0))
    }

    #[inline]
    pub(super) fn add(&mut self, version: usize) {
        self.0 |= Versions::only(version).0;
    }

    #[inline]
    pub(super) fn and(self, other: Self) -> Self {
        Versions(self.0 & other.0)
    }

    /// All others.
    #[inline]
    pub(super) fn others(self) -> Self {
        Versions(!self.0)
    }

    #[inline]
    pub(super) fn is_none(self) -> bool {
        self.0 == 0
    }

    #[inline]
    pub(super) fn first(self) -> Option<usize> {
        (self.0 != 0).then(|| self.0.trailing_zeros() as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::Versions;

    #[test]
    fn versions_are_in_what_they_were_added_to() {
        let few = Versions::of([3, 9, 63, 64, 1000]);
        assert_eq!((few.first(), few.is_none()), (Some(3), false));
        assert_eq!(few.and(Versions::only(3).others()), Versions::of([9, 63]));
        for beyond in [64, 65, 1 << 32, usize::MAX] {
            assert!(Versions::only(beyond).is_none(), "{beyond}");
        }
        assert_eq!(Versions::NONE.first(), None);
    }
}
