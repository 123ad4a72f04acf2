//! The fixed parts of the JSON, in the two layouts that sstabledump has.
//!
//! `JsonTransformer` drives Jackson's pretty printer with a switch that turns line breaks off and on. Where the switch stands at
//! each place does not depend on the data, with one exception, a deleted cell; so that a layout is a list of strings. Each of
//! those that come repeatedly begins with the comma that the first one of its list does not have.

use crate::options::Format;

/// What stands around the partitions.
#[derive(Clone, Copy)]
pub(crate) struct Frame {
    /// Before the first one, which loses so many bytes at its front: the separator.
    pub(crate) begin: &'static str,
    pub(crate) separator: usize,
    /// Behind the last one.
    pub(crate) end: &'static str,
    /// Instead of both, if there is none.
    pub(crate) nothing: &'static str,
}

impl Frame {
    pub(crate) fn of(format: Format) -> Self {
        match format {
            Format::Lines => Self::of_layout::<Lines>(),
            Format::Debug => Frame { begin: "", separator: 0, end: "", nothing: "" },
            Format::Pretty | Format::Keys => Self::of_layout::<Pretty>(),
        }
    }

    fn of_layout<L: Layout>() -> Self {
        Frame { begin: L::BEGIN, separator: 1, end: L::END, nothing: L::NOTHING }
    }
}

/// The fixed parts of the JSON.
pub(crate) trait Layout: Copy + Send + Sync + 'static {
    /// Before the first partition.
    const BEGIN: &'static str;
    /// Behind the last one.
    const END: &'static str;
    /// Instead of both, if there is none.
    const NOTHING: &'static str;

    /// Up to the table's kind; begins with what separates it from the partition before.
    const PARTITION: &'static str;
    /// Up to the SSTable's name, where partitions have it; begins with the same.
    const SSTABLE: &'static str;
    /// From there to the table's kind.
    const TABLE_KIND: &'static str;
    /// Up to the first part of the key.
    const KEY: &'static str;
    /// Between the parts of a key, the values of a clustering.
    const PART: &'static str;
    /// Before the first of them.
    const FIRST_PART: &'static str;
    /// Behind the last of them.
    const END_PARTS: &'static str;
    /// Up to the partition's position.
    const POSITION: &'static str;
    /// The partition's deletion, up to its timestamp.
    const PARTITION_DELETION: &'static str;
    /// Between timestamp and local deletion time of any deletion.
    const LOCAL_DELETE_TIME: &'static str;
    /// Behind a deletion.
    const END_DELETION: &'static str;
    /// Behind the partition's head.
    const ROWS: &'static str;
    /// Behind the rows.
    const END_PARTITION: &'static str;
    /// The same, if there are none.
    const END_EMPTY_PARTITION: &'static str;

    /// Up to a row's position.
    const ROW: &'static str;
    /// Up to the static row's position.
    const STATIC_ROW: &'static str;
    /// Up to the first value of a row's clustering.
    const CLUSTERING: &'static str;
    /// Up to the timestamp of a row.
    const LIVENESS: &'static str;
    /// Up to the TTL.
    const TTL: &'static str;
    /// Up to the time of expiration.
    const EXPIRES_AT: &'static str;
    /// Up to whether it has come.
    const EXPIRED: &'static str;
    /// Behind the timestamp of a row, if it does not expire.
    const END_LIVENESS: &'static str;
    /// The same, if it does.
    const END_EXPIRING_LIVENESS: &'static str;
    /// The row's deletion, up to its timestamp.
    const ROW_DELETION: &'static str;
    /// Up to the first cell.
    const CELLS: &'static str;
    /// Behind the cells.
    const END_ROW: &'static str;
    /// The same, if there are none.
    const END_EMPTY_ROW: &'static str;

    /// Up to the name of a cell's column.
    const CELL: &'static str;
    /// Up to the cell's value.
    const VALUE: &'static str;
    /// Up to the cell's path.
    const PATH: &'static str;
    /// Behind the path.
    const END_PATH: &'static str;
    /// Up to the time when a cell was deleted.
    const CELL_DELETION: &'static str;
    /// Behind that.
    const END_CELL_DELETION: &'static str;
    /// Up to the cell's timestamp.
    const TSTAMP: &'static str;
    /// The same, of a deleted cell.
    const DELETED_TSTAMP: &'static str;
    /// Up to the TTL of a cell.
    const CELL_TTL: &'static str;
    /// Behind a cell.
    const END_CELL: &'static str;
    /// Behind a deleted cell.
    const END_DELETED_CELL: &'static str;
    /// The deletion of a column of several cells, up to its timestamp.
    const COLUMN_DELETION: &'static str;

    /// A bound of a range tombstone, up to the first of its sides.
    const BOUND: &'static str;
    /// The same of a boundary.
    const BOUNDARY: &'static str;
    /// A side that starts a range, with its rows.
    const INCL_START: &'static str;
    /// A side that starts a range, without its rows.
    const EXCL_START: &'static str;
    /// A side that ends a range, with its rows.
    const INCL_END: &'static str;
    /// A side that ends a range, without its rows.
    const EXCL_END: &'static str;
    /// Up to the first value of a side's clustering.
    const BOUND_CLUSTERING: &'static str;
    /// A side's deletion, up to its timestamp.
    const BOUND_DELETION: &'static str;
    /// Behind a side.
    const END_SIDE: &'static str;
    /// Behind a bound.
    const END_BOUND: &'static str;
}

