//! The stages of a filing, in the order of the way.

use super::{Field, Value};

/// Where a filing stands: the values of the field `stage`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Stage {
    #[default]
    Preparing,
    Submitted,
    FirstReviewPassed,
    FirstReviewFailed,
    PhotoTaken,
    SecondReviewFailed,
    AuthorityReview,
    AuthorityRejected,
    Approved,
}

impl Stage {
    /// In the order of the field's values.
    pub const ALL: [Stage; 9] = [
        Stage::Preparing,
        Stage::Submitted,
        Stage::FirstReviewPassed,
        Stage::FirstReviewFailed,
        Stage::PhotoTaken,
        Stage::SecondReviewFailed,
        Stage::AuthorityReview,
        Stage::AuthorityRejected,
        Stage::Approved,
    ];

    pub fn name(self) -> &'static str {
        // The field lists one name for each stage; a test holds them together.
        Field::Stage.allowed_values().get(self as usize).copied().unwrap_or_default()
    }

    pub fn named(name: &str) -> Option<Stage> {
        Stage::of_index(Field::Stage.value_index(name)?)
    }

    pub fn of_value(value: &Value) -> Option<Stage> {
        match value {
            Value::Choice(index) => Stage::of_index(*index),
            _ => None,
        }
    }

    pub fn of_index(index: u8) -> Option<Stage> {
        Stage::ALL.get(usize::from(index)).copied()
    }

    pub fn value(self) -> Value {
        Value::Choice(self as u8)
    }

    /// The step of the way that the stage belongs to, from 1 to 5.
    pub fn step(self) -> u8 {
        match self {
            Stage::Preparing => 1,
            Stage::Submitted | Stage::FirstReviewFailed => 2,
            Stage::FirstReviewPassed | Stage::PhotoTaken | Stage::SecondReviewFailed => 3,
            Stage::AuthorityReview | Stage::AuthorityRejected => 4,
            Stage::Approved => 5,
        }
    }

    pub fn is_rejected(self) -> bool {
        matches!(self, Stage::FirstReviewFailed | Stage::SecondReviewFailed | Stage::AuthorityRejected)
    }

    /// Whether it is the applicant's turn to get things ready and hand them in.
    pub fn is_with_applicant(self) -> bool {
        self == Stage::Preparing || self.is_rejected()
    }

    /// The stages that may come next, the most likely first.
    pub fn next(self) -> &'static [Stage] {
        match self {
            Stage::Preparing | Stage::FirstReviewFailed | Stage::SecondReviewFailed => &[Stage::Submitted],
            Stage::Submitted => &[Stage::FirstReviewPassed, Stage::FirstReviewFailed],
            Stage::FirstReviewPassed => &[Stage::PhotoTaken, Stage::AuthorityReview],
            Stage::PhotoTaken => &[Stage::AuthorityReview, Stage::SecondReviewFailed],
            Stage::AuthorityReview => &[Stage::Approved, Stage::AuthorityRejected],
            Stage::AuthorityRejected => &[Stage::Submitted, Stage::AuthorityReview],
            Stage::Approved => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_stand_in_the_order_of_the_fields_values() {
        assert_eq!(Field::Stage.allowed_values().len(), Stage::ALL.len());
        for stage in Stage::ALL {
            assert_eq!(format!("{stage:?}").to_lowercase(), stage.name().replace('_', ""));
            assert_eq!(Stage::named(stage.name()), Some(stage));
        }
    }
}
