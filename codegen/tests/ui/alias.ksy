meta: {id: alias}
seq: &s []
types: *s
