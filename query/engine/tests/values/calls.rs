//! Functions as Cassandra's compute: `recorded/calls.txt` and `recorded/aggregates.txt`, made by `oracle/Functions.java` with 5.0.8.

use crate::recording::{bytes, Comparison};
use cqlite_query::function::{find, Function};
use cqlite_query::term::{Clock, Context, Testable};
use cqlite_query::Result;
use cqlite_runtime::marshal::MarshalType;

/// The function of a name for arguments of types, as a statement about a table calls it.
fn function(name: &str, types: &[MarshalType], table: &str) -> Result<Option<Function>> {
    let catalog = crate::recording::catalog();
    let cx = Context::of(&catalog, catalog.table("ks", table).unwrap());
    let name = cqlite_cql::ast::FunctionName {
        keyspace: None,
        name: cqlite_cql::ast::Name {
            text: name.to_owned(),
            quoted: false,
            span: cqlite_cql::Span { start: 0, end: 0 },
        },
    };
    let arguments: Vec<&dyn Testable> = types.iter().map(|ty| ty as _).collect();
    find(&name, &arguments, None, &cx)
}

fn types(text: &str) -> Vec<MarshalType> {
    text.split("; ").filter(|ty| !ty.is_empty()).map(|ty| MarshalType::parse(ty).unwrap()).collect()
}

fn cql_types(text: &str) -> Vec<MarshalType> {
    if text.is_empty() || text.starts_with("org.apache.") {
        return types(text);
    }
    let catalog = crate::recording::catalog();
    let cx = Context::of(&catalog, catalog.table("ks", "t").unwrap());
    text.split("; ").map(|ty| cqlite_query::term::type_of(&cqlite_cql::parse_type(ty).unwrap(), &cx).unwrap()).collect()
}

#[test]
fn functions_compute_what_is_recorded() {
    compare(include_str!("../recorded/calls.txt"), 25_000);
}

#[test]
fn functions_of_6_compute_what_is_recorded() {
    compare(include_str!("../recorded/calls6.txt"), 3000);
}

fn compare(recorded: &str, least: usize) {
    let mut comparison = Comparison::default();
    let clock = Clock::new(0, 1);
    let mut called: Option<Function> = None;
    for line in recorded.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        if let Some(name) = line.strip_prefix("= ").map(|_| &fields[0][2..]) {
            let arguments = types(fields[1]);
            let found = function(name, &arguments, fields.get(5).unwrap_or(&"t"));
            let ours = match found {
                Ok(Some(found)) => {
                    let names: Vec<String> = (0..arguments.len()).map(|at| format!("c{at}")).collect();
                    let ours = format!("{} {} {found}", found.returns(), found.column_name(&names));
                    called = Some(found);
                    ours
                }
                Ok(None) => "none".to_owned(),
                Err(error) => crate::recording::error(&error),
            };
            comparison.add(
                || format!("{name}({})", fields[1]),
                &fields[2..5].join(" ").replace("tojson", name).replace("to_json", name),
                &ours,
            );
        } else if line.starts_with("? ") {
            let name = &fields[0][2..];
            let ours = match function(name, &cql_types(fields[1]), "t") {
                Ok(Some(found)) => found.to_string(),
                Ok(None) => "none".to_owned(),
                Err(error) => crate::recording::error(&error),
            };
            // Cassandra keeps one function of both names for each type.
            let recorded = fields[2]
                .replace("system.tojson", &format!("system.{name}"))
                .replace("system.to_json", &format!("system.{name}"));
            comparison.add(|| format!("{name} of {}", fields[1]), &recorded, &ours);
        } else {
            let arguments: Vec<cqlite_query::Value> =
                fields[0].split(' ').filter(|text| !text.is_empty()).map(bytes).collect();
            let arguments: Vec<Option<&[u8]>> = arguments.iter().map(Option::as_deref).collect();
            let called = called.as_ref().unwrap();
            let ours = called.call(&arguments, &clock);
            let ours = ours.map_or_else(|error| crate::recording::error(&error), |value| crate::recording::hex(&value));
            comparison.add(|| format!("{called} of {}", fields[0]), fields[1], &ours);
        }
    }
    assert!(comparison.count >= least, "{}", comparison.count);
    comparison.finish();
}

