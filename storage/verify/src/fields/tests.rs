use cqlite_codegen::diag::Diagnostics;
use cqlite_codegen::ir::{build, FieldTy, Program, TypeId};
use cqlite_codegen::ksy::parse_file;

use super::names::ALL;
use super::{FieldPath, Site};

fn specification() -> Program {
    let mut mistakes = Diagnostics::default();
    let files: Vec<_> =
        cqlite_spec::FILES.iter().filter_map(|(path, text)| parse_file(path, text, &mut mistakes)).collect();
    build(&files, &mut mistakes)
}

/// The type that `file`, or `file.type`, names.
fn find(program: &Program, owner: &str) -> Option<TypeId> {
    let (file, ty) = owner.split_once('.').unwrap_or((owner, ""));
    let file = program.files.iter().find(|f| f.id == file)?;
    match ty {
        "" => Some(file.root),
        ty => file.types.iter().copied().find(|t| program.types[*t].id == ty),
    }
}

/// Whether a type has a field, or the field's type the rest of the path; any case of a switch will do.
fn has(program: &Program, ty: TypeId, path: &str) -> bool {
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let t = &program.types[ty];
    let mut fields = t.fields.iter().chain(t.bodies.iter().map(|b| &b.field));
    match (fields.find(|f| f.id == first).map(|f| &f.ty), rest) {
        (Some(_), None) => true,
        (Some(FieldTy::User(inner, _)), Some(rest)) => has(program, *inner, rest),
        (Some(FieldTy::Switch(_, cases)), Some(rest)) => cases.iter().any(|c| has(program, c.1, rest)),
        (Some(_), Some(_)) => false,
        (None, None) => t.value(first).is_some() || (t.preserve_trailing && first == "trailing"),
        (None, Some(_)) => false,
    }
}

#[test]
fn every_field_that_findings_name_is_in_the_specification() {
    let program = specification();
    assert!(ALL.len() > 100, "{}", ALL.len());
    let unknown =
        ALL.iter().filter(|(owner, field)| !find(&program, owner).is_some_and(|ty| has(&program, ty, field.0)));
    let unknown: Vec<_> = unknown.collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    let unfiltered = find(&program, "sstable_data.unfiltered").unwrap();
    assert!(has(&program, unfiltered, "body.body.prev_len"));
    assert!(!has(&program, unfiltered, "body.prev_len"));
    assert!(!has(&program, unfiltered, "body.body.prev"));
}

#[test]
fn paths_name_fields_and_elements() {
    static WHOLE: Site = Site { owner: "a", field: Site::WHOLE, name: Site::WHOLE, file: "a.ksy", line: 1 };
    let path = FieldPath::from(super::data::PARTITIONS).nth(3).then(&WHOLE);
    assert_eq!(path.as_str(), "partitions[3]");
    assert_eq!(path.then(super::unfiltered::FLAGS).as_str(), "partitions[3].flags");
    assert_eq!(FieldPath::default().then(super::unfiltered::FLAGS).as_str(), "flags");
}
