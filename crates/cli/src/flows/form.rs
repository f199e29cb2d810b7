//! `huibian form`: the workbook to fill in.

use std::path::{Path, PathBuf};

use huibian_form::Form;
use huibian_store::Staged;

use super::{impossible, load};
use crate::End;
use crate::arguments::Common;
use crate::print::{Printer, tell};

pub fn form(common: &Common, printer: &Printer, file: Option<&Path>) -> End {
    let workspace = match load(common, printer) {
        Ok(workspace) => workspace,
        Err(faults) => return impossible(printer, &faults),
    };
    let path =
        file.map_or_else(|| PathBuf::from(format!("填报表-{}.xlsx", workspace.period)), Path::to_owned);
    if path.exists() {
        // It may be filled in already.
        tell(printer.text("form-exists", &[("path", &printer.here.path(&path))]));
        return End::Impossible;
    }
    let made = printer.stage("stage-form", || {
        let form = Form::new(&workspace)?;
        let mut file = Staged::new(&path)?;
        file.write(&form.bytes)?;
        file.place().map(|_| form)
    });
    match made {
        Ok(form) => {
            printer.say(printer.text(
                "form-written",
                &[
                    ("path", &printer.here.path(&path)),
                    ("units", &form.units),
                    ("fields", &form.fields),
                    ("ledgers", &form.ledgers),
                ],
            ));
            End::Clean
        }
        Err(fault) => impossible(printer, &[fault]),
    }
}
