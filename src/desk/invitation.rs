//! An invitation: a link by which a person comes with some answers given already. Here it becomes the payload of the link, and back.
//!
//! A payload is at most 64 letters, digits, `-` and `_`, as Telegram takes them behind `?start=`: base64url of at most 48 bytes. It
//! begins with `i`, by which it is told from other payloads.
//!
//! | what | how |
//! | --- | --- |
//! | mark and version | 6 and 2 bits |
//! | hour of expiry | 20 bits, from 2026 on |
//! | campaign | groups of 4 bits |
//! | answers | the code of the field (short ones 1 + 3 bits, others 1 + 7), then the value |
//! | end | the short code 7, where the last byte has room for it, then zeros |
//! | seal | 16 bytes |
//!
//! A yes or no is one bit, a choice as many bits as its row in `codes` says, a set a mask of as many bits as it needs behind
//! their number, an integer groups of 4 bits, a text its length in 5 bits and UTF-8. Whoever knows no key can neither make nor change
//! an invitation; anybody can read what it says, so nothing that is secret belongs into it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, KeyInit as _, Mac as _};
use secrecy::{ExposeSecret as _, SecretString};
use sha2::Sha256;

use super::bits::{Reader, Writer};
use super::codes::{END, Form, LONG_CODE_BITS, SHORT_CODE_BITS, TABLE};
use crate::profile::{Field, Value};

/// The longest life of an invitation.
pub const LIFETIME_MAX: TimeDelta = TimeDelta::days(366);

/// Longest name of a campaign, in characters.
pub const CAMPAIGN_CHARS_MAX: usize = 40;

const BYTES_MAX: usize = 48;
const LETTERS_MAX: usize = 64;
const SEAL_BYTES: usize = 16;
/// In base64url the letter `i`.
const MARK: u8 = 34;
const VERSION: u8 = 0;
const HOUR: i64 = 60 * 60;
/// 2026-01-01T00:00:00Z, from which hours are counted.
const FIRST_HOUR: i64 = 1_767_225_600 / HOUR;
const HOUR_BITS: u32 = 20;
/// How many bits a set needs is told in this many.
const MASK_LENGTH_BITS: u32 = 6;
/// What the key signs beside invitations cannot be taken for one.
const PURPOSE: &[u8] = b"beian-bot invitation\0";

/// What a link brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Who or what invites, in the books of those who run the assistant.
    pub campaign: u32,
    /// In any order; they come out in the same.
    pub answers: Vec<(Field, Value)>,
    /// To the hour: what is between two counts as the later.
    pub expires: DateTime<Utc>,
}

/// What seals invitations and tells whether a seal is one's own.
#[derive(Debug, Clone)]
pub struct Key(SecretString);

/// Whether answers to a field can travel.
pub fn travels(field: Field) -> bool {
    TABLE.iter().any(|(_, known, _)| *known == field)
}

/// Why an invitation cannot be put into a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// `field` is the first answer that does not fit.
    #[error("the invitation needs {needed} bytes of {available}: the answer to {field} does not fit")]
    TooLong { needed: usize, available: usize, field: Field },
    /// The field never travels, or the value is none of the field's.
    #[error("the answer to {0} cannot travel in an invitation")]
    Unsuited(Field),
}

/// Why a payload is no invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the invitation was not made here, or was changed")]
    Forged,
    #[error("the invitation of campaign {campaign} expired at {since}")]
    Expired { since: DateTime<Utc>, campaign: u32 },
    #[error("the invitation was made by a newer version")]
    Unknown,
}

impl Key {
    /// From a secret text of any length; the longer the better.
    pub fn new(secret: SecretString) -> Key {
        Key(secret)
    }

    fn mac(&self, content: &[u8]) -> Hmac<Sha256> {
        #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
        let mac = Hmac::<Sha256>::new_from_slice(self.0.expose_secret().as_bytes()).expect("HMAC takes keys of any length");
        mac.chain_update(PURPOSE).chain_update(content)
    }

