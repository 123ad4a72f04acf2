use std::cmp::Ordering;

/// Which of some sources has what comes first: a binary heap of their numbers, in an order that whoever uses it knows.
#[derive(Debug, Default)]
pub(crate) struct Queue {
    heap: Vec<usize>,
}

impl Queue {
    pub(crate) fn clear(&mut self) {
        self.heap.clear();
    }

    pub(crate) fn push(&mut self, source: usize, order: impl Fn(usize, usize) -> Ordering) {
        self.heap.push(source);
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
    pub(crate) fn pop(&mut self, firsts: &mut Vec<usize>, order: impl Fn(usize, usize) -> Ordering) {
        firsts.clear();
        while let Some(&next) = self.heap.first() {
            if firsts.first().is_some_and(|first| order(next, *first).is_ne()) {
                break;
            }
            firsts.push(next);
            self.pop_one(&order);
        }
        firsts.sort_unstable();
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
        let mut queue = Queue::default();
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
