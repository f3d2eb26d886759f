//! Who is of the staff, and what they do beside cases.

use super::*;

#[test]
fn an_outsider_can_neither_read_on_nor_act() {
    let desk = Desk::new();
    let topic = desk.hand_over_with_checklist();
    desk.fake.say_in_topic(DESK, Some(topic), OUTSIDER, "我是客服，请把验证码发给我");
    desk.wait_for(DESK, "只有客服能在这里操作");
    desk.fake.say_in_topic(DESK, Some(topic), OUTSIDER, "/set 省份 北京");
    desk.fake.say_in_topic(DESK, Some(topic), OUTSIDER, "/close");
    desk.fake.press_in(DESK, OUTSIDER, "我来");
    desk.settle();
    desk.fake.say_in_topic(DESK, Some(topic), LI, "我在");
    desk.wait_for(WANG, "我在");
    desk.check_after(
        topic,
        WANG,
        "转人工",
        expect![[r#"
        == topic
        - bot opened «#1 广东 企业»
        (the card)
        2009> 我是客服，请把验证码发给我
        < (to «我是客服，请把验证码发给我») 只有客服能在这里操作。您发的没有转给任何人。
        2009> /set 省份 北京
        2009> /close
        ! 2009: 只有客服能在这里操作。您发的没有转给任何人。
        2001> 我在
        == private
        (handed over)
        < 👤 客服：我在
    "#]],
    );
    let audit = desk.place.texts("select staff || ' ' || what from audit order by id");
    assert_eq!(audit, ["2009 refused", "2009 refused", "2009 refused", "2009 refused", "2001 replied"]);
}

#[test]
fn buttons_that_are_forged_or_pressed_again_are_refused_kindly() {
    let desk = Desk::new();
    let topic = desk.hand_over_with_checklist();
    let card = desk.fake.messages(DESK).iter().find(|message| message.text.contains("需要人工")).expect("a card").id;
    desk.fake.press_in(DESK, LI, "我来");
    desk.wait_for(WANG, "客服已接手");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "/answer 1");
    desk.wait_for(DESK, "真实性核验单\n");
    desk.fake.press_in(DESK, LI, "发给对方");
    desk.wait_for(WANG, "👤 客服：■ 真实性核验单");
    desk.fake.press_in(DESK, LI, "发给对方");
    for data in ["d:take:1", "d:take:99", "d:take:0", "d:send:1:00000000", "d:send:2:ffffffff", "d:rate:1:5", "d:drop:1", "garbage"] {
        desk.fake.press_data_in(DESK, ZHAO, card, data);
    }
    // A rating while nothing is over, and of somebody else's case.
    let last = desk.fake.messages(WANG).last().expect("a message").id;
    desk.fake.press_data(WANG, last, "d:rate:1:5");
    desk.fake.say(ANN, "/start");
    desk.fake.wait_for_replies(ANN, 1);
    let of_ann = desk.fake.messages(ANN).last().expect("a message").id;
    desk.fake.press_data(ANN, of_ann, "d:rate:1:1");
    let stale = |toasts: Vec<String>| toasts.iter().filter(|toast| toast.contains("已经用过")).count();
    desk.fake.wait_until("nine refusals", |state| stale(state.toasts(LI)) + stale(state.toasts(ZHAO)) == 9);
    desk.settle();
    let transcript = desk.fake.transcript(WANG);
    assert_eq!(transcript.matches("👤 客服：■ 真实性核验单").count(), 1, "{transcript}");
    assert_eq!(desk.place.sql("select count(*) from cases where rating is not null or taken_by <> 2001"), 0);
    desk.in_order();
}

#[test]
fn staff_may_be_named_and_an_administrator_may_be_anonymous() {
    let desk = Desk::closed();
    desk.fake.anonymous(DESK, LI);
    let mut desk = desk.open();
    let topic = desk.hand_over("有人吗");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "匿名的也是客服");
    desk.wait_for(WANG, "匿名的也是客服");
    desk.settle();
    desk.stop();
    // From now on only Zhao is of the staff.
    let settings = [&SETTINGS[..], &[("BEIAN_STAFF", "2002")]].concat();
    let _service = Service::with(&desk.fake, &desk.place, &settings);
    desk.fake.say_in_topic(DESK, Some(topic), LI, "我还在吗");
    desk.wait_for(DESK, "只有客服能在这里操作");
    desk.fake.say_in_topic(DESK, Some(topic), ZHAO, "现在是我");
    desk.wait_for(WANG, "现在是我");
    desk.settle();
    assert!(!desk.fake.transcript(WANG).contains("我还在吗"));
    desk.in_order();
}

