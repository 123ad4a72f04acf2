meta:
  id: sstable_data
  title: Data.db, the rows
  license: Apache-2.0
  endian: be
  imports: [../common/uvint, ../common/cql_type, ../common/sstable_version, ../common/sstable_common, sstable_statistics]
  -component: Data
doc: |
  The partitions of an SSTable in token order, as one stream of bytes; where CompressionInfo.db exists the file holds that stream cut into
  compressed chunks (sstable_chunks.ksy). A partition is its key, its deletion, its static row and its unfiltereds (rows and the markers of
  range tombstones, in clustering order).

  Timestamps, deletion times and TTLs are told relative to those of the serialization header (sstable_statistics.ksy), which are about the
  smallest ones of the SSTable, and column names and types stand only there. Nothing in this file can be read without that header.

  The order of tokens depends on the partitioner, which Statistics.db names. With the default one, Murmur3Partitioner, the token of a key is a
  signed number of 64 bits: the first half (`h0`) of the hash that sstable_filter.ksy describes, of the key's bytes; where that is -2^63
  the token is 2^63 - 1, since -2^63 is the minimum token, which only the empty key has.

  All versions from 3.0 on differ in one point only, the layout of the partition's deletion.
doc-ref:
  - org.apache.cassandra.io.sstable.format.SortedTablePartitionWriter
  - org.apache.cassandra.db.rows.UnfilteredSerializer
-mode: visit
params:
  - id: v
    type: sstable_version
    doc: The version of the SSTable.
  - id: h
    type: sstable_statistics::serialization_header
    doc: The serialization header from Statistics.db.
seq:
  - id: partitions
    type: partition
    repeat: eos
    doc: The partitions, in the order of their tokens; those with the same token in the order of their keys.
