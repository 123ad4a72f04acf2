//! What is merged of the SSTables of a table is what Cassandra merges of them (format in `recorded/README.md`), in whatever order, grouping
//! and repetition they come; and what is purged of that is what its compaction purges.

mod group;
mod lines;

use cqlite_merge::{read_ahead, Merge, Purge};

use group::{assert_same, recorded, Group};
use lines::lines;

#[test]
fn as_cassandra_merges() {
    let groups = recorded("merged.txt.gz");
    assert!(groups.len() > 200, "{} groups", groups.len());
    for (name, expected) in groups {
        let group = Group::open(&name);
        let all: Vec<usize> = (0..group.sstables.len()).collect();
        assert_same(&group.name, &group.merged(&all), &expected);
        let ahead = read_ahead(&mut group.merge(&all), |ahead| lines(ahead, &group.table));
        // With one processor there is no other thread.
        if let Some(ahead) = ahead {
            assert_same(&group.name, &ahead.unwrap_or_else(|e| panic!("{name}: {e}")), &expected);
        }
    }
}

#[test]
fn order_grouping_and_repetition_do_not_matter() {
    // Decimals like 0 and 0.0 are equal, and neither counts more: Cassandra, too, keeps the one that it sees first.
    for (name, _) in recorded("merged.txt.gz").into_iter().filter(|(name, _)| !name.contains("type_decimal")) {
        let group = Group::open(&name);
        let all: Vec<usize> = (0..group.sstables.len()).collect();
        let (expected, last) = (group.merged(&all), all.len() - 1);
        let reversed: Vec<usize> = all.iter().rev().copied().collect();
        assert_same(&group.name, &group.merged(&reversed), &expected);
        let again: Vec<usize> = all.iter().chain(&all).copied().collect();
        assert_same(&group.name, &group.merged(&again), &expected);
        let parts = vec![group.merge(&all[..last]), group.merge(&all[last..])];
        let mut nested = Merge::new(&group.table, group.sstables[0].comparator(), parts);
        let found = lines(&mut nested, &group.table).unwrap_or_else(|e| panic!("{}: {e}", group.name));
        assert_same(&group.name, &found, &expected);
    }
}

#[test]
fn as_cassandra_purges() {
    let groups = recorded("purged.txt.gz");
    assert!(groups.len() > 400, "{} groups", groups.len());
    for (title, expected) in groups {
        let (times, name) = title.split_once(' ').unwrap_or_else(|| panic!("{title}"));
        let times: Vec<Option<i64>> = times.split(',').map(|time| time.parse().ok()).collect();
        let [Some(now), Some(gc_before), oldest] = *times else { panic!("{title}") };
        let group = Group::open(name);
        let all: Vec<usize> = (0..group.sstables.len()).collect();
        let mut purged = Purge::new(group.merge(&all), now, gc_before, |_: &[u8]| Ok(oldest));
        let found = lines(&mut purged, &group.table).unwrap_or_else(|e| panic!("{title}: {e}"));
        assert_same(&title, &found, &expected);
    }
}
