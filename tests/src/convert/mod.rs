//! An SSTable in another version: read into the generated models, and written from them as the other version has it. No field of a model is
//! touched but positions, which other components tell, the histogram of partition sizes, the ratio of the compression, and those that the
//! caller sets ([`crate::given`]).

mod big;
mod bti;
mod places;
mod statistics;
mod stored;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use cqlite_format::context::{Component as Model, Context};
use cqlite_format::data::SstableData;
use cqlite_format::digest::SstableDigest;
use cqlite_format::filter::SstableFilter;
use cqlite_format::toc::SstableToc;
use cqlite_format::version::SstableVersion;
use cqlite_runtime::{Buffer, Reader};
use cqlite_sstable::descriptor::{Component, Descriptor, DigestKind, Version};
use cqlite_sstable::Sstable;

use crate::given::{self, Setting};
use places::Places;

/// Why an SSTable cannot be had in another version: the component, and what is wrong.
#[derive(Debug)]
pub struct Failure(pub String);

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl Failure {
    fn of(component: &Component, e: impl std::fmt::Display) -> Self {
        Failure(format!("{component}: {e}"))
    }
}

/// An SSTable that is being converted.
struct Conversion<'a> {
    from: &'a Descriptor,
    sstable: Sstable,
    old: SstableVersion,
    new: SstableVersion,
    out: BTreeMap<Component, Vec<u8>>,
    /// Bytes of the chunks to those of the stream.
    ratio: Option<f64>,
    settings: RefCell<Vec<Setting>>,
}

/// Writes an SSTable to a folder in another version of the same format, with fields set as the settings say.
///
/// # Returns
/// The path of the new Data.db.
///
/// # Errors
/// What cannot be read, or cannot be said in the other version.
pub fn convert(
    from: &Descriptor,
    folder: &Path,
    new: SstableVersion,
    settings: &[Setting],
) -> Result<PathBuf, Failure> {
    let sstable = Sstable::open(from.path_of(&Component::Data)).map_err(|e| Failure(e.to_string()))?;
    let old = sstable.version();
    if Version::new(from.format(), new.letters()).is_none() {
        return Err(Failure(format!("{} is of another format than {}", new.letters(), old.letters())));
    }
    let mut c = Conversion {
        from,
        sstable,
        old,
        new,
        out: BTreeMap::new(),
        ratio: None,
        settings: RefCell::new(settings.to_vec()),
    };
    let (stream, places) = c.data()?;
    c.stored(&stream)?;
    c.statistics(&places)?;
    c.big(&places)?;
    c.bti(&places)?;
    c.others()?;
    c.settings.borrow().iter().try_for_each(Setting::is_done).map_err(Failure)?;
    c.write(folder)
}

impl Conversion<'_> {
    fn read(&self, component: &Component) -> Result<Option<Vec<u8>>, Failure> {
        let path = self.from.path_of(component);
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(Failure::of(component, e)),
        }
    }

    /// The rows in the new version, and where things are in them.
    fn data(&self) -> Result<(Vec<u8>, Places), Failure> {
        let component = Component::Data;
        let mut before = Vec::new();
        let data = self.sstable.data();
        let len = usize::try_from(data.len()).map_err(|e| Failure::of(&component, e))?;
        data.read_range_into(0, len, &mut before).map_err(|e| Failure::of(&component, e))?;
        let (cx, new) = self.contexts();
        let mut model: SstableData = decoded(&component, &before, &cx)?;
        self.set(&component, &mut model)?;
        let after = encoded(&component, &model, &new)?;
        let again: SstableData = decoded(&component, &after, &new)?;
        // A flag that is set brings the byte that it is in, which a model knows of once it is read.
        let is_set = !self.settings.borrow().is_empty();
        if again != model && !(is_set && encoded(&component, &again, &new)? == after) {
            return Err(Failure::of(&component, "the model read again is another one"));
        }
        let places = Places::between((&before, &cx), (&after, &new)).map_err(|e| Failure::of(&component, e))?;
        Ok((after, places))
    }

    /// What components are read with, and what they are written with.
    fn contexts(&self) -> (Context<'_>, Context<'_>) {
        let h = self.sstable.header();
        let of = |v| Context::new(v).with_h(h).with_clustering_types(&h.clustering_types);
        (of(self.old), of(self.new))
    }

    /// Gives the fields of a model the values that the caller has for them.
    fn set(&self, component: &Component, model: &mut impl given::Model) -> Result<(), Failure> {
        let mut settings = self.settings.borrow_mut();
        settings.iter_mut().try_for_each(|setting| setting.give(model)).map_err(|e| Failure::of(component, e))
    }

    /// Writes a component, if there is one, from its model, in which `change` may set positions.
    fn rewrite<M: Model + given::Model>(
        &mut self,
        component: &Component,
        change: impl FnOnce(&mut M) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let Some(bytes) = self.read(component)? else { return Ok(()) };
        let (cx, new) = self.contexts();
        let mut model: M = decoded(component, &bytes, &cx)?;
        change(&mut model)?;
        self.set(component, &mut model)?;
        let bytes = encoded(component, &model, &new)?;
        let _ = self.out.insert(component.clone(), bytes);
        Ok(())
    }

    /// What does not depend on the version, or only in its shape.
    fn others(&mut self) -> Result<(), Failure> {
        let filter = Component::Filter;
        if self.read(&filter)?.is_some_and(|bytes| !bytes.is_empty()) {
            self.rewrite::<SstableFilter>(&filter, |_| Ok(()))?;
        }
        let data = self.out.get(&Component::Data).map_or(&[][..], Vec::as_slice);
        let text = crc32fast::hash(data).to_string();
        self.rewrite(&Component::Digest(DigestKind::Crc32), |model: &mut SstableDigest| {
            model.text = text;
            Ok(())
        })?;
        // Files of attached indexes are of no version that the specification knows, and are not written.
        let written: Vec<Component> = self.out.keys().cloned().chain([Component::Toc]).collect();
        self.rewrite(&Component::Toc, |model: &mut SstableToc| {
            model.names.retain(|name| written.contains(&Component::from_name(name)));
            Ok(())
        })
    }

    fn write(self, folder: &Path) -> Result<PathBuf, Failure> {
        fs::create_dir_all(folder).map_err(|e| Failure(e.to_string()))?;
        let prefix = self.from.prefix();
        let tail = prefix.strip_prefix(self.old.letters()).unwrap_or(prefix);
        let name = format!("{}{tail}", self.new.letters());
        let path = |component: &Component| folder.join(format!("{name}-{}", component.name()).replace("--", "-"));
        for (component, bytes) in &self.out {
            fs::write(path(component), bytes).map_err(|e| Failure::of(component, e))?;
        }
        Ok(path(&Component::Data))
    }
}

fn decoded<M: Model>(component: &Component, bytes: &[u8], cx: &Context<'_>) -> Result<M, Failure> {
    M::decode(&mut Reader::new(bytes), cx).map_err(|e| Failure::of(component, e))
}

fn encoded<M: Model>(component: &Component, model: &M, cx: &Context<'_>) -> Result<Vec<u8>, Failure> {
    let mut buffer = Buffer::default();
    model.encode(&mut buffer, cx).map_err(|e| Failure::of(component, e))?;
    Ok(buffer.into_bytes())
}
