//! The intermediate form: names resolved, types known. What emitters see.

mod analysis;
mod build;
mod features;
mod native;
mod presence;

pub use analysis::{children, components, derivations, field_exprs, reached, reading, through};
pub use build::{build, find_enum};
pub use native::{Holds, Native, NativeFunction, COLUMN_SUBSET};
pub use presence::{asks_version, is_version, truth, version_param, version_part, Presence, Truth};

use crate::diag::Pos;
use crate::ksy::ast::{Absent, Keys, Layout, Mode, Repeat, Size, Valid};
use crate::ksy::expr::Expr;

/// Index of a type in [`Program::types`].
pub type TypeId = usize;
/// Index of an enumeration in [`Program::enums`].
pub type EnumId = usize;

/// A whole specification.
#[derive(Debug, Default)]
pub struct Program {
    /// The files.
    pub files: Vec<File>,
    /// All types of all files.
    pub types: Vec<Type>,
    /// All enumerations of all files.
    pub enums: Vec<Enum>,
}

/// A `.ksy` file.
#[derive(Debug)]
pub struct File {
    /// Path relative to the root of the specification.
    pub path: String,
    /// Id of the file.
    pub id: String,
    /// Name of the Rust module.
    pub module: String,
    /// Title, for the module's documentation.
    pub title: String,
    /// The component that the file describes.
    pub component: Option<String>,
    /// The type that the file is.
    pub root: TypeId,
    /// Its types, parents first.
    pub types: Vec<TypeId>,
    /// Its enumerations.
    pub enums: Vec<EnumId>,
    /// `-versions`
    pub versions: Vec<VersionRow>,
}

/// A version and its features.
#[derive(Debug, Clone)]
pub struct VersionRow {
    /// The format, e.g. `big`.
    pub format: String,
    /// The letters, e.g. `nb`.
    pub letters: String,
    /// The value of each instance of the version's type.
    pub features: Vec<bool>,
}

/// A type.
#[derive(Debug)]
pub struct Type {
    /// Id in the file.
    pub id: String,
    /// Name in Rust.
    pub rust: String,
    /// Index of the file.
    pub file: usize,
    /// The type it is declared in.
    pub parent: Option<TypeId>,
    /// Place.
    pub pos: Pos,
    /// Documentation.
    pub doc: String,
    /// The Java classes it describes.
    pub doc_ref: String,
    /// Shape of the code.
    pub mode: Mode,
    /// What it is to the generator.
    pub kind: TypeKind,
    /// Method of the visitor.
    pub event: Option<String>,
    /// Parameters.
    pub params: Vec<Param>,
    /// Fields.
    pub fields: Vec<Field>,
    /// Values.
    pub values: Vec<ValueInstance>,
    /// Bytes at positions.
    pub bodies: Vec<BodyInstance>,
    /// Registers opened here.
    pub state: Vec<(String, Expr)>,
    /// Registers set on entry.
    pub enter: Vec<(String, Expr)>,
    /// Registers set on leaving.
    pub leave: Vec<(String, Expr)>,
    /// Whether bytes after the last field are kept.
    pub preserve_trailing: bool,
    /// Order of the bodies.
    pub layout: Vec<Layout>,
    /// What analysis found.
    pub facts: Facts,
}

/// The kinds of types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypeKind {
    /// Fields.
    Plain,
    /// An algorithm of the runtime.
    Native(&'static Native),
    /// The table of versions.
    Version,
}

/// What analysis found out about a type.
#[derive(Debug, Default, Clone)]
pub struct Facts {
    /// Fields of the parent that reading needs.
    pub parent_refs: Vec<String>,
    /// Whether reading needs the parameters of the file's type.
    pub uses_root: bool,
    /// Fewest bits that a value takes.
    pub min_bits: u64,
    /// All values under the same parameters take the same number of bits.
    pub fixed: bool,
    /// Parameters that the fields of a fixed type need.
    pub seq_params: Vec<String>,
    /// Values that parents ask a visited type for (`repeat-until: _.x`).
    pub asked: Vec<String>,
    /// Whether writing needs registers, and which type opens them.
    pub registers: Option<TypeId>,
}

