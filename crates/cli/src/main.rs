//! The command line of huibian.
fn main() {}
