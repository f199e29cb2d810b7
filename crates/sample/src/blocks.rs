//! Reports laid beside each other block by block: which paragraphs and tables are the same, missing, moved or repeated.

use std::collections::{BTreeSet, HashMap};

use crate::form::{Body, Form, FormBlock, Repeat, RepeatedRow};
use crate::kindred::Group;
use crate::nature::{self, Setting};
use crate::paper::{Block, Paper, Passage};
use crate::repeat::{self, Line};
use crate::tables;
use crate::together::together;
use crate::token::{Kind, Own, tokens};
use crate::weave::Weaver;

/// A report.
#[derive(Clone, Debug)]
pub struct Report<'r> {
    /// What it says.
    pub paper: &'r Paper,
    /// Whose it is, and of when.
    pub own: &'r Own,
}

/// A block, or lines of one shape that stand together.
enum Item {
    Line(usize, Vec<Kind>),
    Run(Vec<usize>, String),
    Table(usize, Vec<Kind>),
}

/// A place in the form: the item of each report.
#[derive(Clone)]
struct Slot {
    members: Vec<Option<usize>>,
    moved: Vec<bool>,
}

/// The form that reports of one kind have in common.
pub fn form(reports: &[Report<'_>]) -> Form {
    let (items, groups) = items(reports);
    let lengths: Vec<usize> = items.iter().map(Vec::len).collect();
    let places = together(&lengths, |(a, i), (b, j)| alike(&items[a][i], &items[b][j]));
    let slots =
        places.into_iter().map(|place| Slot { moved: vec![false; reports.len()], members: place.members });
    let slots = with_moved(slots.collect(), &items);
    let slots = with_texts(slots, &items, reports);
    let slots = with_moved_texts(slots, &items);
    let owns: Vec<Own> = reports.iter().map(|report| report.own.clone()).collect();
    let settings: Vec<Vec<Setting>> = reports.iter().map(|report| settings(report.paper)).collect();
    let blocks =
        slots.into_iter().map(|slot| block(slot, (&items, &groups), reports, (&owns, &settings))).collect();
    Form { blocks }
}

fn items(reports: &[Report<'_>]) -> (Vec<Vec<Item>>, Vec<Group>) {
    let mut lines: Vec<Vec<Option<Line>>> =
        reports.iter().map(|report| repeat::lines(report.paper, report.own)).collect();
    let papers: Vec<&Paper> = reports.iter().map(|report| report.paper).collect();
    repeat::with_names(&papers, &mut lines);
    let mut shapes = repeat::shapes(&lines);
    let owns: Vec<&Own> = reports.iter().map(|report| report.own).collect();
    let groups = repeat::with_kindred(&papers, &owns, &mut lines, &mut shapes);
    let items = reports.iter().zip(&lines).map(|(report, lines)| {
        let mut items: Vec<Item> = Vec::new();
        for (number, block) in report.paper.blocks.iter().enumerate() {
            let shape = lines[number]
                .as_ref()
                .map(|line| line.shape.as_str())
                .filter(|shape| shapes.contains(*shape));
            match (block, shape, items.last_mut()) {
                (_, Some(shape), Some(Item::Run(run, known)))
                    if known == shape && run.last() == Some(&(number - 1)) =>
                {
                    run.push(number);
                }
                (_, Some(shape), _) => items.push(Item::Run(vec![number], shape.to_owned())),
                (Block::Line(line), ..) => items.push(Item::Line(number, kinds(line, report.own))),
                (Block::Table(rows), ..) => {
                    let head =
                        rows.first().into_iter().flatten().flat_map(|cell| kinds(cell, report.own)).collect();
                    items.push(Item::Table(number, head));
                }
            }
        }
        items
    });
    (items.collect(), groups)
}

fn kinds(passage: &Passage, own: &Own) -> Vec<Kind> {
    tokens(passage.text.trim(), own).into_iter().map(|token| token.kind).collect()
}

fn alike(left: &Item, right: &Item) -> Option<i32> {
    match (left, right) {
        (Item::Line(_, left), Item::Line(_, right)) => {
            let share = share(left, right);
            let start = left.iter().zip(right).take_while(|(left, right)| left == right).count();
            if share >= 55 {
                i32::try_from(share / 10 + left.len().min(right.len()).min(10) / 2).ok()
            } else {
                (start >= 4).then_some(5)
            }
        }
        (Item::Run(_, left), Item::Run(_, right)) => (left == right).then_some(12),
        (Item::Table(_, left), Item::Table(_, right)) => {
            i32::try_from(4 + share(left, right) / 10).ok().filter(|_| share(left, right) > 30)
        }
        _ => None,
    }
}

/// How much of both is in the other, of 100; words weigh more than signs.
fn share(left: &[Kind], right: &[Kind]) -> usize {
    let weight = |kind: &Kind| if kind.is_sign() { 1 } else { 3 };
    let sum = |kinds: &[Kind]| kinds.iter().map(weight).sum::<usize>();
    let mut rest: HashMap<&Kind, usize> = HashMap::with_capacity(right.len());
    right.iter().for_each(|kind| *rest.entry(kind).or_default() += 1);
    let mut common = 0;
    for kind in left {
        if let Some(count) = rest.get_mut(kind).filter(|count| **count > 0) {
            *count -= 1;
            common += weight(kind);
        }
    }
    let all = sum(left) + sum(right);
    (200 * common).checked_div(all).unwrap_or(100)
}

fn item<'i>(slot: &Slot, items: &'i [Vec<Item>], report: usize) -> Option<&'i Item> {
    slot.members[report].map(|at| &items[report][at])
}

