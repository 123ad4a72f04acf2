meta:
  id: sstable_crc
  title: CRC.db, the checksums of an uncompressed Data.db
  license: Apache-2.0
  endian: be
  imports: [../common/sstable_version]
  -component: CRC
doc: |
  The checksums of Data.db, if the table is not compressed; otherwise they stand after each chunk in Data.db itself and there is no CRC.db.
  All versions have the same layout.
doc-ref: org.apache.cassandra.io.util.ChecksumWriter
params:
  - id: v
    type: sstable_version
    doc: The version of the SSTable.
seq:
  - id: chunk_size
    type: s4
    valid:
      min: 1
    doc: How many bytes of Data.db each checksum covers; 65536 by default.
  - id: crcs
    type: u4
    repeat: eos
    -algo: crc32
    doc: |
      CRC-32 of bytes `i * chunk_size` to `(i + 1) * chunk_size` of Data.db, the last one up to its end. As many as it takes to cover Data.db, and
      there may be one more at the end, of no bytes (it is 0): a writer whose file was opened before it was finished, as compaction does,
      has flushed all bytes by then and flushes once more when it is finished.
