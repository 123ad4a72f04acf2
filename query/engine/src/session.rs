//! Statements one after the other, over the tables of a catalog.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;

use cqlite_cql::ast::{Describe, Select, Statement};
use cqlite_runtime::marshal::maybe_quote;
use cqlite_sstable::Sstable;

use crate::exec::{run, Prepared, ResultSink};
use crate::explain::{Count, Explanation};
use crate::read::TableData;
use crate::restrict::Bound as Conditions;
use crate::schema::describe::{answer, Element};
use crate::schema::{Catalog, TableMetadata};
use crate::scope::Scope;
use crate::term::literal::check_size;
use crate::term::{BindValues, Bound, Clock, Context, Markers};
use crate::{QueryError, QueryErrorKind, Result};

/// Where the SSTables of tables come from.
pub trait TableSource {
    /// Opens those of a table; none where it has none.
    ///
    /// # Errors
    /// One of them cannot be opened.
    fn sstables(&self, table: &TableMetadata) -> Result<Vec<Arc<Sstable>>>;
}

/// Statements over the tables of a catalog. Tables are opened when they are first asked for, and stay open.
pub struct Session {
    catalog: Catalog,
    keyspace: Option<String>,
    source: Box<dyn TableSource>,
    open: HashMap<(String, String), Rc<TableData>>,
    as_of: Option<i64>,
}

/// What a statement did besides giving rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Done {
    /// It gave rows.
    Rows,
    /// It made a keyspace the current one.
    Keyspace(String),
    /// It asked what there is: the text of it.
    Described(String),
}

impl Session {
    /// A session over the tables of a catalog.
    pub fn new(catalog: Catalog, source: Box<dyn TableSource>) -> Session {
        // Where there is one keyspace only, it is the current one.
        let mut own = catalog.keyspaces.keys().filter(|name| !is_system(name));
        let keyspace = match (own.next(), own.next()) {
            (Some(one), None) => Some(one.clone()),
            _ => None,
        };
        Session { catalog, keyspace, source, open: HashMap::new(), as_of: None }
    }

    /// The same, where nothing counts that was written after a time, in microseconds since 1970.
    #[must_use]
    pub fn as_of(mut self, write_time: i64) -> Session {
        self.as_of = Some(write_time);
        self
    }

    /// The tables that are known.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The current keyspace.
    pub fn keyspace(&self) -> Option<&str> {
        self.keyspace.as_deref()
    }

    /// Makes a keyspace the current one.
    ///
    /// # Errors
    /// There is no such keyspace.
    pub fn use_keyspace(&mut self, name: &str) -> Result<()> {
        if !self.catalog.keyspaces.contains_key(name) {
            return Err(QueryError::invalid(format!("Keyspace '{name}' does not exist")));
        }
        self.keyspace = Some(name.to_owned());
        Ok(())
    }

    /// Runs one statement at a time, in microseconds since 1970.
    ///
    /// # Errors
    /// The text is no statement, it means nothing for these tables, or files are damaged.
    pub fn execute(&mut self, text: &str, now_micros: i64, sink: &mut dyn ResultSink) -> Result<Done> {
        let statement = cqlite_cql::parse(text)?;
        check_numbers(text)?;
        self.run(&statement, text, now_micros, sink)
    }

    /// Runs a statement that has been read from a text.
    ///
    /// # Errors
    /// It means nothing for these tables, or files are damaged.
    pub fn run(
        &mut self,
        statement: &Statement,
        text: &str,
        now_micros: i64,
        sink: &mut dyn ResultSink,
    ) -> Result<Done> {
        match statement {
            Statement::Select(select) => self.select(select, text, now_micros, sink, None).map(|()| Done::Rows),
            Statement::Use(name) => {
                self.use_keyspace(&name.text).map_err(|error| error.at(name.span))?;
                Ok(Done::Keyspace(name.text.clone()))
            }
            Statement::Describe(describe) => {
                self.find_releases(describe)?;
                let elements = answer(&self.catalog, describe, self.keyspace())?;
                Ok(Done::Described(described(&elements)))
            }
            other => Err(QueryError::unsupported(format!(
                "{} is not supported: SSTables are read, not changed",
                other.name()
            ))),
        }
    }

    /// Looks whose words the tables are described in that a statement may be about.
    fn find_releases(&mut self, describe: &Describe) -> Result<()> {
        let elements = answer(&self.catalog, describe, self.keyspace())?;
        let described: HashSet<(&str, &str, &str)> = elements
            .iter()
            .filter(|element| !element.create_statement.is_empty())
            .map(|element| (&*element.keyspace, element.what, &*element.name))
            .collect();
        let is_described = |table: &&TableMetadata| {
            let (keyspace, name) = (maybe_quote(&table.keyspace), maybe_quote(&table.name));
            let has = |what, name: &str| described.contains(&(&*keyspace, what, name));
            has("table", &name)
                || has("materialized_view", &name)
                || table.indexes.iter().any(|index| has("index", &maybe_quote(&index.name)))
        };
        let tables = self.catalog.keyspaces.values().flat_map(|own| own.tables.values());
        let tables: Vec<TableMetadata> = tables.filter(is_described).cloned().collect();
        for table in tables {
            // SSTables that cannot be read do not keep their table from being described.
            let Ok(data) = self.data(&table) else { continue };
            let own = self.catalog.keyspaces.get_mut(&table.keyspace).and_then(|own| own.tables.get_mut(&table.name));
            if let Some(own) = own {
                own.release = data.release();
            }
        }
        Ok(())
    }

