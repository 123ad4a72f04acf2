//! Statements about schemas as Cassandra 5.0.8 judges them, and how it describes what they make: recorded by `oracle/schema.py`.

use cqlite_cql::ast::Statement;
use cqlite_query::schema::{describe, files, from_folder, Catalog};
use cqlite_query::{QueryErrorKind, Result};

const RECORDED: &str = include_str!("recorded/ddl_errors.txt");
/// When statements without a time are executed.
const CLOCK: i64 = 1_700_000_000_000_000;

fn unescaped(text: &str) -> String {
    text.replace("\\n", "\n").replace("\\\\", "\\")
}

/// Each statement with what Cassandra said of it.
fn recorded(text: &'static str) -> impl Iterator<Item = (&'static str, String)> {
    let mut lines = text.lines();
    std::iter::from_fn(move || Some((lines.next()?, unescaped(lines.next()?.trim_start()))))
}

fn kind(kind: QueryErrorKind) -> &'static str {
    match kind {
        QueryErrorKind::Syntax => "Syntax",
        QueryErrorKind::Invalid => "Invalid",
        QueryErrorKind::Configuration => "Configuration",
        _ => "another",
    }
}

fn run(catalog: &mut Catalog, current: &mut Option<String>, statement: &str) -> Result<()> {
    let statement = cqlite_cql::parse(statement)?;
    if let Some(name) = catalog.execute(&statement, current.as_deref())? {
        *current = Some(name);
    }
    Ok(())
}

/// What is judged by others than the schema, or known to be said otherwise.
fn is_of_others(statement: &str, answer: &str) -> bool {
    // The grammar has tests of its own; TRUNCATE changes no schema; Java's own error is none to copy.
    answer.starts_with("Syntax: line ")
        || answer.starts_with("Syntax: Failed parsing statement")
        || answer.starts_with("Server: ")
        || statement.starts_with("TRUNCATE")
        || statement.starts_with("CREATE TABLE likeit LIKE")
        // Calls of functions are judged where functions are.
        || statement.ends_with("MASKED WITH uuid())")
}

/// Whether our words are Cassandra's, but for what differs from one run of it to another.
fn is_same(answer: &str, ours: &str) -> bool {
    // Who may not change system keyspaces is a matter of permission first: the words differ by it.
    let is_system = answer.starts_with("Unauthorized: ") && ours.contains("is not user-modifiable");
    // Java's name of an object, with its address.
    let up_to = |text: &str| text.split(" (got ").next().map(str::to_owned);
    let has_address = answer.contains("org.apache.cassandra.cql3.selection.") && up_to(answer) == up_to(ours);
    answer == ours || is_system || has_address
}

