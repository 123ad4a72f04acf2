//! Values in statements as Cassandra takes them: `recorded/terms.txt`, made by `oracle/Functions.java` with 5.0.8.

use crate::recording::Comparison;
use cqlite_query::term::{prepare, type_of, BindValues, Bound, Clock, Context, Markers, Receiver};
use cqlite_query::Result;

const CLOCK: i64 = 1_709_210_096_789_000;

/// Names of time zones, which are not read here; a function that 6.0 has and 5.0 has not.
const NOT_OURS: [&str; 3] = ["'2024-02-29 12:34:56 PST'", "'2024-02-29 12:34:56 Europe/Berlin'", "length('x')"];

fn term(ty: &str, value: &str) -> Result<cqlite_query::Value> {
    let catalog = crate::recording::catalog();
    let cx = Context::of(&catalog, catalog.table("ks", "t").unwrap());
    let receiver = Receiver::new("c", &type_of(&cqlite_cql::parse_type(ty)?, &cx)?);
    let expr = cqlite_cql::parse_expression(value)?;
    let clock = Clock::new(CLOCK, 1);
    prepare(&expr, &receiver, &cx, &Markers::default())?.bind(&BindValues { values: &[], clock: &clock })
}

#[test]
fn values_are_taken_and_refused_as_recorded() {
    let mut comparison = Comparison::default();
    for line in include_str!("../recorded/terms.txt").lines() {
        let [ty, value, recorded] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let ours =
            term(ty, value).map_or_else(|error| crate::recording::error(&error), |value| crate::recording::hex(&value));
        if value == "now()" && recorded.starts_with("0x") {
            assert!(ours.len() == recorded.len() && &ours[14..15] == "1", "{ours}");
        } else if recorded.starts_with("! SyntaxException") {
            // What the parser says is compared in its own tests.
            assert!(ours.starts_with("! Syntax"), "{value}: {ours}");
        } else if value == "[1] + 1" {
            // Cassandra names the first type of a hash table.
            assert!(ours.starts_with("! InvalidRequestException: Unexpected receiver type '"), "{ours}");
        } else if NOT_OURS.contains(&value) {
            assert_ne!(recorded, ours, "{value}: now as recorded");
        } else {
            comparison.add(|| format!("{value} for {ty}"), recorded, &ours);
        }
    }
    assert!(comparison.count > 2000);
    comparison.finish();
}

#[test]
fn markers_are_bound_in_their_order() {
    let catalog = crate::recording::catalog();
    let cx = Context::of(&catalog, catalog.table("ks", "t").unwrap());
    let receiver = Receiver::new("c", &type_of(&cqlite_cql::parse_type("tuple<int, text>").unwrap(), &cx).unwrap());
    let expr = cqlite_cql::parse_expression("(?, :name)").unwrap();
    let (markers, clock) = (Markers::default(), Clock::new(CLOCK, 1));
    let term = prepare(&expr, &receiver, &cx, &markers).unwrap();
    let known = markers.in_order();
    assert_eq!(known[0].1.receiver.name, "c[0]");
    assert_eq!(known[1].1.name.as_deref(), Some("name"));
    let value =
        |at: usize, text: &str| known[at].1.bind_literal(&cqlite_cql::parse_expression(text).unwrap(), &cx, &clock);
    let bound = [value(0, "5").unwrap(), value(1, "'x'").unwrap()];
    let bytes = term.bind(&BindValues { values: &bound, clock: &clock }).unwrap();
    assert_eq!(crate::recording::hex(&bytes), "0x00000004000000050000000178");
    assert_eq!(value(0, "'x'").unwrap_err().to_string(), "Invalid STRING constant (x) for \"c[0]\" of type int");
    let unset = term.bind(&BindValues { values: &[Bound::Unset, Bound::Unset], clock: &clock });
    assert_eq!(unset.unwrap_err().to_string(), "Invalid unset value for tuple field number 0");
}

#[test]
fn long_and_deep_expressions_take_no_time() {
    let started = std::time::Instant::now();
    for depth in [4, 8, 60] {
        let sum = vec!["1"; depth].join(" + ");
        assert_eq!(crate::recording::hex(&term("int", &sum).unwrap()), format!("0x{depth:08x}"), "{sum}");
        let nested = format!("{}(int) 1{}", "abs(".repeat(depth), ")".repeat(depth));
        assert_eq!(crate::recording::hex(&term("int", &nested).unwrap()), "0x00000001");
        let blobs = format!("{}1{}", "blob_as_int(int_as_blob(".repeat(depth / 2), "))".repeat(depth / 2));
        assert_eq!(crate::recording::hex(&term("int", &blobs).unwrap()), "0x00000001");
        for (ty, value) in [
            ("text", sum.clone()),
            ("decimal", sum.replace('1', "1.5")),
            ("text", format!("{}1{}", "to_json(collection_count([".repeat(depth / 4), "]))".repeat(depth / 4))),
            ("int", format!("{}1{}", "mask_replace(1, ".repeat(depth), ")".repeat(depth))),
            ("timestamp", format!("'2024-01-01'{}", " + 1d".repeat(depth))),
            ("double", format!("{}1{}", "exp(-".repeat(depth / 2), ")".repeat(depth / 2))),
        ] {
            // Whether it is taken or not.
            let _ = term(ty, &value);
        }
    }
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}
