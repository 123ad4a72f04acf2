//! CQL over the tables that lie at some paths.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cqlite_cql::ast::Statement;
use cqlite_query::schema::{check_header, files, from_folder, from_header, Catalog, Keyspace, TableMetadata};
use cqlite_query::{Done, Explanation, QueryError, ResultSink, TableSource};
use cqlite_schema::TableSchema;
use cqlite_sstable::descriptor::Descriptor;

use crate::{clock, open, Error, ErrorKind, OpenOptions, Table};

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

/// The SSTables of tables, by keyspace and name.
struct Found(BTreeMap<(String, String), Vec<Descriptor>>);

impl TableSource for Found {
    fn sstables(&self, table: &TableMetadata) -> Result<Vec<Arc<cqlite_sstable::Sstable>>, QueryError> {
        let Some(descriptors) = self.0.get(&(table.keyspace.clone(), table.name.clone())) else {
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
        let mut tables: Vec<Table> = Vec::new();
        for path in paths {
            tables.extend(open(path)?.iter().cloned());
        }
        let mut opening = Opening {
            catalog: Catalog::default(),
            read: Vec::new(),
            given: !options.schema.is_empty(),
            now: options.now_micros,
        };
        for file in &options.schema {
            opening.file(file)?;
        }
        let (mut found, mut origins) = (BTreeMap::new(), Vec::new());
        for table in &tables {
            let (keyspace, name, from) = opening.table(table, tables.len() == 1)?;
            origins.push(SchemaOrigin { table: format!("{keyspace}.{name}"), from });
            let all: &mut Vec<Descriptor> = found.entry((keyspace, name)).or_default();
            all.extend(table.newest_first());
        }
        let sstables = found.values().flatten().cloned().collect();
        let mut inner = cqlite_query::Session::new(opening.catalog, Box::new(Found(found)));
        if let Some(write_time) = options.as_of_micros {
            inner = inner.as_of(write_time);
        }
        Ok(Session { inner, origins, sstables, now_micros: options.now_micros.or(options.as_of_micros) })
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
        let mut doubts = Vec::new();
        for table in tables {
            let is_doubtful = |name: &str, dropped_time| dropped_time == i64::MIN && table.column(name).is_some();
            for (name, _) in table.dropped.iter().filter(|(name, of)| is_doubtful(name, of.dropped_time)) {
                doubts.push(format!(
                    "{}: column {} was dropped and added again, and the schema does not say when (DROP … USING TIMESTAMP): of several \
                     SSTables the first one's values are taken to be older",
                    table.full_name(),
                    cqlite_cql::quoted(name)
                ));
            }
        }
        doubts
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
}

impl Opening {
    fn file(&mut self, path: &Path) -> Result<(), Error> {
        if !self.read.iter().any(|own| own == path) {
            files::read(&mut self.catalog, path)?;
            self.read.push(path.to_path_buf());
        }
        Ok(())
    }

    /// The keyspace and name of a table, and from where they are known.
    fn table(&mut self, table: &Table, is_only: bool) -> Result<(String, String, Option<PathBuf>), Error> {
        let mut from = self.read.last().cloned();
        if !self.given {
            from = self.look_for(table)?;
        }
        if let Some((keyspace, name)) = self.known(table, is_only) {
            return Ok((keyspace, name, from));
        }
        let (keyspace, name) = (table.keyspace().to_owned(), table.name().to_owned());
        let schemas = table
            .sstables()
            .map(|sstable| Ok(sstable?.schema().clone()))
            .collect::<Result<Vec<TableSchema>, Error>>()?;
        let union = TableSchema::union(schemas.iter())
            .map_err(|e| Error::new(ErrorKind::InvalidInput, format!("{table}: {e}")))?;
        if let Some(schema) = union {
            let own = self.catalog.keyspaces.entry(keyspace.clone()).or_insert_with(|| Keyspace {
                name: keyspace.clone(),
                durable_writes: true,
                ..Keyspace::default()
            });
            let _ = own.tables.entry(name.clone()).or_insert_with(|| from_header(&keyspace, &name, &schema));
        }
        Ok((keyspace, name, None))
    }

    /// The table of a catalog that SSTables are of: by id, by keyspace and name, by name alone where that tells it, or as the only one.
    fn known(&self, table: &Table, is_only: bool) -> Option<(String, String)> {
        let name = |metadata: &TableMetadata| (metadata.keyspace.clone(), metadata.name.clone());
        let location = table.descriptors().first().map(|descriptor| descriptor.location());
        let above = location.and_then(|location| location.keyspace.as_deref());
        if let Some(metadata) = above.and_then(|above| self.catalog.table(above, table.name())) {
            return Some(name(metadata));
        }
        let id = location.and_then(|location| location.table_id);
        let all = || {
            self.catalog
                .keyspaces
                .values()
                .filter(|own| !cqlite_query::is_system(&own.name))
                .flat_map(|own| own.tables.values())
        };
        let plain = |id: &str| id.replace('-', "");
        if let Some(found) = id
            .and_then(|id| all().find(|own| own.id.as_deref().is_some_and(|own| plain(own) == plain(&id.to_string()))))
        {
            return Some(name(found));
        }
        let named: Vec<&TableMetadata> = all().filter(|own| own.name == table.name()).collect();
        if let [one] = *named {
            return Some(name(one));
        }
        let every: Vec<&TableMetadata> = all().collect();
        match *every {
            [one] if is_only => Some(name(one)),
            _ => None,
        }
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
