//! How an assessment is arranged for a person, and what differs between two.

use crate::profile::Field;
use crate::rules::{Assessment, Check, Item, Rule, RuleKind, Status, WayOut};

/// A part of the checklist, in the order in which a person needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Keeps the filing from going through as it stands.
    Blocking,
    /// Does not hold as it stands.
    Failing,
    /// To hand in.
    Materials,
    Approvals,
    /// To make sure of.
    ToCheck,
    Steps,
    /// May apply: an answer that is still missing decides.
    Undecided,
    /// Requirements that are met, and what is in hand.
    Settled,
    Notes,
    Superseded,
}

impl Section {
    pub const ALL: [Section; 10] = [
        Section::Blocking,
        Section::Failing,
        Section::Materials,
        Section::Approvals,
        Section::ToCheck,
        Section::Steps,
        Section::Undecided,
        Section::Settled,
        Section::Notes,
        Section::Superseded,
    ];

    /// Whether the section is folded in the short form.
    pub fn folded(self) -> bool {
        matches!(self, Section::Settled | Section::Notes | Section::Superseded)
    }

    pub fn of(item: &Item<'_>) -> Section {
        if item.status == Status::Superseded {
            return Section::Superseded;
        }
        match (item.rule.kind, item.check) {
            _ if item.blocks() => Section::Blocking,
            (RuleKind::Note, _) => Section::Notes,
            _ if item.status == Status::MayApply => Section::Undecided,
            (RuleKind::Step, _) => Section::Steps,
            (_, Check::Pass) => Section::Settled,
            (RuleKind::Material, _) => Section::Materials,
            (RuleKind::Approval, _) => Section::Approvals,
            // Where the text accepts something instead, that is what remains to do.
            (RuleKind::Requirement, Check::Fail) if item.rule.way_out == WayOut::None => Section::Failing,
            (RuleKind::Requirement, _) => Section::ToCheck,
        }
    }
}

/// The items in the order of the checklist: by section, steps by their own order, what is undecided by the answer that settles
/// it.
pub fn arrange<'r>(assessment: &Assessment<'r>) -> Vec<(Section, Item<'r>)> {
    let mut arranged: Vec<_> = assessment.items.iter().map(|item| (Section::of(item), *item)).collect();
    arranged.sort_by_cached_key(|(section, item)| {
        let settled_by = match section {
            Section::Undecided => assessment.questions.iter().position(|field| item.open.contains(*field)),
            _ => None,
        };
        (*section, settled_by, item.rule.order)
    });
    arranged
}

/// The answer that is asked for first of those that settle an item.
pub fn settled_by(assessment: &Assessment<'_>, item: &Item<'_>) -> Option<Field> {
    assessment.questions.iter().copied().find(|field| item.open.contains(*field))
}

/// What a new answer changed.
#[derive(Debug, Clone, Default)]
pub struct Changes<'r> {
    /// Now demanded for certain.
    pub added: Vec<&'r Rule>,
    /// Not demanded any more.
    pub gone: Vec<&'r Rule>,
    /// Met now.
    pub met: Vec<&'r Rule>,
    /// Not met now.
    pub failed: Vec<&'r Rule>,
}

impl Changes<'_> {
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.gone.is_empty() && self.met.is_empty() && self.failed.is_empty()
    }
}

/// Compares two assessments. Notes are left out: they ask for nothing.
pub fn changes<'r>(before: &Assessment<'r>, after: &Assessment<'r>) -> Changes<'r> {
    let mut changes = Changes::default();
    let demanded = |item: &&Item<'r>| item.rule.kind != RuleKind::Note && item.status != Status::Superseded;
    // Items stand in the order of the rule base.
    let find = |list: &Assessment<'r>, rule: &Rule| {
        let position = list.items.binary_search_by_key(&rule.index, |item| item.rule.index).ok()?;
        Some(list.items[position]).filter(|item| demanded(&item))
    };
    for item in after.items.iter().filter(demanded) {
        let earlier = find(before, item.rule);
        let certain_before = earlier.is_some_and(|earlier| earlier.status == Status::Applies);
        let check_before = earlier.map(|earlier| earlier.check);
        match item.check {
            Check::Fail if check_before != Some(Check::Fail) && item.status == Status::Applies => changes.failed.push(item.rule),
            Check::Pass if earlier.is_some() && check_before != Some(Check::Pass) => changes.met.push(item.rule),
            _ if item.status == Status::Applies && !certain_before && item.check != Check::Pass => changes.added.push(item.rule),
            _ => {}
        }
    }
    for item in before.items.iter().filter(demanded).filter(|item| item.status == Status::Applies) {
        if find(after, item.rule).is_none() {
            changes.gone.push(item.rule);
        }
    }
    changes
}
