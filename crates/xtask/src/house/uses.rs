//! Who uses what: every path in the code of a crate, and the file where what it names is defined.
//!
//! `mod child;` and a `pub use` are no use by themselves; whoever asks for what they hand on uses the file it stands in.
//! Of methods those are seen that are named by their type (`Type::method`, `Self::method`) or called on `self`, also where they
//! stand in another file than it; on whatever else a method is called, syntax does not tell its type.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

use proc_macro2::{Spacing, TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{
    Attribute, Block, Expr, ImplItem, Item, ItemImpl, ItemUse, Meta, QSelf, Stmt, TraitItem, Type, Visibility,
};

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
        let mut reader =
            Reader { tree, torn: &torn, scope: module, own: None, locals: Vec::new(), uses: &mut uses };
        items.iter().for_each(|item| reader.visit_item(item));
    }
    uses
}

/// A type, by the scope that it is defined in and its name there.
type Home = (ScopeId, String);

/// Methods that stand in another file than their type.
#[derive(Default)]
struct Torn<'a>(HashMap<Home, HashMap<String, BTreeSet<&'a Path>>>);

impl<'a> Torn<'a> {
    fn find(tree: &Tree<'a>) -> Self {
        let mut torn = Self::default();
        for (scope, module) in tree.scopes.iter().enumerate() {
            for item in module.items.iter().filter(|item| !is_test(attributes(item))) {
                let Item::Impl(block) = item else { continue };
                let homes = homes(tree, scope, &block.self_ty).filter(|_| block.trait_.is_none());
                for home in homes.filter(|home| tree.scopes[home.0].file != module.file) {
                    let methods = torn.0.entry(home).or_default();
                    for name in block.items.iter().filter_map(method) {
                        methods.entry(name).or_default().insert(module.file);
                    }
                }
            }
        }
        torn
    }

    /// Where a method of a type stands, if not with it.
    fn files(&self, home: &Home, method: &str) -> impl Iterator<Item = &'a Path> {
        self.0.get(home).and_then(|methods| methods.get(method)).into_iter().flatten().copied()
    }
}

/// What a type is in this crate; more than one only where a name is defined for each system.
fn homes(tree: &Tree<'_>, scope: ScopeId, of: &Type) -> impl Iterator<Item = Home> + use<> {
    let found = match of {
        Type::Path(of) => tree.resolve(scope, &words(&of.path), Space::Type),
        _ => Vec::new(),
    };
    found.into_iter().filter_map(|found| match found {
        Found::Item { scope, name, .. } => Some((scope, name)),
        _ => None,
    })
}

fn method(item: &ImplItem) -> Option<String> {
    match item {
        ImplItem::Fn(item) => Some(plain(&item.sig.ident)),
        ImplItem::Const(item) => Some(plain(&item.ident)),
        _ => None,
    }
}

/// Walks over a module's code.
struct Reader<'r, 'a> {
    tree: &'r mut Tree<'a>,
    torn: &'r Torn<'a>,
    scope: ScopeId,
    /// What `self` is.
    own: Option<Home>,
    /// What the functions around this place bind.
    locals: Vec<HashSet<String>>,
    uses: &'r mut Uses<'a>,
}

impl Reader<'_, '_> {
    /// A path in code.
    fn path(&mut self, path: &[String], space: Space) {
        if let [own, method, ..] = path
            && own == "Self"
        {
            return self.own_method(method);
        }
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
        if let Some(method) = rest.first() {
            self.method(&(*scope, name.clone()), method, path);
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

    /// A method of a type, wherever it stands.
    fn method(&mut self, home: &Home, method: &str, path: &[String]) {
        let torn = self.torn;
        for file in torn.files(home, method) {
            self.add(file, path);
        }
    }

    /// A method that is called on `self`.
    fn own_method(&mut self, method: &str) {
        if let Some(own) = self.own.clone() {
            self.method(&own, method, &["Self".to_owned(), method.to_owned()]);
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
                    if stands_free(&tokens, at, &path) {
                        if single || path.len() > 1 {
                            self.token_path(&path, is_punct(tokens.get(end), '!'));
                        }
                    } else if is_of_self(&tokens, at) {
                        self.own_method(&path[0]);
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

    fn visit_item_impl(&mut self, block: &'ast ItemImpl) {
        let outer = std::mem::replace(&mut self.own, homes(self.tree, self.scope, &block.self_ty).next());
        visit::visit_item_impl(self, block);
        self.own = outer;
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

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        if matches!(&*call.receiver, Expr::Path(receiver) if receiver.path.is_ident("self")) {
            self.own_method(&plain(&call.method));
        }
        visit::visit_expr_method_call(self, call);
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

/// Whether a word is a field or a method of `self`.
fn is_of_self(tokens: &[TokenTree], at: usize) -> bool {
    let Some([TokenTree::Ident(before), dot]) = at.checked_sub(2).and_then(|start| tokens.get(start..at))
    else {
        return false;
    };
    before == "self" && is_punct(Some(dot), '.')
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