types:
  partition:
    doc: |
      All that is stored for one partition key. There is no length in front: only an index tells where a partition ends without reading it.
    doc-ref: org.apache.cassandra.io.sstable.format.SortedTablePartitionWriter
    -mode: visit
    -event: partition
    -state: {partition_start: _io.pos, prev_start: _io.pos}
    seq:
      - id: key
        type: sstable_common::bytes_u2
        doc: 'The partition key, as its type serializes it (several columns: values/composite.ksy).'
      - id: deletion
        type: sstable_common::deletion_time(_root.v)
        doc: The deletion of the whole partition; LIVE if it is not deleted.
      - id: static_row
        type: unfiltered(true)
        if: _root.h.static_columns.columns.size > 0
        doc: The static row. If the table has static columns every partition has one, even if it is empty.
      - id: unfiltereds
        type: unfiltered(false)
        repeat: until
        repeat-until: _.is_end
        doc: Rows and markers in clustering order, and after them one that says that the partition is at its end.
  unfiltered:
    doc: A row, a marker of a range tombstone, or the end of the partition ("unfiltered" since what is deleted is still in it).
    doc-ref: org.apache.cassandra.db.rows.UnfilteredSerializer
    -mode: visit
    -event: unfiltered
    -enter: {this_start: _io.pos, prev_unfiltered_size: 'is_static ? 0 : this_start - prev_start'}
    -leave: {prev_start: 'is_static ? prev_start : this_start'}
    params:
      - id: awaits_static
        type: bool
        doc: |
          It stands where the static row does: there is a row then, and it is static, which no other is. An end of the partition there would let
          what follows it be taken for rows.
    seq:
      - id: flags
        type: u1
        valid:
          expr: not awaits_static or (_ & 0x83) == 0x80
        -bits:
          0x01: {id: ends_partition, when: not present(body)}
          0x02: {id: marks_range, when: 'is(body, marker)'}
          0x04: {id: has_timestamp, when: present(body.row.body.timestamp)}
          0x08: {id: has_ttl, when: present(body.row.body.ttl)}
          0x10: {id: has_deletion, when: present(body.row.body.deletion)}
          0x20: {id: has_all_columns, when: all_present(body.row.body.cells)}
          0x40: {id: has_complex_deletion, when: 'any_present(body.row.body.cells[].complex_deletion)'}
          0x80: {id: has_extended_flags, when: present(ext_flags)}
        doc: |
          Flags: those of a static row have 0x80, and neither 0x01, the end of the partition, nor 0x02, a marker

          0x01: the end of the partition; nothing follows, and no other flag is set. 0x02: a marker; no other flag is set. The others are of
          rows. 0x04: the row has a timestamp of its own (it was inserted, not only updated). 0x08: that timestamp has a TTL. 0x10: the row
          is deleted. 0x20: it has all columns of the header. 0x40: at least one column of several cells has a deletion; then all such
          columns of the row have one. 0x80: a byte of further flags follows.
      - id: ext_flags
        type: u1
        if: (flags & 0x81) == 0x80
        valid:
          expr: 'awaits_static ? (_ & 0x01) != 0 : (_ & 0x01) == 0'
        -bits:
          0x01: {id: marks_static_row}
          0x02: {id: has_shadowable_deletion}
        doc: |
          Further flags: 0x01 in the place of the static row, and nowhere else

          0x01: the static row. 0x02: the row's deletion gives way to a newer timestamp of the row (shadowable; materialized views of 3.x).
      - id: body
        type:
          switch-on: is_marker
          cases:
            true: marker
            false: row(flags, is_static)
        if: not is_end
        doc: The row or the marker.
    instances:
      is_end:
        value: (flags & 0x01) != 0
        doc: There are no more unfiltereds in the partition.
      is_marker:
        value: (flags & 0x02) != 0
        doc: It is a marker of a range tombstone.
      is_static:
        value: (flags & 0x81) == 0x80 and (ext_flags & 0x01) != 0
        doc: It is the static row.
  row:
    doc: A row, or the static row, which has no clustering.
    doc-ref: org.apache.cassandra.db.rows.UnfilteredSerializer.serialize
    -mode: visit
    -event: row
    params:
      - id: flags
        type: u1
        doc: Flags of the unfiltered.
      - id: is_static
        type: bool
        doc: It is the static row.
    seq:
      - id: clustering
        type: sstable_common::clustering_values(_root.h.clustering_types.size, _root.h.clustering_types)
        if: not is_static
        doc: The row's clustering; of no bytes in tables without clustering columns.
      - id: len_body
        type: uvint
        -derive: byte_len(body)
        doc: Length in bytes of all that follows, `prev_len` included, so that a row can be skipped.
      - id: body
        type: row_body(flags, is_static)
        size: len_body.value
        doc: What the row holds.
  row_body:
    doc: |
      What a row holds besides its clustering: its timestamp, its deletion, and its columns.

      A row exists if it has a timestamp that has not expired, or any live cell. Rows that were made by UPDATE have no timestamp, and vanish
      with their last cell.
    doc-ref: org.apache.cassandra.db.rows.UnfilteredSerializer.serializeRowBody
    -mode: visit
    -event: row_body
    params:
      - id: flags
        type: u1
        doc: Flags of the unfiltered.
      - id: is_static
        type: bool
        doc: It is the static row.
    seq:
      - id: prev_len
        type: uvint
        -derive: prev_unfiltered_size
        doc: |
          Distance in bytes from the start of the unfiltered before this one to the start of this one, to go through a partition backwards.
          For the first one of a partition the distance from the partition's start, i.e. the length of key, deletion and static row. The
          static row itself has 0, and does not count as the one before.
      - id: timestamp_delta
        type: uvint
        if: (flags & 0x04) != 0
        -delta: {as: timestamp, base: _root.h.min_timestamp}
        doc: The row's timestamp less the header's `min_timestamp`, in microseconds.
      - id: ttl_delta
        type: uvint
        if: (flags & 0x08) != 0
        -delta: {as: ttl, base: _root.h.min_ttl}
        doc: The TTL of the row's timestamp less the header's `min_ttl`, in seconds.
      - id: local_deletion_time_delta
        type: uvint
        if: (flags & 0x08) != 0
        -delta: {as: local_deletion_time, base: _root.h.min_local_deletion_time}
        doc: When the row's timestamp expires, less the header's `min_local_deletion_time`, in seconds.
      - id: deletion
        type: delta_deletion_time
        if: (flags & 0x10) != 0
        doc: 'The deletion of the row: of what was written up to its time.'
      - id: subset
        type: column_subset(columns.size)
        if: (flags & 0x20) == 0
        -derive: missing(cells)
        doc: Which columns the row has, if not all.
      - id: cells
        type: column_data(_index, columns[_index].column_type, flags)
        repeat: expr
        repeat-expr: columns.size
        doc: The columns of the header in their order, those that the row does not have among them; they take no bytes.
    instances:
      columns:
        value: 'is_static ? _root.h.static_columns.columns : _root.h.regular_columns.columns'
        doc: The columns that the row may have.
      timestamp:
        value: timestamp_delta.value.as<s8> + _root.h.min_timestamp
        if: (flags & 0x04) != 0
        doc: The row's timestamp in microseconds since 1970.
      ttl:
        value: ttl_delta.value.as<s8> + _root.h.min_ttl
        if: (flags & 0x08) != 0
        doc: The TTL of the row's timestamp in seconds.
      local_deletion_time:
        value: local_deletion_time_delta.value.as<s8> + _root.h.min_local_deletion_time
        if: (flags & 0x08) != 0
        doc: When the row's timestamp expires, in seconds since 1970.
  delta_deletion_time:
    doc: |
      A deletion, relative to the times of the header. LIVE, which is met in columns of several cells, is no special case: its
      timestamp -2^63 and its local deletion time (2^31 - 1, or 2^32 - 1 with has_uint_deletion_time) are stored as differences in wrapping
      arithmetic, of 64 and of 32 bits; a negative difference of 32 bits is extended to 64 and takes 9 bytes.
    doc-ref: org.apache.cassandra.db.SerializationHeader.writeDeletionTime
    seq:
      - id: mfda_delta
        type: uvint
        -delta: {as: marked_for_delete_at, base: _root.h.min_timestamp}
        doc: The deletion's timestamp less the header's `min_timestamp`, in microseconds.
      - id: ldt_delta
        type: uvint
        -delta: {as: local_deletion_time, base: _root.h.min_local_deletion_time}
        doc: The local deletion time less the header's `min_local_deletion_time`, in seconds.
    instances:
      marked_for_delete_at:
        value: mfda_delta.value.as<s8> + _root.h.min_timestamp
        doc: What was written up to this time is deleted; in microseconds since 1970.
      local_deletion_time:
        value: ldt_delta.value.as<s8> + _root.h.min_local_deletion_time
        doc: When the deletion was made, by the server's clock, from which gc_grace_seconds counts; in seconds since 1970, modulo 2^32.
  column_subset:
    doc: |
      Which of the header's columns a row has. With fewer than 64 columns in the header it is a bitmap of the missing ones: bit i is set if
      column i is missing. From 64 columns on it is the number of missing ones, and then the indexes of the columns that the row has, if
      those are fewer than half of all (rounded down), else the indexes of those that it has not. In both forms 0 says that none is missing.
    doc-ref: org.apache.cassandra.db.Columns.Serializer.serializeSubset
    -native: column_subset
    params:
      - id: superset
        type: u4
        doc: 'Number of columns in the header: of static ones for the static row, else of the regular ones.'
    seq:
      - id: encoded
        type: uvint
        doc: Bitmap of the missing columns, or from 64 columns on their number.
      - id: listed
        type: uvint
        if: superset >= 64 and encoded.value != 0
        repeat: expr
        repeat-expr: num_listed
        doc: Indexes of columns, ascending. Only from 64 columns on, and if any is missing.
    instances:
      num_present:
        value: superset - encoded.value.as<u4>
        doc: Number of columns that the row has. Right from 64 columns on.
      lists_present:
        value: num_present < superset / 2
        doc: The indexes are of the columns that the row has. Right from 64 columns on.
      num_listed:
        value: 'lists_present ? num_present : encoded.value.as<u4>'
        doc: Number of indexes. Right from 64 columns on.
  column_data:
    doc: |
      What a row has of one column: nothing, if the row does not have it; one cell, if the column is simple; a deletion and any number of
      cells, if it is a collection or a user type that is not frozen.
    doc-ref: org.apache.cassandra.db.rows.UnfilteredSerializer.writeComplexColumn
    -mode: visit
    -event: column
    params:
      - id: idx
        type: s4
        doc: Index of the column in the header.
      - id: column_type
        type: cql_type
        doc: Type of the column.
      - id: row_flags
        type: u1
        doc: Flags of the unfiltered.
    seq:
      - id: complex_deletion
        type: delta_deletion_time
        if: present and column_type.is_multi_cell and (row_flags & 0x40) != 0
        doc: |
          The deletion of the whole collection, as `SET m = {…}` makes it, a microsecond before the new elements. LIVE if this one is not
          deleted but another column of the row is.
      - id: num_cells
        type: uvint
        if: present and column_type.is_multi_cell
        -derive: count(cells)
        doc: Number of cells; 0 if there is a deletion only.
      - id: simple
        type: cell(false, idx, column_type)
        if: present and not column_type.is_multi_cell
        doc: The cell of a simple column.
      - id: cells
        type: cell(true, idx, column_type)
        if: present and column_type.is_multi_cell
        repeat: expr
        repeat-expr: num_cells.value
        doc: The elements or fields, in the order of their paths.
    instances:
      all:
        value: (row_flags & 0x20) != 0
        doc: The row has every column.
      small:
        value: not all and _parent.subset.superset < 64
        doc: The subset is a bitmap.
      cursor:
        value: 'idx == 0 ? 0 : _parent.cells[idx - 1].next_cursor.as<s4>'
        doc: How many of the listed indexes are below `idx`; carried from column to column.
      listed:
        value: cursor < _parent.subset.num_listed and _parent.subset.listed[cursor].value == idx
        doc: The subset lists this column.
      next_cursor:
        value: 'cursor + (listed ? 1 : 0)'
        doc: The same for the next column.
      present:
        value: >-
          all ? true : small ? (_parent.subset.encoded.value >> idx) % 2 == 0 :
          _parent.subset.encoded.value == 0 ? true : _parent.subset.lists_present ? listed : not listed
        -native: column_present(_parent.subset, idx)
        doc: The row has this column.
  cell:
    doc: |
      A value with its timestamp. In a column of several cells it is one element or field, and has a path that says which.

      A deleted cell has no value, an expiring one has a TTL and the time at which it will be a deleted one. A counter's value is a counter
      context (values/counter_context.ksy).
    doc-ref: org.apache.cassandra.db.rows.Cell.Serializer
    -mode: visit
    -event: cell
    params:
      - id: is_complex
        type: bool
        doc: The column has several cells.
      - id: idx
        type: s4
        doc: Index of the column in the header.
      - id: column_type
        type: cql_type
        doc: Type of the column.
    seq:
      - id: flags
        type: u1
        -bits:
          0x01: {id: is_deleted}
          0x02: {id: is_expiring}
          0x04: {id: has_empty_value, when: not present(value)}
          0x08: {id: use_row_timestamp, when: not present(timestamp)}
          0x10: {id: use_row_ttl}
        doc: |
          0x01: the cell is deleted. 0x02: it expires. 0x04: its value has no bytes and is not stored. 0x08: its timestamp is the row's and
          is not stored. 0x10: TTL and expiration are the row's and are not stored.
      - id: timestamp_delta
        type: uvint
        if: (flags & 0x08) == 0
        -delta: {as: timestamp, base: _root.h.min_timestamp}
        doc: The timestamp less the header's `min_timestamp`, in microseconds.
      - id: local_deletion_time_delta
        type: uvint
        if: (flags & 0x03) != 0 and (flags & 0x10) == 0
        -delta: {as: local_deletion_time, base: _root.h.min_local_deletion_time}
        doc: When the cell was deleted or expires, less the header's `min_local_deletion_time`, in seconds.
      - id: ttl_delta
        type: uvint
        if: (flags & 0x02) != 0 and (flags & 0x10) == 0
        -delta: {as: ttl, base: _root.h.min_ttl}
        doc: "The TTL less the header's `min_ttl`, in seconds. Mind the order: in a cell the TTL comes last, in a row it comes first."
      - id: path
        type: sstable_common::bytes_uvint
        if: is_complex
        doc: |
          Which element or field: the key of a map; the element itself of a set, whose cells have empty values; a time UUID of a list, which
          gives the order; the index of a user type's field in two bytes.
      - id: value
        type: 'sstable_common::cell_value(is_complex ? -1 : column_type.fixed_len)'
        if: (flags & 0x04) == 0
        doc: |
          The value. Elements and fields always have their length in front, whatever their own type, since it is the column's type that is
          asked for a fixed length.
    instances:
      timestamp:
        value: timestamp_delta.value.as<s8> + _root.h.min_timestamp
        if: (flags & 0x08) == 0
        doc: The timestamp in microseconds since 1970, if it is not the row's.
      local_deletion_time:
        value: local_deletion_time_delta.value.as<s8> + _root.h.min_local_deletion_time
        if: (flags & 0x03) != 0 and (flags & 0x10) == 0
        doc: When the cell was deleted or expires, in seconds since 1970, if it is not the row's.
      ttl:
        value: ttl_delta.value.as<s8> + _root.h.min_ttl
        if: (flags & 0x02) != 0 and (flags & 0x10) == 0
        doc: The TTL in seconds, if it is not the row's.
  marker:
    doc: |
      A bound of a range tombstone: the start or the end of a range of clusterings that is deleted. Where one range ends and another starts
      at the same place the two bounds are one marker, a boundary. Starts and ends take turns, so that in order there is at most one range
      open.
    doc-ref:
      - org.apache.cassandra.db.rows.RangeTombstoneBoundMarker
      - org.apache.cassandra.db.rows.RangeTombstoneBoundaryMarker
    -mode: visit
    -event: marker
    seq:
      - id: bound
        type: sstable_common::clustering_bound(_root.h.clustering_types)
        doc: Where it is.
      - id: len_body
        type: uvint
        -derive: byte_len(body)
        doc: Length in bytes of all that follows, `prev_len` included.
      - id: body
        type: marker_body(is_boundary)
        size: len_body.value
        doc: The deletions.
    instances:
      is_boundary:
        value: >-
          bound.kind == sstable_common::prefix_kind::excl_end_incl_start_boundary or
          bound.kind == sstable_common::prefix_kind::incl_end_excl_start_boundary
        doc: One range ends and another starts here.
  marker_body:
    doc: The deletion of the range, or of the two ranges that meet. A start and its end tell the same deletion.
    doc-ref: org.apache.cassandra.db.rows.UnfilteredSerializer.serialize
    -mode: visit
    -event: marker_body
    params:
      - id: is_boundary
        type: bool
        doc: One range ends and another starts here.
    seq:
      - id: prev_len
        type: uvint
        -derive: prev_unfiltered_size
        doc: Distance in bytes from the start of the unfiltered before this one, as in rows.
      - id: deletion
        type: delta_deletion_time
        doc: The deletion of the range; at a boundary that of the range that ends.
      - id: start_deletion
        type: delta_deletion_time
        if: is_boundary
        doc: The deletion of the range that starts.
