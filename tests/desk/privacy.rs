//! What is kept, what goes, and what never leaves.

use super::*;

#[test]
fn nothing_of_a_person_is_left_after_forgetting() {
    let desk = Desk::new();
    desk.as_far_as_the_checklist(WANG);
    desk.fake.say(WANG, "乌龙茶三千吨");
    desk.wait_for(WANG, "没听懂");
    desk.fake.say(WANG, "/human 紫色长颈鹿跳舞");
    let topic = desk.topic_with("紫色长颈鹿跳舞");
    desk.wait_for(WANG, "已经转给客服");
    desk.fake.say(WANG, "会飞的蓝色河马");
    desk.wait_for(DESK, "会飞的蓝色河马");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "/tag 黄色小象");
    desk.wait_for(DESK, "标签：黄色小象");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "/set 域名 zebra-crossing.com");
    desk.wait_for(WANG, "zebra-crossing.com");
    desk.fake.say(WANG, "/forget");
    desk.wait_for(WANG, "要删除我保存的");
    // What is typed is for the staff.
    desk.fake.say(WANG, "是的，谢谢");
    desk.wait_for(DESK, "是的，谢谢");
    desk.fake.press(WANG, "是");
    desk.wait_for(WANG, "已全部删除");
    desk.fake.wait_until("the topic is gone", |state| state.topics(DESK).is_empty());
    desk.settle();
    let Desk { service, place, fake } = desk;
    assert!(service.expect("a service").stop().success());
    for (file, bytes) in place.bytes() {
        for text in ["乌龙茶", "长颈鹿", "河马", "小象", "zebra-crossing"] {
            assert!(!bytes.windows(text.len()).any(|window| window == text.as_bytes()), "{text} is in {}", file.display());
        }
    }
    for table in ["cases", "relayed", "not_understood", "persons", "filings"] {
        assert_eq!(place.texts("select name from sqlite_master where type = 'table'").iter().filter(|name| *name == table).count(), 1);
    }
    assert_eq!(
        place.sql("select (select count(*) from cases) + (select count(*) from relayed) + (select count(*) from not_understood)"),
        0
    );
    assert_eq!(fake.violations(), Vec::<String>::new());
}

#[test]
fn what_is_said_to_be_wrong_goes_to_who_keeps_the_rules_without_a_word_of_the_person() {
    let desk = Desk::new();
    desk.as_far_as_the_checklist(WANG);
    desk.fake.say(WANG, "第 3 条不对，我叫王小明");
    desk.wait_for(WANG, "维护规则的人");
    desk.wait_for(DESK, "有人说这条不对");
    desk.fake.say(WANG, "/wrong 19");
    desk.fake.wait_until("two reports", |state| {
        state.messages(DESK).iter().filter(|message| message.text.contains("有人说这条不对")).count() == 2
    });
    let topics = desk.fake.topics(DESK);
    assert_eq!(topics.len(), 1, "one topic for all of them");
    expect![[r#"
        - bot opened «规则纠错»
        < 有人说这条不对：主体负责人的身份证件
          guangdong.unit.principal-id
          {"provider":"aliyun","operation":"first_filing","filer":"enterprise","province":"guangdong","content":["unit_portal"],"server_mainland":true}
        < 有人说这条不对：域名剩余有效期超过 90 天
          guangdong.unit.domain-valid
          {"provider":"aliyun","operation":"first_filing","filer":"enterprise","province":"guangdong","content":["unit_portal"],"server_mainland":true}
    "#]].assert_eq(&desk.fake.topic_transcript(DESK, Some(topics[0])));
    assert_eq!(desk.place.sql("select count(*) from reports where told = 1"), 2);
    assert!(!desk.fake.topic_transcript(DESK, Some(topics[0])).contains("王小明"));
    desk.in_order();
}

#[test]
fn whoever_was_away_for_too_long_goes_with_their_cases_and_topics() {
    let mut desk = Desk::new();
    let topic = desk.hand_over("紫色长颈鹿跳舞");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "/tag 黄色小象");
    desk.wait_for(DESK, "标签：黄色小象");
    desk.fake.say(ANN, "/start");
    desk.fake.wait_for_replies(ANN, 1);
    desk.fake.say(ANN, "/human still here");
    let of_ann = desk.topic_with("still here");
    desk.settle();
    desk.stop();
    // Thirty days and an hour have passed for one, an hour less than thirty days for the other.
    let away =
        "update persons set seen_at = strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now', '-30 days', iif(address = '1001', '-1 hour', '+1 hour'))";
    desk.place.sql(away);
    let settings = [&SETTINGS[..], &[("BEIAN_RETENTION_DAYS", "30")]].concat();
    let service = Service::with(&desk.fake, &desk.place, &settings);
    desk.fake.wait_until("one topic is gone", |state| state.topics(DESK) == [of_ann]);
    desk.settle();
    assert!(service.stop().success());
    assert_eq!(desk.place.texts("select address from cases join persons on persons.id = cases.person"), [ANN.to_string()]);
    for (file, bytes) in desk.place.bytes() {
        for text in ["长颈鹿", "小象"] {
            assert!(!bytes.windows(text.len()).any(|window| window == text.as_bytes()), "{text} is in {}", file.display());
        }
    }
    // Who comes back is somebody new.
    let desk = desk.open();
    desk.fake.say(WANG, "在国内");
    desk.wait_for(WANG, "您好，我是备案助手");
    desk.in_order();
}
