//! The support desk in words: what persons are told of it, and what the staff reads.

use chrono::{DateTime, Utc};
use chrono_tz::Asia::Shanghai;

use super::catalog::Args;
use super::reply::Renderer;
use crate::desk::{Case, FIRST_REPLY_AFTER, Hours, Place, Reason, Waits};
use crate::dialogue::{DeskReply, FilingLabel, Session, arrange};
use crate::language::Language;
use crate::profile::{Field, Value};
use crate::rules::{Assessment, Check, Item, Status};

/// Items that a card or a list names.
const ITEMS_MAX: usize = 8;

/// How long somebody waits for the staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Persons who came before.
    pub before: usize,
    /// What one usually waits; none where too few were answered to tell.
    pub minutes: Option<i64>,
    /// When somebody is there again; none where somebody is.
    pub opens: Option<DateTime<Utc>>,
    pub hours: Hours,
}

/// What a card tells of a case.
pub struct CardFacts<'a> {
    pub case: &'a Case,
    pub session: &'a Session,
    /// By whose invitation the person came.
    pub campaign: Option<String>,
    /// What the person said for the staff.
    pub words: Option<&'a str>,
    /// Earlier cases of the person.
    pub before: usize,
}

/// What is said at the desk, in a language.
pub struct DeskWords<'k> {
    renderer: Renderer<'k>,
    language: Language,
}

