//! The shapes of a diagnostic's parts, for its JSON Schema: those that serde reads them as.

use std::borrow::Cow;

use schemars::generate::SchemaGenerator;
use schemars::{JsonSchema, Schema, json_schema};

use crate::{Argument, Code, Diagnostic, FieldKey, Location, argument, location};

/// A type that has the schema of another.
macro_rules! like {
    ($type:ty, $name:literal, $shape:ty) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                <$shape>::json_schema(generator)
            }
        }
    };
}

like!(Argument, "Argument", argument::Shape);
like!(Location, "Place", location::Kept);
like!(Diagnostic, "Diagnostic", crate::Kept);

impl JsonSchema for Code {
    fn schema_name() -> Cow<'static, str> {
        "Code".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[A-Z][0-9]{3}$" })
    }
}

impl JsonSchema for FieldKey {
    fn schema_name() -> Cow<'static, str> {
        "FieldKey".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": r"^[a-z][a-z0-9-]*\.[a-z][a-z0-9_]*(#[0-9]+(\.[a-z][a-z0-9_]*)?)?$" })
    }
}
