meta: {id: another}
