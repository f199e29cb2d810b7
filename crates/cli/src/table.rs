//! Tables without lines: columns stand by their widths on a terminal, hanzi counting two.

use comfy_table::{ContentArrangement, Table, presets};

/// A table of texts under a header. Columns wrap where the terminal is too narrow.
pub fn table<const N: usize>(header: [String; N], rows: Vec<[String; N]>) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_header(header).add_rows(rows);
    table.set_content_arrangement(ContentArrangement::Disabled);
    if let Some((width, _)) = terminal_size::terminal_size_of(std::io::stdout()) {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width.0);
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    let lines: Vec<String> = table.lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other() {
        let text = |texts: [&str; 2]| texts.map(str::to_owned);
        let drawn = table(text(["单位", "文件"]), vec![text(["云溪镇", "a"]), text(["x", "b"])]);
        assert_eq!(drawn, "单位    文件\n云溪镇  a\nx       b");
    }
}
