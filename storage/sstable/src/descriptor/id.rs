use std::cmp::Ordering;
use std::fmt;

/// What tells the SSTables of a table apart: a running number, or since 4.1 a time UUID.
///
/// Ordered as Cassandra orders them: numbers first, then UUIDs by time and node bits.
/// Reference: `SSTableIdFactory.COMPARATOR`, `SequenceBasedSSTableId`, `UUIDBasedSSTableId`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SstableId {
    /// "Generation", 0 to 2³¹-1.
    Sequence(u32),
    /// The two halves of a version 1 UUID.
    Uuid {
        /// 100 ns units since 1582-10-15.
        timestamp: u64,
        /// Clock sequence and node, the low half of the UUID.
        node: u64,
    },
}

impl SstableId {
    /// Reads the id part of a file name: up to 10 digits, or `dddd_ssss_nnnnn` and 13 digits of base 36 in either case.
    ///
    /// `None` for anything else, numbers beyond their range included.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::parse_uuid(text).or_else(|| Self::parse_sequence(text))
    }

    fn parse_sequence(text: &str) -> Option<Self> {
        let plain = (1..=10).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        let n: u32 = plain.then(|| text.parse().ok())??;
        i32::try_from(n).ok().map(|_| SstableId::Sequence(n))
    }

    /// Layout: 4 digits days, 4 digits seconds of the day, 5 digits 100 ns of the second, 13 digits node.
    fn parse_uuid(text: &str) -> Option<Self> {
        let (days, rest) = text.split_once('_')?;
        let (seconds, rest) = rest.split_once('_')?;
        if days.len() != 4 || seconds.len() != 4 || rest.len() != 18 || !rest.is_ascii() {
            return None;
        }
        let (ticks, node) = rest.split_at(5);
        // At most (36⁴·86400 + 36⁴)·10⁷ + 36⁵ < 2⁶³: cannot overflow.
        let seconds = base36(days)? * 86_400 + base36(seconds)?;
        Some(SstableId::Uuid { timestamp: seconds * 10_000_000 + base36(ticks)?, node: base36(node)? })
    }
}

/// Digits only: `from_str_radix` alone would take a sign.
fn base36(digits: &str) -> Option<u64> {
    let plain = digits.bytes().all(|b| b.is_ascii_alphanumeric());
    plain.then(|| u64::from_str_radix(digits, 36).ok())?
}

fn write_base36(f: &mut fmt::Formatter<'_>, mut n: u64, width: usize) -> fmt::Result {
    let mut digits = [b'0'; 13];
    let mut at = digits.len();
    while n > 0 && at > 0 {
        at -= 1;
        digits[at] = b"0123456789abcdefghijklmnopqrstuvwxyz"[(n % 36) as usize];
        n /= 36;
    }
    let from = at.min(digits.len() - width.min(digits.len()));
    digits[from..].iter().try_for_each(|&d| fmt::Write::write_char(f, char::from(d)))
}

impl fmt::Display for SstableId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            SstableId::Sequence(n) => write!(f, "{n}"),
            SstableId::Uuid { timestamp, node } => {
                let seconds = timestamp / 10_000_000;
                write_base36(f, seconds / 86_400, 4)?;
                f.write_str("_")?;
                write_base36(f, seconds % 86_400, 4)?;
                f.write_str("_")?;
                write_base36(f, timestamp % 10_000_000, 5)?;
                write_base36(f, node, 13)
            }
        }
    }
}

impl Ord for SstableId {
    fn cmp(&self, other: &Self) -> Ordering {
        use SstableId::{Sequence, Uuid};
        match (*self, *other) {
            (Sequence(a), Sequence(b)) => a.cmp(&b),
            (Sequence(_), Uuid { .. }) => Ordering::Less,
            (Uuid { .. }, Sequence(_)) => Ordering::Greater,
            // Java compares the halves as signed numbers.
            (Uuid { timestamp: t1, node: n1 }, Uuid { timestamp: t2, node: n2 }) => {
                t1.cmp(&t2).then((n1 as i64).cmp(&(n2 as i64)))
            }
        }
    }
}

impl PartialOrd for SstableId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
