use super::{CreateTable, DefinitionError};
use crate::partitioner::Partitioner;

fn table() -> CreateTable {
    CreateTable::new("ks", "t").user_type("Point", [("x", "int"), ("y", "int")]).partition_key("k", "int")
}

/// The class of a column of a type, without the package.
fn class(ty: &str) -> Result<String, DefinitionError> {
    let table = table().column("v", ty).build()?;
    Ok(table.regular_columns[0].ty.name.replace("org.apache.cassandra.db.marshal.", ""))
}

/// What Cassandra 5.0.8 writes into headers for these (recorded of the live oracle by `tests/tests/oracle_rows_written.rs`, which asks again).
#[test]
fn types_have_the_names_that_cassandra_writes() {
    for (ty, expected) in [
        ("TEXT", "UTF8Type"),
        ("varchar", "UTF8Type"),
        ("timestamp", "TimestampType"),
        ("timeuuid", "TimeUUIDType"),
        (" map < text , frozen<list<int>> > ", "MapType(UTF8Type,FrozenType(ListType(Int32Type)))"),
        ("frozen<map<text, list<set<int>>>>", "FrozenType(MapType(UTF8Type,ListType(SetType(Int32Type))))"),
        ("list<tuple<int, list<text>>>", "ListType(TupleType(Int32Type,ListType(UTF8Type)))"),
        ("vector<float, 3>", "VectorType(FloatType , 3)"),
        ("vector<list<int>, 2>", "VectorType(ListType(Int32Type) , 2)"),
        ("\"Point\"", "UserType(ks,506f696e74,78:Int32Type,79:Int32Type)"),
        ("frozen<ks.\"Point\">", "FrozenType(UserType(ks,506f696e74,78:Int32Type,79:Int32Type))"),
        ("list<frozen<\"Point\">>", "ListType(FrozenType(UserType(ks,506f696e74,78:Int32Type,79:Int32Type)))"),
    ] {
        assert_eq!(class(ty).as_deref(), Ok(expected), "{ty}");
    }
    let table = CreateTable::new("ks", "t").partition_key("a", "int").partition_key("b", "text");
    let table = table.clustering_desc("c", "frozen<list<int>>").build().expect("a table");
    let name = |name: &str| name.replace("org.apache.cassandra.db.marshal.", "");
    assert_eq!(name(&table.key_type().name), "CompositeType(Int32Type,UTF8Type)");
    assert_eq!(name(&table.clustering[0].ty.name), "ReversedType(FrozenType(ListType(Int32Type)))");
}

#[test]
fn columns_stand_in_the_order_of_rows() {
    let table = table().column("m", "map<int, int>").column("z", "int").column("a", "set<int>").column("b", "int");
    let table = table.build().expect("a table");
    let names: Vec<&str> = table.regular_columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["b", "z", "a", "m"]);
}

#[test]
fn a_local_partitioner_goes_by_the_type_of_the_key() {
    let local = Partitioner::from_class_name("LocalPartitioner").expect("a partitioner");
    let table = table().partitioner(local).build().expect("a table");
    let [a, b] = [-1, 1].map(|n: i32| table.partitioner.decorate(&n.to_be_bytes()));
    assert!(table.partitioner.compare_keys(&a, &b).is_lt());
}

fn refused(table: CreateTable) -> String {
    table.build().map(|_| ()).expect_err("it is refused").to_string()
}

#[test]
fn what_cassandra_refuses_of_types() {
    for (ty, expected) in [
        ("", "\"\" is no type of CQL: at byte 0 there should be a type"),
        ("int int", "\"int int\" is no type of CQL: at byte 4 there should be the end"),
        ("list<int", "\"list<int\" is no type of CQL: at byte 8 there should be >"),
        ("map<int>", "\"map<int>\" is no type of CQL: at byte 7 there should be a comma and the type of the values"),
        ("list<>", "\"list<>\" is no type of CQL: at byte 5 there should be a type"),
        ("\"a", "\"\\\"a\" is no type of CQL: at byte 0 there should be a closing quote"),
        ("vector<int, 0>", "\"vector<int, 0>\" is no type of CQL: at byte 12 there should be a number of elements"),
        (
            "vector<int>",
            "\"vector<int>\" is no type of CQL: at byte 10 there should be a comma and the number of elements",
        ),
        (
            "vector<bigint, 2147483647>",
            "\"vector<bigint, 2147483647>\" is no type of CQL: at byte 15 there should be a number of elements",
        ),
        ("point", "there is no user type point: create it before it is used"),
        ("other.point", "a table of keyspace ks has no user types of keyspace other"),
        ("frozen<int>", "frozen is for collections, tuples, vectors and user types only, not for int"),
        ("list<list<int>>", "list<int> has to be frozen within a type that is not"),
        ("map<set<int>, int>", "set<int> has to be frozen within a type that is not"),
        ("set<\"Point\">", "\"Point\" has to be frozen within a type that is not"),
        ("list<counter>", "there are no counters within collections"),
        ("map<counter, int>", "there are no counters within collections"),
        ("tuple<int, counter>", "there are no counters within tuples"),
        ("vector<counter, 2>", "there are no counters within vectors"),
        ("set<duration>", "there are no durations within sets"),
        ("map<duration, int>", "there are no durations within keys of maps"),
    ] {
        assert_eq!(class(ty).expect_err("it is refused").to_string(), expected, "{ty}");
    }
    let deep = format!("{}int{}", "frozen<list<".repeat(40), ">>".repeat(40));
    assert!(class(&deep).is_err());
}

