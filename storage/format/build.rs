//! Tells the mistakes of the specification before the compiler runs, which without the generated modules would only say that they are missing.

fn main() {
    // Whatever changes the generator or a `.ksy` file makes another program of this.
    println!("cargo::rerun-if-changed=build.rs");
    for mistake in cqlite_codegen::mistakes(&cqlite_spec::FILES) {
        println!("cargo::error=spec/{}", mistake.to_string().replace('\n', ";"));
    }
}
