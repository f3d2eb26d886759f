//! What holds for every profile and every conversation.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use beian_bot::dialogue::{Command, Input, Session, State, turn};
use beian_bot::profile::{Field, Profile, Value};
use beian_bot::rules::{Assessment, Check, RuleKind, Status, Verdict};
use common::chat::ASSISTANT;
use common::{any_profile, any_value, asked_fields, follows, now, today};
use proptest::prelude::*;

/// Id, status, check, what replaces it, sources.
type Bare = (String, Status, Check, Option<String>, Vec<String>);

/// What matters of the items of an answer: everything but their words.
fn items(assessment: &Assessment<'_>) -> Vec<Bare> {
    let mut items: Vec<_> = assessment
        .items
        .iter()
        .map(|item| {
            let sources = item.sources().map(|citation| citation.to_string()).collect();
            (item.rule.id.clone(), item.status, item.check, item.replaced_by.map(|rule| rule.id.clone()), sources)
        })
        .collect();
    items.sort_by(|a, b| a.0.cmp(&b.0));
    items
}

fn unknown_field(profile: &Profile, pick: usize) -> Option<Field> {
    let known = follows(profile);
    let unknown: Vec<_> = asked_fields().into_iter().filter(|field| profile.get(*field).is_none() && !known.contains(field)).collect();
    (!unknown.is_empty()).then(|| unknown[pick % unknown.len()])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_item_has_a_citation_and_so_from_each_document_alone(profile in any_profile(0.5)) {
        let rules = &ASSISTANT.rules;
        for item in &rules.assess(&profile, today()).items {
            prop_assert!(item.sources().next().is_some(), "{} cites nothing", item.rule.id);
        }
        for (index, document) in rules.sources.documents.iter().enumerate() {
            let alone = rules.documents([document.key.as_str()]).expect("a document");
            for item in &rules.assess_from(&profile, today(), alone).items {
                let mut sources = item.sources().peekable();
                prop_assert!(sources.peek().is_some(), "{} cites nothing in {}", item.rule.id, document.key);
                prop_assert!(sources.all(|citation| citation.document == index), "{} cites beyond {}", item.rule.id, document.key);
                prop_assert!(item.replaced_by.is_none_or(|newer| newer.sources.iter().any(|citation| citation.document == index)));
            }
        }
    }

    #[test]
    fn knowing_more_never_turns_an_applies_into_nothing(
        (profile, field, value) in (any_profile(0.4), any::<usize>()).prop_flat_map(|(profile, pick)| {
            let field = unknown_field(&profile, pick).unwrap_or(Field::Age);
            (Just(profile), Just(field), any_value(field))
        })
    ) {
        let rules = &ASSISTANT.rules;
        let before = rules.assess(&profile, today());
        let mut more = profile.clone();
        more.set(field, value);
        let after = rules.assess(&more, today());
        for item in before.items.iter().filter(|item| item.status == Status::Applies) {
            let now = after.items.iter().find(|other| other.rule.index == item.rule.index);
            prop_assert!(
                now.is_some_and(|now| now.status != Status::MayApply),
                "{} applied, and after {field} was known it is {:?}", item.rule.id, now.map(|now| now.status)
            );
        }
    }

    #[test]
    fn a_field_outside_the_questions_never_changes_the_items(
        (profile, field, value) in (any_profile(0.6), any::<usize>()).prop_flat_map(|(profile, pick)| {
            let asked = ASSISTANT.rules.assess(&profile, today()).questions;
            let outside: Vec<_> = asked_fields().into_iter().filter(|field| profile.get(*field).is_none() && !asked.contains(field) && !follows(&profile).contains(field)).collect();
            let field = if outside.is_empty() { Field::AsOf } else { outside[pick % outside.len()] };
            (Just(profile), Just(field), any_value(field))
        })
    ) {
        let rules = &ASSISTANT.rules;
        let before = rules.assess(&profile, today());
        let mut more = profile.clone();
        more.set(field, value);
        let after = rules.assess(&more, today());
        prop_assert_eq!(items(&before), items(&after), "{} was not asked for and changes the items", field);
        // The verdict waits for operation, filer and province even where no rule does.
        if before.verdict != Verdict::Incomplete {
            prop_assert_eq!(before.verdict, after.verdict);
        }
    }

    #[test]
    fn nothing_is_undecided_when_nothing_is_left_to_ask(profile in any_profile(0.95)) {
        let answer = ASSISTANT.rules.assess(&profile, today());
        let undecided = answer.items.iter().filter(|item| item.status == Status::MayApply).count();
        if answer.questions.is_empty() {
            prop_assert_eq!(undecided, 0);
        }
        for item in &answer.items {
            prop_assert_eq!(item.open.is_empty(), item.open.iter().all(|field| !answer.questions.contains(&field)));
        }
        prop_assert!(answer.questions.iter().all(|field| profile.get(*field).is_none() && !field.has_default()));
    }

    #[test]
    fn the_verdict_follows_from_the_items(profile in any_profile(0.8)) {
        let answer = ASSISTANT.rules.assess(&profile, today());
        let core_known = [Field::Operation, Field::Filer, Field::Province].iter().all(|field| profile.get(*field).is_some());
        let blocked = answer.items.iter().any(|item| item.blocks());
        let unsettled = answer.items.iter().any(|item| matches!(item.check, Check::Fail | Check::Unknown));
        let expected = match (blocked, core_known, unsettled) {
            (true, _, _) => Verdict::Blocked,
            (_, false, _) => Verdict::Incomplete,
            (_, _, true) => Verdict::ActionNeeded,
            _ => Verdict::Ready,
        };
        prop_assert_eq!(answer.verdict, expected);
    }

    #[test]
    fn what_is_in_hand_passes_and_then_nothing_is_left_to_do(profile in any_profile(0.97)) {
        let rules = &ASSISTANT.rules;
        let mut held = profile.clone();
        let ids = rules.assess(&profile, today()).items.iter().map(|item| item.rule.id.as_str().into()).collect();
        held.set(Field::Held, Value::Ids(ids));
        let answer = rules.assess(&held, today());
        for item in answer.items.iter().filter(|item| item.status == Status::Applies) {
            if matches!(item.rule.kind, RuleKind::Material | RuleKind::Approval) {
                prop_assert_eq!(item.check, Check::Pass, "{} is in hand", &item.rule.id);
            }
        }
    }

    #[test]
    fn a_profile_survives_its_own_json(profile in any_profile(0.5)) {
        let json = profile.to_json();
        prop_assert_eq!(Profile::from_json(&json).expect("its own JSON"), profile);
    }
}

