//! Ten thousand conversations at random: each ends, none asks the same thing twice without cause, and a replay gives the same session.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use beian_bot::assistant::Assistant;
use beian_bot::dialogue::{ChoiceValue, Input, Reply, Session, State, turn};
use beian_bot::profile::{Field, FieldSet};
use common::now;

const CONVERSATIONS: u64 = 10_000;
/// Turns after which a conversation counts as endless: each field asked, misunderstood and taken back would need fewer.
const TURNS_MAX: usize = 4 * Field::COUNT;

/// Numbers from a seed: the walk of a seed is always the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        // xorshift64*
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % sides
    }
}

const OTHER_TEXTS: [&str; 14] =
    ["不知道", "asdf", "/why", "/result", "/help", "为什么", "90", "181", "17", "2027-03-01", "半年", "example.com", "是", "没有"];

fn input(dice: &mut Dice, choices: &[ChoiceValue]) -> Input {
    match dice.roll(20) {
        0 => Input::Text(OTHER_TEXTS[dice.roll(OTHER_TEXTS.len())].to_owned()),
        // Going back must not go on for ever.
        1 if dice.roll(3) == 0 => Input::Text("/undo".to_owned()),
        _ => match choices {
            [] | [ChoiceValue::Skip] => Input::Text(OTHER_TEXTS[dice.roll(OTHER_TEXTS.len())].to_owned()),
            choices => Input::Choose(choices[dice.roll(choices.len())].token()),
        },
    }
}

#[test]
fn every_conversation_ends_and_asks_nothing_twice_without_cause() {
    let assistant = Assistant::load(None).expect("the built-in rules are sound");
    let mut longest = 0;
    for seed in 1..=CONVERSATIONS {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mut taken = turn(assistant.knowledge(), &Session::default(), &Input::Open, now());
        let mut inputs = vec![Input::Open];
        let mut settled = FieldSet::EMPTY;
        loop {
            let state = &taken.session.filing.state;
            if *state == State::Resting {
                break;
            }
            assert!(inputs.len() < TURNS_MAX, "conversation {seed} does not end: {inputs:?}");
            let input = match state {
                State::Offering => Input::Choose("continue".to_owned()),
                _ => input(&mut dice, &taken.choices),
            };
            taken = turn(assistant.knowledge(), &taken.session, &input, now());
            assert!(!taken.replies.is_empty(), "conversation {seed}: no reply to {input:?}");
            for reply in &taken.replies {
                match reply {
                    Reply::Understood { answers } => answers.iter().for_each(|(field, _)| settled.insert(*field)),
                    Reply::SetAside { field } | Reply::GaveUp { field } => settled.insert(*field),
                    // Taken back: to be asked again.
                    Reply::Undone { fields } => fields.iter().for_each(|field| settled.remove(*field)),
                    Reply::Question { field, .. } => {
                        assert!(!settled.contains(*field), "conversation {seed}: {field} is asked again after {inputs:?}");
                    }
                    _ => {}
                }
            }
            inputs.push(input);
        }
        longest = longest.max(inputs.len());
        // The same inputs give the same session.
        if seed % 10 == 0 {
            let replayed =
                inputs.iter().fold(Session::default(), |session, input| turn(assistant.knowledge(), &session, input, now()).session);
            assert_eq!(replayed, taken.session, "conversation {seed}: a replay differs");
        }
    }
    println!("{CONVERSATIONS} conversations, the longest of {longest} turns");
}