fn first<'i>(slot: &Slot, items: &'i [Vec<Item>]) -> Option<&'i Item> {
    (0..items.len()).find_map(|report| item(slot, items, report))
}

fn is_apart(left: &Slot, right: &Slot) -> bool {
    left.members.iter().zip(&right.members).all(|(left, right)| left.is_none() || right.is_none())
}

fn is_full(slot: &Slot) -> bool {
    slot.members.iter().all(Option::is_some)
}

fn size(slot: &Slot) -> usize {
    slot.members.iter().flatten().count()
}

/// What stands elsewhere in some reports is the same block, moved.
fn with_moved(mut slots: Vec<Slot>, items: &[Vec<Item>]) -> Vec<Slot> {
    let mut at = 0;
    while at < slots.len() {
        if is_full(&slots[at]) {
            at += 1;
            continue;
        }
        let same = (at + 1..slots.len()).find(|other| {
            let (left, right) = (&slots[at], &slots[*other]);
            let (Some(Item::Line(_, a)), Some(Item::Line(_, b))) = (first(left, items), first(right, items))
            else {
                return false;
            };
            is_apart(left, right) && share(a, b) >= 90
        });
        let Some(other) = same else {
            at += 1;
            continue;
        };
        let right = slots.remove(other);
        let left = slots[at].clone();
        let (mut stays, goes, place) =
            if size(&left) >= size(&right) { (left, right, at) } else { (right, left, other - 1) };
        for (report, member) in goes.members.iter().enumerate() {
            if member.is_some() {
                stays.members[report] = *member;
                stays.moved[report] = true;
            }
        }
        slots.remove(at);
        slots.insert(place, stays);
    }
    slots
}

