//! One text, cut up for the looks.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::LazyLock;

use huibian_contract::{Basis, Name, PluginManifest};
use huibian_figure::{CountFigure, Digits};
use huibian_mention::{Done, Labels, Mention, Named, Pairs, Signs, When, Words, when};
use huibian_numeral::{Quantity, quantities};
use huibian_prose::Writing;
use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::clause::{Clause, clauses};
use crate::owner::TextOwner;

/// Words that make a clause a plan, a rule or a goal: its numbers are not this period's.
#[rustfmt::skip]
const PLANS: [&str; 24] = [
    "计划", "打算", "力争", "确保", "不少于", "不低于", "至少", "每", "下季度", "下一季度", "下月", "下半年", "下一步", "目标",
    "争取", "预计", "将", "明年", "来年", "任务", "拟", "要求", "规定", "应当",
];
/// Words that only look like one of a plan.
const NO_PLANS: [&str; 6] = ["模拟", "虚拟", "将近", "即将届满", "将其", "要求的"];
/// Fields that hold plans, by a part of their name.
const PLAN_FIELDS: [&str; 3] = ["plan", "next", "todo"];
/// Words of what was done, in a field that holds plans.
#[rustfmt::skip]
const DONE: [&str; 18] = [
    "已", "了", "巩固", "基础上", "成果", "以来", "本季度", "本月", "累计", "现有", "完成的", "过", "先后", "共报送", "共组织", "共开展", "共召开",
    "审核后",
];
/// What is done anew, in a field that holds plans.
const DOING: [&str; 14] = [
    "开展", "组织", "举办", "召开", "新建", "新增", "培训", "完成", "报送", "安排", "建设", "检查", "打造",
    "推出",
];

/// Words right before what a plan makes use of.
const MEANS: [&str; 10] = ["依托", "利用", "发挥", "借助", "用好", "现有", "通过", "围绕", "用", "以"];

static PLAN_WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(PLANS.into_iter().chain(NO_PLANS)));
static DONE_WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(DONE));
static DOING_WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(DOING));

/// What ends words right before what is compared with.
const COMPARING: [char; 8] = ['较', '比', '与', '同', '和', '跟', '于', '过'];
/// Of these the ones that compare behind some words alone: 多于, but no 于.
const AFTER_WORDS: [&str; 7] = ["多于", "少于", "高于", "低于", "大于", "小于", "超过"];
/// What times begin with that are compared with.
#[rustfmt::skip]
const TIMES: [&str; 17] = [
    "上季", "上一季", "上个季", "前一季", "上期", "上一期", "上月", "上个月", "去年", "上年", "今年", "上半年", "前三季", "一季", "二季",
    "三季", "四季",
];

/// Whether words compare with another time: 较上季度增加1次.
pub fn compares(words: &str) -> bool {
    comparison(words).is_some()
}

/// Where words begin to compare with another time.
pub fn comparison(words: &str) -> Option<usize> {
    let begins = |(at, word): &(usize, &str)| {
        let (before, time) = words.split_at(at + word.len());
        let time = time.trim_start_matches(['于', '之', '第']);
        let rest = time.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_numbered = rest.len() < time.len() && rest.starts_with(['年', '季']);
        (is_numbered || TIMES.iter().any(|name| time.starts_with(name)))
            && (!matches!(*word, "于" | "过") || AFTER_WORDS.iter().any(|word| before.ends_with(word)))
    };
    words.match_indices(COMPARING).find(begins).map(|(at, _)| at)
}

/// A number that is known.
#[derive(Clone, Copy)]
pub struct Known {
    /// What it comes to.
    pub value: Decimal,
    /// What that was rounded from.
    pub exact: Decimal,
    /// What documents print of it, in its own measure.
    pub shown: Decimal,
    digits: Digits,
}

impl Known {
    fn plain(value: Decimal, digits: Digits) -> Self {
        Self { value, exact: value, shown: value, digits }
    }

    /// The number as it is printed.
    pub fn digits(&self) -> Digits {
        self.digits
    }
}

/// What documents print of a figure, which may be another measure's, rounded.
fn as_shown(figure: CountFigure<'_>) -> Decimal {
    let shown = figure.spec().shown.as_ref();
    shown.map_or(figure.value, |spec| figure.shown().value().saturating_mul(spec.divide.get().into()))
}

