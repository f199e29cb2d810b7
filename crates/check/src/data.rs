//! What of a unit's data each finding hangs on, noted in it as a hash: where those data change it is another finding, even where
//! its words stay.

use huibian_contract::PluginId;
use huibian_diagnostic::{Argument, Diagnostic, FieldKey};
use huibian_figure::Figures;
use serde_json::{Map, Value};

/// Findings with the data that they hang on: the counts and fields that their arguments name, a row of a ledger where they name
/// one, and all that a plugin was given where they name no more. `fields` are what a unit gave a plugin.
pub fn noted<'f>(
    findings: Vec<Diagnostic>,
    figures: &Figures,
    fields: impl Fn(&PluginId) -> Option<&'f Map<String, Value>>,
) -> Vec<Diagnostic> {
    let note = |finding: Diagnostic| {
        if finding.argument("data").is_some() {
            return finding;
        }
        let named = finding.arguments().iter().filter_map(|(_, argument)| match argument {
            Argument::Field(key) => of_field(key, fields(&key.plugin)?),
            Argument::Count(key) => figures.find(key).map(|figure| figure.digits().to_string().into()),
            _ => None,
        });
        let mut data: Vec<Value> = named.collect();
        if data.is_empty() {
            let all = finding.plugin().and_then(&fields);
            data.extend(all.map(|all| Value::Object(all.clone())));
        }
        if data.is_empty() { finding } else { finding.with_data(&data) }
    };
    findings.into_iter().map(note).collect()
}

/// A field's value, or that of a row of it.
fn of_field(key: &FieldKey, fields: &Map<String, Value>) -> Option<Value> {
    let value = fields.get(key.name.as_str())?;
    let row = key.row.and_then(|row| value.get(row.checked_sub(1)?));
    Some(row.unwrap_or(value).clone())
}

#[cfg(test)]
mod tests {
    use huibian_contract::Name;
    use huibian_diagnostic::Code;
    use serde_json::json;

    use super::*;

    fn print(finding: Diagnostic, given: &Value) -> String {
        let fields = given.as_object().unwrap();
        let noted = noted(vec![finding], &Figures::default(), |_| Some(fields));
        noted[0].fingerprint()
    }

    #[test]
    fn a_finding_is_another_one_where_its_data_change_and_only_then() {
        let plugin: PluginId = "safety".parse().unwrap();
        let key = |name: &str| FieldKey::new(&plugin, &Name::new(name).unwrap());
        let text =
            || Diagnostic::new(Code::TextOfOtherUnit).with("field", key("note")).with("unit", "石桥镇");
        let row = || {
            let day = key("visits").cell(2, &Name::new("date").unwrap());
            Diagnostic::new(Code::DateOutside).with("field", day)
        };
        let remark = || Diagnostic::new(Code::PluginRemark).with("plugin", &plugin).with("message", "少");
        let given = json!({ "note": "到石桥镇", "visits": [{ "n": 1 }, { "n": 2 }], "sites": 3 });
        for (change, others) in [
            (
                json!({ "note": "在石桥镇", "visits": [{ "n": 1 }, { "n": 2 }], "sites": 3 }),
                [true, false, true],
            ),
            (
                json!({ "note": "到石桥镇", "visits": [{ "n": 1 }, { "n": 9 }], "sites": 3 }),
                [false, true, true],
            ),
            (
                json!({ "note": "到石桥镇", "visits": [{ "n": 9 }, { "n": 2 }], "sites": 3 }),
                [false, false, true],
            ),
            (
                json!({ "note": "到石桥镇", "visits": [{ "n": 1 }, { "n": 2 }], "sites": 4 }),
                [false, false, true],
            ),
        ] {
            let is_other =
                |finding: &dyn Fn() -> Diagnostic| print(finding(), &given) != print(finding(), &change);
            assert_eq!([is_other(&text), is_other(&row), is_other(&remark)], others, "{change}");
        }
    }
}