fn without_citations(assessment: &Assessment<'_>) -> Vec<(String, Status, Check)> {
    assessment.items.iter().map(|item| (item.rule.id.clone(), item.status, item.check)).collect()
}

/// Answers every question from a profile; what the profile does not know is skipped. Fields that the conversation does not ask
/// although they matter (a first filing has no filed sites) are told through /edit.
fn converse(profile: &Profile) -> Session {
    let knowledge = ASSISTANT.knowledge();
    let mut session = turn(knowledge, &Session::default(), &Input::Open, now()).session;
    let mut told: Vec<Field> = Vec::new();
    for _ in 0..3 * Field::COUNT {
        let input = match &session.filing.state {
            State::Asking { field, .. } => match profile.get(*field) {
                Some(value) => Input::Choose(value.canonical(*field)),
                None => Input::Choose("skip".to_owned()),
            },
            State::Offering => Input::Choose("continue".to_owned()),
            _ => {
                let assessment = knowledge.rules.assess(&session.filing.profile(today()), today());
                let untold = assessment.questions.iter().find(|field| profile.get(**field).is_some() && !told.contains(field));
                let Some(field) = untold else { return session };
                told.push(*field);
                let value = profile.get(*field).map(|value| value.canonical(*field)).unwrap_or_default();
                Input::Command(Command::Edit(Some(format!("{field} {value}"))))
            }
        };
        session = turn(knowledge, &session, &input, now()).session;
    }
    panic!("the conversation does not end: {:?}", session.filing.state);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_conversation_and_assess_never_disagree(profile in any_profile(0.7)) {
        let session = converse(&profile);
        let told = session.filing.profile(today());
        // What changes no item is not asked; knowing it may still add the line of another document that says the same.
        let (told, known) = (ASSISTANT.rules.assess(&told, today()), ASSISTANT.rules.assess(&profile, today()));
        prop_assert_eq!(without_citations(&told), without_citations(&known));
    }

    #[test]
    fn any_text_at_any_moment_gets_a_reply(profile in any_profile(0.3), stops in 0usize..60, texts in proptest::collection::vec(any_text(), 1..6)) {
        let knowledge = ASSISTANT.knowledge();
        let renderer = ASSISTANT.renderer();
        let mut session = turn(knowledge, &Session::default(), &Input::Open, now()).session;
        for _ in 0..stops {
            let input = match &session.filing.state {
                State::Asking { field, .. } => Input::Choose(profile.get(*field).map_or("skip".to_owned(), |value| value.canonical(*field))),
                State::Offering => Input::Choose("continue".to_owned()),
                _ => break,
            };
            session = turn(knowledge, &session, &input, now()).session;
        }
        for text in texts {
            let taken = turn(knowledge, &session, &Input::Text(text.clone()), now());
            let messages = renderer.turn(&taken);
            prop_assert!(messages.iter().any(|message| !message.text.trim().is_empty()), "no reply to {text:?}");
            session = taken.session;
        }
    }

    #[test]
    fn a_session_survives_storage(profile in any_profile(0.5), stops in 0usize..30) {
        let knowledge = ASSISTANT.knowledge();
        let mut session = turn(knowledge, &Session::default(), &Input::Open, now()).session;
        for _ in 0..stops {
            let State::Asking { field, .. } = session.filing.state else { break };
            let input = Input::Choose(profile.get(field).map_or("skip".to_owned(), |value| value.canonical(field)));
            session = turn(knowledge, &session, &input, now()).session;
        }
        let stored = session.filing.to_stored().expect("stored");
        let read = beian_bot::dialogue::Filing::from_stored(beian_bot::dialogue::SCHEMA_VERSION, session.filing.number, &stored).expect("read");
        prop_assert_eq!(read, session.filing);
    }
}

