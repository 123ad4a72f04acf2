meta:
  id: counter_context
  title: The value of a counter
  license: Apache-2.0
  endian: be
doc: |
  A counter's cell has a shard for each node that has ever incremented it; the counter's value is the sum of their counts, in wrapping 64-bit
  arithmetic. The header tells which shards are global (written since 2.1; the one with the newest clock wins) or local (before 2.1, on the node
  itself: counts and clocks add up). Shards of which it tells nothing are remote (before 2.1, of another node).
doc-ref: org.apache.cassandra.db.context.CounterContext
seq:
  - id: num_elements
    type: s2
    doc: Number of the header's elements. If it is negative, it is meant without its sign, and local shards are to be dropped.
  - id: elements
    type: s2
    repeat: expr
    repeat-expr: num_marked
    doc: |
      Indexes of local shards, and of global ones less 32768, in the order of the shards. (Of bytes that are no value, and end within this
      list, Cassandra makes a counter without shards.)
  - id: shards
    type: shard
    repeat: eos
    doc: The shards, in the order of their ids.
instances:
  num_marked:
    value: '(num_elements < 0 ? -num_elements.as<s4> : num_elements.as<s4>)'
    doc: Number of shards that are global or local.
types:
  shard:
    doc: A node's part of a counter.
    doc-ref: org.apache.cassandra.db.context.CounterContext.ContextState
    seq:
      - id: counter_id
        size: 16
        doc: The node, by its host id (before 2.1 by a time UUID of its own).
      - id: clock
        type: s8
        doc: Number of increments; of old shards also a time.
      - id: count
        type: s8
        doc: The part's value.
