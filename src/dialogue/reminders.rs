//! What is said unasked: planned from the session alone, so that planning anew changes nothing, and said once.
//!
//! A plan follows from what is known now. What was said is noted in the session by its key; the session is stored in one go with the
//! message, so that no crash and no clock can make it come twice.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Timelike as _, Utc};
use chrono_tz::Tz;

use super::session::{Filing, Reminders, Session, day_in_china};
use super::turn::Knowledge;
use crate::profile::{Stage, Value};
use crate::progress::{Counted, Deadline, DeadlineKind, Expected, deadlines, expected, usual};
use crate::rules::{Assessment, Check, Item, RuleKey, RuleKind, Status};

/// The hour at which reminders are due, where it is not a quiet one.
const HOUR: u8 = 10;
/// The hour of what cannot wait for the next morning.
const EVENING: u8 = 20;
/// Days after the last news on which what is still to be got ready is recalled.
const MATERIALS_AFTER: [u64; 4] = [2, 5, 12, 30];
/// Working days after the first question how it went, on which it is asked again.
const STAGE_AGAIN_AFTER: [u32; 4] = [0, 2, 5, 10];
/// The round in which it is asked gently, since it usually was over by then.
const USUAL: &str = "usual";
/// Working days after which the first question comes, where no document tells how long a stage lasts.
const STAGE_UNKNOWN: u32 = 3;
/// Days before a deadline on which it is recalled.
const LEADS: [i64; 4] = [30, 14, 7, 1];
const LEADS_PUBLIC_SECURITY: [i64; 3] = [20, 7, 1];
/// Days after a deadline within which it is still told that it passed, where nothing could be said before.
const PASSED_TOLD_WITHIN: i64 = 14;
/// So many reminders may stay without an answer; then only deadlines are told.
const UNANSWERED_MAX: u8 = 4;
/// How long «later» puts a reminder off.
pub const SNOOZE: TimeDelta = TimeDelta::hours(23);
/// The longest that a person may put reminders off.
const SNOOZE_MAX: TimeDelta = TimeDelta::days(63);
/// Of at most so many materials that are left, a reminder names all; of more, some.
const NAMED_ALL_MAX: usize = 5;
const NAMED_OF_MORE: usize = 3;
/// The shortest pause after a reminder that nobody answered; it doubles with each.
const PAUSE: TimeDelta = TimeDelta::hours(20);

/// Something that will be said, or is due.
#[derive(Debug, Clone)]
pub struct Planned<'k> {
    /// The number of the filing.
    pub filing: u32,
    pub about: About<'k>,
    /// By which it is known whether it was said.
    pub key: String,
    pub at: DateTime<Utc>,
}

impl Planned<'_> {
    /// The filing, and the materials that are named of it where these are all that are left.
    fn named_all(&self) -> Option<(u32, Vec<RuleKey>)> {
        let About::Materials { left } = &self.about else { return None };
        let (named, all) = About::named(left);
        all.then(|| (self.filing, named.iter().map(|item| RuleKey::of(&item.rule.id)).collect()))
    }
}

