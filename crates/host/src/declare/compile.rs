//! The sources of `plugin.toml`, held against its fields before anything runs.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

use huibian_config::Places;
use huibian_contract::{
    Aggregation, CarrierKind, ColumnType, CountKind, CountSpec, FactSpec, FactType, FieldSpec, FieldType,
    IndexMap, Name, PluginManifest,
};
use huibian_diagnostic::{Code, Diagnostic, Location, Result};
use huibian_expression::{Division, Expression, OperandKind, Scope};

use super::{Declared, Source};

impl Declared {
    /// Checks and compiles what a plugin declares.
    ///
    /// # Errors
    /// P030 to P039, each at its key in `plugin.toml`.
    pub fn compile(manifest: &PluginManifest, file: &Places) -> Result<Self> {
        let compiler = Compiler { manifest, file, scopes: [const { OnceCell::new() }; 2] };
        let mut counts = IndexMap::default();
        for (name, spec) in &manifest.counts {
            counts.insert(name.clone(), compiler.count(name, spec)?);
        }
        for (name, spec) in manifest.fields.iter().filter(|(_, spec)| !spec.parts.is_empty()) {
            let keys = ["fields", name.as_str()];
            compiler.number(keys, "type", name, spec.kind, CountKind::Decimal)?;
            compiler.parts(keys, &spec.parts, false)?;
        }
        for (name, spec) in &manifest.facts {
            compiler.fact(name, spec)?;
        }
        for (name, spec) in manifest.fields.iter().filter(|(_, spec)| spec.kind == FieldType::Ledger) {
            compiler.rows(name, spec)?;
        }
        ordered(counts).map(|counts| Self { counts }).map_err(|waiting| compiler.cycle(&waiting))
    }
}

/// Counts in an order in which each comes after those it is computed from, and else as they are declared.
///
/// # Errors
/// Those that wait for each other.
fn ordered(counts: IndexMap<Name, Source>) -> Result<IndexMap<Name, Source>, IndexMap<Name, Source>> {
    let mut waits_for = vec![0_usize; counts.len()];
    let mut followers = vec![Vec::new(); counts.len()];
    for (count, source) in counts.values().enumerate() {
        let Source::Computed(expression) = source else { continue };
        for name in expression.names() {
            let Some(before) = counts.get_index_of(name.as_str()) else { continue };
            followers[before].push(count);
            waits_for[count] += 1;
        }
    }
    let mut ready: BinaryHeap<_> =
        (0..counts.len()).filter(|count| waits_for[*count] == 0).map(Reverse).collect();
    let mut order = Vec::with_capacity(counts.len());
    while let Some(Reverse(count)) = ready.pop() {
        order.push(count);
        for follower in &followers[count] {
            waits_for[*follower] -= 1;
            if waits_for[*follower] == 0 {
                ready.push(Reverse(*follower));
            }
        }
    }
    let mut sources: Vec<Option<(Name, Source)>> = counts.into_iter().map(Some).collect();
    let in_order: IndexMap<Name, Source> =
        order.into_iter().filter_map(|count| sources[count].take()).collect();
    let waiting: IndexMap<Name, Source> = sources.into_iter().flatten().collect();
    if waiting.is_empty() { Ok(in_order) } else { Err(waiting) }
}

struct Compiler<'f> {
    manifest: &'f PluginManifest,
    /// `plugin.toml`.
    file: &'f Places,
    /// What expressions may name, where they may not divide and where by a number: made when the first of them asks.
    scopes: [OnceCell<Scope>; 2],
}

