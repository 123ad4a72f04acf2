// Written by `expand` from the specification collection.ksy. Do not edit.
rt::sites! {
    map_value_site : "map_value" in "values/collection.ksy", line
    super::collection_site::LAST + 6; num_entries 4; parts 4;
}
/// A frozen map.
///
/// Specification: `map_value` in `values/collection.ksy`. Cassandra: org.apache.cassandra.serializers.MapSerializer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MapValue {
    /// The keys in order, each with its value after it.
    pub parts: Vec<nullable::Nullable>,
}
impl MapValue {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        let head = MapValueRef::read(r)?;
        let f_parts = rt::array::collect(
            if i64::from(head.num_entries) < 0 { 0i64 } else { ((head.num_entries as i64) * 2) },
            4,
            r,
            map_value_site::parts,
            |r, index| nullable::Nullable::decode(r).within(map_value_site::parts),
        )?;
        Ok(Self { parts: f_parts })
    }
    /// Passes over one.
    #[inline]
    pub fn skip(r: &mut rt::Reader<'_>) -> rt::ReadResult<()> {
        let head = MapValueRef::read(r)?;
        let count = rt::array::count(
            r,
            if i64::from(head.num_entries) < 0 { 0i64 } else { ((head.num_entries as i64) * 2) },
            0,
            map_value_site::parts,
        )?;
        for _ in 0..count {
            let _ = nullable::NullableRef::read(r).within(map_value_site::parts)?;
        }
        Ok(())
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        let f_num_entries = rt::sink::narrow::<i32, _>(
            rt::sink::in_range((self.parts.len() as i64).checked_div_euclid(2), map_value_site::num_entries)?,
            map_value_site::num_entries,
        )?;
        w.put(&f_num_entries.to_be_bytes());
        rt::sink::exact(
            self.parts.len() as u64,
            if i64::from(f_num_entries) < 0 { 0i64 } else { ((f_num_entries as i64) * 2) },
            map_value_site::parts,
        )?;
        for e in self.parts.iter() {
            e.encode(w)?;
        }
        Ok(())
    }
}
/// The head of a [`MapValue`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct MapValueRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    /// Number of entries. Cassandra takes a negative one, which it does not write, for 0.
    pub num_entries: i32,
}
impl<'a> MapValueRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_num_entries = r.i32_be(map_value_site::num_entries)?;
        Ok(MapValueRef { begin, rest: *r, num_entries: f_num_entries })
    }
    rt::sited!(map_value_site);
}
/// What stands in a [`MapValue`].
pub static MAP_VALUE_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&map_value_site::ALL, &[]).fields(&[
        t::S4,
        t::of(&nullable::NULLABLE_TABLE, &[]).times(&If(
            &Of(Lt, &Name("num_entries"), &Int(0)),
            &Int(0),
            &Of(Mul, &Cast(&Name("num_entries"), t::Int::S8), &Int(2)),
        )),
    ])
};
rt::reflect!(MapValue : parts);
