//! What is computed when writing.

use crate::specs::deltas::{Deltas, DeltasParams};
use crate::specs::footer_value::FooterValue;
use crate::specs::layout::{Body, Layout, Part};
use crate::specs::lazies::{Lazies, Span};
use crate::specs::places::{Entry, Places};
use crate::specs::release::Release;
use crate::specs::stored::{Item, Stored};
use crate::specs::views::{Footer, FooterRef, Node, NodeRef, Views};
use crate::{bytes, counted, misread, read, unwritten, written};
use cqlite_runtime::checksum::Algorithm;
use cqlite_runtime::{Buffer, Reader, Sink as _};

fn crc32(bytes: &[u8], so_far: u32) -> u32 {
    Algorithm::Crc32.of(bytes, so_far.into()) as u32
}

fn crc32c(bytes: &[u8], so_far: u32) -> u32 {
    Algorithm::Crc32c.of(bytes, so_far.into()) as u32
}

#[test]
fn lengths_offsets_and_checksums() {
    let places = Places { entries: vec![Entry { data: vec![1, 2] }, Entry { data: vec![] }], id_no: 0x1234 };
    let mut expected = bytes![2, 0, 0, 0, 8, 4, 0, 7, 0, 2, 1, 2, 0, 9, 0x12, 0x34];
    for sum in [crc32(&expected[5..13], 0), crc32c(&[0x12, 0x34], 0), crc32c(&[0x34, 0x12, 2, 1, 2, 0], 0)] {
        expected.extend(sum.to_be_bytes());
    }
    assert_eq!(written(|w| places.encode(w)), expected);
    assert_eq!(read(&expected, Places::decode), places);
    expected[20] ^= 1;
    assert!(misread(&expected, Places::decode).starts_with("at offset 20, field sum_c: stored checksum "));
    // Positions count from the start of the component, also in a later part of it.
    let mut w = Buffer::with_base(200);
    places.encode(&mut w).unwrap();
    assert_eq!((w.pos(), w.as_bytes()[13], w.as_bytes()[5..9].to_vec()), (228, 209, bytes![4, 0, 7, 0]));
}

#[test]
fn bodies_behind_a_table_of_contents() {
    let part = |first: u8, more: &[u8]| Part { body: Body { first, more: more.to_vec() } };
    let layout = Layout { toc: vec![part(9, &[8, 7]), part(6, &[])], last: 0x0102 };
    let mut expected = bytes![2, 0, 25, 3, 0, 13, 1, 0, 20, 0, 0, 0, 0, 9, 8, 7, 0, 0, 0, 0, 6, 0, 0, 0, 0, 1, 2];
    let table = crc32(&expected[3..9], crc32(&[2], 0));
    expected[9..13].copy_from_slice(&table.to_be_bytes());
    expected[16..20].copy_from_slice(&crc32(&[9, 8, 7], 0).to_be_bytes());
    expected[21..25].copy_from_slice(&crc32(&[6], 0).to_be_bytes());
    assert_eq!(written(|w| layout.encode(w)), expected);
    assert_eq!(Layout::decode(&mut Reader::new(&expected)).unwrap(), layout);
    assert_eq!(counted(|w| layout.encode(w)), Ok(27));
    expected[13] = 1;
    assert!(misread(&expected, Layout::decode).contains("field toc[0].body_sum: stored checksum"));
}

fn release(letters: &str, base: i64) -> DeltasParams<'static> {
    DeltasParams::new(Release::find(letters).unwrap(), base)
}

#[test]
fn features_of_versions() {
    let names = |letters: &str| Release::find(letters).unwrap().features().collect::<Vec<_>>();
    assert_eq!(names("aa"), ["is_big"]);
    assert_eq!(names("ab"), ["has_end", "is_gap", "is_big"]);
    assert_eq!(names("ba"), ["has_end", "has_wide_count", "is_newest", "is_big"]);
    assert_eq!(names("ca"), ["has_end", "has_wide_count"]);
    assert_eq!(Release::find("zz"), None);
}

