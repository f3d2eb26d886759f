//! Days that matter to a filing, derived from the rules that apply and the days that the person told.

use chrono::{Days, NaiveDate};

use super::workdays::{Counted, Workdays};
use crate::profile::{Event, Field, Stage};
use crate::rules::{Assessment, Condition, Item, Status, Test};

/// The pattern of rules that give a day counted from an event.
const DUE_AFTER: &str = "due-after";
/// The pattern of rules that tell how long a stage lasts.
const STAGE_LASTS: &str = "stage-lasts";
/// The pattern of rules that tell how long an authority usually took.
const AUTHORITY_TAKES: &str = "authority-takes";

/// From so many days on, something is valid for good: what is told as «长期» counts as a hundred years.
const FOREVER: i64 = 36_000;

/// A number that a person told of a field, and the day on which they did: it counts from that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    pub field: Field,
    pub number: i64,
    pub said: NaiveDate,
}

/// What is known of a filing's course.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    pub stage: Stage,
    /// Since when, as far as that was told.
    pub since: Option<NaiveDate>,
    /// When that was told.
    pub said: Option<NaiveDate>,
    pub told: &'a [Told],
    /// Days that were told of events, each with the day on which it was told.
    pub events: &'a [(Event, NaiveDate, NaiveDate)],
}

/// What is due, or possible, on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeadlineKind {
    /// From this day on the domain's registration data count as verified for long enough: the filing can be submitted.
    DomainReady,
    /// The last day on which the domain is valid for long enough.
    DomainValidity,
    /// The last day on which the principal's identity document is valid (for long enough).
    IdValidity,
    ManagerIdValidity,
    ServerExpires,
    /// The last day on which the signed verification sheet counts.
    SheetValidity,
    /// The last day on which the filed site's new access can be completed.
    AccessCompletion,
    /// The last day for the code that the authority sends by SMS.
    SmsVerification,
    /// The last day for the filing with public security.
    PublicSecurity,
}

impl DeadlineKind {
    pub const ALL: [DeadlineKind; 9] = [
        DeadlineKind::DomainReady,
        DeadlineKind::DomainValidity,
        DeadlineKind::IdValidity,
        DeadlineKind::ManagerIdValidity,
        DeadlineKind::ServerExpires,
        DeadlineKind::SheetValidity,
        DeadlineKind::AccessCompletion,
        DeadlineKind::SmsVerification,
        DeadlineKind::PublicSecurity,
    ];

    /// The name by which texts and stored sessions know it.
    pub fn name(self) -> &'static str {
        match self {
            DeadlineKind::DomainReady => "domain-ready",
            DeadlineKind::DomainValidity => "domain-validity",
            DeadlineKind::IdValidity => "id-validity",
            DeadlineKind::ManagerIdValidity => "manager-id-validity",
            DeadlineKind::ServerExpires => "server-expires",
            DeadlineKind::SheetValidity => "sheet-validity",
            DeadlineKind::AccessCompletion => "access-completion",
            DeadlineKind::SmsVerification => "sms-verification",
            DeadlineKind::PublicSecurity => "public-security",
        }
    }

    pub fn named(name: &str) -> Option<DeadlineKind> {
        DeadlineKind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether the day is the first on which something can be done, rather than the last.
    pub fn is_beginning(self) -> bool {
        self == DeadlineKind::DomainReady
    }
}

/// A day that matters.
#[derive(Debug, Clone, Copy)]
pub struct Deadline<'r> {
    pub kind: DeadlineKind,
    pub day: NaiveDate,
    /// The day on which the person told what it follows from: until then nobody could know it.
    pub known_since: NaiveDate,
    /// The rule that it follows from; none where it is only what the person told.
    pub item: Option<Item<'r>>,
    /// The day on which it ends that was too short already when it was told: nothing can be done in time any more.
    pub too_short: Option<NaiveDate>,
}

/// When an answer is to be expected in the present stage.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'r> {
    /// The last day of the span that the documents give.
    pub by: Counted,
    pub workdays: u32,
    pub item: Item<'r>,
}

/// The days that matter, the earliest first.
pub fn deadlines<'r>(assessment: &Assessment<'r>, standing: Standing<'_>) -> Vec<Deadline<'r>> {
    let mut found = Vec::new();
    // What must be valid on the day of submission matters until then, and again after a rejection.
    if standing.stage.is_with_applicant() {
        found.extend(beginning(assessment, standing));
        for (kind, field) in [
            (DeadlineKind::DomainValidity, Field::DomainValidDays),
            (DeadlineKind::IdValidity, Field::IdValidDays),
            (DeadlineKind::ManagerIdValidity, Field::ManagerIdValidDays),
        ] {
            found.extend(validity(assessment, standing, kind, field));
        }
    }
    if let Some((_, day, said)) = event(standing, Event::ServerExpires) {
        found.push(Deadline { kind: DeadlineKind::ServerExpires, day, known_since: said, item: None, too_short: None });
    }
    found.extend(assessment.items.iter().filter(|item| applies(item)).filter_map(|item| due_after(item, standing)));
    found.sort_by_key(|deadline| (deadline.day, deadline.kind));
    found.dedup_by_key(|deadline| deadline.kind);
    found
}

/// When the present stage should be over; none where the documents do not tell, or the person did not tell since when it lasts.
pub fn expected<'r>(assessment: &Assessment<'r>, standing: Standing<'_>, workdays: &Workdays) -> Option<Expected<'r>> {
    longest(assessment, standing, workdays, STAGE_LASTS)
}

