//! Working days by the official calendar: holidays, and the Saturdays and Sundays that are worked instead.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;

const BUILT_IN: &str = include_str!("../../rules/calendar/workdays.toml");

/// The days that are worked, of the years that are known; of others, weekdays are counted.
#[derive(Debug, Clone)]
pub struct Workdays {
    off: BTreeSet<NaiveDate>,
    worked: BTreeSet<NaiveDate>,
    years: BTreeSet<i32>,
}

/// A day, and whether the way there led through years whose holidays are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    pub day: NaiveDate,
    /// Otherwise weekdays alone were counted for a part of the way, and the person is to be told.
    pub official: bool,
}

/// Why the calendar cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("calendar/workdays.toml: {0}")]
pub struct WorkdaysProblem(String);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    source: String,
    licence: String,
    as_of: toml::value::Datetime,
    years: BTreeMap<String, WrittenYear>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenYear {
    off: Vec<String>,
    worked: Vec<String>,
}

impl Workdays {
    /// The built-in calendar, or that of a rule folder where it has one.
    ///
    /// # Errors
    /// A file that cannot be read, or says what cannot be: a working day that is a weekday anyway, a day both off and worked.
    pub fn load(folder: Option<&Path>) -> Result<Workdays, WorkdaysProblem> {
        let own = folder.map(|folder| folder.join("calendar").join("workdays.toml")).filter(|file| file.exists());
        match own {
            Some(file) => Workdays::read(&std::fs::read_to_string(&file).map_err(|error| WorkdaysProblem(error.to_string()))?),
            None => Workdays::read(BUILT_IN),
        }
    }

    fn read(text: &str) -> Result<Workdays, WorkdaysProblem> {
        let written: Written = toml::from_str(text).map_err(|error| WorkdaysProblem(error.to_string()))?;
        if written.source.is_empty() || written.licence.is_empty() || written.as_of.date.is_none() {
            return Err(WorkdaysProblem("it names no source, licence or date".to_owned()));
        }
        let (mut off, mut worked, mut years) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for (year, days) in &written.years {
            years.insert(year.parse().map_err(|_| WorkdaysProblem(format!("`{year}` is no year")))?);
            days.off.iter().try_for_each(|text| span(text).map(|days| off.extend(days)))?;
            days.worked.iter().try_for_each(|text| span(text).map(|days| worked.extend(days)))?;
        }
        if let Some(day) = worked.iter().find(|day| !is_weekend(**day)) {
            return Err(WorkdaysProblem(format!("{day} is worked, but is no Saturday or Sunday")));
        }
        if let Some(day) = off.intersection(&worked).next() {
            return Err(WorkdaysProblem(format!("{day} is both off and worked")));
        }
        Ok(Workdays { off, worked, years })
    }

    /// Whether people work on that day, as far as it is known.
    pub fn is_workday(&self, day: NaiveDate) -> bool {
        if is_weekend(day) { self.worked.contains(&day) } else { !self.off.contains(&day) }
    }

    /// Whether the holidays of that day's year are known.
    pub fn knows(&self, day: NaiveDate) -> bool {
        self.years.contains(&day.year())
    }

    /// All days that differ from the ordinary week, as text: what tells one calendar from another.
    pub fn exceptions(&self) -> String {
        self.off.iter().chain(&self.worked).map(|day| format!("{day} ")).collect()
    }

    /// The day so many working days after another: with 1, the next working day.
    pub fn after(&self, day: NaiveDate, workdays: u32) -> Counted {
        let mut counted = Counted { day, official: true };
        let mut left = workdays;
        while left > 0 {
            let Some(next) = counted.day.checked_add_days(Days::new(1)) else { break };
            counted = Counted { day: next, official: counted.official && self.knows(next) };
            left -= u32::from(self.is_workday(next));
        }
        counted
    }

    /// That day where it is a working day, or the next one.
    pub fn on_or_after(&self, day: NaiveDate) -> NaiveDate {
        if self.is_workday(day) { day } else { self.after(day, 1).day }
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// `2026-10-01`, or `2026-10-01/2026-10-07` with both ends.
fn span(text: &str) -> Result<Vec<NaiveDate>, WorkdaysProblem> {
    let read = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| WorkdaysProblem(format!("`{text}` is no day")));
    let (first, last) = text.split_once('/').unwrap_or((text, text));
    let (first, last) = (read(first)?, read(last)?);
    if last < first || (last - first).num_days() > 31 {
        return Err(WorkdaysProblem(format!("`{text}` is no span of days")));
    }
    Ok(first.iter_days().take_while(|day| *day <= last).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn working_days_are_counted_through_holidays_and_days_worked_instead() {
        let workdays = Workdays::load(None).expect("a sound calendar");
        let table = [
            // An ordinary week.
            ("2026-11-18", 1, "2026-11-19", true),
            ("2026-11-20", 1, "2026-11-23", true),
            // National Day: off from the 1st to the 7th, Saturday the 10th is worked.
            ("2026-09-30", 1, "2026-10-08", true),
            ("2026-09-30", 3, "2026-10-10", true),
            ("2026-09-30", 4, "2026-10-12", true),
            // Spring Festival: Saturday the 14th is worked, off from the 15th to the 23rd, Saturday the 28th is worked.
            ("2026-02-13", 1, "2026-02-14", true),
            ("2026-02-13", 2, "2026-02-24", true),
            ("2026-02-13", 6, "2026-02-28", true),
            // Twenty working days from the middle of December lead into a year that is not announced.
            ("2026-12-15", 20, "2027-01-12", false),
            ("2026-11-20", 0, "2026-11-20", true),
        ];
        for (from, count, expected, official) in table {
            let counted = workdays.after(day(from), count);
            assert_eq!((counted.day, counted.official), (day(expected), official), "{count} working days after {from}");
        }
        assert_eq!(workdays.on_or_after(day("2026-10-03")), day("2026-10-08"));
        assert_eq!(workdays.on_or_after(day("2026-10-10")), day("2026-10-10"));
    }

    #[test]
    fn a_broken_calendar_is_named() {
        let head = "source = \"x\"\nlicence = \"x\"\nas_of = 2026-01-01\n";
        for (years, message) in [
            ("[years.2026]\noff = []\nworked = [\"2026-11-18\"]", "2026-11-18 is worked, but is no Saturday or Sunday"),
            ("[years.2026]\noff = [\"2026-10-10\"]\nworked = [\"2026-10-10\"]", "2026-10-10 is both off and worked"),
            ("[years.2026]\noff = [\"2026-13-01\"]\nworked = []", "`2026-13-01` is no day"),
            ("[years.2026]\noff = [\"2026-10-07/2026-10-01\"]\nworked = []", "is no span of days"),
            ("[years.soon]\noff = []\nworked = []", "`soon` is no year"),
        ] {
            let problem = Workdays::read(&format!("{head}{years}")).expect_err(years).to_string();
            assert!(problem.contains(message), "{years}: {problem}");
        }
    }
}
