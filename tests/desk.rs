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
const DESK: i64 = -100_200_300;

/// A support group with topics, two agents and an outsider; the service around the clock.
struct Desk {
    fake: FakeTelegram,
    place: Place,
    service: Option<Service>,
}

const SETTINGS: [(&str, &str); 3] =
    [("BEIAN_SUPPORT_CHAT", "-100200300"), ("BEIAN_SUPPORT_HOURS", "0-24"), ("BEIAN_INVITE_KEY", "a key of these tests alone")];

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
        for (replies, text) in [(1, "/start"), (2, "是"), (3, "首次备案"), (4, "公司"), (5, "广东"), (6, "阿里云"), (8, "公司官网")] {
            self.fake.say(person, text);
            self.fake.wait_for_replies(person, replies);
        }
    }

    /// Waits until a text stands in a chat.
    fn wait_for(&self, chat: i64, text: &str) {
        self.fake.wait_until(text, |state| state.messages(chat).iter().any(|message| message.text.contains(text)));
    }

    /// The topic in which a text stands.
    fn topic_with(&self, text: &str) -> i64 {
        self.wait_for(DESK, text);
        let topics = self.fake.topics(DESK);
        topics.into_iter().find(|topic| self.fake.topic_transcript(DESK, Some(*topic)).contains(text)).expect("a topic")
    }

    /// What happened since a text, wherever it was.
    fn check(&self, since: &str, expect: Expect) {
        self.fake.quiet();
        let story = self.fake.story();
        let at = story.find(since).unwrap_or_else(|| panic!("`{since}` is not in the story:\n{story}"));
        let at = story[..at].rfind("--- ").unwrap_or(at);
        expect.assert_eq(&story[at..]);
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
    desk.fake.say_in_topic(DESK, Some(topic), LI, "/set 域名所有者 其他人");
    desk.wait_for(WANG, "客服替您填了");
    desk.fake.say(WANG, "/progress");
    desk.wait_for(WANG, "进度");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "/close 已说明");
    desk.wait_for(WANG, "刚才的人工服务怎么样");
    desk.wait_for(WANG, "我们接着来");
    desk.fake.press(WANG, "5 ★");
    desk.check("转人工", expect![[]]);
}
