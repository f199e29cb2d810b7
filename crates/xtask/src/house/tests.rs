//! Small crates, written here, with a circle of each kind, and with what only looks like one.

use std::path::Path;

use super::Crate;
use super::tree::{Source, Sources};
use super::uses::lines_of;

/// The circles of a crate whose root is `lib.rs`, those across folders with a star.
fn circles(files: &[(&str, &str)]) -> Vec<String> {
    let sources: Sources = files
        .iter()
        .map(|(path, text)| (path.into(), Source::parse(Path::new(path), text).unwrap()))
        .collect();
    let read = Crate::read(&sources, Path::new("lib.rs")).unwrap();
    let tell = |circle: super::Circle<'_>| {
        let files: Vec<String> = circle.files.iter().map(|file| file.display().to_string()).collect();
        format!("{}{}", if circle.across { "* " } else { "" }, files.join(" "))
    };
    read.circles().into_iter().map(tell).collect()
}

/// A crate of `a/mod.rs`, which uses `b.rs`, and of a root and a `b.rs` as they are given.
fn with(root: &str, b: &str) -> Vec<String> {
    let a = "use crate::b::B; pub struct A(B); pub fn make() -> A { todo!() }";
    circles(&[("lib.rs", root), ("a/mod.rs", a), ("b.rs", b)])
}

const PLAIN: &str = "mod a; mod b;";
const FOUND: [&str; 1] = ["* a/mod.rs b.rs"];
const NONE: [&str; 0] = [];

#[test]
fn a_circle_is_found_however_a_name_is_come_by() {
    let ways = [
        "use crate::a::A; pub struct B(Box<A>);",
        "use super::a::A; pub struct B(Box<A>);",
        "pub struct B(Box<crate::a::A>);",
        "use crate::{a::{self as other, A as Renamed}}; pub struct B(Box<Renamed>);",
        "use crate::a as other; pub struct B(Box<other::A>);",
        "use crate::{std_like::C, a::{A}}; pub struct B(Box<A>);",
        "use crate::a::*; pub struct B(Box<A>);",
        "pub struct B; fn f() { use crate::a::make; make(); }",
        "pub struct B; fn f() { crate::a::make(); }",
        "pub struct B; fn f() { println!(\"{}\", crate::a::make()); }",
        "use crate::a; pub struct B; fn f() { assert!(matches!(a::make(), _)); }",
        "pub struct B; macro_rules! m { () => { $crate::a::make() } }",
        "pub struct B; impl From<crate::a::A> for B { fn from(_: crate::a::A) -> Self { B } }",
        "pub struct B; fn f(x: impl Iterator<Item = crate::a::A>) {}",
        "#[derive(Deserialize)] pub struct B { #[serde(deserialize_with = \"crate::a::make\")] b: u8 }",
        "pub struct B; mod inner { pub fn f() { super::super::a::make(); } }",
        "pub struct B; mod inner { use super::super::*; fn f() { a::make(); } }",
        "pub struct B; fn f(it: B) { match it { crate::a::A(..) => {} } }",
        "pub struct B; const fn f() { let _ = <crate::a::A as Default>::default(); }",
    ];
    for b in ways {
        assert_eq!(with(PLAIN, b), FOUND, "{b}");
    }
}

#[test]
fn a_re_export_hides_no_circle() {
    let ways = [
        ("mod a; mod b; pub use a::A;", "use crate::A; pub struct B(Box<A>);"),
        ("mod a; mod b; pub use a::A as Other;", "use crate::Other; pub struct B(Box<Other>);"),
        ("mod a; mod b; pub use a::*;", "use crate::A; pub struct B(Box<A>);"),
        ("mod a; mod b; pub use a::*;", "use crate::*; pub struct B(Box<A>);"),
        ("mod a; mod b; pub use crate::a as front;", "pub struct B(Box<crate::front::A>);"),
        (
            "mod a; mod b; pub mod front { pub use super::a::{A}; }",
            "use crate::front::A; pub struct B(Box<A>);",
        ),
        ("mod a; mod b; use a::A;", "use super::A; pub struct B(Box<A>);"),
        (
            "mod a; mod b; pub use one::A; mod one { pub use two::*; mod two { pub use crate::a::A; } }",
            "use crate::A; pub struct B(Box<A>);",
        ),
    ];
    for (root, b) in ways {
        assert_eq!(with(root, b), FOUND, "{root} {b}");
    }
}

#[test]
fn a_name_that_is_a_module_and_a_function_is_what_the_code_means() {
    let root = "mod a; mod b; mod c; pub use c::c;";
    let files = |b: &'static str| {
        circles(&[
            ("lib.rs", root),
            ("a/mod.rs", "pub fn f() { crate::b::g() }"),
            ("b.rs", b),
            ("c.rs", "pub fn c() { crate::a::f() } pub const N: u8 = 0;"),
        ])
    };
    assert_eq!(files("use crate::c; pub fn g() { c() }"), ["* a/mod.rs b.rs c.rs"]);
    assert_eq!(files("pub fn g() { crate::c() }"), ["* a/mod.rs b.rs c.rs"]);
    assert_eq!(files("pub fn g() { let c = 1; drop(c) }"), NONE);
}

#[test]
fn macros_are_used_where_they_are_called() {
    let exported = "#[macro_export] macro_rules! make { () => {} } pub fn f() { crate::b::g() }";
    let called = [("lib.rs", PLAIN), ("a/mod.rs", exported), ("b.rs", "pub fn g() { crate::make!() }")];
    assert_eq!(circles(&called), FOUND);
    let textual = "macro_rules! make { () => {} } pub fn f() { crate::b::g() }";
    let called = [("lib.rs", PLAIN), ("a/mod.rs", textual), ("b.rs", "pub fn g() { make!() }")];
    assert_eq!(circles(&called), FOUND);
}

