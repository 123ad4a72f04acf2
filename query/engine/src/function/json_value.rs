//! Values in JSON, as Jackson reads them.

use std::fmt;

use num_bigint::BigInt;

use super::number::text_of_f64;

/// How deep values may be within others (Jackson's limit).
const MAX_DEPTH: usize = 1000;

/// A value in JSON.
#[derive(Debug, Clone)]
pub(super) enum JsonValue {
    Null,
    Boolean(bool),
    /// An `Integer`, a `Long` or a `BigInteger`.
    Whole(BigInt),
    Double(f64),
    Text(String),
    List(Vec<JsonValue>),
    /// In their order, each name once.
    Map(Vec<(String, JsonValue)>),
}

impl JsonValue {
    /// Reads the first value of a text. What comes after it is not looked at.
    ///
    /// # Errors
    /// What Jackson says, as far as it is about words that are no values.
    pub(super) fn read(text: &str) -> Result<JsonValue, String> {
        let mut reader = Reader { text, at: 0, depth: 0 };
        reader.blanks();
        if reader.at == text.len() {
            return Err("No content to map due to end-of-input".to_owned() + &reader.place(reader.at));
        }
        reader.value()
    }

    /// The name of Java's class of it.
    pub(super) fn class(&self) -> &'static str {
        match self {
            JsonValue::Null => "null",
            JsonValue::Boolean(_) => "Boolean",
            JsonValue::Whole(n) if i32::try_from(n).is_ok() => "Integer",
            JsonValue::Whole(n) if i64::try_from(n).is_ok() => "Long",
            JsonValue::Whole(_) => "BigInteger",
            JsonValue::Double(_) => "Double",
            JsonValue::Text(_) => "String",
            JsonValue::List(_) => "ArrayList",
            JsonValue::Map(_) => "LinkedHashMap",
        }
    }

    /// The package of that class.
    pub(super) fn package(&self) -> &'static str {
        match self {
            JsonValue::List(_) | JsonValue::Map(_) => "java.util",
            JsonValue::Whole(_) if self.class() == "BigInteger" => "java.math",
            _ => "java.lang",
        }
    }
}

impl fmt::Display for JsonValue {
    /// As Java's `toString`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            JsonValue::Null => f.write_str("null"),
            JsonValue::Boolean(value) => value.fmt(f),
            JsonValue::Whole(value) => value.fmt(f),
            JsonValue::Double(value) => f.write_str(&text_of_f64(*value)),
            JsonValue::Text(value) => f.write_str(value),
            JsonValue::List(values) => {
                f.write_str("[")?;
                for (at, value) in values.iter().enumerate() {
                    write!(f, "{}{value}", if at == 0 { "" } else { ", " })?;
                }
                f.write_str("]")
            }
            JsonValue::Map(entries) => {
                f.write_str("{")?;
                for (at, (name, value)) in entries.iter().enumerate() {
                    write!(f, "{}{name}={value}", if at == 0 { "" } else { ", " })?;
                }
                f.write_str("}")
            }
        }
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

