//! Answers recorded from Cassandra, and ours in the same form.

use cqlite_query::schema::Catalog;
use cqlite_query::{QueryError, QueryErrorKind, Value};

/// A value as it is recorded.
pub fn hex(value: &Value) -> String {
    match value {
        None => "null".to_owned(),
        Some(bytes) => format!("0x{}", cqlite_types::hex::text(bytes)),
    }
}

/// A recorded value.
pub fn bytes(text: &str) -> Value {
    let digits = text.strip_prefix("0x")?;
    Some((0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect())
}

/// An error as it is recorded.
pub fn error(error: &QueryError) -> String {
    let text = error.to_string().replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t");
    match error.kind() {
        QueryErrorKind::Invalid => format!("! InvalidRequestException: {text}"),
        QueryErrorKind::Function if text.starts_with("the operation") => {
            format!("! OperationExecutionException: {text}")
        }
        QueryErrorKind::Function if text.starts_with("execution of") || text.contains("MarshalException: ") => {
            format!("! FunctionExecutionException: {text}")
        }
        QueryErrorKind::Function => format!("! {text}"),
        kind => format!("! {kind:?}: {text}"),
    }
}

/// Functions are listed in the order of a hash table there.
pub fn sorted(text: &str) -> String {
    match text.split_once(" signatures: ") {
        None => text.to_owned(),
        Some((before, list)) => {
            let (list, after) = list.rsplit_once(')').unwrap_or((list, ""));
            let mut all: Vec<&str> = list.split(", system.").map(|one| one.trim_start_matches("system.")).collect();
            all.sort_unstable();
            format!("{before} signatures: {} )){after}", all.join(" | "))
        }
    }
}

/// The keyspace of `oracle/Functions.java`.
pub fn catalog() -> Catalog {
    const SCHEMA: &str = "
        CREATE TYPE ks.address (street text, no int, \"Tags\" frozen<set<text>>);
        CREATE TABLE ks.t (a int, b text, PRIMARY KEY ((a, b)));
        CREATE TABLE ks.s (a timeuuid PRIMARY KEY);";
    let mut catalog = Catalog::default();
    cqlite_query::schema::files::read_text(&mut catalog, SCHEMA, "the schema").expect("a schema");
    catalog
}

/// Compares all, and tells of some that differ.
#[derive(Default)]
pub struct Comparison {
    pub count: usize,
    differences: Vec<String>,
}

impl Comparison {
    pub fn add(&mut self, what: impl FnOnce() -> String, recorded: &str, ours: &str) {
        self.count += 1;
        // Where Cassandra stumbles over itself any error will do.
        let stumbles = [
            "java.lang.AssertionError",
            "java.lang.ClassCastException",
            "java.lang.NullPointerException",
            "java.lang.IndexOutOfBoundsException",
        ];
        if stumbles.iter().any(|class| recorded.starts_with(&format!("! {class}"))) && ours.starts_with("! ") {
            return;
        }
        if sorted(recorded) != sorted(ours) {
            self.differences.push(format!("{}\n  Cassandra {recorded}\n  CQLite    {ours}", what()));
        }
    }

    pub fn finish(self) {
        let most = std::env::var("CQLITE_SHOW").ok().and_then(|most| most.parse().ok()).unwrap_or(20);
        let shown: Vec<&String> = self.differences.iter().take(most).collect();
        let shown: String = shown.into_iter().map(|difference| format!("{difference}\n")).collect();
        assert!(self.differences.is_empty(), "{} of {} differ:\n{shown}", self.differences.len(), self.count);
    }
}
