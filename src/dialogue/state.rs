//! What a conversation waits for.

use chrono::NaiveDate;

use crate::profile::{Field, Value};
use crate::rules::RuleKey;

/// What the conversation is waiting for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum State {
    /// Nothing was said yet.
    #[default]
    New,
    /// An answer to the question for this field.
    Asking { field: Field, failures: u8 },
    /// Whether this value was meant.
    Confirming { field: Field, value: Value, failures: u8 },
    /// Which of these values was meant.
    Choosing { field: Field, values: Vec<Value>, failures: u8 },
    /// Whether answers that were given before are to be replaced by these.
    Replacing { answers: Vec<(Field, Value)> },
    /// Whether to go on after the first checklist.
    Offering,
    /// Which filing to go on with.
    ChoosingFiling,
    /// Which answer to change.
    ChoosingEdit,
    /// Whether everything about the person is to be deleted.
    Forgetting,
    /// Whether the filing with this number is to be deleted.
    Deleting { number: u32 },
    /// Which stage the filing reached.
    ChoosingStage,
    /// Why it was rejected.
    GivingReason,
    /// On which day the present stage was reached: in a span that ended on this day, where one was told («上个月»).
    Dating { by: Option<NaiveDate> },
    /// Which materials are in hand.
    Ticking,
    /// Which of these materials are: one word fits them all.
    TickingSome { keys: Vec<RuleKey> },
    /// Whether everything that is left is in hand.
    TickingAll,
    /// Whether reminders are wanted.
    Agreeing,
    /// Nothing: all is asked, or the person wanted to stop.
    Resting,
}

impl State {
    /// The field that the conversation asks about.
    pub fn asking(&self) -> Option<Field> {
        match self {
            State::Asking { field, .. } | State::Confirming { field, .. } | State::Choosing { field, .. } => Some(*field),
            State::Replacing { answers } => answers.first().map(|(field, _)| *field),
            State::New | State::Offering | State::ChoosingEdit | State::ChoosingFiling | State::Forgetting => None,
            State::Deleting { .. } | State::Resting => None,
            State::ChoosingStage | State::GivingReason | State::Dating { .. } | State::Agreeing => None,
            State::Ticking | State::TickingSome { .. } | State::TickingAll => None,
        }
    }
}
