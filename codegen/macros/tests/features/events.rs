//! Visitors and registers.

use cqlite_runtime::{Flow, ReadError, Reader, Site};

use crate::specs::visits::*;
use crate::{bytes, counted, read, unwritten, written};

fn cx(num_columns: i64) -> VisitsParams<'static> {
    VisitsParams::new(num_columns)
}

/// Two groups; the first has a person with all columns, a mark, and a person without the second column.
fn sample() -> Vec<u8> {
    [
        bytes![1],
        bytes![0x0c, 2, 1, 7, 0, 5, 9, 0, 6, 9],
        bytes![0x02, 50],
        bytes![0x00, 2, 2, 7, 2, 0, 5],
        bytes![0x01],
        bytes![2, 0x01],
    ]
    .concat()
}

#[test]
fn registers_and_flags_are_computed() {
    let bytes = sample();
    let v = read(&bytes, |r| Visits::decode(r, &cx(2)));
    assert_eq!(v.groups.len(), 2);
    let columns = |m: &Member| match &m.body {
        Some(MemberBody::Person(p)) => p.columns.iter().map(|c| (c.data, c.note)).collect(),
        _ => Vec::new(),
    };
    assert_eq!(columns(&v.groups[0].members[0]), [(Some(5), Some(9)), (Some(6), Some(9))]);
    assert_eq!(columns(&v.groups[0].members[2]), [(Some(5), None), (None, None)]);
    assert_eq!(written(|w| v.encode(w, &cx(2))), bytes);
    assert_eq!(counted(|w| v.encode(w, &cx(2))), Ok(bytes.len() as u64));

    // A note in one column asks for one in each.
    let mut odd = v.clone();
    if let Some(MemberBody::Person(p)) = &mut odd.groups[0].members[0].body {
        p.columns[1].note = None;
    }
    assert_eq!(unwritten(|w| odd.encode(w, &cx(2))), "field note of column: the value is missing");
    assert_eq!(unwritten(|w| v.encode(w, &cx(3))), "field columns of person: length 2 where 3 is needed");
}

#[derive(Default)]
struct Log {
    events: Vec<String>,
    skip_groups: bool,
    skip_members: bool,
}

impl<'a> VisitsVisitor<'a> for Log {
    type Error = ReadError;

    fn group(&mut self, head: &GroupRef<'a>) -> Result<Flow, ReadError> {
        self.events.push(format!("group {}", head.name));
        Ok(if self.skip_groups { Flow::Skip } else { Flow::Continue })
    }

    fn end_group(&mut self) -> Result<(), ReadError> {
        self.events.push("end".to_owned());
        Ok(())
    }

    fn member(&mut self, head: &MemberRef<'a>) -> Result<Flow, ReadError> {
        self.events.push(format!("member at {}", head.begin));
        Ok(if self.skip_members { Flow::Skip } else { Flow::Continue })
    }

    fn mark(&mut self, head: &MarkRef<'a>) -> Result<(), ReadError> {
        self.events.push(format!("mark {}", head.weight));
        Ok(())
    }

    fn inner(&mut self, head: &InnerRef<'a>) -> Result<(), ReadError> {
        self.events.push(format!("inner {}", head.distance));
        Ok(())
    }

    fn column(&mut self, head: &ColumnRef<'a>) -> Result<(), ReadError> {
        self.events.push(format!("column {} {:?}", head.idx, head.data));
        Ok(())
    }
}

#[test]
fn events_come_in_order() {
    let bytes = sample();
    let mut log = Log::default();
    Visits::visit(&mut Reader::new(&bytes), &cx(2), &mut log).unwrap();
    let expected = [
        "group 1",
        "member at 1",
        "inner 1",
        "column 0 Some(5)",
        "column 1 Some(6)",
        "member at 11",
        "mark 50",
        "member at 13",
        "inner 2",
        "column 0 Some(5)",
        "column 1 None",
        "member at 20",
        "end",
        "group 2",
        "member at 22",
        "end",
    ];
    assert_eq!(log.events, expected);
}

#[test]
fn what_is_skipped_sends_nothing() {
    let bytes = sample();
    let mut log = Log { skip_groups: true, ..Log::default() };
    Visits::visit(&mut Reader::new(&bytes), &cx(2), &mut log).unwrap();
    assert_eq!(log.events, ["group 1", "group 2"]);
    let mut log = Log { skip_members: true, ..Log::default() };
    let mut r = Reader::new(&bytes);
    Visits::visit(&mut r, &cx(2), &mut log).unwrap();
    assert!(r.at_end());
    let members = ["group 1", "member at 1", "member at 11", "member at 13", "member at 20", "end"];
    assert_eq!(log.events[..6], members);
    let mut r = Reader::new(&bytes);
    Visits::skip(&mut r, &cx(2)).unwrap();
    assert!(r.at_end());
}

#[test]
fn a_cursor_goes_on_where_bytes_ended() {
    let bytes = sample();
    let mut log = Log::default();
    let (mut cursor, mut done, mut end) = (GroupCursor::default(), 0, 1);
    let mut stops = vec![cursor.field().field];
    while !cursor.is_done() {
        let mut r = Reader::with_base(&bytes[done..end], done as u64);
        match cursor.step(&mut r, &cx(2), &mut log) {
            Ok(()) => {
                done += r.pos() as usize;
                stops.push(cursor.field().field);
            }
            Err(e) if e.is_unexpected_end() => end += 1,
            Err(e) => panic!("{e}"),
        }
    }
    assert_eq!((done, bytes.len() - done), (21, 2));
    assert_eq!(stops, [Site::WHOLE, "members", "members", "members", "members", Site::WHOLE]);
    assert_eq!(log.events.iter().filter(|e| *e == "group 1" || *e == "mark 50").count(), 2);
    assert_eq!(log.events.iter().filter(|e| *e == "member at 11" || *e == "member at 20").count(), 2);
}