/// One array over many lines.
#[derive(Clone, Copy)]
pub(crate) struct Pretty;

impl Layout for Pretty {
    const BEGIN: &'static str = "[";
    const END: &'static str = "\n]";
    const NOTHING: &'static str = "[ ]";

    const PARTITION: &'static str = ",\n  {\n    \"table kind\" : \"";
    const SSTABLE: &'static str = ",\n  {\n    \"sstable\" : \"";
    const TABLE_KIND: &'static str = "\",\n    \"table kind\" : \"";
    const KEY: &'static str = "\",\n    \"partition\" : {\n      \"key\" : [";
    const PART: &'static str = ", ";
    const FIRST_PART: &'static str = " ";
    const END_PARTS: &'static str = " ]";
    const POSITION: &'static str = ",\n      \"position\" : ";
    const PARTITION_DELETION: &'static str = ",\n      \"deletion_info\" : { \"marked_deleted\" : \"";
    const LOCAL_DELETE_TIME: &'static str = "\", \"local_delete_time\" : \"";
    const END_DELETION: &'static str = "\" }";
    const ROWS: &'static str = "\n    },\n    \"rows\" : [";
    const END_PARTITION: &'static str = "\n    ]\n  }";
    const END_EMPTY_PARTITION: &'static str = " ]\n  }";

    const ROW: &'static str = ",\n      {\n        \"type\" : \"row\",\n        \"position\" : ";
    const STATIC_ROW: &'static str = ",\n      {\n        \"type\" : \"static_block\",\n        \"position\" : ";
    const CLUSTERING: &'static str = ",\n        \"clustering\" : [";
    const LIVENESS: &'static str = ",\n        \"liveness_info\" : { \"tstamp\" : \"";
    const TTL: &'static str = "\", \"ttl\" : ";
    const EXPIRES_AT: &'static str = ", \"expires_at\" : \"";
    const EXPIRED: &'static str = "\", \"expired\" : ";
    const END_LIVENESS: &'static str = "\" }";
    const END_EXPIRING_LIVENESS: &'static str = " }";
    const ROW_DELETION: &'static str = ",\n        \"deletion_info\" : { \"marked_deleted\" : \"";
    const CELLS: &'static str = ",\n        \"cells\" : [";
    const END_ROW: &'static str = "\n        ]\n      }";
    const END_EMPTY_ROW: &'static str = " ]\n      }";

    const CELL: &'static str = ",\n          { \"name\" : \"";
    const VALUE: &'static str = ", \"value\" : ";
    const PATH: &'static str = ", \"path\" : [ \"";
    const END_PATH: &'static str = "\" ]";
    const CELL_DELETION: &'static str = ", \"deletion_info\" : { \"local_delete_time\" : \"";
    const END_CELL_DELETION: &'static str = "\" }";
    const TSTAMP: &'static str = ", \"tstamp\" : \"";
    const DELETED_TSTAMP: &'static str = ",\n            \"tstamp\" : \"";
    const CELL_TTL: &'static str = ", \"ttl\" : ";
    const END_CELL: &'static str = " }";
    const END_DELETED_CELL: &'static str = "\n          }";
    const COLUMN_DELETION: &'static str = ", \"deletion_info\" : { \"marked_deleted\" : \"";

