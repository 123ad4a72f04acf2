//! A component, field by field.

mod at;
mod filter;
mod hex;
mod json;
mod paint;
mod table;

use cqlite::inspect::{format_value, DataView, Field, Fields, InspectError, Inspection, Order};

use crate::args::InspectArgs;
use crate::failure::{Exit, Failure};
use crate::output::Output;
use crate::session::Session;
use crate::words::number;

use at::At;
use filter::Filtered;
use hex::Hex;
use json::Json;
use paint::Paint;
use table::Table;

pub fn run(args: &InspectArgs, session: &mut Session<'_>) -> Result<(), Failure> {
    let what = if args.chunks { DataView::Chunks } else { DataView::Fields };
    let inspection = Inspection::open(&args.component, what)?;
    session.reads(inspection.descriptor());
    let mut out = session.output()?;
    let paint = Paint::new(session.color());
    let shown = match args.at {
        Some(offset) => at(&inspection, offset, args, &mut out, paint)?,
        None => fields(&inspection, args, &mut out, paint)?,
    };
    let failure = match shown {
        Ok(()) => None,
        Err(InspectError::Output(e)) => Some(out.failure(&e)),
        Err(e) => Some(e.into()),
    };
    // What could be read before damage is shown, in a file too.
    if failure.as_ref().is_none_or(|failure| failure.exit == Exit::File) && !session.is_over() {
        out.commit()?;
    }
    failure.map_or(Ok(()), Err)
}

/// All fields, or those below a path.
fn fields(
    inspection: &Inspection,
    args: &InspectArgs,
    out: &mut Output,
    paint: Paint,
) -> Result<Result<(), InspectError>, Failure> {
    let (order, mut sink): (_, Box<dyn Finish + '_>) = match (args.json, args.hex) {
        (true, _) => (Order::File, Box::new(Json::new(out))),
        (_, true) => (Order::File, Box::new(Hex::new(out, paint))),
        _ => (Order::File, Box::new(Table::new(out, paint))),
    };
    let mut filtered = Filtered::new(args.path.as_ref(), sink.as_fields());
    let walked = inspection.walk(order, &mut filtered);
    let found = filtered.found;
    let walked = match sink.finish() {
        Err(e) if walked.is_ok() => Err(InspectError::Output(e)),
        _ => walked,
    };
    match &args.path {
        Some(path) if !found && walked.is_ok() => {
            Err(Failure::value(format!("{}: there is no field {path}", inspection.label())))
        }
        _ => Ok(walked),
    }
}

/// The fields that contain a byte.
fn at(
    inspection: &Inspection,
    offset: u64,
    args: &InspectArgs,
    out: &mut Output,
    paint: Paint,
) -> Result<Result<(), InspectError>, Failure> {
    if offset >= inspection.len() {
        let len = inspection.len();
        return Err(Failure::value(format!(
            "{}: there is no offset {offset}, the component has {}",
            inspection.label(),
            number(len, "byte")
        )));
    }
    let mut at = At::new(offset, args.json, out, paint);
    Ok(inspection.walk(Order::File, &mut at))
}

/// Bytes of a field, and how many of them are left out: of what is longer than a chunk only the beginning is shown.
fn beginning<'a>(field: &Field<'a>) -> (&'a [u8], u64) {
    const LONGEST: u64 = 1 << 16;
    const SHOWN: usize = 256;
    let shown = if field.len > LONGEST { field.bytes.get(..SHOWN).unwrap_or(field.bytes) } else { field.bytes };
    (shown, field.len.saturating_sub(shown.len() as u64))
}

/// What a field says: its value, or what is wrong with it.
fn said(field: &Field<'_>) -> String {
    field.wrong.map(|wrong| wrong.to_string()).or_else(|| field.value.map(format_value)).unwrap_or_default()
}

/// A view that may have something left at the end.
trait Finish: Fields {
    fn finish(&mut self) -> std::io::Result<()>;
    fn as_fields(&mut self) -> &mut dyn Fields;
}
