//! What a conversation remembers: the person, and the filing with what was said about it.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use chrono_tz::Tz;

pub use super::state::State;
use crate::language::Language;
use crate::matching::normalize;
use crate::profile::{Event, Field, FieldSet, Profile, Stage, Value};
use crate::progress::{DeadlineKind, Standing, Told};
use crate::rules::RuleKey;

/// A person, the filing that the conversation is about, and their other filings.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Session {
    pub person: Person,
    pub filing: Filing,
    /// By number.
    pub others: Vec<Filing>,
}

/// Filings that one person may keep.
pub const FILINGS_MAX: usize = 100;
/// Longest name of a filing, in characters.
const NAME_CHARS_MAX: usize = 40;

/// What tells of the filer, the people and the account rather than of one site: the next filing begins with it.
const OF_THE_FILER: [Field; 32] = [
    Field::Provider,
    Field::Channel,
    Field::Filer,
    Field::Province,
    Field::Identity,
    Field::IdDocument,
    Field::IdValidDays,
    Field::IdInProvince,
    Field::Age,
    Field::Youngest,
    Field::PhoneInProvince,
    Field::PrincipalIsLegalRep,
    Field::ManagerIsPrincipal,
    Field::ManagerIsLegalRep,
    Field::ManagerIdInProvince,
    Field::ManagerIdentity,
    Field::ManagerIdDocument,
    Field::ManagerIdValidDays,
    Field::LegalRepIdentity,
    Field::LegalRepIdInProvince,
    Field::UnitName,
    Field::UnitDocument,
    Field::UnitInProvince,
    Field::UnitLevel,
    Field::HasTradeName,
    Field::HasSeal,
    Field::ClusterAddress,
    Field::LicenceForm,
    Field::IsHospital,
    Field::SchoolLevel,
    Field::Landline,
    Field::AccountSite,
];

impl Session {
    /// All filings, by number.
    pub fn filings(&self) -> Vec<&Filing> {
        let mut filings: Vec<&Filing> = self.others.iter().chain([&self.filing]).collect();
        filings.sort_by_key(|filing| filing.number);
        filings
    }

    /// All filings, to be changed, in no order.
    pub fn filings_mut(&mut self) -> impl Iterator<Item = &mut Filing> {
        std::iter::once(&mut self.filing).chain(&mut self.others)
    }

    /// Begins another filing with what is known of the filer; tells how many answers it begins with, or nothing when there are
    /// too many filings.
    pub fn begin_filing(&mut self, name: Option<&str>) -> Option<usize> {
        if self.others.len() + 1 >= FILINGS_MAX {
            return None;
        }
        let number = self.filings().last().map_or(1, |last| last.number + 1);
        let answers: Vec<Answer> = self.filing.answers.iter().filter(|answer| OF_THE_FILER.contains(&answer.field)).cloned().collect();
        let copied = answers.len();
        let name = name.map(|name| name.chars().take(NAME_CHARS_MAX).collect());
        let begun = Filing { number, name, answers, ..Filing::default() };
        self.others.push(std::mem::replace(&mut self.filing, begun));
        self.others.sort_by_key(|filing| filing.number);
        Some(copied)
    }

    /// Goes to another filing; tells whether there is one with this number.
    pub fn switch_to(&mut self, number: u32) -> bool {
        if number == self.filing.number {
            return true;
        }
        let Some(index) = self.others.iter().position(|filing| filing.number == number) else { return false };
        std::mem::swap(&mut self.filing, &mut self.others[index]);
        self.others.sort_by_key(|filing| filing.number);
        true
    }

    /// Deletes a filing, and goes to the one before it where it was the current one; tells whether there is another to go to.
    pub fn delete_filing(&mut self, number: u32) -> bool {
        if number == self.filing.number {
            let before = self.others.iter().rfind(|other| other.number < number).or(self.others.first()).map(|other| other.number);
            let Some(before) = before else { return false };
            self.switch_to(before);
        }
        self.others.retain(|other| other.number != number);
        if let Some(reminders) = &mut self.person.reminders {
            reminders.last_said.retain(|(filing, _)| *filing != number);
            reminders.named.retain(|(filing, _)| *filing != number);
        }
        true
    }

