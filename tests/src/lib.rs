//! Checks that cross crates: corpus, Kaitai, live Cassandra.
