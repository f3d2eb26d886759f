//! People who help: handing over to them, coming back, what they fill in, and what an invitation brings.

use super::{Effect, Input, Talk};
use crate::desk::Reason;
use crate::dialogue::command::Command;
use crate::dialogue::reply::{DeskReply, Reply};
use crate::dialogue::session::{Heard, State};
use crate::matching::{self, Reading};
use crate::profile::{Field, Stage, Value};
use crate::rules::{RuleKey, Status};

/// Answers in a row that were not understood before a person is offered.
pub(super) const MISSED_MAX: u8 = 2;
/// Of what was said last, so much is kept for whoever takes over.
const HEARD_MAX: usize = 5;
const HEARD_CHARS_MAX: usize = 120;

/// What an invitation brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Invited {
    By {
        /// The campaign's or agent's number and name; none where it is not known any more.
        campaign: Option<(u32, String)>,
        answers: Vec<(Field, Value)>,
    },
    /// It is over.
    Expired,
    /// It was changed, or made by somebody else.
    Forged,
}

impl<'k> Talk<'k> {
    /// Whether this is for the staff, who is with the person: everything but commands and buttons, which the assistant is asked.
    pub(super) fn is_for_staff(&self, input: &Input) -> bool {
        let to_staff = |text: &str| Command::parse(text).is_none();
        // A case that is open while nobody sits there any more must not make the person mute.
        self.knowledge.desk
            && self.session.person.with_staff
            && match input {
                Input::Text(text) | Input::Message { text, .. } | Input::Edited { text, .. } => to_staff(text),
                Input::Unread { .. } | Input::Recaptioned => true,
                _ => false,
            }
    }

    /// Hands the conversation over; why, and with which words.
    pub(super) fn hand_over(&mut self, reason: Option<Reason>, words: Option<&str>) {
        if !self.knowledge.desk {
            self.replies.push(Reply::Desk(DeskReply::NoDesk));
            return self.go_back_to_question();
        }
        if self.session.person.with_staff {
            match words {
                Some(_) => self.effect = Some(Effect::Relay),
                None => self.replies.push(Reply::Desk(DeskReply::WithStaff)),
            }
            return;
        }
        // A «yes» to the staff must delete nothing.
        if matches!(self.session.filing.state, State::Forgetting | State::Deleting { .. }) {
            self.filing().state = State::New;
        }
        let reason = reason.unwrap_or_else(|| self.why_handed_over());
        self.session.person.with_staff = true;
        self.effect = Some(Effect::HandOver { reason, words: words.map(str::to_owned) });
    }

    fn why_handed_over(&mut self) -> Reason {
        if self.session.filing.missed > 0 {
            Reason::NotUnderstood
        } else if self.leaves_open() {
            Reason::LeftOpen
        } else {
            Reason::Asked
        }
    }

    /// Whether the sources leave open something that matters here.
    pub(super) fn leaves_open(&mut self) -> bool {
        let assessment = self.assess();
        let shown = !self.session.filing.shown.is_empty();
        let open = assessment.items.iter().any(|item| item.rule.left_open && item.status == Status::Applies);
        shown && (open || assessment.items.is_empty())
    }

    /// The person wants the assistant back.
    pub(super) fn leave_staff(&mut self) {
        if self.session.person.with_staff {
            self.session.person.with_staff = false;
            self.effect = Some(Effect::LeaveStaff);
            self.replies.push(Reply::Desk(DeskReply::BackFromStaff { left: true }));
        }
        self.go_back_to_question();
    }

    /// The staff closed the case: the assistant goes on where it was.
    pub(super) fn staff_left(&mut self) {
        self.session.person.with_staff = false;
        self.replies.push(Reply::Desk(DeskReply::BackFromStaff { left: false }));
        self.go_back_to_question();
    }

    /// The staff opened a closed case again.
    pub(super) fn staff_returned(&mut self) {
        self.session.person.with_staff = true;
        self.replies.push(Reply::Desk(DeskReply::StaffReturned));
    }

