//! Encoders that values are pushed to.

use cqlite_runtime::push::{PushError, PushErrorKind, PushResult};
use cqlite_runtime::Reader;

use crate::specs::visits::*;

fn cx(num_columns: i64) -> VisitsParams<'static> {
    VisitsParams::new(num_columns)
}

/// What a value written from its model gives is written from what its visitor receives.
fn replayed(bytes: &[u8], num_columns: i64) -> Vec<u8> {
    let mut replay = VisitsReplay::<_, PushError>::new(encoder(num_columns));
    Visits::visit(&mut Reader::new(bytes), &cx(num_columns), &mut replay).unwrap();
    replay.to.finish().unwrap()
}

#[test]
fn what_is_visited_can_be_pushed() {
    let bytes = [1, 0x0c, 2, 1, 7, 0, 5, 9, 0, 6, 9, 0x02, 50, 0x00, 2, 2, 7, 2, 0, 5, 0x01, 2, 0x01];
    assert_eq!(replayed(&bytes, 2), bytes);
}

fn encoder(num_columns: i64) -> VisitsEncoder<'static, Vec<u8>> {
    VisitsEncoder::new(Vec::new(), cx(num_columns), 0)
}

fn of(data: u16) -> ColumnParts {
    ColumnParts { data: Some(data), note: None }
}

#[test]
fn flags_and_lengths_come_from_what_is_pushed() {
    let mut w = encoder(3);
    w.group(&GroupParts { name: 1 }).unwrap();
    assert_eq!(w.position(), Some(1));
    w.person(&PersonParts {}).unwrap();
    assert_eq!(w.position(), None);
    w.inner(&InnerParts { stamp: 7 }).unwrap();
    w.column(1, &of(5)).unwrap();
    w.end_person().unwrap();
    assert_eq!(w.position(), Some(8));
    w.end_group().unwrap();
    // Flags, length, distance from the group, stamp; columns 0 and 2 are missing; the group's end.
    assert_eq!(w.finish().unwrap(), [1, 0x00, 2, 1, 7, 0b101, 0, 5, 0x01]);
}

#[track_caller]
fn refused(w: PushResult<()>, expected: &str) {
    assert_eq!(w.unwrap_err().to_string(), expected);
}

#[test]
fn what_is_out_of_order_or_missing_is_refused() {
    let mut w = encoder(2);
    refused(w.mark(&MarkParts { weight: 1 }), "mark: it has no place here in visits");
    refused(w.group(&GroupParts { name: 1 }), "an earlier push failed");

    let begun = || {
        let mut w = encoder(2);
        w.group(&GroupParts { name: 1 }).unwrap();
        w.person(&PersonParts {}).unwrap();
        w
    };
    let mut w = begun();
    refused(w.end_group(), "group: it has no place here in person");
    refused(begun().column(0, &of(1)), "field inner of person: the value is missing");
    assert!(begun().finish().is_err());

    let begun = || {
        let mut w = begun();
        w.inner(&InnerParts { stamp: 7 }).unwrap();
        w.column(1, &of(1)).unwrap();
        w
    };
    refused(begun().inner(&InnerParts { stamp: 7 }), "inner: it has no place here in person");
    refused(begun().column(1, &of(1)), "field columns of person: a value is given where none can be written");
    refused(begun().column(2, &of(1)), "field columns of person: a value is given where none can be written");
    let note = ColumnParts { data: None, note: Some(1) };
    let mut w = encoder(2);
    w.group(&GroupParts { name: 1 }).unwrap();
    w.person(&PersonParts {}).unwrap();
    w.inner(&InnerParts { stamp: 7 }).unwrap();
    refused(w.column(1, &note), "field data of column: the value is missing");

    // A note in one column asks for one in each.
    let mut w = encoder(2);
    w.group(&GroupParts { name: 1 }).unwrap();
    w.person(&PersonParts {}).unwrap();
    w.inner(&InnerParts { stamp: 7 }).unwrap();
    w.column(0, &ColumnParts { data: Some(1), note: Some(2) }).unwrap();
    w.column(1, &of(1)).unwrap();
    refused(w.end_person(), "field note of column: the value is missing");
}

/// An output that takes only so many bytes.
#[derive(Debug)]
struct Full(usize);

