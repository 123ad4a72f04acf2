use std::io::Read;
use std::path::Path;

use cqlite_format::statistics::{SstableStatistics, SstableStatisticsParams};
use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_runtime::Reader;
use cqlite_sstable::descriptor::{discover, Component};
use cqlite_tests::corpus::folders;

/// Bytes, and the type of the specification that describes them.
pub struct Stored {
    /// Name of the type, after that of its file if it is another.
    pub spec: &'static str,
    pub params: Vec<i64>,
    pub bytes: Vec<u8>,
}

/// Values of Cassandra's recording whose type has a description, damaged ones among them, and counter contexts.
pub fn recorded() -> Vec<Stored> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../storage/types/tests/recorded/values.tsv.gz");
    let mut text = String::new();
    let file = std::fs::File::open(path).expect("the recording");
    let _ = flate2::read::GzDecoder::new(file).read_to_string(&mut text).expect("the recording");
    let (mut found, mut ty) = (Vec::new(), String::new());
    for line in text.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        if matches!(fields[0], "V" | "C" | "F") && !fields[1].is_empty() {
            fields[1].clone_into(&mut ty);
        }
        let stored = match fields[0] {
            "V" => described(&MarshalType::parse(&ty).expect("a type")).map(|(spec, params)| (spec, params, fields[2])),
            "K" => Some(("counter_context", Vec::new(), fields[1])),
            _ => None,
        };
        found.extend(stored.map(|(spec, params, digits)| Stored { spec, params, bytes: hex(digits) }));
    }
    found
}

fn described(ty: &MarshalType) -> Option<(&'static str, Vec<i64>)> {
    let spec = match ty {
        MarshalType::Reversed(base) => return described(base),
        MarshalType::List { .. } | MarshalType::Set { .. } => "collection",
        MarshalType::Map { .. } => "collection.map_value",
        MarshalType::Tuple(_) | MarshalType::User(_) => "tuple",
        MarshalType::Vector { element, dimension } => {
            let fixed_len = element.fixed_len().map_or(-1, |len| i64::try_from(len).expect("a length"));
            return Some(("vector", vec![i64::from(*dimension), fixed_len]));
        }
        MarshalType::Composite(_) => "composite",
        MarshalType::DynamicComposite(_) => "dynamic_composite",
        MarshalType::Native(NativeType::Duration) => "duration",
        MarshalType::Native(NativeType::Decimal) => "decimal_value",
        MarshalType::Native(NativeType::Integer) => "varint_value",
        _ => return None,
    };
    Some((spec, Vec::new()))
}

/// The sketches of all SSTables.
pub fn sketches() -> Vec<Stored> {
    let all = folders().into_iter().flat_map(|folder| discover(&folder).expect("the corpus").sstables);
    let files = all.filter_map(|found| {
        let bytes = std::fs::read(found.descriptor.path_of(&Component::Statistics)).ok()?;
        let params = SstableStatisticsParams::new(found.descriptor.version().features());
        SstableStatistics::decode(&mut Reader::new(&bytes), &params).ok()
    });
    let sketches = files.filter_map(|statistics| Some(statistics.compaction()?.cardinality.clone()));
    sketches.map(|bytes| Stored { spec: "hyperloglog_plus", params: Vec::new(), bytes }).collect()
}

fn hex(digits: &str) -> Vec<u8> {
    (0..digits.len()).step_by(2).map(|i| u8::from_str_radix(&digits[i..i + 2], 16).expect("hex")).collect()
}
