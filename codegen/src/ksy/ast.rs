//! A specification as it is written.

use super::checksum::Algorithm;
use super::expr::Expr;
use crate::diag::Pos;

/// A `.ksy` file.
#[derive(Debug, Clone)]
pub struct File {
    /// Path relative to the root of the specification, with `.ksy`.
    pub path: String,
    /// Imports as written, relative to the file.
    pub imports: Vec<(String, Pos)>,
    /// `-component`
    pub component: Option<String>,
    /// `-versions`: format and letters.
    pub versions: Vec<(String, Vec<String>)>,
    /// `-order`: what later ones of versions of different formats have, the latest first.
    pub order: Vec<Expr>,
    /// Whether numbers without a suffix are little-endian.
    pub little_endian: bool,
    /// `meta.title`
    pub title: String,
    /// The type that the file itself is.
    pub root: TypeDecl,
}

/// A type.
#[derive(Debug, Clone, Default)]
pub struct TypeDecl {
    pub id: String,
    pub pos: Pos,
    pub doc: String,
    pub doc_ref: String,
    pub params: Vec<Param>,
    pub seq: Vec<Attr>,
    pub instances: Vec<Instance>,
    pub types: Vec<TypeDecl>,
    pub enums: Vec<EnumDecl>,
    pub mode: Mode,
    pub native: Option<String>,
    pub event: Option<String>,
    pub state: Vec<(String, Expr)>,
    pub enter: Vec<(String, Expr)>,
    pub leave: Vec<(String, Expr)>,
    pub preserve_trailing: bool,
    pub layout: Vec<Layout>,
}

/// `-mode`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    #[default]
    Struct,
    Visit,
    View,
    Lazy,
}

/// A step of `-layout`.
#[derive(Debug, Clone)]
pub struct Layout {
    pub pos: Pos,
    /// The repeated field whose elements are laid out; nothing: the type itself.
    pub for_each: Option<String>,
    /// Instances, in the order of their bytes.
    pub emit: Vec<String>,
}

/// A parameter of a type.
#[derive(Debug, Clone)]
pub struct Param {
    pub id: String,
    pub pos: Pos,
    pub doc: String,
    pub ty: TypeRef,
    /// `-stored`: the model keeps it.
    pub stored: bool,
}

/// A type as a field or parameter names it.
#[derive(Debug, Clone)]
pub struct TypeRef {
    pub pos: Pos,
    pub path: Vec<String>,
    pub args: Vec<Expr>,
    /// `name[]`
    pub array: bool,
}

/// What a field holds.
#[derive(Debug, Clone)]
pub enum TypeExpr {
    /// No `type`: bytes.
    Bytes,
    Named(TypeRef),
    Switch {
        on: Expr,
        cases: Vec<(Expr, TypeRef)>,
    },
}

/// How often a field stands.
#[derive(Debug, Clone)]
pub enum Repeat<E = Expr> {
    Once,
    Count(E),
    Eos,
    Until(E),
}

impl<E> Repeat<E> {
    /// Its expression.
    pub fn expr(&self) -> Option<&E> {
        match self {
            Repeat::Count(e) | Repeat::Until(e) => Some(e),
            Repeat::Once | Repeat::Eos => None,
        }
    }

    /// The same with another expression.
    pub fn map<F>(&self, f: impl FnOnce(&E) -> F) -> Repeat<F> {
        match self {
            Repeat::Once => Repeat::Once,
            Repeat::Count(e) => Repeat::Count(f(e)),
            Repeat::Eos => Repeat::Eos,
            Repeat::Until(e) => Repeat::Until(f(e)),
        }
    }
}

/// How long a field is.
#[derive(Debug, Clone)]
pub enum Size<E = Expr> {
    /// As long as its type.
    Own,
    Bytes(E),
    Eos,
    /// Up to a byte, which belongs to the field and not to its value; whether it may be missing at the end of the stream.
    Terminated(u8, bool),
}

impl<E> Size<E> {
    /// Its expression.
    pub fn expr(&self) -> Option<&E> {
        match self {
            Size::Bytes(e) => Some(e),
            Size::Own | Size::Eos | Size::Terminated(..) => None,
        }
    }

    /// The same with another expression.
    pub fn map<F>(&self, f: impl FnOnce(&E) -> F) -> Size<F> {
        match self {
            Size::Own => Size::Own,
            Size::Bytes(e) => Size::Bytes(f(e)),
            Size::Eos => Size::Eos,
            Size::Terminated(end, lenient) => Size::Terminated(*end, *lenient),
        }
    }
}

/// `valid`
#[derive(Debug, Clone)]
pub enum Valid<E = Expr> {
    Eq(E),
    Range(Option<E>, Option<E>),
    AnyOf(Vec<E>),
    Expr(E),
}

impl<E> Valid<E> {
    /// Its expressions.
    pub fn exprs(&self) -> Vec<&E> {
        match self {
            Valid::Eq(e) | Valid::Expr(e) => vec![e],
            Valid::Range(a, b) => a.iter().chain(b).collect(),
            Valid::AnyOf(all) => all.iter().collect(),
        }
    }
}

