//! What a type is made of.

use super::dynamic::{Dyn, Reflect};
use super::expr::Expr;
use crate::native::Native;
use crate::site::Site;

/// A type of the specification.
#[derive(Debug)]
pub struct Table {
    /// The type itself, then its fields and its bodies.
    pub sites: &'static [Site],
    /// Whether it is a file's type: its parameters are what `_root` names.
    pub is_root: bool,
    /// Names of its parameters.
    pub params: &'static [&'static str],
    /// What follows one another.
    pub fields: &'static [Field],
    /// What is computed.
    pub values: &'static [Value],
    /// What stands at positions.
    pub bodies: &'static [Body],
    /// Whether bytes after the last field are kept.
    pub has_trailing: bool,
}

impl Table {
    /// A type of no fields.
    pub const fn new(sites: &'static [Site], params: &'static [&'static str]) -> Self {
        Table { sites, is_root: false, params, fields: &[], values: &[], bodies: &[], has_trailing: false }
    }

    /// As a file's type.
    #[must_use]
    pub const fn root(self) -> Self {
        Table { is_root: true, ..self }
    }

    /// With fields.
    #[must_use]
    pub const fn fields(self, fields: &'static [Field]) -> Self {
        Table { fields, ..self }
    }

    /// With values.
    #[must_use]
    pub const fn values(self, values: &'static [Value]) -> Self {
        Table { values, ..self }
    }

    /// With bodies.
    #[must_use]
    pub const fn bodies(self, bodies: &'static [Body]) -> Self {
        Table { bodies, ..self }
    }

    /// With bytes after the last field.
    #[must_use]
    pub const fn trailing(self) -> Self {
        Table { has_trailing: true, ..self }
    }

    /// The parameters, out of what there is by name; those that are not there are found missing when an expression names them.
    pub fn args<'p>(&self, given: &[(&str, &'p dyn Reflect)]) -> Vec<Dyn<'p>> {
        let find = |name: &&str| given.iter().find(|g| g.0 == *name).map_or(Dyn::Absent, |g| g.1.dynamic());
        self.params.iter().map(find).collect()
    }

    /// Whether something of it stands at a position, so that its bytes need not follow one another.
    pub fn has_positions(&'static self) -> bool {
        let mut tables = vec![self];
        let mut next = 0;
        while let Some(table) = tables.get(next).copied() {
            if !table.bodies.is_empty() {
                return true;
            }
            for child in table.fields.iter().flat_map(Field::tables) {
                if !tables.iter().any(|t| std::ptr::eq(*t, child)) {
                    tables.push(child);
                }
            }
            next += 1;
        }
        false
    }

    /// A site; 0 is the type itself.
    pub fn site(&self, index: usize) -> &'static Site {
        static NONE: Site = Site { owner: "", field: Site::WHOLE, name: Site::WHOLE, file: "", line: 0 };
        self.sites.get(index).unwrap_or(&NONE)
    }

    /// A field or the field of a body, by place in the list of both.
    pub(super) fn part(&self, index: usize) -> Option<(&'static Field, Option<&'static Expr>)> {
        match index.checked_sub(self.fields.len()) {
            None => self.fields.get(index).map(|f| (f, None)),
            Some(i) => self.bodies.get(i).map(|b| (&b.field, Some(&b.at))),
        }
    }

    /// Place of a field or body in the list of both.
    pub(super) fn index_of(&self, name: &str) -> Option<usize> {
        (0..self.fields.len() + self.bodies.len()).find(|i| self.site(i + 1).field == name)
    }
}

/// A value computed from fields.
#[derive(Debug)]
pub struct Value {
    /// Id.
    pub name: &'static str,
    /// How.
    pub expr: Expr,
    /// When.
    pub when: Option<&'static Expr>,
}

/// Bytes at a position.
#[derive(Debug)]
pub struct Body {
    /// Where.
    pub at: Expr,
    /// What.
    pub field: Field,
}

/// A field.
#[derive(Debug)]
pub struct Field {
    /// What one element is.
    pub kind: Kind,
    /// `if`
    pub when: Option<&'static Expr>,
    /// `repeat`
    pub repeat: Repeat,
    /// `size`
    pub size: Size,
    /// Whether expressions name it, if it is bytes, text or a list. Others are small, and always kept.
    pub is_kept: bool,
    /// Whether expressions name elements that follow: all elements have one width.
    pub is_ahead: bool,
    /// Whether it begins at a whole byte although bit fields precede it.
    pub is_aligned: bool,
    /// Other fields that hold the same, each version in its layout.
    pub layouts: &'static [&'static str],
    /// What stands for it where the version does not have it.
    pub absent: Option<&'static Expr>,
    /// The bytes of what stands for it there.
    pub stored: Option<&'static [u8]>,
    /// What its value must be.
    pub valid: Option<Valid>,
}

