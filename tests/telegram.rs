//! Whole conversations on Telegram: the real program against a server that speaks the Bot API. They read as chats: `>` is the person,
//! `<` the bot, `[…]` a button, `!` a word that pops up.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod platform;

use expect_test::expect;
use platform::scene::{Scene, WANG};
use serde_json::json;

const GROUP: i64 = -1_001_000_000_001;

#[test]
fn the_first_questions_by_buttons() {
    let scene = Scene::new();
    scene.say("/start");
    scene.press("是");
    scene.press("首次备案");
    scene.check(WANG, "/start", expect![[r#"
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
    "#]]);
}

#[test]
fn provinces_are_found_by_region() {
    let scene = Scene::new();
    ["/start", "是", "首次备案", "公司"].iter().for_each(|text| scene.tell(text));
    let shown = scene.fake.transcript(WANG);
    scene.fake.press(WANG, "西南");
    scene.fake.wait_until("the provinces of a region", |state| state.transcript(WANG) != shown);
    let southwest = scene.since(WANG, "公司");
    scene.fake.press(WANG, "换个地区");
    scene.fake.wait_until("the regions", |state| state.transcript(WANG) == shown);
    scene.fake.press(WANG, "华南");
    scene.fake.wait_until("the provinces of another region", |state| state.transcript(WANG) != shown);
    scene.press("广西");
    expect![[r#"
        > 公司
        < ✓ 主办单位性质：企业
          （4/6）您在哪个省份备案？
          一般是单位证件上的地址所在地；个人一般看身份证或居住证。
        [重庆] [四川] [贵州] [云南]
        [西藏]
        [‹ 换个地区]
        [不知道／跳过]
    "#]]
    .assert_eq(&southwest);
    scene.check(
        WANG,
        "公司",
        expect![[r#"
        > 公司
        < ✓ 主办单位性质：企业
          （4/6）您在哪个省份备案？
          一般是单位证件上的地址所在地；个人一般看身份证或居住证。
          → 广西
        < ✓ 备案省份：广西
          （5/6）您通过哪家接入服务商（提供服务器的公司）备案？
          一般就是卖给您服务器的那家云厂商。
        [阿里云] [腾讯云] [其他服务商]
        [不知道／跳过]
    "#]],
    );
}

#[test]
fn several_contents_are_ticked_before_they_count() {
    let scene = Scene::new();
    ["/start", "是", "首次备案", "公司", "广东", "阿里云"].iter().for_each(|text| scene.tell(text));
    scene.fake.press(WANG, "选好了");
    scene.fake.wait_until("a word that nothing is ticked", |state| !state.toasts(WANG).is_empty());
    for (label, marked) in [("新闻", 1), ("游戏", 2), ("新闻", 1), ("购物", 2)] {
        scene.fake.press(WANG, label);
        scene.fake.wait_until("a mark", |state| {
            let messages = state.messages(WANG);
            let buttons = messages.iter().rev().find(|message| !message.buttons.is_empty()).map(|message| message.buttons.concat());
            buttons.unwrap_or_default().iter().filter(|(label, _)| label.starts_with('☑')).count() == marked
        });
    }
    // Two taps in a row, before the first tick is to be seen.
    let question = scene.fake.messages(WANG).last().expect("a question").clone();
    for label in ["视频、直播", "金融"] {
        scene.fake.press_old(WANG, question.id, label);
    }
    scene.fake.wait_until("both ticks", |state| {
        let labels = state.messages(WANG).last().map(|message| message.buttons.concat()).unwrap_or_default();
        labels.iter().filter(|(label, _)| label.starts_with('☑')).count() == 4
    });
    scene.after(WANG, 3, |fake| fake.press(WANG, "选好了"));
    let said = scene.since(WANG, "阿里云");
    let until_checklist = said.split("结论").next().unwrap_or_default();
    expect![[r#"
        > 阿里云
        < ✓ 接入服务商：阿里云
          （6/6）您的网站会提供下面哪些内容？
          可以选多个；写编号的话用空格隔开，例如 1 3。
          → 视频、直播等视听节目、金融、网络游戏、网上购物、商城
        ! 还没有勾选
        < ✓ 网站内容：视频、直播等视听节目、金融、网络游戏、网上购物、商城
        < "#]]
    .assert_eq(until_checklist);
    scene.in_order();
}

/// The service has a clock of its own: which day it tells is none of a test's business.
fn undated(line: &str) -> &str {
    if line.starts_with("整理日期：20") { "整理日期：…" } else { line }
}

#[test]
fn a_long_checklist_comes_in_parts_and_as_a_file() {
    let scene = Scene::new();
    scene.as_far_as_the_checklist();
    let before = scene.replies(WANG);
    scene.fake.say(WANG, "/result all");
    scene.fake.wait_until("the whole checklist and the offer", |state| {
        state.replies(WANG) > before + 1 && state.messages(WANG).last().is_some_and(|last| !last.buttons.is_empty())
    });
    for message in scene.fake.messages(WANG) {
        assert!(message.text.encode_utf16().count() <= 4096);
    }
    scene.after(WANG, 2, |fake| fake.say(WANG, "/file"));
    let messages = scene.fake.messages(WANG);
    let file = messages.iter().rev().find_map(|message| message.file.clone()).expect("a file");
    assert_eq!(file.name, "备案清单-备案-1.txt");
    let text = String::from_utf8(file.bytes).expect("UTF-8");
    // The service has a clock of its own: of its day only the place is looked at.
    let text: String =
        text.lines().map(|line| if line.starts_with("整理日期：") { "整理日期：…\n".to_owned() } else { format!("{line}\n") }).collect();
    expect![[r#"
        ﻿备案清单：备案 1
        整理日期：…

        ■ 根据这些回答
        服务器在中国内地：是
        备案类型：首次备案
        主办单位性质：企业
        备案省份：广东
        接入服务商：阿里云
        网站内容：单位官网（企业官网）

        结论：可以办，下面这些还要准备或核对。

        ■ 要准备的材料"#]]
    .assert_eq(&text.lines().take(14).map(undated).collect::<Vec<_>>().join("\n"));
    assert!(text.lines().count() > 100, "all items with their texts and sources");
    scene.in_order();
}

#[test]
fn an_old_button_is_told_kindly_also_after_a_restart() {
    let mut scene = Scene::new();
    scene.say("/start");
    scene.press("是");
    let question = scene.fake.messages(WANG).last().expect("a question").id;
    scene.restart();
    scene.press("首次备案");
    scene.after(WANG, 1, |fake| fake.press_old(WANG, question, "注销备案"));
    scene.after(WANG, 1, |fake| fake.press_data(WANG, question, "of another make"));
    scene.check(WANG, "/start", expect![[r#"
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
        ! 这是之前的问题
        < 这个按钮属于之前的问题，现在问的是：
          （3/6）您以什么身份备案？
          就是网站归谁所有：您个人，还是某个单位。
        [个人] [企业]
        [个体工商户] [政府机关]
        [事业单位] [社会团体]
        [民办非企业单位] [基金会]
        [律师事务所] [会计师事务所]
        [军队]
        [不知道／跳过]
        ! 这是之前的问题
        < 这个按钮属于之前的问题，现在问的是：
          （3/6）您以什么身份备案？
          就是网站归谁所有：您个人，还是某个单位。
        [个人] [企业]
        [个体工商户] [政府机关]
        [事业单位] [社会团体]
        [民办非企业单位] [基金会]
        [律师事务所] [会计师事务所]
        [军队]
        [不知道／跳过]
    "#]]);
}

#[test]
fn a_changed_message_corrects_its_answer() {
    let scene = Scene::new();
    ["/start", "是", "首次备案", "公司"].iter().for_each(|text| scene.tell(text));
    let province = scene.say("广东");
    scene.after(WANG, 1, |fake| fake.edit(WANG, province, "广西"));
    scene.check(
        WANG,
        "广西",
        expect![[r#"
        > 广西
        < ✓ 备案省份：广东
          （5/6）您通过哪家接入服务商（提供服务器的公司）备案？
          一般就是卖给您服务器的那家云厂商。
        [阿里云] [腾讯云] [其他服务商]
        [不知道／跳过]
        < ✓ 备案省份：广西
          （5/6）您通过哪家接入服务商（提供服务器的公司）备案？
          一般就是卖给您服务器的那家云厂商。
        [阿里云] [腾讯云] [其他服务商]
        [不知道／跳过]
    "#]],
    );
}

#[test]
fn what_is_no_text_is_answered_kindly_and_nothing_of_it_is_kept() {
    let scene = Scene::new();
    ["/start", "是", "首次备案"].iter().for_each(|text| scene.tell(text));
    scene.after(WANG, 1, |fake| fake.photo(WANG, ""));
    scene.after(WANG, 1, |fake| fake.photo(WANG, "我们公司的执照"));
    scene.after(WANG, 1, |fake| fake.document(WANG));
    scene.after(WANG, 1, |fake| fake.voice(WANG));
    scene.after(WANG, 1, |fake| fake.sticker(WANG));
    scene.check(
        WANG,
        "首次备案",
        expect![[r#"
            > 首次备案
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
            > (photo.jpg)
            < 请不要把身份证、执照等证件的照片或文件发到这里：我看不了，也没有保存，建议您删掉那条消息。材料请在接入服务商的备案系统里提交。
              （3/6）您以什么身份备案？
              就是网站归谁所有：您个人，还是某个单位。
            [个人] [企业]
            [个体工商户] [政府机关]
            [事业单位] [社会团体]
            [民办非企业单位] [基金会]
            [律师事务所] [会计师事务所]
            [军队]
            [不知道／跳过]
            > (photo.jpg) 我们公司的执照
            < 请不要把身份证、执照等证件的照片或文件发到这里：我看不了，也没有保存，建议您删掉那条消息。材料请在接入服务商的备案系统里提交。
              ✓ 主办单位性质：企业
              （4/6）您在哪个省份备案？
              一般是单位证件上的地址所在地；个人一般看身份证或居住证。
            [华北] [东北] [华东] [华中]
            [华南] [西南] [西北]
            [不知道／跳过]
            > (document.pdf)
            < 请不要把身份证、执照等证件的照片或文件发到这里：我看不了，也没有保存，建议您删掉那条消息。材料请在接入服务商的备案系统里提交。
              （4/6）您在哪个省份备案？
              一般是单位证件上的地址所在地；个人一般看身份证或居住证。
            [华北] [东北] [华东] [华中]
            [华南] [西南] [西北]
            [不知道／跳过]
            > (voice.ogg)
            < 我听不了语音，打字告诉我就好。
              （4/6）您在哪个省份备案？
              一般是单位证件上的地址所在地；个人一般看身份证或居住证。
            [华北] [东北] [华东] [华中]
            [华南] [西南] [西北]
            [不知道／跳过]
            > (sticker.webp)
            < 这个我看不懂，打字告诉我就好。
              （4/6）您在哪个省份备案？
              一般是单位证件上的地址所在地；个人一般看身份证或居住证。
            [华北] [东北] [华东] [华中]
            [华南] [西南] [西北]
            [不知道／跳过]
        "#]],
    );
}

#[test]
fn in_a_group_it_speaks_when_it_is_spoken_to_and_points_to_a_private_chat() {
    let scene = Scene::new();
    scene.fake.group(GROUP, "备案群");
    scene.fake.say_in(GROUP, WANG, "广东备案要什么材料？");
    scene.fake.say_in(GROUP, WANG, "/help@other_bot");
    scene.after(GROUP, 1, |fake| fake.say_in(GROUP, WANG, "/start"));
    let first = scene.fake.messages(GROUP).last().expect("an answer").id;
    scene.after(GROUP, 1, |fake| fake.reply_in(GROUP, WANG, "是", first));
    scene.after(GROUP, 1, |fake| fake.say_in(GROUP, WANG, "@fake_bot 我们公司在广西，要备案"));
    scene.check(
        GROUP,
        "广东备案",
        expect![[r#"
        > 广东备案要什么材料？
        > /help@other_bot
        > /start
        < 备案的事请私聊我：在群里大家都看得到。
        [私聊备案助手]
        > 是
        < 备案的事请私聊我：在群里大家都看得到。
        [私聊备案助手]
        > @fake_bot 我们公司在广西，要备案
        < 备案的事请私聊我：在群里大家都看得到。
        [私聊备案助手]
    "#]],
    );
    let link = scene.fake.calls("sendMessage").last().map(|call| call["reply_markup"]["inline_keyboard"][0][0]["url"].clone());
    assert_eq!(link, Some(json!("https://t.me/fake_bot?start=enterprise-guangxi")));
    // Nothing that is said in a group is kept.
    scene.fake.quiet();
    for (file, bytes) in scene.place.bytes() {
        assert!(!contains(&bytes, "我们公司".as_bytes()), "in {}", file.display());
    }
}

#[test]
fn a_link_fills_in_what_the_person_confirms() {
    let scene = Scene::new();
    scene.say("/start guangxi-sole_proprietor");
    scene.press("是");
    scene.check(WANG, "/start", expect![[r#"
        > /start guangxi-sole_proprietor
        < 您好，我是备案助手。告诉我谁、在哪个省、要备案什么网站，我就列出要准备的材料、前置审批和步骤，每一条都注明出处。
          先问六个问题，就能给出第一份清单；之后愿意的话，再回答一些让它更准确。不知道的可以说“不知道”，随时可以 /undo 返回、/help 看帮助。For English: /lang en
          我会保存您的回答，只用来列清单，存在运营方服务器的数据库里，365 天不用就自动删除。/export 取回，/forget 删除。请不要发证件照片和号码。
          链接里带来了这些：备案省份：广西；主办单位性质：个体工商户。对吗？
          → 是
        < ✓ 备案省份：广西；主办单位性质：个体工商户
          哪里不对直接说，例如“不对，是广西”。
          （3/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
        [是] [否]
        [不知道／跳过]
    "#]]);
}

#[test]
fn somebody_who_speaks_english_is_answered_in_english() {
    let scene = Scene::new();
    let ann = 1003;
    scene.fake.user(ann, Some("en-GB"));
    scene.after(ann, 1, |fake| fake.say(ann, "Hi there"));
    scene.check(ann, "Hi", expect![[r#"
        > Hi there
        < Hello, I am the ICP filing assistant. Tell me who files what website in which province, and I list the papers, pre-approvals and steps you need, each with its source.
          Six questions first, and you have a first checklist; more of them, if you like, make it exact. "I don't know" is a fine answer; /undo goes back, /help shows how this works. 中文：/lang zh
          I keep your answers, for the checklist only, in the operator's database, and delete them after 365 days without use. /export hands them to you, /forget deletes them. Please send no photos or numbers of identity documents.
          (1/6) Is the server in mainland China?
          For Hong Kong, Macao, Taiwan and other countries answer no.
        [Yes] [No]
        [I don't know / skip]
    "#]]);
    let described = |language: &str| -> Vec<(String, String)> {
        scene.fake.commands(language).into_iter().filter(|(name, _)| matches!(name.as_str(), "undo" | "forget")).collect()
    };
    expect![[r#"
        (
            [
                (
                    "undo",
                    "返回上一题",
                ),
                (
                    "forget",
                    "删除我保存的内容",
                ),
            ],
            [
                (
                    "undo",
                    "Back to the last question",
                ),
                (
                    "forget",
                    "Delete all that you keep about me",
                ),
            ],
            [
                (
                    "undo",
                    "Back to the last question",
                ),
                (
                    "forget",
                    "Delete all that you keep about me",
                ),
            ],
        )
    "#]]
    .assert_debug_eq(&(described("zh"), described("en"), described("")));
}

#[test]
fn who_blocks_the_bot_is_left_alone_and_met_again() {
    let scene = Scene::new();
    scene.say("/start");
    scene.fake.block(WANG);
    scene.fake.quiet();
    scene.fake.unblock(WANG);
    scene.say("是");
    scene.check(
        WANG,
        "是",
        expect![[r#"
        > 是
        < ✓ 服务器在中国内地：是
          （2/6）您这次要办哪种备案？
          以前从没备案过，就选首次备案。
        [首次备案] [新增网站] [新增域名]
        [新增接入] [变更备案] [注销备案]
        [不知道／跳过]
    "#]],
    );
    scene.in_order();
}

#[test]
fn what_cannot_be_understood_stops_nothing() {
    let scene = Scene::new();
    for update in [
        json!({"channel_post": {"message_id": 1, "chat": {"id": -1009, "type": "channel", "title": "x"}, "date": 1, "text": "/start"}}),
        json!({"message_reaction": {"whatever": 1}}),
        json!({"message": {"message_id": "no number"}}),
        json!({"message": {"message_id": 5, "date": 1, "chat": {"id": WANG, "type": "private"}}}),
        json!({"rich_thing_of_2030": {"text": "秘密"}}),
        json!({}),
        json!({"message": null}),
    ] {
        scene.fake.send_raw(update);
    }
    scene.say("/start");
    scene.fake.quiet();
    assert!(!scene.place.logged().contains("秘密"), "the log holds text of an update");
    scene.in_order();
}

#[test]
fn numbers_of_people_are_neither_kept_nor_logged() {
    let scene = Scene::new();
    ["/start", "是", "首次备案", "个人"].iter().for_each(|text| scene.tell(text));
    scene.say("广东，身份证11010519491231002X，手机13800138000");
    scene.check(
        WANG,
        "广东",
        expect![[r#"
        > 广东，身份证11010519491231002X，手机13800138000
        < 消息里有一串像证件号、手机号或银行卡号的数字，我已隐去，没有保存。办备案清单用不着这些号码，建议您把那条消息删掉。
          ✓ 备案省份：广东
          （5/6）您通过哪家接入服务商（提供服务器的公司）备案？
          一般就是卖给您服务器的那家云厂商。
        [阿里云] [腾讯云] [其他服务商]
        [不知道／跳过]
    "#]],
    );
    scene.fake.quiet();
    for secret in ["11010519491231002", "13800138000"] {
        for (file, bytes) in scene.place.bytes() {
            assert!(!contains(&bytes, secret.as_bytes()), "{secret} stands in {}", file.display());
        }
    }
}

#[test]
fn everything_is_handed_over_and_everything_is_forgotten() {
    let mut scene = Scene::new();
    scene.as_far_as_the_checklist();
    scene.say("/new 独一无二的名字.example");
    let export = scene.after(WANG, 2, |fake| fake.say(WANG, "/export"));
    let file = scene
        .fake
        .messages(WANG)
        .into_iter()
        .rev()
        .find(|message| message.id > export)
        .and_then(|_| scene.fake.messages(WANG).into_iter().rev().find_map(|message| message.file));
    let file = file.expect("a file");
    assert_eq!(file.name, "我的备案资料.json");
    let exported: serde_json::Value = serde_json::from_slice(&file.bytes).expect("JSON");
    assert_eq!(exported["filings"].as_array().map(Vec::len), Some(2));
    assert!(exported.to_string().contains("独一无二的名字"));

    scene.say("/forget");
    scene.press("是");
    scene.check(
        WANG,
        "/forget",
        expect![[r#"
        > /forget
        < 要删除我保存的关于您的全部内容吗？包括所有备案的回答，删除后找不回来。
          → 是
        < 已全部删除。想再开始时，发 /start 即可。
    "#]],
    );
    // Whoever forgets leaves nothing: not as text, not as JSON escapes, not in the log.
    let escaped: String = "独一无二".encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
    scene
        .service
        .as_mut()
        .expect("a service")
        .wait_for_log("overwritten", |line| line.contains("what was deleted is overwritten").then_some(()));
    for (file, bytes) in scene.place.bytes() {
        for trace in ["独一无二", &escaped, "公司官网", "unit_portal"] {
            assert!(!contains(&bytes, trace.as_bytes()), "{trace} stands in {}", file.display());
        }
    }
    // And may begin again.
    scene.say("/start");
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn the_way_is_shown_as_a_picture_and_a_stage_is_told_by_a_tap() {
    let scene = Scene::new();
    scene.as_far_as_the_checklist();
    let asked = scene.after(WANG, 2, |fake| fake.say(WANG, "/progress"));
    let photo = scene.fake.messages(WANG).into_iter().find(|message| message.id > asked && message.file.is_some()).expect("a picture");
    assert!(photo.file.expect("a picture").bytes.starts_with(b"\x89PNG"), "no PNG");
    scene.press("已提交，等初审");
    assert!(scene.fake.transcript(WANG).contains("✓ 记下了：已提交，等初审"), "{}", scene.fake.transcript(WANG));
    let asked = scene.after(WANG, 2, |fake| fake.say(WANG, "/calendar"));
    let file =
        scene.fake.messages(WANG).into_iter().find(|message| message.id > asked && message.file.is_some()).and_then(|message| message.file);
    let text = String::from_utf8(file.expect("a calendar").bytes).expect("text");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.contains("该有结果了") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
}
