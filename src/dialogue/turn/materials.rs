//! What is in hand: ticked one by one, several at once, or all.

use super::Talk;
use crate::dialogue::reminders::{held_with, held_without, left};
use crate::dialogue::reply::Reply;
use crate::dialogue::session::State;
use crate::matching::{self, InHand};
use crate::profile::Field;
use crate::rules::{Check, Item, RuleKey, RuleKind, Status, Verdict};

impl<'k> Talk<'k> {
    /// «营业执照准备好了»: ticks what is meant, or asks which. Before there is a checklist, nothing can be ticked; tells whether that
    /// was said, or anything done.
    pub(super) fn in_hand(&mut self, in_hand: &InHand) -> bool {
        let assessment = self.assess();
        let left = left(&assessment);
        if !self.has_list() {
            // The first thing that a person says may answer a question.
            let begun = self.session.filing.state != State::New;
            if begun {
                self.replies.push(Reply::NothingToTick);
                self.go_back_to_question();
            }
            return begun;
        }
        if in_hand.except {
            self.tick_all_but(&in_hand.what);
            return true;
        }
        if !in_hand.have {
            self.not_in_hand(&in_hand.what);
            return true;
        }
        if in_hand.all {
            self.ask_whether_all();
            return true;
        }
        // «营业执照和身份证»: each is looked for by itself.
        let mut named = self.knowledge.names.meant(&left, &in_hand.what);
        let mut clear = named.len() == 1;
        let parts = parts(&in_hand.what);
        if parts.len() > 1 && !self.knowledge.names.entitles(&named, &in_hand.what) {
            let each: Vec<Vec<Item<'k>>> = parts.iter().map(|part| self.knowledge.names.meant(&left, part)).collect();
            // What is not on the list need not be ticked.
            clear = each.iter().all(|items| items.len() <= 1);
            named = each.concat();
            named.sort_by_key(|item| item.rule.index);
            named.dedup_by_key(|item| item.rule.index);
        }
        // «营业执照和户口本都好了» of a list without the latter: that it is not ticked is said.
        let listed: Vec<Item<'k>> = assessment.items.iter().filter(|item| is_thing(item)).copied().collect();
        let unlisted = |part: &&str| parts.len() > 1 && self.knowledge.names.meant(&listed, part).is_empty();
        let unlisted: Vec<String> = parts.iter().filter(|part| unlisted(part)).map(|part| (*part).to_owned()).collect();
        match &*named {
            [] => {
                self.replies.push(Reply::WhichMaterial);
                self.list_materials();
            }
            _ if clear => {
                self.tick(&named);
                if !unlisted.is_empty() {
                    self.replies.push(Reply::NotOnList { what: unlisted });
                }
                self.go_on_after_news();
            }
            several => {
                self.replies.push(Reply::WhichMaterial);
                self.filing().state = State::TickingSome { keys: several.iter().map(|item| RuleKey::of(&item.rule.id)).collect() };
            }
        }
        true
    }

    /// «除了核验单都好了»: ticks all but what is named; asks about all where nothing on the list is called so.
    fn tick_all_but(&mut self, what: &str) {
        let assessment = self.assess();
        let listed: Vec<Item<'k>> = assessment.items.iter().filter(|item| is_thing(item)).copied().collect();
        let missing = self.named_among(&listed, what);
        if missing.is_empty() {
            return self.ask_whether_all();
        }
        let is_missing = |item: &Item<'k>| missing.iter().any(|missing| missing.rule.index == item.rule.index);
        self.untick(&missing);
        let ready: Vec<Item<'k>> = left(&assessment).into_iter().filter(|item| !is_missing(item)).collect();
        if ready.is_empty() {
            return self.leave_materials();
        }
        self.tick(&ready);
        self.go_on_after_news();
    }

    /// «营业执照丢了»: what was ticked is so no more.
    fn not_in_hand(&mut self, what: &str) {
        let assessment = self.assess();
        let held = |item: &&Item<'k>| is_thing(item) && item.check == Check::Pass;
        let held: Vec<Item<'k>> = assessment.items.iter().filter(held).copied().collect();
        let gone = self.named_among(&held, what);
        if gone.is_empty() || !self.untick(&gone) {
            return self.leave_materials();
        }
        let assessment = self.assess();
        self.replies.push(Reply::Unticked { items: gone, left: left(&assessment).len() });
        self.go_on_after_news();
    }

