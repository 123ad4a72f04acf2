//! `-o`, colours, messages.

use std::fs;

use crate::run;
use crate::util::{command, corpus, Folder};

const DATA: &str = "nb/static_rows/nb-1-big-Data.db";

#[test]
fn a_file_has_what_standard_output_would_have() {
    let folder = Folder::new();
    for args in [vec!["dump"], vec!["metadata", "--now", "1700000000"], vec!["inspect"], vec!["inspect", "--json"]] {
        let args: Vec<std::ffi::OsString> = args.into_iter().map(Into::into).chain([corpus(DATA).into()]).collect();
        let printed = crate::util::cqlite(args.clone()).ok();
        let file = folder.join("out");
        let with_file = args.into_iter().chain(["-o".into(), file.clone().into()]);
        assert_eq!(crate::util::cqlite(with_file).ok(), "");
        assert_eq!(fs::read_to_string(&file).expect("the file"), printed);
        assert_eq!(folder.names(), ["out"]);
    }
}

#[test]
fn a_file_is_not_touched_by_a_failure() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    folder.change("nb-1-big-Data.db", |bytes| bytes[20] ^= 1);
    let out = folder.join("out.json");
    fs::write(&out, "before").expect("a file");
    run!("dump", folder.join("nb-1-big-Data.db"), "-o", &out).fails(3, &["checksum"]);
    assert_eq!(fs::read_to_string(&out).expect("the file"), "before");
    assert!(!folder.names().iter().any(|name| name.ends_with(".tmp")));
}

#[test]
fn several_sstables_are_several_documents() {
    let other = "da/static_rows/da-1-bti-Data.db";
    let out = run!("dump", "-e", corpus(DATA), corpus(other)).ok();
    let (first, second) = (run!("dump", "-e", corpus(DATA)).ok(), run!("dump", "-e", corpus(other)).ok());
    assert_eq!(out, format!("{first}\n{second}\n"));
}

#[test]
fn colours_come_when_asked_for() {
    let colours = |args: &[&str], no_color: bool| {
        let mut command = command(args);
        command.arg("inspect").arg(corpus(DATA));
        if no_color {
            command.env("NO_COLOR", "1");
        }
        let output = command.output().expect("the program starts");
        output.stdout.contains(&0x1b)
    };
    assert!(!colours(&[], false));
    assert!(!colours(&["--color", "never"], false));
    assert!(colours(&["--color", "always"], false));
    // Asked for by name they come in spite of the variable.
    assert!(colours(&["--color=always"], true));
}

#[test]
fn common_flags_go_before_and_behind_the_command() {
    let before = run!("--now", "5", "-q", "metadata", corpus(DATA)).ok();
    assert_eq!(run!("metadata", corpus(DATA), "-q", "--now", "1970-01-01T00:00:05Z").ok(), before);
}

#[test]
fn verbose_names_what_is_read() {
    let run = run!("dump", "-v", "-e", corpus("nb/static_rows"));
    assert_eq!(run.code, 0);
    assert!(run.err.starts_with("note: ") && run.err.contains("1 SSTable"), "{}", run.err);
}

#[test]
fn what_is_read_is_not_written_to() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    let data = folder.join("nb-1-big-Data.db");
    let before = |folder: &Folder| {
        let bytes = |name: &String| fs::read(folder.join(name)).expect("a file");
        folder.names().iter().map(|name| (name.clone(), bytes(name))).collect::<Vec<_>>()
    };
    let was = before(&folder);
    for name in ["dump", "metadata", "verify", "inspect"] {
        for output in ["nb-1-big-Data.db", "./nb-1-big-Statistics.db", "../{}/nb-1-big-TOC.txt", "nb-1-big-Gone.db"] {
            let folder_name = folder.path().file_name().expect("a name").to_string_lossy().into_owned();
            let output = folder.join(&output.replace("{}", &folder_name));
            let run = run!(name, &data, "-o", &output);
            match output.ends_with("nb-1-big-Gone.db") {
                true => fs::remove_file(&output).expect("the output"),
                false => assert_eq!(run.fails(2, &["the output is a file that is read"]), "", "{name}"),
            }
        }
        // Of no SSTable that is read, and yet of one.
        run!(name, &data, "-o", folder.join("oa-7-big-Data.db")).fails(2, &["no component of an SSTable"]);
        // As if it were in the folder itself.
        let mut there = command([name, "nb-1-big-Data.db", "-o", "nb-1-big-Data.db"]);
        assert_eq!(there.current_dir(folder.path()).output().expect("the program starts").status.code(), Some(2));
    }
    // What turns out to be no SSTable that can be read is an input, too.
    for name in ["zz-1-big-Data.db", "notes.txt"] {
        let path = folder.join(name);
        fs::write(&path, "before").expect("a file");
        for command in ["dump", "metadata", "verify"] {
            for input in [&path, folder.path()] {
                let run = run!(command, input, "-o", &path);
                assert!(run.code == 2 || name == "notes.txt" && *input != *path, "{command}: {}", run.err);
                if run.code != 2 {
                    fs::write(&path, "before").expect("a file");
                }
            }
        }
        assert_eq!(fs::read_to_string(&path).expect("the file"), "before");
        fs::remove_file(&path).expect("a file");
    }
    run!("man", "-o", &data).fails(2, &["no component of an SSTable"]);
    run!("completions", "bash", "-o", &data).fails(2, &["no component of an SSTable"]);
    assert_eq!(before(&folder), was);
}

