//! What was found, worded in both languages with its place and its remedy.

use huibian_diagnostic::{Catalog, Diagnostic, Lang};

/// Words a fault as a person is told it.
pub fn tell(fault: &Diagnostic) {
    for lang in [Lang::Zh, Lang::En] {
        let catalog = Catalog::of(lang);
        let _ = (catalog.message(fault), catalog.help(fault));
    }
    if let Some(place) = fault.location() {
        let _ = (place.line_and_column(), place.sheet_and_cell(), place.within(), place.text_and_span());
    }
}

/// The same of several.
pub fn tell_all<'d>(faults: impl IntoIterator<Item = &'d Diagnostic>) {
    faults.into_iter().for_each(tell);
}
