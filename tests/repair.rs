//! How the conversation takes what people say: several answers at once, corrections, questions back, several filings.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use beian_bot::dialogue::{Input, Reply, Session, turn};
use beian_bot::language::Language;
use beian_bot::profile::Field;
use common::chat::{ASSISTANT, Chat, GUANGDONG_COMPANY};
use common::now;
use expect_test::expect;

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
          ✓ 服务器在中国内地：是
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
          现在：准备材料
          提交以后才开始算。提交后告诉我“提交了”，我帮您算最晚哪天有结果。
          （3/6）您以什么身份备案？
          就是网站归谁所有：您个人，还是某个单位。
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
          Taken back: "Type of filing".
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
          · 备案 1：准备材料
          · shop.cn：准备材料
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
          · 备案 1：准备材料
          · shop.cn：准备材料
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

#[test]
fn a_list_of_words_tells_province_and_server_as_well() {
    for (said, profile) in [
        ("阿里云 广东 企业 首次备案 官网 服务器国内", "aliyun first_filing enterprise guangdong unit_portal true"),
        ("企业，广东，首次备案", "first_filing enterprise guangdong"),
        ("服务器 国内 个人 北京 腾讯云 博客", "tencent individual beijing blog true"),
        ("腾讯云香港服务器 个人博客 浙江", "tencent individual zhejiang blog false"),
        ("公司在广州，阿里云杭州的服务器", "aliyun enterprise guangdong true"),
        ("our server is in Singapore, company in Shanghai", "enterprise shanghai false"),
        ("我要把备案从腾讯云转到阿里云，昆明的公司", "aliyun add_access enterprise yunnan"),
        ("my site is already filed at tencent, moving to aliyun", "add_access"),
        ("注册地在海南，实际在北京办公，公司", "enterprise hainan"),
        ("公司办公室在北京，注册在上海", "enterprise shanghai"),
        ("腾讯云 浙江 个体户 首次备案 网店 国内服务器", "tencent first_filing sole_proprietor zhejiang shopping true"),
        // What is said of something else tells no province, and no server.
        ("企业 首次备案 手机号是广东的", "first_filing enterprise"),
        ("企业 首次备案 我朋友在广东", "first_filing enterprise"),
        ("服务器不在国内", "false"),
        ("服务器是阿里云的，应该在杭州吧", "aliyun true"),
        ("身份证是湖南的", ""),
        ("电话是湖南的号码", ""),
        ("I am a foreigner", "foreign"),
        ("can a foreigner file?", ""),
        ("a foreign server", "false"),
        ("our company is in Shanghai. Do we need this?", "enterprise shanghai"),
        ("企业官网", "enterprise unit_portal"),
        ("上海 公司 论坛 首次", "first_filing enterprise shanghai bulletin_board"),
    ] {
        let mut chat = Chat::begin(Language::Chinese);
        chat.say(said);
        let known = chat.session.filing.profile(now().date_naive());
        let told: Vec<String> = Field::ALL.iter().filter_map(|field| Some(known.get(*field)?.canonical(*field))).collect();
        assert_eq!(told.join(" "), profile, "{said}");
    }
}

