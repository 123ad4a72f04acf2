//! CQL over the tables that lie at some paths.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cqlite_cql::ast::Statement;
use cqlite_query::schema::{
    check_header, files, from_folder, from_header, user_types, Catalog, Keyspace, TableMetadata,
};
use cqlite_query::{Done, Explanation, QueryError, ResultSink, TableSource};
use cqlite_schema::TableSchema;
use cqlite_sstable::descriptor::{discover, Descriptor, DescriptorError, Location, TableId};
use cqlite_types::time_uuid_rank;

use crate::tables::{find, LOOSE};
use crate::{clock, Error, ErrorKind, OpenOptions, Table};

/// What a session is opened with.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct SessionOptions {
    /// Files of CREATE statements. Without any the schema is looked for: see [`Session::open`].
    pub schema: Vec<PathBuf>,
    /// The time of all statements, in microseconds since 1970; else that of `as_of_micros`, else the machine's.
    pub now_micros: Option<i64>,
    /// The last write time that counts, in microseconds since 1970 as `writetime` gives it: rows are as they were then, as far as the SSTables
    /// still have what was written over or deleted later.
    pub as_of_micros: Option<i64>,
}

/// CQL over the tables that lie at some paths.
///
/// ```
/// use cqlite::{ResultColumn, ResultSink, Session, SessionOptions};
///
/// /// Keeps the number of rows.
/// struct Count(u64);
///
/// impl ResultSink for Count {
///     fn columns(&mut self, _: &[ResultColumn]) -> cqlite::QueryResult<()> {
///         Ok(())
///     }
///
///     fn row(&mut self, _: &[Option<Vec<u8>>]) -> cqlite::QueryResult<bool> {
///         self.0 += 1;
///         Ok(true)
///     }
/// }
///
/// let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/nb/static_rows");
/// let mut session = Session::open(&[folder], SessionOptions::default())?;
/// let mut count = Count(0);
/// session.run("SELECT * FROM corpus.static_rows", &mut count)?;
/// assert_eq!(count.0, 13);
/// # Ok::<(), cqlite::Error>(())
/// ```
pub struct Session {
    inner: cqlite_query::Session,
    origins: Vec<SchemaOrigin>,
    sstables: Vec<Descriptor>,
    unreadable: Vec<String>,
    now_micros: Option<i64>,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("origins", &self.origins).finish_non_exhaustive()
    }
}

/// From where a table's columns and types are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemaOrigin {
    /// The table, with its keyspace.
    pub table: String,
    /// A file of statements, the folder of `system_schema`, or nothing but the SSTables' headers.
    pub from: Option<PathBuf>,
}

/// A keyspace and a table of it.
type Name = (String, String);

/// The SSTables of tables, by keyspace and name.
struct Found {
    sstables: BTreeMap<Name, Vec<Descriptor>>,
    /// Folders of which not all can be read: what looks like an SSTable there may have rows of the table.
    refused: BTreeMap<Name, PathBuf>,
}

impl TableSource for Found {
    fn sstables(&self, table: &TableMetadata) -> Result<Vec<Arc<cqlite_sstable::Sstable>>, QueryError> {
        let name = (table.keyspace.clone(), table.name.clone());
        if let Some(folder) = self.refused.get(&name) {
            let again = discover(folder).map_err(QueryError::storage)?;
            if let Some(e) = again.refused.into_iter().next() {
                return Err(QueryError::storage(e));
            }
        }
        let Some(descriptors) = self.sstables.get(&name) else {
            return Ok(Vec::new());
        };
        let mut sstables = Vec::new();
        for descriptor in descriptors {
            let sstable = OpenOptions::new().open_descriptor(descriptor).map_err(QueryError::storage)?;
            let _ = check_header(table, sstable.schema(), sstable.label())?;
            sstables.push(sstable.shared());
        }
        Ok(sstables)
    }
}

/// How far above a table's folder `schema.cql` is looked for: its keyspace's, and the data directory.
const LEVELS: usize = 3;

