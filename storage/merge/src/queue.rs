use std::cmp::Ordering;

/// So many sources are looked through each time, which takes no more comparisons than a heap does.
const FEW: usize = 4;

/// Which of some sources has what comes first, in an order that whoever uses it knows: a binary heap of their numbers, or a list if there
/// are few.
#[derive(Debug)]
pub(crate) struct Queue {
    is_heap: bool,
    heap: Vec<usize>,
}

impl Queue {
    /// One for so many sources.
    pub(crate) fn of(num_sources: usize) -> Self {
        Queue { is_heap: num_sources > FEW, heap: Vec::with_capacity(num_sources) }
    }

    pub(crate) fn clear(&mut self) {
        self.heap.clear();
    }

    #[inline]
    pub(crate) fn push(&mut self, source: usize, order: impl Fn(usize, usize) -> Ordering) {
        self.heap.push(source);
        if self.is_heap {
            self.sift_up(order);
        }
    }

    fn sift_up(&mut self, order: impl Fn(usize, usize) -> Ordering) {
        let mut at = self.heap.len() - 1;
        while at > 0 {
            let parent = (at - 1) / 2;
            if order(self.heap[at], self.heap[parent]).is_ge() {
                break;
            }
            self.heap.swap(at, parent);
            at = parent;
        }
    }

    /// Takes all sources that come first out, into `firsts`, by their numbers.
    #[inline]
    pub(crate) fn pop(&mut self, firsts: &mut Vec<usize>, order: impl Fn(usize, usize) -> Ordering) {
        firsts.clear();
        if self.is_heap {
            self.pop_of_heap(firsts, order);
        } else {
            self.pop_of_few(firsts, order);
        }
        firsts.sort_unstable();
    }

    #[inline]
    fn pop_of_few(&mut self, firsts: &mut Vec<usize>, order: impl Fn(usize, usize) -> Ordering) {
        for &next in &self.heap {
            let compared = firsts.first().map_or(Ordering::Less, |first| order(next, *first));
            if compared.is_lt() {
                firsts.clear();
            }
            if compared.is_le() {
                firsts.push(next);
            }
        }
        self.heap.retain(|source| !firsts.contains(source));
    }

    fn pop_of_heap(&mut self, firsts: &mut Vec<usize>, order: impl Fn(usize, usize) -> Ordering) {
        while let Some(&next) = self.heap.first() {
            if firsts.first().is_some_and(|first| order(next, *first).is_ne()) {
                break;
            }
            firsts.push(next);
            self.pop_one(&order);
        }
    }

    fn pop_one(&mut self, order: impl Fn(usize, usize) -> Ordering) {
        self.heap.swap_remove(0);
        let mut at = 0;
        loop {
            let children = 2 * at + 1..(2 * at + 3).min(self.heap.len());
            let Some(least) = children.min_by(|a, b| order(self.heap[*a], self.heap[*b])) else { break };
            if order(self.heap[at], self.heap[least]).is_le() {
                break;
            }
            self.heap.swap(at, least);
            at = least;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Queue;

    #[test]
    fn the_first_come_out_first() {
        let values = [5, 3, 9, 3, 7, 1, 5, 3, 8];
        let order = |a: usize, b: usize| values[a].cmp(&values[b]);
        // As a list too, which those of few sources are.
        for num_sources in [2, values.len()] {
            let mut queue = Queue::of(num_sources);
            (0..values.len()).for_each(|i| queue.push(i, order));
            let (mut found, mut firsts) = (Vec::new(), Vec::new());
            loop {
                queue.pop(&mut firsts, order);
                if firsts.is_empty() {
                    break;
                }
                found.push(firsts.clone());
            }
            assert_eq!(found, [vec![5], vec![1, 3, 7], vec![0, 6], vec![4], vec![8], vec![2]]);
        }
    }
}
