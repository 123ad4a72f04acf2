//! Text of types without arguments, as far as JSON, `getString` and CQL agree on it.

use std::cmp::Ordering;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::number::write_int;
use crate::{Result, ValueError};

/// Writes an address as Java does: IPv6 in eight groups without `::`, an IPv4 address mapped into IPv6 as IPv4.
///
/// Reference: `InetAddress.getByAddress`, `getHostAddress`.
pub(crate) fn write_inet(bytes: &[u8], out: &mut Vec<u8>) -> Result<()> {
    if let Ok(v4) = <[u8; 4]>::try_from(bytes) {
        write_ipv4(v4, out);
    } else if let Ok(v6) = <[u8; 16]>::try_from(bytes) {
        match Ipv6Addr::from(v6).to_ipv4_mapped() {
            Some(v4) => write_ipv4(v4.octets(), out),
            None => write_ipv6(Ipv6Addr::from(v6), out),
        }
    } else {
        return Err(ValueError::Length { ty: "inet", found: bytes.len() });
    }
    Ok(())
}

fn write_ipv4(bytes: [u8; 4], out: &mut Vec<u8>) {
    for (i, byte) in bytes.into_iter().enumerate() {
        if i > 0 {
            out.push(b'.');
        }
        write_int(byte, out);
    }
}

fn write_ipv6(address: Ipv6Addr, out: &mut Vec<u8>) {
    for (i, group) in address.segments().into_iter().enumerate() {
        if i > 0 {
            out.push(b':');
        }
        let start = (group.leading_zeros() / 4).min(3) as usize;
        let digits = [group >> 12, group >> 8, group >> 4, group].map(|n| b"0123456789abcdef"[usize::from(n & 15)]);
        out.extend_from_slice(&digits[start..]);
    }
}

/// The bytes of an address given in digits; host names are not looked up.
///
/// Reference: `InetAddress.getByName`, which also takes IPv4 addresses of fewer than four parts.
pub(crate) fn parse_inet(text: &str) -> Result<Vec<u8>> {
    let bad = ValueError::Text { ty: "inet" };
    let plain = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    match plain.parse::<IpAddr>() {
        Ok(IpAddr::V4(v4)) if plain.len() == text.len() => Ok(v4.octets().to_vec()),
        Ok(IpAddr::V6(v6)) => Ok(v6.to_ipv4_mapped().map_or_else(|| v6.octets().to_vec(), |v4| v4.octets().to_vec())),
        _ => parse_short_ipv4(text).map(|v4| v4.octets().to_vec()).ok_or(bad),
    }
}

