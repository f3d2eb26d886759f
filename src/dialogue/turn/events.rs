//! Days that people give: when something runs out, was signed or opened, and that it was not.

use chrono::NaiveDate;

use super::Talk;
use crate::dialogue::reply::{Progress, Reply};
use crate::dialogue::session::{EventStep, State};
use crate::matching::{DatedEvent, Expiry, Reading};
use crate::profile::{Event, Field, Stage, Value};
use crate::progress::DeadlineKind;
use crate::rules::{Condition, Item, Status};

/// The pattern of the rules that say to keep the site closed for so long.
const CLOSED_UNTIL_APPROVED: &str = "closed-until-approved";

impl<'k> Talk<'k> {
    pub(super) fn take_event(&mut self, event: DatedEvent, day: NaiveDate) {
        let days_left = Value::Integer((day - self.today).num_days());
        match event {
            DatedEvent::ServerExpires => self.note_event(Event::ServerExpires, day),
            DatedEvent::SheetSigned => self.note_event(Event::SheetSigned, day),
            DatedEvent::SiteOpened => self.note_event(Event::SiteOpened, day),
            DatedEvent::AccessCancelled => self.note_event(Event::AccessCancelled, day),
            // These are answers: they count the days that are left.
            DatedEvent::DomainExpires => self.record(Field::DomainValidDays, days_left),
            DatedEvent::IdExpires => self.record(Field::IdValidDays, days_left),
        }
    }

    fn note_event(&mut self, event: Event, day: NaiveDate) {
        let steps = self.session.filing.steps.len();
        let course = &mut self.session.filing.course;
        let before = course.events.iter().find(|(known, ..)| *known == event).map(|(_, day, said)| (*day, *said));
        course.event_step = Some(EventStep { event, before, steps });
        course.events.retain(|(known, _, _)| *known != event);
        course.events.push((event, day, self.today));
        let way = self.way();
        let stage = way.stage;
        self.replies.push(Reply::EventNoted { event, day, deadlines: way.deadlines });
        // While the filing is under way, the rules may say to keep the site closed.
        if event == Event::SiteOpened && stage != Stage::Approved {
            let items = self.closed_until_approved();
            self.replies.extend((!items.is_empty()).then_some(Reply::OpenedTooSoon { items }));
        }
        self.offer_reminders();
    }
    /// What of the rules says that the site may not be open.
    fn closed_until_approved(&mut self) -> Vec<Item<'k>> {
        let assessment = self.assess();
        let says_so = |item: &&Item<'k>| {
            let names = |condition: &Condition| condition.fields().contains(Field::SiteOnline);
            let closes = item.rule.pattern.as_deref() == Some(CLOSED_UNTIL_APPROVED) || item.rule.check.as_ref().is_some_and(names);
            item.status == Status::Applies && closes
        };
        assessment.items.iter().filter(says_so).copied().collect()
    }

    /// «网站还没开»: a day that was told or taken for it counts no more. Tells whether there was any.
    pub(super) fn take_event_back(&mut self, denied: DatedEvent) -> bool {
        if denied != DatedEvent::SiteOpened {
            return false;
        }
        let event = Event::SiteOpened;
        let course = &mut self.session.filing.course;
        let was_told = course.events.iter().any(|(known, ..)| *known == event);
        course.events.retain(|(known, ..)| *known != event);
        course.event_step = course.event_step.filter(|step| step.event != event);
        let counted: Vec<_> =
            self.way().deadlines.iter().filter(|due| due.kind == DeadlineKind::PublicSecurity).map(|due| (due.kind, due.day)).collect();
        if !was_told && counted.is_empty() {
            return false;
        }
        // The day of approval was taken for that of opening, and is none.
        for (kind, day) in &counted {
            self.see_to(*kind, *day);
        }
        if was_told {
            self.replies.push(Reply::EventTakenBack { event });
        }
        if !counted.is_empty() {
            self.replies.push(Reply::CountsFromOpening);
        }
        self.go_on_after_news();
        true
    }

    /// How long something is valid still; where that is not told, it is asked.
    pub(super) fn take_expiry(&mut self, expiry: Expiry) {
        let Expiry { field, days } = expiry;
        match days {
            Reading::Accept(value) => self.record(field, value),
            Reading::Confirm(value) => {
                self.replies.push(Reply::DidYouMean { field, value: value.clone() });
                self.filing().state = State::Confirming { field, value, failures: 0 };
            }
            _ => {
                self.replies.push(Reply::Question { field, progress: Progress::Again });
                self.filing().state = State::Asking { field, failures: 0 };
            }
        }
    }
}
