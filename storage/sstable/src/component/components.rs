use std::sync::Arc;

use cqlite_format::statistics::{SerializationHeader, SstableStatistics};
use cqlite_format::version::SstableVersion;
use cqlite_format::{Component as Model, Context};
use cqlite_runtime::Reader;

use super::{Bytes, Statistics};
use crate::descriptor::Component;
use crate::io::{ComponentSource, IoError, ReadAt};
use crate::{Limits, SstableError, SstableErrorKind};

/// Where the components of an SSTable come from, and how large they may be. What fails says which component of which SSTable it is in.
#[derive(Clone)]
pub struct Components {
    label: Arc<str>,
    version: SstableVersion,
    limits: Limits,
    source: Arc<dyn ComponentSource>,
}

impl Components {
    /// Those of a source. `label` names the SSTable in errors.
    #[must_use]
    pub fn new(label: &str, version: SstableVersion, source: Arc<dyn ComponentSource>, limits: Limits) -> Self {
        Components { label: label.into(), version, limits, source }
    }

    /// What names the SSTable in errors.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Its version.
    #[must_use]
    pub fn version(&self) -> SstableVersion {
        self.version
    }

    /// How large its components may be.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The store.
    #[must_use]
    pub fn source(&self) -> &Arc<dyn ComponentSource> {
        &self.source
    }

    /// An error, said to be in a component of this SSTable.
    #[cold]
    #[must_use]
    pub fn error_in(&self, component: &Component, e: impl Into<SstableError>) -> SstableError {
        e.into().in_component(component).in_file(&self.label)
    }

    /// The error of a component that is missing.
    #[cold]
    #[must_use]
    pub fn missing(&self, component: &Component) -> SstableError {
        self.error_in(component, SstableError::new(SstableErrorKind::Missing))
    }

    /// A component, not read yet; `None` if there is none of that name.
    ///
    /// # Errors
    /// The store fails.
    pub fn open(&self, component: &Component) -> Result<Option<Arc<dyn ReadAt>>, SstableError> {
        self.source.open(component).map_err(|e| self.error_in(component, e))
    }

    /// The bytes of a component, in place where the store has them in memory; `None` if there is none of that name.
    ///
    /// # Errors
    /// The store fails, or the component is larger than its limit.
    pub fn find(&self, component: &Component) -> Result<Option<Bytes>, SstableError> {
        let Some(file) = self.open(component)? else { return Ok(None) };
        let at = |e: IoError| self.error_in(component, e);
        if file.as_slice().is_some() {
            self.limits.check_in_place(component, file.len()).map_err(at)?;
            return Ok(Some(Bytes::Shared(file)));
        }
        file.read_all(self.limits.of(component)).map(|bytes| Some(Bytes::Owned(bytes.into()))).map_err(at)
    }

    /// The bytes of a component that must be there.
    ///
    /// # Errors
    /// As [`find`](Self::find); `Missing` if there is none.
    pub fn required(&self, component: &Component) -> Result<Bytes, SstableError> {
        self.find(component)?.ok_or_else(|| self.missing(component))
    }

    /// The model of a component that needs no other one; `None` if there is none of that name.
    ///
    /// # Errors
    /// As [`find`](Self::find); what is wrong with the bytes.
    pub fn decode<C: Model>(&self, component: &Component) -> Result<Option<C>, SstableError> {
        let Some(bytes) = self.find(component)? else { return Ok(None) };
        let model = C::decode(&mut Reader::new(bytes.as_slice()), &Context::new(self.version));
        model.map(Some).map_err(|e| self.error_in(component, e))
    }

    /// The model of Statistics.db, without which nothing is read of an SSTable.
    ///
    /// # Errors
    /// As [`decode`](Self::decode); `Missing` if there is none.
    pub fn statistics(&self) -> Result<SstableStatistics, SstableError> {
        let component = &Component::Statistics;
        let bytes = self.required(component)?;
        Statistics::new(bytes.as_slice(), self.version).decode().map_err(|e| self.error_in(component, e))
    }

    /// The serialization header of Statistics.db, whatever is wrong with other parts of that.
    ///
    /// # Errors
    /// As [`statistics`](Self::statistics), but for the other parts; `NoHeader` if there is none.
    pub fn header(&self) -> Result<SerializationHeader, SstableError> {
        let component = &Component::Statistics;
        let bytes = self.required(component)?;
        let header = Statistics::new(bytes.as_slice(), self.version).header();
        let missing = || self.error_in(component, SstableError::new(SstableErrorKind::NoHeader));
        header.map_err(|e| self.error_in(component, e))?.ok_or_else(missing)
    }
}
