//! The one number type of expressions: a decimal, taught to CEL's operators.

use std::any::Any;
use std::cmp::Ordering;
use std::sync::{Arc, LazyLock};

use cel::common::traits::{Adder, Comparer, Divider, Modder, Multiplier, Negator, Subtractor};
use cel::common::types::{CelInt, CelList, INT_TYPE, LIST_TYPE, Type};
use cel::common::value::{CowVal, StaticVal, Val};
use cel::{Env, ExecutionError};
use rust_decimal::Decimal;

static NUMBER: Type = Type::new_unspecified_type("number");

/// A decimal as a value of CEL.
#[derive(Clone, Copy, Debug)]
pub struct Number(pub Decimal);

/// The function that makes a [`Number`] of what CEL's own functions count.
pub const OF_INTEGER: &str = "@number";

/// CEL's standard library, and what numbers add to it.
pub fn environment() -> Arc<Env> {
    static ENVIRONMENT: LazyLock<Arc<Env>> = LazyLock::new(|| {
        let mut env = Env::stdlib();
        // Neither name is in the standard library, so neither can be taken.
        let _ = env.add_overload(OF_INTEGER, "number_int", vec![INT_TYPE], of_integer);
        let _ = env.add_overload("sum", "sum_list", vec![LIST_TYPE], sum);
        Arc::new(env)
    });
    ENVIRONMENT.clone()
}

// The signature is CEL's.
#[allow(clippy::needless_pass_by_value)]
fn of_integer<'b, 'v>(arguments: Vec<CowVal<'b, 'v>>) -> Result<CowVal<'b, 'v>, ExecutionError> {
    let integer = arguments.first().and_then(|argument| argument.downcast_ref::<CelInt>().copied());
    let integer = integer.ok_or_else(ExecutionError::missing_argument_or_target)?;
    Ok(CowVal::owned(Number(Decimal::from(integer.into_inner()))))
}

#[allow(clippy::needless_pass_by_value)]
fn sum<'b, 'v>(arguments: Vec<CowVal<'b, 'v>>) -> Result<CowVal<'b, 'v>, ExecutionError> {
    let list = arguments.first().and_then(|argument| argument.downcast_ref::<CelList<'_>>());
    let list = list.ok_or_else(ExecutionError::missing_argument_or_target)?;
    let numbers = list.inner().iter().map(|item| operand("sum", item.as_ref()));
    let total = numbers.into_iter().try_fold(Decimal::ZERO, |total, number| {
        total.checked_add(number?).ok_or_else(|| ExecutionError::function_error("sum", "overflow"))
    })?;
    Ok(CowVal::owned(Number(total)))
}

fn operand(operator: &str, val: &dyn Val) -> Result<Decimal, ExecutionError> {
    let number = val.downcast_ref::<Number>().map(|number| number.0);
    number.ok_or_else(|| ExecutionError::no_such_overload(operator, vec![val.get_type().name().to_owned()]))
}

impl Val for Number {
    fn get_type(&self) -> &Type {
        &NUMBER
    }

    fn cel_type() -> &'static Type {
        &NUMBER
    }

    fn as_adder<'b, 'v>(&'b self) -> Option<&'b (dyn Adder + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn as_comparer(&self) -> Option<&dyn Comparer> {
        Some(self)
    }

    fn as_divider<'b, 'v>(&'b self) -> Option<&'b (dyn Divider + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn as_modder<'b, 'v>(&'b self) -> Option<&'b (dyn Modder + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn as_multiplier<'b, 'v>(&'b self) -> Option<&'b (dyn Multiplier + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn as_negator<'b, 'v>(&'b self) -> Option<&'b (dyn Negator + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn as_subtractor<'b, 'v>(&'b self) -> Option<&'b (dyn Subtractor + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn equals(&self, other: &dyn Val) -> bool {
        other.downcast_ref::<Self>().is_some_and(|other| other.0 == self.0)
    }

    fn clone_as_boxed<'v>(&self) -> Box<dyn Val + 'v>
    where
        Self: 'v,
    {
        Box::new(*self)
    }

    fn as_any(&self) -> Option<&dyn Any> {
        Some(self)
    }
}

impl StaticVal for Number {}

impl Comparer for Number {
    fn compare(&self, rhs: &dyn Val) -> Result<Ordering, ExecutionError> {
        Ok(self.0.cmp(&operand("_<_", rhs)?))
    }
}

impl Negator for Number {
    fn negate<'v>(&self) -> Result<Box<dyn Val + 'v>, ExecutionError>
    where
        Self: 'v,
    {
        Ok(Box::new(Self(-self.0)))
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident, $sign:literal, $checked:ident, $by_zero:expr) => {
        impl $trait for Number {
            fn $method<'b, 'v>(&'b self, rhs: &(dyn Val + 'v)) -> Result<CowVal<'b, 'v>, ExecutionError>
            where
                Self: 'v,
            {
                let by = operand($sign, rhs)?;
                if $by_zero && by.is_zero() {
                    return Err(ExecutionError::DivisionByZero(cel::Value::Null));
                }
                let number = self.0.$checked(by);
                let number = number.ok_or_else(|| ExecutionError::function_error($sign, "overflow"))?;
                Ok(CowVal::owned(Self(number)))
            }
        }
    };
}

operator!(Adder, add, "_+_", checked_add, false);
operator!(Subtractor, sub, "_-_", checked_sub, false);
operator!(Multiplier, mul, "_*_", checked_mul, false);
operator!(Divider, div, "_/_", checked_div, true);
operator!(Modder, modulo, "_%_", checked_rem, true);
