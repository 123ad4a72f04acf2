// Written by `expand` from the specification bti_trie.ksy. Do not edit.
rt::sites! {
    child_site : "child" in "bti/bti_trie.ksy", line super::distance40_site::LAST + 9;
    node 32;
}
/// A child of a node, which is found by its distance. The smallest distance is the child's own length.
///
/// Specification: `child` in `bti/bti_trie.ksy`. Cassandra: org.apache.cassandra.io.tries.TrieNode.transition.
#[derive(Debug, Clone, PartialEq)]
pub struct Child {}
/// The head of a [`Child`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct ChildRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    /// Number of the child, from 0.
    pub idx: i64,
    pub(crate) up_is_rows: bool,
    pub(crate) up_v: version::SstableVersion,
    /// How many bytes the child starts before its parent; 0 if there is none (dense nodes).
    pub distance: i64,
    /// There is a child.
    pub exists: bool,
    /// The byte of the key that leads here.
    pub transition: i64,
    /// Position of the child in the file.
    pub child_pos: i64,
}
impl<'a> ChildRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read<'v>(
        r: &mut rt::Reader<'a>,
        cx: &BtiTrieParams<'_>,
        p_idx: i64,
        up_is_rows: bool,
        up_v: version::SstableVersion,
        up_kind: NodeKind,
        up_low: i64,
        up_low_distance: Option<u8>,
        up_len_distance: i64,
        up_distances_8: Option<rt::array::ArrayView<'v, rt::array::U8>>,
        up_distances_12: Option<rt::array::ArrayView<'v, rt::array::Bits16>>,
        up_distances_16: Option<rt::array::ArrayView<'v, rt::array::U16Be>>,
        up_distances_24: Option<rt::array::ArrayView<'v, rt::array::Bits32>>,
        up_distances_32: Option<rt::array::ArrayView<'v, rt::array::U32Be>>,
        up_distances_40: Option<rt::array::ArrayView<'v, Distance40Ref<'v>>>,
        up_distances_64: Option<rt::array::ArrayView<'v, rt::array::I64Be>>,
        up_is_single: bool,
        up_single_transition: Option<u8>,
        up_is_sparse: bool,
        up_sparse_transitions: Option<rt::array::ArrayView<'v, rt::array::U8>>,
        up_dense_start: Option<u8>,
        up_node_pos: i64,
    ) -> rt::ReadResult<Self> {
        let begin = r.offset();
        let value_distance = ((if up_kind == NodeKind::SingleNopayload4 {
            up_low
        } else if up_kind == NodeKind::SingleNopayload12 {
            r.computed(
                (r.computed((up_low).checked_mul(256), ("distance", child_site::_self))?)
                    .checked_add(i64::from(r.present(up_low_distance, "low_distance", child_site::_self)?)),
                ("distance", child_site::_self),
            )?
        } else if up_len_distance == 8 {
            i64::from(r.present(up_distances_8.as_ref(), "distances_8", child_site::_self)?.get(p_idx)?.0)
        } else if up_len_distance == 12 {
            i64::from(r.present(up_distances_12.as_ref(), "distances_12", child_site::_self)?.get(p_idx)?.0)
        } else if up_len_distance == 16 {
            i64::from(r.present(up_distances_16.as_ref(), "distances_16", child_site::_self)?.get(p_idx)?.0)
        } else if up_len_distance == 24 {
            i64::from(r.present(up_distances_24.as_ref(), "distances_24", child_site::_self)?.get(p_idx)?.0)
        } else if up_len_distance == 32 {
            i64::from(r.present(up_distances_32.as_ref(), "distances_32", child_site::_self)?.get(p_idx)?.0)
        } else if up_len_distance == 40 {
            r.present(up_distances_40.as_ref(), "distances_40", child_site::_self)?.get(p_idx)?.value
        } else {
            r.present(up_distances_64.as_ref(), "distances_64", child_site::_self)?.get(p_idx)?.0
        }) as i64);
        let value_exists = (value_distance != 0);
        let value_transition = (if up_is_single {
            i64::from(r.present(up_single_transition, "single_transition", child_site::_self)?)
        } else if up_is_sparse {
            i64::from(r.present(up_sparse_transitions.as_ref(), "sparse_transitions", child_site::_self)?.get(p_idx)?.0)
        } else {
            r.computed(
                (i64::from(r.present(up_dense_start, "dense_start", child_site::_self)?)).checked_add(p_idx),
                ("transition", child_site::_self),
            )?
        });
        let value_child_pos =
            (r.computed((up_node_pos).checked_sub(value_distance), ("child_pos", child_site::_self))?);
        Ok(ChildRef {
            begin,
            rest: *r,
            idx: p_idx,
            up_is_rows,
            up_v,
            distance: value_distance,
            exists: value_exists,
            transition: value_transition,
            child_pos: value_child_pos,
        })
    }
    /// The child.
    pub fn node(&self) -> rt::ReadResult<Option<BtiTrieRef<'a>>> {
        let r = &self.rest;
        if self.exists {
            {
                let r = &self.rest;
                let mut at = r.at(self.child_pos, child_site::node)?;
                BtiTrieRef::read(&mut at, &BtiTrieParams::new(self.child_pos, self.up_is_rows, self.up_v))
                    .map_err(|e: rt::ReadError| e.within(child_site::node, None))
            }
            .map(Some)
        } else {
            Ok(None)
        }
    }
    rt::sited!(child_site);
}
/// What stands in a [`Child`].
pub static CHILD_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&child_site::ALL, &["idx"])
        .values(&[
            t::value(
                "distance",
                Cast(
                    &If(
                        &Of(Eq, &Parent("kind"), &Int(1)),
                        &Parent("low"),
                        &If(
                            &Of(Eq, &Parent("kind"), &Int(3)),
                            &Of(Add, &Of(Mul, &Parent("low"), &Int(256)), &Parent("low_distance")),
                            &If(
                                &Of(Eq, &Parent("len_distance"), &Int(8)),
                                &Element(&Parent("distances_8"), &Name("idx")),
                                &If(
                                    &Of(Eq, &Parent("len_distance"), &Int(12)),
                                    &Element(&Parent("distances_12"), &Name("idx")),
                                    &If(
                                        &Of(Eq, &Parent("len_distance"), &Int(16)),
                                        &Element(&Parent("distances_16"), &Name("idx")),
                                        &If(
                                            &Of(Eq, &Parent("len_distance"), &Int(24)),
                                            &Element(&Parent("distances_24"), &Name("idx")),
                                            &If(
                                                &Of(Eq, &Parent("len_distance"), &Int(32)),
                                                &Element(&Parent("distances_32"), &Name("idx")),
                                                &If(
                                                    &Of(Eq, &Parent("len_distance"), &Int(40)),
                                                    &Member(&Element(&Parent("distances_40"), &Name("idx")), "value"),
                                                    &Element(&Parent("distances_64"), &Name("idx")),
                                                ),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                        ),
                    ),
                    t::Int::S8,
                ),
            ),
            t::value("exists", Of(Ne, &Name("distance"), &Int(0))),
            t::value(
                "transition",
                If(
                    &Parent("is_single"),
                    &Parent("single_transition"),
                    &If(
                        &Parent("is_sparse"),
                        &Element(&Parent("sparse_transitions"), &Name("idx")),
                        &Of(Add, &Parent("dense_start"), &Name("idx")),
                    ),
                ),
            ),
            t::value("child_pos", Of(Sub, &Parent("node_pos"), &Name("distance"))),
        ])
        .bodies(&[t::view().at(Name("child_pos"))])
};
rt::reflect!(Child :);
