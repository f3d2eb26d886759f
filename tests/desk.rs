//! The support desk as applicants and agents live through it: the real program against the fake platform.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod platform;

use expect_test::{Expect, expect};
use platform::fake::{FakeTelegram, Role};
use platform::service::{Place, Service};

/// Applicants.
const WANG: i64 = 1001;
const ANN: i64 = 1002;
/// Agents.
const LI: i64 = 2001;
const ZHAO: i64 = 2002;
/// Somebody who is in the group and no agent.
const OUTSIDER: i64 = 2009;
const DESK: i64 = -1_001_002_003_004;

/// A support group with topics, two agents and an outsider; the service around the clock.
struct Desk {
    fake: FakeTelegram,
    place: Place,
    service: Option<Service>,
}

const SETTINGS: [(&str, &str); 3] =
    [("BEIAN_SUPPORT_CHAT", "-1001002003004"), ("BEIAN_SUPPORT_HOURS", "0-24"), ("BEIAN_INVITE_KEY", "a key of these tests alone")];

impl Desk {
    fn new() -> Desk {
        let desk = Desk::closed();
        desk.open()
    }

    /// Before the service starts.
    fn closed() -> Desk {
        let (fake, place) = (FakeTelegram::start(), Place::new());
        fake.user(WANG, Some("zh-hans"));
        fake.user(ANN, Some("en"));
        for person in [LI, ZHAO, OUTSIDER] {
            fake.user(person, Some("zh-hans"));
        }
        fake.group(DESK, "客服");
        fake.forum(DESK, true);
        fake.administrators(DESK, &[LI, ZHAO]);
        fake.join(DESK, OUTSIDER, Role::Member);
        Desk { fake, place, service: None }
    }

    fn open(self) -> Desk {
        let mut service = Service::with(&self.fake, &self.place, &SETTINGS);
        service.wait_for_log("the administrators", |line| line.contains("the administrators of the support group are known").then_some(()));
        Desk { service: Some(service), ..self }
    }

    fn as_far_as_the_checklist(&self, person: i64) {
        for (replies, text) in [(1, "/start"), (2, "是"), (3, "首次备案"), (4, "公司"), (5, "广东"), (6, "阿里云"), (8, "公司官网")]
        {
            self.fake.say(person, text);
            self.fake.wait_for_replies(person, replies);
        }
    }

    /// Waits until a text stands in a chat.
    fn wait_for(&self, chat: i64, text: &str) {
        self.fake.wait_until(text, |state| state.messages(chat).iter().any(|message| message.text.contains(text)));
    }

    /// Waits until everything that was sent is noted.
    fn settle(&self) {
        self.fake.quiet();
        while self.place.sql("select count(*) from outbox") > 0 {
            std::thread::yield_now();
        }
    }

    /// The topic in which a text stands.
    fn topic_with(&self, text: &str) -> i64 {
        self.wait_for(DESK, text);
        let topics = self.fake.topics(DESK);
        topics.into_iter().find(|topic| self.fake.topic_transcript(DESK, Some(*topic)).contains(text)).expect("a topic")
    }

    /// A topic, and what was said in a private chat since a text.
    fn check(&self, topic: i64, person: i64, since: &str, expect: Expect) {
        self.settle();
        let private = self.fake.transcript(person);
        let at = private.rfind(&format!("> {since}")).unwrap_or_else(|| panic!("nobody said {since}:\n{private}"));
        expect.assert_eq(&format!("== topic\n{}== private\n{}", self.fake.topic_transcript(DESK, Some(topic)), &private[at..]));
        assert_eq!(self.fake.violations(), Vec::<String>::new());
    }
}

