use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

use cqlite_sstable::descriptor::{discover, Descriptor, DescriptorError, Discovery, Location};

use crate::{Error, ErrorKind, OpenOptions, Sstable};

/// The tables that were found at a path.
#[derive(Debug, Clone)]
pub struct Tables(Vec<Table>);

/// A table: its SSTables in one or more folders.
#[derive(Debug, Clone)]
pub struct Table {
    keyspace: String,
    name: String,
    sstables: Vec<Descriptor>,
}

/// Finds the tables at a path: a data, keyspace, table or snapshot folder, or a component file of an SSTable. Index tables, snapshots
/// and backups below it are left out.
///
/// ```
/// # let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/nb/static_rows");
/// for table in cqlite::open(folder)?.iter() {
///     println!("{table}: {} SSTables", table.descriptors().len());
/// }
/// # Ok::<(), cqlite::Error>(())
/// ```
///
/// # Errors
/// Nothing is there, or something that looks like an SSTable cannot be read: an answer that leaves it out would be wrong.
pub fn open(path: impl AsRef<Path>) -> Result<Tables, Error> {
    let (tables, refused) = find(path.as_ref())?;
    match refused.into_iter().next() {
        Some(e) => Err(e.into()),
        None => Ok(tables),
    }
}

/// The same, and beside them what looks like an SSTable and cannot be read: its table is to be left alone, not the others.
pub(crate) fn find(path: &Path) -> Result<(Tables, Vec<DescriptorError>), Error> {
    let Discovery { sstables, refused, left_out, .. } = discover(path)?;
    let tables = Tables::at(&[path], sstables.into_iter().map(|found| found.descriptor));
    if tables.0.is_empty() {
        if let Some(e) = refused.into_iter().next() {
            return Err(e.into());
        }
        let what = match count(left_out) {
            0 => "there are no SSTables".to_owned(),
            n => format!(
                "there are no SSTables but {n} of index tables, snapshots and backups; their own folders can be given"
            ),
        };
        return Err(Error::new(ErrorKind::NotFound, what).in_file(&path.display().to_string()));
    }
    Ok((tables, refused))
}

/// How many SSTables there are in some folders, and in those that are left out of these.
fn count(mut folders: Vec<PathBuf>) -> usize {
    let (mut count, mut visited) = (0, BTreeSet::new());
    while let Some(folder) = folders.pop() {
        // Links may lead in circles.
        if !visited.insert(folder.canonicalize().unwrap_or_else(|_| folder.clone())) {
            continue;
        }
        if let Ok(found) = discover(&folder) {
            count += found.sstables.len();
            folders.extend(found.left_out);
        }
    }
    count
}

/// The keyspace of SSTables whose folders do not tell it.
pub(crate) const LOOSE: &str = "files";

