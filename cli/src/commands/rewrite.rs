use cqlite::write::Rewrite;

use super::new_sstables;
use crate::args::RewriteArgs;
use crate::failure::Failure;
use crate::session::Session;

pub fn run(args: &RewriteArgs, session: &mut Session<'_>) -> Result<(), Failure> {
    let rewrite = Rewrite::new(args.write.options()?);
    new_sstables::of_each(&args.paths, args.write.dry_run, session, |sstable, folder, progress| {
        rewrite.run_with(sstable, folder, progress)
    })
}
