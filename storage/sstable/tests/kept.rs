//! An SSTable whose rows stay as they are stored is the same as one whose rows are written one by one.

#[path = "corpora/anew.rs"]
mod anew;
mod corpora;
#[path = "corpora/ratio.rs"]
mod ratio;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;

use cqlite_sstable::compress::{CodecKind, Compression};
use cqlite_sstable::descriptor::{Component, DigestKind};
use cqlite_sstable::io::MemorySource;
use cqlite_sstable::writer::{MemoryOutputs, Outputs, RebuildError, Recompress, Target, WriteError};
use cqlite_sstable::{OpenOptions, Sstable, SstableError};

use anew::{written, Components};
use ratio::without_ratio;

/// As they are, and whether its chunks are those that it had.
fn kept(sstable: &Sstable, target: &Target) -> Option<(Components, bool)> {
    let recompress = Recompress::new(sstable, target)?;
    let done = recompress.run(MemoryOutputs::default(), &mut |_| ControlFlow::Continue(()));
    let (_, outputs) = done.expect("nobody cancels")?;
    Some((outputs.components, recompress.keeps_chunks()))
}

/// What depends on the compressor's library.
const OF_CHUNKS: [Component; 3] = [Component::Data, Component::CompressionInfo, Component::Digest(DigestKind::Crc32)];

/// What of an SSTable with chunks of its own is not that of another one with the same rows; also that they are not those of `sstable`.
fn differences(sstable: &Sstable, kept: &Components, written: &Components, has_own_chunks: bool) -> Vec<String> {
    let mut found = Vec::new();
    if kept.keys().ne(written.keys()) {
        found.push(format!("{:?} and {:?}", kept.keys(), written.keys()));
    }
    for (component, bytes) in kept {
        let other = written.get(component).cloned().unwrap_or_default();
        let is_same = match component {
            component if has_own_chunks && OF_CHUNKS.contains(component) => {
                sstable.component(component).expect("a component").is_none_or(|old| old.as_slice() == bytes)
            }
            Component::Statistics if has_own_chunks => without_ratio(sstable, bytes) == without_ratio(sstable, &other),
            _ => *bytes == other,
        };
        if !is_same {
            found.push(component.to_string());
        }
    }
    found
}

/// Of an SSTable, as it is or with other settings, with and without chunks of another compression.
fn targets(sstable: &Sstable, number: usize) -> Vec<Target> {
    let like = Target::like(sstable, sstable.version()).expect("a target");
    let other = match number % 3 {
        0 => None,
        1 => Some(Compression::new(CodecKind::Lz4, Some(4096), 0.0).expect("LZ4")),
        _ => Some(Compression::new(CodecKind::Deflate, Some(1 << 16), 1.1).expect("Deflate")),
    };
    let mut all = vec![like.clone(), like];
    all[1].compression = other;
    all[number % 2].column_index_size = 4096;
    all
}

#[test]
fn rows_that_are_kept_are_those_that_are_written() {
    let (mut same, mut own_chunks, mut one_by_one, mut differ) = (0, 0, BTreeMap::new(), Vec::new());
    let sstables = corpora::sstables().filter(|sstable| sstable.version().is_written());
    for (number, sstable) in sstables.enumerate() {
        for (i, target) in targets(&sstable, number).iter().enumerate() {
            let Some((kept, has_own_chunks)) = kept(&sstable, target) else {
                let columns = sstable.schema().static_columns.iter().chain(&sstable.schema().regular_columns);
                if !columns.clone().any(|column| column.is_counter()) {
                    *one_by_one.entry(sstable.label().to_owned()).or_insert(0) += 1;
                }
                continue;
            };
            assert!(i > 0 || has_own_chunks == sstable.compression().is_some(), "{}", sstable.label());
            let written = written(&sstable, target).unwrap_or_else(|e| panic!("{}: {}", sstable.label(), e.0));
            match differences(&sstable, &kept, &written, has_own_chunks) {
                found if found.is_empty() => same += 1,
                found => differ.push(format!("{} {i}: {found:?}", sstable.label())),
            }
            own_chunks += usize::from(has_own_chunks);
        }
    }
    assert!(differ.is_empty(), "{} differ: {differ:#?}", differ.len());
    assert!(same > 1900 && own_chunks > 900, "{same} are the same, {own_chunks} of them with the chunks that they had");
    // Compaction by cursors does not say how long the row before is.
    let is_known = |label: &&String| label.contains("/pa/compacted_") || label.contains("/pa/generations_");
    assert!(one_by_one.keys().all(|label| is_known(&label)) && !one_by_one.is_empty(), "{one_by_one:#?}");
}

/// Numbers that look random (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % n as u64) as usize
    }
}