#[test]
fn deltas_defaults_and_other_layouts() {
    let numbers = |letters: &str| {
        let v = Release::find(letters).unwrap();
        (Deltas::least_width(v), Deltas::most_width(v))
    };
    assert_eq!(["aa", "ab", "ba", "ca"].map(numbers), [(100, 200), (100, 200), (100, 400), (100, 400)]);
    let old = Deltas { time: 1005, width: 98, end_time: None, count: 258, level: 3 };
    let cx = release("aa", 1000);
    assert_eq!(written(|w| old.encode(w, &cx)), bytes![5, 3, 1, 2]);
    assert_eq!(read(&bytes![5, 3, 1, 2], |r| Deltas::decode(r, &cx)), old);

    let new = Deltas { end_time: Some(999), level: 4, ..old.clone() };
    let cx = release("ba", 1000);
    let bytes = bytes![5, 3, -1, -1, -1, -1, -1, -1, -1, -1, -1, 4, 2, 1];
    assert_eq!(written(|w| new.encode(w, &cx)), bytes);
    assert_eq!(read(&bytes, |r| Deltas::decode(r, &cx)), new);
    assert_eq!(counted(|w| new.encode(w, &cx)), Ok(bytes.len() as u64));

    let unwritten = |d: &Deltas, letters| unwritten(|w| d.encode(w, &release(letters, 1000)));
    assert_eq!(unwritten(&new, "aa"), "field end_delta of deltas: a value is given where none can be written");
    assert_eq!(unwritten(&old, "ba"), "field end_delta of deltas: the value is missing");
    let level = Deltas { level: 1, ..old.clone() };
    assert_eq!(unwritten(&level, "aa"), "field level of deltas: the version has no place for the value");
}

#[test]
fn parameters_that_the_model_keeps() {
    let bytes = bytes![3, 0b01_00_10, 7, 0xff, 0xff, 0xfe];
    let v = read(&bytes, Stored::decode);
    let item = |kind, data| Item { kind, data };
    assert_eq!(v.items, [item(2, None), item(0, Some(7)), item(1, None)]);
    assert_eq!((v.at, v.number), (3, -2));
    assert_eq!(written(|w| v.encode(w)), bytes);
    let mut other = v.clone();
    other.items[0].kind = 0;
    assert_eq!(unwritten(|w| other.encode(w)), "field data of item: the value is missing");
}

#[test]
fn spans_are_read_when_asked_for() {
    let v = Lazies { sized: Span { words: vec![1, 2] }, own: Span { words: vec![3] } };
    let bytes = bytes![5, 2, 0, 1, 0, 2, 1, 0, 3];
    assert_eq!(written(|w| v.encode(w)), bytes);
    assert_eq!(read(&bytes, Lazies::decode), v);
    let head = crate::specs::lazies::LaziesRef::read(&mut Reader::new(&bytes)).unwrap();
    assert_eq!((head.sized.size(), head.own.size()), (5, 3));
    assert_eq!(Span::decode(&mut head.own.reader()).unwrap(), v.own);
}

