//! Propaganda (宣传引导): analysis meetings, articles filed, and the channels used.

use huibian_plugin::{Contribution, Fields, Request, Result, export};

fn contribute(request: &Request) -> Result<Contribution> {
    let mut contribution = Contribution::new();
    contribution.tally(request, "meetings", "meetings", "meetings_total")?;
    contribution.tally(request, "articles", "articles", "articles_total")?;
    contribution.texts("channels", request.texts("channels"));
    contribution.text("problem", request.text("new_media_problem"));
    contribution.text("plan", request.text("plan"));
    Ok(contribution)
}

export!(contribute);
