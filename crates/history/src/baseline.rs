//! One unit's figures in earlier periods.

use huibian_contract::{Basis, CountKey, IndexMap, Period};
use huibian_figure::{Figure, FigureTable};

use crate::table::Cell;

/// What a unit's figures are compared with.
#[derive(Clone, Debug)]
pub struct Baseline {
    /// The report's own period.
    pub period: Period,
    /// Whether any earlier period was ever filed.
    pub goes_back: bool,
    /// The figures of the period before. A count that is missing there, or not whole, is absent.
    pub previous: FigureTable,
    /// The figures of the same period a year earlier.
    pub last_year: FigureTable,
    /// What counts came to in the year so far, the report's period left out, until it is added.
    pub(crate) this_year: Vec<Cell>,
    /// What figures come to from the year's beginning, the report's period included, and the periods that they lack.
    pub to_date: IndexMap<CountKey, (Figure, Vec<Period>)>,
}

impl Baseline {
    /// Nothing was filed.
    pub fn none(period: Period) -> Self {
        Self {
            period,
            goes_back: false,
            previous: FigureTable::default(),
            last_year: FigureTable::default(),
            this_year: Vec::new(),
            to_date: IndexMap::default(),
        }
    }

    /// A figure in another period; those of the report's own are not kept here.
    pub fn get(&self, basis: Basis, key: &CountKey) -> Option<&Figure> {
        match basis {
            Basis::Now => None,
            Basis::Previous => self.previous.get(key),
            Basis::LastYear => self.last_year.get(key),
            Basis::ToDate => self.to_date.get(key).map(|(figure, _)| figure),
        }
    }

    /// What a report calls an earlier period, or its own.
    pub fn called(&self, basis: Basis) -> &'static str {
        match basis {
            Basis::Previous => self.period.last(),
            Basis::LastYear => self.period.same_last_year(),
            Basis::Now | Basis::ToDate => self.period.this(),
        }
    }
}
