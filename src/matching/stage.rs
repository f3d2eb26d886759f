//! What a person says of the progress of their filing: «昨天提交了», «初审被打回», «管局审核中», "got the number".
//!
//! Who decides (the provider's first review, its second one, the authority) and what became of it stand side by side in one clause or
//! in two; together they tell the stage. Questions, plans, conditions and what others tell of theirs are no news.

use chrono::NaiveDate;

use super::day::Towards;
use super::misspelt::LIKENESS_CLEAR;
use super::normal::fold;
use super::progress::{Line, Meaning, Role, Words, has, is_asked, meaning, unknown_share};
use super::scan::Token;
use super::vocabulary::Vocabulary;
use crate::profile::Field;

/// News of a filing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct News {
    /// Index in the values of `Field::Stage`.
    pub stage: u8,
    /// The day on which it happened, where one is named.
    pub on: Option<NaiveDate>,
    /// A past time is named without its day («上个月»), or by a day that is still to come.
    pub vague: bool,
    /// Clear; else to be asked back.
    pub sure: bool,
    /// A rejection, and nothing is said of who rejected it: «被拒了».
    pub bare_rejection: bool,
    /// Something is through, and nothing is said of what: «审核通过了».
    pub bare_pass: bool,
    /// It is said to have happened on a day that is still to come.
    pub to_come: Option<NaiveDate>,
    /// Of all filings: «三个都提交了».
    pub every: bool,
}

/// Longest text in bytes that is news: what is longer is a story.
const TEXT_BYTES_MAX: usize = 600;
/// Longest text in bytes that says of nothing in particular that it is through.
const PASSED_BYTES_MAX: usize = 60;
/// Shares of a clause that no word explains from which it is asked back, and not taken for news at all.
const UNKNOWN_UNSURE: f64 = 0.3;
const UNKNOWN_MAX: f64 = 0.5;
/// As much may be unknown where words were misspelt, or a stage is told by itself.
const UNKNOWN_GUESSED: f64 = 0.25;
/// Days after which nobody reports a step of a filing that is under way: two years.
const DAYS_MAX: i64 = 730;
/// Longest text in bytes in which misspelt words are looked for where none is spelt right: «昨天提叫了».
const BARE_BYTES_MAX: usize = 30;

/// What a person says of the progress of their filing. None where the text tells none.
pub fn news(vocabulary: &Vocabulary, text: &str, today: NaiveDate) -> Option<News> {
    let words = &vocabulary.progress.as_ref()?.stage;
    if text.len() > TEXT_BYTES_MAX {
        return None;
    }
    let folded = fold(text);
    let has_latin = folded.bytes().any(|byte| byte.is_ascii_lowercase());
    let touched = words.touches(&folded, tells) || folded.len() <= BARE_BYTES_MAX && words.touches(&folded, happened);
    if !touched && !has_latin {
        return None;
    }
    if !touched {
        return read(&mended(words, &folded, false, today)?);
    }
    let line = words.line(folded, today, Towards::Past, 1.0);
    let found = read(&line);
    if found.is_some_and(|news| news.sure) {
        return found;
    }
    // What is only likely may be clear once it is spelt right.
    let corrected = mended(words, &line.text, true, today).and_then(|line| read(&line));
    corrected.filter(|news| news.sure || found.is_none()).or(found)
}

fn mended<'w>(words: &'w Words, folded: &str, slips: bool, today: NaiveDate) -> Option<Line<'w>> {
    let (text, likeness) = words.mended(folded, slips)?;
    Some(words.line(text, today, Towards::Past, likeness))
}

/// Whether a word says that something happened, whatever it is.
fn happened(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Role(Role::Done | Role::Time | Role::Vague))
}

/// Whether a word tells what became of a filing, or who decides on it.
fn tells(meaning: Meaning) -> bool {
    match meaning {
        Meaning::Stage(_) => true,
        Meaning::Role(role) => is_verdict(role) || is_subject(role),
        Meaning::Reason(..) => false,
    }
}

pub(super) fn is_subject(role: Role) -> bool {
    subject_rank(role) > 0
}

