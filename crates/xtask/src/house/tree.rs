//! The modules of one crate as they are written: what each names, and where each lies. Knows nothing of who uses what.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use syn::punctuated::Punctuated;
use syn::{Attribute, Fields, Item, ItemMacro, ItemMod, ItemUse, Meta, Token, UseTree, Visibility};

/// Files of a package by their paths, parsed.
pub type Sources = BTreeMap<PathBuf, Source>;

/// A file as it was read.
pub struct Source {
    /// Its lines, comments and tests with them.
    pub lines: usize,
    /// What it says.
    pub syntax: syn::File,
}

impl Source {
    /// Parses a file's text.
    ///
    /// # Errors
    /// What is wrong with it, with its line.
    pub fn parse(path: &Path, text: &str) -> Result<Self, String> {
        let syntax = syn::parse_file(text)
            .map_err(|error| format!("{}:{}: {error}", path.display(), error.span().start().line))?;
        Ok(Self { lines: text.lines().count(), syntax })
    }

    /// The words of the comment that it begins with.
    pub fn opening(&self) -> String {
        let lines = self.syntax.attrs.iter().filter_map(|attribute| text_of(&attribute.meta, "doc"));
        lines.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// A module's or block's number.
pub type ScopeId = usize;

/// What a name may stand for; a function and a module may have the same name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Space {
    /// Types, traits and modules.
    Type,
    /// Functions, constants and what is built like a function.
    Value,
    /// Macros.
    Macro,
}

/// All of them.
pub const SPACES: [Space; 3] = [Space::Type, Space::Value, Space::Macro];

/// A name in a scope.
pub struct Name {
    /// Where it can be asked for.
    pub spaces: &'static [Space],
    /// The module within which it can be seen; everywhere in the crate where there is none.
    pub within: Option<ScopeId>,
    /// What it stands for.
    pub what: What,
}

/// What a name stands for.
pub enum What {
    /// Something that is defined in a scope: here, but for macros that stand at the root wherever they are written.
    Item(ScopeId),
    /// A module.
    Module(ScopeId),
    /// Whatever a path leads to.
    Import(Vec<String>),
    /// Another crate.
    Outside,
}

/// A `use` with a star.
pub struct Glob {
    /// The path before the star.
    pub path: Vec<String>,
    /// As for a [`Name`].
    pub within: Option<ScopeId>,
}

/// A module, or a block that has items of its own.
pub struct Scope<'a> {
    /// The file it is written in.
    pub file: &'a Path,
    /// What is written in it, if it is a module.
    pub items: &'a [Item],
    /// The module or block around it.
    pub parent: Option<ScopeId>,
    /// Whether it is a block: names of what is around it hold in it.
    pub block: bool,
    /// What is named in it.
    pub names: HashMap<String, Vec<Name>>,
    /// What it takes in whole.
    pub globs: Vec<Glob>,
    /// Words of the macros that are called where items stand, which may define any of them.
    pub words: HashSet<String>,
}

/// Where the files of a module's children lie.
struct Folder {
    /// Of children that say nothing.
    children: PathBuf,
    /// What `#[path]` is relative to.
    beside: PathBuf,
}

/// All modules that are reached from a crate's root; those of tests are left out.
pub struct Tree<'a> {
    sources: &'a Sources,
    /// Modules, the root first; blocks come later.
    pub scopes: Vec<Scope<'a>>,
    /// The modules that define macros which are called by their bare names.
    pub macros: HashMap<String, Vec<ScopeId>>,
}

impl<'a> Tree<'a> {
    /// Follows `mod` from a root.
    ///
    /// # Errors
    /// A module that has no file.
    pub fn grow(sources: &'a Sources, root: &Path) -> Result<Self, String> {
        let mut tree = Self { sources, scopes: Vec::new(), macros: HashMap::new() };
        let (file, source) =
            sources.get_key_value(root).ok_or_else(|| format!("{} is missing", root.display()))?;
        let beside = file.parent().unwrap_or(Path::new("")).to_owned();
        let folder = Folder { children: beside.clone(), beside };
        tree.module(file, &source.syntax.items, None, &folder)?;
        Ok(tree)
    }

