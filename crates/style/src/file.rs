//! One style with those that it inherits from.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_config::bounds::is_within;
use huibian_config::{read, syntax_fault};
use huibian_diagnostic::{Code, Diagnostic, Faults, Result, Source};
use huibian_document::HouseStyle;
use huibian_document::style::{examine, inherited, value_at};
use toml::{Table, Value};

use crate::faults;

/// Where styles lie in a workspace and in an installation.
pub const STYLES: &str = "templates/styles";

/// Styles that one inherits from, one from the other.
const MOST: usize = 16;

/// A style that can be used, and what its files say.
pub struct StyleFile {
    /// The style.
    pub style: HouseStyle,
    /// The files, the lowest first; the style's own is the last.
    layers: Vec<Arc<Source>>,
    /// What each of them says.
    tables: Vec<Table>,
    /// Every value that holds.
    whole: Table,
}

impl StyleFile {
    /// Reads a style. One that it inherits from is named without `.toml`, and lies beside it or in the installation.
    ///
    /// # Errors
    /// All that is wrong: W001 where a file cannot be read, W002 where one is no TOML, S codes.
    pub fn read(path: &Path, installation: &Path) -> Result<Self, Faults> {
        let layers = layers(path, installation)?;
        let texts: Vec<&str> = layers.iter().map(|layer| layer.text.as_str()).collect();
        let examined = examine(&texts)
            .map_err(|(layer, error)| vec![syntax_fault(&layers[layer], &error.message, error.span)])?;
        match examined.style.filter(|_| examined.flaws.is_empty()) {
            Some(style) => {
                let tables = texts.iter().map(|text| text.parse().unwrap_or_default()).collect();
                Ok(Self { style, layers, tables, whole: examined.whole })
            }
            None => Err(faults::all(&examined.flaws, &layers)),
        }
    }

    /// The style's own file.
    pub fn path(&self) -> &Path {
        self.layers.last().map_or(Path::new(""), |own| &own.path)
    }

    /// The style that its own file inherits from.
    pub fn inherits(&self) -> Option<String> {
        self.layers.last().and_then(|own| inherited(&own.text))
    }

    /// The value at a path of keys.
    pub(super) fn value(&self, path: &[String]) -> Option<&Value> {
        value_at(&self.whole, path)
    }

    /// The number of the file whose value holds at a path.
    pub(super) fn layer_of(&self, path: &[String]) -> Option<usize> {
        (0..self.tables.len()).rev().find(|layer| value_at(&self.tables[*layer], path).is_some())
    }

    pub(super) fn layer(&self, layer: usize) -> &Arc<Source> {
        &self.layers[layer]
    }
}

/// A style's file and those of the styles that it inherits from, the lowest first.
fn layers(path: &Path, installation: &Path) -> Result<Vec<Arc<Source>>> {
    let mut layers: Vec<Arc<Source>> = vec![read(path)?];
    let mut at = path.to_owned();
    while let Some((layer, name)) = layers.last().and_then(|layer| Some((layer, inherited(&layer.text)?))) {
        let fault = |reason: &str| {
            let fault = Diagnostic::new(Code::StyleInherits).with("name", &name).with("reason", reason);
            let fault = fault.at(huibian_config::place_of(layer, &["inherits"]));
            let known = known(&at, installation);
            let meant = name.rsplit(['/', '\\']).next().unwrap_or_default();
            let meant = meant.strip_suffix(".toml").unwrap_or(meant);
            if matches!(reason, "path" | "none") {
                fault.suggest(meant, known.iter().map(String::as_str))
            } else {
                fault
            }
        };
        if name.contains(['/', '\\', '.']) {
            return Err(fault("path"));
        }
        let Some(next) = beside(&at, installation, &name) else { return Err(fault("none")) };
        let folder = at.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !is_within(&next, &[folder, installation]) {
            return Err(fault("outside"));
        }
        if layers.iter().any(|layer| *layer.path == *next) {
            return Err(fault("cycle"));
        }
        if layers.len() > MOST {
            return Err(fault("deep").with("most", MOST));
        }
        layers.push(read(&next)?);
        at = next;
    }
    layers.reverse();
    Ok(layers)
}

/// The styles that one may inherit from: those beside it and those of the installation.
fn known(path: &Path, installation: &Path) -> Vec<String> {
    let folders = [path.parent().unwrap_or(Path::new("")).to_owned(), installation.join(STYLES)];
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten());
    let files = entries.map(|entry| entry.path()).filter(|file| file != path);
    let styles = files.filter(|file| file.extension().is_some_and(|extension| extension == "toml"));
    styles.filter_map(|file| Some(file.file_stem()?.to_str()?.to_owned())).collect()
}

