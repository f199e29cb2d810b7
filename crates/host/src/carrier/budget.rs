//! What a plugin may use up in a run as a whole: one that does answer, but takes nearly all that it may at every unit, would
//! make a long roster take hours.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use huibian_contract::PluginId;
use huibian_diagnostic::{Code, Diagnostic};

use crate::ceilings::RunLimits;

/// What each answer adds to what a run may take.
const SECONDS_A_CALL: u64 = 1;
const STEPS_A_CALL: u64 = 100_000_000;
/// Time is counted in parts of a second.
const PARTS: u64 = 1000;

/// What a run may take, and what is left of it.
pub struct Budget {
    id: PluginId,
    limits: RunLimits,
    measure: Measure,
    left: AtomicI64,
}

#[derive(Clone, Copy)]
enum Measure {
    Seconds,
    Steps,
}

impl Budget {
    /// Of time.
    pub fn of_seconds(id: &PluginId, limits: &RunLimits) -> Self {
        Self::new(id, limits, Measure::Seconds, limits.seconds.saturating_mul(PARTS))
    }

    /// Of a module's steps.
    #[cfg(feature = "wasm")]
    pub fn of_steps(id: &PluginId, limits: &RunLimits) -> Self {
        Self::new(id, limits, Measure::Steps, limits.fuel)
    }

    fn new(id: &PluginId, limits: &RunLimits, measure: Measure, run: u64) -> Self {
        Self { id: id.clone(), limits: limits.clone(), measure, left: AtomicI64::new(signed(run)) }
    }

    /// An answer took so long.
    pub fn spend_time(&self, took: Duration) {
        self.spend(SECONDS_A_CALL * PARTS, milliseconds(took));
    }

    /// A call took so long, and there is no answer.
    pub fn waste_time(&self, took: Duration) {
        self.spend(0, milliseconds(took));
    }

    /// A call took so many steps.
    #[cfg(feature = "wasm")]
    pub fn spend_steps(&self, steps: u64) {
        self.spend(STEPS_A_CALL, steps);
    }

    fn spend(&self, call: u64, used: u64) {
        let rest = |left: i64| Some(left.saturating_add(signed(call)).saturating_sub(signed(used)));
        let _ = self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, rest);
    }

    /// P128 where nothing is left.
    pub fn set_aside(&self) -> Option<Diagnostic> {
        if self.left.load(Ordering::Relaxed) >= 0 {
            return None;
        }
        let (key, run, call) = match self.measure {
            Measure::Seconds => ("run_seconds", self.limits.seconds, SECONDS_A_CALL),
            Measure::Steps => ("run_fuel", self.limits.fuel, STEPS_A_CALL),
        };
        let fault = Diagnostic::new(Code::PluginRunBudget).with("id", &self.id).with("key", key);
        let fault = fault.with("run", run).with("call", call);
        Some(fault.with("path", self.limits.path.display()))
    }
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

fn signed(amount: u64) -> i64 {
    i64::try_from(amount).unwrap_or(i64::MAX)
}
