//! Where cases stand: topics and threads, made, lost, out of reach.

use super::*;

#[test]
fn a_group_without_topics_has_threads() {
    let desk = Desk::closed();
    desk.fake.forum(DESK, false);
    let desk = desk.open();
    for person in [WANG, ANN] {
        desk.fake.say(person, "/start");
        desk.fake.wait_for_replies(person, 1);
    }
    desk.fake.say(WANG, "/human 第一位");
    desk.wait_for(DESK, "第一位");
    desk.fake.say(ANN, "/human the second");
    desk.wait_for(DESK, "the second");
    desk.fake.say(WANG, "我的域名怎么办");
    desk.wait_for(DESK, "我的域名怎么办");
    desk.settle();
    let question = desk.fake.messages(DESK).iter().find(|message| message.text.contains("我的域名怎么办")).expect("a message").id;
    desk.fake.reply_in(DESK, LI, "先过户", question);
    desk.wait_for(WANG, "先过户");
    let card = desk.fake.messages(DESK).iter().find(|message| message.text.contains("the second")).expect("a message").id;
    desk.fake.reply_in(DESK, ZHAO, "hello", card);
    desk.wait_for(ANN, "hello");
    // What answers no case is among the staff.
    desk.fake.say_in(DESK, LI, "大家中午吃什么");
    desk.fake.say_in(DESK, LI, "/cases");
    desk.wait_for(DESK, "打开的会话");
    let list = desk.fake.messages(DESK).iter().find(|message| message.text.contains("打开的会话")).expect("a message").id;
    desk.fake.reply_in(DESK, LI, "第一位我来", list);
    desk.wait_for(DESK, "不属于哪个会话");
    desk.settle();
    expect![[r#"
        < ■ #1 需要人工（本人要求）
          语言：中文
          备案 1，进度：准备材料
          结论：还不知道省份、主办单位性质或备案类型，只能先列出一部分。
          ■ 想问：第一位
          在这里发的都会转给对方；以 // 开头的只有自己人看得到。/desk 看命令。
          打开对方的会话
        [我来]
        < ■ #2 需要人工（本人要求）
          语言：英文
          备案 1，进度：准备材料
          结论：还不知道省份、主办单位性质或备案类型，只能先列出一部分。
          ■ 想问：the second
          在这里发的都会转给对方；以 // 开头的只有自己人看得到。/desk 看命令。
          打开对方的会话
        [我来]
        2001> 大家中午吃什么
        2001> /cases
    "#]]
    .assert_eq(&desk.fake.topic_transcript(DESK, None));
    assert!(!desk.fake.transcript(WANG).contains("hello") && !desk.fake.transcript(ANN).contains("先过户"));
    assert!(!desk.fake.transcript(WANG).contains("中午") && !desk.fake.transcript(ANN).contains("中午"));
    desk.in_order();
}

#[test]
fn a_topic_that_somebody_deleted_is_made_anew_and_nothing_is_lost() {
    let desk = Desk::new();
    let topic = desk.hand_over_with_checklist();
    desk.fake.delete_topic(DESK, topic);
    desk.fake.say(WANG, "还有人吗");
    desk.fake.say(WANG, "第二句");
    desk.wait_for(DESK, "第二句");
    let topic = desk.topic_with("还有人吗");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "有的");
    desk.wait_for(WANG, "有的");
    desk.check_after(topic, WANG, "转人工", expect![[r#"
        == topic
        - bot opened «#1 广东 企业»
        (the card)
        < 还有人吗
        < 第二句
        2001> 有的
        == private
        (handed over)
        > 还有人吗
        > 第二句
        < 👤 客服：有的
    "#]]);
}

#[test]
fn a_kill_and_a_restart_lose_and_double_nothing() {
    let mut desk = Desk::new();
    let topic = desk.hand_over_with_checklist();
    for round in 0..6 {
        desk.fake.say(WANG, &format!("wang {round}"));
        desk.fake.say_in_topic(DESK, Some(topic), LI, &format!("li {round}"));
        // Between the platform's acceptance of a call and the program's note of it, nothing can tell whether it arrived: not here.
        desk.settle();
        if let Some(mut service) = desk.service.take() {
            service.kill();
        }
        desk.fake.say(WANG, &format!("wang in the dark {round}"));
        desk.fake.say_in_topic(DESK, Some(topic), ZHAO, &format!("zhao in the dark {round}"));
        desk = desk.open();
        desk.wait_for(DESK, &format!("wang in the dark {round}"));
        desk.wait_for(WANG, &format!("zhao in the dark {round}"));
    }
    desk.settle();
    let count = |text: &str, what: &str| text.lines().filter(|line| line.starts_with('<') && line.contains(what)).count();
    let (here, there) = (desk.fake.transcript(WANG), desk.fake.topic_transcript(DESK, Some(topic)));
    for round in 0..6 {
        for (text, what) in [(&there, "wang"), (&there, "wang in the dark"), (&here, "li"), (&here, "zhao in the dark")] {
            assert_eq!(count(text, &format!("{what} {round}")), 1, "{what} {round}:\n{text}");
        }
    }
    desk.in_order();
}

#[test]
fn what_is_said_while_the_group_is_out_of_reach_arrives_when_it_is_back() {
    let desk = Desk::new();
    desk.as_far_as_the_checklist(WANG);
    desk.fake.kick_bot(DESK, LI);
    desk.fake.say(WANG, "/human 有人吗");
    desk.wait_for(WANG, "已经转给客服");
    desk.fake.say(WANG, "我等着");
    desk.fake.quiet();
    desk.fake.make_bot_administrator(DESK, LI);
    let topic = desk.topic_with("有人吗");
    desk.wait_for(DESK, "我等着");
    let topic = desk.fake.topic_transcript(DESK, Some(topic));
    assert_eq!(topic.lines().filter(|line| line.contains("我等着")).count(), 1, "{topic}");
    desk.in_order();
}

#[test]
fn coming_and_going_before_there_is_a_topic_makes_one_topic() {
    let desk = Desk::new();
    desk.fake.say(WANG, "/start");
    desk.fake.wait_for_replies(WANG, 1);
    desk.fake.kick_bot(DESK, LI);
    for text in ["/human 第一次", "/bot", "/human 第二次"] {
        desk.fake.say(WANG, text);
    }
    desk.fake.wait_until("both", |state| state.messages(WANG).iter().filter(|message| message.text.contains("已经转给客服")).count() == 2);
    desk.fake.make_bot_administrator(DESK, LI);
    let topic = desk.topic_with("第二次");
    desk.settle();
    assert_eq!(desk.fake.topics(DESK), [topic]);
    assert!(desk.fake.topic_transcript(DESK, Some(topic)).contains("第一次"));
    desk.fake.say_in_topic(DESK, Some(topic), LI, "我在");
    desk.wait_for(WANG, "我在");
    desk.in_order();
}

#[test]
fn whoever_comes_back_while_the_group_is_out_of_reach_is_heard_when_it_is_not() {
    let desk = Desk::new();
    let topic = desk.hand_over("第一次");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "/close");
    desk.wait_for(WANG, "客服已结束");
    desk.settle();
    desk.fake.kick_bot(DESK, LI);
    desk.fake.say(WANG, "/human 第二次");
    desk.wait_for(WANG, "已经转给客服");
    desk.fake.quiet();
    desk.fake.make_bot_administrator(DESK, LI);
    desk.wait_for(DESK, "第二次");
    desk.settle();
    assert_eq!(desk.place.sql("select count(*) from outbox where parked_because is not null"), 0);
    desk.in_order();
}

#[test]
fn another_group_in_the_settings_has_none_of_the_old_places() {
    const OTHER: i64 = -1_009_009_009_009;
    let mut desk = Desk::new();
    desk.hand_over("旧的群");
    desk.settle();
    desk.stop();
    desk.fake.group(OTHER, "新的群");
    desk.fake.forum(OTHER, true);
    desk.fake.administrators(OTHER, &[LI]);
    let settings = [("BEIAN_SUPPORT_CHAT", "-1009009009009"), ("BEIAN_SUPPORT_HOURS", "0-24")];
    let _service = Service::with(&desk.fake, &desk.place, &settings);
    desk.fake.say(WANG, "到新的群里");
    desk.wait_for(OTHER, "到新的群里");
    desk.settle();
    assert!(!desk.fake.messages(DESK).iter().any(|message| message.text.contains("到新的群里")));
    desk.in_order();
}