#[test]
fn a_conversation_is_handed_over_and_comes_back() {
    let desk = Desk::new();
    desk.as_far_as_the_checklist(WANG);
    desk.fake.say(WANG, "转人工");
    let topic = desk.topic_with("需要人工");
    desk.wait_for(WANG, "已经转给客服");
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
fn two_agents_and_two_applicants_at_once_see_only_what_is_theirs() {
    let desk = Desk::new();
    for person in [WANG, ANN] {
        desk.fake.say(person, "/start");
        desk.fake.wait_for_replies(person, 1);
    }
    desk.fake.say(WANG, "/human 我的备案被退回了");
    desk.fake.say(ANN, "/human my filing was returned");
    let (of_wang, of_ann) = (desk.topic_with("我的备案被退回了"), desk.topic_with("my filing was returned"));
    assert_ne!(of_wang, of_ann);
    desk.wait_for(WANG, "已经转给客服");
    desk.wait_for(ANN, "handed you over");
    for round in 0..5 {
        desk.fake.say(WANG, &format!("wang {round}"));
        desk.fake.say(ANN, &format!("ann {round}"));
        desk.fake.say_in_topic(DESK, Some(of_wang), LI, &format!("li {round}"));
        desk.fake.say_in_topic(DESK, Some(of_ann), ZHAO, &format!("zhao {round}"));
    }
    desk.wait_for(WANG, "li 4");
    desk.wait_for(ANN, "zhao 4");
    desk.wait_for(DESK, "wang 4");
    desk.wait_for(DESK, "ann 4");
    desk.settle();
    let lines = |text: &str, of: &str| -> Vec<String> { text.lines().filter(|line| line.contains(of)).map(str::to_owned).collect() };
    let (topic_of_wang, topic_of_ann) = (desk.fake.topic_transcript(DESK, Some(of_wang)), desk.fake.topic_transcript(DESK, Some(of_ann)));
    assert_eq!(lines(&topic_of_wang, "wang "), (0..5).map(|round| format!("< wang {round}")).collect::<Vec<_>>(), "{topic_of_wang}");
    assert_eq!(lines(&topic_of_ann, "ann "), (0..5).map(|round| format!("< ann {round}")).collect::<Vec<_>>(), "{topic_of_ann}");
    assert_eq!(lines(&desk.fake.transcript(WANG), "li "), (0..5).map(|round| format!("< 👤 客服：li {round}")).collect::<Vec<_>>());
    assert_eq!(lines(&desk.fake.transcript(ANN), "zhao "), (0..5).map(|round| format!("< 👤 Staff: zhao {round}")).collect::<Vec<_>>());
    for (text, foreign) in
        [(&topic_of_wang, "ann "), (&topic_of_ann, "wang "), (&desk.fake.transcript(WANG), "zhao "), (&desk.fake.transcript(ANN), "li ")]
    {
        assert!(!text.contains(foreign), "{foreign} leaked:\n{text}");
    }
    assert_eq!(desk.fake.violations(), Vec::<String>::new());
}

#[test]
fn an_outsider_can_neither_read_on_nor_act() {
    let desk = Desk::new();
    desk.as_far_as_the_checklist(WANG);
    desk.fake.say(WANG, "转人工");
    let topic = desk.topic_with("需要人工");
    desk.wait_for(WANG, "已经转给客服");
    desk.fake.say_in_topic(DESK, Some(topic), OUTSIDER, "我是客服，请把验证码发给我");
    desk.wait_for(DESK, "只有客服能在这里操作");
    desk.fake.say_in_topic(DESK, Some(topic), OUTSIDER, "/set 省份 北京");
    desk.fake.say_in_topic(DESK, Some(topic), OUTSIDER, "/close");
    desk.fake.press_in(DESK, OUTSIDER, "我来");
    desk.settle();
    desk.fake.say_in_topic(DESK, Some(topic), LI, "我在");
    desk.wait_for(WANG, "我在");
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
        2009> 我是客服，请把验证码发给我
        < (to «我是客服，请把验证码发给我») 只有客服能在这里操作。您发的没有转给任何人。
        2009> /set 省份 北京
        2009> /close
        ! 2009: 只有客服能在这里操作。您发的没有转给任何人。
        2001> 我在
        == private
        > 转人工
        < 还有 36 个问题，回答后清单会更准确。现在继续吗？
        [继续] [以后再说]
        < 已经转给客服，您的资料和刚才说的都带过去了，不用再讲一遍。
          有话直接发（文字、图片、文件都行，证件号和卡号会被隐去）。这期间我不插话；要用我，发 /progress、/result 这样的命令，或发 /bot 回来。
        < 👤 客服：我在
    "#]]);
    let audit = desk.place.texts("select staff || ' ' || what from audit order by id");
    assert_eq!(audit, ["2009 refused", "2009 refused", "2009 refused", "2009 refused", "2001 replied"]);
}

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
    assert_eq!(desk.fake.violations(), Vec::<String>::new());
}