#[test]
fn views_are_walked_over_and_written_by_the_caller() {
    // Two leaves and their parent.
    let tree = bytes![0, 0, 2, 'a', 'b', 2, 1];
    let views = Views { footer: Footer { num_keys: 2 } };
    let mut w = Buffer::default();
    w.put(&tree);
    views.encode(&mut w, 2).unwrap();
    let bytes = w.into_bytes();
    assert_eq!(bytes[7..], bytes![0, 2, 0, 2]);
    assert_eq!(Views::decode(&mut Reader::new(&bytes)).unwrap(), views);
    let footer = FooterRef::read(&mut Reader::new(&bytes[7..])).unwrap();
    assert!(NodeRef::site().is_whole());
    let mut at = Reader::new(&bytes).at(i64::from(footer.root_pos), NodeRef::site()).unwrap();
    let root = NodeRef::read(&mut at, i64::from(footer.root_pos)).unwrap();
    let children: Vec<_> = (0..2).map(|i| root.children_at(i).unwrap()).map(|c| (c.transition, c.child_pos)).collect();
    assert_eq!(children, [(i64::from(b'a'), 0), (i64::from(b'b'), 1)]);
    assert!(root.children_at(2).is_err());
    // A node by itself has a model, in which children are only what leads to them.
    let node = read(&tree[2..], |r| Node::decode(r, 2));
    assert_eq!(node, Node { transitions: b"ab".to_vec(), distances: vec![2, 1] });
    assert_eq!(written(|w| node.encode(w, 2)), tree[2..]);
}

#[test]
fn removed_fields_keep_their_types() {
    use crate::specs::removed::*;
    let cx = |letters: &str| RemovedParams::new(Release::find(letters).unwrap());
    let old = bytes![1, 0, 9, 'h', 'i', 7, 8, 0, 1, 0, 2, 5];
    let v = read(&old, |r| Removed::decode(r, &cx("aa")));
    assert_eq!((v.first.all.as_slice(), v.text.as_str(), v.numbers.as_slice()), (&[9][..], "hi", &[1, 2][..]));
    assert_eq!(written(|w| v.encode(w, &cx("aa"))), old);
    let error = unwritten(|w| v.encode(w, &cx("ab")));
    assert_eq!(error, "field first of removed: the version has no place for the value");

    let new = read(&[5], |r| Removed::decode(r, &cx("ab")));
    assert_eq!((new.first.all.as_slice(), new.text.as_str(), new.data.len()), (&[1, 2][..], "ok", 0));
    assert_eq!(written(|w| new.encode(w, &cx("ab"))), [5]);
    let head = RemovedRef::read(&mut Reader::new(&[5]), &cx("ab")).unwrap();
    assert_eq!((head.first.all.get(1).unwrap().0, head.text, head.last), (2, "ok", 5));
    // What may be dropped is dropped.
    let dropped = Removed { numbers: vec![3, 4], ..new };
    assert_eq!(written(|w| dropped.encode(w, &cx("ab"))), [5]);
}

#[test]
fn derived_fields_have_layouts_too() {
    use crate::specs::layouts::*;
    let model =
        Layouts { items: [b"a".to_vec(), b"bc".to_vec()].map(|text| Item { text }).into(), data: b"xyz".to_vec() };
    let old = bytes![3, 2, 9, 4, 0, 6, 0, 1, 'a', 2, 'b', 'c', 'x', 'y', 'z'];
    let new = bytes![0, 0, 0, 3, 2, 13, 0, 0, 0, 8, 0, 0, 0, 10, 1, 'a', 2, 'b', 'c', 'x', 'y', 'z'];
    for (letters, bytes) in [("aa", old), ("ba", new)] {
        let cx = LayoutsParams::new(Release::find(letters).unwrap());
        assert_eq!(written(|w| model.encode(w, &cx)), bytes);
        assert_eq!(read(&bytes, |r| Layouts::decode(r, &cx)), model);
        let head = LayoutsRef::read(&mut Reader::new(&bytes), &cx).unwrap();
        assert_eq!((head.len, head.items_at(1).unwrap().text), (3, &b"bc"[..]));
        assert!(head.items_at(2).is_err());
    }
}

#[test]
fn only_versions_without_a_field_drop_it() {
    use crate::specs::droppable::*;
    let cx = |letters: &str| DroppableParams::new(Release::find(letters).unwrap());
    let model = Droppable { is_set: true, unknown_flags: 0, extra: Some(7) };
    assert_eq!(written(|w| model.encode(w, &cx("ab"))), [1, 7]);
    assert_eq!(written(|w| model.encode(w, &cx("aa"))), [1]);
    let odd = Droppable { is_set: false, ..model };
    let error = unwritten(|w| odd.encode(w, &cx("ab")));
    assert_eq!(error, "field extra of droppable: a value is given where none can be written");
}

