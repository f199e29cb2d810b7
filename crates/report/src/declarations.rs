//! What templates, tables and charts may speak of.

use std::sync::Arc;

use huibian_figure::Counts;
use huibian_host::PluginFolder;

/// The plugins of a report, and the totals over their counts.
#[derive(Clone, Copy)]
pub struct Declarations<'w> {
    /// The plugins, in the order of the report.
    pub plugins: &'w [PluginFolder],
    /// Their counts, and the totals over them.
    pub counts: &'w Arc<Counts>,
}
