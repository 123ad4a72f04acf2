use std::io::{self, Write};

use cqlite::inspect::{Field, Fields, Halt, Numbers};

use super::json::object;
use super::table::spec;
use super::{said, Paint};
use crate::interrupt;
use crate::output::Output;

/// The fields that contain one byte, outermost first.
pub struct At<'a> {
    offset: u64,
    json: bool,
    out: &'a mut Output,
    paint: Paint,
    has_levels: bool,
}

impl<'a> At<'a> {
    pub fn new(offset: u64, json: bool, out: &'a mut Output, paint: Paint) -> Self {
        At { offset, json, out, paint, has_levels: false }
    }

    fn show(&mut self, field: &Field<'_>) -> io::Result<()> {
        if field.site.is_none() {
            return self.no_field(field);
        }
        // A byte of two fields is shown once with what both are in.
        if !self.has_levels {
            self.has_levels = true;
            self.levels(field)?;
        }
        if self.json {
            return object(field, self.out);
        }
        let (value, spec) = (said(field), spec(field.site));
        let place = format!("offset {}, length {}", field.offset, field.len);
        self.line(field.path, &place, &spec, &value)
    }

    fn levels(&mut self, field: &Field<'_>) -> io::Result<()> {
        for level in field.levels {
            let path = field.path.get(..level.path_len).unwrap_or_default();
            let spec = spec(Some(level.site));
            if self.json {
                let (path, spec) = (serde_json::Value::from(path), serde_json::Value::from(spec));
                writeln!(self.out, "{{\"path\":{path},\"offset\":{},\"spec\":{spec}}}", level.offset)?;
            } else {
                self.line(path, &format!("offset {}", level.offset), &spec, "")?;
            }
        }
        Ok(())
    }

    fn line(&mut self, path: &str, place: &str, spec: &str, value: &str) -> io::Result<()> {
        let pad = " ".repeat(48usize.saturating_sub(path.chars().count()));
        let line =
            format!("{}{pad} {place:28} {}  {}", self.paint.path(path), self.paint.dim(spec), self.paint.bold(value));
        writeln!(self.out, "{}", line.trim_end())
    }

    fn no_field(&mut self, field: &Field<'_>) -> io::Result<()> {
        let place = format!("offset {}, length {}", field.offset, field.len);
        match self.json {
            true => writeln!(self.out, "{{\"path\":null,\"offset\":{},\"length\":{}}}", field.offset, field.len),
            false => self.line("(no field)", &place, "", ""),
        }
    }
}

impl Fields for At<'_> {
    fn passes(&self, numbers: &Numbers<'_>) -> u64 {
        self.offset.saturating_sub(numbers.offset) / numbers.width
    }

    fn field(&mut self, field: &Field<'_>) -> Result<(), Halt> {
        if interrupt::is_set() || field.offset > self.offset {
            return Err(Halt::Enough);
        }
        if self.offset < field.offset.saturating_add(field.len) {
            self.show(field)?;
        }
        Ok(())
    }
}
