//! The faces that this computer has, by name.

use std::collections::HashSet;

use fontdb::Database;

/// Names of families, in small letters, in every language that their files give them in.
pub struct Faces(HashSet<String>);

impl Faces {
    /// Those of the system.
    pub fn of_system() -> Self {
        let mut database = Database::new();
        database.load_system_fonts();
        let names = database.faces().flat_map(|face| &face.families);
        Self(names.map(|(name, _)| name.to_lowercase()).collect())
    }

    /// Whether there is a family of this name.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(&name.to_lowercase())
    }
}
