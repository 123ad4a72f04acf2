meta: {id: event_of_a_struct, endian: be}
-event: thing
