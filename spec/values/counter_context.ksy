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
  - id: marks
    type: marks
    doc: How many elements the header has.
  - id: elements
    type: element
    repeat: expr
    repeat-expr: marks.num_elements
    doc: |
      The shards that are local or global, in the order of the shards. (Of bytes that are no value, and end within this list, Cassandra makes
      a counter without shards.)
  - id: shards
    type: shard
    repeat: eos
    doc: The shards, in the order of their ids.
types:
  marks:
    doc: Number of the header's elements, and what is to become of local shards.
    doc-ref: org.apache.cassandra.db.context.CounterContext.shouldClearLocal
    seq:
      - id: signed_num_elements
        type: s2
        doc: Number of the header's elements. If it is negative, it is meant without its sign.
    instances:
      clears_local:
        value: signed_num_elements < 0
        doc: Local shards are to be dropped, by who receives the counter.
      num_elements:
        value: '(signed_num_elements < 0 ? -signed_num_elements.as<s4> : signed_num_elements.as<s4>)'
        doc: Number of shards that are global or local.
  element:
    doc: A shard that is local or global.
    doc-ref: org.apache.cassandra.db.context.CounterContext.ContextState.isGlobal
    seq:
      - id: signed_index
        type: s2
        doc: Index of a local shard, or of a global one less 32768.
    instances:
      is_global:
        value: signed_index < 0
        doc: The shard is global.
      index:
        value: '(signed_index < 0 ? signed_index.as<s4> + 32768 : signed_index.as<s4>)'
        doc: Index of the shard, from 0.
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
    instances:
      len_shard:
        value: 32
        doc: Length of a shard in bytes (`CounterContext.STEP_LENGTH`).
