//! What a person did, and what is done in return: from an arrival and a session to a session and calls. Pure.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::api::Call;
use super::button::{Button, Press};
use super::incoming::{Act, Arrival, Pressed, Thing};
use super::outgoing::{Asked, answer_press, label, point_to_private, say, show_chosen, show_keyboard};
use crate::assistant::Assistant;
use crate::desk::invitation::{Invitation, Key, Refusal};
use crate::dialogue::{
    Effect, Input, Invited, Noticed, Person, QuestionId, Reply, Session, Turn, Unread, choices, day_in_china, reminders, turn,
};
use crate::language::Language;
use crate::matching;
use crate::profile::Field;
use crate::render::{Args, File, Message, Renderer};

/// What comes of an arrival.
pub struct Outcome {
    /// The session from now on; none where nothing is kept.
    pub session: Option<Session>,
    /// What is to be done beside that.
    pub effect: Option<Effect>,
    /// What is worth counting.
    pub noticed: Vec<Noticed>,
    pub calls: Vec<Call>,
}

impl Outcome {
    fn answer(calls: Vec<Call>) -> Outcome {
        Outcome { session: None, effect: None, noticed: Vec::new(), calls }
    }
}

/// What the assistant speaks with.
pub struct Talker<'k> {
    assistant: &'k Assistant,
    renderer: Renderer<'k>,
    invitations: Option<&'k Invitations>,
}

/// What opens invitations, and the names of who invites.
#[derive(Debug, Clone)]
pub struct Invitations {
    pub key: Key,
    pub campaigns: BTreeMap<u32, String>,
}

impl Invitations {
    /// What somebody sends who comes by an invitation; none for other links. What reads as names of values is none.
    pub fn payload(text: &str) -> Option<&str> {
        let payload = text.strip_prefix("/start ")?.trim();
        let is_payload = payload.starts_with('i') && payload.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        let is_name = |part: &str| [Field::Province, Field::Filer].iter().any(|field| field.allowed_values().contains(&part));
        (is_payload && !payload.split('-').any(is_name)).then_some(payload)
    }

    /// What an invitation brings.
    fn open(&self, payload: &str, now: DateTime<Utc>) -> Invited {
        match Invitation::open(payload, &self.key, now) {
            Ok(Invitation { campaign, answers, .. }) => {
                // The key may be older than the database.
                let campaign = self.campaigns.get(&campaign).map(|name| (campaign, name.clone()));
                Invited::By { campaign, answers }
            }
            Err(Refusal::Expired { .. }) => {
                tracing::info!("an invitation is over");
                Invited::Expired
            }
            Err(refusal) => {
                tracing::warn!(%refusal, "an invitation is refused");
                Invited::Forged
            }
        }
    }
}

