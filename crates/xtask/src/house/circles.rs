//! Groups of nodes that lead to one another, by Tarjan's way. Knows nothing of files.

use std::collections::BTreeMap;

/// Which nodes each node leads to.
pub type Graph = Vec<Vec<usize>>;

/// Every group of more than one node in which each leads to all others, smallest node first.
pub fn circles(graph: &Graph) -> Vec<Vec<usize>> {
    let mut walk = Walk { graph, seen: BTreeMap::new(), open: Vec::new(), found: Vec::new() };
    for node in 0..graph.len() {
        if !walk.seen.contains_key(&node) {
            walk.visit(node);
        }
    }
    walk.found.sort();
    walk.found
}

struct Walk<'g> {
    graph: &'g Graph,
    /// When each node was met.
    seen: BTreeMap<usize, usize>,
    open: Vec<usize>,
    found: Vec<Vec<usize>>,
}

impl Walk<'_> {
    /// The earliest open node that this one leads to.
    fn visit(&mut self, node: usize) -> usize {
        let met = self.seen.len();
        self.seen.insert(node, met);
        let depth = self.open.len();
        self.open.push(node);
        let mut low = met;
        for &next in &self.graph[node] {
            if !self.seen.contains_key(&next) {
                low = low.min(self.visit(next));
            } else if self.open.contains(&next) {
                low = low.min(self.seen[&next]);
            }
        }
        if low == met {
            let mut group = self.open.split_off(depth);
            group.sort_unstable();
            if group.len() > 1 {
                self.found.push(group);
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_found_and_chains_are_not() {
        assert_eq!(circles(&vec![vec![1], vec![2], vec![]]), Vec::<Vec<usize>>::new());
        assert_eq!(circles(&vec![vec![1], vec![2], vec![0, 3], vec![]]), [[0, 1, 2]]);
        assert_eq!(circles(&vec![vec![1], vec![0, 2], vec![3], vec![2]]), [vec![0, 1], vec![2, 3]]);
    }
}
