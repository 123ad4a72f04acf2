//! The intermediate form: names resolved, types known. What emitters see.

mod analysis;
mod asked;
mod build;
mod certain;
mod expr;
mod features;
mod field;
mod flags;
mod foreign;
mod function;
mod gained;
mod handed;
mod member;
mod native;
mod operator;
mod outer;
mod path;
mod place;
mod presence;
mod resolve;
mod rules;
mod stated;
mod stored;
mod told;
mod ty;
mod width;

pub use analysis::{children, components, derivations, field_exprs, reached, reading, through};
pub use build::build;
pub use expr::{Binary, Expr, ExprKind, Io, Member, Place, Unary};
pub use field::Target;
pub use function::{Function, FUNCTIONS};
pub use gained::{gained, gained_bit, in_no_first};
pub use native::{Holds, Native, NativeFunction, COLUMN_SUBSET};
pub use operator::Range;
pub use presence::{removed_in, truth, version_param, version_part, Presence, Truth};
pub use told::Told;
pub use ty::{bits_int, Int, Ty};

use crate::diag::Pos;
use crate::ksy::ast;
pub use crate::ksy::ast::{EnumValue, Layout, Mode};

/// How often a field stands.
pub type Repeat = ast::Repeat<Expr>;
/// How long a field is.
pub type Size = ast::Size<Expr>;
/// The extension keys of a field.
pub type Keys = ast::Keys<Expr>;
/// What readers get where the version does not have a field.
pub type Absent = ast::Absent<Expr>;
/// A flag.
pub type Bit = ast::Bit<Expr>;
/// A difference to a base.
pub type Delta = ast::Delta<Expr>;

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
    /// The names of its registers.
    pub registers: Vec<String>,
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
    /// The higher, the later is the version than one of another format.
    pub age: u64,
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
    /// Parameters, but for those that the file's type is told.
    pub params: Vec<Param>,
    /// The latter.
    pub told: Vec<Told>,
    /// Fields.
    pub fields: Vec<Field>,
    /// Values.
    pub values: Vec<ValueInstance>,
    /// Bytes at positions.
    pub bodies: Vec<BodyInstance>,
    /// What it asks of its parent.
    pub outer: Vec<Outer>,
    /// Registers opened here, by their numbers in the file.
    pub state: Vec<(usize, Expr)>,
    /// Registers set on entry.
    pub enter: Vec<(usize, Expr)>,
    /// Registers set on leaving.
    pub leave: Vec<(usize, Expr)>,
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
    /// What reading asks of the parent: of [`Type::outer`].
    pub parent_refs: Vec<usize>,
    /// Whether reading needs the parameters of the file's type.
    pub uses_root: bool,
    /// Fewest bits that a value takes.
    pub min_bits: u64,
    /// All values under the same parameters take the same number of bits.
    pub fixed: bool,
    /// Parameters that the fields of a fixed type need.
    pub seq_params: Vec<Place>,
    /// Elements of arrays are told the version, after these parameters: a fixed type that asks the file's type for it.
    pub told_version: bool,
    /// Values that parents ask a visited type for (`repeat-until: _.x`).
    pub asked: Vec<Place>,
    /// Whether writing needs registers, and which type opens them.
    pub registers: Option<TypeId>,
}

/// A parameter.
#[derive(Debug, Clone)]
pub struct Param {
    /// Id.
    pub id: String,
    /// What names mean by it.
    pub place: Place,
    /// Place.
    pub pos: Pos,
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
    /// What names mean by it.
    pub place: Place,
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
    /// `-absent` of a list, if it is the value of each element.
    pub fill: Option<Expr>,
    /// The value that its `-delta` gives.
    pub sum: Option<Place>,
    /// The field that it is another layout of.
    pub same_as: Option<Place>,
    /// What its `-checksum` is over, in all layouts.
    pub over: Vec<Place>,
    /// What names mean by each of its `-bits`.
    pub flags: Vec<Place>,
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

/// `valid`: expressions of which all hold, or one.
#[derive(Debug, Clone)]
pub struct Valid {
    /// Whether all are to hold.
    pub all: bool,
    /// What is to hold.
    pub checks: Vec<Expr>,
    /// What it demands, in words.
    pub expected: &'static str,
}

impl Valid {
    /// Whether the version decides it, so that what is refused is what the version does not have.
    pub fn asks_version(&self) -> bool {
        self.checks.iter().any(Expr::asks_version)
    }
}

/// What a type asks of the types that have fields of it.
#[derive(Debug, Clone)]
pub struct Outer {
    /// Id.
    pub id: String,
    /// Where it is asked for.
    pub pos: Pos,
    /// Its type.
    pub ty: Ty,
    /// The types that have fields of this one, and what the name stands for in each.
    pub of: Vec<(TypeId, Place)>,
}

/// A value computed from fields.
#[derive(Debug, Clone)]
pub struct ValueInstance {
    /// Id.
    pub id: String,
    /// What names mean by it.
    pub place: Place,
    /// Its type.
    pub ty: Ty,
    /// The field whose `-delta` gives it.
    pub delta: Option<usize>,
    /// Place.
    pub pos: Pos,
    /// Documentation.
    pub doc: String,
    /// How: by the runtime's function, if one computes it.
    pub expr: Expr,
    /// When.
    pub cond: Option<Expr>,
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
    /// Place.
    pub pos: Pos,
    /// Its values.
    pub values: Vec<EnumValue>,
}

impl Program {
    /// The runtime's algorithm that a type is.
    pub fn native(&self, id: TypeId) -> Option<&'static Native> {
        match self.types[id].kind {
            TypeKind::Native(n) => Some(n),
            TypeKind::Plain | TypeKind::Version => None,
        }
    }
}

impl Type {
    /// The field of that id.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.id == id)
    }

    /// The value of that id.
    pub fn value(&self, id: &str) -> Option<&ValueInstance> {
        self.values.iter().find(|v| v.id == id)
    }

    /// The fields that hold what a field of the model does: itself, and its other layouts.
    pub fn layouts(&self, of: Place) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(move |f| f.place == of || f.same_as == Some(of))
    }

    /// Whether a field is one of several layouts of a field of the model.
    pub fn has_layouts(&self, f: &Field) -> bool {
        f.same_as.is_some() || self.fields.iter().any(|x| x.same_as == Some(f.place))
    }

    /// What expressions can name.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let fields = self.stored().map(|f| f.id.as_str());
        let values = self.values.iter().map(|v| v.id.as_str());
        self.params.iter().map(|x| x.id.as_str()).chain(fields).chain(values)
    }

    /// The parameter of that id.
    pub fn param(&self, id: &str) -> Option<&Param> {
        self.params.iter().find(|p| p.id == id)
    }
}

impl ValueInstance {
    /// Whether Kaitai alone asks for it, and Rust cannot compute it.
    pub fn is_foreign(&self) -> bool {
        self.ty == Ty::Other
    }

    /// Whether a function of the runtime computes it.
    pub fn is_native(&self) -> bool {
        matches!(self.expr.as_call(), Some((Function::Native(_), _)))
    }
}
