use std::fmt::Write as _;
use std::io::{self, Write};

use cqlite_runtime::Value;

use crate::printable;

/// Writes a value in the canonical form: JSON, bytes and floating-point numbers as hexadecimal digits.
///
/// # Errors
/// Those of `out`.
pub fn json_value(value: &Value<'_>, out: &mut impl Write) -> io::Result<()> {
    match value {
        Value::Unsigned(n) => write!(out, "{n}"),
        Value::Signed(n) => write!(out, "{n}"),
        Value::Double(n) => write!(out, "\"{:016x}\"", n.to_bits()),
        Value::Float(n) => write!(out, "\"{:08x}\"", n.to_bits()),
        Value::Bool(b) => write!(out, "{b}"),
        Value::Bytes(bytes) => {
            out.write_all(b"\"")?;
            write_hex(bytes, out)?;
            out.write_all(b"\"")
        }
        Value::Text(text) => json_text(text, out),
        Value::Enum(id) => json_text(id, out),
        Value::Type(ty) => json_text(&ty.name, out),
        Value::Numbers(all) => {
            for (i, n) in all.iter().enumerate() {
                write!(out, "{}{n}", if i == 0 { '[' } else { ',' })?;
            }
            out.write_all(if all.is_empty() { b"[]" } else { b"]" })
        }
    }
}

/// Writes text as a JSON string, with no more escapes than needed.
pub(crate) fn json_text(text: &str, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(out, text).map_err(io::Error::from)
}

fn write_hex(bytes: &[u8], out: &mut impl Write) -> io::Result<()> {
    let mut text = Vec::new();
    bytes.chunks(4096).try_for_each(|part| {
        text.clear();
        cqlite_types::hex::put(part, &mut text);
        out.write_all(&text)
    })
}

/// Longest text that is shown to people, in characters.
const LONGEST: usize = 60;

/// A value as people like to see it, on one line and not much longer than 60 characters: text in quotes, types as CQL
/// names them, of bytes those that are text.
#[must_use]
pub fn format_value(value: &Value<'_>) -> String {
    match value {
        Value::Unsigned(n) => n.to_string(),
        Value::Signed(n) => n.to_string(),
        Value::Double(n) => n.to_string(),
        Value::Float(n) => n.to_string(),
        Value::Bool(b) => b.to_string(),
        Value::Bytes(bytes) => format_bytes(bytes),
        Value::Text(text) => quoted(text),
        Value::Enum(id) => (*id).to_owned(),
        Value::Type(ty) => printable(&ty.marshal.cql_name()).into_owned(),
        Value::Numbers(all) => {
            let mut out = String::from("[");
            for (i, n) in all.iter().enumerate() {
                if out.len() > LONGEST {
                    out.push_str(", …");
                    break;
                }
                let _ = write!(out, "{}{n}", if i == 0 { "" } else { ", " });
            }
            out.push(']');
            out
        }
    }
}

fn format_bytes(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.is_empty() && !text.chars().any(char::is_control) => quoted(text),
        _ => match bytes.len() {
            1 => "1 byte".to_owned(),
            n => format!("{n} bytes"),
        },
    }
}

fn quoted(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{:?}…", text.get(..end).unwrap_or_default()),
        None => format!("{text:?}"),
    }
}
