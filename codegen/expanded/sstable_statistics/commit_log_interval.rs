// Written by `expand` from the specification sstable_statistics.ksy. Do not edit.

__rt::sites! {
    commit_log_interval_site : "commit_log_interval" in "sstable/sstable_statistics.ksy",
    line super::commit_log_intervals_site::LAST + 5; lower 4; upper 3;
}
/// One interval.
///
/// Specification: `commit_log_interval` in `sstable/sstable_statistics.ksy`. Cassandra: org.apache.cassandra.db.commitlog.IntervalSet.
#[derive(Debug, Clone, PartialEq, ::binrw::BinRead, ::binrw::BinWrite)]
#[brw(big)]
pub struct CommitLogInterval {
    /// Where it starts.
    pub lower: CommitLogPosition,
    /// Where it ends.
    pub upper: CommitLogPosition,
}
impl CommitLogInterval {
    /// Reads one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn decode(r: &mut __rt::Reader<'_>) -> __rt::error::Result<Self> {
        let at = *r;
        let bytes = r.take(24, commit_log_interval_site::_self)?;
        ::binrw::BinRead::read(&mut std::io::Cursor::new(bytes))
            .map_err(|_| {
                at
                    .error(
                        __rt::ReadErrorKind::UnexpectedEnd {
                            needed: 24,
                            available: bytes.len() as u64,
                        },
                        commit_log_interval_site::_self,
                    )
            })
    }
}
/// The head of a [`CommitLogInterval`], borrowed.
#[derive(Debug, Clone, Copy)]
pub struct CommitLogIntervalRef<'a> {
    lifetime: std::marker::PhantomData<&'a ()>,
    /// Where it starts.
    pub lower: CommitLogPositionRef<'a>,
    /// Where it ends.
    pub upper: CommitLogPositionRef<'a>,
}
impl<'a> CommitLogIntervalRef<'a> {
    /// Reads the head; the reader is left behind it.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline(always)]
    pub fn read(r: &mut __rt::Reader<'a>) -> __rt::error::Result<Self> {
        let begin = r.offset();
        let f_lower = CommitLogPositionRef::read(r)
            .within(commit_log_interval_site::lower)?;
        let f_upper = CommitLogPositionRef::read(r)
            .within(commit_log_interval_site::upper)?;
        Ok({
            CommitLogIntervalRef {
                lifetime: std::marker::PhantomData,
                lower: f_lower,
                upper: f_upper,
            }
        })
    }
    /// The type itself, for errors that concern no field of it.
    pub fn site() -> &'static __rt::Site {
        commit_log_interval_site::_self
    }
    /// Its fields, in the order of the specification.
    pub fn fields() -> &'static [__rt::Site] {
        commit_log_interval_site::FIELDS
    }
}
impl CommitLogIntervalRef<'_> {
    /// Width in bits.
    pub fn bits(args: ()) -> u64 {
        let () = args;
        let mut bits = 0u64;
        bits += CommitLogPositionRef::bits(());
        bits += CommitLogPositionRef::bits(());
        bits
    }
}
impl<'a> __rt::array::Element<'a> for CommitLogIntervalRef<'a> {
    type Args = ();
    fn get(
        r: &mut __rt::Reader<'a>,
        args: Self::Args,
        _: &'static __rt::Site,
    ) -> __rt::error::Result<Self> {
        let () = args;
        let begin = r.offset();
        let f_lower = CommitLogPositionRef::read(r)
            .within(commit_log_interval_site::lower)?;
        let f_upper = CommitLogPositionRef::read(r)
            .within(commit_log_interval_site::upper)?;
        Ok({
            CommitLogIntervalRef {
                lifetime: std::marker::PhantomData,
                lower: f_lower,
                upper: f_upper,
            }
        })
    }
}
impl CommitLogInterval {
    /// Passes over one.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    #[inline]
    pub fn skip(r: &mut __rt::Reader<'_>) -> __rt::error::Result<()> {
        let f_lower = CommitLogPosition::skip(r)
            .within(commit_log_interval_site::lower)?;
        let f_upper = CommitLogPosition::skip(r)
            .within(commit_log_interval_site::upper)?;
        Ok(())
    }
}
impl CommitLogInterval {
    /// Walks over the fields of one.
    ///
    /// # Errors
    /// What is wrong with the bytes; fields before it have been walked over.
    pub fn walk(
        r: &mut __rt::Reader<'_>,
        w: &mut dyn __rt::Walk,
    ) -> __rt::error::Result<()> {
        let f_lower = {
            let value = ();
            w.enter(commit_log_interval_site::lower, None, r.offset());
            let asked = CommitLogPosition::walk(r, w)
                .within(commit_log_interval_site::lower)?;
            w.leave(r.offset());
            value
        };
        let f_upper = {
            let value = ();
            w.enter(commit_log_interval_site::upper, None, r.offset());
            let asked = CommitLogPosition::walk(r, w)
                .within(commit_log_interval_site::upper)?;
            w.leave(r.offset());
            value
        };
        Ok(())
    }
}
impl CommitLogInterval {
    /// Writes one; lengths, counts, flags, offsets and checksums are computed.
    ///
    /// # Errors
    /// What of the model cannot be written.
    pub fn encode<S: __rt::Sink>(&self, w: &mut S) -> __rt::sink::WriteResult<()> {
        let mut bytes = [0u8; 24];
        ::binrw::BinWrite::write(self, &mut std::io::Cursor::new(bytes.as_mut_slice()))
            .map_err(|_| __rt::WriteError::new(
                __rt::WriteErrorKind::Expression {
                    what: "numbers of another width",
                },
                commit_log_interval_site::_self,
            ))?;
        w.put(&bytes);
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
