//! What comes next: a question, the checklist, the offer of more questions.

use super::Talk;
use crate::dialogue::checklist::arrange;
use crate::dialogue::reply::{Progress, Reply};
use crate::dialogue::sense::pointless;
use crate::dialogue::session::State;
use crate::profile::{Field, FieldSet};
use crate::rules::{ASKED_FIRST, Assessment, RuleKey, Status};
use std::rc::Rc;
use std::sync::Arc;

impl<'k> Talk<'k> {
    /// The fields that are worth asking about, in order.
    pub(super) fn open_questions(&self, assessment: &Assessment<'_>) -> Vec<Field> {
        let aside = self.session.filing.set_aside_fields();
        let profile = self.profile();
        // Where something that was left open decides first, the rest of an item is not worth asking.
        let deciding = aside.without(ASKED_FIRST.into_iter().collect());
        let settleable = assessment.items.iter().filter(|item| item.status == Status::Applies || !item.open.intersects(deciding));
        let worthwhile = settleable.fold(FieldSet::EMPTY, |fields, item| fields.union(item.open));
        let wanted = |field: &Field| worthwhile.contains(*field) && !aside.contains(*field) && !pointless(*field, &profile);
        assessment.questions.iter().copied().filter(wanted).collect()
    }

    pub(super) fn ask_next(&mut self) {
        let assessment = self.assess();
        let open = self.open_questions(&assessment);
        let first = open.iter().copied().find(|field| ASKED_FIRST.contains(field));
        let was_shown = !self.session.filing.shown.is_empty();
        match (first, open.first()) {
            (Some(field), _) => self.ask(field, &open),
            (_, Some(field)) if self.session.filing.refining => self.ask(*field, &open),
            (_, Some(_)) => {
                if !was_shown {
                    self.show_checklist(assessment, false);
                }
                self.replies.push(Reply::Offer { remaining: open.len() });
                self.filing().state = State::Offering;
            }
            (_, None) => {
                let set_aside = self.session.filing.set_aside.len();
                let silent = assessment.items.is_empty();
                self.show_checklist(assessment, false);
                if !silent {
                    self.replies.push(Reply::AllAsked { set_aside });
                }
                self.filing().state = State::Resting;
            }
        }
    }

    pub(super) fn ask(&mut self, field: Field, open: &[Field]) {
        let progress = match ASKED_FIRST.iter().position(|first| *first == field) {
            // An answer that is being changed is not counted again.
            _ if self.session.filing.answer(field).is_some() => Progress::Single,
            Some(_) if !self.session.filing.refining => {
                let asked = ASKED_FIRST
                    .iter()
                    .filter(|first| self.session.filing.answer(**first).is_some() || self.session.filing.set_aside.contains(first));
                let left = open.iter().filter(|field| ASKED_FIRST.contains(field)).count();
                let number = asked.count() + 1;
                Progress::First { number, of: number - 1 + left }
            }
            _ => Progress::Remaining(open.len()),
        };
        self.replies.push(Reply::Question { field, progress });
        self.filing().state = State::Asking { field, failures: 0 };
    }

    pub(super) fn show_checklist(&mut self, assessment: Rc<Assessment<'k>>, all: bool) {
        self.filing().shown = Arc::new(arrange(&assessment).iter().map(|(_, item)| RuleKey::of(&item.rule.id)).collect());
        self.replies.push(Reply::Checklist { assessment, all });
    }

    pub(super) fn go_on(&mut self) {
        // Before the first checklist, the first questions come first.
        self.filing().refining = !self.session.filing.shown.is_empty();
        self.ask_next();
    }

    pub(super) fn later(&mut self) {
        self.filing().refining = false;
        self.replies.push(Reply::Later);
        self.filing().state = State::Resting;
    }

    /// The question that waits behind one whether answers are to be replaced.
    pub(super) fn question_from_before(&mut self) -> Option<Field> {
        let assessment = self.assess();
        let open = self.open_questions(&assessment);
        let first = open.iter().copied().find(|field| ASKED_FIRST.contains(field));
        if self.session.filing.refining { open.first().copied() } else { first }
    }

    pub(super) fn go_back_from_replacing(&mut self) {
        self.filing().state = State::New;
        self.ask_next();
    }

    /// Stops asking without a word about it.
    pub(super) fn later_quietly(&mut self) {
        self.filing().refining = false;
        self.filing().state = State::Resting;
    }

    pub(super) fn nothing_asked(&mut self) {
        self.replies.push(Reply::NothingAsked);
    }

    /// Asks what was asked before a digression.
    pub(super) fn go_back_to_question(&mut self) {
        match self.session.filing.state.clone() {
            State::Asking { field, .. } | State::Confirming { field, .. } | State::Choosing { field, .. } => {
                let assessment = self.assess();
                let open = self.open_questions(&assessment);
                self.ask(field, &open);
            }
            State::Offering => {
                let assessment = self.assess();
                let open = self.open_questions(&assessment);
                // Before the first checklist, the first questions are all that is offered.
                let first = open.iter().filter(|field| ASKED_FIRST.contains(field)).count();
                let remaining = if self.session.filing.shown.is_empty() { first } else { open.len() };
                self.replies.push(Reply::Offer { remaining });
            }
            State::Replacing { answers } => self.ask_to_replace(answers),
            State::Forgetting => self.replies.push(Reply::AskToForget),
            State::New | State::ChoosingEdit | State::ChoosingFiling => self.ask_next(),
            State::ChoosingStage => self.ask_for_news(),
            State::GivingReason => self.replies.push(Reply::AskReason),
            State::Deleting { number } => self.ask_to_delete(number),
            State::Dating { .. } => self.replies.push(Reply::AskDay),
            State::Ticking => self.list_materials(),
            State::TickingSome { .. } | State::TickingAll => self.ask_of_materials_again(),
            State::Agreeing => self.replies.push(Reply::AskToRemind),
            State::Resting => {}
        }
    }
}