/// How many statements were refused and taken as they were by Cassandra.
fn judged(text: &'static str) -> (usize, usize) {
    let (mut catalog, mut current) = (Catalog { clock: Some(CLOCK), ..Default::default() }, None);
    let (mut wrong, mut refused, mut taken) = (Vec::new(), 0, 0);
    for (statement, answer) in recorded(text) {
        let found = run(&mut catalog, &mut current, statement);
        if is_of_others(statement, &answer) {
            assert!(answer == "ok" || found.is_err() || statement.contains("LIKE"), "{statement}: {answer}");
            continue;
        }
        let ours = match found {
            Ok(()) => "ok".to_owned(),
            Err(error) => format!("{}: {error}", kind(error.kind())),
        };
        match answer.as_str() {
            "ok" => taken += 1,
            _ => refused += 1,
        }
        if !is_same(&answer, &ours) {
            wrong.push(format!("{statement}\n    Cassandra: {answer}\n    ours:      {ours}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), refused + taken, wrong.join("\n"));
    (refused, taken)
}

#[test]
fn a_statement_is_refused_where_cassandra_refuses_it_and_in_its_words() {
    let (refused, taken) = judged(RECORDED);
    assert!(refused > 330 && taken > 115, "{refused} refused, {taken} taken");
}

#[test]
fn what_6_0_adds_is_judged_as_by_it() {
    let (refused, taken) = judged(include_str!("recorded/ddl_errors_6.txt"));
    assert!(refused > 10 && taken > 20, "{refused} refused, {taken} taken");
    // As 6.0 itself calls the copies' indexes, and describes constraints.
    let mut catalog = Catalog::default();
    let (mut current, lines) = (None, recorded(include_str!("recorded/ddl_errors_6.txt")));
    for (statement, _) in lines.filter(|(_, answer)| answer == "ok") {
        run(&mut catalog, &mut current, statement).unwrap_or_else(|error| panic!("{statement}: {error}"));
    }
    let tables = &catalog.keyspaces["d"].tables;
    assert_eq!([&tables["like5"], &tables["like6"]].map(|table| table.indexes[0].name.as_str()), ["t_v_1", "t_v_2"]);
    let chk = describe::table(&tables["chk"], false);
    for line in [
        "a int CHECK a > 5,",
        "b text CHECK LENGTH() < 10 AND NOT NULL,",
        "c text CHECK JSON,",
        "d int,",
        "f text CHECK REGEXP() = 'a.*',",
        "z int CHECK z < 100\n",
    ] {
        assert!(chk.contains(&format!("\n    {line}")), "{line}\n{chk}");
    }
}

/// The catalog of all recorded statements.
fn catalog() -> Catalog {
    let (mut catalog, mut current) = (Catalog { clock: Some(CLOCK), ..Default::default() }, None);
    for (statement, answer) in recorded(RECORDED) {
        if answer == "ok" {
            run(&mut catalog, &mut current, statement).unwrap_or_else(|error| panic!("{statement}: {error}"));
        }
    }
    catalog
}

/// A recorded text without ids, and with our time for Cassandra's.
fn comparable(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let time = words.last().and_then(|last| last.trim_end_matches(';').parse::<i64>().ok());
        match (line.contains(" USING TIMESTAMP "), time) {
            (true, Some(time)) if time > CLOCK => out.push_str(&line.replace(&time.to_string(), &CLOCK.to_string())),
            _ => out.push_str(line),
        }
        out.push('\n');
    }
    while let Some(at) = out.find("ID = ") {
        let end = at + out[at..].find("AND ").expect("options after the id") + 4;
        out.replace_range(at..end, "");
    }
    out.trim_end().to_owned()
}

/// The catalog of the cases of `tests/corpus/oa`, as `schema.py` makes them.
fn corpus(catalog: &mut Catalog) {
    let create = "CREATE KEYSPACE corpus WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}";
    run(catalog, &mut None, create).expect("a keyspace");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/oa");
    let mut cases: Vec<_> = folder.read_dir().expect("the corpus").map(|entry| entry.expect("a case").path()).collect();
    cases.sort();
    for schema in cases.iter().map(|case| case.join("schema.cql")).filter(|schema| schema.exists()) {
        files::read(catalog, &schema).unwrap_or_else(|error| panic!("{error}"));
    }
}

/// What DESCRIBE answers, as the recorder writes it.
fn described(catalog: &Catalog, what: &str) -> Vec<String> {
    let statement = cqlite_cql::parse(&format!("DESCRIBE {what}")).unwrap_or_else(|error| panic!("{what}: {error}"));
    let Statement::Describe(statement) = statement else { panic!("{what}") };
    match describe::answer(catalog, &statement, Some("d")) {
        Ok(elements) => {
            let text =
                |e: &describe::Element<'_>| format!("-- {} {} {}\n{}", e.keyspace, e.what, e.name, e.create_statement);
            elements.iter().map(|element| text(element).trim_end().to_owned()).collect()
        }
        Err(error) => vec![format!("! {}: {error}", kind(error.kind()))],
    }
}

/// Each recorded DESCRIBE with its answer, an element each.
fn descriptions() -> Vec<(&'static str, Vec<String>)> {
    let sections = include_str!("recorded/describe.txt").split("== DESCRIBE ").skip(1);
    let answer = |section: &'static str| {
        let (what, text) = section.split_once('\n').expect("a line");
        let elements = format!("\n{text}").replace("\n-- ", "\n\0-- ");
        let elements =
            elements.split('\0').map(|element| unescaped(element.trim())).filter(|element| !element.is_empty());
        (what, elements.collect())
    };
    sections.map(answer).collect()
}

/// Compares all texts of DESCRIBE that are recorded. `differs` has ours and Cassandra's.
fn compare_descriptions(catalog: &Catalog, differs: impl Fn(&str, &str) -> bool) {
    let (mut compared, mut wrong) = (0, Vec::new());
    for (what, theirs) in descriptions() {
        let ours = described(catalog, what);
        assert_eq!(ours.len(), theirs.len(), "{what}");
        for (ours, theirs) in ours.iter().zip(&theirs) {
            compared += 1;
            if differs(ours, theirs) {
                wrong.push(format!("{what}\n--- Cassandra\n{theirs}\n--- ours\n{ours}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {compared}\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(compared, 388);
}

#[test]
fn what_there_is_is_described_as_cassandra_does() {
    let mut catalog = catalog();
    corpus(&mut catalog);
    compare_descriptions(&catalog, |ours, theirs| ours != comparable(theirs));
}

/// The text with the times at which columns were dropped as `system_schema` keeps them: without microseconds.
fn in_milliseconds(text: &str) -> String {
    let line = |line: &str| match line.rsplit_once(" USING TIMESTAMP ") {
        Some((start, time)) => {
            let time: i64 = time.trim_end_matches(';').parse().expect("a time");
            format!("{start} USING TIMESTAMP {};", time / 1000 * 1000)
        }
        None => line.to_owned(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_a_nodes_own_schema_says_is_described_as_the_node_does() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded/system_schema");
    let catalog = from_folder(&folder, 1_800_000_000).unwrap_or_else(|error| panic!("{error}")).expect("a schema");
    compare_descriptions(&catalog, |ours, theirs| {
        // The names that CQL has for types do not tell old timestamps from new ones, nor that values are reversed.
        let is_lost = theirs.contains("table custom_old_types") || theirs.contains("table custom_reversed");
        ours != in_milliseconds(theirs) && !is_lost
    });
}

#[test]
fn what_is_described_can_be_read_again() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded/system_schema");
    let catalog = from_folder(&folder, 1_800_000_000).unwrap_or_else(|error| panic!("{error}")).expect("a schema");
    let all = |catalog: &Catalog| -> Vec<String> {
        let elements = catalog.keyspaces.values().flat_map(|keyspace| describe::all(keyspace, true));
        elements.map(|element| element.create_statement).collect()
    };
    let texts = all(&catalog);
    let mut again = Catalog::default();
    files::read_text(&mut again, &texts.join("\n\n"), "described").unwrap_or_else(|error| panic!("{error}"));
    let wrong: Vec<String> = texts
        .iter()
        .zip(all(&again))
        .filter(|(before, after)| *before != after)
        .map(|(before, after)| format!("{before}\n--- again\n{after}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), texts.len(), wrong.join("\n"));
    assert!(texts.len() > 240, "{}", texts.len());
}

#[test]
fn no_statement_of_the_grammar_ends_in_more_than_an_error() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../cql/tests/recorded/grammar.txt");
    let text = std::fs::read_to_string(folder).expect("the parser's statements");
    let (mut catalog, mut executed) = (catalog(), 0);
    for line in text.lines() {
        let statement = line.split('\t').next().unwrap_or_default().replace("\\n", "\n");
        let Ok(statement) = cqlite_cql::parse(&statement) else { continue };
        if let Statement::Describe(statement) = &statement {
            executed += usize::from(describe::answer(&catalog, statement, Some("d")).is_ok());
            continue;
        }
        let before = format!("{catalog:?}");
        match catalog.execute(&statement, Some("d")) {
            Ok(_) => executed += 1,
            Err(error) => {
                assert!(!error.to_string().is_empty());
                // What is refused changes nothing.
                assert_eq!(format!("{catalog:?}"), before, "{statement:?}");
            }
        }
        let _ = catalog.load(&statement, Some("d"));
    }
    assert!(executed > 40, "{executed}");
    for keyspace in catalog.keyspaces.values() {
        assert!(describe::all(keyspace, true).iter().all(|element| !element.create_statement.is_empty()));
    }
}
