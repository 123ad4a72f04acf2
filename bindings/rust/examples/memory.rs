//! Opens an SSTable that is in no folder: from memory, and from a store of our own. `cargo run -p cqlite --example memory [SSTABLE]`.
//!
//! The store here is a folder whose reads are counted; an object store would ask for ranges of bytes in the same places.

use std::error::Error;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::Arc;

use cqlite::descriptor::{Component, Descriptor};
use cqlite::io::{ComponentSource, MemorySource, ReadAt};
use cqlite::OpenOptions;

const DEFAULT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/oa/simple/oa-1-big-Data.db");

/// The components of an SSTable, with a count of the bytes that are read of them.
struct Store {
    descriptor: Descriptor,
    read: Arc<AtomicU64>,
}

impl ComponentSource for Store {
    fn open(&self, component: &Component) -> io::Result<Option<Arc<dyn ReadAt>>> {
        match std::fs::read(self.descriptor.path_of(component)) {
            Ok(bytes) => Ok(Some(Arc::new(Object { bytes, read: Arc::clone(&self.read) }))),
            // A component that is not there is none; whatever else goes wrong is an error.
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(e),
        }
    }

    fn components(&self) -> io::Result<Vec<Component>> {
        self.descriptor.components_on_disk()
    }
}

/// One component. A real store would have its name here, and fetch `offset..offset + buf.len()` when it is asked for.
struct Object {
    bytes: Vec<u8>,
    read: Arc<AtomicU64>,
}

impl ReadAt for Object {
    fn len(&self) -> u64 {
        self.bytes.len() as u64
    }

    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<usize> {
        let rest = usize::try_from(offset).ok().and_then(|offset| self.bytes.get(offset..)).unwrap_or_default();
        let n = rest.len().min(buf.len());
        buf[..n].copy_from_slice(&rest[..n]);
        self.read.fetch_add(n as u64, Ordering::Relaxed);
        Ok(n)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).map_or_else(|| DEFAULT.into(), PathBuf::from);
    println!("{} rows in memory", rows_in_memory(&path)?);
    let (rows, read) = rows_in_store(&path)?;
    println!("{rows} rows in a store, of which {read} bytes were read");
    Ok(())
}

/// All components are in memory, as of an upload.
fn rows_in_memory(path: &Path) -> Result<usize, Box<dyn Error>> {
    let (descriptor, _) = Descriptor::of_component(path)?;
    let mut source = MemorySource::new();
    for component in descriptor.components_on_disk()? {
        source.insert(component.clone(), std::fs::read(descriptor.path_of(&component))?);
    }
    let sstable = OpenOptions::new().open_source("an upload", descriptor.version().features(), Arc::new(source))?;
    Ok(sstable.rows().try_fold(0, |count, row| row.map(|_| count + 1))?)
}

/// Components are asked for when they are needed.
fn rows_in_store(path: &Path) -> Result<(usize, u64), Box<dyn Error>> {
    let (descriptor, _) = Descriptor::of_component(path)?;
    let (version, read) = (descriptor.version().features(), Arc::new(AtomicU64::new(0)));
    let store = Arc::new(Store { descriptor, read: Arc::clone(&read) });
    let sstable = OpenOptions::new().open_source("a store", version, store)?;
    let rows = sstable.rows().try_fold(0, |count, row| row.map(|_| count + 1))?;
    Ok((rows, read.load(Ordering::Relaxed)))
}

#[test]
fn memory_and_stores_have_the_same_rows() {
    assert_eq!(rows_in_memory(Path::new(DEFAULT)).expect("sound data"), 100);
    let (rows, read) = rows_in_store(Path::new(DEFAULT)).expect("sound data");
    assert!(rows == 100 && read > 0);
}