#[test]
fn aggregates_compute_what_is_recorded() {
    let mut comparison = Comparison::default();
    let mut called: Option<Function> = None;
    for line in include_str!("../recorded/aggregates.txt").lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        if line.starts_with("= ") {
            let found = function(&fields[0][2..], &types(fields[1]), "t").unwrap().unwrap();
            let ours = format!("{} {}", found.returns(), found.column_name(&["c0".to_owned()]));
            comparison.add(|| line.to_owned(), &fields[2..4].join(" "), &ours);
            called = Some(found);
        } else if line.starts_with("? ") {
            let ours = function(&fields[0][2..], &types(fields[1]), "t");
            let ours = ours.map_or_else(|error| crate::recording::error(&error), |found| format!("{found:?}"));
            comparison.add(|| line.to_owned(), fields[2], &ours);
        } else {
            let called = called.as_ref().unwrap();
            let mut state = called.new_state().unwrap();
            let rows: Vec<cqlite_query::Value> =
                fields[0].split(' ').filter(|text| !text.is_empty()).map(bytes).collect();
            let added = rows.iter().try_for_each(|row| state.add(&[row.as_deref()]));
            let ours = added.and_then(|()| state.result());
            let ours = ours.map_or_else(|error| crate::recording::error(&error), |value| crate::recording::hex(&value));
            comparison.add(|| format!("{called} of {}", fields[0]), fields[1], &ours);
        }
    }
    assert!(comparison.count > 2000);
    comparison.finish();
}

#[test]
fn a_user_defined_function_is_known_and_not_run() {
    let mut catalog = crate::recording::catalog();
    let int = MarshalType::parse("Int32Type").unwrap();
    let known = cqlite_query::schema::FunctionMetadata {
        name: "twice".to_owned(),
        arguments: vec![int.clone()],
        returns: int.clone(),
        is_aggregate: false,
        called_on_null: false,
        parts: None,
        described: String::new(),
    };
    catalog.keyspaces.get_mut("ks").unwrap().functions.push(known);
    let cx = Context::of(&catalog, catalog.table("ks", "t").unwrap());
    let receiver = cqlite_query::term::Receiver::new("c", &int);
    let markers = cqlite_query::term::Markers::default();
    let expr = cqlite_cql::parse_expression("twice(5)").unwrap();
    let term = cqlite_query::term::prepare(&expr, &receiver, &cx, &markers).unwrap();
    let clock = Clock::new(0, 1);
    let error = term.bind(&cqlite_query::term::BindValues { values: &[], clock: &clock }).unwrap_err();
    assert_eq!(error.kind(), cqlite_query::QueryErrorKind::Unsupported);
    assert!(error.to_string().starts_with("ks.twice is a user-defined function"), "{error}");
    let wrong = cqlite_cql::parse_expression("twice('x')").unwrap();
    let error = cqlite_query::term::prepare(&wrong, &receiver, &cx, &markers).unwrap_err();
    assert_eq!(error.to_string(), "Type error: 'x' cannot be passed as argument 0 of function ks.twice of type int");
}

#[test]
fn the_clock_and_its_seed_decide() {
    let call =
        |name: &str, clock: &Clock| function(name, &[], "t").unwrap().unwrap().call(&[], clock).unwrap().unwrap();
    let clock = Clock::new(1_709_210_096_789_000, 7);
    let (first, second) = (call("now", &clock), call("now", &clock));
    assert_ne!(first, second);
    assert_eq!(call("now", &Clock::new(1_709_210_096_789_000, 7)), first);
    let to_timestamp = function("to_timestamp", &types("TimeUUIDType"), "t").unwrap().unwrap();
    let time = to_timestamp.call(&[Some(&first)], &clock).unwrap().unwrap();
    assert_eq!(time, 1_709_210_096_789i64.to_be_bytes());
    assert_eq!(call("current_timestamp", &clock), time);
    assert_eq!(call("current_time", &clock), 45_296_789_000_000i64.to_be_bytes());
    assert_eq!(call("current_date", &clock), 0x8000_4d46u32.to_be_bytes());
    let uuid = call("uuid", &clock);
    assert_eq!((uuid[6] >> 4, uuid[8] >> 6), (4, 2));
}

#[test]
fn bytes_that_are_no_numbers_are_errors() {
    let clock = Clock::new(0, 1);
    let short: &[u8] = &[0, 0, 1];
    for (name, ty) in [
        ("abs", "Int32Type"),
        ("round", "DecimalType"),
        ("cast_as_text", "LongType"),
        ("to_date", "TimestampType"),
        ("sum", "LongType"),
        ("avg", "DecimalType"),
    ] {
        let found = function(name, &types(ty), "t").unwrap().unwrap();
        let result = match found.is_aggregate() {
            true => found.new_state().unwrap().add(&[Some(short)]),
            false => found.call(&[Some(short)], &clock).map(drop),
        };
        assert_eq!(result.unwrap_err().kind(), cqlite_query::QueryErrorKind::Storage, "{name} of {ty}");
    }
}
