use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use super::{ComponentSource, MemoryBytes, ReadAt};
use crate::descriptor::Component;

/// A source of which some components are others.
#[derive(Clone)]
pub struct OverlaySource {
    inner: Arc<dyn ComponentSource>,
    /// In place of the source's; `None`: there is none.
    instead: BTreeMap<Component, Option<Arc<dyn ReadAt>>>,
}

impl OverlaySource {
    /// All as in a source.
    #[must_use]
    pub fn new(inner: Arc<dyn ComponentSource>) -> Self {
        OverlaySource { inner, instead: BTreeMap::new() }
    }

    /// Other bytes in the place of a component's.
    #[must_use]
    pub fn with(mut self, component: Component, bytes: impl Into<MemoryBytes>) -> Self {
        let _ = self.instead.insert(component, Some(Arc::new(bytes.into())));
        self
    }

    /// As if a component were not there.
    #[must_use]
    pub fn without(mut self, component: Component) -> Self {
        let _ = self.instead.insert(component, None);
        self
    }
}

impl ComponentSource for OverlaySource {
    fn open(&self, component: &Component) -> io::Result<Option<Arc<dyn ReadAt>>> {
        match self.instead.get(component) {
            Some(other) => Ok(other.clone()),
            None => self.inner.open(component),
        }
    }

    fn components(&self) -> io::Result<Vec<Component>> {
        let mut all = self.inner.components()?;
        all.retain(|component| !self.instead.contains_key(component));
        all.extend(self.instead.iter().filter(|(_, bytes)| bytes.is_some()).map(|(component, _)| component.clone()));
        all.sort();
        Ok(all)
    }
}
