//! A field of a component, as `inspect --json` or Kaitai has it.

use serde_json::Value;

/// A field with nothing below it.
#[derive(Debug, Clone)]
pub struct Leaf {
    pub path: String,
    pub offset: u64,
    pub length: u64,
    pub value: Value,
}

impl Leaf {
    /// Reads a line; nothing of bytes that no field covers, which have no path.
    pub fn parse(line: &str) -> Option<Self> {
        let field: Value = serde_json::from_str(line).expect("JSON");
        let number = |key: &str| field[key].as_u64().unwrap_or_else(|| panic!("{key} of {line}"));
        let path = field["path"].as_str()?.to_owned();
        Some(Leaf { path, offset: number("offset"), length: number("length"), value: field["value"].clone() })
    }

    /// Where it ends.
    pub fn end(&self) -> u64 {
        self.offset + self.length
    }

    /// Its number.
    pub fn number(&self) -> i64 {
        self.value.as_i64().unwrap_or_else(|| panic!("{self:?} is no number"))
    }

    /// Its path without the numbers of elements: fields of all elements have the same.
    pub fn kind(&self) -> String {
        let mut kind = String::new();
        let mut inside = false;
        for c in self.path.chars() {
            match c {
                '[' | '@' => inside = true,
                ']' | '.' => inside = false,
                _ if inside => continue,
                _ => {}
            }
            kind.push(c);
        }
        kind
    }
}
