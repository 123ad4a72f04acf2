use std::collections::BTreeSet;
use std::ffi::OsString;
use std::ops::Bound;
use std::path::{Path, PathBuf};

use cqlite::descriptor::{Descriptor, FileName, FoundSstable};
use cqlite::dump::{DumpOptions, Format, Get};
use cqlite::value::spelling::Spelling;
use cqlite::OpenOptions;

use super::missing;
use crate::args::GetArgs;
use crate::failure::Failure;
use crate::interrupt;
use crate::output::Output;
use crate::session::{Others, Session, Wanted};

pub fn run(args: &GetArgs, session: &mut Session<'_>) -> Result<(), Failure> {
    let wanted = Lookup::of(args)?;
    let options = DumpOptions {
        format: if args.lines { Format::Lines } else { Format::Pretty },
        raw_time: args.raw_time,
        now: session.common.now(),
        ..DumpOptions::default()
    };
    let found = session.find(&wanted.sstables, Wanted { any: true, others: Others::CountedOnly });
    let mut out = session.output()?;
    let name = out.name().to_owned();
    let mut get = Get::new(&mut out, options, interrupt::flag());
    let mut holders = 0;
    for FoundSstable { descriptor, .. } in &found.sstables {
        match wanted.print(descriptor, &mut get, &name, session) {
            Ok(has_key) => holders += usize::from(has_key),
            Err(failure) => session.fail(failure),
        }
        if session.is_over() {
            return Ok(());
        }
    }
    // What is wrong with the key is wrong with it for all: an empty list would be no answer.
    if holders == 0 && !session.is_done() {
        return Ok(());
    }
    get.finish().map_err(|e| Failure::dump(&name, e))?;
    out.end_line()?;
    if session.is_done() || session.common.output.is_none() {
        out.commit()?;
    }
    if holders == 0 && session.is_done() {
        missing::note(&BTreeSet::from([wanted.key]), session);
    }
    Ok(())
}

/// What is looked up, and where.
struct Lookup<'a> {
    sstables: Vec<PathBuf>,
    key: String,
    clustering: Vec<String>,
    from: Option<&'a str>,
    to: Option<&'a str>,
    spelling: Spelling,
}

impl<'a> Lookup<'a> {
    fn of(args: &'a GetArgs) -> Result<Self, Failure> {
        let all = &args.args;
        let num_sstables = match args.key.is_empty() {
            // The first is one, whether it is there or not.
            true => all.len().min(1) + all.iter().skip(1).take_while(|arg| is_sstable(Path::new(arg))).count(),
            false => all.len(),
        };
        let (sstables, rest) = all.split_at(num_sstables);
        let text = |arg: &OsString| {
            let text = arg.to_str().map(str::to_owned);
            text.ok_or_else(|| Failure::usage(format!("{}: keys and values are UTF-8", Path::new(arg).display())))
        };
        let mut rest = rest.iter().chain(&args.key).map(text);
        let key = rest.next().ok_or_else(|| Failure::usage("no key is given after the SSTables".to_owned()))??;
        Ok(Lookup {
            sstables: sstables.iter().map(PathBuf::from).collect(),
            key,
            clustering: rest.collect::<Result<_, _>>()?,
            from: args.from.as_deref(),
            to: args.to.as_deref(),
            spelling: if args.literal { Spelling::Literal } else { Spelling::Any },
        })
    }

    /// Prints the partition; whether the SSTable has it.
    fn print(
        &self,
        descriptor: &Descriptor,
        get: &mut Get<'_, Output>,
        name: &str,
        session: &Session<'_>,
    ) -> Result<bool, Failure> {
        session.detail(&descriptor.to_string());
        let sstable = OpenOptions::new().open_descriptor(descriptor)?;
        let at = |e: cqlite::Error| Failure { message: format!("{}: {e}", sstable.label()), ..e.into() };
        let key = sstable.key_spelled(&self.key, self.spelling).map_err(at)?;
        let clustering: Vec<&str> = self.clustering.iter().map(String::as_str).collect();
        let end = |text: Option<&'a str>| text.map_or(Bound::Unbounded, Bound::Included);
        let slice = sstable.slice_spelled(&clustering, (end(self.from), end(self.to)), self.spelling).map_err(at)?;
        get.partition(sstable.raw(), &key, slice).map_err(|e| Failure::dump(name, e))
    }
}

/// Whether an argument is the path of an SSTable, which may be missing, rather than a key.
fn is_sstable(path: &Path) -> bool {
    path.exists() || matches!(FileName::parse(path), Ok(FileName::Component(..)) | Err(_))
}