/// Whether two paths are of one folder, however they are spelled.
fn is_same_folder(a: &Path, b: &Path) -> bool {
    a == b || matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// Whether two folders are of one table by its id, which no other table has: each data directory of a node has a folder of it, and these may have
/// been moved to folders of any name.
fn has_same_id(a: &Location, b: &Location) -> bool {
    let copy = |of: &Location| (of.snapshot.clone(), of.is_backup, of.index.clone());
    a.table_id.is_some() && a.table_id == b.table_id && copy(a) == copy(b)
}

impl Tables {
    /// The tables that some SSTables are of. A snapshot of a table, its backups and its indexes are tables of their own.
    #[must_use]
    pub fn of(sstables: impl IntoIterator<Item = Descriptor>) -> Self {
        let mut tables: Vec<Table> = Vec::new();
        for descriptor in sstables {
            let location = descriptor.location();
            let folder = || descriptor.directory().file_name().map(|name| name.to_string_lossy().into_owned());
            let is_known = location.keyspace.is_some() && location.table.is_some();
            let is_it = |table: &&mut Table| {
                let Some(first) = table.sstables.first() else { return false };
                let is_same = first.location() == location
                    && (is_known || is_same_folder(first.directory(), descriptor.directory()));
                is_same || has_same_id(first.location(), location)
            };
            match tables.iter_mut().find(is_it) {
                Some(table) => table.sstables.push(descriptor),
                None => tables.push(Table {
                    keyspace: location.keyspace.clone().unwrap_or_else(|| LOOSE.to_owned()),
                    name: location.table.clone().or_else(folder).unwrap_or_default(),
                    sstables: vec![descriptor],
                }),
            }
        }
        Tables(tables)
    }

    /// The tables that some SSTables are of which were found at some paths. One whose folder was given itself, and has neither the name of a
    /// table's nor that of a copy, is called as the folder, in keyspace `files`.
    #[must_use]
    pub fn at<P: AsRef<Path>>(paths: &[P], sstables: impl IntoIterator<Item = Descriptor>) -> Self {
        let mut tables = Tables::of(sstables);
        for table in &mut tables.0 {
            if table.is_loose(paths) {
                LOOSE.clone_into(&mut table.keyspace);
            }
        }
        tables
    }

    /// One after the other, in the order of their folders.
    pub fn iter(&self) -> impl Iterator<Item = &Table> {
        self.0.iter()
    }

    /// The table of a name, `keyspace.table` or `table`.
    ///
    /// # Errors
    /// There is none, or there are several, in different keyspaces or of different ids.
    pub fn table(&self, name: &str) -> Result<&Table, Error> {
        let mut named = self.0.iter().filter(|table| table.name == name || table.to_string() == name);
        match (named.next(), named.next()) {
            (Some(table), None) => Ok(table),
            (None, _) => Err(Error::new(ErrorKind::NotFound, format!("there is no table {name}"))),
            (Some(_), Some(_)) => Err(Error::new(ErrorKind::InvalidInput, format!("there are several tables {name}"))),
        }
    }
}

impl<'t> IntoIterator for &'t Tables {
    type Item = &'t Table;
    type IntoIter = std::slice::Iter<'t, Table>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl Table {
    /// Whether nothing says that the folder given is a table's: it has no id, as a table's has since 2.1, and is no copy of one. Then the folder
    /// above it is hardly a keyspace's.
    fn is_loose<P: AsRef<Path>>(&self, paths: &[P]) -> bool {
        let is_given = |folder: &Path| {
            paths.iter().map(AsRef::as_ref).any(|path| {
                let above =
                    path.parent().map(|above| if above.as_os_str().is_empty() { Path::new(".") } else { above });
                is_same_folder(folder, path) || above.is_some_and(|above| is_same_folder(folder, above))
            })
        };
        let mut folders: Vec<&Path> = Vec::new();
        self.sstables.iter().all(|descriptor| {
            let (location, folder) = (descriptor.location(), descriptor.directory());
            let is_copy = location.snapshot.is_some() || location.is_backup || location.index.is_some();
            if location.table_id.is_some() || is_copy {
                return false;
            }
            // Of the many SSTables in a folder one is enough.
            if !folders.contains(&folder) {
                if !is_given(folder) {
                    return false;
                }
                folders.push(folder);
            }
            true
        })
    }

    /// Its keyspace; `files` where the folders do not tell.
    #[must_use]
    pub fn keyspace(&self) -> &str {
        &self.keyspace
    }

    /// Its name; that of the folder where the folders do not tell.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Which SSTables it has.
    #[must_use]
    pub fn descriptors(&self) -> &[Descriptor] {
        &self.sstables
    }

    /// The same, the newest first: of those, what is not merged or collected is kept as in the first.
    #[must_use]
    pub fn newest_first(&self) -> Vec<Descriptor> {
        let mut all = self.sstables.clone();
        all.sort_by_key(|descriptor| std::cmp::Reverse(descriptor.id()));
        all
    }

    /// The other SSTables in the folders of these: of a table that has its own folder all that it has, unless that is in several.
    ///
    /// # Errors
    /// A folder cannot be read, or has something that looks like an SSTable and cannot be read.
    pub fn left_out(&self) -> Result<Vec<Descriptor>, Error> {
        let mut folders: Vec<&Path> = Vec::new();
        for own in &self.sstables {
            if !folders.iter().any(|folder| is_same_folder(folder, own.directory())) {
                folders.push(own.directory());
            }
        }
        let mut left_out = Vec::new();
        for folder in folders {
            let Discovery { sstables, refused, .. } = discover(folder)?;
            if let Some(e) = refused.into_iter().next() {
                return Err(e.into());
            }
            let is_own = |other: &Descriptor| {
                let same = |own: &&Descriptor| own.prefix() == other.prefix();
                self.sstables.iter().filter(same).any(|own| is_same_folder(own.directory(), other.directory()))
            };
            let here = sstables.into_iter().map(|found| found.descriptor);
            left_out.extend(here.filter(|other| other.directory() == folder && !is_own(other)));
        }
        Ok(left_out)
    }

    /// What is in each of its folders, as a table of its own: for folders that have the same table id and are of different tables all the same.
    #[must_use]
    pub fn by_folder(&self) -> Tables {
        let mut folders: Vec<(&Path, Vec<Descriptor>)> = Vec::new();
        for own in &self.sstables {
            match folders.iter_mut().find(|(folder, _)| is_same_folder(folder, own.directory())) {
                Some((_, all)) => all.push(own.clone()),
                None => folders.push((own.directory(), vec![own.clone()])),
            }
        }
        let mut tables = Tables(folders.into_iter().flat_map(|(_, all)| Tables::of(all).0).collect());
        if self.keyspace == LOOSE {
            tables.0.iter_mut().for_each(|table| LOOSE.clone_into(&mut table.keyspace));
        }
        tables
    }

    /// Its SSTables, each opened when it is asked for.
    pub fn sstables(&self) -> impl Iterator<Item = Result<Sstable, Error>> + '_ {
        self.sstables.iter().map(|descriptor| OpenOptions::new().open_descriptor(descriptor))
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.keyspace, self.name)?;
        let Some(location) = self.sstables.first().map(Descriptor::location) else { return Ok(()) };
        if let Some(index) = &location.index {
            write!(f, " index {index}")?;
        }
        if let Some(snapshot) = &location.snapshot {
            write!(f, " snapshot {snapshot}")?;
        }
        f.write_str(if location.is_backup { " backup" } else { "" })
    }
}