impl<'k> Talker<'k> {
    /// `kept_days`: after how many days without use a person's answers are deleted.
    pub fn new(assistant: &'k Assistant, kept_days: u32) -> Talker<'k> {
        let mut renderer = assistant.renderer();
        renderer.kept_days = Some(kept_days);
        Talker { assistant, renderer, invitations: None }
    }

    /// The same, and able to open invitations.
    #[must_use]
    pub fn with_invitations(self, invitations: &'k Invitations) -> Talker<'k> {
        Talker { invitations: Some(invitations), ..self }
    }

    /// Takes what arrived. Blocking and unblocking are the store's matter and change no session.
    pub fn take(&self, known: Option<&Session>, arrival: &Arrival, now: DateTime<Utc>) -> Outcome {
        let begun = known.is_some();
        let session = &match known {
            Some(session) => Cow::Borrowed(session),
            None => {
                let language = language_of(arrival.language.as_deref());
                Cow::Owned(Session { person: Person { language, ..Person::default() }, ..Session::default() })
            }
        };
        match &arrival.act {
            Act::Said { text, id } => {
                let input = match Invitations::payload(text).zip(self.invitations) {
                    Some((payload, invitations)) => Input::Invited(invitations.open(payload, now)),
                    None => Input::Message { text: text.clone(), id: *id },
                };
                self.told(session, arrival.chat, &input, now)
            }
            Act::Edited { text, id } if begun => self.told(session, arrival.chat, &Input::Edited { text: text.clone(), id: *id }, now),
            // Of what was said before the person was known, nothing can change.
            Act::Edited { text, id } => self.told(session, arrival.chat, &Input::Message { text: text.clone(), id: *id }, now),
            Act::Recaptioned { .. } if begun => self.told(session, arrival.chat, &Input::Recaptioned, now),
            Act::Recaptioned { .. } => Outcome::answer(Vec::new()),
            Act::Pressed { query, data, under } => self.pressed(session, arrival, query, data, under.as_deref(), now),
            Act::Sent { what, caption, id } => {
                let what = match what {
                    Thing::Document => Unread::Document,
                    Thing::Voice => Unread::Voice,
                    Thing::Contact | Thing::Other => Unread::Other,
                };
                self.told(session, arrival.chat, &Input::Unread { what, words: caption.clone(), id: *id }, now)
            }
            Act::Left | Act::Returned => Outcome { session: known.cloned(), ..Outcome::answer(Vec::new()) },
            Act::InGroup { text, id, bot } => self.in_group(arrival, text, *id, bot, now),
            // The staff is no person with a session: the clerk deals with them.
            Act::AtDesk(_) => Outcome::answer(Vec::new()),
            Act::PressedInGroup { query } => {
                let language = language_of(arrival.language.as_deref());
                Outcome::answer(answer_press(query, Some(&self.text(language, "ui-toast-stale"))).into_iter().collect())
            }
        }
    }

    /// What is said when something went wrong inside: the session is as it was.
    pub fn apology(&self, session: Option<&Session>, arrival: &Arrival) -> Vec<Call> {
        let language = session.map_or_else(|| language_of(arrival.language.as_deref()), |session| session.person.language);
        let text = self.text(language, "ui-broken");
        say(arrival.chat, &[Message::of(text)], None)
    }

    /// Says what is due to be said unasked; none where nothing is.
    pub fn remind(&self, session: &Session, chat: i64, now: DateTime<Utc>) -> Option<Outcome> {
        let spoken = reminders::speak(self.assistant.knowledge(), session, now)?;
        let message = self.renderer.reminder(&spoken);
        let question = spoken.session.person.reminders.as_ref().and_then(QuestionId::of_reminder)?;
        let asked = Asked { field: None, ticked: &[], ..self.asked(&spoken.session, &question, &message.choices) };
        let keyboard = asked.keyboard();
        let calls = say(chat, &[message], keyboard);
        Some(Outcome { session: Some(spoken.session), ..Outcome::answer(calls) })
    }

    /// Hands over what is kept beside the session, as a file.
    pub fn hand_over(&self, chat: i64, language: Language, text: String) -> Vec<Call> {
        let file = File { name: self.text(language, "file-export-rest"), text };
        say(chat, &[Message { file: Some(file), ..Message::of(self.text(language, "ui-export-rest")) }], None)
    }

    fn text(&self, language: Language, key: &str) -> String {
        self.assistant.catalog.text(language, key, &Args::none())
    }

    /// Takes a turn and says what comes of it in the chat of the person.
    pub fn told(&self, session: &Session, chat: i64, input: &Input, now: DateTime<Utc>) -> Outcome {
        let turn = turn(self.assistant.knowledge(), session, input, now);
        let calls = self.said(&turn, chat);
        let kept = turn.effect != Some(Effect::Forget);
        Outcome { session: kept.then_some(turn.session), effect: turn.effect, noticed: turn.noticed, calls }
    }

    /// What a turn says, as calls.
    fn said(&self, turn: &Turn<'_>, chat: i64) -> Vec<Call> {
        let messages = self.renderer.turn(turn);
        let choices = messages.last().map(|message| message.choices.clone()).unwrap_or_default();
        let keyboard = self.asked(&turn.session, &turn.question, &choices).keyboard();
        say(chat, &messages, keyboard)
    }

    /// A filing is nobody else's business: in a group the bot points to a private chat, where it goes on with what it understood.
    /// Nothing of a group is kept.
    fn in_group(&self, arrival: &Arrival, text: &str, id: i32, bot: &str, now: DateTime<Utc>) -> Outcome {
        let language = language_of(arrival.language.as_deref());
        let told = matching::told(&self.assistant.vocabulary, None, text, day_in_china(now));
        let brought: Vec<String> = told
            .values
            .iter()
            .filter(|(field, _)| matches!(field, Field::Province | Field::Filer))
            .map(|(field, value)| value.canonical(*field))
            .collect();
        let (said, label) = (self.text(language, "ui-only-in-private"), self.text(language, "button-private"));
        Outcome::answer(point_to_private(arrival.chat, id, &said, &label, bot, &brought.join("-")).into_iter().collect())
    }

    fn asked<'a>(&'a self, session: &'a Session, question: &'a QuestionId, choices: &'a [crate::render::Choice]) -> Asked<'a> {
        Asked {
            catalog: &self.assistant.catalog,
            language: session.person.language,
            question,
            field: field_asked(session),
            choices,
            ticked: &session.filing.ticked,
        }
    }

    fn pressed(
        &self,
        session: &Session,
        arrival: &Arrival,
        query: &str,
        data: &str,
        under: Option<&Pressed>,
        now: DateTime<Utc>,
    ) -> Outcome {
        let language = session.person.language;
        let button = Button::parse(data).filter(|button| button.question.open_in(session).is_some());
        let Some(Button { press, question }) = button else { return self.pressed_too_late(session, arrival, query, under, now) };
        let only = |session, calls: Vec<Option<Call>>| Outcome {
            session: Some(session),
            ..Outcome::answer(calls.into_iter().flatten().collect())
        };
        let offered = self.renderer.choices(session, &choices(session, self.assistant.desk));
        let (token, chosen) = match &press {
            Press::Choose(token) => (token.clone(), under.and_then(|under| label(under, &press)).into_iter().collect()),
            Press::Done if session.filing.ticked.is_empty() => {
                return only(session.clone(), vec![answer_press(query, Some(&self.text(language, "ui-toast-none-marked")))]);
            }
            Press::Done => (session.filing.ticked.join(","), self.asked(session, &question, &offered).ticked_labels()),
            press => {
                let mut session = session.clone();
                // Only what is offered can be ticked.
                if let Press::Mark(token) = press
                    && offered.iter().any(|choice| choice.value == *token)
                {
                    tick(&mut session.filing.ticked, token);
                }
                let asked = self.asked(&session, &question, &offered);
                let keyboard = match press {
                    Press::Open(region) => asked.page(region),
                    _ => asked.keyboard(),
                };
                let shown = under.zip(keyboard).and_then(|(under, keyboard)| show_keyboard(arrival.chat, under, Some(keyboard)));
                return only(session, vec![answer_press(query, None), shown]);
            }
        };
        let outcome = self.told(session, arrival.chat, &Input::Press { question, token }, now);
        let mut calls: Vec<Call> = answer_press(query, None).into_iter().collect();
        if let Some(under) = under {
            let chosen = self.assistant.catalog.list(language, "list-and", &chosen);
            calls.extend(show_chosen(arrival.chat, under, &chosen));
        }
        calls.extend(outcome.calls);
        Outcome { calls, ..outcome }
    }

    /// A button of a question that is over: said kindly, and the present question is shown again.
    fn pressed_too_late(&self, session: &Session, arrival: &Arrival, query: &str, under: Option<&Pressed>, now: DateTime<Utc>) -> Outcome {
        let language = session.person.language;
        let mut calls: Vec<Call> = answer_press(query, Some(&self.text(language, "ui-toast-stale"))).into_iter().collect();
        calls.extend(under.and_then(|under| show_keyboard(arrival.chat, under, None)));
        let turn = turn(self.assistant.knowledge(), session, &Input::Press { question: QuestionId::none(), token: String::new() }, now);
        debug_assert!(turn.replies.iter().any(|reply| matches!(reply, Reply::Stale)), "no question has this name");
        calls.extend(self.said(&turn, arrival.chat));
        Outcome { session: Some(turn.session), ..Outcome::answer(calls) }
    }
}

/// Ticks a choice, or takes the tick away.
fn tick(ticked: &mut Vec<String>, token: &str) {
    match ticked.iter().position(|known| known == token) {
        Some(index) => drop(ticked.remove(index)),
        None => ticked.push(token.to_owned()),
    }
}

/// The field whose values are offered.
fn field_asked(session: &Session) -> Option<Field> {
    match session.filing.state {
        crate::dialogue::State::Asking { field, .. } => Some(field),
        _ => None,
    }
}

/// Chinese for whoever's program speaks Chinese or does not say; English for everybody else.
fn language_of(tag: Option<&str>) -> Language {
    match tag {
        None => Language::Chinese,
        Some(tag) if tag.to_lowercase().starts_with("zh") => Language::Chinese,
        Some(_) => Language::English,
    }
}
