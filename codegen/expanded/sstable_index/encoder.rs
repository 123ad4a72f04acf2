// Written by `expand` from the specification sstable_index.ksy. Do not edit.
#[derive(Debug, Default)]
struct SstableIndexFrame {
    list_entries: rt::push::Listed,
}
#[derive(Debug, Default)]
struct EntryFrame {}
/// Writes a [`SstableIndex`] from values that are pushed in the order of their bytes.
///
/// After an error nothing more can be pushed.
#[derive(Debug)]
pub struct SstableIndexEncoder<'p, S> {
    out: S,
    w: rt::push::Stack,
    cx: SstableIndexParams<'p>,
    in_sstable_index: SstableIndexFrame,
}
impl<'p, S: std::io::Write> SstableIndexEncoder<'p, S> {
    /// An encoder whose bytes go to `out`; the first has the position `base` in the component.
    pub fn new(out: S, cx: SstableIndexParams<'p>, base: u64) -> Self {
        SstableIndexEncoder {
            out,
            w: rt::push::Stack::new(base, &[sstable_index_site::_self]),
            cx,
            in_sstable_index: Default::default(),
        }
    }
    /// The position in the component, if it is known: nowhere within what has its length in front.
    pub fn position(&self) -> Option<u64> {
        self.w.position()
    }
    /// Sends the last bytes to the output, and gives it back.
    pub fn finish(mut self) -> rt::push::PushResult<S> {
        self.w.expect(sstable_index_site::_self)?;
        self.pass_sstable_index()?;
        self.w.flush(&mut self.out)?;
        Ok(self.out)
    }
    /// A [`Entry`].
    #[inline(always)]
    pub fn index_entry(&mut self, parts: &EntryParts<'_>) -> rt::push::PushResult<()> {
        let pushed = self.open_entry(parts);
        self.w.done(pushed)?;
        self.w.send(&mut self.out)
    }
    #[inline(always)]
    fn open_entry(&mut self, parts: &EntryParts<'_>) -> rt::push::PushResult<()> {
        if self.w.is_open(sstable_index_site::_self) {
            let cx = &self.cx;
            let w = &mut self.w;
            let v_sstable_index = &mut self.in_sstable_index;
            let index = v_sstable_index.list_entries.at(None, None, sstable_index_site::entries)?;
            let mut one = parts.open(w, cx)?;
            v_sstable_index.list_entries.add(index);
            return Ok(());
        }
        Err(self.w.misplaced(entry_site::_self))
    }
    #[inline(always)]
    fn pass_sstable_index(&mut self) -> rt::push::PushResult<()> {
        Ok(())
    }
}
/// Pushes what it visits to a [`SstableIndexEncoder`]. Its errors are of a type of the caller's.
#[derive(Debug)]
pub struct SstableIndexReplay<'p, S, E> {
    /// Where it goes.
    pub to: SstableIndexEncoder<'p, S>,
    error: std::marker::PhantomData<fn() -> E>,
}
impl<'p, S, E> SstableIndexReplay<'p, S, E> {
    /// A visitor that pushes to `to`.
    pub fn new(to: SstableIndexEncoder<'p, S>) -> Self {
        SstableIndexReplay { to, error: std::marker::PhantomData }
    }
}
impl<'a, S: std::io::Write, E: From<rt::ReadError> + From<rt::push::PushError>> SstableIndexVisitor<'a>
    for SstableIndexReplay<'_, S, E>
{
    type Error = E;
    #[inline(always)]
    fn index_entry(&mut self, head: &EntryRef<'a>) -> Result<(), E> {
        Ok(self.to.index_entry(&head.into())?)
    }
}