/// When the present stage usually was over, where that is before it should be over at the latest.
pub fn usual<'r>(assessment: &Assessment<'r>, standing: Standing<'_>, workdays: &Workdays) -> Option<Expected<'r>> {
    let latest = expected(assessment, standing, workdays)?;
    longest(assessment, standing, workdays, AUTHORITY_TAKES).filter(|usual| usual.by.day < latest.by.day)
}

fn longest<'r>(assessment: &Assessment<'r>, standing: Standing<'_>, workdays: &Workdays, pattern: &str) -> Option<Expected<'r>> {
    let since = standing.since?;
    let lasting = |item: &&Item<'r>| applies(item) && item.rule.pattern.as_deref() == Some(pattern);
    // Where several documents give a span, the longest is the one after which nobody needs to wait.
    let longest = assessment.items.iter().filter(lasting).filter_map(|item| {
        let days = item.rule.number("working_days_at_most")?;
        Some((u32::try_from(days).ok()?, item))
    });
    let (days, item) = longest.max_by_key(|(days, _)| *days)?;
    Some(Expected { by: workdays.after(since, days), workdays: days, item: *item })
}

/// The event whose day nobody told, though something follows from it: how many months a server was bought for does not tell when they
/// end, since nobody said when they began.
pub fn untold(assessment: &Assessment<'_>, standing: Standing<'_>) -> Option<Event> {
    let asks =
        |item: &Item<'_>| applies(item) && item.rule.check.as_ref().is_some_and(|check| check.fields().contains(Field::ServerMonths));
    let matters = told(standing, Field::ServerMonths).is_some() || assessment.items.iter().any(asks);
    (matters && event(standing, Event::ServerExpires).is_none()).then_some(Event::ServerExpires)
}

fn applies(item: &Item<'_>) -> bool {
    item.status == Status::Applies
}

fn told(standing: Standing<'_>, field: Field) -> Option<Told> {
    standing.told.iter().copied().find(|told| told.field == field)
}

fn event(standing: Standing<'_>, wanted: Event) -> Option<(Event, NaiveDate, NaiveDate)> {
    standing.events.iter().copied().find(|(event, _, _)| *event == wanted)
}

/// Dates far outside any calendar are nobody's deadline.
fn shifted(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    match u64::try_from(days) {
        Ok(days) => day.checked_add_days(Days::new(days)),
        Err(_) => day.checked_sub_days(Days::new(days.unsigned_abs())),
    }
}

/// The greatest number that the applying requirements demand of a field at least, and the item that does.
fn demanded<'r>(assessment: &Assessment<'r>, field: Field) -> Option<(i64, Item<'r>)> {
    // What only may apply is better kept too.
    let demands = assessment.items.iter().filter(|item| item.status != Status::Superseded).filter_map(|item| {
        let least = at_least(item.rule.check.as_ref()?, field)?;
        Some((least, *item))
    });
    demands.max_by_key(|(least, _)| *least)
}

fn at_least(condition: &Condition, field: Field) -> Option<i64> {
    match condition {
        Condition::Test(tested, Test::Between(low, _)) if *tested == field && *low > i64::MIN => Some(*low),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().filter_map(|part| at_least(part, field)).max(),
        _ => None,
    }
}

fn beginning<'r>(assessment: &Assessment<'r>, standing: Standing<'_>) -> Option<Deadline<'r>> {
    let verified = told(standing, Field::DomainVerifiedDays)?;
    let (least, item) = demanded(assessment, Field::DomainVerifiedDays)?;
    let day = shifted(verified.said, least - verified.number)?;
    // What is possible since long is no news.
    let (kind, known_since) = (DeadlineKind::DomainReady, verified.said);
    (day > known_since).then_some(Deadline { kind, day, known_since, item: Some(item), too_short: None })
}

fn validity<'r>(assessment: &Assessment<'r>, standing: Standing<'_>, kind: DeadlineKind, field: Field) -> Option<Deadline<'r>> {
    let valid = told(standing, field)?;
    let demand = demanded(assessment, field);
    let least = demand.map_or(0, |(least, _)| least.max(0));
    let day = shifted(valid.said, valid.number.saturating_sub(least))?;
    let ends = shifted(valid.said, valid.number)?;
    // What is told as valid for ever never ends.
    (valid.number < FOREVER).then_some(Deadline {
        kind,
        day,
        known_since: valid.said,
        item: demand.map(|(_, item)| item),
        too_short: (day < valid.said).then_some(ends),
    })
}

fn due_after<'r>(item: &Item<'r>, standing: Standing<'_>) -> Option<Deadline<'r>> {
    let rule = item.rule;
    if rule.pattern.as_deref() != Some(DUE_AFTER) {
        return None;
    }
    let name = rule.word("event")?;
    let days = rule.number("days")?;
    let (kind, from, known_since) = match (Event::named(name), Stage::named(name)) {
        (Some(wanted), _) => {
            let kind = match wanted {
                Event::SiteOpened => DeadlineKind::PublicSecurity,
                Event::SheetSigned => DeadlineKind::SheetValidity,
                Event::AccessCancelled => DeadlineKind::AccessCompletion,
                Event::ServerExpires => DeadlineKind::ServerExpires,
            };
            let told = event(standing, wanted).map(|(_, day, said)| (day, said));
            // A site is opened when its filing is through, unless something else is told.
            let assumed = standing.since.filter(|_| wanted == Event::SiteOpened && standing.stage == Stage::Approved);
            let (from, said) = told.or_else(|| assumed.zip(standing.said))?;
            (kind, from, said)
        }
        (None, Some(stage)) if stage == standing.stage => (DeadlineKind::SmsVerification, standing.since?, standing.said?),
        _ => return None,
    };
    Some(Deadline { kind, day: shifted(from, days)?, known_since, item: Some(*item), too_short: None })
}