    fn sealed(&self, mut content: Vec<u8>) -> String {
        let seal = self.mac(&content).finalize().into_bytes();
        content.extend(seal.iter().take(SEAL_BYTES));
        URL_SAFE_NO_PAD.encode(content)
    }

    /// The content of a payload with this key's seal.
    fn unsealed(&self, payload: &str) -> Option<Vec<u8>> {
        if payload.len() > LETTERS_MAX {
            return None;
        }
        let mut bytes = URL_SAFE_NO_PAD.decode(payload).ok()?;
        let seal = bytes.split_off(bytes.len().checked_sub(SEAL_BYTES)?);
        self.mac(&bytes).verify_truncated_left(&seal).ok()?;
        Some(bytes)
    }
}

impl Invitation {
    /// Whether it is still open, and for no longer than [`LIFETIME_MAX`]: what lives longer is not opened.
    pub fn is_timely(&self, now: DateTime<Utc>) -> bool {
        now < self.expires && self.expires - now <= LIFETIME_MAX
    }

    /// The payload of its link.
    pub fn seal(&self, key: &Key) -> Result<String, SealError> {
        let mut content = Writer::default();
        content.number(u64::from(MARK << 2 | VERSION), 8);
        content.number(hours(self.expires), HOUR_BITS);
        content.groups(u64::from(self.campaign));
        let mut too_much = None;
        for (field, value) in &self.answers {
            write(&mut content, *field, value).ok_or(SealError::Unsuited(*field))?;
            if content.len() + SEAL_BYTES > BYTES_MAX {
                too_much.get_or_insert(*field);
            }
        }
        if let Some(field) = too_much {
            return Err(SealError::TooLong { needed: content.len() + SEAL_BYTES, available: BYTES_MAX, field });
        }
        if content.left() > SHORT_CODE_BITS {
            content.number(u64::from(END), 1 + SHORT_CODE_BITS);
        }
        Ok(key.sealed(content.into_bytes()))
    }

    /// Reads a payload that may come from anybody.
    pub fn open(payload: &str, key: &Key, now: DateTime<Utc>) -> Result<Invitation, Refusal> {
        let content = key.unsealed(payload).ok_or(Refusal::Forged)?;
        let (version, rest) = match content.split_first() {
            Some((first, rest)) if first >> 2 == MARK => (first & 3, rest),
            _ => return Err(Refusal::Forged),
        };
        if version != VERSION {
            return Err(Refusal::Unknown);
        }
        let mut content = Reader::new(rest);
        let expires = content.number(HOUR_BITS).and_then(moment).ok_or(Refusal::Unknown)?;
        let campaign = content.groups().and_then(|number| u32::try_from(number).ok()).ok_or(Refusal::Unknown)?;
        if now >= expires {
            return Err(Refusal::Expired { since: expires, campaign });
        }
        // The rest of an hour was added when it was sealed.
        if expires - now > LIFETIME_MAX + TimeDelta::hours(1) {
            return Err(Refusal::Forged);
        }
        // The seal is our own: what is not understood comes from those who know more fields and values.
        let answers = read(content).ok_or(Refusal::Unknown)?;
        Ok(Invitation { campaign, answers, expires })
    }
}

/// Hours until a moment, upwards. Before the first and after the last there are none: the one has expired, the other is too far.
fn hours(moment: DateTime<Utc>) -> u64 {
    let begun = moment.timestamp_subsec_nanos() > 0 || moment.timestamp().rem_euclid(HOUR) > 0;
    let hour = moment.timestamp().div_euclid(HOUR) + i64::from(begun) - FIRST_HOUR;
    u64::try_from(hour).unwrap_or(0).min((1 << HOUR_BITS) - 1)
}

fn moment(hours: u64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp((FIRST_HOUR + i64::try_from(hours).ok()?) * HOUR, 0)
}

