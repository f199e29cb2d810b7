//! The parts of a unit's official document, out of what workspace, template and unit set. Pure.

mod attached;
mod completeness;
pub mod numbering;

use std::num::NonZeroU32;

use huibian_contract::{Period, UnitIdentity};
use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_document::official::{Attachment, DocumentNumber, Imprint, IssuerMark, Official, Secrecy};
use huibian_document::settings::{AttachmentSettings, NumberSettings, Wording};
use huibian_document::{Block, Settings, Signature};
use huibian_template::{Data, TemplateSet};
use jiff::civil::Date;

use crate::marks::{Marks, Part};
use crate::text::Text;
pub use attached::read_attachments;
pub use completeness::check_complete;

/// What the settings' places stand for.
pub struct Placeholders<'u> {
    /// The unit.
    pub unit: &'u UnitIdentity,
    /// The reporting period.
    pub period: Period,
    /// The date that the document bears.
    pub date: Date,
    /// What stands for the unit's own texts, where they are to be marks.
    pub marks: Option<&'u Marks>,
}

/// The template of an attachment's text, in a workspace's templates.
pub fn template_name(path: &str) -> String {
    format!("@attachment/{path}")
}

/// The words of each attachment's text; nothing for one that is a document of its own.
///
/// # Errors
/// E003 for a template that only a unit names, T codes from templates.
pub fn word(settings: &Settings, templates: &TemplateSet, data: &Data<'_>) -> Result<Vec<Text>> {
    let attachments = settings.attachments.iter().flatten();
    attachments
        .map(|AttachmentSettings { template, .. }| match template {
            None => Ok(Text::of(Vec::new())),
            Some(path) if templates.contains(&template_name(path)) => {
                Text::render(templates, &template_name(path), data)
            }
            Some(path) => Err(Diagnostic::new(Code::AttachmentTemplate).with("path", path)),
        })
        .collect()
}

/// Puts the parts together; `texts` are the attachments' own.
///
/// # Errors
/// E001 for a place that the unit has nothing for, E002 for 发文字号 without all its parts, E007 for a setting
/// without the one that it is printed with.
pub fn official(settings: &Settings, around: &Placeholders<'_>, texts: Vec<Vec<Block>>) -> Result<Official> {
    completeness::check(settings)?;
    let secrecy_term =
        settings.secrecy_term.as_ref().map(|term| around.fill("secrecy_term", term)).transpose()?;
    let secrecy = settings.secrecy.map(|level| Secrecy { level, term: secrecy_term });
    let mark = match &settings.mark {
        Some(mark) => {
            Some(IssuerMark { names: around.fill_all("mark", &mark.names)?, suffix: mark.suffix.clone() })
        }
        None => None,
    };
    let number = settings.number.as_ref().map(|number| around.number(number)).transpose()?;
    let titles = settings.attachments.iter().flatten();
    let attachments = titles.zip(texts).map(|(attachment, blocks)| {
        Ok(Attachment { title: around.fill("attachments", &attachment.title)?, blocks })
    });
    let imprint = match &settings.printer {
        Some(printer) => Some(Imprint {
            recipients: Vec::new(),
            copies_to: around.fill_all("copies_to", settings.copies_to.as_deref().unwrap_or_default())?,
            printer: around.fill("printer", printer)?,
            printed: settings.printed.unwrap_or(around.date),
        }),
        None => None,
    };
    Ok(Official {
        serial: settings.serial,
        secrecy,
        urgency: settings.urgency,
        mark: mark.filter(|mark| !mark.names.is_empty()),
        number,
        signers: around.fill_all("signers", settings.signers.as_deref().unwrap_or_default())?,
        attachments: attachments.collect::<Result<_>>()?,
        note: settings.note.as_ref().map(|note| around.fill("note", note)).transpose()?,
        imprint,
    })
}

/// The number of a unit's document within the year; none where nobody set one. What is set for the unit alone goes before the
/// list that holds for all of them.
pub fn sequence(settings: &NumberSettings, unit: &UnitIdentity) -> Option<String> {
    settings.sequence.as_ref().or_else(|| settings.sequences.get(unit.id.as_str())).map(NonZeroU32::to_string)
}

/// 署名 and 成文日期.
///
/// # Errors
/// E001 for a place that the unit has nothing for.
pub fn signature(settings: &Settings, around: &Placeholders<'_>) -> Result<Signature> {
    Ok(Signature {
        name: match &settings.signatory {
            Some(signatory) => around.fill("signatory", signatory)?,
            None => around.name(),
        },
        joint: around.fill_all("joint", settings.joint.as_deref().unwrap_or_default())?,
        date: around.date,
        seal: settings.seal.unwrap_or_default(),
    })
}

