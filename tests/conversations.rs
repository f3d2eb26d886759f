//! Conversations as a person would read them: `>` is typed, the rest is said. Checklists are shown by the ids of what is certain.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use std::sync::LazyLock;

use beian_bot::assistant::Assistant;
use beian_bot::dialogue::{Input, Knowledge, Person, Reply, Section, Session, arrange, turn};
use beian_bot::language::Language;
use beian_bot::profile::{Field, Value};
use beian_bot::render::Renderer;
use beian_bot::rules;
use common::{days_later, now};
use expect_test::{Expect, expect};

static ASSISTANT: LazyLock<Assistant> = LazyLock::new(|| Assistant::load(None).expect("the built-in rules are sound"));

struct Chat {
    session: Session,
    now: chrono::DateTime<chrono::Utc>,
    transcript: String,
    answers: usize,
}

impl Chat {
    fn begin(language: Language) -> Chat {
        let session = Session { person: Person { language }, ..Session::default() };
        let mut chat = Chat { session, now: now(), transcript: String::new(), answers: 0 };
        chat.take(&Input::Open);
        chat
    }

    /// A chat in which these things were said already; the transcript begins after them.
    fn after(language: Language, said: &[&str]) -> Chat {
        let mut chat = Chat::begin(language);
        said.iter().for_each(|text| chat.say(text));
        chat.transcript.clear();
        chat
    }

    fn say(&mut self, text: &str) {
        self.transcript.push_str(&format!("> {text}\n"));
        self.answers += 1;
        self.take(&Input::Text(text.to_owned()));
    }

    fn take(&mut self, input: &Input) {
        let renderer = Renderer::new(&ASSISTANT.catalog, &ASSISTANT.rules);
        let taken = turn(ASSISTANT.knowledge(), &self.session, input, self.now);
        let checklist = taken.replies.iter().find_map(|reply| match reply {
            Reply::Checklist { assessment, .. } => Some(assessment),
            _ => None,
        });
        let messages = renderer.turn(&taken);
        for message in &messages {
            if message.text.contains('■') {
                // Told by structure: the words have tests of their own.
                let assessment = checklist.expect("a checklist");
                self.transcript.push_str(&format!("  [checklist: {}, {} to ask]\n", assessment.verdict.name(), assessment.questions.len()));
                for (section, item) in arrange(assessment) {
                    if !matches!(section, Section::Undecided | Section::Settled | Section::Notes | Section::Superseded) {
                        self.transcript.push_str(&format!("    {} {}\n", item.rule.kind, item.rule.id));
                    }
                }
            } else {
                message.text.lines().for_each(|line| self.transcript.push_str(&format!("  {line}\n")));
            }
            match message.choices.len() {
                0 => {}
                1..=4 => {
                    let labels: Vec<_> = message.choices.iter().map(|choice| choice.label.as_str()).collect();
                    self.transcript.push_str(&format!("  [{}]\n", labels.join("] [")));
                }
                many => self.transcript.push_str(&format!("  [{many} choices]\n")),
            }
        }
        self.session = taken.session;
    }

    fn check(&self, expect: Expect) {
        expect.assert_eq(&self.transcript);
    }
}

const GUANGDONG_COMPANY: [&str; 6] = ["是", "首次备案", "公司", "广东", "阿里云", "公司官网"];

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
          /result 看清单；/result all 看全部
          /restart 重新开始
          /new 再备一个网站；/filings 切换备案
          /lang en 换成英文
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
    let knowledge = Knowledge { rules: &base, vocabulary: &ASSISTANT.vocabulary };
    let renderer = Renderer::new(&ASSISTANT.catalog, &base);
    let mut session = Session { person: Person { language: Language::English }, ..Session::default() };
    for text in ["/start", "yes", "first filing", "company"] {
        session = turn(knowledge, &session, &Input::Text(text.to_owned()), now()).session;
    }
    let taken = turn(knowledge, &session, &Input::Text("hubei".to_owned()), now());
    let said = renderer.turn(&taken).remove(0).text;
    assert!(said.contains("My rules do not cover Hubei yet"), "{said}");
    assert!(said.contains("Which access provider"), "{said}");
}