#[test]
fn what_cassandra_refuses_of_tables() {
    let new = || CreateTable::new("ks", "t");
    assert_eq!(refused(CreateTable::new("", "t")), "\"\" is no name of a keyspace");
    assert_eq!(refused(CreateTable::new("ks", "a-b")), "\"a-b\" is no name of a table");
    assert_eq!(
        refused(CreateTable::new(&"k".repeat(49), "t")),
        format!("{:?} is no name of a keyspace", "k".repeat(49))
    );
    assert_eq!(
        refused(CreateTable::new("ks", &"t".repeat(223))),
        format!("{:?} is no name of a table", "t".repeat(223))
    );
    assert_eq!(refused(new()), "the table has no partition key");
    assert_eq!(refused(new().partition_key("", "int")), "\"\" is no name of a column");
    assert_eq!(refused(table().column("k", "int")), "there are two columns of the name k");
    assert_eq!(refused(table().column("v", "int").clustering("v", "int")), "there are two columns of the name v");
    for ty in ["list<int>", "counter", "duration", "frozen<list<duration>>", "tuple<int, duration>", "\"Point\""] {
        assert_eq!(
            refused(table().clustering("c", ty)),
            format!(
                "column c of the primary key cannot have the type {}",
                match ty {
                    "tuple<int, duration>" => "frozen<tuple<int, duration>>",
                    other => other,
                }
            )
        );
        assert!(table().partition_key("c", ty).build().is_err());
    }
    assert_eq!(
        refused(table().static_column("s", "int")),
        "column s is static in a table that has no clustering columns"
    );
    assert_eq!(
        refused(table().column("n", "counter").column("v", "int")),
        "column v is no counter in a table of counters"
    );
    assert_eq!(
        refused(table().clustering("c", "int").static_column("s", "int").column("n", "counter")),
        "column s is no counter in a table of counters"
    );
    assert_eq!(refused(table().column("n", "counter").default_ttl(1)), "a table of counters has no default TTL");
    assert_eq!(refused(table().default_ttl(-1)), "a default TTL is a number of seconds from 0 to 630720000, not -1");
    assert!(table().default_ttl(630_720_000).build().is_ok() && table().default_ttl(630_720_001).build().is_err());
}

#[test]
fn what_cassandra_refuses_of_user_types() {
    let with =
        |name: &str, fields: &[(&'static str, &'static str)]| refused(table().user_type(name, fields.iter().copied()));
    assert_eq!(with("Point", &[("x", "int")]), "there are two user types of the name Point");
    assert_eq!(with("p", &[("x", "int"), ("x", "int")]), "there are two fields of the name x");
    assert_eq!(with("p", &[("x", "counter")]), "there are no counters within user types");
    assert_eq!(with("p", &[("x", "\"Point\"")]), "\"Point\" has to be frozen within a type that is not");
    assert_eq!(with("p", &[]), "\"p\" is no name of a user type with fields");
    assert_eq!(with("p", &[("x", "later")]), "there is no user type later: create it before it is used");
    // Cassandra takes the type, and no column that has it unfrozen.
    let nested = || table().user_type("p", [("x", "list<int>")]);
    assert_eq!(refused(nested().column("v", "p")), "list<int> has to be frozen within a type that is not");
    let frozen = nested().column("v", "frozen<p>").build().expect("a table");
    assert!(frozen.regular_columns[0]
        .ty
        .name
        .ends_with("marshal.ListType(org.apache.cassandra.db.marshal.Int32Type)))"));
}

/// Written by another name it would be another column.
#[test]
fn a_column_that_no_statement_can_name_is_refused() {
    use cqlite_format::statistics::{Column as StoredColumn, SerializationHeader};
    let ty = || {
        cqlite_runtime::native::CqlType::new("org.apache.cassandra.db.marshal.Int32Type".to_owned()).expect("a type")
    };
    let mut header = SerializationHeader::new(ty());
    let of = |header: &SerializationHeader| super::TableDefinition::of_header(header, "Murmur3Partitioner");
    for name in [&b"v"[..], "\u{e9}".as_bytes(), b"\xff\x01"] {
        let mut column = StoredColumn::new(ty());
        column.name.data = name.to_vec();
        header.regular_columns.columns.push(column);
    }
    let e = of(&header).expect_err("it has no name");
    assert_eq!(e.to_string(), "the name of a column is not UTF-8, and no statement can have it: 0xff01");
    let _ = header.regular_columns.columns.pop();
    let names: Vec<String> = of(&header).expect("a table").regular_columns.into_iter().map(|c| c.name).collect();
    assert_eq!(names, ["v", "\u{e9}"]);
}