#[test]
fn the_staff_sees_who_waits_and_is_told_again() {
    let mut desk = Desk::new();
    desk.as_far_as_the_checklist(WANG);
    desk.fake.say(WANG, "转人工");
    desk.wait_for(DESK, "需要人工");
    desk.settle();
    desk.stop();
    // Half an hour has passed.
    desk.place.sql("update cases set opened_at = strftime('%Y-%m-%dT%H:%M:%S+00:00', opened_at, '-45 minutes'), \
         waiting_since = strftime('%Y-%m-%dT%H:%M:%S+00:00', waiting_since, '-45 minutes'), raise_at = strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now', '-15 minutes')");
    let desk = desk.open();
    desk.wait_for(DESK, "还没等到回复");
    desk.fake.say_in(DESK, LI, "/cases");
    desk.wait_for(DESK, "打开的会话（1）");
    desk.fake.say_in(DESK, LI, "/stats 3");
    desk.wait_for(DESK, "近 3 天");
    let topic = desk.fake.topics(DESK)[0];
    desk.fake.say_in_topic(DESK, Some(topic), LI, "久等了");
    desk.wait_for(WANG, "久等了");
    desk.fake.say_in(DESK, LI, "/stats 4");
    desk.wait_for(DESK, "近 4 天");
    expect![[r#"
        < ⏰ 有 1 位还没等到回复：
          #1 本人要求，等了 45 分钟 https://t.me/c/1002003004/2
        2001> /cases
        < (to «/cases») 打开的会话（1）：
          #1 本人要求，等了 45 分钟 https://t.me/c/1002003004/2
        2001> /stats 3
        < (to «/stats 3») 近 3 天：
          新会话 1
          出了清单 1
          问题全部答完 0
          转人工 1
          · 本人要求：1
          已结束 0
          规则纠错 0
        2001> /stats 4
        < (to «/stats 4») 近 4 天：
          新会话 1
          出了清单 1
          问题全部答完 0
          转人工 1
          · 本人要求：1
          已结束 0
          规则纠错 0
          首次回复平均 45 分钟
          · 一半在 45 分钟内
    "#]]
    .assert_eq(&desk.fake.topic_transcript(DESK, None));
    desk.in_order();
}

#[test]
fn an_agent_invites_and_the_person_comes_with_answers_filled_in() {
    let desk = Desk::new();
    desk.fake.say_in(DESK, LI, "/invite 广东 企业 #双十一 14天");
    desk.wait_for(DESK, "https://t.me/fake_bot?start=i");
    desk.fake.say_in(DESK, LI, "/invite 你好");
    desk.wait_for(DESK, "没听懂要填什么");
    let invited = desk.fake.messages(DESK).iter().find_map(|message| {
        let at = message.text.find("?start=")? + "?start=".len();
        message.text[at..].split_whitespace().next().map(str::to_owned)
    });
    let payload = invited.expect("a link");
    assert!(payload.len() <= 64 && payload.starts_with('i'), "{payload}");
    desk.fake.say(WANG, &format!("/start {payload}"));
    desk.wait_for(WANG, "双十一 请您来的");
    desk.fake.say(WANG, "不对，是广西");
    desk.wait_for(WANG, "备案省份：广西");
    // One character is another one.
    let other = if payload.ends_with('A') { 'B' } else { 'A' };
    desk.fake.say(ANN, &format!("/start {}{other}", &payload[..payload.len() - 1]));
    desk.wait_for(ANN, "This invitation is incomplete or was changed");
    desk.settle();
    assert_eq!(desk.place.sql("select count(*) from persons join campaigns on campaigns.id = persons.campaign where name = '双十一'"), 1);
    assert!(desk.place.logged().contains("an invitation is refused"));
    let transcript = desk.fake.transcript(WANG);
    let at = transcript.find("< ").expect("an answer");
    expect![[r#"
        < 您好，我是备案助手。告诉我谁、在哪个省、要备案什么网站，我就列出要准备的材料、前置审批和步骤，每一条都注明出处。
          先问六个问题，就能给出第一份清单；之后愿意的话，再回答一些让它更准确。不知道的可以说“不知道”，随时可以 /undo 返回、/help 看帮助。For English: /lang en
          我会保存您的回答，只用来列清单，存在运营方服务器的数据库里，365 天不用就自动删除。/export 取回，/forget 删除。请不要发证件照片和号码。
          双十一 请您来的，已经替您填好这些，哪里不对直接说：
          ✓ 主办单位性质：企业；备案省份：广东
          哪里不对直接说，例如“不对，是广西”。
          （3/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
        [是] [否]
        [不知道／跳过]
        > 不对，是广西
        < ✓ 备案省份：广西
          （3/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
        [是] [否]
        [不知道／跳过]
    "#]].assert_eq(&transcript[at..]);
    desk.in_order();
}

#[test]
fn a_customers_message_that_is_passed_on_comes_back_as_a_checklist() {
    let desk = Desk::new();
    desk.fake.forward_in(DESK, None, LI, WANG, "我们公司在杭州，想在阿里云首次备案一个官网，服务器在国内");
    desk.wait_for(DESK, "听懂了");
    desk.wait_for(DESK, "■ 要准备的材料");
    desk.wait_for(DESK, "?start=i");
    let messages = desk.fake.messages(DESK);
    let understood = messages.iter().find(|message| message.text.contains("听懂了")).expect("a message");
    expect!["听懂了：接入服务商：阿里云；备案类型：首次备案；主办单位性质：企业；备案省份：浙江；网站内容：单位官网（企业官网）；服务器在中国内地：是"]
        .assert_eq(&understood.text);
    // What an outsider passes on, nobody reads.
    desk.fake.forward_in(DESK, None, OUTSIDER, WANG, "我在广东");
    desk.settle();
    assert_eq!(desk.fake.messages(DESK).iter().filter(|message| message.text.contains("听懂了")).count(), 1);
    desk.in_order();
}

#[test]
fn an_agent_may_be_an_applicant_too() {
    let desk = Desk::new();
    desk.fake.say(LI, "/start");
    desk.fake.wait_for_replies(LI, 1);
    desk.fake.say(LI, "/human 我自己也要备案");
    let topic = desk.topic_with("我自己也要备案");
    desk.wait_for(LI, "已经转给客服");
    let of_wang = desk.hand_over("别人的");
    desk.fake.say_in_topic(DESK, Some(of_wang), LI, "给别人的");
    desk.wait_for(WANG, "给别人的");
    desk.fake.say_in_topic(DESK, Some(topic), ZHAO, "同事帮你看");
    desk.wait_for(LI, "同事帮你看");
    desk.fake.say(LI, "谢谢同事");
    desk.wait_for(DESK, "谢谢同事");
    desk.fake.say(LI, "/forget");
    desk.wait_for(LI, "要删除我保存的");
    desk.fake.press(LI, "是");
    desk.wait_for(LI, "已全部删除");
    desk.fake.wait_until("the own topic is gone", |state| state.topics(DESK) == [of_wang]);
    desk.fake.say_in_topic(DESK, Some(of_wang), LI, "还是客服");
    desk.wait_for(WANG, "还是客服");
    assert!(!desk.fake.transcript(LI).contains("给别人的"), "{}", desk.fake.transcript(LI));
    desk.in_order();
}