fn beside(path: &Path, installation: &Path, name: &str) -> Option<PathBuf> {
    let file = format!("{name}.toml");
    let folders = [path.parent()?.to_owned(), installation.join(STYLES)];
    folders.into_iter().map(|folder| folder.join(&file)).find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use huibian_diagnostic::Location;

    use super::*;

    fn installation() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
    }

    fn messages(faults: &[Diagnostic]) -> Vec<String> {
        let within = |fault: &Diagnostic| fault.location().map(Location::within).unwrap_or_default();
        faults.iter().map(|fault| format!("{}{}", fault.code(), within(fault))).collect()
    }

    #[test]
    fn every_style_of_the_installation_can_be_used() {
        let styles = installation().join(STYLES);
        let mut seen = 0;
        for entry in fs::read_dir(styles).unwrap() {
            let path = entry.unwrap().path();
            let read = StyleFile::read(&path, Path::new("/nowhere"));
            assert!(read.is_ok(), "{}: {:?}", path.display(), read.err());
            seen += 1;
        }
        assert!(seen >= 3);
    }

    #[test]
    fn a_style_that_inherits_says_only_what_differs() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("own.toml");
        fs::write(&own, "inherits = \"gbt9704\"\n[paragraphs.body]\nsize = \"15pt\"\n").unwrap();
        let Ok(made) = StyleFile::read(&own, &installation()) else { panic!("it can be used") };
        assert_eq!(made.style.paragraphs.body.size, "15pt".parse().unwrap());
        assert_eq!(made.style.paragraphs.title.size, "22pt".parse().unwrap());
        let path = |key: &str| ["paragraphs", "body", key].map(str::to_owned);
        assert_eq!((made.layer_of(&path("size")), made.layer_of(&path("face"))), (Some(1), Some(0)));
    }

    #[test]
    fn so_many_styles_may_be_inherited_and_no_more() {
        let folder = tempfile::tempdir().unwrap();
        let file = |at: usize| folder.path().join(format!("s{at}.toml"));
        fs::write(file(0), "inherits = \"gbt9704\"\n").unwrap();
        for at in 1..=MOST {
            fs::write(file(at), format!("inherits = \"s{}\"\n", at - 1)).unwrap();
        }
        assert!(StyleFile::read(&file(MOST - 1), &installation()).is_ok());
        let Err(faults) = StyleFile::read(&file(MOST), &installation()) else { panic!("it is too deep") };
        assert_eq!(messages(&faults), ["S007:1:12"]);
        assert_eq!(faults[0].argument("reason").map(ToString::to_string).as_deref(), Some("deep"));
    }

    #[test]
    fn the_style_that_was_meant_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("own.toml");
        for name in ["GBT9704", "gbt9704.toml", "gbt970", "styles/gbt9704"] {
            fs::write(&own, format!("inherits = \"{name}\"\n")).unwrap();
            let Err(faults) = StyleFile::read(&own, &installation()) else { panic!("{name}") };
            assert_eq!(faults[0].suggestion(), Some("gbt9704"), "{name}");
        }
    }

    #[test]
    fn faults_are_told_where_they_stand() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("own.toml");
        for (text, expected) in [
            ("name = \"本单位\"\n[page]\nwidth = 3", vec!["S003:3:9", "S004:1:1"]),
            ("inherits = \"own\"", vec!["S007:1:12"]),
            ("inherits = \"../own\"", vec!["S007:1:12"]),
            ("inherits = \"none\"", vec!["S007:1:12"]),
            ("inherits = \"gbt9704\"\n[page]\nwidth = \"10mm\"", vec!["S005:3:9"]),
            ("inherits = \"gbt9704\"\n[paragraphs.body]\nsize = \"1000pt\"", vec!["S005:3:8"]),
            ("inherits = \"gbt9704\"\n[paragraphs.body]\nsize = \"5000pt\"", vec!["S003:3:8"]),
            ("inherits = \"gbt9704\"\n[text]\nline = \"2pt\"", vec!["S003:3:8"]),
            ("inherits = \"gbt9704\"\nlanguage = \"zz-@@&<\"", vec!["S003:2:12"]),
            ("inherits = \"gbt9704\"\n[page]\nwidth = 10\nwide = \"10mm\"", vec!["S003:3:9", "S002:4:1"]),
            ("inherits = \"gbt9704\"\n[paragraphs.body]\nalign = \"middle\"", vec!["S003:3:9"]),
            ("inherits = \"gbt9704\"\n[words]\nnote = \"{text}\"", vec!["S003:3:8"]),
            (
                "inherits = \"gbt9704\"\n[[headings]]\nname = \"a\"\nlabel = \"\"\nface = \"b\"\nsize = 3",
                vec!["S003:6:8"],
            ),
            ("inherits = \"gbt9704\"\n[[headings]]\nname = \"a\"\nlabel = \"\"", vec!["S004:2:1"]),
            ("inherits = \"gbt9704\"\n[page\nwidth = 10", vec!["W002:2:6"]),
        ] {
            fs::write(&own, text).unwrap();
            let Err(faults) = StyleFile::read(&own, &installation()) else { panic!("{text} can be used") };
            assert_eq!(messages(&faults), expected, "{text}");
            assert_eq!(faults[0].location().unwrap().path(), own, "{text}");
        }
    }
}
