//! Conversations as a person would read them.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use beian_bot::dialogue::{Input, Knowledge, Person, Session, turn};
use beian_bot::language::Language;
use beian_bot::profile::{Field, Value};
use beian_bot::render::Renderer;
use beian_bot::rules;
use common::chat::{ASSISTANT, Chat, GUANGDONG_COMPANY};
use common::{days_later, now};
use expect_test::expect;

#[test]
fn an_ordinary_company_in_guangdong_has_its_checklist_after_six_answers() {
    let mut chat = Chat::begin(Language::Chinese);
    GUANGDONG_COMPANY.iter().for_each(|text| chat.say(text));
    assert!(chat.answers < 10);
    chat.check(expect![[r#"
          您好，我是备案助手。告诉我谁、在哪个省、要备案什么网站，我就列出要准备的材料、前置审批和步骤，每一条都注明出处。
          先问六个问题，就能给出第一份清单；之后愿意的话，再回答一些让它更准确。不知道的可以说“不知道”，随时可以 /undo 返回、/help 看帮助。For English: /lang en
          （1/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
          [是] [否] [不知道／跳过]
        > 是
          ✓ 服务器在中国内地：是
          （2/6）您这次要办哪种备案？
          以前从没备案过，就选首次备案。
          [7 choices]
        > 首次备案
          ✓ 备案类型：首次备案
          （3/6）您以什么身份备案？
          就是网站归谁所有：您个人，还是某个单位。
          [12 choices]
        > 公司
          ✓ 主办单位性质：企业
          （4/6）您在哪个省份备案？
          一般是单位证件上的地址所在地；个人一般看身份证或居住证。
          [32 choices]
        > 广东
          ✓ 备案省份：广东
          （5/6）您通过哪家接入服务商（提供服务器的公司）备案？
          一般就是卖给您服务器的那家云厂商。
          [阿里云] [腾讯云] [其他服务商] [不知道／跳过]
        > 阿里云
          ✓ 接入服务商：阿里云
          （6/6）您的网站会提供下面哪些内容？
          可以选多个；写编号的话用空格隔开，例如 1 3。
          [30 choices]
        > 公司官网
          ✓ 网站内容：单位官网（企业官网）
          [checklist: action_needed, 38 to ask]
            material aliyun.verification-sheet
            material guangdong.unit.unit-document
            material guangdong.unit.principal-id
            material guangdong.unit.manager-id
            requirement nation.domain-suffix-approved
            requirement nation.domain-in-validity
            requirement nation.registrar-approved
            requirement nation.registrar-since-2018
            requirement nation.domain-verified
            requirement nation.domain-privacy-off
            requirement nation.unit.domain-data
            requirement aliyun.server-kind
            requirement aliyun.documents-in-validity
            requirement guangdong.unit.principal-is-legal-rep
            requirement guangdong.unit.domain-holder
            requirement guangdong.unit.different-prefixes
            requirement guangdong.unit.filed-sites-open
            requirement guangdong.unit.filed-sites-linked
            requirement guangdong.unit.domain-valid
            requirement guangdong.unit.minimum-age
            requirement guangdong.enterprise.licence
            step aliyun.account
            step aliyun.notifications
            step guangdong.sheet-signature
            step aliyun.upload-in-app
            step aliyun.face-check
          还有 36 个问题，回答后清单会更准确。现在继续吗？
          [继续] [以后再说]
    "#]]);
}

#[test]
fn the_same_in_english() {
    let mut chat = Chat::begin(Language::English);
    for text in ["yes", "first filing", "company", "guangdong", "alibaba cloud", "company website"] {
        chat.say(text);
    }
    assert!(chat.answers < 10);
    chat.check(expect![[r#"
          Hello, I am the ICP filing assistant. Tell me who files what website in which province, and I list the papers, pre-approvals and steps you need, each with its source.
          Six questions first, and you have a first checklist; more of them, if you like, make it exact. "I don't know" is a fine answer; /undo goes back, /help shows how this works. 中文：/lang zh
          (1/6) Is the server in mainland China?
          For Hong Kong, Macao, Taiwan and other countries answer no.
          [Yes] [No] [I don't know / skip]
        > yes
          ✓ Server in the mainland: Yes
          (2/6) What kind of filing do you need this time?
          If you have never filed before, choose the first filing (首次备案).
          [7 choices]
        > first filing
          ✓ Type of filing: First filing
          (3/6) Who is filing: you as a person, or which kind of organisation?
          In other words, who owns the site: you as a person, or an organisation.
          [12 choices]
        > company
          ✓ Type of filer: Enterprise (company)
          (4/6) In which province do you file?
          Usually where the address on the licence lies or, for individuals, on the ID card or residence permit.
          [32 choices]
        > guangdong
          ✓ Province: Guangdong
          (5/6) Which access provider (接入服务商, the company that hosts your site) do you file through?
          Usually the cloud company that sold you the server.
          [Alibaba Cloud] [Tencent Cloud] [Another provider] [I don't know / skip]
        > alibaba cloud
          ✓ Access provider: Alibaba Cloud
          (6/6) Which of these will your website offer?
          You may choose several; write their numbers separated by spaces, such as 1 3.
          [30 choices]
        > company website
          ✓ Site content: Company website
          [checklist: action_needed, 38 to ask]
            material aliyun.verification-sheet
            material guangdong.unit.unit-document
            material guangdong.unit.principal-id
            material guangdong.unit.manager-id
            requirement nation.domain-suffix-approved
            requirement nation.domain-in-validity
            requirement nation.registrar-approved
            requirement nation.registrar-since-2018
            requirement nation.domain-verified
            requirement nation.domain-privacy-off
            requirement nation.unit.domain-data
            requirement aliyun.server-kind
            requirement aliyun.documents-in-validity
            requirement guangdong.unit.principal-is-legal-rep
            requirement guangdong.unit.domain-holder
            requirement guangdong.unit.different-prefixes
            requirement guangdong.unit.filed-sites-open
            requirement guangdong.unit.filed-sites-linked
            requirement guangdong.unit.domain-valid
            requirement guangdong.unit.minimum-age
            requirement guangdong.enterprise.licence
            step aliyun.account
            step aliyun.notifications
            step guangdong.sheet-signature
            step aliyun.upload-in-app
            step aliyun.face-check
          36 more questions would make the checklist exact. Go on now?
          [Go on] [Later]
    "#]]);
}

#[test]
fn a_site_outside_the_mainland_needs_no_filing() {
    let mut chat = Chat::begin(Language::Chinese);
    chat.transcript.clear();
    chat.say("不在");
    chat.check(expect![[r#"
        > 不在
          ✓ 服务器在中国内地：否
          按现有资料，这种情况不用备案：
          网站托管在中国内地以外的，域名不用申请备案。
          出处：
          · 阿里云《ICP 备案前准备》2020-10-20，4 域名，第 323 行
          下面的问题仍可以继续回答，如果情况有变会用得上。
          [继续] [以后再说]
    "#]]);
}

#[test]
fn what_is_not_known_is_left_open_and_where_to_find_it_is_said() {
    let mut chat = Chat::after(Language::Chinese, &GUANGDONG_COMPANY);
    chat.say("继续");
    chat.say("不知道");
    chat.say("跳过");
    assert!(chat.session.filing.set_aside.contains(&Field::Server));
    chat.check(expect![[r#"
        > 继续
          （还剩约 36 题）网站放在哪种服务器或产品上？
          就是您买来放网站、备案时要选的那个产品。
          [11 choices]
        > 不知道
          好，“服务器产品”先留空。
          在哪里能查到：登录接入服务商的控制台，看您买了哪种产品。
          （还剩约 30 题）网站负责人（管网站的人）就是主体负责人吗？
          主体负责人对整个备案负责，两者可以是同一个人。
          [是] [否] [不知道／跳过]
        > 跳过
          好，“网站负责人即主体负责人”先留空。
          在哪里能查到：问问单位里安排由谁管理网站。
          （还剩约 26 题）主体负责人（对备案负责的人）是哪里的居民？
          个人备案，主体负责人就是您本人。
          [5 choices]
    "#]]);
}

#[test]
fn an_answer_that_is_not_understood_is_asked_again_with_a_hint_then_by_number_then_left_open() {
    let mut chat = Chat::after(Language::Chinese, &["是"]);
    chat.say("嗯……帮我看看呗");
    chat.say("就是那个");
    chat.say("你懂的");
    chat.check(expect![[r#"
        > 嗯……帮我看看呗
          没听懂。以前从没备案过，就选首次备案。
          您这次要办哪种备案？
          [7 choices]
        > 就是那个
          还是没听懂。请回复下面某一项的编号，或者说“跳过”。
          您这次要办哪种备案？
          [7 choices]
        > 你懂的
          我们先跳过“备案类型”，之后可以用 /edit 补上。
          （3/6）您以什么身份备案？
          就是网站归谁所有：您个人，还是某个单位。
          [12 choices]
    "#]]);
}

#[test]
fn a_typo_is_confirmed_and_a_no_asks_again() {
    let mut chat = Chat::after(Language::English, &["yes", "first filing", "company"]);
    chat.say("sanghai");
    chat.say("no");
    chat.say("shnghai");
    chat.say("yes");
    chat.check(expect![[r#"
        > sanghai
          Did you mean "Shanghai"?
          [Yes] [No]
        > no
          I did not understand that. Usually where the address on the licence lies or, for individuals, on the ID card or residence permit.
          In which province do you file?
          [32 choices]
        > shnghai
          Did you mean "Shanghai"?
          [Yes] [No]
        > yes
          ✓ Province: Shanghai
          (5/6) Which access provider (接入服务商, the company that hosts your site) do you file through?
          Usually the cloud company that sold you the server.
          [Alibaba Cloud] [Tencent Cloud] [Another provider] [I don't know / skip]
    "#]]);
}

#[test]
fn undo_goes_back_and_a_changed_answer_says_what_changed() {
    let mut chat = Chat::after(Language::Chinese, &["是", "首次备案", "个人", "福建", "腾讯云", "博客"]);
    chat.say("/edit id_in_province");
    chat.say("否");
    chat.say("/undo");
    chat.say("是");
    chat.say("/edit province 上海");
    chat.say("/edit");
    chat.say("3");
    chat.say("公司");
    chat.check(expect![[r#"
        > /edit id_in_province
          主体负责人证件上的地址在备案的省份吗？
          看证件上印的地址，不看现在住在哪里。
          [是] [否] [不知道／跳过]
        > 否
          ✓ 证件地址在本省：否
          清单有变化：
          ✗ 不符合：证件住址在福建
          ＋ 福建的居住证
          还有 17 个问题，回答后清单会更准确。现在继续吗？
          [继续] [以后再说]
        > /undo
          已撤回“证件地址在本省”。
          （还剩约 18 题）主体负责人证件上的地址在备案的省份吗？
          看证件上印的地址，不看现在住在哪里。
          [是] [否] [不知道／跳过]
        > 是
          ✓ 证件地址在本省：是
          清单有变化：
          ✓ 已满足：证件住址在福建
          还有 17 个问题，回答后清单会更准确。现在继续吗？
          [继续] [以后再说]
        > /edit province 上海
          ✓ 备案省份：上海
          清单有变化：
          ＋ 网站负责人在核验单上签名
          ＋ 不能用临时身份证
          ＋ 已备案的网站能打开
          ＋ 域名剩余有效期超过 180 天
          ＋ 通信地址写到门牌号
          ＋ 手机号归属地为上海
          － 核验单手写签名并盖章
          － 只填一个首页网址
          － 所有域名指向同一网站
          － 核验单写全域名
          － 证件住址在福建
          － 域名剩余有效期超过 90 天
          还有 17 个问题，回答后清单会更准确。现在继续吗？
          [继续] [以后再说]
        > /edit
          您可以改这些回答，回复编号即可：
          [7 choices]
        > 3
          您以什么身份备案？
          就是网站归谁所有：您个人，还是某个单位。
          [12 choices]
        > 公司
          ✓ 主办单位性质：企业
          清单有变化：
          ＋ 域名持有者信息与备案一致
          ＋ 填写主体和负责人信息
          ＋ 上传单位和负责人的证件
          ＋ 签字盖章并上传核验单
          ＋ 手持单位证件的照片（腾讯云）
          ＋ 座机是当地的真实号码
          ＋ 网站负责人证件类型在四种之内
          ＋ 主体负责人是法定代表人
          ＋ 网站负责人是法定代表人
          ＋ 主办单位证件
          ＋ 主体负责人的身份证件
          ＋ 网站负责人的身份证件
          ＋ 单位证件的种类符合要求
          ＋ 用营业执照原件
          － 域名持有者信息与您一致
          － 填写主体信息
          － 上传您的证件
          － 签署并上传核验单
          － 手持证件的照片（腾讯云）
          － 不能用临时身份证
          － 证件住址在上海
          － 您本人的身份证件
          － 通信地址写到门牌号
          还有 29 个问题，回答后清单会更准确。现在继续吗？
          [继续] [以后再说]
    "#]]);
}

#[test]
fn why_a_question_and_why_an_item_are_told_with_the_source() {
    let mut chat = Chat::after(Language::Chinese, &["是", "首次备案", "个人", "广东", "腾讯云", "博客", "继续"]);
    chat.say("为什么");
    chat.say("/why 2");
    chat.say("/why 500");
    chat.check(expect![[r#"
        > 为什么
          问“主体负责人身份”，因为它决定这些：
          · 内地居民：身份证 ‹阿里云 2020 §6、腾讯云材料页›
          · 港澳居民：居住证或通行证 ‹阿里云 2020 §1 §6、阿里云概述›
          · 港澳居民：来往内地通行证 ‹腾讯云材料页›
          · 台湾居民：居住证或通行证 ‹阿里云 2020 §1 §6、阿里云概述›
          · 台湾居民：台胞证 ‹腾讯云材料页›
          · 外籍人士：护照 ‹阿里云 2020 §1 §6、阿里云概述›
          ……另有 4 条。
          （还剩约 22 题）主体负责人（对备案负责的人）是哪里的居民？
          个人备案，主体负责人就是您本人。
          [5 choices]
        > /why 2
          手持证件的照片（腾讯云）
          请按页面提示，上传网站负责人（默认就是您本人）手持主办单位证件的照片。
          因为：接入服务商：腾讯云、备案类型：首次备案、主办单位性质：个人
          出处：
          · 腾讯云《首次备案流程》（约 2019 年），第三步：上传材料、提交初审，第 146 行
          · 腾讯云《首次备案流程》（约 2019 年），第三步：上传材料、提交初审，第 148 行
          （还剩约 22 题）主体负责人（对备案负责的人）是哪里的居民？
          个人备案，主体负责人就是您本人。
          [5 choices]
        > /why 500
          清单里是 1 到 68 号，例如 /why 1。
          （还剩约 22 题）主体负责人（对备案负责的人）是哪里的居民？
          个人备案，主体负责人就是您本人。
          [5 choices]
    "#]]);
}

#[test]
fn a_person_who_comes_back_goes_on_where_they_were_and_days_have_passed() {
    let mut chat = Chat::after(Language::Chinese, &["是", "首次备案", "个人", "福建", "腾讯云", "博客", "/edit domain_valid_days 120"]);
    chat.now = days_later(31);
    chat.take(&Input::Open);
    let profile = chat.session.filing.profile(beian_bot::dialogue::day_in_china(chat.now));
    assert_eq!(profile.to_json()["domain_valid_days"], 89);
    chat.say("/result");
    chat.check(expect![[r#"
          欢迎回来。您之前的 7 个回答都还在，我们接着来。要重新开始请用 /restart。
          还有 17 个问题，回答后清单会更准确。现在继续吗？
          [继续] [以后再说]
        > /result
          [checklist: action_needed, 17 to ask]
            requirement fujian.individual.domain-valid
            material tencent.verification-sheet
            material tencent.individual.photo-with-document
            material fujian.individual.individual-id
            requirement nation.domain-suffix-approved
            requirement nation.registrar-approved
            requirement nation.registrar-since-2018
            requirement nation.domain-verified
            requirement nation.domain-privacy-off
            requirement nation.individual.domain-data
            requirement tencent.server-kind
            requirement tencent.sites-per-order
            requirement fujian.one-homepage-url
            requirement fujian.domains-lead-to-one-site
            requirement fujian.sheet-lists-domains
            requirement fujian.individual.id-in-province
            requirement fujian.individual.domain-holder
            step tencent.step-verify
            step tencent.individual.step-filer
            step tencent.step-sites
            step tencent.step-manager
            step tencent.individual.step-upload
            step tencent.individual.sheet-by-individual
            step fujian.sheet-signed-and-sealed
            step tencent.step-submit
            step tencent.step-photo
            step tencent.step-second-review
            step tencent.step-authority
          还有 17 个问题，回答后清单会更准确。现在继续吗？
          [继续] [以后再说]
    "#]]);
}

#[test]
fn a_blocked_filing_says_so_first() {
    let mut chat = Chat::after(Language::Chinese, &["是", "首次备案", "个人", "天津", "腾讯云", "网店"]);
    chat.say("/edit age 17");
    chat.say("/result");
    chat.check(expect![[r#"
        > /edit age 17
          ✓ 最小年龄：17 岁
          清单有变化：
          ✗ 不符合：年满 18 周岁
          还有 19 个问题，回答后清单会更准确。现在继续吗？
          [继续] [以后再说]
        > /result
          [checklist: blocked, 21 to ask]
            requirement tianjin.individual.minimum-age
            requirement tianjin.individual.no-business-content
            material tencent.verification-sheet
            material tencent.individual.photo-with-document
            material tianjin.mail-sheet
            material tianjin.individual.individual-id
            requirement nation.domain-suffix-approved
            requirement nation.domain-in-validity
            requirement nation.registrar-approved
            requirement nation.registrar-since-2018
            requirement nation.domain-verified
            requirement nation.individual.domain-data
            requirement tencent.server-kind
            requirement tencent.sites-per-order
            requirement tianjin.sheet-all-domains
            requirement tianjin.no-first-generation-id
            requirement tianjin.landline
            requirement tianjin.manager-only-here
            requirement tianjin.individual.domain-holder
            requirement tianjin.individual.domain-privacy-off
            requirement tianjin.individual.domain-valid
            requirement tianjin.individual.site-name-as-filed
            requirement tianjin.individual.office-phone
            step tianjin.individual.remark
            step tencent.step-verify
            step tencent.individual.step-filer
            step tencent.step-sites
            step tencent.step-manager
            step nation.sheet-signature
            step tencent.individual.step-upload
            step tencent.individual.sheet-by-individual
            step tencent.step-submit
            step tencent.step-photo
            step tencent.step-second-review
            step tencent.step-authority
            step tianjin.individual.sms-verification
          还有 19 个问题，回答后清单会更准确。现在继续吗？
          [继续] [以后再说]
    "#]]);
}

#[test]
fn commands_help_language_restart_and_nonsense() {
    let mut chat = Chat::after(Language::Chinese, &["是"]);
    chat.say("/help");
    chat.say("/lang en");
    chat.say("/resutl");
    chat.say("/lang klingon");
    chat.say("/restart");
    chat.check(expect![[r#"
        > /help
          怎么用：
          直接回答问题，或回复选项的编号；可多选的写“1 3”。
          “不知道”或 /skip：先留空
          /undo 返回上一题
          /edit 修改某个回答
          /why 为什么问；/why 3 看第 3 条的依据
          /result 看清单；/result all 看全部；/file 存成文件转发
          /progress 备案到哪一步；/materials 还差哪些材料
          /reminders 到日子提醒我；/calendar 存进日历
          /restart 重新开始
          /new 再备一个网站；/filings 切换备案；/delete 删掉一个
          /lang en 换成英文
          /export 取回我保存的内容；/forget 全部删除
          （2/6）您这次要办哪种备案？
          以前从没备案过，就选首次备案。
          [7 choices]
        > /lang en
          Fine, English it is.
          (2/6) What kind of filing do you need this time?
          If you have never filed before, choose the first filing (首次备案).
          [7 choices]
        > /resutl
          There is no such command. Did you mean /result?
          (2/6) What kind of filing do you need this time?
          If you have never filed before, choose the first filing (首次备案).
          [7 choices]
        > /lang klingon
          I speak Chinese and English: /lang zh or /lang en.
          (2/6) What kind of filing do you need this time?
          If you have never filed before, choose the first filing (首次备案).
          [7 choices]
        > /restart
          All right, from the beginning. /undo brings the earlier answers back.
          (1/6) Is the server in mainland China?
          For Hong Kong, Macao, Taiwan and other countries answer no.
          [Yes] [No] [I don't know / skip]
    "#]]);
}

#[test]
fn what_a_restart_put_away_comes_back_even_after_a_second_one() {
    let mut chat = Chat::after(Language::Chinese, &["是", "首次备案"]);
    let before = chat.session.filing.answers.clone();
    chat.say("/restart");
    chat.say("重来");
    assert!(chat.session.filing.answers.is_empty());
    chat.say("/undo");
    assert_eq!(chat.session.filing.answers, before);
}

#[test]
fn a_change_can_be_called_off_and_an_answer_is_found_by_its_name() {
    let mut chat = Chat::after(Language::Chinese, &["是", "首次备案", "公司"]);
    chat.say("/edit 备案类型");
    chat.say("算了");
    chat.say("/edit");
    chat.say("取消");
    chat.check(expect![[r#"
        > /edit 备案类型
          您这次要办哪种备案？
          以前从没备案过，就选首次备案。
          [7 choices]
        > 算了
          好，“备案类型”不改。
          （4/6）您在哪个省份备案？
          一般是单位证件上的地址所在地；个人一般看身份证或居住证。
          [32 choices]
        > /edit
          您可以改这些回答，回复编号即可：
          [服务器在中国内地：是] [备案类型：首次备案] [主办单位性质：企业]
        > 取消
          （4/6）您在哪个省份备案？
          一般是单位证件上的地址所在地；个人一般看身份证或居住证。
          [32 choices]
    "#]]);
}

#[test]
fn the_name_of_a_value_is_that_value_even_where_it_is_a_command_elsewhere() {
    let chat = Chat::after(Language::English, &["yes", "cancel"]);
    let operation = chat.session.filing.answer(Field::Operation).expect("was answered");
    assert_eq!(operation.value, Value::parse(Field::Operation, "cancel").expect("is a kind of filing"));
    // Where it names no value, it is the command.
    let mut chat = Chat::after(Language::English, &["yes"]);
    chat.say("/edit server_mainland");
    chat.say("cancel");
    chat.check(expect![[r#"
        > /edit server_mainland
          Is the server in mainland China?
          For Hong Kong, Macao, Taiwan and other countries answer no.
          [Yes] [No] [I don't know / skip]
        > cancel
          Fine, "Server in the mainland" stays as it is.
          (2/6) What kind of filing do you need this time?
          If you have never filed before, choose the first filing (首次备案).
          [7 choices]
    "#]]);
}

#[test]
fn a_choice_of_a_program_is_one_of_the_values_and_nothing_near_it() {
    let mut chat = Chat::after(Language::Chinese, &["是", "首次备案", "公司"]);
    for near in ["阿里云", "guangdon", "nope", "不是广东"] {
        chat.take(&Input::Choose(near.to_owned()));
        assert!(chat.session.filing.answer(Field::Province).is_none(), "{near}");
    }
    let mut chat = Chat::after(Language::Chinese, &["/edit unit_name"]);
    chat.take(&Input::Choose("张三 13800138000".to_owned()));
    assert_eq!(chat.session.filing.profile(beian_bot::dialogue::day_in_china(now())).to_json()["unit_name"], "张三 ***********");
}

#[test]
fn a_province_that_has_no_rules_is_admitted() {
    // A rule folder need not know every province.
    let files: Vec<_> = rules::built_in().into_iter().filter(|file| file.name != "provinces/hubei.toml").collect();
    let base = rules::load(&files).expect("sound without Hubei");
    let knowledge = Knowledge { rules: &base, ..ASSISTANT.knowledge() };
    let spoken = beian_bot::render::SpokenRules::default();
    let renderer = Renderer::new(&ASSISTANT.catalog, &base, &spoken);
    let mut session = Session { person: Person { language: Language::English, ..Person::default() }, ..Session::default() };
    for text in ["/start", "yes", "first filing", "company"] {
        session = turn(knowledge, &session, &Input::Text(text.to_owned()), now()).session;
    }
    let taken = turn(knowledge, &session, &Input::Text("hubei".to_owned()), now());
    let said = renderer.turn(&taken).remove(0).text;
    assert!(said.contains("My rules do not cover Hubei yet"), "{said}");
    assert!(said.contains("Which access provider"), "{said}");
}
