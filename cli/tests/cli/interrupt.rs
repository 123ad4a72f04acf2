//! Closed pipes and Ctrl-C.

use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::util::{command, Folder};

/// A folder of so many SSTables that the program is busy.
fn many() -> Folder {
    let folder = Folder::with("nb/big_cells/nb-1-big");
    for name in folder.names() {
        for id in 2..1000 {
            let (from, to) = (folder.join(&name), folder.join(&name.replace("nb-1-", &format!("nb-{id}-"))));
            std::fs::hard_link(from, to).expect("a link");
        }
    }
    folder
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let many = many();
    for name in ["dump", "metadata"] {
        let args = [name.as_ref(), many.path().as_os_str()];
        let mut child =
            command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        let mut first = [0; 1];
        child.stdout.take().expect("a pipe").read_exact(&mut first).expect("a byte");
        // The pipe is closed here.
        let output = child.wait_with_output().expect("the program ends");
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{name}");
    }
}

#[cfg(unix)]
fn interrupt(child: &Child) {
    let status = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill");
    assert!(status.success());
}

#[cfg(unix)]
#[test]
fn an_interrupt_stops_soon_and_leaves_no_file() {
    let many = many();
    for name in ["dump", "verify", "metadata"] {
        let folder = Folder::new();
        let out = folder.join("out");
        let args = [name.as_ref(), many.path().as_os_str(), "-o".as_ref(), out.as_os_str()];
        let mut child = command(args).stderr(Stdio::piped()).spawn().expect("the program starts");
        let since = Instant::now();
        // The temporary file is there: work has begun.
        while folder.names().is_empty() && since.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(10));
        }
        std::thread::sleep(Duration::from_millis(100));
        interrupt(&child);
        let since = Instant::now();
        let status = child.wait().expect("the program ends");
        assert_eq!(status.code(), Some(130), "{name}");
        assert!(since.elapsed() < Duration::from_secs(5), "{name}: {:?}", since.elapsed());
        assert_eq!(folder.names(), [""; 0], "{name}");
    }
}

#[cfg(unix)]
#[test]
fn an_interrupted_inspection_is_130() {
    let mut args: Vec<std::ffi::OsString> = vec!["inspect".into()];
    // Entries without end, that take no space.
    let folder = Folder::with("nb/static_rows/nb-1-big");
    let index = folder.join("nb-1-big-Index.db");
    let file = std::fs::OpenOptions::new().write(true).open(&index).expect("the file");
    file.set_len(1 << 30).expect("a sparse file");
    args.push(index.into_os_string());
    let mut child = command(args).stdout(Stdio::piped()).spawn().expect("the program starts");
    let mut pipe = child.stdout.take().expect("a pipe");
    let mut first = [0; 1];
    pipe.read_exact(&mut first).expect("a byte");
    interrupt(&child);
    let mut rest = Vec::new();
    pipe.read_to_end(&mut rest).expect("the rest");
    assert_eq!(child.wait().expect("the program ends").code(), Some(130));
}
