//! Texts as the Java of `sstablemetadata` makes them.

use cqlite_runtime::marshal::{MarshalType, NativeType};

/// `Double.toString`.
pub(super) fn double(value: f64) -> String {
    value_text(&MarshalType::Native(NativeType::Double), &value.to_bits().to_be_bytes())
}

/// `AbstractType.getString`; the bytes in hexadecimal digits where that throws.
pub(super) fn value_text(ty: &MarshalType, bytes: &[u8]) -> String {
    let mut out = Vec::new();
    match cqlite_types::text::write(ty, bytes, &mut out) {
        Ok(()) => String::from_utf8_lossy(&out).into_owned(),
        Err(_) => cqlite_types::hex::text(bytes),
    }
}

/// A UUID in its usual form; other bytes in hexadecimal digits.
pub(super) fn uuid(bytes: &[u8]) -> String {
    value_text(&MarshalType::Native(NativeType::Uuid), bytes)
}

/// `String.format("%.1f")`: the shortest digits of the number, rounded half up.
fn one_decimal(value: f64) -> String {
    let digits = value.to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, "0"));
    let first = fraction.bytes().next().map_or(0, |b| u64::from(b - b'0'));
    let up = u64::from(fraction.as_bytes().get(1).is_some_and(|b| *b >= b'5'));
    let tenths = whole.parse::<u64>().unwrap_or(0) * 10 + first + up;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A number of bytes in units of 1024; `None` for 0.
///
/// Reference: `SSTableMetadataViewer.toByteString`.
pub(super) fn byte_count(bytes: i64) -> Option<String> {
    match bytes {
        0 => None,
        ..1024 => Some(format!("{bytes} B")),
        _ => {
            let exponent = ((bytes as f64).ln() / 1024f64.ln()) as usize;
            let unit = ["", "k", "M", "G", "T", "P"].get(exponent).copied().unwrap_or("E");
            Some(format!("{} {unit}B", one_decimal(bytes as f64 / 1024f64.powi(exponent as i32))))
        }
    }
}

/// The order in which a `java.util.HashMap` gives keys that were put into it in this order.
pub(super) fn hash_map_order(keys: &[String]) -> Vec<usize> {
    let mut capacity = 16u32;
    while keys.len() as u64 * 4 > u64::from(capacity) * 3 {
        capacity *= 2;
    }
    let bucket = |key: &String| {
        let hash = key.encode_utf16().fold(0u32, |hash, unit| hash.wrapping_mul(31).wrapping_add(u32::from(unit)));
        (hash ^ hash >> 16) & (capacity - 1)
    };
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by_key(|i| keys.get(*i).map(bucket));
    order
}

#[cfg(test)]
mod tests {
    use super::{byte_count, double, hash_map_order};

    #[test]
    fn texts_are_those_of_java() {
        assert_eq!(double(0.01), "0.01");
        assert_eq!(double(f64::NAN), "NaN");
        assert_eq!(byte_count(0), None);
        assert_eq!(byte_count(1023).unwrap(), "1023 B");
        // 1.25 exactly: half up, where Rust rounds to even.
        assert_eq!(byte_count(1280).unwrap(), "1.3 kB");
        assert_eq!(byte_count(17436917).unwrap(), "16.6 MB");
    }

    #[test]
    fn keys_come_by_the_low_bits_of_their_hash() {
        let keys = ["v", "k", "s1", "s2"].map(str::to_owned);
        // Hashes 118, 107, 3614, 3615: buckets 6, 11, 14, 15 of 16.
        assert_eq!(hash_map_order(&keys), [0, 1, 2, 3]);
        let keys: Vec<_> = (0..30).map(|i| format!("column_{}", i * i)).collect();
        let found: Vec<_> =
            hash_map_order(&keys).into_iter().map(|i| keys[i].trim_start_matches("column_").to_owned()).collect();
        let recorded =
            "361 121 484 9 225 324 841 100 144 441 169 400 289 784 0 729 64 625 81 529 25 49 4 1 196 676 576 256 36 16";
        assert_eq!(found.join(" "), recorded);
    }
}
