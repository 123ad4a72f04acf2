//! Rows as cqlsh prints them: in pages, whose columns are as wide as their widest value.

mod expanded;
mod page;
mod table;

pub(crate) use page::Page;