#[test]
fn a_difference_in_one_version_is_the_sum_in_another() {
    use crate::specs::delta_layouts::*;
    let model = DeltaLayouts { time: 1005, end_time: 1007 };
    let cx = |letters| DeltaLayoutsParams::new(Release::find(letters).unwrap(), 1000);
    for (letters, bytes) in [("aa", &[5, 7][..]), ("ab", &[0, 0, 0, 0, 0, 0, 3, 0xed, 0x83, 0xef])] {
        assert_eq!(written(|w| model.encode(w, &cx(letters))), bytes);
        assert_eq!(read(bytes, |r| DeltaLayouts::decode(r, &cx(letters))), model);
    }
    let error = unwritten(|w| DeltaLayouts { time: 999, ..model.clone() }.encode(w, &cx("aa")));
    assert!(error.starts_with("field time_delta of delta_layouts: "), "{error}");
}

#[test]
fn a_part_that_a_version_does_not_have_is_neither_read_nor_written() {
    use crate::specs::parts::*;
    let cx = |letters| PartsParams::new(Release::find(letters).unwrap());
    let model = Parts {
        parts: vec![
            Part { kind: PartKind::Early, body: PartBody::Early(Box::new(Early { n: 5 })) },
            Part { kind: PartKind::Late, body: PartBody::Late(Box::new(Late { n: 6 })) },
        ],
    };
    let bytes = written(|w| model.encode(w, &cx("ab")));
    assert_eq!(bytes, [2, 0, 5, 1, 0, 6]);
    assert_eq!(read(&bytes, |r| Parts::decode(r, &cx("ab"))), model);
    let error = unwritten(|w| model.encode(w, &cx("aa")));
    assert_eq!(error, "field kind of part: the version has no place for the value");
    let error = misread(&bytes, |r| Parts::decode(r, &cx("aa")));
    assert!(error.contains("expected a value that the version has, found late"), "{error}");
    assert!(error.contains("parts[1].kind"), "{error}");
}

#[test]
fn names_mean_what_readers_of_the_version_find() {
    use crate::specs::lost_count::*;
    let old = LostCountParams::new(Release::find("aa").unwrap());
    let new = LostCountParams::new(Release::find("ab").unwrap());
    let bytes = [3, 1, b'o', b'k', 7, 3, 1, 2, 9, 5, 6, 7, 1, 2, 4, 5, 6, 7];
    let mut all = read(&bytes, |r| LostCount::decode(r, &old));
    assert_eq!((all.num, all.is_more, all.note), (3, true, Some(7)));
    assert_eq!(written(|w| all.encode(w, &old)), bytes);

    // Two items, none marked, no more: whatever the model says of what the version does not have.
    let error = unwritten(|w| all.encode(w, &new));
    assert_eq!(error, "field items of lost_count: length 3 where 2 is needed");
    all.items = vec![5, 6];
    all.marked = vec![];
    all.more = None;
    all.sized = vec![8, 9];
    let bytes = written(|w| all.encode(w, &new));
    assert_eq!(bytes, [0, 0, 0, 5, 6, 8, 9]);
    let again = read(&bytes, |r| LostCount::decode(r, &new));
    assert_eq!((again.num, again.is_more, again.note, again.items), (2, false, None, vec![5, 6]));
}

