//! What a path means where it is written: imports, re-exports, renames and stars are followed to where a thing is defined.

use super::tree::{ScopeId, Space, Tree, What};

/// What a path leads to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Found {
    /// Something defined in a scope, and what is asked of it, such as a method or a variant.
    Item { scope: ScopeId, name: String, rest: Vec<String> },
    /// A module.
    Module(ScopeId),
    /// Something of another crate.
    Outside,
}

/// What is being looked for, so that imports that go round end.
type Trail = Vec<(ScopeId, String, Space)>;

impl Tree<'_> {
    /// All that a path may mean in a scope; nothing if it means nothing of this crate.
    pub fn resolve(&self, scope: ScopeId, path: &[String], space: Space) -> Vec<Found> {
        self.follow(scope, path, space, &mut Vec::new())
    }

    fn follow(&self, scope: ScopeId, path: &[String], space: Space, trail: &mut Trail) -> Vec<Found> {
        let Some((first, rest)) = path.split_first() else { return Vec::new() };
        let module = self.module_of(scope);
        let asked = |left: usize| if left == 0 { space } else { Space::Type };
        let mut found = match first.as_str() {
            "crate" => vec![Found::Module(0)],
            "self" => vec![Found::Module(module)],
            "super" => self.above(module),
            "" => return vec![Found::Outside],
            name => self.in_scope(scope, name, asked(rest.len()), trail),
        };
        for (at, word) in rest.iter().enumerate() {
            let asked = asked(rest.len() - at - 1);
            found = found.into_iter().flat_map(|found| self.step(scope, found, word, asked, trail)).collect();
        }
        found
    }

    fn above(&self, module: ScopeId) -> Vec<Found> {
        let parent = self.scopes[module].parent.map(|parent| self.module_of(parent));
        parent.map(Found::Module).into_iter().collect()
    }

    fn step(&self, scope: ScopeId, found: Found, word: &str, space: Space, trail: &mut Trail) -> Vec<Found> {
        match found {
            Found::Outside => vec![Found::Outside],
            Found::Item { scope, name, mut rest } => {
                rest.push(word.to_owned());
                vec![Found::Item { scope, name, rest }]
            }
            Found::Module(module) => match word {
                "self" => vec![Found::Module(module)],
                "super" => self.above(module),
                _ => self.member(module, word, space, scope, trail),
            },
        }
    }

    /// A bare name: of the block, of those around it, of the module.
    fn in_scope(&self, from: ScopeId, name: &str, space: Space, trail: &mut Trail) -> Vec<Found> {
        let mut scope = from;
        loop {
            let found = self.member(scope, name, space, from, trail);
            if !found.is_empty() {
                return found;
            }
            match self.scopes[scope].parent {
                Some(parent) if self.scopes[scope].block => scope = parent,
                _ => break,
            }
        }
        if space != Space::Macro {
            return Vec::new();
        }
        let item = |scope: &ScopeId| Found::Item { scope: *scope, name: name.to_owned(), rest: Vec::new() };
        self.macros.get(name).map(|scopes| scopes.iter().map(item).collect()).unwrap_or_default()
    }

    /// A name of a module or block, as far as it is seen from a scope.
    fn member(
        &self,
        scope: ScopeId,
        name: &str,
        space: Space,
        from: ScopeId,
        trail: &mut Trail,
    ) -> Vec<Found> {
        if trail.iter().any(|step| step.0 == scope && step.1 == name && step.2 == space) {
            return Vec::new();
        }
        trail.push((scope, name.to_owned(), space));
        let mut found = self.written(scope, name, space, from, trail);
        if found.is_empty() {
            found = self.taken_in(scope, name, space, from, trail);
        }
        if found.is_empty() && self.scopes[scope].words.contains(name) {
            found.push(Found::Item { scope, name: name.to_owned(), rest: Vec::new() });
        }
        trail.pop();
        found
    }

    fn written(
        &self,
        scope: ScopeId,
        name: &str,
        space: Space,
        from: ScopeId,
        trail: &mut Trail,
    ) -> Vec<Found> {
        let mut found = Vec::new();
        for known in self.scopes[scope].names.get(name).into_iter().flatten() {
            if !known.spaces.contains(&space) || !self.is_seen(known.within, from) {
                continue;
            }
            match &known.what {
                What::Item(scope) => {
                    found.push(Found::Item { scope: *scope, name: name.to_owned(), rest: Vec::new() });
                }
                What::Module(module) => found.push(Found::Module(*module)),
                What::Outside => found.push(Found::Outside),
                What::Import(path) => {
                    found.extend(self.follow(scope, path, space, trail));
                    if found.is_empty() && self.is_outside(scope, path, trail) {
                        found.push(Found::Outside);
                    }
                }
            }
        }
        found
    }

    fn taken_in(
        &self,
        scope: ScopeId,
        name: &str,
        space: Space,
        from: ScopeId,
        trail: &mut Trail,
    ) -> Vec<Found> {
        let mut found = Vec::new();
        for glob in self.scopes[scope].globs.iter().filter(|glob| self.is_seen(glob.within, from)) {
            for whole in self.follow(scope, &glob.path, Space::Type, trail) {
                if let Found::Module(module) = whole {
                    found.extend(self.member(module, name, space, scope, trail));
                }
            }
        }
        found
    }

    /// Whether a path begins with the name of another crate.
    fn is_outside(&self, scope: ScopeId, path: &[String], trail: &mut Trail) -> bool {
        let Some(first) = path.first() else { return false };
        !matches!(first.as_str(), "crate" | "self" | "super")
            && self.in_scope(scope, first, Space::Type, trail).is_empty()
    }

    fn is_seen(&self, within: Option<ScopeId>, from: ScopeId) -> bool {
        let Some(within) = within else { return true };
        let mut module = Some(from);
        while let Some(at) = module {
            if at == within {
                return true;
            }
            module = self.scopes[at].parent;
        }
        false
    }
}
