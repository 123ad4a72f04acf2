use std::collections::BTreeMap;
use std::sync::Arc;

use cqlite_format::version::SstableVersion;
use cqlite_rows::clustering::PrefixValues;
use cqlite_rows::{DeletionTime, RangeTombstoneMarker, Row};
use cqlite_schema::CreateTable;
use cqlite_types::value::{Raw, Unset};

use crate::{
    Assembled, Assembler, ListPaths, Order, Statement, Unsorted, Update, UpdateError, UpdateTable, Updates, Using,
    Values, Verb,
};

/// In 2023.
const MICROS: i64 = 1_700_000_000_000_000;

fn create() -> CreateTable {
    CreateTable::new("ks", "t")
        .user_type("point", [("x", "int"), ("y", "int")])
        .partition_key("k", "text")
        .clustering("a", "int")
        .clustering_desc("b", "int")
        .static_column("s", "int")
        .column("v", "int")
        .column("f", "frozen<list<int>>")
        .column("l", "list<int>")
        .column("m", "map<text, int>")
        .column("p", "point")
        .column("e", "set<int>")
}

fn prepared(table: CreateTable) -> Arc<UpdateTable> {
    let version = SstableVersion::find("nb").expect("a version");
    Arc::new(UpdateTable::new(table.build().expect("a table"), version).expect("a partitioner"))
}

/// What a statement makes.
#[derive(Debug, Default)]
struct Made(Vec<(Vec<u8>, String)>);

impl Updates for Made {
    type Error = UpdateError;

    fn update(&mut self, key: &[u8], update: Update<'_>) -> Result<(), UpdateError> {
        self.0.push((key.to_vec(), format!("{update:?}")));
        Ok(())
    }
}

fn run(
    table: CreateTable,
    verb: Verb,
    key: &impl Values,
    then: impl FnOnce(&mut Statement),
) -> Result<Made, UpdateError> {
    let mut statement = Statement::new(prepared(table), ListPaths::new(1));
    let mut made = Made::default();
    // What was there before is forgotten.
    statement.start(Verb::Update, key, Using { timestamp: Some(1), ttl: Some(1) }, MICROS);
    statement.set("v", &Unset);
    statement.start(verb, key, Using::default(), MICROS);
    then(&mut statement);
    statement.finish(&mut made)?;
    Ok(made)
}

fn refused(verb: Verb, key: &impl Values, then: impl FnOnce(&mut Statement)) -> String {
    run(create(), verb, key, then).expect_err("it is refused").to_string()
}

/// A row that is updated.
fn update(then: impl FnOnce(&mut Statement)) -> String {
    refused(Verb::Update, &("k", 1, 2), then)
}

fn delete(then: impl FnOnce(&mut Statement)) -> String {
    refused(Verb::Delete, &("k", 1, 2), then)
}

