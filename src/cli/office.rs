//! `reports`: what people say is wrong of rules. `audit`: who of the staff did what.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::database::{Opening, json_lines, with_store};
use crate::assistant::Assistant;
use crate::language::Language;
use crate::store::StoreError;

#[derive(Serialize)]
struct ReportLine<'a> {
    time: DateTime<Utc>,
    rule: &'a str,
    /// None where the rule is gone.
    title: Option<String>,
    sources: Vec<&'a str>,
    profile: &'a serde_json::Value,
}

/// Lists rules that people say are wrong, with the answers for which they are; no text and nothing that tells whose it is.
pub(super) fn reports(assistant: &Assistant, database: Option<&str>) -> u8 {
    let renderer = assistant.renderer();
    with_store(database, Opening::UpToDate, async |store| {
        let reports = store.reports().await?;
        let lines = reports.iter().map(|report| {
            let known = assistant.rules.rule(&report.rule);
            ReportLine {
                time: report.at,
                rule: &report.rule,
                title: known.map(|known| renderer.rule_text(Language::Chinese, known).title.clone()),
                sources: known.map(|known| known.sources.iter().map(|source| source.as_str()).collect()).unwrap_or_default(),
                profile: &report.profile,
            }
        });
        Ok::<_, StoreError>(json_lines(lines))
    })
}

/// Lists who of the staff did what; persons are not named.
pub(super) fn audit(database: Option<&str>) -> u8 {
    with_store(database, Opening::UpToDate, async |store| Ok::<_, StoreError>(json_lines(store.audited().await?)))
}
