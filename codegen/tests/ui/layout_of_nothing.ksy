meta: {id: layout_of_nothing, endian: be}
-layout: [c]
seq: [{id: a, type: u1}]
