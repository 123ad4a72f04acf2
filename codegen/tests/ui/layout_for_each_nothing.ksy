meta: {id: layout_for_each_nothing, endian: be}
-layout: [{for-each: c, emit: [d]}]
seq: [{id: a, type: u1}]