#[test]
fn what_is_no_place_is_no_province() {
    let mut chat = Chat::after(Language::Chinese, &["是", "首次备案", "公司"]);
    chat.say("网上商城");
    chat.say("商城");
    chat.check(expect![[r#"
        > 网上商城
          ✓ 网站内容：网上购物、商城
          （5/6）您在哪个省份备案？
          一般是单位证件上的地址所在地；个人一般看身份证或居住证。
          [32 choices]
        > 商城
          您是说“河南”吗？
          [是] [不是]
    "#]]);
}

#[test]
fn all_that_is_taken_back_is_named_and_a_question_whether_to_change_is_only_left() {
    let mut chat = Chat::after(Language::Chinese, &["是"]);
    chat.say("阿里云首次备案 企业");
    chat.say("/undo");
    chat.say("阿里云");
    chat.say("腾讯云");
    chat.say("/undo");
    chat.check(expect![[r#"
        > 阿里云首次备案 企业
          ✓ 备案类型：首次备案；接入服务商：阿里云；主办单位性质：企业
          哪里不对直接说，例如“不对，是广西”。
          （5/6）您在哪个省份备案？
          一般是单位证件上的地址所在地；个人一般看身份证或居住证。
          [32 choices]
        > /undo
          已撤回“备案类型”、“接入服务商”、“主办单位性质”。
          （2/6）您这次要办哪种备案？
          以前从没备案过，就选首次备案。
          [7 choices]
        > 阿里云
          ✓ 接入服务商：阿里云
          （3/6）您这次要办哪种备案？
          以前从没备案过，就选首次备案。
          [7 choices]
        > 腾讯云
          您之前说的是“接入服务商：阿里云”，要改成“接入服务商：腾讯云”吗？
          [是] [不是]
        > /undo
          好，“接入服务商”不改。
          （3/6）您这次要办哪种备案？
          以前从没备案过，就选首次备案。
          [7 choices]
    "#]]);
}

#[test]
fn one_filing_is_deleted_after_asking_and_the_others_stay() {
    let mut chat = Chat::after(Language::Chinese, &["是", "首次备案", "公司", "广东"]);
    chat.say("/delete");
    chat.say("/new b.example.com");
    chat.say("/new c.example.com");
    chat.say("/delete b.example.com");
    chat.say("等等");
    chat.say("/delete 2");
    chat.say("是");
    chat.say("/delete 9");
    chat.say("算了");
    chat.say("/delete");
    chat.say("是");
    assert!(chat.session.others.is_empty());
    chat.check(expect![[r#"
        > /delete
          现在只有这一个备案：想清空重填用 /restart，想删除我保存的全部内容用 /forget。
          （5/6）您通过哪家接入服务商（提供服务器的公司）备案？
          一般就是卖给您服务器的那家云厂商。
          [阿里云] [腾讯云] [其他服务商] [不知道／跳过]
        > /new b.example.com
          好，开始一个新的备案：b.example.com。主办单位的 2 项回答已经照搬过来，不用再说一遍；/filings 在几个备案之间切换。
          （3/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
          [是] [否] [不知道／跳过]
        > /new c.example.com
          好，开始一个新的备案：c.example.com。主办单位的 2 项回答已经照搬过来，不用再说一遍；/filings 在几个备案之间切换。
          （3/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
          [是] [否] [不知道／跳过]
        > /delete b.example.com
          要把“b.example.com”从我这里删掉吗？这个备案的回答和进度都找不回来，其他备案不受影响。这不是向管局注销备案。
          [是] [不是]
        > 等等
          好，没删。
          （3/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
          [是] [否] [不知道／跳过]
        > /delete 2
          要把“b.example.com”从我这里删掉吗？这个备案的回答和进度都找不回来，其他备案不受影响。这不是向管局注销备案。
          [是] [不是]
        > 是
          已删除：b.example.com。
          （3/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
          [是] [否] [不知道／跳过]
        > /delete 9
          没有叫这个名字的备案。
          您的备案，回复编号或名称切换：
          · 备案 1：准备材料
          · c.example.com：准备材料
          [备案 1（广东、已答 4 项）] [c.example.com（广东、已答 3 项）← 当前]
        > 算了
          （3/6）服务器在中国内地吗？
          香港、澳门、台湾和国外的都答“否”。
          [是] [否] [不知道／跳过]
        > /delete
          要把“c.example.com”从我这里删掉吗？这个备案的回答和进度都找不回来，其他备案不受影响。这不是向管局注销备案。
          [是] [不是]
        > 是
          已删除：c.example.com。
          现在是：备案 1（已答 4 项）。
          （5/6）您通过哪家接入服务商（提供服务器的公司）备案？
          一般就是卖给您服务器的那家云厂商。
          [阿里云] [腾讯云] [其他服务商] [不知道／跳过]
    "#]]);
}

/// What is said after a whole first message, and what the last answer says.
#[test]
fn what_speaks_of_something_else_changes_no_answer() {
    for (said, answered) in [
        (&["短信收到了"][..], "没听懂"),
        (&["身份证长期有效"], "没听懂"),
        (&["我的身份证没带"], "没听懂"),
        (&["刚才说错了，不是广东"], "您在哪个省份备案"),
        (&["刚才说错了，不是广东", "广西"], "✓ 备案省份：广西"),
        (&["刚才说错了", "广西"], "✓ 备案省份：广西"),
        (&["/new shop.cn", "删除备案1"], "要把“备案 1”从我这里删掉吗"),
        (&["/new shop.cn", "把这个备案删了", "删吧"], "已删除：shop.cn"),
        (&["/new shop.cn", "删掉 shop.cn", "别删"], "没删"),
        (&["/forget", "删吧"], "已全部删除"),
        (&["/forget", "不删"], "什么都没删"),
        (&["/forget", "确定删除"], "已全部删除"),
        (&["/forget", "删了会怎么样"], "什么都没删"),
        (&["/forget", "我没说要删"], "什么都没删"),
        (&["/new shop.cn", "/delete 1", "删掉以后还能找回来吗"], "没删"),
        (&["/new", "腾讯云 浙江 个体户"], "您之前说的是“接入服务商：阿里云；主办单位性质：企业；备案省份：广东”"),
    ] {
        let mut chat = Chat::begin(Language::Chinese);
        chat.say("阿里云 广东 企业 首次备案 官网 服务器国内");
        for text in said {
            chat.transcript.clear();
            chat.say(text);
        }
        assert!(chat.transcript.contains(answered), "{answered} after {said:?}:\n{}", chat.transcript);
    }
}
