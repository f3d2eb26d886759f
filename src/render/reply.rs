//! Replies in words.

use std::sync::OnceLock;

use super::catalog::{Args, Catalog};
use super::picture;
use super::rule_text::{RuleText, RuleTexts, citation_text};
use crate::dialogue::{ChoiceValue, FILINGS_MAX, FilingLabel, Progress, Reply, Session, SmallTalk, Turn, Unread};
use crate::language::Language;
use crate::matching::Elsewhere;
use crate::profile::{Field, FieldSet, Kind, Value};
use crate::rules::{Check, Item, Rule, RuleBase, RuleKind, Status};

/// What a person is shown: a text, and what can be chosen in answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub text: String,
    pub choices: Vec<Choice>,
    /// A file that comes along.
    pub file: Option<File>,
    /// A picture that goes before it, on channels that show pictures.
    pub picture: Option<Picture>,
}

impl Message {
    /// The text, with that of its file below it: for channels that show no files.
    pub fn with_file(&self) -> String {
        match &self.file {
            Some(file) => format!("{}\n\n{}", self.text, file.text.trim_start_matches('\u{feff}').trim_end()),
            None => self.text.clone(),
        }
    }

    /// A text alone.
    pub fn of(text: String) -> Message {
        Message { text, choices: Vec::new(), file: None, picture: None }
    }
}

/// A picture of the way, to be drawn where it is shown: a drawing is large and a description small.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub language: Language,
    pub way: picture::Way,
    pub title: String,
}

impl Picture {
    /// The drawing, a PNG; none where the way has no such step.
    pub fn draw(&self, catalog: &Catalog) -> Option<Vec<u8>> {
        picture::way(catalog, self.language, self.way, &self.title)
    }
}

/// A file for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub name: String,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What a program or a button sends.
    pub value: String,
    /// What a person reads.
    pub label: String,
    /// The command that does the same, where there is one.
    pub command: Option<&'static str>,
}

/// Items listed when a person asks why a question is asked.
const WHY_ITEMS_MAX: usize = 6;
/// Fields named in an explanation.
const FIELDS_NAMED_MAX: usize = 8;

/// Puts replies into words.
pub struct Renderer<'k> {
    pub catalog: &'k Catalog,
    pub rules: &'k RuleBase,
    /// After how many days without use a person's answers are deleted, where somebody else keeps them: told at the beginning.
    pub kept_days: Option<u32>,
    texts: &'k SpokenRules,
}

/// The rules in words, by language: put into words once, when the language is first spoken.
#[derive(Default)]
pub struct SpokenRules([OnceLock<RuleTexts>; 2]);

