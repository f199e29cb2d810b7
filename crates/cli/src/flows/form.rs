//! `huibian form`: the workbook to fill in.

use std::path::PathBuf;

use clap::Args;
use huibian_engine::workspace::Overrides;
use huibian_form as form;
use huibian_store::Staged;

use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::print::tell;

/// Where it goes.
#[derive(Args)]
pub struct Form {
    /// As `--output` was once called here.
    #[arg(long, hide = true)]
    file: Option<PathBuf>,
}

impl Flow for Form {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let workspace = context.load_with(&Overrides { output: None, ..context.overrides() })?;
        let path = self.file.or_else(|| context.output_file());
        let path = path.unwrap_or_else(|| PathBuf::from(format!("填报表-{}.xlsx", workspace.period)));
        form::ensure_workbook(&path)?;
        if path.exists() {
            // It may be filled in already.
            tell(printer.text("form-exists", &[("path", &printer.here.path(&path))]));
            return Ok(End::Impossible);
        }
        let form = printer.stage("stage-form", || {
            let form = form::Form::new(&workspace)?;
            let mut file = Staged::new(&path)?;
            file.write(&form.bytes)?;
            file.place_new().map(|_| form)
        })?;
        printer.say(printer.text(
            "form-written",
            &[
                ("path", &printer.here.path(&path)),
                ("units", &form.units),
                ("fields", &form.fields),
                ("ledgers", &form.ledgers),
            ],
        ));
        Ok(End::Clean)
    }
}
