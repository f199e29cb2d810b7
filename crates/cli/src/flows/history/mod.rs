//! `huibian history`: what can be done with what is filed.

mod import;

crate::flow::commands! {
    /// The commands of `huibian history`.
    History:
    Import(import::Import),
}
