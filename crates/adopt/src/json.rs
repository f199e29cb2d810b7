//! A plan for programs: fields, each report's blocks in segments of wording and fields, and what columns hold.

use serde_json::{Map, Value, json};

use crate::plan::{Field, FieldKind, Plan, TablePlan};
use crate::says::document_date;
use huibian_sample::form::{Body, FormBlock, FormRow, Piece, Repeat, RepeatedRow};
use huibian_sample::shape;

/// The plan as JSON.
pub fn json(plan: &Plan) -> Value {
    let fields: Vec<Value> = plan.fields.iter().map(|field| self::field(plan, field)).collect();
    let samples: Vec<Value> = (0..plan.reports.len()).map(|report| sample(plan, report)).collect();
    let tables: Vec<Value> = plan.tables.iter().map(|one| table(plan, one)).collect();
    let doubts: Vec<Value> = plan
        .doubts
        .iter()
        .map(|doubt| json!({ "kind": format!("{:?}", doubt.kind), "subject": doubt.subject, "place": doubt.place }))
        .collect();
    json!({ "fields": fields, "samples": samples, "workbooks": tables, "doubts": doubts })
}

fn field(plan: &Plan, field: &Field) -> Value {
    let mut map = Map::new();
    map.insert("name".to_owned(), field.name.clone().into());
    map.insert("label".to_owned(), field.label.clone().into());
    map.insert("kind".to_owned(), field.kind.name().into());
    if !field.measure.is_empty() {
        map.insert("measure".to_owned(), field.measure.clone().into());
    }
    if let Some(pair) = field.pair {
        map.insert("pair".to_owned(), plan.fields[pair].name.clone().into());
    }
    if field.kind == FieldKind::Rows {
        map.insert("columns".to_owned(), field.columns.iter().map(|column| column.name.clone()).collect());
    }
    Value::Object(map)
}

fn sample(plan: &Plan, report: usize) -> Value {
    let source = &plan.reports[report];
    let mut blocks: Vec<&FormBlock> =
        plan.form.blocks.iter().filter(|block| block.places[report].is_some()).collect();
    blocks.sort_by_key(|block| block.places[report]);
    let blocks: Vec<Value> = blocks.into_iter().flat_map(|one| block(plan, one, report)).collect();
    json!({
        "file": source.file,
        "unit": source.own.unit,
        "period": source.own.period.map(|period| period.to_string()),
        "date": document_date(plan, source.own.period).map(|day| day.to_string()),
        "blocks": blocks,
    })
}

fn block(plan: &Plan, block: &FormBlock, report: usize) -> Vec<Value> {
    let mut made: Vec<Value> = match &block.body {
        Body::Line(pieces) => vec![json!({ "segments": segments(plan, pieces, report) })],
        Body::Repeated(repeat) => {
            let line = |row: &RepeatedRow| json!({ "segments": repeated(plan, repeat, row), "repeats": plan.fields[repeat.field].name });
            repeat.rows[report].iter().map(line).collect()
        }
        Body::Table(rows) => {
            let mut made: Vec<Value> = Vec::new();
            for row in rows {
                match row {
                    FormRow::Fixed(cells) => {
                        made.push(
                            cells.iter().map(|cell| Value::from(segments(plan, cell, report))).collect(),
                        );
                    }
                    FormRow::Repeated(repeat) => made.extend(repeat.rows[report].iter().map(|row| {
                        let cells = (0..row.texts.len())
                            .map(|column| Value::from(vec![column_segment(plan, repeat, row, column)]));
                        cells.collect::<Value>()
                    })),
                }
            }
            vec![json!({ "rows": made })]
        }
    };
    if block.places.iter().any(Option::is_none) {
        for value in &mut made {
            value["when"] = "unknown".into();
        }
    }
    if block.moved[report] {
        for value in &mut made {
            value["moved"] = true.into();
        }
    }
    made
}

fn column_segment(plan: &Plan, repeat: &Repeat, row: &RepeatedRow, column: usize) -> Value {
    let field = &plan.fields[repeat.field];
    let own = field.columns.get(column);
    if own.is_some_and(|column| column.is_ordinal) {
        return row.texts[column].clone().into();
    }
    let name = own.map_or("", |column| column.name.as_str());
    json!({ "field": format!("{}.{name}", field.name), "text": row.texts[column] })
}

fn repeated(plan: &Plan, repeat: &Repeat, row: &RepeatedRow) -> Vec<Value> {
    let mut segments: Vec<Value> = Vec::new();
    for (at, words) in row.words.iter().enumerate() {
        if !words.is_empty() {
            segments.push(words.clone().into());
        }
        if at < row.texts.len() {
            segments.push(column_segment(plan, repeat, row, at));
        }
    }
    segments
}

fn segments(plan: &Plan, pieces: &[Piece], report: usize) -> Vec<Value> {
    let mut segments = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Words(words) => segments.push(words.clone().into()),
            Piece::Optional(inner, present) if present[report] => {
                for mut segment in self::segments(plan, inner, report) {
                    if let Value::String(words) = segment {
                        segment = json!({ "text": words, "when": "unknown" });
                    }
                    segments.push(segment);
                }
            }
            Piece::Optional(..) => {}
            Piece::Hole(hole) => {
                let Some(text) = hole.texts[report].as_ref().filter(|text| !text.is_empty()) else {
                    continue;
                };
                let field = &plan.fields[hole.field];
                let mut segment = json!({ "field": field.name, "text": text });
                if let FieldKind::List(joiner) = &field.kind {
                    segment["items"] = shape::items(text, joiner).into();
                    segment["joined_by"] = joiner.clone().into();
                }
                segments.push(segment);
            }
        }
    }
    segments
}

fn table(plan: &Plan, table: &TablePlan) -> Value {
    let name = |field: Option<usize>| field.map(|field| plan.fields[field].name.clone());
    let columns: Vec<Value> = table
        .columns
        .iter()
        .map(|column| {
            let mut value = json!({ "column": column.place, "head": column.head, "field": name(column.field), "agreeing": column.agreeing });
            if !column.group.is_empty() {
                value["group"] = column.group.clone().into();
            }
            if (column.factor - 1.0).abs() > f64::EPSILON {
                value["factor"] = column.factor.to_string().into();
            }
            if column.is_percent {
                value["percent"] = true.into();
            }
            value
        })
        .collect();
    json!({
        "file": table.file,
        "sheet": table.sheet,
        "period": table.period.map(|period| period.to_string()),
        "unit": table.unit,
        "head_row": table.head_row,
        "columns": columns,
        "rows": table.rows.iter().map(|(unit, row)| (unit.clone(), Value::from(*row))).collect::<Map<String, Value>>(),
    })
}