/// None where the answer cannot travel.
fn write(content: &mut Writer, field: Field, value: &Value) -> Option<()> {
    let (code, _, form) = TABLE.iter().find(|(_, known, _)| *known == field).filter(|_| value.fits(field))?;
    if *code < END {
        content.number(u64::from(*code), 1 + SHORT_CODE_BITS);
    } else {
        content.number(1, 1);
        content.number(u64::from(*code), LONG_CODE_BITS);
    }
    match (form, value) {
        (Form::YesNo, Value::Bool(yes)) => content.number(u64::from(*yes), 1),
        (Form::Choice(bits, names), Value::Choice(index)) => {
            let name = field.allowed_values().get(usize::from(*index))?;
            content.number(names.iter().position(|known| known == name)? as u64, *bits);
        }
        (Form::Set(names), Value::Set(chosen)) => {
            let mut mask = 0;
            for name in crate::profile::set_names(field, *chosen) {
                mask |= 1_u64 << names.iter().position(|known| *known == name)?;
            }
            let length = u64::BITS - mask.leading_zeros();
            content.number(u64::from(length), MASK_LENGTH_BITS);
            content.number(mask, length);
        }
        (Form::Count, Value::Integer(number)) => content.groups(u64::try_from(*number).ok()?),
        // Zigzag: 0, -1, 1, -2, …
        (Form::Integer, Value::Integer(number)) => content.groups((number << 1 ^ number >> 63).cast_unsigned()),
        (Form::Text, Value::Text(text)) => content.text(text),
        _ => return None,
    }
    Some(())
}