#[test]
fn what_a_macro_defines_stands_where_it_is_called() {
    let a = "codes! { Broken, Missing } pub fn f() { crate::b::g() }";
    let files = [
        ("lib.rs", "mod a; mod b; pub use a::Broken;"),
        ("a/mod.rs", a),
        ("b.rs", "use crate::Broken; pub fn g() {}"),
    ];
    assert_eq!(circles(&files), FOUND);
}

#[test]
fn a_method_that_stands_apart_from_its_type_is_found() {
    let files =
        |a: &'static str, b: &'static str| circles(&[("lib.rs", PLAIN), ("a/mod.rs", a), ("b.rs", b)]);
    let apart = "impl crate::a::A { pub fn more(&self) {} }";
    assert_eq!(files("pub struct A; fn f(it: &A) { A::more(it); }", apart), FOUND);
    assert_eq!(files("pub struct A; impl A { fn f(&self) { self.more(); } }", apart), FOUND);
    assert_eq!(files("pub struct A; impl A { fn f(&self) { assert!(self.more()); } }", apart), FOUND);
    assert_eq!(files("pub struct A; impl A { fn f(&self) { Self::more(self); } }", apart), FOUND);
    assert_eq!(files("pub struct A; struct C; impl C { fn f(&self) { self.more(); } }", apart), NONE);
}

#[test]
fn a_table_in_a_macro_uses_what_it_names() {
    let files = [
        ("lib.rs", "mod a; mod b; mod flow;"),
        ("a/mod.rs", "crate::flow::commands! { Command: B(crate::b::B), }"),
        ("b.rs", "use crate::a::Command; pub struct B(Command);"),
        ("flow.rs", "macro_rules! commands { () => {} } pub(crate) use commands;"),
    ];
    assert_eq!(circles(&files), FOUND);
}

#[test]
fn parents_and_children_use_each_other_only_where_they_do() {
    let child = ("a/child.rs", "pub fn f() { super::help() }");
    let parent = |text: &'static str| circles(&[("lib.rs", "mod a;"), ("a/mod.rs", text), child]);
    assert_eq!(parent("mod child; pub use child::f; fn help() {}"), NONE);
    assert_eq!(parent("mod child; fn help() {} pub fn g() { child::f() }"), ["a/child.rs a/mod.rs"]);
    assert_eq!(
        parent("mod child; pub use child::f; fn help() {} pub fn g() { f() }"),
        ["a/child.rs a/mod.rs"]
    );
    let files =
        [("lib.rs", "mod a; pub type R = u8; pub use a::A;"), ("a/mod.rs", "pub struct A(crate::R);")];
    assert_eq!(circles(&files), NONE);
    let files =
        [("lib.rs", "mod a; pub type R = u8; fn f(_: a::A) {}"), ("a/mod.rs", "pub struct A(crate::R);")];
    assert_eq!(circles(&files), ["* a/mod.rs lib.rs"]);
}

#[test]
fn files_are_found_where_the_compiler_finds_them() {
    let files = [
        ("lib.rs", "#[path = \"odd/name.rs\"] mod a; mod b { pub mod c; }"),
        ("odd/name.rs", "pub fn f() { crate::b::c::g() }"),
        ("b/c.rs", "pub fn g() { crate::a::f() }"),
    ];
    assert_eq!(circles(&files), ["* b/c.rs odd/name.rs"]);
}

#[test]
fn near_misses_are_no_circles() {
    let ways = [
        "pub struct B;",
        "pub struct B; // crate::a::A",
        "pub struct B; const TEXT: &str = \"crate::a::A\";",
        "//! [`crate::a::A`]\n/// [`A`](crate::a::A)\npub struct B;",
        "pub struct B; #[cfg(test)] mod tests { use crate::a::A; fn f(_: A) {} }",
        "pub struct B; #[cfg(all(test, feature = \"x\"))] use crate::a::A;",
        "pub struct B; impl B { #[cfg(test)] fn f() { crate::a::make(); } }",
        "pub struct B; mod a { pub struct A; } use a::A; fn f(_: A) {}",
        "pub struct B; use other::a::A; fn f(_: A) {}",
        "pub struct B; fn f(it: &B) { it.a.make(); }",
        "pub struct B; fn f<A>(_: A) {}",
        "pub struct B; pub(in crate::a) struct C;",
        "pub struct B; struct A; fn f(_: A) {}",
        "pub struct B; pub use crate::a::A;",
    ];
    for b in ways {
        assert_eq!(with(PLAIN, b), NONE, "{b}");
    }
}

#[test]
fn names_of_blocks_and_modules_come_before_those_taken_in_whole() {
    let near = "pub struct B; use crate::a::*; struct A; fn f(_: A) {}";
    assert_eq!(with(PLAIN, near), NONE);
    let near = "pub struct B; use crate::a::*; use std::sync::Arc as A; fn f(_: A) {}";
    assert_eq!(with(PLAIN, near), NONE);
}

#[test]
fn files_that_tests_alone_reach_are_left_out() {
    let files = [
        ("lib.rs", "pub mod a; #[cfg(test)] mod tests;"),
        ("a/mod.rs", "pub struct A;"),
        ("tests.rs", "use crate::a::A;"),
    ];
    assert_eq!(circles(&files), NONE);
}

#[test]
fn lines_are_counted_without_what_tests_have() {
    let text = "//! A file.\n\nfn f() {}\n\n/// Tests.\n#[cfg(test)]\nmod tests {\n    fn g() {}\n}\n";
    assert_eq!(lines_of(&Source::parse(Path::new("a.rs"), text).unwrap()), 4);
}
