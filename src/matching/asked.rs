//! What people ask of the course of their filing: how long it still takes, and to be reminded on a day.

use chrono::NaiveDate;

use super::day::Towards;
use super::normal::fold;
use super::progress::{Role, role, unknown_share};
use super::stage::is_verdict;
use super::vocabulary::Vocabulary;
use super::when::can_wait_until;

/// Longest text in bytes that asks one of these.
const TEXT_BYTES_MAX: usize = 120;
/// Share of the text that no word explains from which it asks something else.
const UNKNOWN_MAX: f64 = 0.2;

/// Whether a text asks how long it still takes: «什么时候能过», «还要多久», "how long does it take".
pub fn asks_how_long(vocabulary: &Vocabulary, text: &str, today: NaiveDate) -> bool {
    let Some(words) = vocabulary.progress.as_ref().map(|progress| &progress.stage).filter(|_| text.len() <= TEXT_BYTES_MAX) else {
        return false;
    };
    let line = words.line(fold(text), today, Towards::Past, 1.0);
    if !line.any(Role::HowLong) || line.any(Role::If) || line.any(Role::Unrelated) {
        return false;
    }
    // «什么时候提交» asks for what the person does.
    let last = line.tokens.iter().filter_map(role).rfind(|role| is_verdict(*role));
    !matches!(last, Some(Role::Submit | Role::Submitted)) && unknown_share(&line.tokens) <= UNKNOWN_MAX
}

/// The day until which reminders are to wait: «过三天再提醒我», "remind me next Monday".
pub fn remind_on(vocabulary: &Vocabulary, text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let words = &vocabulary.progress.as_ref()?.stage;
    if text.len() > TEXT_BYTES_MAX {
        return None;
    }
    let line = words.line(fold(text), today, Towards::Future, 1.0);
    let refused = [Role::If, Role::Not, Role::Others].into_iter().any(|role| line.any(role));
    if !line.any(Role::Remind) || refused || unknown_share(&line.tokens) > UNKNOWN_MAX {
        return None;
    }
    line.days.iter().map(|day| day.date).find(|day| can_wait_until(*day, today))
}
