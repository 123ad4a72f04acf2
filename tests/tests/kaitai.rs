//! Every field of every SSTable, as our generated readers and as Kaitai's see it, must be the same (`tests/kaitai/README.md`).

mod kaitai_values;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Mutex;

use cqlite_inspect::{canonical, DataView, InspectError, Inspection};
use cqlite_sstable::descriptor::{discover, Component, FoundSstable};
use cqlite_tests::corpus::folders;
use cqlite_tests::kaitai::{names, Request, Server, Setup};

/// Longest Data.db that is compared, in bytes: Kaitai's readers take a second for 20 kB.
const LONGEST_DATA: u64 = 200_000;

#[derive(Default)]
struct Tally {
    /// Components compared, and fields in them, by component.
    equal: BTreeMap<String, (usize, usize)>,
    refused: usize,
    too_long: usize,
    wrong: Vec<String>,
}

#[test]
#[ignore = "reads all SSTables with Kaitai's Python readers, for minutes: cargo xtask test --only kaitai"]
fn both_readers_see_the_same_fields() {
    let setup = match Setup::find() {
        Ok(setup) => setup,
        Err(reason) => return skip(&reason),
    };
    let sstables = sstables();
    assert!(sstables.len() > 100, "the corpus is not there");
    let (next, tally) = (AtomicUsize::new(0), Mutex::new(Tally::default()));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                let mut server = setup.start();
                while let Some(sstable) = sstables.get(next.fetch_add(1, Ordering::Relaxed)) {
                    compare(sstable, &mut server, &tally);
                }
            });
        }
    });
    let tally = tally.into_inner().expect("no thread has panicked");
    let (components, fields) = tally.equal.values().fold((0, 0), |sum, n| (sum.0 + n.0, sum.1 + n.1));
    println!(
        "{} SSTables: {components} components with {fields} fields are equal, {} are refused by both, {} are too long",
        sstables.len(),
        tally.refused,
        tally.too_long
    );
    for (name, (components, fields)) in &tally.equal {
        println!("{name:16} {components:6} {fields:9}");
    }
    assert!(tally.wrong.is_empty(), "{} differ:\n{}", tally.wrong.len(), tally.wrong.join("\n"));
    assert!(tally.equal.len() == 12, "not every component was compared: {:?}", tally.equal.keys());
}

/// Without Kaitai's readers there is nothing to compare with, which is a failure where they must be.
fn skip(reason: &str) {
    assert!(!cqlite_test_data::is_strict(), "{reason}");
    println!("skipped: {reason} (cargo xtask test --only kaitai sets it up)");
}

/// Those of the corpus, and of the folder beside the checkout if there is one; without those that have a fault of their own, of which
/// other tests say what is right.
fn sstables() -> Vec<FoundSstable> {
    let only = std::env::var("CQLITE_KAITAI_ONLY").unwrap_or_default();
    let found = folders().into_iter().flat_map(|folder| discover(&folder).expect("the corpus").sstables);
    let is_wanted = |name: &str| name.contains(&only) && !name.contains("/corpus/faults/");
    found.filter(|found| is_wanted(&found.descriptor.to_string())).collect()
}

fn compare(sstable: &FoundSstable, server: &mut Server, tally: &Mutex<Tally>) {
    let is_compressed = sstable.components.contains(&Component::CompressionInfo);
    for component in &sstable.components {
        for name in names(component, is_compressed) {
            let request =
                Request { sstable: &sstable.descriptor, component, name, is_compressed, frozen_user_types: false };
            let path = sstable.descriptor.path_of(component);
            let too_long = *name == "Data" && std::fs::metadata(&path).expect("the file").len() > LONGEST_DATA;
            let outcome = if too_long { Outcome::TooLong } else { outcome(request, &path, server) };
            let mut tally = tally.lock().expect("no thread has panicked");
            match outcome {
                Outcome::Equal(fields) => {
                    let sum = tally.equal.entry((*name).to_owned()).or_default();
                    *sum = (sum.0 + 1, sum.1 + fields);
                }
                Outcome::Refused => tally.refused += 1,
                Outcome::TooLong => tally.too_long += 1,
                Outcome::Wrong(how) => tally.wrong.push(format!("{} as {name}: {how}", path.display())),
            }
        }
    }
}

enum Outcome {
    Equal(usize),
    Refused,
    TooLong,
    Wrong(String),
}

fn outcome(request: Request<'_>, path: &Path, server: &mut Server) -> Outcome {
    let what = if request.name == "Chunks" { DataView::Chunks } else { DataView::Fields };
    let mut ours = Vec::new();
    let read = Inspection::open(path, what).map_err(InspectError::from).and_then(|found| canonical(&found, &mut ours));
    let mut theirs = server.fields(request);
    // Before 3.11.5 headers do not say that user types are frozen; ours finds that out from the rows.
    let is_old = request.sstable.version().to_string().starts_with('m') && request.name == "Data";
    if is_old && theirs.as_ref().ok() != Some(&ours) {
        theirs = server.fields(Request { frozen_user_types: true, ..request });
    }
    match (read, theirs) {
        (Ok(()), Ok(theirs)) => match first_difference(&ours, &theirs) {
            None => Outcome::Equal(ours.iter().filter(|b| **b == b'\n').count()),
            Some(how) => Outcome::Wrong(how),
        },
        (Ok(()), Err(theirs)) => Outcome::Wrong(format!("Kaitai refuses what we read: {theirs}")),
        (Err(_), Err(_)) => Outcome::Refused,
        (Err(ours), Ok(_)) => match ours {
            // Kaitai reads parts when they are asked for, and has not come to the damage.
            InspectError::Sstable(e) if other_is_damaged(&e, request, server) => Outcome::Refused,
            ours => Outcome::Wrong(format!("we refuse what Kaitai reads: {ours}")),
        },
    }
}

/// Whether an error is about another component, which Kaitai refuses too.
fn other_is_damaged(e: &cqlite_sstable::SstableError, request: Request<'_>, server: &mut Server) -> bool {
    let Some(component) = e.component().filter(|c| *c != request.component) else { return false };
    let names = names(component, request.is_compressed);
    names.iter().any(|name| server.fields(Request { component, name, ..request }).is_err())
}

fn first_difference(ours: &[u8], theirs: &[u8]) -> Option<String> {
    if ours == theirs {
        return None;
    }
    let (ours, theirs) = (String::from_utf8_lossy(ours), String::from_utf8_lossy(theirs));
    let (mut a, mut b) = (ours.lines(), theirs.lines());
    loop {
        let (x, y) = (a.next(), b.next());
        if x != y {
            let text = |line: Option<&str>| line.map_or("the end".to_owned(), |line| line.chars().take(300).collect());
            return Some(format!("\n  ours    {}\n  Kaitai  {}", text(x), text(y)));
        }
        // Only line ends differ.
        x?;
    }
}
