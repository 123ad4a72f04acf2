//! As many fields as go together, changed in one way in versions that are made up: the whole product builds, and reads as before.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use crate::mutation::{Mutation, Spec};
use crate::product::{self, Product};
use crate::proof::Sample;

/// SSTables of the versions that there are, and what Cassandra's sstabledump printed of them.
const OLD: [(&str, &str); 6] = [
    ("ma/simple", "ma-1-big"),
    ("mb/deletions", "mb-1-big"),
    ("nb/static_rows", "nb-1-big"),
    ("oa/ranges", "oa-1-big"),
    ("da/wide", "da-1-bti"),
    ("pa/wide", "pa-1-big"),
];

/// SSTables that are written in the made-up versions.
const NEW: [(&str, &str); 4] =
    [("oa/wide", "zy"), ("oa/ranges", "zy"), ("da/wide", "zx"), ("da/wide_uncompressed", "zx")];

/// Changes the fields and builds the product.
pub fn product(mutation: Mutation, least: usize) -> Product {
    let (spec, count) = Spec::with_new_versions().changed(mutation);
    println!("{mutation:?}: {count} fields");
    assert!(count >= least, "{mutation:?}: {count} fields go together only");
    product::build_with(&format!("{mutation:?}").to_lowercase(), |folder| {
        for (path, text) in &spec.files {
            fs::write(folder.join("spec").join(path), text).expect("a specification");
        }
    })
}

/// What the versions before have is read as it was.
pub fn reads_as_before(product: &Product) {
    for (folder, name) in OLD {
        let path = cqlite_test_data::corpus().join(folder).join(format!("{name}-Data.db"));
        let path = path.to_str().expect("a path in UTF-8");
        let dumped = product.run("cqlite", &["dump", path]);
        assert!(dumped.status.success(), "{folder}: {}", String::from_utf8_lossy(&dumped.stderr));
        let recorded = recorded(&cqlite_test_data::corpus().join(folder).join(format!("{name}.dump.json.gz")));
        assert!(dumped.stdout == recorded, "{folder}: the dump is not Cassandra's");
        let verified = product.run("cqlite", &["verify", path]);
        let said = [verified.stdout, verified.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert!(verified.status.success() && !said.contains("warning: "), "{folder}: {said}");
    }
}

/// What is written in the made-up versions has the rows of the original.
pub fn writes_what_is_changed(product: &Product) {
    for (name, version) in NEW {
        let sample = Sample::converted(product, name, version);
        sample.has_the_rows_of_the_original();
        sample.is_described_to_the_last_byte();
        let said = sample.ask(&["verify", sample.data()]);
        assert!(!said.contains("warning: "), "{name}: {said}");
    }
}

/// What Cassandra printed.
pub fn recorded(path: &Path) -> Vec<u8> {
    let file = fs::File::open(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut text = Vec::new();
    let _ = flate2::read::GzDecoder::new(file).read_to_end(&mut text).expect("gzip");
    text
}
