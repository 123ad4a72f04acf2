//! Which times and TTLs a version can have.

use cqlite_format::version::SstableVersion;
use cqlite_rows::{is_invalid, last_deletion_time, NO_DELETION_TIME};

use crate::rule::{self, Breach};

/// What is wrong with the local deletion time of a deletion.
pub(super) fn wrong_deletion_time(version: SstableVersion, seconds: i64) -> Option<Breach> {
    let last = last_deletion_time(version);
    match seconds {
        NO_DELETION_TIME => Some(rule::deletion_time_of_none()),
        n if is_invalid(n) => Some(rule::invalid_deletion_time()),
        n if n > last => Some(rule::deletion_time_range(n, last)),
        _ => None,
    }
}

/// What is wrong with when something expires; `stored` is the number as it stands in the file.
pub(super) fn wrong_expiration(version: SstableVersion, seconds: i64, stored: i64, ttl: i64) -> Option<Breach> {
    // It was written at a time from 1970 on.
    if is_invalid(seconds) && (0..ttl).contains(&stored) {
        return Some(rule::expiration_below_ttl(stored, ttl));
    }
    wrong_deletion_time(version, seconds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use cqlite_rows::INVALID_DELETION_TIME;

    #[test]
    fn impossible_seconds_are_told() {
        let version = |letters| SstableVersion::find(letters).expect("a version of the specification");
        let (signed, unsigned) = (version("nb"), version("oa"));
        assert!(wrong_deletion_time(signed, INVALID_DELETION_TIME).is_some());
        assert!(wrong_deletion_time(signed, 0x7fff_ffff).is_some());
        assert!(wrong_deletion_time(signed, 0x7fff_fffe).is_none());
        assert!(wrong_deletion_time(unsigned, NO_DELETION_TIME).is_some());
        assert!(wrong_deletion_time(unsigned, 0xffff_fffd).is_none());
        assert!(wrong_deletion_time(unsigned, 0xffff_fffe).is_some());
        let less = wrong_expiration(unsigned, INVALID_DELETION_TIME, 100, 200);
        assert_eq!(less.map(|breach| breach.message).as_deref(), Some("the expiration 100 is less than the TTL, 200"));
    }
}
