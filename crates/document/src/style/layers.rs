//! One style over another: what the upper one says holds, key by key; what it does not say is the lower one's.

use toml::{Table, Value};

/// The style that a style's text says it inherits from.
pub fn inherited(text: &str) -> Option<String> {
    let table: Table = text.parse().ok()?;
    table.get("inherits")?.as_str().map(str::to_owned)
}

/// Puts one table over another.
pub fn merge(lower: &mut Table, upper: Table) {
    for (key, value) in upper {
        match (lower.get_mut(&key), value) {
            (Some(Value::Table(lower)), Value::Table(upper)) => merge(lower, upper),
            (_, value) => {
                lower.insert(key, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_upper_one_says_holds() {
        let mut found: Table = "a = 1\n[b]\nc = 2\nd = 3\n[[e]]\nf = 1".parse().unwrap();
        merge(&mut found, "inherits = \"x\"\n[b]\nd = 4\n[[e]]\nf = 2".parse().unwrap());
        assert_eq!(found["b"]["c"].as_integer(), Some(2));
        assert_eq!(found["b"]["d"].as_integer(), Some(4));
        assert_eq!(found["e"].as_array().unwrap().len(), 1);
        assert_eq!(inherited("inherits = \"gbt9704\""), Some("gbt9704".to_owned()));
        assert_eq!(inherited("name = \"x\""), None);
    }
}