    const BOUND: &'static str = ",\n      {\n        \"type\" : \"range_tombstone_bound\"";
    const BOUNDARY: &'static str = ",\n      {\n        \"type\" : \"range_tombstone_boundary\"";
    const INCL_START: &'static str = ",\n        \"start\" : {\n          \"type\" : \"inclusive\"";
    const EXCL_START: &'static str = ",\n        \"start\" : {\n          \"type\" : \"exclusive\"";
    const INCL_END: &'static str = ",\n        \"end\" : {\n          \"type\" : \"inclusive\"";
    const EXCL_END: &'static str = ",\n        \"end\" : {\n          \"type\" : \"exclusive\"";
    const BOUND_CLUSTERING: &'static str = ",\n          \"clustering\" : [";
    const BOUND_DELETION: &'static str = ",\n          \"deletion_info\" : { \"marked_deleted\" : \"";
    const END_SIDE: &'static str = "\n        }";
    const END_BOUND: &'static str = "\n      }";
}

/// A partition a line.
#[derive(Clone, Copy)]
pub(crate) struct Lines;

impl Layout for Lines {
    const BEGIN: &'static str = "";
    const END: &'static str = "";
    const NOTHING: &'static str = "";

    const PARTITION: &'static str = "\n{\"table kind\":\"";
    const SSTABLE: &'static str = "\n{\"sstable\":\"";
    const TABLE_KIND: &'static str = "\",\"table kind\":\"";
    const KEY: &'static str = "\",\"partition\":{\"key\":[";
    const PART: &'static str = ",";
    const FIRST_PART: &'static str = "";
    const END_PARTS: &'static str = "]";
    const POSITION: &'static str = ",\"position\":";
    const PARTITION_DELETION: &'static str = ",\"deletion_info\":{\"marked_deleted\":\"";
    const LOCAL_DELETE_TIME: &'static str = "\",\"local_delete_time\":\"";
    const END_DELETION: &'static str = "\"}";
    const ROWS: &'static str = "},\"rows\":[";
    const END_PARTITION: &'static str = "]}";
    const END_EMPTY_PARTITION: &'static str = "]}";

    const ROW: &'static str = ",{\"type\":\"row\",\"position\":";
    const STATIC_ROW: &'static str = ",{\"type\":\"static_block\",\"position\":";
    const CLUSTERING: &'static str = ",\"clustering\":[";
    const LIVENESS: &'static str = ",\"liveness_info\":{\"tstamp\":\"";
    const TTL: &'static str = "\",\"ttl\":";
    const EXPIRES_AT: &'static str = ",\"expires_at\":\"";
    const EXPIRED: &'static str = "\",\"expired\":";
    const END_LIVENESS: &'static str = "\"}";
    const END_EXPIRING_LIVENESS: &'static str = "}";
    const ROW_DELETION: &'static str = ",\"deletion_info\":{\"marked_deleted\":\"";
    const CELLS: &'static str = ",\"cells\":[";
    const END_ROW: &'static str = "]}";
    const END_EMPTY_ROW: &'static str = "]}";

    const CELL: &'static str = ",{\"name\":\"";
    const VALUE: &'static str = ",\"value\":";
    const PATH: &'static str = ",\"path\":[\"";
    const END_PATH: &'static str = "\"]";
    const CELL_DELETION: &'static str = ",\"deletion_info\":{\"local_delete_time\":\"";
    const END_CELL_DELETION: &'static str = "\"}";
    const TSTAMP: &'static str = ",\"tstamp\":\"";
    const DELETED_TSTAMP: &'static str = ",\"tstamp\":\"";
    const CELL_TTL: &'static str = ",\"ttl\":";
    const END_CELL: &'static str = "}";
    const END_DELETED_CELL: &'static str = "}";
    const COLUMN_DELETION: &'static str = ",\"deletion_info\":{\"marked_deleted\":\"";

    const BOUND: &'static str = ",{\"type\":\"range_tombstone_bound\"";
    const BOUNDARY: &'static str = ",{\"type\":\"range_tombstone_boundary\"";
    const INCL_START: &'static str = ",\"start\":{\"type\":\"inclusive\"";
    const EXCL_START: &'static str = ",\"start\":{\"type\":\"exclusive\"";
    const INCL_END: &'static str = ",\"end\":{\"type\":\"inclusive\"";
    const EXCL_END: &'static str = ",\"end\":{\"type\":\"exclusive\"";
    const BOUND_CLUSTERING: &'static str = ",\"clustering\":[";
    const BOUND_DELETION: &'static str = ",\"deletion_info\":{\"marked_deleted\":\"";
    const END_SIDE: &'static str = "}";
    const END_BOUND: &'static str = "}";
}
