//! What the generator knows of the runtime is what the runtime has: names stand in both, since the one is compiled before the other.

use cqlite_codegen::ir::{Holds, Native, NativeFunction};
use cqlite_codegen::ksy::checksum::ALGORITHMS;
use cqlite_runtime::checksum::Algorithm;
use cqlite_runtime::table;

#[test]
fn every_checksum_is_in_both_tables_and_in_that_of_the_python_reader() {
    let known: Vec<(&str, u32)> = ALGORITHMS.iter().map(|a| (a.name, a.width)).collect();
    let computed: Vec<(&str, u32)> = Algorithm::ALL.iter().map(|a| (a.name(), a.width())).collect();
    assert_eq!(known, computed);
    let python = include_str!("../../../../tests/kaitai/dump_tree.py");
    let table = python.split_once("CHECKSUMS = {").and_then(|(_, rest)| rest.split_once('}')).expect("a table").0;
    let names: Vec<&str> = table.split('"').skip(1).step_by(2).collect();
    assert_eq!(names, computed.iter().map(|c| c.0).collect::<Vec<_>>());
}

#[test]
fn every_algorithm_is_in_both_tables() {
    let members = |native: &Native| match native.holds {
        Holds::Owned(_) => native.members.iter().map(|m| m.0).collect(),
        // A number is what its members are.
        Holds::Number(_) => Vec::new(),
    };
    let known = Native::all().iter().map(|n| (n.name.to_owned(), n.leaf(), n.codec(), members(n)));
    let known = known.chain(NativeFunction::all().iter().map(|f| (f.name.to_owned(), f.leaf(), String::new(), vec![])));
    let rows = table::Native::ROWS.iter().chain(table::Function::ROWS);
    let rows = rows.map(|r| (r.name.to_owned(), r.leaf.to_owned(), r.codec.to_owned(), r.members.to_vec()));
    assert_eq!(known.collect::<Vec<_>>(), rows.collect::<Vec<_>>());
}