#[test]
fn keys_that_are_none() {
    let insert = |key: &dyn Fn(&mut Statement)| refused(Verb::Insert, &("k", 1, 2), |s| key(s));
    let key = |values: &dyn Fn() -> String| values();
    let columns = "1 column of the partition key and 2 columns of the clustering";
    assert_eq!(refused(Verb::Insert, &(), |_| ()), format!("0 values of the primary key, which has {columns}"));
    assert_eq!(
        refused(Verb::Insert, &("k", 1, 2, 3), |_| ()),
        format!("4 values of the primary key, which has {columns}")
    );
    assert_eq!(refused(Verb::Insert, &("k", 1), |_| ()), "2 values of the primary key, which has 3 columns");
    assert_eq!(
        refused(Verb::Insert, &("k", 1), |s| s.set("s", &1)),
        "2 values of the primary key, which has 3 columns"
    );
    assert_eq!(refused(Verb::Insert, &"k", |s| s.set("v", &1)), "column v is not static, and no row is named");
    assert_eq!(refused(Verb::Insert, &("k", None::<i32>, 2), |_| ()), "column a of the primary key has no value");
    assert_eq!(refused(Verb::Insert, &("k", 1, Unset), |_| ()), "column b of the primary key has no value");
    assert_eq!(refused(Verb::Insert, &(1, 1, 2), |_| ()), "column k: a i32 is no value of type text");
    assert_eq!(refused(Verb::Insert, &("k", "x", 2), |_| ()), "column a: a str is no value of type int");
    assert_eq!(
        refused(Verb::Insert, &("k", 1, Raw(b"123")), |_| ()),
        "column b: 3 bytes cannot be a value of type int"
    );
    assert_eq!(refused(Verb::Insert, &("", 1, 2), |_| ()), "the partition key is empty");
    let long = "x".repeat(65_536);
    assert_eq!(
        refused(Verb::Insert, &(long.as_str(), 1, 2), |_| ()),
        "a partition key of 65536 bytes, of which there are 65535 at most"
    );
    assert!(run(create(), Verb::Insert, &(&long[1..], 1, 2), |_| ()).is_ok());
    let table =
        || CreateTable::new("ks", "t").partition_key("k", "text").partition_key("j", "text").clustering("c", "text");
    let two = |key: &str, other: &str, clustering: &str| {
        run(table(), Verb::Insert, &(key, other, clustering), |_| ()).map(|_| ()).map_err(|e| e.to_string())
    };
    assert_eq!(two("", "", ""), Ok(()));
    assert_eq!(
        two(&long[..32_765], &long[..32_765], ""),
        Err("a partition key of 65536 bytes, of which there are 65535 at most".to_owned())
    );
    assert_eq!(two(&long, "", ""), Err("a partition key of 65536 bytes, of which there are 65535 at most".to_owned()));
    assert_eq!(two("", "", &long), Err("a clustering of 65536 bytes, of which there are 65535 at most".to_owned()));
    assert_eq!(insert(&|s| s.set("k", &"k")), "there is no column k beside the primary key");
    assert_eq!(key(&|| insert(&|s| s.set("none", &1))), "there is no column none beside the primary key");
}

#[test]
fn operations_that_are_none() {
    assert_eq!(update(|_| ()), "nothing is written");
    assert_eq!(update(|s| s.set("s", &1)), "a row is named, and static columns only are written");
    assert_eq!(update(|s| s.set("v", &"x")), "column v: a str is no value of type int");
    assert_eq!(
        update(|s| {
            s.set("v", &1);
            s.set("v", &2)
        }),
        "column v is written twice by one statement"
    );
    assert_eq!(
        update(|s| {
            s.add("e", &[1]);
            s.set("e", &[2])
        }),
        "column e is written twice by one statement"
    );
    assert_eq!(update(|s| s.add("v", &1)), "column v of type int has no cells for elements that could be added");
    assert_eq!(
        update(|s| s.add("f", &[1])),
        "column f of type frozen<list<int>> has no cells for elements that could be added"
    );
    assert_eq!(update(|s| s.add("p", &(1, 2))), "column p of type point has no cells for elements that could be added");
    assert_eq!(update(|s| s.prepend("e", &[1])), "column e of type set<int> is no list of several cells");
    assert_eq!(update(|s| s.prepend("f", &[1])), "column f of type frozen<list<int>> is no list of several cells");
    let list = "column l of type list<int> is a list, whose elements are found by reading only";
    assert_eq!(update(|s| s.remove("l", &[1])), list);
    assert_eq!(update(|s| s.put("l", &1, &1)), list);
    assert_eq!(delete(|s| s.delete_from("l", &1)), list);
    assert_eq!(update(|s| s.remove("v", &[1])), "column v of type int has no cells for elements that could be removed");
    assert_eq!(update(|s| s.remove("m", &[1])), "column m: a i32 is no value of type text");
    assert_eq!(update(|s| s.put("e", &1, &1)), "column e of type set<int> is no map of several cells");
    assert_eq!(update(|s| s.put("m", &None::<&str>, &1)), "column m: there is no null here");
    assert_eq!(update(|s| s.put("m", &"k", &"v")), "column m: a str is no value of type int");
    assert_eq!(update(|s| s.set_in("v", "x", &1)), "column v of type int is no user type");
    assert_eq!(update(|s| s.set_in("p", "z", &1)), "the type of column p has no field z");
    assert_eq!(update(|s| s.set_in("p", "x", &"1")), "column p: a str is no value of type int");
    assert_eq!(update(|s| s.increment("v", 1)), "column v of type int is no counter");
    assert_eq!(delete(|s| s.delete("k")), "there is no column k beside the primary key");
    assert_eq!(
        delete(|s| s.delete_from("v", &1)),
        "column v of type int has no cells for elements that could be removed"
    );
    assert_eq!(delete(|s| s.delete_from("e", &None::<i32>)), "column e: there is no null here");
    assert_eq!(delete(|s| s.delete_in("v", "x")), "column v of type int is no user type");
    assert_eq!(
        delete(|s| {
            s.delete("e");
            s.delete_from("e", &1)
        }),
        "column e is written twice by one statement"
    );
    assert_eq!(delete(|s| s.delete("s")), "a row is named, and static columns only are written");
    assert_eq!(
        refused(Verb::Delete, &("k", 1), |s| s.delete("v")),
        "of a range of rows no single columns can be deleted"
    );
    assert_eq!(refused(Verb::Delete, &"k", |s| s.delete("v")), "of a range of rows no single columns can be deleted");
    let frozen = create().user_type("q", [("z", "int")]).column("q", "frozen<q>");
    let of_frozen = run(frozen, Verb::Update, &("k", 1, 2), |s| s.set_in("q", "z", &1)).expect_err("it is refused");
    assert_eq!(of_frozen.to_string(), "column q of type frozen<q> has no cells for fields");
}

