// Written by `expand` from the specification bti_trie.ksy. Do not edit.
rt::sites! {
    bti_trie_site : "bti_trie" in "bti/bti_trie.ksy", line 1; head 46; low_distance 3;
    single_transition 4; num_sparse 4; sparse_transitions 5; dense_start 6;
    num_dense_less_one 4; distances_8 4; distances_12 6; distances_16 6; distances_24 6;
    distances_32 6; distances_40 6; distances_64 6; partition_payload 6; row_payload 4;
    children 4;
}
/// Both index files of BTI are tries over byte-comparable keys: byte strings whose unsigned order is the order of the keys. One leads from the
/// root to a node by the first byte of the key, and so on; a node that stands for a key has a payload. Tries keep only as much of a key as it
/// takes to tell it from its neighbours, so that a payload found is a candidate, and the key itself must be compared where it points to.
///
/// A node is written after all its children, so that its children are named by their distances back from its own first byte, and a reader
/// starts with the root near the end of the file. The tries are packed into pages of `len_page` bytes: no node goes over the end of a page,
/// children are put into their parent's page as far as they fit, and the space that is left at the end of a page is filled with zeros. Nothing
/// but its parents' distances tells where a node is, so a trie cannot be read from its start.
///
/// A node has one of four shapes, in up to six widths of the distances. Its first byte is the kind (high bits) and the payload's bits (low ones).
///
/// ```text
/// payload only    no children
/// single          one child: transition byte, distance
/// sparse          2 to 255 children: count, transition bytes in ascending order, distances in the same order
/// dense           children for (nearly) all transitions of a range: first transition, number of transitions less one, a distance for each
///                 transition; the distance 0 says that there is no child
/// ```
///
/// What the payload holds differs between the two files; its bits (1 to 15; 0 means that there is none) tell its length.
///
/// A byte-comparable key is made by the ByteComparable classes (`has_legacy_byte_comparable_keys` tells which of their versions);
/// docs/byte-comparable.md describes the encoding. In Partitions.db a key is the token, as the partitioner makes it comparable, and after it
/// the partition key; in Rows.db it is a separator: a byte string between the last clustering of the block before and the first one of the
/// block that it leads to.
///
/// Specification: `bti_trie` in `bti/bti_trie.ksy`. Cassandra: org.apache.cassandra.io.tries.TrieNode, org.apache.cassandra.io.tries.IncrementalDeepTrieWriterPageAware.
#[derive(Debug, Clone, PartialEq)]
pub struct BtiTrie {
    /// The first byte.
    pub head: NodeHead,
    /// Low 8 bits of the distance, after the 4 bits in `low`.
    pub low_distance: Option<u8>,
    /// The byte that leads to the only child.
    pub single_transition: Option<u8>,
    /// The bytes that lead to the children, ascending; fit for a binary search.
    pub sparse_transitions: Option<Vec<u8>>,
    /// The first byte that leads to a child.
    pub dense_start: Option<u8>,
    /// Number of bytes from the first that leads to a child to the last one, less one, so that 256 can be said.
    pub num_dense_less_one: Option<u8>,
    /// Distances of 8 bits, to the children in order of their transitions.
    pub distances_8: Option<Vec<u8>>,
    /// Distances of 12 bits, two in three bytes, the first in the higher bits; after an odd number of them four bits are left unused.
    pub distances_12: Option<Vec<u16>>,
    /// Distances of 16 bits.
    pub distances_16: Option<Vec<u16>>,
    /// Distances of 24 bits.
    pub distances_24: Option<Vec<u32>>,
    /// Distances of 32 bits.
    pub distances_32: Option<Vec<u32>>,
    /// Distances of 40 bits.
    pub distances_40: Option<Vec<Distance40>>,
    /// Distances of 64 bits.
    pub distances_64: Option<Vec<i64>>,
    /// What Partitions.db says of a partition key.
    pub partition_payload: Option<PartitionPayload>,
    /// What Rows.db says of a block of rows.
    pub row_payload: Option<RowPayload>,
}
impl BtiTrie {
    /// Of `head` and what nobody need choose: what a later version adds is one more of those.
    pub fn new(head: NodeHead) -> Self {
        Self {
            head,
            low_distance: Default::default(),
            single_transition: Default::default(),
            sparse_transitions: Default::default(),
            dense_start: Default::default(),
            num_dense_less_one: Default::default(),
            distances_8: Default::default(),
            distances_12: Default::default(),
            distances_16: Default::default(),
            distances_24: Default::default(),
            distances_32: Default::default(),
            distances_40: Default::default(),
            distances_64: Default::default(),
            partition_payload: Default::default(),
            row_payload: Default::default(),
        }
    }
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &BtiTrieParams<'_>) -> rt::ReadResult<Self> {
        let head = BtiTrieRef::read(r, cx)?;
        Ok(Self {
            head: head.head.to_model()?,
            low_distance: head.low_distance,
            single_transition: head.single_transition,
            sparse_transitions: head.sparse_transitions.as_ref().map(|v| v.list(|e| Ok(e.0))).transpose()?,
            dense_start: head.dense_start,
            num_dense_less_one: head.num_dense_less_one,
            distances_8: head.distances_8.as_ref().map(|v| v.list(|e| Ok(e.0))).transpose()?,
            distances_12: head.distances_12.as_ref().map(|v| v.list(|e| Ok(e.0))).transpose()?,
            distances_16: head.distances_16.as_ref().map(|v| v.list(|e| Ok(e.0))).transpose()?,
            distances_24: head.distances_24.as_ref().map(|v| v.list(|e| Ok(e.0))).transpose()?,
            distances_32: head.distances_32.as_ref().map(|v| v.list(|e| Ok(e.0))).transpose()?,
            distances_40: head.distances_40.as_ref().map(|v| v.list(|e| e.to_model())).transpose()?,
            distances_64: head.distances_64.as_ref().map(|v| v.list(|e| Ok(e.0))).transpose()?,
            partition_payload: head.partition_payload.as_ref().map(|v| v.to_model()).transpose()?,
            row_payload: head.row_payload.as_ref().map(|v| v.to_model()).transpose()?,
        })
    }
    /// Length of a page in bytes (`PageAware.PAGE_SIZE`).
    pub const fn len_page(_: version::SstableVersion) -> i64 {
        4096
    }
    /// Shape of the node and width of its distances.
    pub fn kind(&self) -> NodeKind {
        self.head.kind
    }
    /// Bits of the payload; in the two kinds without payload the distance, or the high bits of it.
    pub fn low(&self) -> i64 {
        i64::from(self.head.low)
    }
    /// One child.
    pub fn is_single(&self) -> bool {
        self.head.is_single()
    }
    /// Several children, each with its transition.
    pub fn is_sparse(&self) -> bool {
        self.head.is_sparse()
    }
    /// Children for a range of transitions.
    pub fn is_dense(&self) -> bool {
        self.head.is_dense()
    }
    /// Width of a distance in bits; 0 where there is none after the transitions.
    pub fn len_distance(&self) -> i64 {
        if self.head.is_distance_in_head() {
            0i64
        } else {
            self.head.len_distance()
        }
    }
    /// The node stands for a key.
    pub fn has_payload(&self) -> bool {
        !(self.head.is_distance_in_head()) && (i64::from(self.head.low) != 0)
    }
    /// Passes over one.
    #[inline]
    pub fn skip(r: &mut rt::Reader<'_>, cx: &BtiTrieParams<'_>) -> rt::ReadResult<()> {
        let head = BtiTrieRef::read(r, cx)?;
        Ok(())
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, cx: &BtiTrieParams<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&BTI_TRIE_TABLE, cx.dynamic(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &BtiTrieParams<'_>) -> rt::WriteResult<()> {
        self.head.encode(w)?;
        w.align();
        if let Some(v) = rt::sink::agreed(
            self.low_distance.as_ref(),
            (self.head.kind) == NodeKind::SingleNopayload12,
            bti_trie_site::low_distance,
        )? {
            w.put(&v.to_be_bytes());
        }
        w.align();
        if let Some(v) =
            rt::sink::agreed(self.single_transition.as_ref(), self.head.is_single(), bti_trie_site::single_transition)?
        {
            w.put(&v.to_be_bytes());
        }
        let i_is_sparse = (self.head.is_sparse());
        w.align();
        let f_num_sparse = if i_is_sparse {
            Some(rt::sink::narrow::<u8, _>(
                self.sparse_transitions.as_ref().map_or(0, |x0| (x0.len() as i64)),
                bti_trie_site::num_sparse,
            )?)
        } else {
            None
        };
        if let Some(v) = f_num_sparse {
            w.put(&v.to_be_bytes());
        }
        w.align();
        if let Some(v) =
            rt::sink::agreed(self.sparse_transitions.as_ref(), i_is_sparse, bti_trie_site::sparse_transitions)?
        {
            for e in v.iter() {
                w.put(&e.to_be_bytes());
            }
        }
        let i_is_dense = (self.head.is_dense());
        w.align();
        if let Some(v) = rt::sink::agreed(self.dense_start.as_ref(), i_is_dense, bti_trie_site::dense_start)? {
            w.put(&v.to_be_bytes());
        }
        w.align();
        if let Some(v) =
            rt::sink::agreed(self.num_dense_less_one.as_ref(), i_is_dense, bti_trie_site::num_dense_less_one)?
        {
            w.put(&v.to_be_bytes());
        }
        let i_len_distance = (if self.head.is_distance_in_head() { 0i64 } else { self.head.len_distance() });
        let i_num_distances = || -> rt::WriteResult<_> {
            Ok(if i_len_distance > 0 {
                (if self.head.is_single() {
                    1i64
                } else if i_is_sparse {
                    i64::from(rt::sink::present(f_num_sparse, bti_trie_site::distances_8)?)
                } else if i_is_dense {
                    (i64::from(rt::sink::present(self.num_dense_less_one, bti_trie_site::distances_8)?) + 1)
                } else {
                    0i64
                })
            } else {
                0i64
            })
        };
        w.align();
        if let Some(v) = rt::sink::agreed(self.distances_8.as_ref(), i_len_distance == 8, bti_trie_site::distances_8)? {
            rt::sink::exact(v.len() as u64, i_num_distances()?, bti_trie_site::distances_8)?;
            for e in v.iter() {
                w.put(&e.to_be_bytes());
            }
        }
        if let Some(v) =
            rt::sink::agreed(self.distances_12.as_ref(), i_len_distance == 12, bti_trie_site::distances_12)?
        {
            rt::sink::exact(v.len() as u64, i_num_distances()?, bti_trie_site::distances_12)?;
            for e in v.iter() {
                rt::sink::fits(*e, 12, bti_trie_site::distances_12)?;
                w.bits(u64::from(*e), 12);
            }
        }
        w.align();
        if let Some(v) =
            rt::sink::agreed(self.distances_16.as_ref(), i_len_distance == 16, bti_trie_site::distances_16)?
        {
            rt::sink::exact(v.len() as u64, i_num_distances()?, bti_trie_site::distances_16)?;
            for e in v.iter() {
                w.put(&e.to_be_bytes());
            }
        }
        if let Some(v) =
            rt::sink::agreed(self.distances_24.as_ref(), i_len_distance == 24, bti_trie_site::distances_24)?
        {
            rt::sink::exact(v.len() as u64, i_num_distances()?, bti_trie_site::distances_24)?;
            for e in v.iter() {
                rt::sink::fits(*e, 24, bti_trie_site::distances_24)?;
                w.bits(u64::from(*e), 24);
            }
        }
        w.align();
        if let Some(v) =
            rt::sink::agreed(self.distances_32.as_ref(), i_len_distance == 32, bti_trie_site::distances_32)?
        {
            rt::sink::exact(v.len() as u64, i_num_distances()?, bti_trie_site::distances_32)?;
            for e in v.iter() {
                w.put(&e.to_be_bytes());
            }
        }
        w.align();
        if let Some(v) =
            rt::sink::agreed(self.distances_40.as_ref(), i_len_distance == 40, bti_trie_site::distances_40)?
        {
            rt::sink::exact(v.len() as u64, i_num_distances()?, bti_trie_site::distances_40)?;
            for e in v.iter() {
                e.encode(w)?;
            }
        }
        w.align();
        if let Some(v) =
            rt::sink::agreed(self.distances_64.as_ref(), i_len_distance == 64, bti_trie_site::distances_64)?
        {
            rt::sink::exact(v.len() as u64, i_num_distances()?, bti_trie_site::distances_64)?;
            for e in v.iter() {
                w.put(&e.to_be_bytes());
            }
        }
        let i_low = (self.head.low);
        let i_has_payload = (!(self.head.is_distance_in_head()) && (i64::from(i_low) != 0));
        w.align();
        if let Some(v) = rt::sink::agreed(
            self.partition_payload.as_ref(),
            i_has_payload && !(cx.is_rows),
            bti_trie_site::partition_payload,
        )? {
            v.encode(w, cx, i64::from(i_low))?;
        }
        w.align();
        if let Some(v) =
            rt::sink::agreed(self.row_payload.as_ref(), i_has_payload && cx.is_rows, bti_trie_site::row_payload)?
        {
            v.encode(w, cx, i64::from(i_low))?;
        }
        Ok(())
    }
}
/// The head of a [`BtiTrie`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct BtiTrieRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    /// Position of the node in the file, in bytes; the root's from the footer or the entry, a child's from its parent.
    pub node_pos: i64,
    /// The file is Rows.db, else Partitions.db.
    pub is_rows: bool,
    pub head: NodeHeadRef<'a>,
    pub low_distance: Option<u8>,
    pub single_transition: Option<u8>,
    /// Number of children.
    pub num_sparse: Option<u8>,
    pub sparse_transitions: Option<rt::array::ArrayView<'a, rt::array::U8>>,
    pub dense_start: Option<u8>,
    pub num_dense_less_one: Option<u8>,
    pub distances_8: Option<rt::array::ArrayView<'a, rt::array::U8>>,
    pub distances_12: Option<rt::array::ArrayView<'a, rt::array::Bits16>>,
    pub distances_16: Option<rt::array::ArrayView<'a, rt::array::U16Be>>,
    pub distances_24: Option<rt::array::ArrayView<'a, rt::array::Bits32>>,
    pub distances_32: Option<rt::array::ArrayView<'a, rt::array::U32Be>>,
    pub distances_40: Option<rt::array::ArrayView<'a, Distance40Ref<'a>>>,
    pub distances_64: Option<rt::array::ArrayView<'a, rt::array::I64Be>>,
    pub partition_payload: Option<PartitionPayloadRef<'a>>,
    pub row_payload: Option<RowPayloadRef<'a>>,
    pub(crate) cx: BtiTrieParams<'static>,
    pub kind: NodeKind,
    pub low: i64,
    pub is_single: bool,
    pub is_sparse: bool,
    pub is_dense: bool,
    pub len_distance: i64,
    pub has_payload: bool,
    /// Number of children, in a dense node of transitions.
    pub num_children: i64,
    /// Number of distances after the transitions.
    pub num_distances: i64,
}
impl<'a> BtiTrieRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &BtiTrieParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_head = NodeHeadRef::read(r).within(bti_trie_site::head)?;
        r.align();
        let f_low_distance =
            if (f_head.kind) == NodeKind::SingleNopayload12 { Some(r.u8(bti_trie_site::low_distance)?) } else { None };
        r.align();
        let f_single_transition = if f_head.is_single { Some(r.u8(bti_trie_site::single_transition)?) } else { None };
        let i_is_sparse = (f_head.is_sparse);
        r.align();
        let f_num_sparse = if i_is_sparse { Some(r.u8(bti_trie_site::num_sparse)?) } else { None };
        r.align();
        let f_sparse_transitions = if i_is_sparse {
            Some({
                let (count, bits, args) =
                    (i64::from(r.present(f_num_sparse, "num_sparse", bti_trie_site::sparse_transitions)?), 8, ());
                rt::array::ArrayView::<rt::array::U8>::take(r, count, bits, args, bti_trie_site::sparse_transitions)?
            })
        } else {
            None
        };
        let i_is_dense = (f_head.is_dense);
        r.align();
        let (f_dense_start, f_num_dense_less_one) = if i_is_dense {
            let f_dense_start = r.u8(bti_trie_site::dense_start)?;
            r.align();
            let f_num_dense_less_one = r.u8(bti_trie_site::num_dense_less_one)?;
            (Some(f_dense_start), Some(f_num_dense_less_one))
        } else {
            (None, None)
        };
        let i_len_distance = (if f_head.is_distance_in_head { 0i64 } else { f_head.len_distance });
        let i_num_distances = |r: &rt::Reader<'_>| -> rt::ReadResult<_> {
            Ok(if i_len_distance > 0 {
                (if f_head.is_single {
                    1i64
                } else if i_is_sparse {
                    i64::from(r.present(f_num_sparse, "num_sparse", bti_trie_site::distances_8)?)
                } else if i_is_dense {
                    (i64::from(r.present(f_num_dense_less_one, "num_dense_less_one", bti_trie_site::distances_8)?) + 1)
                } else {
                    0i64
                })
            } else {
                0i64
            })
        };
        r.align();
        let f_distances_8 = if i_len_distance == 8 {
            Some({
                let (count, bits, args) = (i_num_distances(r)?, 8, ());
                rt::array::ArrayView::<rt::array::U8>::take(r, count, bits, args, bti_trie_site::distances_8)?
            })
        } else {
            None
        };
        let f_distances_12 = if i_len_distance == 12 {
            Some({
                let (count, bits, args) = (i_num_distances(r)?, 12, 12);
                rt::array::ArrayView::<rt::array::Bits16>::take(r, count, bits, args, bti_trie_site::distances_12)?
            })
        } else {
            None
        };
        r.align();
        let f_distances_16 = if i_len_distance == 16 {
            Some({
                let (count, bits, args) = (i_num_distances(r)?, 16, ());
                rt::array::ArrayView::<rt::array::U16Be>::take(r, count, bits, args, bti_trie_site::distances_16)?
            })
        } else {
            None
        };
        let f_distances_24 = if i_len_distance == 24 {
            Some({
                let (count, bits, args) = (i_num_distances(r)?, 24, 24);
                rt::array::ArrayView::<rt::array::Bits32>::take(r, count, bits, args, bti_trie_site::distances_24)?
            })
        } else {
            None
        };
        r.align();
        let f_distances_32 = if i_len_distance == 32 {
            Some({
                let (count, bits, args) = (i_num_distances(r)?, 32, ());
                rt::array::ArrayView::<rt::array::U32Be>::take(r, count, bits, args, bti_trie_site::distances_32)?
            })
        } else {
            None
        };
        r.align();
        let f_distances_40 = if i_len_distance == 40 {
            Some({
                let (count, bits, args) = (i_num_distances(r)?, Distance40Ref::bits(()), ());
                rt::array::ArrayView::<Distance40Ref<'_>>::take(r, count, bits, args, bti_trie_site::distances_40)?
            })
        } else {
            None
        };
        r.align();
        let f_distances_64 = if i_len_distance == 64 {
            Some({
                let (count, bits, args) = (i_num_distances(r)?, 64, ());
                rt::array::ArrayView::<rt::array::I64Be>::take(r, count, bits, args, bti_trie_site::distances_64)?
            })
        } else {
            None
        };
        let i_low = (f_head.low);
        let i_has_payload = (!(f_head.is_distance_in_head) && (i64::from(i_low) != 0));
        r.align();
        let f_partition_payload = if i_has_payload && !(cx.is_rows) {
            Some(PartitionPayloadRef::read(r, cx, i64::from(i_low)).within(bti_trie_site::partition_payload)?)
        } else {
            None
        };
        r.align();
        let f_row_payload = if i_has_payload && cx.is_rows {
            Some(RowPayloadRef::read(r, cx, i64::from(i_low)).within(bti_trie_site::row_payload)?)
        } else {
            None
        };
        let value_kind = (f_head.kind);
        let value_low = i64::from(i_low);
        let value_is_single = (f_head.is_single);
        let value_is_sparse = i_is_sparse;
        let value_is_dense = i_is_dense;
        let value_len_distance = i_len_distance;
        let value_has_payload = i_has_payload;
        let value_num_children = (if value_is_single {
            1i64
        } else if value_is_sparse {
            i64::from(r.present(f_num_sparse, "num_sparse", bti_trie_site::row_payload)?)
        } else if value_is_dense {
            (i64::from(r.present(f_num_dense_less_one, "num_dense_less_one", bti_trie_site::row_payload)?) + 1)
        } else {
            0i64
        });
        let value_num_distances = i_num_distances(r)?;
        Ok(BtiTrieRef {
            begin,
            rest: *r,
            node_pos: cx.node_pos,
            is_rows: cx.is_rows,
            head: f_head,
            low_distance: f_low_distance,
            single_transition: f_single_transition,
            num_sparse: f_num_sparse,
            sparse_transitions: f_sparse_transitions,
            dense_start: f_dense_start,
            num_dense_less_one: f_num_dense_less_one,
            distances_8: f_distances_8,
            distances_12: f_distances_12,
            distances_16: f_distances_16,
            distances_24: f_distances_24,
            distances_32: f_distances_32,
            distances_40: f_distances_40,
            distances_64: f_distances_64,
            partition_payload: f_partition_payload,
            row_payload: f_row_payload,
            cx: BtiTrieParams::new(cx.node_pos, cx.is_rows, cx.v),
            kind: value_kind,
            low: value_low,
            is_single: value_is_single,
            is_sparse: value_is_sparse,
            is_dense: value_is_dense,
            len_distance: value_len_distance,
            has_payload: value_has_payload,
            num_children: value_num_children,
            num_distances: value_num_distances,
        })
    }
    /// Element `index` of `children`.
    pub fn children_at(&self, index: i64) -> rt::ReadResult<ChildRef<'a>> {
        let r = &self.rest;
        let cx = &self.cx;
        let count: i64 = self.num_children;
        if index < 0 || index >= count {
            return Err(
                r.error(rt::ReadErrorKind::OutOfRange { found: index, limit: count as u64 }, bti_trie_site::children)
            );
        }
        let mut at = *r;
        ChildRef::read(
            &mut at,
            cx,
            index,
            cx.is_rows,
            cx.v,
            self.kind,
            self.low,
            self.low_distance,
            self.len_distance,
            self.distances_8,
            self.distances_12,
            self.distances_16,
            self.distances_24,
            self.distances_32,
            self.distances_40,
            self.distances_64,
            self.is_single,
            self.single_transition,
            self.is_sparse,
            self.sparse_transitions,
            self.dense_start,
            cx.node_pos,
        )
    }
    rt::sited!(bti_trie_site);
}
/// What stands in a [`BtiTrie`].
pub static BTI_TRIE_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&bti_trie_site::ALL, &["node_pos", "is_rows", "v"])
        .root()
        .fields(&[
            t::of(&NODE_HEAD_TABLE, &[]),
            t::U1.when(&Of(Eq, &Name("kind"), &Int(3))).aligned(),
            t::U1.when(&Name("is_single")).aligned(),
            t::U1.when(&Name("is_sparse")).aligned(),
            t::U1.times(&Name("num_sparse")).when(&Name("is_sparse")).aligned().ahead(),
            t::U1.when(&Name("is_dense")).aligned(),
            t::U1.when(&Name("is_dense")).aligned(),
            t::U1.times(&Name("num_distances")).when(&Of(Eq, &Name("len_distance"), &Int(8))).aligned().ahead(),
            t::bits(12).times(&Name("num_distances")).when(&Of(Eq, &Name("len_distance"), &Int(12))).ahead(),
            t::U2.times(&Name("num_distances")).when(&Of(Eq, &Name("len_distance"), &Int(16))).aligned().ahead(),
            t::bits(24).times(&Name("num_distances")).when(&Of(Eq, &Name("len_distance"), &Int(24))).ahead(),
            t::U4.times(&Name("num_distances")).when(&Of(Eq, &Name("len_distance"), &Int(32))).aligned().ahead(),
            t::of(&DISTANCE40_TABLE, &[])
                .times(&Name("num_distances"))
                .when(&Of(Eq, &Name("len_distance"), &Int(40)))
                .aligned()
                .ahead(),
            t::S8.times(&Name("num_distances")).when(&Of(Eq, &Name("len_distance"), &Int(64))).aligned().ahead(),
            t::of(&PARTITION_PAYLOAD_TABLE, &[Name("low")])
                .when(&Of(And, &Name("has_payload"), &Not(&Name("is_rows"))))
                .aligned(),
            t::of(&ROW_PAYLOAD_TABLE, &[Name("low")]).when(&Of(And, &Name("has_payload"), &Name("is_rows"))).aligned(),
            t::view(),
        ])
        .values(&[
            t::value("len_page", Int(4096)),
            t::value("kind", Member(&Name("head"), "kind")),
            t::value("low", Member(&Name("head"), "low")),
            t::value("is_single", Member(&Name("head"), "is_single")),
            t::value("is_sparse", Member(&Name("head"), "is_sparse")),
            t::value("is_dense", Member(&Name("head"), "is_dense")),
            t::value(
                "len_distance",
                If(&Member(&Name("head"), "is_distance_in_head"), &Int(0), &Member(&Name("head"), "len_distance")),
            ),
            t::value(
                "has_payload",
                Of(And, &Not(&Member(&Name("head"), "is_distance_in_head")), &Of(Ne, &Name("low"), &Int(0))),
            ),
            t::value(
                "num_children",
                If(
                    &Name("is_single"),
                    &Int(1),
                    &If(
                        &Name("is_sparse"),
                        &Name("num_sparse"),
                        &If(&Name("is_dense"), &Of(Add, &Name("num_dense_less_one"), &Int(1)), &Int(0)),
                    ),
                ),
            ),
            t::value("num_distances", If(&Of(Gt, &Name("len_distance"), &Int(0)), &Name("num_children"), &Int(0))),
        ])
};
rt::reflect!(
    BtiTrie : head, low_distance, single_transition, sparse_transitions, dense_start,
    num_dense_less_one, distances_8, distances_12, distances_16, distances_24,
    distances_32, distances_40, distances_64, partition_payload, row_payload
);