    /// What the staff fills in: «省份 广东», or any words that tell answers. The person is told, and asked nothing.
    pub(super) fn set_by_staff(&mut self, words: &str) {
        let vocabulary = self.knowledge.vocabulary;
        let named = words.trim().split_once(char::is_whitespace).and_then(|(name, value)| {
            let field = Field::named(name).or_else(|| vocabulary.field_called(name))?;
            Some((field, value.trim()))
        });
        let answers = match named.filter(|(field, _)| !matches!(field, Field::Held | Field::AsOf)) {
            Some((field, value)) => match matching::read(vocabulary, field, value, self.today) {
                Reading::Accept(value) | Reading::Confirm(value) => vec![(field, value)],
                _ => Vec::new(),
            },
            // «广东 企业»: the name of a field that is not known must not count as something else.
            None => matching::listed(vocabulary, words, self.today).unwrap_or_default(),
        };
        if answers.is_empty() {
            return;
        }
        let today = self.today;
        self.change_answers().record_all(&answers, today, None);
        for stage in answers.iter().filter(|(field, _)| *field == Field::Stage).filter_map(|(_, value)| Stage::of_value(value)) {
            self.note_day(stage, Some(today));
        }
        if self.session.filing.state.asking().is_some_and(|field| answers.iter().any(|(known, _)| *known == field)) {
            // What was asked is answered: the next question comes when the person is back.
            self.filing().state = State::New;
        }
        self.replies.push(Reply::Desk(DeskReply::SetByStaff { answers }));
    }

    /// What an invitation brings is shown; what contradicts an earlier answer is asked back.
    pub(super) fn invited(&mut self, invited: &Invited) {
        let (campaign, answers) = match invited {
            Invited::Expired | Invited::Forged => {
                self.replies.push(Reply::Desk(DeskReply::InvitationRefused { expired: *invited == Invited::Expired }));
                return self.start();
            }
            Invited::By { campaign, answers } => (campaign, answers),
        };
        // Who came first by one invitation is not another campaign's.
        if let (Some((number, _)), None) = (campaign, self.session.person.campaign) {
            self.session.person.campaign = Some(*number);
        }
        let known = |field: Field| self.session.filing.answer(field).map(|answer| &answer.value);
        let news: Vec<(Field, Value)> = answers.iter().filter(|(field, value)| known(*field) != Some(value)).cloned().collect();
        let differs = news.iter().any(|(field, _)| known(*field).is_some());
        self.greet();
        if news.is_empty() {
            return self.go_back_to_question();
        }
        self.replies.push(Reply::Desk(DeskReply::Invited { name: campaign.as_ref().map(|(_, name)| name.clone()) }));
        if differs {
            return self.ask_to_replace(news);
        }
        self.record_all(news);
    }

    /// «第 3 条不对»: goes to who keeps the rules. Nothing of what the person wrote goes along.
    pub(super) fn report(&mut self, which: Option<&str>) {
        let shown = self.session.filing.shown.len();
        let number = which.and_then(|which| which.trim().parse::<usize>().ok());
        let key: Option<RuleKey> = number.and_then(|number| self.session.filing.shown.get(number.checked_sub(1)?).copied());
        match key.and_then(|key| self.knowledge.rules.rule_with(key)) {
            Some(rule) => {
                self.effect = Some(Effect::Report { rule: rule.id.clone() });
                self.replies.push(Reply::Desk(DeskReply::Reported { rule }));
            }
            None if shown == 0 => self.replies.push(Reply::NoSuchItem { shown }),
            None => self.replies.push(Reply::Desk(DeskReply::WhichIsWrong { shown })),
        }
        self.go_back_to_question();
    }

    /// Keeps what was said last, for whoever takes over. Without a desk nothing of it is kept.
    pub(super) fn note_heard(&mut self, asked: Option<Field>, text: &str) {
        if !self.knowledge.desk {
            return;
        }
        let heard = &mut self.session.filing.heard;
        if heard.len() >= HEARD_MAX {
            heard.remove(0);
        }
        let text = crate::privacy::mask(text);
        heard.push(Heard { asked, text: text.chars().take(HEARD_CHARS_MAX).collect() });
    }
}
