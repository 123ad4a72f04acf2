use std::io::Write;
fn main() {
    let mut a = std::env::args().skip(1);
    let json = a.next().unwrap();
    let now: i64 = a.next().unwrap().parse().unwrap();
    for p in a {
        let m = cqlite_inspect::Metadata::open(&p).unwrap();
        let mut o = std::io::stdout().lock();
        if json == "json" { writeln!(o, "{}", serde_json::to_string_pretty(&m.to_json().unwrap()).unwrap()).unwrap(); } else {
        m.write_text(cqlite_inspect::metadata::TextOptions { now, color: json == "color" }, &mut o).unwrap(); }
        for e in m.problems() { println!("! {e}"); }
    }
}
