//! Flags by name.

/// What a flag is called that the version gives no name.
pub const UNKNOWN: &str = "an unknown flag";

/// The names of the flags of a field that are set, from the lowest on. `known` are those of the version.
pub fn named(
    bits: u64,
    known: u64,
    names: &'static [(u64, &'static str)],
) -> impl Iterator<Item = &'static str> + Clone {
    (0..u64::BITS).map(|n| 1 << n).filter(move |bit| bits & bit != 0).map(move |bit| {
        let name = names.iter().find(|(mask, _)| mask & known & bit != 0);
        name.map_or(UNKNOWN, |(_, name)| name)
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_flag_that_the_version_does_not_know_has_no_name() {
        let names = super::named(0b1101, 0b0111, &[(1, "is_old"), (2, "is_odd"), (8, "is_new")]);
        assert_eq!(names.collect::<Vec<_>>(), ["is_old", super::UNKNOWN, super::UNKNOWN]);
    }
}