/// What a reminder is about.
#[derive(Debug, Clone)]
pub enum About<'k> {
    /// What is still to be got ready.
    Materials { left: Vec<Item<'k>> },
    /// How it went: the documents let an answer be expected by now, or it usually was there by now and may take until a later day.
    Stage { stage: Stage, since: NaiveDate, usual: Option<(Expected<'k>, Counted)> },
    /// A day that comes near, or came: with a negative number it is past.
    Deadline { deadline: Deadline<'k>, days_left: i64 },
}

impl<'k> About<'k> {
    /// The materials that a reminder names, and whether they are all that are left.
    pub fn named<'a>(left: &'a [Item<'k>]) -> (&'a [Item<'k>], bool) {
        if left.len() <= NAMED_ALL_MAX { (left, true) } else { (&left[..NAMED_OF_MORE], false) }
    }

    /// Whether it can wait until somebody answers.
    fn is_patient(&self) -> bool {
        !matches!(self, About::Deadline { .. })
    }
}

/// What is said now.
#[derive(Debug, Clone)]
pub struct Spoken<'k> {
    /// The session, in which it is noted.
    pub session: Session,
    pub said: Vec<Planned<'k>>,
}

/// Everything that is to be said as things stand, the earliest first. Nothing where the person did not agree.
pub fn plan<'k>(knowledge: Knowledge<'k>, session: &Session, now: DateTime<Utc>) -> Vec<Planned<'k>> {
    // The assistant is silent while the staff speaks; the end of that plans anew.
    if session.person.with_staff && knowledge.desk {
        return Vec::new();
    }
    let Some(settings) = session.person.reminders.as_ref().filter(|settings| settings.on) else { return Vec::new() };
    let mut planned: Vec<Planned<'k>> = session
        .filings()
        .into_iter()
        .filter(|filing| !filing.course.muted)
        .flat_map(|filing| of_filing(knowledge, settings, filing, now))
        .collect();
    for planned in &mut planned {
        let mut at = planned.at;
        if planned.about.is_patient()
            // What a clock that was ahead once has left must not silence anybody.
            && let Some(last) = settings.last.filter(|last| *last <= now)
        {
            at = at.max(last + PAUSE * 2_i32.pow(u32::from(settings.unanswered.min(UNANSWERED_MAX))));
        }
        if let Some(until) = settings.snoozed_until.filter(|until| *until <= now + SNOOZE_MAX) {
            // «Later» is never after the day itself.
            let last = match &planned.about {
                About::Deadline { deadline, .. } => on_day(settings, deadline.day).max(planned.at),
                _ => until,
            };
            at = at.max(until.min(last));
        }
        // What is due at night waits for the morning, whenever it became due.
        planned.at = after_quiet(settings, if at <= now { now } else { at });
    }
    planned.retain(|planned| !planned.about.is_patient() || settings.unanswered < UNANSWERED_MAX);
    planned.sort_by(|a, b| (a.at, a.filing, &a.key).cmp(&(b.at, b.filing, &b.key)));
    planned
}

/// When this session wants to speak next.
pub fn wake_at(knowledge: Knowledge<'_>, session: &Session, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    plan(knowledge, session, now).first().map(|planned| planned.at)
}

/// What is to be said now, all in one; none where nothing is due.
pub fn speak<'k>(knowledge: Knowledge<'k>, session: &Session, now: DateTime<Utc>) -> Option<Spoken<'k>> {
    let mut said = plan(knowledge, session, now);
    said.retain(|planned| planned.at <= now);
    if said.is_empty() {
        return None;
    }
    said.sort_by(|a, b| (a.filing, a.at, &a.key).cmp(&(b.filing, b.at, &b.key)));
    let mut session = session.clone();
    for planned in &said {
        if let Some(filing) = session.filings_mut().find(|filing| filing.number == planned.filing) {
            filing.course.reminded.push(planned.key.clone());
        }
    }
    if let Some(settings) = &mut session.person.reminders {
        settings.last = Some(now);
        settings.snoozed_until = None;
        settings.unanswered = settings.unanswered.saturating_add(1);
        settings.last_said = said.iter().map(|planned| (planned.filing, planned.key.clone())).collect();
        settings.named = said.iter().filter_map(Planned::named_all).collect();
    }
    Some(Spoken { session, said })
}

/// The materials and approvals that are demanded and not in hand.
pub fn left<'k>(assessment: &Assessment<'k>) -> Vec<Item<'k>> {
    let open = |item: &&Item<'k>| {
        matches!(item.rule.kind, RuleKind::Material | RuleKind::Approval) && item.status == Status::Applies && item.check != Check::Pass
    };
    assessment.items.iter().filter(open).copied().collect()
}

/// The deadline that a key speaks of.
pub fn deadline_of(key: &str) -> Option<(DeadlineKind, NaiveDate)> {
    let mut parts = key.strip_prefix("deadline:")?.split(':');
    Some((DeadlineKind::named(parts.next()?)?, parts.next()?.parse().ok()?))
}

/// The stage of which a key asks how it went.
pub fn stage_of(key: &str) -> Option<Stage> {
    Stage::named(key.strip_prefix("stage:")?.split(':').next()?)
}

/// Whether a key speaks of materials.
pub fn is_of_materials(key: &str) -> bool {
    key.starts_with("materials:")
}

/// The session as if its last reminder had not been said: it never arrived.
pub fn take_back(session: &Session) -> Session {
    let mut session = session.clone();
    let Some(settings) = &mut session.person.reminders else { return session };
    settings.last = None;
    settings.named.clear();
    settings.unanswered = settings.unanswered.saturating_sub(1);
    for (number, key) in std::mem::take(&mut settings.last_said) {
        if let Some(filing) = session.filings_mut().find(|filing| filing.number == number) {
            unsay(filing, &key);
        }
    }
    session
}

