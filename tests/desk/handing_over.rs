//! Handing over to people, and coming back.

use super::*;

#[test]
fn a_conversation_is_handed_over_and_comes_back() {
    let desk = Desk::new();
    let topic = desk.hand_over_with_checklist();
    desk.fake.press_in(DESK, LI, "我来");
    desk.wait_for(WANG, "客服已接手");
    desk.fake.say(WANG, "我的域名是朋友注册的，电话13800138000，能用吗");
    desk.wait_for(DESK, "能用吗");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "// 先看看域名那条");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "您好，域名要过户到公司名下。");
    desk.wait_for(WANG, "要过户到公司名下");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "/set 域名归属人 朋友");
    desk.wait_for(DESK, "没听懂“域名归属人");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "/set 域名持有者 月亮");
    desk.wait_for(DESK, "可以是：");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "/set 域名持有者 朋友");
    desk.wait_for(WANG, "客服替您填了");
    desk.fake.say(WANG, "/progress");
    desk.wait_for(WANG, "进度");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "/close 已说明");
    desk.wait_for(WANG, "刚才的人工服务怎么样");
    desk.wait_for(WANG, "我们接着来");
    desk.fake.press(WANG, "5 ★");
    desk.check(topic, WANG, "转人工", expect![[r#"
        == topic
        - bot opened «#1 广东 企业»
        < ■ #1 需要人工（本人要求）
          语言：中文
          备案 1，进度：准备材料
          服务器在中国内地：是；备案类型：首次备案；主办单位性质：企业；备案省份：广东；接入服务商：阿里云；网站内容：单位官网（企业官网）
          结论：可以办，下面这些还要准备或核对。
          □ 还差：真实性核验单、主办单位证件、主体负责人的身份证件、网站负责人的身份证件
          ■ 最近说的
          问“备案类型”，答：首次备案
          问“主办单位性质”，答：公司
          问“备案省份”，答：广东
          问“接入服务商”，答：阿里云
          问“网站内容”，答：公司官网
          在这里发的都会转给对方；以 // 开头的只有自己人看得到。/desk 看命令。
          打开对方的会话
        [我来]
        < Person 2001 接手了 #1。
        < 我的域名是朋友注册的，电话***，能用吗
        2001> // 先看看域名那条
        2001> 您好，域名要过户到公司名下。
        2001> /set 域名归属人 朋友
        < (to «/set 域名归属人 朋友») 没听懂“域名归属人 朋友”。写成“/set 省份 广东”这样：哪一项，空格，是什么。
        2001> /set 域名持有者 月亮
        < (to «/set 域名持有者 月亮») 没听懂“域名持有者 月亮”。可以是：主办单位（个人即本人）、法定代表人、股东、单位主要负责人、高管、其他人
        2001> /set 域名持有者 朋友
        < (to «/set 域名持有者 朋友») 已替对方填好，也告诉对方了：域名持有者：其他人
        2001> /close 已说明
        < (to «/close 已说明») 已结束：已说明
        - bot closed
        == private
        > 转人工
        < 还有 36 个问题，回答后清单会更准确。现在继续吗？
        [继续] [以后再说]
        < 已经转给客服，您的资料和刚才说的都带过去了，不用再讲一遍。
          有话直接发（文字、图片、文件都行，证件号和卡号会被隐去）。这期间我不插话；要用我，发 /progress、/result 这样的命令，或发 /bot 回来。
        < 客服已接手，马上回复您。
        > 我的域名是朋友注册的，电话13800138000，能用吗
        < 👤 客服：您好，域名要过户到公司名下。
        < 客服替您填了：域名持有者：其他人。不对的话直接说，例如“不对，是广西”。
        > /progress
        < (way.png)
        < ■ 备案进度：备案 1
          ▶ 1 准备材料
          ○ 2 服务商初审
          ○ 3 核验身份／复审
          ○ 4 管局审核
          ○ 5 备案成功
          现在：准备材料
          还差 4 样材料没备齐，/materials 逐样打勾。
          有新消息吗？点下面，或直接说，例如“昨天初审过了”；记错了用 /undo。
        [已提交，等初审] [还没消息]
        < 刚才的人工服务怎么样？
        [1 ★] [2 ★] [3 ★] [4 ★] [5 ★]
        < 客服已结束这次会话，我们接着来。
          有新消息吗？点下面，或直接说，例如“昨天初审过了”；记错了用 /undo。
        [已提交，等初审] [还没消息]
        ! 谢谢！
    "#]]);
}

#[test]
fn who_is_not_understood_twice_is_offered_a_person() {
    let desk = Desk::new();
    desk.fake.say(WANG, "/start");
    desk.fake.wait_for_replies(WANG, 1);
    desk.fake.say(WANG, "呵呵哒");
    desk.fake.wait_for_replies(WANG, 2);
    desk.fake.say(WANG, "呜呼哀哉");
    desk.wait_for(WANG, "要不要换人来帮您");
    desk.fake.press(WANG, "转人工");
    let topic = desk.topic_with("两次没听懂");
    desk.wait_for(WANG, "已经转给客服");
    desk.fake.say(WANG, "/bot");
    desk.wait_for(WANG, "客服那边已经结束");
    desk.check(topic, WANG, "呜呼哀哉", expect![[r#"
        == topic
        - bot opened «#1»
        < ■ #1 需要人工（两次没听懂）
          语言：中文
          备案 1，进度：准备材料
          结论：还不知道省份、主办单位性质或备案类型，只能先列出一部分。
          ■ 最近说的
          问“服务器在中国内地”，答：呵呵哒
          问“服务器在中国内地”，答：呜呼哀哉
          在这里发的都会转给对方；以 // 开头的只有自己人看得到。/desk 看命令。
          打开对方的会话
        [我来]
        < 对方结束了人工服务，回到机器人了。
        - bot closed
        == private
        > 呜呼哀哉
        < 还是没听懂。请回复下面某一项的编号，或者说“跳过”。
          服务器在中国内地吗？
          要不要换人来帮您？发 /human 转人工。
          → 转人工
        < 已经转给客服，您的资料和刚才说的都带过去了，不用再讲一遍。
          有话直接发（文字、图片、文件都行，证件号和卡号会被隐去）。这期间我不插话；要用我，发 /progress、/result 这样的命令，或发 /bot 回来。
        > /bot
        < 好，回到我这里。客服那边已经结束。
          （1/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
        [是] [否]
        [不知道／跳过]
    "#]]);
}

#[test]
fn a_case_that_was_closed_goes_on_in_its_topic() {
    let desk = Desk::new();
    let topic = desk.hand_over("第一次");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "/close 好了");
    desk.wait_for(WANG, "客服已结束");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "忘了说一句");
    desk.wait_for(DESK, "这个会话已经结束");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "/reopen");
    desk.wait_for(WANG, "客服又回来了");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "材料别忘了盖章");
    desk.wait_for(WANG, "盖章");
    desk.fake.say(WANG, "好的");
    desk.wait_for(DESK, "好的");
    desk.fake.say(WANG, "/bot");
    desk.wait_for(WANG, "客服那边已经结束");
    desk.fake.say(WANG, "/human 第二次");
    desk.wait_for(DESK, "第二次");
    desk.settle();
    assert_eq!(desk.fake.topics(DESK), [topic], "no second topic for who comes back soon");
    let transcript = desk.fake.topic_transcript(DESK, Some(topic));
    assert!(transcript.contains("好的") && !desk.fake.transcript(WANG).contains("忘了说"), "{transcript}");
    desk.in_order();
}

#[test]
fn who_was_handed_over_is_not_mute_when_there_is_no_desk_any_more() {
    let mut desk = Desk::new();
    desk.hand_over("帮我看看");
    desk.settle();
    desk.stop();
    let _service = Service::start(&desk.fake, &desk.place);
    desk.fake.say(WANG, "在国内");
    desk.wait_for(WANG, "服务器在中国内地：是");
    desk.in_order();
}

#[test]
fn a_rating_is_taken_once() {
    let desk = Desk::new();
    let topic = desk.hand_over("帮我看看");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "好的");
    desk.wait_for(WANG, "好的");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "/close 看过了");
    desk.wait_for(WANG, "刚才的人工服务怎么样");
    desk.settle();
    desk.fake.press(WANG, "4 ★");
    desk.fake.wait_until("thanks", |state| state.toasts(WANG).iter().any(|toast| toast.contains("谢谢")));
    desk.fake.press(WANG, "1 ★");
    desk.fake.wait_until("a refusal", |state| state.toasts(WANG).len() == 2);
    desk.settle();
    assert_eq!(desk.place.sql("select rating from cases"), 4);
    assert_eq!(desk.place.texts("select detail from figures where what = 'rating'"), ["4"]);
    // Of whom nothing is known any more, nothing is rated.
    desk.fake.say(WANG, "/forget");
    desk.wait_for(WANG, "要删除我保存的");
    desk.fake.press(WANG, "是");
    desk.wait_for(WANG, "已全部删除");
    desk.fake.press(WANG, "1 ★");
    desk.fake.wait_until("a refusal", |state| state.toasts(WANG).len() == 3);
    desk.in_order();
}

