//! All that went wrong in one piece of work: a list that is told at once.

use std::collections::HashMap;
use std::fmt;
use std::ops::{Deref, DerefMut};

use crate::{Diagnostic, Location};

/// Everything that is wrong. A list that is empty is no failure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(Vec<Diagnostic>);

impl Faults {
    /// None yet.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds one.
    pub fn push(&mut self, fault: Diagnostic) {
        self.0.push(fault);
    }

    /// Keeps those for which `keep` holds.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.0.retain(keep);
    }

    /// Adds those that are not among them, each once.
    pub fn add_new(&mut self, faults: impl IntoIterator<Item = Diagnostic>) {
        let place = |fault: &Diagnostic| {
            let span = fault.location().and_then(Location::text_and_span);
            (fault.code(), span.map(|(_, span)| span.start))
        };
        let mut known: HashMap<_, Vec<usize>> = HashMap::new();
        for (at, fault) in self.0.iter().enumerate() {
            known.entry(place(fault)).or_default().push(at);
        }
        for fault in faults {
            let same_place = known.entry(place(&fault)).or_default();
            if same_place.iter().all(|at| self.0[*at] != fault) {
                same_place.push(self.0.len());
                self.0.push(fault);
            }
        }
    }

    /// What a piece of work came to; where it failed, its faults are noted here.
    pub fn note<T>(&mut self, result: Result<T, impl Into<Self>>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(faults) => {
                self.0.append(&mut faults.into().0);
                None
            }
        }
    }

    /// The value, where nothing is wrong.
    ///
    /// # Errors
    /// These faults, where there are any.
    pub fn into_result<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl Deref for Faults {
    type Target = [Diagnostic];
    fn deref(&self) -> &[Diagnostic] {
        &self.0
    }
}

impl DerefMut for Faults {
    fn deref_mut(&mut self) -> &mut [Diagnostic] {
        &mut self.0
    }
}

impl From<Diagnostic> for Faults {
    fn from(fault: Diagnostic) -> Self {
        Self(vec![fault])
    }
}

impl From<Vec<Diagnostic>> for Faults {
    fn from(faults: Vec<Diagnostic>) -> Self {
        Self(faults)
    }
}

impl From<Faults> for Vec<Diagnostic> {
    fn from(faults: Faults) -> Self {
        faults.0
    }
}

impl Extend<Diagnostic> for Faults {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, faults: I) {
        self.0.extend(faults);
    }
}

impl FromIterator<Diagnostic> for Faults {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(faults: I) -> Self {
        Self(faults.into_iter().collect())
    }
}

impl IntoIterator for Faults {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'f> IntoIterator for &'f Faults {
    type Item = &'f Diagnostic;
    type IntoIter = std::slice::Iter<'f, Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl fmt::Display for Faults {
    /// A line for each, in English, for logs and tests.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.0.iter().enumerate() {
            write!(f, "{}{fault}", if index == 0 { "" } else { "\n" })?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Code;

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let mut faults = Faults::new();
        let fault = || Diagnostic::new(Code::NoDate);
        assert_eq!(faults.note(Ok::<_, Diagnostic>(3)), Some(3));
        assert_eq!(faults.clone().into_result(1), Ok(1));
        assert_eq!(faults.note(Err::<u8, _>(fault())), None);
        assert_eq!(faults.note(Err::<u8, _>(Faults::from(vec![fault(), fault()]))), None);
        assert_eq!((faults.len(), faults.into_result(()).unwrap_err().to_string().lines().count()), (3, 3));
    }
}