/// A parameter.
#[derive(Debug, Clone)]
pub struct Param {
    /// Id.
    pub id: String,
    /// Type.
    pub ty: Ty,
    /// Whether the model keeps it.
    pub stored: bool,
    /// Documentation.
    pub doc: String,
}

/// A field, or the bytes of an instance.
#[derive(Debug, Clone)]
pub struct Field {
    /// Id.
    pub id: String,
    /// Place.
    pub pos: Pos,
    /// Documentation.
    pub doc: String,
    /// What one element is.
    pub ty: FieldTy,
    /// `if`
    pub cond: Option<Expr>,
    /// `repeat`
    pub repeat: Repeat,
    /// `size`
    pub size: Size,
    /// `enum`
    pub enumeration: Option<EnumId>,
    /// `valid`
    pub valid: Option<Valid>,
    /// Extension keys.
    pub keys: Keys,
    /// Which versions have it.
    pub presence: Presence,
    /// Whether readers may find that it is absent. Of a field with other layouts this is about all of them together.
    pub optional: bool,
}

/// What a field holds.
#[derive(Debug, Clone)]
pub enum FieldTy {
    /// A number.
    Int(Int),
    /// `b3`: that many bits.
    Bits(u32),
    /// A floating-point number of 4 or 8 bytes.
    Float(u32, bool),
    /// Bytes.
    Bytes,
    /// Text.
    Str,
    /// A type with arguments.
    User(TypeId, Vec<Expr>),
    /// One of several types.
    Switch(Expr, Vec<(Expr, TypeId, Vec<Expr>)>),
}

/// A whole number of 1, 2, 4 or 8 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Int {
    /// Bytes.
    pub bytes: u32,
    /// Two's complement.
    pub signed: bool,
    /// Least significant byte first.
    pub little: bool,
}

/// A value computed from fields.
#[derive(Debug, Clone)]
pub struct ValueInstance {
    /// Id.
    pub id: String,
    /// Place.
    pub pos: Pos,
    /// Documentation.
    pub doc: String,
    /// How.
    pub expr: Expr,
    /// When.
    pub cond: Option<Expr>,
    /// The runtime's function that computes it.
    pub native: Option<Expr>,
    /// Whether the model has it: stored fields are derived from it.
    pub in_model: bool,
}

/// Bytes at a position.
#[derive(Debug, Clone)]
pub struct BodyInstance {
    /// Where.
    pub at: Expr,
    /// What.
    pub field: Field,
}

/// An enumeration.
#[derive(Debug)]
pub struct Enum {
    /// Id in the file.
    pub id: String,
    /// Name in Rust.
    pub rust: String,
    /// Index of the file.
    pub file: usize,
    /// The type it is declared in.
    pub scope: TypeId,
    /// Number, id, documentation.
    pub values: Vec<(i64, String, String)>,
}

/// The type of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ty {
    /// A whole number as stored.
    Int(Int),
    /// Truth.
    Bool,
    /// Text.
    Str,
    /// Bytes.
    Bytes,
    /// A floating-point number.
    Float,
    /// A value of an enumeration.
    Enum(EnumId),
    /// A value of a type.
    Type(TypeId),
    /// A repeated field.
    Array(Box<Ty>),
    /// An element of an array of bit fields.
    Bits(u32),
    /// An element of an array of whole numbers that versions store in different ways.
    Any(Int),
    /// `_io`
    Io,
}

