//! What the form says about its fields, to those who fill it in.

use huibian_contract::FieldType;
use huibian_sheet::columns::{Field, FieldIndex};
use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::style::Style;

/// What to write into a cell of that type.
pub fn kind(kind: FieldType) -> &'static str {
    match kind {
        FieldType::Text => "填文字。",
        FieldType::Texts => "填文字，多项时一行一项（Alt+回车换行），或用分号隔开。",
        FieldType::Integer => "填整数，没有发生的填 0，不清楚的留空。",
        FieldType::Decimal => "填数字，没有发生的填 0，不清楚的留空。",
        FieldType::Boolean => "填“是”或“否”。",
        FieldType::Date => "填日期，如 2023-04-05。",
        FieldType::Ledger => "一行一条，填在同名的工作表中。",
    }
}

/// A field's comment.
pub fn explained(field: &Field) -> String {
    let measure = &field.spec.measure;
    let measure = if measure.is_empty() { String::new() } else { format!("单位：{measure}。") };
    let required = if field.spec.required { "必填。" } else { "" };
    format!("{}：{}。{measure}{}{required}", field.title, field.spec.label, kind(field.spec.kind))
}

/// The sheet that explains; where the form `compares`, also its columns of the period before.
pub fn sheet(
    sheet: &mut Worksheet,
    catalogue: &FieldIndex,
    compares: bool,
    style: &Style,
) -> Result<(), XlsxError> {
    const COMPARES: &str = "8. 灰色的“上期：……”列是上期已归档的数，供对照，不用填写。";
    const RULES: [&str; 7] = [
        "1. 请在“填报表”中每个单位填一行；各台账在同名的工作表中填写，一行一条，第一列选择单位。",
        "2. 表头带 * 的为必填。没有发生的填 0，不清楚的留空；留空不等于 0。",
        "3. 数字只填数字，不写“约”“余”等；日期写成 2023-04-05、2023.4.5 或 2023年4月5日。",
        "4. 台账与次数可以只填一样；两样都填而不一致时，以台账为准，并作提醒。",
        "5. 日期不在报告期内的台账行不计入。",
        "6. 请不要合并单元格，不要删改表头和隐藏的第 3 行；可以增加“备注”列，可以调整列的先后。",
        "7. 填好后保存，直接交回。",
    ];
    sheet.set_name("说明")?;
    sheet.set_column_width(0, 18)?;
    sheet.set_column_width(1, 36)?;
    sheet.set_column_width(2, 56)?;
    sheet.write_string_with_format(0, 0, "填表说明", &style.title)?;
    let mut row = 2;
    for rule in RULES.into_iter().chain(compares.then_some(COMPARES)) {
        sheet.write_string(row, 0, rule)?;
        row += 1;
    }
    row += 1;
    for (at, head) in ["部分", "填报项", "怎样填", "必填"].into_iter().enumerate() {
        sheet.write_string_with_format(row, u16::try_from(at).unwrap_or(0), head, &style.head)?;
    }
    for list in [&catalogue.fields, &catalogue.ledgers] {
        for (_, field) in FieldIndex::asked(list) {
            row += 1;
            sheet.write_string(row, 0, &field.title)?;
            sheet.write_string(row, 1, catalogue.header(field))?;
            sheet.write_string(row, 2, kind(field.spec.kind))?;
            sheet.write_string(row, 3, if field.spec.required { "是" } else { "" })?;
        }
    }
    Ok(())
}
