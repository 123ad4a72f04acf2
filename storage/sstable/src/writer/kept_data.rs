use std::io::Write;
use std::ops::ControlFlow;

use cqlite_format::compression_info::SstableCompressionInfo;

use super::rebuild::stored_data;
use super::{RebuildError, Target, WriteError};
use crate::compress::{Compression, DataWriter, WrittenData};
use crate::descriptor::Component;
use crate::Sstable;

/// The data of an SSTable whose rows stay as they are stored: in chunks of another compression, or in those that there are.
pub(super) struct KeptData<'s> {
    sstable: &'s Sstable,
    target: &'s Target,
    /// CompressionInfo.db, if the chunks stay.
    info: Option<&'s SstableCompressionInfo>,
}

impl<'s> KeptData<'s> {
    pub(super) fn new(sstable: &'s Sstable, target: &'s Target) -> Self {
        let info = sstable.compression().filter(|info| {
            let own = Compression::of(info).ok();
            own.zip(target.compression.as_ref()).is_some_and(|(own, wanted)| own.is_same(wanted))
        });
        KeptData { sstable, target, info }
    }

    pub(super) fn keeps_chunks(&self) -> bool {
        self.info.is_some()
    }

    /// Writes it. `go_on` is asked from time to time.
    pub(super) fn write<W: Write + Send + 'static>(
        &self,
        out: W,
        go_on: &dyn Fn() -> bool,
    ) -> Result<(W, WrittenData), RebuildError> {
        if let Some(info) = self.info {
            let (out, mut data) = stored_data(self.sstable, self.target, out, &mut |_, _| match go_on() {
                true => ControlFlow::Continue(()),
                false => ControlFlow::Break(()),
            })?;
            data.compression = Some(info.clone());
            return Ok((out, data));
        }
        let (source, components) = (self.sstable.data(), self.sstable.components());
        let mut writer = DataWriter::new(out, self.target.version(), self.target.compression.as_ref());
        if let Some(chunks) = source.chunk_reader() {
            chunks.check_empty_chunks().map_err(|e| components.error_in(&Component::Data, e))?;
        }
        let (mut cursor, at) = (source.cursor(0), |e| components.error_in(&Component::Data, e));
        while cursor.fill().map_err(at)? {
            writer.write_all(cursor.data()).map_err(WriteError::from)?;
            cursor.consume(cursor.data().len());
            if !go_on() {
                return Err(RebuildError::Cancelled);
            }
        }
        Ok(writer.finish().map_err(WriteError::from)?)
    }
}
