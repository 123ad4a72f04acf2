//! Verification of real SSTables, whole and damaged.

mod api;
mod bti;
mod bytes;
mod cells;
mod corpus;
mod data_file;
mod files;
mod hostile;
mod index;
mod metadata;
mod rows;
mod rules;
mod sample;
mod totals;
