//! Expressions with their names resolved and their types known. Emitters print them; none looks up a name.

use super::{EnumId, Function, Int, Range, Ty, TypeId};
use crate::diag::Pos;
pub use crate::ksy::expr::{Binary, Unary};

/// An expression of a type.
#[derive(Debug, Clone)]
pub struct Expr {
    /// Where it begins.
    pub pos: Pos,
    /// Its type.
    pub ty: Ty,
    /// What is known of the numbers that it gives.
    pub range: Range,
    /// What it is.
    pub kind: ExprKind,
}

/// What a name stands for, in the type whose expression it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// A parameter of the type.
    Param(usize),
    /// A field.
    Field(usize),
    /// The bytes of an instance.
    Body(usize),
    /// The bytes of an instance of the type that this one has the type of a body of.
    Outer(TypeId, usize),
    /// A value, or what a `-delta` gives.
    Value(usize),
    /// A flag of a field, which no value is named after.
    Bit(usize, usize),
    /// A register of the file.
    Register(usize),
    /// What an emitter has computed already.
    Given(usize),
}

/// What a call becomes, if it becomes something else: by its function, its arguments, and all of it.
pub type Replacement<'f> = dyn FnMut(Function, &[Expr], &Expr) -> Option<Expr> + 'f;

/// The kinds of expressions.
#[derive(Debug, Clone)]
pub enum ExprKind {
    /// A whole number.
    Int(i128),
    /// Text.
    Str(String),
    /// A truth value.
    Bool(bool),
    /// A value of an enumeration: which of its values.
    Enum(EnumId, usize),
    /// `empty`: no bytes, no text, no elements.
    Empty,
    /// A name.
    Name(Place),
    /// `_root.x`: a parameter of the file's type.
    Root(usize),
    /// `_parent.x`: one of [`super::Type::outer`].
    Parent(usize),
    /// `_io.x`
    Io(Io),
    /// `_index`
    Position,
    /// `_.x` in `repeat-until`: of the element.
    Item(TypeId, Place),
    /// `a.b`
    Member(Box<Expr>, Member),
    /// `a[i]`
    Index(Box<Expr>, Box<Expr>),
    /// `a[]`, each element, in paths.
    Each(Box<Expr>),
    /// A function.
    Call(Function, Vec<Expr>),
    /// `a.as<T>`
    Cast(Box<Expr>, Int),
    /// `not a`, `-a`
    Unary(Unary, Box<Expr>),
    /// `a + b` …
    Binary(Binary, Box<Expr>, Box<Expr>),
    /// `c ? a : b`
    Cond(Box<Expr>, Box<Expr>, Box<Expr>),
}

/// What a stream tells of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Io {
    /// Where the reader or writer is.
    Pos,
    /// How long it is.
    Size,
    /// Whether the reader is at its end.
    Eof,
}

/// A member of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Member {
    /// `size` of a list, of bytes or text.
    Size,
    /// `length` of bytes or text.
    Length,
    /// `to_i` of a value of an enumeration.
    Number,
    /// `to_i` of text.
    Parsed,
    /// A feature of the version.
    Feature(usize),
    /// A member of what the runtime reads.
    Native(usize),
    /// A parameter, field or value of a type.
    Of(Place),
    /// In paths: the value of a switch, if it is of this type.
    Case(TypeId),
}

impl Expr {
    /// An expression of a type.
    pub fn new(kind: ExprKind, ty: Ty, pos: &Pos) -> Self {
        Expr { pos: pos.clone(), range: Range::of(&ty), ty, kind }
    }

    /// The same, of whose numbers more is known.
    pub fn within(self, range: Range) -> Self {
        Expr { range, ..self }
    }

    /// Whether it may give numbers that 64 bits with sign do not hold.
    pub fn is_u64(&self) -> bool {
        self.ty == Ty::Int(Int::U64)
    }

    /// A truth value.
    pub fn truth(value: bool, pos: &Pos) -> Self {
        Expr::new(ExprKind::Bool(value), Ty::Bool, pos)
    }

