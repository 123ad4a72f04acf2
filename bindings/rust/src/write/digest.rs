//! The checksum of Data.db.

use std::sync::atomic::AtomicBool;

use cqlite_format::digest::SstableDigest;
use cqlite_sstable::component::Components;
use cqlite_sstable::descriptor::{Component, DigestKind};
use cqlite_sstable::Sstable;

use crate::{Error, ErrorKind, Remedy};

/// Bytes of Data.db that are read at once.
const STEP: usize = 1 << 20;

/// As it stands in Digest.crc32, if there is one.
pub(crate) fn stored(components: &Components) -> Result<Option<u64>, Error> {
    let digest = components.decode::<SstableDigest>(&Component::Digest(DigestKind::Crc32))?;
    Ok(digest.and_then(|digest| u64::try_from(digest.crc().ok()?).ok()))
}

/// Who is told how many bytes of how many have been read, and says whether to go on.
pub(crate) type GoOn<'g> = dyn FnMut(u64, u64) -> Result<(), Error> + 'g;

/// Of Data.db as it is.
pub(crate) fn of_data(components: &Components, progress: &mut GoOn<'_>) -> Result<u64, Error> {
    let component = &Component::Data;
    let file = components.open(component)?.ok_or_else(|| components.missing(component))?;
    let algorithm = SstableDigest::text_algo(components.version());
    let (mut at, mut sum, mut buffer) = (0, 0, vec![0; STEP]);
    while at < file.len() {
        let n = usize::try_from(file.len() - at).unwrap_or(STEP).min(STEP);
        let part = &mut buffer[..n];
        file.read_exact_at(at, part).map_err(|e| components.error_in(component, e))?;
        sum = algorithm.of(part, sum);
        at += n as u64;
        progress(at, file.len())?;
    }
    Ok(sum)
}

/// Refuses data that has no checksums of its chunks or blocks, and is not what its digest is of: what is written of it would be damaged, and look
/// intact.
pub(crate) fn check(sstable: &Sstable, cancel: Option<&AtomicBool>) -> Result<(), Error> {
    let components = sstable.components();
    let has_checksums = sstable.data().chunk_reader().is_some() || components.open(&Component::Crc)?.is_some();
    let Some(stored) = stored(components)?.filter(|_| !has_checksums) else { return Ok(()) };
    let found = of_data(components, &mut |_, _| Error::if_cancelled(cancel))?;
    if found == stored {
        return Ok(());
    }
    let text = format!(
        "Digest.crc32 is {stored}, but the checksum of Data.db is {found}, and no CRC.db tells where it is damaged"
    );
    Err(Error::new(ErrorKind::Corrupt, text).in_file(sstable.label()).remedied_by(&[Remedy::Unproven]))
}
