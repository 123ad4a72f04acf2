//! Cursors through types with more than one list.

use cqlite_runtime::{Flow, ReadError, Reader, Site};

use crate::bytes;
use crate::specs::cursors::*;

#[derive(Default)]
struct Log {
    events: Vec<String>,
    skips: bool,
}

impl<'a> CursorsVisitor<'a> for Log {
    type Error = ReadError;

    fn group(&mut self, head: &GroupRef<'a>) -> Result<Flow, ReadError> {
        self.events.push(format!("group {}", head.name));
        Ok(if self.skips { Flow::Skip } else { Flow::Continue })
    }

    fn end_group(&mut self) -> Result<(), ReadError> {
        self.events.push("end".to_owned());
        Ok(())
    }

    fn mark(&mut self, head: &MarkRef<'a>) -> Result<(), ReadError> {
        self.events.push(format!("mark {:?} {:?}", head.weight, head.heavy));
        Ok(())
    }

    fn item(&mut self, head: &ItemRef<'a>) -> Result<(), ReadError> {
        self.events.push(format!("item {:?}", head.body));
        Ok(())
    }
}

/// The second mark has two bytes.
const GROUP: [u8; 8] = [9, 7, 1, 2, 8, 0, 5, 1];
const EVENTS: [&str; 7] =
    ["group 9", "mark Some(7) None", "mark None Some(258)", "mark Some(8) None", "item Some(5)", "item None", "end"];

/// The events of a cursor that gets one byte more whenever it lacks any, and the fields at which it stood.
fn stepped(bytes: &[u8], num_marks: i64, mut log: Log) -> (Vec<String>, Vec<&'static str>) {
    let (mut cursor, mut done, mut end) = (GroupCursor::default(), 0, 1);
    let mut stops = Vec::new();
    while !cursor.is_done() {
        let mut r = Reader::with_base(&bytes[done..end], done as u64);
        match cursor.step(&mut r, &CursorsParams::new(num_marks), &mut log) {
            Ok(()) => {
                done += r.pos() as usize;
                stops.push(cursor.field().field);
            }
            Err(e) if e.is_unexpected_end() => end += 1,
            Err(e) => panic!("{e}"),
        }
    }
    assert_eq!(done, bytes.len());
    (log.events, stops)
}

#[test]
fn each_element_of_a_counted_list_is_visited() {
    let mut whole = Log::default();
    Cursors::visit(&mut Reader::new(&GROUP), &CursorsParams::new(3), &mut whole).unwrap();
    assert_eq!(whole.events, EVENTS);

    let (events, stops) = stepped(&GROUP, 3, Log::default());
    assert_eq!(events, EVENTS);
    assert_eq!(stops, ["marks", "marks", "marks", "items", "items", Site::WHOLE]);

    let mut run = Log::default();
    GroupCursor::default().run(&mut Reader::new(&GROUP), &CursorsParams::new(3), &mut run).unwrap();
    assert_eq!(run.events, EVENTS);
}

#[test]
fn a_list_of_none_is_left_at_once() {
    let (events, _) = stepped(&bytes![9, 0, 5, 1], 0, Log::default());
    assert_eq!(events, [EVENTS[0], EVENTS[4], EVENTS[5], EVENTS[6]]);
}

#[test]
fn a_counted_list_is_passed_over_whole() {
    assert_eq!(stepped(&GROUP, 3, Log { skips: true, ..Log::default() }).0, ["group 9"]);
    let mut log = Log::default();
    GroupCursor::at_marks().run(&mut Reader::new(&GROUP[1..]), &CursorsParams::new(3), &mut log).unwrap();
    assert_eq!(log.events, EVENTS[1..]);
}

#[test]
fn elements_without_a_length_send_no_event_twice() {
    use crate::specs::torn::*;

    #[derive(Default)]
    struct Points(Vec<String>);

    impl<'a> TornVisitor<'a> for Points {
        type Error = ReadError;

        fn mark(&mut self, head: &MarkRef<'a>) -> Result<Flow, ReadError> {
            self.0.push(format!("mark {}", head.num));
            Ok(Flow::Continue)
        }

        fn point(&mut self, head: &PointRef<'a>) -> Result<(), ReadError> {
            self.0.push(format!("point {}", head.x));
            Ok(())
        }
    }

    let bytes = [2, 0, 1, 0, 2, 1, 0, 3, 9, 0];
    let expected = ["mark 2", "point 1", "point 2", "mark 1", "point 3"];
    let cx = TornParams::new(2);
    let (mut log, mut cursor, mut done, mut end) = (Points::default(), GroupCursor::default(), 0, 0);
    while !cursor.is_done() {
        let mut r = Reader::with_base(&bytes[done..end], done as u64);
        match cursor.step(&mut r, &cx, &mut log) {
            Ok(()) => done += r.pos() as usize,
            Err(e) => {
                assert!(e.is_unexpected_end(), "{e}");
                end += 1;
            }
        }
    }
    assert_eq!(log.0, expected);

    // Bytes that never come: the error each time it is asked, and no event of what is not all there.
    let (mut log, mut cursor) = (Points::default(), GroupCursor::default());
    for _ in 0..3 {
        assert!(cursor.run(&mut Reader::new(&bytes[..4]), &cx, &mut log).unwrap_err().is_unexpected_end());
    }
    assert!(log.0.is_empty(), "{:?}", log.0);
}