impl Program {
    /// The runtime's algorithm that a type is.
    pub fn native(&self, id: TypeId) -> Option<&'static Native> {
        match self.types[id].kind {
            TypeKind::Native(n) => Some(n),
            TypeKind::Plain | TypeKind::Version => None,
        }
    }

    /// Whether a type is that of the version.
    pub fn is_version(&self, ty: &Ty) -> bool {
        matches!(ty, Ty::Type(t) if self.types[*t].kind == TypeKind::Version)
    }
}

impl Int {
    /// 64 bits with sign: what arithmetic gives.
    pub const I64: Int = Int { bytes: 8, signed: true, little: false };
    /// 64 bits without sign.
    pub const U64: Int = Int { bytes: 8, signed: false, little: false };

    /// From Kaitai's name: `u2`, `s8le`.
    pub fn parse(name: &str, little: bool) -> Option<Int> {
        let (name, little) = match (name.strip_suffix("le"), name.strip_suffix("be")) {
            (Some(n), _) => (n, true),
            (_, Some(n)) => (n, false),
            _ => (name, little),
        };
        let (signed, bytes) = match name.as_bytes() {
            [b'u', n] => (false, n),
            [b's', n] => (true, n),
            _ => return None,
        };
        let bytes = match bytes {
            b'1' => 1,
            b'2' => 2,
            b'4' => 4,
            b'8' => 8,
            _ => return None,
        };
        Some(Int { bytes, signed, little: little && bytes > 1 })
    }
}

impl Type {
    /// The field of that id.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.id == id)
    }

    /// The field whose `-delta` gives the value of that id.
    pub fn delta(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.keys.delta.as_ref().is_some_and(|d| d.name == id))
    }

    /// The value of that id.
    pub fn value(&self, id: &str) -> Option<&ValueInstance> {
        self.values.iter().find(|v| v.id == id)
    }

    /// The fields that hold what the field of that id does: itself, and its other layouts.
    pub fn layouts<'t>(&'t self, id: &'t str) -> impl Iterator<Item = &'t Field> {
        self.fields.iter().filter(move |f| f.id == id || f.keys.same_as.as_deref() == Some(id))
    }

    /// Whether a field is one of several layouts of a field of the model.
    pub fn has_layouts(&self, f: &Field) -> bool {
        f.keys.same_as.is_some() || self.fields.iter().any(|x| x.keys.same_as.as_ref() == Some(&f.id))
    }

    /// Whether the model says by values what the stored fields, derived from them, say each version in its way.
    pub fn is_logical(&self) -> bool {
        self.values.iter().any(|v| v.in_model)
    }

    /// The parameter of that id.
    pub fn param(&self, id: &str) -> Option<&Param> {
        self.params.iter().find(|p| p.id == id)
    }
}

impl Field {
    /// Whether the model has it: it is neither derived nor a checksum, nor another layout of a field that the model has.
    pub fn in_model(&self) -> bool {
        self.keys.same_as.is_none()
            && self.keys.derive.is_none()
            && self.keys.checksum.is_none()
            && self.keys.bits.is_empty()
    }

    /// What readers get where the version does not have it.
    pub fn absent_value(&self) -> Option<&Expr> {
        match &self.keys.absent {
            Some(Absent::Value(e)) => Some(e),
            _ => None,
        }
    }

    /// Whether it says what readers get where the version does not have it.
    pub fn has_absent(&self) -> bool {
        matches!(self.keys.absent, Some(Absent::Value(_) | Absent::Stored(..)))
    }

    /// Whether it is computed where it is written, and readers get a value where the version does not have it.
    pub fn is_computed_or_absent(&self) -> bool {
        self.keys.derive.is_some() && self.keys.same_as.is_none() && self.has_absent()
    }

    /// Whether its local, when it is read, is an `Option`.
    pub fn reads_optional(&self) -> bool {
        if self.keys.delta.is_some() {
            self.cond.is_some()
        } else {
            self.optional
        }
    }

    /// Whether it stands once.
    pub fn once(&self) -> bool {
        matches!(self.repeat, Repeat::Once)
    }
}
