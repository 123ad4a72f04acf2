meta: {id: no_yaml
seq: [}
