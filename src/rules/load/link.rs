//! What the rules say of each other: which supersedes, overrides or agrees with which, and which material is a way out.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::profile::Field;
use crate::rules::compile::nearest;
use crate::rules::condition::{Condition, can_hold};
use crate::rules::gate::Gate;
use crate::rules::problem::{File, Problems};
use crate::rules::rule::{Rule, RuleBase, RuleKey, RuleKind, WayOut};
use crate::rules::sources::Sources;

/// A rule between the pass that reads it and the pass that links it.
pub(super) struct Draft {
    pub(super) rule: Rule,
    /// Stem and audience: where short references are looked up.
    pub(super) home: (String, String),
    pub(super) superseded_by: Vec<Reference>,
    pub(super) overrides: Vec<Reference>,
    pub(super) agrees_with: Vec<Reference>,
    pub(super) way_out: Option<Reference>,
}

/// The name of another rule, and where it is written: in the rule's file or in its pattern's.
pub(super) struct Reference {
    pub(super) name: String,
    pub(super) file: Arc<File>,
    pub(super) span: Range<usize>,
}

/// Orders the rules, resolves what they say of each other and merges what agrees.
pub(super) fn link(mut drafts: Vec<Draft>, sources: Sources, problems: &mut Problems) -> RuleBase {
    // A stable sort: inside a file, rules stay as written.
    drafts.sort_by_key(|draft| draft.rule.province);
    let mut by_id = HashMap::new();
    let mut by_key = HashMap::new();
    for (index, draft) in drafts.iter().enumerate() {
        if let Some(other) = by_key.insert(RuleKey::of(&draft.rule.id), index).map(|other: usize| &drafts[other].rule.id)
            && *other != draft.rule.id
        {
            let message = format!("the id `{}` has the same key as `{other}`", draft.rule.id);
            problems.list.push(draft.rule.written.problem(message, "give one of them another name"));
        }
        if by_id.insert(draft.rule.id.clone(), index).is_some() {
            problems
                .list
                .push(draft.rule.written.problem(format!("the id `{}` is used twice", draft.rule.id), "give each rule an id of its own"));
        }
    }
    let resolve = |draft: &Draft, reference: &Reference, problems: &mut Problems| {
        let (stem, audience) = &draft.home;
        let name = &reference.name;
        let found =
            [format!("{stem}.{audience}.{name}"), format!("{stem}.{name}"), name.clone()].iter().find_map(|id| by_id.get(id).copied());
        if found.is_none() {
            let help = nearest(&format!("{stem}.{audience}.{name}"), by_id.keys().map(String::as_str));
            problems.add(&reference.file, reference.span.clone(), format!("there is no rule `{name}`"), help);
        }
        found
    };
    let mut links = Vec::with_capacity(drafts.len());
    for draft in &drafts {
        let mut all = |references: &[Reference]| -> Vec<usize> {
            references.iter().filter_map(|reference| resolve(draft, reference, problems)).collect()
        };
        let (superseded_by, overrides, agrees_with) = (all(&draft.superseded_by), all(&draft.overrides), all(&draft.agrees_with));
        let way_out = draft.way_out.as_ref().and_then(|reference| {
            let found = resolve(draft, reference, problems)?;
            if !matches!(drafts[found].rule.kind, RuleKind::Material | RuleKind::Approval) {
                let message = format!("the way out `{}` is a {}", reference.name, drafts[found].rule.kind);
                problems.add(&reference.file, reference.span.clone(), message, "a way out is a material or an approval, or true");
            }
            Some(found)
        });
        links.push((superseded_by, overrides, agrees_with, way_out));
    }
    let mut overridden = Vec::new();
    for (index, (draft, (superseded_by, overrides, agrees_with, way_out))) in drafts.iter_mut().zip(links).enumerate() {
        overridden.extend(overrides.into_iter().map(|general| (general, index)));
        if superseded_by.contains(&index) {
            problems.list.push(draft.rule.written.problem(format!("`{}` supersedes itself", draft.rule.id), "name the newer rule"));
        }
        draft.rule.superseded_by = superseded_by;
        draft.rule.agrees_with = agrees_with;
        if let Some(material) = way_out {
            draft.rule.way_out = WayOut::Material(material);
        }
    }
    let mut rules: Vec<Rule> = drafts.into_iter().enumerate().map(|(index, draft)| Rule { index, ..draft.rule }).collect();
    for (general, local) in overridden {
        rules[general].overridden_by.push(local);
    }
    let nationwide = rules.iter().take_while(|rule| rule.province.is_none()).count();
    link_overrides(&mut rules, nationwide);

    let mut provinces = vec![0..0; Field::Province.allowed_values().len()];
    for (index, rule) in rules.iter().enumerate() {
        if let Some(province) = rule.province {
            let range = &mut provinces[usize::from(province)];
            let start = if range.start == range.end { index } else { range.start };
            *range = start..index + 1;
        }
    }
    let gates = rules.iter().map(|rule| Gate::of(&rule.when)).collect();
    RuleBase { rules, gates, sources, exclusions: Vec::new(), nationwide, provinces, by_id, by_key }
}

/// Where a province has a rule of the same pattern as the nation, the province's takes its place. Where both ask the same,
/// the province's cites the nation's lines as well.
fn link_overrides(rules: &mut [Rule], nationwide: usize) {
    let (nation, provinces) = rules.split_at_mut(nationwide);
    for (offset, local) in provinces.iter_mut().enumerate() {
        for (index, general) in nation.iter_mut().enumerate() {
            // Approvals of different categories share a pattern, and none takes another's place; neither do deadlines of different events.
            let same_pattern =
                general.pattern.is_some() && general.pattern == local.pattern && general.kind != RuleKind::Approval && !general.apart;
            if !same_pattern || !can_hold(&Condition::all([general.when.clone(), local.when.clone()])) {
                continue;
            }
            general.overridden_by.push(nationwide + offset);
            if general.kind == local.kind && general.check == local.check && general.parameters == local.parameters {
                local.agrees_with.push(index);
            }
        }
    }
}
