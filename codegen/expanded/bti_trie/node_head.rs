// Written by `expand` from the specification bti_trie.ksy. Do not edit.
rt::sites! {
    node_head_site : "node_head" in "bti/bti_trie.ksy", line super::bti_trie_site::LAST +
    37; kind 4; low 4;
}
/// The byte that a node begins with.
///
/// Specification: `node_head` in `bti/bti_trie.ksy`. Cassandra: org.apache.cassandra.io.tries.TrieNode.at.
#[derive(Debug, Clone, PartialEq, ::deku::DekuRead)]
pub struct NodeHead {
    /// Shape of the node and width of its distances.
    pub kind: NodeKind,
    /// Bits of the payload; in the two kinds without payload the distance, or the high bits of it.
    #[deku(bits = 4, endian = "big")]
    pub low: u8,
}
impl NodeHead {
    /// Of `kind` and what nobody need choose: what a later version adds is one more of those.
    pub fn new(kind: NodeKind) -> Self {
        Self { kind, low: Default::default() }
    }
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>) -> rt::ReadResult<Self> {
        let at = *r;
        let bytes = r.take(1, node_head_site::_self)?;
        ::deku::DekuContainerRead::from_bytes((bytes, 0)).map(|(_, value)| value).map_err(|_| {
            at.error(
                rt::ReadErrorKind::UnexpectedEnd { needed: 1, available: bytes.len() as u64 },
                node_head_site::_self,
            )
        })
    }
    /// The kind as a number.
    pub fn ord(&self) -> i64 {
        self.kind as i64
    }
    /// One child.
    pub fn is_single(&self) -> bool {
        let i_ord = (self.kind as i64);
        ((i_ord >= 1) && (i_ord <= 4))
    }
    /// Several children, each with its transition.
    pub fn is_sparse(&self) -> bool {
        let i_ord = (self.kind as i64);
        ((i_ord >= 5) && (i_ord <= 9))
    }
    /// Children for a range of transitions.
    pub fn is_dense(&self) -> bool {
        (self.kind as i64) >= 10
    }
    /// The distance begins in `low`, so that there is no place for a payload.
    pub fn is_distance_in_head(&self) -> bool {
        let i_ord = (self.kind as i64);
        ((i_ord == 1) || (i_ord == 3))
    }
    /// Width of a distance in bits; 0 where there are no children.
    pub fn len_distance(&self) -> i64 {
        let i_ord = (self.kind as i64);
        (if i_ord == 1 {
            4i64
        } else if (i_ord == 2) || (i_ord == 5) {
            8i64
        } else if ((i_ord == 3) || (i_ord == 6)) || (i_ord == 10) {
            12i64
        } else if ((i_ord == 4) || (i_ord == 7)) || (i_ord == 11) {
            16i64
        } else if (i_ord == 8) || (i_ord == 12) {
            24i64
        } else if i_ord == 13 {
            32i64
        } else if (i_ord == 9) || (i_ord == 14) {
            40i64
        } else if i_ord == 15 {
            64i64
        } else {
            0i64
        })
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        w.bits(self.kind as u64, 4);
        rt::sink::fits(self.low, 4, node_head_site::low)?;
        w.bits(u64::from(self.low), 4);
        Ok(())
    }
}
/// The head of a [`NodeHead`], borrowed; fields without a text are described there.
#[derive(Debug, Clone, Copy)]
pub struct NodeHeadRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    pub kind: NodeKind,
    pub low: u8,
    pub ord: i64,
    pub is_single: bool,
    pub is_sparse: bool,
    pub is_dense: bool,
    pub is_distance_in_head: bool,
    pub len_distance: i64,
}
impl<'a> NodeHeadRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_kind = {
            let found = (r.bits(4, node_head_site::kind)? as u8) as i64;
            r.known(NodeKind::from_raw(found), found, "node_kind", 0, node_head_site::kind)?
        };
        let f_low = (r.bits(4, node_head_site::low)? as u8);
        let value_ord = (f_kind as i64);
        let value_is_single = ((value_ord >= 1) && (value_ord <= 4));
        let value_is_sparse = ((value_ord >= 5) && (value_ord <= 9));
        let value_is_dense = (value_ord >= 10);
        let value_is_distance_in_head = ((value_ord == 1) || (value_ord == 3));
        let value_len_distance = (if value_ord == 1 {
            4i64
        } else if (value_ord == 2) || (value_ord == 5) {
            8i64
        } else if ((value_ord == 3) || (value_ord == 6)) || (value_ord == 10) {
            12i64
        } else if ((value_ord == 4) || (value_ord == 7)) || (value_ord == 11) {
            16i64
        } else if (value_ord == 8) || (value_ord == 12) {
            24i64
        } else if value_ord == 13 {
            32i64
        } else if (value_ord == 9) || (value_ord == 14) {
            40i64
        } else if value_ord == 15 {
            64i64
        } else {
            0i64
        });
        Ok(NodeHeadRef {
            lifetime: std::marker::PhantomData,
            kind: f_kind,
            low: f_low,
            ord: value_ord,
            is_single: value_is_single,
            is_sparse: value_is_sparse,
            is_dense: value_is_dense,
            is_distance_in_head: value_is_distance_in_head,
            len_distance: value_len_distance,
        })
    }
    /// Width in bits.
    pub fn bits(args: ()) -> u64 {
        8
    }
    pub fn to_model(&self) -> rt::ReadResult<NodeHead> {
        Ok(NodeHead { kind: self.kind, low: self.low })
    }
    rt::sited!(node_head_site);
}
rt::element!(NodeHeadRef);
/// What stands in a [`NodeHead`].
pub static NODE_HEAD_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&node_head_site::ALL, &[])
        .fields(&[
            t::bits(4).named(&t::Kind::Bits(4), "node_kind", |n| self::NodeKind::from_raw(n).map(self::NodeKind::id)),
            t::bits(4),
        ])
        .values(&[
            t::value("ord", Member(&Name("kind"), "to_i")),
            t::value("is_single", Of(And, &Of(Ge, &Name("ord"), &Int(1)), &Of(Le, &Name("ord"), &Int(4)))),
            t::value("is_sparse", Of(And, &Of(Ge, &Name("ord"), &Int(5)), &Of(Le, &Name("ord"), &Int(9)))),
            t::value("is_dense", Of(Ge, &Name("ord"), &Int(10))),
            t::value("is_distance_in_head", Of(Or, &Of(Eq, &Name("ord"), &Int(1)), &Of(Eq, &Name("ord"), &Int(3)))),
            t::value(
                "len_distance",
                If(
                    &Of(Eq, &Name("ord"), &Int(1)),
                    &Int(4),
                    &If(
                        &Of(Or, &Of(Eq, &Name("ord"), &Int(2)), &Of(Eq, &Name("ord"), &Int(5))),
                        &Int(8),
                        &If(
                            &Of(
                                Or,
                                &Of(Or, &Of(Eq, &Name("ord"), &Int(3)), &Of(Eq, &Name("ord"), &Int(6))),
                                &Of(Eq, &Name("ord"), &Int(10)),
                            ),
                            &Int(12),
                            &If(
                                &Of(
                                    Or,
                                    &Of(Or, &Of(Eq, &Name("ord"), &Int(4)), &Of(Eq, &Name("ord"), &Int(7))),
                                    &Of(Eq, &Name("ord"), &Int(11)),
                                ),
                                &Int(16),
                                &If(
                                    &Of(Or, &Of(Eq, &Name("ord"), &Int(8)), &Of(Eq, &Name("ord"), &Int(12))),
                                    &Int(24),
                                    &If(
                                        &Of(Eq, &Name("ord"), &Int(13)),
                                        &Int(32),
                                        &If(
                                            &Of(Or, &Of(Eq, &Name("ord"), &Int(9)), &Of(Eq, &Name("ord"), &Int(14))),
                                            &Int(40),
                                            &If(&Of(Eq, &Name("ord"), &Int(15)), &Int(64), &Int(0)),
                                        ),
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ])
};
rt::reflect!(NodeHead : kind, low);
