meta: {id: told_models, title: Models and text that types are told, endian: be}
doc: What is told whole.
params:
  - {id: kinds, type: 'kind[]'}
  - {id: first, type: kind}
seq:
  - {id: n, type: u1}
  - {id: name, type: str, encoding: UTF-8, size: n}
  - {id: by_element, type: 'one(kinds[1])'}
  - {id: by_all, type: 'all(kinds, first)'}
  - {id: by_text, type: 'named(name)'}
types:
  kind:
    doc: A kind.
    seq: [{id: width, type: u1}]
  one:
    doc: Numbers and nothing else, which a model decides.
    params: [{id: kind, type: kind}]
    seq: [{id: x, type: u1, if: kind.width == 3}]
  all:
    doc: Told further.
    params: [{id: kinds, type: 'kind[]'}, {id: first, type: kind}]
    seq:
      - {id: y, type: u1, if: kinds.size > 1 and first.width == 4}
      - {id: z, type: one(first)}
      - {id: w, type: 'one(kinds[0])'}
  named:
    doc: Told a text.
    params: [{id: name, type: str}]
    seq: [{id: v, type: u2, if: name.size > 1}]
