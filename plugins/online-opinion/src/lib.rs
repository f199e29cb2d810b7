//! Online opinion (网络舆情): commentators, items found and handled. The rate between them is the engine's to derive.

use huibian_plugin::{Contribution, Fields, Request, Result, Row, export};

fn contribute(request: &Request) -> Result<Contribution> {
    let handled = |row: &Row<'_>| row.is("handled");
    let mut contribution = Contribution::new();
    contribution.number(request, "commentators", "commentators_total")?;
    contribution.tally(request, "found", "items", "found_total")?;
    contribution.tally_where(request, "handled", "items", "handled_total", handled)?;
    for fact in ["mechanism", "ability_problem", "staff_problem", "plan"] {
        contribution.text(fact, request.text(fact));
    }
    Ok(contribution)
}

export!(contribute);