impl<'k> Renderer<'k> {
    pub fn new(catalog: &'k Catalog, rules: &'k RuleBase, texts: &'k SpokenRules) -> Renderer<'k> {
        Renderer { catalog, rules, kept_days: None, texts }
    }

    /// The words of a rule.
    pub fn rule_text(&self, language: Language, rule: &Rule) -> &RuleText {
        self.texts.0[language as usize].get_or_init(|| RuleTexts::new(self.catalog, self.rules, language)).of(rule)
    }

    pub(super) fn title(&self, language: Language, rule: &Rule) -> String {
        self.rule_text(language, rule).title.clone()
    }

    pub(super) fn field_name(&self, language: Language, field: Field) -> String {
        self.catalog.text(language, &format!("field-{field}"), &Args::none())
    }

    /// Answers in one line: «省份：广东；…».
    pub(super) fn answers(&self, language: Language, answers: &[(Field, Value)]) -> String {
        let lines: Vec<String> = answers.iter().map(|(field, value)| self.an_answer(language, *field, value)).collect();
        self.catalog.list(language, "list-answers", &lines)
    }

    fn an_answer(&self, language: Language, field: Field, value: &Value) -> String {
        let args = Args::none().with("field", self.field_name(language, field)).with("value", self.catalog.value(language, field, value));
        self.catalog.text(language, "ui-answers-item", &args)
    }

    /// The messages of a turn. Choices go with the last one.
    pub fn turn(&self, turn: &Turn<'_>) -> Vec<Message> {
        let language = turn.session.person.language;
        let mut messages: Vec<Message> = Vec::new();
        let mut pending: Vec<String> = Vec::new();
        for reply in &turn.replies {
            let text = self.reply(language, reply);
            if let Reply::Progress(way) = reply {
                if !pending.is_empty() {
                    messages.push(Message::of(pending.join("\n")));
                    pending.clear();
                }
                messages.push(Message { picture: Some(self.picture(language, way)), ..Message::of(text) });
            } else if matches!(reply, Reply::Checklist { .. } | Reply::File { .. } | Reply::Export | Reply::Calendar { .. }) {
                if !pending.is_empty() {
                    messages.push(Message::of(pending.join("\n")));
                    pending.clear();
                }
                messages.push(Message { file: self.file(language, turn, reply), ..Message::of(text) });
            } else if !text.is_empty() {
                pending.push(text);
            }
        }
        if !pending.is_empty() {
            messages.push(Message::of(pending.join("\n")));
        }
        if let Some(last) = messages.last_mut() {
            last.choices = self.choices(&turn.session, &turn.choices);
        }
        messages
    }

    /// Choices in words.
    pub fn choices(&self, session: &Session, choices: &[ChoiceValue]) -> Vec<Choice> {
        choices.iter().map(|choice| self.choice(session.person.language, session, choice)).collect()
    }

    /// What goes along as a file: everything that is kept; or all of the checklist with what was said, so that a colleague can
    /// read it alone.
    fn file(&self, language: Language, turn: &Turn<'_>, reply: &Reply<'_>) -> Option<File> {
        let assessment = match reply {
            Reply::File { assessment } => assessment,
            Reply::Export => {
                let text = serde_json::to_string_pretty(&turn.session.exported()).unwrap_or_default();
                return Some(File { name: self.catalog.text(language, "file-export", &Args::none()), text });
            }
            Reply::Calendar { way } => return self.calendar(language, way),
            _ => return None,
        };
        let filing = &turn.session.filing;
        let plain = |key: &str| self.catalog.text(language, key, &Args::none());
        let label = self.label(language, &FilingLabel::of(filing));
        let title = self.catalog.text(language, "file-title", &Args::none().with("label", label.clone()));
        let day = self.catalog.text(language, "file-day", &Args::none().with("day", turn.day.to_string()));
        let mut lines = vec![title, day, String::new(), plain("file-answers")];
        lines.extend(filing.answers.iter().map(|answer| self.an_answer(language, answer.field, &answer.value)));
        lines.push(String::new());
        lines.push(self.checklist_in_full(language, assessment));
        let name: String = label.chars().map(|c| if c.is_alphanumeric() || matches!(c, '.' | '-') { c } else { '-' }).collect();
        let name = self.catalog.text(language, "file-name", &Args::none().with("label", name));
        // With a byte order mark, phones and spreadsheets know that it is UTF-8.
        Some(File { name, text: format!("\u{feff}{}\n", lines.join("\n")) })
    }

    fn choice(&self, language: Language, session: &Session, choice: &ChoiceValue) -> Choice {
        let say = |key: &str| self.catalog.text(language, key, &Args::none());
        let label = match choice {
            ChoiceValue::Value(field, value) => self.catalog.value(language, *field, value),
            ChoiceValue::Field(field) => match session.filing.answer(*field) {
                Some(answer) => self.an_answer(language, *field, &answer.value),
                None => {
                    let name = self.field_name(language, *field);
                    self.catalog.text(language, "ui-answers-empty", &Args::none().with("field", name))
                }
            },
            ChoiceValue::Filing(number) => self.filing_line(language, session, *number),
            ChoiceValue::Yes => say("choice-yes"),
            ChoiceValue::No => say("choice-no"),
            ChoiceValue::Skip => say("choice-skip"),
            ChoiceValue::Continue => say("choice-continue"),
            ChoiceValue::Later => say("choice-later"),
            ChoiceValue::Stage(stage) => self.stage(language, *stage),
            ChoiceValue::NoNews => say("choice-no-news"),
            ChoiceValue::Agree => say("choice-remind-yes"),
            ChoiceValue::Decline => say("choice-remind-no"),
            ChoiceValue::All => say("choice-all"),
            ChoiceValue::NoMore => say("choice-no-more"),
            ChoiceValue::Staff => say("choice-staff"),
            ChoiceValue::Item(key) => self.rules.rule_with(*key).map(|rule| self.title(language, rule)).unwrap_or_default(),
        };
        let command = matches!(choice, ChoiceValue::Skip).then_some("/skip");
        Choice { value: choice.token(), label, command }
    }

    fn reply(&self, language: Language, reply: &Reply<'_>) -> String {
        let say = |key: &str, args: &Args<'_>| self.catalog.text(language, key, args);
        let plain = |key: &str| say(key, &Args::none());
        let field_args = |field: &Field| Args::none().with("field", self.field_name(language, *field));
        match reply {
            Reply::Desk(reply) => self.of_desk(language, reply),
            Reply::Welcome => match self.kept_days {
                Some(days) => {
                    let keeping = say("ui-keeping", &Args::none().with("days", days.to_string()));
                    format!("{}\n{keeping}", plain("ui-welcome"))
                }
                None => plain("ui-welcome"),
            },
            Reply::WelcomeBack { answers } => say("ui-welcome-back", &Args::none().with("answers", answers.to_string())),
            Reply::Understood { answers } => {
                let line = say("ui-understood", &Args::none().with("answers", self.answers(language, answers)));
                if answers.len() > 1 { format!("{line}\n{}", plain("ui-understood-correct")) } else { line }
            }
            Reply::SetAside { field } => {
                let pointer = Args::none().with("where", plain(&format!("field-{field}.where")));
                format!("{}\n{}", say("ui-set-aside", &field_args(field)), say("ui-set-aside-where", &pointer))
            }
            Reply::Question { field, progress } => self.question(language, *field, *progress),
            Reply::DidYouMean { field, value } => {
                say("ui-did-you-mean", &Args::none().with("value", self.catalog.value(language, *field, value)))
            }
            Reply::Which { field, said } => say("ui-which", &field_args(field).with("said", said.clone())),
            Reply::Replace { before, after } if before.is_empty() => {
                say("ui-brought", &Args::none().with("answers", self.answers(language, after)))
            }
            Reply::Replace { before, after } => {
                let (before, after) = (self.answers(language, before), self.answers(language, after));
                say("ui-replace", &Args::none().with("before", before).with("after", after))
            }
            Reply::Elsewhere(place) => plain(match place {
                Elsewhere::HongKong => "ui-elsewhere-hong-kong",
                Elsewhere::Macao => "ui-elsewhere-macao",
                Elsewhere::Taiwan => "ui-elsewhere-taiwan",
                Elsewhere::Abroad => "ui-elsewhere-abroad",
            }),
            Reply::Explain { field } => {
                let hint = plain(&format!("field-{field}.hint"));
                say("ui-explain", &field_args(field).with("hint", hint).with("where", plain(&format!("field-{field}.where"))))
            }
            Reply::CannotSay => plain("ui-cannot-say"),
            Reply::WhichWasWrong => plain("ui-which-was-wrong"),
            Reply::SmallTalk(talk) => plain(match talk {
                SmallTalk::Greeting => "ui-greeting",
                SmallTalk::Thanks => "ui-thanks",
                SmallTalk::Bye => "ui-bye",
            }),
            Reply::NewFiling { label, copied: 0 } => say("ui-new-filing", &self.label_args(language, label)),
            Reply::NewFiling { label, copied } => {
                say("ui-new-filing-copied", &self.label_args(language, label).with("count", copied.to_string()))
            }
            Reply::Filings { stand } => {
                let lines = stand.iter().map(|stand| format!("· {}", self.stand(language, stand)));
                [plain("ui-filings")].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
            }
            Reply::OneFilingOnly => plain("ui-one-filing-only"),
            Reply::SwitchedTo { label, answers } => {
                say("ui-switched", &self.label_args(language, label).with("count", answers.to_string()))
            }
            Reply::NoSuchFiling => plain("ui-no-such-filing"),
            Reply::TooManyFilings => say("ui-too-many-filings", &Args::none().with("count", FILINGS_MAX.to_string())),
            Reply::NotUnderstood { field, failures } => {
                let hint = Args::none().with("hint", plain(&format!("field-{field}.hint")));
                let chooses = matches!(field.kind(), Kind::Choice(_) | Kind::Set(_) | Kind::Bool);
                match failures {
                    0 | 1 => say("ui-not-understood", &hint),
                    _ if chooses => plain("ui-not-understood-choices"),
                    _ => say("ui-not-understood-skip", &hint),
                }
            }
            Reply::GaveUp { field } => say("ui-gave-up", &field_args(field)),
            Reply::NothingAsked => plain("ui-nothing-asked"),
            Reply::NoFilingNeeded { item } => {
                let text = &self.rule_text(language, item.rule).text;
                format!("{}\n{text}\n{}{}", plain("ui-no-filing"), self.sources(language, item), plain("ui-no-filing-go-on"))
            }
            Reply::ProvinceNotCovered { province } => {
                let name = self.catalog.value(language, Field::Province, province);
                say("ui-province-not-covered", &Args::none().with("province", name))
            }
            Reply::Changed(changes) => self.changes(language, changes),
            Reply::Checklist { assessment, all } => self.checklist(language, assessment, *all),
            Reply::File { .. } => plain("ui-file"),
            Reply::Export => plain("ui-export"),
            Reply::NotBrought => plain("ui-not-brought"),
            Reply::AskToForget => plain("ui-ask-to-forget"),
            Reply::AskToDelete { label } => say("ui-ask-to-delete", &Args::none().with("label", self.label(language, label))),
            Reply::Deleted { label } => say("ui-deleted", &Args::none().with("label", self.label(language, label))),
            Reply::NotDeleted => plain("ui-not-deleted"),
            Reply::OnlyFiling => plain("ui-only-filing"),
            Reply::Forgotten => plain("ui-forgotten"),
            Reply::NothingForgotten => plain("ui-nothing-forgotten"),
            Reply::NumberHidden => plain("ui-number-hidden"),
            Reply::NotRead(what) => plain(match what {
                Unread::Document => "ui-no-documents",
                Unread::Voice => "ui-no-voice",
                Unread::Other => "ui-only-text",
            }),
            Reply::Stale => plain("ui-stale"),
            Reply::EditedTooLate => plain("ui-edited-too-late"),
            Reply::AnswersDropped => plain("ui-answers-dropped"),
            Reply::Offer { remaining } => say("ui-offer", &Args::none().with("count", remaining.to_string())),
            Reply::AllAsked { set_aside: 0 } => plain("ui-all-asked"),
            Reply::AllAsked { set_aside } => {
                let aside = say("ui-all-asked-aside", &Args::none().with("count", set_aside.to_string()));
                format!("{}\n{aside}", plain("ui-all-asked"))
            }
            Reply::Later => plain("ui-later"),
            Reply::WhyQuestion { field, items } => self.why_question(language, *field, items),
            Reply::WhyItem { item, facts } => self.why_item(language, item, facts),
            Reply::WhyGone { rule } => {
                let text = self.rule_text(language, rule);
                format!("{}\n{}\n{}", text.title, text.text, plain("ui-why-gone"))
            }
            Reply::NoSuchItem { shown: 0 } => plain("ui-no-such-item"),
            Reply::NoSuchItem { shown } => say("ui-no-such-item-range", &Args::none().with("shown", shown.to_string())),
            Reply::Answers => plain("ui-answers"),
            Reply::NoAnswers => plain("ui-no-answers"),
            Reply::NoSuchAnswer => plain("ui-no-such-answer"),
            Reply::Undone { fields } => {
                let fields: Vec<String> = fields.iter().map(|field| say("ui-undone-field", &field_args(field))).collect();
                say("ui-undone", &Args::none().with("fields", self.catalog.list(language, "list-and", &fields)))
            }
            Reply::Restored { field, value } => {
                say("ui-restored", &field_args(field).with("value", self.restored(language, *field, value)))
            }
            Reply::Unchanged { field } => say("ui-unchanged", &field_args(field)),
            Reply::RestartUndone => plain("ui-restart-undone"),
            Reply::OfferNotUnderstood => plain("ui-offer-not-understood"),
            Reply::NothingToUndo => plain("ui-nothing-to-undo"),
            Reply::Restarted => plain("ui-restarted"),
            Reply::Help => plain("ui-help"),
            Reply::LanguageChanged => plain("ui-language-changed"),
            Reply::NoSuchLanguage => plain("ui-no-such-language"),
            Reply::NoSuchCommand { nearest: None } => plain("ui-no-such-command"),
            Reply::NoSuchCommand { nearest: Some(command) } => say("ui-no-such-command-nearest", &Args::none().with("command", *command)),
            // Of a filing's course.
            other => self.course(language, other),
        }
    }

    pub(super) fn label(&self, language: Language, label: &FilingLabel) -> String {
        let numbered = || self.catalog.text(language, "ui-filing-number", &Args::none().with("number", label.number.to_string()));
        label.name.clone().unwrap_or_else(numbered)
    }

    fn label_args(&self, language: Language, label: &FilingLabel) -> Args<'static> {
        Args::none().with("label", self.label(language, label))
    }