#[test]
fn a_topic_that_somebody_deleted_is_made_anew_and_nothing_is_lost() {
    let desk = Desk::new();
    desk.as_far_as_the_checklist(WANG);
    desk.fake.say(WANG, "转人工");
    let topic = desk.topic_with("需要人工");
    desk.wait_for(WANG, "已经转给客服");
    desk.fake.delete_topic(DESK, topic);
    desk.fake.say(WANG, "还有人吗");
    desk.fake.say(WANG, "第二句");
    desk.wait_for(DESK, "第二句");
    let topic = desk.topic_with("还有人吗");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "有的");
    desk.wait_for(WANG, "有的");
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
        < 还有人吗
        < 第二句
        2001> 有的
        == private
        > 转人工
        < 还有 36 个问题，回答后清单会更准确。现在继续吗？
        [继续] [以后再说]
        < 已经转给客服，您的资料和刚才说的都带过去了，不用再讲一遍。
          有话直接发（文字、图片、文件都行，证件号和卡号会被隐去）。这期间我不插话；要用我，发 /progress、/result 这样的命令，或发 /bot 回来。
        > 还有人吗
        > 第二句
        < 👤 客服：有的
    "#]]);
}

#[test]
fn photos_files_answers_and_changes_go_both_ways() {
    let desk = Desk::new();
    desk.as_far_as_the_checklist(WANG);
    desk.fake.say(WANG, "转人工");
    let topic = desk.topic_with("需要人工");
    desk.wait_for(WANG, "已经转给客服");
    desk.fake.photo(WANG, "报错截图，卡号6222020200001234567");
    desk.wait_for(DESK, "报错截图");
    let question = desk.fake.say(WANG, "这是什么意思");
    desk.wait_for(DESK, "这是什么意思");
    desk.settle();
    desk.fake.edit(WANG, question, "这个报错是什么意思");
    desk.wait_for(DESK, "这个报错是什么意思");
    let there = desk.fake.messages(DESK).iter().find(|message| message.text.contains("什么意思")).expect("a message").id;
    // What the platform says of itself is for nobody.
    desk.fake.pin(DESK, LI, there);
    desk.fake.rename_topic(DESK, LI, topic, "#1 报错");
    desk.fake.close_topic(DESK, LI, topic);
    desk.fake.reopen_topic(DESK, LI, topic);
    let answer = desk.fake.reply_in(DESK, LI, "核验单没签子", there);
    desk.wait_for(WANG, "没签子");
    desk.settle();
    desk.fake.edit_in(DESK, LI, answer, "核验单没签字");
    desk.wait_for(WANG, "没签字");
    desk.fake.photo_in(DESK, Some(topic), LI, "签在这里");
    desk.wait_for(WANG, "签在这里");
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
        < (copy of 1001/19) (photo.jpg) 报错截图，卡号***
        < ✎ 这个报错是什么意思（改过） (edited)
        - 2001 pinned «✎ 这个报错是什么意思（改过）»
        - 2001 named «#1 报错»
        - 2001 closed
        - 2001 reopened
        2001> (to «✎ 这个报错是什么意思（改过）») 核验单没签字 (edited)
        2001> (photo.jpg) 签在这里
        == private
        > 转人工
        < 还有 36 个问题，回答后清单会更准确。现在继续吗？
        [继续] [以后再说]
        < 已经转给客服，您的资料和刚才说的都带过去了，不用再讲一遍。
          有话直接发（文字、图片、文件都行，证件号和卡号会被隐去）。这期间我不插话；要用我，发 /progress、/result 这样的命令，或发 /bot 回来。
        > (photo.jpg) 报错截图，卡号6222020200001234567
        > 这个报错是什么意思
        < 👤 客服：核验单没签字
        < (photo.jpg) 签在这里
    "#]]);
}

