use std::collections::BTreeSet;

use cqlite::write::{Extract, Part};
use cqlite::Error;

use super::{missing, new_sstables};
use crate::args::ExtractArgs;
use crate::failure::Failure;
use crate::session::Session;
use crate::text_file;

pub fn run(args: &ExtractArgs, session: &mut Session<'_>) -> Result<(), Failure> {
    let options = args.write.options()?;
    let mut keys = args.key.clone();
    if let Some(file) = &args.keys {
        let text = text_file::open(file)?;
        keys.extend(text.lines().filter(|line| !line.is_empty()).map(str::to_owned));
    }
    let mut missing: BTreeSet<String> = keys.iter().cloned().collect();
    new_sstables::of_each(&args.paths, args.write.dry_run, session, |sstable, folder, progress| {
        // Keys and tokens are the same for all: which SSTable has none such is to be said.
        let at = |e: Error| Failure { message: format!("{}: {e}", sstable.label()), ..e.into() };
        let part = if args.tokens.is_empty() {
            let mut stored = Vec::with_capacity(keys.len());
            for text in &keys {
                let key = sstable.key_from_text(text).map_err(at)?;
                if missing.contains(text) && sstable.raw().find(&key).map_err(Error::from)?.is_some() {
                    missing.remove(text);
                }
                stored.push(key);
            }
            Part::Keys(stored)
        } else {
            let ranges = args.tokens.iter().map(|text| sstable.token_range_from_text(text));
            Part::Tokens(ranges.collect::<Result<_, Error>>().map_err(at)?)
        };
        Extract::new(options.clone(), part).run_with(sstable, folder, progress).map_err(Failure::from)
    })?;
    if session.is_done() {
        missing::note(&missing, session);
    }
    Ok(())
}