impl Session {
    /// Finds the tables at some paths, and what is known of them: from the files that are given; else from `schema.cql` in a table's folder or
    /// above it; else from the `system_schema` SSTables among them, or beside the keyspace's folder; else from the SSTables' own headers, in
    /// which columns of the primary key have no names (`$pk0`, `$ck0`).
    ///
    /// # Errors
    /// Nothing is there; a schema that is none, or contradicts an SSTable.
    pub fn open<P: AsRef<Path>>(paths: &[P], options: SessionOptions) -> Result<Session, Error> {
        let (mut tables, mut refused): (Vec<Table>, Vec<DescriptorError>) = (Vec::new(), Vec::new());
        for path in paths {
            let (some, others) = find(path.as_ref())?;
            tables.extend(some.iter().cloned());
            refused.extend(others);
        }
        let mut opening = Opening {
            catalog: Catalog::default(),
            read: Vec::new(),
            given: !options.schema.is_empty(),
            now: options.now_micros,
            unreadable: Vec::new(),
        };
        for file in &options.schema {
            opening.file(file)?;
        }
        let mut from = vec![opening.read.last().cloned(); tables.len()];
        if !opening.given {
            from = tables.iter().map(|table| opening.look_for(table)).collect::<Result<_, Error>>()?;
        }
        let names = opening.names(&tables)?;
        let (mut sstables, mut origins) = (BTreeMap::new(), Vec::new());
        let dropped = opening.dropped(&tables, &names);
        for ((table, from), name) in tables.iter().zip(from).zip(names) {
            if table_id(table).is_some_and(|id| dropped.contains(&id)) {
                continue;
            }
            let (name, from) = match name {
                Some(name) => (name, from),
                None => (own_name(table), None),
            };
            origins.push(SchemaOrigin { table: format!("{}.{}", name.0, name.1), from });
            let all: &mut Vec<Descriptor> = sstables.entry(name).or_default();
            all.extend(table.newest_first());
        }
        let refused = opening.refuse(refused);
        let (catalog, unreadable) = (opening.catalog, opening.unreadable);
        let found = Found { sstables, refused };
        let sstables = found.sstables.values().flatten().cloned().collect();
        let mut inner = cqlite_query::Session::new(catalog, Box::new(found));
        if let Some(write_time) = options.as_of_micros {
            inner = inner.as_of(write_time);
        }
        Ok(Session { inner, origins, sstables, unreadable, now_micros: options.now_micros.or(options.as_of_micros) })
    }

    /// Runs one statement. Its rows go to `sink`.
    ///
    /// # Errors
    /// The text is no statement, it means nothing for these tables, or a file is damaged.
    pub fn run(&mut self, text: &str, sink: &mut dyn ResultSink) -> Result<Done, Error> {
        let now = self.now_micros.unwrap_or_else(clock::micros);
        Ok(self.inner.execute(text, now, sink)?)
    }

    /// Runs a statement that has been read from a text.
    ///
    /// # Errors
    /// As [`Session::run`].
    pub fn run_statement(
        &mut self,
        statement: &Statement,
        text: &str,
        sink: &mut dyn ResultSink,
    ) -> Result<Done, Error> {
        let now = self.now_micros.unwrap_or_else(clock::micros);
        Ok(self.inner.run(statement, text, now, sink)?)
    }

    /// Runs a SELECT, and says how its answer was found instead of giving it.
    ///
    /// # Errors
    /// As [`Session::run`]; or it is another statement.
    pub fn explain(&mut self, text: &str) -> Result<Explanation, Error> {
        let now = self.now_micros.unwrap_or_else(clock::micros);
        Ok(self.inner.explain(text, now)?)
    }

    /// All that is known of keyspaces and tables.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        self.inner.catalog()
    }

    /// The current keyspace.
    #[must_use]
    pub fn keyspace(&self) -> Option<&str> {
        self.inner.keyspace()
    }

    /// The SSTables of all tables, opened or not.
    #[must_use]
    pub fn sstables(&self) -> &[Descriptor] {
        &self.sstables
    }

    /// What is taken to be so for lack of something better, in sentences.
    #[must_use]
    pub fn doubts(&self) -> Vec<String> {
        let tables = self.catalog().keyspaces.values().flat_map(|keyspace| keyspace.tables.values());
        self.unreadable.iter().cloned().chain(tables.flat_map(Self::doubts_of)).collect()
    }

    /// The same, of one table of the catalog.
    #[must_use]
    pub fn doubts_of(table: &TableMetadata) -> Vec<String> {
        let is_doubtful = |name: &str, dropped_time| dropped_time == i64::MIN && table.column(name).is_some();
        let doubt = |name: &str| {
            format!(
                "{}: column {} was dropped and added again, and the schema does not say when (DROP … USING TIMESTAMP): of several \
                 SSTables the first one's values are taken to be older",
                table.full_name(),
                cqlite_cql::quoted(name)
            )
        };
        let doubtful = table.dropped.iter().filter(|(name, of)| is_doubtful(name, of.dropped_time));
        doubtful.map(|(name, _)| doubt(name)).collect()
    }

    /// From where each table's columns are known.
    #[must_use]
    pub fn origins(&self) -> &[SchemaOrigin] {
        &self.origins
    }
}

