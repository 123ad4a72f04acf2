//! Rows of a table, out of its SSTables.

mod cursor;
mod layout;
mod queried;
mod row_view;
mod table_data;
mod usage;

pub(crate) use cursor::{Cursor, Shape};
pub(crate) use layout::{Layout, Place};
pub(crate) use queried::{Elements, Queried};
pub(crate) use row_view::RowView;
pub(crate) use table_data::{TableData, TokenRange};
pub(crate) use usage::Usage;