    /// The filing that is called this: by number, name, domain or the name of its site.
    pub fn filing_called(&self, text: &str) -> Option<u32> {
        let wanted = normalize(text);
        if wanted.is_empty() {
            return None;
        }
        let filings = self.filings();
        // «备案 1» is what a filing without a name is called in the list.
        let numbered = wanted.trim_start_matches("备案").trim_start_matches("filing").trim();
        if let Ok(number) = numbered.parse::<u32>() {
            return filings.iter().find(|filing| filing.number == number).map(|filing| filing.number);
        }
        let called = |filing: &&Filing, matches: fn(&str, &str) -> bool| filing.names().any(|name| matches(&normalize(name), &wanted));
        let exact = filings.iter().copied().find(|filing| called(filing, |name, wanted| name == wanted));
        // «foo» is enough for foo.top where no other begins so.
        let mut beginning = filings.iter().copied().filter(|filing| called(filing, |name, wanted| name.starts_with(wanted)));
        let only = beginning.next().filter(|_| beginning.next().is_none());
        exact.or(only).map(|filing| filing.number)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    pub language: Language,
    /// None until the person agreed once: nobody is reminded before.
    pub reminders: Option<Reminders>,
    /// By whose invitation they came first.
    pub campaign: Option<u32>,
    /// Whether the staff is with them: then the assistant is silent unless it is asked.
    pub with_staff: bool,
}

/// How a person wants to be reminded, and how it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminders {
    pub on: bool,
    pub zone: Tz,
    /// The hours, 0 to 23, from which and until which nothing is said. The same twice: there are none.
    pub quiet: (u8, u8),
    /// Reminders since the person was last heard.
    pub unanswered: u8,
    /// When something was last said.
    pub last: Option<DateTime<Utc>>,
    pub snoozed_until: Option<DateTime<Utc>>,
    /// What the last reminder spoke of: filings, and the keys of what was said of them.
    pub last_said: Vec<(u32, String)>,
    /// The materials that it named, by filing, where it named all that were left then: what «it is done» may tick.
    pub named: Vec<(u32, Vec<RuleKey>)>,
}

impl Default for Reminders {
    fn default() -> Reminders {
        let (zone, quiet) = (Tz::Asia__Shanghai, (21, 9));
        Reminders { on: true, zone, quiet, unanswered: 0, last: None, snoozed_until: None, last_said: Vec::new(), named: Vec::new() }
    }
}

/// How a filing proceeds, beside its answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Course {
    /// The stages that were told, each once.
    pub reached: Vec<Reached>,
    /// The other filings that were said to have come to the present stage in the same words: what takes it back takes it back for all.
    pub together: Vec<u32>,
    /// News that is asked back: what goes with it where it was meant.
    pub likely: Option<Likely>,
    /// How often reminders were offered.
    pub offered: u8,
    /// Days that were told, each event once: the day, and when it was told.
    pub events: Vec<(Event, NaiveDate, NaiveDate)>,
    /// The last of them that was told, so that it can be taken back.
    pub event_step: Option<EventStep>,
    /// What was reminded of, by its keys: nothing is said twice.
    pub reminded: Vec<String>,
    /// Which deadlines are seen to: nothing more is said of them.
    pub seen_to: Vec<(DeadlineKind, NaiveDate)>,
    /// The person wants no reminders of this filing.
    pub muted: bool,
}

/// News that only may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likely {
    pub stage: Stage,
    /// The day of it, where one was named.
    pub on: Option<NaiveDate>,
    /// It was, and the day is open: in a span that ended on this one, where that is known.
    pub unclear: bool,
    pub by: Option<NaiveDate>,
    /// What was given as the reason of a rejection, by its names.
    pub reasons: Vec<String>,
}

/// What telling the day of an event replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventStep {
    pub event: Event,
    /// The day that was told before, and when that was.
    pub before: Option<(NaiveDate, NaiveDate)>,
    /// How many steps could be taken back then: what was answered since is taken back first.
    pub steps: usize,
}

/// A stage, the day on which it was reached, and the day on which that was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    pub stage: Stage,
    pub on: NaiveDate,
    pub said: NaiveDate,
}

/// Something that was said about a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub field: Field,
    pub value: Value,
    /// The day on which it was said: days and ages are counted on from it.
    pub said: NaiveDate,
}

