//! What a button carries: at most 64 bytes, and still understood after a restart and years later.

use std::fmt;

use crate::dialogue::QuestionId;

/// The platform's limit.
pub const DATA_BYTES_MAX: usize = 64;
/// Buttons of another make are told apart by the first character.
const VERSION: char = '1';

/// A button under a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    pub question: QuestionId,
    pub press: Press,
}

/// What a press does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Press {
    /// Chooses this.
    Choose(String),
    /// Marks this as one of several, or takes the mark away.
    Mark(String),
    /// All are marked.
    Done,
    /// Shows the choices of this page.
    Open(String),
    /// Shows the pages.
    Pages,
}

impl Button {
    /// Reads what a button carries; none where it is of another make.
    pub fn parse(data: &str) -> Option<Button> {
        let rest = data.strip_prefix(VERSION)?;
        let (question, press) = rest.split_at_checked(8)?;
        let question = QuestionId::parse(question)?;
        let argument = || press.get(1..).unwrap_or_default().to_owned();
        let press = match press.chars().next()? {
            ':' => Press::Choose(argument()),
            '+' => Press::Mark(argument()),
            '!' => Press::Done,
            '>' => Press::Open(argument()),
            '<' => Press::Pages,
            _ => return None,
        };
        Some(Button { question, press })
    }
}

impl fmt::Display for Button {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{VERSION}{}", self.question)?;
        match &self.press {
            Press::Choose(token) => write!(formatter, ":{token}"),
            Press::Mark(token) => write!(formatter, "+{token}"),
            Press::Done => formatter.write_str("!"),
            Press::Open(page) => write!(formatter, ">{page}"),
            Press::Pages => formatter.write_str("<"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialogue::{ChoiceValue, Session};
    use crate::profile::{Field, Kind, Value};
    use proptest::prelude::*;

    #[test]
    fn every_choice_of_every_question_fits() {
        let question = QuestionId::of(&Session::default());
        let mut longest = 0;
        for field in Field::ALL {
            let mut choices = vec![ChoiceValue::Field(*field), ChoiceValue::Skip, ChoiceValue::Filing(u32::MAX)];
            match field.kind() {
                Kind::Choice(values) => {
                    choices.extend((0..values.len()).map(|index| ChoiceValue::Value(*field, Value::Choice(index as u8))))
                }
                Kind::Set(values) => choices.extend((0..values.len()).map(|index| ChoiceValue::Value(*field, Value::Set(1 << index)))),
                _ => {}
            }
            for choice in choices {
                let button = Button { question: question.clone(), press: Press::Choose(choice.token()) };
                let data = button.to_string();
                longest = longest.max(data.len());
                assert_eq!(Button::parse(&data), Some(button));
            }
        }
        assert!(longest <= DATA_BYTES_MAX, "{longest} bytes");
    }

    proptest! {
        #[test]
        fn any_data_is_a_button_or_none(data in "\\PC{0,64}|1[0-9a-f]{8}[:+!<>]\\PC{0,20}") {
            if let Some(button) = Button::parse(&data) {
                prop_assert_eq!(Button::parse(&button.to_string()), Some(button));
            }
        }
    }
}