impl std::io::Write for Full {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or_else(|| std::io::Error::other("the disk is full"))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn an_output_may_fail() {
    let mut w = VisitsEncoder::new(Full(100_000), cx(0), 0);
    let pushed = (0..200_000).try_for_each(|_| {
        w.group(&GroupParts { name: 1 })?;
        w.end_group()
    });
    refused(pushed, "the disk is full");
    assert!(matches!(w.finish().unwrap_err().kind(), PushErrorKind::Failed));
}

#[test]
fn a_byte_of_flags_may_follow_from_what_is_pushed_after_it() {
    use crate::specs::pushes::*;
    // No further flags; a height makes them be there; a first one has no name; the first one with a height; an empty one.
    let bytes = [0x00, 5, 9, 0x80, 2, 5, 30, 9, 0x80, 1, 9, 0x82, 3, 7, 30, 9, 0x01];
    let cx = PushesParams::new(0);
    let mut replay = PushesReplay::<_, PushError>::new(PushesEncoder::new(Vec::new(), cx, 0));
    Pushes::visit(&mut Reader::new(&bytes), &cx, &mut replay).unwrap();
    assert_eq!(replay.to.finish().unwrap(), bytes);

    // Bits that nothing names are kept, those of the further flags too.
    let bytes = [0x50, 5, 9, 0xa0, 0x7e, 5, 30, 9, 0x80, 0x04, 5, 9];
    let mut replay = PushesReplay::<_, PushError>::new(PushesEncoder::new(Vec::new(), cx, 0));
    Pushes::visit(&mut Reader::new(&bytes), &cx, &mut replay).unwrap();
    assert_eq!(replay.to.finish().unwrap(), bytes);

    let mut w = PushesEncoder::new(Vec::new(), cx, 0);
    w.item(&ItemParts { is_first: true, ..ItemParts::default() }).unwrap();
    let named = BodyParts { name: Some(1), ..BodyParts::default() };
    refused(w.body(&named), "field name of body: a value is given where none can be written");
}

#[test]
fn a_late_flag_is_waited_for_wherever_its_bit_is_moved() {
    use crate::specs::shifted::*;
    let (bytes, cx) = ([0x00, 5, 0x08, 2, 5, 30], ShiftedParams::new(0));
    let mut replay = ShiftedReplay::<_, PushError>::new(ShiftedEncoder::new(Vec::new(), cx, 0));
    Shifted::visit(&mut Reader::new(&bytes), &cx, &mut replay).unwrap();
    assert_eq!(replay.to.finish().unwrap(), bytes);
}

#[test]
fn lists_before_what_a_head_ends_with_are_replayed() {
    use crate::specs::event_lists::*;
    struct Seen(Vec<(u64, usize, u8)>);
    impl<'a> EventListsVisitor<'a> for Seen {
        type Error = cqlite_runtime::ReadError;
        fn item(&mut self, head: &ItemRef<'a>) -> Result<(), Self::Error> {
            let tags = TagList::decode(&mut head.tags.reader())?.tags.len();
            self.0.push((head.tags.size(), tags, head.last));
            Ok(())
        }
    }
    let bytes = [2, 1, b'a', 2, b'b', b'c', 3, 7, 0x81, 0, 9, 0, 0, 8];
    let cx = EventListsParams::new(0);
    let mut seen = Seen(Vec::new());
    EventLists::visit(&mut Reader::new(&bytes), &cx, &mut seen).unwrap();
    assert_eq!(seen.0, [(6, 2, 9), (1, 0, 8)]);
    let to = EventListsEncoder::new(Vec::new(), EventListsParams::new(0), 0);
    let mut replay = EventListsReplay::<_, PushError>::new(to);
    EventLists::visit(&mut Reader::new(&bytes), &cx, &mut replay).unwrap();
    assert_eq!(replay.to.finish().unwrap(), bytes);
}

/// Of versions that have no place for a value only the one that readers get there may be pushed, and lists are read for the flags they decide.
#[test]
fn what_a_version_lacks_is_pushed_as_what_stands_for_it() {
    use crate::specs::pushed_absent::*;
    use crate::specs::release::Release;

    let release = |letters| Release::find(letters).unwrap();
    let replayed = |bytes: &[u8], from: Release, to: Release| {
        let encoder = PushedAbsentEncoder::new(Vec::new(), PushedAbsentParams::new(to), 0);
        let mut replay = PushedAbsentReplay::<_, PushError>::new(encoder);
        PushedAbsent::visit(&mut Reader::new(bytes), &PushedAbsentParams::new(from), &mut replay)?;
        replay.to.finish()
    };
    // Two items: one with two blocks that have weights, one without.
    let old = [1, 5, 2, 7, 1, 8, 2, 0, 0];
    let new = [2, b'o', b'k', 1, 5, 2, 7, 1, 8, 2, 2, b'o', b'k', 0, 0];
    assert_eq!(replayed(&old, release("aa"), release("aa")).unwrap(), old);
    assert_eq!(replayed(&new, release("ab"), release("ab")).unwrap(), new);
    assert_eq!(replayed(&old, release("aa"), release("ab")).unwrap(), new);
    assert_eq!(replayed(&new, release("ab"), release("aa")).unwrap(), old);
    let other = [2, b'n', b'o', 0, 0];
    assert!(replayed(&other, release("ab"), release("aa")).unwrap_err().to_string().contains("owner"));
}

#[test]
fn what_nobody_chooses_is_what_stands_for_it_in_every_version() {
    use crate::specs::push_defaults::*;
    use crate::specs::release::Release;

    let pushed = |letters: &str, item: &ItemParts<'_>| {
        let params = PushDefaultsParams::new(Release::find(letters).unwrap());
        let mut encoder = PushDefaultsEncoder::new(Vec::new(), params, 0);
        encoder.item(item).and_then(|()| encoder.finish())
    };
    let item = ItemParts { last: 5, ..Default::default() };
    assert_eq!((item.rank, item.depth, item.mood, item.is_old), (300, -1, Mood::Good, true));
    assert_eq!((item.tag, item.code, item.owner.data), (&[7, 9][..], "ok", &b"ok"[..]));
    assert_eq!(pushed("aa", &item).unwrap(), [5]);
    assert_eq!(pushed("ab", &item).unwrap(), [1, 44, 255, 1, 1, 7, 9, b'o', b'k', 2, b'o', b'k', 5]);
    let said = pushed("aa", &ItemParts { rank: 0, ..item }).unwrap_err().to_string();
    assert!(said.contains("rank"), "{said}");
}
