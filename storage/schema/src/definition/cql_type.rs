//! Types as CQL writes them: `map<text, frozen<list<int>>>`.

use cqlite_runtime::marshal::{MarshalType, NativeType, MAX_DEPTH};

use super::user_types::UserTypes;
use super::DefinitionError;

type Result<T> = std::result::Result<T, DefinitionError>;

/// A type, and whether it may stand within one of several cells: its own cells are one, or it is frozen.
struct Read {
    ty: MarshalType,
    /// `frozen` can be around it, and changes something.
    thaws: bool,
}

/// The type of a column, or of a user type's field. Which parts are frozen is told as Cassandra has it, not as its readers take it.
///
/// Reference: `CQL3Type.Raw`, `Parser.g`.
pub(super) fn parse(text: &str, types: &UserTypes) -> Result<MarshalType> {
    let mut parser = Parser { text, rest: text, types, depth: 0 };
    parser.blanks();
    let read = parser.ty(false)?;
    match parser.rest {
        "" => Ok(read.ty),
        _ => Err(parser.expected("the end")),
    }
}

struct Parser<'t> {
    text: &'t str,
    rest: &'t str,
    types: &'t UserTypes,
    depth: usize,
}

impl<'t> Parser<'t> {
    fn expected(&self, expected: &'static str) -> DefinitionError {
        DefinitionError::TypeText { text: self.text.to_owned(), at: self.text.len() - self.rest.len(), expected }
    }

    fn blanks(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take(&mut self, c: char) -> bool {
        let Some(rest) = self.rest.strip_prefix(c) else { return false };
        self.rest = rest;
        self.blanks();
        true
    }

    fn need(&mut self, c: char, expected: &'static str) -> Result<()> {
        if self.take(c) {
            Ok(())
        } else {
            Err(self.expected(expected))
        }
    }

    /// A word, and whether it stands in double quotes: without them case does not matter.
    fn word(&mut self) -> Result<(String, bool)> {
        if let Some(quoted) = self.rest.strip_prefix('"') {
            let (mut name, mut from) = (String::new(), quoted);
            loop {
                let Some((part, rest)) = from.split_once('"') else { return Err(self.expected("a closing quote")) };
                name.push_str(part);
                match rest.strip_prefix('"') {
                    Some(more) => (name, from) = (name + "\"", more),
                    None => {
                        self.rest = rest;
                        self.blanks();
                        return Ok((name, true));
                    }
                }
            }
        }
        let end = self.rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        if !word.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return Err(self.expected("a type"));
        }
        self.rest = rest;
        self.blanks();
        Ok((word.to_ascii_lowercase(), false))
    }

    /// `frozen`: all that is within is frozen too.
    fn ty(&mut self, frozen: bool) -> Result<Read> {
        if self.depth == MAX_DEPTH {
            return Err(self.expected("fewer types within each other"));
        }
        self.depth += 1;
        let read = self.known(frozen);
        self.depth -= 1;
        read
    }

    fn known(&mut self, frozen: bool) -> Result<Read> {
        let (name, is_quoted) = self.word()?;
        let has_arguments = !is_quoted && self.rest.starts_with('<');
        match name.as_str() {
            "frozen" if has_arguments => self.frozen(),
            "list" if has_arguments => {
                let element = self.element(frozen)?;
                Ok(Read { ty: MarshalType::List { element, multi_cell: !frozen }, thaws: true })
            }
            "set" if has_arguments => {
                let element = self.element(frozen)?;
                no_duration(&element, "sets")?;
                Ok(Read { ty: MarshalType::Set { element, multi_cell: !frozen }, thaws: true })
            }
            "map" if has_arguments => {
                self.need('<', "<")?;
                let key = self.part(frozen)?;
                no_duration(&key, "keys of maps")?;
                self.need(',', "a comma and the type of the values")?;
                let value = self.part(frozen)?;
                self.need('>', ">")?;
                Ok(Read { ty: MarshalType::Map { key, value, multi_cell: !frozen }, thaws: true })
            }
            "tuple" if has_arguments => self.tuple(),
            "vector" if has_arguments => self.vector(),
            _ => self.simple(name, is_quoted, frozen),
        }
    }

