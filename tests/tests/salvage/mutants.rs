//! Many SSTables damaged at random, and what commands make of them: what they write is what was there, or nothing.

use std::fs;
use std::path::{Path, PathBuf};

use cqlite::descriptor::{Component, Descriptor};
use cqlite::partitioner::Token;
use cqlite::write::{Compact, Extract, NewSstable, Part, Rebuild, Rewrite, WriteOptions};
use cqlite::{Error, OpenOptions};

use crate::subject::{dumped, verified, Change, Subject};

/// Mutants of each run, and of the long one unless `SALVAGE_COUNT` says otherwise.
const COUNT: u64 = 200;
const LONG: u64 = 10_000;

/// Numbers without end, the same from the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % n.max(1)
    }

    /// Bytes with one to three things wrong.
    fn damaged(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        for _ in 0..=self.below(3) {
            let (at, len) = (self.below(bytes.len()), self.below(600).min(bytes.len()));
            let end = (at + len).min(bytes.len());
            match self.below(6) {
                0 => bytes.truncate(at),
                1 => bytes[at..end].fill(0),
                2 => drop(bytes.drain(at..end)),
                3 => {
                    let part = bytes[at..end].to_vec();
                    let to = self.below(bytes.len() + 1);
                    drop(bytes.splice(to..to, part));
                }
                _ if at < bytes.len() => bytes[at] ^= 1 + self.below(255) as u8,
                _ => {}
            }
        }
        bytes
    }

    /// Damage to one or two components of an SSTable.
    fn changes(&mut self, subject: &Subject) -> Vec<Change> {
        let mut changes: Vec<Change> = Vec::new();
        for _ in 0..=self.below(2) {
            let (component, bytes) = subject.files.iter().nth(self.below(subject.files.len())).expect("a file");
            if !subject.is_believed(component) && changes.iter().all(|(other, _)| other != component) {
                let is_gone = *component != Component::Data && self.below(8) == 0;
                changes.push((component.clone(), (!is_gone).then(|| self.damaged(bytes))));
            }
        }
        changes
    }
}

/// A number from the environment.
pub fn number(name: &str, none: u64) -> u64 {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(none)
}

/// A command that reads all of Data.db.
pub struct Writer {
    pub name: &'static str,
    pub run: fn(&Descriptor, &Path) -> Result<Vec<PathBuf>, Error>,
}

pub const WRITERS: [Writer; 5] = [
    Writer { name: "rewrite", run: |from, to| Rewrite::new(WriteOptions::new()).run(&open(from)?, to).map(paths) },
    Writer {
        name: "split",
        run: |from, to| Rewrite::new(WriteOptions::new().max_size(1024)).run(&open(from)?, to).map(paths),
    },
    Writer {
        name: "compact",
        // Nothing has expired by then, and nothing is to be purged.
        run: |from, to| Ok(paths(Compact::new(WriteOptions::new()).at(0).run(&[open(from)?], &[], to)?.sstables)),
    },
    Writer {
        name: "extract",
        run: |from, to| {
            let all = Part::Tokens(vec![[0, 0].map(Token::Murmur3).into()]);
            Extract::new(WriteOptions::new(), all).run(&open(from)?, to).map(paths)
        },
    },
    Writer { name: "rebuild", run: |from, to| Ok(vec![Rebuild::new().copy_to(from, to)?.path]) },
];

fn paths(new: Vec<NewSstable>) -> Vec<PathBuf> {
    new.into_iter().map(|new| new.path).collect()
}

fn open(descriptor: &Descriptor) -> Result<cqlite::Sstable, Error> {
    OpenOptions::new().open_descriptor(descriptor)
}

/// Whether nothing is left that proves the data that was damaged.
fn is_unproven(subject: &Subject, changes: &[Change]) -> bool {
    let is_changed = |component: &Component| changes.iter().any(|(other, _)| other == component);
    let is_plain = !subject.files.contains_key(&Component::CompressionInfo);
    let has_digest =
        subject.files.keys().any(|component| matches!(component, Component::Digest(_)) && !is_changed(component));
    is_plain && is_changed(&Component::Data) && is_changed(&Component::Crc) && !has_digest
}

/// Whether the command has written anything.
fn judge(writer: &Writer, subject: &Subject, changes: &[Change], what: &str) -> bool {
    let (what, new) = (format!("{}, {what}", writer.name), tempfile::tempdir().expect("a folder"));
    let Ok(written) = subject.with(changes, |descriptor| (writer.run)(descriptor, new.path())) else {
        assert!(fs::read_dir(new.path()).expect("a folder").next().is_none(), "{what}: something is left");
        return false;
    };
    let mut found = std::collections::BTreeMap::new();
    for path in &written {
        found.append(&mut dumped(&verified(path, &what)));
    }
    if !is_unproven(subject, changes) {
        assert!(found == subject.partitions, "{what}: other rows, and nothing is said");
    }
    true
}

fn run(count: u64, seed: u64) {
    let subjects: Vec<Subject> = Subject::all().collect();
    let (mut whole, mut unread, mut written) = (0, 0, 0);
    for i in 0..count {
        let mut random = Random(seed.wrapping_add(i).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let subject = &subjects[random.below(subjects.len())];
        let changes = random.changes(subject);
        let names: Vec<_> = changes.iter().map(|(component, _)| component.name()).collect();
        let what = format!("mutant {i} of seed {seed}: {}{}", subject.name, names.join(" and "));
        // Every other one is salvaged, the others go to the other commands in turn.
        if i % 2 == 0 {
            match subject.judge(&changes, &what) {
                Some((salvaged, _)) => whole += u64::from(salvaged.is_whole()),
                None => unread += 1,
            }
        } else {
            let writer = &WRITERS[usize::try_from(i / 2).expect("a number") % WRITERS.len()];
            written += u64::from(judge(writer, subject, &changes, &what));
        }
    }
    println!(
        "seed {seed}: {count} mutants, half salvaged: {whole} without a loss, {unread} that could not be read at all; half written otherwise: {written} of them"
    );
    assert!(whole > 0 && written > 0);
}

#[test]
fn some_mutants() {
    run(COUNT, 7);
}

#[test]
#[ignore = "minutes: SALVAGE_COUNT mutants from SALVAGE_SEED on"]
fn mutants() {
    run(number("SALVAGE_COUNT", LONG), number("SALVAGE_SEED", 1));
}
