//! A type written in CQL (`AbstractType.asCQL3Type().toString()`).

use std::fmt::Write;

use super::MarshalType;

/// Words that CQL takes as a name only in double quotes (`cql3/reserved_keywords.txt` of 5.0.8), sorted.
const RESERVED: &[&str] = &[
    "add",
    "allow",
    "alter",
    "and",
    "apply",
    "asc",
    "authorize",
    "batch",
    "begin",
    "by",
    "columnfamily",
    "create",
    "delete",
    "desc",
    "describe",
    "drop",
    "entries",
    "execute",
    "from",
    "full",
    "grant",
    "if",
    "in",
    "index",
    "infinity",
    "insert",
    "into",
    "is",
    "keyspace",
    "limit",
    "materialized",
    "modify",
    "nan",
    "norecursive",
    "not",
    "null",
    "of",
    "on",
    "or",
    "order",
    "primary",
    "rename",
    "revoke",
    "schema",
    "select",
    "set",
    "table",
    "to",
    "token",
    "truncate",
    "unlogged",
    "update",
    "use",
    "using",
    "view",
    "where",
    "with",
];

/// The name as CQL wants it: in double quotes unless it is a lower-case identifier and no reserved word.
///
/// Reference: `ColumnIdentifier.maybeQuote`.
pub fn maybe_quote(name: &str) -> std::borrow::Cow<'_, str> {
    let mut bytes = name.bytes();
    let plain = bytes.next().is_some_and(|b| b.is_ascii_lowercase())
        && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    if plain && RESERVED.binary_search(&name).is_err() {
        return name.into();
    }
    format!("\"{}\"", name.replace('"', "\"\"")).into()
}

impl MarshalType {
    /// The type in CQL: `frozen<map<text, int>>`, `vector<float, 3>`; a class in single quotes if CQL has no name for it.
    ///
    /// Tuples are written `frozen<tuple<..>>`, as Cassandra does.
    pub fn cql_name(&self) -> String {
        let mut out = String::new();
        self.write_cql(&mut out);
        out
    }

    fn write_cql(&self, out: &mut String) {
        match self {
            Self::Reversed(base) => base.write_cql(out),
            Self::List { element, multi_cell } => write_generic(out, "list", &[element], !multi_cell),
            Self::Set { element, multi_cell } => write_generic(out, "set", &[element], !multi_cell),
            Self::Map { key, value, multi_cell } => write_generic(out, "map", &[key, value], !multi_cell),
            Self::Tuple(types) => write_generic(out, "tuple", &types.iter().collect::<Vec<_>>(), true),
            Self::User(user) => {
                let name = maybe_quote(&user.name);
                if user.multi_cell {
                    out.push_str(&name);
                } else {
                    out.extend(["frozen<", &name, ">"]);
                }
            }
            Self::Vector { element, dimension } => {
                out.push_str("vector<");
                element.write_cql(out);
                // Writing to a string does not fail.
                let _ = write!(out, ", {dimension}>");
            }
            Self::Native(native) if native.cql_name().is_some() => out.push_str(native.cql_name().unwrap_or_default()),
            _ => {
                let _ = write!(out, "'{self}'");
            }
        }
    }
}

fn write_generic(out: &mut String, name: &str, arguments: &[&MarshalType], frozen: bool) {
    if frozen {
        out.push_str("frozen<");
    }
    out.push_str(name);
    out.push('<');
    for (i, argument) in arguments.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        argument.write_cql(out);
    }
    out.push('>');
    if frozen {
        out.push('>');
    }
}
