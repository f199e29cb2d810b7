//! Who uses what: every path in the code of a crate, and the file where what it names is defined.
//!
//! `mod child;` and a `pub use` are no use by themselves; whoever asks for what they hand on uses the file it stands in.
//! Methods that are called on a value are not seen unless their type's `impl` is torn apart (see [`Torn`]).

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

use proc_macro2::{Spacing, TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, ImplItem, Item, ItemUse, Meta, QSelf, Stmt, TraitItem, Type, Visibility};

use super::names::Found;
use super::tree::{SPACES, ScopeId, Space, Tree, attributes, flatten, is_test, plain};

/// Which file uses which, and by what names.
pub type Uses<'a> = BTreeMap<&'a Path, BTreeMap<&'a Path, BTreeSet<String>>>;

/// Reads what every file of a crate uses of the crate's others.
pub fn uses<'a>(tree: &mut Tree<'a>) -> Uses<'a> {
    let torn = Torn::find(tree);
    let mut uses: Uses = tree.files().into_iter().map(|file| (file, BTreeMap::new())).collect();
    for module in 0..tree.scopes.len() {
        let items = tree.scopes[module].items;
        let mut reader = Reader { tree, torn: &torn, scope: module, locals: Vec::new(), uses: &mut uses };
        items.iter().for_each(|item| reader.visit_item(item));
    }
    uses
}

/// Methods that stand in another file than their type.
#[derive(Default)]
struct Torn<'a> {
    /// By the type's scope and name, then by method.
    of: HashMap<(ScopeId, String), HashMap<String, BTreeSet<&'a Path>>>,
}

impl<'a> Torn<'a> {
    fn find(tree: &Tree<'a>) -> Self {
        let mut torn = Self::default();
        for (scope, module) in tree.scopes.iter().enumerate() {
            for item in module.items.iter().filter(|item| !is_test(attributes(item))) {
                let Item::Impl(block) = item else { continue };
                let (None, Type::Path(of)) = (&block.trait_, &*block.self_ty) else { continue };
                for found in tree.resolve(scope, &words(&of.path), Space::Type) {
                    let Found::Item { scope: home, name, .. } = found else { continue };
                    if tree.scopes[home].file != module.file {
                        torn.take(home, name, &block.items, module.file);
                    }
                }
            }
        }
        torn
    }

    fn take(&mut self, home: ScopeId, name: String, items: &[ImplItem], file: &'a Path) {
        let methods = self.of.entry((home, name)).or_default();
        for item in items {
            let ident = match item {
                ImplItem::Fn(item) => &item.sig.ident,
                ImplItem::Const(item) => &item.ident,
                _ => continue,
            };
            methods.entry(plain(ident)).or_default().insert(file);
        }
    }
}

/// Walks over a module's code.
struct Reader<'r, 'a> {
    tree: &'r mut Tree<'a>,
    torn: &'r Torn<'a>,
    scope: ScopeId,
    /// What the functions around this place bind.
    locals: Vec<HashSet<String>>,
    uses: &'r mut Uses<'a>,
}

impl Reader<'_, '_> {
    /// A path in code.
    fn path(&mut self, path: &[String], space: Space) {
        let is_local = |name: &String| self.locals.iter().any(|locals| locals.contains(name));
        if path.len() == 1 && space == Space::Value && path.first().is_some_and(is_local) {
            return;
        }
        let mut found = self.tree.resolve(self.scope, path, space);
        if found.is_empty() && path.len() > 1 {
            found = SPACES.iter().flat_map(|space| self.tree.resolve(self.scope, path, *space)).collect();
        }
        if found.is_empty() && path.len() > 1 {
            self.unknown(path);
        }
        for found in found {
            self.found(&found, path);
        }
    }

    fn found(&mut self, found: &Found, path: &[String]) {
        let Found::Item { scope, name, rest } = found else { return };
        let torn = self.torn.of.get(&(*scope, name.clone()));
        let methods = torn.zip(rest.first()).and_then(|(methods, asked)| methods.get(asked));
        for file in methods.into_iter().flatten() {
            self.add(file, path);
        }
        self.add(self.tree.scopes[*scope].file, path);
    }

    /// A name that the last module on the way does not show, such as one that a macro defines: it is taken to stand there.
    fn unknown(&mut self, path: &[String]) {
        for end in (1..path.len()).rev() {
            for found in self.tree.resolve(self.scope, &path[..end], Space::Type) {
                if let Found::Module(module) = found {
                    self.add(self.tree.scopes[module].file, path);
                    return;
                }
            }
        }
    }

    fn add(&mut self, to: &Path, path: &[String]) {
        let from = self.tree.scopes[self.scope].file;
        if from == to {
            return;
        }
        let Some((to, _)) = self.uses.get_key_value(to) else { return };
        let to: &Path = to;
        if let Some(uses) = self.uses.get_mut(from) {
            uses.entry(to).or_default().insert(path.join("::"));
        }
    }

