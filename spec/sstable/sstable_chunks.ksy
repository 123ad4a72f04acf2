meta:
  id: sstable_chunks
  title: Data.db of a compressed table, as it is stored
  license: Apache-2.0
  endian: be
  imports: [../common/sstable_version, sstable_compression_info]
  -component: Chunks
doc: |
  Where CompressionInfo.db exists, Data.db is nothing but compressed chunks, each with its checksum after it. What comes out of them, put
  together, is the stream that sstable_data.ksy describes, and positions in that stream are what everything else refers to.

  The chunks lie close together and in order. Neither their number nor their lengths are in this file: both follow from the offsets in
  CompressionInfo.db.
doc-ref: org.apache.cassandra.io.compress.CompressedSequentialWriter
params:
  - id: v
    type: sstable_version
    doc: The version of the SSTable.
  - id: info
    type: sstable_compression_info
    doc: The parsed CompressionInfo.db.
-layout: [chunks]
instances:
  chunks:
    pos: 0
    type: chunk(_index)
    repeat: expr
    repeat-expr: info.chunk_offsets.size
    doc: The chunks.
types:
  chunk:
    doc: |
      One chunk. It is compressed unless it has `max_compressed_length` bytes or more. If the last one is stored as it is although it is
      shorter than that, zeros are put after it up to that length, so that the rule holds for it too; `data_length` tells how many bytes
      count. Compaction leaves a chunk of no bytes at the end.

      The compressed forms are each library's own, without frames: LZ4 a block after its uncompressed length in 4 bytes, which are
      little-endian (as are the words of Filter.db and the positions of Summary.db; all other numbers are big-endian); Snappy raw; Deflate
      with zlib's header; Zstd a frame (which has a checksum of its own).
    doc-ref: org.apache.cassandra.io.util.CompressedChunkReader
    -layout: [stored]
    params:
      - id: idx
        type: s4
        doc: Number of the chunk, from 0.
    instances:
      ofs:
        value: _root.info.chunk_offsets[idx]
        doc: Where it starts, in bytes.
      ofs_next:
        value: 'idx + 1 < _root.info.chunk_offsets.size ? _root.info.chunk_offsets[idx + 1] : _io.size'
        doc: Where the next one starts, or the file ends.
      stored:
        pos: ofs
        size: ofs_next - ofs
        type: stored_chunk(_root.v)
        doc: The chunk.
  stored_chunk:
    doc: The bytes of a chunk, and their checksum.
    doc-ref: org.apache.cassandra.io.compress.CompressedSequentialWriter.flushData
    params:
      - id: v
        type: sstable_version
        doc: The version of the SSTable.
    seq:
      - id: body
        size: _io.size - len_crc
        doc: The bytes, compressed or not.
      - id: crc
        type: u4
        -checksum: {algo: crc32, over: [body]}
        doc: |
          CRC-32 of `body` as it is stored. Cassandra checks it for some of the chunks it reads only (the table's `crc_check_chance`).
    instances:
      len_crc:
        value: crc._sizeof
        doc: Length of `crc` in bytes.
