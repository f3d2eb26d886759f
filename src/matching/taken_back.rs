//! News that is taken back, or denied: «说错了，还没提交», «其实没过», "not submitted yet actually".

use chrono::NaiveDate;

use super::day::Towards;
use super::normal::fold;
use super::progress::{Line, Role, has, is_asked, role, unknown_share};
use super::scan::Token;
use super::stage::{Denied, Verdict, What, is_subject, resolve, subject_rank, verdicts};
use super::vocabulary::Vocabulary;
use crate::profile::Field;

/// What a person says has not happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakenBack {
    /// Index in the values of `Field::Stage`; none where nothing tells which: «其实没过».
    pub stage: Option<u8>,
    /// It says that something was told wrong before.
    pub corrects: bool,
}

/// Longest text in bytes that takes something back.
const TEXT_BYTES_MAX: usize = 150;
/// Share of the text that no word explains from which it speaks of something else.
const UNKNOWN_MAX: f64 = 0.25;

/// What a person says has not happened yet, or takes back. None where the text does neither.
pub fn taken_back(vocabulary: &Vocabulary, text: &str, today: NaiveDate) -> Option<TakenBack> {
    let words = &vocabulary.progress.as_ref()?.stage;
    if text.len() > TEXT_BYTES_MAX {
        return None;
    }
    let line = words.line(fold(text), today, Towards::Past, 1.0);
    let of_something_else = [Role::If, Role::Others, Role::Before, Role::Unrelated].into_iter().any(|role| line.any(role));
    if of_something_else || line.clauses().any(is_asked) || unknown_share(&line.tokens) > UNKNOWN_MAX {
        return None;
    }
    let corrects = line.any(Role::Slip);
    let mut denied = None;
    for clause in line.clauses() {
        denied = denial(&line, clause).or(denied);
        // «没有刷完，说错了»: what was denied is what was told.
        let denies = || verdicts(clause).iter().any(|verdict| verdict.denied != Denied::No);
        if denied.is_none() && corrects && denies() {
            denied = Some(None);
        }
    }
    match denied {
        Some(stage) => Some(TakenBack { stage, corrects }),
        // «说错了» alone: whatever was told last.
        None if corrects => {
            let says_more = |token: &Token<'_>| !matches!(role(token), None | Some(Role::Slip | Role::Filler | Role::Done | Role::Time));
            let bare = !line.tokens.iter().any(says_more) && unknown_share(&line.tokens) == 0.0;
            bare.then_some(TakenBack { stage: None, corrects })
        }
        None => None,
    }
}

/// A day that was told wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Redated {
    pub day: NaiveDate,
    /// Index in the values of `Field::Stage`; none where nothing tells which stage it is of.
    pub stage: Option<u8>,
    /// It says that something is through: of what is still awaited, that is news.
    pub passed: bool,
}

/// The day that a text puts right, and of which stage: «记错了，是昨天过的», «记错了，是前天提交的», "my mistake, it was Friday".
pub fn redated(vocabulary: &Vocabulary, text: &str, today: NaiveDate) -> Option<Redated> {
    let words = &vocabulary.progress.as_ref()?.stage;
    if text.len() > TEXT_BYTES_MAX {
        return None;
    }
    let line = words.line(fold(text), today, Towards::Past, 1.0);
    let of_something_else = [Role::If, Role::Others, Role::Before, Role::Unrelated].into_iter().any(|role| line.any(role));
    if !line.any(Role::Slip) || of_something_else || line.clauses().any(is_asked) || unknown_share(&line.tokens) > UNKNOWN_MAX {
        return None;
    }
    let day = line.days_told().last()?;
    let (mut stage, mut passed) = (None, false);
    for clause in line.clauses() {
        for verdict in verdicts(clause) {
            // «不是昨天过的，是前天过的» speaks of the day; «没过» does not.
            let of_day = clause.iter().any(|token| has(token, Role::Not)) && line.day_in(clause).is_some() && line.days.len() > 1;
            if verdict.denied != Denied::No && !of_day {
                return None;
            }
            let told = resolve(&line, clause, Verdict { denied: Denied::No, ..verdict });
            passed |= told.is_none() && matches!(verdict.what, What::Role(Role::Passed | Role::Granted));
            stage = told.filter(|(_, sure)| *sure).map(|(stage, _)| stage).or(stage);
        }
    }
    Some(Redated { day, stage, passed })
}

/// What a clause says has not happened: a stage, or something that is not named.
fn denial(line: &Line<'_>, clause: &[Token<'_>]) -> Option<Option<u8>> {
    if clause.iter().any(|token| has(token, Role::Open)) {
        let subject = clause.iter().filter_map(role).filter(|role| is_subject(*role)).max_by_key(|role| subject_rank(*role));
        return Some(subject.and_then(|subject| {
            let verdict = Verdict { what: What::Role(Role::Passed), subject: Some(subject), denied: Denied::No };
            resolve(line, clause, verdict).filter(|(_, sure)| *sure).map(|(stage, _)| stage)
        }));
    }
    verdicts(clause).into_iter().find_map(|verdict| match (verdict.what, verdict.denied) {
        (What::Role(Role::Refused), Denied::No) => verdict.subject.is_none().then_some(None),
        (_, Denied::No) => None,
        // «没提交» says that it is not done as clearly as «提交了» that it is.
        (What::Role(Role::Submit), _) => resolved(line, clause, Verdict { what: What::Role(Role::Submitted), ..verdict }),
        (What::Role(Role::Passed | Role::Granted), _) if verdict.subject.is_none() => Some(None),
        _ => resolved(line, clause, verdict),
    })
}

fn resolved(line: &Line<'_>, clause: &[Token<'_>], verdict: Verdict) -> Option<Option<u8>> {
    let (stage, _) = resolve(line, clause, Verdict { denied: Denied::No, ..verdict })?;
    // A rejection that did not happen, or a wait that is over, takes nothing back.
    let name = Field::Stage.allowed_values().get(usize::from(stage))?;
    (!name.ends_with("_failed") && !name.ends_with("_rejected")).then_some(Some(stage))
}
