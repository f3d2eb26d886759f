# Texts of what happens at each stage of a filing (rules/stages.toml).

## With the provider

rule-stages-one-order-at-a-time = 同时只能有一个订单
    .text = 一个主体同一时间只能有一个备案订单在审，换哪家服务商都一样。这个订单办完，再提交下一个。
rule-stages-review-elsewhere = 服务商审核：{ $working_days_at_least } 到 { $working_days_at_most } 个工作日
    .text = 现在由接入服务商审核您的资料。阿里云、腾讯云、华为云一般都在 { $working_days_at_least } 到 { $working_days_at_most } 个工作日内出结果，别家以它自己的说明为准。周末和节假日不算。
rule-stages-review-call = 保持电话畅通
    .text = 审核人员可能会打电话给主体负责人和网站负责人核实信息，这几天请留意接听，陌生号码也别漏掉。
rule-stages-not-resolving-meanwhile = 审核期间先别解析域名
    .text = 首次备案和新增网站的域名，在备案通过之前请关闭解析、不要开通访问，否则可能被退回。通过后再打开就好。
rule-stages-reachable-meanwhile = 审核期间网站保持能访问
    .text = 办接入备案时，已备案的网站在审核期间要一直能打开，打不开可能被退回。
rule-stages-face-check-elsewhere = 人脸核验还没做的，尽快做
    .text = 现在一般不再寄幕布拍照，改为网站负责人用服务商的 App 或微信扫码做人脸核验（华为云、腾讯云都是这样）。要本人来做，光线充足、背景干净。具体入口请看您服务商的页面。
rule-stages-sms-is-next = 接下来留意 12381 的短信
    .text = 服务商把订单交给管局后，大约 { $minutes } 分钟内，负责人的手机会收到 12381 发来的验证码。请提前把手机放在身边。
rule-stages-resubmit-elsewhere = 按意见修改，再提交一次
    .text = 别着急，被退回很常见。请在服务商的备案页面查看审核意见，按意见修改或补齐资料，再重新提交初审。
rule-stages-usual-faults = 常见的退回原因
    .text = 对照看看：域名没实名认证，或与主体不一致；域名没关解析；网站名称不合规范；证件拍得不清楚；人脸核验没过；电话没人接或号码重复；涉及前置审批却没有文件；以前备案的网站打不开或没挂备案号。

## With the authority

rule-stages-authority-review-lasts = 管局审核：最长 { $working_days_at_most } 个工作日
    .text = 现在由省通信管理局审核，{ $working_days_at_least } 到 { $working_days_at_most } 个工作日出结果，{ $working_days_at_most } 个工作日是法规规定的上限。周末和节假日不算，所以按日历看会更久一些。
rule-stages-sms-code = 24 小时内完成短信核验
    .text = 收到 12381 发来的 6 位验证码后，请在 24 小时内打开 beian.miit.gov.cn，进入“短信核验”，填验证码、手机号和证件号码后 6 位。周末也照样计时；超时订单会退回服务商，要重新提交。
rule-stages-sms-by-both = 两位负责人都要核验
    .text = 主体负责人和网站负责人都要做短信核验；两人填的是同一个手机号，就只收到一个验证码，验一次即可。（依据腾讯云 2021 年的说明）
rule-stages-sms-on-change = 改了谁的信息，谁来核验
    .text = 变更主体信息由主体负责人做短信核验，变更网站信息由网站负责人做，两样都变更就两人都做。（依据腾讯云 2021 年的说明）
rule-stages-sms-tries = 验证码最多输错 { $tries } 次
    .text = 24 小时内输错超过 { $tries } 次，订单会被退回。没收到可以重发，最多 { $resends } 次；虚拟运营商的号码（如 170、171 开头）有的收不到。（依据腾讯云 2021 年的说明，如今请以页面提示为准）
rule-stages-result-by-sms = 结果由 12381 发短信通知
    .text = 管局审核完，12381 会发短信告诉您结果，请别当成垃圾短信。也可以在服务商的备案页面查看进度。
rule-stages-returned-by-authority = 按管局意见修改后再提交
    .text = 订单已退回服务商。请看清管局的意见，修改信息或资料后重新提交初审；服务商审过后会再次送管局，短信核验可能也要再做一次。看不懂意见就问服务商，他们常处理这类情况。

## Cancelling

rule-stages-cancel-review-lasts = 注销：当即到 { $working_days_at_most } 个工作日
    .text = 有些省的注销申请提交后马上生效，其他省由管局审核，一般 1 到 { $working_days_at_most } 个工作日。
rule-stages-cancel-sms = 注销时谁做短信核验
    .text = 注销主体由主体负责人做短信核验，注销网站由网站负责人做，只取消接入则不用。（依据腾讯云 2021 年的说明）
rule-stages-cancelled-for-good = 注销后不能恢复
    .text = 注销的备案号无法恢复。以后还要开网站，请重新备案。

## Approved

rule-stages-number-in-footer = 在网页底部挂备案号
    .text = 恭喜，备案通过了！网站开通时，请把备案号放在首页底部中央，并链接到工信部的网站（https://beian.miit.gov.cn）。没有照做，管局可能责令改正并罚款。
rule-stages-public-security = 开通后 { $days } 日内办公安备案
    .text = 网站开通之日起 { $days } 日内，请到 beian.mps.gov.cn 办理公安联网备案；办好后把公安备案号也放到网页底部。这里的 { $days } 日按日历算。
rule-stages-keep-resolving = 别让网站变成空壳
    .text = 域名要一直解析到备案所用服务商在内地的 IP。不再指向那里的，会被认作空壳网站：先通知整改，再取消接入，最后可能注销备案号。换服务商请先办接入备案。
rule-stages-change-in-time = 信息变了，及时变更备案
    .text = 负责人、电话、地址、证件等有变化，备案信息就要跟着改。华为云要求在 { $working_days } 个工作日内办好变更，其他服务商也请尽早办。
rule-stages-opens-later = 打不开？等 { $working_days } 个工作日
    .text = 备案刚通过，信息同步要一点时间。以华为云为例，网站最多等 { $working_days } 个工作日就能打开；还不行请联系服务商。
