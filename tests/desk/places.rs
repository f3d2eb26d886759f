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
    desk.check_after(
        topic,
        WANG,
        "转人工",
        expect![[r#"
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
    "#]],
    );
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

#[test]
fn what_is_said_between_two_refusals_of_a_deleted_topic_keeps_its_order() {
    let mut desk = Desk::new();
    let topic = desk.hand_over_with_checklist();
    desk.settle();
    desk.fake.delete_topic(DESK, topic);
    desk.fake.hold(DESK);
    for text in ["第一句", "第二句", "第三句"] {
        desk.fake.say(WANG, text);
    }
    desk.fake.wait_for_held(1);
    desk.fake.taken();
    // The first is refused, and a fourth arrives before the others are.
    desk.fake.let_one_through();
    desk.fake.wait_for_held(2);
    desk.fake.say(WANG, "第四句");
    desk.fake.taken();
    desk.fake.let_one_through();
    desk.fake.wait_for_held(3);
    // Whatever is not yet refused by then must not end up beside all topics after a restart.
    desk.kill_before_the_call();
    let desk = desk.open();
    let topic = desk.topic_with("第四句");
    desk.check_after(
        topic,
        WANG,
        "转人工",
        expect![[r#"
        == topic
        - bot opened «#1 广东 企业»
        (the card)
        < 第一句
        < 第二句
        < 第三句
        < 第四句
        == private
        (handed over)
        > 第一句
        > 第二句
        > 第三句
        > 第四句
    "#]],
    );
    assert_eq!(desk.fake.topic_transcript(DESK, None), "");
}

#[test]
fn whoever_writes_in_a_topic_that_is_no_cases_is_told_so() {
    let mut desk = Desk::new();
    desk.fake.say(WANG, "/start");
    desk.fake.wait_for_replies(WANG, 1);
    desk.settle();
    // The topic is made, and the service ends before it hears of that.
    desk.fake.faults_in(DESK, Faults { reset_after: 1.0, ..Faults::default() });
    desk.fake.say(WANG, "/human 帮我看看");
    desk.fake.wait_until("a topic", |state| !state.topics(DESK).is_empty());
    desk.service.take().expect("a service").kill();
    desk.fake.faults(Faults::default());
    let empty = desk.fake.topics(DESK)[0];
    let desk = desk.open();
    let topic = desk.topic_with("帮我看看");
    assert_ne!(topic, empty);
    desk.fake.say_in_topic(DESK, Some(empty), LI, "我来帮您看");
    desk.wait_for(DESK, "这个话题不属于哪个会话");
    desk.fake.photo_in(DESK, Some(empty), LI, "看这张图");
    desk.fake.say_in_topic(DESK, Some(empty), LI, "// 自己人");
    // In a topic of their own the staff is among itself.
    let own = desk.fake.open_topic(DESK, LI, "闲聊");
    desk.fake.say_in_topic(DESK, Some(own), LI, "中午吃什么");
    desk.settle();
    expect![[r#"
        - bot opened «#1»
        2001> 我来帮您看
        < (to «我来帮您看») 这个话题不属于哪个会话，您发的没有转给任何人。刚开的话题过几秒再发；打开的会话用 /cases 看。
        2001> (photo.jpg) 看这张图
        2001> // 自己人
        < (to «(photo.jpg) 看这张图») 这个话题不属于哪个会话，您发的没有转给任何人。刚开的话题过几秒再发；打开的会话用 /cases 看。
    "#]]
    .assert_eq(&desk.fake.topic_transcript(DESK, Some(empty)));
    expect![[r#"
        - 2001 opened «闲聊»
        2001> 中午吃什么
    "#]]
    .assert_eq(&desk.fake.topic_transcript(DESK, Some(own)));
    let told = desk.fake.transcript(WANG);
    assert!(!["帮您看", "这张图", "自己人"].iter().any(|text| told.contains(text)), "{told}");
    desk.in_order();
}

#[test]
fn a_group_that_becomes_a_supergroup_keeps_its_cases() {
    const SMALL: i64 = -7_007;
    const LARGE: i64 = -1_007_007_007_007;
    let desk = Desk::closed();
    desk.fake.group(SMALL, "小群");
    desk.fake.administrators(SMALL, &[LI]);
    let settings = [("BEIAN_SUPPORT_CHAT", "-7007"), ("BEIAN_SUPPORT_HOURS", "0-24")];
    let service = Service::with(&desk.fake, &desk.place, &settings);
    desk.fake.say(WANG, "/start");
    desk.fake.wait_for_replies(WANG, 1);
    desk.fake.say(WANG, "/human 搬家之前");
    desk.wait_for(SMALL, "搬家之前");
    desk.settle();
    desk.fake.hold(SMALL);
    desk.fake.say(WANG, "正在搬家");
    desk.fake.wait_for_held(1);
    desk.fake.migrate(SMALL, LARGE);
    desk.fake.taken();
    desk.fake.let_go();
    desk.wait_for(LARGE, "正在搬家");
    desk.fake.say(WANG, "搬家之后");
    desk.wait_for(LARGE, "搬家之后");
    desk.settle();
    let last = desk.fake.messages(LARGE).iter().find(|message| message.text.contains("搬家之后")).expect("a message").id;
    desk.fake.reply_in(LARGE, LI, "新群里也在", last);
    desk.wait_for(WANG, "新群里也在");
    let middle = desk.fake.messages(LARGE).iter().find(|message| message.text.contains("正在搬家")).expect("a message").id;
    desk.fake.reply_in(LARGE, LI, "路上的也收到了", middle);
    desk.wait_for(WANG, "路上的也收到了");
    desk.settle();
    assert!(service.stop().success());
    // The settings still name the old one.
    let _service = Service::with(&desk.fake, &desk.place, &settings);
    desk.fake.say(WANG, "重启之后");
    desk.wait_for(LARGE, "重启之后");
    desk.settle();
    expect![[r#"

          在这里发的都会转给对方；以 // 开头的只有自己人看得到。/desk 看命令。
          打开对方的会话
        [我来]
        --- Person 1001
        > 正在搬家
        --- 小群
        < 正在搬家
        --- Person 1001
        > 搬家之后
        --- 小群: #1
        - bot opened «#1»
        < ■ #1 需要人工（本人要求）
          语言：中文
          备案 1，进度：准备材料
          结论：还不知道省份、主办单位性质或备案类型，只能先列出一部分。
          在这里发的都会转给对方；以 // 开头的只有自己人看得到。/desk 看命令。
          打开对方的会话
        [我来]
        < 搬家之后
        2001> (to «搬家之后») 新群里也在
        --- Person 1001
        < (to «搬家之后») 👤 客服：新群里也在
        --- 小群
        2001> (to «正在搬家») 路上的也收到了
        --- Person 1001
        < (to «正在搬家») 👤 客服：路上的也收到了
        > 重启之后
        --- 小群: #1
        < 重启之后
    "#]]
    .assert_eq(desk.fake.story().split("搬家之前").last().unwrap_or_default());
    desk.in_order();
}

#[test]
fn topics_that_are_turned_off_leave_a_case_where_it_can_be_answered() {
    let desk = Desk::new();
    desk.hand_over_with_checklist();
    desk.settle();
    desk.fake.forum(DESK, false);
    desk.fake.say(WANG, "话题关了还在吗");
    desk.wait_for(DESK, "话题关了还在吗");
    desk.settle();
    desk.fake.press_in(DESK, LI, "我来");
    desk.wait_for(WANG, "客服已接手");
    let question = desk.fake.messages(DESK).iter().find(|message| message.text.contains("话题关了")).expect("a message").id;
    desk.fake.reply_in(DESK, LI, "还在", question);
    desk.wait_for(WANG, "还在");
    desk.fake.reply_in(DESK, LI, "/close", question);
    desk.wait_for(WANG, "客服已结束");
    desk.settle();
    desk.fake.say(ANN, "/start");
    desk.fake.wait_for_replies(ANN, 1);
    desk.fake.say(ANN, "/human a new case");
    desk.wait_for(DESK, "a new case");
    desk.fake.say(ANN, "in a thread");
    desk.wait_for(DESK, "in a thread");
    desk.in_order();
}

#[test]
fn a_bot_that_may_make_no_topics_has_threads() {
    let desk = Desk::closed();
    desk.fake.take_right_from_bot(DESK, LI, "can_manage_topics");
    let desk = desk.open();
    desk.fake.say(WANG, "/start");
    desk.fake.wait_for_replies(WANG, 1);
    desk.fake.say(WANG, "/human 没有权限");
    desk.wait_for(DESK, "没有权限");
    desk.settle();
    let card = desk.fake.messages(DESK).iter().find(|message| message.text.contains("没有权限")).expect("a card").id;
    desk.fake.press_in(DESK, LI, "我来");
    desk.wait_for(WANG, "客服已接手");
    desk.fake.reply_in(DESK, LI, "也能回答", card);
    desk.wait_for(WANG, "也能回答");
    assert_eq!(desk.fake.topics(DESK), Vec::<i64>::new());
    desk.in_order();
}
