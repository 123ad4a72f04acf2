//! What was kept and lost of all SSTables together.

use cqlite::write::Salvaged;

use crate::words::number;

#[derive(Debug, Default)]
pub struct Total {
    sstables: u64,
    /// Those of which nothing could be read.
    unread: u64,
    kept: u64,
    lost: u64,
    bytes: u64,
}

impl Total {
    /// Takes in what came of one.
    pub fn add(&mut self, salvaged: &Salvaged) {
        self.sstables += 1;
        self.kept += salvaged.new.iter().map(|new| new.written.partitions).sum::<u64>();
        self.lost += salvaged.partitions_lost();
        self.bytes += salvaged.bytes_lost();
    }

    /// One of which nothing could be read.
    pub fn add_unread(&mut self) {
        self.unread += 1;
    }

    /// Whether rows are lost, and deletions with them.
    pub fn has_losses(&self) -> bool {
        self.lost > 0 || self.bytes > 0
    }

    /// The closing line, if there is more than one SSTable.
    pub fn line(&self) -> Option<String> {
        let Total { sstables, unread, kept, lost, bytes } = *self;
        let unread_too = match unread {
            0 => String::new(),
            unread => format!("; nothing could be read of {}", number(unread, "SSTable")),
        };
        (sstables + unread > 1).then(|| {
            format!(
                "{}: kept {}; {} at least and {} lost{unread_too}",
                number(sstables + unread, "SSTable"),
                number(kept, "partition"),
                number(lost, "partition"),
                number(bytes, "byte")
            )
        })
    }
}
