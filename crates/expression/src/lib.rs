//! The expressions of `plugin.toml`: CEL over declared names, compiled once and asked for every unit.
//!
//! # Steps
//! 1. [`Scope`]: the names an expression may use and the [`OperandKind`] of each;
//! 2. [`Expression::compile`]: parsed by the `cel` crate, then every name, function and operand held against the scope,
//!    in branches that never run too; each fault at its own column;
//! 3. [`Expression::evaluate`]: the [`Value`] for one unit.
//!
//! Numbers are decimals throughout, so that `7 / 2` is 3.5, `0.1 + 0.2` is 0.3 and whole numbers mix with decimals.
//!
//! This crate must not know units, templates or files.

mod expression;
mod kind;
mod number;
mod typing;
mod value;

pub use expression::{Expression, Unanswered};
pub use kind::{Division, OperandKind, Scope};
pub use value::Value;