#[test]
fn what_stands_for_a_field_is_what_others_find() {
    use crate::specs::removed_asked::*;
    let lens = [2, 3, 1, 2, 3];
    for (letters, before) in [("ab", vec![]), ("aa", bytes![2, 0, 1, 0, 2, '0', '3', 0, 0, 0, 1, 0x20, 1, 2, 3])] {
        let cx = RemovedAskedParams::new(Release::find(letters).unwrap());
        let mut bytes = before.clone();
        bytes.extend(0..11);
        let all = read(&bytes, |r| RemovedAsked::decode(r, &cx));
        assert_eq!([&all.one, &all.two, &all.three, &all.four, &all.five].map(Vec::len), lens);
        assert_eq!(written(|w| all.encode(w, &cx)), bytes);
        let mut leaves = crate::Leaves::default();
        RemovedAsked::walk(&mut Reader::new(&bytes), &cx, &mut leaves).unwrap();
        let found: Vec<u64> = leaves.0.iter().rev().take(5).map(|l| l.1).rev().collect();
        assert_eq!(found, lens.map(|n| n as u64), "{letters}");
    }
}

#[test]
fn what_is_not_chosen_is_what_every_version_can_be_written_of() {
    use crate::specs::lost_count::*;
    // What the version lacks is what readers of it find, so that nothing would be lost.
    let few = LostCount { items: vec![1, 2], sized: vec![3, 4], ..LostCount::default() };
    assert_eq!((few.num, few.is_more), (2, false));
    let cx = LostCountParams::new(Release::find("ab").unwrap());
    let bytes = written(|w| few.encode(w, &cx));
    assert_eq!(read(&bytes, |r| LostCount::decode(r, &cx)), few);
}

#[test]
fn removed_derived_fields_have_the_value_that_stands_for_them() {
    use crate::specs::removed_derived::*;
    let cx = |letters: &str| RemovedDerivedParams::new(Release::find(letters).unwrap());
    for (letters, bytes, size) in [("aa", &[0, 3, 3, 1, 2, 3][..], 3), ("ab", &[3, 1, 2, 3, 9][..], 7)] {
        let head = RemovedDerivedRef::read(&mut Reader::new(bytes), &cx(letters)).unwrap();
        assert_eq!((head.size, head.twice, head.data), (size, i64::from(size) * 2, &[1, 2, 3][..]), "{letters}");
        let v = read(bytes, |r| RemovedDerived::decode(r, &cx(letters)));
        assert_eq!(written(|w| v.encode(w, &cx(letters))), bytes, "{letters}");
    }
}

#[test]
fn elements_are_found_by_the_table_of_the_version() {
    use crate::specs::offset_tables::*;
    let block = Block { items: [b"a".to_vec(), b"bc".to_vec()].map(|text| Item { text }).into() };
    let model = OffsetTables { block };
    let items = bytes![2, 1, 'a', 2, 'b', 'c'];
    for (letters, table) in [("aa", bytes![0, 0, 0, 0, 0, 0, 0, 2]), ("ab", bytes![0, 0, 2, 0]), ("ba", bytes![0, 2])] {
        let cx = OffsetTablesParams::new(Release::find(letters).unwrap());
        let block = [&items[..], &table].concat();
        let bytes = [&[block.len() as u8][..], &block].concat();
        assert_eq!(written(|w| model.encode(w, &cx)), bytes, "{letters}");
        assert_eq!(read(&bytes, |r| OffsetTables::decode(r, &cx)), model, "{letters}");
        let head = BlockRef::read(&mut Reader::new(&block), &cx).unwrap();
        assert_eq!(head.items_at(0, &cx).unwrap().text, b"a", "{letters}");
        assert_eq!(head.items_at(1, &cx).unwrap().text, b"bc", "{letters}");
        assert!(head.items_at(2, &cx).is_err());
    }
}

