//! A house style with those that it inherits from.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_diagnostic::{Code, Diagnostic, Place, Result, Source};
use huibian_document::HouseStyle;
use huibian_document::style::inherited;

use super::read;

/// Where styles lie in an installation.
const STYLES: &str = "templates/styles";

/// Reads a style. One that it inherits from is named without `.toml`, and lies beside it or in the installation.
///
/// # Errors
/// W001 when one cannot be read, S001 when it cannot be used, or when styles inherit from each other.
pub fn style(path: &Path, installation: &Path) -> Result<HouseStyle> {
    let own = read(path)?;
    let mut layers: Vec<Arc<Source>> = vec![own.clone()];
    let mut at = path.to_owned();
    while let Some(name) = layers.last().and_then(|layer| inherited(&layer.text)) {
        let invalid = |reason: String| {
            let layer = layers.last().unwrap_or(&own);
            let place = huibian_host::place_of(layer, &["inherits"]);
            Diagnostic::new(Code::StyleInvalid).with("reason", reason).at(place)
        };
        if name.contains(['/', '\\', '.']) {
            return Err(invalid(format!("inherits = \"{name}\"")));
        }
        let next = beside(&at, installation, &name).ok_or_else(|| invalid(format!("{name}.toml")))?;
        if layers.iter().any(|layer| layer.path == next) {
            return Err(invalid(format!("{name} → {name}")));
        }
        layers.push(read(&next)?);
        at = next;
    }
    let texts: Vec<&str> = layers.iter().rev().map(|layer| layer.text.as_str()).collect();
    HouseStyle::layered(&texts).map_err(|error| {
        let place = error.span.map_or_else(|| Place::file(own.path.clone()), |span| Place::span(&own, span));
        Diagnostic::new(Code::StyleInvalid).with("reason", error.message).at(place)
    })
}

fn beside(path: &Path, installation: &Path, name: &str) -> Option<PathBuf> {
    let file = format!("{name}.toml");
    let folders = [path.parent()?.to_owned(), installation.join(STYLES)];
    folders.into_iter().map(|folder| folder.join(&file)).find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn reason(fault: &Diagnostic) -> &str {
        &fault.arguments()[0].1
    }

    fn installation() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
    }

    #[test]
    fn every_style_of_the_installation_can_be_used() {
        let styles = installation().join(STYLES);
        let mut seen = 0;
        for entry in fs::read_dir(styles).unwrap() {
            let path = entry.unwrap().path();
            style(&path, Path::new("/nowhere"))
                .unwrap_or_else(|fault| panic!("{}: {fault:?}", path.display()));
            seen += 1;
        }
        assert!(seen >= 3);
    }

    #[test]
    fn a_style_that_inherits_says_only_what_differs() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("own.toml");
        fs::write(&own, "inherits = \"gbt9704\"\n[paragraphs.body]\nsize = \"15pt\"\n").unwrap();
        let made = style(&own, &installation()).unwrap();
        assert_eq!(made.paragraphs.body.size, "15pt".parse().unwrap());
        assert_eq!(made.paragraphs.title.size, "22pt".parse().unwrap());
    }

    #[test]
    fn faults_are_told_with_their_key() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("own.toml");
        for (text, said) in [
            ("inherits = \"own\"", "own"),
            ("inherits = \"../own\"", "../own"),
            ("inherits = \"none\"", "none.toml"),
            ("inherits = \"gbt9704\"\n[page]\nwidth = \"10mm\"", "margins"),
            ("inherits = \"gbt9704\"\n[page]\nwidth = 10", "width"),
            ("inherits = \"gbt9704\"\n[page]\nwide = \"10mm\"", "wide"),
            ("inherits = \"gbt9704\"\n[paragraphs.body]\nalign = \"middle\"", "paragraphs.body.align"),
            ("inherits = \"gbt9704\"\n[words]\nnote = \"{text}\"", "words.note"),
        ] {
            fs::write(&own, text).unwrap();
            let fault = style(&own, &installation()).unwrap_err();
            assert!(reason(&fault).contains(said), "{text}: {}", reason(&fault));
            assert_eq!(fault.place().unwrap().path(), own, "{text}");
        }
    }
}
