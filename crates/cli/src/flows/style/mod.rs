//! `huibian style`: which house styles there are, what each says, and whether it can be used. None of this needs a workspace.

mod check;
mod list;
mod reach;
mod show;

crate::flow::commands! {
    /// The commands of `huibian style`.
    Style:
    List(list::List),
    Show(show::Show),
    Check(check::Check),
}
