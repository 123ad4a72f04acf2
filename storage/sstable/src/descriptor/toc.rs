use cqlite_format::toc::{SstableToc, SstableTocParams};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{ReadError, Reader};

use super::Component;

/// The contents of `TOC.txt`: one component name a line.
///
/// Reference: `TOCComponent`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Toc {
    /// The components, in the file's order.
    pub components: Vec<Component>,
}

impl Toc {
    /// Reads a `TOC.txt`.
    ///
    /// # Errors
    /// It is no text.
    pub fn read(bytes: &[u8], version: SstableVersion) -> Result<Self, ReadError> {
        SstableToc::decode(&mut Reader::new(bytes), &SstableTocParams::new(version)).map(|toc| Self::of(&toc))
    }

    /// The components of a model. Spaces around names and empty names mean nothing (`TOCComponent.loadTOC`).
    #[must_use]
    pub fn of(toc: &SstableToc) -> Self {
        let names = toc.names.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
        Toc { components: names.map(Component::from_name).collect() }
    }
}
