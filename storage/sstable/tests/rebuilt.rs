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

fn stored(sstable: &Sstable, component: &Component) -> Option<Vec<u8>> {
    sstable.component(component).expect("a component").map(|bytes| bytes.as_slice().to_vec())
}

#[test]
fn components_are_made_as_cassandra_made_them() {
    let (mut same, mut differ, exceptions) = (0, Vec::new(), Exceptions::read());
    let is_compared = |sstable: &Sstable| sstable.version().is_written() && !exceptions.has(sstable, None);
    for sstable in corpora::sstables().filter(is_compared) {
        for (component, bytes) in &rebuilt(&sstable) {
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
