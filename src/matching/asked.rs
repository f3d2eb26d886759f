//! What people ask of the course of their filing, and plan: how long it still takes, to be reminded on a day, to submit tomorrow.

use chrono::NaiveDate;

use super::day::Towards;
use super::normal::fold;
use super::progress::{Role, has, is_asked, role, unknown_share};
use super::scan::Token;
use super::stage::is_verdict;
use super::vocabulary::Vocabulary;
use super::when::{can_wait_until, next_span};

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
    let named = line.days.iter().map(|day| day.date).find(|day| can_wait_until(*day, today));
    named.or_else(|| next_span(&line.text, today).filter(|_| line.days.is_empty()))
}

/// Whether a text says that something is still to be submitted: «明天提交», «准备提交了», "I'll submit it next week".
pub fn plans_to_submit(vocabulary: &Vocabulary, text: &str, today: NaiveDate) -> bool {
    let Some(words) = vocabulary.progress.as_ref().map(|progress| &progress.stage).filter(|_| text.len() <= TEXT_BYTES_MAX) else {
        return false;
    };
    let line = words.line(fold(text), today, Towards::Past, 1.0);
    let of_something_else = [Role::If, Role::Others, Role::Unrelated, Role::Not, Role::NotYet, Role::Elsewhere];
    if of_something_else.into_iter().any(|role| line.any(role)) || line.clauses().any(is_asked) {
        return false;
    }
    let planned = |clause: &[Token<'_>]| {
        let plan = clause.iter().position(|token| has(token, Role::Plan));
        let to_come = line.to_come.first().and_then(|day| clause.iter().position(|token| token.start == day.start));
        let Some(from) = plan.or(to_come) else { return false };
        // The plan itself may say what: «准备提交».
        let says = |token: &Token<'_>| match role(token) {
            Some(Role::Submit) => true,
            // «11月25号提交了» says that it was done.
            Some(Role::Submitted) => plan.is_some(),
            Some(Role::Plan) => ["提交", "submit"].iter().any(|word| line.text[token.start..token.end].ends_with(word)),
            _ => false,
        };
        clause[from..].iter().any(says) && unknown_share(clause) <= UNKNOWN_MAX
    };
    unknown_share(&line.tokens) <= UNKNOWN_MAX && line.clauses().any(planned)
}
