// Written by `expand` from the specification sstable_filter.ksy. Do not edit.
rt::sites! {
    sstable_filter_site : "sstable_filter" in "sstable/sstable_filter.ksy", line 1;
    num_hashes 34; num_words 5; words 6; old_words 7 => words;
}
/// Tells for most of the partition keys that the SSTable does not have that it does not have them, without a look into its index. Absent, or
/// empty, if the table's `bloom_filter_fp_chance` is 1; then every key may be there.
///
/// A key is hashed once, by the 128-bit Murmur3 hash that also makes the default partitioner's tokens, and `num_hashes` bit numbers are made
/// from its two halves: `abs((h1 + i * h0) % num_bits)`, in wrapping signed 64-bit arithmetic, where `num_bits` is `64 * num_words` and `i` goes
/// from 0. All of them are set if the SSTable may have the key. Bit `n` of the filter is bit `n % 64` (counted from the least significant) of
/// word `n / 64`. The hash is this one with every partitioner, and is taken of the key's bytes as Data.db has them.
///
/// The hash is MurmurHash3_x64_128 with the seed 0, its halves `h0` and `h1` as signed numbers of 64 bits, but for one deviation. A key is
/// taken in blocks of 16 bytes, as two little-endian words each; the last 0 to 15 bytes (the tail) are put together into two words
/// byte by byte: `k ^= byte << shift`, with shifts 0, 8, … 56. Other implementations take these bytes as unsigned; Cassandra takes them as
/// *signed*, so that a byte from 0x80 on inverts all bits above its own eight. Keys whose tail is ASCII have the same hash in both, others have
/// not: with a library's function their tokens are wrong, and the filter seems to say that keys are not there which are. For example:
///
/// ```text
/// key           h0                      h1                      h0 with an unsigned tail
/// 66            -7907455435422653521    -4517908430071994335    -7907455435422653521
/// c5            -7071807622459317306    -1543031066781234691    -6725371245767251704
/// ```
///
/// Specification: `sstable_filter` in `sstable/sstable_filter.ksy`. Cassandra: org.apache.cassandra.utils.MurmurHash.hash3_x64_128, org.apache.cassandra.utils.BloomFilterSerializer, org.apache.cassandra.utils.obs.OffHeapBitSet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SstableFilter {
    /// How many bits are looked at for each key, 1 to about 20.
    pub num_hashes: i32,
    /// The bits. Little-endian, unlike almost all else, as Cassandra copies its memory to the file: bit `n` is bit `n % 8` of byte `n / 8`.
    pub words: Vec<u64>,
}
impl SstableFilter {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableFilterParams<'_>) -> rt::ReadResult<Self> {
        SstableFilterRef::read(r, cx)?.to_model()
    }
    /// It before there are words.
    pub fn without_words(mut self) -> Self {
        self.words = Default::default();
        self
    }
    /// Length of a word in bytes.
    pub const fn len_word(_: version::SstableVersion) -> i64 {
        8
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, cx: &SstableFilterParams<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&SSTABLE_FILTER_TABLE, cx.dynamic(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableFilterParams<'_>) -> rt::WriteResult<()> {
        rt::sink::demand(i64::from(self.num_hashes) >= 0, "a value within its range", sstable_filter_site::num_hashes)?;
        w.put(&self.num_hashes.to_be_bytes());
        let f_num_words = rt::sink::narrow::<i32, _>(
            if true { (self.words.len() as i64) } else { (self.words.len() as i64) },
            sstable_filter_site::num_words,
        )?;
        rt::sink::demand(i64::from(f_num_words) >= 0, "a value within its range", sstable_filter_site::num_words)?;
        w.put(&f_num_words.to_be_bytes());
        if !(cx.v.has_old_bf_format()) {
            rt::sink::exact(self.words.len() as u64, i64::from(f_num_words), sstable_filter_site::words)?;
            for e in self.words.iter() {
                w.put(&e.to_le_bytes());
            }
        }
        if cx.v.has_old_bf_format() {
            rt::sink::exact(self.words.len() as u64, i64::from(f_num_words), sstable_filter_site::old_words)?;
            for e in self.words.iter() {
                w.put(&e.to_be_bytes());
            }
        }
        if !(!(cx.v.has_old_bf_format()) || cx.v.has_old_bf_format()) {
            rt::sink::left_out(true, sstable_filter_site::old_words)?;
        }
        Ok(())
    }
}
/// The head of a [`SstableFilter`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct SstableFilterRef<'a> {
    pub num_hashes: i32,
    /// Number of 64-bit words.
    pub num_words: i32,
    pub words: rt::array::ArrayView<'a, rt::array::Any<u64>>,
    pub(crate) cx: SstableFilterParams<'static>,
    /// Number of bits.
    pub num_bits: i64,
}
impl<'a> SstableFilterRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableFilterParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let start = r.offset();
        let f_num_hashes = r.i32_be(sstable_filter_site::num_hashes)?;
        rt::ReadError::demand(
            i64::from(f_num_hashes) >= 0,
            &f_num_hashes,
            "a value within its range (How many bits are looked at for each key, 1 to about 20.)",
            start,
            sstable_filter_site::num_hashes,
        )?;
        let start = r.offset();
        let f_num_words = r.i32_be(sstable_filter_site::num_words)?;
        rt::ReadError::demand(
            i64::from(f_num_words) >= 0,
            &f_num_words,
            "a value within its range (Number of 64-bit words.)",
            start,
            sstable_filter_site::num_words,
        )?;
        let layout_words = if !(cx.v.has_old_bf_format()) {
            let f_words = rt::array::ArrayView::<rt::array::Any<u64>>::take(
                r,
                i64::from(f_num_words),
                64,
                rt::array::Stored { bytes: 8, signed: false, little: true },
                sstable_filter_site::words,
            )?;
            Some(f_words)
        } else {
            None
        };
        let layout_old_words = if cx.v.has_old_bf_format() {
            let f_old_words = rt::array::ArrayView::<rt::array::Any<u64>>::take(
                r,
                i64::from(f_num_words),
                64,
                rt::array::Stored { bytes: 8, signed: false, little: false },
                sstable_filter_site::old_words,
            )?;
            Some(f_old_words)
        } else {
            None
        };
        let f_words = match match layout_words {
            Some(v) => Some(v),
            None => match layout_old_words {
                Some(v) => Some(v),
                None => None,
            },
        } {
            Some(v) => v,
            None => {
                return Err(r.error(rt::ReadErrorKind::Absent { field: "words" }, sstable_filter_site::words).into());
            }
        };
        let value_num_bits = ((f_num_words as i64) * 64);
        Ok(SstableFilterRef {
            num_hashes: f_num_hashes,
            num_words: f_num_words,
            words: f_words,
            cx: SstableFilterParams::new(cx.v),
            num_bits: value_num_bits,
        })
    }
    pub fn to_model(&self) -> rt::ReadResult<SstableFilter> {
        Ok(SstableFilter { num_hashes: self.num_hashes, words: self.words.list(|e| Ok(e.0))? })
    }
    rt::sited!(sstable_filter_site);
}
/// What stands in a [`SstableFilter`].
pub static SSTABLE_FILTER_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&sstable_filter_site::ALL, &["v"])
        .root()
        .fields(&[
            t::S4.least(0),
            t::S4.least(0),
            t::U8le
                .times(&Name("num_words"))
                .when(&Not(&Member(&Name("v"), "has_old_bf_format")))
                .layouts(&["old_words"]),
            t::U8.times(&Name("num_words")).when(&Member(&Name("v"), "has_old_bf_format")),
        ])
        .values(&[
            t::value("len_word", Int(8)),
            t::value("num_bits", Of(Mul, &Cast(&Name("num_words"), t::Int::S8), &Int(64))),
        ])
};
rt::reflect!(SstableFilter : num_hashes, words);
