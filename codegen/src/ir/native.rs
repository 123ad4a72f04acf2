//! What the runtime reads, writes and computes by algorithms of its own: a row each, as in the table of `runtime/src/native/`. A test compares
//! the two.

use super::{Int, Ty};
use crate::names::camel;

/// A type that is one algorithm (`-native` of a type).
#[derive(Debug, PartialEq, Eq)]
pub struct Native {
    /// Its name in the specification.
    pub name: &'static str,
    /// What Rust holds of it.
    pub holds: Holds,
    /// Fewest bytes that a value takes.
    pub least: u64,
    /// Whether a value of zeros, or of nothing, is one that nobody need choose.
    pub has_default: bool,
    /// Whether a value may be so large that it is better passed over than read.
    pub is_costly: bool,
    /// What expressions may ask it for.
    pub members: &'static [(&'static str, Ty)],
}

/// What Rust holds of a native type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// A number, which is copied.
    Number(Int),
    /// A type of `cqlite_runtime::native`, which owns memory.
    Owned(&'static str),
}

impl Native {
    /// The one of that name.
    pub fn named(name: &str) -> Option<&'static Native> {
        NATIVES.iter().find(|n| n.name == name)
    }

    /// The names of all.
    pub fn names() -> String {
        let names: Vec<&str> = NATIVES.iter().map(|n| n.name).collect();
        match names.split_last() {
            Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
            None => String::new(),
        }
    }

    /// All of them.
    pub fn all() -> &'static [Native] {
        NATIVES
    }

    /// Its leaf in tables, of `cqlite_runtime::table::Native`.
    pub fn leaf(&self) -> String {
        camel(self.name)
    }

    /// What has its `read`, `skip` and `write`, in `cqlite_runtime::native`.
    pub fn codec(&self) -> String {
        format!("{}Codec", self.leaf())
    }

    /// The number that it is.
    pub fn number(&self) -> Option<Int> {
        match self.holds {
            Holds::Number(i) => Some(i),
            Holds::Owned(_) => None,
        }
    }
}

/// The subset of a row's columns, which `missing(path)` gives.
pub const COLUMN_SUBSET: &str = "column_subset";

const NATIVES: &[Native] = &[
    Native {
        name: "uvint",
        holds: Holds::Number(Int::U64),
        least: 1,
        has_default: true,
        is_costly: false,
        members: &[("value", Ty::Int(Int::U64))],
    },
    Native {
        name: "svint",
        holds: Holds::Number(Int::I64),
        least: 1,
        has_default: true,
        is_costly: false,
        members: &[("value", Ty::Int(Int::I64))],
    },
    Native {
        name: "sized_int",
        holds: Holds::Number(Int::I64),
        least: 0,
        has_default: true,
        is_costly: false,
        members: &[("value", Ty::Int(Int::I64))],
    },
    Native {
        name: "position",
        holds: Holds::Number(Int::I64),
        least: 0,
        has_default: true,
        is_costly: false,
        members: &[("pos", Ty::Int(Int::I64))],
    },
    Native {
        name: "cql_type",
        holds: Holds::Owned("CqlType"),
        least: 1,
        has_default: false,
        is_costly: true,
        members: &[("fixed_len", Ty::Int(Int { bytes: 4, signed: true, little: false })), ("is_multi_cell", Ty::Bool)],
    },
    Native {
        name: COLUMN_SUBSET,
        holds: Holds::Owned("ColumnSubset"),
        least: 1,
        has_default: false,
        is_costly: false,
        members: &[],
    },
];

/// A function of the runtime that computes a value (`-native` of an instance).
#[derive(Debug, PartialEq, Eq)]
pub struct NativeFunction {
    /// Its name in the specification, and in `cqlite_runtime::native`.
    pub name: &'static str,
    /// What it gives.
    pub ty: Ty,
}

impl NativeFunction {
    /// All of them.
    pub fn all() -> &'static [NativeFunction] {
        NATIVE_FUNCTIONS
    }

    /// Its name in tables, of `cqlite_runtime::table::Function`.
    pub fn leaf(&self) -> String {
        camel(self.name)
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<&'static NativeFunction> {
        NATIVE_FUNCTIONS.iter().find(|f| f.name == name)
    }

    /// The names of all.
    pub fn names() -> String {
        NATIVE_FUNCTIONS.iter().map(|f| f.name).collect::<Vec<_>>().join(", ")
    }
}

const NATIVE_FUNCTIONS: &[NativeFunction] = &[NativeFunction { name: "column_present", ty: Ty::Bool }];
