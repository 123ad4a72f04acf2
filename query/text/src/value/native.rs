//! Values of types without arguments.

use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_types::value::{Date, Duration, FromCql, Stored};
use cqlite_types::{text, words, ValueError};

use crate::color::{Color, RESET};

use super::escape::{escape, mark};
use super::{float, inet, number, time, Writer};

impl Writer<'_> {
    /// Appends a value, which has bytes unless it is a text or a blob.
    pub(super) fn native(&mut self, native: NativeType, bytes: &[u8], quoted: bool) -> Result<(), ValueError> {
        use NativeType as N;
        match native {
            N::Utf8 => {
                let text = std::str::from_utf8(bytes).map_err(|_| ValueError::Encoding { ty: "text" })?;
                self.text(text, quoted);
                Ok(())
            }
            N::Ascii => {
                let text = std::str::from_utf8(bytes).ok().filter(|text| text.is_ascii());
                self.text(text.ok_or(ValueError::Encoding { ty: "ascii" })?, quoted);
                Ok(())
            }
            N::Bytes => {
                self.blob(bytes);
                Ok(())
            }
            N::Timestamp | N::Date | N::InetAddress if quoted => self.paint(Color::Scalar, |to| {
                to.out.push(b'\'');
                to.scalar(native, bytes)?;
                to.out.push(b'\'');
                Ok(())
            }),
            _ => self.paint(Color::Scalar, |to| to.scalar(native, bytes)),
        }
    }

    fn scalar(&mut self, native: NativeType, bytes: &[u8]) -> Result<(), ValueError> {
        use NativeType as N;
        let out = &mut *self.out;
        match native {
            N::Int32 => whole(i32::from_be_bytes(all(bytes, "int")?).into(), self.style, out),
            N::Long => whole(i64::from_be_bytes(all(bytes, "bigint")?), self.style, out),
            N::CounterColumn => whole(i64::from_be_bytes(all(bytes, "counter")?), self.style, out),
            N::Short => whole(i16::from_be_bytes(all(bytes, "smallint")?).into(), self.style, out),
            N::Byte => whole(i8::from_be_bytes(all(bytes, "tinyint")?).into(), self.style, out),
            N::Boolean => {
                let is_true = all::<1>(bytes, "boolean")? != [0];
                out.extend_from_slice(self.style.booleans[usize::from(!is_true)].as_bytes());
            }
            N::Float => {
                let value = f32::from_be_bytes(all(bytes, "float")?);
                float::put(value.into(), self.precision, self.style, out);
            }
            N::Double => {
                let value = f64::from_be_bytes(all(bytes, "double")?);
                float::put(value, self.precision, self.style, out);
            }
            N::Timestamp | N::Date => {
                time::put_timestamp(i64::from_be_bytes(all(bytes, "timestamp")?), &self.style.time, out);
            }
            N::Time => time::put_time(i64::from_be_bytes(all(bytes, "time")?), out),
            N::SimpleDate => time::put_date(read::<Date>(native, bytes, "date")?, out),
            N::Duration => time::put_duration(read::<Duration>(native, bytes, "duration")?, out),
            N::InetAddress => inet::put(bytes, out)?,
            N::Integer | N::Decimal => self.long(native, bytes)?,
            N::Uuid | N::TimeUuid | N::LegacyTimeUuid | N::LexicalUuid => {
                cqlite_types::uuid::put(all(bytes, "uuid")?, out);
            }
            _ => text::write(&native.into(), bytes, out)?,
        }
        Ok(())
    }

    /// Numbers of any length.
    fn long(&mut self, native: NativeType, bytes: &[u8]) -> Result<(), ValueError> {
        let style = self.style;
        let is_decimal = native == NativeType::Decimal;
        let is_plain = style.thousands_separator.is_empty()
            && (!is_decimal || matches!(style.decimal_separator.as_str(), "" | "."));
        if is_plain {
            return text::write(&native.into(), bytes, self.out);
        }
        let mut plain = Vec::new();
        text::write(&native.into(), bytes, &mut plain)?;
        let value = String::from_utf8_lossy(&plain).parse().unwrap_or(f64::NAN);
        match is_decimal {
            true => float::put(value, self.precision, style, self.out),
            false => number::grouped(value, &style.thousands_separator, self.out),
        }
        Ok(())
    }

    /// Appends a text, within quotation marks if it is in a collection.
    pub(crate) fn text(&mut self, text: &str, quoted: bool) {
        let start = self.out.len();
        if quoted {
            self.out.push(b'\'');
        }
        self.backslashes += escape(text, quoted, self.out);
        if quoted {
            self.out.push(b'\'');
        }
        if self.color {
            self.color_text(start, Color::Text);
        }
    }

    /// Colours what was written from a place on, a text.
    pub(crate) fn color_text(&mut self, start: usize, color: Color) {
        let plain = self.out.split_off(start);
        self.out.extend_from_slice(color.code().as_bytes());
        mark(&plain, Color::Blob.code(), color.code(), self.out);
        self.out.extend_from_slice(RESET.as_bytes());
    }

    /// Appends bytes.
    pub(super) fn blob(&mut self, bytes: &[u8]) {
        self.paint(Color::Blob, |to| {
            to.out.extend_from_slice(b"0x");
            cqlite_types::hex::put(bytes, to.out);
        });
    }
}

fn whole(value: i64, style: &super::Style, out: &mut Vec<u8>) {
    match style.thousands_separator.as_str() {
        "" => words::put_signed(value, out),
        separator => number::grouped(value as f64, separator, out),
    }
}

/// All bytes of a value, which has so many.
fn all<const N: usize>(bytes: &[u8], ty: &'static str) -> Result<[u8; N], ValueError> {
    bytes.try_into().map_err(|_| ValueError::Length { ty, found: bytes.len() })
}

fn read<T: for<'a> FromCql<'a>>(native: NativeType, bytes: &[u8], ty: &'static str) -> Result<T, ValueError> {
    let ty_of = MarshalType::Native(native);
    T::from_cql(&ty_of, Stored::One(bytes)).map_err(|_| ValueError::Length { ty, found: bytes.len() })
}
