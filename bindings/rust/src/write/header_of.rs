//! An SSTable whose Statistics.db is lost, read by that of a copy of it.

use std::path::Path;
use std::sync::Arc;

use cqlite_format::statistics::SstableStatistics;
use cqlite_schema::partitioner::Partitioner;
use cqlite_sstable::component::Components;
use cqlite_sstable::descriptor::{Component, Descriptor};
use cqlite_sstable::io::{AccessMode, ComponentSource, DirectorySource, OverlaySource};
use cqlite_sstable::{Sstable, SstableError};

use crate::write::digest;
use crate::write::statistics::{self, LostPart, Proven};
use crate::{Error, ErrorKind, Remedy};

const STATISTICS: &Component = &Component::Statistics;

/// The components of an SSTable of which rows can be read.
pub(crate) struct ReadableSstable {
    pub(crate) components: Components,
    /// What of its own Statistics.db is damaged, and left out.
    pub(crate) lost: Vec<LostPart>,
}

/// The components of an SSTable, Statistics.db being that of a copy if there is one, and else its own as far as that is proven. Where that is not
/// so of the partitioner it is the one that is given.
///
/// Times and TTLs of rows are stored relative to the header of the SSTable's own Statistics.db: by that of another SSTable, of the same
/// table too, each would be read as another one. So a copy has to prove that it is one: by its digest.
pub(crate) fn components(
    descriptor: &Descriptor,
    copy: Option<&Path>,
    partitioner: Option<&Partitioner>,
) -> Result<ReadableSstable, Error> {
    let own = stored(descriptor);
    let with = |statistics: Vec<u8>| {
        let source = OverlaySource::new(Arc::clone(own.source())).with(Component::Statistics, statistics);
        Components::new(own.label(), own.version(), Arc::new(source), *own.limits())
    };
    let Some(path) = copy else {
        let (stored, class) = (own.find(STATISTICS)?, partitioner.map(Partitioner::class_name));
        let proven = stored.and_then(|bytes| statistics::proven(bytes.as_slice(), own.version(), class.as_deref()));
        return match proven {
            None => Ok(ReadableSstable { components: own, lost: Vec::new() }),
            Some(Proven::Parts { bytes, lost }) => Ok(ReadableSstable { components: with(bytes), lost }),
            Some(Proven::NoPartitioner) => Err(no_partitioner(&own)),
        };
    };
    let copy = stored(&Descriptor::of_component(path).map_err(SstableError::from)?.0);
    if copy.version() != own.version() {
        return Err(no_copy(&copy, &own, "it is of another version".to_owned()));
    }
    let Some(expected) = digest::stored(&copy)? else {
        return Err(no_copy(&copy, &own, "it has no Digest.crc32".to_owned()));
    };
    // Of a damaged Data.db the checksum is another one than was stored beside it.
    if digest::stored(&own).ok().flatten() != Some(expected) {
        let found = digest::of_data(&own, &mut |_, _| Ok(()))?;
        if found != expected {
            let why = format!("its Digest.crc32 is {expected}, but the checksum of Data.db is {found}");
            return Err(no_copy(&copy, &own, why));
        }
    }
    Ok(ReadableSstable { components: with(copy.required(STATISTICS)?.as_slice().to_vec()), lost: Vec::new() })
}

/// Whether the Statistics.db of a copy has the header that the SSTable's own has, and is stored apart from it: a snapshot's is the same file
/// under another name, and has its damage too.
pub(crate) fn is_same_in_copy(descriptor: &Descriptor, copy: Option<&Path>) -> Result<bool, Error> {
    let Some(path) = copy else { return Ok(false) };
    let (copy, _) = Descriptor::of_component(path).map_err(SstableError::from)?;
    let files = [descriptor, &copy].map(|descriptor| descriptor.path_of(STATISTICS));
    if same_file::is_same_file(&files[0], &files[1]).unwrap_or(true) {
        return Ok(false);
    }
    let decoded = |descriptor| stored(descriptor).decode::<SstableStatistics>(STATISTICS).ok().flatten();
    let (Some(own), Some(other)) = (decoded(descriptor), decoded(&copy)) else { return Ok(false) };
    let partitioner = |all: &SstableStatistics| all.validation().map(|part| part.partitioner.clone());
    Ok(own.header() == other.header() && partitioner(&own) == partitioner(&other))
}

/// Opens an SSTable of which that was found; what to do without Statistics.db is said.
pub(crate) fn open(components: &Components, options: cqlite_sstable::OpenOptions) -> Result<Sstable, Error> {
    let source: Arc<dyn ComponentSource> = Arc::clone(components.source());
    options.open_source(components.label(), components.version(), source).map_err(|e| hint(e.into()))
}

/// Says what to do about an error in Statistics.db.
pub(crate) fn hint(e: Error) -> Error {
    match e.location().component {
        Some(Component::Statistics) => without_header(e),
        _ => e,
    }
}

/// An error by which the serialization header is lost.
pub(crate) fn without_header(e: Error) -> Error {
    e.and("rows cannot be read without it").remedied_by(&[Remedy::HeaderOf])
}

/// The components as they are.
pub(crate) fn stored(descriptor: &Descriptor) -> Components {
    let source = DirectorySource::new(descriptor.clone(), AccessMode::Stream);
    let version = descriptor.version().features();
    Components::new(&descriptor.to_string(), version, Arc::new(source), crate::Limits::DEFAULT)
}

/// The error in the part that has it, and what to do about that.
#[cold]
fn no_partitioner(own: &Components) -> Error {
    let damage = match own.decode::<SstableStatistics>(STATISTICS) {
        Err(e) => Error::from(e),
        Ok(_) => Error::new(ErrorKind::Corrupt, "Statistics.db is damaged").in_file(own.label()),
    };
    damage
        .and("the order of partitions cannot be known without it")
        .remedied_by(&[Remedy::Partitioner, Remedy::HeaderOf])
}

#[cold]
fn no_copy(copy: &Components, own: &Components, why: String) -> Error {
    let text = format!("{}: it is no copy of {}: {why}", copy.label(), own.label());
    Error::new(ErrorKind::InvalidInput, text)
}