/// Of several in a clause the one that tells most is meant: «阿里云说管局驳回了» is the authority's.
pub(super) fn subject_rank(role: Role) -> u8 {
    match role {
        Role::Second => 9,
        Role::First => 8,
        Role::Authority => 7,
        Role::Photo => 6,
        Role::Number => 5,
        Role::Provider => 4,
        Role::Filing => 3,
        Role::Review => 2,
        Role::Papers => 1,
        _ => 0,
    }
}

pub(super) fn is_verdict(role: Role) -> bool {
    matches!(
        role,
        Role::Passed
            | Role::Granted
            | Role::Failed
            | Role::Refused
            | Role::Returned
            | Role::Demanded
            | Role::Submitted
            | Role::Submit
            | Role::Reached
            | Role::Pending
            | Role::Wait
            | Role::Got
            | Role::Made
    )
}

/// How a verdict is denied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Denied {
    No,
    /// «没», «不»
    Not,
    /// «还没»
    NotYet,
}

/// What became of something, and of what.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verdict {
    pub what: What,
    pub subject: Option<Role>,
    pub denied: Denied,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum What {
    Role(Role),
    Stage(u8),
}

/// What a clause says.
struct Said<'l> {
    tokens: &'l [Token<'l>],
    stage: Option<Found>,
}

/// A stage that a clause tells.
#[derive(Debug, Clone, Copy)]
struct Found {
    stage: u8,
    sure: bool,
    /// By words that say nothing of who decides, or by a phrase: it counts only where all else is understood.
    bare: bool,
}

fn read(line: &Line<'_>) -> Option<News> {
    if line.any(Role::If) || line.any(Role::Others) {
        return None;
    }
    let mut said: Vec<Said<'_>> = Vec::new();
    let mut carried: Option<Role> = None;
    for tokens in line.clauses() {
        let verdicts = verdicts(tokens);
        let subjects = || tokens.iter().filter_map(super::progress::role).filter(|role| is_subject(*role));
        let mut stage: Option<Found> = None;
        let blocked = is_asked(tokens) || tokens.iter().any(|token| has(token, Role::Unrelated));
        if !blocked {
            for verdict in &verdicts {
                let borrowed = verdict.subject.is_none() && carried.is_some();
                let verdict = Verdict { subject: verdict.subject.or(carried), ..*verdict };
                // What was carried over another verdict is only likely meant, unless it says the same again.
                let told = said.iter().rev().find_map(|said| said.stage);
                let bare = verdict.subject.is_none();
                let found = resolve(line, tokens, verdict).map(|(stage, sure)| {
                    let again = told.is_some_and(|told| told.stage == stage && told.sure);
                    Found { stage, sure: again || sure && !(borrowed && told.is_some()), bare }
                });
                stage = match (stage, found) {
                    // «提交五天了，还没消息» only says it again.
                    (Some(before), Some(found)) if before.stage == found.stage && before.sure => Some(before),
                    (before, found) => found.or(before),
                };
            }
        }
        // «管局那边，驳回了»: who decides is said first.
        carried = subjects().max_by_key(|role| subject_rank(*role)).or(carried);
        said.push(Said { tokens, stage });
    }
    let last = said.iter().rposition(|said| said.stage.is_some())?;
    let found = said[last].stage?;
    let clause = said[last].tokens;
    let share = unknown_share(clause);
    let all = unknown_share(&line.tokens);
    let name = *Field::Stage.allowed_values().get(usize::from(found.stage))?;
    let before = line.any(Role::Before);
    // «以前备案通过了», «备案下来了，想换服务器»: of another filing.
    let of_another = matches!(name, "approved" | "submitted" | "first_review_passed") && (line.any(Role::Elsewhere) || before);
    let guessed = line.likeness < 1.0 || found.bare;
    let strange = share > UNKNOWN_MAX
        || all > UNKNOWN_MAX
        || guessed && share.max(all) > UNKNOWN_GUESSED
        || found.bare && !found.sure && (all > 0.0 || line.likeness < 1.0);
    if strange || of_another {
        return None;
    }
    let clear = found.sure && line.likeness >= LIKENESS_CLEAR;
    // What is doubtful already must not be doubtful for a second reason.
    let doubtful = before || line.any(Role::Unrelated) || line.likeness < LIKENESS_CLEAR && (found.bare || all > 0.0);
    if !clear && doubtful {
        return None;
    }
    let hedged = line.any(Role::Hedge) || before;
    let asked = line.clauses().any(is_asked);
    let sure = clear && share <= UNKNOWN_UNSURE && !hedged && !asked;
    let elsewhere = || said.iter().filter(|said| said.stage.is_none()).find_map(|said| line.day_in(said.tokens));
    let on = line.day_in(clause).or_else(elsewhere);
    // What was years ago is another filing.
    if on.is_some_and(|on| (line.today - on).num_days() > DAYS_MAX) {
        return None;
    }
    let plain = !found.sure && !hedged && !asked;
    let bare_rejection = found.bare && plain && name == "first_review_failed";
    let bare_pass = plain && name == "first_review_passed" && line.likeness >= LIKENESS_CLEAR && all == 0.0;
    let to_come = line.to_come.first().map(|day| day.date).filter(|_| on.is_none());
    let vague = on.is_none() && line.is_vague();
    Some(News { stage: found.stage, on, vague, sure, bare_rejection, bare_pass, to_come, every: line.any(Role::Every) })
}