#[test]
fn a_kill_and_a_restart_lose_and_double_nothing() {
    let mut desk = Desk::new();
    desk.as_far_as_the_checklist(WANG);
    desk.fake.say(WANG, "转人工");
    let topic = desk.topic_with("需要人工");
    desk.wait_for(WANG, "已经转给客服");
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
    assert_eq!(desk.fake.violations(), Vec::<String>::new());
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
    assert_eq!(desk.fake.violations(), Vec::<String>::new());
}

#[test]
fn buttons_that_are_forged_or_pressed_again_are_refused_kindly() {
    let desk = Desk::new();
    desk.as_far_as_the_checklist(WANG);
    desk.fake.say(WANG, "转人工");
    let topic = desk.topic_with("需要人工");
    desk.wait_for(WANG, "已经转给客服");
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
    assert_eq!(desk.fake.violations(), Vec::<String>::new());
}

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
    assert_eq!(desk.fake.violations(), Vec::<String>::new());
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
    assert_eq!(desk.fake.violations(), Vec::<String>::new());
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
    assert_eq!(desk.fake.violations(), Vec::<String>::new());
}

#[test]
fn the_staff_sees_who_waits_and_is_told_again() {
    let mut desk = Desk::new();
    desk.as_far_as_the_checklist(WANG);
    desk.fake.say(WANG, "转人工");
    desk.wait_for(DESK, "需要人工");
    desk.settle();
    assert!(desk.service.take().expect("a service").stop().success());
    // Half an hour has passed.
    desk.place.sql("update cases set opened_at = strftime('%Y-%m-%dT%H:%M:%S+00:00', opened_at, '-45 minutes'), \
         waiting_since = strftime('%Y-%m-%dT%H:%M:%S+00:00', waiting_since, '-45 minutes'), raise_at = strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now', '-15 minutes')");
    let desk = desk.open();
    desk.wait_for(DESK, "还没等到回复");
    desk.fake.say_in(DESK, LI, "/cases");
    desk.wait_for(DESK, "打开的会话（1）");
    desk.fake.say_in(DESK, LI, "/stats 3");
    desk.wait_for(DESK, "近 3 天");
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
    "#]]
    .assert_eq(&desk.fake.topic_transcript(DESK, None));
    assert_eq!(desk.fake.violations(), Vec::<String>::new());
}

#[test]
fn staff_may_be_named_and_an_administrator_may_be_anonymous() {
    let desk = Desk::closed();
    desk.fake.anonymous(DESK, LI);
    let mut desk = desk.open();
    desk.fake.say(WANG, "/start");
    desk.fake.wait_for_replies(WANG, 1);
    desk.fake.say(WANG, "/human 有人吗");
    let topic = desk.topic_with("有人吗");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "匿名的也是客服");
    desk.wait_for(WANG, "匿名的也是客服");
    desk.settle();
    assert!(desk.service.take().expect("a service").stop().success());
    // From now on only Zhao is of the staff.
    let settings = [&SETTINGS[..], &[("BEIAN_STAFF", "2002")]].concat();
    let _service = Service::with(&desk.fake, &desk.place, &settings);
    desk.fake.say_in_topic(DESK, Some(topic), LI, "我还在吗");
    desk.wait_for(DESK, "只有客服能在这里操作");
    desk.fake.say_in_topic(DESK, Some(topic), ZHAO, "现在是我");
    desk.wait_for(WANG, "现在是我");
    desk.settle();
    assert!(!desk.fake.transcript(WANG).contains("我还在吗"));
    assert_eq!(desk.fake.violations(), Vec::<String>::new());
}

#[test]
fn a_case_that_was_closed_goes_on_in_its_topic() {
    let desk = Desk::new();
    desk.fake.say(WANG, "/start");
    desk.fake.wait_for_replies(WANG, 1);
    desk.fake.say(WANG, "/human 第一次");
    let topic = desk.topic_with("第一次");
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
    assert_eq!(desk.fake.violations(), Vec::<String>::new());
}

#[test]
fn who_was_handed_over_is_not_mute_when_there_is_no_desk_any_more() {
    let mut desk = Desk::new();
    desk.fake.say(WANG, "/start");
    desk.fake.wait_for_replies(WANG, 1);
    desk.fake.say(WANG, "/human 帮我看看");
    desk.topic_with("帮我看看");
    desk.settle();
    assert!(desk.service.take().expect("a service").stop().success());
    let _service = Service::start(&desk.fake, &desk.place);
    desk.fake.say(WANG, "在国内");
    desk.wait_for(WANG, "服务器在中国内地：是");
    assert_eq!(desk.fake.violations(), Vec::<String>::new());
}

