// Written by `expand` from the specification bti_trie.ksy. Do not edit.

#[allow(unused_imports, reason = "not every file needs them")]
use ::cqlite_runtime as __rt;
#[allow(unused_imports, reason = "not every file needs them")]
use __rt::sink::Sink as _;
///What reading [`BtiTrie`] needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct BtiTrieParams<'p> {
    ///Position of the node in the file, in bytes; the root's from the footer or the entry, a child's from its parent.
    pub node_pos: i64,
    ///The file is Rows.db, else Partitions.db.
    pub is_rows: bool,
    ///The version of the SSTable.
    pub v: super::version::SstableVersion,
    lifetime: std::marker::PhantomData<&'p ()>,
}
impl<'p> BtiTrieParams<'p> {
    /// All of it.
    pub fn new(node_pos: i64, is_rows: bool, v: super::version::SstableVersion) -> Self {
        BtiTrieParams {
            node_pos,
            is_rows,
            v,
            lifetime: std::marker::PhantomData,
        }
    }
}
///`node_kind`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[derive(::deku::DekuRead, ::deku::DekuWrite)]
#[deku(id_type = "u8", bits = 4)]
pub enum NodeKind {
    ///no children
    #[deku(id = 0)]
    PayloadOnly = 0,
    ///one child at up to 15 bytes, no payload
    #[deku(id = 1)]
    SingleNopayload4 = 1,
    ///one child at up to 255 bytes
    #[deku(id = 2)]
    Single8 = 2,
    ///one child at up to 4095 bytes, no payload
    #[deku(id = 3)]
    SingleNopayload12 = 3,
    ///one child at up to 65535 bytes
    #[deku(id = 4)]
    Single16 = 4,
    ///children with their transitions, distances of 8 bits
    #[deku(id = 5)]
    Sparse8 = 5,
    ///the same with 12 bits
    #[deku(id = 6)]
    Sparse12 = 6,
    ///the same with 16 bits
    #[deku(id = 7)]
    Sparse16 = 7,
    ///the same with 24 bits
    #[deku(id = 8)]
    Sparse24 = 8,
    ///the same with 40 bits
    #[deku(id = 9)]
    Sparse40 = 9,
    ///a range of transitions, distances of 12 bits
    #[deku(id = 10)]
    Dense12 = 10,
    ///the same with 16 bits
    #[deku(id = 11)]
    Dense16 = 11,
    ///the same with 24 bits
    #[deku(id = 12)]
    Dense24 = 12,
    ///the same with 32 bits
    #[deku(id = 13)]
    Dense32 = 13,
    ///the same with 40 bits
    #[deku(id = 14)]
    Dense40 = 14,
    ///the same with 64 bits
    #[deku(id = 15)]
    LongDense = 15,
}
impl NodeKind {
    /// The value that a number stands for.
    #[inline]
    pub fn from_raw(n: i64) -> Option<Self> {
        match n {
            0 => Some(Self::PayloadOnly),
            1 => Some(Self::SingleNopayload4),
            2 => Some(Self::Single8),
            3 => Some(Self::SingleNopayload12),
            4 => Some(Self::Single16),
            5 => Some(Self::Sparse8),
            6 => Some(Self::Sparse12),
            7 => Some(Self::Sparse16),
            8 => Some(Self::Sparse24),
            9 => Some(Self::Sparse40),
            10 => Some(Self::Dense12),
            11 => Some(Self::Dense16),
            12 => Some(Self::Dense24),
            13 => Some(Self::Dense32),
            14 => Some(Self::Dense40),
            15 => Some(Self::LongDense),
            _ => None,
        }
    }
    /// Its id in the specification.
    pub fn id(self) -> &'static str {
        match self {
            Self::PayloadOnly => "payload_only",
            Self::SingleNopayload4 => "single_nopayload_4",
            Self::Single8 => "single_8",
            Self::SingleNopayload12 => "single_nopayload_12",
            Self::Single16 => "single_16",
            Self::Sparse8 => "sparse_8",
            Self::Sparse12 => "sparse_12",
            Self::Sparse16 => "sparse_16",
            Self::Sparse24 => "sparse_24",
            Self::Sparse40 => "sparse_40",
            Self::Dense12 => "dense_12",
            Self::Dense16 => "dense_16",
            Self::Dense24 => "dense_24",
            Self::Dense32 => "dense_32",
            Self::Dense40 => "dense_40",
            Self::LongDense => "long_dense",
        }
    }
}
static SITE_BTI_TRIE__SELF: __rt::Site = __rt::Site {
    owner: "bti_trie",
    field: "_self",
    file: "bti/bti_trie.ksy",
    line: 1u32,
};
static SITE_BTI_TRIE_HEAD: __rt::Site = __rt::Site {
    owner: "bti_trie",
    field: "head",
    file: "bti/bti_trie.ksy",
    line: 46u32,
};
static SITE_BTI_TRIE_LOW_DISTANCE: __rt::Site = __rt::Site {
    owner: "bti_trie",
    field: "low_distance",
    file: "bti/bti_trie.ksy",
    line: 49u32,
};
static SITE_BTI_TRIE_SINGLE_TRANSITION: __rt::Site = __rt::Site {
    owner: "bti_trie",
    field: "single_transition",
    file: "bti/bti_trie.ksy",
    line: 53u32,
};
static SITE_BTI_TRIE_NUM_SPARSE: __rt::Site = __rt::Site {
    owner: "bti_trie",
    field: "num_sparse",
    file: "bti/bti_trie.ksy",
    line: 57u32,
};
static SITE_BTI_TRIE_SPARSE_TRANSITIONS: __rt::Site = __rt::Site {
    owner: "bti_trie",
    field: "sparse_transitions",
    file: "bti/bti_trie.ksy",
    line: 62u32,
};
static SITE_BTI_TRIE_DENSE_START: __rt::Site = __rt::Site {
    owner: "bti_trie",
    field: "dense_start",
    file: "bti/bti_trie.ksy",
    line: 68u32,
};
static SITE_BTI_TRIE_NUM_DENSE_LESS_ONE: __rt::Site = __rt::Site {
    owner: "bti_trie",
    field: "num_dense_less_one",
    file: "bti/bti_trie.ksy",
    line: 72u32,
};
static SITE_BTI_TRIE_DISTANCES_8: __rt::Site = __rt::Site {
    owner: "bti_trie",
    field: "distances_8",
    file: "bti/bti_trie.ksy",
    line: 76u32,
};
static SITE_BTI_TRIE_DISTANCES_12: __rt::Site = __rt::Site {
    owner: "bti_trie",
    field: "distances_12",
    file: "bti/bti_trie.ksy",
    line: 82u32,
};
static SITE_BTI_TRIE_DISTANCES_16: __rt::Site = __rt::Site {
    owner: "bti_trie",
    field: "distances_16",
    file: "bti/bti_trie.ksy",
    line: 88u32,
};
static SITE_BTI_TRIE_DISTANCES_24: __rt::Site = __rt::Site {
    owner: "bti_trie",
    field: "distances_24",
    file: "bti/bti_trie.ksy",
    line: 94u32,
};
static SITE_BTI_TRIE_DISTANCES_32: __rt::Site = __rt::Site {
    owner: "bti_trie",
    field: "distances_32",
    file: "bti/bti_trie.ksy",
    line: 100u32,
};
static SITE_BTI_TRIE_DISTANCES_40: __rt::Site = __rt::Site {
    owner: "bti_trie",
    field: "distances_40",
    file: "bti/bti_trie.ksy",
    line: 106u32,
};
static SITE_BTI_TRIE_DISTANCES_64: __rt::Site = __rt::Site {
    owner: "bti_trie",
    field: "distances_64",
    file: "bti/bti_trie.ksy",
    line: 112u32,
};
static SITE_BTI_TRIE_PARTITION_PAYLOAD: __rt::Site = __rt::Site {
    owner: "bti_trie",
    field: "partition_payload",
    file: "bti/bti_trie.ksy",
    line: 118u32,
};
static SITE_BTI_TRIE_ROW_PAYLOAD: __rt::Site = __rt::Site {
    owner: "bti_trie",
    field: "row_payload",
    file: "bti/bti_trie.ksy",
    line: 122u32,
};
static SITE_BTI_TRIE_CHILDREN: __rt::Site = __rt::Site {
    owner: "bti_trie",
    field: "children",
    file: "bti/bti_trie.ksy",
    line: 126u32,
};
/**Both index files of BTI are tries over byte-comparable keys: byte strings whose unsigned order is the order of the keys. One leads from the
root to a node by the first byte of the key, and so on; a node that stands for a key has a payload. Tries keep only as much of a key as it
takes to tell it from its neighbours, so that a payload found is a candidate, and the key itself must be compared where it points to.

A node is written behind all its children, so that its children are named by their distances back from its own first byte, and a reader
starts with the root near the end of the file. The tries are packed into pages of 4096 bytes: no node goes over the end of a page, children
are put into their parent's page as far as they fit, and the space that is left at the end of a page is filled with zeros. Nothing but its
parents' distances tells where a node is, so a trie cannot be read from its start.

A node has one of four shapes, in up to six widths of the distances. Its first byte is the kind (high bits) and the payload's bits (low ones).

```text
payload only    no children
single          one child: transition byte, distance
sparse          2 to 255 children: count, transition bytes in ascending order, distances in the same order
dense           children for (nearly) all transitions of a range: first transition, number of transitions less one, a distance for each
                transition; the distance 0 says that there is no child
```

What the payload holds differs between the two files; its bits (1 to 15; 0 means that there is none) tell its length.

A byte-comparable key is made by the ByteComparable classes (`has_legacy_byte_comparable_keys` tells which of their versions). In
Partitions.db a key is the token, as the partitioner makes it comparable, and behind it the partition key; in Rows.db it is a separator: a
byte string between the last clustering of the block before and the first one of the block that it leads to.*/
///
///Specification: `bti/bti_trie.ksy`, line 1. Cassandra: org.apache.cassandra.io.tries.TrieNode, org.apache.cassandra.io.tries.IncrementalDeepTrieWriterPageAware.
#[derive(Debug, Clone, PartialEq)]
pub struct BtiTrie {
    ///The first byte.
    pub head: super::bti_trie::NodeHead,
    ///Low 8 bits of the distance, behind the 4 bits in `low`.
    pub low_distance: Option<u8>,
    ///The byte that leads to the only child.
    pub single_transition: Option<u8>,
    ///The bytes that lead to the children, ascending; fit for a binary search.
    pub sparse_transitions: Option<Vec<u8>>,
    ///The first byte that leads to a child.
    pub dense_start: Option<u8>,
    ///Number of bytes from the first that leads to a child to the last one, less one, so that 256 can be said.
    pub num_dense_less_one: Option<u8>,
    ///Distances of 8 bits, to the children in order of their transitions.
    pub distances_8: Option<Vec<u8>>,
    ///Distances of 12 bits, two in three bytes, the first in the higher bits; behind an odd number of them four bits are left unused.
    pub distances_12: Option<Vec<u16>>,
    ///Distances of 16 bits.
    pub distances_16: Option<Vec<u16>>,
    ///Distances of 24 bits.
    pub distances_24: Option<Vec<u32>>,
    ///Distances of 32 bits.
    pub distances_32: Option<Vec<u32>>,
    ///Distances of 40 bits.
    pub distances_40: Option<Vec<super::bti_trie::Distance40>>,
    ///Distances of 64 bits.
    pub distances_64: Option<Vec<i64>>,
    ///What Partitions.db says of a partition key.
    pub partition_payload: Option<super::bti_trie::PartitionPayload>,
    ///What Rows.db says of a block of rows.
    pub row_payload: Option<super::bti_trie::RowPayload>,
}
impl BtiTrie {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(
        r: &mut __rt::Reader<'_>,
        cx: &super::bti_trie::BtiTrieParams<'_>,
    ) -> __rt::error::Result<Self> {
        let f_head = { super::bti_trie::NodeHead::decode(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_BTI_TRIE_HEAD, None))?;
        r.align();
        let f_low_distance = if ((f_head.kind)
            == super::bti_trie::NodeKind::SingleNopayload12)
        {
            Some(r.u8(&SITE_BTI_TRIE_LOW_DISTANCE)?)
        } else {
            None
        };
        r.align();
        let f_single_transition = if {
            let i_ord = (((f_head.kind) as i64));
            (((i_ord >= 1i64) && (i_ord <= 4i64)))
        } {
            Some(r.u8(&SITE_BTI_TRIE_SINGLE_TRANSITION)?)
        } else {
            None
        };
        let i_is_sparse = {
            let i_ord = (((f_head.kind) as i64));
            (((i_ord >= 5i64) && (i_ord <= 9i64)))
        };
        r.align();
        let f_num_sparse = if i_is_sparse {
            Some(r.u8(&SITE_BTI_TRIE_NUM_SPARSE)?)
        } else {
            None
        };
        r.align();
        let f_sparse_transitions = if i_is_sparse {
            Some({
                let (count, bits, args) = (
                    i64::from(
                        f_num_sparse
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "num_sparse",
                                        },
                                        &SITE_BTI_TRIE_SPARSE_TRANSITIONS,
                                    )
                            })?,
                    ),
                    8,
                    (),
                );
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::U8,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_SPARSE_TRANSITIONS)?
            })
        } else {
            None
        };
        let i_is_dense = (((((f_head.kind) as i64)) >= 10i64));
        r.align();
        let f_dense_start = if i_is_dense {
            Some(r.u8(&SITE_BTI_TRIE_DENSE_START)?)
        } else {
            None
        };
        r.align();
        let f_num_dense_less_one = if i_is_dense {
            Some(r.u8(&SITE_BTI_TRIE_NUM_DENSE_LESS_ONE)?)
        } else {
            None
        };
        let i_len_distance = {
            let i_ord = (((f_head.kind) as i64));
            ((if ((i_ord == 2i64) || (i_ord == 5i64)) {
                8i64
            } else {
                (if ((i_ord == 6i64) || (i_ord == 10i64)) {
                    12i64
                } else {
                    (if (((i_ord == 4i64) || (i_ord == 7i64)) || (i_ord == 11i64)) {
                        16i64
                    } else {
                        (if ((i_ord == 8i64) || (i_ord == 12i64)) {
                            24i64
                        } else {
                            (if (i_ord == 13i64) {
                                32i64
                            } else {
                                (if ((i_ord == 9i64) || (i_ord == 14i64)) {
                                    40i64
                                } else {
                                    (if (i_ord == 15i64) { 64i64 } else { 0i64 })
                                })
                            })
                        })
                    })
                })
            }))
        };
        let i_num_distances = ((if (i_len_distance > 0i64) {
            {
                let i_ord = (((f_head.kind) as i64));
                ((if (((i_ord >= 1i64) && (i_ord <= 4i64))) {
                    1i64
                } else {
                    (if i_is_sparse {
                        i64::from(
                            f_num_sparse
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Absent {
                                                field: "num_sparse",
                                            },
                                            &SITE_BTI_TRIE_DISTANCES_8,
                                        )
                                })?,
                        )
                    } else {
                        (if i_is_dense {
                            (i64::from(
                                f_num_dense_less_one
                                    .ok_or_else(|| {
                                        r
                                            .error(
                                                __rt::ReadErrorKind::Absent {
                                                    field: "num_dense_less_one",
                                                },
                                                &SITE_BTI_TRIE_DISTANCES_8,
                                            )
                                    })?,
                            ) + 1i64)
                        } else {
                            0i64
                        })
                    })
                }))
            }
        } else {
            0i64
        }));
        r.align();
        let f_distances_8 = if (i_len_distance == 8i64) {
            Some({
                let (count, bits, args) = (i_num_distances, 8, ());
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::U8,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_8)?
            })
        } else {
            None
        };
        let f_distances_12 = if (i_len_distance == 12i64) {
            Some({
                let count = __rt::array::count(
                    r,
                    i_num_distances,
                    0,
                    &SITE_BTI_TRIE_DISTANCES_12,
                )?;
                #[allow(unused_mut)]
                let mut all = __rt::array::reserve(count);
                for index in 0..count {
                    #[allow(unused_variables)]
                    let index = index as i64;
                    all.push(
                        (|| -> __rt::error::Result<_> {
                            Ok((r.bits(12, &SITE_BTI_TRIE_DISTANCES_12)? as u16))
                        })()
                            .map_err(|e: __rt::ReadError| {
                                e.at_index(&SITE_BTI_TRIE_DISTANCES_12, index)
                            })?,
                    );
                }
                all
            })
        } else {
            None
        };
        r.align();
        let f_distances_16 = if (i_len_distance == 16i64) {
            Some({
                let (count, bits, args) = (i_num_distances, 16, ());
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::U16Be,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_16)?
            })
        } else {
            None
        };
        let f_distances_24 = if (i_len_distance == 24i64) {
            Some({
                let count = __rt::array::count(
                    r,
                    i_num_distances,
                    0,
                    &SITE_BTI_TRIE_DISTANCES_24,
                )?;
                #[allow(unused_mut)]
                let mut all = __rt::array::reserve(count);
                for index in 0..count {
                    #[allow(unused_variables)]
                    let index = index as i64;
                    all.push(
                        (|| -> __rt::error::Result<_> {
                            Ok((r.bits(24, &SITE_BTI_TRIE_DISTANCES_24)? as u32))
                        })()
                            .map_err(|e: __rt::ReadError| {
                                e.at_index(&SITE_BTI_TRIE_DISTANCES_24, index)
                            })?,
                    );
                }
                all
            })
        } else {
            None
        };
        r.align();
        let f_distances_32 = if (i_len_distance == 32i64) {
            Some({
                let (count, bits, args) = (i_num_distances, 32, ());
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::U32Be,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_32)?
            })
        } else {
            None
        };
        r.align();
        let f_distances_40 = if (i_len_distance == 40i64) {
            Some({
                let count = __rt::array::count(
                    r,
                    i_num_distances,
                    5,
                    &SITE_BTI_TRIE_DISTANCES_40,
                )?;
                #[allow(unused_mut)]
                let mut all = __rt::array::reserve(count);
                for index in 0..count {
                    #[allow(unused_variables)]
                    let index = index as i64;
                    all.push(
                        (|| -> __rt::error::Result<_> {
                            { super::bti_trie::Distance40::decode(r) }
                                .map_err(|e: __rt::ReadError| {
                                    e.within(&SITE_BTI_TRIE_DISTANCES_40, None)
                                })
                        })()
                            .map_err(|e: __rt::ReadError| {
                                e.at_index(&SITE_BTI_TRIE_DISTANCES_40, index)
                            })?,
                    );
                }
                all
            })
        } else {
            None
        };
        r.align();
        let f_distances_64 = if (i_len_distance == 64i64) {
            Some({
                let (count, bits, args) = (i_num_distances, 64, ());
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::I64Be,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_64)?
            })
        } else {
            None
        };
        let i_low = (f_head.low);
        let i_has_payload = {
            let i_ord = (((f_head.kind) as i64));
            ((((i_ord != 1i64) && (i_ord != 3i64)) && (i64::from(i_low) != 0i64)))
        };
        r.align();
        let f_partition_payload = if (i_has_payload && !(cx.is_rows)) {
            Some(
                {
                    let arg0 = i64::from(i_low);
                    super::bti_trie::PartitionPayload::decode(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_BTI_TRIE_PARTITION_PAYLOAD, None)
                    })?,
            )
        } else {
            None
        };
        r.align();
        let f_row_payload = if (i_has_payload && cx.is_rows) {
            Some(
                {
                    let arg0 = i64::from(i_low);
                    let arg1 = cx.v;
                    super::bti_trie::RowPayload::decode(r, arg0, arg1)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_BTI_TRIE_ROW_PAYLOAD, None)
                    })?,
            )
        } else {
            None
        };
        Ok(Self {
            head: f_head,
            low_distance: f_low_distance,
            single_transition: f_single_transition,
            sparse_transitions: match f_sparse_transitions {
                Some(all) => {
                    Some(
                        all
                            .iter()
                            .map(|e| e.map(|e| e.0))
                            .collect::<__rt::error::Result<Vec<_>>>()?,
                    )
                }
                None => None,
            },
            dense_start: f_dense_start,
            num_dense_less_one: f_num_dense_less_one,
            distances_8: match f_distances_8 {
                Some(all) => {
                    Some(
                        all
                            .iter()
                            .map(|e| e.map(|e| e.0))
                            .collect::<__rt::error::Result<Vec<_>>>()?,
                    )
                }
                None => None,
            },
            distances_12: f_distances_12,
            distances_16: match f_distances_16 {
                Some(all) => {
                    Some(
                        all
                            .iter()
                            .map(|e| e.map(|e| e.0))
                            .collect::<__rt::error::Result<Vec<_>>>()?,
                    )
                }
                None => None,
            },
            distances_24: f_distances_24,
            distances_32: match f_distances_32 {
                Some(all) => {
                    Some(
                        all
                            .iter()
                            .map(|e| e.map(|e| e.0))
                            .collect::<__rt::error::Result<Vec<_>>>()?,
                    )
                }
                None => None,
            },
            distances_40: f_distances_40,
            distances_64: match f_distances_64 {
                Some(all) => {
                    Some(
                        all
                            .iter()
                            .map(|e| e.map(|e| e.0))
                            .collect::<__rt::error::Result<Vec<_>>>()?,
                    )
                }
                None => None,
            },
            partition_payload: f_partition_payload,
            row_payload: f_row_payload,
        })
    }
}
///The head of a [`BtiTrie`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct BtiTrieRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    ///Position of the node in the file, in bytes; the root's from the footer or the entry, a child's from its parent.
    pub node_pos: i64,
    ///The file is Rows.db, else Partitions.db.
    pub is_rows: bool,
    ///The first byte.
    pub head: super::bti_trie::NodeHeadRef<'a>,
    ///Low 8 bits of the distance, behind the 4 bits in `low`.
    pub low_distance: Option<u8>,
    ///The byte that leads to the only child.
    pub single_transition: Option<u8>,
    ///Number of children.
    pub num_sparse: Option<u8>,
    ///The bytes that lead to the children, ascending; fit for a binary search.
    pub sparse_transitions: Option<__rt::array::ArrayView<'a, __rt::array::U8>>,
    ///The first byte that leads to a child.
    pub dense_start: Option<u8>,
    ///Number of bytes from the first that leads to a child to the last one, less one, so that 256 can be said.
    pub num_dense_less_one: Option<u8>,
    ///Distances of 8 bits, to the children in order of their transitions.
    pub distances_8: Option<__rt::array::ArrayView<'a, __rt::array::U8>>,
    ///Distances of 12 bits, two in three bytes, the first in the higher bits; behind an odd number of them four bits are left unused.
    pub distances_12: Option<__rt::array::ArrayView<'a, __rt::array::Bits16>>,
    ///Distances of 16 bits.
    pub distances_16: Option<__rt::array::ArrayView<'a, __rt::array::U16Be>>,
    ///Distances of 24 bits.
    pub distances_24: Option<__rt::array::ArrayView<'a, __rt::array::Bits32>>,
    ///Distances of 32 bits.
    pub distances_32: Option<__rt::array::ArrayView<'a, __rt::array::U32Be>>,
    ///Distances of 40 bits.
    pub distances_40: Option<
        __rt::array::ArrayView<'a, super::bti_trie::Distance40Ref<'a>>,
    >,
    ///Distances of 64 bits.
    pub distances_64: Option<__rt::array::ArrayView<'a, __rt::array::I64Be>>,
    ///What Partitions.db says of a partition key.
    pub partition_payload: Option<super::bti_trie::PartitionPayloadRef<'a>>,
    ///What Rows.db says of a block of rows.
    pub row_payload: Option<super::bti_trie::RowPayloadRef<'a>>,
    ///Shape of the node and width of its distances.
    pub kind: super::bti_trie::NodeKind,
    ///Bits of the payload; in the two kinds without payload the distance, or the high bits of it.
    pub low: i64,
    ///The kind as a number.
    pub ord: i64,
    ///One child.
    pub is_single: bool,
    ///Several children, each with its transition.
    pub is_sparse: bool,
    ///Children for a range of transitions.
    pub is_dense: bool,
    ///Width of a distance in bits; 0 where there is none behind the transitions.
    pub len_distance: i64,
    ///The node stands for a key.
    pub has_payload: bool,
    ///Number of children, in a dense node of transitions.
    pub num_children: i64,
    ///Number of distances behind the transitions.
    pub num_distances: i64,
}
impl<'a> BtiTrieRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(
        r: &mut __rt::Reader<'a>,
        cx: &super::bti_trie::BtiTrieParams<'_>,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_head = { super::bti_trie::NodeHeadRef::read(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_BTI_TRIE_HEAD, None))?;
        r.align();
        let f_low_distance = if ((f_head.kind)
            == super::bti_trie::NodeKind::SingleNopayload12)
        {
            Some(r.u8(&SITE_BTI_TRIE_LOW_DISTANCE)?)
        } else {
            None
        };
        r.align();
        let f_single_transition = if {
            let i_ord = (((f_head.kind) as i64));
            (((i_ord >= 1i64) && (i_ord <= 4i64)))
        } {
            Some(r.u8(&SITE_BTI_TRIE_SINGLE_TRANSITION)?)
        } else {
            None
        };
        let i_is_sparse = {
            let i_ord = (((f_head.kind) as i64));
            (((i_ord >= 5i64) && (i_ord <= 9i64)))
        };
        r.align();
        let f_num_sparse = if i_is_sparse {
            Some(r.u8(&SITE_BTI_TRIE_NUM_SPARSE)?)
        } else {
            None
        };
        r.align();
        let f_sparse_transitions = if i_is_sparse {
            Some({
                let (count, bits, args) = (
                    i64::from(
                        f_num_sparse
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "num_sparse",
                                        },
                                        &SITE_BTI_TRIE_SPARSE_TRANSITIONS,
                                    )
                            })?,
                    ),
                    8,
                    (),
                );
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::U8,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_SPARSE_TRANSITIONS)?
            })
        } else {
            None
        };
        let i_is_dense = (((((f_head.kind) as i64)) >= 10i64));
        r.align();
        let f_dense_start = if i_is_dense {
            Some(r.u8(&SITE_BTI_TRIE_DENSE_START)?)
        } else {
            None
        };
        r.align();
        let f_num_dense_less_one = if i_is_dense {
            Some(r.u8(&SITE_BTI_TRIE_NUM_DENSE_LESS_ONE)?)
        } else {
            None
        };
        let i_len_distance = {
            let i_ord = (((f_head.kind) as i64));
            ((if ((i_ord == 2i64) || (i_ord == 5i64)) {
                8i64
            } else {
                (if ((i_ord == 6i64) || (i_ord == 10i64)) {
                    12i64
                } else {
                    (if (((i_ord == 4i64) || (i_ord == 7i64)) || (i_ord == 11i64)) {
                        16i64
                    } else {
                        (if ((i_ord == 8i64) || (i_ord == 12i64)) {
                            24i64
                        } else {
                            (if (i_ord == 13i64) {
                                32i64
                            } else {
                                (if ((i_ord == 9i64) || (i_ord == 14i64)) {
                                    40i64
                                } else {
                                    (if (i_ord == 15i64) { 64i64 } else { 0i64 })
                                })
                            })
                        })
                    })
                })
            }))
        };
        let i_num_distances = ((if (i_len_distance > 0i64) {
            {
                let i_ord = (((f_head.kind) as i64));
                ((if (((i_ord >= 1i64) && (i_ord <= 4i64))) {
                    1i64
                } else {
                    (if i_is_sparse {
                        i64::from(
                            f_num_sparse
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Absent {
                                                field: "num_sparse",
                                            },
                                            &SITE_BTI_TRIE_DISTANCES_8,
                                        )
                                })?,
                        )
                    } else {
                        (if i_is_dense {
                            (i64::from(
                                f_num_dense_less_one
                                    .ok_or_else(|| {
                                        r
                                            .error(
                                                __rt::ReadErrorKind::Absent {
                                                    field: "num_dense_less_one",
                                                },
                                                &SITE_BTI_TRIE_DISTANCES_8,
                                            )
                                    })?,
                            ) + 1i64)
                        } else {
                            0i64
                        })
                    })
                }))
            }
        } else {
            0i64
        }));
        r.align();
        let f_distances_8 = if (i_len_distance == 8i64) {
            Some({
                let (count, bits, args) = (i_num_distances, 8, ());
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::U8,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_8)?
            })
        } else {
            None
        };
        let f_distances_12 = if (i_len_distance == 12i64) {
            Some({
                let (count, bits, args) = (i_num_distances, 12, 12);
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::Bits16,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_12)?
            })
        } else {
            None
        };
        r.align();
        let f_distances_16 = if (i_len_distance == 16i64) {
            Some({
                let (count, bits, args) = (i_num_distances, 16, ());
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::U16Be,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_16)?
            })
        } else {
            None
        };
        let f_distances_24 = if (i_len_distance == 24i64) {
            Some({
                let (count, bits, args) = (i_num_distances, 24, 24);
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::Bits32,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_24)?
            })
        } else {
            None
        };
        r.align();
        let f_distances_32 = if (i_len_distance == 32i64) {
            Some({
                let (count, bits, args) = (i_num_distances, 32, ());
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::U32Be,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_32)?
            })
        } else {
            None
        };
        r.align();
        let f_distances_40 = if (i_len_distance == 40i64) {
            Some({
                let (count, bits, args) = (
                    i_num_distances,
                    super::bti_trie::Distance40Ref::bits(()),
                    (),
                );
                __rt::array::ArrayView::<
                    '_,
                    super::bti_trie::Distance40Ref<'_>,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_40)?
            })
        } else {
            None
        };
        r.align();
        let f_distances_64 = if (i_len_distance == 64i64) {
            Some({
                let (count, bits, args) = (i_num_distances, 64, ());
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::I64Be,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_64)?
            })
        } else {
            None
        };
        let i_low = (f_head.low);
        let i_has_payload = {
            let i_ord = (((f_head.kind) as i64));
            ((((i_ord != 1i64) && (i_ord != 3i64)) && (i64::from(i_low) != 0i64)))
        };
        r.align();
        let f_partition_payload = if (i_has_payload && !(cx.is_rows)) {
            Some(
                {
                    let arg0 = i64::from(i_low);
                    super::bti_trie::PartitionPayloadRef::read(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_BTI_TRIE_PARTITION_PAYLOAD, None)
                    })?,
            )
        } else {
            None
        };
        r.align();
        let f_row_payload = if (i_has_payload && cx.is_rows) {
            Some(
                {
                    let arg0 = i64::from(i_low);
                    let arg1 = cx.v;
                    super::bti_trie::RowPayloadRef::read(r, arg0, arg1)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_BTI_TRIE_ROW_PAYLOAD, None)
                    })?,
            )
        } else {
            None
        };
        Ok({
            let value_kind = (f_head.kind);
            let value_low = i64::from(i_low);
            let value_ord = (((f_head.kind) as i64));
            let value_is_single = {
                let i_ord = (((f_head.kind) as i64));
                (((i_ord >= 1i64) && (i_ord <= 4i64)))
            };
            let value_is_sparse = i_is_sparse;
            let value_is_dense = i_is_dense;
            let value_len_distance = i_len_distance;
            let value_has_payload = i_has_payload;
            let value_num_children = {
                let i_ord = (((f_head.kind) as i64));
                ((if (((i_ord >= 1i64) && (i_ord <= 4i64))) {
                    1i64
                } else {
                    (if i_is_sparse {
                        i64::from(
                            f_num_sparse
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Absent {
                                                field: "num_sparse",
                                            },
                                            &SITE_BTI_TRIE_ROW_PAYLOAD,
                                        )
                                })?,
                        )
                    } else {
                        (if i_is_dense {
                            (i64::from(
                                f_num_dense_less_one
                                    .ok_or_else(|| {
                                        r
                                            .error(
                                                __rt::ReadErrorKind::Absent {
                                                    field: "num_dense_less_one",
                                                },
                                                &SITE_BTI_TRIE_ROW_PAYLOAD,
                                            )
                                    })?,
                            ) + 1i64)
                        } else {
                            0i64
                        })
                    })
                }))
            };
            let value_num_distances = i_num_distances;
            super::bti_trie::BtiTrieRef {
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
                kind: value_kind,
                low: value_low,
                ord: value_ord,
                is_single: value_is_single,
                is_sparse: value_is_sparse,
                is_dense: value_is_dense,
                len_distance: value_len_distance,
                has_payload: value_has_payload,
                num_children: value_num_children,
                num_distances: value_num_distances,
            }
        })
    }
    ///Element `index` of `children`.
    ///
    /// # Errors
    /// There is no such element.
    pub fn children_at(
        &self,
        index: i64,
        cx: &super::bti_trie::BtiTrieParams<'_>,
    ) -> __rt::error::Result<super::bti_trie::ChildRef<'a>> {
        let r = &self.rest;
        let count: i64 = self.num_children;
        if index < 0 || index >= count {
            return Err(
                r
                    .error(
                        __rt::ReadErrorKind::OutOfRange {
                            found: index,
                            limit: count as u64,
                        },
                        &SITE_BTI_TRIE_CHILDREN,
                    ),
            );
        }
        let mut at = *r;
        {
            let arg0 = cx;
            let arg1 = index;
            let arg2 = cx.node_pos;
            let arg3 = self.ord;
            let arg4 = self.low;
            let arg5 = self.low_distance;
            let arg6 = self.len_distance;
            let arg7 = self.distances_8;
            let arg8 = self.distances_12;
            let arg9 = self.distances_16;
            let arg10 = self.distances_24;
            let arg11 = self.distances_32;
            let arg12 = self.distances_40;
            let arg13 = self.distances_64;
            let arg14 = self.is_single;
            let arg15 = self.single_transition;
            let arg16 = self.is_sparse;
            let arg17 = self.sparse_transitions;
            let arg18 = self.dense_start;
            let arg19 = cx.v;
            let arg20 = cx.is_rows;
            super::bti_trie::ChildRef::read(
                &mut at,
                arg0,
                arg1,
                arg2,
                arg3,
                arg4,
                arg5,
                arg6,
                arg7,
                arg8,
                arg9,
                arg10,
                arg11,
                arg12,
                arg13,
                arg14,
                arg15,
                arg16,
                arg17,
                arg18,
                arg19,
                arg20,
            )
        }
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_BTI_TRIE__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_BTI_TRIE_HEAD,
            &SITE_BTI_TRIE_LOW_DISTANCE,
            &SITE_BTI_TRIE_SINGLE_TRANSITION,
            &SITE_BTI_TRIE_NUM_SPARSE,
            &SITE_BTI_TRIE_SPARSE_TRANSITIONS,
            &SITE_BTI_TRIE_DENSE_START,
            &SITE_BTI_TRIE_NUM_DENSE_LESS_ONE,
            &SITE_BTI_TRIE_DISTANCES_8,
            &SITE_BTI_TRIE_DISTANCES_12,
            &SITE_BTI_TRIE_DISTANCES_16,
            &SITE_BTI_TRIE_DISTANCES_24,
            &SITE_BTI_TRIE_DISTANCES_32,
            &SITE_BTI_TRIE_DISTANCES_40,
            &SITE_BTI_TRIE_DISTANCES_64,
            &SITE_BTI_TRIE_PARTITION_PAYLOAD,
            &SITE_BTI_TRIE_ROW_PAYLOAD,
            &SITE_BTI_TRIE_CHILDREN,
        ];
        FIELDS
    }
}
impl BtiTrie {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(
        r: &mut __rt::Reader<'_>,
        cx: &super::bti_trie::BtiTrieParams<'_>,
    ) -> __rt::error::Result<()> {
        let f_head = { super::bti_trie::NodeHeadRef::read(r) }
            .map_err(|e: __rt::ReadError| e.within(&SITE_BTI_TRIE_HEAD, None))?;
        r.align();
        let f_low_distance = if ((f_head.kind)
            == super::bti_trie::NodeKind::SingleNopayload12)
        {
            Some(r.u8(&SITE_BTI_TRIE_LOW_DISTANCE)?)
        } else {
            None
        };
        r.align();
        let f_single_transition = if {
            let i_ord = (((f_head.kind) as i64));
            (((i_ord >= 1i64) && (i_ord <= 4i64)))
        } {
            Some(r.u8(&SITE_BTI_TRIE_SINGLE_TRANSITION)?)
        } else {
            None
        };
        let i_is_sparse = {
            let i_ord = (((f_head.kind) as i64));
            (((i_ord >= 5i64) && (i_ord <= 9i64)))
        };
        r.align();
        let f_num_sparse = if i_is_sparse {
            Some(r.u8(&SITE_BTI_TRIE_NUM_SPARSE)?)
        } else {
            None
        };
        r.align();
        let f_sparse_transitions = if i_is_sparse {
            Some({
                let (count, bits, args) = (
                    i64::from(
                        f_num_sparse
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "num_sparse",
                                        },
                                        &SITE_BTI_TRIE_SPARSE_TRANSITIONS,
                                    )
                            })?,
                    ),
                    8,
                    (),
                );
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::U8,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_SPARSE_TRANSITIONS)?
            })
        } else {
            None
        };
        let i_is_dense = (((((f_head.kind) as i64)) >= 10i64));
        r.align();
        let f_dense_start = if i_is_dense {
            Some(r.u8(&SITE_BTI_TRIE_DENSE_START)?)
        } else {
            None
        };
        r.align();
        let f_num_dense_less_one = if i_is_dense {
            Some(r.u8(&SITE_BTI_TRIE_NUM_DENSE_LESS_ONE)?)
        } else {
            None
        };
        let i_len_distance = {
            let i_ord = (((f_head.kind) as i64));
            ((if ((i_ord == 2i64) || (i_ord == 5i64)) {
                8i64
            } else {
                (if ((i_ord == 6i64) || (i_ord == 10i64)) {
                    12i64
                } else {
                    (if (((i_ord == 4i64) || (i_ord == 7i64)) || (i_ord == 11i64)) {
                        16i64
                    } else {
                        (if ((i_ord == 8i64) || (i_ord == 12i64)) {
                            24i64
                        } else {
                            (if (i_ord == 13i64) {
                                32i64
                            } else {
                                (if ((i_ord == 9i64) || (i_ord == 14i64)) {
                                    40i64
                                } else {
                                    (if (i_ord == 15i64) { 64i64 } else { 0i64 })
                                })
                            })
                        })
                    })
                })
            }))
        };
        let i_num_distances = ((if (i_len_distance > 0i64) {
            {
                let i_ord = (((f_head.kind) as i64));
                ((if (((i_ord >= 1i64) && (i_ord <= 4i64))) {
                    1i64
                } else {
                    (if i_is_sparse {
                        i64::from(
                            f_num_sparse
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Absent {
                                                field: "num_sparse",
                                            },
                                            &SITE_BTI_TRIE_DISTANCES_8,
                                        )
                                })?,
                        )
                    } else {
                        (if i_is_dense {
                            (i64::from(
                                f_num_dense_less_one
                                    .ok_or_else(|| {
                                        r
                                            .error(
                                                __rt::ReadErrorKind::Absent {
                                                    field: "num_dense_less_one",
                                                },
                                                &SITE_BTI_TRIE_DISTANCES_8,
                                            )
                                    })?,
                            ) + 1i64)
                        } else {
                            0i64
                        })
                    })
                }))
            }
        } else {
            0i64
        }));
        r.align();
        let f_distances_8 = if (i_len_distance == 8i64) {
            Some({
                let (count, bits, args) = (i_num_distances, 8, ());
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::U8,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_8)?
            })
        } else {
            None
        };
        let f_distances_12 = if (i_len_distance == 12i64) {
            Some({
                let (count, bits, args) = (i_num_distances, 12, 12);
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::Bits16,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_12)?
            })
        } else {
            None
        };
        r.align();
        let f_distances_16 = if (i_len_distance == 16i64) {
            Some({
                let (count, bits, args) = (i_num_distances, 16, ());
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::U16Be,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_16)?
            })
        } else {
            None
        };
        let f_distances_24 = if (i_len_distance == 24i64) {
            Some({
                let (count, bits, args) = (i_num_distances, 24, 24);
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::Bits32,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_24)?
            })
        } else {
            None
        };
        r.align();
        let f_distances_32 = if (i_len_distance == 32i64) {
            Some({
                let (count, bits, args) = (i_num_distances, 32, ());
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::U32Be,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_32)?
            })
        } else {
            None
        };
        r.align();
        let f_distances_40 = if (i_len_distance == 40i64) {
            Some({
                let (count, bits, args) = (
                    i_num_distances,
                    super::bti_trie::Distance40Ref::bits(()),
                    (),
                );
                __rt::array::ArrayView::<
                    '_,
                    super::bti_trie::Distance40Ref<'_>,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_40)?
            })
        } else {
            None
        };
        r.align();
        let f_distances_64 = if (i_len_distance == 64i64) {
            Some({
                let (count, bits, args) = (i_num_distances, 64, ());
                __rt::array::ArrayView::<
                    '_,
                    __rt::array::I64Be,
                >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_64)?
            })
        } else {
            None
        };
        let i_low = (f_head.low);
        let i_has_payload = {
            let i_ord = (((f_head.kind) as i64));
            ((((i_ord != 1i64) && (i_ord != 3i64)) && (i64::from(i_low) != 0i64)))
        };
        r.align();
        let f_partition_payload = if (i_has_payload && !(cx.is_rows)) {
            Some(
                {
                    let arg0 = i64::from(i_low);
                    super::bti_trie::PartitionPayload::skip(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_BTI_TRIE_PARTITION_PAYLOAD, None)
                    })?,
            )
        } else {
            None
        };
        r.align();
        let f_row_payload = if (i_has_payload && cx.is_rows) {
            Some(
                {
                    let arg0 = i64::from(i_low);
                    let arg1 = cx.v;
                    super::bti_trie::RowPayload::skip(r, arg0, arg1)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_BTI_TRIE_ROW_PAYLOAD, None)
                    })?,
            )
        } else {
            None
        };
        r.align();
        let count = __rt::array::count(
            r,
            {
                let i_ord = (((f_head.kind) as i64));
                ((if (((i_ord >= 1i64) && (i_ord <= 4i64))) {
                    1i64
                } else {
                    (if i_is_sparse {
                        i64::from(
                            f_num_sparse
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Absent {
                                                field: "num_sparse",
                                            },
                                            &SITE_BTI_TRIE_CHILDREN,
                                        )
                                })?,
                        )
                    } else {
                        (if i_is_dense {
                            (i64::from(
                                f_num_dense_less_one
                                    .ok_or_else(|| {
                                        r
                                            .error(
                                                __rt::ReadErrorKind::Absent {
                                                    field: "num_dense_less_one",
                                                },
                                                &SITE_BTI_TRIE_CHILDREN,
                                            )
                                    })?,
                            ) + 1i64)
                        } else {
                            0i64
                        })
                    })
                }))
            },
            0,
            &SITE_BTI_TRIE_CHILDREN,
        )?;
        for index in 0..count {
            let index = index as i64;
            let _ = {
                let arg0 = cx;
                let arg1 = index;
                let arg2 = cx.node_pos;
                let arg3 = (((f_head.kind) as i64));
                let arg4 = i64::from(i_low);
                let arg5 = f_low_distance;
                let arg6 = i_len_distance;
                let arg7 = f_distances_8;
                let arg8 = f_distances_12;
                let arg9 = f_distances_16;
                let arg10 = f_distances_24;
                let arg11 = f_distances_32;
                let arg12 = f_distances_40;
                let arg13 = f_distances_64;
                let arg14 = {
                    let i_ord = (((f_head.kind) as i64));
                    (((i_ord >= 1i64) && (i_ord <= 4i64)))
                };
                let arg15 = f_single_transition;
                let arg16 = i_is_sparse;
                let arg17 = f_sparse_transitions;
                let arg18 = f_dense_start;
                let arg19 = cx.v;
                let arg20 = cx.is_rows;
                super::bti_trie::Child::skip(
                    r,
                    arg0,
                    arg1,
                    arg2,
                    arg3,
                    arg4,
                    arg5,
                    arg6,
                    arg7,
                    arg8,
                    arg9,
                    arg10,
                    arg11,
                    arg12,
                    arg13,
                    arg14,
                    arg15,
                    arg16,
                    arg17,
                    arg18,
                    arg19,
                    arg20,
                )
            }
                .map_err(|e: __rt::ReadError| e.within(&SITE_BTI_TRIE_CHILDREN, None))?;
        }
        Ok(())
    }
}
impl BtiTrie {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        cx: &super::bti_trie::BtiTrieParams<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_head = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    { super::bti_trie::NodeHeadRef::read(r) }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_BTI_TRIE_HEAD, None)
                        })?
                }
            };
            w.enter(&SITE_BTI_TRIE_HEAD, None, r.offset());
            let asked = { super::bti_trie::NodeHead::walk(r, w) }
                .map_err(|e: __rt::ReadError| e.within(&SITE_BTI_TRIE_HEAD, None))?;
            w.leave(r.offset());
            value
        };
        r.align();
        let f_low_distance = if ((f_head.kind)
            == super::bti_trie::NodeKind::SingleNopayload12)
        {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u8(&SITE_BTI_TRIE_LOW_DISTANCE)? }
            };
            let offset = r.offset();
            let leaf = r.u8(&SITE_BTI_TRIE_LOW_DISTANCE)?;
            w.leaf(
                &SITE_BTI_TRIE_LOW_DISTANCE,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        r.align();
        let f_single_transition = if {
            let i_ord = (((f_head.kind) as i64));
            (((i_ord >= 1i64) && (i_ord <= 4i64)))
        } {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u8(&SITE_BTI_TRIE_SINGLE_TRANSITION)? }
            };
            let offset = r.offset();
            let leaf = r.u8(&SITE_BTI_TRIE_SINGLE_TRANSITION)?;
            w.leaf(
                &SITE_BTI_TRIE_SINGLE_TRANSITION,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        let i_is_sparse = {
            let i_ord = (((f_head.kind) as i64));
            (((i_ord >= 5i64) && (i_ord <= 9i64)))
        };
        r.align();
        let f_num_sparse = if i_is_sparse {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u8(&SITE_BTI_TRIE_NUM_SPARSE)? }
            };
            let offset = r.offset();
            let leaf = r.u8(&SITE_BTI_TRIE_NUM_SPARSE)?;
            w.leaf(
                &SITE_BTI_TRIE_NUM_SPARSE,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        r.align();
        let f_sparse_transitions = if i_is_sparse {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let (count, bits, args) = (
                            i64::from(
                                f_num_sparse
                                    .ok_or_else(|| {
                                        r
                                            .error(
                                                __rt::ReadErrorKind::Absent {
                                                    field: "num_sparse",
                                                },
                                                &SITE_BTI_TRIE_SPARSE_TRANSITIONS,
                                            )
                                    })?,
                            ),
                            8,
                            (),
                        );
                        __rt::array::ArrayView::<
                            '_,
                            __rt::array::U8,
                        >::take(r, count, bits, args, &SITE_BTI_TRIE_SPARSE_TRANSITIONS)?
                    }
                }
            };
            let count = __rt::array::count(
                r,
                i64::from(
                    f_num_sparse
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "num_sparse",
                                    },
                                    &SITE_BTI_TRIE_SPARSE_TRANSITIONS,
                                )
                        })?,
                ),
                0,
                &SITE_BTI_TRIE_SPARSE_TRANSITIONS,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    let offset = r.offset();
                    let leaf = r.u8(&SITE_BTI_TRIE_SPARSE_TRANSITIONS)?;
                    w.leaf(
                        &SITE_BTI_TRIE_SPARSE_TRANSITIONS,
                        Some(index as u64),
                        offset,
                        r.offset() - offset,
                        __rt::Value::Unsigned(u64::from(leaf)),
                    );
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_BTI_TRIE_SPARSE_TRANSITIONS, index)
                    })?;
            }
            Some(value)
        } else {
            None
        };
        let i_is_dense = (((((f_head.kind) as i64)) >= 10i64));
        r.align();
        let f_dense_start = if i_is_dense {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u8(&SITE_BTI_TRIE_DENSE_START)? }
            };
            let offset = r.offset();
            let leaf = r.u8(&SITE_BTI_TRIE_DENSE_START)?;
            w.leaf(
                &SITE_BTI_TRIE_DENSE_START,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        r.align();
        let f_num_dense_less_one = if i_is_dense {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u8(&SITE_BTI_TRIE_NUM_DENSE_LESS_ONE)? }
            };
            let offset = r.offset();
            let leaf = r.u8(&SITE_BTI_TRIE_NUM_DENSE_LESS_ONE)?;
            w.leaf(
                &SITE_BTI_TRIE_NUM_DENSE_LESS_ONE,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        let i_len_distance = {
            let i_ord = (((f_head.kind) as i64));
            ((if ((i_ord == 2i64) || (i_ord == 5i64)) {
                8i64
            } else {
                (if ((i_ord == 6i64) || (i_ord == 10i64)) {
                    12i64
                } else {
                    (if (((i_ord == 4i64) || (i_ord == 7i64)) || (i_ord == 11i64)) {
                        16i64
                    } else {
                        (if ((i_ord == 8i64) || (i_ord == 12i64)) {
                            24i64
                        } else {
                            (if (i_ord == 13i64) {
                                32i64
                            } else {
                                (if ((i_ord == 9i64) || (i_ord == 14i64)) {
                                    40i64
                                } else {
                                    (if (i_ord == 15i64) { 64i64 } else { 0i64 })
                                })
                            })
                        })
                    })
                })
            }))
        };
        let i_num_distances = ((if (i_len_distance > 0i64) {
            {
                let i_ord = (((f_head.kind) as i64));
                ((if (((i_ord >= 1i64) && (i_ord <= 4i64))) {
                    1i64
                } else {
                    (if i_is_sparse {
                        i64::from(
                            f_num_sparse
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Absent {
                                                field: "num_sparse",
                                            },
                                            &SITE_BTI_TRIE_DISTANCES_8,
                                        )
                                })?,
                        )
                    } else {
                        (if i_is_dense {
                            (i64::from(
                                f_num_dense_less_one
                                    .ok_or_else(|| {
                                        r
                                            .error(
                                                __rt::ReadErrorKind::Absent {
                                                    field: "num_dense_less_one",
                                                },
                                                &SITE_BTI_TRIE_DISTANCES_8,
                                            )
                                    })?,
                            ) + 1i64)
                        } else {
                            0i64
                        })
                    })
                }))
            }
        } else {
            0i64
        }));
        r.align();
        let f_distances_8 = if (i_len_distance == 8i64) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let (count, bits, args) = (i_num_distances, 8, ());
                        __rt::array::ArrayView::<
                            '_,
                            __rt::array::U8,
                        >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_8)?
                    }
                }
            };
            let count = __rt::array::count(
                r,
                i_num_distances,
                0,
                &SITE_BTI_TRIE_DISTANCES_8,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    let offset = r.offset();
                    let leaf = r.u8(&SITE_BTI_TRIE_DISTANCES_8)?;
                    w.leaf(
                        &SITE_BTI_TRIE_DISTANCES_8,
                        Some(index as u64),
                        offset,
                        r.offset() - offset,
                        __rt::Value::Unsigned(u64::from(leaf)),
                    );
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_BTI_TRIE_DISTANCES_8, index)
                    })?;
            }
            Some(value)
        } else {
            None
        };
        let f_distances_12 = if (i_len_distance == 12i64) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let (count, bits, args) = (i_num_distances, 12, 12);
                        __rt::array::ArrayView::<
                            '_,
                            __rt::array::Bits16,
                        >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_12)?
                    }
                }
            };
            let count = __rt::array::count(
                r,
                i_num_distances,
                0,
                &SITE_BTI_TRIE_DISTANCES_12,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    let offset = r.offset();
                    let leaf = (r.bits(12, &SITE_BTI_TRIE_DISTANCES_12)? as u16);
                    w.leaf(
                        &SITE_BTI_TRIE_DISTANCES_12,
                        Some(index as u64),
                        offset,
                        2,
                        __rt::Value::Unsigned(u64::from(leaf)),
                    );
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_BTI_TRIE_DISTANCES_12, index)
                    })?;
            }
            Some(value)
        } else {
            None
        };
        r.align();
        let f_distances_16 = if (i_len_distance == 16i64) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let (count, bits, args) = (i_num_distances, 16, ());
                        __rt::array::ArrayView::<
                            '_,
                            __rt::array::U16Be,
                        >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_16)?
                    }
                }
            };
            let count = __rt::array::count(
                r,
                i_num_distances,
                0,
                &SITE_BTI_TRIE_DISTANCES_16,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    let offset = r.offset();
                    let leaf = r.u16_be(&SITE_BTI_TRIE_DISTANCES_16)?;
                    w.leaf(
                        &SITE_BTI_TRIE_DISTANCES_16,
                        Some(index as u64),
                        offset,
                        r.offset() - offset,
                        __rt::Value::Unsigned(u64::from(leaf)),
                    );
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_BTI_TRIE_DISTANCES_16, index)
                    })?;
            }
            Some(value)
        } else {
            None
        };
        let f_distances_24 = if (i_len_distance == 24i64) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let (count, bits, args) = (i_num_distances, 24, 24);
                        __rt::array::ArrayView::<
                            '_,
                            __rt::array::Bits32,
                        >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_24)?
                    }
                }
            };
            let count = __rt::array::count(
                r,
                i_num_distances,
                0,
                &SITE_BTI_TRIE_DISTANCES_24,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    let offset = r.offset();
                    let leaf = (r.bits(24, &SITE_BTI_TRIE_DISTANCES_24)? as u32);
                    w.leaf(
                        &SITE_BTI_TRIE_DISTANCES_24,
                        Some(index as u64),
                        offset,
                        3,
                        __rt::Value::Unsigned(u64::from(leaf)),
                    );
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_BTI_TRIE_DISTANCES_24, index)
                    })?;
            }
            Some(value)
        } else {
            None
        };
        r.align();
        let f_distances_32 = if (i_len_distance == 32i64) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let (count, bits, args) = (i_num_distances, 32, ());
                        __rt::array::ArrayView::<
                            '_,
                            __rt::array::U32Be,
                        >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_32)?
                    }
                }
            };
            let count = __rt::array::count(
                r,
                i_num_distances,
                0,
                &SITE_BTI_TRIE_DISTANCES_32,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    let offset = r.offset();
                    let leaf = r.u32_be(&SITE_BTI_TRIE_DISTANCES_32)?;
                    w.leaf(
                        &SITE_BTI_TRIE_DISTANCES_32,
                        Some(index as u64),
                        offset,
                        r.offset() - offset,
                        __rt::Value::Unsigned(u64::from(leaf)),
                    );
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_BTI_TRIE_DISTANCES_32, index)
                    })?;
            }
            Some(value)
        } else {
            None
        };
        r.align();
        let f_distances_40 = if (i_len_distance == 40i64) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let (count, bits, args) = (
                            i_num_distances,
                            super::bti_trie::Distance40Ref::bits(()),
                            (),
                        );
                        __rt::array::ArrayView::<
                            '_,
                            super::bti_trie::Distance40Ref<'_>,
                        >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_40)?
                    }
                }
            };
            let count = __rt::array::count(
                r,
                i_num_distances,
                0,
                &SITE_BTI_TRIE_DISTANCES_40,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    w.enter(&SITE_BTI_TRIE_DISTANCES_40, Some(index as u64), r.offset());
                    let asked = { super::bti_trie::Distance40::walk(r, w) }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_BTI_TRIE_DISTANCES_40, None)
                        })?;
                    w.leave(r.offset());
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_BTI_TRIE_DISTANCES_40, index)
                    })?;
            }
            Some(value)
        } else {
            None
        };
        r.align();
        let f_distances_64 = if (i_len_distance == 64i64) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let (count, bits, args) = (i_num_distances, 64, ());
                        __rt::array::ArrayView::<
                            '_,
                            __rt::array::I64Be,
                        >::take(r, count, bits, args, &SITE_BTI_TRIE_DISTANCES_64)?
                    }
                }
            };
            let count = __rt::array::count(
                r,
                i_num_distances,
                0,
                &SITE_BTI_TRIE_DISTANCES_64,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    let offset = r.offset();
                    let leaf = r.i64_be(&SITE_BTI_TRIE_DISTANCES_64)?;
                    w.leaf(
                        &SITE_BTI_TRIE_DISTANCES_64,
                        Some(index as u64),
                        offset,
                        r.offset() - offset,
                        __rt::Value::Signed(i64::from(leaf)),
                    );
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_BTI_TRIE_DISTANCES_64, index)
                    })?;
            }
            Some(value)
        } else {
            None
        };
        let i_low = (f_head.low);
        let i_has_payload = {
            let i_ord = (((f_head.kind) as i64));
            ((((i_ord != 1i64) && (i_ord != 3i64)) && (i64::from(i_low) != 0i64)))
        };
        r.align();
        let f_partition_payload = if (i_has_payload && !(cx.is_rows)) {
            let value = ();
            w.enter(&SITE_BTI_TRIE_PARTITION_PAYLOAD, None, r.offset());
            let asked = {
                let arg0 = i64::from(i_low);
                super::bti_trie::PartitionPayload::walk(r, arg0, w)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_BTI_TRIE_PARTITION_PAYLOAD, None)
                })?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        r.align();
        let f_row_payload = if (i_has_payload && cx.is_rows) {
            let value = ();
            w.enter(&SITE_BTI_TRIE_ROW_PAYLOAD, None, r.offset());
            let asked = {
                let arg0 = i64::from(i_low);
                let arg1 = cx.v;
                super::bti_trie::RowPayload::walk(r, arg0, arg1, w)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_BTI_TRIE_ROW_PAYLOAD, None)
                })?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        let i_num_children = {
            let i_ord = (((f_head.kind) as i64));
            ((if (((i_ord >= 1i64) && (i_ord <= 4i64))) {
                1i64
            } else {
                (if i_is_sparse {
                    i64::from(
                        f_num_sparse
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "num_sparse",
                                        },
                                        &SITE_BTI_TRIE_CHILDREN,
                                    )
                            })?,
                    )
                } else {
                    (if i_is_dense {
                        (i64::from(
                            f_num_dense_less_one
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Absent {
                                                field: "num_dense_less_one",
                                            },
                                            &SITE_BTI_TRIE_CHILDREN,
                                        )
                                })?,
                        ) + 1i64)
                    } else {
                        0i64
                    })
                })
            }))
        };
        r.align();
        let f_children = {
            let value = ();
            let count = __rt::array::count(
                r,
                i_num_children,
                0,
                &SITE_BTI_TRIE_CHILDREN,
            )?;
            for index in 0..count {
                let index = index as i64;
                (|| -> __rt::error::Result<()> {
                    w.enter(&SITE_BTI_TRIE_CHILDREN, Some(index as u64), r.offset());
                    let asked = {
                        let arg0 = cx;
                        let arg1 = index;
                        let arg2 = cx.node_pos;
                        let arg3 = (((f_head.kind) as i64));
                        let arg4 = i64::from(i_low);
                        let arg5 = f_low_distance;
                        let arg6 = i_len_distance;
                        let arg7 = f_distances_8;
                        let arg8 = f_distances_12;
                        let arg9 = f_distances_16;
                        let arg10 = f_distances_24;
                        let arg11 = f_distances_32;
                        let arg12 = f_distances_40;
                        let arg13 = f_distances_64;
                        let arg14 = {
                            let i_ord = (((f_head.kind) as i64));
                            (((i_ord >= 1i64) && (i_ord <= 4i64)))
                        };
                        let arg15 = f_single_transition;
                        let arg16 = i_is_sparse;
                        let arg17 = f_sparse_transitions;
                        let arg18 = f_dense_start;
                        let arg19 = cx.v;
                        let arg20 = cx.is_rows;
                        super::bti_trie::Child::walk(
                            r,
                            arg0,
                            arg1,
                            arg2,
                            arg3,
                            arg4,
                            arg5,
                            arg6,
                            arg7,
                            arg8,
                            arg9,
                            arg10,
                            arg11,
                            arg12,
                            arg13,
                            arg14,
                            arg15,
                            arg16,
                            arg17,
                            arg18,
                            arg19,
                            arg20,
                            w,
                        )
                    }
                        .map_err(|e: __rt::ReadError| {
                            e.within(&SITE_BTI_TRIE_CHILDREN, None)
                        })?;
                    w.leave(r.offset());
                    Ok(())
                })()
                    .map_err(|e: __rt::ReadError| {
                        e.at_index(&SITE_BTI_TRIE_CHILDREN, index)
                    })?;
            }
            value
        };
        Ok(())
    }
}
impl BtiTrie {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        cx: &super::bti_trie::BtiTrieParams<'_>,
    ) -> __rt::sink::WriteResult<()> {
        self.head.encode(w)?;
        w.align();
        if let Some(v) = __rt::sink::agreed(
            &self.low_distance,
            ((self.head.kind) == super::bti_trie::NodeKind::SingleNopayload12),
            &SITE_BTI_TRIE_LOW_DISTANCE,
        )? {
            w.put(&v.to_be_bytes());
        }
        w.align();
        if let Some(v) = __rt::sink::agreed(
            &self.single_transition,
            {
                let i_ord = (((self.head.kind) as i64));
                (((i_ord >= 1i64) && (i_ord <= 4i64)))
            },
            &SITE_BTI_TRIE_SINGLE_TRANSITION,
        )? {
            w.put(&v.to_be_bytes());
        }
        let i_is_sparse = {
            let i_ord = (((self.head.kind) as i64));
            (((i_ord >= 5i64) && (i_ord <= 9i64)))
        };
        w.align();
        let f_num_sparse = if i_is_sparse {
            Some(
                __rt::sink::narrow::<
                    u8,
                    _,
                >(
                    self.sparse_transitions.as_ref().map_or(0, |x0| x0.len() as i64),
                    &SITE_BTI_TRIE_NUM_SPARSE,
                )?,
            )
        } else {
            None
        };
        if let Some(v) = f_num_sparse {
            w.put(&v.to_be_bytes());
        }
        w.align();
        if let Some(v) = __rt::sink::agreed(
            &self.sparse_transitions,
            i_is_sparse,
            &SITE_BTI_TRIE_SPARSE_TRANSITIONS,
        )? {
            for e in v {
                w.put(&e.to_be_bytes());
            }
        }
        let i_is_dense = (((((self.head.kind) as i64)) >= 10i64));
        w.align();
        if let Some(v) = __rt::sink::agreed(
            &self.dense_start,
            i_is_dense,
            &SITE_BTI_TRIE_DENSE_START,
        )? {
            w.put(&v.to_be_bytes());
        }
        w.align();
        if let Some(v) = __rt::sink::agreed(
            &self.num_dense_less_one,
            i_is_dense,
            &SITE_BTI_TRIE_NUM_DENSE_LESS_ONE,
        )? {
            w.put(&v.to_be_bytes());
        }
        let i_len_distance = {
            let i_ord = (((self.head.kind) as i64));
            ((if ((i_ord == 2i64) || (i_ord == 5i64)) {
                8i64
            } else {
                (if ((i_ord == 6i64) || (i_ord == 10i64)) {
                    12i64
                } else {
                    (if (((i_ord == 4i64) || (i_ord == 7i64)) || (i_ord == 11i64)) {
                        16i64
                    } else {
                        (if ((i_ord == 8i64) || (i_ord == 12i64)) {
                            24i64
                        } else {
                            (if (i_ord == 13i64) {
                                32i64
                            } else {
                                (if ((i_ord == 9i64) || (i_ord == 14i64)) {
                                    40i64
                                } else {
                                    (if (i_ord == 15i64) { 64i64 } else { 0i64 })
                                })
                            })
                        })
                    })
                })
            }))
        };
        let i_num_distances = ((if (i_len_distance > 0i64) {
            {
                let i_ord = (((self.head.kind) as i64));
                ((if (((i_ord >= 1i64) && (i_ord <= 4i64))) {
                    1i64
                } else {
                    (if i_is_sparse {
                        i64::from(
                            f_num_sparse
                                .ok_or_else(|| __rt::WriteError::new(
                                    __rt::WriteErrorKind::Expression {
                                        what: "a field that is needed is absent",
                                    },
                                    &SITE_BTI_TRIE_DISTANCES_8,
                                ))?,
                        )
                    } else {
                        (if i_is_dense {
                            (i64::from(
                                self
                                    .num_dense_less_one
                                    .ok_or_else(|| __rt::WriteError::new(
                                        __rt::WriteErrorKind::Expression {
                                            what: "a field that is needed is absent",
                                        },
                                        &SITE_BTI_TRIE_DISTANCES_8,
                                    ))?,
                            ) + 1i64)
                        } else {
                            0i64
                        })
                    })
                }))
            }
        } else {
            0i64
        }));
        w.align();
        if let Some(v) = __rt::sink::agreed(
            &self.distances_8,
            (i_len_distance == 8i64),
            &SITE_BTI_TRIE_DISTANCES_8,
        )? {
            __rt::sink::exact(
                v.len() as u64,
                i_num_distances,
                &SITE_BTI_TRIE_DISTANCES_8,
            )?;
            for e in v {
                w.put(&e.to_be_bytes());
            }
        }
        if let Some(v) = __rt::sink::agreed(
            &self.distances_12,
            (i_len_distance == 12i64),
            &SITE_BTI_TRIE_DISTANCES_12,
        )? {
            __rt::sink::exact(
                v.len() as u64,
                i_num_distances,
                &SITE_BTI_TRIE_DISTANCES_12,
            )?;
            for e in v {
                if *e >> 12 != 0 {
                    return Err(
                        __rt::WriteError::new(
                            __rt::WriteErrorKind::OutOfRange {
                                found: i128::from(*e),
                            },
                            &SITE_BTI_TRIE_DISTANCES_12,
                        ),
                    );
                }
                w.bits(u64::from(*e), 12);
            }
        }
        w.align();
        if let Some(v) = __rt::sink::agreed(
            &self.distances_16,
            (i_len_distance == 16i64),
            &SITE_BTI_TRIE_DISTANCES_16,
        )? {
            __rt::sink::exact(
                v.len() as u64,
                i_num_distances,
                &SITE_BTI_TRIE_DISTANCES_16,
            )?;
            for e in v {
                w.put(&e.to_be_bytes());
            }
        }
        if let Some(v) = __rt::sink::agreed(
            &self.distances_24,
            (i_len_distance == 24i64),
            &SITE_BTI_TRIE_DISTANCES_24,
        )? {
            __rt::sink::exact(
                v.len() as u64,
                i_num_distances,
                &SITE_BTI_TRIE_DISTANCES_24,
            )?;
            for e in v {
                if *e >> 24 != 0 {
                    return Err(
                        __rt::WriteError::new(
                            __rt::WriteErrorKind::OutOfRange {
                                found: i128::from(*e),
                            },
                            &SITE_BTI_TRIE_DISTANCES_24,
                        ),
                    );
                }
                w.bits(u64::from(*e), 24);
            }
        }
        w.align();
        if let Some(v) = __rt::sink::agreed(
            &self.distances_32,
            (i_len_distance == 32i64),
            &SITE_BTI_TRIE_DISTANCES_32,
        )? {
            __rt::sink::exact(
                v.len() as u64,
                i_num_distances,
                &SITE_BTI_TRIE_DISTANCES_32,
            )?;
            for e in v {
                w.put(&e.to_be_bytes());
            }
        }
        w.align();
        if let Some(v) = __rt::sink::agreed(
            &self.distances_40,
            (i_len_distance == 40i64),
            &SITE_BTI_TRIE_DISTANCES_40,
        )? {
            __rt::sink::exact(
                v.len() as u64,
                i_num_distances,
                &SITE_BTI_TRIE_DISTANCES_40,
            )?;
            for e in v {
                e.encode(w)?;
            }
        }
        w.align();
        if let Some(v) = __rt::sink::agreed(
            &self.distances_64,
            (i_len_distance == 64i64),
            &SITE_BTI_TRIE_DISTANCES_64,
        )? {
            __rt::sink::exact(
                v.len() as u64,
                i_num_distances,
                &SITE_BTI_TRIE_DISTANCES_64,
            )?;
            for e in v {
                w.put(&e.to_be_bytes());
            }
        }
        let i_low = (self.head.low);
        let i_has_payload = {
            let i_ord = (((self.head.kind) as i64));
            ((((i_ord != 1i64) && (i_ord != 3i64)) && (i64::from(i_low) != 0i64)))
        };
        w.align();
        if let Some(v) = __rt::sink::agreed(
            &self.partition_payload,
            (i_has_payload && !(cx.is_rows)),
            &SITE_BTI_TRIE_PARTITION_PAYLOAD,
        )? {
            v.encode(w, i64::from(i_low))?;
        }
        w.align();
        if let Some(v) = __rt::sink::agreed(
            &self.row_payload,
            (i_has_payload && cx.is_rows),
            &SITE_BTI_TRIE_ROW_PAYLOAD,
        )? {
            v.encode(w, i64::from(i_low), cx.v)?;
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        cx: &super::bti_trie::BtiTrieParams<'_>,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx)?;
        Ok(counter.pos())
    }
}
static SITE_NODE_HEAD__SELF: __rt::Site = __rt::Site {
    owner: "node_head",
    field: "_self",
    file: "bti/bti_trie.ksy",
    line: 170u32,
};
static SITE_NODE_HEAD_KIND: __rt::Site = __rt::Site {
    owner: "node_head",
    field: "kind",
    file: "bti/bti_trie.ksy",
    line: 174u32,
};
static SITE_NODE_HEAD_LOW: __rt::Site = __rt::Site {
    owner: "node_head",
    field: "low",
    file: "bti/bti_trie.ksy",
    line: 178u32,
};
///The byte that a node begins with.
///
///Specification: `bti/bti_trie.ksy`, line 170. Cassandra: org.apache.cassandra.io.tries.TrieNode.at.
#[derive(Debug, Clone, PartialEq, ::deku::DekuRead, ::deku::DekuWrite)]
pub struct NodeHead {
    ///Shape of the node and width of its distances.
    pub kind: super::bti_trie::NodeKind,
    ///Bits of the payload; in the two kinds without payload the distance, or the high bits of it.
    #[deku(bits = 4, endian = "big")]
    pub low: u8,
}
impl NodeHead {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let at = *r;
        let bytes = r.take(1, &SITE_NODE_HEAD__SELF)?;
        ::deku::DekuContainerRead::from_bytes((bytes, 0))
            .map(|(_, value)| value)
            .map_err(|_| {
                at
                    .error(
                        __rt::ReadErrorKind::UnexpectedEnd {
                            needed: 1,
                            available: bytes.len() as u64,
                        },
                        &SITE_NODE_HEAD__SELF,
                    )
            })
    }
}
///The head of a [`NodeHead`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct NodeHeadRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Shape of the node and width of its distances.
    pub kind: super::bti_trie::NodeKind,
    ///Bits of the payload; in the two kinds without payload the distance, or the high bits of it.
    pub low: u8,
}
impl<'a> NodeHeadRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_kind = {
            let found = (r.bits(4, &SITE_NODE_HEAD_KIND)? as u8) as i64;
            super::bti_trie::NodeKind::from_raw(found)
                .ok_or_else(|| {
                    r.error_before(
                        0,
                        __rt::ReadErrorKind::UnknownValue {
                            found,
                            expected: "node_kind",
                        },
                        &SITE_NODE_HEAD_KIND,
                    )
                })?
        };
        let f_low = (r.bits(4, &SITE_NODE_HEAD_LOW)? as u8);
        Ok({
            super::bti_trie::NodeHeadRef {
                lifetime: std::marker::PhantomData,
                kind: f_kind,
                low: f_low,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_NODE_HEAD__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[&SITE_NODE_HEAD_KIND, &SITE_NODE_HEAD_LOW];
        FIELDS
    }
}
impl NodeHeadRef<'_> {
    /// Width in bits.
    pub fn bits(args: ()) -> u64 {
        #[allow(unused_variables)]
        let () = args;
        let mut bits = 0u64;
        bits += 4;
        bits += 4;
        bits
    }
}
impl<'a> __rt::array::Element<'a> for NodeHeadRef<'a> {
    type Args = ();
    fn get(
        r: &mut __rt::Reader<'a>,
        args: Self::Args,
        _: &'static __rt::Site,
    ) -> __rt::error::Result<Self> {
        #[allow(unused_variables)]
        let () = args;
        let begin = r.offset();
        let f_kind = {
            let found = (r.bits(4, &SITE_NODE_HEAD_KIND)? as u8) as i64;
            super::bti_trie::NodeKind::from_raw(found)
                .ok_or_else(|| {
                    r.error_before(
                        0,
                        __rt::ReadErrorKind::UnknownValue {
                            found,
                            expected: "node_kind",
                        },
                        &SITE_NODE_HEAD_KIND,
                    )
                })?
        };
        let f_low = (r.bits(4, &SITE_NODE_HEAD_LOW)? as u8);
        Ok({
            super::bti_trie::NodeHeadRef {
                lifetime: std::marker::PhantomData,
                kind: f_kind,
                low: f_low,
            }
        })
    }
}
impl NodeHead {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_kind = {
            let found = (r.bits(4, &SITE_NODE_HEAD_KIND)? as u8) as i64;
            super::bti_trie::NodeKind::from_raw(found)
                .ok_or_else(|| {
                    r.error_before(
                        0,
                        __rt::ReadErrorKind::UnknownValue {
                            found,
                            expected: "node_kind",
                        },
                        &SITE_NODE_HEAD_KIND,
                    )
                })?
        };
        let f_low = (r.bits(4, &SITE_NODE_HEAD_LOW)? as u8);
        Ok(())
    }
}
impl NodeHead {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_kind = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                {
                    {
                        let found = (r.bits(4, &SITE_NODE_HEAD_KIND)? as u8) as i64;
                        super::bti_trie::NodeKind::from_raw(found)
                            .ok_or_else(|| {
                                r.error_before(
                                    0,
                                    __rt::ReadErrorKind::UnknownValue {
                                        found,
                                        expected: "node_kind",
                                    },
                                    &SITE_NODE_HEAD_KIND,
                                )
                            })?
                    }
                }
            };
            let offset = r.offset();
            let leaf = {
                let found = (r.bits(4, &SITE_NODE_HEAD_KIND)? as u8) as i64;
                super::bti_trie::NodeKind::from_raw(found)
                    .ok_or_else(|| {
                        r.error_before(
                            0,
                            __rt::ReadErrorKind::UnknownValue {
                                found,
                                expected: "node_kind",
                            },
                            &SITE_NODE_HEAD_KIND,
                        )
                    })?
            };
            w.leaf(&SITE_NODE_HEAD_KIND, None, offset, 1, __rt::Value::Enum(leaf.id()));
            value
        };
        let f_low = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { (r.bits(4, &SITE_NODE_HEAD_LOW)? as u8) }
            };
            let offset = r.offset();
            let leaf = (r.bits(4, &SITE_NODE_HEAD_LOW)? as u8);
            w.leaf(
                &SITE_NODE_HEAD_LOW,
                None,
                offset,
                1,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            value
        };
        Ok(())
    }
}
impl NodeHead {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let mut bytes = [0u8; 1];
        ::deku::DekuContainerWrite::to_slice(self, &mut bytes)
            .map_err(|_| __rt::WriteError::new(
                __rt::WriteErrorKind::Expression {
                    what: "numbers of another width",
                },
                &SITE_NODE_HEAD__SELF,
            ))?;
        w.put(&bytes);
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
static SITE_DISTANCE40__SELF: __rt::Site = __rt::Site {
    owner: "distance_40",
    field: "_self",
    file: "bti/bti_trie.ksy",
    line: 181u32,
};
static SITE_DISTANCE40_HIGH: __rt::Site = __rt::Site {
    owner: "distance_40",
    field: "high",
    file: "bti/bti_trie.ksy",
    line: 185u32,
};
static SITE_DISTANCE40_LOW: __rt::Site = __rt::Site {
    owner: "distance_40",
    field: "low",
    file: "bti/bti_trie.ksy",
    line: 188u32,
};
///40 bits as two numbers; not all of Kaitai's targets read more than 32 bits at once.
///
///Specification: `bti/bti_trie.ksy`, line 181. Cassandra: org.apache.cassandra.io.tries.TrieNode.Sparse40.
#[derive(Debug, Clone, PartialEq, ::binrw::BinRead, ::binrw::BinWrite)]
#[brw(big)]
pub struct Distance40 {
    ///The most significant byte.
    pub high: u8,
    ///The other four bytes.
    pub low: u32,
}
impl Distance40 {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let at = *r;
        let bytes = r.take(5, &SITE_DISTANCE40__SELF)?;
        ::binrw::BinRead::read(&mut std::io::Cursor::new(bytes))
            .map_err(|_| {
                at
                    .error(
                        __rt::ReadErrorKind::UnexpectedEnd {
                            needed: 5,
                            available: bytes.len() as u64,
                        },
                        &SITE_DISTANCE40__SELF,
                    )
            })
    }
}
///The head of a [`Distance40`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct Distance40Ref<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///The most significant byte.
    pub high: u8,
    ///The other four bytes.
    pub low: u32,
    ///The distance.
    pub value: i64,
}
impl<'a> Distance40Ref<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_high = r.u8(&SITE_DISTANCE40_HIGH)?;
        let f_low = r.u32_be(&SITE_DISTANCE40_LOW)?;
        Ok({
            let value_value = ((((i64::from(f_high) * 4294967296i64) + i64::from(f_low))
                as i64));
            super::bti_trie::Distance40Ref {
                lifetime: std::marker::PhantomData,
                high: f_high,
                low: f_low,
                value: value_value,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_DISTANCE40__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[&SITE_DISTANCE40_HIGH, &SITE_DISTANCE40_LOW];
        FIELDS
    }
}
impl Distance40Ref<'_> {
    /// Width in bits.
    pub fn bits(args: ()) -> u64 {
        #[allow(unused_variables)]
        let () = args;
        let mut bits = 0u64;
        bits += 8;
        bits += 32;
        bits
    }
}
impl<'a> __rt::array::Element<'a> for Distance40Ref<'a> {
    type Args = ();
    fn get(
        r: &mut __rt::Reader<'a>,
        args: Self::Args,
        _: &'static __rt::Site,
    ) -> __rt::error::Result<Self> {
        #[allow(unused_variables)]
        let () = args;
        let begin = r.offset();
        let f_high = r.u8(&SITE_DISTANCE40_HIGH)?;
        let f_low = r.u32_be(&SITE_DISTANCE40_LOW)?;
        Ok({
            let value_value = ((((i64::from(f_high) * 4294967296i64) + i64::from(f_low))
                as i64));
            super::bti_trie::Distance40Ref {
                lifetime: std::marker::PhantomData,
                high: f_high,
                low: f_low,
                value: value_value,
            }
        })
    }
}
impl Distance40 {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_high = r.u8(&SITE_DISTANCE40_HIGH)?;
        let f_low = r.u32_be(&SITE_DISTANCE40_LOW)?;
        Ok(())
    }
}
impl Distance40 {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_high = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u8(&SITE_DISTANCE40_HIGH)? }
            };
            let offset = r.offset();
            let leaf = r.u8(&SITE_DISTANCE40_HIGH)?;
            w.leaf(
                &SITE_DISTANCE40_HIGH,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            value
        };
        let f_low = {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u32_be(&SITE_DISTANCE40_LOW)? }
            };
            let offset = r.offset();
            let leaf = r.u32_be(&SITE_DISTANCE40_LOW)?;
            w.leaf(
                &SITE_DISTANCE40_LOW,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            value
        };
        Ok(())
    }
}
impl Distance40 {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let mut bytes = [0u8; 5];
        ::binrw::BinWrite::write(self, &mut std::io::Cursor::new(bytes.as_mut_slice()))
            .map_err(|_| __rt::WriteError::new(
                __rt::WriteErrorKind::Expression {
                    what: "numbers of another width",
                },
                &SITE_DISTANCE40__SELF,
            ))?;
        w.put(&bytes);
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter)?;
        Ok(counter.pos())
    }
}
static SITE_CHILD__SELF: __rt::Site = __rt::Site {
    owner: "child",
    field: "_self",
    file: "bti/bti_trie.ksy",
    line: 195u32,
};
static SITE_CHILD_NODE: __rt::Site = __rt::Site {
    owner: "child",
    field: "node",
    file: "bti/bti_trie.ksy",
    line: 227u32,
};
///A child of a node, which is found by its distance. The smallest distance is the child's own length.
///
///Specification: `bti/bti_trie.ksy`, line 195. Cassandra: org.apache.cassandra.io.tries.TrieNode.transition.
#[derive(Debug, Clone, PartialEq)]
pub struct Child {}
impl Child {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode<'v>(
        r: &mut __rt::Reader<'_>,
        cx: &super::bti_trie::BtiTrieParams<'_>,
        p_idx: i64,
        up_node_pos: i64,
        up_ord: i64,
        up_low: i64,
        up_low_distance: Option<u8>,
        up_len_distance: i64,
        up_distances_8: Option<__rt::array::ArrayView<'v, __rt::array::U8>>,
        up_distances_12: Option<__rt::array::ArrayView<'v, __rt::array::Bits16>>,
        up_distances_16: Option<__rt::array::ArrayView<'v, __rt::array::U16Be>>,
        up_distances_24: Option<__rt::array::ArrayView<'v, __rt::array::Bits32>>,
        up_distances_32: Option<__rt::array::ArrayView<'v, __rt::array::U32Be>>,
        up_distances_40: Option<
            __rt::array::ArrayView<'v, super::bti_trie::Distance40Ref<'v>>,
        >,
        up_distances_64: Option<__rt::array::ArrayView<'v, __rt::array::I64Be>>,
        up_is_single: bool,
        up_single_transition: Option<u8>,
        up_is_sparse: bool,
        up_sparse_transitions: Option<__rt::array::ArrayView<'v, __rt::array::U8>>,
        up_dense_start: Option<u8>,
        up_v: super::version::SstableVersion,
        up_is_rows: bool,
    ) -> __rt::error::Result<Self> {
        Ok(Self {})
    }
}
///The head of a [`Child`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct ChildRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader behind the head.
    pub rest: __rt::Reader<'a>,
    ///Number of the child, from 0.
    pub idx: i64,
    ///How many bytes the child starts before its parent; 0 if there is none (dense nodes).
    pub distance: i64,
    ///There is a child.
    pub exists: bool,
    ///The byte of the key that leads here.
    pub transition: i64,
    ///Position of the child in the file.
    pub child_pos: i64,
}
impl<'a> ChildRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read<'v>(
        r: &mut __rt::Reader<'a>,
        cx: &super::bti_trie::BtiTrieParams<'_>,
        p_idx: i64,
        up_node_pos: i64,
        up_ord: i64,
        up_low: i64,
        up_low_distance: Option<u8>,
        up_len_distance: i64,
        up_distances_8: Option<__rt::array::ArrayView<'v, __rt::array::U8>>,
        up_distances_12: Option<__rt::array::ArrayView<'v, __rt::array::Bits16>>,
        up_distances_16: Option<__rt::array::ArrayView<'v, __rt::array::U16Be>>,
        up_distances_24: Option<__rt::array::ArrayView<'v, __rt::array::Bits32>>,
        up_distances_32: Option<__rt::array::ArrayView<'v, __rt::array::U32Be>>,
        up_distances_40: Option<
            __rt::array::ArrayView<'v, super::bti_trie::Distance40Ref<'v>>,
        >,
        up_distances_64: Option<__rt::array::ArrayView<'v, __rt::array::I64Be>>,
        up_is_single: bool,
        up_single_transition: Option<u8>,
        up_is_sparse: bool,
        up_sparse_transitions: Option<__rt::array::ArrayView<'v, __rt::array::U8>>,
        up_dense_start: Option<u8>,
        up_v: super::version::SstableVersion,
        up_is_rows: bool,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        Ok({
            let value_distance = (((if (up_ord == 1i64) {
                up_low
            } else {
                (if (up_ord == 3i64) {
                    ((up_low)
                        .checked_mul(256i64)
                        .ok_or_else(|| {
                            r.error(__rt::ReadErrorKind::Overflow, &SITE_CHILD__SELF)
                        })?)
                        .checked_add(
                            i64::from(
                                up_low_distance
                                    .ok_or_else(|| {
                                        r
                                            .error(
                                                __rt::ReadErrorKind::Absent {
                                                    field: "low_distance",
                                                },
                                                &SITE_CHILD__SELF,
                                            )
                                    })?,
                            ),
                        )
                        .ok_or_else(|| {
                            r.error(__rt::ReadErrorKind::Overflow, &SITE_CHILD__SELF)
                        })?
                } else {
                    (if (up_len_distance == 8i64) {
                        i64::from(
                            up_distances_8
                                .as_ref()
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Absent {
                                                field: "distances_8",
                                            },
                                            &SITE_CHILD__SELF,
                                        )
                                })?
                                .get(p_idx)?
                                .0,
                        )
                    } else {
                        (if (up_len_distance == 12i64) {
                            i64::from(
                                up_distances_12
                                    .as_ref()
                                    .ok_or_else(|| {
                                        r
                                            .error(
                                                __rt::ReadErrorKind::Absent {
                                                    field: "distances_12",
                                                },
                                                &SITE_CHILD__SELF,
                                            )
                                    })?
                                    .get(p_idx)?
                                    .0,
                            )
                        } else {
                            (if (up_len_distance == 16i64) {
                                i64::from(
                                    up_distances_16
                                        .as_ref()
                                        .ok_or_else(|| {
                                            r
                                                .error(
                                                    __rt::ReadErrorKind::Absent {
                                                        field: "distances_16",
                                                    },
                                                    &SITE_CHILD__SELF,
                                                )
                                        })?
                                        .get(p_idx)?
                                        .0,
                                )
                            } else {
                                (if (up_len_distance == 24i64) {
                                    i64::from(
                                        up_distances_24
                                            .as_ref()
                                            .ok_or_else(|| {
                                                r
                                                    .error(
                                                        __rt::ReadErrorKind::Absent {
                                                            field: "distances_24",
                                                        },
                                                        &SITE_CHILD__SELF,
                                                    )
                                            })?
                                            .get(p_idx)?
                                            .0,
                                    )
                                } else {
                                    (if (up_len_distance == 32i64) {
                                        i64::from(
                                            up_distances_32
                                                .as_ref()
                                                .ok_or_else(|| {
                                                    r
                                                        .error(
                                                            __rt::ReadErrorKind::Absent {
                                                                field: "distances_32",
                                                            },
                                                            &SITE_CHILD__SELF,
                                                        )
                                                })?
                                                .get(p_idx)?
                                                .0,
                                        )
                                    } else {
                                        (if (up_len_distance == 40i64) {
                                            up_distances_40
                                                .as_ref()
                                                .ok_or_else(|| {
                                                    r
                                                        .error(
                                                            __rt::ReadErrorKind::Absent {
                                                                field: "distances_40",
                                                            },
                                                            &SITE_CHILD__SELF,
                                                        )
                                                })?
                                                .get(p_idx)?
                                                .value
                                        } else {
                                            up_distances_64
                                                .as_ref()
                                                .ok_or_else(|| {
                                                    r
                                                        .error(
                                                            __rt::ReadErrorKind::Absent {
                                                                field: "distances_64",
                                                            },
                                                            &SITE_CHILD__SELF,
                                                        )
                                                })?
                                                .get(p_idx)?
                                                .0
                                        })
                                    })
                                })
                            })
                        })
                    })
                })
            }) as i64));
            let value_exists = (((((if (up_ord == 1i64) {
                up_low
            } else {
                (if (up_ord == 3i64) {
                    ((up_low)
                        .checked_mul(256i64)
                        .ok_or_else(|| {
                            r.error(__rt::ReadErrorKind::Overflow, &SITE_CHILD__SELF)
                        })?)
                        .checked_add(
                            i64::from(
                                up_low_distance
                                    .ok_or_else(|| {
                                        r
                                            .error(
                                                __rt::ReadErrorKind::Absent {
                                                    field: "low_distance",
                                                },
                                                &SITE_CHILD__SELF,
                                            )
                                    })?,
                            ),
                        )
                        .ok_or_else(|| {
                            r.error(__rt::ReadErrorKind::Overflow, &SITE_CHILD__SELF)
                        })?
                } else {
                    (if (up_len_distance == 8i64) {
                        i64::from(
                            up_distances_8
                                .as_ref()
                                .ok_or_else(|| {
                                    r
                                        .error(
                                            __rt::ReadErrorKind::Absent {
                                                field: "distances_8",
                                            },
                                            &SITE_CHILD__SELF,
                                        )
                                })?
                                .get(p_idx)?
                                .0,
                        )
                    } else {
                        (if (up_len_distance == 12i64) {
                            i64::from(
                                up_distances_12
                                    .as_ref()
                                    .ok_or_else(|| {
                                        r
                                            .error(
                                                __rt::ReadErrorKind::Absent {
                                                    field: "distances_12",
                                                },
                                                &SITE_CHILD__SELF,
                                            )
                                    })?
                                    .get(p_idx)?
                                    .0,
                            )
                        } else {
                            (if (up_len_distance == 16i64) {
                                i64::from(
                                    up_distances_16
                                        .as_ref()
                                        .ok_or_else(|| {
                                            r
                                                .error(
                                                    __rt::ReadErrorKind::Absent {
                                                        field: "distances_16",
                                                    },
                                                    &SITE_CHILD__SELF,
                                                )
                                        })?
                                        .get(p_idx)?
                                        .0,
                                )
                            } else {
                                (if (up_len_distance == 24i64) {
                                    i64::from(
                                        up_distances_24
                                            .as_ref()
                                            .ok_or_else(|| {
                                                r
                                                    .error(
                                                        __rt::ReadErrorKind::Absent {
                                                            field: "distances_24",
                                                        },
                                                        &SITE_CHILD__SELF,
                                                    )
                                            })?
                                            .get(p_idx)?
                                            .0,
                                    )
                                } else {
                                    (if (up_len_distance == 32i64) {
                                        i64::from(
                                            up_distances_32
                                                .as_ref()
                                                .ok_or_else(|| {
                                                    r
                                                        .error(
                                                            __rt::ReadErrorKind::Absent {
                                                                field: "distances_32",
                                                            },
                                                            &SITE_CHILD__SELF,
                                                        )
                                                })?
                                                .get(p_idx)?
                                                .0,
                                        )
                                    } else {
                                        (if (up_len_distance == 40i64) {
                                            up_distances_40
                                                .as_ref()
                                                .ok_or_else(|| {
                                                    r
                                                        .error(
                                                            __rt::ReadErrorKind::Absent {
                                                                field: "distances_40",
                                                            },
                                                            &SITE_CHILD__SELF,
                                                        )
                                                })?
                                                .get(p_idx)?
                                                .value
                                        } else {
                                            up_distances_64
                                                .as_ref()
                                                .ok_or_else(|| {
                                                    r
                                                        .error(
                                                            __rt::ReadErrorKind::Absent {
                                                                field: "distances_64",
                                                            },
                                                            &SITE_CHILD__SELF,
                                                        )
                                                })?
                                                .get(p_idx)?
                                                .0
                                        })
                                    })
                                })
                            })
                        })
                    })
                })
            }) as i64)) != 0i64));
            let value_transition = ((if up_is_single {
                i64::from(
                    up_single_transition
                        .ok_or_else(|| {
                            r
                                .error(
                                    __rt::ReadErrorKind::Absent {
                                        field: "single_transition",
                                    },
                                    &SITE_CHILD__SELF,
                                )
                        })?,
                )
            } else {
                (if up_is_sparse {
                    i64::from(
                        up_sparse_transitions
                            .as_ref()
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "sparse_transitions",
                                        },
                                        &SITE_CHILD__SELF,
                                    )
                            })?
                            .get(p_idx)?
                            .0,
                    )
                } else {
                    (i64::from(
                        up_dense_start
                            .ok_or_else(|| {
                                r
                                    .error(
                                        __rt::ReadErrorKind::Absent {
                                            field: "dense_start",
                                        },
                                        &SITE_CHILD__SELF,
                                    )
                            })?,
                    ) + p_idx)
                })
            }));
            let value_child_pos = ((up_node_pos)
                .checked_sub(
                    (((if (up_ord == 1i64) {
                        up_low
                    } else {
                        (if (up_ord == 3i64) {
                            ((up_low)
                                .checked_mul(256i64)
                                .ok_or_else(|| {
                                    r.error(__rt::ReadErrorKind::Overflow, &SITE_CHILD__SELF)
                                })?)
                                .checked_add(
                                    i64::from(
                                        up_low_distance
                                            .ok_or_else(|| {
                                                r
                                                    .error(
                                                        __rt::ReadErrorKind::Absent {
                                                            field: "low_distance",
                                                        },
                                                        &SITE_CHILD__SELF,
                                                    )
                                            })?,
                                    ),
                                )
                                .ok_or_else(|| {
                                    r.error(__rt::ReadErrorKind::Overflow, &SITE_CHILD__SELF)
                                })?
                        } else {
                            (if (up_len_distance == 8i64) {
                                i64::from(
                                    up_distances_8
                                        .as_ref()
                                        .ok_or_else(|| {
                                            r
                                                .error(
                                                    __rt::ReadErrorKind::Absent {
                                                        field: "distances_8",
                                                    },
                                                    &SITE_CHILD__SELF,
                                                )
                                        })?
                                        .get(p_idx)?
                                        .0,
                                )
                            } else {
                                (if (up_len_distance == 12i64) {
                                    i64::from(
                                        up_distances_12
                                            .as_ref()
                                            .ok_or_else(|| {
                                                r
                                                    .error(
                                                        __rt::ReadErrorKind::Absent {
                                                            field: "distances_12",
                                                        },
                                                        &SITE_CHILD__SELF,
                                                    )
                                            })?
                                            .get(p_idx)?
                                            .0,
                                    )
                                } else {
                                    (if (up_len_distance == 16i64) {
                                        i64::from(
                                            up_distances_16
                                                .as_ref()
                                                .ok_or_else(|| {
                                                    r
                                                        .error(
                                                            __rt::ReadErrorKind::Absent {
                                                                field: "distances_16",
                                                            },
                                                            &SITE_CHILD__SELF,
                                                        )
                                                })?
                                                .get(p_idx)?
                                                .0,
                                        )
                                    } else {
                                        (if (up_len_distance == 24i64) {
                                            i64::from(
                                                up_distances_24
                                                    .as_ref()
                                                    .ok_or_else(|| {
                                                        r
                                                            .error(
                                                                __rt::ReadErrorKind::Absent {
                                                                    field: "distances_24",
                                                                },
                                                                &SITE_CHILD__SELF,
                                                            )
                                                    })?
                                                    .get(p_idx)?
                                                    .0,
                                            )
                                        } else {
                                            (if (up_len_distance == 32i64) {
                                                i64::from(
                                                    up_distances_32
                                                        .as_ref()
                                                        .ok_or_else(|| {
                                                            r
                                                                .error(
                                                                    __rt::ReadErrorKind::Absent {
                                                                        field: "distances_32",
                                                                    },
                                                                    &SITE_CHILD__SELF,
                                                                )
                                                        })?
                                                        .get(p_idx)?
                                                        .0,
                                                )
                                            } else {
                                                (if (up_len_distance == 40i64) {
                                                    up_distances_40
                                                        .as_ref()
                                                        .ok_or_else(|| {
                                                            r
                                                                .error(
                                                                    __rt::ReadErrorKind::Absent {
                                                                        field: "distances_40",
                                                                    },
                                                                    &SITE_CHILD__SELF,
                                                                )
                                                        })?
                                                        .get(p_idx)?
                                                        .value
                                                } else {
                                                    up_distances_64
                                                        .as_ref()
                                                        .ok_or_else(|| {
                                                            r
                                                                .error(
                                                                    __rt::ReadErrorKind::Absent {
                                                                        field: "distances_64",
                                                                    },
                                                                    &SITE_CHILD__SELF,
                                                                )
                                                        })?
                                                        .get(p_idx)?
                                                        .0
                                                })
                                            })
                                        })
                                    })
                                })
                            })
                        })
                    }) as i64)),
                )
                .ok_or_else(|| {
                    r.error(__rt::ReadErrorKind::Overflow, &SITE_CHILD__SELF)
                })?);
            super::bti_trie::ChildRef {
                begin,
                rest: *r,
                idx: p_idx,
                distance: value_distance,
                exists: value_exists,
                transition: value_transition,
                child_pos: value_child_pos,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_CHILD__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[&SITE_CHILD_NODE];
        FIELDS
    }
}
impl Child {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip<'v>(
        r: &mut __rt::Reader<'_>,
        cx: &super::bti_trie::BtiTrieParams<'_>,
        p_idx: i64,
        up_node_pos: i64,
        up_ord: i64,
        up_low: i64,
        up_low_distance: Option<u8>,
        up_len_distance: i64,
        up_distances_8: Option<__rt::array::ArrayView<'v, __rt::array::U8>>,
        up_distances_12: Option<__rt::array::ArrayView<'v, __rt::array::Bits16>>,
        up_distances_16: Option<__rt::array::ArrayView<'v, __rt::array::U16Be>>,
        up_distances_24: Option<__rt::array::ArrayView<'v, __rt::array::Bits32>>,
        up_distances_32: Option<__rt::array::ArrayView<'v, __rt::array::U32Be>>,
        up_distances_40: Option<
            __rt::array::ArrayView<'v, super::bti_trie::Distance40Ref<'v>>,
        >,
        up_distances_64: Option<__rt::array::ArrayView<'v, __rt::array::I64Be>>,
        up_is_single: bool,
        up_single_transition: Option<u8>,
        up_is_sparse: bool,
        up_sparse_transitions: Option<__rt::array::ArrayView<'v, __rt::array::U8>>,
        up_dense_start: Option<u8>,
        up_v: super::version::SstableVersion,
        up_is_rows: bool,
    ) -> __rt::error::Result<()> {
        Ok(())
    }
}
impl Child {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk<'v>(
        r: &mut __rt::Reader<'_>,
        cx: &super::bti_trie::BtiTrieParams<'_>,
        p_idx: i64,
        up_node_pos: i64,
        up_ord: i64,
        up_low: i64,
        up_low_distance: Option<u8>,
        up_len_distance: i64,
        up_distances_8: Option<__rt::array::ArrayView<'v, __rt::array::U8>>,
        up_distances_12: Option<__rt::array::ArrayView<'v, __rt::array::Bits16>>,
        up_distances_16: Option<__rt::array::ArrayView<'v, __rt::array::U16Be>>,
        up_distances_24: Option<__rt::array::ArrayView<'v, __rt::array::Bits32>>,
        up_distances_32: Option<__rt::array::ArrayView<'v, __rt::array::U32Be>>,
        up_distances_40: Option<
            __rt::array::ArrayView<'v, super::bti_trie::Distance40Ref<'v>>,
        >,
        up_distances_64: Option<__rt::array::ArrayView<'v, __rt::array::I64Be>>,
        up_is_single: bool,
        up_single_transition: Option<u8>,
        up_is_sparse: bool,
        up_sparse_transitions: Option<__rt::array::ArrayView<'v, __rt::array::U8>>,
        up_dense_start: Option<u8>,
        up_v: super::version::SstableVersion,
        up_is_rows: bool,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        Ok(())
    }
}
impl Child {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        cx: &super::bti_trie::BtiTrieParams<'_>,
        p_idx: i64,
    ) -> __rt::sink::WriteResult<()> {
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        cx: &super::bti_trie::BtiTrieParams<'_>,
        p_idx: i64,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, cx, p_idx)?;
        Ok(counter.pos())
    }
}
static SITE_PARTITION_PAYLOAD__SELF: __rt::Site = __rt::Site {
    owner: "partition_payload",
    field: "_self",
    file: "bti/bti_trie.ksy",
    line: 232u32,
};
static SITE_PARTITION_PAYLOAD_HASH: __rt::Site = __rt::Site {
    owner: "partition_payload",
    field: "hash",
    file: "bti/bti_trie.ksy",
    line: 242u32,
};
static SITE_PARTITION_PAYLOAD_POSITION: __rt::Site = __rt::Site {
    owner: "partition_payload",
    field: "position",
    file: "bti/bti_trie.ksy",
    line: 248u32,
};
/**Where the partition is. The payload's bits are 7 plus the length of the position if there is a hash byte, which Cassandra always writes,
else the length.*/
///
///Specification: `bti/bti_trie.ksy`, line 232. Cassandra: org.apache.cassandra.io.sstable.format.bti.PartitionIndex.Payload.
#[derive(Debug, Clone, PartialEq)]
pub struct PartitionPayload {
    /**The least significant byte of the second half of the key's hash (`h1` in the doc of sstable_filter.ksy), which tells 255 of
256 wrong candidates without a look at the key.*/
    pub hash: Option<u8>,
    /**If it is not negative, the position of the partition's entry in Rows.db (bti_row_index.ksy). Else its complement, `-1 - position`, is
the position of the partition in the uncompressed stream of Data.db.*/
    pub position: i64,
}
impl PartitionPayload {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(
        r: &mut __rt::Reader<'_>,
        p_payload_bits: i64,
    ) -> __rt::error::Result<Self> {
        let f_hash = if (p_payload_bits >= 8i64) {
            Some(r.u8(&SITE_PARTITION_PAYLOAD_HASH)?)
        } else {
            None
        };
        let f_position = {
            let arg0 = (if (p_payload_bits >= 8i64) {
                (p_payload_bits - 7i64)
            } else {
                p_payload_bits
            });
            __rt::native::SizedIntCodec::read(r, arg0, &SITE_PARTITION_PAYLOAD_POSITION)
        }?;
        Ok(Self {
            hash: f_hash,
            position: f_position,
        })
    }
}
///The head of a [`PartitionPayload`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct PartitionPayloadRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Bits of the payload.
    pub payload_bits: i64,
    /**The least significant byte of the second half of the key's hash (`h1` in the doc of sstable_filter.ksy), which tells 255 of
256 wrong candidates without a look at the key.*/
    pub hash: Option<u8>,
    /**If it is not negative, the position of the partition's entry in Rows.db (bti_row_index.ksy). Else its complement, `-1 - position`, is
the position of the partition in the uncompressed stream of Data.db.*/
    pub position: i64,
}
impl<'a> PartitionPayloadRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(
        r: &mut __rt::Reader<'a>,
        p_payload_bits: i64,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_hash = if (p_payload_bits >= 8i64) {
            Some(r.u8(&SITE_PARTITION_PAYLOAD_HASH)?)
        } else {
            None
        };
        let f_position = {
            let arg0 = (if (p_payload_bits >= 8i64) {
                (p_payload_bits - 7i64)
            } else {
                p_payload_bits
            });
            __rt::native::SizedIntCodec::read(r, arg0, &SITE_PARTITION_PAYLOAD_POSITION)
        }?;
        Ok({
            super::bti_trie::PartitionPayloadRef {
                lifetime: std::marker::PhantomData,
                payload_bits: p_payload_bits,
                hash: f_hash,
                position: f_position,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_PARTITION_PAYLOAD__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_PARTITION_PAYLOAD_HASH,
            &SITE_PARTITION_PAYLOAD_POSITION,
        ];
        FIELDS
    }
}
impl PartitionPayload {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(
        r: &mut __rt::Reader<'_>,
        p_payload_bits: i64,
    ) -> __rt::error::Result<()> {
        let f_hash = if (p_payload_bits >= 8i64) {
            Some(r.u8(&SITE_PARTITION_PAYLOAD_HASH)?)
        } else {
            None
        };
        let f_position = {
            let arg0 = (if (p_payload_bits >= 8i64) {
                (p_payload_bits - 7i64)
            } else {
                p_payload_bits
            });
            __rt::native::SizedIntCodec::read(r, arg0, &SITE_PARTITION_PAYLOAD_POSITION)
        }?;
        Ok(())
    }
}
impl PartitionPayload {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        p_payload_bits: i64,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_hash = if (p_payload_bits >= 8i64) {
            let value = {
                let mut at = *r;
                let r = &mut at;
                { r.u8(&SITE_PARTITION_PAYLOAD_HASH)? }
            };
            let offset = r.offset();
            let leaf = r.u8(&SITE_PARTITION_PAYLOAD_HASH)?;
            w.leaf(
                &SITE_PARTITION_PAYLOAD_HASH,
                None,
                offset,
                r.offset() - offset,
                __rt::Value::Unsigned(u64::from(leaf)),
            );
            Some(value)
        } else {
            None
        };
        let f_position = {
            let value = ();
            let offset = r.offset();
            let leaf = {
                let arg0 = (if (p_payload_bits >= 8i64) {
                    (p_payload_bits - 7i64)
                } else {
                    p_payload_bits
                });
                __rt::native::SizedIntCodec::read(
                    r,
                    arg0,
                    &SITE_PARTITION_PAYLOAD_POSITION,
                )
            }?;
            w.leaf(
                &SITE_PARTITION_PAYLOAD_POSITION,
                None,
                offset,
                r.offset() - offset,
                __rt::native::SizedIntCodec::value(&leaf),
            );
            value
        };
        Ok(())
    }
}
impl PartitionPayload {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        p_payload_bits: i64,
    ) -> __rt::sink::WriteResult<()> {
        if let Some(v) = __rt::sink::agreed(
            &self.hash,
            (p_payload_bits >= 8i64),
            &SITE_PARTITION_PAYLOAD_HASH,
        )? {
            w.put(&v.to_be_bytes());
        }
        __rt::native::SizedIntCodec::write(
            w,
            &self.position,
            (if (p_payload_bits >= 8i64) {
                (p_payload_bits - 7i64)
            } else {
                p_payload_bits
            }),
            &SITE_PARTITION_PAYLOAD_POSITION,
        )?;
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(&self, p_payload_bits: i64) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, p_payload_bits)?;
        Ok(counter.pos())
    }
}
static SITE_ROW_PAYLOAD__SELF: __rt::Site = __rt::Site {
    owner: "row_payload",
    field: "_self",
    file: "bti/bti_trie.ksy",
    line: 253u32,
};
static SITE_ROW_PAYLOAD_OFFSET: __rt::Site = __rt::Site {
    owner: "row_payload",
    field: "offset",
    file: "bti/bti_trie.ksy",
    line: 264u32,
};
static SITE_ROW_PAYLOAD_OPEN_DELETION: __rt::Site = __rt::Site {
    owner: "row_payload",
    field: "open_deletion",
    file: "bti/bti_trie.ksy",
    line: 267u32,
};
///Where a block of rows is. Bits 0 to 2 of the payload's bits are the length of the offset, bit 3 says that a deletion follows.
///
///Specification: `bti/bti_trie.ksy`, line 253. Cassandra: org.apache.cassandra.io.sstable.format.bti.RowIndexReader.IndexInfo.
#[derive(Debug, Clone, PartialEq)]
pub struct RowPayload {
    ///Where the block starts, in bytes from the start of the partition in Data.db.
    pub offset: i64,
    ///The deletion of a range tombstone that began before the block and is still open at its start.
    pub open_deletion: Option<super::common::DeletionTime>,
}
impl RowPayload {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "derived fields are read and not kept"
    )]
    pub fn decode(
        r: &mut __rt::Reader<'_>,
        p_payload_bits: i64,
        p_v: super::version::SstableVersion,
    ) -> __rt::error::Result<Self> {
        let f_offset = {
            let arg0 = (p_payload_bits & 7i64);
            __rt::native::SizedIntCodec::read(r, arg0, &SITE_ROW_PAYLOAD_OFFSET)
        }?;
        let f_open_deletion = if (p_payload_bits >= 8i64) {
            Some(
                {
                    let arg0 = p_v;
                    super::common::DeletionTime::decode(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_ROW_PAYLOAD_OPEN_DELETION, None)
                    })?,
            )
        } else {
            None
        };
        Ok(Self {
            offset: f_offset,
            open_deletion: f_open_deletion,
        })
    }
}
///The head of a [`RowPayload`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct RowPayloadRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    ///Bits of the payload.
    pub payload_bits: i64,
    ///Where the block starts, in bytes from the start of the partition in Data.db.
    pub offset: i64,
    ///The deletion of a range tombstone that began before the block and is still open at its start.
    pub open_deletion: Option<super::common::DeletionTimeRef<'a>>,
}
impl<'a> RowPayloadRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn read(
        r: &mut __rt::Reader<'a>,
        p_payload_bits: i64,
        p_v: super::version::SstableVersion,
    ) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_offset = {
            let arg0 = (p_payload_bits & 7i64);
            __rt::native::SizedIntCodec::read(r, arg0, &SITE_ROW_PAYLOAD_OFFSET)
        }?;
        let f_open_deletion = if (p_payload_bits >= 8i64) {
            Some(
                {
                    let arg0 = p_v;
                    super::common::DeletionTimeRef::read(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_ROW_PAYLOAD_OPEN_DELETION, None)
                    })?,
            )
        } else {
            None
        };
        Ok({
            super::bti_trie::RowPayloadRef {
                lifetime: std::marker::PhantomData,
                payload_bits: p_payload_bits,
                offset: f_offset,
                open_deletion: f_open_deletion,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        &SITE_ROW_PAYLOAD__SELF
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [&'static __rt::Site] {
        static FIELDS: &[&__rt::Site] = &[
            &SITE_ROW_PAYLOAD_OFFSET,
            &SITE_ROW_PAYLOAD_OPEN_DELETION,
        ];
        FIELDS
    }
}
impl RowPayload {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "numbers are read where others need them"
    )]
    pub fn skip(
        r: &mut __rt::Reader<'_>,
        p_payload_bits: i64,
        p_v: super::version::SstableVersion,
    ) -> __rt::error::Result<()> {
        let f_offset = {
            let arg0 = (p_payload_bits & 7i64);
            __rt::native::SizedIntCodec::read(r, arg0, &SITE_ROW_PAYLOAD_OFFSET)
        }?;
        let f_open_deletion = if (p_payload_bits >= 8i64) {
            Some(
                {
                    let arg0 = p_v;
                    super::common::DeletionTime::skip(r, arg0)
                }
                    .map_err(|e: __rt::ReadError| {
                        e.within(&SITE_ROW_PAYLOAD_OPEN_DELETION, None)
                    })?,
            )
        } else {
            None
        };
        Ok(())
    }
}
impl RowPayload {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    #[allow(
        unused_variables,
        clippy::let_unit_value,
        clippy::too_many_arguments,
        reason = "values are read where others need them"
    )]
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        p_payload_bits: i64,
        p_v: super::version::SstableVersion,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_offset = {
            let value = ();
            let offset = r.offset();
            let leaf = {
                let arg0 = (p_payload_bits & 7i64);
                __rt::native::SizedIntCodec::read(r, arg0, &SITE_ROW_PAYLOAD_OFFSET)
            }?;
            w.leaf(
                &SITE_ROW_PAYLOAD_OFFSET,
                None,
                offset,
                r.offset() - offset,
                __rt::native::SizedIntCodec::value(&leaf),
            );
            value
        };
        let f_open_deletion = if (p_payload_bits >= 8i64) {
            let value = ();
            w.enter(&SITE_ROW_PAYLOAD_OPEN_DELETION, None, r.offset());
            let asked = {
                let arg0 = p_v;
                super::common::DeletionTime::walk(r, arg0, w)
            }
                .map_err(|e: __rt::ReadError| {
                    e.within(&SITE_ROW_PAYLOAD_OPEN_DELETION, None)
                })?;
            w.leave(r.offset());
            Some(value)
        } else {
            None
        };
        Ok(())
    }
}
impl RowPayload {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(
        unused_variables,
        clippy::too_many_arguments,
        reason = "not every type needs all it is given"
    )]
    pub fn encode<S: __rt::Sink>(
        &self,
        w: &mut S,
        p_payload_bits: i64,
        p_v: super::version::SstableVersion,
    ) -> __rt::sink::WriteResult<()> {
        __rt::native::SizedIntCodec::write(
            w,
            &self.offset,
            (p_payload_bits & 7i64),
            &SITE_ROW_PAYLOAD_OFFSET,
        )?;
        if let Some(v) = __rt::sink::agreed(
            &self.open_deletion,
            (p_payload_bits >= 8i64),
            &SITE_ROW_PAYLOAD_OPEN_DELETION,
        )? {
            v.encode(w, p_v)?;
        }
        Ok(())
    }
    /// How many bytes `encode` writes.
    ///
    /// # Errors
    /// What of the model cannot be written.
    #[allow(clippy::too_many_arguments, reason = "as many as encode needs")]
    pub fn size_of(
        &self,
        p_payload_bits: i64,
        p_v: super::version::SstableVersion,
    ) -> __rt::sink::WriteResult<u64> {
        let mut counter = __rt::Counter::default();
        self.encode(&mut counter, p_payload_bits, p_v)?;
        Ok(counter.pos())
    }
}
