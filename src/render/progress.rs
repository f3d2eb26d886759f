//! How a filing proceeds, in words.

use chrono::{Datelike as _, NaiveDate};
use chrono_tz::Tz;

use super::calendar::has_days;
use super::catalog::Args;
use super::picture::{self, Mark, STEP_KEYS, STEPS};
use super::reply::{Choice, Message, Picture, Renderer};
use crate::dialogue::reminders::{About, Planned, Spoken};
use crate::dialogue::{ChoiceValue, FilingLabel, Noted, Reminders, Reply, Stand, Way, day_in_china};
use crate::language::Language;
use crate::profile::{Event, Field, Stage, Value};
use crate::progress::{Counted, Deadline, DeadlineKind, Expected};
use crate::rules::{Item, RuleKind};

/// What the rules say of a stage, at most so many at once.
const GUIDANCE_MAX: usize = 6;

impl Renderer<'_> {
    pub(super) fn day(&self, language: Language, day: NaiveDate) -> String {
        self.catalog.text(language, "day-short", &Args::none().with("month", day.month()).with("day", day.day().to_string()))
    }

    /// A day with its year where that is another one.
    fn day_near(&self, language: Language, day: NaiveDate, today: NaiveDate) -> String {
        if day.year() == today.year() { self.day(language, day) } else { self.full_day(language, day) }
    }

    fn full_day(&self, language: Language, day: NaiveDate) -> String {
        let args = Args::none().with("year", day.year().to_string()).with("month", day.month()).with("day", day.day().to_string());
        self.catalog.text(language, "day-full", &args)
    }

    pub(super) fn stage(&self, language: Language, stage: Stage) -> String {
        self.catalog.value(language, Field::Stage, &stage.value())
    }

    /// What is said of a filing's course.
    pub(super) fn course(&self, language: Language, reply: &Reply<'_>) -> String {
        let say = |key: &str, args: &Args<'_>| self.catalog.text(language, key, args);
        let plain = |key: &str| say(key, &Args::none());
        let count = |count: usize| Args::none().with("count", count.to_string());
        match reply {
            Reply::Progress(way) => self.way(language, way),
            Reply::StageNoted { way, noted } => {
                let stage = Args::none().with("stage", self.stage(language, way.stage));
                let on = way.since.map(|since| self.day_near(language, since, way.today)).unwrap_or_default();
                let mut lines = vec![match noted {
                    Noted::Undated => say("news-noted-undated", &stage),
                    Noted::Today => say("news-noted-today", &stage.with("day", on)),
                    Noted::On => say("news-noted", &stage.with("day", on)),
                }];
                self.what_now(language, way, &mut lines);
                lines.join("\n")
            }
            Reply::StageUnchanged => plain("news-unchanged"),
            Reply::StageTakenBack { stage, way } => {
                let taken = say("news-taken-back", &Args::none().with("stage", self.stage(language, *stage)));
                format!("{taken}{}{}", self.gap(language), self.now(language, way))
            }
            Reply::StandsAt { way } => format!("{}{}{}", plain("news-stands-at"), self.gap(language), self.now(language, way)),
            Reply::AllNoted { stage, noted, left_out, undated } => self.noted_of_all(language, *stage, noted, left_out, *undated),
            Reply::HowLong { way } => {
                let mut lines = vec![self.now(language, way)];
                self.when_over(language, way, &mut lines);
                match &way.expected {
                    Some(_) => {}
                    None if way.stage == Stage::Approved => lines.push(plain("progress-how-long-over")),
                    None if way.stage.is_with_applicant() => lines.push(plain("progress-how-long-later")),
                    None if way.since.is_none() => lines.push(plain("progress-how-long-undated")),
                    None => lines.push(plain("progress-how-long-unknown")),
                }
                lines.join("\n")
            }
            Reply::AskDay => plain("news-ask-day"),
            Reply::StaysUndated => plain("news-stays-undated"),
            Reply::AskWhetherAll { items } => {
                let titles = self.catalog.list(language, "list-and", &self.titles(language, items));
                say("materials-ask-all", &count(items.len()).with("titles", titles))
            }
            Reply::QuietRounded => plain("remind-rounded"),
            Reply::SilentUntil { day, next, zone } => {
                let until = say("remind-silent-until", &Args::none().with("day", self.day(language, *day)));
                let then = next.as_ref().map_or_else(
                    || plain("remind-planned-none"),
                    |next| format!("{}{}{}", plain("remind-planned"), self.gap(language), self.planned(language, next, *zone)),
                );
                format!("{until}\n{then}")
            }
            Reply::NoReason => plain("news-reason-then"),
            Reply::AskNews => plain("progress-ask"),
            Reply::WhichMaterial => plain("materials-which"),
            Reply::AskReason => plain("news-ask-reason"),
            Reply::ReasonRead { keys, items } => self.reason(language, keys, items),
            Reply::EventNoted { event, day, deadlines } => {
                let name = plain(&format!("event-{}", Event::name(*event)));
                let mut lines = vec![say("event-noted", &Args::none().with("event", name).with("day", self.full_day(language, *day)))];
                lines.extend(deadlines.iter().map(|deadline| format!("· {}", self.deadline(language, deadline))));
                lines.join("\n")
            }
            Reply::EventTakenBack { event } => {
                say("event-taken-back", &Args::none().with("event", plain(&format!("event-{}", Event::name(*event)))))
            }
            Reply::Materials { left } => say("materials-left", &count(*left)),
            Reply::NothingToTick => plain("materials-nothing"),
            Reply::AllInHand => plain("materials-all"),
            Reply::TakenBackAlso { others } => {
                let others: Vec<String> = others.iter().map(|label| self.label(language, label)).collect();
                say("news-taken-back-also", &Args::none().with("filings", self.catalog.list(language, "list-and", &others)))
            }
            Reply::NotOnList { what } => {
                let what: Vec<String> =
                    what.iter().map(|what| say("materials-unlisted-name", &Args::none().with("name", what.as_str()))).collect();
                say("materials-unlisted", &Args::none().with("names", self.catalog.list(language, "list-and", &what)))
            }
            Reply::Ticked { items, left } => {
                let titles = self.catalog.list(language, "list-and", &self.titles(language, items));
                let ticked = say("materials-ticked", &Args::none().with("titles", titles));
                let rest = if *left == 0 { plain("materials-all") } else { say("materials-ticked-left", &count(*left)) };
                format!("{ticked}\n{rest}")
            }
            Reply::OpenedTooSoon { items } => {
                let mut lines = vec![plain("event-too-soon")];
                lines.extend(items.iter().take(GUIDANCE_MAX).map(|item| format!("· {}", self.rule_text(language, item.rule).text)));
                lines.join("\n")
            }
            Reply::CountsFromOpening => plain("event-counts-from-opening"),
            Reply::NoReasonYet => plain("news-no-reason-yet"),
            Reply::SubmitLater => plain("news-submit-later"),
            Reply::DayToCome { day } => say("news-day-to-come", &Args::none().with("day", self.day(language, *day))),
            Reply::NoSuchDay { said } => say("news-no-such-day", &Args::none().with("said", said.as_str())),
            Reply::Unticked { items, left } => {
                let titles = self.catalog.list(language, "list-and", &self.titles(language, items));
                format!(
                    "{}\n{}",
                    say("materials-unticked", &Args::none().with("titles", titles)),
                    say("materials-ticked-left", &count(*left))
                )
            }
            Reply::StillLeft { left } => say("materials-still", &count(*left)),
            Reply::AskToRemind => plain("remind-ask"),
            Reply::AskToRemindAgain => plain("remind-ask-again"),
            Reply::WillRemind => plain("remind-yes"),
            Reply::WillNotRemind => plain("remind-no"),
            Reply::Reminders { settings, planned } => self.settings(language, settings, planned),
            Reply::NoSuchReminderSetting => plain("remind-no-such"),
            Reply::NoTimeOfDay => plain("remind-no-time"),
            Reply::FewerReminders => plain("remind-fewer"),
            Reply::ReminderDone => plain("remind-done"),
            Reply::Snoozed { day } => say("remind-snoozed", &Args::none().with("day", self.day(language, *day))),
            Reply::Muted => plain("remind-muted"),
            Reply::Calendar { way } => plain(if has_days(way) { "calendar-text" } else { "calendar-none" }),
            other => {
                debug_assert!(false, "nothing puts this into words: {other:?}");
                String::new()
            }
        }
    }

    /// A value that was brought back. Materials are called by their titles.
    pub(super) fn restored(&self, language: Language, field: Field, value: &Value) -> String {
        match value {
            Value::Ids(ids) if ids.is_empty() => self.catalog.text(language, "materials-held-none", &Args::none()),
            Value::Ids(ids) => {
                let titles: Vec<String> = ids.iter().filter_map(|id| Some(self.title(language, self.rules.rule(id)?))).collect();
                self.catalog.list(language, "list-and", &titles)
            }
            value => self.catalog.value(language, field, value),
        }
    }

    fn titles(&self, language: Language, items: &[Item<'_>]) -> Vec<String> {
        items.iter().map(|item| self.title(language, item.rule)).collect()
    }

    pub(super) fn picture(&self, language: Language, way: &Way<'_>) -> Picture {
        let mark = match way.stage {
            Stage::Approved => Mark::Done,
            stage if stage.is_rejected() => Mark::Rejected,
            _ => Mark::Present,
        };
        let title = self.label(language, &way.label);
        Picture { language, way: picture::Way { step: way.stage.step(), mark }, title }
    }

    /// The five steps with the present one marked, and what matters now.
    fn way(&self, language: Language, way: &Way<'_>) -> String {
        let say = |key: &str, args: &Args<'_>| self.catalog.text(language, key, args);
        let plain = |key: &str| say(key, &Args::none());
        let mut lines = vec![say("progress-title", &Args::none().with("label", self.label(language, &way.label)))];
        let present = way.stage.step();
        for step in 1..=STEPS {
            let mark = match step.cmp(&present) {
                _ if way.stage == Stage::Approved => '✓',
                std::cmp::Ordering::Less => '✓',
                std::cmp::Ordering::Equal if way.stage.is_rejected() => '✗',
                std::cmp::Ordering::Equal => '▶',
                std::cmp::Ordering::Greater => '○',
            };
            lines.push(format!("{mark} {step} {}", plain(STEP_KEYS[usize::from(step - 1)])));
        }
        lines.push(self.now(language, way));
        self.what_now(language, way, &mut lines);
        if way.stage.is_with_applicant() && !way.has_list {
            lines.push(plain("materials-nothing"));
        } else if way.stage.is_with_applicant() {
            let left = Args::none().with("count", way.left.to_string());
            lines.push(if way.left == 0 { plain("progress-none-left") } else { say("progress-left", &left) });
        }
        if way.untold == Some(Event::ServerExpires) {
            lines.push(plain("progress-untold-server"));
        }
        if !way.stage.next().is_empty() {
            lines.push(plain("progress-ask"));
        }
        lines.join("\n")
    }

    /// The space between two sentences of a line.
    fn gap(&self, language: Language) -> &'static str {
        if language == Language::Chinese { "" } else { " " }
    }

    /// The present stage, and since when.
    fn now(&self, language: Language, way: &Way<'_>) -> String {
        let stage = Args::none().with("stage", self.stage(language, way.stage));
        match way.since {
            Some(since) => self.catalog.text(language, "progress-now", &stage.with("since", self.day(language, since))),
            None => self.catalog.text(language, "progress-now-unknown", &stage),
        }
    }

    /// When an answer usually is there, and when it is to be expected at the latest.
    fn when_over(&self, language: Language, way: &Way<'_>, lines: &mut Vec<String>) {
        let args = |expected: &Expected<'_>| {
            Args::none().with("day", self.day_near(language, expected.by.day, way.today)).with("count", expected.workdays.to_string())
        };
        if let Some(usual) = way.usual.as_ref().filter(|usual| way.today <= usual.by.day) {
            lines.push(self.catalog.text(language, "progress-usual", &args(usual)));
        }
        if let Some(expected) = &way.expected {
            let key = if expected.by.day < way.today { "progress-overdue" } else { "progress-expected" };
            let args = args(expected).with("calendar", self.counted(language, expected.by));
            lines.push(self.catalog.text(language, key, &args));
        }
    }

    /// Of which filings a stage was noted, and of which it could not be.
    fn noted_of_all(
        &self,
        language: Language,
        stage: Stage,
        noted: &[FilingLabel],
        left_out: &[(FilingLabel, Stage)],
        undated: bool,
    ) -> String {
        let say = |key: &str, args: &Args<'_>| self.catalog.text(language, key, args);
        let stage = self.stage(language, stage);
        let mut lines = Vec::new();
        if !noted.is_empty() {
            let labels: Vec<String> = noted.iter().map(|label| self.label(language, label)).collect();
            let labels = self.catalog.list(language, "list-and", &labels);
            lines.push(say("news-noted-all", &Args::none().with("stage", stage.clone()).with("labels", labels)));
        }
        for (label, now) in left_out {
            let args = Args::none().with("label", self.label(language, label)).with("now", self.stage(language, *now));
            lines.push(say("news-left-out", &args.with("stage", stage.clone())));
        }
        if undated && !noted.is_empty() {
            lines.push(say("news-all-undated", &Args::none()));
        }
        lines.join("\n")
    }

    /// What happens in this stage, when an answer is due, and the days to watch.
    fn what_now(&self, language: Language, way: &Way<'_>, lines: &mut Vec<String>) {
        let plain = |key: &str| self.catalog.text(language, key, &Args::none());
        self.when_over(language, way, lines);
        if !way.guidance.is_empty() {
            lines.push(plain("progress-guidance"));
            let mut guidance = way.guidance.clone();
            // What is to be done comes first.
            guidance.sort_by_key(|item| (item.rule.kind == RuleKind::Note, item.rule.order, item.rule.index));
            for item in guidance.iter().take(GUIDANCE_MAX) {
                lines.push(format!("· {}", self.rule_text(language, item.rule).text));
            }
        }
        if !way.deadlines.is_empty() {
            lines.push(plain("progress-days"));
            for deadline in &way.deadlines {
                let days_left = (deadline.day - way.today).num_days();
                let passed = days_left < 0 && !deadline.kind.is_beginning() && deadline.too_short.is_none();
                let text = if passed { self.deadline_when(language, deadline, days_left) } else { self.deadline(language, deadline) };
                lines.push(format!("· {text}"));
            }
        }
    }

    /// A filing of several, in a line.
    pub(super) fn stand(&self, language: Language, stand: &Stand<'_>) -> String {
        let args = Args::none().with("label", self.label(language, &stand.label)).with("stage", self.stage(language, stand.stage));
        let Some(next) = &stand.next else { return self.catalog.text(language, "ui-filing-stands", &args) };
        let due = Args::none().with("day", self.day(language, next.day));
        let due = self.catalog.text(language, &format!("deadline-short-{}", next.kind.name()), &due);
        self.catalog.text(language, "ui-filing-stands-due", &args.with("due", due))
    }

    /// By which calendar a day was counted.
    fn counted(&self, language: Language, counted: Counted) -> String {
        self.catalog.text(language, if counted.official { "progress-official" } else { "progress-weekdays-only" }, &Args::none())
    }

    /// A deadline, and how far it is off: with a negative number it is past.
    fn deadline_when(&self, language: Language, deadline: &Deadline<'_>, days_left: i64) -> String {
        self.when(language, &self.deadline(language, deadline), days_left)
    }

    /// What is on a day, and how far that is off.
    pub(super) fn when(&self, language: Language, text: &str, days_left: i64) -> String {
        let key = match days_left {
            0 => "deadline-today",
            1.. => "deadline-left",
            _ => "deadline-passed",
        };
        let args = if days_left == 0 { Args::none() } else { Args::none().with("count", days_left.abs()) };
        let when = self.catalog.text(language, key, &args);
        self.catalog.text(language, "deadline-when", &Args::none().with("text", text).with("when", when))
    }

    pub(super) fn deadline(&self, language: Language, deadline: &Deadline<'_>) -> String {
        if let Some(ends) = deadline.too_short {
            let (over, short) = match deadline.kind {
                DeadlineKind::DomainValidity => ("deadline-domain-expired", "deadline-domain-short"),
                DeadlineKind::ManagerIdValidity => ("deadline-manager-id-expired", "deadline-manager-id-short"),
                _ => ("deadline-id-expired", "deadline-id-short"),
            };
            let key = if ends < deadline.known_since { over } else { short };
            return self.catalog.text(language, key, &Args::none().with("day", self.full_day(language, ends)));
        }
        let day = self.full_day(language, deadline.day);
        self.catalog.text(language, &format!("deadline-{}", deadline.kind.name()), &Args::none().with("day", day))
    }

    fn reason(&self, language: Language, keys: &[String], items: &[Item<'_>]) -> String {
        let plain = |key: &str| self.catalog.text(language, key, &Args::none());
        let mut lines = Vec::new();
        if keys.is_empty() {
            lines.push(plain("news-reason-unknown"));
        } else {
            let topics: Vec<String> = keys.iter().map(|key| plain(&format!("reason-{key}"))).collect();
            let topics = self.catalog.list(language, "list-and", &topics);
            lines.push(self.catalog.text(language, "news-reason", &Args::none().with("topics", topics)));
        }
        if !items.is_empty() {
            lines.push(plain("news-reason-items"));
            for item in items.iter().take(GUIDANCE_MAX) {
                lines.push(format!("· {}", self.rule_text(language, item.rule).text));
            }
        }
        lines.push(plain("news-reason-then"));
        lines.join("\n")
    }

    fn settings(&self, language: Language, settings: &Reminders, planned: &[Planned<'_>]) -> String {
        let say = |key: &str, args: &Args<'_>| self.catalog.text(language, key, args);
        let plain = |key: &str| say(key, &Args::none());
        let (from, to) = settings.quiet;
        let quiet = if from == to {
            plain("remind-never-quiet")
        } else {
            say("remind-quiet", &Args::none().with("from", from.to_string()).with("to", to.to_string()))
        };
        let zone = match settings.zone {
            Tz::Asia__Shanghai => plain("remind-zone-china"),
            zone => say("remind-zone", &Args::none().with("zone", zone.name())),
        };
        let mut lines = vec![say("remind-settings", &Args::none().with("zone", zone).with("quiet", quiet))];
        if planned.is_empty() {
            lines.push(plain("remind-planned-none"));
        } else {
            lines.push(plain("remind-planned"));
            for planned in planned {
                lines.push(format!("· {}", self.planned(language, planned, settings.zone)));
            }
        }
        lines.push(plain("remind-change"));
        lines.join("\n")
    }

    /// A reminder that is to come, in a line.
    fn planned(&self, language: Language, planned: &Planned<'_>, zone: Tz) -> String {
        let day = self.day(language, planned.at.with_timezone(&zone).date_naive());
        let what = match &planned.about {
            About::Materials { .. } => self.catalog.text(language, "remind-what-materials", &Args::none()),
            About::Stage { stage, .. } => {
                self.catalog.text(language, "remind-what-stage", &Args::none().with("stage", self.stage(language, *stage)))
            }
            About::Deadline { deadline, .. } => self.deadline(language, deadline),
        };
        self.catalog.text(language, "remind-planned-item", &Args::none().with("day", day).with("what", what))
    }

    /// A reminder, with the buttons that answer it.
    pub fn reminder(&self, spoken: &Spoken<'_>) -> Message {
        let session = &spoken.session;
        let language = session.person.language;
        let plain = |key: &str| self.catalog.text(language, key, &Args::none());
        let mut lines: Vec<String> = Vec::new();
        let mut of = None;
        for planned in &spoken.said {
            if of != Some(planned.filing) {
                of = Some(planned.filing);
                let filing = session.filings().into_iter().find(|filing| filing.number == planned.filing);
                let label = filing.map(|filing| self.label(language, &FilingLabel::of(filing))).unwrap_or_default();
                lines.push(self.catalog.text(language, "remind-head", &Args::none().with("label", label)));
            }
            lines.push(self.reminded(language, planned));
        }
        let mut choices: Vec<Choice> = Vec::new();
        let button = |token: &str, key: &str| Choice { value: token.to_owned(), label: plain(key), command: None };
        // How it went can be told with one tap where only that was asked.
        if let [Planned { about: About::Stage { stage, .. }, .. }] = &*spoken.said {
            choices.extend(stage.next().iter().map(|next| Choice {
                value: ChoiceValue::Stage(*next).token(),
                label: self.stage(language, *next),
                command: None,
            }));
        }
        if spoken.said.iter().any(|planned| !matches!(planned.about, About::Stage { .. })) {
            choices.push(button("done", "button-remind-done"));
        }
        choices.push(button("snooze", "button-remind-snooze"));
        choices.push(button("mute", "button-remind-mute"));
        Message { choices, ..Message::of(lines.join("\n")) }
    }

    /// A reminder where nothing can be tapped: the words that answer it.
    pub fn reminder_by_words(&self, spoken: &Spoken<'_>) -> Message {
        let Message { text, choices, .. } = self.reminder(spoken);
        let language = spoken.session.person.language;
        let labels: Vec<String> = choices.into_iter().map(|choice| choice.label).collect();
        let answers = self.catalog.list(language, "list-answers", &labels);
        let by_words = self.catalog.text(language, "remind-by-words", &Args::none().with("answers", answers));
        Message::of(format!("{text}\n{by_words}"))
    }

    fn reminded(&self, language: Language, planned: &Planned<'_>) -> String {
        let say = |key: &str, args: &Args<'_>| self.catalog.text(language, key, args);
        match &planned.about {
            About::Materials { left } => {
                let (named, all) = About::named(left);
                let mut titles = self.catalog.list(language, "list-and", &self.titles(language, named));
                if !all {
                    titles = say("remind-materials-more", &Args::none().with("titles", titles));
                }
                say("remind-materials", &Args::none().with("count", left.len().to_string()).with("titles", titles))
            }
            About::Stage { stage, since, usual: Some((usual, latest)) } => {
                let today = day_in_china(planned.at);
                let args = Args::none()
                    .with("stage", self.stage(language, *stage))
                    .with("since", self.day(language, *since))
                    .with("count", usual.workdays.to_string())
                    .with("calendar", self.counted(language, usual.by))
                    .with("day", self.day_near(language, usual.by.day, today))
                    .with("latest", self.day_near(language, latest.day, today));
                say(if usual.by.day == today { "remind-usual-today" } else { "remind-usual" }, &args)
            }
            About::Stage { stage, since, usual: None } => {
                let args = Args::none().with("stage", self.stage(language, *stage)).with("since", self.day(language, *since));
                say(if stage.is_rejected() { "remind-rejected" } else { "remind-stage" }, &args)
            }
            About::Deadline { deadline, days_left } => self.deadline_when(language, deadline, *days_left),
        }
    }
}
