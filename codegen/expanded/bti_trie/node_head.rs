// Written by `expand` from the specification bti_trie.ksy. Do not edit.

rt::sites! {
    node_head_site : "node_head" in "bti/bti_trie.ksy", line super::bti_trie_site::LAST +
    44; kind 4; low 4;
}
/// The byte that a node begins with.
///
/// Specification: `node_head` in `bti/bti_trie.ksy`. Cassandra: org.apache.cassandra.io.tries.TrieNode.at.
#[derive(Debug, Clone, PartialEq, ::deku::DekuRead, ::deku::DekuWrite)]
pub struct NodeHead {
    /// Shape of the node and width of its distances.
    pub kind: NodeKind,
    /// Bits of the payload; in the two kinds without payload the distance, or the high bits of it.
    #[deku(bits = 4, endian = "big")]
    pub low: u8,
}
impl NodeHead {
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
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S) -> rt::WriteResult<()> {
        let mut bytes = [0u8; 1];
        ::deku::DekuContainerWrite::to_slice(self, &mut bytes).map_err(|_| {
            rt::WriteError::new(
                rt::WriteErrorKind::Expression { what: "numbers of another width" },
                node_head_site::_self,
            )
        })?;
        w.put(&bytes);
        Ok(())
    }
}
/// The head of a [`NodeHead`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct NodeHeadRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// Shape of the node and width of its distances.
    pub kind: NodeKind,
    /// Bits of the payload; in the two kinds without payload the distance, or the high bits of it.
    pub low: u8,
}
impl<'a> NodeHeadRef<'a> {
    /// Reads the head; the reader is left behind it.
    #[inline(always)]
    pub fn read(r: &mut rt::Reader<'a>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let f_kind = {
            let found = (r.bits(4, node_head_site::kind)? as u8) as i64;
            r.known(NodeKind::from_raw(found), found, "node_kind", 0, node_head_site::kind)?
        };
        let f_low = (r.bits(4, node_head_site::low)? as u8);
        Ok(NodeHeadRef { lifetime: std::marker::PhantomData, kind: f_kind, low: f_low })
    }
    /// Width in bits.
    pub fn bits(args: ()) -> u64 {
        8
    }
    /// The model of what the head is of.
    pub fn to_model(&self) -> rt::ReadResult<NodeHead> {
        Ok(NodeHead { kind: self.kind, low: self.low })
    }
    rt::sited!(node_head_site);
}
rt::element!(NodeHeadRef);
/// What stands in a [`NodeHead`].
pub static NODE_HEAD_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&node_head_site::ALL, &[]).fields(&[
        t::bits(4).named(&t::Kind::Bits(4), "node_kind", |n| self::NodeKind::from_raw(n).map(self::NodeKind::id)),
        t::bits(4),
    ])
};
rt::reflect!(NodeHead : kind, low);
