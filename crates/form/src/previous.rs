//! What the period before came to, beside the cells to fill in: of a number field, the count that it gives.

use huibian_contract::{Period, UnitId};
use huibian_engine::workspace::Workspace;
use huibian_figure::{CountIndex, Figures};
use huibian_sheet::columns::Field;

/// The filed figures of the period before, a table for each unit of the form.
pub struct Previous<'w> {
    workspace: &'w Workspace,
    units: Vec<Figures>,
}

impl<'w> Previous<'w> {
    /// What is filed of these units.
    pub fn new(workspace: &'w Workspace, units: &[UnitId]) -> Self {
        let of = |unit| workspace.history.of(unit).previous;
        Self { workspace, units: units.iter().map(of).collect() }
    }

    /// What the period is called: `2023年第一季度`.
    pub fn period(&self) -> String {
        self.workspace.period.previous().map_or_else(String::new, Period::name)
    }

    /// What the count that a field gives came to, unit by unit; empty for a unit of which it is not filed. `None` for a
    /// field that gives no count, or one that is filed of no unit.
    pub fn of(&self, field: &Field) -> Option<Vec<String>> {
        self.counts(field).find_map(|count| {
            if self.units.iter().all(|unit| unit.get(count).is_none()) {
                return None;
            }
            let digits =
                |unit: &Figures| unit.get(count).map_or_else(String::new, |it| it.digits().to_string());
            Some(self.units.iter().map(digits).collect())
        })
    }

    /// The counts that a field gives; one that several plugins share may give several.
    fn counts(&self, field: &Field) -> impl Iterator<Item = CountIndex> {
        self.workspace.manifests().into_iter().flat_map(|plugin| {
            let shared = format!("shared.{}", field.name);
            let is_it = |name: &str| {
                let from = || plugin.fields.get(name).and_then(|spec| spec.from.as_ref());
                let is_own = field.table == plugin.id.as_str() && field.name == name;
                is_own || (field.table == "shared" && from().is_some_and(|from| *from == shared))
            };
            let gives = self
                .workspace
                .counts
                .of(&plugin.id)
                .filter(|(.., spec)| spec.number.as_ref().is_some_and(|number| is_it(number.as_str())));
            gives.map(|(index, ..)| index).collect::<Vec<_>>()
        })
    }
}
