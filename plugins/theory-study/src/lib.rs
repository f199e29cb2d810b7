//! Theory study (理论学习): study sessions and seminars, and what was studied.

use huibian_plugin::{Contribution, Fields, Request, Result, export};

fn contribute(request: &Request) -> Result<Contribution> {
    let mut contribution = Contribution::new();
    contribution.tally(request, "sessions", "sessions", "sessions_total")?;
    contribution.tally(request, "seminars", "seminars", "seminars_total")?;
    contribution.texts("titles", titles(request));
    contribution.text("responsibility", request.text("responsibility"));
    contribution.text("plan", request.text("plan"));
    Ok(contribution)
}

/// The titles given, or else the topics of the sessions in the period, each once.
fn titles(request: &Request) -> Vec<&str> {
    let given = request.texts("titles");
    if !given.is_empty() {
        return given;
    }
    let mut titles = Vec::new();
    for topic in request.ledger("sessions").iter().flatten().filter_map(|row| row.text("topic")) {
        if !titles.contains(&topic) {
            titles.push(topic);
        }
    }
    titles
}

export!(contribute);