/// A text with all that looks ask about.
pub struct Passage<'a> {
    /// The text.
    pub text: &'a str,
    /// Whose it is.
    pub owner: TextOwner<'a>,
    /// Its numbers.
    pub quantities: Vec<Quantity>,
    /// The counts that it names.
    pub mentions: Vec<Mention>,
    /// The characters that it has.
    pub signs: Signs,
    labels: &'a Labels,
    field: &'a Name,
    /// The plugin that it is given to.
    pub manifest: &'a PluginManifest,
    /// What the unit gave that.
    pub fields: &'a Map<String, Value>,
    /// Its parts; most texts are never asked for them.
    clauses: OnceCell<Vec<Clause>>,
}

impl<'a> Passage<'a> {
    /// Cuts a text up, of a field of a plugin.
    pub fn new(
        text: &'a str,
        field: &'a Name,
        (manifest, fields): (&'a PluginManifest, &'a Map<String, Value>),
        owner: TextOwner<'a>,
        (labels, pairs): (&'a Labels, &Pairs),
    ) -> Self {
        let signs = Signs::of(text, pairs);
        let quantities = if signs.lacks(Signs::NUMERAL) { Vec::new() } else { quantities(text) };
        let mentions = labels.mentions(text, &manifest.id, signs);
        Self {
            text,
            owner,
            quantities,
            mentions,
            signs,
            labels,
            field,
            manifest,
            fields,
            clauses: OnceCell::new(),
        }
    }

    /// The text by itself.
    pub fn writing(&self) -> Writing<'_> {
        Writing { text: self.text, quantities: &self.quantities, signs: self.signs }
    }

    fn clauses(&self) -> &[Clause] {
        self.clauses.get_or_init(|| clauses(self.text, &self.quantities))
    }