    /// A filing in the list: its name, its province, how much is known, and whether it is the current one.
    fn filing_line(&self, language: Language, session: &Session, number: u32) -> String {
        let Some(filing) = session.filings().into_iter().find(|filing| filing.number == number) else { return number.to_string() };
        let province = filing.answer(Field::Province).map(|answer| self.catalog.value(language, Field::Province, &answer.value));
        let known = self.catalog.text(language, "ui-filing-answers", &Args::none().with("count", filing.answers.len().to_string()));
        let facts: Vec<String> = province.into_iter().chain([known]).collect();
        let args = self.label_args(language, &FilingLabel::of(filing)).with("facts", self.catalog.list(language, "list-and", &facts));
        let key = if number == session.filing.number { "ui-filing-current" } else { "ui-filing" };
        self.catalog.text(language, key, &args)
    }

    fn question(&self, language: Language, field: Field, progress: Progress) -> String {
        let mut text = match progress {
            Progress::First { number, of } => {
                let args = Args::none().with("number", number.to_string()).with("of", of.to_string());
                self.catalog.text(language, "progress-first", &args)
            }
            Progress::Remaining(count) => self.catalog.text(language, "progress-remaining", &Args::none().with("count", count.to_string())),
            Progress::Single | Progress::Again => String::new(),
        };
        if !text.is_empty() && language == Language::English {
            text.push(' ');
        }
        self.catalog.write(language, &format!("field-{field}.ask"), &Args::none(), &mut text);
        if progress != Progress::Again {
            text.push('\n');
            self.catalog.write(language, &format!("field-{field}.hint"), &Args::none(), &mut text);
        }
        text
    }