/// Something that the person typed, without numbers of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// The question that it answered.
    pub asked: Option<Field>,
    pub text: String,
}

/// What a step of the person replaced, so that it can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub field: Field,
    pub before: Option<Answer>,
    pub was_set_aside: bool,
    /// Said in one message with the step before: both are taken back together.
    pub with_previous: bool,
    /// The number of the message that said it, on channels that number them.
    pub message: Option<i64>,
}

/// Steps that can be taken back; older ones are forgotten.
pub const STEPS_MAX: usize = 100;

/// A filing: what is known about it and how far its questions have come.
#[derive(Debug, Clone, PartialEq)]
pub struct Filing {
    /// From 1; it never changes.
    pub number: u32,
    /// What the person calls it.
    pub name: Option<String>,
    /// In the order in which it was said.
    pub answers: Vec<Answer>,
    /// Fields that the person does not know or skipped: not asked again by themselves.
    pub set_aside: Vec<Field>,
    pub state: State,
    /// Whether the person wanted the questions after the first checklist.
    pub refining: bool,
    /// The rules in the checklist last shown, in its order: what «why 3» refers to.
    pub shown: Arc<Vec<RuleKey>>,
    pub steps: Vec<Step>,
    /// What was there before the person started over, so that it can be brought back.
    pub before_restart: Option<Arc<Filing>>,
    /// How it proceeds.
    pub course: Course,
    /// Choices of the present question that are ticked and do not count yet, by their tokens.
    pub ticked: Vec<String>,
    /// What was said last, where there is a desk to read it.
    pub heard: Vec<Heard>,
    /// Inputs in a row that were not understood.
    pub missed: u8,
    /// Answers were stored that this program does not know any more: the person is to be told.
    pub dropped: bool,
}

impl Default for Filing {
    fn default() -> Filing {
        Filing {
            number: 1,
            name: None,
            answers: Vec::new(),
            set_aside: Vec::new(),
            state: State::New,
            refining: false,
            shown: Arc::default(),
            steps: Vec::new(),
            before_restart: None,
            course: Course::default(),
            ticked: Vec::new(),
            heard: Vec::new(),
            missed: 0,
            dropped: false,
        }
    }
}