/// That something is through, where nothing at all is said of what: «昨天通过了», "it passed". What is awaited at that time is meant, so
/// that it is news only to a question about it.
pub fn passed(vocabulary: &Vocabulary, text: &str, today: NaiveDate) -> Option<Passed> {
    let words = &vocabulary.progress.as_ref()?.stage;
    if text.len() > PASSED_BYTES_MAX {
        return None;
    }
    let line = words.line(fold(text), today, Towards::Past, 1.0);
    let of_something_else = [Role::If, Role::Others, Role::Before, Role::Unrelated, Role::Elsewhere, Role::Hedge];
    if of_something_else.into_iter().any(|role| line.any(role)) || line.clauses().any(is_asked) || unknown_share(&line.tokens) > 0.0 {
        return None;
    }
    let said: Vec<Verdict> = line.clauses().flat_map(verdicts).collect();
    let is_pass = |verdict: &Verdict| {
        matches!(verdict.what, What::Role(Role::Passed | Role::Granted))
            && matches!(verdict.subject, None | Some(Role::Review | Role::Papers))
            && verdict.denied == Denied::No
    };
    if said.is_empty() || !said.iter().all(is_pass) {
        return None;
    }
    let on = line.days_told().last();
    Some(Passed { on, vague: on.is_none() && line.is_vague(), corrects: line.any(Role::Slip) })
}

/// Something is through, whatever it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passed {
    /// The day on which it came through, where one is named.
    pub on: Option<NaiveDate>,
    /// A past time is named without its day.
    pub vague: bool,
    /// It says that something else was told wrong before: «说错了，是过了».
    pub corrects: bool,
}