    /// The words of a clause.
    pub fn words(&self, clause: &Clause) -> &'a str {
        &self.text[clause.span.clone()]
    }

    /// The clause that a byte of the text lies in.
    pub fn clause_at(&self, at: usize) -> &Clause {
        let clauses = self.clauses();
        let index = clauses.partition_point(|clause| clause.span.end < at);
        &clauses[index.min(clauses.len() - 1)]
    }

    /// Where the sentence of a clause ends.
    pub fn sentence_end(&self, clause: &Clause) -> usize {
        let next = self.clauses().partition_point(|it| it.span.start <= clause.span.start);
        let other = self.clauses()[next..].iter().find(|it| it.sentence != clause.sentence);
        other.map_or(self.text.len(), |other| other.sentence)
    }

    /// What a mention means.
    pub fn named(&self, mention: &Mention) -> &'a Named {
        &self.labels.counts[mention.count]
    }

    /// Which counts are some of which.
    pub fn done(&self) -> &'a [Done] {
        &self.labels.done
    }

    /// The count that one is declared to be a part of.
    pub fn parent(&self, part: &Named) -> Option<&'a Named> {
        let own = self.counts().iter().filter(|named| named.key.plugin == part.key.plugin);
        own.into_iter().find(|named| named.spec.parts.contains(&part.key.name))
    }

    /// Every count that texts are held against.
    pub fn counts(&self) -> &'a [Named] {
        &self.labels.counts
    }

    /// The period that a number belongs to which stands at a byte: what its sentence named last before it.
    pub fn when(&self, at: usize) -> Option<When> {
        let clause = self.clause_at(at);
        let period = self.owner.period;
        let own = &self.text[clause.span.start..at.max(clause.span.start)];
        if let Some(when) = when(own, period) {
            return Some(when);
        }
        // A day, or a part of the period, holds for its own clause.
        let before = self.told_before(clause);
        let is_up_to = || ["截至", "截止"].iter().any(|word| before.contains(word));
        when(&before, period).filter(|when| *when != When::Other || is_up_to())
    }

    /// What a sentence tells before a clause. What it compares with there is another
    /// time of what was told before that: 走访43次，较上季度增加1次，发现问题7个.
    fn told_before(&self, clause: &Clause) -> Cow<'a, str> {
        let before = &self.text[clause.sentence..clause.span.start];
        if !compares(before) {
            return Cow::Borrowed(before);
        }
        let own = self.clauses().partition_point(|it| it.span.start < clause.sentence);
        let own = self.clauses()[own..].iter().take_while(|it| it.span.start < clause.span.start);
        own.map(|it| self.words(it)).filter(|words| !compares(words)).collect()
    }

    /// Whether a clause tells of what is to be done, or of a rule.
    pub fn is_plan(&self, clause: &Clause) -> bool {
        let words = self.words(clause);
        // Words that only look like a plan's begin before one or with it.
        let (mut plans, mut others) = (Vec::new(), Vec::new());
        for (word, at) in PLAN_WORDS.all(words) {
            match word.checked_sub(PLANS.len()) {
                None => plans.push(at),
                Some(other) => others.push(at..at + NO_PLANS[other].len()),
            }
        }
        // 计划养护资金 is a count's name.
        let is_name = |at: &usize| {
            let at = clause.span.start + at;
            self.mentions.iter().any(|mention| mention.span.contains(&at))
        };
        plans.iter().any(|at| !others.iter().any(|other| other.contains(at)) && !is_name(at))
            || self.is_plan_field() && DOING_WORDS.any(words) && !DONE_WORDS.any(words)
    }

    /// Whether its field holds plans.
    pub fn is_plan_field(&self) -> bool {
        PLAN_FIELDS.iter().any(|part| self.field.as_str().contains(part))
    }

    /// Whether a number that stands at a byte of a clause is a planned one. 依托13个特色党支部开展活动 plans with what there is.
    pub fn is_planned(&self, clause: &Clause, at: usize) -> bool {
        let before = &self.text[clause.span.start..at.max(clause.span.start)];
        let is_means = MEANS.iter().any(|word| before.ends_with(word));
        // 拟完成检查25家次、抽检70批次 plans both.
        let mut first = clause;
        while let Some(list) = self.text[..first.span.start].strip_suffix('、') {
            first = self.clause_at(list.len());
        }
        if first.span != clause.span
            && ["拟", "计划", "打算", "力争", "争取"].iter().any(|word| self.words(first).contains(word))
        {
            return self.is_plan(first);
        }
        (!is_means || DOING_WORDS.any(before)) && self.is_plan(clause)
    }

    /// A figure of the report's period, or of another one.
    pub fn figure(&self, basis: Basis, named: &Named) -> Option<Known> {
        let TextOwner { figures, past, .. } = self.owner;
        let figure = |index| match basis {
            Basis::Now => figures.get(index),
            other => past.get(other, index),
        };
        if let Some(index) = named.index {
            return figure(index).map(|figure| Known {
                value: figure.value,
                exact: figure.exact(),
                shown: as_shown(figure),
                digits: figure.digits(),
            });
        }
        let Some([part, whole]) = named.parts else {
            return (basis == Basis::Now).then(|| self.given(named))?;
        };
        let share =
            figure(part)?.value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(figure(whole)?.value)?;
        Some(Known::plain(share, Digits::of(&named.spec, share.round_dp(1))))
    }

    /// The number that the unit gave in a field.
    fn given(&self, named: &Named) -> Option<Known> {
        let value =
            self.fields.get(named.key.name.as_str()).filter(|_| named.key.plugin == self.manifest.id)?;
        let value: Decimal = match value {
            Value::Number(number) => number.to_string().parse().ok()?,
            Value::String(number) => number.parse().ok()?,
            _ => return None,
        };
        Some(Known::plain(value, Digits::of(&named.spec, value)))
    }

    /// The first number of a part of the text, with its value in a measure and where that ends.
    pub fn quantity_in(&self, span: std::ops::Range<usize>) -> Option<&Quantity> {
        let index = self.quantities.partition_point(|quantity| quantity.span.start < span.start);
        self.quantities.get(index).filter(|quantity| quantity.span.end <= span.end)
    }

    /// The value of a number where it is one of a count's, and where its measure word ends.
    pub fn stated(&self, quantity: &Quantity, named: &Named) -> Option<(Decimal, usize)> {
        use huibian_numeral::Sign;
        match (&named.spec.ratio, quantity.sign) {
            (Some(ratio), Sign::Percent) if ratio.sign == "%" => Some((quantity.value, quantity.span.end)),
            (Some(ratio), Sign::PerMille) if ratio.sign == "‰" => Some((quantity.value, quantity.span.end)),
            (None, Sign::None) => quantity.in_measure(self.text, &named.spec.measure),
            _ => None,
        }
    }
}
