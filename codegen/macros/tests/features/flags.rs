//! Flags that some versions lack, that stand behind other flags, or tell of what is read only when asked for.

use cqlite_runtime::push::PushError;
use cqlite_runtime::Reader;

use crate::specs::release::Release;
use crate::{read, unwritten, written};

#[test]
fn flags_that_a_version_lacks_are_not_set() {
    use crate::specs::version_flags::*;
    let cx = |letters: &str| VersionFlagsParams::new(Release::find(letters).unwrap());
    let (old, new) = (cx("aa"), cx("ab"));
    let mut all = read(&[7, 8], |r| VersionFlags::decode(r, &old));
    assert_eq!(all.items[0].unknown_flags, 0);
    let bytes = written(|w| all.encode(w, &new));
    assert_eq!(bytes, [0, 7, 0, 8]);
    assert_eq!(read(&bytes, |r| VersionFlags::decode(r, &new)), all);
    assert_eq!(written(|w| all.encode(w, &old)), [7, 8]);

    // Only what is set would be lost.
    all.items[1].unknown_flags = 0x80;
    assert_eq!(written(|w| all.encode(w, &new)), [0, 7, 0x80, 8]);
    assert_eq!(unwritten(|w| all.encode(w, &old)), "field flags of item: the version has no place for the value");
    all.items[1].unknown_flags = 0;
    all.items[1].is_hot = true;
    assert_eq!(unwritten(|w| all.encode(w, &old)), "field flags of item: the version has no place for the value");

    let push = |cx, part: &ItemParts| {
        let mut w = VersionFlagsEncoder::new(Vec::new(), cx, 0);
        w.item(part).map(|()| w.finish().unwrap()).map_err(|e| e.to_string())
    };
    let plain = ItemParts { weight: 7, ..ItemParts::default() };
    assert_eq!((push(old, &plain), push(new, &plain)), (Ok(vec![7]), Ok(vec![0, 7])));
    let odd = ItemParts { unknown_flags: 4, ..plain };
    assert_eq!(push(new, &odd), Ok(vec![4, 7]));
    assert_eq!(push(old, &odd), Err("field flags of item: the version has no place for the value".to_owned()));
}

#[test]
fn flags_tell_of_what_is_read_when_asked_for() {
    use crate::specs::lazy_asked::*;
    let bytes = [1, 0, 0, 2, 1, 3, 1, 9, 5, 3, 3, 5, 2, 9, 5, 8, 6, 4, 2, 3, 2, 9, 8];
    let cx = LazyAskedParams::new(0);
    let all = read(&bytes, |r| LazyAsked::decode(r, &cx));
    assert_eq!(written(|w| all.encode(w, &cx)), bytes);
    let mut replay = LazyAskedReplay::<_, PushError>::new(LazyAskedEncoder::new(Vec::new(), cx, 0));
    LazyAsked::visit(&mut Reader::new(&bytes), &cx, &mut replay).unwrap();
    assert_eq!(replay.to.finish().unwrap(), bytes);

    let list = [BlockParts { width: 9, num_rows: Some(5) }];
    let mut w = LazyAskedEncoder::new(Vec::new(), cx, 0);
    w.entry(&EntryParts {
        key: 2,
        blocks: Some(BlocksLazy::Parts(BlocksParts { list: &list })),
        ..EntryParts::default()
    })
    .unwrap();
    assert_eq!(w.finish().unwrap(), [2, 1, 3, 1, 9, 5]);
}