impl Placeholders<'_> {
    /// The unit's name.
    pub fn name(&self) -> String {
        self.marks.map_or_else(|| self.unit.name.clone(), |marks| marks.of(Part::Name))
    }

    fn number(&self, settings: &NumberSettings) -> Result<DocumentNumber> {
        let missing =
            |part| Diagnostic::new(Code::NumberIncomplete).with("part", part).with("unit", &self.unit.name);
        let code = settings.code.as_ref().ok_or_else(|| missing("code"))?;
        let sequence = sequence(settings, self.unit).ok_or_else(|| missing("sequence"))?;
        Ok(DocumentNumber {
            code: self.fill("number.code", code)?,
            year: settings.year.unwrap_or(self.date.year()),
            sequence: self.marks.map_or(sequence, |marks| marks.of(Part::Sequence)),
        })
    }

    fn fill_all(&self, key: &str, texts: &[Wording]) -> Result<Vec<String>> {
        texts.iter().map(|text| self.fill(key, text)).collect()
    }

    fn fill(&self, key: &str, text: &Wording) -> Result<String> {
        let value = |place: &str| match place {
            "unit.name" => Some(self.name()),
            "period.name" => Some(self.period.name()),
            "period.year" => Some(self.period.year().to_string()),
            own => {
                let text = match own {
                    "unit.id" => self.unit.id.to_string(),
                    own => self.unit.attributes.get(own.strip_prefix("unit.attributes.")?)?.clone(),
                };
                Some(self.marks.map_or(text, |marks| marks.of(Part::Place(own.to_owned()))))
            }
        };
        text.fill(value)
            .map_err(|place| Diagnostic::new(Code::SettingPlace).with("key", key).with("place", place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(settings: &str) -> Result<Official> {
        let unit = UnitIdentity {
            id: "yunxi".parse().unwrap(),
            name: "云溪镇".to_owned(),
            attributes: [("code".to_owned(), "云委发".to_owned())].into_iter().collect(),
        };
        let around = Placeholders {
            unit: &unit,
            period: "2023Q2".parse().unwrap(),
            date: jiff::civil::date(2023, 7, 5),
            marks: None,
        };
        let settings: Settings = toml::from_str(settings).unwrap();
        let texts = settings.attachments.iter().flatten().map(|_| Vec::new()).collect();
        official(&settings, &around, texts)
    }

    #[test]
    fn the_number_is_put_together_for_the_unit() {
        let number = "number = { code = \"{unit.attributes.code}\", sequences = { yunxi = 5 } }";
        let made = made(number).unwrap().number.unwrap();
        assert_eq!((made.code.as_str(), made.year, made.sequence.as_str()), ("云委发", 2023, "5"));
    }

    #[test]
    fn the_signatory_is_the_unit_unless_it_is_set() {
        let unit = UnitIdentity {
            id: "yunxi".parse().unwrap(),
            name: "云溪镇".to_owned(),
            attributes: [].into_iter().collect(),
        };
        let period = "2023Q2".parse().unwrap();
        let around = Placeholders { unit: &unit, period, date: jiff::civil::date(2023, 7, 5), marks: None };
        let name = |settings: &str| signature(&toml::from_str(settings).unwrap(), &around).unwrap().name;
        assert_eq!(name(""), "云溪镇");
        assert_eq!(name("signatory = \"{unit.name}人民政府\""), "云溪镇人民政府");
    }

    #[test]
    fn what_is_not_whole_is_a_fault() {
        for (settings, code) in [
            ("number = { sequence = 5 }", Code::NumberIncomplete),
            ("number = { code = \"云委发\", sequences = { hekou = 5 } }", Code::NumberIncomplete),
            ("printer = \"{unit.attributes.office}\"", Code::SettingPlace),
            ("copies_to = [\"县委办公室\"]", Code::SettingAlone),
            ("printed = 2023-07-06", Code::SettingAlone),
            ("secrecy_term = \"1年\"", Code::SettingAlone),
        ] {
            assert_eq!(made(settings).unwrap_err().code(), code, "{settings}");
        }
    }

    #[test]
    fn the_imprint_bears_the_date_of_the_document_where_it_has_none() {
        let made = made("printer = \"{unit.name}党政办公室\"").unwrap().imprint.unwrap();
        assert_eq!(
            (made.printer.as_str(), made.printed),
            ("云溪镇党政办公室", jiff::civil::date(2023, 7, 5))
        );
    }
}
