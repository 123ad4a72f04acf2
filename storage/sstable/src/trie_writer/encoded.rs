//! A node as the specification has it.

use cqlite_format::bti_trie::{BtiTrie, Distance40, NodeHead, NodeKind};

use super::kind::Kind;
use super::TrieWriteError;

/// A node of a kind with its children: transitions and distances.
pub fn encoded(kind: &Kind, low: u8, children: &[(u8, u64)]) -> Result<BtiTrie, TrieWriteError> {
    let mut node = BtiTrie::new(NodeHead::new(kind.kind));
    node.head.low = low;
    let (Some(&(first, nearest)), Some(&(last, _))) = (children.first(), children.last()) else { return Ok(node) };
    let distances: Vec<u64> = if !kind.is_dense {
        children.iter().map(|c| c.1).collect()
    } else {
        node.dense_start = Some(first);
        node.num_dense_less_one = Some(last - first);
        let mut distances = vec![0; usize::from(last - first) + 1];
        for &(transition, distance) in children {
            if let Some(place) = distances.get_mut(usize::from(transition - first)) {
                *place = distance;
            }
        }
        distances
    };
    if kind.is_single {
        node.single_transition = Some(first);
    } else if kind.is_sparse {
        node.sparse_transitions = Some(children.iter().map(|c| c.0).collect());
    }
    match kind.kind {
        NodeKind::PayloadOnly => {}
        NodeKind::SingleNopayload4 => node.head.low = fit(nearest)?,
        NodeKind::SingleNopayload12 => {
            node.head.low = fit(nearest >> 8)?;
            node.low_distance = Some((nearest & 0xff) as u8);
        }
        NodeKind::Single8 | NodeKind::Sparse8 => node.distances_8 = Some(fit_all(&distances)?),
        NodeKind::Sparse12 | NodeKind::Dense12 => node.distances_12 = Some(fit_all(&distances)?),
        NodeKind::Single16 | NodeKind::Sparse16 | NodeKind::Dense16 => node.distances_16 = Some(fit_all(&distances)?),
        NodeKind::Sparse24 | NodeKind::Dense24 => node.distances_24 = Some(fit_all(&distances)?),
        NodeKind::Dense32 => node.distances_32 = Some(fit_all(&distances)?),
        NodeKind::Sparse40 | NodeKind::Dense40 => {
            let wide = |d: &u64| Ok(Distance40 { value: fit(*d)?, ..Default::default() });
            node.distances_40 = Some(distances.iter().map(wide).collect::<Result<_, TrieWriteError>>()?);
        }
        NodeKind::LongDense => node.distances_64 = Some(fit_all(&distances)?),
    }
    Ok(node)
}

fn fit_all<T: TryFrom<u64>>(distances: &[u64]) -> Result<Vec<T>, TrieWriteError> {
    distances.iter().map(|d| fit(*d)).collect()
}

fn fit<T: TryFrom<u64>>(distance: u64) -> Result<T, TrieWriteError> {
    T::try_from(distance).map_err(|_| TrieWriteError::Inconsistent)
}
