//! The time of a statement and its chance.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

/// What `now()` and `uuid()` take their values from. Nothing is asked of the machine: the same clock gives the same values.
#[derive(Debug)]
pub struct Clock {
    now_micros: i64,
    last_micros: AtomicI64,
    random: AtomicU64,
    node: u64,
}

impl Clock {
    /// A clock that stands at a time, in microseconds since 1970, and the seed of what it draws by chance.
    #[must_use]
    pub fn new(now_micros: i64, seed: u64) -> Clock {
        let clock = Clock { now_micros, last_micros: AtomicI64::new(i64::MIN), random: AtomicU64::new(seed), node: 0 };
        // Of a node that has no address of its own the lowest bit of the first octet is set.
        let node = clock.random() | 0x0000_0100_0000_0000;
        Clock { node, ..clock }
    }

    /// The time in microseconds since 1970.
    #[must_use]
    pub fn now_micros(&self) -> i64 {
        self.now_micros
    }

    /// The time in milliseconds since 1970.
    #[must_use]
    pub fn now_millis(&self) -> i64 {
        self.now_micros.div_euclid(1000)
    }

    /// A number drawn by chance (splitmix64).
    pub(crate) fn random(&self) -> u64 {
        let state = self.random.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed).wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A UUID of version 4.
    pub(crate) fn uuid(&self) -> [u8; 16] {
        let bits = u128::from(self.random()) << 64 | u128::from(self.random());
        let version = bits & !(0xf << 76) | 0x4 << 76;
        (version & !(0x3 << 62) | 0x2 << 62).to_be_bytes()
    }

    /// A UUID of version 1 that no call before has given: of the time's millisecond, or a microsecond after the last one.
    ///
    /// Reference: `TimeUUID.Generator.nextTimeUUIDAsBytes`.
    pub(crate) fn time_uuid(&self) -> [u8; 16] {
        let now = self.now_millis().saturating_mul(1000);
        let next = |last: i64| Some(now.max(last.saturating_add(1)));
        let micros = match self.last_micros.fetch_update(Ordering::Relaxed, Ordering::Relaxed, next) {
            Ok(last) | Err(last) => now.max(last.saturating_add(1)),
        };
        cqlite_types::time_uuid_of(cqlite_types::time_uuid_ticks(micros), cqlite_types::time_uuid_low(self.node))
    }
}