    fn why_question(&self, language: Language, field: Field, items: &[Item<'_>]) -> String {
        let args = Args::none().with("field", self.field_name(language, field));
        if items.is_empty() {
            return self.catalog.text(language, "ui-why-question-none", &args);
        }
        let mut lines = vec![self.catalog.text(language, "ui-why-question", &args)];
        for item in items.iter().take(WHY_ITEMS_MAX) {
            let sources = super::rule_text::short_sources(self.catalog, &self.rules.sources, item, language);
            lines.push(format!("· {} ‹{sources}›", self.title(language, item.rule)));
        }
        if items.len() > WHY_ITEMS_MAX {
            let more = Args::none().with("count", (items.len() - WHY_ITEMS_MAX).to_string());
            lines.push(self.catalog.text(language, "ui-why-more", &more));
        }
        lines.join("\n")
    }

    fn why_item(&self, language: Language, item: &Item<'_>, facts: &[(Field, Value)]) -> String {
        let text = self.rule_text(language, item.rule);
        let mut lines = vec![text.title.clone(), text.text.clone()];
        let status = match (item.status, item.check, item.rule.kind) {
            (Status::MayApply, _, _) => Some("status-may-apply"),
            (_, Check::Pass, RuleKind::Material | RuleKind::Approval) => Some("status-in-hand"),
            (_, Check::Pass, _) => Some("status-pass"),
            (_, Check::Fail, _) => Some("status-fail"),
            (_, Check::Unknown, RuleKind::Requirement) => Some("status-unknown"),
            _ => None,
        };
        lines.extend(status.map(|key| format!("→ {}", self.catalog.text(language, key, &Args::none()))));
        if let Some(newer) = item.replaced_by {
            let args = Args::none().with("title", self.title(language, newer));
            lines.push(self.catalog.text(language, "ui-why-replaced", &args));
        }
        if !facts.is_empty() {
            let facts: Vec<String> = facts.iter().map(|(field, value)| self.an_answer(language, *field, value)).collect();
            let args = Args::none().with("facts", self.catalog.list(language, "list-and", &facts));
            lines.push(self.catalog.text(language, "ui-why-because", &args));
        }
        if item.open != FieldSet::EMPTY {
            let fields = self.field_names(language, item.open, FIELDS_NAMED_MAX);
            lines.push(self.catalog.text(language, "ui-why-open", &Args::none().with("fields", fields)));
        }
        lines.push(self.sources(language, item).trim_end().to_owned());
        if self.rests_on_old_documents(item) {
            lines.push(self.catalog.text(language, "ui-why-old", &Args::none()));
        }
        lines.join("\n")
    }

    /// The citations in full, a line each.
    pub(super) fn sources(&self, language: Language, item: &Item<'_>) -> String {
        let mut text = self.catalog.text(language, "ui-why-sources", &Args::none());
        text.push('\n');
        for citation in item.sources() {
            text.push_str("· ");
            text.push_str(&citation_text(self.catalog, &self.rules.sources, citation, language));
            text.push('\n');
        }
        text
    }
}