/// What is known while a session is being opened.
struct Opening {
    catalog: Catalog,
    /// Files that have been read, and folders of `system_schema`.
    read: Vec<PathBuf>,
    /// The schema was given: none is looked for.
    given: bool,
    now: Option<i64>,
    /// What could not be read, in sentences.
    unreadable: Vec<String>,
}

/// The id in the name of a table's folder.
fn table_id(table: &Table) -> Option<TableId> {
    table.descriptors().first().and_then(|descriptor| descriptor.location().table_id)
}

/// Whether a schema's text is of an id.
fn is_id(text: &str, id: TableId) -> bool {
    TableId::parse(&text.replace('-', "")) == Some(id)
}

/// The name by which a table's folder goes.
fn own_name(table: &Table) -> Name {
    (table.keyspace().to_owned(), table.name().to_owned())
}

impl Opening {
    fn file(&mut self, path: &Path) -> Result<(), Error> {
        if !self.read.iter().any(|own| own == path) {
            files::read(&mut self.catalog, path)?;
            self.read.push(path.to_path_buf());
        }
        Ok(())
    }

    /// The table of the catalog that each found one is; none where nothing is known of it but its headers, from which it is added.
    ///
    /// By keyspace and name, or by id; else by name alone if no other can be meant, on either side; or as the only one.
    fn names(&mut self, tables: &[Table]) -> Result<Vec<Option<Name>>, Error> {
        let mut names: Vec<Option<Name>> = tables.iter().map(|table| self.known(table)).collect();
        let taken: BTreeSet<Name> = names.iter().flatten().cloned().collect();
        let left: BTreeSet<Name> =
            tables.iter().zip(&names).filter(|(_, name)| name.is_none()).map(|(table, _)| own_name(table)).collect();
        for (table, name) in tables.iter().zip(&mut names).filter(|(_, name)| name.is_none()) {
            let is_one = left.iter().filter(|(_, other)| other == table.name()).count() == 1;
            let free = || self.own_tables().filter(|own| !taken.contains(&(own.keyspace.clone(), own.name.clone())));
            let named: Vec<&TableMetadata> = free().filter(|own| own.name == table.name()).collect();
            let every: Vec<&TableMetadata> = free().collect();
            *name = match (&*named, &*every) {
                ([one], _) if is_one => Some((one.keyspace.clone(), one.name.clone())),
                (_, [one]) if tables.len() == 1 => Some((one.keyspace.clone(), one.name.clone())),
                _ => None,
            };
        }
        let unknown = tables.iter().zip(&names).filter(|(_, name)| name.is_none()).map(|(table, _)| table);
        let mut by_name: BTreeMap<Name, Vec<&Table>> = BTreeMap::new();
        unknown.for_each(|table| by_name.entry(own_name(table)).or_default().push(table));
        for ((keyspace, name), mut of) in by_name {
            let latest = of.iter().filter_map(|table| table_id(table)).max_by_key(|id| time_uuid_rank(id.0));
            of.retain(|table| table_id(table).is_none_or(|id| Some(id) == latest));
            if let Err(e) = self.add_from_headers(&keyspace, &name, &of) {
                // Others may be asked.
                if tables.len() == 1 {
                    return Err(e);
                }
                self.unreadable.push(format!("{keyspace}.{name} is not known: {e}"));
            }
        }
        Ok(names)
    }

    /// Adds a table, and its user types, of which nothing is known but what its SSTables say.
    fn add_from_headers(&mut self, keyspace: &str, name: &str, tables: &[&Table]) -> Result<(), Error> {
        let mut schemas: Vec<TableSchema> = Vec::new();
        for sstable in tables.iter().flat_map(|table| table.sstables()) {
            schemas.push(sstable?.schema().clone());
        }
        let union = TableSchema::union(schemas.iter())
            .map_err(|e| Error::new(ErrorKind::InvalidInput, format!("{keyspace}.{name}: {e}")))?;
        let Some(schema) = union else { return Ok(()) };
        let own = self.catalog.keyspaces.entry(keyspace.to_owned()).or_insert_with(|| Keyspace {
            name: keyspace.to_owned(),
            durable_writes: true,
            ..Keyspace::default()
        });
        let table = from_header(keyspace, name, &schema);
        for ty in user_types(&table) {
            // The longest is the newest one.
            let known = own.types.entry(ty.name.clone()).or_insert_with(|| ty.clone());
            if known.fields.len() < ty.fields.len() {
                *known = ty;
            }
        }
        let _ = own.tables.entry(name.to_owned()).or_insert(table);
        Ok(())
    }

