//! The schemas of `tests/corpus`: each `schema.cql` is one, and fits the headers of the SSTables that Cassandra wrote by it.

use std::path::{Path, PathBuf};

use cqlite_query::schema::{
    check_header, files, from_folder, from_header, index_table, Catalog, ColumnMetadata, TableColumn, TableMetadata,
};
use cqlite_sstable::Sstable;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus")
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = of
        .read_dir()
        .unwrap_or_else(|error| panic!("{}: {error}", of.display()))
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir())
        .collect();
    found.sort();
    found
}

/// The SSTables of a folder, by their `Data.db`.
fn sstables(folder: &Path) -> Vec<PathBuf> {
    let files = folder.read_dir().expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut found: Vec<PathBuf> = files.filter(|path| path.to_string_lossy().ends_with("-Data.db")).collect();
    found.sort();
    found
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Each case's folder, or of a case of several tables that of a table, with its catalog.
fn cases() -> Vec<(PathBuf, Catalog)> {
    let mut all = Vec::new();
    for case in folders(&corpus()).iter().flat_map(|letter| folders(letter)) {
        let own = case.join("schema.cql");
        let mut of_case = Catalog::default();
        if own.exists() {
            files::read(&mut of_case, &own).unwrap_or_else(|error| panic!("{error}"));
            all.push((case.clone(), of_case.clone()));
        }
        for table in folders(&case).into_iter().filter(|table| !name(table).starts_with('.')) {
            let mut catalog = of_case.clone();
            if table.join("schema.cql").exists() {
                files::read(&mut catalog, &table.join("schema.cql")).unwrap_or_else(|error| panic!("{error}"));
            }
            all.push((table, catalog));
        }
    }
    all
}

#[test]
fn every_schema_fits_the_headers_of_its_sstables() {
    let (mut checked, mut of_indexes, mut wrong) = (0, 0, Vec::new());
    for (folder, catalog) in cases() {
        let table = catalog.keyspaces.values().find_map(|keyspace| keyspace.tables.get(&name(&folder)));
        for path in sstables(&folder) {
            let table = table.unwrap_or_else(|| panic!("{}: no table", folder.display()));
            let sstable = Sstable::open(&path).unwrap_or_else(|error| panic!("{error}"));
            checked += 1;
            match check_header(table, sstable.schema(), sstable.label()) {
                Ok(map) => {
                    let lens = [map.static_columns.len(), map.regular_columns.len()];
                    assert_eq!(lens, [true, false].map(|is_static| sstable.schema().columns(is_static).len()));
                }
                Err(error) => wrong.push(error.to_string()),
            }
        }
        let indexes = folders(&folder).into_iter().filter(|index| name(index).starts_with('.'));
        for (index, path) in
            indexes.flat_map(|index| sstables(&index).into_iter().map(move |path| (index.clone(), path)))
        {
            let base = table.unwrap_or_else(|| panic!("{}: no table", folder.display()));
            let own = base.indexes.iter().find(|own| format!(".{}", own.name) == name(&index)).expect("the index");
            let table = index_table(base, own).expect("a table of its own");
            let sstable = Sstable::open(&path).unwrap_or_else(|error| panic!("{error}"));
            of_indexes += 1;
            wrong.extend(check_header(&table, sstable.schema(), sstable.label()).err().map(|error| error.to_string()));
        }
    }
    assert!(wrong.is_empty(), "{} of {checked}\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!((checked, of_indexes, checked + of_indexes), (1420, 35, 1455));
}

#[test]
fn the_schema_of_another_table_does_not_fit() {
    let all: Vec<(PathBuf, Catalog)> =
        cases().into_iter().filter(|(folder, _)| folder.starts_with(corpus().join("oa"))).collect();
    let (mut refused, mut named) = (0, 0);
    for (at, (folder, _)) in all.iter().enumerate() {
        let Some(path) = sstables(folder).into_iter().next() else { continue };
        let sstable = Sstable::open(&path).expect("an SSTable");
        let (other, catalog) = &all[(at + 29) % all.len()];
        let Some(table) = catalog.keyspaces.values().find_map(|keyspace| keyspace.tables.get(&name(other))) else {
            continue;
        };
        if let Err(error) = check_header(table, sstable.schema(), sstable.label()) {
            refused += 1;
            let text = error.to_string();
            assert!(text.starts_with(sstable.label()) && text.contains("header"), "{text}");
            named += usize::from(text.contains(" in the schema, "));
        }
    }
    assert!(refused > 140 && named > 90, "{refused} refused, {named} with both types");
}

#[test]
fn a_contradiction_names_the_column_and_both_types() {
    let path = corpus().join("oa/simple");
    let sstable = Sstable::open(&sstables(&path)[0]).expect("an SSTable");
    let table = from_header("corpus", "simple", sstable.schema());
    assert!(table.from_header && table.columns[0].name == "$pk0");
    let same = check_header(&table, sstable.schema(), "it").expect("its own header");
    let shown = same.regular_columns.iter().filter(|column| matches!(column.column, TableColumn::Shown(_)));
    assert_eq!(shown.count(), sstable.schema().regular_columns.len());
    let mut catalog = Catalog::default();
    let columns: Vec<String> = sstable
        .schema()
        .regular_columns
        .iter()
        .map(|column| format!("\"{}\" inet", column.name().expect("text")))
        .collect();
    let key = sstable.schema().key_columns()[0].cql_name();
    let statement = format!("CREATE TABLE ks.t (k {key} PRIMARY KEY, {})", columns.join(", "));
    files::read_text(&mut catalog, &statement, "here").expect("a table");
    let error = check_header(&catalog.keyspaces["ks"].tables["t"], sstable.schema(), "it").expect_err("other types");
    let text = error.to_string();
    assert!(text.starts_with("it: ") && text.contains("of ks.t"), "{text}");
}

#[test]
fn files_say_where_they_are_wrong() {
    let error = |text: &str| {
        let mut catalog = Catalog::default();
        files::read_text(&mut catalog, text, "a/schema.cql").expect_err("wrong").to_string()
    };
    assert_eq!(
        error("-- all\nCREATE TABLE ks.t (k int PRIMARY KEY);\n\n  CREATE TABLE ks.u (k int PRIMARY KEY, v nothere);"),
        "a/schema.cql: line 4:42 Unknown type ks.nothere"
    );
    assert_eq!(
        error("CREATE TABLE ks.t (k int PRIMARY KEY);\nCREATE TABLE ks.t (k int PRIMARY KEY);"),
        "a/schema.cql: line 2:0 Cannot add already existing table \"t\" to keyspace \"ks\""
    );
    assert_eq!(
        error("CREATE TABLE t (k int PRIMARY KEY);"),
        "a/schema.cql: line 1:0 No keyspace has been specified. USE a keyspace, or explicitly specify keyspace.tablename"
    );
    assert!(error("CREATE TABLE ks.t (k int,;").starts_with("a/schema.cql: line 1:25 "));
    assert!(error("SELECT * FROM ks.t").contains("SELECT changes no schema"));
}

#[test]
fn a_snapshot_of_3_11_is_read() {
    // As `nodetool snapshot` of 3.11 writes it.
    let text = "CREATE TYPE IF NOT EXISTS shop.address (\n\tstreet text,\n\tzip int);\n\
        CREATE TABLE IF NOT EXISTS shop.orders (\n\tcustomer uuid,\n\tat timestamp,\n\tto frozen<address>,\n\tnote text,\n\
        \tPRIMARY KEY (customer, at))\n\tWITH ID = 5b1c2f70-1234-11ee-8000-0123456789ab\n\tAND CLUSTERING ORDER BY (at DESC)\n\
        \tAND bloom_filter_fp_chance = 0.01\n\tAND dclocal_read_repair_chance = 0.1\n\tAND crc_check_chance = 1.0\n\
        \tAND default_time_to_live = 60\n\tAND gc_grace_seconds = 3600\n\tAND min_index_interval = 128\n\
        \tAND max_index_interval = 2048\n\tAND memtable_flush_period_in_ms = 0\n\tAND read_repair_chance = 0.0\n\
        \tAND speculative_retry = '99PERCENTILE'\n\tAND comment = 'it''s'\n\
        \tAND caching = { 'keys': 'ALL', 'rows_per_partition': 'NONE' }\n\
        \tAND compaction = { 'max_threshold': '32', 'min_threshold': '4', 'class': 'org.apache.cassandra.db.compaction.SizeTieredCompactionStrategy' }\n\
        \tAND compression = { 'chunk_length_in_kb': '64', 'class': 'org.apache.cassandra.io.compress.LZ4Compressor' }\n\
        \tAND cdc = false\n\tAND extensions = {  };\n\
        ALTER TABLE shop.orders DROP note USING TIMESTAMP 1600000000000000;\n\
        ALTER TABLE shop.orders ADD note text;\nALTER TABLE shop.orders DROP \"to\";\n\
        CREATE INDEX orders_note ON shop.orders (note);\n";
    let mut catalog = Catalog::default();
    // Its `to` is a reserved word today: the snapshot quotes it where it must.
    files::read_text(&mut catalog, &text.replace("\tto frozen", "\t\"to\" frozen"), "schema.cql").expect("a schema");
    let table = catalog.table("shop", "orders").expect("the table");
    assert_eq!(table.id.as_deref(), Some("5b1c2f70123411ee80000123456789ab"));
    assert_eq!((table.default_ttl, table.gc_grace_seconds), (60, 3600));
    assert_eq!(table.options["speculative_retry"], "'99p'");
    assert_eq!(table.options["dclocal_read_repair_chance"], "'0.1'");
    assert!(table.clustering().next().is_some_and(ColumnMetadata::is_reversed));
    let dropped = |name: &str| (table.dropped[name].ty.cql_name(), table.dropped[name].dropped_time);
    assert_eq!(dropped("note"), ("text".to_owned(), 1_600_000_000_000_000));
    assert_eq!(dropped("to"), ("frozen<tuple<text, int>>".to_owned(), i64::MIN));
    assert!(table.column("note").is_some() && table.column("to").is_none());
    assert_eq!(table.indexes[0].name, "orders_note");
    // A statement that is executed is one of today.
    let statement =
        cqlite_cql::parse("CREATE TABLE shop.t (k int PRIMARY KEY) WITH read_repair_chance = 0.0").expect("syntax");
    let error = catalog.execute(&statement, None).expect_err("an option of before");
    assert_eq!(error.to_string(), "Unknown property 'read_repair_chance'");
}

#[test]
fn a_snapshot_of_a_compact_table_is_read_from_its_comment() {
    let recorded = include_str!("recorded/describe.txt");
    let section =
        recorded.split("== DESCRIBE ").find(|section| section.starts_with("TABLE d.cs WITH INTERNALS")).expect("it");
    let text = section.split_once("table cs\n").expect("its text").1;
    let mut catalog = Catalog::default();
    files::read_text(&mut catalog, text, "schema.cql").expect("a schema");
    let table = &catalog.keyspaces["d"].tables["cs"];
    let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    let hidden: Vec<&str> = table.hidden.iter().map(|column| column.name.as_str()).collect();
    assert_eq!((names, hidden), (vec!["kk", "b"], vec!["column1", "value"]));
    assert!(table.is_static_compact() && table.id.as_ref().is_some_and(|id| id.len() == 32));
    assert!(table.dropped["a"].dropped_time > 1_700_000_000_000_000);
}

/// What two catalogs have of a table in common, however they know it.
fn facts(table: &TableMetadata) -> String {
    let dropped: Vec<_> =
        table.dropped.iter().map(|(name, column)| (name, column.ty.cql_name(), column.is_static)).collect();
    let indexes: Vec<_> = table.indexes.iter().map(|index| (&index.name, &index.kind, &index.options)).collect();
    let column = |c: &ColumnMetadata| format!("{} {} {:?} {:?}", c.name, c.ty, c.kind, c.mask);
    let columns: Vec<String> = table.columns.iter().map(column).collect();
    let hidden: Vec<String> = table.hidden.iter().map(column).collect();
    let flags = [table.is_compact, table.is_dense, table.is_compound, table.is_super];
    format!("{:?}\n{columns:#?}\n{hidden:?}\n{dropped:?}\n{indexes:?}\n{flags:?}", table.kind)
}

#[test]
fn system_schema_of_every_version_says_what_the_statements_do() {
    let (mut compared, mut options, mut wrong) = (0, 0, Vec::new());
    let all = cases();
    for letter in folders(&corpus()) {
        let folder = letter.join("system_schema");
        let catalog =
            from_folder(&folder, 1_800_000_000).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let catalog = catalog.expect("a schema");
        let keyspace = &catalog.keyspaces["corpus"];
        assert_eq!(keyspace.replication[0].1, "SimpleStrategy");
        for (case, by_statements) in all.iter().filter(|(case, _)| case.starts_with(&letter)) {
            let Some(theirs) = keyspace.tables.get(&name(case)) else { continue };
            // Cassandra's own tables are called as some cases are.
            let Some(ours) =
                by_statements.keyspaces.get("corpus").and_then(|keyspace| keyspace.tables.get(&name(case)))
            else {
                continue;
            };
            compared += 1;
            assert!(theirs.id.as_ref().is_some_and(|id| id.len() == 32));
            for path in sstables(case) {
                let sstable = Sstable::open(&path).unwrap_or_else(|error| panic!("{error}"));
                wrong.extend(
                    check_header(theirs, sstable.schema(), sstable.label()).err().map(|error| error.to_string()),
                );
            }
            let (ours_facts, theirs_facts) = (facts(ours), facts(theirs));
            // The names that CQL has for types do not tell old timestamps from new ones, nor say that values are reversed.
            let is_lost = ["custom_old_types", "custom_reversed"].contains(&name(case).as_str())
                // 3.0.0 does not keep whether a dropped column was static.
                || case.ends_with("ma/evolved_dropped");
            if ours_facts != theirs_facts && !is_lost {
                wrong.push(format!(
                    "{}\n--- system_schema\n{theirs_facts}\n--- statements\n{ours_facts}",
                    case.display()
                ));
            }
            // Defaults are those of 5.0.8.
            if ["nb", "oa", "da"].contains(&name(&letter).as_str()) {
                options += 1;
                if ours.options != theirs.options {
                    wrong.push(format!("{}\n{:?}\n{:?}", case.display(), theirs.options, ours.options));
                }
            }
        }
        let user_types = keyspace.types.values().filter(|ty| !ty.fields.is_empty()).count();
        assert!(user_types > 0, "{}", letter.display());
    }
    assert!(wrong.is_empty(), "{} of {compared}\n{}", wrong.len(), wrong.join("\n"));
    assert!(compared > 850 && options > 350, "{compared} {options}");
}
