//! The checklist in words.

use super::catalog::Args;
use super::reply::Renderer;
use super::rule_text::short_sources;
use crate::dialogue::{Changes, Section, arrange, settled_by};
use crate::language::Language;
use crate::profile::FieldSet;
use crate::rules::{Assessment, Check, Item, Rule, Status, Verdict, WayOut};

/// Items named for an answer that settles several.
const TITLES_NAMED_MAX: usize = 2;
/// Fields named in «depends on …»; more would say nothing.
const FIELDS_NAMED_MAX: usize = 3;

impl Renderer<'_> {
    /// Verdict first, then the sections; a title and its sources for each item.
    pub(super) fn checklist(&self, language: Language, assessment: &Assessment<'_>, all: bool) -> String {
        let say = |key: &str| self.catalog.text(language, key, &Args::none());
        let arranged = arrange(assessment);
        // Where the sources are silent, «everything is there» would be a lie.
        let mut lines = if arranged.is_empty() { Vec::new() } else { vec![self.verdict(language, assessment, &arranged)] };
        // Whether a filing is needed at all comes before everything that it would take.
        for (_, item) in arranged.iter().filter(|(_, item)| item.rule.no_filing && item.status == Status::Applies) {
            let args = Args::none().with("title", self.title(language, item.rule));
            lines.insert(0, self.catalog.text(language, "verdict-no-filing", &args));
        }
        let mut folded = Vec::new();
        for section in Section::ALL {
            let title = say(section_key(section));
            let items: Vec<_> = arranged.iter().enumerate().filter(|(_, (own, _))| *own == section).collect();
            if items.is_empty() {
                continue;
            }
            if section.folded() && !all {
                let args = Args::none().with("section", title).with("count", items.len().to_string());
                folded.push(self.catalog.text(language, "checklist-count", &args));
                continue;
            }
            lines.push(String::new());
            lines.push(format!("■ {title}"));
            if section == Section::Undecided && !all {
                self.undecided(language, assessment, &items, &mut lines);
                continue;
            }
            for (index, (_, item)) in items {
                lines.push(self.checklist_item(language, index + 1, item));
            }
        }
        if arranged.is_empty() {
            lines.push(say("checklist-nothing"));
        }
        lines.push(String::new());
        if !folded.is_empty() {
            let sections = self.catalog.list(language, "list-and", &folded);
            lines.push(self.catalog.text(language, "checklist-folded", &Args::none().with("sections", sections)));
        }
        if !arranged.is_empty() {
            lines.push(say("checklist-why"));
        }
        lines.push(say("checklist-authority"));
        lines.join("\n")
    }

    fn verdict(&self, language: Language, assessment: &Assessment<'_>, arranged: &[(Section, Item<'_>)]) -> String {
        let failing = arranged.iter().any(|(section, _)| *section == Section::Failing);
        let mut blocking = arranged.iter().filter(|(section, _)| *section == Section::Blocking);
        let key = match assessment.verdict {
            // What only an old document says may have changed: that is worth a call before giving up.
            Verdict::Blocked if blocking.all(|(_, item)| self.rests_on_old_documents(item)) => "verdict-blocked-old".to_owned(),
            Verdict::ActionNeeded if failing => "verdict-action_needed-failing".to_owned(),
            verdict => format!("verdict-{}", verdict.name()),
        };
        self.catalog.text(language, &key, &Args::none())
    }

    /// Every item with its text and its sources in full.
    pub(super) fn checklist_in_full(&self, language: Language, assessment: &Assessment<'_>) -> String {
        let say = |key: &str| self.catalog.text(language, key, &Args::none());
        let arranged = arrange(assessment);
        let mut lines = vec![self.verdict(language, assessment, &arranged)];
        let mut section_before = None;
        for (index, (section, item)) in arranged.iter().enumerate() {
            if section_before != Some(*section) {
                lines.extend([String::new(), format!("■ {}", say(section_key(*section)))]);
                section_before = Some(*section);
            }
            let text = self.rule_text(language, item.rule);
            let args = Args::none().with("number", (index + 1).to_string()).with("title", text.title.clone());
            lines.push(self.catalog.text(language, "checklist-item", &args));
            lines.push(format!("   {}", text.text));
            lines.push(format!("   {}", self.sources(language, item).trim_end().replace('\n', "\n   ")));
        }
        if arranged.is_empty() {
            lines.push(say("checklist-nothing"));
        }
        lines.extend([String::new(), say("checklist-authority")]);
        lines.join("\n")
    }

    /// What may apply, in a line for each answer that settles it.
    fn undecided(&self, language: Language, assessment: &Assessment<'_>, items: &[(usize, &(Section, Item<'_>))], lines: &mut Vec<String>) {
        let settler = |(_, (_, item)): &(usize, &(Section, Item<'_>))| settled_by(assessment, item);
        for group in items.chunk_by(|a, b| settler(a) == settler(b)) {
            let (Some((first, _)), Some((last, _))) = (group.first(), group.last()) else { continue };
            let numbers = if first == last { format!("{}", first + 1) } else { format!("{}-{}", first + 1, last + 1) };
            let mut titles: Vec<String> =
                group.iter().take(TITLES_NAMED_MAX).map(|(_, (_, item))| self.title(language, item.rule)).collect();
            titles.dedup();
            let mut titles = self.catalog.list(language, "list-and", &titles);
            if group.len() > TITLES_NAMED_MAX {
                titles.push('…');
            }
            let field = group.first().and_then(settler).map(|field| self.field_name(language, field)).unwrap_or_default();
            let args = Args::none().with("numbers", numbers).with("field", field).with("titles", titles);
            lines.push(self.catalog.text(language, "checklist-undecided-group", &args));
        }
    }

    fn checklist_item(&self, language: Language, number: usize, item: &Item<'_>) -> String {
        let title = self.title(language, item.rule);
        let args = Args::none().with("number", number.to_string()).with("title", title);
        let mut line = self.catalog.text(language, "checklist-item", &args);
        if item.status == Status::MayApply {
            let fields = self.field_names(language, item.open, FIELDS_NAMED_MAX);
            self.catalog.write(language, "checklist-may", &Args::none().with("fields", fields), &mut line);
        }
        if item.check == Check::Fail && item.rule.way_out != WayOut::None {
            self.catalog.write(language, "checklist-way-out", &Args::none(), &mut line);
        }
        if self.rests_on_old_documents(item) {
            self.catalog.write(language, "checklist-old", &Args::none(), &mut line);
        }
        line.push_str("\n   ‹");
        line.push_str(&short_sources(self.catalog, &self.rules.sources, item, language));
        line.push('›');
        line
    }

    pub(super) fn rests_on_old_documents(&self, item: &Item<'_>) -> bool {
        item.sources().all(|citation| self.rules.sources.documents[citation.document].date == "older")
    }

    /// The names of fields, the first few of them.
    pub(super) fn field_names(&self, language: Language, fields: FieldSet, most: usize) -> String {
        let names: Vec<String> = fields.iter().take(most).map(|field| self.field_name(language, field)).collect();
        let mut list = self.catalog.list(language, "list-and", &names);
        if fields.len() > most {
            list.push('…');
        }
        list
    }

    pub(super) fn changes(&self, language: Language, changes: &Changes<'_>) -> String {
        let mut lines = vec![self.catalog.text(language, "changed-title", &Args::none())];
        let parts = [
            ("changed-failed", &changes.failed),
            ("changed-added", &changes.added),
            ("changed-met", &changes.met),
            ("changed-gone", &changes.gone),
        ];
        // What one province or filer demands in the same words as another has not changed for the person.
        let titles = |rules: &[&Rule]| -> Vec<String> { rules.iter().map(|rule| self.title(language, rule)).collect() };
        let (added, gone, failed) = (titles(&changes.added), titles(&changes.gone), titles(&changes.failed));
        for (key, rules) in parts {
            for title in titles(rules) {
                let stays = match key {
                    "changed-added" => gone.contains(&title),
                    "changed-gone" => added.contains(&title) || failed.contains(&title),
                    _ => false,
                };
                if !stays {
                    lines.push(self.catalog.text(language, key, &Args::none().with("title", title)));
                }
            }
        }
        if lines.len() == 1 { String::new() } else { lines.join("\n") }
    }
}

fn section_key(section: Section) -> &'static str {
    match section {
        Section::Blocking => "checklist-blocking",
        Section::Failing => "checklist-failing",
        Section::Materials => "checklist-materials",
        Section::Approvals => "checklist-approvals",
        Section::ToCheck => "checklist-tocheck",
        Section::Steps => "checklist-steps",
        Section::Undecided => "checklist-undecided",
        Section::Settled => "checklist-settled",
        Section::Notes => "checklist-notes",
        Section::Superseded => "checklist-superseded",
    }
}
