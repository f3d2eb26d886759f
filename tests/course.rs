//! The course of a filing in simulated time: stages, deadlines and reminders, as a person lives through them.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use beian_bot::dialogue::{Input, reminders, turn};
use common::chat::{ASSISTANT, GUANGDONG_COMPANY};
use common::life::{Life, moment};
use expect_test::expect;

#[test]
fn thirty_days_over_national_day() {
    let mut life = Life::with_checklist("2026-09-14 20:00", &GUANGDONG_COMPANY);
    life.say("2026-09-14 20:05", "/reminders");
    life.say("2026-09-14 20:06", "好");
    life.say("2026-09-18 12:00", "营业执照准备好了");
    life.say("2026-09-23 15:00", "刚刚提交了");
    life.say("2026-09-25 11:00", "昨天初审过了");
    life.say("2026-09-25 11:20", "人脸核验做完了");
    life.say("2026-09-29 09:30", "到管局了");
    life.press("2026-09-30 10:05", "done");
    life.until("2026-10-26 09:00");
    life.say("2026-10-29 18:00", "备案下来了");
    life.say("2026-10-29 18:02", "网站今天开通了");
    life.press("2026-11-21 10:30", "done");
    life.until("2027-03-01 00:00");
    life.check(expect![[r#"
        09-14 周一 20:05
        > /reminders
          到日子要我发消息提醒您吗？材料没备齐、该有结果了、快到期时才发，每天 21 点到 9 点不打扰，随时可以关。
          [好，提醒我] [不用]
        09-14 周一 20:06
        > 好
          好，到时候提醒您。/reminders 查看或修改。
        09-16 周三 10:00
          🔔 备案 1
          还差 4 样材料：真实性核验单、主办单位证件、主体负责人的身份证件、网站负责人的身份证件
          [完成了] [稍后提醒] [别再提醒]
        09-18 周五 12:00
        > 营业执照准备好了
          ✓ 已备好：主办单位证件
          还差 3 样。
        09-20 周日 10:00
          🔔 备案 1
          还差 3 样材料：真实性核验单、主体负责人的身份证件、网站负责人的身份证件
          [完成了] [稍后提醒] [别再提醒]
        09-23 周三 10:00
          🔔 备案 1
          还差 3 样材料：真实性核验单、主体负责人的身份证件、网站负责人的身份证件
          [完成了] [稍后提醒] [别再提醒]
        09-23 周三 15:00
        > 刚刚提交了
          ✓ 记下了：已提交，等初审，按今天（9 月 23 日）算。不是今天就说哪天，例如“昨天”。
          预计最晚 9 月 28 日有结果：最多 2 个工作日，已扣除节假日和调休。
          ■ 这一步
          · 首次备案和新增网站的域名，在备案通过之前请关闭解析、不要开通访问，否则可能被退回。通过后再打开就好。
          · 现在由阿里云审核您的资料和核验照片，一般 1 到 2 个工作日出结果，周末和节假日不算。
          · 一个主体同一时间只能有一个备案订单在审，换哪家服务商都一样。这个订单办完，再提交下一个。
        09-25 周五 11:00
        > 昨天初审过了
          ✓ 记下了：初审通过，9 月 24 日。
          ■ 这一步
          · 首次备案和新增网站的域名，在备案通过之前请关闭解析、不要开通访问，否则可能被退回。通过后再打开就好。
          · 2019 年 7 月起，阿里云改用 App 做人脸核验，不再用幕布拍照。还没做的，请网站负责人本人打开阿里云 App 完成。
          · 服务商把订单交给管局后，大约 5 分钟内，负责人的手机会收到 12381 发来的验证码。请提前把手机放在身边。
        09-25 周五 11:20
        > 人脸核验做完了
          ✓ 记下了：已拍照，等复审，按今天（9 月 25 日）算。不是今天就说哪天，例如“昨天”。
          预计最晚 9 月 29 日有结果：最多 2 个工作日，已扣除节假日和调休。
          ■ 这一步
          · 首次备案和新增网站的域名，在备案通过之前请关闭解析、不要开通访问，否则可能被退回。通过后再打开就好。
          · 现在由阿里云审核您的资料和核验照片，一般 1 到 2 个工作日出结果，周末和节假日不算。
          · 服务商把订单交给管局后，大约 5 分钟内，负责人的手机会收到 12381 发来的验证码。请提前把手机放在身边。
        09-29 周二 09:30
        > 到管局了
          ✓ 记下了：管局审核中，按今天（9 月 29 日）算。不是今天就说哪天，例如“昨天”。
          按往年情况，一般 10 月 16 日前有结果：9 个工作日内。
          预计最晚 11 月 2 日有结果：最多 20 个工作日，已扣除节假日和调休。
          ■ 这一步
          · 首次备案和新增网站的域名，在备案通过之前请关闭解析、不要开通访问，否则可能被退回。通过后再打开就好。
          · 收到 12381 发来的 6 位验证码后，请在 24 小时内打开 beian.miit.gov.cn，进入“短信核验”，填验证码、手机号和证件号码后 6 位。周末也照样计时；超时订单会退回服务商，要重新提交。
          · 现在由省通信管理局审核，1 到 20 个工作日出结果，20 个工作日是法规规定的上限。周末和节假日不算，所以按日历看会更久一些。
          · 主体负责人和网站负责人都要做短信核验；两人填的是同一个手机号，就只收到一个验证码，验一次即可。（依据腾讯云 2021 年的说明）
          · 24 小时内输错超过 5 次，订单会被退回。没收到可以重发，最多 3 次；虚拟运营商的号码（如 170、171 开头）有的收不到。（依据腾讯云 2021 年的说明，如今请以页面提示为准）
          · 管局审核完，12381 会发短信告诉您结果，请别当成垃圾短信。也可以在服务商的备案页面查看进度。
          ■ 要留意的日子
          · 短信核验最晚 2026 年 9 月 30 日，从送管局那天算起：收到 12381 的短信后 24 小时内要完成，过时会被退回。
        09-29 周二 20:00
          🔔 备案 1
          短信核验最晚 2026 年 9 月 30 日，从送管局那天算起：收到 12381 的短信后 24 小时内要完成，过时会被退回。（还有 1 天）
          [完成了] [稍后提醒] [别再提醒]
        09-30 周三 10:05
        > [done]
          好的，记下了，这件事不再提醒。
        10-16 周五 10:00
          🔔 备案 1
          管局审核中（9 月 29 日起）：按往年情况，一般 9 个工作日内有结果，今天正好到了（已扣除节假日和调休）。最晚 11 月 2 日，还没有也正常。有消息了吗？
          [备案已通过] [管局已驳回] [稍后提醒] [别再提醒]
        10-29 周四 18:00
        > 备案下来了
          ✓ 记下了：备案已通过，按今天（10 月 29 日）算。不是今天就说哪天，例如“昨天”。
          ■ 这一步
          · 恭喜，备案通过了！网站开通时，请把备案号放在首页底部中央，并链接到工信部的网站（https://beian.miit.gov.cn）。没有照做，管局可能责令改正并罚款。
          · 网站开通之日起 30 日内，请到 beian.mps.gov.cn 办理公安联网备案；办好后把公安备案号也放到网页底部。这里的 30 日按日历算。
          · 备案占用的服务器时间，阿里云会补给您，最多 30 天。怎么领取，请看控制台的活动页面。
          · 域名要一直解析到备案所用服务商在内地的 IP。不再指向那里的，会被认作空壳网站：先通知整改，再取消接入，最后可能注销备案号。换服务商请先办接入备案。
          · 负责人、电话、地址、证件等有变化，备案信息就要跟着改。华为云要求在 10 个工作日内办好变更，其他服务商也请尽早办。
          ■ 要留意的日子
          · 最晚 2026 年 11 月 28 日办好公安备案：网站开通后 30 日内，在 beian.mps.gov.cn 办理。
        10-29 周四 18:02
        > 网站今天开通了
          ✓ 记下了：网站开通，2026 年 10 月 29 日。
          · 最晚 2026 年 11 月 28 日办好公安备案：网站开通后 30 日内，在 beian.mps.gov.cn 办理。
        11-08 周日 10:00
          🔔 备案 1
          最晚 2026 年 11 月 28 日办好公安备案：网站开通后 30 日内，在 beian.mps.gov.cn 办理。（还有 20 天）
          [完成了] [稍后提醒] [别再提醒]
        11-21 周六 10:00
          🔔 备案 1
          最晚 2026 年 11 月 28 日办好公安备案：网站开通后 30 日内，在 beian.mps.gov.cn 办理。（还有 7 天）
          [完成了] [稍后提醒] [别再提醒]
        11-21 周六 10:30
        > [done]
          好的，记下了，这件事不再提醒。
    "#]]);
}

#[test]
fn a_rejection_over_spring_festival() {
    let mut life = Life::with_checklist("2026-02-09 10:00", &GUANGDONG_COMPANY);
    life.say("2026-02-09 10:05", "提交了");
    life.say("2026-02-09 10:06", "要");
    life.until("2026-02-25 12:00");
    life.say("2026-02-25 12:30", "昨天初审被打回来了");
    life.say("2026-02-25 12:31", "网站名称不规范");
    life.say("2026-02-27 09:00", "重新提交了");
    life.until("2026-03-06 00:00");
    life.say("2026-03-06 10:30", "别再提醒");
    life.until("2026-06-01 00:00");
    life.check(expect![[r#"
        02-09 周一 10:05
        > 提交了
          ✓ 记下了：已提交，等初审，按今天（2 月 9 日）算。不是今天就说哪天，例如“昨天”。
          预计最晚 2 月 11 日有结果：最多 2 个工作日，已扣除节假日和调休。
          ■ 这一步
          · 首次备案和新增网站的域名，在备案通过之前请关闭解析、不要开通访问，否则可能被退回。通过后再打开就好。
          · 现在由阿里云审核您的资料和核验照片，一般 1 到 2 个工作日出结果，周末和节假日不算。
          · 一个主体同一时间只能有一个备案订单在审，换哪家服务商都一样。这个订单办完，再提交下一个。
          到日子要我发消息提醒您吗？材料没备齐、该有结果了、快到期时才发，每天 21 点到 9 点不打扰，随时可以关。
          [好，提醒我] [不用]
        02-09 周一 10:06
        > 要
          好，到时候提醒您。/reminders 查看或修改。
        02-12 周四 10:00
          🔔 备案 1
          已提交，等初审，从 2 月 9 日算起该有结果了。怎么样了？
          [初审通过] [初审未通过] [稍后提醒] [别再提醒]
        02-14 周六 10:00
          🔔 备案 1
          已提交，等初审，从 2 月 9 日算起该有结果了。怎么样了？
          [初审通过] [初审未通过] [稍后提醒] [别再提醒]
        02-25 周三 12:30
        > 昨天初审被打回来了
          ✓ 记下了：初审未通过，2 月 24 日。
          ■ 这一步
          · 别着急，被退回很常见。请登录备案系统查看审核意见，在原来的页面把信息改对、资料补齐，再提交一次。
          · 对照看看：域名没实名认证，或与主体不一致；域名没关解析；网站名称不合规范；证件拍得不清楚；人脸核验没过；电话没人接或号码重复；涉及前置审批却没有文件；以前备案的网站打不开或没挂备案号。
          退回的理由是怎么写的？把原话发给我，我帮您看指的是哪一条（请去掉姓名和号码）。没有理由就说“跳过”。
          [不知道／跳过]
        02-25 周三 12:31
        > 网站名称不规范
          这条理由指向：网站名称
          改好重新提交后，告诉我“重新提交了”。
        02-27 周五 09:00
        > 重新提交了
          ✓ 记下了：已提交，等初审，按今天（2 月 27 日）算。不是今天就说哪天，例如“昨天”。
          预计最晚 3 月 2 日有结果：最多 2 个工作日，已扣除节假日和调休。
          ■ 这一步
          · 首次备案和新增网站的域名，在备案通过之前请关闭解析、不要开通访问，否则可能被退回。通过后再打开就好。
          · 现在由阿里云审核您的资料和核验照片，一般 1 到 2 个工作日出结果，周末和节假日不算。
          · 一个主体同一时间只能有一个备案订单在审，换哪家服务商都一样。这个订单办完，再提交下一个。
        03-03 周二 10:00
          🔔 备案 1
          已提交，等初审，从 2 月 27 日算起该有结果了。怎么样了？
          [初审通过] [初审未通过] [稍后提醒] [别再提醒]
        03-05 周四 10:00
          🔔 备案 1
          已提交，等初审，从 2 月 27 日算起该有结果了。怎么样了？
          [初审通过] [初审未通过] [稍后提醒] [别再提醒]
        03-06 周五 10:30
        > 别再提醒
          好，不再提醒。想恢复时发 /reminders on。
    "#]]);
}

#[test]
fn a_week_without_service_gives_one_message() {
    let mut life = Life::with_checklist("2026-11-02 10:00", &GUANGDONG_COMPANY);
    life.say("2026-11-02 10:01", "/edit domain_valid_days 60天");
    life.say("2026-11-02 10:02", "/reminders on");
    life.while_nothing_runs("2026-11-12 03:00");
    life.until("2026-11-13 00:00");
    life.check(expect![[r#"
        11-02 周一 10:01
        > /edit domain_valid_days 60天
          ✓ 域名剩余有效天数：60 天
          清单有变化：
          ✗ 不符合：域名剩余有效期超过 90 天
          ✓ 已满足：域名在注册有效期内
          还有 35 个问题，回答后清单会更准确。现在继续吗？
          [继续] [以后再说]
        11-02 周一 10:02
        > /reminders on
          好，到时候提醒您。/reminders 查看或修改。
        11-12 周四 09:00
          🔔 备案 1
          还差 4 样材料：真实性核验单、主办单位证件、主体负责人的身份证件、网站负责人的身份证件
          [完成了] [稍后提醒] [别再提醒]
    "#]]);
}

#[test]
fn the_way_is_shown_and_the_days_go_into_a_calendar() {
    let mut life = Life::with_checklist("2026-11-02 10:00", &GUANGDONG_COMPANY);
    life.say("2026-11-02 10:01", "/edit domain_valid_days 200天");
    life.say("2026-11-02 10:02", "服务器明年3月1日到期");
    life.say("2026-11-02 10:03", "不用");
    life.say("2026-11-02 10:04", "备案到哪一步了");
    life.say("2026-11-02 10:05", "昨天提交了");
    life.say("2026-11-02 10:06", "上周五");
    life.say("2026-11-02 10:07", "/progress");
    life.say("2026-11-02 10:08", "还没消息");
    life.say("2026-11-02 10:09", "/calendar");
    life.check(expect![[r#"
        11-02 周一 10:01
        > /edit domain_valid_days 200天
          ✓ 域名剩余有效天数：200 天
          清单有变化：
          ✓ 已满足：域名在注册有效期内
          ✓ 已满足：域名剩余有效期超过 90 天
          还有 35 个问题，回答后清单会更准确。现在继续吗？
          [继续] [以后再说]
        11-02 周一 10:02
        > 服务器明年3月1日到期
          ✓ 记下了：服务器到期，2027 年 3 月 1 日。
          · 最晚 2027 年 2 月 19 日提交：过了这天，域名剩下的有效期就不够了，要先续费。
          · 2027 年 3 月 1 日服务器到期，记得提前续费。
          到日子要我发消息提醒您吗？材料没备齐、该有结果了、快到期时才发，每天 21 点到 9 点不打扰，随时可以关。
          [好，提醒我] [不用]
        11-02 周一 10:03
        > 不用
          好，不提醒。想要时发 /reminders。
        11-02 周一 10:04
        > 备案到哪一步了
          ■ 备案进度：备案 1
          ▶ 1 准备材料
          ○ 2 服务商初审
          ○ 3 核验身份／复审
          ○ 4 管局审核
          ○ 5 备案成功
          现在：准备材料
          ■ 要留意的日子
          · 最晚 2027 年 2 月 19 日提交：过了这天，域名剩下的有效期就不够了，要先续费。
          · 2027 年 3 月 1 日服务器到期，记得提前续费。
          还差 4 样材料没备齐，/materials 逐样打勾。
          有新消息吗？点下面，或直接说，例如“昨天初审过了”；记错了用 /undo。
          [已提交，等初审] [还没消息]
        11-02 周一 10:05
        > 昨天提交了
          ✓ 记下了：已提交，等初审，11 月 1 日。
          预计最晚 11 月 3 日有结果：最多 2 个工作日，已扣除节假日和调休。
          ■ 这一步
          · 首次备案和新增网站的域名，在备案通过之前请关闭解析、不要开通访问，否则可能被退回。通过后再打开就好。
          · 现在由阿里云审核您的资料和核验照片，一般 1 到 2 个工作日出结果，周末和节假日不算。
          · 一个主体同一时间只能有一个备案订单在审，换哪家服务商都一样。这个订单办完，再提交下一个。
          ■ 要留意的日子
          · 2027 年 3 月 1 日服务器到期，记得提前续费。
        11-02 周一 10:06
        > 上周五
          ✓ 记下了：已提交，等初审，10 月 30 日。
          预计最晚 11 月 3 日有结果：最多 2 个工作日，已扣除节假日和调休。
        11-02 周一 10:07
        > /progress
          ■ 备案进度：备案 1
          ✓ 1 准备材料
          ▶ 2 服务商初审
          ○ 3 核验身份／复审
          ○ 4 管局审核
          ○ 5 备案成功
          现在：已提交，等初审（10 月 30 日起）
          预计最晚 11 月 3 日有结果：最多 2 个工作日，已扣除节假日和调休。
          ■ 这一步
          · 首次备案和新增网站的域名，在备案通过之前请关闭解析、不要开通访问，否则可能被退回。通过后再打开就好。
          · 现在由阿里云审核您的资料和核验照片，一般 1 到 2 个工作日出结果，周末和节假日不算。
          · 一个主体同一时间只能有一个备案订单在审，换哪家服务商都一样。这个订单办完，再提交下一个。
          ■ 要留意的日子
          · 2027 年 3 月 1 日服务器到期，记得提前续费。
          有新消息吗？点下面，或直接说，例如“昨天初审过了”；记错了用 /undo。
          [初审通过] [初审未通过] [还没消息]
        11-02 周一 10:08
        > 还没消息
          好，进度不变。有消息随时告诉我。
        11-02 周一 10:09
        > /calendar
          要留意的日子都在这个日历文件里，点开就能加进手机日历。
    "#]]);
}

#[test]
fn the_same_in_english() {
    let mut life = Life::with_checklist(
        "2026-11-02 10:00",
        &["/lang en", "yes", "first filing", "company", "Guangdong", "Tencent Cloud", "company site"],
    );
    life.say("2026-11-02 10:01", "submitted yesterday");
    life.say("2026-11-02 10:02", "yes");
    life.say("2026-11-05 12:00", "passed the first review");
    life.say("2026-11-06 12:00", "what is missing");
    life.say("2026-11-06 12:01", "1");
    life.say("2026-11-06 12:02", "That's all");
    life.say("2026-11-06 12:03", "the authority rejected it");
    life.say("2026-11-06 12:04", "the domain is about to expire");
    life.until("2026-11-20 12:00");
    life.check(expect![[r#"
        11-02 周一 10:01
        > submitted yesterday
          ✓ Noted: Submitted, 1 Nov.
          An answer is expected by 3 Nov: 2 working days at most, holidays and make-up workdays counted.
          ■ This step
          · During the first review Tencent Cloud calls to check the data; after 2 missed calls the order may be sent back. Keep your phone on in these days. (As of November 2021.)
          · For a first filing or a new site, switch the domain's DNS records off and keep the site closed until the filing is approved, or it may be sent back. After that you can open it.
          · Tencent Cloud is looking at your papers now and usually answers within 1 to 2 working days; weekends and holidays are not counted. (As of November 2021.)
          · A filer can have only one filing order under review at a time, whichever provider it goes through. Hand in the next one when this one is done.
          Shall I remind you when it matters? Only when materials are missing, an answer is due or something runs out; never from 21:00 to 9:00; off at any time.
          [Yes, remind me] [No, thanks]
        11-02 周一 10:02
        > yes
          Good, I will remind you. /reminders shows and changes that.
        11-04 周三 10:00
          🔔 Filing 1
          Submitted since 1 Nov: an answer should be there by now. How did it go?
          [First review passed] [First review failed] [Later] [Stop reminding]
        11-05 周四 12:00
        > passed the first review
          ✓ Noted: First review passed, as of today (5 Nov). If it was another day, say which, e.g. “yesterday”.
          ■ This step
          · For a first filing or a new site, switch the domain's DNS records off and keep the site closed until the filing is approved, or it may be sent back. After that you can open it.
          · Neither backdrop (幕布) nor photo point is needed any more: the site manager (网站负责人) records a short video in Tencent Cloud's WeChat mini program, before a white background, without hat or headphones. (As Tencent Cloud described it in November 2021; what the page says now counts.)
          · Each step of a filing order at Tencent Cloud is valid for 45 days. Finish it before they are over. (As of November 2021.)
          · About 5 minutes after the provider hands the order to the authority (管局), a code from 12381 reaches the phones of the people in charge. Keep the phones at hand.
        11-06 周五 12:00
        > what is missing
          5 are missing. Tap each when it is ready, or say “… is ready”:
          [Verification sheet] [Photo holding the organisation's document (Tencent Cloud)] [The organisation's document] [The principal's identity document] [The site manager's identity document] [That's all]
        11-06 周五 12:01
        > 1
          ✓ Ready: Verification sheet
          4 to go.
          4 are missing. Tap each when it is ready, or say “… is ready”:
          [Photo holding the organisation's document (Tencent Cloud)] [The organisation's document] [The principal's identity document] [The site manager's identity document] [That's all]
        11-06 周五 12:02
        > That's all
          No hurry. 4 are missing: /materials shows them.
        11-06 周五 12:03
        > the authority rejected it
          ✓ Noted: Rejected by authority, as of today (6 Nov). If it was another day, say which, e.g. “yesterday”.
          ■ This step
          · The order is back with your provider. Read the authority's (管局) remarks, correct data or papers and submit for the first review again; the provider then hands it in once more, and the text message code may be due again. If a remark is unclear, ask the provider: they see many.
          · An order that was sent back stays valid for 45 days. Correct and submit it before they are over. (As Tencent Cloud described it in November 2021.)
          · Compare with yours: domain not verified or of someone else; domain still resolving; site name against the rules; unclear photos of documents; face check failed; phone not answered or number used twice; pre-approval (前置审批) missing; earlier sites not reachable or without their number.
          What reason was given? Send me the words and I look for the rule they point to (leave out names and numbers). No reason? Say “skip”.
          [I don't know / skip]
        11-06 周五 12:04
        > the domain is about to expire
          This reason points to: the domain's remaining term
          On your list, this is about it:
          · Your domain must still be within its registration period. An expired domain cannot be used for a filing.
          · The domain must have more than 90 days left before it expires. If it has fewer, renew it before you file.
          Once you submit again, tell me “submitted again”.
        11-11 周三 10:00
          🔔 Filing 1
          Rejected by authority on 6 Nov. Have you corrected it and submitted again?
          [Submitted] [Under review by authority] [Later] [Stop reminding]
        11-13 周五 10:00
          🔔 Filing 1
          Rejected by authority on 6 Nov. Have you corrected it and submitted again?
          [Submitted] [Under review by authority] [Later] [Stop reminding]
        11-18 周三 10:00
          🔔 Filing 1
          Rejected by authority on 6 Nov. Have you corrected it and submitted again?
          [Submitted] [Under review by authority] [Later] [Stop reminding]
    "#]]);
}

#[test]
fn news_of_another_filing_goes_to_that_filing() {
    let mut life = Life::with_checklist("2026-11-02 10:00", &GUANGDONG_COMPANY);
    life.say("2026-11-02 10:01", "/edit domain a.example.com");
    life.say("2026-11-02 10:02", "/new b.example.com");
    life.transcript.clear();
    life.say("2026-11-02 10:05", "公司官网");
    life.transcript.clear();
    life.say("2026-11-02 10:06", "a.example.com 昨天提交了");
    let said = &life.transcript;
    assert!(said.contains("现在是：a.example.com") && said.contains("✓ 记下了：已提交，等初审，11 月 1 日"), "{said}");
    life.say("2026-11-02 10:07", "不用");
    life.say("2026-11-02 10:08", "B.example.com 被管局驳回了");
    assert!(life.transcript.contains("现在是：b.example.com"), "{}", life.transcript);
    assert_eq!(life.session.filing.stage().name(), "authority_rejected");
}

#[test]
fn nothing_is_planned_for_what_is_finished_muted_or_forgotten() {
    let mut life = Life::with_checklist("2026-11-02 10:00", &GUANGDONG_COMPANY);
    life.say("2026-11-02 10:01", "/reminders on");
    let planned = |life: &Life| reminders::plan(ASSISTANT.knowledge(), &life.session, life.now).len();
    assert!(planned(&life) > 0);
    life.say("2026-11-02 10:02", "别再提醒");
    assert_eq!(planned(&life), 0, "muted");
    life.say("2026-11-02 10:03", "/reminders on");
    assert!(planned(&life) > 0, "wanted again");
    life.say("2026-11-02 10:04", "备案下来了");
    life.until("2026-11-12 11:00");
    life.press("2026-11-12 11:01", "done");
    assert_eq!(planned(&life), 0, "finished: {}", life.transcript);
    life.say("2026-11-12 11:02", "/restart");
    life.say("2026-11-12 11:03", "/forget");
    life.say("2026-11-12 11:04", "是");
    assert_eq!(planned(&life), 0, "forgotten");
    assert_eq!(life.session.person.reminders, None);
}

#[test]
fn a_clock_that_was_ahead_silences_nobody() {
    let mut life = Life::with_checklist("2026-11-02 10:00", &GUANGDONG_COMPANY);
    life.say("2026-11-02 10:01", "/reminders on");
    let settings = life.session.person.reminders.as_mut().expect("reminders");
    settings.last = Some(moment("2027-11-02 10:00"));
    settings.snoozed_until = Some(moment("2027-11-03 10:00"));
    life.transcript.clear();
    life.until("2026-11-04 12:00");
    assert!(life.transcript.contains("还差 4 样材料"), "silenced");
}

#[test]
fn a_provinces_usual_days_are_asked_about_gently_and_the_limit_firmly() {
    let mut life = Life::with_checklist("2026-10-12 10:00", &GUANGDONG_COMPANY);
    life.say("2026-10-12 10:01", "到管局了");
    life.say("2026-10-12 10:02", "好");
    life.press("2026-10-12 20:30", "done");
    life.transcript.clear();
    life.press("2026-10-24 12:00", "snooze");
    life.until("2026-11-12 00:00");
    life.check(expect![[r#"
        10-23 周五 10:00
          🔔 备案 1
          管局审核中（10 月 12 日起）：按往年情况，一般 9 个工作日内有结果，今天正好到了（已扣除节假日和调休）。最晚 11 月 9 日，还没有也正常。有消息了吗？
          [备案已通过] [管局已驳回] [稍后提醒] [别再提醒]
        10-24 周六 12:00
        > [snooze]
          好，10 月 25 日再提醒您。
        10-25 周日 11:00
          🔔 备案 1
          管局审核中（10 月 12 日起）：按往年情况，一般 9 个工作日内有结果，10 月 23 日就到了（已扣除节假日和调休）。最晚 11 月 9 日，还没有也正常。有消息了吗？
          [备案已通过] [管局已驳回] [稍后提醒] [别再提醒]
        11-10 周二 10:00
          🔔 备案 1
          管局审核中，从 10 月 12 日算起该有结果了。怎么样了？
          [备案已通过] [管局已驳回] [稍后提醒] [别再提醒]
    "#]]);
}

#[test]
fn usual_days_that_went_by_while_nothing_ran_are_not_today() {
    let mut life = Life::with_checklist("2026-10-12 10:00", &GUANGDONG_COMPANY);
    life.say("2026-10-12 10:01", "/reminders on");
    life.say("2026-10-12 10:02", "到管局了");
    life.transcript.clear();
    life.while_nothing_runs("2026-10-28 12:00");
    life.until("2026-10-28 13:00");
    life.check(expect![[r#"
        10-28 周三 12:00
          🔔 备案 1
          管局审核中（10 月 12 日起）：按往年情况，一般 9 个工作日内有结果，10 月 23 日就到了（已扣除节假日和调休）。最晚 11 月 9 日，还没有也正常。有消息了吗？
          [备案已通过] [管局已驳回] [稍后提醒] [别再提醒]
    "#]]);
    // Where the authority usually took longer than the law gives it, only the limit counts.
    let mut life = Life::with_checklist("2026-10-12 10:00", &["是", "首次备案", "公司", "江苏", "阿里云", "公司官网"]);
    life.say("2026-10-12 10:01", "/reminders on");
    life.say("2026-10-12 10:02", "到管局了");
    life.until("2026-11-12 12:00");
    assert!(life.transcript.contains("该有结果了") && !life.transcript.contains("往年"), "{}", life.transcript);
    // What was over already when it was told is no news.
    let mut life = Life::with_checklist("2026-10-12 10:00", &GUANGDONG_COMPANY);
    life.say("2026-10-12 10:01", "/reminders on");
    life.say("2026-10-28 10:02", "10月13日到管局了");
    life.transcript.clear();
    life.until("2026-11-09 12:00");
    assert!(!life.transcript.contains("往年"), "{}", life.transcript);
}

#[test]
fn months_that_were_bought_give_no_day_and_the_day_is_asked_for() {
    let mut life = Life::with_checklist("2026-11-02 10:00", &GUANGDONG_COMPANY);
    let asked = |life: &mut Life, at: &str| {
        life.transcript.clear();
        life.say(at, "/progress");
        life.transcript.contains("服务器哪天到期？")
    };
    assert!(!asked(&mut life, "2026-11-02 10:01"), "nothing is known of a server: {}", life.transcript);
    life.say("2026-11-02 10:02", "/edit server 轻量应用服务器");
    assert!(asked(&mut life, "2026-11-02 10:03"), "the rules ask for months: {}", life.transcript);
    life.say("2026-11-02 10:04", "/edit server_months 12");
    assert!(asked(&mut life, "2026-11-02 10:05"), "{}", life.transcript);
    assert!(!life.transcript.contains("服务器到期"), "no day follows: {}", life.transcript);
    life.say("2026-11-02 10:06", "服务器明年3月1日到期");
    assert!(!asked(&mut life, "2026-11-02 10:07"), "{}", life.transcript);
    assert!(life.transcript.contains("2027 年 3 月 1 日服务器到期"), "{}", life.transcript);
}

#[test]
fn the_list_of_filings_tells_where_each_stands() {
    let mut life = Life::with_checklist("2026-11-02 10:00", &GUANGDONG_COMPANY);
    life.say("2026-11-02 10:01", "/edit domain a.example.com");
    life.say("2026-11-02 10:02", "服务器12月1日到期");
    life.say("2026-11-02 10:03", "提交了");
    life.say("2026-11-02 10:04", "/new b.example.com");
    life.say("2026-11-02 10:05", "服务器12月9日到期");
    life.transcript.clear();
    life.say("2026-11-02 10:06", "/filings");
    life.check(expect![[r#"
        11-02 周一 10:06
        > /filings
          您的备案，回复编号或名称切换：
          · a.example.com：已提交，等初审；12 月 1 日服务器到期
          · b.example.com：准备材料
          [a.example.com（广东、已答 8 项）] [b.example.com（广东、已答 4 项）← 当前]
    "#]]);
}

#[test]
fn entries_of_the_calendar_ring_before_their_day() {
    let mut life = Life::with_checklist("2026-11-02 10:00", &GUANGDONG_COMPANY);
    life.say("2026-11-02 10:01", "/edit domain_valid_days 97天");
    life.say("2026-11-02 10:02", "服务器12月1日到期");
    life.say("2026-11-02 10:03", "不用");
    let taken = turn(ASSISTANT.knowledge(), &life.session, &Input::Text("/calendar".to_owned()), life.now);
    let messages = ASSISTANT.renderer().turn(&taken);
    let file = messages.iter().find_map(|message| message.file.as_ref()).expect("a calendar");
    expect![[r#"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:ICALENDAR-RS
        CALSCALE:GREGORIAN
        NAME:备案 1
        X-WR-CALNAME:备案 1
        BEGIN:VEVENT
        DTEND;VALUE=DATE:20261109
        DTSTAMP:20261102T000000Z
        DTSTART;VALUE=DATE:20261108
        SUMMARY:备案 1：最晚 2026 年 11 月 8 日提交：过了这天，域
         名剩下的有效期就不够了，要先续费。
        UID:1-domain-validity@beian-bot
        BEGIN:VALARM
        ACTION:DISPLAY
        DESCRIPTION:备案 1：最晚 2026 年 11 月 8 日提交：过了这天，
         域名剩下的有效期就不够了，要先续费。（还有 1 天）
        DTSTAMP:20261102T000000Z
        TRIGGER:-PT50400S
        UID:1-domain-validity-1@beian-bot
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        DTEND;VALUE=DATE:20261202
        DTSTAMP:20261102T000000Z
        DTSTART;VALUE=DATE:20261201
        SUMMARY:备案 1：2026 年 12 月 1 日服务器到期，记得提前续
         费。
        UID:1-server-expires@beian-bot
        BEGIN:VALARM
        ACTION:DISPLAY
        DESCRIPTION:备案 1：2026 年 12 月 1 日服务器到期，记得提前
         续费。（还有 7 天）
        DTSTAMP:20261102T000000Z
        TRIGGER:-PT568800S
        UID:1-server-expires-7@beian-bot
        END:VALARM
        BEGIN:VALARM
        ACTION:DISPLAY
        DESCRIPTION:备案 1：2026 年 12 月 1 日服务器到期，记得提前
         续费。（还有 1 天）
        DTSTAMP:20261102T000000Z
        TRIGGER:-PT50400S
        UID:1-server-expires-1@beian-bot
        END:VALARM
        END:VEVENT
        END:VCALENDAR
    "#]]
    .assert_eq(&file.text.replace('\r', ""));
}

/// Whoever never agreed hears nothing.
#[test]
fn nobody_is_reminded_without_having_agreed() {
    let mut life = Life::with_checklist("2026-11-02 10:00", &GUANGDONG_COMPANY);
    life.say("2026-11-02 10:05", "提交了");
    life.say("2026-11-02 10:06", "不用");
    life.transcript.clear();
    life.until("2027-11-02 10:00");
    assert_eq!(life.transcript, "");
}

#[test]
fn later_is_tomorrow_and_silence_makes_reminders_rare() {
    let mut life = Life::with_checklist("2026-11-02 10:00", &GUANGDONG_COMPANY);
    life.say("2026-11-02 10:02", "/reminders on");
    life.until("2026-11-04 11:00");
    life.press("2026-11-04 11:01", "snooze");
    life.until("2027-06-01 00:00");
    let days: Vec<&str> = life.transcript.lines().filter(|line| line.starts_with(['0', '1'])).collect();
    assert!(days.len() < 12, "{days:?}");
    life.check(expect![[r#"
        11-02 周一 10:02
        > /reminders on
          好，到时候提醒您。/reminders 查看或修改。
        11-04 周三 10:00
          🔔 备案 1
          还差 4 样材料：真实性核验单、主办单位证件、主体负责人的身份证件、网站负责人的身份证件
          [完成了] [稍后提醒] [别再提醒]
        11-04 周三 11:01
        > [snooze]
          好，11 月 5 日再提醒您。
        11-05 周四 10:01
          🔔 备案 1
          还差 4 样材料：真实性核验单、主办单位证件、主体负责人的身份证件、网站负责人的身份证件
          [完成了] [稍后提醒] [别再提醒]
        11-09 周一 10:00
          🔔 备案 1
          还差 4 样材料：真实性核验单、主办单位证件、主体负责人的身份证件、网站负责人的身份证件
          [完成了] [稍后提醒] [别再提醒]
        11-16 周一 10:00
          🔔 备案 1
          还差 4 样材料：真实性核验单、主办单位证件、主体负责人的身份证件、网站负责人的身份证件
          [完成了] [稍后提醒] [别再提醒]
        12-02 周三 10:00
          🔔 备案 1
          还差 4 样材料：真实性核验单、主办单位证件、主体负责人的身份证件、网站负责人的身份证件
          [完成了] [稍后提醒] [别再提醒]
    "#]]);
}
