//! Which partials include which: found without recursion, as there may be any number of them.

use std::collections::{BTreeMap, HashMap};

use crate::partials::Include;

/// How deep partials stand in each other at most; a template may unfold no more of them.
const DEEPEST: usize = 500;
/// How many partials of a cycle are named.
const MOST_NAMED: usize = 12;

/// A partial, what it includes, and where.
type Inclusion<'p> = (&'p str, &'p str, (usize, usize));

/// How partials include each other.
#[derive(Default)]
pub struct Inclusions<'p> {
    /// All of them, each behind those that it includes.
    pub inner_first: Vec<&'p str>,
    /// Those that lead back to themselves, and those that stand too deep in each other, or above such.
    pub unusable: Vec<&'p str>,
    /// The inclusions that lead back, each with the names on the way.
    pub cycles: Vec<(Inclusion<'p>, Vec<&'p str>)>,
    /// The first inclusions that are too deep.
    pub too_deep: Vec<Inclusion<'p>>,
}

/// What is known of a partial (R. Tarjan, Depth-first search and linear graph algorithms, 1972).
struct Met {
    number: usize,
    /// The lowest number that it leads back to.
    low: usize,
    /// Where it stands on the way, while it does.
    on_way: Option<usize>,
    /// Whether what it leads back to is not yet done with.
    is_open: bool,
    /// How deep others stand in it.
    depth: usize,
}

/// Goes depth first through what each of them includes.
pub fn follow<'p>(includes: &'p BTreeMap<&str, Vec<Include>>) -> Inclusions<'p> {
    let mut found = Inclusions::default();
    let mut met: HashMap<&str, Met> = HashMap::new();
    let (mut way, mut open): (Vec<(&str, usize)>, Vec<&str>) = (Vec::new(), Vec::new());
    for root in includes.keys().copied() {
        let mut next = Some(root).filter(|root| !met.contains_key(root));
        loop {
            if let Some(name) = next.take() {
                let number = met.len();
                let entered = Met { number, low: number, on_way: Some(way.len()), is_open: true, depth: 1 };
                met.insert(name, entered);
                way.push((name, 0));
                open.push(name);
            }
            let Some((name, passed)) = way.last_mut() else { break };
            let name = *name;
            if let Some((included, at)) = includes.get(name).and_then(|all| all.get(*passed)) {
                *passed += 1;
                match met.get(included.as_str()) {
                    Some(inner) => {
                        if let Some(start) = inner.on_way {
                            found.cycles.push(((name, included, *at), cycle(&way[start..], included)));
                        }
                        let low = if inner.is_open { inner.number } else { usize::MAX };
                        let depth = inner.depth + 1;
                        found.rise(&mut met, name, low, depth, (included, *at));
                    }
                    None => next = includes.get_key_value(included.as_str()).map(|(name, _)| *name),
                }
                continue;
            }
            way.pop();
            let Some(done) = met.get_mut(name) else { break };
            done.on_way = None;
            let (number, low, depth) = (done.number, done.low, done.depth);
            if low == number {
                let start = open.iter().rposition(|other| *other == name).unwrap_or_default();
                let is_circle = open.len() - start > 1;
                for other in open.drain(start..) {
                    met.entry(other).and_modify(|other| other.is_open = false);
                    if is_circle || depth > DEEPEST {
                        found.unusable.push(other);
                    }
                }
            }
            found.inner_first.push(name);
            if let Some((outer, passed)) = way.last()
                && let Some((included, at)) = includes.get(outer).and_then(|all| all.get(passed - 1))
            {
                found.rise(&mut met, outer, low, depth + 1, (included, *at));
            }
        }
    }
    let selves = found.cycles.iter().filter(|((name, included, _), _)| name == included);
    let selves: Vec<&str> = selves.map(|((name, ..), _)| *name).collect();
    found.unusable.extend(selves);
    found
}

impl<'p> Inclusions<'p> {
    /// Notes of a partial what it includes.
    fn rise(
        &mut self,
        met: &mut HashMap<&'p str, Met>,
        name: &'p str,
        low: usize,
        depth: usize,
        (included, at): (&'p str, (usize, usize)),
    ) {
        let Some(outer) = met.get_mut(name) else { return };
        if depth == DEEPEST + 1 {
            self.too_deep.push((name, included, at));
        }
        outer.low = outer.low.min(low);
        outer.depth = outer.depth.max(depth);
    }
}

/// The names on a way that leads back; of many the first and the last.
fn cycle<'p>(way: &[(&'p str, usize)], back: &'p str) -> Vec<&'p str> {
    let names = way.iter().map(|(name, _)| *name);
    let mut cycle: Vec<&str> = if way.len() > MOST_NAMED {
        let (first, last) = (&way[..MOST_NAMED / 2], &way[way.len() - MOST_NAMED / 2..]);
        let name = |(name, _): &(&'p str, usize)| *name;
        first.iter().map(name).chain(["…"]).chain(last.iter().map(name)).collect()
    } else {
        names.collect()
    };
    cycle.push(back);
    cycle
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn graph(includes: &[Vec<usize>]) -> BTreeMap<String, Vec<Include>> {
        let name = |at: usize| format!("p{at:02}");
        let all = |all: &Vec<usize>| all.iter().map(|at| (name(*at), (1, 1))).collect();
        includes.iter().enumerate().map(|(at, included)| (name(at), all(included))).collect()
    }

    proptest! {
        #[test]
        fn those_that_lead_back_to_themselves_are_unusable(
            includes in prop::collection::vec(prop::collection::vec(0..9_usize, 0..3), 1..9),
        ) {
            let graph = graph(&includes);
            let known: BTreeMap<&str, Vec<Include>> = graph.iter().map(|(name, all)| (name.as_str(), all.clone())).collect();
            let mut reaches = vec![vec![false; 9]; 9];
            for (at, all) in includes.iter().enumerate() {
                all.iter().filter(|to| **to < includes.len()).for_each(|to| reaches[at][*to] = true);
            }
            for middle in 0..9 {
                for from in 0..9 {
                    for to in 0..9 {
                        reaches[from][to] |= reaches[from][middle] && reaches[middle][to];
                    }
                }
            }
            let found = follow(&known);
            let mut unusable: Vec<&str> = found.unusable.clone();
            unusable.sort_unstable();
            unusable.dedup();
            let names: Vec<&str> = known.keys().copied().collect();
            let circular: Vec<&str> = (0..names.len()).filter(|at| reaches[*at][*at]).map(|at| names[at]).collect();
            prop_assert_eq!(&unusable, &circular);
            prop_assert_eq!(found.cycles.is_empty(), circular.is_empty());
            prop_assert_eq!(found.inner_first.len(), names.len());
            for (at, name) in found.inner_first.iter().enumerate() {
                for (included, _) in &known[name] {
                    let is_before = found.inner_first[..at].contains(&included.as_str());
                    prop_assert!(is_before || !names.contains(&included.as_str()) || circular.contains(name));
                }
            }
        }
    }

    #[test]
    fn a_chain_of_any_length_is_followed_and_cut_off() {
        let includes: Vec<Vec<usize>> = (1..=100_000).map(|next| vec![next]).collect();
        let graph: BTreeMap<String, Vec<Include>> = graph(&includes);
        let known = graph.iter().map(|(name, all)| (name.as_str(), all.clone())).collect();
        let found = follow(&known);
        assert!(found.cycles.is_empty());
        assert_eq!(found.too_deep, [("p99499", "p99500", (1, 1))]);
        assert_eq!(found.unusable.len(), 100_000 - DEEPEST);
    }
}