#[test]
fn who_waits_is_told_how_long_by_office_hours() {
    use beian_bot::assistant::Assistant;
    use beian_bot::language::Language;
    use beian_bot::render::{DeskWords, Waiting};
    let assistant = Assistant::load(None).expect("sound rules");
    let hours: beian_bot::desk::Hours = "9-18".parse().expect("hours");
    let at = |text: &str| text.parse::<chrono::DateTime<chrono::Utc>>().expect("a moment");
    let told = |language, now: &str, before, minutes| {
        let opens = hours.opens(&assistant.workdays, at(now));
        let waiting = Waiting { before, minutes, opens: (opens > at(now)).then_some(opens), hours };
        let text = DeskWords::new(assistant.renderer(), language).handed_over(&waiting);
        text.lines().skip(1).take_while(|line| !line.contains("/progress")).map(|line| format!("{line}\n")).collect::<String>()
    };
    // In the middle of a working day, in the evening, and before National Day.
    let all = [
        told(Language::Chinese, "2026-11-23T02:00:00Z", 2, Some(12)),
        told(Language::English, "2026-11-23T02:00:00Z", 1, Some(1)),
        told(Language::Chinese, "2026-11-23T12:00:00Z", 0, Some(12)),
        told(Language::English, "2026-09-30T12:00:00Z", 0, None),
    ];
    expect![[r#"
        前面还有 2 位在等。
        一般约 12 分钟内回复。
        One person is waiting before you.
        Usually somebody answers within about a minute.
        现在不在上班时间（工作日 09:00–18:00），11 月 24 日 09:00 起有人回复，您的话先记着。
        Our staff is not there at the moment (working days 09:00–18:00, China time). They answer from 8 Oct 09:00 on; what you write is kept.
    "#]].assert_eq(&all.concat());
}

#[test]
fn what_the_sources_leave_open_is_offered_to_people() {
    let desk = Desk::new();
    desk.as_far_as_the_content(WANG);
    desk.fake.say(WANG, "网上药店");
    desk.wait_for(WANG, "现在继续吗");
    desk.fake.say(WANG, "/human");
    let topic = desk.topic_with("需要人工");
    desk.wait_for(WANG, "已经转给客服");
    desk.settle();
    let (here, there) = (desk.since(WANG, "网上药店"), desk.fake.topic_transcript(DESK, Some(topic)));
    let behind_the_checklist = here.split_once("最终以管局审核为准。\n").expect("a checklist").1;
    let card: String = there.lines().skip(1).take(1).collect();
    expect![[r#"
        < ■ #1 需要人工（文件没写死）
        == private
        < 还有 36 个问题，回答后清单会更准确。现在继续吗？
          清单里有几条，文件没有写死，要看审核的人怎么认。想找人问清楚，发 /human。
        [继续] [以后再说]
        > /human
        < 已经转给客服，您的资料和刚才说的都带过去了，不用再讲一遍。
          有话直接发（文字、图片、文件都行，证件号和卡号会被隐去）。这期间我不插话；要用我，发 /progress、/result 这样的命令，或发 /bot 回来。
    "#]].assert_eq(&format!("{card}\n== private\n{behind_the_checklist}"));
    desk.in_order();
}