/// Takes back that these were said: they are due again.
pub fn unsay(filing: &mut Filing, key: &str) {
    filing.course.reminded.retain(|said| said != key);
}

fn of_filing<'k>(knowledge: Knowledge<'k>, settings: &Reminders, filing: &Filing, now: DateTime<Utc>) -> Vec<Planned<'k>> {
    let today = day_in_china(now);
    let assessment = knowledge.rules.assess(&filing.profile(today), today);
    let numbers = filing.numbers();
    let standing = filing.standing(&numbers);
    let planner = Planner { settings, filing, now };
    let mut planned = Vec::new();

    let left = left(&assessment);
    // Of what the person never saw, nothing can be recalled.
    if standing.stage == Stage::Preparing && !filing.shown.is_empty() && !left.is_empty() {
        let base = filing.answers.iter().map(|answer| answer.said).chain(standing.since).max().unwrap_or(today);
        // Nobody wants to hear of paperwork on a holiday.
        let days = MATERIALS_AFTER.iter().filter_map(|after| base.checked_add_days(Days::new(*after)));
        let days = days.enumerate().map(|(round, day)| (round.to_string(), knowledge.workdays.on_or_after(day)));
        planned.extend(planner.next(&format!("materials:{base}"), days, |_| About::Materials { left: left.clone() }));
    }
    if let Some(since) = standing.since.filter(|_| !matches!(standing.stage, Stage::Preparing | Stage::Approved)) {
        let by = expected(&assessment, standing, knowledge.workdays).map(|expected| expected.by);
        let first = match by {
            Some(by) => knowledge.workdays.after(by.day, 1).day,
            None => knowledge.workdays.after(since, STAGE_UNKNOWN).day,
        };
        let again = STAGE_AGAIN_AFTER.iter().enumerate();
        let again = again.map(|(round, after)| (round.to_string(), knowledge.workdays.after(first, *after).day));
        // What was usual already when the stage was told is no news.
        let usual = usual(&assessment, standing, knowledge.workdays).filter(|usual| standing.said.is_some_and(|said| said < usual.by.day));
        let gently = usual.iter().map(|usual| (USUAL.to_owned(), usual.by.day));
        let stage = standing.stage;
        planned.extend(planner.next(&format!("stage:{}:{since}", stage.name()), gently.chain(again), |round| About::Stage {
            stage,
            since,
            usual: usual.filter(|_| round == USUAL).zip(by),
        }));
    }
    for deadline in deadlines(&assessment, standing) {
        if !filing.course.seen_to.contains(&(deadline.kind, deadline.day)) {
            planned.extend(planner.deadline(deadline, today));
        }
    }
    planned
}

struct Planner<'a> {
    settings: &'a Reminders,
    filing: &'a Filing,
    now: DateTime<Utc>,
}

