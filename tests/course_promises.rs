//! What reminders promise, whatever is said and whenever: nobody is reminded in quiet hours, of the same twice, or of what is over.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use beian_bot::dialogue::{Input, Reminders, reminders, turn};
use chrono::{DateTime, TimeDelta, Timelike as _, Utc};
use chrono_tz::Asia::Shanghai;
use common::chat::{ASSISTANT, GUANGDONG_COMPANY};
use common::life::Life;
use proptest::prelude::*;

const SAYINGS: [&str; 18] = [
    "不对，还没提交",
    "上个月提交了",
    "提交了",
    "初审过了",
    "初审没过",
    "人脸核验做完了",
    "到管局了",
    "管局驳回了",
    "备案通过了",
    "网站昨天开通了",
    "/materials",
    "1",
    "/restart",
    "/new b.top",
    "/filings",
    "跳过",
    "营业执照准备好了",
    "别再提醒",
];

fn keys(planned: &[reminders::Planned<'_>]) -> Vec<(u32, String, DateTime<Utc>)> {
    planned.iter().map(|planned| (planned.filing, planned.key.clone(), planned.at)).collect()
}

fn act() -> impl Strategy<Value = (usize, i64)> {
    (0..SAYINGS.len(), 0..(30 * 24 * 60_i64))
}

/// What people say of the course of a filing, and what leads there.
const OF_THE_COURSE: [&str; 46] = [
    "上个月提交了",
    "12月20号提交了",
    "三个都提交了",
    "不对，还没提交",
    "说错了",
    "被拒了",
    "什么时候能过",
    "过三天再提醒我",
    "身份证准备好了",
    "都好了",
    "材料都齐了",
    "域名上周过期了",
    "提交了",
    "昨天初审过了",
    "初审没过",
    "审核通过了",
    "人脸核验做完了",
    "到管局了",
    "管局驳回了",
    "备案通过了",
    "网站昨天开通了",
    "身份证明年5月到期",
    "服务器明年3月1日到期",
    "营业执照准备好了",
    "/materials",
    "/progress",
    "/calendar",
    "/reminders",
    "/reminders on",
    "/reminders off",
    "/reminders 0-0",
    "1",
    "2",
    "是",
    "不是",
    "好",
    "不用",
    "稍后提醒",
    "别再提醒",
    "完成了",
    "还没消息",
    "昨天",
    "网站名称不规范",
    "/undo",
    "/skip",
    "/new b.top",
];

proptest! {
    #[test]
    fn whatever_is_said_of_the_course_gets_a_reply_and_is_kept(said in prop::collection::vec(0..OF_THE_COURSE.len(), 1..40), begun in any::<bool>()) {
        let knowledge = ASSISTANT.knowledge();
        let mut life = Life::with_checklist("2026-11-02 10:00", if begun { &GUANGDONG_COMPANY } else { &[] });
        for index in said {
            let text = OF_THE_COURSE[index];
            let taken = turn(knowledge, &life.session, &Input::Text(text.to_owned()), life.now);
            let messages = ASSISTANT.renderer().turn(&taken);
            prop_assert!(messages.iter().any(|message| !message.text.trim().is_empty()), "no reply to {} in {:?}", text, life.session.filing.state);
            life.session = taken.session;
            life.now += TimeDelta::hours(7);
            if let Some(spoken) = reminders::speak(knowledge, &life.session, life.now) {
                prop_assert!(!ASSISTANT.renderer().reminder(&spoken).text.is_empty());
                life.session = spoken.session;
            }
            for filing in life.session.filings() {
                let stored = filing.to_stored().expect("JSON");
                let read = beian_bot::dialogue::Filing::from_stored(beian_bot::dialogue::SCHEMA_VERSION, filing.number, &stored).expect("read");
                prop_assert_eq!(&read, filing);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 24 } else { 200 }))]

    #[test]
    fn reminders_keep_their_promises(acts in prop::collection::vec(act(), 1..12), quiet in (0u8..24, 0u8..24)) {
        let mut life = Life::with_checklist("2026-01-05 10:00", &GUANGDONG_COMPANY);
        life.session.person.reminders = Some(Reminders { quiet, ..Reminders::default() });
        let knowledge = ASSISTANT.knowledge();
        let mut said: Vec<(u32, String)> = Vec::new();
        for (what, minutes) in acts {
            let end = life.now + TimeDelta::minutes(minutes);
            for _ in 0..200 {
                let planned = reminders::plan(knowledge, &life.session, life.now);
                // Planning anew changes nothing.
                let anew = reminders::plan(knowledge, &life.session, life.now);
                prop_assert_eq!(keys(&planned), keys(&anew));
                let Some(at) = planned.first().map(|planned| planned.at).filter(|at| *at <= end) else { break };
                prop_assert!(at >= life.now, "in the past");
                life.now = at;
                let hour = u8::try_from(at.with_timezone(&Shanghai).hour()).expect("an hour");
                prop_assert!(!reminders::is_quiet(quiet, hour), "at {} o'clock", hour);
                // What was due before midnight may be over by the morning; then it is planned anew.
                let Some(spoken) = reminders::speak(knowledge, &life.session, at) else {
                    prop_assert!(reminders::wake_at(knowledge, &life.session, at).is_none_or(|next| next > at), "due and not said");
                    continue;
                };
                prop_assert!(life.session.person.reminders.as_ref().is_some_and(|settings| settings.on));
                for planned in &spoken.said {
                    let filing = life.session.filings().into_iter().find(|filing| filing.number == planned.filing).expect("a filing").clone();
                    prop_assert!(!filing.course.muted);
                    let key = (planned.filing, planned.key.clone());
                    // Starting over may bring the same day back.
                    prop_assert!(!said.contains(&key) || filing.course.reminded.is_empty() || life.transcript.contains("/restart"), "twice: {:?}", key);
                    said.push(key);
                    if let reminders::About::Stage { stage, .. } = &planned.about {
                        prop_assert_eq!(filing.stage(), *stage);
                    }
                }
                life.session = spoken.session;
            }
            life.now = end;
            life.transcript.push_str(SAYINGS[what]);
            life.take(&Input::Text(SAYINGS[what].to_owned()));
        }
    }
}
