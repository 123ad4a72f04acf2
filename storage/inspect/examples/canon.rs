use std::io::Write;
fn main() {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for path in std::env::args().skip(1) {
        let (path, what) = match path.strip_prefix("chunks:") { Some(p) => (p.to_owned(), cqlite_inspect::What::Chunks), None => (path, cqlite_inspect::What::Fields) };
        writeln!(out, "# {path}").unwrap();
        let done = cqlite_inspect::Inspection::open(path.as_ref(), what).map_err(Into::into).and_then(|i| cqlite_inspect::canonical(&i, &mut out));
        if let Err(e) = done { writeln!(out, "! {e}").unwrap(); }
    }
}
