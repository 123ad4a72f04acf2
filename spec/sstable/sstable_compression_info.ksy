meta:
  id: sstable_compression_info
  title: CompressionInfo.db, where the chunks of Data.db are
  license: Apache-2.0
  endian: be
  imports: [../common/sstable_version, ../common/sstable_common]
  -component: CompressionInfo
doc: |
  Says how Data.db was compressed: it was cut into chunks of `chunk_length` bytes (the last may be shorter), each of which was compressed by
  itself. A position in the uncompressed stream, as all indexes give it, is in chunk `position / chunk_length`, and that chunk's offset in
  Data.db is found here, without a search. The file is absent if the table is not compressed; Data.db then is the stream itself, and CRC.db
  has its checksums. How a chunk is stored: sstable_chunks.ksy.
doc-ref: org.apache.cassandra.io.compress.CompressionMetadata
params:
  - id: v
    type: sstable_version
    doc: The version of the SSTable.
seq:
  - id: compressor
    type: sstable_common::java_utf
    doc: |
      Simple name of the compressor's class: `LZ4Compressor`, `SnappyCompressor`, `DeflateCompressor`, `ZstdCompressor` (from 4.0),
      `NoopCompressor` (from 4.0), `ZstdDictionaryCompressor` (from 6.0; DSE has others). Cassandra writes the name without its package,
      whatever class the table has, and looks a name without dots up in org.apache.cassandra.io.compress. A name with dots is read as the
      full name of a class, but no writer makes one: of a class in another package the simple name is stored too, under which it is not found.
  - id: num_options
    type: s4
    valid:
      min: 0
    -derive: count(options)
    doc: Number of options.
  - id: options
    type: option
    repeat: expr
    repeat-expr: num_options
    doc: |
      What the table's schema says about the compressor besides its class and chunk length, in no particular order. They matter to who
      compresses, not to who reads; but a key of a fork that changes how chunks are laid out must not be passed over, so that a key that
      starts with `org.apache.cassandra.` is a reason to refuse the file.
  - id: chunk_length
    type: s4
    valid:
      expr: _ > 0 and (_ & (_ - 1)) == 0
    doc: Length of a chunk before compression, in bytes; a power of two.
  - id: max_compressed_length
    type: s4
    if: v.has_max_compressed_length
    valid:
      expr: _ >= 0 and (_ <= chunk_length or _ == 0x7fffffff)
    -absent: 0x7fffffff
    doc: |
      A chunk whose compressed form would have this many bytes or more is stored as it is; how a reader tells the two apart. Follows from the
      table's `min_compress_ratio`. 0x7fffffff: every chunk is compressed.
  - id: data_length
    type: s8
    valid:
      min: 0
    doc: Length of the whole uncompressed stream in bytes; tells how long the last chunk is.
  - id: num_chunks
    type: s4
    valid:
      min: 1
    -derive: count(chunk_offsets)
    doc: |
      Number of chunks: `data_length / chunk_length` rounded up, in files from a flush. What compaction wrote has one more at the end, in all
      versions: a chunk of no bytes, though its compressed form has some.
  - id: chunk_offsets
    type: s8
    repeat: expr
    repeat-expr: num_chunks
    doc: |
      Where each chunk starts in Data.db, in bytes, ascending from 0. A chunk ends, after its checksum of 4 bytes, where the next one starts,
      or at the end of the file.
  - id: dictionary
    type: dictionary
    if: v.has_compression_dictionary and not _io.eof
    doc: The dictionary of the chunks. The file just ends where there is none, which is usual with most compressors.
types:
  option:
    doc: One of the compressor's options.
    doc-ref: org.apache.cassandra.schema.CompressionParams.otherOptions
    seq:
      - id: key
        type: sstable_common::java_utf
        doc: Name of the option, e.g. `compression_level`.
      - id: value
        type: sstable_common::java_utf
        doc: Its value, always as text.
  dictionary:
    doc: |
      Bytes that are typical of the table, which compressor and decompressor know beforehand. They are the same for many SSTables, and yet each
      one carries them, so that it can be read wherever it is copied to.
    doc-ref: org.apache.cassandra.db.compression.CompressionDictionary
    seq:
      - id: kind
        type: u1
        enum: dictionary_kind
        doc: Which compressor the dictionary is for.
      - id: dict_id
        type: s8
        doc: Identifies the dictionary in the cluster; later dictionaries of a table have larger numbers.
      - id: len_data
        type: s4
        valid:
          min: 0
        -derive: byte_len(data)
        doc: Length of the dictionary in bytes.
      - id: data
        size: len_data
        doc: The dictionary as zstd made it; not compressed.
      - id: crc
        type: u4
        -checksum: {algo: crc32c_le, over: [kind, dict_id, data]}
        doc: |
          CRC-32C over `kind`, `dict_id` and `data`, where the 8 bytes of `dict_id` are taken in little-endian order, unlike the way they are
          stored. The length is left out.
enums:
  dictionary_kind:
    0:
      id: zstd
      doc: A dictionary of Zstandard.
