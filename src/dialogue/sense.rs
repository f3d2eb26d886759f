//! Which questions and choices make sense, given the other answers.
//!
//! Only what is asked and offered: a question that is left out keeps its field unknown, and a choice that is not offered still
//! counts when it is typed. What holds for a filing stands in the rules.

use super::session::Filing;
use crate::profile::{Field, Profile, Value};

/// Whether a question would be pointless. It can still be answered through /edit.
pub(super) fn pointless(field: Field, profile: &Profile) -> bool {
    match field {
        // A first filing has no filed sites.
        Field::FiledSitesOpen | Field::FilingAgeDays | Field::ServerChange => profile.choice(Field::Operation) == Some("first_filing"),
        // What concerns a change or an access alone is asked when it is known to be one.
        Field::ChangeTo | Field::IndividualIsLegalRepOfUnit | Field::NumberChanged => profile.choice(Field::Operation) != Some("change"),
        Field::OriginalNameMatches | Field::OriginalNumberMatches | Field::OriginalPeopleMatch | Field::SubjectAtProvider => {
            profile.choice(Field::Operation) != Some("add_access")
        }
        // A passport has no address.
        Field::IdInProvince => profile.choice(Field::Identity) == Some("foreign"),
        _ => false,
    }
}

/// Whether a value is offered as a choice.
pub(super) fn is_offered(filing: &Filing, field: Field, value: &str) -> bool {
    let known = |field: Field| match &filing.answer(field)?.value {
        Value::Choice(index) => field.allowed_values().get(usize::from(*index)).copied(),
        _ => None,
    };
    match field {
        // Each provider sells its own products.
        Field::Server => match known(Field::Provider) {
            Some("aliyun") => !matches!(value, "cvm" | "site_builder"),
            Some("tencent") => matches!(value, "cvm" | "site_builder" | "self_hosted"),
            _ => true,
        },
        Field::IdDocument => document_is_offered(known(Field::Identity), value),
        Field::ManagerIdDocument => document_is_offered(known(Field::ManagerIdentity), value),
        // An individual has no shareholders.
        Field::DomainHolder => known(Field::Filer) != Some("individual") || matches!(value, "filer" | "other"),
        _ => true,
    }
}

/// Whether a value of a choice is offered; any other value is.
pub(super) fn is_offered_value(filing: &Filing, field: Field, value: &Value) -> bool {
    match value {
        Value::Choice(index) => field.allowed_values().get(usize::from(*index)).is_none_or(|name| is_offered(filing, field, name)),
        _ => true,
    }
}

/// The documents that a person from there can have.
fn document_is_offered(identity: Option<&str>, document: &str) -> bool {
    match identity {
        Some("mainland") => !matches!(document, "hmt_residence_permit" | "mainland_travel_permit" | "hong_kong_id"),
        Some("hong_kong_macao") => matches!(document, "hmt_residence_permit" | "mainland_travel_permit" | "passport" | "hong_kong_id"),
        Some("taiwan") => matches!(document, "hmt_residence_permit" | "mainland_travel_permit" | "passport"),
        Some("foreign") => document == "passport",
        _ => true,
    }
}
