meta: {id: path_of_a_number, endian: be}
seq:
  - {id: a, type: u1, -derive: present(b.c)}
  - {id: b, type: u1}
