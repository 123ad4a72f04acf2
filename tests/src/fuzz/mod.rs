//! What the fuzz targets do with arbitrary bytes: nothing may panic, hang or take much memory, whatever they are.
//!
//! The targets themselves (`fuzz/fuzz_targets/`) are one line each; what they do is here, so that an ordinary test can do it with
//! the seeds and with what fuzzing has found (`tests/fuzz/TARGET/`).

mod components;
mod input;
mod seeds;
mod specification;
mod sstable;
mod touch;
mod values;
mod whole;

pub use seeds::{found, seeds, Seed};

/// A fuzz target.
pub struct Target {
    /// The name of its file in `fuzz/fuzz_targets/`.
    pub name: &'static str,
    /// What it does with an input.
    pub run: fn(&[u8]),
}

/// All targets, by name.
pub const TARGETS: &[Target] = &[
    Target { name: "codec", run: values::codec },
    Target { name: "dump", run: whole::dump },
    Target { name: "marshal_type", run: values::marshal_type },
    Target { name: "read_compression_info", run: components::compression_info },
    Target { name: "read_crc", run: components::crc },
    Target { name: "read_data", run: components::data },
    Target { name: "read_digest", run: components::digest },
    Target { name: "read_filter", run: components::filter },
    Target { name: "read_index", run: components::index },
    Target { name: "read_partitions", run: components::partitions },
    Target { name: "read_rows", run: components::rows },
    Target { name: "read_statistics", run: components::statistics },
    Target { name: "read_summary", run: components::summary },
    Target { name: "read_toc", run: components::toc },
    Target { name: "specification", run: specification::compile },
    Target { name: "sstable", run: sstable::read },
    Target { name: "value", run: values::value },
    Target { name: "verify", run: whole::verify },
    Target { name: "vint", run: values::vint },
];

/// Does what the target of that name does.
///
/// # Panics
/// If there is none, or if it finds something.
pub fn run(name: &str, data: &[u8]) {
    let target = TARGETS.iter().find(|target| target.name == name);
    (target.unwrap_or_else(|| panic!("there is no fuzz target {name}")).run)(data);
}
