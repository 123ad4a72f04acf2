// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.

__rt::sites! {
    max_column_value_length_site : "max_column_value_length" in
    "sstable/sstable_statistics.ksy", line super::max_column_value_lengths_site::LAST +
    5; name 4; max_length 3;
}
/// One column.
///
/// Specification: `max_column_value_length` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.io.sstable.metadata.StatsMetadata.
#[derive(Debug, Clone, PartialEq)]
pub struct MaxColumnValueLength {
    /// Name of the column.
    pub name: common::BytesUvint,
    /// Length of its longest value in bytes.
    pub max_length: i32,
}
impl MaxColumnValueLength {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let f_name = common::BytesUvint::decode(r)
            .within(max_column_value_length_site::name)?;
        let f_max_length = r.i32_be(max_column_value_length_site::max_length)?;
        Ok(Self {
            name: f_name,
            max_length: f_max_length,
        })
    }
}
/// The head of a [`MaxColumnValueLength`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct MaxColumnValueLengthRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// Name of the column.
    pub name: common::BytesUvintRef<'a>,
    /// Length of its longest value in bytes.
    pub max_length: i32,
}
impl<'a> MaxColumnValueLengthRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_name = common::BytesUvintRef::read(r)
            .within(max_column_value_length_site::name)?;
        let f_max_length = r.i32_be(max_column_value_length_site::max_length)?;
        Ok({
            MaxColumnValueLengthRef {
                lifetime: std::marker::PhantomData,
                name: f_name,
                max_length: f_max_length,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        max_column_value_length_site::_self
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [__rt::Site] {
        max_column_value_length_site::FIELDS
    }
}
impl MaxColumnValueLength {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_name = common::BytesUvint::skip(r)
            .within(max_column_value_length_site::name)?;
        let f_max_length = r.i32_be(max_column_value_length_site::max_length)?;
        Ok(())
    }
}
impl MaxColumnValueLength {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_name = {
            let value = ();
            w.enter(max_column_value_length_site::name, None, r.offset());
            let asked = common::BytesUvint::walk(r, w)
                .within(max_column_value_length_site::name)?;
            w.leave(r.offset());
            value
        };
        let f_max_length = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.i32_be(max_column_value_length_site::max_length)? }
            };
            let offset = r.offset();
            let leaf = r.i32_be(max_column_value_length_site::max_length)?;
            w.leaf(
                max_column_value_length_site::max_length,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Signed(i64::from(leaf)),
            );
            value
        };
        Ok(())
    }
}
impl MaxColumnValueLength {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        self.name.encode(w)?;
        w.put(&self.max_length.to_be_bytes());
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
