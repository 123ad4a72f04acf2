//! The order in which a HashMap of Java's has its keys: some of what DESCRIBE and errors list is in it.

/// `String.hashCode`
pub(crate) fn of_text(text: &str) -> i32 {
    text.encode_utf16().fold(0, |hash: i32, unit| hash.wrapping_mul(31).wrapping_add(i32::from(unit)))
}

/// `ByteBuffer.hashCode` of a name
pub(crate) fn of_name(name: &str) -> i32 {
    let step = |hash: i32, byte: &u8| hash.wrapping_mul(31).wrapping_add(i32::from(byte.cast_signed()));
    name.as_bytes().iter().rev().fold(1, step)
}

/// Brings things into the order of a map of theirs that was made from one with `size` keys.
pub(crate) fn sort_copied<T>(things: &mut [T], size: usize, hash: impl Fn(&T) -> i32) {
    // HashMap.putMapEntries: a table for size / 0.75 + 1 entries.
    let buckets = (size * 4 / 3 + 1).next_power_of_two();
    sort(things, buckets, hash);
}

/// Brings things into the order of a map that they were put into one by one.
pub(crate) fn sort_put<T>(things: &mut [T], hash: impl Fn(&T) -> i32) {
    let mut buckets = 16;
    while things.len() > buckets / 4 * 3 {
        buckets *= 2;
    }
    sort(things, buckets, hash);
}

fn sort<T>(things: &mut [T], buckets: usize, hash: impl Fn(&T) -> i32) {
    things.sort_by_key(|thing| {
        let hash = hash(thing).cast_unsigned();
        (hash ^ hash >> 16) as usize & (buckets - 1)
    });
}
