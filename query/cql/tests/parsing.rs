//! Statements as Cassandra's own parsers judge them: `recorded/grammar.txt`, made by `oracle/Grammar.java` with 5.0.8 and 6.0-alpha2.

use cqlite_cql::parse;

/// Statement, verdict of 5.0.8, verdict of 6.0.
fn recorded() -> impl Iterator<Item = (String, &'static str, &'static str)> {
    include_str!("recorded/grammar.txt").lines().map(|line| {
        let mut parts = line.split('\t');
        let mut next = || parts.next().expect("three columns");
        (next().replace("\\n", "\n"), next(), next())
    })
}

/// The line and column of a message, and what its first words are.
fn place(verdict: &str) -> Option<(&str, &str)> {
    let rest = verdict.strip_prefix("line ")?;
    let (place, message) = rest.split_once(' ')?;
    Some((place, message.split(" (").next().unwrap_or(message)))
}

#[test]
fn a_statement_is_taken_where_cassandra_takes_it() {
    let mut wrong = Vec::new();
    for (statement, five, six) in recorded() {
        // Names of permissions and objects are looked at behind the grammar: not a matter of syntax.
        let syntax = |verdict: &str| verdict == "ok" || verdict.starts_with("line ");
        if !syntax(five) || !syntax(six) {
            continue;
        }
        // Cassandra wants a line's end behind a comment, which cqlsh takes away before: we take it without.
        if five.contains("mismatched character '<EOF>' expecting set null") {
            continue;
        }
        let taken = five == "ok" || six == "ok";
        let ours = parse(&statement);
        if ours.is_ok() != taken {
            let ours = ours.map(|_| "ok".to_owned()).unwrap_or_else(|error| error.to_string());
            wrong.push(format!("{statement}\n    5.0: {five}\n    6.0: {six}\n    ours: {ours}"));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn mistakes_are_where_cassandra_sees_them() {
    let (mut same, mut all) = (0, 0);
    let mut others = Vec::new();
    for (statement, five, six) in recorded() {
        let (Some(five), Some(six), Err(ours)) = (place(five), place(six), parse(&statement)) else { continue };
        let text = ours.to_string();
        let ours = place(&text).expect("our messages begin with a place");
        all += 1;
        // ANTLR has no place for the end of a text; ours is where the text ends.
        let ended = text.contains("'<EOF>'");
        match ours.0 == five.0 || ours.0 == six.0 || (ended && five.0 == "0:-1") {
            true => same += 1,
            false => others.push(format!("{statement}\n    5.0: {five:?}\n    6.0: {six:?}\n    ours: {ours:?}")),
        }
    }
    println!("{same} of {all}\n{}", others.join("\n"));
    assert!(same * 100 >= all * 94, "{same} of {all}:\n{}", others.join("\n"));
}