/// A field of `seq`, or an instance with bytes of its own.
#[derive(Debug, Clone)]
pub struct Attr {
    pub id: String,
    pub pos: Pos,
    pub doc: String,
    pub ty: TypeExpr,
    pub cond: Option<Expr>,
    pub repeat: Repeat,
    pub size: Size,
    pub enumeration: Option<String>,
    pub encoding: Option<String>,
    pub valid: Option<Valid>,
    pub keys: Keys,
}

impl Attr {
    /// The expressions that reading it evaluates.
    pub fn exprs(&self) -> Vec<&Expr> {
        let of_type = match &self.ty {
            TypeExpr::Bytes => Vec::new(),
            TypeExpr::Named(r) => r.args.iter().collect(),
            TypeExpr::Switch { on, cases } => std::iter::once(on).chain(cases.iter().flat_map(|c| &c.1.args)).collect(),
        };
        let shape = self.cond.iter().chain(self.repeat.expr()).chain(self.size.expr());
        shape.chain(of_type).chain(self.valid.iter().flat_map(Valid::exprs)).collect()
    }
}

/// The extension keys of a field.
#[derive(Debug, Clone)]
pub struct Keys<E = Expr> {
    pub derive: Option<E>,
    pub checksum: Option<Checksum>,
    pub algo: Option<(&'static Algorithm, Pos)>,
    pub delta: Option<Delta<E>>,
    pub bits: Vec<Bit<E>>,
    pub same_as: Option<String>,
    pub absent: Option<Absent<E>>,
    pub droppable: bool,
    pub boolean: bool,
    pub java_utf: bool,
}

/// Which of a field's extension keys an expression is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyOf {
    /// `-derive`
    Derive,
    /// `base` of `-delta`
    Base,
    /// `when` of a bit
    When,
    /// `if` of a bit
    Known,
    /// `-absent`
    Absent,
}

impl<E> Keys<E> {
    /// The same with other expressions.
    pub fn map<F>(&self, f: &mut dyn FnMut(&E, KeyOf) -> F) -> Keys<F> {
        let bits = self.bits.iter().map(|b| Bit {
            pos: b.pos.clone(),
            mask: b.mask,
            id: b.id.clone(),
            when: b.when.as_ref().map(|e| f(e, KeyOf::When)),
            cond: b.cond.as_ref().map(|e| f(e, KeyOf::Known)),
        });
        let bits = bits.collect();
        let delta = self.delta.as_ref();
        Keys {
            derive: self.derive.as_ref().map(|e| f(e, KeyOf::Derive)),
            checksum: self.checksum.clone(),
            algo: self.algo.clone(),
            delta: delta.map(|d| Delta { pos: d.pos.clone(), name: d.name.clone(), base: f(&d.base, KeyOf::Base) }),
            bits,
            same_as: self.same_as.clone(),
            absent: self.absent.as_ref().map(|absent| match absent {
                Absent::Nothing(pos) => Absent::Nothing(pos.clone()),
                Absent::Value(e) => Absent::Value(f(e, KeyOf::Absent)),
                Absent::Stored(bytes, pos) => Absent::Stored(bytes.clone(), pos.clone()),
            }),
            droppable: self.droppable,
            boolean: self.boolean,
            java_utf: self.java_utf,
        }
    }
}

/// `-checksum`
#[derive(Debug, Clone)]
pub struct Checksum {
    pub pos: Pos,
    pub algo: &'static Algorithm,
    pub over: Vec<String>,
}

/// `-delta`
#[derive(Debug, Clone)]
pub struct Delta<E = Expr> {
    pub pos: Pos,
    pub name: String,
    pub base: E,
}

/// `-absent`: what readers get where the version does not have the field.
#[derive(Debug, Clone)]
pub enum Absent<E = Expr> {
    /// Nothing: the field is an `Option`.
    Nothing(Pos),
    /// This value.
    Value(E),
    /// The value that these bytes are, stored as the field stores it.
    Stored(Vec<u8>, Pos),
}

/// A flag of `-bits`.
#[derive(Debug, Clone)]
pub struct Bit<E = Expr> {
    pub pos: Pos,
    pub mask: u64,
    /// Its name.
    pub id: Option<String>,
    /// What it is derived from; a bit without is a boolean of the model.
    pub when: Option<E>,
    /// The versions that know it.
    pub cond: Option<E>,
}

impl<E> Bit<E> {
    /// The name of the model's boolean, if the bit is one.
    pub fn stored(&self) -> Option<&str> {
        self.id.as_deref().filter(|_| self.when.is_none())
    }
}

/// A value or further bytes that belong to a type.
#[derive(Debug, Clone)]
pub struct Instance {
    pub id: String,
    pub pos: Pos,
    pub doc: String,
    pub kind: InstanceKind,
}

/// The two kinds of instances.
#[derive(Debug, Clone)]
pub enum InstanceKind {
    /// A value; `native` computes it in Rust; one `in_model` is a field of the model, which stored fields are derived from.
    Value { expr: Expr, cond: Option<Expr>, native: Option<Expr>, in_model: bool },
    /// Bytes at a position (`of`: in another stream).
    Bytes { at: Expr, attr: Box<Attr> },
}

/// An enumeration.
#[derive(Debug, Clone)]
pub struct EnumDecl {
    pub id: String,
    pub pos: Pos,
    pub values: Vec<EnumValue>,
}

#[derive(Debug, Clone)]
pub struct EnumValue {
    pub pos: Pos,
    pub number: i64,
    pub id: String,
    pub doc: String,
}
