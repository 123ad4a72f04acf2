use super::*;
use std::fs;
use std::path::{Path, PathBuf};

fn parse(name: &str) -> Result<FileName, DescriptorError> {
    FileName::parse(Path::new(name))
}

/// A fresh directory tree with empty files.
fn tree(name: &str, files: &[&str]) -> PathBuf {
    let root = std::env::temp_dir().join(format!("cqlite-descriptor-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&root);
    for file in files {
        let path = root.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, b"").unwrap();
    }
    root
}

fn found(path: &Path) -> Vec<String> {
    discover(path).unwrap().sstables.iter().map(|found| found.descriptor.prefix().to_owned()).collect()
}

#[test]
fn names_of_all_supported_versions_are_read() {
    for format in [Format::Big, Format::Bti] {
        for letters in format.supported_versions() {
            let name = format!("{letters}-12-{format}-Data.db");
            let Ok(FileName::Component(name, Component::Data)) = parse(&name) else { panic!("{name}") };
            assert_eq!((name.version.to_string().as_str(), name.version.format()), (letters, format));
            assert_eq!(name.id, SstableId::Sequence(12));
        }
    }
}

#[test]
fn letters_count_only_with_their_format() {
    for name in ["da-1-big-Data.db", "nb-1-bti-Data.db", "aa-1-big-Data.db"] {
        assert!(matches!(parse(name), Err(DescriptorError::UnsupportedVersion { .. })), "{name}");
    }
}

#[test]
fn other_versions_are_refused_by_name() {
    for (name, letters) in [
        ("ob-1-big-Data.db", "ob"),
        ("db-1-bti-Data.db", "db"),
        ("pb-1-big-Data.db", "pb"),
        ("eb-1-bti-Data.db", "eb"),
        ("la-1-big-Data.db", "la"),
        ("lb-1-big-Data.db", "lb"),
        ("ms-1-big-Data.db", "ms"),
        ("mt-3fw2_0tj4_46w3k2cpidnirvjy7k-big-Data.db", "mt"),
        ("zz-1-big-Data.db", "zz"),
        ("Keyspace1-Standard1-jb-0-Data.db", "jb"),
        ("foo-atable-ka-1-Data.db", "ka"),
        ("Keyspace1-Standard1-ic-0-Data.db", "ic"),
        ("legacy_tables-legacy_jb_simple-jb-1-TOC.txt", "jb"),
    ] {
        let e = parse(name).unwrap_err();
        assert!(matches!(&e, DescriptorError::UnsupportedVersion { version, .. } if version == letters), "{name}");
        let text = e.to_string();
        assert!(text.contains(&format!("version {letters}")), "{text}");
        assert!(text.contains("ma mb mc md me na nb nc oa pa (big), aa ac ad ba bb ca cb cc da ea (bti)"), "{text}");
    }
    assert!(parse("pb-1-big-Data.db").unwrap_err().to_string().contains("not supported yet: unreleased"));
    assert!(parse("ka-ka-ka-1-Data.db").is_err());
}

#[test]
fn formats_and_ids_are_checked() {
    assert!(
        matches!(parse("nb-1-huge-Data.db"), Err(DescriptorError::UnknownFormat { format, .. }) if format == "huge")
    );
    for id in ["x1", "2147483648", "12345678901", "3fw2_0tj4_46w3k2cpidnirvjy7", "3fw2_0tj4_46w3kzzzzzzzzzzzzz"] {
        let e = parse(&format!("nb-{id}-big-Data.db")).unwrap_err();
        assert!(matches!(&e, DescriptorError::InvalidId { id: named, .. } if named == id), "{id}");
    }
}

#[test]
fn unfinished_files_and_logs_are_told_apart() {
    for name in [
        "tmp-la-1-big-Data.db",
        "tmplink-lb-12-big-Index.db",
        "ks-table-tmp-ka-1-Data.db",
        "ks-table-tmplink-ka-1-Data.db",
        "nb-1-big-Data.db.tmp",
        "nb-1-big-CompressionInfo.db.3b4d5f00-0000-11ee-8000-000000000000.tmp",
    ] {
        assert_eq!(parse(name).unwrap(), FileName::Temporary, "{name}");
    }
    for name in [
        "nb_txn_compaction_64b67c10-0fc5-11ee-b4b2-7d5b1a9e6a7e.log",
        "bti-da_txn_flush_64b67c10-0fc5-11ee-b4b2-7d5b1a9e6a7e.log",
        "txn_write_x.log",
    ] {
        assert_eq!(parse(name).unwrap(), FileName::TransactionLog, "{name}");
    }
    for name in [
        "manifest.json",
        "schema.cql",
        "nb-1-big",
        "my-own-fine-file.txt",
        "dump-da-1-bti.jsonl.gz",
        "x-nb-1-a.gz",
        "ks-t-nb-1-Data.db",
        "x-jb-1-big.json",
        "a-b-c-d-e-f",
        "-",
        "",
        ".db",
    ] {
        assert_eq!(parse(name).unwrap(), FileName::Unrelated, "{name}");
    }
}

#[test]
fn components_have_names() {
    for name in [
        "Data.db",
        "Index.db",
        "Summary.db",
        "Partitions.db",
        "Rows.db",
        "Filter.db",
        "Statistics.db",
        "CompressionInfo.db",
        "CRC.db",
        "Digest.crc32",
        "Digest.adler32",
        "Digest.sha1",
        "TOC.txt",
    ] {
        let component = Component::from_name(name);
        assert!(!matches!(component, Component::Custom(_)), "{name}");
        assert_eq!(component.name(), name);
    }
    for name in ["SI_idx.db", "SAI+aa+idx+Meta.db", "SAI+aa+GroupComplete.db", "SAI_idx_TermsData.db"] {
        let Ok(FileName::Component(_, component)) = parse(&format!("nb-1-big-{name}")) else { panic!("{name}") };
        assert_eq!(component, Component::Custom(name.to_owned()));
        assert!(component.is_attached_index());
    }
    assert!(!Component::Custom("Extra.db".to_owned()).is_attached_index());
}

#[test]
fn directories_tell_keyspace_and_table() {
    let id = "5a1c395e8b4111e7b4be9d5e6a8f1c2d";
    let table = format!("/d/ks/users-{id}");
    let base = Location {
        keyspace: Some("ks".into()),
        table: Some("users".into()),
        table_id: TableId::parse(id),
        ..Location::default()
    };
    assert_eq!(Location::of(Path::new(&table)), base);
    assert_eq!(base.table_id.unwrap().to_string(), "5a1c395e-8b41-11e7-b4be-9d5e6a8f1c2d");
    let snapshot = Location { snapshot: Some("2024-01-01".into()), ..base.clone() };
    assert_eq!(Location::of(&Path::new(&table).join("snapshots/2024-01-01")), snapshot);
    let index = Location { index: Some("by_name".into()), ..snapshot };
    assert_eq!(Location::of(&Path::new(&table).join("snapshots/2024-01-01/.by_name")), index);
    assert_eq!(Location::of(&Path::new(&table).join("backups")), Location { is_backup: true, ..base.clone() });
    let old = Location { table_id: None, ..base };
    assert_eq!(Location::of(Path::new("/d/ks/users")), old);
    assert_eq!(Location::of(Path::new("/")), Location::default());
    assert_eq!(Location::of(Path::new("/d/a b")).table, None);
    assert!(Location::of(Path::new(".")).table.is_some());
}

#[test]
fn a_toc_lists_components() {
    for version in cqlite_format::version::SstableVersion::ALL {
        let toc = Toc::read(b"Data.db\r\nTOC.txt\n\nSAI+aa+i+Meta.db\n", version).expect("text");
        let custom = Component::Custom("SAI+aa+i+Meta.db".into());
        assert_eq!(toc.components, [Component::Data, Component::Toc, custom]);
        assert!(Toc::read(b"Data.db\n\xff\n", version).is_err());
    }
}

#[test]
fn sstables_are_found_from_every_level() {
    let t = "ks/t-5a1c395e8b4111e7b4be9d5e6a8f1c2d";
    let u = "ks/u-6a1c395e8b4111e7b4be9d5e6a8f1c2d";
    let files = [
        format!("{t}/nb-10-big-Data.db"),
        format!("{t}/nb-10-big-TOC.txt"),
        format!("{t}/nb-10-big-SAI+aa+i+Meta.db"),
        format!("{t}/nb-9-big-Data.db"),
        format!("{t}/nb-3fw2_0tj4_46w3k2cpidnirvjy7k-big-Data.db"),
        format!("{t}/nb-11-big-Data.db.tmp"),
        format!("{t}/nb_txn_compaction_64b67c10-0fc5-11ee-b4b2-7d5b1a9e6a7e.log"),
        format!("{t}/.idx/nb-1-big-Data.db"),
        format!("{t}/snapshots/s1/mc-1-big-Data.db"),
        format!("{t}/snapshots/s1/.idx/mc-2-big-Data.db"),
        format!("{t}/backups/na-1-big-Data.db"),
        format!("{u}/oa-1-big-Data.db"),
        format!("{u}/da-1-bti-Filter.db"),
        format!("{u}/ob-1-big-Data.db"),
        format!("{u}/ob-1-big-CRC.db"),
        format!("{u}/ob-1-big-Statistics.db"),
        format!("{u}/manifest.json"),
    ];
    let root = tree("levels", &files.iter().map(String::as_str).collect::<Vec<_>>());
    let of_t = ["nb-9-big", "nb-10-big", "nb-3fw2_0tj4_46w3k2cpidnirvjy7k-big"];
    assert_eq!(found(&root.join(t)), of_t);
    assert_eq!(found(&root), [&of_t[..], &["oa-1-big"]].concat());
    assert_eq!(found(&root.join("ks")), found(&root));
    assert_eq!(found(&root.join(t).join("snapshots/s1")), ["mc-1-big"]);
    assert_eq!(found(&root.join(t).join("snapshots")), ["mc-1-big"]);
    assert_eq!(found(&root.join(t).join("backups")), ["na-1-big"]);
    assert_eq!(found(&root.join(t).join(".idx")), ["nb-1-big"]);
    for file in ["nb-10-big-Data.db", "nb-10-big-TOC.txt", "nb-10-big-SAI+aa+i+Meta.db", "nb-10-big"] {
        assert_eq!(found(&root.join(t).join(file)), ["nb-10-big"], "{file}");
    }
    let all = discover(&root).unwrap();
    assert_eq!((all.transaction_logs.len(), all.temporary.len()), (1, 1));
    assert_eq!(all.left_out, [".idx", "backups", "snapshots"].map(|name| root.join(t).join(name)));
    let ten = &all.sstables[1];
    assert_eq!(ten.components.len(), 3);
    assert_eq!(ten.descriptor.location().table.as_deref(), Some("t"));
    let refused: Vec<_> = all.refused.iter().map(ToString::to_string).collect();
    assert_eq!(refused.len(), 2, "{refused:?}");
    assert!(refused[0].contains("ob-1-big-Data.db: version ob (big) is not supported (not a released version)"));
    assert!(refused[1].contains("da-1-bti-Data.db: Data.db is missing; present are Filter.db"));
    fs::remove_dir_all(root).unwrap();
}

#[test]
fn a_folder_is_listed_once() {
    let files = ["d/nb-1-big-Data.db", "d/nb-1-big-TOC.txt", "d/nb-2-big-Data.db", "d/nb-3-big-Filter.db"];
    let root = tree("once", &files);
    let mut finder = Finder::default();
    let first = finder.discover(&root.join("d/nb-1-big-TOC.txt")).unwrap();
    assert_eq!(first.sstables[0].components, [Component::Data, Component::Toc]);
    // Whoever looked again would find nothing.
    fs::remove_dir_all(&root).unwrap();
    assert_eq!(finder.discover(&root.join("d/nb-2-big")).unwrap().sstables[0].components, [Component::Data]);
    let source = crate::io::DirectorySource::of(&first.sstables[0], crate::io::AccessMode::Pread);
    assert_eq!(crate::io::ComponentSource::components(&source).unwrap(), [Component::Data, Component::Toc]);
}

#[test]
fn any_component_names_an_sstable_and_no_directory_does() {
    let root = tree("any", &["zz-1-big-Data.db/nb-1-big-Filter.db"]);
    let mut finder = Finder::default();
    let directory = root.join("zz-1-big-Data.db");
    assert_eq!(finder.of_component(&directory).unwrap(), None);
    assert_eq!(finder.of_component(&directory.join("nb-1-big-Data.db")).unwrap(), None);
    let found = finder.of_component(&directory.join("nb-1-big-Filter.db")).unwrap().unwrap();
    assert_eq!(found.components, [Component::Filter]);
    fs::remove_dir_all(&root).unwrap();
}

#[test]
fn paths_that_are_no_sstable_are_errors() {
    let root = tree("errors", &["d/nb-1-big-Filter.db", "d/x.txt", "d/jb-1-big-Data.db", "d/nb-2-big-Data.db.tmp"]);
    let error = |name: &str| discover(&root.join(name)).unwrap_err();
    assert!(matches!(error("nothing"), DescriptorError::Io { .. }));
    assert!(matches!(error("d/x.txt"), DescriptorError::NotAnSstable { .. }));
    assert!(matches!(error("d/nb-2-big-Data.db.tmp"), DescriptorError::NotAnSstable { .. }));
    assert!(matches!(error("d/jb-1-big-Data.db"), DescriptorError::UnsupportedVersion { .. }));
    assert!(matches!(error("d/nb-1-big-Filter.db"), DescriptorError::MissingData { .. }));
    assert!(matches!(error("d/nb-7-big"), DescriptorError::MissingData { .. }));
    assert!(discover(&tree("empty", &["d/x"])).unwrap().sstables.is_empty());
    fs::remove_dir_all(root).unwrap();
}

#[cfg(unix)]
#[test]
fn symbolic_links_do_not_loop() {
    let root = tree("links", &["ks/t/nb-1-big-Data.db"]);
    std::os::unix::fs::symlink(&root, root.join("ks/t/up")).unwrap();
    assert_eq!(found(&root), ["nb-1-big"]);
    fs::remove_dir_all(root).unwrap();
}

#[test]
fn ids_are_cassandras_and_in_its_order() {
    let mut last = None;
    let lines = cqlite_test_data::recorded("sstable_ids.txt");
    for line in &lines {
        let fields: Vec<&str> = line.split(' ').collect();
        let id = SstableId::parse(fields[0]).unwrap();
        match fields[1..] {
            ["sequence"] => assert_eq!(id, SstableId::Sequence(fields[0].parse().unwrap())),
            [timestamp, node] => {
                let parsed = (timestamp.parse().unwrap(), node.parse().unwrap());
                assert_eq!(id, SstableId::Uuid { timestamp: parsed.0, node: parsed.1 });
            }
            _ => panic!("{line}"),
        }
        assert_eq!(id.to_string(), fields[0]);
        assert_eq!(SstableId::parse(&fields[0].to_uppercase()), Some(id));
        assert!(last.is_none_or(|last| last < id), "{line}");
        last = Some(id);
    }
    assert!(lines.len() > 60);
}

#[test]
fn the_corpus_is_found() {
    let Some(corpus) = cqlite_test_data::shared() else { return };
    let found = discover(&corpus).unwrap();
    let versions: std::collections::BTreeSet<_> =
        found.sstables.iter().map(|found| found.descriptor.version().to_string()).collect();
    assert_eq!(
        versions.into_iter().collect::<Vec<_>>().join(" "),
        "aa ac ad ba bb ca cb cc da ma mb mc md me na nb nc oa"
    );
    assert!(found.sstables.len() >= 120, "{}", found.sstables.len());
    for refused in &found.refused {
        let is_old = matches!(refused, DescriptorError::UnsupportedVersion { version, .. }
            if ["ic", "jb", "ka", "la"].contains(&version.as_str()));
        assert!(is_old, "{refused}");
    }
    let mut incomplete = 0;
    for sstable in &found.sstables {
        assert!(sstable.descriptor.location().table.is_some(), "{}", sstable.descriptor);
        if !sstable.components.contains(&Component::Statistics) {
            incomplete += 1;
        }
    }
    assert_eq!(incomplete, 2, "two have been stored without their Statistics.db");
}