type Result<T, E = String> = std::result::Result<T, E>;

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
    }

    fn eat(&mut self, wanted: u8) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    /// Where something is wrong, as Jackson tells.
    fn place(&self, at: usize) -> String {
        let before = &self.text[..at.min(self.text.len())];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().encode_utf16().count() + 1;
        format!(
            "\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: {line}, column: {column}]"
        )
    }

    fn unexpected<T>(&self, wanted: &str) -> Result<T> {
        match self.text[self.at..].chars().next() {
            None => Err(format!("Unexpected end-of-input{wanted}{}", self.place(self.at))),
            Some(found) => {
                let code = u32::from(found);
                Err(format!(
                    "Unexpected character ('{found}' (code {code})){wanted}{}",
                    self.place(self.at + found.len_utf8())
                ))
            }
        }
    }

    fn value(&mut self) -> Result<JsonValue> {
        self.blanks();
        match self.peek() {
            Some(b'"') => self.string().map(JsonValue::Text),
            Some(b'[' | b'{') if self.depth == MAX_DEPTH => {
                Err(format!("Document nesting depth ({}) exceeds the maximum allowed ({MAX_DEPTH})", MAX_DEPTH + 1))
            }
            Some(b'[') => self.within(Self::list),
            Some(b'{') => self.within(Self::map),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn within(&mut self, read: fn(&mut Self) -> Result<JsonValue>) -> Result<JsonValue> {
        self.depth += 1;
        self.at += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn list(&mut self) -> Result<JsonValue> {
        let mut values = Vec::new();
        self.blanks();
        if self.eat(b']') {
            return Ok(JsonValue::List(values));
        }
        loop {
            values.push(self.value()?);
            self.blanks();
            if self.eat(b']') {
                return Ok(JsonValue::List(values));
            }
            if !self.eat(b',') {
                return self.unexpected(": was expecting comma to separate Array entries");
            }
        }
    }

    fn map(&mut self) -> Result<JsonValue> {
        let mut entries: Vec<(String, JsonValue)> = Vec::new();
        self.blanks();
        if self.eat(b'}') {
            return Ok(JsonValue::Map(entries));
        }
        loop {
            self.blanks();
            if self.peek() != Some(b'"') {
                return self.unexpected(": was expecting double-quote to start field name");
            }
            let name = self.string()?;
            self.blanks();
            if !self.eat(b':') {
                return self.unexpected(": was expecting a colon to separate field name and value");
            }
            let value = self.value()?;
            match entries.iter_mut().find(|(known, _)| *known == name) {
                Some(known) => known.1 = value,
                None => entries.push((name, value)),
            }
            self.blanks();
            if self.eat(b'}') {
                return Ok(JsonValue::Map(entries));
            }
            if !self.eat(b',') {
                return self.unexpected(": was expecting comma to separate Object entries");
            }
        }
    }

    fn string(&mut self) -> Result<String> {
        self.at += 1;
        let mut units: Vec<u16> = Vec::new();
        loop {
            let Some(letter) = self.text[self.at..].chars().next() else {
                return self.unexpected(": was expecting closing quote for a string value");
            };
            self.at += letter.len_utf8();
            match letter {
                '"' => return Ok(String::from_utf16_lossy(&units)),
                '\\' => units.push(self.escape()?),
                '\0'..='\x1f' => {
                    let code = u32::from(letter);
                    return Err(format!(
                        "Illegal unquoted character ((CTRL-CHAR, code {code})): has to be escaped using backslash to be included in string value{}",
                        self.place(self.at)
                    ));
                }
                letter => units.extend_from_slice(letter.encode_utf16(&mut [0; 2])),
            }
        }
    }

    fn escape(&mut self) -> Result<u16> {
        let Some(letter) = self.peek() else { return self.unexpected(" in character escape sequence") };
        let plain = match letter {
            b'"' | b'\\' | b'/' => letter,
            b'b' => 8,
            b'f' => 12,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'u' => {
                let digits =
                    self.text.get(self.at + 1..self.at + 5).filter(|text| text.bytes().all(|b| b.is_ascii_hexdigit()));
                let Some(code) = digits.and_then(|digits| u16::from_str_radix(digits, 16).ok()) else {
                    return self.unexpected(": expected a hex-digit for character escape sequence");
                };
                self.at += 5;
                return Ok(code);
            }
            _ => return self.unexpected(": unrecognized character escape"),
        };
        self.at += 1;
        Ok(plain.into())
    }

    fn digits(&mut self) -> usize {
        let count = self.text.as_bytes()[self.at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += count;
        count
    }

    fn number(&mut self) -> Result<JsonValue> {
        let start = self.at;
        self.eat(b'-');
        let first = self.at;
        if self.digits() == 0 {
            return self
                .unexpected(" in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value");
        }
        if self.at - first > 1 && self.text.as_bytes()[first] == b'0' {
            return Err(format!("Invalid numeric value: Leading zeroes not allowed{}", self.place(first + 2)));
        }
        let mut is_whole = true;
        if self.eat(b'.') {
            is_whole = false;
            if self.digits() == 0 {
                return self.unexpected(" in numeric value: Decimal point not followed by a digit");
            }
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            is_whole = false;
            let _ = self.eat(b'+') || self.eat(b'-');
            if self.digits() == 0 {
                return self.unexpected(" in numeric value: Exponent indicator not followed by a digit");
            }
        }
        let text = &self.text[start..self.at];
        if text.len() > MAX_DEPTH {
            return Err(format!("Number value length ({}) exceeds the maximum allowed ({MAX_DEPTH})", text.len()));
        }
        let read = match is_whole {
            true => text.parse().ok().map(JsonValue::Whole),
            false => text.parse().ok().map(JsonValue::Double),
        };
        read.ok_or_else(|| format!("Malformed numeric value ({text})"))
    }

    fn word(&mut self) -> Result<JsonValue> {
        let rest = &self.text[self.at..];
        let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '$';
        let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
        let value = match &rest[..end] {
            "null" => JsonValue::Null,
            "true" => JsonValue::Boolean(true),
            "false" => JsonValue::Boolean(false),
            "" => {
                return self.unexpected(
                    ": expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
                )
            }
            other => {
                return Err(format!(
                    "Unrecognized token '{other}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false'){}",
                    self.place(self.at + end)
                ));
            }
        };
        self.at += end;
        Ok(value)
    }
}
