//! Random values of the native types, as live tests give them to Cassandra.

/// splitmix64.
#[derive(Debug)]
pub struct Random(pub u64);

impl Random {
    /// The next number, of any bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number below another.
    pub fn below(&mut self, n: u64) -> u64 {
        self.bits() % n
    }

    /// A number of any size: as many small ones as large ones.
    pub fn number(&mut self) -> i64 {
        let size = self.below(64);
        (self.bits() as i64) >> size
    }

    /// Bytes of any bits.
    pub fn bytes(&mut self, len: u64) -> Vec<u8> {
        (0..len).map(|_| self.bits() as u8).collect()
    }
}

/// Bytes of a value of a type, most often a valid one.
#[must_use]
pub fn value(name: &str, r: &mut Random) -> Vec<u8> {
    // Numbers as people write them, beside those of any bits.
    let decimal = |r: &mut Random| r.number() as f64 / 10f64.powi(r.below(30) as i32);
    match name {
        "DoubleType" if r.below(2) == 0 => decimal(r).to_be_bytes().to_vec(),
        "FloatType" if r.below(2) == 0 => (decimal(r) as f32).to_be_bytes().to_vec(),
        "DoubleType" | "LongType" => r.bits().to_be_bytes().to_vec(),
        "FloatType" | "Int32Type" | "SimpleDateType" => (r.bits() as u32).to_be_bytes().to_vec(),
        "TimestampType" => r.number().to_be_bytes().to_vec(),
        "TimeType" => (r.number() % 90_000_000_000_000).to_be_bytes().to_vec(),
        "IntegerType" => {
            let len = 1 + r.below(24);
            r.bytes(len)
        }
        "DecimalType" => {
            let scale = if r.below(4) == 0 { r.number() as i32 } else { r.below(40) as i32 - 10 };
            let len = 1 + r.below(20);
            [&scale.to_be_bytes()[..], &r.bytes(len)].concat()
        }
        "UUIDType" | "TimeUUIDType" => {
            let mut bytes = r.bytes(16);
            bytes[6] = bytes[6] & 0x0f | 0x10;
            bytes
        }
        "InetAddressType" => {
            let (len, sparse) = (4 + 12 * r.below(2), r.below(2) == 0);
            r.bytes(len).into_iter().map(|b| if sparse && b & 1 == 0 { 0 } else { b }).collect()
        }
        "UTF8Type" => {
            let len = r.below(20);
            let text: String = (0..len)
                .map(|_| match r.below(3) {
                    0 => char::from(r.below(128) as u8),
                    1 => char::from_u32(r.below(0x3000) as u32).unwrap_or(' '),
                    _ => char::from_u32(r.below(0x11_0000) as u32).unwrap_or('\u{fffd}'),
                })
                .collect();
            text.into_bytes()
        }
        _ => {
            let len = r.below(20);
            r.bytes(len)
        }
    }
}

/// The types that they are of.
pub const TYPES: &[&str] = &[
    "BytesType",
    "DecimalType",
    "DoubleType",
    "FloatType",
    "InetAddressType",
    "Int32Type",
    "IntegerType",
    "LongType",
    "SimpleDateType",
    "TimeType",
    "TimeUUIDType",
    "TimestampType",
    "UTF8Type",
    "UUIDType",
];