#[test]
fn ranges_that_are_none() {
    let range = |then: &dyn Fn(&mut Statement)| refused(Verb::DeleteRange, &"k", |s| then(s));
    assert_eq!(
        range(&|s| s.from(&(1, 2), true)),
        "a bound is of columns that are all in ascending, or all in descending order"
    );
    assert_eq!(
        range(&|s| s.from(&(1, 2, 3), true)),
        "3 values of the primary key, which has 2 clustering columns for a bound"
    );
    assert_eq!(range(&|s| s.to(&(), true)), "0 values of the primary key, which has 2 clustering columns for a bound");
    assert_eq!(range(&|s| s.to(&"x", true)), "column a: a str is no value of type int");
    assert_eq!(
        refused(Verb::DeleteRange, &("k", 1, 2), |s| s.from(&1, true)),
        "a bound is of clustering columns that have no value yet, and there are none"
    );
}

#[test]
fn times_that_are_none() {
    let at = |timestamp: Option<i64>, ttl: Option<i64>| {
        update(|s| {
            s.set("v", &1);
            s.using = Using { timestamp, ttl }
        })
    };
    assert_eq!(at(Some(i64::MIN), None), "a timestamp is not -9223372036854775808");
    assert_eq!(at(None, Some(-1)), "a TTL is a number of seconds from 0 to 630720000, not -1");
    assert_eq!(at(None, Some(630_720_001)), "a TTL is a number of seconds from 0 to 630720000, not 630720001");
    assert_eq!(
        at(None, Some(630_720_000)),
        "the time 2330720000, in seconds since 1970, is after 2147483646, the last one of the version"
    );
    assert_eq!(delete(|s| s.using.ttl = Some(1)), "a deletion has no TTL");
    let mut statement = Statement::new(prepared(create()), ListPaths::new(1));
    statement.start(Verb::Delete, &"k", Using::default(), i64::MAX);
    let e = statement.finish(&mut Made::default()).expect_err("it is refused").to_string();
    assert_eq!(e, "the time 9223372036854, in seconds since 1970, is after 2147483646, the last one of the version");
}

#[test]
fn counters() {
    let table = || CreateTable::new("ks", "t").partition_key("k", "text").column("n", "counter");
    let refused = |verb, then: &dyn Fn(&mut Statement)| {
        run(table(), verb, &"k", |s| then(s)).expect_err("it is refused").to_string()
    };
    assert_eq!(refused(Verb::Insert, &|s| s.increment("n", 1)), "counters are updated, and not inserted");
    assert_eq!(
        refused(Verb::Update, &|s| s.set("n", &1i64)),
        "column n of type counter cannot be set, it is incremented"
    );
    let times = "counters have no timestamp but that of the clock, and no TTL";
    assert_eq!(
        refused(Verb::Update, &|s| {
            s.increment("n", 1);
            s.using.timestamp = Some(1)
        }),
        times
    );
    assert_eq!(
        refused(Verb::Update, &|s| {
            s.increment("n", 1);
            s.using.ttl = Some(1)
        }),
        times
    );
    assert_eq!(
        refused(Verb::Update, &|s| {
            s.increment("n", 1);
            s.increment("n", 1)
        }),
        "column n is written twice by one statement"
    );
    assert!(run(table(), Verb::Delete, &"k", |s| s.delete("n")).is_ok());
}