/// `valid`
#[derive(Debug, Clone, Copy)]
pub enum Valid {
    /// A number from one to another one.
    Within(i64, i64),
    /// All of these hold.
    All(&'static [Expr]),
    /// One of these holds.
    Any(&'static [Expr]),
}

impl Valid {
    /// What it demands, in words.
    pub(super) fn words(&self) -> &'static str {
        match self {
            Valid::Within(least, most) if least == most => "the one value it may have",
            Valid::Within(..) => "a value within its range",
            Valid::All(_) => "a valid value",
            Valid::Any(_) => "one of the values it may have",
        }
    }
}

/// What an element is.
#[derive(Debug)]
pub enum Kind {
    /// A number.
    Int(Int),
    /// So many bits.
    Bits(u32),
    /// A floating-point number of 4 or 8 bytes; whether the least significant byte is first.
    Float(u32, bool),
    /// A number that stands for a name.
    Enum(&'static Kind, &'static str, fn(i64) -> Option<&'static str>),
    /// A byte that is 0 or 1.
    Bool,
    /// Bytes.
    Bytes,
    /// Text; whether it is Java's modified UTF-8.
    Text(bool),
    /// An algorithm.
    Native(Native, &'static [Expr]),
    /// A type with arguments.
    Type(&'static Table, &'static [Expr]),
    /// One of several types.
    Switch(&'static Expr, &'static [Case]),
    /// What is no part of the tree: it is reached by its position.
    View,
}

/// A case of a switch.
#[derive(Debug)]
pub struct Case {
    /// The value it is for.
    pub key: Expr,
    /// The type.
    pub table: &'static Table,
    /// The type's arguments.
    pub args: &'static [Expr],
}

/// A whole number of 1, 2, 4 or 8 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as in the specification")]
pub enum Int {
    U1,
    U2,
    U4,
    U8,
    S1,
    S2,
    S4,
    S8,
    U2le,
    U4le,
    U8le,
    S2le,
    S4le,
    S8le,
}

/// Fields of one number, as the specification calls its types.
#[allow(missing_docs, non_upper_case_globals)]
pub mod number {
    use super::{int, Field, Int};

    pub const U1: Field = int(Int::U1);
    pub const U2: Field = int(Int::U2);
    pub const U4: Field = int(Int::U4);
    pub const U8: Field = int(Int::U8);
    pub const S1: Field = int(Int::S1);
    pub const S2: Field = int(Int::S2);
    pub const S4: Field = int(Int::S4);
    pub const S8: Field = int(Int::S8);
    pub const U2le: Field = int(Int::U2le);
    pub const U4le: Field = int(Int::U4le);
    pub const U8le: Field = int(Int::U8le);
    pub const S2le: Field = int(Int::S2le);
    pub const S4le: Field = int(Int::S4le);
    pub const S8le: Field = int(Int::S8le);
}

/// How often a field stands.
#[derive(Debug)]
pub enum Repeat {
    /// Once.
    Once,
    /// So often, at least so many bytes each.
    Count(&'static Expr),
    /// Up to the end of the stream.
    Eos,
    /// Up to the element for which this holds.
    Until(&'static Expr),
}

/// How long a field is.
#[derive(Debug)]
pub enum Size {
    /// As long as its type.
    Own,
    /// So many bytes.
    Bytes(&'static Expr),
    /// All bytes of the stream.
    Eos,
    /// Up to a byte, which belongs to the field and not to its value; whether it may be missing at the end of the stream.
    Terminated(u8, bool),
}

/// A value.
pub const fn value(name: &'static str, expr: Expr) -> Value {
    Value { name, expr, when: None }
}

impl Value {
    /// With a condition.
    #[must_use]
    pub const fn when(self, when: &'static Expr) -> Self {
        Value { when: Some(when), ..self }
    }
}

/// A case of a switch.
pub const fn case(key: Expr, table: &'static Table, args: &'static [Expr]) -> Case {
    Case { key, table, args }
}

/// What is no part of the tree.
pub const fn view() -> Field {
    field(Kind::View)
}

const fn field(kind: Kind) -> Field {
    Field {
        kind,
        when: None,
        repeat: Repeat::Once,
        size: Size::Own,
        is_kept: false,
        is_ahead: false,
        is_aligned: false,
        layouts: &[],
        absent: None,
        stored: None,
        valid: None,
    }
}

/// A number.
const fn int(int: Int) -> Field {
    field(Kind::Int(int))
}

/// So many bits.
pub const fn bits(n: u32) -> Field {
    field(Kind::Bits(n))
}

/// A floating-point number.
pub const fn float(bytes: u32, little: bool) -> Field {
    field(Kind::Float(bytes, little))
}

/// A byte that is 0 or 1.
pub const fn truth() -> Field {
    field(Kind::Bool)
}

/// Bytes.
pub const fn bytes(size: Size) -> Field {
    field(Kind::Bytes).sized(size)
}

/// Text.
pub const fn text(is_java: bool, size: Size) -> Field {
    field(Kind::Text(is_java)).sized(size)
}

/// An algorithm.
pub const fn native(native: Native, args: &'static [Expr]) -> Field {
    field(Kind::Native(native, args))
}

/// A type.
pub const fn of(table: &'static Table, args: &'static [Expr]) -> Field {
    field(Kind::Type(table, args))
}

/// One of several types.
pub const fn one_of(on: &'static Expr, cases: &'static [Case]) -> Field {
    field(Kind::Switch(on, cases))
}

impl Field {
    /// The types that it may be of.
    fn tables(&self) -> Vec<&'static Table> {
        match &self.kind {
            Kind::Type(table, _) => vec![table],
            Kind::Switch(_, cases) => cases.iter().map(|c| c.table).collect(),
            _ => Vec::new(),
        }
    }

    /// At a position.
    #[must_use]
    pub const fn at(self, at: Expr) -> Body {
        Body { at, field: self }
    }

    /// With a size.
    #[must_use]
    pub const fn sized(self, size: Size) -> Self {
        Field { size, ..self }
    }

    /// Names instead of numbers.
    #[must_use]
    pub const fn named(self, of: &'static Kind, expected: &'static str, name: fn(i64) -> Option<&'static str>) -> Self {
        Field { kind: Kind::Enum(of, expected, name), ..self }
    }

    /// With a condition.
    #[must_use]
    pub const fn when(self, when: &'static Expr) -> Self {
        Field { when: Some(when), ..self }
    }

    /// So often.
    #[must_use]
    pub const fn times(self, count: &'static Expr) -> Self {
        self.repeat(Repeat::Count(count))
    }

    /// Repeated.
    #[must_use]
    pub const fn repeat(self, repeat: Repeat) -> Self {
        Field { repeat, ..self }
    }

    /// Named by expressions.
    #[must_use]
    pub const fn kept(self) -> Self {
        Field { is_kept: true, ..self }
    }

    /// Named by expressions, elements that follow too.
    #[must_use]
    pub const fn ahead(self) -> Self {
        Field { is_kept: true, is_ahead: true, ..self }
    }

    /// With other layouts.
    #[must_use]
    pub const fn layouts(self, layouts: &'static [&'static str]) -> Self {
        Field { layouts, ..self }
    }

    /// With what stands for it where the version does not have it.
    #[must_use]
    pub const fn or(self, absent: &'static Expr) -> Self {
        Field { absent: Some(absent), ..self }
    }

    /// With the bytes of what stands for it where the version does not have it.
    #[must_use]
    pub const fn stored(self, stored: &'static [u8]) -> Self {
        Field { stored: Some(stored), ..self }
    }

    /// With the least value that it may have.
    #[must_use]
    pub const fn least(self, least: i64) -> Self {
        self.within(least, i64::MAX)
    }

    /// With the values that it may have: from one to another one.
    #[must_use]
    pub const fn within(self, least: i64, most: i64) -> Self {
        Field { valid: Some(Valid::Within(least, most)), ..self }
    }

    /// With what has to hold of its value.
    #[must_use]
    pub const fn all(self, checks: &'static [Expr]) -> Self {
        Field { valid: Some(Valid::All(checks)), ..self }
    }

    /// With what its value may be.
    #[must_use]
    pub const fn any(self, checks: &'static [Expr]) -> Self {
        Field { valid: Some(Valid::Any(checks)), ..self }
    }

    /// At a whole byte.
    #[must_use]
    pub const fn aligned(self) -> Self {
        Field { is_aligned: true, ..self }
    }
}