impl Compiler<'_> {
    /// Where a key stands.
    fn place(&self, keys: &[&str]) -> Location {
        self.file.value(keys)
    }

    fn count(&self, name: &Name, spec: &CountSpec) -> Result<Source> {
        let CountSpec { kind, ledger, number, sum, condition, expr, .. } = spec;
        let keys = ["counts", name.as_str()];
        let given = ledger.is_some() || number.is_some();
        let misuse = |reason| Err(self.misuse(keys, reason));
        self.parts(keys, &spec.parts, true)?;
        self.aggregation(keys, spec)?;
        if *kind == CountKind::Ratio {
            if let Some(number) = number {
                let found = self.field(keys, "number", number)?.kind;
                self.number(keys, "number", number, found, CountKind::Decimal)?;
            }
            let other = ledger.is_some() || sum.is_some() || condition.is_some() || expr.is_some();
            return if other { misuse("ratio") } else { Ok(Source::Code) };
        }
        if ledger.is_none() && condition.is_some() {
            return misuse("where-alone");
        }
        if ledger.is_none() && sum.is_some() {
            return misuse("sum-alone");
        }
        if let Some(expr) = expr {
            return if given { misuse("several") } else { self.computed(name, *kind, expr) };
        }
        if !given {
            let declarative = self.manifest.carrier() == CarrierKind::Declarative;
            return if declarative { misuse("none") } else { Ok(Source::Code) };
        }
        if let Some(number) = number {
            self.number(keys, "number", number, self.field(keys, "number", number)?.kind, *kind)?;
        }
        let Some(ledger) = ledger else { return Ok(Source::Given { condition: None }) };
        let ledger = self.ledger(keys, ledger)?;
        if let Some(sum) = sum {
            let kind_of_column = match self.column(keys, "sum", ledger, sum)? {
                ColumnType::Integer => FieldType::Integer,
                ColumnType::Decimal => FieldType::Decimal,
                ColumnType::Text => FieldType::Text,
                ColumnType::Boolean => FieldType::Boolean,
                ColumnType::Date => FieldType::Date,
            };
            self.number(keys, "sum", sum, kind_of_column, *kind)?;
        }
        let condition = condition.as_ref().map(|condition| {
            let columns = ledger.columns.iter();
            let names = columns.map(|(name, column)| (name.to_string(), OperandKind::of_column(column.kind)));
            let scope = Scope { names: names.collect(), division: Division::Allowed };
            let place = self.place(&[keys[0], keys[1], "where"]);
            Expression::compile(condition, &scope, &OperandKind::Boolean, &place)
        });
        Ok(Source::Given { condition: condition.transpose()? })
    }

    /// How a count adds up: means over units alone, by a count that adds up itself and no sum over periods; the last over
    /// periods alone.
    fn aggregation(&self, keys: [&str; 2], spec: &CountSpec) -> Result<()> {
        let is_mean = spec.over_units == Aggregation::Average;
        if spec.over_units == Aggregation::Last {
            return Err(self.misuse(keys, "over_units"));
        }
        if spec.over_time == Aggregation::Average || is_mean && spec.over_time == Aggregation::Sum {
            return Err(self.misuse(keys, "over_time"));
        }
        match &spec.weight {
            None if is_mean => Err(self.misuse(keys, "weight")),
            None => Ok(()),
            Some(weight) => {
                let counts = &self.manifest.counts;
                let known = counts
                    .get(weight)
                    .ok_or_else(|| self.unknown(keys, "weight", "count", weight, counts.keys()))?;
                let is_sum = known.kind != CountKind::Ratio && known.over_units == Aggregation::Sum;
                if is_mean && is_sum { Ok(()) } else { Err(self.misuse(keys, "weight")) }
            }
        }
    }

    /// The columns of a ledger that no two rows share, those that others add up to, and those that refer to another ledger's.
    fn rows(&self, name: &Name, spec: &FieldSpec) -> Result<()> {
        let keys = ["fields", name.as_str()];
        for column in &spec.unique {
            self.column(keys, "unique", spec, column)?;
        }
        for (total, column) in spec.columns.iter().filter(|(_, column)| !column.parts.is_empty()) {
            for part in column.parts.iter().chain([total]) {
                let kind = self.column(keys, "columns", spec, part)?;
                if !matches!(kind, ColumnType::Integer | ColumnType::Decimal) {
                    return Err(self.misuse(keys, "parts"));
                }
            }
        }
        for refers in spec.columns.values().filter_map(|column| column.refers.as_ref()) {
            let (ledger, column) = refers.split_once('.').unwrap_or((refers, ""));
            let known = self.manifest.fields.get(ledger).filter(|field| field.kind == FieldType::Ledger);
            if !known.is_some_and(|field| field.columns.contains_key(column)) {
                let fault = self.fault(Code::UnknownSource, keys, "columns");
                return Err(fault.with("kind", "column").with("name", refers));
            }
        }
        Ok(())
    }

    /// What a total is the sum of: number fields, and for a count other counts.
    fn parts(&self, keys: [&str; 2], parts: &[Name], counts: bool) -> Result<()> {
        let manifest = self.manifest;
        for part in parts {
            match manifest.counts.get(part).filter(|_| counts) {
                Some(spec) if spec.kind != CountKind::Ratio && part.as_str() != keys[1] => {}
                Some(_) => return Err(self.misuse(keys, "parts")),
                None => {
                    let found = self.field(keys, "parts", part)?.kind;
                    self.number(keys, "parts", part, found, CountKind::Decimal)?;
                }
            }
        }
        Ok(())
    }

    fn computed(&self, name: &Name, kind: CountKind, expr: &str) -> Result<Source> {
        let place = self.place(&["counts", name.as_str(), "expr"]);
        Expression::compile(expr, self.scope(kind), &OperandKind::Number, &place).map(Source::Computed)
    }

    /// What an expression of a count of this kind may name. A field that a count's name hides is `fields.<name>`.
    fn scope(&self, kind: CountKind) -> &Scope {
        let is_whole = kind == CountKind::Integer;
        let division = if is_whole { Division::Refused } else { Division::ByNumber };
        self.scopes[usize::from(!is_whole)].get_or_init(|| {
            let fields = || {
                let fields = self.manifest.fields.iter();
                fields.map(|(name, field)| (name.to_string(), OperandKind::of_field(field)))
            };
            let counts = self.manifest.counts.iter().filter(|(_, count)| count.kind != CountKind::Ratio);
            let counts = counts.map(|(name, _)| (name.to_string(), OperandKind::Number));
            let mut scope = Scope { names: fields().chain(counts).collect(), division };
            scope.group("fields", fields().collect());
            scope
        })
    }

    fn fact(&self, name: &Name, spec: &FactSpec) -> Result<()> {
        let keys = ["facts", name.as_str()];
        let misuse = |reason| Err(self.misuse(keys, reason));
        match (&spec.field, &spec.ledger, &spec.column) {
            (Some(_), Some(_), _) | (Some(_), _, Some(_)) => misuse("several"),
            (None, None, Some(_)) => misuse("column-alone"),
            (None, Some(_), None) => misuse("no-column"),
            (None, None, None) => {
                let declarative = self.manifest.carrier() == CarrierKind::Declarative;
                if declarative { misuse("none") } else { Ok(()) }
            }
            (Some(field), None, None) => {
                let found = self.field(keys, "field", field)?.kind;
                let expected = match spec.kind {
                    FactType::Text => FieldType::Text,
                    FactType::Texts => FieldType::Texts,
                    FactType::Boolean => FieldType::Boolean,
                    FactType::Date => FieldType::Date,
                };
                if found == expected {
                    Ok(())
                } else {
                    Err(self.mismatch(keys, "field", field, expected, found))
                }
            }
            (None, Some(ledger), Some(column)) => {
                if self.column(keys, "column", self.ledger(keys, ledger)?, column)? != ColumnType::Text {
                    let found = self.manifest.fields[ledger].columns[column].kind;
                    return Err(self.mismatch(keys, "column", column, ColumnType::Text, found));
                }
                if spec.kind != FactType::Texts {
                    return Err(self.mismatch(keys, "type", name, FactType::Texts, spec.kind));
                }
                Ok(())
            }
        }
    }

    fn field(&self, keys: [&str; 2], key: &str, name: &Name) -> Result<&FieldSpec> {
        let fields = &self.manifest.fields;
        fields.get(name).ok_or_else(|| self.unknown(keys, key, "field", name, fields.keys()))
    }

    fn ledger(&self, keys: [&str; 2], name: &Name) -> Result<&FieldSpec> {
        let fields = &self.manifest.fields;
        match fields.get(name) {
            Some(field) if field.kind == FieldType::Ledger => Ok(field),
            Some(field) => Err(self.mismatch(keys, "ledger", name, FieldType::Ledger, field.kind)),
            None => {
                let ledgers = fields.iter().filter(|(_, field)| field.kind == FieldType::Ledger);
                Err(self.unknown(keys, "ledger", "ledger", name, ledgers.map(|(name, _)| name)))
            }
        }
    }

    fn column(&self, keys: [&str; 2], key: &str, ledger: &FieldSpec, name: &Name) -> Result<ColumnType> {
        let column = ledger.columns.get(name).map(|column| column.kind);
        column.ok_or_else(|| self.unknown(keys, key, "column", name, ledger.columns.keys()))
    }

    /// A number that a count may be taken from: a whole one, or for a decimal count either.
    fn number(
        &self,
        keys: [&str; 2],
        key: &str,
        name: &Name,
        found: FieldType,
        kind: CountKind,
    ) -> Result<()> {
        match (found, kind) {
            (FieldType::Integer, _) | (FieldType::Decimal, CountKind::Decimal) => Ok(()),
            (_, CountKind::Decimal) => Err(self.mismatch(keys, key, name, FieldType::Decimal, found)),
            _ => Err(self.mismatch(keys, key, name, FieldType::Integer, found)),
        }
    }

    fn unknown<'n>(
        &self,
        keys: [&str; 2],
        key: &str,
        kind: &str,
        name: &Name,
        known: impl Iterator<Item = &'n Name>,
    ) -> Diagnostic {
        self.fault(Code::UnknownSource, keys, key)
            .with("kind", kind)
            .with("name", name)
            .suggest(name.as_str(), known.map(Name::as_str))
    }

    fn misuse(&self, keys: [&str; 2], reason: &str) -> Diagnostic {
        let key = match reason {
            "parts" | "weight" | "over_units" | "over_time" => reason,
            reason => reason.strip_suffix("-alone").unwrap_or_default(),
        };
        self.fault(Code::SourceUse, keys, key).with("reason", reason)
    }

    fn mismatch(
        &self,
        keys: [&str; 2],
        key: &str,
        name: &Name,
        expected: impl std::fmt::Debug,
        found: impl std::fmt::Debug,
    ) -> Diagnostic {
        let word = |kind: &dyn std::fmt::Debug| format!("{kind:?}").to_lowercase();
        self.fault(Code::SourceType, keys, key)
            .with("name", name)
            .with("expected", word(&expected))
            .with("found", word(&found))
    }

    fn fault(&self, code: Code, keys: [&str; 2], key: &str) -> Diagnostic {
        let path = [keys[0], keys[1], key];
        let path = if key.is_empty() { &path[..2] } else { &path };
        Diagnostic::new(code).with("key", keys.join(".")).at(self.place(path))
    }

    /// Follows the first of the counts that wait for each other until one comes round again.
    fn cycle(&self, waiting: &IndexMap<Name, Source>) -> Diagnostic {
        let mut path: Vec<&Name> = waiting.keys().take(1).collect();
        let start = loop {
            let next = path.last().and_then(|last| match waiting.get(*last) {
                Some(Source::Computed(expression)) => {
                    expression.names().iter().find_map(|name| waiting.get_key_value(name.as_str()))
                }
                _ => None,
            });
            let Some((next, _)) = next else { break 0 };
            if let Some(start) = path.iter().position(|name| *name == next) {
                path.push(next);
                break start;
            }
            path.push(next);
        };
        let cycle: Vec<String> = path[start..].iter().map(ToString::to_string).collect();
        let place = self.place(&["counts", cycle[0].as_str(), "expr"]);
        Diagnostic::new(Code::ExpressionCycle).with("cycle", cycle.join(" → ")).at(place)
    }
}
