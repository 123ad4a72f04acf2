//! `DateRangeType`: a date, or a span between two, each as exact as it was given.

use super::DseType;
use crate::time::{write_date_of, write_time_of};
use crate::{Result, ValueError};

/// What stands in front of the bounds.
mod kind {
    pub(super) const SINGLE: u8 = 0;
    pub(super) const CLOSED: u8 = 1;
    pub(super) const OPEN_ABOVE: u8 = 2;
    pub(super) const OPEN_BELOW: u8 = 3;
    pub(super) const OPEN: u8 = 4;
    pub(super) const SINGLE_OPEN: u8 = 5;
}

/// Writes `2017-02`, `*`, or `[2017-02 TO *]`.
pub(super) fn write(bytes: &[u8], out: &mut Vec<u8>) -> Result<()> {
    let ty = DseType::DateRange.name();
    let (&kind, mut rest) = bytes.split_first().ok_or(ValueError::Truncated { ty })?;
    match kind {
        kind::SINGLE => bound(&mut rest, out)?,
        kind::SINGLE_OPEN => out.push(b'*'),
        kind::CLOSED..=kind::OPEN => {
            out.push(b'[');
            one(kind != kind::OPEN_BELOW && kind != kind::OPEN, &mut rest, out)?;
            out.extend_from_slice(b" TO ");
            one(kind != kind::OPEN_ABOVE && kind != kind::OPEN, &mut rest, out)?;
            out.push(b']');
        }
        _ => return Err(ValueError::Encoding { ty }),
    }
    match rest.len() {
        0 => Ok(()),
        extra => Err(ValueError::Trailing { ty, extra }),
    }
}

fn one(is_there: bool, rest: &mut &[u8], out: &mut Vec<u8>) -> Result<()> {
    if is_there {
        return bound(rest, out);
    }
    out.push(b'*');
    Ok(())
}

/// Milliseconds since 1970, and what of them counts: 0 the year, up to 6 the millisecond.
fn bound(rest: &mut &[u8], out: &mut Vec<u8>) -> Result<()> {
    let ty = DseType::DateRange.name();
    let (millis, after) = rest.split_first_chunk::<8>().ok_or(ValueError::Truncated { ty })?;
    let (&precision, after) = after.split_first().ok_or(ValueError::Truncated { ty })?;
    *rest = after;
    let millis = i64::from_be_bytes(*millis);
    // Parts of a date, then of a time.
    match precision {
        0..=2 => write_date_of(millis, usize::from(precision) + 1, out),
        3..=6 => {
            write_date_of(millis, 3, out);
            out.push(b'T');
            write_time_of(millis, usize::from(precision) - 2, out);
            if precision == 6 {
                out.push(b'Z');
            }
        }
        _ => return Err(ValueError::Encoding { ty }),
    }
    Ok(())
}
