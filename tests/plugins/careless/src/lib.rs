//! Does what a plugin must not: remembers calls, counts undeclared keys and rows of any date, repeats texts, panics on
//! large numbers, and says nothing when it refuses.

use std::sync::atomic::{AtomicI64, Ordering};

use huibian_plugin::{Contribution, Fields, Request, Result, export};

static CALLS: AtomicI64 = AtomicI64::new(0);

fn contribute(request: &Request) -> Result<Contribution> {
    if request.data.is_empty() {
        return Err("".into());
    }
    let mut contribution = Contribution::new();
    contribution.count("calls", CALLS.fetch_add(1, Ordering::Relaxed), Vec::new());
    contribution.count("keys", i64::try_from(request.data.len())?, Vec::new());
    if let Some(rows) = request.data.get("visits").and_then(|rows| rows.as_array()) {
        contribution.count("visits", i64::try_from(rows.len())?, Vec::new());
    }
    if let Some(number) = request.integer("number") {
        let Some(doubled) = number.checked_mul(2) else { panic!("{number} is too large") };
        contribution.count("doubled", doubled, Vec::new());
    }
    contribution.text("note", request.text("note").map(|note| note.repeat(10)).as_deref());
    Ok(contribution)
}

export!(contribute);
