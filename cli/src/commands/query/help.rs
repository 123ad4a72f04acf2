//! What HELP says.

/// How many words stand in a line.
const A_LINE: usize = 8;

/// Topics, one or more names each, and their texts.
const TOPICS: &[(&str, &str)] = &[
    ("SELECT", "SELECT [JSON | DISTINCT] expression [AS name], … | *
  FROM [keyspace.]table
  [WHERE relation AND …] [GROUP BY column, …] [ORDER BY column [ASC | DESC], … | ORDER BY column ANN OF vector]
  [PER PARTITION LIMIT n] [LIMIT n] [ALLOW FILTERING];

  Rows of all SSTables of the table, merged as Cassandra merges them. Topics: WHERE, FUNCTIONS, TYPES."),
    ("WHERE", "Relations: column = | != | < | <= | > | >= value · column IN (value, …) · column BETWEEN value AND value
  column CONTAINS [KEY] value · column LIKE 'text%' · column IS NOT NULL · map['key'] = value
  (clustering, …) = | < | > | IN (values, …) · token(partition key) > number

  Without ALLOW FILTERING those are allowed that Cassandra allows: the whole partition key, then clustering columns from the left."),
    ("FUNCTIONS FUNCTION AGGREGATES", "Of values: token, writetime, maxwritetime, ttl, cast(x AS type), to_date, to_timestamp, to_unix_timestamp, now, uuid, min_timeuuid,
  max_timeuuid, current_timestamp, current_date, blob_as_int … int_as_blob …, abs, exp, log, log10, round, to_json, from_json,
  map_keys, map_values, collection_count, collection_min, collection_max, collection_sum, collection_avg, mask_…, similarity_…
  Of rows: count, min, max, sum, avg."),
    ("TYPES TYPE", "ascii, bigint, blob, boolean, counter, date, decimal, double, duration, float, inet, int, smallint, text, time, timestamp, timeuuid,
  tinyint, uuid, varchar, varint; list<t>, set<t>, map<k, v>, tuple<t, …>, vector<t, n>, frozen<t>, and user-defined types.
  Literals: 1, 1.5, 'text', $$text$$, true, 0xcafe, 2024-01-31 in quotation marks, 1h30m, NaN, [..], {..}, {k: v}, (..)"),
    ("JSON SELECT_JSON", "SELECT JSON … gives each row as one object in a column called [json]; --format jsonl writes objects without it."),
    ("USE", "USE keyspace;

  Makes a keyspace the current one. Where the paths hold one keyspace only, it is that from the start."),
    ("DESCRIBE DESC", "DESCRIBE KEYSPACES | TABLES | TYPES | FUNCTIONS | AGGREGATES | [FULL] SCHEMA | CLUSTER
DESCRIBE KEYSPACE [name] | TABLE name | INDEX name | MATERIALIZED VIEW name | TYPE name | FUNCTION name | AGGREGATE name | name

  The statements that create what is there."),
    ("EXPLAIN", "EXPLAIN SELECT …;

  Says how the rows are found: which SSTables, partitions and bytes are read."),
    ("INSERT UPDATE DELETE TRUNCATE BATCH BEGIN CREATE ALTER DROP GRANT REVOKE LIST",
     "Read, and refused by name: SSTables are read here, not changed. CREATE statements stand in files for --schema.
`cqlite help compact` and its like write SSTables."),
    ("COPY", "COPY [keyspace.]table [(column, …)] TO 'file' | STDOUT [WITH option = value AND …];

  DELIMITER=',' QUOTE='\"' ESCAPE='\\' HEADER=false NULL='' DATETIMEFORMAT='%Y-%m-%d %H:%M:%S.%f%z' DECIMALSEP='.' THOUSANDSSEP=''
  BOOLSTYLE='True,False' FLOATPRECISION=5 DOUBLEPRECISION=12 BEGINTOKEN='' ENDTOKEN='' ENCODING=utf8
  Options that say how fast a node is asked (PAGESIZE, PAGETIMEOUT, MAXREQUESTS, MAXATTEMPTS, NUMPROCESSES, REPORTFREQUENCY,
  RATEFILE, CONFIGFILE) are taken and change nothing. COPY FROM is refused."),
    ("SOURCE", "SOURCE 'file'

  Runs the statements of a file, up to the first that fails. `~/` is the home directory."),
    ("CAPTURE", "CAPTURE 'file' | OFF

  Appends answers to a file instead of showing them. Without either: whether that is so."),
    ("EXPAND", "EXPAND ON | OFF

  A line a column, instead of columns side by side. Without either: whether that is so."),
    ("PAGING", "PAGING ON | OFF | rows

  Answers longer than the terminal go through $PAGER (less, if it is not set); a page of a table has so many rows, 100 at first, and its
  columns a width of their own."),
    ("CONSISTENCY SERIAL", "CONSISTENCY [level], SERIAL CONSISTENCY [level]

  Remembered, and without effect: all files that are given are read."),
    ("TRACING", "TRACING ON | OFF

  There is no node to trace; EXPLAIN says what is read."),
    ("LOGIN", "LOGIN user

  There is nobody to log in to."),
    ("SHOW", "SHOW VERSION | HOST | SESSION id | REPLICAS token

  What this is, and what it reads."),
    ("TIMING", "\\timing [ON | OFF]

  Says how long each statement took."),
    ("CQL", "\\cql

  Statements are CQL, as they are from the start."),
    ("CLEAR CLS", "CLEAR, CLS: clears the screen."),
    ("EXIT QUIT", "EXIT, QUIT, \\q or Ctrl-D: ends."),
    ("HELP", "HELP [topic …], ? [topic …]: this."),
    ("UNICODE", "Control characters in texts, and backslashes, are shown as \\n, \\x1b and \\\\ in tables and CSV, as in cqlsh. JSON has escapes of its own."),
    ("FORMAT FORMATS", "--format table|expanded|json|jsonl|csv|tsv|cql on the command line says what answers are written as."),
];

/// Texts of topics; without any, what topics there are.
pub fn texts(topics: &[String]) -> Result<Vec<String>, String> {
    if topics.is_empty() {
        return Ok(vec![list()]);
    }
    let text = |topic: &String| {
        let name = topic.trim_matches(['\\', ';']).to_ascii_uppercase();
        let found = TOPICS.iter().find(|(names, _)| names.split(' ').any(|one| one == name));
        found
            .map(|(_, text)| format!("\n{text}\n"))
            .ok_or_else(|| format!("no help on {topic}; HELP lists what there is"))
    };
    topics.iter().map(text).collect()
}

fn list() -> String {
    let mut text = "\nTopics, each by HELP topic:\n".to_owned();
    let names: Vec<&str> = TOPICS.iter().flat_map(|(names, _)| names.split(' ')).collect();
    for line in names.chunks(A_LINE) {
        text.push_str("  ");
        text.push_str(&line.join("  "));
        text.push('\n');
    }
    text.push_str("\nStatements end with a semicolon, words such as HELP or EXPAND with their line.\n");
    text
}
