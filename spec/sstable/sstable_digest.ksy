meta:
  id: sstable_digest
  title: Digest.crc32, the checksum of the whole Data.db
  license: Apache-2.0
  encoding: ASCII
  imports: [../common/sstable_version]
  -component: Digest
doc: |
  A checksum that `nodetool verify` and the like compare. It is computed over Data.db as it lies on disk: compressed, and with the checksums of
  the chunks. A missing Digest.crc32 is no error.
doc-ref: org.apache.cassandra.io.util.DataIntegrityMetadata.FileDigestValidator
params:
  - id: v
    type: sstable_version
    doc: The version of the SSTable.
seq:
  - id: text
    type: str
    size-eos: true
    -algo: crc32
    doc: The CRC-32 as an unsigned decimal number, without leading zeros and without a line end.
instances:
  crc:
    value: text.to_i
    doc: The number.
