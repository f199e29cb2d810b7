//! Names of units as a sentence tells them: the first few, and how many there are.

/// Names that are told before the rest is only counted.
const TOLD: usize = 10;

/// Names of units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    first: Vec<String>,
    count: usize,
}

impl Names {
    /// Takes in a name.
    pub fn add(&mut self, name: &str) {
        if self.first.len() < TOLD {
            self.first.push(name.to_owned());
        }
        self.count += 1;
    }

    /// Takes in a name that may be known.
    pub fn add_once(&mut self, name: &str) {
        if !self.first.iter().any(|known| known == name) {
            self.add(name);
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// `甲镇、乙镇`, or `甲镇、…等12个单位`.
    pub fn told(&self, separator: &str) -> String {
        let names = self.first.join(separator);
        if self.count > self.first.len() { format!("{names}等{}个单位", self.count) } else { names }
    }

    /// These names and others, each once.
    #[must_use]
    pub fn and_once(&self, others: &Self) -> Self {
        let mut all = self.clone();
        others.first.iter().for_each(|name| all.add_once(name));
        all.count += others.count - others.first.len();
        all
    }

    /// These names and others.
    #[must_use]
    pub fn and(&self, others: &Self) -> Self {
        let mut all = self.clone();
        others.first.iter().for_each(|name| all.add(name));
        all.count = self.count + others.count;
        all
    }
}