#[test]
fn elements_of_fixed_width_ask_for_the_version_and_for_layouts_beside_them() {
    use crate::specs::told_elements::*;
    let marks = vec![Mark { kind: MarkKind::Early, n: 7 }, Mark { kind: MarkKind::Late, n: 8 }];
    let texts = vec![Text { data: b"a".to_vec() }, Text { data: b"bc".to_vec() }];
    let model = ToldElements { lens: vec![1, 2], marks, texts };
    let cx = |letters| ToldElementsParams::new(Release::find(letters).unwrap());
    let bytes = bytes![2, 0, 1, 0, 2, 0, 7, 1, 8, 'a', 'b', 'c'];
    assert_eq!(written(|w| model.encode(w, &cx("ab"))), bytes);
    assert_eq!(read(&bytes, |r| ToldElements::decode(r, &cx("ab"))), model);
    let head = ToldElementsRef::read(&mut Reader::new(&bytes), &cx("ab")).unwrap();
    assert_eq!(head.marks.get(1).unwrap().kind, MarkKind::Late);
    // An older version has no such kind.
    let old = bytes![2, 1, 2, 0, 7, 1, 8, 'a', 'b', 'c'];
    assert!(ToldElements::decode(&mut Reader::new(&old), &cx("aa")).is_err());
    let head = ToldElementsRef::read(&mut Reader::new(&old), &cx("aa")).unwrap();
    assert!(head.marks.get(0).is_ok() && head.marks.get(1).is_err());
    let early = bytes![2, 1, 2, 0, 7, 0, 8, 'a', 'b', 'c'];
    let read = read(&early, |r| ToldElements::decode(r, &cx("aa")));
    assert_eq!(read.texts, model.texts);
    assert_eq!(written(|w| read.encode(w, &cx("aa"))), early);
}

#[test]
fn a_derived_count_is_asked_for_whatever_its_width() {
    use crate::specs::count_layouts::*;
    let model = CountLayouts { words: vec![1, 2] };
    for (letters, num) in [("aa", &[0, 2][..]), ("ab", &[0, 0, 0, 0, 0, 0, 0, 2])] {
        let cx = CountLayoutsParams::new(Release::find(letters).unwrap());
        let bytes = [num, &[0, 1, 0, 2]].concat();
        assert_eq!(written(|w| model.encode(w, &cx)), bytes, "{letters}");
        assert_eq!(read(&bytes, |r| CountLayouts::decode(r, &cx)), model, "{letters}");
        let head = CountLayoutsRef::read(&mut Reader::new(&bytes), &cx).unwrap();
        assert_eq!((head.num, head.words.len()), (2, 2), "{letters}");
    }
}

/// An array is in the head whether it is counted or ends with the stream.
#[test]
fn an_array_to_the_end_is_another_layout_of_a_counted_one() {
    use crate::specs::rest_layouts::*;

    let release = |letters| Release::find(letters).unwrap();
    for (v, bytes) in [(release("aa"), &[2, 1, 0, 2, 1][..]), (release("ab"), &[0, 0, 0, 1, 0, 0, 1, 2][..])] {
        let params = RestLayoutsParams::new(v);
        let head = RestLayoutsRef::read(&mut Reader::new(bytes), &params).unwrap();
        let words: Vec<u64> = (0..head.words.len()).map(|i| u64::from(head.words.get(i as i64).unwrap().0)).collect();
        assert_eq!(words, [1, 0x102]);
        let model = RestLayouts::decode(&mut Reader::new(bytes), &params).unwrap();
        assert_eq!(model.words, [1, 0x102]);
    }
    let cut = [0, 0, 0, 1, 0];
    assert!(RestLayoutsRef::read(&mut Reader::new(&cut), &RestLayoutsParams::new(release("ab"))).is_err());
}

