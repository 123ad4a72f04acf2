/// Number of bytes that two forms both begin with.
#[must_use]
pub fn common_len(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// What is just greater than a form at position `at`, or, where there is nothing greater than the byte there, after it: the shortest form
/// between the last row before a block and the block's first one, which differ there first, or after all rows.
///
/// Reference: `ByteSource.separatorGt`, `RowIndexWriter.nudge`.
#[must_use]
pub fn just_after(form: &[u8], at: usize) -> Vec<u8> {
    let last = (at..form.len()).find(|i| form[*i] < 0xff).unwrap_or(form.len());
    let mut out = form[..last].to_vec();
    // After the end the smallest byte is the next one.
    out.push(form.get(last).map_or(0, |byte| byte + 1));
    out
}
