//! The days that matter as a calendar file, with alarms before them.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use icalendar::{Alarm, Calendar, Component as _, Event as Entry, EventLike as _};

use super::catalog::Args;
use super::reply::{File, Renderer};
use crate::dialogue::Way;
use crate::language::Language;
use crate::progress::Deadline;

/// Days before on which alarms go off: before the last day for something, and before a day on which something is to be expected.
const HARD: [i64; 2] = [7, 1];
const GENTLE: [i64; 1] = [1];
/// The hour of an alarm: an entry of a whole day begins at midnight, when people sleep.
const HOUR: i64 = 10;

impl Renderer<'_> {
    /// The days that matter as a calendar file; none where there are none.
    pub(super) fn calendar(&self, language: Language, way: &Way<'_>) -> Option<File> {
        if !has_days(way) {
            return None;
        }
        let label = self.label(language, &way.label);
        let mut calendar = Calendar::new();
        calendar.name(&label);
        let mut add = |name: &str, day: NaiveDate, known_since: NaiveDate, text: &str, leads: &[i64]| {
            let summary = |text: &str| {
                let args = Args::none().with("label", label.as_str()).with("text", text);
                self.catalog.text(language, "calendar-summary", &args)
            };
            // The same day of the same filing keeps its name, so that a calendar replaces what it knows.
            let id = format!("{}-{name}", way.label.number);
            let known_since = known_since.and_time(NaiveTime::MIN).and_utc();
            let mut entry = Entry::new();
            entry.uid(&format!("{id}@beian-bot")).timestamp(known_since).summary(&summary(text)).starts(day).ends(day + Days::new(1));
            // An alarm that should have gone off already would go off at once.
            for lead in leads.iter().filter(|lead| (day - way.today).num_days() > **lead) {
                let before = TimeDelta::hours(HOUR) - TimeDelta::days(*lead);
                let mut alarm = Alarm::display(&summary(&self.when(language, text, *lead)), before);
                // Without these, a clock and chance would be asked.
                alarm.uid(&format!("{id}-{lead}@beian-bot")).timestamp(known_since);
                entry.alarm(alarm);
            }
            calendar.push(entry.done());
        };
        for deadline in to_come(way) {
            let leads = if deadline.kind.is_beginning() { &GENTLE[..] } else { &HARD[..] };
            add(deadline.kind.name(), deadline.day, deadline.known_since, &self.deadline(language, deadline), leads);
        }
        if let (Some(expected), Some(since)) = (&way.expected, way.since) {
            let args = Args::none().with("stage", self.stage(language, way.stage));
            add("expected", expected.by.day, since, &self.catalog.text(language, "calendar-expected", &args), &GENTLE);
        }
        Some(File { name: self.catalog.text(language, "calendar-file", &Args::none()), text: calendar.to_string() })
    }
}

pub(super) fn has_days(way: &Way<'_>) -> bool {
    to_come(way).next().is_some() || way.expected.is_some()
}

/// What was too short when it was told has no day on which anything could be done.
fn to_come<'w, 'r>(way: &'w Way<'r>) -> impl Iterator<Item = &'w Deadline<'r>> {
    way.deadlines.iter().filter(|deadline| deadline.too_short.is_none())
}
