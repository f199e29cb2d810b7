//! A template as steps that can be evaluated, out of what Handlebars parsed; and the blocks of each way through them that
//! was taken before.
//!
//! A template that holds anything else is written out for every unit.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, PoisonError, RwLock};

use handlebars::Template;
use handlebars::template::{DecoratorTemplate, HelperTemplate, Parameter, TemplateElement};

use crate::data::{Data, Seen};
use crate::evaluate::{Call, Evaluated, Evaluation, Operand, Step};
use crate::helpers;
use crate::helpers::declaration::{Argument, Declaration, ValueKind};
use crate::markdown::Block;
use crate::partials::Partials;
use crate::path;

/// How many ways through a template are kept; beyond, all are forgotten and the common ones come back.
const KEPT: usize = 256;

/// A template that can be evaluated.
pub struct Program {
    steps: Vec<Step>,
    shapes: RwLock<HashMap<Trace, Arc<[Block]>, foldhash::fast::RandomState>>,
}

/// The way that a unit's data take through a template: where it is the same, the Markdown is.
pub type Trace = Vec<u32>;

impl Program {
    /// A template's steps; nothing where it holds what cannot be evaluated.
    pub fn compile(template: &Template, included: &Included) -> Option<Self> {
        Some(Self { steps: steps(template, included)?, shapes: RwLock::default() })
    }

    /// The way that data take, and the values in the order they are printed. Nothing where Handlebars must be asked, which
    /// then says what is wrong.
    pub fn evaluate(&self, data: &Data<'_>) -> Option<Evaluated> {
        let mut evaluation = Evaluation::of(data);
        evaluation.note_words(data.plugin())?;
        evaluation.run(&self.steps)?;
        Some(evaluation.end())
    }

    /// The blocks of a way that was taken before.
    pub fn blocks(&self, trace: &Trace) -> Option<Arc<[Block]>> {
        self.shapes.read().unwrap_or_else(PoisonError::into_inner).get(trace).cloned()
    }

    /// Keeps the blocks of a way.
    pub fn keep(&self, trace: Trace, blocks: Arc<[Block]>) {
        let mut shapes = self.shapes.write().unwrap_or_else(PoisonError::into_inner);
        if shapes.len() == KEPT {
            shapes.clear();
        }
        shapes.insert(trace, blocks);
    }
}

/// The partials that can be evaluated, by name.
#[derive(Default)]
pub struct Included(BTreeMap<String, Arc<[Step]>>);

impl Included {
    pub fn of(partials: &Partials) -> Self {
        let mut included = Self::default();
        for (name, template) in partials.inner_first() {
            if let Some(steps) = steps(template, &included) {
                included.0.insert(name.to_owned(), steps.into());
            }
        }
        included
    }
}

fn steps(template: &Template, included: &Included) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    for element in &template.elements {
        match element {
            TemplateElement::RawString(_) | TemplateElement::Comment(_) => {}
            TemplateElement::Expression(call) => steps.push(expression(call, included)?),
            TemplateElement::HelperBlock(block) => steps.push(Step::Call(call(block, included)?)),
            TemplateElement::PartialExpression(include) => steps.push(partial(include, included)?),
            _ => return None,
        }
    }
    Some(steps)
}

fn expression(expression: &HelperTemplate, included: &Included) -> Option<Step> {
    let is_name = expression.params.is_empty() && expression.hash.is_empty();
    if is_name && helpers::find(expression.name.as_name()?).is_none() {
        return Some(Step::Print(named(&expression.name)?));
    }
    Some(Step::Call(call(expression, included)?))
}

fn call(call: &HelperTemplate, included: &Included) -> Option<Call> {
    let helper = helpers::find(call.name.as_name()?)?;
    if call.block_param.is_some() || call.params.len() > helper.arguments.len() {
        return None;
    }
    let subject = match helper.arguments.first() {
        Some(argument) => Some(subject(*argument, call.params.first()?)?),
        None => None,
    };
    let word = match call.params.get(1) {
        Some(Parameter::Literal(word)) => Some(word.as_str()?.to_owned()),
        Some(_) => return None,
        None => None,
    };
    let branch = |template: &Option<Template>| match template {
        Some(template) => steps(template, included).map(Some),
        None => Some(None),
    };
    Some(Call {
        helper: helper.name,
        evaluate: helper.evaluate,
        subject,
        word,
        keys: keys(helper, call)?,
        then: branch(&call.template)?,
        otherwise: branch(&call.inverse)?,
    })
}

/// The first argument, where it is of the kind that its helper takes.
fn subject(argument: Argument, given: &Parameter) -> Option<Operand> {
    let (in_quotes, by_name) = match argument {
        Argument::Count(usage) => (true, usage.whole),
        Argument::Slot | Argument::Period(_) | Argument::Word(_) => (true, false),
        Argument::Value(
            ValueKind::Condition | ValueKind::List | ValueKind::Group | ValueKind::Texts | ValueKind::Day,
        ) => (false, true),
        Argument::Name { or_value } => (true, or_value),
    };
    match given {
        Parameter::Literal(text) if in_quotes => text.as_str().map(Operand::text),
        Parameter::Path(_) if by_name => named(given),
        _ => None,
    }
}

fn keys(helper: &Declaration, call: &HelperTemplate) -> Option<Vec<(String, Operand)>> {
    let key = |(key, given): (&String, &Parameter)| {
        helper.keys.iter().find(|known| known.name == key)?;
        let operand = match given {
            Parameter::Literal(text) => Operand::text(text.as_str()?),
            given => named(given)?,
        };
        Some((key.clone(), operand))
    };
    call.hash.iter().map(key).collect()
}

/// A name. One in brackets may look like `@root` and be none.
fn named(parameter: &Parameter) -> Option<Operand> {
    let shown = parameter.as_name()?;
    let is_plain = matches!(parameter, Parameter::Path(_)) && !(shown.contains('[') && shown.contains('@'));
    if is_plain { Some(Operand::name(shown, path::read(parameter)?)) } else { None }
}

fn partial(include: &DecoratorTemplate, included: &Included) -> Option<Step> {
    if !include.params.is_empty() || !include.hash.is_empty() {
        return None;
    }
    included.0.get(include.name.as_name()?).cloned().map(Step::Include)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_more_ways_are_kept_than_so_many() {
        let template = Template::compile("{{#each fields.log}}{{topic}}{{/each}}").unwrap();
        let program = Program::compile(&template, &Included::default()).unwrap();
        for rounds in 0..2 * KEPT {
            let trace = vec![0, u32::try_from(rounds).unwrap()];
            assert_eq!(program.blocks(&trace), None);
            program.keep(trace.clone(), Vec::new().into());
            assert!(program.blocks(&trace).is_some());
        }
        assert!(program.shapes.read().unwrap().len() <= KEPT);
    }
}