/// What is given is nothing: an update of it is none, and leaves no partition.
#[test]
fn nothing_is_made_of_nothing() {
    let made = |verb, then: &dyn Fn(&mut Statement)| {
        run(create(), verb, &("k", 1, 2), |s| then(s)).expect("a statement").0.len()
    };
    assert_eq!(made(Verb::Update, &|s| s.set("v", &Unset)), 0);
    assert_eq!(
        made(Verb::Update, &|s| {
            s.add("e", &None::<Vec<i32>>);
            s.put("m", &"k", &Unset)
        }),
        0
    );
    assert_eq!(made(Verb::Insert, &|s| s.set("v", &Unset)), 1);
    assert_eq!(made(Verb::Update, &|s| s.set("e", &None::<Vec<i32>>)), 1);
    let range = run(create(), Verb::DeleteRange, &"k", |s| {
        s.from(&2, false);
        s.to(&2, true)
    })
    .expect("a statement");
    assert!(range.0.is_empty());
}

/// Partitions, as texts.
#[derive(Debug, Default, PartialEq, Eq)]
struct Partitions(Vec<String>);

fn place(prefix: &impl PrefixValues) -> String {
    let values = (0..prefix.len())
        .map(|i| prefix.value(i).map_or(0, |bytes| bytes.iter().fold(0, |n, b| n << 8 | i32::from(*b))));
    format!("{:?}{:?}", prefix.kind(), values.collect::<Vec<_>>())
}

impl Assembled for Partitions {
    type Error = UpdateError;

    fn partition(
        &mut self,
        key: &[u8],
        deletion: Option<DeletionTime>,
        fixed: Option<&Row>,
    ) -> Result<(), UpdateError> {
        let deletion = deletion.map(|deletion| deletion.marked_for_delete_at);
        self.0.push(format!("{} {deletion:?} {}", String::from_utf8_lossy(key), fixed.is_some()));
        Ok(())
    }

    fn row(&mut self, row: &mut Row) -> Result<(), UpdateError> {
        let cells = row.columns().flat_map(|column| column.cells()).map(|cell| cell.timestamp);
        self.0.push(format!("{} {:?}", place(&row.clustering), cells.collect::<Vec<_>>()));
        Ok(())
    }

    fn marker(&mut self, marker: &RangeTombstoneMarker) -> Result<(), UpdateError> {
        let at = |deletion: Option<DeletionTime>| deletion.map(|deletion| deletion.marked_for_delete_at);
        self.0.push(format!(
            "{} {:?} {:?}",
            place(&marker.bound),
            at(marker.deletions.before),
            at(marker.deletions.after)
        ));
        Ok(())
    }

    fn end_partition(&mut self) -> Result<(), UpdateError> {
        self.0.push("end".to_owned());
        Ok(())
    }
}

