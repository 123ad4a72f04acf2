//! Which fields the context says a version does not have.

/// The rows of the table in the context of a specification of two files.
fn rows(id: &str) -> Vec<String> {
    let read = |name: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs").join(name);
        std::fs::read_to_string(path).unwrap()
    };
    let (name, release) = (format!("{id}.ksy"), read("release.ksy"));
    let text = read(&name);
    let context = cqlite_codegen::compile_context(&[(&name, &text), ("release.ksy", &release)]).unwrap().to_string();
    let table = context.split("LACKING : ").nth(1).unwrap().split_once("= ").unwrap().1.split(';').next().unwrap();
    let rows = table.split('(').skip(1).map(|row| row.split(')').next().unwrap());
    rows.map(|row| row.replace('"', "").replace(" , ", ": ").trim_end_matches([' ', ',']).to_owned()).collect()
}

#[test]
fn a_path_into_several_cases_is_lacking_where_none_of_them_has_it() {
    // `one` has neither `x` nor `sub` in the first version, `two` always has both.
    assert_eq!(rows("cases"), ["Cases: body.sub.z: aa", "Cases: body.y: aa", "Cases: lone: aa"]);
}

#[test]
fn what_is_computed_is_lacking_where_no_version_stores_it() {
    // Of `len_data` each version has one of the two layouts.
    assert_eq!(rows("computed_lacking"), ["Computed: size: ab ba ca", "Computed: crc: aa"]);
}
