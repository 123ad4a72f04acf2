//! x
/// x
pub struct Metadata;