    /// A path of syntax, `<T as Trait>::name` as what it is of.
    fn syntax(&mut self, of: Option<&QSelf>, path: &syn::Path, space: Space) {
        let mut words = words(path);
        let mut space = space;
        if let Some(of) = of {
            self.visit_type(&of.ty);
            words.truncate(of.position);
            space = Space::Type;
        }
        self.path(&words, space);
        for segment in &path.segments {
            self.visit_path_arguments(&segment.arguments);
        }
    }

    /// Names that are taken in for the file's own code. What is handed on is not used here.
    fn imports(&mut self, item: &ItemUse) {
        if !matches!(item.vis, Visibility::Inherited) {
            return;
        }
        for import in flatten(item) {
            let found: Vec<Found> =
                SPACES.iter().flat_map(|space| self.tree.resolve(self.scope, &import.path, *space)).collect();
            // Of a module that shares its name with a function the code says which it means.
            if found.iter().any(|found| matches!(found, Found::Module(_))) {
                continue;
            }
            if found.is_empty() {
                self.unknown(&import.path);
            }
            for found in found {
                self.found(&found, &import.path);
            }
        }
    }

    /// Paths in what a macro or an attribute is given.
    fn tokens(&mut self, tokens: TokenStream, single: bool) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream(), single),
                TokenTree::Ident(_) => {
                    let (path, end) = path_at(&tokens, at);
                    if stands_free(&tokens, at, &path) && (single || path.len() > 1) {
                        self.token_path(&path, is_punct(tokens.get(end), '!'));
                    }
                    at = end;
                    continue;
                }
                _ => {}
            }
            at += 1;
        }
    }

    fn token_path(&mut self, path: &[String], called: bool) {
        match (called, path.len()) {
            (true, _) => self.path(path, Space::Macro),
            (false, 1) => {
                self.path(path, Space::Value);
                self.path(path, Space::Type);
            }
            (false, _) => self.path(path, Space::Value),
        }
    }

    /// Goes into a function with the names that it binds.
    fn within(&mut self, locals: HashSet<String>, go: impl FnOnce(&mut Self)) {
        self.locals.push(locals);
        go(self);
        self.locals.pop();
    }
}

impl<'ast> Visit<'ast> for Reader<'_, '_> {
    fn visit_item(&mut self, item: &'ast Item) {
        if is_test(attributes(item)) {
            return;
        }
        match item {
            // Modules are gone over by themselves.
            Item::Mod(_) => {}
            Item::Use(item) => self.imports(item),
            Item::Macro(item) if item.ident.is_some() => self.tokens(item.mac.tokens.clone(), false),
            _ => visit::visit_item(self, item),
        }
    }

    fn visit_impl_item(&mut self, item: &'ast ImplItem) {
        let attributes = match item {
            ImplItem::Fn(item) => &item.attrs,
            ImplItem::Const(item) => &item.attrs,
            _ => return visit::visit_impl_item(self, item),
        };
        if !is_test(attributes) {
            visit::visit_impl_item(self, item);
        }
    }

    fn visit_trait_item(&mut self, item: &'ast TraitItem) {
        if !matches!(item, TraitItem::Fn(item) if is_test(&item.attrs)) {
            visit::visit_trait_item(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.within(Bound::by(|bound| bound.visit_item_fn(item)), |reader| {
            visit::visit_item_fn(reader, item);
        });
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        let locals = Bound::by(|bound| bound.visit_impl_item_fn(item));
        self.within(locals, |reader| visit::visit_impl_item_fn(reader, item));
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        let locals = Bound::by(|bound| bound.visit_trait_item_fn(item));
        self.within(locals, |reader| visit::visit_trait_item_fn(reader, item));
    }

    fn visit_block(&mut self, block: &'ast Block) {
        let items = block.stmts.iter().filter_map(|statement| match statement {
            Stmt::Item(item) => Some(item),
            _ => None,
        });
        let outer = self.scope;
        if items.clone().next().is_some() {
            self.scope = self.tree.block(outer, items);
        }
        visit::visit_block(self, block);
        self.scope = outer;
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        if !is_test(&local.attrs) {
            visit::visit_local(self, local);
        }
    }

    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if attribute.path().is_ident("doc") {
            return;
        }
        match &attribute.meta {
            Meta::List(list) => {
                self.tokens(list.tokens.clone(), true);
                self.quoted(list.tokens.clone());
            }
            Meta::NameValue(said) => self.visit_expr(&said.value),
            Meta::Path(_) => {}
        }
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.path(&words(&call.path), Space::Macro);
        self.tokens(call.tokens.clone(), true);
    }

    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        self.syntax(path.qself.as_ref(), &path.path, Space::Value);
    }

