//! What is made anew from Data.db, CompressionInfo.db and the header in Statistics.db is, byte for byte, what Cassandra has beside them.

mod corpora;
#[path = "corpora/exceptions.rs"]
mod exceptions;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use cqlite_sstable::descriptor::Component;
use cqlite_sstable::writer::{MemoryOutputs, Outputs, Rebuild, RebuildError, Target, Written};
use cqlite_sstable::Sstable;

use exceptions::Exceptions;

fn rebuild<O: Outputs>(sstable: &Sstable, outputs: O, copies: bool) -> Result<(Written, O), RebuildError> {
    let mut target = Target::like(sstable, sstable.version())?;
    target.column_index_size = exceptions::COLUMN_INDEX_SIZE;
    Rebuild::new(sstable, &target, copies).run(outputs, &mut |_, _| ControlFlow::Continue(()))
}

fn rebuilt(sstable: &Sstable) -> BTreeMap<Component, Vec<u8>> {
    let done = rebuild(sstable, MemoryOutputs::default(), true);
    done.unwrap_or_else(|e| panic!("{}: {e}", sstable.label())).1.components
}

/// The same, if rows are stored as they would be written: those of counters are not looked at.
fn rebuilt_as_written(sstable: &Sstable) -> Option<BTreeMap<Component, Vec<u8>>> {
    let mut target = Target::like(sstable, sstable.version()).expect("a target");
    target.column_index_size = exceptions::COLUMN_INDEX_SIZE;
    let rebuild = Rebuild::new(sstable, &target, true).only_as_written();
    match rebuild.run(MemoryOutputs::default(), &mut |_, _| ControlFlow::Continue(())) {
        Ok((_, outputs)) => Some(outputs.components),
        Err(RebuildError::NotAsWritten) => None,
        Err(e) => panic!("{}: {e}", sstable.label()),
    }
}

fn stored(sstable: &Sstable, component: &Component) -> Option<Vec<u8>> {
    sstable.component(component).expect("a component").map(|bytes| bytes.as_slice().to_vec())
}

#[test]
fn components_are_made_as_cassandra_made_them() {
    let (mut same, mut differ, exceptions) = (0, Vec::new(), Exceptions::read());
    let is_compared = |sstable: &Sstable| sstable.version().is_written() && !exceptions.has(sstable, None);
    for sstable in corpora::sstables().filter(is_compared) {
        let (rebuilt, as_written) = (rebuilt(&sstable), rebuilt_as_written(&sstable));
        let schema = sstable.schema();
        let has_counters =
            schema.static_columns.iter().chain(&schema.regular_columns).any(|column| column.is_counter());
        assert!(as_written.is_none() == has_counters, "{}", sstable.label());
        assert!(as_written.is_none_or(|components| components == rebuilt), "{}", sstable.label());
        for (component, bytes) in &rebuilt {
            // Data.db is copied: what libraries make of it does not matter.
            let is_of_data = matches!(component, Component::Data | Component::CompressionInfo | Component::Digest(_));
            if !is_of_data && exceptions.has(&sstable, Some(component)) {
                continue;
            }
            if stored(&sstable, component).as_ref() == Some(bytes) {
                same += 1;
            } else {
                differ.push(format!("{}-{component}", sstable.label()));
            }
        }
    }
    assert!(differ.is_empty() && same > 2500, "{same} are the same, these {} are not: {differ:#?}", differ.len());
}
