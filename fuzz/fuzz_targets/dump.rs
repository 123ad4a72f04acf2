#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| cqlite_tests::fuzz::run("dump", data));