/// As many ranges as there may be upon each other: what is deleted is what the newest says.
#[test]
fn ranges_upon_ranges() {
    let table = CreateTable::new("ks", "t").partition_key("k", "text").clustering("c", "int").column("v", "int");
    let table = prepared(table);
    let mut statement = Statement::new(Arc::clone(&table), ListPaths::new(1));
    let mut held = Unsorted::new(Arc::clone(&table));
    let mut at = |timestamp: i64, from: i32, to: i32| {
        statement.start(Verb::DeleteRange, &"k", Using { timestamp: Some(timestamp), ttl: None }, MICROS);
        statement.from(&from, true);
        statement.to(&to, false);
        statement.finish(&mut held).expect("a range");
    };
    at(5, 10, 20);
    at(7, 15, 30);
    at(6, 12, 18);
    at(9, 30, 31);
    (0..200_000).for_each(|i| at(1, i % 1000, 1_000_000 - i));
    for (c, timestamp) in [(16, 8), (16, 7), (17, 7), (30, 9), (40, 2)] {
        statement.start(Verb::Update, &("k", c), Using { timestamp: Some(timestamp), ttl: None }, MICROS);
        statement.set("v", &c);
        statement.finish(&mut held).expect("a row");
    }
    assert!(held.num_bytes() > 200_000 * 64);
    let (mut assembler, mut made) = (Assembler::new(Arc::clone(&table)), Partitions::default());
    held.drain(&mut assembler.sending(&mut made)).expect("partitions");
    assembler.end(&mut made).expect("partitions");
    let expected = [
        "k None false",
        "InclStartBound[0] None Some(1)",
        "ExclEndInclStartBoundary[10] Some(1) Some(5)",
        "ExclEndInclStartBoundary[12] Some(5) Some(6)",
        "ExclEndInclStartBoundary[15] Some(6) Some(7)",
        "Clustering[16] [8]",
        "ExclEndInclStartBoundary[30] Some(7) Some(9)",
        "ExclEndInclStartBoundary[31] Some(9) Some(1)",
        "Clustering[40] [2]",
        "ExclEndBound[1000000] Some(1) None",
        "end",
    ];
    assert_eq!(made.0, expected);
    assert!(held.is_empty() && held.num_bytes() == 0);
}

/// A row of very many writes is one of them all.
#[test]
fn versions_of_a_row() {
    let table = prepared(CreateTable::new("ks", "t").partition_key("k", "text").column("n", "counter"));
    let mut statement = Statement::new(Arc::clone(&table), ListPaths::new(1));
    let (mut assembler, mut made) = (Assembler::new(Arc::clone(&table)), Total::default());
    for i in 0..1000i64 {
        statement.start(Verb::Update, &"k", Using::default(), MICROS + i);
        statement.increment("n", i);
        statement.finish(&mut assembler.sending(&mut made)).expect("an increment");
    }
    assembler.end(&mut made).expect("a partition");
    assert_eq!(made.0, [(MICROS + 999, 499_500)]);
}

/// Timestamps and values of counters.
#[derive(Debug, Default)]
struct Total(Vec<(i64, i64)>);

impl Assembled for Total {
    type Error = UpdateError;

    fn partition(&mut self, _: &[u8], _: Option<DeletionTime>, _: Option<&Row>) -> Result<(), UpdateError> {
        Ok(())
    }

    fn row(&mut self, row: &mut Row) -> Result<(), UpdateError> {
        for cell in row.columns().flat_map(|column| column.cells()) {
            self.0.push((cell.timestamp, cqlite_types::counter::total(cell.value)?));
        }
        Ok(())
    }

    fn marker(&mut self, _: &RangeTombstoneMarker) -> Result<(), UpdateError> {
        Ok(())
    }

    fn end_partition(&mut self) -> Result<(), UpdateError> {
        Ok(())
    }
}

/// The order that is demanded is the one in which what was held comes out.
#[test]
fn what_was_held_comes_in_order() {
    let table = prepared(create());
    let mut statement = Statement::new(Arc::clone(&table), ListPaths::new(1));
    let mut held = Unsorted::new(Arc::clone(&table));
    for i in 0..300i32 {
        let key = format!("{}", i % 7);
        match i % 5 {
            0 => statement.start(Verb::Delete, &key.as_str(), Using::default(), MICROS),
            1 => {
                statement.start(Verb::DeleteRange, &(key.as_str(), i * 31 % 11), Using::default(), MICROS);
                statement.from(&(i * 17 % 13), i % 2 == 0);
            }
            2 => {
                statement.start(Verb::Update, &key.as_str(), Using::default(), MICROS);
                statement.set("s", &i);
            }
            _ => {
                statement.start(Verb::Update, &(key.as_str(), i * 29 % 11, i * 13 % 5), Using::default(), MICROS);
                statement.set("m", &BTreeMap::from([("k", i)]));
            }
        }
        statement.finish(&mut held).expect("an update");
    }
    let mut ordered = Ordered(Order::new(table), 0);
    held.drain(&mut ordered).expect("an order");
    assert!(ordered.1 > 200);
}

struct Ordered(Order, usize);

impl Updates for Ordered {
    type Error = UpdateError;

    fn update(&mut self, key: &[u8], update: Update<'_>) -> Result<(), UpdateError> {
        self.1 += 1;
        self.0.check(key, &update)
    }
}