/// None where something is not understood.
fn read(mut content: Reader<'_>) -> Option<Vec<(Field, Value)>> {
    let mut answers = Vec::new();
    while content.left() > SHORT_CODE_BITS as usize {
        let short = content.number(1)? == 0;
        let code = content.number(if short { SHORT_CODE_BITS } else { LONG_CODE_BITS })?;
        if short && code == u64::from(END) {
            break;
        }
        let (_, field, form) = TABLE.iter().find(|(known, ..)| u64::from(*known) == code)?;
        let value = match form {
            Form::YesNo => Value::Bool(content.number(1)? == 1),
            Form::Choice(bits, names) => {
                let name = names.get(usize::try_from(content.number(*bits)?).ok()?)?;
                Value::Choice(field.value_index(name)?)
            }
            Form::Set(names) => {
                let length = u32::try_from(content.number(MASK_LENGTH_BITS)?).ok()?;
                let mask = content.number(length)?;
                let mut chosen = 0;
                for place in (0..length).filter(|place| mask >> place & 1 == 1) {
                    chosen |= 1_u64 << field.value_index(names.get(place as usize)?)?;
                }
                Value::Set(chosen)
            }
            Form::Count => Value::Integer(i64::try_from(content.groups()?).ok()?),
            Form::Integer => {
                let number = content.groups()?;
                Value::Integer((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
            }
            Form::Text => Value::Text(content.text()?.into()),
        };
        answers.push((*field, value));
    }
    content.ends().then_some(answers)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
mod tests {
    use expect_test::expect;
    use proptest::prelude::*;

    use super::*;
    use crate::profile::Kind;

    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    fn key(secret: &str) -> Key {
        Key::new(secret.to_owned().into())
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn now() -> DateTime<Utc> {
        at("2026-11-22T08:30:00Z")
    }

    /// Answers as a profile's own texts give them.
    fn answers(given: &[(&str, &str)]) -> Vec<(Field, Value)> {
        given.iter().map(|(name, text)| Field::named(name).and_then(|field| Some((field, Value::parse(field, text)?))).unwrap()).collect()
    }

    fn invitation(campaign: u32, given: &[(&str, &str)]) -> Invitation {
        Invitation { campaign, answers: answers(given), expires: at("2026-12-22T08:00:00Z") }
    }

    /// An ordinary one, one with texts, one without answers.
    fn samples() -> [Invitation; 3] {
        let company = [
            ("provider", "aliyun"),
            ("filer", "enterprise"),
            ("province", "guangdong"),
            ("content", "unit_portal"),
            ("server_mainland", "true"),
        ];
        let texts = [("domain", "foo.top"), ("site_name", "小店"), ("domain_valid_days", "-3"), ("server_months", "12")];
        [invitation(7, &company), invitation(1_000_000, &texts), invitation(0, &[])]
    }

    fn any_value(field: Field) -> BoxedStrategy<Value> {
        match field.kind() {
            Kind::Bool => any::<bool>().prop_map(Value::Bool).boxed(),
            Kind::Choice(values) => (0..u8::try_from(values.len()).unwrap()).prop_map(Value::Choice).boxed(),
            Kind::Set(values) => (0..1_u64 << values.len()).prop_map(Value::Set).boxed(),
            Kind::Integer { min } => prop_oneof![(min.max(-400)..1000), (min..=i64::MAX)].prop_map(Value::Integer).boxed(),
            Kind::Text => "[a-z.]{0,12}|\\PC{0,12}".prop_map(|text| Value::Text(text.into())).boxed(),
            kind => panic!("{kind:?} does not travel"),
        }
    }

    fn any_answers() -> impl Strategy<Value = Vec<(Field, Value)>> {
        let field = prop::sample::select(TABLE.iter().map(|(_, field, _)| *field).collect::<Vec<_>>());
        prop::collection::vec(field.prop_flat_map(|field| (Just(field), any_value(field))), 0..20)
    }

    proptest! {
        #[test]
        fn what_is_sealed_is_opened(campaign: u32, answers in any_answers(), seconds in 1..=366 * 24 * 60 * 60_i64) {
            let expires = now() + TimeDelta::seconds(seconds);
            let invitation = Invitation { campaign, answers, expires };
            prop_assert!(invitation.is_timely(now()));
            match invitation.seal(&key("k")) {
                Ok(payload) => {
                    prop_assert!(payload.len() <= 64 && payload.starts_with('i') && payload.chars().all(|letter| ALPHABET.contains(letter)));
                    let opened = Invitation::open(&payload, &key("k"), now()).unwrap();
                    prop_assert!(opened.expires >= expires && opened.expires - expires < TimeDelta::hours(1), "{}", opened.expires);
                    prop_assert_eq!(&opened, &Invitation { expires: opened.expires, ..invitation });
                }
                Err(SealError::TooLong { needed, available, field }) => {
                    prop_assert!(needed > available && available == 48);
                    // What stands before the answer that does not fit does fit, and with it no more.
                    let fits = |count| Invitation { answers: invitation.answers[..count].to_vec(), ..invitation.clone() }.seal(&key("k")).is_ok();
                    let first = (0..=invitation.answers.len()).find(|count| !fits(*count)).unwrap();
                    prop_assert_eq!(invitation.answers[first - 1].0, field);
                }
                Err(SealError::Unsuited(field)) => prop_assert!(false, "{} travels", field),
            }
        }

        #[test]
        fn no_text_is_too_much(text in "\\PC{0,80}|i[A-Za-z0-9_-]{0,63}") {
            prop_assert_eq!(Invitation::open(&text, &key("k"), now()), Err(Refusal::Forged));
        }

        /// As those would come that a later version seals with the same key.
        #[test]
        fn content_that_is_not_understood_is_told_from_what_is_forged(content in prop::collection::vec(any::<u8>(), 0..32), marked: bool) {
            let mut content = content;
            if marked {
                content.insert(0, MARK << 2 | VERSION);
            }
            let opened = Invitation::open(&key("k").sealed(content), &key("k"), at("2026-01-01T00:00:00Z"));
            prop_assert!(marked || opened == Err(Refusal::Forged) || opened == Err(Refusal::Unknown), "{:?}", opened);
        }
    }

    #[test]
    fn a_payload_that_was_changed_is_forged() {
        let forged = |payload: &str| assert_eq!(Invitation::open(payload, &key("k"), now()), Err(Refusal::Forged), "{payload}");
        for invitation in samples() {
            let payload = invitation.seal(&key("k")).unwrap();
            assert_eq!(Invitation::open(&payload, &key("k"), now()), Ok(invitation));
            for place in 0..payload.len() {
                let (before, after) = (&payload[..place], &payload[place + 1..]);
                let others = ALPHABET.chars().chain("=+/ .\0é".chars()).filter(|letter| !payload[place..].starts_with(*letter));
                others.for_each(|letter| forged(&format!("{before}{letter}{after}")));
                forged(&format!("{before}{after}"));
                forged(before);
                forged(&payload[place + 1..]);
            }
            for letter in ALPHABET.chars().chain("=+ \n".chars()) {
                forged(&format!("{payload}{letter}"));
                forged(&format!("{letter}{payload}"));
            }
            assert_eq!(Invitation::open(&payload, &key("K"), now()), Err(Refusal::Forged));
        }
    }

    #[test]
    fn an_invitation_expires_to_the_hour() {
        let sealed = |expires: &str| Invitation { expires: at(expires), ..invitation(7, &[]) }.seal(&key("k")).unwrap();
        let open = |payload: &str, now: &str| Invitation::open(payload, &key("k"), at(now)).map(|invitation| invitation.expires);
        let payload = sealed("2026-11-22T10:00:01Z");
        let until = at("2026-11-22T11:00:00Z");
        assert_eq!(payload, sealed("2026-11-22T11:00:00Z"));
        assert_eq!(open(&payload, "2026-11-22T10:59:59Z"), Ok(until));
        let expired = Err(Refusal::Expired { since: until, campaign: 7 });
        assert_eq!((open(&payload, "2026-11-22T11:00:00Z"), open(&payload, "2031-01-01T00:00:00Z")), (expired, expired));

        // Nothing lives longer than a year, whoever sealed it.
        let far = sealed("2027-11-23T08:30:00Z");
        assert_eq!(open(&far, "2026-11-22T08:30:00Z"), Ok(at("2027-11-23T09:00:00Z")));
        assert_eq!(open(&far, "2026-11-22T07:59:59Z"), Err(Refusal::Forged));
        let timely = |expires: &str| Invitation { expires: at(expires), ..invitation(7, &[]) }.is_timely(now());
        assert_eq!(
            ["2026-11-22T08:30:00Z", "2026-11-22T08:30:01Z", "2027-11-23T08:30:00Z", "2027-11-23T08:30:01Z"].map(timely),
            [false, true, true, false]
        );

        // Outside of what hours can tell nothing comes alive.
        for (expires, now) in [(DateTime::<Utc>::MIN_UTC, now()), (at("2025-12-31T23:00:00Z"), now()), (DateTime::<Utc>::MAX_UTC, now())] {
            let payload = Invitation { expires, ..invitation(7, &[]) }.seal(&key("k")).unwrap();
            Invitation::open(&payload, &key("k"), now).unwrap_err();
        }
    }

    #[test]
    fn what_a_newer_version_sealed_is_unknown() {
        let sealed = |content: &[u8]| Invitation::open(&key("k").sealed(content.to_vec()), &key("k"), now());
        assert_eq!(sealed(&[MARK << 2 | 1, 1, 2, 3]), Err(Refusal::Unknown));
        assert_eq!(sealed(&[MARK << 2]), Err(Refusal::Unknown), "no expiry");
        assert_eq!(sealed(b"Z"), Err(Refusal::Forged), "sealed for something else");
        let with = |code: u64, value: u64, bits: u32| {
            let mut content = Writer::default();
            content.number(u64::from(MARK << 2), 8);
            content.number(hours(at("2026-12-22T08:00:00Z")), HOUR_BITS);
            content.groups(7);
            content.number(1 << LONG_CODE_BITS | code, 1 + LONG_CODE_BITS);
            content.number(value, bits);
            sealed(&content.into_bytes()).map(|invitation| invitation.answers)
        };
        // Three bits of a value, and four that end it.
        assert_eq!(with(76, 0b000_0111, 7), Ok(answers(&[("licence_form", "original")])));
        assert_eq!(with(76, 0b010_0111, 7), Err(Refusal::Unknown), "a value that is not known");
        assert_eq!(with(127, 0b000_0111, 7), Err(Refusal::Unknown), "a field that is not known");
        assert_eq!(with(76, 0b000_0111_0000_0001, 15), Err(Refusal::Unknown), "something behind the end");
        assert_eq!(with(76, 0, 2), Err(Refusal::Unknown), "an answer that is cut off");
    }

    #[test]
    fn what_does_not_fit_is_named() {
        let long = "备".repeat(8);
        let told = invitation(7, &[("provider", "aliyun"), ("unit_name", &long), ("domain", "foo.top")]).seal(&key("k")).unwrap_err();
        assert_eq!(told, SealError::TooLong { needed: 55, available: 48, field: Field::Domain });
        assert_eq!(told.to_string(), "the invitation needs 55 bytes of 48: the answer to domain does not fit");
        let huge = invitation(7, &[("site_name", &"备".repeat(400)), ("provider", "aliyun")]).seal(&key("k")).unwrap_err();
        assert!(matches!(huge, SealError::TooLong { needed: 1200.., field: Field::SiteName, .. }), "{huge}");
        for (field, value) in [("stage", "approved"), ("held", "[]"), ("as_of", "2026-11-22")] {
            let unsuited = invitation(7, &[(field, value)]).seal(&key("k"));
            assert_eq!(unsuited, Err(SealError::Unsuited(Field::named(field).unwrap())));
        }
        let wrong = Invitation { answers: vec![(Field::Provider, Value::Choice(3))], ..invitation(7, &[]) };
        assert_eq!(wrong.seal(&key("k")), Err(SealError::Unsuited(Field::Provider)));
    }

    fn twenty_answers() -> Invitation {
        let given = "provider=aliyun operation=first_filing filer=enterprise province=guangdong content=unit_portal,blog server_mainland=true \
                     server=ecs server_months=12 domain_holder=filer domain_verified=true domain_valid_days=300 identity=mainland \
                     id_document=resident_id principal_is_legal_rep=true manager_is_principal=true unit_document=business_license \
                     unit_in_province=true sites_in_order=1 domain_registrar=mainland site_online=false";
        invitation(12, &given.split(' ').filter_map(|answer| answer.split_once('=')).collect::<Vec<_>>())
    }

    #[test]
    fn twenty_answers_of_a_company_fit() {
        let company = twenty_answers();
        assert_eq!(company.answers.len(), 20);
        assert_eq!(Invitation::open(&company.seal(&key("k")).unwrap(), &key("k"), now()), Ok(company));
    }

    /// Payloads that are out in the world: they are to be opened for ever.
    #[test]
    fn payloads_stay_as_they_are() {
        let invitations = samples().into_iter().chain([twenty_answers()]);
        let payloads: Vec<String> = invitations.map(|invitation| invitation.seal(&key("golden")).unwrap() + "\n").collect();
        expect![[r#"
            iAIVA4AQTSQKaFMSv5EUfv9NY8H8jt5OCdw
            iAIVCFJUep2Zvby50b3CuNy2Efy3UvUFs2Bx9y6JH_EeR8A84mgZBL-3
            iAIVADhxKotO7HFWQFiB9BdoY4cE
            iAIVBgAIEE0kDzbIFmynCp1GKiiRFAj8hlwTG9DVivC8nr7SA9CrVtkdkFaOFKs0
        "#]]
        .assert_eq(&payloads.concat());
    }
}
