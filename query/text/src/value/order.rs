//! The order of elements and entries, which is Python's.

use std::cmp::Ordering;

use cqlite_runtime::marshal::{MarshalType, NativeType};
use cqlite_types::parts;

use super::inet;

/// An element or field; none is null.
pub(super) type Part<'a> = Option<&'a [u8]>;

/// Sorts elements as Python does, if it can. They come in Cassandra's order, which is the same but for UUIDs and addresses.
///
/// Reference: `cassandra.util.sortedset`, `format_value_map`.
pub(super) fn sort<'b, T: Copy>(ty: &MarshalType, items: &mut Vec<T>, bytes: impl Fn(&T) -> Part<'b>) {
    if items.len() < 2 || !differs(ty) {
        return;
    }
    let mut sorted = items.clone();
    let mut is_known = true;
    sorted.sort_by(|a, b| {
        compare(ty, bytes(a), bytes(b)).unwrap_or_else(|| {
            is_known = false;
            Ordering::Equal
        })
    });
    if is_known {
        *items = sorted;
    }
}

/// Whether Python's order may be another than Cassandra's.
fn differs(ty: &MarshalType) -> bool {
    use NativeType as N;
    match ty {
        MarshalType::Native(native) => {
            matches!(native, N::Uuid | N::TimeUuid | N::LegacyTimeUuid | N::LexicalUuid | N::InetAddress)
        }
        _ => ty.sub_types().into_iter().any(differs),
    }
}

/// None where Python has no order.
fn compare(ty: &MarshalType, a: Part<'_>, b: Part<'_>) -> Option<Ordering> {
    use NativeType as N;
    let (a, b, ty) = (a?, b?, ty.unreversed());
    match ty {
        MarshalType::Native(N::Uuid | N::TimeUuid | N::LegacyTimeUuid | N::LexicalUuid) => Some(a.cmp(b)),
        MarshalType::Native(N::InetAddress) => {
            let (mut left, mut right) = (Vec::new(), Vec::new());
            inet::put(a, &mut left).ok()?;
            inet::put(b, &mut right).ok()?;
            Some(left.cmp(&right))
        }
        MarshalType::Native(_) => cqlite_types::try_compare(ty, a, b).ok(),
        MarshalType::List { element, .. } => each(&parts(ty, a).ok()?, &parts(ty, b).ok()?, |_| Some(element)),
        MarshalType::Tuple(types) => each(&parts(ty, a).ok()?, &parts(ty, b).ok()?, |i| types.get(i)),
        MarshalType::User(user) => {
            each(&parts(ty, a).ok()?, &parts(ty, b).ok()?, |i| user.fields.get(i).map(|field| &field.ty))
        }
        _ => None,
    }
}

fn each<'t>(a: &[Part<'_>], b: &[Part<'_>], ty: impl Fn(usize) -> Option<&'t MarshalType>) -> Option<Ordering> {
    for (i, (a, b)) in a.iter().zip(b).enumerate() {
        match compare(ty(i)?, *a, *b)? {
            Ordering::Equal => {}
            other => return Some(other),
        }
    }
    Some(a.len().cmp(&b.len()))
}
