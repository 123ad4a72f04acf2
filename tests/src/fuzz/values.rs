//! Targets for decoders written by hand: integers, type names, values, codecs.

use std::cmp::Ordering;

use cqlite_runtime::marshal::{parse, MarshalType};
use cqlite_runtime::{vint, Reader};
use cqlite_sstable::compress::{Codec, CodecKind};
use cqlite_types::{counter, from_text, json, literal, text, try_compare, validate};

use super::input::Input;

/// Room for what a codec makes; the largest chunk that the seeds have.
const ROOM: usize = 1 << 16;

/// Integers of variable length: both readers agree, and the shortest form reads back.
pub fn vint(data: &[u8]) {
    let site = cqlite_format::bti_trie::BtiTrieRef::site();
    let mut r = Reader::new(data);
    match (vint::decode(data), r.uvint(site)) {
        (Some((value, len)), Ok(read)) => {
            assert_eq!((value, len as u64), (read, r.pos()));
            let (bytes, shortest) = vint::encode(value);
            assert!(shortest <= len);
            assert_eq!(vint::decode(&bytes[..shortest]), Some((value, shortest)));
            assert_eq!(vint::zigzag(vint::unzigzag(value)), value);
        }
        (None, Err(_)) => {}
        (a, b) => panic!("{a:?} is not {b:?}"),
    }
}

/// Names of types: what is parsed is printed such that it parses to the same.
pub fn marshal_type(data: &[u8]) {
    let Ok(name) = std::str::from_utf8(data) else { return };
    let Ok(ty) = parse(name) else { return };
    let printed = ty.to_string();
    assert_eq!(parse(&printed).as_ref(), Ok(&ty), "{name:?} is printed as {printed:?}");
    let _ = (ty.cql_name(), ty.fixed_len(), ty.sub_types().len());
}

/// Values: name of the type, value.
pub fn value(data: &[u8]) {
    let mut input = Input::new(data);
    let Ok(name) = std::str::from_utf8(input.part()) else { return };
    let Ok(ty) = parse(name) else { return };
    let bytes = input.rest();
    let is_valid = validate(&ty, bytes).is_ok();
    let mut out = Vec::new();
    let shown = json::write(&ty, bytes, &mut out);
    if is_valid && shown.is_ok() {
        assert!(std::str::from_utf8(&out).is_ok(), "{name}: JSON is no UTF-8: {out:?}");
    }
    let _ = literal::write(&ty, bytes, &mut Vec::new());
    let _ = text::write(&ty, bytes, &mut Vec::new());
    let _ = counter::total(bytes);
    if is_valid && try_compare(&ty, bytes, bytes).is_ok_and(|order| order != Ordering::Equal) {
        panic!("{name}: {bytes:?} is not equal to itself");
    }
    order(&ty, bytes);
    let Ok(words) = std::str::from_utf8(bytes) else { return };
    // Cassandra makes no bytes of no text, also for types that have no such value.
    if let Some(made) = from_text(&ty, words).ok().filter(|made| !made.is_empty() && !is_read_as_it_is(&ty)) {
        validate(&ty, &made).unwrap_or_else(|e| panic!("{name}: {words:?} is read as {made:?}: {e}"));
    }
}

/// Whether Cassandra takes the hexadecimal digits of a value, or of one within it, for what they are. Reference:
/// `CollectionType.fromString` and `VectorType.fromString`, which check nothing.
fn is_read_as_it_is(ty: &MarshalType) -> bool {
    match ty {
        MarshalType::List { .. } | MarshalType::Set { .. } | MarshalType::Map { .. } | MarshalType::Vector { .. } => {
            true
        }
        MarshalType::Reversed(base) => is_read_as_it_is(base),
        MarshalType::Tuple(all) | MarshalType::Composite(all) => all.iter().any(is_read_as_it_is),
        MarshalType::User(user) => user.fields.iter().any(|field| is_read_as_it_is(&field.ty)),
        MarshalType::DynamicComposite(all) => all.iter().any(|(_, ty)| is_read_as_it_is(ty)),
        _ => false,
    }
}

/// Compares the halves of some bytes, both ways.
fn order(ty: &MarshalType, bytes: &[u8]) {
    let (a, b) = bytes.split_at(bytes.len() / 2);
    if validate(ty, a).is_err() || validate(ty, b).is_err() {
        let _ = try_compare(ty, a, b);
        return;
    }
    if let (Ok(one), Ok(other)) = (try_compare(ty, a, b), try_compare(ty, b, a)) {
        assert_eq!(one, other.reverse(), "{ty}: the order of {a:?} and {b:?} depends on who is asked first");
    }
}

/// Codecs: kind, compressed bytes. Whatever they give fits, and what is compressed reads back.
pub fn codec(data: &[u8]) {
    let mut input = Input::new(data);
    let kind = CodecKind::ALL[usize::from(input.byte()) % CodecKind::ALL.len()];
    let Ok(codec) = Codec::of_kind(kind) else { return };
    let mut room = vec![0; ROOM];
    if let Ok(n) = codec.decompress(input.rest(), &mut room) {
        assert!(n <= room.len());
    }
    let mut packed = Vec::new();
    codec.compress(input.rest(), &mut packed).expect("any bytes can be compressed");
    if input.rest().len() <= ROOM {
        let n = codec.decompress(&packed, &mut room).unwrap_or_else(|e| panic!("{kind:?}: {e}"));
        assert_eq!(room.get(..n), Some(input.rest()));
    }
}