#[cfg(unix)]
#[test]
fn links_to_what_is_read_are_not_written_to() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    let data = folder.join("nb-1-big-Data.db");
    let was = fs::read(&data).expect("the data");
    std::os::unix::fs::symlink("nb-1-big-Data.db", folder.join("soft")).expect("a link");
    fs::hard_link(&data, folder.join("hard")).expect("a link");
    for name in ["dump", "metadata", "verify", "inspect"] {
        for link in ["soft", "hard"] {
            run!(name, &data, "-o", folder.join(link)).fails(2, &["the output is a file that is read"]);
        }
        // As `cqlite … >> nb-1-big-Data.db` has it.
        let open = fs::File::options().append(true).open(&data).expect("the data");
        let output = command([name.as_ref(), data.as_os_str()]).stdout(open).output().expect("the program starts");
        assert_eq!(output.status.code(), Some(2), "{name}");
    }
    // Of an SSTable that is not read.
    for name in ["dump", "metadata", "verify", "inspect"] {
        run!(name, corpus(DATA), "-o", folder.join("soft")).fails(2, &["no component of an SSTable"]);
    }
    assert_eq!(fs::read(&data).expect("the data"), was);
    assert!(fs::symlink_metadata(folder.join("soft")).expect("the link").is_symlink());
}

#[test]
fn an_sstable_that_is_named_several_times_is_one() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    for args in [["dump", "-l"], ["metadata", "--json"], ["verify", "--now=1900000000"]] {
        let once = run!(args[0], args[1], folder.join("nb-1-big-Data.db")).ok();
        let mut several: Vec<std::ffi::OsString> = args.map(Into::into).to_vec();
        several.extend(folder.names().iter().filter(|name| name.ends_with(".db")).map(|name| folder.join(name).into()));
        several.push(folder.path().into());
        several.push(folder.path().join("../").join(folder.path().file_name().expect("a name")).into());
        assert_eq!(crate::util::cqlite(several).ok(), once, "{}", args[0]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn paths_that_are_no_text_come_back_from_json() {
    use std::os::unix::ffi::{OsStrExt, OsStringExt};
    let folder = Folder::new();
    let below = folder.path().join(std::ffi::OsStr::from_bytes(b"t\xff"));
    fs::create_dir(&below).expect("a folder");
    crate::util::copy("nb/static_rows/nb-1-big", &below);
    for args in [vec!["metadata", "--json", "--now", "1900000000"], vec!["verify", "--json", "--now", "1900000000"]] {
        let of = |path: &std::path::Path| {
            let args = args.iter().map(std::ffi::OsString::from).chain([path.as_os_str().to_owned()]);
            serde_json::from_str::<serde_json::Value>(&crate::util::cqlite(args).ok()).expect("JSON")
        };
        let value = of(&below);
        let digits = value["sstable_bytes"].as_str().expect("digits");
        let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).expect("digits");
        let path = std::ffi::OsString::from_vec((0..digits.len()).step_by(2).map(byte).collect());
        let mut data = path.clone();
        data.push("-Data.db");
        assert!(fs::exists(&data).expect("a path"), "{data:?}");
        assert_eq!(of(std::path::Path::new(&data)), value);
        assert!(of(&corpus(DATA)).get("sstable_bytes").is_none());
    }
}

/// A terminal of our own, by util-linux's `script`.
#[cfg(target_os = "linux")]
#[test]
fn what_a_file_says_does_not_command_the_terminal() {
    let folder = Folder::with("nb/static_rows/nb-1-big");
    fs::rename(folder.join("nb-1-big-TOC.txt"), folder.join("nb-1-big-a\x1b[2Jb.txt")).expect("a name");
    let command = format!("{} --color always metadata {}", crate::util::CQLITE, folder.path().display());
    let mut script = std::process::Command::new("script");
    let output =
        script.args(["-qec", &command, "/dev/null"]).stdin(std::process::Stdio::null()).output().expect("script");
    let shown = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(shown.contains("a\\u{1b}[2Jb.txt") && !shown.contains("\x1b[2J"), "{shown}");
    assert!(shown.contains("\x1b["), "colours stay: {shown}");
}