    /// The ids of tables that were dropped and created again under the same name: their folders stay, and Cassandra reads them no more. The
    /// schema says which id is the table's; else it is the latest one.
    fn dropped(&mut self, tables: &[Table], names: &[Option<Name>]) -> BTreeSet<TableId> {
        let mut ids: BTreeMap<Name, BTreeSet<TableId>> = BTreeMap::new();
        for (table, name) in tables.iter().zip(names) {
            let name = name.clone().unwrap_or_else(|| own_name(table));
            ids.entry(name).or_default().extend(table_id(table));
        }
        let mut dropped = BTreeSet::new();
        for ((keyspace, name), ids) in ids.into_iter().filter(|(_, ids)| ids.len() > 1) {
            let own = self.catalog.table(&keyspace, &name).and_then(|own| own.id.clone());
            let is_own = |id: &&TableId| own.as_deref().is_some_and(|own| is_id(own, **id));
            let Some(kept) = ids.iter().find(is_own).or_else(|| ids.iter().max_by_key(|id| time_uuid_rank(id.0)))
            else {
                continue;
            };
            for id in ids.iter().filter(|id| *id != kept) {
                self.unreadable.push(format!(
                    "{keyspace}.{name} is the table of id {kept}; that of id {id} is left out, as one that was dropped"
                ));
                dropped.extend([*id]);
            }
        }
        dropped
    }

    /// The tables that what could not be read may be of.
    fn refuse(&mut self, refused: Vec<DescriptorError>) -> BTreeMap<Name, PathBuf> {
        let mut folders = BTreeMap::new();
        for e in refused {
            let path = e.path();
            let folder = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
            let location = Location::of(folder);
            let table = location.table.unwrap_or_default();
            let keyspace = location.keyspace.unwrap_or_else(|| LOOSE.to_owned());
            let is_it = |own: &&TableMetadata| own.name == table && own.keyspace == keyspace;
            let named = || self.own_tables().filter(|own| own.name == table);
            let known = named().find(is_it).or_else(|| named().next());
            let known = known.map(|own| (own.keyspace.clone(), own.name.clone()));
            let said = known.as_ref().map_or_else(|| format!("{keyspace}.{table}"), |(k, t)| format!("{k}.{t}"));
            let folder = folder.to_owned();
            let sentence = format!("{said} cannot be asked: {}", Error::from(e));
            if !self.unreadable.contains(&sentence) {
                self.unreadable.push(sentence);
            }
            folders.extend(known.map(|known| (known, folder)));
        }
        folders
    }

    /// The tables that are not Cassandra's own.
    fn own_tables(&self) -> impl Iterator<Item = &TableMetadata> {
        let own = self.catalog.keyspaces.values().filter(|own| !cqlite_query::is_system(&own.name));
        own.flat_map(|own| own.tables.values())
    }

    /// The table of a catalog that SSTables are of, by keyspace and name or by id.
    fn known(&self, table: &Table) -> Option<Name> {
        let location = table.descriptors().first().map(|descriptor| descriptor.location());
        let above = location.and_then(|location| location.keyspace.as_deref());
        if let Some(metadata) = above.and_then(|above| self.catalog.table(above, table.name())) {
            return Some((metadata.keyspace.clone(), metadata.name.clone()));
        }
        let id = location.and_then(|location| location.table_id)?;
        let found = self.own_tables().find(|own| own.id.as_deref().is_some_and(|own| is_id(own, id)))?;
        Some((found.keyspace.clone(), found.name.clone()))
    }

    /// Reads the schema that lies nearest to a table, if any does, and says where.
    fn look_for(&mut self, table: &Table) -> Result<Option<PathBuf>, Error> {
        let Some(folder) = table.descriptors().first().map(|descriptor| descriptor.directory().to_path_buf()) else {
            return Ok(None);
        };
        let folder = std::path::absolute(&folder).unwrap_or(folder);
        for above in folder.ancestors().take(LEVELS) {
            let file = above.join("schema.cql");
            if file.is_file() {
                self.file(&file)?;
                return Ok(Some(file));
            }
        }
        for above in folder.ancestors().skip(1).take(LEVELS) {
            let system = above.join("system_schema");
            if self.read.contains(&system) {
                return Ok(Some(system));
            }
            if system.is_dir() {
                let now = self.now.unwrap_or_else(clock::micros).div_euclid(1_000_000);
                if let Some(catalog) = from_folder(&system, now)? {
                    for (name, keyspace) in catalog.keyspaces {
                        let _ = self.catalog.keyspaces.entry(name).or_insert(keyspace);
                    }
                    self.read.push(system.clone());
                    return Ok(Some(system));
                }
            }
        }
        Ok(None)
    }
}
