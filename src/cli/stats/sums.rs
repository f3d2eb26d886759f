//! Figures added up: of all, of a campaign, of a day.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Told;
use crate::desk::{FIRST_REPLY_AFTER, Reason, Waits};

/// What is always told, be it zero, in order: what and detail.
fn always() -> Vec<(&'static str, &'static str)> {
    let with = |what, details: &[&'static str]| details.iter().map(|detail| (what, *detail)).collect::<Vec<_>>();
    [
        with("conversation", &[""]),
        with("checklist", &[""]),
        with("all_asked", &[""]),
        with("handed_over", &Reason::ALL.map(Reason::name)),
        with("closed", &[""]),
        with("first_reply", &["cases", "minutes"]),
        with("rating", &["1", "2", "3", "4", "5"]),
        with("not_understood", &[""]),
    ]
    .concat()
}

/// An answer that was not understood: the question, and what was said.
type Answer = (Option<String>, String);

/// What adds up of a group of people.
#[derive(Debug, Default)]
pub(super) struct Sums {
    /// By what and detail.
    counts: BTreeMap<(String, String), i64>,
    /// Questions at which people stopped who had no checklist yet, and who had one; the most frequent first.
    pub(super) dropped_out: Vec<(String, i64)>,
    pub(super) stopped_refining: Vec<(String, i64)>,
    /// The most frequent first.
    pub(super) not_understood: Vec<(Answer, i64)>,
}

impl Sums {
    pub(super) fn count(&self, what: &str, detail: &str) -> i64 {
        self.counts.get(&(what.to_owned(), detail.to_owned())).copied().unwrap_or_default()
    }

    pub(super) fn total(&self, what: &str) -> i64 {
        self.details(what).map(|(_, count)| count).sum()
    }

    /// The details of something that were counted, and how often.
    pub(super) fn details(&self, what: &str) -> impl Iterator<Item = (&str, i64)> {
        self.counts.iter().filter(move |((name, _), _)| name == what).map(|((_, detail), count)| (detail.as_str(), *count))
    }

    /// Everything that was counted, what is always told included: what, detail, count.
    pub(super) fn rows(&self) -> Vec<(&str, &str, i64)> {
        let always = always();
        let others: Vec<(&str, &str, i64)> = self
            .counts
            .iter()
            .map(|((what, detail), count)| (what.as_str(), detail.as_str(), *count))
            // Of how long each waited the half and the nine of ten are told.
            .filter(|(what, detail, _)| !always.contains(&(*what, *detail)) && *what != FIRST_REPLY_AFTER)
            .collect();
        let waits = self.first_reply_waits();
        let waits = [("median_minutes", waits.median()), ("ninetieth_minutes", waits.ninetieth())];
        let waits = waits.into_iter().filter_map(|(detail, minutes)| Some(("first_reply", detail, minutes?)));
        always.iter().map(|(what, detail)| (*what, *detail, self.count(what, detail))).chain(waits).chain(others).collect()
    }

    /// Minutes until the first reply, on average.
    pub(super) fn first_reply_minutes(&self) -> Option<f64> {
        average(self.count("first_reply", "minutes"), self.count("first_reply", "cases"))
    }

    /// How long each waited for the first reply.
    pub(super) fn first_reply_waits(&self) -> Waits {
        Waits::of(self.details(FIRST_REPLY_AFTER))
    }

    /// Stars on average, and how many gave some.
    pub(super) fn rating(&self) -> Option<(f64, i64)> {
        let rated = self.total("rating");
        let stars = self.details("rating").map(|(stars, count)| stars.parse::<i64>().unwrap_or_default() * count).sum();
        Some((average(stars, rated)?, rated))
    }
}

/// To one digit, which is as exact as such figures are.
fn average(sum: i64, count: i64) -> Option<f64> {
    (count > 0).then(|| (sum as f64 * 10.0 / count as f64).round() / 10.0)
}

/// All of it.
pub(super) fn of(told: &Told) -> Sums {
    collected(told, |_| true)
}

/// Each campaign of which anything is told; first those whom nobody invited.
pub(super) fn by_campaign(told: &Told) -> BTreeMap<Option<&str>, Sums> {
    let figures = told.figures.iter().map(|figure| figure.campaign.as_deref());
    let stopped = told.stopped.iter().map(|stopped| stopped.campaign.as_deref());
    let answers = told.not_understood.iter().map(|answer| answer.campaign.as_deref());
    let mut campaigns: BTreeMap<Option<&str>, Sums> = BTreeMap::new();
    for campaign in figures.chain(stopped).chain(answers) {
        campaigns.entry(campaign).or_insert_with(|| collected(told, |of| of == campaign));
    }
    campaigns
}

/// What was counted on each day: day, campaign, what, detail, count.
pub(super) fn by_day(told: &Told) -> impl Iterator<Item = (NaiveDate, Option<&str>, &str, &str, i64)> {
    told.figures.iter().map(|figure| (figure.day, figure.campaign.as_deref(), figure.what.as_str(), figure.detail.as_str(), figure.count))
}

fn collected(told: &Told, is_meant: impl Fn(Option<&str>) -> bool) -> Sums {
    let mut sums = Sums::default();
    for figure in told.figures.iter().filter(|figure| is_meant(figure.campaign.as_deref())) {
        *sums.counts.entry((figure.what.clone(), figure.detail.clone())).or_default() += figure.count;
    }
    let (mut dropped_out, mut stopped_refining) = (BTreeMap::new(), BTreeMap::new());
    for stopped in told.stopped.iter().filter(|stopped| is_meant(stopped.campaign.as_deref())) {
        let stops = if stopped.with_checklist { &mut stopped_refining } else { &mut dropped_out };
        *stops.entry(stopped.field.clone()).or_default() += stopped.count;
    }
    let mut answers = BTreeMap::new();
    for answer in told.not_understood.iter().filter(|answer| is_meant(answer.campaign.as_deref())) {
        *answers.entry((answer.field.clone(), answer.said.clone())).or_default() += answer.count;
    }
    sums.dropped_out = most_frequent(dropped_out);
    sums.stopped_refining = most_frequent(stopped_refining);
    sums.not_understood = most_frequent(answers);
    sums
}

/// The most frequent first; as frequent ones keep their order.
fn most_frequent<T>(counts: BTreeMap<T, i64>) -> Vec<(T, i64)> {
    let mut counts: Vec<(T, i64)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts
}
