//! Events of types that stand in each other alone.

use cqlite_runtime::{Flow, ReadError, Reader};

use crate::specs::nested_events::*;

#[derive(Default)]
struct Log(Vec<String>);

impl<'a> NestedEventsVisitor<'a> for Log {
    type Error = ReadError;

    fn outer(&mut self, head: &OuterRef<'a>) -> Result<Flow, ReadError> {
        self.0.push(format!("outer {}", head.first));
        Ok(Flow::Continue)
    }

    fn end_outer(&mut self) -> Result<(), ReadError> {
        self.0.push("end outer".to_owned());
        Ok(())
    }

    fn middle(&mut self, head: &MiddleRef<'a>) -> Result<Flow, ReadError> {
        self.0.push(format!("middle {}", head.second));
        Ok(Flow::Continue)
    }

    fn end_middle(&mut self) -> Result<(), ReadError> {
        self.0.push("end middle".to_owned());
        Ok(())
    }

    fn inner(&mut self, head: &InnerRef<'a>) -> Result<(), ReadError> {
        self.0.push(format!("inner {}", head.third));
        Ok(())
    }
}

#[test]
fn each_has_its_event() {
    let mut log = Log::default();
    let mut r = Reader::new(&[5, 6, 7, 0]);
    NestedEvents::visit(&mut r, &NestedEventsParams::new(0), &mut log).expect("sound bytes");
    assert_eq!(log.0, ["outer 5", "middle 6", "inner 7", "end middle", "end outer", "outer 0", "end outer"]);
}
