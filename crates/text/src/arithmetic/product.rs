//! So much each, so many, and what they come to: 每户补助500元，20户共补助1万元; 组建4支队伍，每支12人，共48人.

use huibian_numeral::{Quantity, Sign};

use super::{Said, Told, is_exact};

/// Words of what it comes to all together.
const ALL: [&str; 4] = ["共", "合计", "总", "计"];
/// How far behind 每 its number may stand, in characters.
const NEAR: usize = 6;

pub(super) fn product(said: Said<'_>) -> Option<Told> {
    let whole = Some(said.quantity()).filter(|whole| whole.sign == Sign::None)?;
    if said.before().len() < 2 || !ALL.iter().any(|word| said.head().contains(word)) {
        return None;
    }
    let unit = unit(said, whole)?;
    let mut amounts = said.before().iter().filter(|it| self::unit(said, it) == Some(unit));
    let amount = amounts.next().filter(|_| amounts.next().is_none())?;
    let each = each(said, amount)?;
    let mut numbers = said.before().iter().filter(|number| {
        let behind = behind(said, number);
        let is_each = each.is_empty() || behind.starts_with(each);
        number.span != amount.span && number.sign == Sign::None && is_each
    });
    let number = numbers.next().filter(|_| numbers.next().is_none())?;
    if !is_exact(amount) || !is_exact(number) {
        return None;
    }
    let exact = amount.value.checked_mul(number.value)?;
    let is_so = whole.fits(said.passage.text, exact, whole.value, said.end());
    (!is_so).then(|| said.told("product", said.clause.span.start, Some(exact)))?
}

/// What stands right behind a number, without 个.
fn behind<'p>(said: Said<'p>, number: &Quantity) -> &'p str {
    let behind = said.passage.text.get(number.span.end..).unwrap_or_default().trim_start();
    behind.strip_prefix('个').unwrap_or(behind)
}

/// The character that a number is counted in; money is one.
fn unit(said: Said<'_>, number: &Quantity) -> Option<char> {
    let behind = said.passage.text.get(number.span.end..)?.trim_start();
    behind.chars().next().filter(|c| matches!(c, '\u{4E00}'..='\u{9FA5}'))
}

/// What an amount is of, where it is said to be of each: nothing for a 单价.
fn each<'p>(said: Said<'p>, amount: &Quantity) -> Option<&'p str> {
    let clause = said.passage.clause_at(amount.span.start);
    let head = said.passage.text.get(clause.span.start..amount.span.start)?;
    if head.ends_with("单价") || head.ends_with("单价为") {
        return Some("");
    }
    let (before, rest) = head.rsplit_once('每')?;
    let is_price = unit(said, amount).is_some_and(|unit| matches!(unit, '元' | '万'));
    if before.ends_with("平均") && !is_price || rest.chars().count() > NEAR {
        return None;
    }
    let rest = rest.trim_start_matches('个');
    let word = rest.char_indices().nth(1).map_or(rest, |(end, _)| &rest[..end]);
    (!word.is_empty()).then_some(word)
}
