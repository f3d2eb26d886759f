//! Words that say how a value is meant, and what each does to each question.

use crate::profile::Field;

macro_rules! cues {
    ($($variant:ident $name:literal;)*) => {
        /// A kind of word in `rules/vocabulary/cues.toml`, where each is explained.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Cue { $($variant),* }

        impl Cue {
            pub fn named(name: &str) -> Option<Cue> {
                match name {
                    $($name => Some(Cue::$variant),)*
                    _ => None,
                }
            }

            pub const NAMES: &[&str] = &[$($name),*];
        }
    };
}

cues! {
    Not "not";
    NeutralNot "neutral_not";
    Assert "assert";
    Now "now";
    Turned "turned";
    Past "past";
    Later "later";
    Fix "fix";
    But "but";
    Question "question";
    Join "join";
    Others "others";
    Filing "filing";
    Unit "unit";
    Registered "registered";
    Office "office";
    Person "person";
    Card "card";
    Origin "origin";
    Server "server";
    Domain "domain";
    Phone "phone";
    Study "study";
    Work "work";
    Travel "travel";
    Trade "trade";
    Head "head";
    As "as";
    Staff "staff";
    Absent "absent";
    Named "named";
    Audience "audience";
    Beside "beside";
    ForWhom "for_whom";
    Bought "bought";
    Site "site";
    Filler "filler";
    // What is done to a filing, and to what of it.
    Add "add";
    Alter "alter";
    Remove "remove";
    Move "move";
    Info "info";
    Filed "filed";
    Existing "existing";
    Issued "issued";
    NewSite "new_site";
    Here "here";
    Unrelated "unrelated";
    Never "never";
    Except "except";
    Using "using";
    Lives "lives";
    Only "only";
    Listed "listed";
    Main "main";
    Teach "teach";
    Sell "sell";
    Principal "principal";
    Order "order";
    ForTrade "for_trade";
    // Put behind a place, makes the name of something else.
    AfterPlace "after_place";
}

/// On which side of a value a cue stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

/// What a cue adds to a value that it stands beside. Far below zero: the value is said of something else.
pub(super) fn weight(field: Field, cue: Cue, side: Side) -> f32 {
    use Side::{After, Before};
    /// Said of something else.
    const ELSE: f32 = -6.0;
    match (field, cue, side) {
        (Field::Content, Cue::Work, Before) => -1.0,
        (Field::Content, Cue::Work | Cue::Study, _) => -3.0,
        (Field::Content, Cue::Staff, After) => -4.0,
        (Field::Content, Cue::Others, Before) => -1.0,
        (Field::Content, Cue::Domain, Side::Before) => -3.0,
        (Field::Content, Cue::Site, _) => 1.0,
        (Field::Content, ..) => 0.0,
        // Relatives and helpers are not the ones who file; but an Indian may be a programmer.
        (Field::Identity, Cue::Others, After) => 0.0,
        (_, Cue::Others, _) => ELSE,
        (Field::Identity, Cue::Principal, Before) => 2.0,
        (Field::Filer | Field::Provider | Field::Identity, Cue::Using, Before) => 1.0,
        (Field::Province, Cue::Staff, _) => 0.0,
        (_, Cue::Staff, After) => -4.0,
        (Field::Operation, ..) => 0.0,
        (_, Cue::Filing, _) => 3.0,
        (Field::Province, Cue::Unit, Before) => 2.5,
        (Field::Province, Cue::Unit, After) => 2.0,
        (Field::Province, Cue::Registered, _) => 4.5,
        (Field::Province, Cue::Office, _) => 1.0,
        (Field::Province, Cue::Person, Before) => 1.0,
        (Field::Province, Cue::Card, _) => 0.5,
        (Field::Province, Cue::Origin, _) => -1.5,
        (Field::Province, Cue::Server | Cue::Domain | Cue::Phone, _) => ELSE,
        (Field::Province, Cue::Work, _) => 1.0,
        (Field::Province, Cue::Study, _) => -3.5,
        (Field::Province, Cue::Travel | Cue::Trade | Cue::Head, _) => ELSE,
        (Field::Province, Cue::Bought, After) => -3.0,
        (Field::Provider, Cue::Server, _) => 1.0,
        (Field::Provider, Cue::Domain, Before) => ELSE,
        (Field::Provider, Cue::Domain, After) => -4.0,
        (Field::Provider, Cue::Work, _) => ELSE,
        (Field::Filer, Cue::Work | Cue::Study, _) => -4.0,
        (Field::Filer, Cue::Issued, After) => -4.0,
        (Field::Filer, Cue::As, After) => 3.0,
        (Field::Filer, Cue::Unit | Cue::Registered, Before) => 1.5,
        (Field::Filer, Cue::Card, _) => 0.5,
        (Field::Filer, Cue::Domain | Cue::Server, Before) => -1.0,
        (Field::Identity, Cue::Work | Cue::Study | Cue::Travel | Cue::Server | Cue::Domain | Cue::Phone, _) => -4.0,
        (Field::Identity, Cue::Trade, _) => ELSE,
        (Field::Identity, Cue::Origin, Before) => -1.0,
        (Field::Identity, Cue::Card, _) => 1.0,
        _ => 0.0,
    }
}