    /// The files that were reached.
    pub fn files(&self) -> BTreeSet<&'a Path> {
        self.scopes.iter().map(|scope| scope.file).collect()
    }

    /// The module that a scope is or lies in.
    pub fn module_of(&self, mut scope: ScopeId) -> ScopeId {
        while let (true, Some(parent)) = (self.scopes[scope].block, self.scopes[scope].parent) {
            scope = parent;
        }
        scope
    }

    /// A block's items, in a scope of their own.
    pub fn block<'i>(&mut self, parent: ScopeId, items: impl Iterator<Item = &'i Item>) -> ScopeId {
        let scope = self.scope(self.scopes[parent].file, &[], Some(parent), true);
        for item in items.filter(|item| !is_test(attributes(item))) {
            self.name(scope, item);
        }
        scope
    }

    fn scope(&mut self, file: &'a Path, items: &'a [Item], parent: Option<ScopeId>, block: bool) -> ScopeId {
        let (names, globs, words) = (HashMap::new(), Vec::new(), HashSet::new());
        self.scopes.push(Scope { file, items, parent, block, names, globs, words });
        self.scopes.len() - 1
    }

    fn module(
        &mut self,
        file: &'a Path,
        items: &'a [Item],
        parent: Option<ScopeId>,
        folder: &Folder,
    ) -> Result<ScopeId, String> {
        let scope = self.scope(file, items, parent, false);
        for item in items.iter().filter(|item| !is_test(attributes(item))) {
            match item {
                Item::Mod(child) => self.child(scope, child, folder)?,
                _ => self.name(scope, item),
            }
        }
        Ok(scope)
    }

    fn child(&mut self, scope: ScopeId, child: &'a ItemMod, folder: &Folder) -> Result<(), String> {
        let name = plain(&child.ident);
        let id = if let Some((_, items)) = &child.content {
            let inner = folder.children.join(&name);
            let folder = Folder { children: inner.clone(), beside: inner };
            self.module(self.scopes[scope].file, items, Some(scope), &folder)?
        } else {
            let Some((file, source)) = self.file_of(child, &name, folder) else {
                return Err(format!("{}: `mod {name};` has no file", self.scopes[scope].file.display()));
            };
            if is_test(&source.syntax.attrs) {
                return Ok(());
            }
            self.module(file, &source.syntax.items, Some(scope), &folder_of(file))?
        };
        self.add(scope, name, &[Space::Type], &child.vis, What::Module(id));
        Ok(())
    }

    /// The file of a module that is written elsewhere.
    fn file_of(&self, child: &ItemMod, name: &str, folder: &Folder) -> Option<(&'a Path, &'a Source)> {
        let said = child.attrs.iter().find_map(path_attribute);
        let tried = match said {
            Some(path) => vec![folder.beside.join(path)],
            None => {
                vec![folder.children.join(format!("{name}.rs")), folder.children.join(name).join("mod.rs")]
            }
        };
        let found = tried.iter().find_map(|path| self.sources.get_key_value(&tidy(path)))?;
        Some((found.0, found.1))
    }

    /// Enters what an item names.
    fn name(&mut self, scope: ScopeId, item: &Item) {
        const TYPE: &[Space] = &[Space::Type];
        const VALUE: &[Space] = &[Space::Value];
        const BOTH: &[Space] = &[Space::Type, Space::Value];
        let (ident, spaces, seen) = match item {
            Item::Const(item) => (&item.ident, VALUE, &item.vis),
            Item::Static(item) => (&item.ident, VALUE, &item.vis),
            Item::Fn(item) => (&item.sig.ident, VALUE, &item.vis),
            Item::Struct(item) if matches!(item.fields, Fields::Named(_)) => (&item.ident, TYPE, &item.vis),
            Item::Struct(item) => (&item.ident, BOTH, &item.vis),
            Item::Enum(item) => (&item.ident, TYPE, &item.vis),
            Item::Union(item) => (&item.ident, TYPE, &item.vis),
            Item::Trait(item) => (&item.ident, TYPE, &item.vis),
            Item::TraitAlias(item) => (&item.ident, TYPE, &item.vis),
            Item::Type(item) => (&item.ident, TYPE, &item.vis),
            Item::ExternCrate(item) => {
                let ident = item.rename.as_ref().map_or(&item.ident, |(_, name)| name);
                return self.add(scope, plain(ident), TYPE, &item.vis, What::Outside);
            }
            Item::Use(item) => return self.imports(scope, item),
            Item::Macro(item) => return self.name_macro(scope, item),
            _ => return,
        };
        self.add(scope, plain(ident), spaces, seen, What::Item(scope));
    }

    fn imports(&mut self, scope: ScopeId, item: &ItemUse) {
        for import in flatten(item) {
            if let Some(name) = import.named {
                self.add(scope, name, &SPACES, &item.vis, What::Import(import.path));
            } else {
                let within = self.seen_within(scope, &item.vis);
                self.scopes[scope].globs.push(Glob { path: import.path, within });
            }
        }
    }

    /// A macro's definition; of a call, the words.
    fn name_macro(&mut self, scope: ScopeId, item: &ItemMacro) {
        let Some(ident) = &item.ident else {
            words(item.mac.tokens.clone(), &mut self.scopes[scope].words);
            return;
        };
        let name = plain(ident);
        self.macros.entry(name.clone()).or_default().push(scope);
        let exported = item.attrs.iter().any(|attribute| attribute.path().is_ident("macro_export"));
        if exported && scope != 0 {
            self.insert(0, name.clone(), &[Space::Macro], None, What::Item(scope));
        }
        self.insert(scope, name, &[Space::Macro], None, What::Item(scope));
    }

    fn add(&mut self, scope: ScopeId, name: String, spaces: &'static [Space], seen: &Visibility, what: What) {
        let within = self.seen_within(scope, seen);
        self.insert(scope, name, spaces, within, what);
    }

    fn insert(
        &mut self,
        scope: ScopeId,
        name: String,
        spaces: &'static [Space],
        within: Option<ScopeId>,
        what: What,
    ) {
        self.scopes[scope].names.entry(name).or_default().push(Name { spaces, within, what });
    }

    fn seen_within(&self, scope: ScopeId, seen: &Visibility) -> Option<ScopeId> {
        let module = self.module_of(scope);
        match seen {
            Visibility::Inherited => Some(module),
            Visibility::Restricted(seen) if seen.path.is_ident("super") => self.scopes[module].parent,
            Visibility::Restricted(seen) if seen.path.is_ident("self") => Some(module),
            _ => None,
        }
    }
}