impl Filing {
    /// What a person may call it: its name, its domain, the name of its site.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let said = |field| match self.answer(field).map(|answer| &answer.value) {
            Some(Value::Text(text)) => Some(&**text),
            _ => None,
        };
        [self.name.as_deref(), said(Field::Domain), said(Field::SiteName)].into_iter().flatten()
    }

    /// What is known, as it reads on a day.
    pub fn profile(&self, today: NaiveDate) -> Profile {
        let mut profile = Profile::default();
        for answer in &self.answers {
            let days = (today - answer.said).num_days();
            profile.set(answer.field, answer.value.aged(answer.field, days));
        }
        profile
    }

    pub fn answer(&self, field: Field) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.field == field)
    }

    /// Where the filing stands.
    pub fn stage(&self) -> Stage {
        match self.answer(Field::Stage).map(|answer| &answer.value) {
            Some(Value::Choice(index)) => Stage::of_index(*index).unwrap_or_default(),
            _ => Stage::Preparing,
        }
    }

    /// When the present stage was reached, and when that was told.
    pub fn reached(&self) -> Option<Reached> {
        let stage = self.stage();
        self.course.reached.iter().copied().find(|reached| reached.stage == stage)
    }

    /// The numbers that were told, with the days on which they were.
    pub fn numbers(&self) -> Vec<Told> {
        let numbers = self.answers.iter().filter_map(|answer| match answer.value {
            Value::Integer(number) => Some(Told { field: answer.field, number, said: answer.said }),
            _ => None,
        });
        numbers.collect()
    }

    /// What is known of the filing's course; `numbers` are those of [`Filing::numbers`].
    pub fn standing<'a>(&'a self, numbers: &'a [Told]) -> Standing<'a> {
        let reached = self.reached();
        Standing {
            stage: self.stage(),
            since: reached.map(|reached| reached.on),
            said: reached.map(|reached| reached.said),
            told: numbers,
            events: &self.course.events,
        }
    }

    pub fn set_aside_fields(&self) -> FieldSet {
        self.set_aside.iter().copied().collect()
    }

    /// Records the answers of one message: they are taken back together.
    pub fn record_all(&mut self, answers: &[(Field, Value)], said: NaiveDate, message: Option<i64>) {
        // What is only said again takes no step: there is nothing to take back.
        let again = |field: Field, value: &Value| self.answer(field).is_some_and(|known| known.value == *value && known.said == said);
        let news: Vec<&(Field, Value)> = answers.iter().filter(|(field, value)| !again(*field, value)).collect();
        for (index, (field, value)) in news.into_iter().enumerate() {
            self.remember(*field, index > 0, message);
            self.replace(*field, value.clone(), said);
        }
    }

    fn replace(&mut self, field: Field, value: Value, said: NaiveDate) {
        self.answers.retain(|answer| answer.field != field);
        self.set_aside.retain(|other| *other != field);
        self.answers.push(Answer { field, value, said });
    }

    /// Leaves a field unknown on the person's word.
    pub fn put_aside(&mut self, field: Field) {
        self.remember(field, false, None);
        self.answers.retain(|answer| answer.field != field);
        if !self.set_aside.contains(&field) {
            self.set_aside.push(field);
        }
    }

    fn remember(&mut self, field: Field, with_previous: bool, message: Option<i64>) {
        let step =
            Step { field, before: self.answer(field).cloned(), was_set_aside: self.set_aside.contains(&field), with_previous, message };
        if self.steps.len() == STEPS_MAX {
            self.steps.remove(0);
        }
        self.steps.push(step);
    }

    /// Starts over. What was there is kept until something else is started over.
    pub fn restart(&mut self) {
        // Who wants no reminders of it gets none after starting over either.
        let course = Course { muted: self.course.muted, ..Course::default() };
        let fresh = Filing { number: self.number, name: self.name.clone(), course, ..Filing::default() };
        let mut before = std::mem::replace(self, fresh);
        let earlier = before.before_restart.take();
        let empty = before.answers.is_empty() && before.set_aside.is_empty();
        // What comes back are the answers; a checklist is shown anew, and older steps are not taken back one by one.
        before.shown = Arc::default();
        before.steps.clear();
        // Starting over twice must not lose what the first time kept.
        self.before_restart = if empty { earlier } else { Some(Arc::new(before)) };
    }

    /// Takes back the day of an event, where nothing was answered since it was told; tells of which event.
    pub fn undo_event(&mut self) -> Option<Event> {
        let step = self.course.event_step.filter(|step| step.steps == self.steps.len())?;
        self.course.event_step = None;
        self.course.events.retain(|(event, ..)| *event != step.event);
        self.course.events.extend(step.before.map(|(day, said)| (step.event, day, said)));
        Some(step.event)
    }

    /// Takes back the answers of the last message; tells the fields that they were about, in the order of the message.
    pub fn undo(&mut self) -> Vec<Field> {
        let mut fields = Vec::new();
        while let Some(further) = self.steps.last().map(|step| step.with_previous) {
            fields.extend(self.undo_step());
            if !further {
                break;
            }
        }
        fields.reverse();
        fields
    }

    /// Takes back the last change of this answer, whatever was said since; tells whether there was one.
    pub fn undo_last_of(&mut self, field: Field) -> bool {
        let Some(index) = self.steps.iter().rposition(|step| step.field == field) else { return false };
        // What follows is taken back with what came before it.
        let with_previous = self.steps[index].with_previous;
        if let Some(next) = self.steps.get_mut(index + 1) {
            next.with_previous &= with_previous;
        }
        let step = self.steps.remove(index);
        self.steps.push(step);
        self.undo_step().is_some()
    }

    fn undo_step(&mut self) -> Option<Field> {
        let step = self.steps.pop()?;
        self.answers.retain(|answer| answer.field != step.field);
        self.set_aside.retain(|field| *field != step.field);
        self.answers.extend(step.before);
        if step.was_set_aside {
            self.set_aside.push(step.field);
        }
        Some(step.field)
    }
}

/// The day in China at a moment: filings are made there.
pub fn day_in_china(now: DateTime<Utc>) -> NaiveDate {
    const SECONDS_EAST: i32 = 8 * 3600;
    match FixedOffset::east_opt(SECONDS_EAST) {
        Some(offset) => now.with_timezone(&offset).date_naive(),
        None => now.date_naive(),
    }
}
