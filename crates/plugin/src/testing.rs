//! Requests for an author's own tests.

use huibian_contract::{CONTRACT, IndexMap, Period, Request, UnitId, UnitIdentity};
use serde_json::Value;

/// A request for an invented unit. Text that is no period makes 2023Q2; data that is no object makes none.
pub fn request(period: &str, data: Value) -> Request {
    let default: Result<Period, _> = "2023Q2".parse();
    let (Ok(period), Ok(id)) = (period.parse().or(default), UnitId::new("yunxi")) else {
        unreachable!("both are constants that follow their rules")
    };
    let unit = UnitIdentity { id, name: "云溪镇".to_owned(), attributes: IndexMap::default() };
    let data = if let Value::Object(data) = data { data } else { serde_json::Map::new() };
    Request {
        contract: CONTRACT,
        period,
        unit,
        data,
        previous: serde_json::Map::new(),
        dated: <_>::default(),
    }
}
