// Written by `expand` from the specification sstable_toc.ksy. Do not edit.
rt::sites! {
    sstable_toc_site : "sstable_toc" in "sstable/sstable_toc.ksy", line 1; names 16;
}
/// Which files belong to the SSTable, one to a line: what their names have after version, identifier and format (`Data.db`, `TOC.txt`,
/// `SAI+aa+GroupMeta.db`). Cassandra makes it anew from the directory if it is missing. The order means nothing.
///
/// Specification: `sstable_toc` in `sstable/sstable_toc.ksy`. Cassandra: org.apache.cassandra.io.sstable.format.TOCComponent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SstableToc {
    /// Names of components, each with a line feed after it.
    pub names: Vec<String>,
}
impl SstableToc {
    /// Reads one.
    pub fn decode(r: &mut rt::Reader<'_>, cx: &SstableTocParams<'_>) -> rt::ReadResult<Self> {
        let f_names = rt::array::collect_rest(r, sstable_toc_site::names, |r, index| {
            Ok({
                let bytes = r.until(10u8);
                rt::text::utf8(r, bytes, sstable_toc_site::names)?.to_owned()
            })
        })?;
        Ok(Self { names: f_names })
    }
    /// Walks over the fields of one.
    pub fn walk(r: &mut rt::Reader<'_>, cx: &SstableTocParams<'_>, w: &mut dyn rt::Walk) -> rt::ReadResult<()> {
        rt::table::walk(&SSTABLE_TOC_TABLE, cx.dynamic(), r, w)
    }
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    pub fn encode<S: rt::Sink>(&self, w: &mut S, cx: &SstableTocParams<'_>) -> rt::WriteResult<()> {
        for e in self.names.iter() {
            if e.as_bytes().contains(&10u8) {
                return Err(rt::WriteError::new(
                    rt::WriteErrorKind::Expression { what: "a value that has its own end in it" },
                    sstable_toc_site::names,
                ));
            }
            w.put(e.as_bytes());
            w.put(&[10u8]);
        }
        Ok(())
    }
}
/// The head of a [`SstableToc`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct SstableTocRef<'a> {
    /// Where it begins, in bytes from the start of the component.
    pub begin: u64,
    /// The reader after the head; in an event, after the stream of known length that follows the head.
    pub rest: rt::Reader<'a>,
    pub(crate) cx: SstableTocParams<'static>,
}
impl<'a> SstableTocRef<'a> {
    /// Reads the head; the reader is left after it.
    #[inline]
    pub fn read(r: &mut rt::Reader<'a>, cx: &SstableTocParams<'_>) -> rt::ReadResult<Self> {
        let begin = r.offset();
        Ok(SstableTocRef { begin, rest: *r, cx: SstableTocParams::new(cx.v) })
    }
    rt::sited!(sstable_toc_site);
}
/// What stands in a [`SstableToc`].
pub static SSTABLE_TOC_TABLE: rt::table::Table = {
    use rt::table::{self as t, Expr::*, Op::*};
    t::Table::new(&sstable_toc_site::ALL, &["v"])
        .root()
        .fields(&[t::text(false, t::Size::Terminated(10, true)).repeat(t::Repeat::Eos)])
};
rt::reflect!(SstableToc : names);
