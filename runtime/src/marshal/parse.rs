//! Parser of type names (`TypeParser`).

use super::native::PACKAGE;
use super::{MarshalError, MarshalType, NativeType, UserField, UserType};

/// Deepest nesting of types that is read; Cassandra has no limit but its stack.
pub const MAX_DEPTH: usize = 64;

/// Reads a type name.
///
/// Class names without a dot are Cassandra's own. As in Cassandra an empty name means `BytesType`, commas may be
/// doubled up by blanks, and what follows a complete type is not looked at.
///
/// # Errors
/// [`MarshalError`] where Cassandra's parser throws, for nesting deeper than [`MAX_DEPTH`], and for a user type whose
/// name or field names are not UTF-8, or a vector of more than 2^31 - 1 bytes (whose length Cassandra gets wrong). A class that is not Cassandra's is *not* an error but [`MarshalType::Custom`].
///
/// Reference: `TypeParser.parse(String)`.
pub fn parse(text: &str) -> Result<MarshalType, MarshalError> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    parser.skip_blank();
    let start = parser.at;
    if parser.identifier().is_empty() {
        return Ok(NativeType::Bytes.into());
    }
    parser.at = start;
    parser.ty()
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn fail<T>(&self, what: &'static str) -> Result<T, MarshalError> {
        Err(MarshalError { position: self.at, what })
    }

    fn skip_blank(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n')) {
            self.at += 1;
        }
    }

    /// Skips blanks and at most one comma; false at the end of the text.
    fn skip_separator(&mut self) -> bool {
        let mut comma = false;
        while let Some(byte) = self.peek() {
            match byte {
                b',' if comma => return true,
                b',' => comma = true,
                b' ' | b'\t' | b'\n' => {}
                _ => return true,
            }
            self.at += 1;
        }
        false
    }

    fn identifier(&mut self) -> &'a str {
        let start = self.at;
        while self.peek().is_some_and(|b| b.is_ascii_alphanumeric() || b"-+._&".contains(&b)) {
            self.at += 1;
        }
        &self.text[start..self.at]
    }

    fn expect(&mut self, token: &'static str, what: &'static str) -> Result<(), MarshalError> {
        self.skip_blank();
        if !self.text.as_bytes()[self.at..].starts_with(token.as_bytes()) {
            return self.fail(what);
        }
        self.at += token.len();
        Ok(())
    }

    /// A type, after its leading blanks.
    fn ty(&mut self) -> Result<MarshalType, MarshalError> {
        self.skip_blank();
        let start = self.at;
        let class = self.identifier();
        if class.is_empty() {
            return self.fail("expected a type");
        }
        if self.depth == MAX_DEPTH {
            return self.fail("types nested too deep");
        }
        self.depth += 1;
        self.skip_blank();
        let ty = self.known(class, start);
        self.depth -= 1;
        ty
    }

    fn known(&mut self, class: &'a str, start: usize) -> Result<MarshalType, MarshalError> {
        let simple = if class.contains('.') { class.strip_prefix(PACKAGE).unwrap_or("") } else { class };
        let missing = MarshalError { position: self.at, what: "type arguments missing" };
        let arguments = self.peek() == Some(b'(');
        match simple {
            "FrozenType" => Ok(self.one()?.freeze()),
            "ReversedType" => Ok(MarshalType::Reversed(Box::new(self.one()?))),
            "ListType" => Ok(MarshalType::List { element: Box::new(self.one()?.freeze()), multi_cell: true }),
            "SetType" => Ok(MarshalType::Set { element: Box::new(self.one()?.freeze()), multi_cell: true }),
            "MapType" => match <[_; 2]>::try_from(self.types()?) {
                Ok([key, value]) => Ok(MarshalType::Map {
                    key: Box::new(key.freeze()),
                    value: Box::new(value.freeze()),
                    multi_cell: true,
                }),
                Err(_) => self.fail("a map takes exactly two types"),
            },
            "TupleType" => Ok(MarshalType::Tuple(self.types()?.into_iter().map(MarshalType::freeze).collect())),
            "CompositeType" => Ok(MarshalType::Composite(self.types()?)),
            "DynamicCompositeType" if arguments => self.dynamic_composite(),
            "DynamicCompositeType" => Ok(MarshalType::DynamicComposite(Vec::new())),
            "UserType" if arguments => self.user(),
            "VectorType" if arguments => self.vector(),
            "UserType" | "VectorType" => Err(missing),
            "PartitionerDefinedOrder" => self.partitioner_defined_order(),
            _ => match NativeType::from_simple_name(simple) {
                Some(native) if arguments => self.options(native.into()),
                Some(native) => Ok(native.into()),
                None => self.custom(start),
            },
        }
    }

    /// `(a,b,..)`; nothing at all is an empty list.
    fn types(&mut self) -> Result<Vec<MarshalType>, MarshalError> {
        let mut types = Vec::new();
        if self.peek() != Some(b'(') {
            return Ok(types);
        }
        self.at += 1;
        while self.skip_separator() {
            if self.peek() == Some(b')') {
                self.at += 1;
                return Ok(types);
            }
            types.push(self.ty()?);
        }
        self.fail("unexpected end")
    }

    fn one(&mut self) -> Result<MarshalType, MarshalError> {
        match <[_; 1]>::try_from(self.types()?) {
            Ok([ty]) => Ok(ty),
            Err(_) => self.fail("expected exactly one type"),
        }
    }

    fn vector(&mut self) -> Result<MarshalType, MarshalError> {
        self.at += 1;
        let element = self.ty()?.freeze();
        if !self.skip_separator() {
            return self.fail("unexpected end");
        }
        let Ok(dimension @ 1..) = self.identifier().parse::<i32>() else {
            return self.fail("a vector takes a positive dimension");
        };
        if self.peek() != Some(b')') {
            return self.fail("expected ')'");
        }
        self.at += 1;
        let dimension = dimension.unsigned_abs();
        if element.fixed_len().is_some_and(|len| len as u64 * u64::from(dimension) > i32::MAX as u64) {
            return self.fail("vector too long");
        }
        Ok(MarshalType::Vector { element: Box::new(element), dimension })
    }

    fn user(&mut self) -> Result<MarshalType, MarshalError> {
        self.at += 1;
        self.skip_separator();
        let keyspace = self.identifier().to_owned();
        self.skip_separator();
        let name = self.hex()?;
        let mut fields: Vec<UserField> = Vec::new();
        while self.skip_separator() {
            if self.peek() == Some(b')') {
                self.at += 1;
                return Ok(MarshalType::User(Box::new(UserType { keyspace, name, fields, multi_cell: true })));
            }
            let name = self.hex()?;
            if fields.iter().any(|field| field.name == name) {
                return self.fail("field given twice");
            }
            self.expect(":", "expected ':'")?;
            fields.push(UserField { name, ty: self.ty()? });
        }
        self.fail("unexpected end")
    }

    /// Text written as the hexadecimal digits of its UTF-8.
    fn hex(&mut self) -> Result<String, MarshalError> {
        let digits = self.identifier().as_bytes();
        let nibble = |digit: u8| char::from(digit).to_digit(16).and_then(|n| u8::try_from(n).ok());
        if digits.len() % 2 == 1 {
            return self.fail("odd number of hexadecimal digits");
        }
        let byte = |pair: &[u8]| pair.iter().try_fold(0, |byte, &digit| Some(byte << 4 | nibble(digit)?));
        let bytes: Option<Vec<u8>> = digits.chunks_exact(2).map(byte).collect();
        match bytes.map(String::from_utf8) {
            Some(Ok(name)) => Ok(name),
            Some(Err(_)) => self.fail("name is not UTF-8"),
            None => self.fail("not a hexadecimal digit"),
        }
    }

    fn dynamic_composite(&mut self) -> Result<MarshalType, MarshalError> {
        self.at += 1;
        let mut aliases: Vec<(u8, MarshalType)> = Vec::new();
        while self.skip_separator() {
            if self.peek() == Some(b')') {
                self.at += 1;
                sort_as_hash_map(&mut aliases);
                return Ok(MarshalType::DynamicComposite(aliases));
            }
            let &[alias] = self.identifier().as_bytes() else {
                return self.fail("an alias is a single character");
            };
            self.expect("=>", "expected '=>'")?;
            let ty = self.ty()?;
            match aliases.iter_mut().find(|(known, _)| *known == alias) {
                Some(slot) => slot.1 = ty,
                None => aliases.push((alias, ty)),
            }
        }
        self.fail("unexpected end")
    }

    fn partitioner_defined_order(&mut self) -> Result<MarshalType, MarshalError> {
        if self.peek() != Some(b'(') {
            return Ok(partitioner_order("Murmur3Partitioner", None));
        }
        self.at += 1;
        self.skip_blank();
        let partitioner = self.identifier();
        self.skip_blank();
        let mut key = None;
        if self.peek() == Some(b':') {
            self.at += 1;
            key = Some(Box::new(self.ty()?));
        }
        self.expect(")", "expected ')'")?;
        if partitioner.is_empty() || partitioner.ends_with("LocalPartitioner") {
            return self.fail("no such partitioner here");
        }
        Ok(partitioner_order(partitioner, key))
    }

    /// `(reversed=true)` after a type that takes no arguments; other options are ignored.
    fn options(&mut self, ty: MarshalType) -> Result<MarshalType, MarshalError> {
        self.at += 1;
        let mut reversed = false;
        while self.skip_separator() {
            if self.peek() == Some(b')') {
                self.at += 1;
                return Ok(if reversed { MarshalType::Reversed(Box::new(ty)) } else { ty });
            }
            let key = self.identifier();
            let mut value = "";
            self.skip_blank();
            match self.peek() {
                Some(b'=') => {
                    self.at += 1;
                    self.skip_blank();
                    value = self.identifier();
                }
                Some(b',' | b')') if !key.is_empty() => {}
                _ => return self.fail("unexpected character"),
            }
            if key == "reversed" {
                reversed = value.is_empty() || value == "true";
            }
        }
        self.fail("unexpected end")
    }

    /// A class of somebody else's: its name and, as they are, its arguments up to the closing parenthesis.
    fn custom(&mut self, start: usize) -> Result<MarshalType, MarshalError> {
        let mut open = 0usize;
        let mut end = start + self.text[start..self.at].trim_end().len();
        while let Some(byte @ (b'(' | b')' | _)) = self.peek() {
            match byte {
                b'(' => open += 1,
                b')' if open > 0 => open -= 1,
                _ if open == 0 => break,
                _ => {}
            }
            self.at += 1;
            end = self.at;
            if open == 0 {
                break;
            }
        }
        if open > 0 {
            return self.fail("unexpected end");
        }
        self.at = end;
        Ok(MarshalType::Custom(self.text[start..end].to_owned()))
    }
}

/// The order that a partitioner gives to the keys (`IPartitioner.partitionOrdering`).
fn partitioner_order(partitioner: &str, key: Option<Box<MarshalType>>) -> MarshalType {
    let full = if partitioner.contains('.') {
        partitioner.to_owned()
    } else {
        format!("org.apache.cassandra.dht.{partitioner}")
    };
    match full.as_str() {
        "org.apache.cassandra.dht.ByteOrderedPartitioner" => NativeType::Bytes.into(),
        "org.apache.cassandra.dht.OrderPreservingPartitioner" => NativeType::Utf8.into(),
        _ => MarshalType::PartitionerDefinedOrder { partitioner: full, key },
    }
}

/// Puts aliases in the order in which a Java `HashMap<Byte, ..>` walks over them, which is how Cassandra prints them:
/// by the low bits of the character, as many as the table has buckets, then as given.
fn sort_as_hash_map(aliases: &mut [(u8, MarshalType)]) {
    let mut buckets = 16;
    while aliases.len() * 4 > buckets * 3 {
        buckets *= 2;
    }
    aliases.sort_by_key(|(alias, _)| usize::from(*alias) % buckets);
}
