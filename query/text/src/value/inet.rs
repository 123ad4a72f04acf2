//! Addresses as `inet_ntop` has them.

use std::io::Write;
use std::net::{Ipv4Addr, Ipv6Addr};

use cqlite_types::ValueError;

/// Appends an address of four or sixteen bytes.
pub(super) fn put(bytes: &[u8], out: &mut Vec<u8>) -> Result<(), ValueError> {
    let length = ValueError::Length { ty: "inet", found: bytes.len() };
    if let Ok(four) = <[u8; 4]>::try_from(bytes) {
        return write!(out, "{}", Ipv4Addr::from(four)).map_err(|_| length);
    }
    let sixteen = <[u8; 16]>::try_from(bytes).map_err(|_| length.clone())?;
    let (high, low) = sixteen.split_at(12);
    let is_embedded = high.iter().all(|byte| *byte == 0) && low.iter().take(2).any(|byte| *byte != 0);
    let written = match is_embedded {
        true => write!(out, "::{}.{}.{}.{}", low[0], low[1], low[2], low[3]),
        false => write!(out, "{}", Ipv6Addr::from(sixteen)),
    };
    written.map_err(|_| length)
}
