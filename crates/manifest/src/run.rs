//! A record, read whole.

use std::path::Path;

use huibian_diagnostic::{Code, Diagnostic, Location, Result};
use huibian_store::seal::is_sealed;
use serde::Deserialize;

use crate::line::{Head, Last, Line, VERSION};

/// A record, whole, of this version or an older one.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Which run it was.
    pub head: Head,
    /// Its units, in order.
    pub lines: Vec<Line>,
    /// What was found of several of them at once.
    pub last: Last,
    /// The names of units whose lines were edited since they were written; of a record of this version alone.
    pub edited: Vec<String>,
}

/// Whether a line is a unit's.
#[derive(Deserialize)]
struct LineKind {
    unit: Option<serde::de::IgnoredAny>,
}

impl Run {
    /// Reads a record.
    ///
    /// # Errors
    /// W001 when it cannot be read, R004 when it is no record.
    pub fn read(path: &Path) -> Result<Self> {
        let text = huibian_config::file::text(path).map_err(|error| {
            let fault = Diagnostic::new(Code::FileUnreadable).with("path", path.display());
            fault.with("reason", error).at(Location::file(path))
        })?;
        let none = || Diagnostic::new(Code::BadRecord).with("path", path.display()).at(Location::file(path));
        Self::parse(&text).map_err(|_| none())
    }

    fn parse(text: &str) -> serde_json::Result<Self> {
        let (head, rest) = text.split_once('\n').unwrap_or((text, ""));
        let head: Head = serde_json::from_str(head)?;
        let (mut lines, mut last, mut edited) = (Vec::<Line>::new(), Last::default(), Vec::new());
        for line in rest.lines() {
            let kind: LineKind = serde_json::from_str(line)?;
            match kind.unit {
                Some(_) => {
                    let unit: Line = serde_json::from_str(line)?;
                    let is_edited = head.version == VERSION && !is_sealed(line.as_bytes());
                    edited.extend(is_edited.then(|| unit.name.clone()));
                    lines.push(unit);
                }
                None => last = serde_json::from_str(line)?,
            }
        }
        Ok(Self { head, lines, last, edited })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::{Glance, Status};

    /// As the program wrote it before records had versions.
    const OF_BEFORE: &str = "{\"date\":\"2023-07-05\",\"period\":\"2023Q2\",\"plugins\":[{\"id\":\"theory-study\",\"version\":\"0.1.0\"}],\"report\":\"ideology\"}\n\
        {\"unit\":\"yunxi\",\"name\":\"云溪镇\",\"status\":\"done\",\"inputs\":\"00\",\"counts\":{\"theory-study/sessions\":{\"value\":\"5\",\"measure\":\"次\",\"from\":[\"sessions#1-5\"]}},\"findings\":[],\"diagnostics\":[],\"artifacts\":[{\"path\":\"out/云溪镇.md\",\"bytes\":3,\"blake3\":\"00\"}]}\n\
        {\"findings\":[{\"severity\":\"note\",\"plugin\":\"theory-study\",\"check\":\"alike\",\"text\":\"相同\",\"place\":null}]}\n";

    #[test]
    fn a_record_without_a_version_is_read() {
        let run = Run::parse(OF_BEFORE).unwrap();
        assert_eq!((run.head.version, run.lines.len(), run.last.findings.len()), (0, 1, 1));
        assert_eq!(OF_BEFORE.lines().nth(1).unwrap(), serde_json::to_string(&run.lines[0]).unwrap());
        // A finding of before had words alone.
        let finding = &run.last.findings[0];
        assert_eq!(
            (finding.message.as_str(), finding.plugin.as_ref().unwrap().as_str()),
            ("相同", "theory-study")
        );
        assert_eq!(run.lines[0].status, Status::Done);
    }

    #[test]
    fn a_glance_sees_what_the_line_says() {
        let text = OF_BEFORE.lines().nth(1).unwrap();
        let (line, glance): (Line, Glance) =
            (serde_json::from_str(text).unwrap(), serde_json::from_str(text).unwrap());
        let Line { number, findings, artifacts, pictures, earlier, .. } = line;
        assert_eq!(glance, Glance { number, findings, artifacts, pictures, earlier });
    }

    #[test]
    fn what_is_no_record_is_told() {
        for text in ["", "{}", "{\"a\":1}\n", "not JSON"] {
            assert!(Run::parse(text).is_err(), "{text}");
        }
    }
}