impl Planner<'_> {
    /// Of days on which the same is said again, the one that is next: the last that is due, or the first that is not. What came before
    /// the last that was said is over.
    fn next<'k>(
        &self,
        name: &str,
        rounds: impl Iterator<Item = (String, NaiveDate)>,
        about: impl FnOnce(&str) -> About<'k>,
    ) -> Option<Planned<'k>> {
        let moments: Vec<(String, DateTime<Utc>)> = rounds.map(|(round, day)| (round, self.moment(day))).collect();
        let said = moments.iter().rposition(|(round, _)| self.was_said(&format!("{name}:{round}")));
        let left = &moments[said.map_or(0, |said| said + 1)..];
        let due = left.iter().rev().find(|(_, at)| *at <= self.now);
        let (round, at) = due.or(left.first())?;
        Some(Planned { filing: self.filing.number, about: about(round), key: format!("{name}:{round}"), at: *at })
    }

    fn deadline<'k>(&self, deadline: Deadline<'k>, today: NaiveDate) -> Option<Planned<'k>> {
        let leads: &[i64] = match deadline.kind {
            DeadlineKind::DomainReady => &[0],
            // The code counts by the hour: the evening before is the last good moment.
            DeadlineKind::SmsVerification => &[1],
            DeadlineKind::PublicSecurity => &LEADS_PUBLIC_SECURITY,
            _ => &LEADS,
        };
        let name = format!("deadline:{}:{}", deadline.kind.name(), deadline.day);
        let said = leads.iter().rposition(|lead| self.was_said(&format!("{name}:{lead}")));
        if (today - deadline.day).num_days() > 0 {
            let late = (today - deadline.day).num_days();
            let key = format!("{name}:passed");
            let tell = said.is_none() && late <= PASSED_TOLD_WITHIN && !self.was_said(&key) && deadline.known_since < deadline.day;
            let at = self.moment(deadline.day + Days::new(1));
            let about = About::Deadline { deadline, days_left: -late };
            return tell.then_some(Planned { filing: self.filing.number, about, key, at });
        }
        let left = &leads[said.map_or(0, |said| said + 1)..];
        // What was near already when it was told was told with it.
        let moments = left.iter().filter_map(|lead| {
            let day = deadline.day.checked_sub_days(Days::new(u64::try_from(*lead).ok()?))?;
            if deadline.kind == DeadlineKind::SmsVerification {
                return Some((*lead, self.evening(day)));
            }
            (day > deadline.known_since).then(|| (*lead, self.moment(day)))
        });
        let moments: Vec<(i64, DateTime<Utc>)> = moments.collect();
        let due = moments.iter().rev().find(|(_, at)| *at <= self.now);
        let (lead, at) = due.or(moments.first()).copied()?;
        let days_left = (deadline.day - today.max(day_in_china(at))).num_days();
        Some(Planned { filing: self.filing.number, about: About::Deadline { deadline, days_left }, key: format!("{name}:{lead}"), at })
    }

    /// The evening of a day, or the next morning where it is quiet.
    fn evening(&self, day: NaiveDate) -> DateTime<Utc> {
        after_quiet(self.settings, at_hour(self.settings.zone, day, EVENING))
    }

    fn was_said(&self, key: &str) -> bool {
        self.filing.course.reminded.iter().any(|said| said == key)
    }

    fn moment(&self, day: NaiveDate) -> DateTime<Utc> {
        on_day(self.settings, day)
    }
}

/// The hour of reminders where the person is, on a day in China: far in the west that is the day before.
pub fn on_day(settings: &Reminders, day: NaiveDate) -> DateTime<Utc> {
    let hour = if is_quiet(settings.quiet, HOUR) { settings.quiet.1 } else { HOUR };
    let at = at_hour(settings.zone, day, hour);
    if day_in_china(at) > day { at_hour(settings.zone, day - Days::new(1), hour) } else { at }
}

/// Whether an hour is a quiet one.
pub fn is_quiet((from, to): (u8, u8), hour: u8) -> bool {
    if from <= to { (from..to).contains(&hour) } else { hour >= from || hour < to }
}

/// A moment that is not quiet: this one, or the end of the quiet hours that it lies in.
fn after_quiet(settings: &Reminders, moment: DateTime<Utc>) -> DateTime<Utc> {
    let local = moment.with_timezone(&settings.zone);
    // An hour of the day is less than 24.
    let hour = u8::try_from(local.hour()).unwrap_or_default();
    if !is_quiet(settings.quiet, hour) {
        return moment;
    }
    let (day, end) = (local.date_naive(), settings.quiet.1);
    let day = if hour < end { day } else { day + Days::new(1) };
    at_hour(settings.zone, day, end).max(moment)
}

/// An hour on a day in a zone. Where clocks skip it, the one after.
fn at_hour(zone: Tz, day: NaiveDate, hour: u8) -> DateTime<Utc> {
    let time = NaiveTime::from_hms_opt(u32::from(hour), 0, 0).unwrap_or_default();
    let local = day.and_time(time);
    let found = (0..4).find_map(|later| zone.from_local_datetime(&(local + TimeDelta::hours(later))).earliest());
    found.map_or_else(|| local.and_utc(), |found| found.to_utc())
}

/// The ids of materials that are in hand, but for these.
pub fn held_without(filing: &Filing, fewer: &[Item<'_>]) -> Value {
    let Value::Ids(mut ids) = held_with(filing, &[]) else { return Value::Ids(Vec::new()) };
    ids.retain(|id| fewer.iter().all(|item| **id != *item.rule.id));
    Value::Ids(ids)
}

/// The ids of materials that are in hand, these included.
pub fn held_with(filing: &Filing, more: &[Item<'_>]) -> Value {
    let mut ids: Vec<Box<str>> = match filing.answer(crate::profile::Field::Held).map(|answer| &answer.value) {
        Some(Value::Ids(ids)) => ids.clone(),
        _ => Vec::new(),
    };
    for item in more {
        if !ids.iter().any(|id| **id == *item.rule.id) {
            ids.push(item.rule.id.as_str().into());
        }
    }
    Value::Ids(ids)
}