    /// The place that it names.
    pub fn as_place(&self) -> Option<Place> {
        match self.kind {
            ExprKind::Name(place) => Some(place),
            _ => None,
        }
    }

    /// The function that it calls, and the arguments.
    pub fn as_call(&self) -> Option<(Function, &[Expr])> {
        match &self.kind {
            ExprKind::Call(function, args) => Some((*function, args)),
            _ => None,
        }
    }

    /// The expressions that it is made of.
    pub fn parts(&self) -> Vec<&Expr> {
        match &self.kind {
            ExprKind::Member(a, _) | ExprKind::Each(a) | ExprKind::Cast(a, _) | ExprKind::Unary(_, a) => vec![a],
            ExprKind::Index(a, b) | ExprKind::Binary(_, a, b) => vec![a, b],
            ExprKind::Cond(a, b, c) => vec![a, b, c],
            ExprKind::Call(_, args) => args.iter().collect(),
            ExprKind::Int(_)
            | ExprKind::Str(_)
            | ExprKind::Bool(_)
            | ExprKind::Enum(..)
            | ExprKind::Empty
            | ExprKind::Name(_)
            | ExprKind::Root(_)
            | ExprKind::Parent(_)
            | ExprKind::Io(_)
            | ExprKind::Position
            | ExprKind::Item(..) => Vec::new(),
        }
    }

    /// The same, to be changed.
    pub fn parts_mut(&mut self) -> Vec<&mut Expr> {
        match &mut self.kind {
            ExprKind::Member(a, _) | ExprKind::Each(a) | ExprKind::Cast(a, _) | ExprKind::Unary(_, a) => vec![a],
            ExprKind::Index(a, b) | ExprKind::Binary(_, a, b) => vec![a, b],
            ExprKind::Cond(a, b, c) => vec![a, b, c],
            ExprKind::Call(_, args) => args.iter_mut().collect(),
            _ => Vec::new(),
        }
    }

    /// Calls `f` for it and everything in it.
    pub fn visit<'e>(&'e self, f: &mut dyn FnMut(&'e Expr)) {
        f(self);
        self.parts().into_iter().for_each(|part| part.visit(f));
    }

    /// Whether anything in it has a property.
    pub fn any(&self, is: &dyn Fn(&Expr) -> bool) -> bool {
        is(self) || self.parts().into_iter().any(|part| part.any(is))
    }

    /// The places that it names, as often as it does.
    pub fn places(&self) -> Vec<Place> {
        let mut out = Vec::new();
        self.visit(&mut |e| out.extend(e.as_place()));
        out
    }

    /// Whether it names a place.
    pub fn mentions(&self, place: Place) -> bool {
        self.any(&|e| e.as_place() == Some(place))
    }

    /// Whether it asks for the place in its list of the element that it is evaluated for.
    pub fn asks_position(&self) -> bool {
        self.any(&|e| matches!(e.kind, ExprKind::Position))
    }

    /// Whether it asks about the stream.
    pub fn asks_stream(&self) -> bool {
        self.any(&|e| matches!(e.kind, ExprKind::Io(_)))
    }

    /// Whether it asks for what is not told to the file's type: names, the parent, the stream, an element.
    pub fn asks_around(&self) -> bool {
        self.any(&|e| e.as_place().is_some() || e.is_of_place())
    }

    /// Whether it is what depends on where it is evaluated: the parent, the stream, an element.
    pub fn is_of_place(&self) -> bool {
        matches!(self.kind, ExprKind::Parent(_) | ExprKind::Io(_) | ExprKind::Position | ExprKind::Item(..))
    }

    /// Whether it asks for a feature of the version.
    pub fn asks_version(&self) -> bool {
        self.any(&|e| matches!(e.kind, ExprKind::Member(_, Member::Feature(_))))
    }

    /// It with other expressions in the place of some calls.
    pub fn replaced(&self, f: &mut Replacement<'_>) -> Expr {
        if let Some((function, args)) = self.as_call() {
            return f(function, args, self).unwrap_or_else(|| self.clone());
        }
        let mut out = self.clone();
        out.parts_mut().into_iter().for_each(|part| *part = part.replaced(f));
        out
    }
}
