use cqlite::catalog::TableMetadata;
use cqlite::descriptor::{Component, Descriptor};
use cqlite::io::AccessMode;
use cqlite::value::Timestamp;
use cqlite::write::Compact;
use cqlite::{OpenOptions, SessionOptions, Sstable, Table, Tables};

use super::new_sstables::{find, say, Totals};
use super::query::check;
use crate::args::CompactArgs;
use crate::failure::Failure;
use crate::session::Session;
use crate::words::number;

pub fn run(args: &CompactArgs, session: &mut Session<'_>) -> Result<(), Failure> {
    let mut options = args.write.options()?;
    if let Some(bytes) = args.max_size {
        options = options.max_size(bytes);
    }
    let (found, to) = find(&args.paths, args.write.dry_run, session)?;
    // Without an SSTable its deletions would be lost, and what they delete would come back.
    let Some(mut to) = to.filter(|_| session.is_done()) else { return Ok(()) };
    let tables = Tables::at(&args.paths, found.sstables.into_iter().map(|found| found.descriptor));
    let Some(table) = tables.iter().next() else { return Ok(()) };
    let (descriptors, left_out) = (table.newest_first(), table.left_out()?);
    let open = |all: &[Descriptor], options: OpenOptions| -> Result<Vec<Sstable>, Failure> {
        all.iter().map(|descriptor| Ok(options.open_descriptor(descriptor)?)).collect()
    };
    let sstables = open(&descriptors, OpenOptions::new().access(AccessMode::Stream))?;
    let others = open(&left_out, OpenOptions::new())?;
    for other in &left_out {
        session.detail(&format!("{other} is not read: deletions that it may need stay"));
    }
    if !left_out.is_empty() && !session.common.verbose {
        let count = number(left_out.len(), "SSTable");
        session.note(&format!("{count} of the table not read: deletions that they may need stay (-v names them)"));
    }
    let mut compact = Compact::new(options).at(session.common.now());
    let mut gc_grace = args.gc_grace.seconds();
    match schema(args, table, session)? {
        Some(known) => {
            compact = compact.table(&known);
            if !args.gc_grace.is_given() {
                gc_grace = u32::try_from(known.gc_grace_seconds).unwrap_or(gc_grace);
            }
        }
        None if !args.gc_grace.is_given() && sstables.iter().any(has_deletions) => session.note(&format!(
            "deletions are kept for {gc_grace} s, Cassandra's default: what the table's schema says of gc_grace_seconds is not known (--schema, --gc-grace)"
        )),
        None => {}
    }
    compact = compact.gc_grace(gc_grace);
    if args.only_purge_repaired {
        compact = compact.only_purge_repaired();
    }
    let mut versions: Vec<&str> = sstables.iter().map(|sstable| sstable.version().letters()).collect();
    versions.sort_unstable();
    versions.dedup();
    if let Some(version) = compact.version(&sstables).filter(|_| args.write.to.is_none() && versions.len() > 1) {
        let (all, version) = (versions.join(", "), version.letters());
        session.note(&format!("there are SSTables of the versions {all}: what is new is of {version}, the latest of them; --to chooses another one"));
    }
    let (bar, name) = (&session.progress, table.to_string());
    let done = compact.run_with(&sstables, &others, &mut to.folder, |done, total| bar.set(&name, done, total));
    bar.clear();
    let done = done?;
    let mut totals = Totals::new(args.write.dry_run);
    descriptors.iter().for_each(|descriptor| totals.read(descriptor));
    if done.fully_expired > 0 {
        let count = number(done.fully_expired, "SSTable");
        session.note(&format!("{count} with nothing but what was deleted long ago"));
    }
    if done.sstables.is_empty() {
        say(&format!("{name}: nothing is left, so there is no new SSTable"), session)?;
    }
    totals.written(&name, &done.sstables, session)?;
    let before = session.common.now().saturating_sub(gc_grace.into());
    let before = Timestamp(before.saturating_mul(1000));
    totals.close(&format!("; deletions before {before} may go (gc_grace {gc_grace} s)"), session)
}

/// Whether Statistics.db says that something is deleted, or expires.
fn has_deletions(sstable: &Sstable) -> bool {
    sstable.stats().is_none_or(|stats| !stats.tombstone_bins.is_empty())
}

/// What a schema says of the table: one that was given, which has to have it, or that lies where `query` looks for it. Which table of a schema it
/// is goes by the rules of `query` too.
fn schema(args: &CompactArgs, table: &Table, session: &Session<'_>) -> Result<Option<TableMetadata>, Failure> {
    // One path, for all SSTables are of one table: of several paths a session would make several.
    let Some(path) = table.descriptors().first().map(|first| first.path_of(&Component::Data)) else { return Ok(None) };
    check(&args.schema)?;
    let is_given = !args.schema.is_empty();
    let mut options = SessionOptions::default();
    options.schema.clone_from(&args.schema);
    let opened = match cqlite::Session::open(&[path], options) {
        Ok(opened) => opened,
        Err(e) if is_given => return Err(e.into()),
        Err(e) => {
            session.detail(&format!("no schema can be used: {e}"));
            return Ok(None);
        }
    };
    let origin = opened.origins().first();
    let Some((name, from)) = origin.and_then(|origin| Some((&origin.table, origin.from.as_ref()?))) else {
        return match is_given {
            true => Err(Failure::usage(format!("the schema has no table {table}"))),
            false => Ok(None),
        };
    };
    session.detail(&format!("{table}: {name} as in {}", from.display()));
    let is_it = |known: &&TableMetadata| format!("{}.{}", known.keyspace, known.name) == *name;
    let all = opened.catalog().keyspaces.values().flat_map(|keyspace| keyspace.tables.values());
    let Some(known) = all.into_iter().find(is_it) else { return Ok(None) };
    for doubt in cqlite::Session::doubts_of(known) {
        session.note(&format!("{doubt}; they are kept, so that a query of what is written shows them"));
    }
    Ok(Some(known.clone()))
}
