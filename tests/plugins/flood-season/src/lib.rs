//! Flood season (防汛工作): patrols and hazards.
use huibian_plugin::{Contribution, Request, Result, export};

fn contribute(request: &Request) -> Result<Contribution> {
    let mut contribution = Contribution::new();
    contribution.number(request, "patrols", "patrols_total")?;
    contribution.number(request, "hazards", "hazards_total")?;
    Ok(contribution)
}
export!(contribute);