#[test]
fn heads_compare_checksums_as_the_version_has_them() {
    use crate::specs::checked::{Checked, CheckedParams, CheckedRef};
    let sums = |letters| match letters {
        "aa" => crc32(b"body", 0).to_be_bytes().to_vec(),
        "ab" => crc32c(b"Zbody", 0).to_le_bytes().to_vec(),
        _ => u64::from(crc32(b"bodyZ", 0)).to_be_bytes().to_vec(),
    };
    for letters in ["aa", "ab", "ba"] {
        let cx = CheckedParams::new(Release::find(letters).unwrap());
        let model = Checked { body: b"body".to_vec(), ..Default::default() };
        let mut bytes = written(|w| model.encode(w, &cx));
        let lead: &[u8] = if letters == "aa" { b"" } else { b"Z" };
        assert_eq!(bytes, [lead, b"body", &sums(letters)].concat(), "{letters}");
        let head = CheckedRef::read(&mut Reader::new(&bytes), &cx).unwrap();
        assert_eq!((head.body, head.lead), (&b"body"[..], 0x5a), "{letters}");
        for at in 0..bytes.len() {
            bytes[at] ^= 1;
            assert!(CheckedRef::read_unchecked(&mut Reader::new(&bytes), &cx).is_ok(), "{letters}");
            let said = misread(&bytes, |r| CheckedRef::read(r, &cx).map(drop));
            assert!(said.contains("crc: stored checksum 0x"), "{letters}: {said}");
            assert_eq!(said, misread(&bytes, |r| Checked::decode(r, &cx)), "{letters}");
            bytes[at] ^= 1;
        }
    }
}

#[test]
fn a_list_that_a_version_lacks_is_filled_where_another_has_it() {
    use crate::specs::filled::{Filled, FilledParams};
    let cx = |letters: &str| FilledParams::new(Release::find(letters).unwrap());
    let old = bytes![2, 5, 6];
    let v = read(&old, |r| Filled::decode(r, &cx("aa")));
    assert_eq!((v.offsets.as_slice(), v.checks.len(), v.lengths.len(), v.sizes.len()), (&[5, 6][..], 0, 0, 0));
    assert_eq!(written(|w| v.encode(w, &cx("aa"))), old);
    for (letters, sizes) in [("ab", bytes![3, 3]), ("ba", bytes![0, 0, 0, 3, 0, 0, 0, 3])] {
        let new = written(|w| v.encode(w, &cx(letters)));
        assert_eq!(new, [&bytes![2, 5, 6, 1, 2, 1, 2, 0, 0, 1, 1][..], &sizes].concat(), "{letters}");
        let mut again = read(&new, |r| Filled::decode(r, &cx(letters)));
        assert_eq!((again.checks.as_slice(), again.marks.as_slice()), (&[0x0102; 2][..], &[true; 2][..]), "{letters}");
        assert_eq!(written(|w| again.encode(w, &cx(letters))), new, "{letters}");
        // It says nothing that older versions lack …
        assert_eq!(written(|w| again.encode(w, &cx("aa"))), old, "{letters}");
        // … until it does, and no list is made longer than it is.
        again.checks[1] = 1;
        let said = unwritten(|w| again.encode(w, &cx("aa")));
        assert_eq!(said, "field checks of filled: the version has no place for the value", "{letters}");
        again.checks.truncate(1);
        let said = unwritten(|w| again.encode(w, &cx(letters)));
        assert!(said.starts_with("field checks of filled: "), "{letters}: {said}");
    }
}

#[test]
fn an_element_is_told_the_one_beside_it() {
    use crate::specs::asks_list::{AsksList, AsksListParams, Entry};
    let cx = AsksListParams::new(Release::find("aa").unwrap());
    let v = AsksList { offsets: vec![7, 0x0102], entries: [8, 9].map(|data| Entry { data }).into() };
    let bytes = bytes![2, 0, 7, 1, 2, 0, 7, 8, 1, 2, 9];
    assert_eq!(written(|w| v.encode(w, &cx)), bytes);
    assert_eq!(read(&bytes, |r| AsksList::decode(r, &cx)), v);
}

