//! What people call the things that a checklist asks for: found by the words of their titles and texts.

use std::collections::HashMap;

use crate::matching::normalize;
use crate::rules::{Item, Rule};

/// From this share of common letter pairs on, words name a title.
const LIKENESS_MIN: f64 = 0.6;

/// As words are compared: spelt in one way on both sides of the ocean.
fn spelt(text: &str) -> String {
    normalize(text).replace("license", "licence")
}

/// The words of the materials and approvals, in every language, by the index of their rule.
#[derive(Debug, Default)]
pub struct Names(HashMap<usize, Vec<Name>>);

#[derive(Debug)]
struct Name {
    title: String,
    text: String,
}

impl Names {
    pub fn add(&mut self, rule: &Rule, title: &str, text: &str) {
        self.0.entry(rule.index).or_default().push(Name { title: spelt(title), text: spelt(text) });
    }

    /// Whether words name one of these items by its title.
    pub fn calls(&self, items: &[Item<'_>], what: &str) -> bool {
        let what = &spelt(what);
        let named =
            |item: &Item<'_>| self.0.get(&item.rule.index).is_some_and(|names| names.iter().any(|name| what.contains(&*name.title)));
        items.iter().any(named)
    }

    /// Whether words are, or are part of, the title of one of these items: «域名注册和实名证书» is one thing.
    pub fn entitles(&self, items: &[Item<'_>], what: &str) -> bool {
        let what = &spelt(what);
        let titled = |item: &Item<'_>| self.0.get(&item.rule.index).is_some_and(|names| names.iter().any(|name| name.title.contains(what)));
        items.iter().any(titled)
    }

    /// The items that words mean: those that are called so, or else those whose text speaks of it. `what` is normalized.
    pub fn meant<'k>(&self, items: &[Item<'k>], what: &str) -> Vec<Item<'k>> {
        if what.chars().count() < 2 {
            return Vec::new();
        }
        let what = &*spelt(what);
        let called = |name: &Name| {
            name.title.contains(what) || what.contains(&*name.title) || strsim::sorensen_dice(&name.title, what) >= LIKENESS_MIN
        };
        let by = |means: &dyn Fn(&Name) -> bool| -> Vec<Item<'k>> {
            let named = |item: &&Item<'k>| self.0.get(&item.rule.index).is_some_and(|names| names.iter().any(means));
            items.iter().filter(named).copied().collect()
        };
        let called = by(&called);
        if called.is_empty() { by(&|name| name.text.contains(what)) } else { called }
    }
}