fn in_memory(version: cqlite_format::version::SstableVersion, components: Components) -> Result<Sstable, SstableError> {
    let mut source = MemorySource::new();
    components.into_iter().for_each(|(component, bytes)| source.insert(component, bytes));
    OpenOptions::default().open_source("mutant", version, Arc::new(source))
}

/// Uncompressed, and without the checksums that tell of damage.
fn unprotected(sstable: &Sstable) -> Components {
    let mut target = Target::like(sstable, sstable.version()).expect("a target");
    target.compression = None;
    target.column_index_size = 4096;
    let mut components = written(sstable, &target).unwrap_or_else(|e| panic!("{}: {}", sstable.label(), e.0));
    components.retain(|component, _| !matches!(component, Component::Crc | Component::Digest(_)));
    components
}

#[test]
fn mutants_are_kept_only_if_they_would_be_written_so() {
    let (mut random, seed) = (Random(9), 9);
    let (mut kept_ones, mut others, mut refused, mut longer) = (0, 0, 0, 0);
    let sstables: Vec<Sstable> = corpora::sstables().filter(|sstable| sstable.version().is_written()).collect();
    let small = sstables.iter().filter(|sstable| sstable.data().len() < 20_000);
    for sstable in small.step_by(6) {
        let sound = unprotected(sstable);
        for mutant in 0..12 {
            let mut components = sound.clone();
            // Of what is derived anything may be damaged: it is made anew. But Statistics.db has what rows are read by.
            let names: Vec<Component> = components.keys().filter(|c| **c != Component::Toc).cloned().collect();
            let component = if mutant % 4 > 0 { Component::Data } else { names[random.below(names.len())].clone() };
            let Some(bytes) = components.get_mut(&component).filter(|bytes| !bytes.is_empty()) else { continue };
            let at = random.below(bytes.len());
            bytes[at] ^= 1 << random.below(8);
            let place = format!("seed {seed}, {}, mutant {mutant}: {component} at {at}", sstable.label());
            let Ok(damaged) = in_memory(sstable.version(), components) else { continue };
            let Ok(mut target) = Target::like(&damaged, damaged.version()) else { continue };
            target.column_index_size = 4096;
            match (kept(&damaged, &target), written(&damaged, &target)) {
                (Some((kept, _)), Ok(written)) => {
                    kept_ones += 1;
                    let found = differences(&damaged, &kept, &written, false);
                    // A number that is spelt with more bytes than it takes.
                    if found.iter().any(|name| name == "Data.db")
                        && kept[&Component::Data].len() > written[&Component::Data].len()
                    {
                        longer += 1;
                        continue;
                    }
                    assert!(found.is_empty(), "{place}: {found:?}");
                }
                (Some(_), Err(e)) => panic!("{place}: it is kept, but cannot be written: {}", e.0),
                (None, Ok(_)) => others += 1,
                (None, Err(_)) => refused += 1,
            }
        }
    }
    println!("{kept_ones} kept, {longer} of them longer, {others} written one by one, {refused} refused");
    assert!(kept_ones > 800 && others > 100 && refused > 300, "{kept_ones} {others} {refused}");
    assert!(longer < 20, "{longer}");
}

/// A disk with room for so many bytes.
struct Disk(Arc<AtomicUsize>);

struct OnDisk(Arc<AtomicUsize>);

impl Outputs for Disk {
    type Out = OnDisk;

    fn create(&mut self, _: &Component) -> io::Result<OnDisk> {
        Ok(OnDisk(Arc::clone(&self.0)))
    }

    fn close(&mut self, _: &Component, _: OnDisk) -> io::Result<()> {
        Ok(())
    }

    fn commit(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Write for OnDisk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |room| room.checked_sub(bytes.len()));
        room.map(|_| bytes.len()).map_err(|_| io::ErrorKind::StorageFull.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_full_disk_is_an_error_and_no_reason_to_begin_anew() {
    let (mut full, mut whole) = (0, 0);
    for sstable in corpora::sstables().filter(|sstable| sstable.version().is_written()).step_by(40) {
        for target in targets(&sstable, 0) {
            let Some((kept, _)) = kept(&sstable, &target) else { continue };
            let all: usize = kept.values().map(Vec::len).sum();
            let recompress = Recompress::new(&sstable, &target).expect("rows that can be kept");
            for room in (0..=all).step_by((all / 23).max(1)).chain([all]) {
                let disk = Disk(Arc::new(AtomicUsize::new(room)));
                match recompress.run(disk, &mut |_| ControlFlow::Continue(())) {
                    Err(RebuildError::Write(WriteError::Io(e))) if e.kind() == io::ErrorKind::StorageFull => full += 1,
                    Ok(Some(_)) if room == all => whole += 1,
                    other => panic!("{}, {room} of {all}: {:?}", sstable.label(), other.map(|_| ())),
                }
            }
        }
    }
    assert!(full > 500 && whole > 30, "{full} {whole}");
}