impl<'k> DeskWords<'k> {
    pub fn new(renderer: Renderer<'k>, language: Language) -> DeskWords<'k> {
        DeskWords { renderer, language }
    }

    pub fn plain(&self, key: &str) -> String {
        self.say(key, &Args::none())
    }

    fn say(&self, key: &str, args: &Args<'_>) -> String {
        self.renderer.catalog.text(self.language, key, args)
    }

    fn moment(&self, at: DateTime<Utc>) -> String {
        let local = at.with_timezone(&Shanghai);
        let args =
            Args::none().with("day", self.renderer.day(self.language, local.date_naive())).with("time", local.format("%H:%M").to_string());
        self.say("desk-moment", &args)
    }

    pub fn title(&self, item: &Item<'_>) -> String {
        self.renderer.title(self.language, item.rule)
    }

    /// Tells the person that somebody comes, and when.
    pub fn handed_over(&self, waiting: &Waiting) -> String {
        let mut lines = vec![self.plain("desk-handed-over")];
        match waiting.opens {
            Some(opens) => {
                let args = Args::none().with("hours", waiting.hours.to_string()).with("opens", self.moment(opens));
                lines.push(self.say("desk-waiting-closed", &args));
            }
            None => {
                let minutes = waiting.minutes.map(|minutes| minutes.max(1));
                if waiting.before > 0 {
                    lines.push(self.say("desk-waiting-before", &Args::none().with("count", waiting.before)));
                }
                lines.extend(minutes.map(|minutes| self.say("desk-waiting-minutes", &Args::none().with("minutes", minutes))));
            }
        }
        lines.push(self.plain("desk-handed-over-then"));
        lines.join("\n")
    }

    pub fn from_staff(&self, text: &str) -> String {
        self.say("desk-from-staff", &Args::none().with("text", text.to_owned()))
    }

    pub fn from_person(&self, text: &str) -> String {
        self.say("desk-from-person", &Args::none().with("text", text.to_owned()))
    }

    pub fn edited(&self, text: &str) -> String {
        self.say("desk-edited", &Args::none().with("text", text.to_owned()))
    }

    pub fn stars(&self, stars: u8) -> String {
        self.say("desk-stars", &Args::none().with("stars", stars.to_string()))
    }

    fn reason(&self, reason: Reason) -> String {
        self.plain(&format!("desk-reason-{}", reason.name().replace('_', "-")))
    }

    /// The name of a case's topic.
    pub fn topic_name(&self, case: i64, session: &Session) -> String {
        let filing = &session.filing;
        let known = |field| filing.answer(field).map(|answer| self.renderer.catalog.value(self.language, field, &answer.value));
        let parts: Vec<String> = [Field::Province, Field::Filer].into_iter().filter_map(known).collect();
        format!("#{case} {}", parts.join(" ")).trim_end().to_owned()
    }

    /// What an agent must know to go on without asking again.
    pub fn card(&self, facts: &CardFacts<'_>, assessment: &Assessment<'_>) -> String {
        let CardFacts { case, session, .. } = facts;
        let args = Args::none().with("case", case.id.to_string()).with("reason", self.reason(case.reason));
        let mut lines = vec![self.say("desk-card-title", &args)];
        let language = self.plain(match session.person.language {
            Language::Chinese => "desk-language-zh",
            Language::English => "desk-language-en",
        });
        lines.push(self.say("desk-card-language", &Args::none().with("language", language)));
        lines.extend(facts.campaign.as_ref().map(|name| self.say("desk-card-campaign", &Args::none().with("name", name.clone()))));
        if facts.before > 0 {
            lines.push(self.say("desk-card-before", &Args::none().with("count", facts.before)));
        }
        lines.push(self.summary(session, assessment));
        if !session.filing.heard.is_empty() {
            lines.push(self.plain("desk-card-heard"));
            lines.extend(session.filing.heard.iter().map(|heard| match heard.asked {
                Some(field) => {
                    let args = Args::none().with("field", self.renderer.field_name(self.language, field)).with("text", heard.text.clone());
                    self.say("desk-card-heard-answer", &args)
                }
                None => self.say("desk-card-heard-line", &Args::none().with("text", heard.text.clone())),
            }));
        }
        lines.extend(facts.words.map(|words| self.say("desk-card-words", &Args::none().with("text", words.to_owned()))));
        lines.push(self.plain("desk-card-how"));
        lines.join("\n")
    }

    /// What stands for a card that could not be shown.
    pub fn short_card(&self, case: i64) -> String {
        self.say("desk-card-short", &Args::none().with("case", case.to_string()))
    }

    /// The filing in short: what is known, what stands in its way.
    pub fn summary(&self, session: &Session, assessment: &Assessment<'_>) -> String {
        let filing = &session.filing;
        let label = self.renderer.label(self.language, &FilingLabel::of(filing));
        let stage = self.renderer.stage(self.language, filing.stage());
        let mut lines = vec![self.say("desk-card-filing", &Args::none().with("label", label).with("stage", stage))];
        let answers: Vec<(Field, Value)> = filing
            .answers
            .iter()
            .filter(|answer| !matches!(answer.field, Field::Stage | Field::Held))
            .map(|answer| (answer.field, answer.value.clone()))
            .collect();
        if !answers.is_empty() {
            lines.push(self.renderer.answers(self.language, &answers));
        }
        lines.push(self.plain(&format!("verdict-{}", assessment.verdict.name())));
        let arranged = arrange(assessment);
        let fails = |item: &Item<'_>| item.check == Check::Fail && item.status == Status::Applies;
        let failing: Vec<Item<'_>> = arranged.iter().map(|(_, item)| *item).filter(fails).collect();
        if !failing.is_empty() {
            lines.push(self.say("desk-card-failing", &Args::none().with("items", self.titles(&failing))));
        }
        let left = crate::dialogue::reminders::left(assessment);
        if !left.is_empty() {
            lines.push(self.say("desk-card-left", &Args::none().with("items", self.titles(&left))));
        }
        lines.join("\n")
    }

    fn titles(&self, items: &[Item<'_>]) -> String {
        let mut titles: Vec<String> = items.iter().take(ITEMS_MAX).map(|item| self.title(item)).collect();
        if items.len() > ITEMS_MAX {
            titles.push(self.say("desk-more", &Args::none().with("count", items.len() - ITEMS_MAX)));
        }
        self.renderer.catalog.list(self.language, "list-and", &titles)
    }

    /// An item of a checklist with its sources.
    pub fn item(&self, item: &Item<'_>) -> String {
        let words = self.renderer.rule_text(self.language, item.rule);
        let mut lines = vec![format!("■ {}", words.title)];
        if !words.text.is_empty() {
            lines.push(words.text.clone());
        }
        lines.push(self.renderer.sources(self.language, item).trim_end().to_owned());
        lines.join("\n")
    }

    /// Which item was meant, where that is not clear.
    pub fn several_items(&self, session: &Session, items: &[Item<'_>]) -> String {
        if items.is_empty() {
            return self.plain("desk-answer-none");
        }
        let mut lines = vec![self.plain("desk-answer-which")];
        for item in items.iter().take(ITEMS_MAX) {
            let key = crate::rules::RuleKey::of(&item.rule.id);
            let number = session.filing.shown.iter().position(|shown| *shown == key).map(|index| (index + 1).to_string());
            lines.push(format!("{}. {}", number.unwrap_or_else(|| "–".to_owned()), self.title(item)));
        }
        lines.join("\n")
    }

    pub fn no_such_command(&self, nearest: Option<&'static str>) -> String {
        match nearest {
            Some(command) => self.say("ui-no-such-command-nearest", &Args::none().with("command", command.to_owned())),
            None => self.plain("desk-no-such-command"),
        }
    }

    /// What was filled in; where that is nothing, what could have been, of the field that was named.
    pub fn set(&self, answers: &[(Field, Value)], words: &str, field: Option<Field>) -> String {
        let values: Vec<String> = field
            .into_iter()
            .flat_map(|field| field.allowed_values().iter().map(move |name| (field, name)))
            .map(|(field, name)| self.renderer.catalog.value_name(self.language, field, name))
            .collect();
        match answers {
            [] if !values.is_empty() => {
                let args = Args::none()
                    .with("words", words.to_owned())
                    .with("values", self.renderer.catalog.list(self.language, "list-and", &values));
                self.say("desk-set-values", &args)
            }
            [] => self.say("desk-set-none", &Args::none().with("words", words.to_owned())),
            answers => self.say("desk-set-done", &Args::none().with("answers", self.renderer.answers(self.language, answers))),
        }
    }

    pub fn tags(&self, tags: &[String]) -> String {
        match tags {
            [] => self.plain("desk-tags-none"),
            tags => self.say("desk-tags", &Args::none().with("tags", self.renderer.catalog.list(self.language, "list-and", tags))),
        }
    }

    pub fn closed(&self, because: Option<&str>) -> String {
        match because {
            Some(because) => self.say("desk-closed-because", &Args::none().with("because", because.to_owned())),
            None => self.plain("desk-closed-here"),
        }
    }

    pub fn taken(&self, case: i64, name: &str, again: bool) -> String {
        let key = if again { "desk-taken-over" } else { "desk-taken-by" };
        self.say(key, &Args::none().with("case", case.to_string()).with("name", name.to_owned()))
    }

    /// The open cases, a line each.
    pub fn cases(&self, cases: &[Case], group: i64, now: DateTime<Utc>) -> String {
        if cases.is_empty() {
            return self.plain("desk-cases-none");
        }
        let mut lines = vec![self.say("desk-cases", &Args::none().with("count", cases.len()))];
        lines.extend(cases.iter().map(|case| self.case_line(case, group, now)));
        lines.join("\n")
    }

    /// The cases that nobody answers.
    pub fn raised(&self, cases: &[Case], group: i64, now: DateTime<Utc>) -> String {
        let mut lines = vec![self.say("desk-raised", &Args::none().with("count", cases.len()))];
        lines.extend(cases.iter().map(|case| self.case_line(case, group, now)));
        lines.join("\n")
    }

    fn case_line(&self, case: &Case, group: i64, now: DateTime<Utc>) -> String {
        let waits = match case.waiting_since {
            Some(since) => self.say("desk-case-waits", &Args::none().with("time", self.span((now - since).num_minutes()))),
            None => self.plain("desk-case-answered"),
        };
        let args = Args::none().with("case", case.id.to_string()).with("reason", self.reason(case.reason)).with("waits", waits);
        let line = self.say("desk-case-line", &args);
        match topic_link(case.place, group) {
            Some(link) => format!("{line} {link}"),
            None => line,
        }
    }

    fn span(&self, minutes: i64) -> String {
        match minutes {
            ..60 => self.say("desk-minutes", &Args::none().with("count", minutes.max(0).to_string())),
            _ => self.say("desk-hours", &Args::none().with("count", (minutes / 60).to_string())),
        }
    }

    /// What somebody says is wrong of the rules, for who keeps them.
    pub fn reported(&self, rule: &str, profile: &str) -> String {
        let title = self.renderer.rules.rule(rule).map(|rule| self.renderer.title(self.language, rule)).unwrap_or_default();
        let args = Args::none().with("rule", rule.to_owned()).with("title", title).with("profile", profile.to_owned());
        self.say("desk-reported", &args)
    }

    /// What the assistant makes of a message that an agent passed on.
    pub fn understood(&self, answers: &[(Field, Value)]) -> String {
        match answers {
            [] => self.plain("desk-understood-none"),
            answers => self.say("desk-understood", &Args::none().with("answers", self.renderer.answers(self.language, answers))),
        }
    }

    /// The checklist.
    pub fn list(&self, assessment: &Assessment<'_>) -> String {
        self.renderer.checklist(self.language, assessment, false)
    }

    /// What was counted, in short: name, detail, sum.
    pub fn figures(&self, figures: &[(String, String, i64)], days: i64, campaign: Option<&str>) -> String {
        let sum = |what: &str, detail: Option<&str>| -> i64 {
            figures.iter().filter(|(name, of, _)| name == what && detail.is_none_or(|detail| of == detail)).map(|(.., count)| count).sum()
        };
        let mut lines = vec![match campaign {
            Some(name) => self.say("desk-stats-of", &Args::none().with("days", days.to_string()).with("name", name.to_owned())),
            None => self.say("desk-stats", &Args::none().with("days", days.to_string())),
        }];
        for what in ["conversation", "checklist", "all_asked", "handed_over", "closed", "reported"] {
            let key = format!("desk-stats-{}", what.replace('_', "-"));
            lines.push(self.say(&key, &Args::none().with("count", sum(what, None).to_string())));
            let handed_over = |reason: &Reason| sum("handed_over", Some(reason.name()));
            for reason in Reason::ALL.into_iter().filter(|reason| what == "handed_over" && handed_over(reason) > 0) {
                let args = Args::none().with("reason", self.reason(reason)).with("count", handed_over(&reason).to_string());
                lines.push(self.say("desk-stats-reason", &args));
            }
        }
        let replied = sum("first_reply", Some("cases"));
        if replied > 0 {
            let minutes = sum("first_reply", Some("minutes")) / replied;
            lines.push(self.say("desk-stats-first-reply", &Args::none().with("minutes", minutes)));
            let after = figures.iter().filter(|(name, ..)| name == FIRST_REPLY_AFTER);
            let waits = Waits::of(after.map(|(_, minutes, count)| (minutes.as_str(), *count)));
            for (key, minutes) in [("desk-stats-median", waits.median()), ("desk-stats-ninetieth", waits.ninetieth())] {
                lines.extend(minutes.map(|minutes| self.say(key, &Args::none().with("minutes", minutes))));
            }
        }
        let rated = sum("rating", None);
        if rated > 0 {
            let stars: i64 = (1..=5).map(|stars: i64| stars * sum("rating", Some(&stars.to_string()))).sum();
            let average = format!("{}.{}", stars / rated, stars * 10 / rated % 10);
            lines.push(self.say("desk-stats-rating", &Args::none().with("average", average).with("count", rated)));
        }
        lines.join("\n")
    }

    pub fn invitation(&self, answers: &[(Field, Value)], name: &str, expires: DateTime<Utc>, link: &str) -> String {
        let args = Args::none()
            .with("answers", self.renderer.answers(self.language, answers))
            .with("name", name.to_owned())
            .with("until", self.moment(expires))
            .with("link", link.to_owned());
        self.say("desk-invitation", &args)
    }
}

/// A link to a topic, for those who are in the group.
fn topic_link(place: Option<Place>, group: i64) -> Option<String> {
    let number = group.to_string();
    match place? {
        Place::Topic(topic) => Some(format!("https://t.me/c/{}/{topic}", number.strip_prefix("-100")?)),
        Place::Thread(root) => Some(format!("https://t.me/c/{}/{}", number.strip_prefix("-100")?, root?)),
    }
}

impl Renderer<'_> {
    /// What a person is told of the people who help.
    pub(super) fn of_desk(&self, language: Language, reply: &DeskReply<'_>) -> String {
        let say = |key: &str, args: &Args<'_>| self.catalog.text(language, key, args);
        let plain = |key: &str| say(key, &Args::none());
        match reply {
            DeskReply::Help => plain("ui-help-desk"),
            DeskReply::NoDesk => plain("desk-none"),
            DeskReply::WithStaff => plain("desk-with-staff"),
            DeskReply::OfferStaff => plain("desk-offer"),
            DeskReply::LeftOpen => plain("desk-left-open"),
            DeskReply::BackFromStaff { left: true } => plain("desk-left"),
            DeskReply::BackFromStaff { left: false } => plain("desk-closed"),
            DeskReply::StaffReturned => plain("desk-reopened"),
            DeskReply::SetByStaff { answers } => say("desk-set", &Args::none().with("answers", self.answers(language, answers))),
            DeskReply::Invited { name: Some(name) } => say("invited-by", &Args::none().with("name", name.clone())),
            DeskReply::Invited { name: None } => plain("invited"),
            DeskReply::InvitationRefused { expired: true } => plain("invitation-expired"),
            DeskReply::InvitationRefused { expired: false } => plain("invitation-forged"),
            DeskReply::Reported { rule } => say("report-taken", &Args::none().with("title", self.title(language, rule))),
            DeskReply::WhichIsWrong { shown } => say("report-which", &Args::none().with("shown", shown.to_string())),
        }
    }
}
