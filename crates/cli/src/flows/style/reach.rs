//! The styles within reach, with or without a workspace.

use std::path::PathBuf;

use huibian_diagnostic::Faults;
use huibian_engine::installation::installation;
use huibian_style::StyleLibrary;

use crate::context::Context;
use crate::named::Named;
use crate::print::Printer;

/// The style that is shown where nothing says which.
const DEFAULT: &str = "gbt9704";

/// The styles within reach, and the one that the report has.
pub struct Reach {
    pub shelf: StyleLibrary,
    pub used: Option<PathBuf>,
}

impl Reach {
    pub fn new(context: &Context<'_>) -> Self {
        let workspace = context.folder().ok();
        let installation = installation().ok().or_else(|| workspace.clone()).unwrap_or_default();
        let used = workspace.as_ref().and_then(|folder| {
            let style = Named::read(folder).style(context.common.report.as_deref())?;
            let roots = [folder.as_path(), &installation];
            Some(
                roots
                    .iter()
                    .map(|root| root.join(&style))
                    .find(|path| path.is_file())
                    .unwrap_or(folder.join(&style)),
            )
        });
        Self { shelf: StyleLibrary::new(workspace.as_deref(), &installation), used }
    }

    /// The style that is named, or that of the report.
    pub fn find(&self, name: Option<&str>) -> Result<PathBuf, Faults> {
        match (name, &self.used) {
            (Some(name), _) => self.shelf.find(name).map_err(Faults::from),
            (None, Some(path)) => Ok(path.clone()),
            (None, None) => self.shelf.find(DEFAULT).map_err(Faults::from),
        }
    }
}

/// A column's title.
pub fn column(printer: &Printer, name: &str) -> String {
    printer.text(&format!("style-column-{name}"), &[])
}
