//! TOC.txt and the files there are.

use std::collections::BTreeMap;
use std::sync::Arc;

use cqlite_format::toc::{SstableToc, SstableTocParams};
use cqlite_format::version::SstableVersion;
use cqlite_runtime::Reader;
use cqlite_sstable::component::Statistics;
use cqlite_sstable::descriptor::{Component, DigestKind, Toc};
use cqlite_sstable::io::{ComponentSource, NotAFile, ReadAt};

use crate::log::Log;
use crate::metadata::Metadata;
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
    /// There is no TOC.txt to tell what there should be.
    is_unlisted: bool,
    /// The data is compressed by all that is known without TOC.txt, and cannot be read.
    lacks_chunks: bool,
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
        Ok(Files { source, version, present, special, listed: Vec::new(), is_unlisted: false, lacks_chunks: false })
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

    /// Whether CompressionInfo.db is missing, and ought to be there.
    pub(crate) fn lacks_chunks(&self) -> bool {
        let component = &Component::CompressionInfo;
        self.lacks_chunks || (self.listed.contains(component) && !self.present.contains(component))
    }

    /// Without TOC.txt, what every release writes for such an SSTable.
    ///
    /// Reference: `BigFormat.Components.ALL_COMPONENTS` and BtiFormat's; `TOCComponent.loadOrCreate`, which lists what it finds;
    /// `FilterComponent.maybeLoadBloomFilter`, `BigSSTableReaderLoadingBuilder.openComponents`, which make anew what is missing.
    pub(crate) fn check_unlisted(&mut self, metadata: &Metadata, log: &mut Log<'_>) {
        if !self.is_unlisted {
            return;
        }
        let is_compressed = metadata.stats().is_some_and(|(_, stats)| Statistics::is_compressed(stats));
        let chance = metadata.validation().map_or(1.0, |(_, validation)| validation.bloom_filter_fp_chance);
        let expected = [
            (Component::CompressionInfo, is_compressed),
            (Component::Crc, !is_compressed && !self.present.contains(&Component::CompressionInfo)),
            (Component::Summary, !self.is_bti()),
            (Component::Filter, chance < 1.0),
            (Component::Digest(DigestKind::Crc32), true),
        ];
        for (component, is_expected) in expected {
            log.count(Check::Files);
            if !is_expected || self.present.contains(&component) || self.special.contains_key(&component) {
                continue;
            }
            let breach = match component {
                Component::CompressionInfo => {
                    self.lacks_chunks = true;
                    rule::unlisted_info_missing()
                }
                _ => rule::unlisted_component_missing(),
            };
            log.find(breach.of(&component));
        }
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
            log.skip(
                &[Check::Files],
                "there is no TOC.txt: other files than Cassandra's own components were not looked for",
            );
            self.is_unlisted = !self.special.contains_key(component);
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
