//! The typesetter alone, beside the bare world in the same process: both warm, both on one thread, in turns over the same
//! documents.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow};
use huibian_diagnostic::Diagnostic;
use huibian_document::Document;
use huibian_engine::program::Program;
use huibian_engine::run::draft;
use huibian_engine::workspace::{Overrides, Workspace};
use huibian_host::Isolation;
use huibian_pdf::{Faces, PdfWriter, Profile};

use super::bare::Bare;

/// How often each goes over all documents; the best counts, as what the machine does beside only ever adds.
const ROUNDS: usize = 4;

/// Documents a second: ours, and the bare world's out of the `.md` files in `texts`.
pub fn rates(workspace: &Path, texts: &Path, fonts: &Path) -> Result<[f64; 2]> {
    let (writer, documents) = ready(workspace, fonts)?;
    let mut bare = Bare::new(fonts)?;
    let texts = super::bare::texts(texts)?;
    let texts: Vec<String> = texts.iter().map(fs::read_to_string).collect::<Result<_, _>>()?;
    let mut best = [Duration::MAX; 2];
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        for document in &documents {
            writer.write(document)?;
        }
        best[0] = best[0].min(begun.elapsed());
        let begun = Instant::now();
        bare.set_all(&texts, |_, _| Ok(()))?;
        best[1] = best[1].min(begun.elapsed());
    }
    let count = u32::try_from(documents.len()).map(f64::from)?;
    Ok(best.map(|best| count / best.as_secs_f64()))
}

/// Every unit's document, and what writes them.
fn ready(workspace: &Path, fonts: &Path) -> Result<(PdfWriter, Vec<Document>)> {
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let isolation = Some(Isolation::None);
    let overrides = Overrides { formats: vec!["docx".to_owned()], isolation, ..Overrides::default() };
    let workspace = Workspace::load(workspace, &checkout, &overrides).map_err(|faults| told(&faults))?;
    let roster = workspace.roster(1).map_err(|faults| told(&faults))?;
    let program = Program::new(workspace).map_err(|faults| told(&faults))?;
    let document = |unit| {
        let assembled = draft(&program, unit).assembled.context("no document")?;
        Ok(assembled.document().into_owned())
    };
    let documents = roster.units.iter().map(document).collect::<Result<_>>()?;
    let style = &program.workspace.design.style;
    let faces =
        Faces::find(style, &[fonts.to_owned()], true).map_err(|face| anyhow!("no face for {}", face.0))?;
    Ok((PdfWriter::new(style, faces, Profile::Plain)?, documents))
}

fn told(faults: &[Diagnostic]) -> anyhow::Error {
    anyhow!(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
}
