//! Which times and TTLs a version can have.

use cqlite_format::version::SstableVersion;
use cqlite_rows::{is_invalid, last_deletion_time, NO_DELETION_TIME};

/// What is wrong with the local deletion time of a deletion.
pub(super) fn deletion_problem(version: SstableVersion, seconds: i64) -> Option<String> {
    match seconds {
        NO_DELETION_TIME => Some("invalid local deletion time: its value means that there is none".to_owned()),
        n if is_invalid(n) => Some("invalid local deletion time: it is no number of seconds since 1970".to_owned()),
        n if n > last_deletion_time(version) => Some(format!("invalid local deletion time {n}")),
        _ => None,
    }
}

/// What is wrong with when something expires; `stored` is the number as it stands in the file.
pub(super) fn expiration_problem(version: SstableVersion, seconds: i64, stored: i64, ttl: i64) -> Option<String> {
    // It was written at a time from 1970 on.
    if is_invalid(seconds) && (0..ttl).contains(&stored) {
        return Some(format!("the expiration {stored} is less than the TTL, {ttl}"));
    }
    deletion_problem(version, seconds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use cqlite_rows::INVALID_DELETION_TIME;

    #[test]
    fn impossible_seconds_are_told() {
        let version = |letters| SstableVersion::find(letters).expect("a version of the specification");
        let (signed, unsigned) = (version("nb"), version("oa"));
        assert!(deletion_problem(signed, INVALID_DELETION_TIME).is_some());
        assert!(deletion_problem(signed, 0x7fff_ffff).is_some());
        assert!(deletion_problem(signed, 0x7fff_fffe).is_none());
        assert!(deletion_problem(unsigned, NO_DELETION_TIME).is_some());
        assert!(deletion_problem(unsigned, 0xffff_fffd).is_none());
        assert!(deletion_problem(unsigned, 0xffff_fffe).is_some());
        let less = expiration_problem(unsigned, INVALID_DELETION_TIME, 100, 200);
        assert_eq!(less.as_deref(), Some("the expiration 100 is less than the TTL, 200"));
    }
}