/// One leaf of a `use`.
pub struct Import {
    /// From its first word to its last, `self` and `*` left out.
    pub path: Vec<String>,
    /// The name it has here; none if all is taken in.
    pub named: Option<String>,
}

/// The leaves of a `use`, `a::{b as c, d::*}` as `a::b` named `c` and all of `a::d`.
pub fn flatten(item: &ItemUse) -> Vec<Import> {
    let start = if item.leading_colon.is_some() { vec![String::new()] } else { Vec::new() };
    let mut leaves = Vec::new();
    leaves_of(&item.tree, &start, &mut leaves);
    leaves
}

fn leaves_of(tree: &UseTree, before: &[String], leaves: &mut Vec<Import>) {
    let with = |word: String| before.iter().cloned().chain([word]).collect::<Vec<_>>();
    match tree {
        UseTree::Path(path) => leaves_of(&path.tree, &with(plain(&path.ident)), leaves),
        UseTree::Name(name) if name.ident == "self" => {
            leaves.push(Import { path: before.to_vec(), named: before.last().cloned() });
        }
        UseTree::Name(name) => {
            let name = plain(&name.ident);
            leaves.push(Import { path: with(name.clone()), named: Some(name) });
        }
        UseTree::Rename(rename) => {
            let path = if rename.ident == "self" { before.to_vec() } else { with(plain(&rename.ident)) };
            leaves.push(Import { path, named: Some(plain(&rename.rename)) });
        }
        UseTree::Glob(_) => leaves.push(Import { path: before.to_vec(), named: None }),
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves_of(tree, before, leaves)),
    }
}

/// An identifier without `r#`.
pub fn plain(ident: &syn::Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").map_or_else(|| text.clone(), str::to_owned)
}

/// Whether what bears these attributes is built for tests alone.
pub fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<Meta>().is_ok_and(|meta| asks_test(&meta))
    })
}

fn asks_test(meta: &Meta) -> bool {
    let inner = |list: &syn::MetaList| {
        list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
            .map(|parts| parts.iter().map(asks_test).collect::<Vec<_>>())
            .unwrap_or_default()
    };
    match meta {
        Meta::Path(path) => path.is_ident("test"),
        Meta::List(list) if list.path.is_ident("all") => inner(list).contains(&true),
        Meta::List(list) if list.path.is_ident("any") => {
            let parts = inner(list);
            !parts.is_empty() && !parts.contains(&false)
        }
        _ => false,
    }
}

/// The attributes of an item.
pub fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::ExternCrate(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::ForeignMod(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::TraitAlias(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// What `#[path = "..."]` says, be it under a `cfg_attr`.
fn path_attribute(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg_attr") => {
            let parts = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).ok()?;
            parts.iter().find_map(|part| text_of(part, "path"))
        }
        meta => text_of(meta, "path"),
    }
}

/// The text of `name = "text"`.
fn text_of(meta: &Meta, name: &str) -> Option<String> {
    let Meta::NameValue(said) = meta else { return None };
    let syn::Expr::Lit(literal) = &said.value else { return None };
    let syn::Lit::Str(text) = &literal.lit else { return None };
    said.path.is_ident(name).then(|| text.value())
}

/// Where the children of a file's module lie.
fn folder_of(file: &Path) -> Folder {
    let beside = file.parent().unwrap_or(Path::new("")).to_owned();
    let children = if file.ends_with("mod.rs") { beside.clone() } else { file.with_extension("") };
    Folder { children, beside }
}

/// A path without `..` in it.
fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::ParentDir => {
                tidy.pop();
            }
            std::path::Component::CurDir => {}
            part => tidy.push(part),
        }
    }
    tidy
}

fn words(tokens: TokenStream, found: &mut HashSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                found.insert(plain(&ident));
            }
            TokenTree::Group(group) => words(group.stream(), found),
            _ => {}
        }
    }
}
