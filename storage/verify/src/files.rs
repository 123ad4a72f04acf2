//! TOC.txt and the files there are.

use std::collections::BTreeMap;
use std::sync::Arc;

use cqlite_format::toc::{SstableToc, SstableTocParams};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::Reader;
use cqlite_sstable::descriptor::{Component, DigestKind, Toc};
use cqlite_sstable::io::{ComponentSource, NotAFile, ReadAt};

use crate::log::Log;
use crate::source::read_all;
use crate::{rule, Check, VerifyError};

/// The components of the SSTable.
pub(crate) struct Files {
    pub(crate) source: Arc<dyn ComponentSource>,
    pub(crate) version: SstableVersion,
    present: Vec<Component>,
    /// What stands where a component should, and is no file.
    special: BTreeMap<Component, NotAFile>,
    /// As TOC.txt lists them.
    listed: Vec<Component>,
}

impl Files {
    pub(crate) fn new(source: Arc<dyn ComponentSource>, version: SstableVersion) -> Result<Self, VerifyError> {
        let (mut present, mut special) = (Vec::new(), BTreeMap::new());
        for component in source.components().map_err(|e| VerifyError::io("", e))? {
            // Files of attached indexes are many, and are not looked into.
            let opened =
                if component.is_attached_index() { Ok(true) } else { source.open(&component).map(|f| f.is_some()) };
            match opened.map_err(|e| (NotAFile::of(&e), e)) {
                Ok(true) => present.push(component),
                // A link that leads nowhere.
                Ok(false) => {}
                Err((Some(what), _)) => drop(special.insert(component, what)),
                Err((None, e)) => return Err(VerifyError::io(component.name(), e)),
            }
        }
        Ok(Files { source, version, present, special, listed: Vec::new() })
    }

    pub(crate) fn is_bti(&self) -> bool {
        self.version.has_tries()
    }

    pub(crate) fn open(&self, component: &Component) -> Result<Option<Arc<dyn ReadAt>>, VerifyError> {
        if self.special.contains_key(component) {
            return Ok(None);
        }
        self.source.open(component).map_err(|e| VerifyError::io(component.name(), e))
    }

    /// A component of a few bytes.
    pub(crate) fn small(&self, component: &Component, log: &mut Log<'_>) -> Result<Option<Vec<u8>>, VerifyError> {
        self.open(component)?.map_or(Ok(None), |file| read_all(&*file, component, log))
    }

    /// Whether a component ought to be there, for TOC.txt lists it.
    pub(crate) fn is_listed(&self, component: &Component) -> bool {
        self.listed.contains(component)
    }

    /// What the index of this version is made of, and what else there must be.
    fn required(&self) -> Vec<Component> {
        let mut all = vec![Component::Data, Component::Statistics];
        match self.is_bti() {
            true => all.extend([Component::Partitions, Component::Rows]),
            false => all.push(Component::PrimaryIndex),
        }
        all
    }

    pub(crate) fn check(&mut self, log: &mut Log<'_>) -> Result<(), VerifyError> {
        self.read_toc(log)?;
        let is_present = |c: &Component| self.present.contains(c);
        let required = self.required();
        for (component, what) in &self.special {
            log.count(Check::Files);
            log.find(rule::not_a_file(what).of(component));
        }
        let is_present = |c: &Component| is_present(c) || self.special.contains_key(c);
        for component in &required {
            log.count(Check::Files);
            if !is_present(component) {
                log.find(rule::component_missing().of(component));
            }
        }
        for component in self.listed.iter().filter(|c| !is_present(c) && !required.contains(c)) {
            let breach = match component {
                Component::CompressionInfo => rule::compression_info_missing(),
                _ => rule::listed_component_missing(),
            };
            log.find(breach.of(component));
        }
        if !self.listed.is_empty() {
            log.count_many(Check::Files, self.listed.len() as u64);
            // Cassandra itself leaves some files of attached indexes out.
            let own = self.present.iter().filter(|c| !c.is_attached_index());
            for component in own.filter(|c| !self.listed.contains(c)) {
                log.find(rule::component_not_listed().of(component));
            }
        }
        let is_unknown = |c: &&Component| c.is_attached_index() || matches!(c, Component::Custom(_));
        match self.present.iter().filter(is_unknown).count() {
            0 => {}
            // The digest and the order of their files are their writers' own.
            n => log.skip(&[Check::Decoding], &format!("the specification does not describe {n} of the components")),
        }
        if is_present(&Component::CompressionInfo) && is_present(&Component::Crc) {
            log.find(rule::crc_of_compressed_data().of(&Component::Crc));
        }
        Ok(())
    }

    fn read_toc(&mut self, log: &mut Log<'_>) -> Result<(), VerifyError> {
        let component = &Component::Toc;
        let Some(file) = self.open(component)? else {
            log.skip(&[Check::Files], "there is no TOC.txt: only whether the needed components are there was checked");
            return Ok(());
        };
        let Some(bytes) = read_all(&*file, component, log)? else { return Ok(()) };
        let toc = SstableToc::decode(&mut Reader::new(&bytes), &SstableTocParams::new(self.version));
        let Some(toc) = log.decoded(component, toc) else { return Ok(()) };
        self.listed = Toc::of(&toc).components;
        if self.listed.is_empty() {
            log.find(rule::empty_toc().of(component));
        }
        Ok(())
    }

    /// The digest that is there, and whether it is of the kind that this version has.
    pub(crate) fn digest(&self) -> Option<&Component> {
        let wanted = &Component::Digest(DigestKind::Crc32);
        self.present.iter().find(|c| *c == wanted)
    }
}
