meta:
  id: sstable_common
  title: Shapes that several components share
  license: Apache-2.0
  endian: be
  imports: [uvint, svint, cql_type, sstable_version]
doc: |
  Byte strings with their lengths, deletion times, and the prefixes of clustering columns by which rows, bounds and index blocks are named.
doc-ref:
  - org.apache.cassandra.db.ClusteringPrefix
  - org.apache.cassandra.db.DeletionTime
  - org.apache.cassandra.utils.ByteBufferUtil
types:
  deletion_time:
    doc: |
      When a whole partition, or a range that is open at the end of an index block, was deleted. Two layouts. Before has_uint_deletion_time
      both times stand as they are, the local deletion time first, and LIVE ("not deleted") is told by the largest local deletion time and
      the smallest timestamp. With it the timestamp comes first, and its sign bit, which no real deletion needs, marks LIVE: then the one
      byte 0x80 is all. A first byte of 0x81 to 0xff is an error, in Cassandra too.
    doc-ref:
      - org.apache.cassandra.db.DeletionTime.Serializer
      - org.apache.cassandra.db.DeletionTime.LegacySerializer
    params:
      - id: v
        type: sstable_version
        doc: The version of the SSTable.
    seq:
      - id: legacy_local_deletion_time
        type: s4
        if: not v.has_uint_deletion_time
        -derive: 'is_live ? 0x7fffffff : local_deletion_time'
        doc: When the deletion was made, in seconds since 1970; 0x7fffffff in LIVE.
      - id: legacy_marked_for_delete_at
        type: s8
        if: not v.has_uint_deletion_time
        -derive: 'is_live ? -0x7fffffffffffffff - 1 : marked_for_delete_at'
        doc: What was written up to this time is deleted, in microseconds since 1970; -2^63 in LIVE.
      - id: flags
        type: u1
        if: v.has_uint_deletion_time
        valid:
          max: 0x80
        -derive: 'is_live ? 0x80 : marked_for_delete_at >> 56'
        doc: '0x80: LIVE, and nothing follows. Up to 0x7f: the most significant byte of the timestamp. Nothing else is valid.'
      - id: mfda_mid
        type: b24
        if: v.has_uint_deletion_time and flags < 0x80
        -derive: (marked_for_delete_at >> 32) & 0xffffff
        doc: The next three bytes of the timestamp.
      - id: mfda_low
        type: u4
        if: v.has_uint_deletion_time and flags < 0x80
        -derive: marked_for_delete_at & 0xffffffff
        doc: The last four bytes of the timestamp, which is in microseconds since 1970.
      - id: uint_local_deletion_time
        type: u4
        if: v.has_uint_deletion_time and flags < 0x80
        -derive: local_deletion_time
        doc: When the deletion was made, in seconds since 1970, up to the year 2106.
    instances:
      is_live:
        value: >-
          v.has_uint_deletion_time ? flags >= 0x80 : (legacy_local_deletion_time == 0x7fffffff and
          legacy_marked_for_delete_at < -0x7fffffffffffffff)
        -model: true
        doc: Nothing is deleted.
      marked_for_delete_at:
        value: '(v.has_uint_deletion_time ? (flags * 0x1000000 + mfda_mid) * 0x100000000 + mfda_low : legacy_marked_for_delete_at).as<s8>'
        if: not is_live
        -model: true
        doc: What was written up to this time is deleted; in microseconds since 1970.
      local_deletion_time:
        value: '(v.has_uint_deletion_time ? uint_local_deletion_time : legacy_local_deletion_time).as<s8>'
        if: not is_live
        -model: true
        doc: When the deletion was made, by the server's clock, from which gc_grace_seconds counts; in seconds since 1970.
  clustering_values:
    doc: |
      The values of the first `count` clustering columns, in blocks. Each block starts with two bits for each value, which tell null and empty
      values, which take no bytes of their own, from the others. Without values there are no blocks.
    doc-ref: org.apache.cassandra.db.ClusteringPrefix.Serializer.serializeValuesWithoutSize
    -mode: lazy
    params:
      - id: count
        type: u4
        doc: How many of the clustering columns have a value here.
      - id: column_types
        type: cql_type[]
        doc: The types of all clustering columns.
    seq:
      - id: blocks
        type: clustering_block(_index * most_values, count, most_values, column_types)
        repeat: expr
        repeat-expr: (count + most_values - 1) / most_values
        doc: Values 0 to 31, 32 to 63, …
    instances:
      most_values:
        value: 32
        doc: Number of values in a block; in the last one, those that are left.
  clustering_block:
    doc: A header, and the values that it tells of.
    doc-ref: org.apache.cassandra.db.ClusteringPrefix.Serializer.makeHeader
    -mode: visit
    -event: clustering_block
    params:
      - id: base
        type: u4
        doc: Index of the first column of the block.
      - id: count
        type: u4
        doc: Number of values in all blocks.
      - id: most_values
        type: u4
        doc: Number of values in a block that is full.
      - id: column_types
        type: cql_type[]
        doc: The types of all clustering columns.
    seq:
      - id: header
        type: uvint
        -derive: pack2(values[].kind)
        doc: 'Bits `2 * i` and `2 * i + 1` are the kind of value `i` of the block: 0 if it has bytes, 1 if it is empty, 2 if it is null.'
      - id: values
        type: clustering_value(base + _index, (header.value >> (2 * _index)) & 3, column_types)
        repeat: expr
        repeat-expr: num_values
        doc: The values; those that are null or empty take no bytes.
    instances:
      num_values:
        value: 'count - base > most_values ? most_values : count - base'
        doc: Number of values in the block.
      stray_bits:
        value: 'header.value >> (2 * num_values)'
        doc: Bits of the header that are of no value; Cassandra sets none.
  clustering_value:
    doc: The value of one clustering column.
    doc-ref: org.apache.cassandra.db.ClusteringPrefix.Deserializer
    -mode: visit
    -event: clustering_value
    params:
      - id: idx
        type: u4
        doc: Index of the clustering column.
      - id: kind
        type: u1
        -stored: true
        doc: '0: it has bytes. 1: it is empty. 2: it is null (tables with COMPACT STORAGE).'
      - id: column_types
        type: cql_type[]
        doc: The types of all clustering columns.
    seq:
      - id: val
        type: cell_value(column_types[idx].fixed_len)
        if: kind == 0
        doc: The bytes of the value.
    instances:
      is_null:
        value: kind >= 2
        doc: It is null, whatever the other bit of its kind is.
      is_unknown_kind:
        value: kind > 2
        doc: It is of a kind that no writer makes.
  cell_value:
    doc: A value, with a length in front unless all values of the type have the same length.
    doc-ref: org.apache.cassandra.db.marshal.AbstractType.writeValue
    params:
      - id: fixed_len
        type: s4
        doc: Length in bytes of every value of the type; -1 if they differ (cql_type.ksy).
    seq:
      - id: len
        type: uvint
        if: fixed_len < 0
        -derive: byte_len(data)
        doc: Length in bytes.
      - id: data
        size: 'fixed_len < 0 ? len.value : fixed_len'
        doc: The value, as its type serializes it (README.md names the files of `values/`).
  clustering_bound:
    doc: |
      The start or the end of a range, or both at once. It may have values for fewer columns than a row has: then it is before or after all
      rows that begin with them.
    doc-ref: org.apache.cassandra.db.ClusteringBoundOrBoundary.Serializer
    params:
      - id: column_types
        type: cql_type[]
        doc: The types of all clustering columns.
    seq:
      - id: kind
        type: u1
        enum: prefix_kind
        doc: Start or end, with or without what it names; or a boundary between two ranges. Never a row.
      - id: size
        type: u2
        -derive: count(values.blocks[].values)
        doc: Number of values.
      - id: values
        type: clustering_values(size, column_types)
        doc: The values.
  clustering_prefix:
    doc: The name of a row or of a bound, as indexes have it. Only bounds tell how many values they have; rows have all.
    doc-ref: org.apache.cassandra.db.ClusteringPrefix.Serializer
    params:
      - id: column_types
        type: cql_type[]
        doc: The types of all clustering columns.
    seq:
      - id: kind
        type: u1
        enum: prefix_kind
        doc: A row, or one of the bounds.
      - id: size
        type: u2
        if: kind != prefix_kind::clustering
        -derive: count(values.blocks[].values)
        doc: Number of values.
      - id: values
        type: 'clustering_values(kind == prefix_kind::clustering ? column_types.size : size, column_types)'
        doc: The values.
  bytes_uvint:
    doc: Bytes after their length as a vint.
    doc-ref: org.apache.cassandra.utils.ByteBufferUtil.writeWithVIntLength
    seq:
      - id: len
        type: uvint
        -derive: byte_len(data)
        doc: Length in bytes.
      - id: data
        size: len.value
        doc: The bytes.
  bytes_u2:
    doc: Bytes after their length in two bytes, up to 65535.
    doc-ref: org.apache.cassandra.utils.ByteBufferUtil.writeWithShortLength
    seq:
      - id: len
        type: u2
        -derive: byte_len(data)
        doc: Length in bytes.
      - id: data
        size: len
        doc: The bytes.
  bytes_u4:
    doc: Bytes after their length in four bytes.
    doc-ref: org.apache.cassandra.utils.ByteBufferUtil.writeWithLength
    seq:
      - id: len
        type: u4
        -derive: byte_len(data)
        doc: Length in bytes.
      - id: data
        size: len
        doc: The bytes.
  java_utf:
    doc: |
      Text as `java.io.DataOutput.writeUTF` writes it: "modified UTF-8", in which NUL is 0xc0 0x80 and characters beyond U+FFFF are two
      surrogates of three bytes each. What Cassandra writes that way is ASCII in practice.
    doc-ref: java.io.DataOutput.writeUTF
    seq:
      - id: len
        type: u2
        -derive: byte_len(s)
        doc: Length in bytes.
      - id: s
        type: str
        size: len
        encoding: UTF-8
        -encoding: java-modified-utf-8
        doc: The text.
enums:
  prefix_kind:
    0: {id: excl_end_bound, doc: ends before the named rows}
    1: {id: incl_start_bound, doc: starts with the named rows}
    2: {id: excl_end_incl_start_boundary, doc: one range ends before and another starts with the named rows}
    3: {id: static_clustering, doc: the static row}
    4: {id: clustering, doc: a row}
    5: {id: incl_end_excl_start_boundary, doc: one range ends with and another starts after the named rows}
    6: {id: incl_end_bound, doc: ends with the named rows}
    7: {id: excl_start_bound, doc: starts after the named rows}
    8: {id: sstable_lower_bound, doc: before every row of the SSTable}
    9: {id: sstable_upper_bound, doc: after every row of the SSTable}
