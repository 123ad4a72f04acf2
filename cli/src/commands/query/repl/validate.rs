use reedline::{ValidationResult, Validator};

use crate::commands::query::script::is_complete;

/// A statement ends with a semicolon, a word with its line.
pub struct Ended;

impl Validator for Ended {
    fn validate(&self, text: &str) -> ValidationResult {
        match is_complete(text) {
            true => ValidationResult::Complete,
            false => ValidationResult::Incomplete,
        }
    }
}