    fn simple(&mut self, name: String, is_quoted: bool, frozen: bool) -> Result<Read> {
        if !is_quoted && !self.rest.starts_with('.') {
            if let Some(native) = native(&name) {
                return Ok(Read { ty: native.into(), thaws: false });
            }
        }
        let name = if self.take('.') {
            self.types.require_keyspace(&name)?;
            self.word()?.0
        } else {
            name
        };
        let ty = MarshalType::User(Box::new(self.types.get(&name)?.clone()));
        Ok(Read { ty: if frozen { ty.freeze() } else { ty }, thaws: true })
    }

    fn frozen(&mut self) -> Result<Read> {
        self.need('<', "<")?;
        let Read { ty, thaws } = self.ty(true)?;
        self.need('>', ">")?;
        match thaws {
            true => Ok(Read { ty, thaws }),
            false => Err(DefinitionError::NotFreezable { ty: ty.cql_name() }),
        }
    }

    /// What stands between the angle brackets of a list or a set.
    fn element(&mut self, frozen: bool) -> Result<Box<MarshalType>> {
        self.need('<', "<")?;
        let element = self.part(frozen)?;
        self.need('>', ">")?;
        Ok(element)
    }

    /// A part of a collection.
    fn part(&mut self, frozen: bool) -> Result<Box<MarshalType>> {
        let ty = self.ty(frozen)?.ty;
        no_counter(&ty, "collections")?;
        match ty.is_multi_cell() {
            true => Err(DefinitionError::NestedNonFrozen { ty: ty.cql_name() }),
            false => Ok(Box::new(ty)),
        }
    }

    fn tuple(&mut self) -> Result<Read> {
        self.need('<', "<")?;
        let mut types = Vec::new();
        loop {
            let ty = self.ty(true)?.ty;
            no_counter(&ty, "tuples")?;
            types.push(ty);
            if !self.take(',') {
                break;
            }
        }
        self.need('>', ">")?;
        Ok(Read { ty: MarshalType::Tuple(types), thaws: true })
    }

    fn vector(&mut self) -> Result<Read> {
        let element = self.vector_element()?;
        let end = self.rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        let dimension = digits.parse::<i32>().ok().filter(|n| *n > 0);
        let most = i32::MAX.unsigned_abs() as usize / element.fixed_len().unwrap_or(1).max(1);
        let dimension = dimension.map(i32::unsigned_abs).filter(|n| *n as usize <= most);
        let Some(dimension) = dimension else { return Err(self.expected("a number of elements")) };
        self.rest = rest;
        self.blanks();
        self.need('>', ">")?;
        Ok(Read { ty: MarshalType::Vector { element, dimension }, thaws: true })
    }

    /// The type of a vector's elements, and the comma. It need not be frozen, though it is stored as if it were.
    fn vector_element(&mut self) -> Result<Box<MarshalType>> {
        self.need('<', "<")?;
        let element = self.ty(false)?.ty;
        no_counter(&element, "vectors")?;
        self.need(',', "a comma and the number of elements")?;
        Ok(Box::new(element))
    }
}

fn no_counter(ty: &MarshalType, within: &'static str) -> Result<()> {
    match ty.is_counter() {
        true => Err(DefinitionError::Misplaced { ty: "counters", within }),
        false => Ok(()),
    }
}

fn no_duration(ty: &MarshalType, within: &'static str) -> Result<()> {
    match *ty == MarshalType::Native(NativeType::Duration) {
        true => Err(DefinitionError::Misplaced { ty: "durations", within }),
        false => Ok(()),
    }
}

/// The type of a name of CQL's own.
fn native(name: &str) -> Option<NativeType> {
    // Two classes share names with those that columns have.
    let old = [NativeType::Date, NativeType::LegacyTimeUuid];
    match name {
        "varchar" => Some(NativeType::Utf8),
        _ => NativeType::all().find(|native| native.cql_name() == Some(name) && !old.contains(native)),
    }
}
