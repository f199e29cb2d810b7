//! Page breaks that would leave an empty page.

use huibian_document::{Block, Document, DocumentPart, HouseStyle};

/// The blocks without page breaks beside a table that turns the page, or before another break: a page begins there anyway,
/// and one more would be empty.
pub fn without_idle_breaks<'b>(
    blocks: &'b [Block],
    style: &HouseStyle,
) -> impl Iterator<Item = &'b Block> + Clone {
    let turns = move |index: Option<usize>| {
        index.and_then(|index| blocks.get(index)).is_some_and(|block| turns_page(block, style))
    };
    blocks.iter().enumerate().filter_map(move |(index, block)| {
        let again = blocks.get(index + 1) == Some(&Block::PageBreak);
        let idle =
            *block == Block::PageBreak && (again || turns(index.checked_sub(1)) || turns(Some(index + 1)));
        (!idle).then_some(block)
    })
}

/// Whether a block stands on a page that it turns. So does what an attachment is called that begins with one.
pub fn turns_page(block: &Block, style: &HouseStyle) -> bool {
    matches!(block, Block::Table(table) if style.turns(table))
}

/// Whether a block is a heading that stands on the page of a table that turns it: nothing but headings is between them.
pub fn heads_turned_table<'b>(
    block: &Block,
    mut following: impl Iterator<Item = &'b Block>,
    style: &HouseStyle,
) -> bool {
    let is_heading = |block: &Block| matches!(block, Block::Heading(_));
    is_heading(block)
        && following.find(|block| !is_heading(block)).is_some_and(|block| turns_page(block, style))
}

/// An attachment's blocks without idle breaks, those at its end among them: behind it a page begins or the document ends.
pub fn of_attachment<'b>(blocks: &'b [Block], style: &HouseStyle) -> impl Iterator<Item = &'b Block> + Clone {
    let end = blocks.iter().rposition(|block| *block != Block::PageBreak).map_or(0, |last| last + 1);
    without_idle_breaks(&blocks[..end], style)
}

/// Whether a document's last page but for its imprint is turned.
pub fn ends_turned(document: &Document, style: &HouseStyle) -> bool {
    let turns_last = |block: Option<&Block>| block.is_some_and(|block| turns_page(block, style));
    match document.parts().filter(|part| !matches!(part, DocumentPart::Imprint(_))).last() {
        Some(DocumentPart::Body(blocks)) => turns_last(without_idle_breaks(blocks, style).last()),
        Some(DocumentPart::Attachment(_, attachment)) => {
            turns_last(of_attachment(&attachment.blocks, style).last())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use huibian_document::table::Column;
    use huibian_document::{Heading, Table};

    use super::*;

    #[test]
    fn headings_go_with_the_table_that_they_head() {
        let heading = Block::Heading(Heading { level: 1, label: String::new(), content: Vec::new() });
        let mut table = Table::new(vec![Column::default()], 0, Vec::new()).unwrap();
        let upright = Block::Table(table.clone());
        table.landscape = true;
        let turned = Block::Table(table);
        let style = HouseStyle::parse(include_str!("../../../templates/styles/gbt9704.toml")).unwrap();
        let heads = |following: &[&Block]| heads_turned_table(&heading, following.iter().copied(), &style);
        assert!(heads(&[&turned]) && heads(&[&heading, &heading, &turned, &upright]));
        assert!(!heads(&[&upright, &turned]) && !heads(&[&heading]) && !heads(&[]));
        assert!(!heads_turned_table(&upright, [&turned].into_iter(), &style));
    }

    #[test]
    fn a_break_beside_a_turned_table_is_idle() {
        let mut table = Table::new(vec![Column::default()], 0, Vec::new()).unwrap();
        let upright = Block::Table(table.clone());
        table.landscape = true;
        let turned = Block::Table(table);
        let style = HouseStyle::parse(include_str!("../../../templates/styles/gbt9704.toml")).unwrap();
        let count = |blocks: &[Block]| without_idle_breaks(blocks, &style).count();
        assert_eq!(count(&[Block::PageBreak, turned.clone(), Block::PageBreak]), 1);
        assert_eq!(count(&[Block::PageBreak, Block::PageBreak]), 1);
        assert_eq!(of_attachment(&[upright.clone(), Block::PageBreak], &style).count(), 1);
        assert_eq!(count(&[turned.clone(), upright.clone(), Block::PageBreak, upright]), 4);

        let mut on_its_side = style.clone();
        std::mem::swap(&mut on_its_side.page.width, &mut on_its_side.page.height);
        let blocks = [Block::PageBreak, turned, Block::PageBreak];
        assert_eq!(
            without_idle_breaks(&blocks, &on_its_side).count(),
            3,
            "the table needs no page of its own"
        );
    }
}
