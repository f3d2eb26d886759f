//! What people wish of their reminders in words of their own: hours, a time zone, to hear of them again, and that it is too much.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::clock::{Hours, hours_in, moments};
use super::day::Towards;
use super::normal::fold;
use super::progress::{Progress, Role, is_asked, unknown_share};
use super::vocabulary::Vocabulary;

/// A wish for reminders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Nothing is to be said in these hours.
    Quiet(Hours),
    Zone(Tz),
    /// They are wanted again.
    Reopen,
    /// At a time of the day, which no reminder keeps to.
    AtTime,
    /// They are too many.
    Fewer,
}

/// Longest text in bytes that wishes something.
const TEXT_BYTES_MAX: usize = 120;
/// Share of the text that no word explains from which it speaks of something else.
const UNKNOWN_MAX: f64 = 0.2;

/// What a person wishes of their reminders: «早上八点到晚上十点都可以提醒», «我的时区是纽约», «重新打开提醒».
pub fn reminder_wish(vocabulary: &Vocabulary, text: &str) -> Option<Wish> {
    let progress = vocabulary.progress.as_ref()?;
    if text.len() > TEXT_BYTES_MAX {
        return None;
    }
    let folded = fold(text);
    // Days say nothing here: any day will do.
    let line = progress.reminders.line(folded.clone(), NaiveDate::default(), Towards::Past, 1.0);
    if line.any(Role::If) || line.any(Role::Others) || line.any(Role::Unrelated) || line.clauses().any(is_asked) {
        return None;
    }
    if line.any(Role::Zone)
        && let Some((zone, rest)) = zone_in(progress, &folded)
    {
        let rest = progress.reminders.line(rest, NaiveDate::default(), Towards::Past, 1.0);
        return (unknown_share(&rest.tokens) <= UNKNOWN_MAX).then_some(Wish::Zone(zone));
    }
    let explained = unknown_share(&line.tokens) <= UNKNOWN_MAX;
    let (quiet, remind) = (line.any(Role::Quiet), line.any(Role::Remind));
    match hours_in(&folded) {
        _ if !explained => None,
        Some(hours) if quiet => Some(Wish::Quiet(hours)),
        // What is allowed is what is left of the day.
        Some(hours) if remind => Some(Wish::Quiet(Hours { from: hours.to, to: hours.from, ..hours })),
        Some(_) => None,
        None if line.any(Role::Reopen) && !quiet => Some(Wish::Reopen),
        None if remind && !quiet && !moments(&folded).is_empty() => Some(Wish::AtTime),
        None if line.any(Role::Tired) => Some(Wish::Fewer),
        None => None,
    }
}

/// The time zone whose city or country stands in a text, and the text without it. Of several the longest name counts.
fn zone_in(progress: &Progress, folded: &str) -> Option<(Tz, String)> {
    let stands_alone = |start: usize, end: usize| {
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        !folded[start..end].is_ascii() || !latin(folded[..start].chars().next_back()) && !latin(folded[end..].chars().next())
    };
    let found = progress.zones.iter().filter_map(|(name, zone)| {
        let start = folded.find(name.as_str())?;
        stands_alone(start, start + name.len()).then_some((start, name, *zone))
    });
    // By length, and then by name: the order of a map is none.
    let (start, name, zone) = found.max_by_key(|(_, name, _)| (name.len(), *name))?;
    Some((zone, format!("{}{}", &folded[..start], &folded[start + name.len()..])))
}
