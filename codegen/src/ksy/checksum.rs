//! The checksums that there are. `runtime/src/checksum.rs` computes them; a test compares the two tables.

/// An algorithm.
#[derive(Debug, PartialEq, Eq)]
pub struct Algorithm {
    pub name: &'static str,
    /// Bytes that a checksum has.
    pub width: u32,
}

/// All of them.
pub const ALGORITHMS: &[Algorithm] = &[
    Algorithm { name: "crc32", width: 4 },
    Algorithm { name: "crc32c", width: 4 },
    Algorithm { name: "crc32c_le", width: 4 },
];

impl Algorithm {
    /// The one of that name.
    pub fn named(name: &str) -> Option<&'static Algorithm> {
        ALGORITHMS.iter().find(|a| a.name == name)
    }

    /// The names of all.
    pub fn names() -> String {
        let names: Vec<&str> = ALGORITHMS.iter().map(|a| a.name).collect();
        match names.split_last() {
            Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
            None => String::new(),
        }
    }

    /// Whether a number of so many bytes holds a checksum.
    pub fn fits(&self, bytes: u32) -> bool {
        bytes >= self.width
    }

    /// How many bytes numbers that hold a checksum have.
    pub fn widths(&self) -> String {
        let widths: Vec<String> = [1, 2, 4, 8].iter().filter(|n| self.fits(**n)).map(u32::to_string).collect();
        widths.join(" or ")
    }
}
