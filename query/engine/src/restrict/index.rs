//! Which tests Cassandra could answer by a secondary index: where it could, ALLOW FILTERING need not be said.

use cqlite_runtime::marshal::{MarshalType, NativeType};

use super::relation::{Contained, Single, Test};
use crate::schema::{IndexMetadata, TableMetadata};

/// Indexes that are asked together (`Index.Group`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Group {
    /// A table of its own.
    Legacy(String),
    StorageAttached,
    Sasi,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Simple,
    Values,
    Keys,
    Entries,
    Full,
}

/// An option of an index.
fn option<'i>(index: &'i IndexMetadata, name: &str) -> Option<&'i str> {
    index.options.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
}

/// The group that an index is of.
pub(crate) fn group(index: &IndexMetadata) -> Group {
    let class = option(index, "class_name").unwrap_or_default();
    let simple = class.rsplit('.').next().unwrap_or_default();
    match simple.to_ascii_lowercase().as_str() {
        "storageattachedindex" | "sai" => Group::StorageAttached,
        "sasiindex" => Group::Sasi,
        _ => Group::Legacy(index.name.clone()),
    }
}

/// Which column is indexed, and how.
fn target(index: &IndexMetadata) -> (Target, String) {
    let text = option(index, "target").unwrap_or_default();
    let kinds =
        [("values(", Target::Values), ("keys(", Target::Keys), ("entries(", Target::Entries), ("full(", Target::Full)];
    let found = kinds.iter().find_map(|(start, kind)| Some((*kind, text.strip_prefix(start)?.strip_suffix(')')?)));
    let (kind, name) = found.unwrap_or((Target::Simple, text));
    let name = match name.strip_prefix('"').and_then(|name| name.strip_suffix('"')) {
        Some(quoted) => quoted.replace("\"\"", "\""),
        None => name.to_owned(),
    };
    (kind, name)
}

/// Whether an index is on a column.
pub(crate) fn is_on(index: &IndexMetadata, table: &TableMetadata, column: usize) -> bool {
    target(index).1 == table.columns[column].name
}

/// Whether an index answers a test.
pub(crate) fn supports(index: &IndexMetadata, table: &TableMetadata, single: &Single) -> bool {
    let [column] = *single.columns else { return false };
    let (kind, name) = target(index);
    let column = &table.columns[column];
    if name != column.name {
        return false;
    }
    let ty = column.ty.unreversed();
    match group(index) {
        Group::Legacy(_) => match &single.test {
            Test::Eq(_) => match kind {
                Target::Full => true,
                _ => !ty.is_collection() || (kind == Target::Simple && !ty.is_multi_cell()),
            },
            Test::Contains(all) => all.iter().any(|one| contained(one, kind, ty)),
            _ => false,
        },
        Group::StorageAttached => match &single.test {
            Test::Eq(_) => kind == Target::Full || (!ty.is_collection() && !matches!(ty, MarshalType::Vector { .. })),
            Test::Slice(_) => !ty.is_collection() && !is_literal(ty),
            Test::Contains(all) => all.iter().all(|one| contained(one, kind, ty)),
            Test::Ann => matches!(ty, MarshalType::Vector { .. }),
            _ => false,
        },
        Group::Sasi => {
            let mode = option(index, "mode").unwrap_or_default().to_ascii_uppercase();
            let is_text = matches!(ty, MarshalType::Native(NativeType::Utf8 | NativeType::Ascii));
            let is_literal = match option(index, "is_literal") {
                Some(told) => told.eq_ignore_ascii_case("true"),
                None => is_text,
            };
            match &single.test {
                Test::Eq(_) => !is_tokenized(index),
                Test::Slice(_) => !is_literal && mode != "CONTAINS",
                Test::Like(_) => is_literal,
                _ => false,
            }
        }
    }
}

/// Whether an index of a column takes capital and small letters for the same. To it are left texts that have to be equal to one, or like it.
pub(crate) fn ignores_case(table: &TableMetadata, column: usize) -> bool {
    let is = |index: &IndexMetadata, name: &str, told: &str| {
        option(index, name).is_some_and(|own| own.trim().eq_ignore_ascii_case(told))
    };
    let is_text =
        matches!(table.columns[column].ty.unreversed(), MarshalType::Native(NativeType::Utf8 | NativeType::Ascii));
    let ignores = |index: &IndexMetadata| match group(index) {
        Group::Legacy(_) => false,
        Group::StorageAttached => is(index, "case_sensitive", "false"),
        Group::Sasi => {
            let class = option(index, "analyzer_class").unwrap_or_default();
            class.ends_with("NonTokenizingAnalyzer") && is(index, "case_sensitive", "false")
        }
    };
    is_text && table.indexes.iter().any(|index| is_on(index, table, column) && ignores(index))
}

/// Whether a column has a SASI index, but none that finds texts by their ends or by what is within them (`OnDiskIndexBuilder.Mode`).
pub(crate) fn finds_starts_only(table: &TableMetadata, column: usize) -> bool {
    let mut sasi =
        table.indexes.iter().filter(|index| is_on(index, table, column) && group(index) == Group::Sasi).peekable();
    sasi.peek().is_some()
        && sasi.all(|index| !option(index, "mode").is_some_and(|mode| mode.eq_ignore_ascii_case("CONTAINS")))
}

/// Whether a SASI index cuts texts into words.
fn is_tokenized(index: &IndexMetadata) -> bool {
    let class = option(index, "analyzer_class").unwrap_or_default();
    class.rsplit('.').next().is_some_and(|name| name == "StandardAnalyzer" || name == "DelimiterAnalyzer")
        || option(index, "analyzed").is_some_and(|told| told.eq_ignore_ascii_case("true")) && class.is_empty()
}

fn contained(one: &Contained, kind: Target, ty: &MarshalType) -> bool {
    let map = matches!(ty, MarshalType::Map { .. });
    match one {
        Contained::Value(_) => kind == Target::Values || (kind == Target::Simple && ty.is_collection()),
        Contained::Key(_) => map && kind == Target::Keys,
        Contained::Entry(..) => map && kind == Target::Entries,
        Contained::NoValue(_) | Contained::NoKey(_) | Contained::OtherEntry(..) => false,
    }
}

/// Types whose values a storage-attached index keeps as text: no ranges (`IndexTermType.isLiteral`).
fn is_literal(ty: &MarshalType) -> bool {
    use NativeType as N;
    match ty {
        MarshalType::Native(native) => matches!(native, N::Utf8 | N::Ascii | N::Boolean | N::Uuid),
        MarshalType::Tuple(_) | MarshalType::User(_) | MarshalType::Composite(_) => true,
        other => other.is_collection(),
    }
}
