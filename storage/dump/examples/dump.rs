//! `sstabledump` as an example: `dump SSTABLE [-l|-e|-d] [-t] [-k KEY]… [-x KEY]… [--now SECONDS] [--threads N]`.

use std::fs::File;
use std::os::fd::AsFd;
use std::sync::atomic::AtomicBool;
use std::time::{SystemTime, UNIX_EPOCH};

use cqlite_dump::{Dump, DumpOptions, Format};
use cqlite_sstable::io::AccessMode;
use cqlite_sstable::OpenOptions;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let path = args.next().ok_or("which SSTable?")?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let mut options = DumpOptions { now: i64::try_from(now)?, ..DumpOptions::default() };
    let missing = "a value is missing";
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "-l" => options.format = Format::Lines,
            "-e" => options.format = Format::Keys,
            "-d" => options.format = Format::Debug,
            "-t" => options.raw_time = true,
            "-k" => options.include_keys.push(args.next().ok_or(missing)?),
            "-x" => options.exclude_keys.push(args.next().ok_or(missing)?),
            "--now" => options.now = args.next().ok_or(missing)?.parse()?,
            "--threads" => options.threads = args.next().ok_or(missing)?.parse()?,
            other => return Err(format!("unknown argument {other}").into()),
        }
    }
    // Mapped pages would count as memory of this process.
    let sstable = OpenOptions { access: AccessMode::Pread, ..OpenOptions::default() }.open(path.as_ref())?;
    // Blocks are large: a buffer that looks for line ends would only cost time.
    let mut out = File::from(std::io::stdout().as_fd().try_clone_to_owned()?);
    Dump::new(&sstable, options)?.write(&mut out, |_, _| {}, &AtomicBool::new(false))?;
    Ok(())
}
