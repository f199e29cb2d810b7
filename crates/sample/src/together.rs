//! Any number of sequences laid beside each other: each place says which of them have something there.

use crate::align::align;

/// Sequences that an item is held against: more of one kind say nothing more.
const MOST: usize = 16;

/// A place, with the item of each sequence that stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// By sequence the number of its item.
    pub members: Vec<Option<usize>>,
}

impl Place {
    /// Whether all have something there.
    pub fn is_full(&self) -> bool {
        self.members.iter().all(Option::is_some)
    }
}

/// Lays sequences of these lengths beside each other. `alike` says how much two items, each of a sequence, have in common.
pub fn together(
    lengths: &[usize],
    alike: impl Fn((usize, usize), (usize, usize)) -> Option<i32>,
) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for (sequence, length) in lengths.iter().enumerate() {
        let best = |place: usize, item: usize| {
            let known = places[place].members.iter().enumerate();
            let known = known.filter_map(|(of, member)| Some((of, (*member)?))).take(MOST);
            known.filter_map(|known| alike(known, (sequence, item))).max()
        };
        let pairs = align(places.len(), *length, best);
        let (mut laid, mut place, mut item) = (Vec::with_capacity(places.len()), 0, 0);
        let mut old = std::mem::take(&mut places).into_iter();
        let alone = |item: usize| {
            let mut members = vec![None; lengths.len()];
            members[sequence] = Some(item);
            Place { members }
        };
        for (at, of) in pairs.into_iter().chain([(usize::MAX, *length)]) {
            while place < at {
                let Some(known) = old.next() else { break };
                laid.push(known);
                place += 1;
            }
            laid.extend((item..of).map(alone));
            item = of + 1;
            if let Some(mut known) = old.next() {
                known.members[sequence] = Some(of);
                laid.push(known);
                place += 1;
            }
        }
        places = laid;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_stands_in_one_place_in_order() {
        let texts: Vec<Vec<char>> = ["处置5处。执行", "处置7处，其中3处。执行", "处置执行"]
            .map(|text| text.chars().collect())
            .to_vec();
        let lengths: Vec<usize> = texts.iter().map(Vec::len).collect();
        let places = together(&lengths, |(a, i), (b, j)| (texts[a][i] == texts[b][j]).then_some(2));
        for (sequence, text) in texts.iter().enumerate() {
            let found: String =
                places.iter().filter_map(|place| place.members[sequence]).map(|item| text[item]).collect();
            assert_eq!(found, text.iter().collect::<String>());
        }
        assert!(places.iter().filter(|place| place.is_full()).count() >= 4);
    }
}
