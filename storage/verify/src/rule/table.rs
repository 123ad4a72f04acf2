use std::fmt::Display;

use super::{Breach, Rule};

/// Of each rule a function that makes its breach from what the sentence has in braces.
macro_rules! rules {
    ($($check:ident {
        $($(#[doc = $doc:literal])* $id:ident($($arg:ident),*): $severity:ident $sentence:literal;)*
    })*) => {
        $($(
            #[cold]
            pub(crate) fn $id($($arg: impl Display),*) -> Breach {
                Breach::new(&table::$id, format!($sentence))
            }
        )*)*

        #[allow(non_upper_case_globals, reason = "ids are written as the functions are")]
        mod table {
            use crate::{Check, Rule, Severity};

            $($(
                pub(super) static $id: Rule = Rule {
                    id: stringify!($id),
                    severity: Severity::$severity,
                    check: Check::$check,
                    sentence: $sentence,
                    meaning: concat!($($doc),*).trim_ascii(),
                };
            )*)*
        }

        pub(super) const ALL: &[&Rule] = &[$($(&table::$id),*),*];
    };
}

rules! {
    Files {
        /// Nothing can be read without Data.db and Statistics.db, nor a single partition found without the index.
        component_missing(): Error "the component is missing";
        /// A folder, a socket or the like has the component's name.
        not_a_file(what): Error "{what}";
        /// Cassandra makes Filter.db and Summary.db anew when it loads the SSTable.
        listed_component_missing(): Warning "TOC.txt lists the component, but it is missing";
        /// Without CompressionInfo.db compressed data cannot be read.
        compression_info_missing(): Error "TOC.txt lists the component, but it is missing";
        /// Cassandra lists what it finds when it loads the SSTable, makes Filter.db and Summary.db anew, and checks less without the others.
        unlisted_component_missing(): Warning "the component is missing, and so is TOC.txt, which would tell whether there was one: Cassandra writes one";
        /// Without CompressionInfo.db compressed data cannot be read: Cassandra takes it for uncompressed.
        unlisted_info_missing(): Error "the component is missing, and so is TOC.txt; Statistics.db says that the data is compressed";
        component_not_listed(): Warning "TOC.txt does not list the component";
        empty_toc(): Warning "TOC.txt lists no component";
        crc_of_compressed_data(): Warning "the checksums are of uncompressed data, but the data is compressed";
    }
    Decoding {
        /// Bytes that the specification does not allow. Nothing of the component is looked at after them.
        undecodable(error): Error "{error}";
        undecodable_index_entry(error): Error "{error}; the entries after it are not checked";
        /// `verify` does not read components of several GiB that Cassandra keeps small.
        component_too_long(error): Error "{error}";
        trailing_bytes(count): Error "{count} bytes follow the last field";
        invalid_digest(text): Error "the digest {text} is not a decimal number";
        keys_end(end, footer): Error "the keys end at {end}, but the footer begins at {footer}";
        /// Rows cannot be read, for a component that is needed for it cannot be used.
        cannot_open(error): Error "{error}";
    }
    MetadataChecksums {
        /// The bytes that the checksum covers are damaged, or the checksum itself. What they hold is looked at all the same.
        metadata_checksum(error): Error "{error}";
    }
    Metadata {
        /// A warning if the serialization header is there, for rows can be read then.
        parts_missing(parts): Error "parts are missing: {parts}";
        parts_order(part, next): Warning "the part {part} is not before {next}";
        toc_end(end, first): Warning "the table of contents ends at {end}, but the first part starts at {first}";
        partitioner_missing(): Error "the part that names the partitioner is missing";
        /// The partitioner is a class that Cassandra does not come with: nothing is known of the order of partitions.
        unknown_partitioner(error): Error "{error}";
        /// Times of rows are stored relative to the header's: without those no row can be read.
        encoding_stats(error): Error "{error}";
        header_ttl_range(ttl, max): Error "the smallest TTL is {ttl}, expected 0 to {max}";
        /// A class that Cassandra does not come with. Nothing is wrong if the cluster has it.
        foreign_type(class): Warning "the type {class} is not one of Cassandra's: its values cannot be checked";
        misspelt_type(class, original): Error "the type {class} is not one of Cassandra's, but {original} with a byte changed";
        column_name(name): Error "the column name {name} is not UTF-8";
        /// Rows are read by the order of columns: cells would be taken for those of another column.
        column_order(): Error "the column is not after the one before it: simple columns come first, then by name";
        fp_chance_range(chance): Warning "the chance of false positives is {chance}, expected more than 0 and at most 1";
        min_exceeds_max(min, max): Error "the smallest value, {min}, is more than the largest, {max}";
        negative_deletion_time(time): Error "the local deletion time {time} is negative";
        negative_ttl(ttl): Error "the TTL {ttl} is negative";
        negative_count(count): Error "the count {count} is negative";
        /// The level of leveled compaction.
        negative_level(level): Warning "the level {level} is negative";
        negative_repair_time(time): Warning "the repair time {time} is negative";
        token_space_coverage_range(coverage): Warning "the token space coverage is {coverage}, expected 0 to 1";
        /// The histogram has other buckets than Cassandra reckons with.
        bucket_offset(bucket, offset, expected): Error "the offset of bucket {bucket} is {offset}, expected {expected}";
        tombstone_bin_order(): Warning "the point is not after that of the bin before";
        empty_tombstone_bin(count): Warning "the count of the bin is {count}, expected more than 0";
        commit_log_order(): Warning "the commit log intervals are not ascending";
        commit_log_lower_bound(): Warning "the bound is not the start of the first commit log interval";
        commit_log_upper_bound(): Warning "the bound is not the end of the last commit log interval";
        dirty_padding(at, byte): Warning "byte {at} of the padding is {byte}, expected 0";
        padding_length(len, expected): Warning "the padding has {len} bytes, expected {expected} for the tombstone bins";
        /// A newer release of Cassandra may have written them.
        unknown_fields(len): Note "{len} bytes follow the known fields and are not checked";
        covered_types(): Error "the clustering types are not those of the header";
        covered_bound_kind(kind, end): Error "a bound of kind {kind} cannot be the {end} one";
        bound_size(size, columns): Error "there are {size} values for {columns} clustering columns";
    }
    Digest {
        /// Data.db is not as it was written. Where, the checksums of its chunks tell; the digest itself may be what is damaged if they hold.
        digest_mismatch(stored, computed): Error "the digest is {stored}, but the checksum of Data.db is {computed}";
    }
    ChunkChecksums {
        /// The chunk is damaged. Rows of it are looked at all the same.
        chunk_checksum(computed, stored): Error "the checksum of the chunk is {computed}, but {stored} is stored";
        /// The block is damaged, or CRC.db.
        block_checksum(from, to, computed, stored): Error "the checksum of bytes {from} to {to} of Data.db is {computed}, but {stored} is stored in CRC.db";
    }
    Chunks {
        invalid_compressor(error): Error "{error}";
        /// A class that Cassandra does not come with. Nothing is wrong if the cluster has it.
        foreign_compressor(error): Warning "{error}: the rows cannot be checked";
        chunk_count(count, len, needed): Error "there are {count} chunks, but {len} bytes of data need {needed}";
        chunk_length(len, max): Error "the chunk length is {len}, expected at most {max}";
        first_chunk_offset(offset): Error "the first chunk starts at {offset}, expected 0";
        oversized_chunk(start, len): Error "the chunk at {start} has {len} bytes, more than any compressor makes";
        chunk_beyond_end(end, len): Error "the chunk ends at {end}, but Data.db at {len}";
        /// Chunks lie side by side, in order.
        chunk_order(start, next): Error "the chunk starts at {start}, but the next one at {next}";
        undersized_chunk(start, len): Error "the chunk at {start} has {len} bytes, too few for data and a checksum";
        uncompressed_chunk_length(len, expected): Error "the chunk is stored uncompressed in {len} bytes, expected {expected}";
        dirty_chunk_padding(at): Error "byte {at} of the zeros after the data is not zero";
        data_after_end(len): Error "{len} bytes of data are after the end of the data";
        last_chunk_length(len, expected): Error "the last chunk holds {len} bytes, but {expected} by the length of the data";
        wrong_chunk_length(len, expected): Error "the chunk holds {len} bytes, but {expected} by its place";
        /// The chunk's checksum holds, but it cannot be decompressed: it was damaged before it was written. Rows in it are lost.
        undecompressable_chunk(error): Error "{error}";
        block_length(len, max): Error "the block length is {len}, expected 1 to {max}";
        block_length_power(len): Warning "the block length {len} is not a power of two";
        block_count(count, len, needed): Error "there are {count} checksums, but {len} bytes need {needed}";
    }
    Index {
        empty_index(): Error "there is no entry";
        duplicate_index_key(): Error "the key is that of the entry before";
        index_key_order(): Error "the key is before that of the entry before";
        position_beyond_end(position): Error "the position {position} is after the end of the data";
        first_position(position): Error "the position is {position}, but the first partition is at 0";
        position_order(position, last): Error "the position {position} is not after that of the entry before, {last}";
        /// A key that is looked up ends at the first payload on its path: the second partition is not found.
        path_prefix(): Error "the path to the payload begins with the path to the payload before";
        hash_byte_missing(): Error "the hash byte is missing";
        key_count(stored, count): Error "{stored} keys are stored, but the trie has {count}";
        rows_position(position, error): Error "the position {position} is not that of an entry of Rows.db: {error}";
    }
    RowIndex {
        /// The row index of the partition does not decode. Rows are found without it, slowly.
        undecodable_row_index(error): Error "{error}";
        /// A partition of a single block needs no row index. In Index.db it is a warning: some release may have written it.
        too_few_blocks(count): Error "there are {count} blocks, expected at least 2";
        block_pointer(begin, stored): Error "the block is at {begin}, but its offset leads to {stored}";
        block_pointer_invalid(begin, error): Error "the block is at {begin}, but its offset leads nowhere: {error}";
        block_pointers_position(end, stored): Error "the blocks end at {end}, but their offsets begin at {stored}";
        first_block_offset(offset, expected): Error "the first block is at {offset}, but the rows begin at {expected}";
        block_offset(offset, expected): Error "the block is at {offset}, but the one before ends at {expected}";
        block_width(width): Error "the width of the block is {width}, expected more than 0";
        first_name_order(): Error "the first name is not after the last one of the block before";
        last_name_order(): Error "the last name is before the first one";
        block_name_size(size, columns): Error "there are {size} values for {columns} clustering columns";
        block_name_bits(): Warning "the clustering's header sets bits beyond its last value";
        trie_root_position(root): Error "the root of the trie, at {root}, is not before the entry";
        row_trie_order(offset, last): Error "the block at {offset} is not after the one before, at {last}";
        separator_count(blocks, count): Error "{blocks} blocks are stored, but the trie has {count} separators";
    }
    Summary {
        /// Offsets have 32 bits.
        entries_length(len): Error "offsets cannot tell places in {len} bytes";
        sample_offset(least, stored): Error "the entry is at {least} at least, but {stored} is stored";
        negative_sample_position(position): Error "the position {position} is negative";
        /// Delete Summary.db, and Cassandra makes it anew when it loads the SSTable. So it is with the other rules of this check.
        first_sample(position): Error "the first sample is of the entry at {position}; keys before it are not found";
        sample_position(position): Error "there is no entry of Index.db at {position}, or an earlier sample is of it";
        sample_key(position): Error "the key is not that of the entry of Index.db at {position}";
        sample_interval(sample, entry, expected): Warning "sample {sample} is of entry {entry}, but by interval and sampling level it should be of {expected}";
        full_sampling_size(entries, full, stored): Warning "{entries} entries make {full} samples at full sampling, but {stored} is stored";
        missing_samples(count): Warning "there are {count} samples, fewer than interval and sampling level give";
        summary_key_range(): Error "the key is not that of Index.db";
    }
    Trie {
        undecodable_trie(error): Error "{error}; the trie cannot be read further";
        shared_node(): Error "the node shares bytes with another one";
        shared_row_index_entry(): Error "the entry shares bytes with a node or another entry";
        node_crosses_page(): Error "the node goes over the end of a page";
        transition_order(): Error "the transitions are not ascending";
        dirty_distance_bits(): Error "the bits after the last distance are not zero";
        empty_node(): Error "the node has neither children nor a payload";
        /// Pages are filled up with zeros: something was there, or has been damaged.
        stray_byte(): Warning "the byte belongs to no node and no entry, but is not zero";
    }
    Filter {
        /// Cassandra takes it for a filter that lets every key through: reads are slower.
        empty_filter(chance): Warning "the file is empty, but the chance of false positives is {chance}";
        filter_hash_count(count, max): Error "there are {count} hashes, expected 1 to {max}";
        filter_without_words(): Error "there are no words";
        /// The filter can be made anew: delete Filter.db, and Cassandra builds it when it loads the SSTable.
        key_not_in_filter(): Error "the filter does not let the partition's key through: reads do not find it";
        stray_filter_bits(count): Warning "{count} bits are set that no key sets: more keys than need be pass";
    }
    PartitionOrder {
        /// Reads of ranges and compaction rely on the order. `sstablescrub` puts partitions in order.
        partition_order(): Error "partition out of order";
        duplicate_partition(): Error "duplicate partition";
    }
    IndexMatch {
        /// Scans find it all the same. `sstablescrub` writes the SSTable anew, with its index.
        partition_not_indexed(): Error "the partition is not in the index: reads do not find it";
        index_position(begin, stored): Error "the partition is at {begin}, but {stored} is stored";
        index_key(begin): Error "the partition at {begin} has another key";
        payload_path(begin): Error "the path to the payload is not that of the key at {begin}";
        hash_byte(stored, expected): Error "the hash byte is {stored}, but the key's is {expected}: reads do not find it";
        /// The partition may be where other findings tell of damage.
        orphan_index_entry(position): Error "no partition has this key; the entry says that it is at {position}";
        /// The partition may be where other findings tell of damage.
        orphan_payload(position): Error "no partition belongs to the payload, which says that it is at {position}";
        partitions_key_range(): Error "the key is not that of Data.db";
    }
    RowIndexMatch {
        row_index_key(): Error "the key is not that of the partition";
        row_index_deletion(): Error "the deletion time is not that of the partition";
        header_length(len, stored): Error "the rows begin {len} bytes after the partition's start, but {stored} is stored";
        block_begin(begin, stored): Error "the block begins at {begin}, but {stored} is stored";
        first_block_begin(begin, stored): Error "the first block begins at {begin}, but {stored} is stored";
        block_ends_in_row(end): Error "the block ends {end} bytes after the partition's start, within a row";
        block_begins_in_row(begin): Error "a block begins {begin} bytes after the partition's start, within a row";
        first_name(): Error "the name is not that of the block's first row or marker";
        last_name(): Error "the name is not that of the block's last row or marker";
        open_deletion_missing(end): Error "a range is open at the {end} of the block, but none is stored";
        unopened_deletion(end): Error "no range is open at the {end} of the block, but one is stored";
        open_deletion(end): Error "the range that is open at the {end} of the block has another deletion time";
        rows_after_last_block(): Error "there are rows after the last block";
        block_without_rows(): Error "there are no rows for the block";
        last_block_too_short(end): Error "the last block ends at {end}, before the end of the partition";
        last_block_too_long(end): Error "the last block ends at {end}, with the end of the partition in it";
        last_block_end(end, rows_end): Error "the last block ends at {end}, but the rows at {rows_end}";
        last_separator_missing(): Error "the separator after the last block is missing";
        last_separator_offset(rows_end, stored): Error "the rows end at {rows_end}, but {stored} is stored";
        block_count_mismatch(count, stored): Error "there are {count} blocks, but {stored} are stored";
        separator_too_low(): Error "the path to the block is not after the rows before it";
        separator_too_high(): Error "the path to the block is after its first row: reads miss it";
        /// It leads to the right rows: another writer may choose another one.
        unusual_separator(): Warning "the path to the block is not the one that Cassandra chooses";
    }
    Rows {
        /// Bytes that the specification does not allow. The rest of the partition is lost; the index tells where the next one is.
        undecodable_row(error): Error "{error}";
        /// What is so long is passed over (`Limits::row`).
        oversized_row(len): Warning "{len} bytes are more than are read at once";
        only_flag(what, flags): Error "{what} has the flags {flags}, expected a single one";
        ttl_without_timestamp(): Error "the row has a TTL, but no timestamp";
        unknown_extended_flags(): Error "unknown flags are set";
        previous_size(expected, stored): Error "the size of the previous unfiltered is {expected}, but {stored} is stored";
        clustering_bits(): Warning "the clustering's header sets bits beyond its last value";
        unknown_value_kind(): Error "a clustering value is both null and empty";
        marker_size(size, columns): Error "there are {size} values for {columns} clustering columns";
        timestamp_of_none(): Error "the timestamp is the reserved value for \"no timestamp\"";
        empty_row(): Warning "the row is empty";
        complex_deletion_flag(): Warning "the flag of a complex deletion is set, but no column has one";
        full_subset(): Warning "the row has a subset of the columns, but no column is missing in it";
        row_deletion_live(): Warning "the row's deletion deletes nothing";
    }
    ClusteringOrder {
        /// Reads of slices and merges of SSTables rely on the order. `sstablescrub` puts rows in order.
        clustering_order(): Error "the clustering is not after that of the row or marker before";
        /// Some releases wrote rows twice (CASSANDRA-12144 and others). `sstablescrub` merges them.
        duplicate_row(): Error "duplicate row";
        /// 3.0.0 wrote boundaries twice.
        duplicate_marker(): Warning "the marker has the clustering of the one before";
    }
    RangeTombstones {
        marker_kind(kind): Error "a marker cannot be of kind {kind}";
        marker_deletion_live(): Warning "the marker's deletion deletes nothing";
        range_not_open(): Error "the marker closes a range, but none is open";
        range_in_range(): Error "the marker opens a range inside another one";
        range_deletion(): Error "the marker closes the range with another deletion time than it was opened with";
        range_not_closed(): Error "a range is open at the end of the partition";
    }
    Cells {
        unknown_cell_flags(): Error "unknown flags are set";
        deleted_and_expiring(): Error "the cell is deleted and expires";
        deleted_with_value(): Error "the cell is deleted and has a value";
        row_timestamp_missing(): Error "the cell has the row's timestamp, but the row has none";
        row_ttl_missing(): Error "the cell has the row's expiration, but the row does not expire";
        row_ttl_of_live_cell(): Error "the cell has the row's expiration, but does not expire";
        empty_value_flag(): Warning "the value is empty, but the flag of an empty value is not set";
        unknown_field(field, count): Error "the field {field} does not exist: the type has {count} fields";
        path_order(): Error "the path is not after that of the cell before";
        empty_column(): Warning "the column has neither cells nor a deletion";
    }
    Values {
        invalid_value(error): Error "{error}";
        /// Types of DSE are not known for certain.
        doubtful_value(error): Warning "{error}";
        set_value(): Error "the cell of a set has a value";
    }
    DeletionTimes {
        ttl_range(ttl, max): Error "the TTL is {ttl}, expected 1 to {max}";
        /// A number that Cassandra refuses to read.
        refused_time(error): Error "{error}";
        deletion_time_of_none(): Error "the local deletion time is the reserved value for \"no deletion time\"";
        invalid_deletion_time(): Error "the local deletion time is not a number of seconds since 1970";
        deletion_time_range(time, max): Error "the local deletion time is {time}, expected at most {max}";
        expiration_below_ttl(expiration, ttl): Error "the expiration {expiration} is less than the TTL, {ttl}";
        /// The clock of the server that made it was wrong, or ours is: it deletes what is written until then.
        future_deletion(time, now): Warning "the deletion was made at {time}, more than a day after now, {now}";
    }
    Bounds {
        /// Reads pass over the SSTable, and miss what is outside.
        outside_bounds(stored, at, found): Error "{stored} is stored, but at position {at} of the uncompressed data it is {found}";
        /// Reads pass over the SSTable, and miss the row.
        clustering_outside_bounds(at): Error "the clustering at position {at} of the uncompressed data is outside";
        key_range(end): Error "the {end} key is not that of the {end} partition";
        partition_deletion_flag(): Error "a partition is deleted, but the flag is not set";
        /// Releases before 2.1 wrote such shards.
        legacy_counter_flag(): Error "there are local or remote counter shards, but the flag is not set";
    }
    Totals {
        bounds_of_nothing(what, stored): Warning "there is no {what}, but {stored} is stored";
        /// Reads look at the SSTable more often than they need to. Nothing is missed.
        wide_bounds(stored, end, what, found): Warning "{stored} is stored, but the {end} {what} is {found}";
        /// Reads look at the SSTable more often than they need to. Nothing is missed.
        wide_clustering_bound(): Warning "the bound is wider than the rows";
        total_count(stored, what, count): Warning "{stored} {what} are stored, but there are {count}";
        no_partition_deletion(): Warning "no partition is deleted, but the flag is set";
        /// Compaction and `sstablemetadata` estimate by it how much can be dropped.
        tombstone_count(stored, count): Warning "{stored} deletions and expirations are stored, but there are {count}";
        bucket_count(stored, offset, count): Warning "{stored} partitions are in the bucket above {offset}, but there are {count}";
        compression_ratio(stored, expected): Warning "the compression ratio is {stored}, but that of the files is {expected}";
    }
}