/// The verdicts of a clause, up to where a plan begins.
pub(super) fn verdicts(tokens: &[Token<'_>]) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> = Vec::new();
    let (mut subject, mut denied) = (None::<Role>, Denied::No);
    // Who is named behind the last verdict, and belongs to it where none follows.
    let mut behind = None::<Role>;
    let more = |one: Option<Role>, role: Role| if one.is_none_or(|one| subject_rank(role) >= subject_rank(one)) { Some(role) } else { one };
    let mut waits = false;
    for (index, token) in tokens.iter().enumerate() {
        let role = match meaning(token) {
            Some(Meaning::Stage(stage)) => {
                verdicts.push(Verdict { what: What::Stage(stage), subject: None, denied });
                (subject, denied, behind) = (None, Denied::No, None);
                continue;
            }
            Some(Meaning::Role(role)) => role,
            _ => continue,
        };
        match role {
            Role::Plan => break,
            Role::Not => denied = Denied::Not,
            Role::NotYet => denied = Denied::NotYet,
            Role::Wait => {
                verdicts.push(Verdict { what: What::Role(role), subject: None, denied });
                (subject, behind, waits) = (None, None, true);
            }
            // What is waited for has not come.
            _ if is_verdict(role) && waits => {}
            _ if is_verdict(role) => {
                verdicts.push(Verdict { what: What::Role(role), subject, denied });
                (subject, denied, behind) = (None, Denied::No, None);
            }
            _ if is_subject(role) => {
                // «通过阿里云提交»: by way of it.
                if role == Role::Provider && index > 0 && has(&tokens[index - 1], Role::Passed) {
                    verdicts.pop();
                }
                subject = more(subject, role);
                if !verdicts.is_empty() {
                    behind = more(behind, role);
                }
            }
            _ => {}
        }
    }
    if let (Some(last), Some(behind)) = (verdicts.last_mut(), behind) {
        let told = last.subject.map_or(0, subject_rank);
        // «阿里云提交到管局了», «提交了资料», «通过了初审»
        if told <= subject_rank(Role::Provider) && subject_rank(behind) > told {
            last.subject = Some(behind);
        }
    }
    verdicts
}

/// The stage that a verdict on something means, and whether that is clear.
pub(super) fn resolve(line: &Line<'_>, clause: &[Token<'_>], verdict: Verdict) -> Option<(u8, bool)> {
    let Verdict { what, subject, denied } = verdict;
    let role = match what {
        What::Stage(stage) => return (denied == Denied::No).then_some((stage, true)),
        What::Role(role) => role,
    };
    let dated = line.day_in(clause).is_some();
    let done = dated || clause.iter().any(|token| matches!(super::progress::role(token), Some(Role::Done | Role::Time | Role::Vague)));
    let (name, sure) = match (role, denied) {
        (Role::Passed | Role::Granted, Denied::NotYet) | (Role::Got | Role::Made, Denied::NotYet | Denied::Not) => match subject? {
            // «管局还没批»: it is being decided.
            Role::Authority => ("authority_review", false),
            _ => return None,
        },
        (Role::Passed | Role::Granted, Denied::No) => match subject {
            Some(Role::Second) => ("authority_review", true),
            Some(Role::First | Role::Provider) => ("first_review_passed", true),
            Some(Role::Authority | Role::Number | Role::Filing) => ("approved", true),
            Some(Role::Photo) => ("photo_taken", true),
            Some(_) => ("first_review_passed", false),
            None if role == Role::Granted => ("approved", false),
            None => return None,
        },
        (Role::Passed | Role::Granted, Denied::Not) | (Role::Failed | Role::Refused | Role::Returned, Denied::No) => match subject {
            Some(Role::Second) => ("second_review_failed", true),
            Some(Role::First | Role::Provider) => ("first_review_failed", true),
            Some(Role::Authority) => ("authority_rejected", true),
            Some(Role::Photo) => ("second_review_failed", false),
            // «号退了» gives a number up.
            Some(Role::Number) => return None,
            Some(_) => ("first_review_failed", false),
            None if role == Role::Refused || role == Role::Returned && done => ("first_review_failed", false),
            None => return None,
        },
        // «管局让我改网站名»: it may have come back already.
        (Role::Demanded, Denied::No) => match subject? {
            Role::Authority => ("authority_rejected", false),
            Role::Second => ("second_review_failed", false),
            Role::First | Role::Provider => ("first_review_failed", false),
            _ => return None,
        },
        (Role::Submitted | Role::Submit, Denied::No) if role == Role::Submitted || done => match subject {
            Some(Role::Authority) => ("authority_review", true),
            Some(Role::Second | Role::Photo) => ("photo_taken", false),
            Some(_) => ("submitted", true),
            None => ("submitted", done || dated),
        },
        (Role::Reached, Denied::No) => match subject? {
            Role::Authority => ("authority_review", true),
            Role::Second => ("photo_taken", true),
            Role::First => ("submitted", true),
            _ => return None,
        },
        (Role::Pending | Role::Wait, Denied::No) => match subject {
            Some(Role::Authority) => ("authority_review", true),
            Some(Role::Second) => ("photo_taken", true),
            Some(Role::First | Role::Provider) => ("submitted", true),
            Some(Role::Review | Role::Filing | Role::Papers) if role == Role::Pending => ("submitted", false),
            None if role == Role::Pending => ("submitted", false),
            _ => return None,
        },
        (Role::Got, Denied::No) => match subject? {
            Role::Number | Role::Filing => ("approved", true),
            _ => return None,
        },
        (Role::Made, Denied::No) => match subject? {
            Role::Photo => ("photo_taken", true),
            Role::Filing | Role::Number => ("approved", true),
            Role::First => ("first_review_passed", true),
            Role::Second => ("authority_review", true),
            _ => return None,
        },
        _ => return None,
    };
    Some((Field::Stage.value_index(name)?, sure))
}
