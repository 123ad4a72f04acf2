use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use super::{open_file, AccessMode, MemoryBytes, ReadAt};
use crate::descriptor::{Component, Descriptor, FoundSstable};

/// The components of one SSTable, by name.
pub trait ComponentSource: Send + Sync {
    /// Opens a component; `None` when the SSTable has none of that name.
    ///
    /// # Errors
    /// Whatever the store reports, other than "not found".
    fn open(&self, component: &Component) -> io::Result<Option<Arc<dyn ReadAt>>>;

    /// Names of the components there are, in the order of [`Component`].
    ///
    /// # Errors
    /// Whatever the store reports.
    fn components(&self) -> io::Result<Vec<Component>>;
}

/// The components of an SSTable in a directory.
#[derive(Clone, Debug)]
pub struct DirectorySource {
    descriptor: Descriptor,
    /// What is known to be there; `None`: the directory has to be listed.
    components: Option<Vec<Component>>,
    mode: AccessMode,
}

impl DirectorySource {
    /// The SSTable `descriptor` names, its files opened in the given mode.
    #[must_use]
    pub fn new(descriptor: Descriptor, mode: AccessMode) -> Self {
        DirectorySource { descriptor, components: None, mode }
    }

    /// An SSTable that was found, with the components that it was found with: its directory is not listed again.
    #[must_use]
    pub fn of(found: &FoundSstable, mode: AccessMode) -> Self {
        let FoundSstable { descriptor, components } = found.clone();
        DirectorySource { descriptor, components: Some(components), mode }
    }

    /// Which SSTable this is.
    #[must_use]
    pub fn descriptor(&self) -> &Descriptor {
        &self.descriptor
    }
}

impl ComponentSource for DirectorySource {
    fn open(&self, component: &Component) -> io::Result<Option<Arc<dyn ReadAt>>> {
        match open_file(&self.descriptor.path_of(component), self.mode.of(component)) {
            Ok(source) => Ok(Some(source)),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(e),
        }
    }

    fn components(&self) -> io::Result<Vec<Component>> {
        self.components.clone().map_or_else(|| self.descriptor.components_on_disk(), Ok)
    }
}

/// Components held in memory: an upload, a test, a browser's files.
#[derive(Clone, Default)]
pub struct MemorySource {
    components: BTreeMap<Component, Arc<dyn ReadAt>>,
}

impl MemorySource {
    /// A source without components.
    #[must_use]
    pub fn new() -> Self {
        MemorySource::default()
    }

    /// Adds the bytes of a component, in place of former ones of the same name.
    pub fn insert(&mut self, component: Component, bytes: impl Into<MemoryBytes>) {
        self.insert_source(component, Arc::new(bytes.into()));
    }

    /// Adds a component read through a source of the caller's.
    pub fn insert_source(&mut self, component: Component, source: Arc<dyn ReadAt>) {
        let _ = self.components.insert(component, source);
    }
}

impl ComponentSource for MemorySource {
    fn open(&self, component: &Component) -> io::Result<Option<Arc<dyn ReadAt>>> {
        Ok(self.components.get(component).cloned())
    }

    fn components(&self) -> io::Result<Vec<Component>> {
        Ok(self.components.keys().cloned().collect())
    }
}
