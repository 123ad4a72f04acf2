meta:
  id: sstable_toc
  title: TOC.txt, the list of an SSTable's components
  license: Apache-2.0
  encoding: UTF-8
  imports: [../common/sstable_version]
  -component: TOC
doc: |
  Which files belong to the SSTable, one to a line: what their names have after version, identifier and format (`Data.db`, `TOC.txt`,
  `SAI+aa+GroupMeta.db`). Cassandra makes it anew from the directory if it is missing. The order means nothing.
doc-ref: org.apache.cassandra.io.sstable.format.TOCComponent
params:
  - id: v
    type: sstable_version
    doc: The version of the SSTable.
seq:
  - id: names
    type: str
    terminator: 0x0a
    eos-error: false
    repeat: eos
    doc: Names of components, each with a line feed after it.
