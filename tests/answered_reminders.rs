//! What «完成了» under a reminder does, in simulated time: it ticks what that reminder named and no more, and asks where that is not clear.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use beian_bot::profile::{Field, Value};
use common::chat::GUANGDONG_COMPANY;
use common::life::Life;
use expect_test::expect;

/// Somebody who was reminded of four materials on 4 November.
fn reminded() -> Life {
    let mut life = Life::with_checklist("2026-11-02 10:00", &GUANGDONG_COMPANY);
    life.say("2026-11-02 10:02", "/reminders on");
    life.until("2026-11-04 11:00");
    assert!(life.transcript.contains("还差 4 样材料"), "{}", life.transcript);
    life.transcript.clear();
    life
}

fn held(life: &Life) -> usize {
    match life.session.filing.answer(Field::Held).map(|answer| &answer.value) {
        Some(Value::Ids(ids)) => ids.len(),
        _ => 0,
    }
}

#[test]
fn what_it_named_is_ticked() {
    let mut life = reminded();
    life.press("2026-11-04 11:01", "done");
    assert_eq!(held(&life), 4);
    life.check(expect![[r#"
        11-04 周三 11:01
        > [done]
          ✓ 已备好：真实性核验单、主办单位证件、主体负责人的身份证件、网站负责人的身份证件
          材料都备齐了，可以提交了。提交后告诉我“提交了”，我帮您看着进度。
          好的，记下了，这件事不再提醒。
    "#]]);
    // A slip is taken back.
    life.say("2026-11-04 11:02", "/undo");
    assert_eq!(held(&life), 0);
}

#[test]
fn what_is_asked_for_since_is_not_ticked() {
    let mut life = reminded();
    life.say("2026-11-04 11:01", "营业执照准备好了");
    life.say("2026-11-04 11:02", "/edit content 新闻");
    life.transcript.clear();
    life.press("2026-11-04 11:03", "done");
    assert_eq!(held(&life), 4, "the three that were left of four: {}", life.transcript);
    assert!(life.transcript.contains("✓ 已备好") && !life.transcript.contains("不再提醒"), "{}", life.transcript);
    // What is left now was never named: it is asked for.
    life.transcript.clear();
    life.press("2026-11-04 11:04", "done");
    assert_eq!(held(&life), 4, "{}", life.transcript);
    assert!(life.transcript.contains("备好一样点一样"), "{}", life.transcript);
}

#[test]
fn where_it_did_not_name_all_it_asks() {
    let mut life = reminded();
    // As an older program stored it.
    life.session.person.reminders.as_mut().expect("reminders").named.clear();
    life.say("2026-11-04 11:01", "完成了");
    assert_eq!(held(&life), 0);
    life.check(expect![[r#"
        11-04 周三 11:01
        > 完成了
          还差 4 样，备好一样点一样，或直接说“……准备好了”：
          [真实性核验单] [主办单位证件] [主体负责人的身份证件] [网站负责人的身份证件] [先这样]
    "#]]);
}

#[test]
fn of_many_materials_it_names_some_and_asks() {
    let mut life = Life::with_checklist("2026-11-02 10:00", &GUANGDONG_COMPANY);
    life.say("2026-11-02 10:01", "/edit content 新闻、出版、药品");
    life.say("2026-11-02 10:02", "/reminders on");
    life.transcript.clear();
    life.say("2026-11-04 11:00", "完成了");
    assert_eq!(held(&life), 0);
    life.check(expect![[r#"
        11-04 周三 10:00
          🔔 备案 1
          还差 7 样材料：互联网新闻信息服务许可证、互联网出版许可证、药品和医疗器械审批文件等
          [完成了] [稍后提醒] [别再提醒]
        11-04 周三 11:00
        > 完成了
          还差 7 样，备好一样点一样，或直接说“……准备好了”：
          [互联网新闻信息服务许可证] [互联网出版许可证] [药品和医疗器械审批文件] [真实性核验单] [主办单位证件] [主体负责人的身份证件] [网站负责人的身份证件] [先这样]
    "#]]);
}

#[test]
fn what_is_done_for_another_filing_is_told_and_taken_back_there() {
    let mut life = Life::with_checklist("2026-11-02 10:00", &GUANGDONG_COMPANY);
    life.say("2026-11-02 10:01", "/edit domain a.example.com");
    life.say("2026-11-02 10:02", "/reminders on");
    life.say("2026-11-02 10:03", "/new b.example.com");
    life.until("2026-11-04 11:00");
    assert_eq!(life.session.filing.number, 2);
    life.transcript.clear();
    life.press("2026-11-04 11:01", "done");
    assert_eq!((life.session.filing.number, held(&life)), (1, 4), "{}", life.transcript);
    assert!(life.transcript.contains("现在是：a.example.com"), "{}", life.transcript);
    life.say("2026-11-04 11:02", "/undo");
    assert_eq!((life.session.filing.number, held(&life)), (1, 0), "{}", life.transcript);
}

#[test]
fn of_several_things_it_asks_which() {
    let mut life = Life::with_checklist("2026-11-02 10:00", &GUANGDONG_COMPANY);
    life.say("2026-11-02 10:01", "服务器12月4日到期");
    life.say("2026-11-02 10:02", "好");
    life.transcript.clear();
    life.press("2026-11-04 11:01", "done");
    assert_eq!((held(&life), life.session.filing.course.seen_to.len()), (0, 0), "{}", life.transcript);
    life.say("2026-11-04 11:02", "1");
    life.check(expect![[r#"
        11-04 周三 10:00
          🔔 备案 1
          2026 年 12 月 4 日服务器到期，记得提前续费。（还有 30 天）
          还差 4 样材料：真实性核验单、主办单位证件、主体负责人的身份证件、网站负责人的身份证件
          [完成了] [稍后提醒] [别再提醒]
        11-04 周三 11:01
        > [done]
          还差 4 样，备好一样点一样，或直接说“……准备好了”：
          [真实性核验单] [主办单位证件] [主体负责人的身份证件] [网站负责人的身份证件] [先这样]
        11-04 周三 11:02
        > 1
          ✓ 已备好：真实性核验单
          还差 3 样。
          还差 3 样，备好一样点一样，或直接说“……准备好了”：
          [主办单位证件] [主体负责人的身份证件] [网站负责人的身份证件] [先这样]
    "#]]);
}

#[test]
fn how_it_went_is_asked_again_where_only_that_was_asked() {
    let mut life = Life::with_checklist("2026-11-02 10:00", &GUANGDONG_COMPANY);
    life.say("2026-11-02 10:01", "/reminders on");
    life.say("2026-11-02 10:02", "提交了");
    life.transcript.clear();
    life.say("2026-11-05 12:00", "完成了");
    life.check(expect![[r#"
        11-05 周四 10:00
          🔔 备案 1
          已提交，等初审，从 11 月 2 日算起该有结果了。怎么样了？
          [初审通过] [初审未通过] [稍后提醒] [别再提醒]
        11-05 周四 12:00
        > 完成了
          有新消息吗？点下面，或直接说，例如“昨天初审过了”；记错了用 /undo。
          [初审通过] [初审未通过] [还没消息]
    "#]]);
}

#[test]
fn what_never_arrived_named_nothing() {
    let life = reminded();
    let session = beian_bot::dialogue::reminders::take_back(&life.session);
    let settings = session.person.reminders.expect("reminders");
    assert!(settings.named.is_empty() && settings.last_said.is_empty());
}
