//! Position management (阵地管理): branches with a character of their own, sites, and forms of activity.

use huibian_plugin::{Contribution, Fields, Request, Result, export};

fn contribute(request: &Request) -> Result<Contribution> {
    let mut contribution = Contribution::new();
    contribution.tally(request, "branches", "branches", "branches_total")?;
    contribution.tally(request, "sites", "sites", "sites_total")?;
    contribution.texts("activities", request.texts("activities"));
    contribution.text("plan", request.text("plan"));
    Ok(contribution)
}

export!(contribute);
