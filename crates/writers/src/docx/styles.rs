//! The ids of the house style's styles in Word.

use huibian_document::HouseStyle;
use huibian_docx::xml::escaped;

/// Style ids of paragraphs; headings and their run-in faces add their level.
pub const TITLE: &str = "HbTitle";
pub const BODY: &str = "HbBody";
pub const LIST_BULLET: &str = "HbListBullet";
pub const LIST_NUMBER: &str = "HbListNumber";
pub const PAGE_BREAK: &str = "HbPageBreak";
pub const RECIPIENTS: &str = "HbRecipients";
pub const SIGNATORY: &str = "HbSignatory";
pub const SIGNATORY_ROW: &str = "HbSignatoryRow";
pub const DATE: &str = "HbDate";
pub const PAGE_NUMBER: &str = "HbPageNumber";
pub const PAGE_NUMBER_EVEN: &str = "HbPageNumberEven";
pub const HEADING: &str = "HbHeading";
pub const RUN_IN: &str = "HbRunIn";
pub const FIGURE: &str = "HbFigure";
pub const STRONG: &str = "HbStrong";

/// Those that only some documents have.
pub const SERIAL: &str = "HbSerial";
pub const SECRECY: &str = "HbSecrecy";
pub const URGENCY: &str = "HbUrgency";
pub const MARK: &str = "HbMark";
pub const MARK_JOINT: &str = "HbMarkJoint";
pub const MARK_SPACE: &str = "HbMarkSpace";
pub const NUMBER: &str = "HbNumber";
pub const NUMBER_UPWARD: &str = "HbNumberUpward";
pub const SIGNER: &str = "HbSigner";
pub const RED_RULE: &str = "HbRedRule";
pub const ATTACHMENT_ONLY: &str = "HbAttachments";
pub const ATTACHMENT_FIRST: &str = "HbAttachmentsFirst";
pub const ATTACHMENT_NEXT: &str = "HbAttachmentsNext";
pub const NOTE: &str = "HbNote";
pub const ATTACHMENT_LABEL: &str = "HbAttachmentLabel";
pub const ATTACHMENT_TITLE: &str = "HbAttachmentTitle";
pub const IMPRINT: &str = "HbImprint";
pub const IMPRINT_COPIES: &str = "HbImprintCopies";
pub const IMPRINT_TABLE: &str = "HbImprintTable";
pub const ANCHOR: &str = "HbAnchor";
pub const TABLE: &str = "HbTable";
pub const TABLE_CAPTION: &str = "HbTableCaption";
pub const TABLE_HEAD: &str = "HbTableHead";
pub const TABLE_CELL: &str = "HbTableCell";
pub const TABLE_CELL_CENTER: &str = "HbTableCellCenter";
pub const TABLE_CELL_RIGHT: &str = "HbTableCellRight";
pub const IMAGE: &str = "HbImage";
pub const IMAGE_CAPTION: &str = "HbImageCaption";
pub const CONTENTS_TITLE: &str = "HbContentsTitle";
pub const CONTENTS: &str = "HbContents";
pub const FOOTNOTE: &str = "HbFootnote";
pub const NOTE_SIGN: &str = "HbNoteSign";
pub const PAGE_NUMBER_TURNED: &str = "HbPageNumberTurned";
pub const PAGE_NUMBER_TURNED_EVEN: &str = "HbPageNumberTurnedEven";

/// What Word itself calls a style of ours that it has one of, by id: its navigation, and programs that read its files, know those
/// alone. The house style's name is an alias.
pub fn built_in(id: &str) -> Option<String> {
    let level =
        |prefix: &str| id.strip_prefix(prefix)?.parse::<u8>().ok().filter(|level| (1..=9).contains(level));
    if let Some(level) = level(HEADING) {
        return Some(format!("heading {level}"));
    }
    if let Some(level) = level(CONTENTS) {
        return Some(format!("toc {level}"));
    }
    let name = match id {
        TITLE => "Title",
        TABLE_CAPTION => "caption",
        CONTENTS_TITLE => "TOC Heading",
        FOOTNOTE => "footnote text",
        NOTE_SIGN => "footnote reference",
        STRONG => "Strong",
        LIST_BULLET => "List Bullet",
        LIST_NUMBER => "List Number",
        _ => return None,
    };
    Some(name.to_owned())
}

/// How a style begins: its kind, its id and what it is called.
pub fn opening(kind: &str, id: &str, name: &str) -> String {
    let name = escaped(name);
    match built_in(id) {
        Some(word) => format!(
            r#"<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{word}"/><w:aliases w:val="{name}"/>"#
        ),
        None => {
            format!(r#"<w:style w:type="{kind}" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/>"#)
        }
    }
}

/// The name that a house style's own names go with: the Chinese one or the English one.
pub fn in_language<'w>(house: &HouseStyle, [chinese, english]: [&'w str; 2]) -> &'w str {
    if house.language.starts_with("zh") { chinese } else { english }
}