    /// Runs a SELECT, and says how its answer was found instead of giving it.
    ///
    /// # Errors
    /// As [`Session::execute`]; or it is another statement.
    pub fn explain(&mut self, text: &str, now_micros: i64) -> Result<Explanation> {
        let Statement::Select(select) = cqlite_cql::parse(text)? else {
            return Err(QueryError::invalid("EXPLAIN is for SELECT"));
        };
        let (mut explanation, mut count) = (Explanation::default(), Count::default());
        self.select(&select, text, now_micros, &mut count, Some(&mut explanation))?;
        explanation.rows_given = count.0;
        Ok(explanation)
    }

    fn select(
        &mut self,
        select: &Select,
        text: &str,
        now_micros: i64,
        sink: &mut dyn ResultSink,
        explained: Option<&mut Explanation>,
    ) -> Result<()> {
        let mut table = self.table(&select.from)?.clone();
        let data = self.data(&table)?;
        // A schema does not tell the order of partitions: SSTables do.
        if let Some(partitioner) = data.partitioner() {
            table.partitioner = partitioner.clone();
        }
        table.release = data.release();
        let clock = Clock::new(now_micros, seed(now_micros));
        let (cx, markers) = (Context::of(&self.catalog, &table), Markers::default());
        let plan = Prepared::new(
            select,
            &table,
            Scope { cx: &cx, markers: &markers, first_column: &Default::default() },
            text,
        )
        .map_err(|error| unreadable(error, text))?;
        let values: Vec<Bound> = Vec::new();
        if !markers.in_order().is_empty() {
            return Err(QueryError::invalid("Invalid amount of bind variables"));
        }
        let bindings = BindValues { values: &values, clock: &clock };
        let _ = data.take_usage();
        run(&plan, &data, &bindings, now_micros.div_euclid(1_000_000), sink)?;
        if let Some(explained) = explained {
            let bound = Conditions::new(&table, &plan.restrictions, &bindings, data.comparator())?;
            *explained = Explanation::new(&plan, &bound, data.num_sstables(), &data.take_usage());
        }
        Ok(())
    }

    /// The table of a name.
    fn table(&self, name: &cqlite_cql::ast::TableName) -> Result<&TableMetadata> {
        let span = name.name.span;
        let keyspace = match (&name.keyspace, &self.keyspace) {
            (Some(keyspace), _) => &keyspace.text,
            (None, Some(current)) => current,
            (None, None) => {
                let message =
                    "No keyspace has been specified. USE a keyspace, or explicitly specify keyspace.tablename";
                return Err(QueryError::invalid(message).at(span));
            }
        };
        let Some(found) = self.catalog.keyspaces.get(keyspace) else {
            return Err(QueryError::invalid(format!("keyspace {keyspace} does not exist")).at(span));
        };
        let table = found.tables.get(&name.name.text);
        table.ok_or_else(|| QueryError::invalid(format!("table {} does not exist", name.name.text)).at(span))
    }

    /// The open SSTables of a table.
    fn data(&mut self, table: &TableMetadata) -> Result<Rc<TableData>> {
        let name = (table.keyspace.clone(), table.name.clone());
        if let Some(data) = self.open.get(&name) {
            return Ok(Rc::clone(data));
        }
        let data = Rc::new(TableData::new(table, self.source.sstables(table)?, self.as_of)?);
        self.open.insert(name, Rc::clone(&data));
        Ok(data)
    }
}

/// Numbers that Java cannot read are refused where Cassandra reads the statement (`QueryProcessor.parseStatement`).
fn unreadable(error: QueryError, text: &str) -> QueryError {
    const JAVA: &str = "java.lang.NumberFormatException: ";
    match error.to_string().strip_prefix(JAVA) {
        Some(reason) => QueryError::new(
            QueryErrorKind::Syntax,
            format!("Failed parsing statement: [{text}] reason: NumberFormatException {reason}"),
        ),
        None => error,
    }
}

/// Refuses a text with a number that no double has, wherever it stands.
fn check_numbers(text: &str) -> Result<()> {
    for token in cqlite_cql::tokens(text)?.iter().filter(|token| token.kind == cqlite_cql::TokenKind::Float) {
        check_size(token.span.of(text)).map_err(|error| unreadable(error, text))?;
    }
    Ok(())
}

/// What is described, as cqlsh prints it: statements with a line between, or names.
fn described(elements: &[Element<'_>]) -> String {
    let text = |element: &Element<'_>| match element.create_statement.is_empty() {
        true => element.name.to_string(),
        false => element.create_statement.clone(),
    };
    let lists = elements.iter().all(|element| element.create_statement.is_empty());
    elements.iter().map(text).collect::<Vec<_>>().join(if lists { "\n" } else { "\n\n" })
}

/// Keyspaces that Cassandra makes itself.
pub fn is_system(keyspace: &str) -> bool {
    keyspace == "system" || keyspace.starts_with("system_")
}

/// What chance begins with: another time gives other values.
fn seed(now_micros: i64) -> u64 {
    now_micros.cast_unsigned()
}