#[test]
fn one_message_fills_all_that_it_speaks_of_and_each_part_can_be_corrected() {
    let mut chat = Chat::begin(Language::Chinese);
    chat.transcript.clear();
    chat.say("我个人在深圳做博客，域名 foo.top");
    chat.say("有");
    chat.say("第一次备案，用阿里云");
    chat.say("不对，域名是 bar.top");
    chat.say("/undo");
    chat.check(expect![[r#"
        > 我个人在深圳做博客，域名 foo.top
          ✓ 主办单位性质：个人；备案省份：广东；域名：foo.top；网站内容：博客、个人空间
          哪里不对直接说，例如“不对，是广西”。
          （4/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
          [是] [否] [不知道／跳过]
        > 有
          ✓ 服务器在中国内地：是
          （5/6）您这次要办哪种备案？
          以前从没备案过，就选首次备案。
          [7 choices]
        > 第一次备案，用阿里云
          ✓ 备案类型：首次备案；接入服务商：阿里云
          哪里不对直接说，例如“不对，是广西”。
          [checklist: action_needed, 29 to ask]
            material aliyun.verification-sheet
            material guangdong.individual.individual-id
            requirement nation.domain-suffix-approved
            requirement nation.domain-in-validity
            requirement nation.registrar-approved
            requirement nation.registrar-since-2018
            requirement nation.domain-verified
            requirement nation.domain-privacy-off
            requirement nation.individual.domain-data
            requirement aliyun.server-kind
            requirement aliyun.documents-in-validity
            requirement guangdong.individual.id-in-province
            requirement guangdong.individual.domain-holder
            requirement guangdong.individual.filed-sites-open
            requirement guangdong.individual.filed-sites-linked
            requirement guangdong.individual.different-prefixes
            requirement guangdong.individual.domain-valid
            step guangdong.individual.handwritten-declaration
            step aliyun.account
            step aliyun.notifications
            step guangdong.individual.purpose-remark
            step guangdong.sheet-signature
            step aliyun.upload-in-app
            step aliyun.face-check
          还有 27 个问题，回答后清单会更准确。现在继续吗？
          [继续] [以后再说]
        > 不对，域名是 bar.top
          ✓ 域名：bar.top
          还有 27 个问题，回答后清单会更准确。现在继续吗？
          [继续] [以后再说]
        > /undo
          已恢复：域名 = foo.top
          还有 27 个问题，回答后清单会更准确。现在继续吗？
          [继续] [以后再说]
    "#]]);
}

#[test]
fn a_correction_in_the_middle_changes_what_was_said_and_the_question_goes_on() {
    let mut chat = Chat::after(Language::Chinese, &["是", "首次备案", "公司", "广东"]);
    chat.say("不对，是广西");
    chat.say("刚才说错了，是个体户");
    chat.say("不是广西，是广东");
    chat.say("腾讯云");
    chat.check(expect![[r#"
        > 不对，是广西
          ✓ 备案省份：广西
          （5/6）您通过哪家接入服务商（提供服务器的公司）备案？
          一般就是卖给您服务器的那家云厂商。
          [阿里云] [腾讯云] [其他服务商] [不知道／跳过]
        > 刚才说错了，是个体户
          ✓ 主办单位性质：个体工商户
          （5/6）您通过哪家接入服务商（提供服务器的公司）备案？
          一般就是卖给您服务器的那家云厂商。
          [阿里云] [腾讯云] [其他服务商] [不知道／跳过]
        > 不是广西，是广东
          ✓ 备案省份：广东
          （5/6）您通过哪家接入服务商（提供服务器的公司）备案？
          一般就是卖给您服务器的那家云厂商。
          [阿里云] [腾讯云] [其他服务商] [不知道／跳过]
        > 腾讯云
          ✓ 接入服务商：腾讯云
          （6/6）您的网站会提供下面哪些内容？
          可以选多个；写编号的话用空格隔开，例如 1 3。
          [30 choices]
    "#]]);
}

#[test]
fn a_correction_that_does_not_say_what_is_wrong_asks_which_answer() {
    let mut chat = Chat::after(Language::Chinese, &["是", "首次备案", "公司", "广东"]);
    chat.say("刚才说错了");
    chat.say("2");
    chat.say("新增网站");
    chat.check(expect![[r#"
        > 刚才说错了
          好，哪一项要改？
          您可以改这些回答，回复编号即可：
          [服务器在中国内地：是] [备案类型：首次备案] [主办单位性质：企业] [备案省份：广东]
        > 2
          您这次要办哪种备案？
          以前从没备案过，就选首次备案。
          [7 choices]
        > 新增网站
          ✓ 备案类型：新增网站
          （5/6）您通过哪家接入服务商（提供服务器的公司）备案？
          一般就是卖给您服务器的那家云厂商。
          [阿里云] [腾讯云] [其他服务商] [不知道／跳过]
    "#]]);
}

#[test]
fn what_is_said_otherwise_than_before_is_asked_back_before_it_is_changed() {
    let mut chat = Chat::after(Language::Chinese, &["是", "首次备案", "公司", "广东"]);
    chat.say("公司在广西，用腾讯云");
    chat.say("不是");
    chat.say("公司在广西");
    chat.say("是的");
    chat.check(expect![[r#"
        > 公司在广西，用腾讯云
          ✓ 接入服务商：腾讯云
          您之前说的是“备案省份：广东”，要改成“备案省份：广西”吗？
          [是] [不是]
        > 不是
          好，“备案省份”不改。
          （6/6）您的网站会提供下面哪些内容？
          可以选多个；写编号的话用空格隔开，例如 1 3。
          [30 choices]
        > 公司在广西
          您之前说的是“备案省份：广东”，要改成“备案省份：广西”吗？
          [是] [不是]
        > 是的
          ✓ 备案省份：广西
          （6/6）您的网站会提供下面哪些内容？
          可以选多个；写编号的话用空格隔开，例如 1 3。
          [30 choices]
    "#]]);
}

#[test]
fn a_place_that_stands_in_several_provinces_asks_which() {
    let mut chat = Chat::after(Language::Chinese, &["是", "首次备案", "公司"]);
    chat.say("白云区");
    chat.say("2");
    chat.say("/undo");
    chat.say("朝阳区那边");
    chat.say("是北京的");
    chat.check(expect![[r#"
        > 白云区
          不止一个地方叫“白云区”或有几种可能，您指的是哪一个？
          [广东] [贵州] [不知道／跳过]
        > 2
          ✓ 备案省份：贵州
          （5/6）您通过哪家接入服务商（提供服务器的公司）备案？
          一般就是卖给您服务器的那家云厂商。
          [阿里云] [腾讯云] [其他服务商] [不知道／跳过]
        > /undo
          已撤回“备案省份”。
          （4/6）您在哪个省份备案？
          一般是单位证件上的地址所在地；个人一般看身份证或居住证。
          [32 choices]
        > 朝阳区那边
          不止一个地方叫“朝阳区那边”或有几种可能，您指的是哪一个？
          [北京] [吉林] [不知道／跳过]
        > 是北京的
          ✓ 备案省份：北京
          （5/6）您通过哪家接入服务商（提供服务器的公司）备案？
          一般就是卖给您服务器的那家云厂商。
          [阿里云] [腾讯云] [其他服务商] [不知道／跳过]
    "#]]);
}

#[test]
fn the_place_of_something_else_is_not_the_province_of_the_filing() {
    let mut chat = Chat::after(Language::Chinese, &["是", "首次备案", "公司"]);
    chat.say("服务器在北京");
    chat.say("我户口在河南，人在杭州，网站在杭州备案");
    chat.check(expect![[r#"
        > 服务器在北京
          没听懂。一般是单位证件上的地址所在地；个人一般看身份证或居住证。
          您在哪个省份备案？
          [32 choices]
        > 我户口在河南，人在杭州，网站在杭州备案
          ✓ 备案省份：浙江
          （5/6）您通过哪家接入服务商（提供服务器的公司）备案？
          一般就是卖给您服务器的那家云厂商。
          [阿里云] [腾讯云] [其他服务商] [不知道／跳过]
    "#]]);
}

#[test]
fn hong_kong_and_abroad_are_told_what_that_means_for_a_filing() {
    let mut chat = Chat::after(Language::English, &["yes", "first filing", "company"]);
    chat.say("Hong Kong");
    chat.say("we are in Singapore");
    chat.say("our company is registered in Shenzhen");
    chat.check(expect![[r#"
        > Hong Kong
          Hong Kong has none of the 31 provincial authorities. A site on a server there needs no filing; with a server in the mainland, choose the mainland province of the filer's licence or of your document.
          In which province do you file?
          [32 choices]
        > we are in Singapore
          No authority abroad takes filings. A site on a server abroad needs no filing; with a server in the mainland, choose the mainland province of the filer's licence or of your document.
          In which province do you file?
          [32 choices]
        > our company is registered in Shenzhen
          ✓ Province: Guangdong
          (5/6) Which access provider (接入服务商, the company that hosts your site) do you file through?
          Usually the cloud company that sold you the server.
          [Alibaba Cloud] [Tencent Cloud] [Another provider] [I don't know / skip]
    "#]]);
}

#[test]
fn a_question_instead_of_an_answer_is_answered_or_admitted_and_costs_nothing() {
    let mut chat = Chat::after(Language::Chinese, &["是", "首次备案"]);
    chat.say("主办单位性质是什么意思？");
    chat.say("多久能批下来？");
    chat.say("你们收费吗");
    chat.say("问这个干嘛");
    chat.say("单位");
    chat.say("我们是有限公司");
    chat.check(expect![[r#"
        > 主办单位性质是什么意思？
          “主办单位性质”：就是网站归谁所有：您个人，还是某个单位。
          单位的性质可以看营业执照或登记证书；没有单位就是个人。
          您以什么身份备案？
          [12 choices]
        > 多久能批下来？
          这个问题我还答不上来，拿不准的事请问接入服务商。我们先接着这一题：
          您以什么身份备案？
          [12 choices]
        > 你们收费吗
          这个问题我还答不上来，拿不准的事请问接入服务商。我们先接着这一题：
          您以什么身份备案？
          [12 choices]
        > 问这个干嘛
          问“主办单位性质”，因为它决定这些：
          · 名称涉及金融的专项审批文件 ‹阿里云 2020 §8›
          · 基金会的准入证明和保证书 ‹阿里云 2020 §8›
          · 域名注册商在中国内地 ‹阿里云 2020 §1 §4›
          · 早先备案成功的域名不用转 ‹阿里云 2020 §1 §4›
          · 关闭域名隐私保护 ‹腾讯云流程页›
          · 域名剩余有效期超过 90 天 ‹阿里云 2020 §4›
          ……另有 1008 条。
          （3/6）您以什么身份备案？
          就是网站归谁所有：您个人，还是某个单位。
          [12 choices]
        > 单位
          没听懂。就是网站归谁所有：您个人，还是某个单位。
          您以什么身份备案？
          [12 choices]
        > 我们是有限公司
          ✓ 主办单位性质：企业
          （4/6）您在哪个省份备案？
          一般是单位证件上的地址所在地；个人一般看身份证或居住证。
          [32 choices]
    "#]]);
}

#[test]
fn small_talk_and_courtesy_are_met_and_the_question_stays() {
    let mut chat = Chat::after(Language::Chinese, &["是"]);
    chat.say("你好");
    chat.say("谢谢啦");
    chat.say("我想返回上一步，谢谢");
    chat.say("拜拜");
    chat.say("继续吧");
    chat.check(expect![[r#"
        > 你好
          您好！我在。
          （2/6）您这次要办哪种备案？
          以前从没备案过，就选首次备案。
          [7 choices]
        > 谢谢啦
          不客气！
          （2/6）您这次要办哪种备案？
          以前从没备案过，就选首次备案。
          [7 choices]
        > 我想返回上一步，谢谢
          已撤回“服务器在中国内地”。
          （1/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
          [是] [否] [不知道／跳过]
        > 拜拜
          好的，再见。您的回答都留着，随时回来接着办。
        > 继续吧
          （1/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
          [是] [否] [不知道／跳过]
    "#]]);
}

#[test]
fn commands_are_understood_in_plain_words() {
    let mut chat = Chat::after(Language::English, &["yes", "first filing"]);
    chat.say("go back");
    chat.say("first time");
    chat.say("why do you ask?");
    chat.say("what do I need");
    chat.say("start over");
    chat.say("go back");
    chat.check(expect![[r#"
        > go back
          "Type of filing" is taken back.
          (2/6) What kind of filing do you need this time?
          If you have never filed before, choose the first filing (首次备案).
          [7 choices]
        > first time
          ✓ Type of filing: First filing
          (3/6) Who is filing: you as a person, or which kind of organisation?
          In other words, who owns the site: you as a person, or an organisation.
          [12 choices]
        > why do you ask?
          "Type of filer" decides these:
          · Special approval for names that suggest finance ‹Alibaba 2020 §8›
          · Foundation's admission proof and guarantee ‹Alibaba 2020 §8›
          · Registrar in mainland China ‹Alibaba 2020 §1 §4›
          · Domains filed earlier need no transfer ‹Alibaba 2020 §1 §4›
          · Domain privacy protection off ‹Tencent process›
          · Domain valid for over 90 more days ‹Alibaba 2020 §4›
          … and 1008 more.
          (3/6) Who is filing: you as a person, or which kind of organisation?
          In other words, who owns the site: you as a person, or an organisation.
          [12 choices]
        > what do I need
          [checklist: incomplete, 63 to ask]
            requirement nation.domain-suffix-approved
            requirement nation.domain-in-validity
            requirement nation.registrar-approved
            requirement nation.domain-verified
          (3/6) Who is filing: you as a person, or which kind of organisation?
          In other words, who owns the site: you as a person, or an organisation.
          [12 choices]
        > start over
          All right, from the beginning. /undo brings the earlier answers back.
          (1/6) Is the server in mainland China?
          For Hong Kong, Macao, Taiwan and other countries answer no.
          [Yes] [No] [I don't know / skip]
        > go back
          Your answers from before the restart are back.
          (3/6) Who is filing: you as a person, or which kind of organisation?
          In other words, who owns the site: you as a person, or an organisation.
          [12 choices]
    "#]]);
}

#[test]
fn an_agency_types_its_company_once_and_goes_between_filings_by_domain() {
    let mut chat = Chat::after(Language::Chinese, &["是", "首次备案", "我们公司在成都，用腾讯云", "公司官网"]);
    chat.say("/new shop.cn");
    chat.say("是");
    chat.say("再备一个网站");
    chat.say("商城");
    chat.say("/filings");
    chat.say("1");
    chat.say("切换到 shop");
    chat.say("/switch nowhere.cn");
    chat.check(expect![[r#"
        > /new shop.cn
          好，开始一个新的备案：shop.cn。主办单位的 3 项回答已经照搬过来，不用再说一遍；/filings 在几个备案之间切换。
          （4/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
          [是] [否] [不知道／跳过]
        > 是
          ✓ 服务器在中国内地：是
          （5/6）您这次要办哪种备案？
          以前从没备案过，就选首次备案。
          [7 choices]
        > 再备一个网站
          ✓ 备案类型：新增网站
          （6/6）您的网站会提供下面哪些内容？
          可以选多个；写编号的话用空格隔开，例如 1 3。
          [30 choices]
        > 商城
          ✓ 网站内容：网上购物、商城
          [checklist: action_needed, 30 to ask]
            material tencent.verification-sheet
            material tencent.unit.photo-with-document
            material sichuan.unit.unit-document
            material sichuan.unit.principal-id
            material sichuan.unit.manager-id
            material sichuan.unit.commercial-statement
            requirement nation.domain-suffix-approved
            requirement nation.domain-in-validity
            requirement nation.registrar-approved
            requirement nation.registrar-since-2018
            requirement nation.domain-verified
            requirement nation.unit.domain-data
            requirement tencent.server-kind
            requirement tencent.sites-per-order
            requirement tencent.unit.landline
            requirement tencent.unit.manager-document
            requirement sichuan.sheet-lists-domains
            requirement sichuan.homepage-matches-domains
            requirement sichuan.reachable-phone
            requirement sichuan.office-phone
            requirement sichuan.unit.principal-is-legal-rep
            requirement sichuan.unit.minimum-age
            requirement sichuan.unit.phone-in-province
            requirement sichuan.unit.domain-holder
            requirement sichuan.unit.domain-privacy-off
            requirement sichuan.unit.domain-valid
            requirement sichuan.enterprise.licence
            requirement sichuan.enterprise.sheet-seal
            step tencent.step-verify
            step tencent.unit.step-filer
            step tencent.step-sites
            step tencent.step-manager
            step nation.sheet-signature
            step tencent.unit.step-upload
            step tencent.unit.sheet-by-unit
            step tencent.step-submit
            step tencent.step-photo
            step tencent.step-second-review
            step tencent.step-authority
          还有 30 个问题，回答后清单会更准确。现在继续吗？
          [继续] [以后再说]
        > /filings
          您的备案，回复编号或名称切换：
          [备案 1（四川、已答 6 项）] [shop.cn（四川、已答 7 项）← 当前]
        > 1
          现在是：备案 1（已答 6 项）。
          还有 30 个问题，回答后清单会更准确。现在继续吗？
          [继续] [以后再说]
        > 切换到 shop
          现在是：shop.cn（已答 7 项）。
          还有 30 个问题，回答后清单会更准确。现在继续吗？
          [继续] [以后再说]
        > /switch nowhere.cn
          没有叫这个名字的备案。
          您的备案，回复编号或名称切换：
          [备案 1（四川、已答 6 项）] [shop.cn（四川、已答 7 项）← 当前]
    "#]]);
}

#[test]
fn yes_no_numbers_and_dates_are_understood_as_people_say_them() {
    let mut chat = Chat::after(Language::Chinese, &GUANGDONG_COMPANY);
    chat.say("继续");
    for (which, said) in [
        ("domain_verified", "做过了"),
        ("domain_verified", "应该是吧"),
        ("domain_verified", "没呢"),
        ("domain_valid_days", "一年多"),
        ("domain_valid_days", "十来天"),
        ("domain_valid_days", "明年5月1号到期"),
        ("sites_total", "两三个"),
        ("age", "95年的"),
        ("id_valid_days", "长期有效"),
    ] {
        chat.transcript.push_str(&format!("({which})\n"));
        let before = chat.transcript.len();
        chat.say(&format!("/edit {which}"));
        chat.transcript.truncate(before);
        chat.transcript.push_str(&format!("> {said}\n"));
        let shown = chat.transcript.len();
        chat.say(said);
        // What was understood stands in the first line.
        let reply = chat.transcript[shown..].lines().nth(1).unwrap_or_default().to_owned();
        chat.transcript.truncate(shown);
        chat.transcript.push_str(&format!("{reply}\n"));
    }
    chat.check(expect![[r#"
        > 继续
          （还剩约 36 题）网站放在哪种服务器或产品上？
          就是您买来放网站、备案时要选的那个产品。
          [11 choices]
        (domain_verified)
        > 做过了
          您是说“是”吗？
        (domain_verified)
        > 应该是吧
          ✓ 域名实名认证：是
        (domain_verified)
        > 没呢
          ✓ 域名实名认证：否
        (domain_valid_days)
        > 一年多
          ✓ 域名剩余有效天数：365 天
        (domain_valid_days)
        > 十来天
          您是说“10 天”吗？
        (domain_valid_days)
        > 明年5月1号到期
          ✓ 域名剩余有效天数：160 天
        (sites_total)
        > 两三个
          您是说“2”吗？
        (age)
        > 95年的
          您是说“31 岁”吗？
        (id_valid_days)
        > 长期有效
          ✓ 主体负责人证件有效天数：36500 天
    "#]]);
}

#[test]
fn a_place_answers_whether_something_lies_in_the_province() {
    let mut chat = Chat::after(Language::Chinese, &GUANGDONG_COMPANY);
    chat.say("/edit id_in_province");
    chat.say("身份证是湖南的");
    chat.say("/edit phone_in_province");
    chat.say("深圳的号码");
    chat.check(expect![[r#"
        > /edit id_in_province
          主体负责人证件上的地址在备案的省份吗？
          看证件上印的地址，不看现在住在哪里。
          [是] [否] [不知道／跳过]
        > 身份证是湖南的
          ✓ 证件地址在本省：否
          还有 36 个问题，回答后清单会更准确。现在继续吗？
          [继续] [以后再说]
        > /edit phone_in_province
          负责人的手机号都是备案省份的号码吗？
          看号码的归属地；有一个不是，就答“否”。
          [是] [否] [不知道／跳过]
        > 深圳的号码
          ✓ 手机号属于本省：是
          还有 36 个问题，回答后清单会更准确。现在继续吗？
          [继续] [以后再说]
    "#]]);
}

/// People in a hurry, each with an ordinary case: what they type, and what is known in the end.
const HURRIED: [(&[&str], &str); 10] = [
    (
        &["嗯", "头一回弄", "开了个小饭馆，个体的", "成都的", "腾讯的", "放菜单和电话，介绍下我们店"],
        r#"{"provider":"tencent","operation":"first_filing","filer":"sole_proprietor","province":"sichuan","content":["unit_portal"]}"#,
    ),
    (
        &["有的", "第一次备案", "我们公司在杭州余杭", "阿里云", "公司官网 产品展示"],
        r#"{"provider":"aliyun","operation":"first_filing","filer":"enterprise","province":"zhejiang","content":["unit_portal"]}"#,
    ),
    (
        &["对", "没备过案", "就我个人", "长沙", "阿里", "写写博客"],
        r#"{"provider":"aliyun","operation":"first_filing","filer":"individual","province":"hunan","content":["blog"]}"#,
    ),
    (
        &["在国内", "再加一个网站", "学校", "陕西西安", "华为云", "学校官网"],
        r#"{"provider":"other","operation":"add_site","filer":"public_institution","province":"shaanxi","content":["unit_portal"]}"#,
    ),
    (
        &["是", "别家备过，现在换到阿里云", "有限公司", "郑洲", "阿里云", "卖衣服鞋子"],
        r#"{"provider":"aliyun","operation":"add_access","filer":"enterprise","province":"henan","content":["shopping"]}"#,
    ),
    (
        &["是的呀", "shouci beian", "律所", "guangzhou", "tengxunyun", "律所介绍，不涉及新闻"],
        r#"{"provider":"tencent","operation":"first_filing","filer":"law_firm","province":"guangdong","content":["unit_portal"]}"#,
    ),
    (
        &["必须的", "换了手机号要改一下", "个体户", "哈尔滨", "阿里云的服务器", "网店"],
        r#"{"provider":"aliyun","operation":"change","filer":"sole_proprietor","province":"heilongjiang","content":["shopping"]}"#,
    ),
    (
        &["有", "首次", "协会", "合肥这边", "电信机房托管的", "协会介绍和论坛"],
        r#"{"provider":"other","operation":"first_filing","filer":"social_organization","province":"anhui","content":["bulletin_board","unit_portal"]}"#,
    ),
    (
        &["在大陆", "给网站多加一个域名", "我们公司在贵阳", "腾讯云", "网课"],
        r#"{"provider":"tencent","operation":"add_domain","filer":"enterprise","province":"guizhou","content":["education"]}"#,
    ),
    (
        &["是", "第一次", "個人", "廣東", "阿里雲", "個人博客，寫寫日記"],
        r#"{"provider":"aliyun","operation":"first_filing","filer":"individual","province":"guangdong","content":["blog"]}"#,
    ),
];

#[test]
fn ordinary_cases_of_people_in_a_hurry_need_no_second_asking() {
    for (said, known) in HURRIED {
        let mut session = turn(ASSISTANT.knowledge(), &Session::default(), &Input::Open, now()).session;
        for text in said {
            let taken = turn(ASSISTANT.knowledge(), &session, &Input::Text((*text).to_owned()), now());
            let asked_again = taken.replies.iter().any(|reply| {
                matches!(
                    reply,
                    Reply::NotUnderstood { .. } | Reply::DidYouMean { .. } | Reply::Which { .. } | Reply::Replace { .. } | Reply::CannotSay
                )
            });
            assert!(!asked_again, "{said:?}: «{text}» is asked again");
            session = taken.session;
        }
        let mut profile = session.filing.profile(now().date_naive()).to_json();
        let answered = profile.as_object_mut().expect("an object");
        answered.remove("server_mainland");
        assert_eq!(serde_json::to_string(&profile).expect("JSON"), known, "{said:?}");
    }
}
