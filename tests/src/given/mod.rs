//! Values given to fields of models by their names in the specification: `TYPE.FIELD=VALUE…`.
//!
//! Values are JSON: numbers, truth values, `null` for what is not there, text for text, hexadecimal digits for bytes, an id for a value of
//! an enumeration, `[…]` for lists, `{"field": …}` for types, `{"type": …}` for what a switched field is. What an object does not name is zero,
//! false, empty or not there. Several values, with blanks between them, are given in turn to the fields of that name, as they are met.

mod model;

use serde_json::{Deserializer, Value};

pub use model::Model;

/// What a field is to be.
#[derive(Debug, Clone)]
pub struct Setting {
    text: String,
    /// The file that the type is of, if several have one of that name.
    file: Option<String>,
    owner: String,
    field: String,
    /// The values are elements more of a list.
    appends: bool,
    values: Vec<Value>,
    /// How many fields have been met.
    met: usize,
}

impl Setting {
    /// Reads `TYPE.FIELD=VALUE…`, `FILE::TYPE.FIELD=VALUE…`, or, for an element more of a list, `TYPE.FIELD+=VALUE…`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong = |what: &str| format!("{text}: {what}");
        let (path, values) = text.split_once('=').ok_or_else(|| wrong("expected TYPE.FIELD=VALUE"))?;
        let (path, appends) = path.strip_suffix('+').map_or((path, false), |path| (path, true));
        let (owner, field) = path.rsplit_once('.').ok_or_else(|| wrong("expected TYPE.FIELD=VALUE"))?;
        let (file, owner) = owner.split_once("::").map_or((None, owner), |(file, owner)| (Some(file), owner));
        let values: Vec<Value> = Deserializer::from_str(values)
            .into_iter()
            .collect::<Result<_, _>>()
            .map_err(|e| wrong(&format!("no JSON: {e}")))?;
        if values.is_empty() {
            return Err(wrong("no value"));
        }
        Ok(Setting {
            text: text.to_owned(),
            file: file.map(str::to_owned),
            owner: owner.to_owned(),
            field: field.to_owned(),
            appends,
            values,
            met: 0,
        })
    }

    /// Gives the fields of a model, and of what is in it, their values.
    ///
    /// # Errors
    /// That the type has no such field, or that it cannot be one of the values.
    pub fn give(&mut self, model: &mut impl Model) -> Result<(), String> {
        let text = self.text.clone();
        model.each(self).map_err(|e| format!("--set {text}: {e}"))
    }

    /// That it has been of some use.
    ///
    /// # Errors
    /// That no model is of the type.
    pub fn is_done(&self) -> Result<(), String> {
        match self.met {
            0 => Err(format!("--set {}: there is no {}", self.text, self.owner)),
            _ => Ok(()),
        }
    }

    /// Whether it is about a type, which has these fields.
    fn is_of(&self, file: &str, owner: &str, fields: &[&str]) -> Result<bool, String> {
        if self.owner != owner || self.file.as_ref().is_some_and(|named| named != file) {
            return Ok(false);
        }
        match fields.contains(&self.field.as_str()) {
            true => Ok(true),
            false => Err(format!("{owner} has no such field, but {}", fields.join(", "))),
        }
    }

    fn give_field(&mut self, name: &str, field: &mut impl Model) -> Result<(), String> {
        if name != self.field {
            return Ok(());
        }
        let value = &self.values[self.met % self.values.len()];
        self.met += 1;
        if self.appends {
            return field.append(value);
        }
        *field = Model::made(value)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use cqlite_format::compression_info::SstableCompressionInfo;
    use cqlite_format::data::{Cell, ColumnData};
    use cqlite_format::statistics::{ComponentKind, SstableStatistics};

    use super::*;

    fn given(model: &mut impl Model, text: &str) -> Result<(), String> {
        let mut setting = Setting::parse(text)?;
        setting.give(model)?;
        setting.is_done()
    }

    #[test]
    fn values_are_given_in_turn() {
        let mut column = ColumnData { cells: Some(vec![Cell::default(); 3]), ..Default::default() };
        given(&mut column, "cell.timestamp=7 null").expect("numbers");
        given(&mut column, "sstable_data::cell.is_deleted=true").expect("a truth value");
        given(&mut column, r#"cell.value={"data":"00ff"}"#).expect("bytes");
        let cells = column.cells.expect("cells");
        assert_eq!(cells.iter().map(|cell| cell.timestamp).collect::<Vec<_>>(), [Some(7), None, Some(7)]);
        assert!(cells[2].is_deleted);
        assert_eq!(cells[2].value.as_ref().expect("a value").data, b"\0\xff");
    }

    #[test]
    fn elements_are_added() {
        let mut statistics = SstableStatistics { toc: Vec::new(), ..Default::default() };
        let part = r#"{"kind":"validation","body":{"validation_metadata":{"bloom_filter_fp_chance":0.5}}}"#;
        given(&mut statistics, &format!("sstable_statistics.toc+={part}")).expect("a part");
        assert_eq!(statistics.toc[0].kind, ComponentKind::Validation);
        assert!(statistics.validation().expect("that part").bloom_filter_fp_chance == 0.5);
    }

    #[test]
    fn what_a_field_cannot_be_is_told() {
        let mut info = SstableCompressionInfo::default();
        for (text, expected) in [
            ("sstable_compression_info", "expected TYPE.FIELD=VALUE"),
            ("sstable_compression_info.chunk_length=", "no value"),
            ("sstable_compression_info.chunk_length=7x", "no JSON"),
            ("sstable_compression_info.chunk_length=2147483648", "2147483648 is no i32"),
            ("sstable_compression_info.chunk_length=null", "null is no i32"),
            ("sstable_compression_info.chunk_length+=1", "is no list"),
            ("sstable_compression_info.compressor={\"t\":\"\"}", "java_utf has no t, but s"),
            ("sstable_compression_info.length=1", "has no such field, but compressor, "),
            ("cell.timestamp=1", "there is no cell"),
            ("sstable_data::sstable_compression_info.chunk_length=1", "there is no sstable_compression_info"),
        ] {
            let told = given(&mut info, text).expect_err(text);
            assert!(told.contains(expected), "{text}: {told}");
        }
    }
}
