use std::collections::{BTreeMap, HashMap};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{fs, io};

use cqlite_sstable::descriptor::Component;

use super::damage::Files;
use super::{Damage, Limits, Outcome, Random};
use crate::corpus::{samples, Sample};

/// Larger SSTables are left out: damage in them is no other.
const LARGEST: usize = 256 << 10;

/// Mutants, one after the other.
pub struct Campaign {
    /// The command.
    program: PathBuf,
    /// Where mutants are put, and those stay that something is wrong with.
    folder: PathBuf,
    limits: Limits,
    samples: Vec<(Sample, Files)>,
    /// What `dump` prints of undamaged SSTables, by place in `samples`; nothing of those that Cassandra cannot dump either.
    rows: HashMap<usize, Option<Vec<u8>>>,
}

/// What mutants were.
#[derive(Debug, Default)]
pub struct Summary {
    /// How many there were of a kind: noticed, not to be noticed, …
    pub counts: BTreeMap<&'static str, u64>,
    /// What is wrong.
    pub faults: Vec<String>,
    /// Mutants that no checksum could give away, but perhaps something else could.
    pub notes: Vec<String>,
}

impl Campaign {
    /// A campaign over the corpus.
    #[must_use]
    pub fn new(program: &Path, folder: &Path) -> Self {
        let files = |sample: &Sample| -> Files {
            sample.components.keys().filter_map(|c| Some((c.clone(), sample.bytes(c)?))).collect()
        };
        let mut all: Vec<_> =
            samples().into_iter().map(|sample| (files(&sample), sample)).map(|(f, s)| (s, f)).collect();
        // Before oa the header of an index table lacks the type of its keys: no tool can check or print them.
        let is_index = |s: &Sample| s.prefix.components().any(|c| c.as_os_str().to_string_lossy().starts_with('.'));
        all.retain(|(s, _)| !is_index(s));
        all.retain(|(_, files)| files.values().map(Vec::len).sum::<usize>() <= LARGEST);
        Campaign {
            program: program.into(),
            folder: folder.into(),
            limits: Limits::default(),
            samples: all,
            rows: HashMap::new(),
        }
    }

    /// Makes mutant `number` of a seed and looks at it.
    ///
    /// # Errors
    /// The mutant cannot be written, or the command not be started.
    ///
    /// # Panics
    /// If there is no corpus.
    pub fn run(&mut self, seed: u64, number: u64, summary: &mut Summary) -> io::Result<()> {
        let mut random = Random::new(seed.wrapping_mul(0x0001_0000_0001).wrapping_add(number));
        let others: Vec<Sample> = self.samples.iter().map(|(sample, _)| sample.clone()).collect();
        let (place, damage) = loop {
            let place = random.below(self.samples.len());
            let (sample, files) = &self.samples[place];
            let same: Vec<Sample> = others.iter().filter(|other| other.version == sample.version).cloned().collect();
            if let Some(damage) = Damage::draw(&mut random, files, &same) {
                break (place, damage);
            }
        };
        let rows = self.rows_of(place, summary)?;
        let (sample, files) = &self.samples[place];
        let folder = self.folder.join(number.to_string());
        let path = write(&folder, sample, &damage.applied(files))?;
        let (verified, dumped) = (self.command("verify", &path)?, self.command("dump", &path)?);
        let fault = judge(sample, &damage, &verified, &dumped, rows.as_deref());
        let fault = match fault {
            None => self.look(&path, sample, &damage)?,
            found => found,
        };
        let class = class(&damage, sample, &verified, &dumped, rows.as_deref());
        *summary.counts.entry(class).or_default() += 1;
        if class == SILENT {
            summary.notes.push(format!("mutant {number} of {}, {damage}: {class}\n    {}", name(sample), dumped.err));
        }
        match fault {
            Some(fault) => {
                let said = if verified.err.is_empty() { &dumped.err } else { &verified.err };
                summary.faults.push(format!(
                    "mutant {number} of {}, {damage}: {fault}\n    {}\n    {said}",
                    name(sample),
                    path.display()
                ));
            }
            None => fs::remove_dir_all(&folder)?,
        }
        Ok(())
    }

