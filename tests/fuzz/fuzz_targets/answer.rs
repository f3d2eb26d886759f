//! Any text as an answer to any question: no panic, and every value that is understood fits its field.
#![no_main]

use std::sync::LazyLock;

use beian_bot::assistant::Assistant;
use beian_bot::dialogue::{Input, Session, turn};
use beian_bot::matching::{Reading, read, told};
use beian_bot::profile::Field;
use chrono::DateTime;
use libfuzzer_sys::fuzz_target;

static ASSISTANT: LazyLock<Assistant> = LazyLock::new(|| Assistant::load(None).expect("the built-in rules are sound"));

fuzz_target!(|input: &[u8]| {
    let Some((first, rest)) = input.split_first() else { return };
    let field = Field::ALL[usize::from(*first) % Field::COUNT];
    let text = String::from_utf8_lossy(rest);
    let now = DateTime::from_timestamp(1_795_320_000, 0).expect("a moment");
    let today = now.date_naive();
    match read(&ASSISTANT.vocabulary, field, &text, today) {
        Reading::Accept(value) | Reading::Confirm(value) => assert!(value.fits(field), "{field}: {value:?}"),
        Reading::OneOf(values) => assert!(values.iter().all(|value| value.fits(field))),
        Reading::Elsewhere(_) | Reading::Reject => {}
    }
    for (field, value) in told(&ASSISTANT.vocabulary, Some(field), &text, today).values {
        assert!(value.fits(field), "{field}: {value:?}");
    }
    // Each line a message of one conversation.
    let mut session = Session::default();
    for line in text.lines().take(8) {
        let taken = turn(ASSISTANT.knowledge(), &session, &Input::Text(line.to_owned()), now);
        assert!(!taken.replies.is_empty());
        session = taken.session;
    }
});
