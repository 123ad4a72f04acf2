//! The functions that expressions may call.

use super::{Int, Native, NativeFunction, Program, Range, Ty, TypeKind, COLUMN_SUBSET};

/// A function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    /// `byte_len(field)`
    ByteLen,
    /// `offset_of(field)`, `offset_of(field[_index])`
    OffsetOf,
    /// `count(path)`
    Count,
    /// `present(path)`
    Present,
    /// `all_present(path)`
    AllPresent,
    /// `any_present(path)`
    AnyPresent,
    /// `is(path, case)`
    Is,
    /// `missing(path)`
    Missing,
    /// `pack2(path)`
    Pack2,
    /// One of the runtime's, of `-native`.
    Native(&'static NativeFunction),
}

/// The functions of `-derive` and `when`.
const WRITTEN: [Function; 9] = [
    Function::ByteLen,
    Function::OffsetOf,
    Function::Count,
    Function::Present,
    Function::AllPresent,
    Function::AnyPresent,
    Function::Is,
    Function::Missing,
    Function::Pack2,
];

/// What stands in messages about functions.
pub const FUNCTIONS: &str =
    "byte_len(field), count(path), present(path), offset_of(field), offset_of(field[_index]), is(path, type), all_present(path), any_present(path), missing(path), pack2(path)";

impl Function {
    /// The function of `-derive` and `when` that is called so and takes so many arguments.
    pub fn named(name: &str, arguments: usize) -> Option<Function> {
        let expected = if name == Function::Is.name() { 2 } else { 1 };
        WRITTEN.into_iter().find(|f| f.name() == name && arguments == expected)
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Function::ByteLen => "byte_len",
            Function::OffsetOf => "offset_of",
            Function::Count => "count",
            Function::Present => "present",
            Function::AllPresent => "all_present",
            Function::AnyPresent => "any_present",
            Function::Is => "is",
            Function::Missing => "missing",
            Function::Pack2 => "pack2",
            Function::Native(f) => f.name,
        }
    }

    /// What it gives.
    pub fn ty(self, p: &Program) -> Ty {
        match self {
            Function::ByteLen | Function::OffsetOf | Function::Count => Ty::Int(Int::I64),
            Function::Present | Function::AllPresent | Function::AnyPresent | Function::Is => Ty::Bool,
            Function::Missing => Ty::Type(p.column_subset().unwrap_or_default()),
            Function::Pack2 => Ty::Int(Int::U64),
            Function::Native(f) => f.ty.clone(),
        }
    }

    /// What is known of the numbers that it gives: files are not as long as 64 bits allow.
    pub fn range(self, p: &Program) -> Range {
        match self {
            Function::ByteLen => Range::bits(48),
            Function::OffsetOf => Range::bits(62),
            Function::Count => Range::bits(40),
            _ => Range::of(&self.ty(p)),
        }
    }
}

impl Program {
    /// The type that says which columns a row has.
    pub fn column_subset(&self) -> Option<super::TypeId> {
        let is_subset = |n: &Native| n.name == COLUMN_SUBSET;
        self.types.iter().position(|t| matches!(t.kind, TypeKind::Native(n) if is_subset(n)))
    }
}
