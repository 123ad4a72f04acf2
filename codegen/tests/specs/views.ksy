meta: {id: views, title: 'A tree of nodes behind their children', endian: be}
doc: Views.
-layout: [root, footer]
instances:
  root: {pos: footer.root_pos, type: node(footer.root_pos)}
  footer: {pos: _io.size - 4, type: footer}
types:
  footer:
    doc: The end.
    seq:
      - {id: num_keys, type: u2}
      - {id: root_pos, type: u2, -derive: offset_of(root)}
  node:
    doc: A node.
    -mode: view
    params: [{id: node_pos, type: s8}]
    seq:
      - {id: num_children, type: u1, -derive: count(transitions)}
      - {id: transitions, type: u1, repeat: expr, repeat-expr: num_children}
      - {id: distances, type: u1, repeat: expr, repeat-expr: num_children}
      - {id: children, type: child(_index), repeat: expr, repeat-expr: num_children}
  child:
    doc: A child.
    params: [{id: idx, type: s4}]
    instances:
      transition: {value: '_parent.transitions[idx]'}
      child_pos: {value: '_parent.node_pos - _parent.distances[idx]'}
      node: {pos: child_pos, type: node(child_pos)}
