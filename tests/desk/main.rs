//! The support desk as applicants and agents live through it: the real program against the fake platform.
//!
//! - `handing_over`: to people and back; `relaying`: what goes to the other side; `changes`: what changes there
//! - `places`: topics and threads; `staff`: who is of it, and what they do beside cases; `privacy`: what is kept and what goes
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod changes;
mod handing_over;
mod places;
#[path = "../platform/mod.rs"]
mod platform;
mod privacy;
mod relaying;
mod staff;

use std::time::{Duration, Instant};

use expect_test::{Expect, expect};
use platform::fake::{FakeTelegram, Faults, Role};
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
/// Long after anything that works has happened.
const DEADLINE: Duration = Duration::from_secs(30);

/// A support group with topics, two agents and an outsider; the service around the clock.
struct Desk {
    fake: FakeTelegram,
    place: Place,
    service: Option<Service>,
}

const SETTINGS: [(&str, &str); 3] =
    [("BEIAN_SUPPORT_CHAT", "-1001002003004"), ("BEIAN_SUPPORT_HOURS", "0-24"), ("BEIAN_INVITE_KEY", "a key of these tests alone")];

/// What stands in the topic of somebody with a checklist who was just handed over.
const CARD: &str = "\
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
";
/// What they said and were told then.
const HANDED_OVER: &str = "\
> 转人工
< 还有 36 个问题，回答后清单会更准确。现在继续吗？
[继续] [以后再说]
< 已经转给客服，您的资料和刚才说的都带过去了，不用再讲一遍。
  有话直接发（文字、图片、文件都行，证件号和卡号会被隐去）。这期间我不插话；要用我，发 /progress、/result 这样的命令，或发 /bot 回来。
";

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

    fn as_far_as_the_content(&self, person: i64) {
        for (replies, text) in [(1, "/start"), (2, "是"), (3, "首次备案"), (4, "公司"), (5, "广东"), (6, "阿里云")] {
            self.fake.say(person, text);
            self.fake.wait_for_replies(person, replies);
        }
    }

    fn as_far_as_the_checklist(&self, person: i64) {
        self.as_far_as_the_content(person);
        self.fake.say(person, "公司官网");
        self.fake.wait_for_replies(person, 8);
    }

    /// Ends the service at once; the call that it was about to make did not take effect.
    fn kill_before_the_call(&mut self) {
        self.service.take().expect("a service").kill();
        self.fake.quiet();
        self.fake.let_go();
    }

    /// Waits until a text stands in a chat.
    fn wait_for(&self, chat: i64, text: &str) {
        self.fake.wait_until(text, |state| state.messages(chat).iter().any(|message| message.text.contains(text)));
    }

    /// Waits until everything that was sent is noted.
    fn settle(&self) {
        self.fake.quiet();
        let begun = Instant::now();
        while self.place.sql("select count(*) from outbox") > 0 {
            let left = self.place.texts("select coalesce(parked_because, 'waits') || ': ' || payload from outbox");
            assert!(begun.elapsed() < DEADLINE && left.iter().all(|left| left.starts_with("waits: ")), "{left:#?}\n{}", self.fake.story());
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
        expect.assert_eq(&format!("== topic\n{}== private\n{}", self.fake.topic_transcript(DESK, Some(topic)), self.since(person, since)));
        self.in_order();
    }

    /// The same, where the topic and the conversation begin as they always do; gives the rest to compare.
    fn check_after(&self, topic: i64, person: i64, since: &str, expect: Expect) {
        self.settle();
        let (there, here) = (self.fake.topic_transcript(DESK, Some(topic)), self.since(person, since));
        let folded = [there.replace(CARD, "(the card)\n"), here.replace(HANDED_OVER, "(handed over)\n")];
        expect.assert_eq(&format!("== topic\n{}== private\n{}", folded[0], folded[1]));
        self.in_order();
    }

    /// What was said in a private chat since a text.
    fn since(&self, person: i64, text: &str) -> String {
        let private = self.fake.transcript(person);
        let at = private.rfind(&format!("> {text}")).unwrap_or_else(|| panic!("nobody said {text}:\n{private}"));
        private[at..].to_owned()
    }

    fn in_order(&self) {
        assert_eq!(self.fake.violations(), Vec::<String>::new());
    }

    fn stop(&mut self) {
        assert!(self.service.take().expect("a service").stop().success());
    }

    /// Wang, with a checklist, asks for people; gives the topic.
    fn hand_over_with_checklist(&self) -> i64 {
        self.as_far_as_the_checklist(WANG);
        self.fake.say(WANG, "转人工");
        let topic = self.topic_with("需要人工");
        self.wait_for(WANG, "已经转给客服");
        topic
    }

    /// Wang, of whom nothing is known, asks for people; gives the topic.
    fn hand_over(&self, words: &str) -> i64 {
        self.fake.say(WANG, "/start");
        self.fake.wait_for_replies(WANG, 1);
        self.fake.say(WANG, &format!("/human {words}"));
        let topic = self.topic_with(words);
        self.wait_for(WANG, "已经转给客服");
        topic
    }
}
