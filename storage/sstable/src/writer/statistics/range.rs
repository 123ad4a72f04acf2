/// A smallest or largest value, and where in the uncompressed data it was met first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extreme {
    /// The value.
    pub value: i64,
    /// Position of what has it.
    pub position: u64,
}

/// Smallest and largest of some numbers (`MinMaxLongTracker`).
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    ends: Option<[Extreme; 2]>,
}

impl Range {
    /// Takes in a value.
    #[inline]
    pub fn add(&mut self, value: i64, position: u64) {
        let met = Extreme { value, position };
        match &mut self.ends {
            Some([min, max]) => {
                if value < min.value {
                    *min = met;
                }
                if value > max.value {
                    *max = met;
                }
            }
            ends => *ends = Some([met; 2]),
        }
    }

    /// The smallest value and the largest; `None` if there was none.
    #[must_use]
    pub fn ends(&self) -> Option<[Extreme; 2]> {
        self.ends
    }

    /// The values of both, or what stands for them if there was none.
    #[must_use]
    pub fn values_or(&self, none: [i64; 2]) -> [i64; 2] {
        self.ends.map_or(none, |ends| ends.map(|end| end.value))
    }
}
