//! When the staff is there: office hours on working days.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Asia::Shanghai;

use crate::progress::Workdays;

/// Office hours in China, by the minute. From and until the same: around the clock, every day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    from: NaiveTime,
    until: NaiveTime,
}

/// Days that are looked at for the next opening: longer than any holiday.
const DAYS_AHEAD: u64 = 30;

impl Default for Hours {
    fn default() -> Hours {
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        Hours { from: at(9), until: at(18) }
    }
}

/// Text that names no hours.
#[derive(Debug, PartialEq, Eq)]
pub struct NoHours;

impl FromStr for Hours {
    type Err = NoHours;

    /// Reads `9-18`, `09:00-18:30` or `0-24`.
    fn from_str(text: &str) -> Result<Hours, NoHours> {
        let (from, until) = text.split_once('-').ok_or(NoHours)?;
        let time = |text: &str| {
            let (hour, minute) = text.trim().split_once(':').unwrap_or((text.trim(), "0"));
            // 24:00 is the midnight that ends the day.
            let hour: u32 = hour.parse().map_err(|_| NoHours)?;
            NaiveTime::from_hms_opt(if hour == 24 { 0 } else { hour }, minute.parse().map_err(|_| NoHours)?, 0).ok_or(NoHours)
        };
        let hours = Hours { from: time(from)?, until: time(until)? };
        // Over midnight nobody works here: that is a slip.
        (hours.is_always() || hours.until == NaiveTime::MIN || hours.from < hours.until).then_some(hours).ok_or(NoHours)
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}–{}", self.from.format("%H:%M"), self.until.format("%H:%M"))
    }
}

impl Hours {
    fn is_always(self) -> bool {
        self.from == self.until
    }

    /// Whether somebody is there.
    pub fn is_open(self, workdays: &Workdays, at: DateTime<Utc>) -> bool {
        self.opens(workdays, at) == at
    }

    /// When somebody is there again; at that very moment where somebody is there.
    pub fn opens(self, workdays: &Workdays, at: DateTime<Utc>) -> DateTime<Utc> {
        if self.is_always() {
            return at;
        }
        let today = at.with_timezone(&Shanghai).date_naive();
        let days = (0..DAYS_AHEAD).filter_map(|days| today.checked_add_days(Days::new(days)));
        let office = |day: NaiveDate| workdays.is_workday(day).then(|| self.on(day)).flatten();
        days.filter_map(office).find(|(_, until)| *until > at).map_or(at, |(from, _)| from.max(at))
    }

    /// The moment so many minutes of office hours after another.
    pub fn after(self, workdays: &Workdays, at: DateTime<Utc>, minutes: u32) -> DateTime<Utc> {
        let (mut at, mut left) = (self.opens(workdays, at), TimeDelta::minutes(i64::from(minutes)));
        if self.is_always() {
            return at + left;
        }
        // Each round uses up a day's hours: so many are never needed.
        for _ in 0..DAYS_AHEAD {
            let Some((_, until)) = self.on(at.with_timezone(&Shanghai).date_naive()) else { break };
            if at + left < until {
                break;
            }
            left -= until - at;
            at = self.opens(workdays, until);
        }
        at + left
    }

    fn on(self, day: NaiveDate) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let ends_on = if self.until == NaiveTime::MIN { day.succ_opt()? } else { day };
        let at = |day: NaiveDate, time| Some(Shanghai.from_local_datetime(&day.and_time(time)).earliest()?.with_timezone(&Utc));
        Some((at(day, self.from)?, at(ends_on, self.until)?))
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        let local = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a moment");
        Shanghai.from_local_datetime(&local).single().expect("a moment").with_timezone(&Utc)
    }

    #[test]
    fn the_desk_opens_on_working_days() {
        let workdays = Workdays::load(None).expect("a calendar");
        let hours: Hours = "9-18".parse().expect("hours");
        for (moment, opens) in [
            ("2026-11-23 08:59", "2026-11-23 09:00"),
            ("2026-11-23 09:00", "2026-11-23 09:00"),
            ("2026-11-23 17:59", "2026-11-23 17:59"),
            ("2026-11-23 18:00", "2026-11-24 09:00"),
            // A weekend, National Day with the working days around it.
            ("2026-11-21 10:00", "2026-11-23 09:00"),
            ("2026-10-01 10:00", "2026-10-08 09:00"),
            ("2026-10-10 10:00", "2026-10-10 10:00"),
        ] {
            assert_eq!(hours.opens(&workdays, at(moment)), at(opens), "{moment}");
        }
        let always: Hours = "0-24".parse().expect("hours");
        assert_eq!(always.opens(&workdays, at("2026-10-01 03:00")), at("2026-10-01 03:00"));
    }

    #[test]
    fn minutes_count_while_somebody_is_there() {
        let workdays = Workdays::load(None).expect("a calendar");
        let hours: Hours = "9:00-18:00".parse().expect("hours");
        for (moment, minutes, then) in [
            ("2026-11-23 10:00", 30, "2026-11-23 10:30"),
            ("2026-11-23 17:50", 30, "2026-11-24 09:20"),
            ("2026-11-20 17:50", 30, "2026-11-23 09:20"),
            ("2026-11-21 12:00", 30, "2026-11-23 09:30"),
            ("2026-11-23 09:00", 540, "2026-11-24 09:00"),
        ] {
            assert_eq!(hours.after(&workdays, at(moment), minutes), at(then), "{moment}");
        }
    }

    #[test]
    fn what_names_no_hours_is_refused() {
        for text in ["", "9", "18-9", "9-25", "9:60-18", "nine-six"] {
            assert_eq!(text.parse::<Hours>(), Err(NoHours), "{text}");
        }
        assert_eq!("8:30-17:00".parse::<Hours>().expect("hours").to_string(), "08:30–17:00");
    }
}