    /// The items that words name, also several at once.
    fn named_among(&self, items: &[Item<'k>], what: &str) -> Vec<Item<'k>> {
        let whole = self.knowledge.names.meant(items, what);
        let parts = parts(what);
        if parts.len() <= 1 || self.knowledge.names.entitles(&whole, what) {
            return whole;
        }
        let mut named: Vec<Item<'k>> = parts.iter().flat_map(|part| self.knowledge.names.meant(items, part)).collect();
        named.sort_by_key(|item| item.rule.index);
        named.dedup_by_key(|item| item.rule.index);
        named
    }

    /// Tells whether any of them was in hand.
    fn untick(&mut self, items: &[Item<'k>]) -> bool {
        let fewer = held_without(&self.session.filing, items);
        if fewer == held_with(&self.session.filing, &[]) {
            return false;
        }
        let (said, message) = (self.today, self.message);
        self.change_answers().record_all(&[(Field::Held, fewer)], said, message);
        true
    }

    /// «1 3», «第一个和第三个准备好了», where the materials are listed by numbers; tells whether that was meant.
    pub(super) fn tick_numbered(&mut self, text: &str) -> bool {
        let listed = match self.session.filing.state.clone() {
            State::Ticking => left(&self.assess()),
            State::TickingSome { keys } => self.left_of(&keys),
            _ => return false,
        };
        let Some(numbers) = matching::numbered(self.knowledge.vocabulary, text) else { return false };
        // A number that none has leaves in doubt what the others mean.
        let named: Option<Vec<Item<'k>>> = numbers.iter().map(|number| listed.get(number - 1).copied()).collect();
        let Some(mut named) = named else {
            self.ask_of_materials_again();
            return true;
        };
        named.sort_by_key(|item| item.rule.index);
        named.dedup_by_key(|item| item.rule.index);
        self.tick(&named);
        self.list_materials();
        true
    }

    /// Whether there is a list whose materials can be counted: who files where must be known.
    pub(super) fn has_list(&mut self) -> bool {
        !self.session.filing.shown.is_empty() && self.assess().verdict != Verdict::Incomplete
    }

    /// «材料都齐了»: asks once before everything that is left is ticked.
    fn ask_whether_all(&mut self) {
        let assessment = self.assess();
        let items = left(&assessment);
        if items.is_empty() {
            self.replies.push(Reply::AllInHand);
            return self.go_on_after_news();
        }
        self.replies.push(Reply::AskWhetherAll { items });
        self.filing().state = State::TickingAll;
    }

    /// Everything that is left is in hand, or not quite.
    pub(super) fn tick_all(&mut self, all: bool) {
        if !all {
            return self.list_materials();
        }
        let assessment = self.assess();
        let items = left(&assessment);
        if items.is_empty() {
            self.replies.push(Reply::AllInHand);
        } else {
            self.tick(&items);
        }
        self.go_on_after_news();
    }

    /// Of some materials that one word named: those that are still left.
    pub(super) fn left_of(&mut self, keys: &[RuleKey]) -> Vec<Item<'k>> {
        let assessment = self.assess();
        left(&assessment).into_iter().filter(|item| keys.contains(&RuleKey::of(&item.rule.id))).collect()
    }

    /// Asks the question of the present state about materials once more.
    pub(super) fn ask_of_materials_again(&mut self) {
        match self.session.filing.state.clone() {
            State::TickingSome { keys } if !self.left_of(&keys).is_empty() => self.replies.push(Reply::WhichMaterial),
            State::TickingAll => self.ask_whether_all(),
            _ => self.list_materials(),
        }
    }

    /// One of several materials that one word named, or all of them.
    pub(super) fn choose_of_some(&mut self, keys: &[RuleKey], token: &str) {
        let some = self.left_of(keys);
        let key = token.strip_prefix("item-").and_then(RuleKey::parse);
        let chosen: Vec<Item<'k>> =
            some.into_iter().filter(|item| token == "all" || key.is_some_and(|key| RuleKey::of(&item.rule.id) == key)).collect();
        if chosen.is_empty() {
            return self.leave_materials();
        }
        self.tick(&chosen);
        self.go_on_after_news();
    }

    /// Shows what is still to be got ready, each to be ticked.
    pub(super) fn list_materials(&mut self) {
        let assessment = self.assess();
        let left = left(&assessment);
        if !self.has_list() {
            self.replies.push(Reply::NothingToTick);
            return match self.session.filing.state {
                State::Ticking | State::TickingSome { .. } | State::TickingAll => self.go_on_after_news(),
                _ => self.go_back_to_question(),
            };
        }
        if left.is_empty() {
            self.replies.push(Reply::AllInHand);
            return self.go_on_after_news();
        }
        self.replies.push(Reply::Materials { left: left.len() });
        self.filing().state = State::Ticking;
    }

    pub(super) fn choose_material(&mut self, token: &str) {
        let assessment = self.assess();
        let key = token.strip_prefix("item-").and_then(RuleKey::parse);
        let chosen: Vec<Item<'k>> =
            left(&assessment).into_iter().filter(|item| key.is_some_and(|key| RuleKey::of(&item.rule.id) == key)).collect();
        if chosen.is_empty() {
            return self.leave_materials();
        }
        self.tick(&chosen);
        self.list_materials();
    }

    /// No more is to be ticked now.
    pub(super) fn leave_materials(&mut self) {
        let assessment = self.assess();
        self.replies.push(Reply::StillLeft { left: left(&assessment).len() });
        self.go_on_after_news();
    }

    pub(super) fn tick(&mut self, items: &[Item<'k>]) {
        let held = held_with(&self.session.filing, items);
        let (said, message) = (self.today, self.message);
        self.change_answers().record_all(&[(Field::Held, held)], said, message);
        let assessment = self.assess();
        self.replies.push(Reply::Ticked { items: items.to_vec(), left: left(&assessment).len() });
    }
}

/// What is named at once, each by itself: «营业执照和身份证».
fn parts(what: &str) -> Vec<&str> {
    let parts = what.split(['、', '和', '与', '跟', ',', '&']).flat_map(|part| part.split(" and "));
    parts.map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Whether an item is something to have in hand.
fn is_thing(item: &Item<'_>) -> bool {
    matches!(item.rule.kind, RuleKind::Material | RuleKind::Approval) && item.status == Status::Applies
}
