//! One unit's figures in earlier periods.

use std::collections::BTreeMap;
use std::sync::Arc;

use huibian_contract::{Basis, Period};
use huibian_figure::{CountFigure, CountIndex, Figures, Moved, balance, balance_beside};

use crate::carried::OtherMeasure;
use crate::names::Names;
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
    /// What that lacks of those that the unit was, by column and place of the period.
    pub(crate) missing: Missing,
    /// What figures come to from the year's beginning, the report's period included.
    pub to_date: Figures,
    /// What those lack, in order; nothing of a figure that lacks none.
    pub lacking: BTreeMap<CountIndex, Vec<Lack>>,
    /// Of a unit above others, what compares of the figures of both times.
    pub above: Option<Box<Above>>,
    /// Counts that were filed in another measure: in the period before, a year earlier, and in the year so far.
    pub(crate) other_measures: [Arc<OtherMeasures>; 3],
}

/// Counts that were filed in another measure.
pub type OtherMeasures = BTreeMap<CountIndex, OtherMeasure>;

/// What a unit's past lacks, by column and place of the period.
pub(crate) type Missing = BTreeMap<(usize, usize), Missed>;

/// Why a period is not known, or not as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Missed {
    /// Who of units that are one by now gave nothing.
    pub(crate) units: Names,
    /// Whether the unit gave it while others had not yet become a part of it.
    pub(crate) is_undivided: bool,
}

/// A period that a sum over periods lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// The period.
    pub period: Period,
    /// The units that lack it; none where all of them do.
    pub units: Names,
    /// What was printed after its digits there, where it was filed in another measure.
    pub measure: Option<String>,
    /// Whether it was given of the unit as it was before it was divided.
    pub is_undivided: bool,
}

impl Lack {
    /// A period that no unit gave.
    pub fn of_all(period: Period) -> Self {
        Self { period, units: Names::default(), measure: None, is_undivided: false }
    }

    /// Lacks by why they are: of a unit before it was divided, or in another measure, and which.
    pub fn by_reason(lacking: &[Self]) -> BTreeMap<(bool, Option<&str>), Vec<&Self>> {
        let mut reasons = BTreeMap::<_, Vec<_>>::new();
        for lack in lacking {
            reasons.entry((lack.is_undivided, lack.measure.as_deref())).or_default().push(lack);
        }
        reasons
    }
}

/// What compares of the figures of a unit above others.
#[derive(Clone, Debug)]
pub struct Above {
    /// Whether all units of each time are compared, and not those of both.
    pub takes_all: bool,
    /// With the period before.
    pub previous: Compared,
    /// With the same period a year earlier.
    pub last_year: Compared,
    /// Whether the units of earlier periods in the year stood below others then.
    pub was_otherwise: bool,
}

/// Figures of two times over units that go together.
#[derive(Clone, Debug, Default)]
pub struct Compared {
    /// The figures now.
    pub now: Figures,
    /// The earlier ones.
    pub before: Figures,
    /// Where one of them is over other units than the other, or than the report's own figure: which.
    pub apart: BTreeMap<CountIndex, Apart>,
    /// Where the sum of all that filed then is over others than the units of now that have a figure of then: those alone, and the
    /// others.
    pub unlisted: BTreeMap<CountIndex, Apart>,
}

/// Units that gave a count at one of two times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Apart {
    /// How many gave it at both.
    pub both: usize,
    /// Those that gave it now alone.
    pub now: Names,
    /// Those that gave it then alone.
    pub before: Names,
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
            missing: Missing::new(),
            to_date: Figures::default(),
            lacking: BTreeMap::new(),
            above: None,
            other_measures: Default::default(),
        }
    }

    /// Rounds what documents print of other times in another measure as it was printed then, `below` being the period before of
    /// the units below; what is not less than `now` is not printed as less. Returns which figures took a remainder.
    pub fn balance(&mut self, now: &Figures, below: &mut [&mut Figures]) -> Vec<(Basis, Moved)> {
        let previous = balance(&mut self.previous, below);
        let last_year = balance(&mut self.last_year, &mut []);
        let to_date = balance_beside(&mut self.to_date, &[now, &self.previous]);
        if let Some(above) = &mut self.above {
            for (compared, then) in
                [(&mut above.previous, &self.previous), (&mut above.last_year, &self.last_year)]
            {
                balance_beside(&mut compared.now, &[now]);
                balance_beside(&mut compared.before, &[then]);
            }
        }
        let told = [(Basis::Previous, previous), (Basis::LastYear, last_year), (Basis::ToDate, to_date)];
        told.into_iter()
            .flat_map(|(basis, moved)| moved.into_iter().map(move |moved| (basis, moved)))
            .collect()
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

    /// What of the figures of a unit above others compares with another period.
    pub fn compared(&self, basis: Basis) -> Option<&Compared> {
        let above = self.above.as_ref()?;
        match basis {
            Basis::Previous => Some(&above.previous),
            Basis::LastYear => Some(&above.last_year),
            Basis::Now | Basis::ToDate => None,
        }
    }

    /// How a count was filed in another measure.
    pub fn other_measure(&self, basis: Basis, index: CountIndex) -> Option<&OtherMeasure> {
        let place = match basis {
            Basis::Now => return None,
            Basis::Previous => 0,
            Basis::LastYear => 1,
            Basis::ToDate => 2,
        };
        self.other_measures[place].get(&index)
    }

    /// What a figure of another time is called in a list of figures; nothing for those of the report's own period.
    pub fn qualifier(&self, basis: Basis) -> &'static str {
        match basis {
            Basis::Now => "",
            Basis::ToDate => "累计",
            Basis::Previous | Basis::LastYear => self.called(basis),
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