    /// What `dump` prints of an undamaged SSTable.
    fn rows_of(&mut self, place: usize, summary: &mut Summary) -> io::Result<Option<Vec<u8>>> {
        if let Some(rows) = self.rows.get(&place) {
            return Ok(rows.clone());
        }
        let (sample, files) = &self.samples[place];
        let folder = self.folder.join("undamaged");
        let path = write(&folder, sample, files)?;
        let (verified, dumped) = (self.command("verify", &path)?, self.command("dump", &path)?);
        if !verified.is_success() || dumped.fault().is_some() {
            let said = format!("{}{}{}", String::from_utf8_lossy(&verified.out), verified.err, dumped.err);
            summary.faults.push(format!("{} is not damaged:\n    {said}", name(sample)));
        }
        fs::remove_dir_all(&folder)?;
        let rows = dumped.is_success().then_some(dumped.out);
        self.rows.insert(place, rows.clone());
        Ok(rows)
    }

    /// What is wrong with how the other commands take a mutant.
    fn look(&self, data: &Path, sample: &Sample, damage: &Damage) -> io::Result<Option<String>> {
        let damaged = data.with_file_name(file_name(sample, &damage.component));
        for (name, path) in [("metadata", data), ("inspect", &damaged)] {
            if let Some(fault) = self.command(name, path)?.fault() {
                return Ok(Some(format!("{name} {fault}")));
            }
        }
        Ok(None)
    }

    fn command(&self, name: &str, path: &Path) -> io::Result<Outcome> {
        let args = [OsStr::new(name), path.as_os_str()];
        Outcome::of(&self.program, args, self.limits)
    }
}

/// What an SSTable is called.
fn name(sample: &Sample) -> impl std::fmt::Display + use<'_> {
    sample.prefix.strip_prefix(cqlite_test_data::corpus()).unwrap_or(&sample.prefix).display()
}

/// Writes an SSTable into a folder of its own; the path of its data.
fn write(folder: &Path, sample: &Sample, files: &Files) -> io::Result<PathBuf> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder)?;
    for (component, bytes) in files {
        fs::write(folder.join(file_name(sample, component)), bytes)?;
    }
    Ok(folder.join(file_name(sample, &Component::Data)))
}

fn file_name(sample: &Sample, component: &Component) -> String {
    format!("{}{component}", sample.prefix.file_name().unwrap_or_default().to_string_lossy())
}

/// What is wrong with how the command took a mutant.
fn judge(
    sample: &Sample,
    damage: &Damage,
    verified: &Outcome,
    dumped: &Outcome,
    rows: Option<&[u8]>,
) -> Option<String> {
    if let Some(fault) = verified.fault() {
        return Some(format!("verify {fault}"));
    }
    if let Some(fault) = dumped.fault() {
        return Some(format!("dump {fault}"));
    }
    if verified.is_success() && rows.is_some() && !dumped.is_success() {
        return Some(format!("verify finds nothing wrong, but dump says: {}", dumped.err));
    }
    if !damage.is_covered(sample) {
        return None;
    }
    if verified.is_success() {
        return Some("verify finds nothing wrong, though a checksum covers it".to_owned());
    }
    (dumped.is_success() && Some(&*dumped.out) != rows)
        .then(|| "dump prints other rows, though a checksum covers it".to_owned())
}

const SILENT: &str = "not covered, not noticed, other rows";

/// What a mutant counts as.
fn class(damage: &Damage, sample: &Sample, verified: &Outcome, dumped: &Outcome, rows: Option<&[u8]>) -> &'static str {
    let same = dumped.is_success() && Some(&*dumped.out) == rows;
    match (damage.is_covered(sample), verified.is_success(), dumped.is_success()) {
        (true, false, _) => "covered by a checksum, noticed",
        (true, true, _) => "covered by a checksum, not noticed",
        (false, false, _) => "not covered, noticed",
        (false, true, true) if same => "not covered, not noticed, same rows",
        (false, true, true) => SILENT,
        (false, true, false) if rows.is_none() => "not covered, not noticed, cannot be dumped undamaged either",
        (false, true, false) => "not covered, not noticed by verify, but by dump",
    }
}