/// One to four numbers; the last one fills the bytes that are left.
fn parse_short_ipv4(text: &str) -> Option<Ipv4Addr> {
    let parts: Vec<&str> = text.split('.').collect();
    let (last, leading) = parts.split_last()?;
    if leading.len() > 3 || text.len() > 15 || parts.iter().any(|part| !part.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let mut address = 0u32;
    for part in leading {
        address = address << 8 | u32::from(part.parse::<u8>().ok()?);
    }
    let last: u64 = last.parse().ok()?;
    let bits = 32 - 8 * leading.len() as u32;
    if last >= 1 << bits {
        return None;
    }
    let high = if bits == 32 { 0 } else { address << bits };
    Some(Ipv4Addr::from(high | last as u32))
}

/// Version of a UUID.
pub(crate) fn uuid_version(bytes: [u8; 16]) -> u8 {
    bytes[6] >> 4
}

/// A UUID as Cassandra shows it that is taken for one of version 1: with that version's bit.
///
/// Reference: `TimeUUID.rawTimestampToMsb`.
pub(crate) fn time_uuid(mut bytes: [u8; 16]) -> [u8; 16] {
    bytes[6] |= 0x10;
    bytes
}

/// 1970-01-01 in 100 ns units since 1582-10-15.
const EPOCH: i64 = 0x01B2_1DD2_1381_4000;
/// 100 ns units in a microsecond.
const TICKS: i64 = 10;

/// A time as UUIDs of version 1 have it, in 100 ns units since 1582-10-15, from microseconds since 1970
/// (`TimeUUID.unixMicrosToRawTimestamp`).
#[must_use]
pub fn time_uuid_ticks(micros: i64) -> i64 {
    micros.saturating_mul(TICKS).saturating_add(EPOCH)
}

/// The time of a UUID, taken for one of version 1, in 100 ns units since 1582-10-15 (`TimeUUID.uuidTimestamp`).
#[must_use]
pub fn time_uuid_time(uuid: [u8; 16]) -> i64 {
    // Without the version, which stands before it.
    (uuid_time((u128::from_be_bytes(uuid) >> 64) as u64) & ((1 << 60) - 1)) as i64
}

/// The other half of a UUID of version 1, with the variant's bits, from 62 bits of a node (`TimeUUID.makeClockSeqAndNode`).
#[must_use]
pub fn time_uuid_low(node: u64) -> u64 {
    node & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
}

/// The UUID of version 1 of a time, in 100 ns units since 1582-10-15, with that other half.
///
/// Reference: `TimeUUID.rawTimestampToMsb`.
#[must_use]
pub fn time_uuid_of(ticks: i64, low: u64) -> [u8; 16] {
    let time = ticks as u64;
    let high = time << 32 | (time >> 16 & 0xffff_0000) | 0x1000 | time >> 48;
    (u128::from(high) << 64 | u128::from(low)).to_be_bytes()
}

/// The bytes of a UUID in its usual form, exactly.
///
/// Reference: `UUIDType.parse`.
pub(crate) fn parse_uuid(text: &str, ty: &'static str) -> Result<Vec<u8>> {
    let bytes = text.as_bytes();
    let dashes = [8, 13, 18, 23].iter().all(|&at| bytes.get(at) == Some(&b'-'));
    let digits = text.replace('-', "");
    if bytes.len() != 36 || !dashes || digits.len() != 32 {
        return Err(ValueError::Text { ty });
    }
    crate::hex::read(&digits).ok_or(ValueError::Text { ty })
}

/// The bytes of a UUID whose five groups may lack leading zeros or have digits too many, which are cut off.
///
/// Reference: `java.util.UUID.fromString`.
pub(crate) fn parse_lenient_uuid(text: &str, ty: &'static str) -> Result<Vec<u8>> {
    let bad = ValueError::Text { ty };
    let groups: Vec<&str> = text.split('-').collect();
    if groups.len() != 5 || text.len() > 36 {
        return Err(bad);
    }
    let mut bytes = Vec::with_capacity(16);
    for (group, len) in groups.into_iter().zip([4, 2, 2, 2, 6]) {
        if group.starts_with('+') {
            return Err(bad);
        }
        let value = i64::from_str_radix(group, 16).map_err(|_| bad.clone())?;
        bytes.extend_from_slice(&value.to_be_bytes()[8 - len..]);
    }
    Ok(bytes)
}

/// Orders UUIDs of any version: by version, then by time for version 1, by bytes for the others.
///
/// Reference: `UUIDType.compareCustom`.
pub(crate) fn compare_uuids(a: [u8; 16], b: [u8; 16]) -> Ordering {
    let version = uuid_version(a);
    version.cmp(&uuid_version(b)).then_with(|| match version {
        1 => {
            let time = |uuid| uuid_time((u128::from_be_bytes(uuid) >> 64) as u64) as i64;
            time(a).cmp(&time(b)).then_with(|| a[8..].cmp(&b[8..]))
        }
        _ => a.cmp(&b),
    })
}

/// Orders UUIDs of version 1: by time, then by the other half as eight signed bytes.
///
/// Reference: `AbstractTimeUUIDType.compareCustom`.
pub(crate) fn compare_time_uuids(a: [u8; 16], b: [u8; 16]) -> Result<Ordering> {
    if uuid_version(a) != 1 || uuid_version(b) != 1 {
        return Err(ValueError::OutOfRange { ty: "timeuuid" });
    }
    Ok(time_uuid_rank(u128::from_be_bytes(a)).cmp(&time_uuid_rank(u128::from_be_bytes(b))))
}

/// A number in whose order UUIDs of version 1 are: the time, then the other half with each byte's sign inverted.
#[inline(always)]
#[must_use]
pub fn time_uuid_rank(uuid: u128) -> u128 {
    u128::from(uuid_time((uuid >> 64) as u64)) << 64 | u128::from(uuid as u64 ^ 0x8080_8080_8080_8080)
}

/// Version and timestamp, the most significant bits first, of the first half of a UUID.
#[inline(always)]
fn uuid_time(high: u64) -> u64 {
    high << 48 | high << 16 & 0xffff_0000_0000 | high >> 32
}

/// The text of an `ascii` value.
pub(crate) fn ascii(bytes: &[u8]) -> Result<&str> {
    match std::str::from_utf8(bytes) {
        Ok(text) if text.is_ascii() => Ok(text),
        _ => Err(ValueError::Encoding { ty: "ascii" }),
    }
}

/// The text of a `text` value.
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str> {
    std::str::from_utf8(bytes).map_err(|_| ValueError::Encoding { ty: "text" })
}
