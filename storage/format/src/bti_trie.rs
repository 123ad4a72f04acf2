//! Generated from `spec/bti/bti_trie.ksy`.

cqlite_codegen_macros::component!("bti_trie");