/// Anything: words, commands, numbers, noise.
fn any_text() -> BoxedStrategy<String> {
    let usual = proptest::sample::select(vec![
        "是",
        "不知道",
        "广东",
        "不是广东",
        "/why",
        "/why 3",
        "/why 999999999999999999999",
        "/undo",
        "/edit",
        "/edit 1",
        "/edit province 广西",
        "/skip",
        "/result",
        "/result all",
        "/restart",
        "/help",
        "/lang en",
        "/lang xx",
        "/nonsense",
        "/",
        "1",
        "31",
        "0",
        "-1",
        "1 3 5",
        "99 99",
        "3个月",
        "半年",
        "2027-01-01",
        "example.com",
        "",
        "   ",
        "🙂",
        "yes",
        "no",
        "/start@bot",
        "两三个",
        "一百年",
        "\u{0}",
        "999999999999999999999999",
        "/progress",
        "/materials",
        "/calendar",
        "/reminders",
        "/reminders on",
        "/reminders off",
        "/reminders 22-8",
        "/reminders Europe/Berlin",
        "提交了",
        "昨天初审过了",
        "管局驳回了",
        "备案通过了",
        "审核通过了",
        "营业执照准备好了",
        "网站昨天开通了",
        "身份证明年5月到期",
        "稍后提醒",
        "别再提醒",
        "完成了",
        "还没消息",
        "昨天",
        "网站名称不规范",
        "不用",
    ])
    .prop_map(str::to_owned);
    prop_oneof![usual, any::<String>(), "\\PC{0,200}"].boxed()
}
