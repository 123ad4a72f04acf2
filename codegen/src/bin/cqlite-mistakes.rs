//! `cqlite-mistakes FOLDER` runs the generator over a specification and prints its mistakes, `file:line:column: message`, and nothing else.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("usage: cqlite-mistakes FOLDER");
        return ExitCode::from(2);
    };
    let files = match cqlite_codegen::folder::read(Path::new(&folder)) {
        Ok(files) if files.is_empty() => {
            eprintln!("{folder}: no .ksy file");
            return ExitCode::from(2);
        }
        Ok(files) => files,
        Err(e) => {
            eprintln!("{folder}: {e}");
            return ExitCode::from(2);
        }
    };
    let sources: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let mistakes = cqlite_codegen::mistakes(&sources);
    for mistake in &mistakes {
        println!("{}/{mistake}", folder.trim_end_matches('/'));
    }
    ExitCode::from(u8::from(!mistakes.is_empty()))
}
