//! The compiler of the specification, on arbitrary text.

/// Compiles the text as a file that may import those of `spec/common`: modules, or mistakes with places in it.
pub fn compile(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let common = cqlite_spec::FILES.into_iter().filter(|(path, _)| path.starts_with("common/"));
    let sources: Vec<(&str, &str)> = common.chain([("sstable/fuzzed.ksy", text)]).collect();
    match cqlite_codegen::compile(&sources, "fuzzed") {
        Ok(_) => {}
        Err(mistakes) => {
            assert!(!mistakes.is_empty(), "no module, and no reason");
            assert!(mistakes.iter().all(|mistake| !mistake.to_string().is_empty()));
        }
    }
}
