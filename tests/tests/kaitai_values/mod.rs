//! Every field of the values that Cassandra's classes were asked about (`storage/types/tests/recorded`), and of the sketches in the
//! corpus, as our generated readers and as Kaitai's see it, must be the same.

mod lines;
mod sources;

use std::collections::BTreeMap;

use cqlite_tests::kaitai::Setup;
use serde_json::{json, Value};

use lines::lines;
use sources::{recorded, sketches, Stored};

/// Values in one request.
const BATCH: usize = 2000;

#[test]
#[ignore = "reads values with Kaitai's Python readers: cargo xtask test --only kaitai"]
fn both_readers_see_the_same_values() {
    let setup = match Setup::find() {
        Ok(setup) => setup,
        Err(reason) => return super::skip(&reason),
    };
    let mut server = setup.start();
    let values: Vec<Stored> = recorded().into_iter().chain(sketches()).collect();
    let mut tally: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut wrong = Vec::new();
    for batch in values.chunks(BATCH) {
        let all: Vec<Value> = batch.iter().map(request).collect();
        let theirs = server.ask(json!({ "component": "Values", "values": all })).expect("an answer");
        let theirs = String::from_utf8(theirs).expect("UTF-8");
        // A line without a path ends each value, and says whether it was refused.
        let mut theirs = theirs.split_inclusive('\n');
        for value in batch {
            let of_value: String = theirs.by_ref().take_while(|line| !line.starts_with("{\"end\"")).collect();
            let ours = lines(value);
            let (equal, refused) = tally.entry(value.spec).or_default();
            match ours {
                None if of_value == "{\"refused\":true}\n" => *refused += 1,
                Some(ours) if ours == of_value => *equal += 1,
                ours => wrong.push(format!("{} {:?}\n  ours {ours:?}\n  Kaitai {of_value:?}", value.spec, value.bytes)),
            }
        }
    }
    for (name, (equal, refused)) in &tally {
        println!("{name:22} {equal:6} values are equal, {refused} are refused by both");
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong[..wrong.len().min(10)].join("\n"));
    assert_eq!(tally.len(), 11, "not everything was compared: {tally:?}");
    assert!(tally.values().all(|(equal, _)| *equal >= 20), "too few: {tally:?}");
}

fn request(value: &Stored) -> Value {
    let hex: String = value.bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    json!({ "type": value.spec, "params": value.params, "hex": hex })
}