/// Paragraphs of which each report has another one in the same place are one, of the report's own words.
fn with_texts(slots: Vec<Slot>, items: &[Vec<Item>], reports: &[Report<'_>]) -> Vec<Slot> {
    let mut shaped: Vec<Slot> = Vec::new();
    let mut gap: Vec<Slot> = Vec::new();
    for slot in slots {
        if is_full(&slot) && !slot.moved.iter().any(|moved| *moved) {
            shaped.extend(merged(std::mem::take(&mut gap), items, reports));
            shaped.push(slot);
        } else {
            gap.push(slot);
        }
    }
    shaped.extend(merged(gap, items, reports));
    shaped
}

/// How many slots off a text may have moved.
const NEAR: usize = 4;
/// How much two texts have in common, of 100, that are of one place.
const KIN: usize = 35;

/// A text that each report has in words of its own, some before and some behind a line that all have, is one, moved.
fn with_moved_texts(mut slots: Vec<Slot>, items: &[Vec<Item>]) -> Vec<Slot> {
    let mut at = 0;
    while at < slots.len() {
        if let Some(group) = moved_text(&slots, at, items) {
            let largest =
                group.iter().copied().max_by_key(|one| (size(&slots[*one]), std::cmp::Reverse(*one)));
            let largest = largest.unwrap_or(at);
            let mut whole = slots[largest].clone();
            for one in group.iter().copied().filter(|one| *one != largest) {
                let is_moved = (one.min(largest)..one.max(largest)).any(|between| is_full(&slots[between]));
                for (report, member) in
                    slots[one].members.iter().enumerate().filter(|(_, member)| member.is_some())
                {
                    whole.members[report] = *member;
                    whole.moved[report] = is_moved;
                }
            }
            slots[largest] = whole;
            let mut number = 0;
            slots.retain(|_| {
                number += 1;
                number - 1 == largest || !group.contains(&(number - 1))
            });
        }
        at += 1;
    }
    slots
}

/// Slots from one on that have the text together, each of other reports.
fn moved_text(slots: &[Slot], seed: usize, items: &[Vec<Item>]) -> Option<Vec<usize>> {
    let Some(Item::Line(_, own)) = first(&slots[seed], items) else { return None };
    let (mut group, mut whole) = (vec![seed], slots[seed].clone());
    for (other, slot) in slots.iter().enumerate().skip(seed + 1).take(NEAR) {
        let Some(Item::Line(_, text)) = first(slot, items) else { continue };
        if is_apart(&whole, slot) && share(own, text) >= KIN {
            group.push(other);
            for (member, more) in whole.members.iter_mut().zip(&slot.members) {
                *member = member.or(*more);
            }
        }
    }
    (group.len() > 1 && is_full(&whole)).then_some(group)
}

fn merged(mut gap: Vec<Slot>, items: &[Vec<Item>], reports: &[Report<'_>]) -> Vec<Slot> {
    let mut has_text = false;
    loop {
        let is_line = |slot: &Slot| matches!(first(slot, items), Some(Item::Line(..)));
        let mut order: Vec<usize> =
            (0..gap.len()).filter(|at| is_line(&gap[*at]) && !is_full(&gap[*at])).collect();
        // What several units have word for word is left out by the others rather than said otherwise.
        order.sort_by_key(|at| units(&gap[*at], reports).len() > 1);
        let found = order.iter().enumerate().find_map(|(number, seed)| {
            let (mut group, mut whole) = (vec![*seed], gap[*seed].clone());
            let kin = |at: usize| match (first(&gap[*seed], items), first(&gap[at], items)) {
                (Some(Item::Line(_, left)), Some(Item::Line(_, right))) => share(left, right),
                _ => 0,
            };
            let mut rest: Vec<usize> = order[number + 1..].to_vec();
            rest.sort_by_key(|at| (units(&gap[*at], reports).len() > 1, std::cmp::Reverse(kin(*at))));
            for at in &rest {
                if !is_full(&whole) && is_apart(&whole, &gap[*at]) {
                    group.push(*at);
                    for (member, more) in whole.members.iter_mut().zip(&gap[*at].members) {
                        *member = member.or(*more);
                    }
                }
            }
            // Behind a text of each report's own, lines that several units have come in under conditions.
            let are_shared = group.iter().all(|at| units(&gap[*at], reports).len() > 1);
            (is_full(&whole) && group.len() > 1 && !(has_text && are_shared)).then_some((group, whole))
        });
        let Some((mut group, whole)) = found else { return gap };
        has_text = true;
        group.sort_unstable();
        let last = group.last().copied().unwrap_or_default() + 1 - group.len();
        let mut number = 0;
        gap.retain(|_| {
            number += 1;
            !group.contains(&(number - 1))
        });
        gap.insert(last.min(gap.len()), whole);
    }
}

fn units<'r>(slot: &Slot, reports: &'r [Report<'_>]) -> BTreeSet<&'r str> {
    let present = slot.members.iter().enumerate().filter(|(_, member)| member.is_some());
    present.filter_map(|(report, _)| reports[report].own.unit.as_deref()).collect()
}

fn block(
    slot: Slot,
    (items, groups): (&[Vec<Item>], &[Group]),
    reports: &[Report<'_>],
    (owns, settings): (&[Own], &[Vec<Setting>]),
) -> FormBlock {
    let number = |report: usize| match item(&slot, items, report)? {
        Item::Line(number, _) | Item::Table(number, _) => Some(*number),
        Item::Run(numbers, _) => numbers.first().copied(),
    };
    let places: Vec<Option<usize>> = (0..reports.len()).map(number).collect();
    let body = match first(&slot, items) {
        Some(Item::Run(..)) => {
            let rows = (0..reports.len()).map(|report| match item(&slot, items, report) {
                Some(Item::Run(numbers, shape)) => {
                    repeat::rows(reports[report].paper, reports[report].own, numbers, shape, groups)
                }
                _ => Vec::new(),
            });
            let rows: Vec<Vec<RepeatedRow>> = rows.collect();
            Body::Repeated(Repeat { heads: repeat::heads(&rows), rows, field: 0 })
        }
        Some(Item::Table(..)) => {
            let tables: Vec<Option<&Vec<Vec<Passage>>>> = places
                .iter()
                .zip(reports)
                .map(|(place, report)| match report.paper.blocks.get((*place)?)? {
                    Block::Table(rows) => Some(rows),
                    Block::Line(_) => None,
                })
                .collect();
            Body::Table(tables::rows(&tables, owns))
        }
        _ => {
            let texts: Vec<Option<&str>> = places
                .iter()
                .zip(reports)
                .map(|(place, report)| match report.paper.blocks.get((*place)?)? {
                    Block::Line(line) => Some(line.text.as_str()),
                    Block::Table(_) => None,
                })
                .collect();
            let present = places.iter().position(Option::is_some).unwrap_or_default();
            let setting =
                settings[present].get(places[present].unwrap_or_default()).copied().unwrap_or_default();
            Body::Line(Weaver { owns, texts, setting }.pieces())
        }
    };
    FormBlock { places, moved: slot.moved, body }
}

/// Where in a report each of its blocks stands.
pub fn settings(paper: &Paper) -> Vec<Setting> {
    let lines = || paper.lines().count();
    let (mut settings, mut behind, mut is_planned) = (Vec::with_capacity(paper.blocks.len()), lines(), false);
    let mut has_title = false;
    for block in &paper.blocks {
        let own = match block {
            Block::Line(line) => line.text.trim(),
            Block::Table(_) => "",
        };
        let is_line = matches!(block, Block::Line(_));
        let is_title = is_line && !has_title;
        has_title |= is_line;
        behind -= usize::from(is_line);
        let opening: String = own.chars().take(8).collect();
        let is_plan = is_planned && !is_heading(own)
            || ["下一步", "下步", "下阶段", "今后", "接下来"].iter().any(|word| opening.contains(word));
        settings.push(Setting { is_plan: is_plan && behind > 1, is_end: behind < 3 && !is_title, is_title });
        if is_heading(own) {
            is_planned = nature::is_plan(own);
        }
    }
    settings
}

fn is_heading(line: &str) -> bool {
    let count = line.chars().count();
    (2..24).contains(&count)
        && !line.ends_with(['。', '；', '：', '，', ':', ';', '.', '日'])
        && !line.contains(['，', '。'])
}
