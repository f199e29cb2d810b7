//! Rules over a plugin's counts (勾稽), written in CEL and compiled once. A rule is true when all is well.

use std::sync::{Arc, LazyLock};

use huibian_contract::{Name, PluginManifest, Severity};
use rust_decimal::prelude::ToPrimitive;

use crate::figure::Figures;
use crate::finding::Finding;

/// A rule, ready to be asked.
pub struct Check {
    name: Name,
    plugin: String,
    rule: cel::Program,
    /// The counts the rule names; where one is missing the rule does not apply.
    counts: Vec<String>,
    severity: Severity,
    message: String,
}

/// Compiles the checks of a plugin.
///
/// # Errors
/// The name of the check at fault, with what is wrong with its rule.
pub fn compile(manifest: &PluginManifest) -> Result<Vec<Check>, (Name, String)> {
    manifest
        .checks
        .iter()
        .map(|(name, spec)| {
            let fault = |reason: String| (name.clone(), reason);
            let rule = cel::Program::compile(&spec.rule).map_err(|errors| fault(errors.to_string()))?;
            let mut counts: Vec<String> =
                rule.references().variables().into_iter().map(str::to_owned).collect();
            counts.sort();
            if let Some(unknown) = counts.iter().find(|count| !manifest.counts.contains_key(count.as_str())) {
                return Err(fault(format!("no count `{unknown}`")));
            }
            Ok(Check {
                name: name.clone(),
                plugin: manifest.id.to_string(),
                rule,
                counts,
                severity: spec.severity,
                message: spec.message.clone(),
            })
        })
        .collect()
}

impl Check {
    /// What the clerk is told, or nothing where the rule holds or does not apply.
    pub fn ask(&self, figures: &Figures) -> Option<Finding> {
        static STANDARD: LazyLock<Arc<cel::Env>> = LazyLock::new(|| Arc::new(cel::Env::stdlib()));
        let mut context = cel::Context::with_env(STANDARD.clone());
        for count in &self.counts {
            let value = figures.get(count.as_str())?.value;
            match value.to_i64().filter(|_| value.is_integer()) {
                Some(whole) => context.add_variable_from_value(count.as_str(), whole),
                None => context.add_variable_from_value(count.as_str(), value.to_f64()?),
            }
        }
        let text = match self.rule.execute(&context) {
            Ok(cel::Value::Bool(true)) => return None,
            Ok(cel::Value::Bool(false)) => self.filled_message(figures),
            Ok(_) => format!("{}: not a yes or no", self.name),
            Err(error) => format!("{}: {error}", self.name),
        };
        Some(Finding {
            severity: self.severity,
            plugin: self.plugin.clone(),
            check: self.name.to_string(),
            text,
            place: None,
        })
    }

    fn filled_message(&self, figures: &Figures) -> String {
        figures.iter().fold(self.message.clone(), |message, (name, figure)| {
            message.replace(&format!("{{{name}}}"), &figure.digits)
        })
    }
}
