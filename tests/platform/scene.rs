//! One person on the platform, with the service that answers them.
#![allow(dead_code, reason = "not every test file uses all of it")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use expect_test::Expect;

use super::fake::{FakeTelegram, MessageId};
use super::service::{Place, Service};

/// Somebody whose program speaks Chinese.
pub const WANG: i64 = 1001;

/// The platform, the service on it, and how much the bot has said.
pub struct Scene {
    pub fake: FakeTelegram,
    pub place: Place,
    pub service: Option<Service>,
}

impl Scene {
    pub fn new() -> Scene {
        let (fake, place) = (FakeTelegram::start(), Place::new());
        fake.user(WANG, Some("zh-hans"));
        let service = Service::start(&fake, &place);
        Scene { fake, place, service: Some(service) }
    }

    pub fn replies(&self, chat: i64) -> usize {
        self.fake.messages(chat).iter().filter(|message| message.person.is_none()).count()
    }

    /// Does something and waits for so many messages of the bot.
    pub fn after<T>(&self, chat: i64, count: usize, act: impl FnOnce(&FakeTelegram) -> T) -> T {
        let before = self.replies(chat);
        let result = act(&self.fake);
        self.fake.wait_for_replies(chat, before + count);
        result
    }

    pub fn say(&self, text: &str) -> MessageId {
        self.after(WANG, 1, |fake| fake.say(WANG, text))
    }

    pub fn tell(&self, text: &str) {
        self.say(text);
    }

    pub fn press(&self, label: &str) {
        self.after(WANG, 1, |fake| fake.press(WANG, label));
    }

    pub fn as_far_as_the_checklist(&self) {
        ["/start", "是", "首次备案", "公司", "广东", "阿里云"].iter().for_each(|text| self.tell(text));
        self.after(WANG, 3, |fake| fake.say(WANG, "公司官网"));
    }

    /// Stops the service: what it left is there.
    pub fn stop(&mut self) {
        if let Some(service) = self.service.take() {
            assert!(service.stop().success(), "{}", self.place.logged());
        }
    }

    /// Stops the service and starts another on what it left.
    pub fn restart(&mut self) {
        self.stop();
        self.service = Some(Service::start(&self.fake, &self.place));
    }

    /// What was said in a chat since a message of the person.
    pub fn since(&self, chat: i64, begins: &str) -> String {
        let transcript = self.fake.transcript(chat);
        let at = transcript.rfind(&format!("> {begins}")).unwrap_or_else(|| panic!("nobody said {begins}:\n{transcript}"));
        transcript[at..].to_owned()
    }

    pub fn check(&self, chat: i64, begins: &str, expect: Expect) {
        expect.assert_eq(&self.since(chat, begins));
        self.in_order();
    }

    pub fn in_order(&self) {
        assert_eq!(self.fake.violations(), Vec::<String>::new());
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        if let Some(service) = self.service.take().filter(|_| !std::thread::panicking()) {
            assert!(service.stop().success(), "{}", self.place.logged());
        }
    }
}
