//! One unit's figures in earlier periods.

use std::collections::BTreeMap;

use huibian_contract::{Basis, Period};
use huibian_figure::{CountFigure, CountIndex, Figures};

use crate::table::PeriodCell;

/// What a unit's figures are compared with.
#[derive(Clone, Debug)]
pub struct Baseline {
    /// The report's own period.
    pub period: Period,
    /// Whether any earlier period was ever filed.
    pub goes_back: bool,
    /// The figures of the period before. A count that is missing there, or not whole, is absent.
    pub previous: Figures,
    /// The figures of the same period a year earlier.
    pub last_year: Figures,
    /// What counts came to in the year so far, the report's period left out, until it is added.
    pub(crate) this_year: Vec<PeriodCell>,
    /// What figures come to from the year's beginning, the report's period included.
    pub to_date: Figures,
    /// The periods that those lack, in order; nothing of a figure that lacks none.
    pub lacking: BTreeMap<CountIndex, Vec<Period>>,
}

impl Baseline {
    /// Nothing was filed.
    pub fn none(period: Period) -> Self {
        Self {
            period,
            goes_back: false,
            previous: Figures::default(),
            last_year: Figures::default(),
            this_year: Vec::new(),
            to_date: Figures::default(),
            lacking: BTreeMap::new(),
        }
    }

    /// A figure in another period; those of the report's own are not kept here.
    pub fn get(&self, basis: Basis, index: CountIndex) -> Option<CountFigure<'_>> {
        self.figures(basis)?.get(index)
    }

    /// All figures of another period.
    pub fn figures(&self, basis: Basis) -> Option<&Figures> {
        match basis {
            Basis::Now => None,
            Basis::Previous => Some(&self.previous),
            Basis::LastYear => Some(&self.last_year),
            Basis::ToDate => Some(&self.to_date),
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