#[test]
fn values_behind_further_flags_make_them_be_there() {
    use crate::specs::further_flags::*;
    let cx = |letters: &str| FurtherFlagsParams::new(Release::find(letters).unwrap());
    let (old, new) = (cx("aa"), cx("ab"));
    let plain = Body { name: Some(5), height: None, depth: None, part: vec![Part { size: 9 }] };
    let high = Body { height: Some(30), ..plain.clone() };
    let deep = Body { depth: Some(40), ..plain.clone() };
    let both = Body { depth: Some(40), ..high.clone() };
    let cases: [(&Body, &[u8]); 4] = [
        (&plain, &[0, 5, 9]),
        (&high, &[0x80, 4, 5, 30, 9]),
        (&deep, &[0x80, 0x80, 1, 5, 40, 9]),
        (&both, &[0x80, 0x84, 1, 5, 30, 40, 9]),
    ];
    for (body, bytes) in cases {
        let item = Item { body: Some(body.clone()), ..Item::default() };
        let all = FurtherFlags { items: vec![item] };
        assert_eq!(written(|w| all.encode(w, &new)), bytes);
        assert_eq!(read(bytes, |r| FurtherFlags::decode(r, &new)).items[0].body.as_ref(), Some(body));

        let push = |cx| {
            let mut w = FurtherFlagsEncoder::new(Vec::new(), cx, 0);
            let parts = BodyParts { name: body.name, height: body.height, depth: body.depth };
            let pushed = w.item(&ItemParts::default()).and_then(|()| w.body(&parts));
            let pushed = pushed.and_then(|()| w.part(&PartParts { size: 9 }));
            let pushed = pushed.and_then(|()| w.end_body()).and_then(|()| w.end_item());
            pushed.map(|()| w.finish().unwrap()).map_err(|e| e.to_string())
        };
        assert_eq!(push(new).as_deref(), Ok(bytes));
        let mut replay = FurtherFlagsReplay::<_, PushError>::new(FurtherFlagsEncoder::new(Vec::new(), new, 0));
        FurtherFlags::visit(&mut Reader::new(bytes), &new, &mut replay).unwrap();
        assert_eq!(replay.to.finish().unwrap(), bytes);

        // A version without them loses nothing in silence.
        let is_plain = body == &plain;
        assert_eq!(
            (push(old).is_ok(), all.encode(&mut cqlite_runtime::Buffer::default(), &old).is_ok()),
            (is_plain, is_plain)
        );
    }
    // The value is named, not the flags that say it is there.
    let all = FurtherFlags { items: vec![Item { body: Some(high), ..Item::default() }] };
    assert_eq!(unwritten(|w| all.encode(w, &old)), "field height of body: the version has no place for the value");
    // Flags that are pushed make those before them be there at once.
    for bytes in [&[0x80, 0x80, 2, 5, 9][..], &[0x80, 0x81, 3, 40, 9], &[0x80, 0x80, 0, 5, 9], &[0x80, 0, 5, 9], &[1]] {
        let mut replay = FurtherFlagsReplay::<_, PushError>::new(FurtherFlagsEncoder::new(Vec::new(), new, 0));
        FurtherFlags::visit(&mut Reader::new(bytes), &new, &mut replay).unwrap();
        assert_eq!(replay.to.finish().unwrap(), bytes);
    }
}

#[test]
fn a_flag_that_follows_from_a_field_is_not_lost_with_its_byte() {
    use crate::specs::version_presence::*;
    let cx = |letters: &str| VersionPresenceParams::new(Release::find(letters).unwrap());
    let (old, new) = (cx("aa"), cx("ab"));
    let model = read(&[5], |r| VersionPresence::decode(r, &old));
    assert_eq!(written(|w| model.encode(w, &new)), [2, 5]);
    assert_eq!(written(|w| model.encode(w, &old)), [5]);
    let from_new = read(&[2, 5], |r| VersionPresence::decode(r, &new));
    assert_eq!(written(|w| from_new.encode(w, &old)), [5]);
    let hot = read(&[3, 5], |r| VersionPresence::decode(r, &new));
    assert_eq!(
        unwritten(|w| hot.encode(w, &old)),
        "field flags of version_presence: the version has no place for the value"
    );
}

#[test]
fn flags_behind_a_list_are_those_of_the_version() {
    use crate::specs::flags_behind_lists::*;
    let bytes = [9, 1, 2, 3, 3];
    for (letters, is_cold, rest) in [("aa", false, 2), ("ab", true, 0)] {
        let cx = FlagsBehindListsParams::new(Release::find(letters).unwrap());
        let model = read(&bytes, |r| FlagsBehindLists::decode(r, &cx));
        assert_eq!((model.hot, model.cold, model.unknown_bits), (true, is_cold, rest), "{letters}");
        assert_eq!(written(|w| model.encode(w, &cx)), bytes);
    }
}
