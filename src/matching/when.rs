//! Days that a text leaves open: one that is still to come although it is said to be past, and a week or month without its day.

use chrono::{Datelike as _, Days, Months, NaiveDate};

use super::day::{Spotted, Towards, days};
use super::normal::fold;

/// Days that are still to come and stand in the text by their date, where no past day does: «12 月 20 日» in November. So does "tomorrow",
/// which English puts behind the deed: "submitted tomorrow".
pub(super) fn days_to_come(folded: &str, today: NaiveDate, past: &[Spotted]) -> Vec<Spotted> {
    let apart = |one: &Spotted| past.iter().all(|other| one.end <= other.start || one.start >= other.end);
    let mut ahead = days(folded, today, Towards::Future);
    let named = |day: &str| is_dated(day) || day.ends_with("tomorrow");
    ahead.retain(|day| day.date > today && named(&folded[day.start..day.end]) && apart(day));
    ahead
}

/// Whether a day is named by its date, not by how far off it is.
fn is_dated(day: &str) -> bool {
    let begins = day.starts_with(|c: char| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c));
    let by_month = day.bytes().any(|byte| byte.is_ascii_digit()) && !day.starts_with("in ");
    let distance = ["后", "内", "就", "期", "from now", "left"].iter().any(|end| day.ends_with(end));
    (begins || by_month && day.is_ascii()) && !distance
}

/// The last day of a span that is over and was named without a day: «上周», «上个月», "last month".
pub fn last_of_span(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let folded = fold(text);
    const WEEKS: [&str; 5] = ["上周", "上星期", "上个星期", "上礼拜", "last week"];
    const MONTHS: [&str; 3] = ["上月", "上个月", "last month"];
    let names = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    if names(&WEEKS) {
        return today.checked_sub_days(Days::new(u64::from(today.weekday().num_days_from_monday()) + 1));
    }
    if names(&MONTHS) {
        return today.with_day(1)?.pred_opt();
    }
    None
}

/// The first day of a span that is to come and was named without a day: «下周», "next month".
pub(super) fn next_span(folded: &str, today: NaiveDate) -> Option<NaiveDate> {
    const WEEKS: [&str; 5] = ["下周", "下星期", "下个星期", "下礼拜", "next week"];
    const MONTHS: [&str; 3] = ["下月", "下个月", "next month"];
    let names = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    if names(&WEEKS) {
        return today.checked_add_days(Days::new(7 - u64::from(today.weekday().num_days_from_monday())));
    }
    if names(&MONTHS) {
        return today.with_day(1)?.checked_add_months(Months::new(1));
    }
    None
}

/// A day that no calendar has, as it was written: «10月32号», «2 月 30 日», «13月1号».
pub fn no_such_day(text: &str) -> Option<String> {
    let folded = fold(text);
    for (at, _) in folded.match_indices('月') {
        let before = folded[..at].trim_end();
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let Ok(month) = before[before.len() - digits..].parse::<u32>() else { continue };
        let behind = folded[at + '月'.len_utf8()..].trim_start();
        let count = behind.bytes().take_while(u8::is_ascii_digit).count();
        let Ok(day) = behind[..count].parse::<u32>() else { continue };
        let marked = behind[count..].trim_start().starts_with(['号', '日']);
        // In some year or other it may have been.
        const LEAP: i32 = 2024;
        if marked && NaiveDate::from_ymd_opt(LEAP, month, day).is_none() {
            return Some(format!("{month}月{day}号"));
        }
    }
    None
}

/// The day that a text names, in a span that ended on a day: «20 号» after «上个月», «周三» after «上周».
pub fn day_within(text: &str, today: NaiveDate, by: Option<NaiveDate>) -> Option<NaiveDate> {
    let folded = fold(text);
    let said = *days(&folded, today, Towards::Past).first()?;
    let named = &folded[said.start..said.end];
    let by_name = is_dated(named) || ["周", "星期", "礼拜"].iter().any(|week| named.starts_with(week)) || WEEKDAYS.contains(&named);
    match by.filter(|by| by_name && said.date > *by) {
        Some(by) => Some(days(&folded, by, Towards::Past).first().map_or(said.date, |day| day.date)),
        None => Some(said.date),
    }
}

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Words that only say that another day is meant.
const OTHER_DAY: [&str; 17] = [
    "不对",
    "不是",
    "应该是",
    "其实是",
    "其实",
    "而是",
    "是",
    "的",
    "了",
    "actually",
    "it was",
    "that was",
    "sorry",
    "not",
    "was",
    "no",
    "on",
];
/// Letters that may be left beside days and these words.
const LEFT_MAX: usize = 1;

/// The day that a text puts in the place of another, where it says nothing else: «不对，是昨天», «不是昨天，是上周五».
pub fn day_corrected(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let folded = fold(text);
    let found = days(&folded, today, Towards::Past);
    let last = found.last()?;
    let mut rest = folded.clone();
    for day in found.iter().rev() {
        rest.replace_range(day.start..day.end, " ");
    }
    for word in OTHER_DAY {
        rest = rest.replace(word, " ");
    }
    (rest.chars().filter(|c| c.is_alphanumeric()).count() <= LEFT_MAX).then_some(last.date)
}

/// The second of two days: «不是昨天提交的，是上周五».
pub fn day_instead(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let found = days(&fold(text), today, Towards::Past);
    (found.len() >= 2).then(|| found.last().map(|day| day.date)).flatten()
}

/// Whether a day can be meant by a reminder that is to wait for it: not today, and not a year off.
pub(super) fn can_wait_until(day: NaiveDate, today: NaiveDate) -> bool {
    day > today && today.checked_add_months(Months::new(WAIT_MONTHS_MAX)).is_some_and(|last| day <= last)
}

/// Nobody puts a reminder off for longer.
const WAIT_MONTHS_MAX: u32 = 2;
