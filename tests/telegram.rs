//! Whole conversations on Telegram: the real program against a server that speaks the Bot API. They read as chats: `>` is the person,
//! `<` the bot, `[…]` a button, `!` a word that pops up.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod platform;

use expect_test::{Expect, expect};
use platform::fake::FakeTelegram;
use platform::service::{Place, Service};

const WANG: i64 = 1001;

fn check(fake: &FakeTelegram, chat: i64, expect: Expect) {
    expect.assert_eq(&fake.transcript(chat));
    assert_eq!(fake.violations(), Vec::<String>::new());
}

#[test]
fn from_the_first_word_to_the_checklist_by_buttons() {
    let (fake, place) = (FakeTelegram::start(), Place::new());
    fake.user(WANG, Some("zh-hans"));
    let service = Service::start(&fake, &place);
    fake.say(WANG, "/start");
    fake.wait_for_replies(WANG, 1);
    fake.press(WANG, "是");
    fake.wait_for_replies(WANG, 2);
    fake.press(WANG, "首次备案");
    fake.wait_for_replies(WANG, 3);
    fake.quiet();
    check(
        &fake,
        WANG,
        expect![[r#"
        > /start
        < 您好，我是备案助手。告诉我谁、在哪个省、要备案什么网站，我就列出要准备的材料、前置审批和步骤，每一条都注明出处。
          先问六个问题，就能给出第一份清单；之后愿意的话，再回答一些让它更准确。不知道的可以说“不知道”，随时可以 /undo 返回、/help 看帮助。For English: /lang en
          我会保存您的回答，只用来列清单，存在运营方服务器的数据库里，365 天不用就自动删除。/export 取回，/forget 删除。请不要发证件照片和号码。
          （1/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
          → 是
        < ✓ 服务器在中国内地：是
          （2/6）您这次要办哪种备案？
          以前从没备案过，就选首次备案。
          → 首次备案
        < ✓ 备案类型：首次备案
          （3/6）您以什么身份备案？
          就是网站归谁所有：您个人，还是某个单位。
        [个人] [企业]
        [个体工商户] [政府机关]
        [事业单位] [社会团体]
        [民办非企业单位] [基金会]
        [律师事务所] [会计师事务所]
        [军队]
        [不知道／跳过]
    "#]],
    );
    assert!(service.stop().success(), "{}", place.logged());
}