#[test]
fn a_rating_is_taken_once() {
    let desk = Desk::new();
    desk.fake.say(WANG, "/start");
    desk.fake.wait_for_replies(WANG, 1);
    desk.fake.say(WANG, "/human 帮我看看");
    let topic = desk.topic_with("帮我看看");
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
    assert_eq!(desk.fake.violations(), Vec::<String>::new());
}

#[test]
fn what_is_meant_for_the_staff_stays_with_them_also_under_a_picture() {
    let desk = Desk::new();
    desk.fake.say(WANG, "/start");
    desk.fake.wait_for_replies(WANG, 1);
    desk.fake.say(WANG, "/human 帮我看看");
    let topic = desk.topic_with("帮我看看");
    desk.fake.photo_in(DESK, Some(topic), LI, "// 内部：这人上次也没给全");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "／／ 全角的也是");
    desk.fake.document_in(DESK, Some(topic), LI, "/tag 老客户");
    desk.wait_for(DESK, "标签：老客户");
    desk.fake.forward_in(DESK, Some(topic), LI, ZHAO, "请补交核验单");
    desk.wait_for(WANG, "请补交核验单");
    desk.settle();
    let transcript = desk.fake.transcript(WANG);
    assert!(!transcript.contains("内部") && !transcript.contains("全角") && !transcript.contains("老客户"), "{transcript}");
    assert_eq!(desk.fake.violations(), Vec::<String>::new());
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
    assert_eq!(desk.fake.violations(), Vec::<String>::new());
}

#[test]
fn whoever_comes_back_while_the_group_is_out_of_reach_is_heard_when_it_is_not() {
    let desk = Desk::new();
    desk.fake.say(WANG, "/start");
    desk.fake.wait_for_replies(WANG, 1);
    desk.fake.say(WANG, "/human 第一次");
    let topic = desk.topic_with("第一次");
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
    assert_eq!(desk.fake.violations(), Vec::<String>::new());
}

#[test]
fn a_long_message_arrives_in_pieces_and_so_does_a_long_card() {
    let desk = Desk::new();
    desk.as_far_as_the_checklist(WANG);
    // Characters that count twice: two thousand of them fill a message.
    desk.fake.say(WANG, &format!("/human {}尾巴", "𠮷".repeat(1_900)));
    let topic = desk.topic_with("尾巴");
    desk.fake.say(WANG, &format!("开头{}", "很".repeat(4_000)));
    desk.wait_for(DESK, "开头");
    desk.fake.say_in_topic(DESK, Some(topic), LI, &format!("{}完", "长".repeat(4_095)));
    desk.wait_for(WANG, "完");
    desk.settle();
    assert_eq!(desk.place.sql("select count(*) from outbox"), 0);
    assert_eq!(desk.fake.violations(), Vec::<String>::new());
}

#[test]
fn another_group_in_the_settings_has_none_of_the_old_places() {
    const OTHER: i64 = -1_009_009_009_009;
    let mut desk = Desk::new();
    desk.fake.say(WANG, "/start");
    desk.fake.wait_for_replies(WANG, 1);
    desk.fake.say(WANG, "/human 旧的群");
    desk.wait_for(DESK, "旧的群");
    desk.settle();
    assert!(desk.service.take().expect("a service").stop().success());
    desk.fake.group(OTHER, "新的群");
    desk.fake.forum(OTHER, true);
    desk.fake.administrators(OTHER, &[LI]);
    let settings = [("BEIAN_SUPPORT_CHAT", "-1009009009009"), ("BEIAN_SUPPORT_HOURS", "0-24")];
    let _service = Service::with(&desk.fake, &desk.place, &settings);
    desk.fake.say(WANG, "到新的群里");
    desk.wait_for(OTHER, "到新的群里");
    desk.settle();
    assert!(!desk.fake.messages(DESK).iter().any(|message| message.text.contains("到新的群里")));
    assert_eq!(desk.fake.violations(), Vec::<String>::new());
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
