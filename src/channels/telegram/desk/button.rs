//! Buttons of the support desk: under a card, a prepared answer, the question for a rating.

use std::fmt;

use crate::rules::RuleKey;

/// A button, with the number of its case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskButton {
    /// An agent takes the case.
    Take(i64),
    /// The prepared answer goes to the person.
    Send(i64, RuleKey),
    /// The person rates what was done, from 1 to 5.
    Rate(i64, u8),
}

/// Buttons of another make are told apart by the first character.
const VERSION: char = 'd';

impl fmt::Display for DeskButton {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DeskButton::Take(case) => write!(formatter, "{VERSION}:take:{case}"),
            DeskButton::Send(case, rule) => write!(formatter, "{VERSION}:send:{case}:{rule}"),
            DeskButton::Rate(case, stars) => write!(formatter, "{VERSION}:rate:{case}:{stars}"),
        }
    }
}

impl DeskButton {
    /// Reads what a button carries; none where it is another one.
    pub fn parse(data: &str) -> Option<DeskButton> {
        let mut parts = data.strip_prefix(VERSION)?.strip_prefix(':')?.split(':');
        let (verb, case) = (parts.next()?, parts.next()?.parse().ok()?);
        let button = match verb {
            "take" => DeskButton::Take(case),
            "send" => DeskButton::Send(case, RuleKey::parse(parts.next()?)?),
            "rate" => DeskButton::Rate(case, parts.next()?.parse().ok().filter(|stars| (1..=5).contains(stars))?),
            _ => return None,
        };
        parts.next().is_none().then_some(button)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_button_carries_is_read_back_and_nothing_else_is() {
        let buttons = [DeskButton::Take(12), DeskButton::Send(i64::MAX, RuleKey::of("nation.all.age")), DeskButton::Rate(3, 5)];
        for button in buttons {
            let data = button.to_string();
            assert!(data.len() <= super::super::super::button::DATA_BYTES_MAX, "{data}");
            assert_eq!(DeskButton::parse(&data), Some(button));
        }
        for data in ["", "d", "d:", "d:take", "d:take:x", "d:take:1:2", "d:rate:1:6", "d:rate:1:0", "d:send:1:zz", "1:take:1", "d:drop:1"] {
            assert_eq!(DeskButton::parse(data), None, "{data}");
        }
    }
}
