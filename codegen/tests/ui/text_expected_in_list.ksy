meta: {id: text_expected_in_list, endian: be}
doc-ref: [[a]]
