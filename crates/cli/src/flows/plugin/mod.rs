//! `huibian plugin`: what can be asked about plugins, and done with them and for those who write them.

mod build;
mod check;
mod dev;
mod distrust;
mod install;
mod list;
mod lock;
mod new;
mod pack;
mod reach;
mod show;
mod test;
mod trust;
mod why;

crate::flow::commands! {
    /// The commands of `huibian plugin`.
    Plugin:
    List(list::List),
    Show(show::Show),
    Why(why::Why),
    Trust(trust::Trust),
    Distrust(distrust::Distrust),
    Lock(lock::Lock),
    Install(install::Install),
    New(new::New),
    Build(build::Build),
    Dev(dev::Dev),
    Test(test::Test),
    Check(check::Check),
    Pack(pack::Pack),
}

impl Plugin {
    /// Whether it makes a file, or asks where the record of a run is.
    pub fn takes_output(&self) -> bool {
        matches!(self, Self::Pack(_) | Self::Why(_))
    }
}
