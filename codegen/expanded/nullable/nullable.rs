// Written by `expand` from the specification nullable.ksy. Do not edit.
rt::sites! {
    nullable_site : "nullable" in "values/nullable.ksy", line 1; len 15; data 3;
}
/// An element of a frozen collection, or a field of a tuple or user type: its length, and its bytes as its own type serializes them.
///
/// ```text
/// ffffffff             null
/// 00000000             no bytes: the empty text, or blob; of most other types a value that is empty
/// 00000004 00000007    the int 7
/// ```
///
/// Specification: `nullable` in `values/nullable.ksy`. Cassandra: org.apache.cassandra.serializers.CollectionSerializer.readValue, org.apache.cassandra.db.marshal.TupleType.split.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Nullable {
    /// Length in bytes; negative for null (Cassandra writes -1; -2, an unset field, does not occur on disk).
    pub len: i32,
    /// The bytes. Fewer than `len` only in bytes that are no value, and end too early. Cassandra's readers differ in what they do then:
    /// most fail, a comparison that has been decided does not look, and `sstabledump -d` goes on with zeros.
    pub data: Option<Vec<u8>>,
}
impl Nullable {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        NullableRef::read(r)?.to_model()
    }
    /// How many bytes are missing; 0 in values.
    pub fn num_missing(&self) -> rt::WriteResult<i64> {
        Ok(if i64::from(self.len) < 0 {
            0i64
        } else {
            (i64::from(self.len) - (rt::sink::present(self.data.as_ref(), nullable_site::_self)?.len() as i64))
        })
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&NULLABLE_TABLE, Vec::new(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        w.put(&self.len.to_be_bytes());
        if let Some(v) = rt::sink::agreed(self.data.as_ref(), i64::from(self.len) >= 0, nullable_site::data)? {
            w.copy(v);
        }
        Ok(())
    }
}
/// The head of a [`Nullable`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct NullableRef<'a> {
    pub len: i32,
    pub data: Option<&'a [u8]>,
    pub num_missing: i64,
}
impl<'a> NullableRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_len = r.i32_be(nullable_site::len)?;
        let f_data = if i64::from(f_len) >= 0 {
            Some({
                let len = (if i64::from(f_len)
                    > r.in_range((r.size() as i64).checked_sub(r.pos() as i64), nullable_site::data)?
                {
                    r.in_range((r.size() as i64).checked_sub(r.pos() as i64), nullable_site::data)?
                } else {
                    i64::from(f_len)
                });
                r.take_i(len, nullable_site::data)?
            })
        } else {
            None
        };
        let value_num_missing = (if i64::from(f_len) < 0 {
            0i64
        } else {
            (i64::from(f_len) - (r.present(f_data.as_ref(), "data", nullable_site::data)?.len() as i64))
        });
        Ok(NullableRef { len: f_len, data: f_data, num_missing: value_num_missing })
    }
    pub fn to_model(&self) -> rt::ReadResult<Nullable> {
        Ok(Nullable { len: self.len, data: self.data.as_ref().map(|v| v.to_vec()) })
    }
    rt::sited!(nullable_site);
}
/// What stands in a [`Nullable`].
pub static NULLABLE_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&nullable_site::ALL, &[])
        .root()
        .fields(&[
            t::S4,
            t::bytes(t::Size::Bytes(&If(
                &Of(Gt, &Name("len"), &Of(Sub, &Size, &Pos)),
                &Of(Sub, &Size, &Pos),
                &Name("len"),
            )))
            .when(&Of(Ge, &Name("len"), &Int(0)))
            .kept(),
        ])
        .values(&[t::value(
            "num_missing",
            If(&Of(Lt, &Name("len"), &Int(0)), &Int(0), &Of(Sub, &Name("len"), &Member(&Name("data"), "length"))),
        )])
};
rt::reflect!(Nullable : len, data);