    fn visit_expr_struct(&mut self, value: &'ast syn::ExprStruct) {
        self.syntax(value.qself.as_ref(), &value.path, Space::Type);
        value.fields.iter().for_each(|field| self.visit_field_value(field));
        value.rest.iter().for_each(|rest| self.visit_expr(rest));
    }

    fn visit_type_path(&mut self, path: &'ast syn::TypePath) {
        self.syntax(path.qself.as_ref(), &path.path, Space::Type);
    }

    fn visit_pat_struct(&mut self, pattern: &'ast syn::PatStruct) {
        self.syntax(pattern.qself.as_ref(), &pattern.path, Space::Type);
        pattern.fields.iter().for_each(|field| self.visit_field_pat(field));
    }

    fn visit_pat_tuple_struct(&mut self, pattern: &'ast syn::PatTupleStruct) {
        self.syntax(pattern.qself.as_ref(), &pattern.path, Space::Value);
        pattern.elems.iter().for_each(|pattern| self.visit_pat(pattern));
    }

    fn visit_pat_ident(&mut self, pattern: &'ast syn::PatIdent) {
        let name = plain(&pattern.ident);
        if pattern.subpat.is_none() && is_constant(&name) {
            self.path(&[name], Space::Value);
        }
        visit::visit_pat_ident(self, pattern);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.syntax(None, path, Space::Type);
    }
}

impl Reader<'_, '_> {
    /// Paths in the quoted texts of an attribute, such as `#[serde(with = "crate::date")]`.
    fn quoted(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.quoted(group.stream()),
                TokenTree::Literal(literal) => {
                    let text = syn::parse_str::<syn::LitStr>(&literal.to_string()).map(|text| text.value());
                    if let Some(tokens) = text.ok().and_then(|text| text.parse().ok()) {
                        self.tokens(tokens, false);
                    }
                }
                _ => {}
            }
        }
    }
}

/// The names that a function binds.
#[derive(Default)]
struct Bound(HashSet<String>);

impl Bound {
    fn by(go: impl FnOnce(&mut Self)) -> HashSet<String> {
        let mut bound = Self::default();
        go(&mut bound);
        bound.0
    }
}

impl<'ast> Visit<'ast> for Bound {
    fn visit_pat_ident(&mut self, pattern: &'ast syn::PatIdent) {
        let name = plain(&pattern.ident);
        if !is_constant(&name) {
            self.0.insert(name);
        }
        visit::visit_pat_ident(self, pattern);
    }
}

fn is_constant(name: &str) -> bool {
    name.starts_with(char::is_uppercase)
}

/// The words of a path; one that begins with `::` begins with an empty word.
fn words(path: &syn::Path) -> Vec<String> {
    let start = path.leading_colon.as_ref().map(|_| String::new());
    start.into_iter().chain(path.segments.iter().map(|segment| plain(&segment.ident))).collect()
}

/// The path that begins at a token, and where it ends.
fn path_at(tokens: &[TokenTree], start: usize) -> (Vec<String>, usize) {
    let mut path = Vec::new();
    let mut at = start;
    while let Some(TokenTree::Ident(ident)) = tokens.get(at) {
        path.push(plain(ident));
        at += 1;
        let goes_on = is_joint(tokens.get(at)) && is_punct(tokens.get(at + 1), ':');
        if !goes_on || !matches!(tokens.get(at + 2), Some(TokenTree::Ident(_))) {
            break;
        }
        at += 2;
    }
    (path, at)
}

/// Whether a word is neither a field, a method, a lifetime, a macro's own variable nor the rest of a longer path.
fn stands_free(tokens: &[TokenTree], at: usize, path: &[String]) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
    if is_punct(before(1), '$') {
        return path[0] == "crate";
    }
    if is_punct(before(1), '.') {
        return is_punct(before(2), '.');
    }
    let goes_on = is_punct(before(1), ':') && is_joint(before(2));
    !goes_on && !is_punct(before(1), '\'')
}

fn is_punct(token: Option<&TokenTree>, char: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == char)
}

fn is_joint(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':' && punct.spacing() == Spacing::Joint)
}

/// The lines of a file that are not for tests alone.
pub fn lines_of(source: &super::tree::Source) -> usize {
    let mut tests = Tests::default();
    tests.visit_file(&source.syntax);
    source.lines - tests.0.len()
}

/// The lines of what is built for tests alone.
#[derive(Default)]
struct Tests(BTreeSet<usize>);

impl Tests {
    fn take(&mut self, attributes: &[Attribute], what: &impl Spanned) -> bool {
        if !is_test(attributes) {
            return false;
        }
        let start = attributes.first().map_or_else(|| what.span(), Spanned::span).start().line;
        self.0.extend(start..=what.span().end().line);
        true
    }
}

impl<'ast> Visit<'ast> for Tests {
    fn visit_item(&mut self, item: &'ast Item) {
        if !self.take(attributes(item), item) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if !self.take(&item.attrs, item) {
            visit::visit_impl_item_fn(self, item);
        }
    }
}
