//! What a channel with buttons, message numbers and links brings: old buttons, changed messages, what a link says, and what people
//! ask of what is kept about them.

#![allow(clippy::expect_used)]

mod common;

use beian_bot::dialogue::{Command, Effect, Filing, Input, QuestionId, Session, State, turn};
use beian_bot::language::Language;
use common::chat::{ASSISTANT, Chat};
use common::now;
use expect_test::expect;

fn said(chat: &mut Chat, text: &str, id: i64) {
    chat.transcript.push_str(&format!("> {text}\n"));
    chat.take(&Input::Message { text: text.to_owned(), id });
}

fn edited(chat: &mut Chat, text: &str, id: i64) {
    chat.transcript.push_str(&format!("> (message {id} is now) {text}\n"));
    chat.take(&Input::Edited { text: text.to_owned(), id });
}

fn pressed(chat: &mut Chat, question: &QuestionId, token: &str) {
    chat.transcript.push_str(&format!("> ({token})\n"));
    chat.take(&Input::Press { question: question.clone(), token: token.to_owned() });
}

#[test]
fn a_button_pressed_twice_answers_once() {
    let mut chat = Chat::after(Language::Chinese, &["是"]);
    let question = QuestionId::of(&chat.session);
    pressed(&mut chat, &question, "first_filing");
    pressed(&mut chat, &question, "first_filing");
    chat.check(expect![[r#"
        > (first_filing)
          ✓ 备案类型：首次备案
          （3/6）您以什么身份备案？
          就是网站归谁所有：您个人，还是某个单位。
          [12 choices]
        > (first_filing)
          这个按钮属于之前的问题，现在问的是：
          （3/6）您以什么身份备案？
          就是网站归谁所有：您个人，还是某个单位。
          [12 choices]
    "#]]);
}

#[test]
fn a_button_of_the_question_that_is_asked_again_counts() {
    let mut chat = Chat::after(Language::Chinese, &["是"]);
    let question = QuestionId::of(&chat.session);
    pressed(&mut chat, &question, "first_filing");
    chat.take(&Input::Command(Command::Undo));
    chat.transcript.clear();
    pressed(&mut chat, &question, "cancel");
    assert!(chat.transcript.contains("注销备案"), "{}", chat.transcript);
}

#[test]
fn a_changed_message_changes_its_answer_wherever_the_conversation_stands() {
    let mut chat = Chat::begin(Language::Chinese);
    chat.transcript.clear();
    for (id, text) in [(10, "是"), (12, "首次备案"), (14, "公司"), (16, "广东")] {
        said(&mut chat, text, id);
    }
    chat.transcript.clear();
    edited(&mut chat, "不对，是广西", 16);
    edited(&mut chat, "个人", 14);
    edited(&mut chat, "谢谢", 99);
    chat.check(expect![[r#"
        > (message 16 is now) 不对，是广西
          ✓ 备案省份：广西
          （5/6）您通过哪家接入服务商（提供服务器的公司）备案？
          一般就是卖给您服务器的那家云厂商。
          [阿里云] [腾讯云] [其他服务商] [不知道／跳过]
        > (message 14 is now) 个人
          ✓ 主办单位性质：个人
          （5/6）您通过哪家接入服务商（提供服务器的公司）备案？
          一般就是卖给您服务器的那家云厂商。
          [阿里云] [腾讯云] [其他服务商] [不知道／跳过]
        > (message 99 is now) 谢谢
          看到您改了消息，但我没法从中知道要改哪个回答。用 /edit 选一项来改。
          [阿里云] [腾讯云] [其他服务商] [不知道／跳过]
    "#]]);
}

#[test]
fn what_a_link_brings_is_confirmed_before_it_counts() {
    let mut chat = Chat { transcript: String::new(), ..Chat::begin(Language::Chinese) };
    chat.session = Session::default();
    chat.say("/start guangdong-enterprise");
    chat.say("是");
    chat.check(expect![[r#"
        > /start guangdong-enterprise
          您好，我是备案助手。告诉我谁、在哪个省、要备案什么网站，我就列出要准备的材料、前置审批和步骤，每一条都注明出处。
          先问六个问题，就能给出第一份清单；之后愿意的话，再回答一些让它更准确。不知道的可以说“不知道”，随时可以 /undo 返回、/help 看帮助。For English: /lang en
          链接里带来了这些：备案省份：广东；主办单位性质：企业。对吗？
          [是] [不是]
        > 是
          ✓ 备案省份：广东；主办单位性质：企业
          哪里不对直接说，例如“不对，是广西”。
          （3/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
          [是] [否] [不知道／跳过]
    "#]]);
    let mut chat = Chat::begin(Language::English);
    chat.session.filing = Filing::default();
    chat.transcript.clear();
    chat.say("/start nonsense-guangdong");
    chat.say("no");
    chat.check(expect![[r#"
        > /start nonsense-guangdong
          Hello, I am the ICP filing assistant. Tell me who files what website in which province, and I list the papers, pre-approvals and steps you need, each with its source.
          Six questions first, and you have a first checklist; more of them, if you like, make it exact. "I don't know" is a fine answer; /undo goes back, /help shows how this works. 中文：/lang zh
          Your link brought this along: Province: Guangdong. Is that right?
          [Yes] [No]
        > no
          All right, one by one then.
          (1/6) Is the server in mainland China?
          For Hong Kong, Macao, Taiwan and other countries answer no.
          [Yes] [No] [I don't know / skip]
    "#]]);
}

#[test]
fn numbers_of_people_are_hidden_and_the_person_is_told() {
    let mut chat = Chat::after(Language::Chinese, &["是", "首次备案", "公司"]);
    chat.say("广东，身份证 11010519491231002X");
    chat.check(expect![[r#"
        > 广东，身份证 11010519491231002X
          消息里有一串像证件号、手机号或银行卡号的数字，我已隐去，没有保存。办备案清单用不着这些号码，建议您把那条消息删掉。
          ✓ 备案省份：广东
          （5/6）您通过哪家接入服务商（提供服务器的公司）备案？
          一般就是卖给您服务器的那家云厂商。
          [阿里云] [腾讯云] [其他服务商] [不知道／跳过]
    "#]]);
}

#[test]
fn forgetting_asks_first_and_anything_but_a_yes_keeps_all() {
    let mut chat = Chat::after(Language::Chinese, &["是", "首次备案"]);
    chat.say("/forget");
    chat.say("等等");
    chat.say("/forget");
    chat.check(expect![[r#"
        > /forget
          要删除我保存的关于您的全部内容吗？包括所有备案的回答，删除后找不回来。
          [是] [不是]
        > 等等
          好，什么都没删。
          （3/6）您以什么身份备案？
          就是网站归谁所有：您个人，还是某个单位。
          [12 choices]
        > /forget
          要删除我保存的关于您的全部内容吗？包括所有备案的回答，删除后找不回来。
          [是] [不是]
    "#]]);
    let taken = turn(ASSISTANT.knowledge(), &chat.session, &Input::Text("是".to_owned()), now());
    assert_eq!(taken.effect, Some(Effect::Forget));
    assert_eq!(taken.session.filing, Filing::default());
    assert!(taken.session.others.is_empty());
}

#[test]
fn export_hands_over_everything_that_is_kept() {
    let chat = Chat::after(Language::Chinese, &["是", "首次备案", "公司"]);
    let taken = turn(ASSISTANT.knowledge(), &chat.session, &Input::Command(Command::Export), now());
    assert_eq!(taken.effect, Some(Effect::Export));
    let exported = taken.session.exported();
    let answers = exported["filings"][0]["filing"]["answers"].as_array().expect("answers");
    let told: Vec<_> = answers.iter().map(|answer| format!("{}={}", answer["field"], answer["value"])).collect();
    expect![[r#""server_mainland"="true" "operation"="first_filing" "filer"="enterprise""#]].assert_eq(&told.join(" "));
}

#[test]
fn what_an_older_program_stored_and_this_one_does_not_know_is_asked_again_and_told() {
    let stored = r#"{"answers":[{"field":"operation","value":"first_filing","said":"2026-11-01"},
        {"field":"province","value":"atlantis","said":"2026-11-01"}],"state":{"is":"asking","field":"shoe_size","failures":0}}"#;
    let filing = Filing::from_stored(1, 1, stored).expect("a stored filing");
    assert_eq!(filing.state, State::New);
    let mut chat = Chat::begin(Language::Chinese);
    chat.session.filing = filing;
    chat.transcript.clear();
    chat.say("/start");
    chat.check(expect![[r#"
        > /start
          程序更新后，您之前的部分回答我读不出来了，抱歉，需要重新问一下，其余的都还在。
          欢迎回来。您之前的 1 个回答都还在，我们接着来。要重新开始请用 /restart。
          （2/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
          [是] [否] [不知道／跳过]
    "#]]);
}
