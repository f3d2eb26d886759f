//! What holds when things go wrong: the program is killed at random moments under load, the platform fails, drops connections before
//! and after it took a message, tells to wait, and delivers updates twice.
//!
//! Each message of a person opens a filing with a name of its own, so that every answer tells which message it answers, and a
//! message that was handled twice would be answered otherwise the second time.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod platform;

use std::collections::HashSet;

use platform::fake::{FakeTelegram, Faults};
use platform::service::{Place, Service};

const PERSONS: std::ops::Range<i64> = 5000..5060;
/// Messages of each person. A person may keep a hundred filings.
const MESSAGES: usize = 40;
const KILLS: usize = 12;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// Which message of the person an answer of the bot belongs to.
fn answered(text: &str) -> Option<usize> {
    let at = text.find("site-")? + "site-".len();
    text[at..].split('.').next()?.parse().ok()
}

#[test]
fn nothing_is_lost_and_nothing_is_handled_twice_by_polling() {
    nothing_is_lost_and_nothing_is_handled_twice(&[]);
}

#[test]
fn nothing_is_lost_and_nothing_is_handled_twice_by_webhook() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port();
    let (url, listen) = (format!("http://127.0.0.1:{port}/updates"), format!("127.0.0.1:{port}"));
    nothing_is_lost_and_nothing_is_handled_twice(&[("BEIAN_TELEGRAM_WEBHOOK_URL", &url), ("BEIAN_LISTEN", &listen)]);
}

fn nothing_is_lost_and_nothing_is_handled_twice(settings: &[(&str, &str)]) {
    let (fake, place) = (FakeTelegram::start(), Place::new());
    PERSONS.for_each(|person| fake.user(person, Some("zh-hans")));
    fake.faults(Faults {
        rate_429: 0.01,
        retry_after: 1,
        rate_500: 0.04,
        reset_before: 0.03,
        reset_after: 0.03,
        duplicate_updates: 0.1,
        seed: 20_261_122,
    });
    let mut service = Service::with(&fake, &place, settings);
    for message in 0..MESSAGES {
        for person in PERSONS {
            fake.say(person, &format!("/new site-{message}.example"));
        }
    }
    let turns = PERSONS.count() * MESSAGES;
    let mut dice = Dice(42);
    let mut last_at_a_kill = HashSet::new();
    for kill in 0..KILLS {
        // Somewhere on the way, a little further each time.
        let until = turns * kill / KILLS + usize::try_from(dice.below((turns / KILLS) as u64)).expect("a small number");
        fake.wait_until("some answers before the next kill", |state| PERSONS.map(|person| state.replies(person)).sum::<usize>() >= until);
        fake.while_killing(|| service.kill());
        // That the last message of a chat arrived may not have been noted yet: a kill falls between.
        for person in PERSONS {
            last_at_a_kill.extend(fake.messages(person).iter().rev().find(|shown| shown.person.is_none()).map(|shown| (person, shown.id)));
        }
        service = Service::with(&fake, &place, settings);
    }
    let all_answered = |messages: &[platform::fake::Shown]| {
        (0..MESSAGES).all(|message| messages.iter().any(|shown| shown.person.is_none() && answered(&shown.text) == Some(message)))
    };
    for person in PERSONS {
        fake.wait_until("an answer to every message", |state| all_answered(&state.messages(person)));
    }
    assert!(service.stop().success(), "{}", place.logged());

    let (mut repeated, mut excused) = (0, 0);
    for person in PERSONS {
        let said: Vec<_> = fake.messages(person).into_iter().filter(|shown| shown.person.is_none()).collect();
        let mut last = None;
        for shown in &said {
            let number = answered(&shown.text);
            assert!(number.is_some(), "an answer to nothing: {}", shown.text);
            assert!(!shown.text.contains("现在是"), "message {number:?} of {person} was handled twice: {}", shown.text);
            assert!(number >= last, "{person} was answered out of order: {number:?} after {last:?}");
            last = number;
        }
        for message in 0..MESSAGES {
            let copies: Vec<_> = said.iter().filter(|shown| answered(&shown.text) == Some(message)).collect();
            let repeats = copies.len() - 1;
            repeated += repeats;
            // Of messages that came again, the bot could not know that they had arrived.
            let unknown =
                copies.iter().take(repeats).filter(|shown| shown.fate_unknown || last_at_a_kill.contains(&(person, shown.id))).count();
            excused += unknown;
            assert_eq!(unknown, repeats, "message {message} to {person} came again without need");
        }
    }
    let played = fake.played();
    println!("{turns} turns, {KILLS} kills, {played:?}: 0 lost, 0 handled twice, {repeated} repeated, {excused} of unknown fate");
    assert!(repeated > 0 && played.reset_after > 0 && played.duplicate_updates > 0, "the faults were not played: {played:?}");
    assert_eq!(fake.violations(), Vec::<String>::new());
}
