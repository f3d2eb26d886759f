//! What is counted of turns and kept for those who look after rules and words.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};

use super::turns::{Done, Wished};
use crate::dialogue::{Noticed, day_in_china};
use crate::profile::Field;
use crate::store::{Batch, StoreError};

/// Counts what is worth counting, and keeps what was not understood.
pub(super) async fn count_turns(
    batch: &mut Batch,
    done: &[Done],
    persons: &HashMap<&str, i64>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let mut counts: BTreeMap<(Option<u32>, &str), u32> = BTreeMap::new();
    for done in done {
        let campaign = done.session.as_ref().and_then(|session| session.person.campaign);
        let mut count = |what| *counts.entry((campaign, what)).or_default() += 1;
        if done.stored.is_none() && done.changed {
            count("conversation");
        }
        for noticed in &done.noticed {
            match noticed {
                Noticed::Checklist => count("checklist"),
                Noticed::AllAsked => count("all_asked"),
                Noticed::Missed { field, said } => {
                    count("not_understood");
                    if let Some(person) = persons.get(done.address.as_str()) {
                        batch.note_missed(*person, now, field.map(Field::name), said).await?;
                    }
                }
            }
        }
    }
    for ((campaign, what), count) in counts {
        batch.count(day_in_china(now), campaign, what, "", count).await?;
    }
    Ok(())
}

/// Keeps what people say is wrong of the rules: nothing that they wrote goes along.
pub(super) async fn note_reports(batch: &mut Batch, done: &[Done], now: DateTime<Utc>) -> Result<(), StoreError> {
    for done in done {
        for wish in &done.wishes {
            if let (Wished::Report { rule }, Some(session)) = (&wish.what, &done.session) {
                let today = day_in_china(now);
                batch.report(now, rule, &session.filing.profile(today).without_texts().to_json()).await?;
                batch.count(today, session.person.campaign, "reported", rule, 1).await?;
            }
        }
    }
    Ok(())
}