#[test]
fn a_body_is_found_by_a_position_that_values_tell() {
    use crate::specs::footer_value::{Footer, FooterValueParams};
    for (letters, more, bytes) in [("aa", 0, bytes![8, 9, 0, 0, 0, 0]), ("ab", 5, bytes![8, 9, 0, 0, 0, 0, 0, 5])] {
        let (r, cx) = (Reader::new(&bytes), FooterValueParams::new(Release::find(letters).unwrap()));
        assert_eq!(FooterValue::footer_pos(&r, &cx).unwrap(), 2);
        assert_eq!(FooterValue::footer_at(&r, &cx).unwrap().more, more);
        let value = FooterValue { keys: vec![8, 9], footer: Footer { more } };
        assert_eq!(written(|w| value.encode(w, &cx)), bytes);
    }
}

#[test]
fn entries_of_a_table_of_contents_differ_between_versions() {
    use crate::specs::toc_version::{Part, PartKind, TocVersion, TocVersionParams};
    let part = |kind, note, body: &[u8]| Part { kind, note, body: body.to_vec() };
    let value = TocVersion { toc: vec![part(PartKind::First, 7, &[8, 9]), part(PartKind::Second, 7, &[6])] };
    let expected = [
        ("aa", bytes![2, 0, 0, 7, 1, 0, 9, 8, 9, 6]),
        ("ab", bytes![2, 0, 0, 0, 17, 0, 0, 0, 2, 0, 1, 0, 19, 0, 0, 0, 1, 8, 9, 6]),
        ("ba", bytes![2, 0, 0, 0, 19, 0, 0, 0, 2, 7, 0, 1, 0, 21, 0, 0, 0, 1, 7, 8, 9, 6]),
    ];
    for (letters, bytes) in expected {
        let cx = TocVersionParams::new(Release::find(letters).unwrap());
        assert_eq!(written(|w| value.encode(w, &cx)), bytes, "{letters}");
        assert_eq!(TocVersion::decode(&mut Reader::new(&bytes), &cx).unwrap(), value, "{letters}");
    }
}

#[test]
fn layouts_may_be_asked_for_by_their_own_names() {
    use crate::specs::asked_layouts::{AskedLayouts, AskedLayoutsParams};
    let model = AskedLayouts { data: vec![8, 9], items: vec![1, 2, 3] };
    let expected = [
        ("aa", bytes![0, 0, 0, 2, 8, 9, 3, 1, 2, 3]),
        ("ab", bytes![2, 8, 9, 3, 1, 2, 3]),
        ("ba", bytes![2, 8, 9, 0, 3, 1, 2, 3]),
    ];
    for (letters, bytes) in expected {
        let cx = AskedLayoutsParams::new(Release::find(letters).unwrap());
        assert_eq!(written(|w| model.encode(w, &cx)), bytes, "{letters}");
        assert_eq!(read(&bytes, |r| AskedLayouts::decode(r, &cx)), model, "{letters}");
    }
}

#[test]
fn a_value_that_a_model_holds_is_asked_of_it() {
    use crate::specs::asked_models::{AskedModels, AskedModelsParams};
    use crate::specs::delta_layouts::DeltaLayouts;
    let other = DeltaLayouts { time: 7, ..Default::default() };
    let cx = AskedModelsParams::new(Release::find("aa").unwrap(), &other);
    let model = AskedModels { at: 12, data: vec![8, 9] };
    assert_eq!(written(|w| model.encode(w, &cx)), [5, 8, 9]);
    assert_eq!(read(&[5, 8, 9], |r| AskedModels::decode(r, &cx)), model);
}

#[test]
fn a_type_says_how_checksums_of_other_bytes_are_computed() {
    use crate::specs::sums::Sums;
    assert_eq!((Sums::ALL_ALGO.of(b"123456789", 0), Sums::LAST_ALGO.of(b"123456789", 0)), (0xe306_9283, 0xcbf4_3926));
    let bytes = bytes![1, 0, 0, 0, 0, 0, 0, 0, 7, '1', '2'];
    let model = read(&bytes, Sums::decode);
    assert_eq!((model.all.as_slice(), model.last.as_str()), (&[7][..], "12"));
    assert_eq!(written(|w| model.encode(w)), bytes);
}
