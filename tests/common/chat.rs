//! A conversation written down as a person would read it: `>` is typed, the rest is said. Checklists are shown by the ids of
//! what is certain.

use std::sync::LazyLock;

use beian_bot::assistant::Assistant;
use beian_bot::dialogue::{Input, Person, Reply, Section, Session, arrange, turn};
use beian_bot::language::Language;
use beian_bot::render::Message;
use expect_test::Expect;

use super::now;

pub static ASSISTANT: LazyLock<Assistant> = LazyLock::new(|| Assistant::load(None).expect("the built-in rules are sound"));

/// What an ordinary company says until it has its checklist.
pub const GUANGDONG_COMPANY: [&str; 6] = ["是", "首次备案", "公司", "广东", "阿里云", "公司官网"];

/// Of a chat, more buttons than these are counted.
const SHOWN_MAX: usize = 4;

fn text(message: &Message) -> String {
    message.text.lines().map(|line| format!("  {line}\n")).collect()
}

fn buttons(message: &Message) -> String {
    let labels: Vec<_> = message.choices.iter().map(|choice| choice.label.as_str()).collect();
    if labels.is_empty() { String::new() } else { format!("  [{}]\n", labels.join("] [")) }
}

/// A message with all its buttons.
pub fn written(message: &Message) -> String {
    text(message) + &buttons(message)
}

pub struct Chat {
    pub session: Session,
    pub now: chrono::DateTime<chrono::Utc>,
    pub transcript: String,
    pub answers: usize,
}

impl Chat {
    pub fn begin(language: Language) -> Chat {
        let session = Session { person: Person { language, ..Person::default() }, ..Session::default() };
        let mut chat = Chat { session, now: now(), transcript: String::new(), answers: 0 };
        chat.take(&Input::Open);
        chat
    }

    /// A chat in which these things were said already; the transcript begins after them.
    pub fn after(language: Language, said: &[&str]) -> Chat {
        let mut chat = Chat::begin(language);
        said.iter().for_each(|text| chat.say(text));
        chat.transcript.clear();
        chat
    }

    pub fn say(&mut self, text: &str) {
        self.transcript.push_str(&format!("> {text}\n"));
        self.answers += 1;
        self.take(&Input::Text(text.to_owned()));
    }

    pub fn take(&mut self, input: &Input) {
        let renderer = ASSISTANT.renderer();
        let taken = turn(ASSISTANT.knowledge(), &self.session, input, self.now);
        let checklist = taken.replies.iter().find_map(|reply| match reply {
            Reply::Checklist { assessment, .. } => Some(assessment),
            _ => None,
        });
        let messages = renderer.turn(&taken);
        for message in &messages {
            if let Some(assessment) = checklist.filter(|_| message.text.contains('■')) {
                // Told by structure: the words have tests of their own.
                self.transcript.push_str(&format!("  [checklist: {}, {} to ask]\n", assessment.verdict.name(), assessment.questions.len()));
                for (section, item) in arrange(assessment) {
                    if !matches!(section, Section::Undecided | Section::Settled | Section::Notes | Section::Superseded) {
                        self.transcript.push_str(&format!("    {} {}\n", item.rule.kind, item.rule.id));
                    }
                }
            } else {
                self.transcript.push_str(&text(message));
            }
            match message.choices.len() {
                0..=SHOWN_MAX => self.transcript.push_str(&buttons(message)),
                many => self.transcript.push_str(&format!("  [{many} choices]\n")),
            }
        }
        self.session = taken.session;
    }

    pub fn check(&self, expect: Expect) {
        expect.assert_eq(&self.transcript);
    }
}
